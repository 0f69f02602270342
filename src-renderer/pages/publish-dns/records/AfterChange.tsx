import { Button, makeStyles } from '@fluentui/react-components'
import { useStore } from 'zustand'
import { page as words } from '../../../strings/publish-dns/page.ts'
import type { DnsSurveyor } from '../survey-store.ts'
import { SurveyAnswer } from './SurveyAnswer.tsx'

const useStyles = makeStyles({ again: { justifySelf: 'start' } })

interface Props {
  readonly surveyor: DnsSurveyor
  /** The domain that was changed. */
  readonly domain: string
}

/** What DNS holds for one domain after a change; other servers may take a while, so it can be asked again. */
export const AfterChange = ({ surveyor, domain }: Props) => {
  const styles = useStyles()
  const { survey } = useStore(surveyor.store)
  return (
    <>
      <SurveyAnswer survey={survey} onOperation={null} onCancel={surveyor.cancel} only={domain} />
      {survey.phase !== 'asking' && (
        <Button className={styles.again} onClick={() => void surveyor.lookUp()}>
          {words.lookUpAgain}
        </Button>
      )}
    </>
  )
}
