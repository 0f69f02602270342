import { Button, Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { common } from '../../strings/common.ts'
import { editHost as words, settingWords } from '../../strings/edit-kms-host.ts'
import type { About } from './about.ts'
import { LeaveEdit } from './LeaveEdit.tsx'
import type { ReadingStep } from './machine.ts'
import { useEdit } from './use-edit.ts'

/** While the present settings are read, and where they could not be. */
export const ReadingPage = ({ state, about }: { readonly state: ReadingStep; readonly about: About }) => {
  const edit = useEdit()
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={0}
      heading={settingWords[about.setting].heading(about.host)}
      actions={<LeaveEdit />}
    >
      {state.error === null ? (
        <Spinner size="small" label={words.reading} />
      ) : (
        <ErrorPanel error={state.error} title={words.readFailed}>
          <Button size="small" onClick={() => void edit.read()}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )}
    </WizardFrame>
  )
}
