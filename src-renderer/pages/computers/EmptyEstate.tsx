import { Button } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { Card } from '../../components/Card.tsx'
import { useLab } from '../../stores/lab-store.ts'
import { go } from '../../stores/navigation-store.ts'
import { computers as words } from '../../strings/computers/page.ts'
import { choosePlace } from './place-store.ts'

interface Props {
  readonly kind: EstatePlace['place']
  readonly onAdd: () => void
  readonly onAddScenario: () => void
}

/** What can be begun where no computer is listed yet. */
export const EmptyEstate = ({ kind, onAdd, onAddScenario }: Props) => {
  const count = useLab((state) => state.overview?.computerCount ?? 0)
  const inLab = kind === 'lab'
  return (
    <Card
      icon={<DesktopRegular />}
      title={words.emptyTitle}
      text={inLab ? words.emptyLab : words.emptyNetwork}
      actions={
        <>
          {inLab && (
            <Button appearance="primary" disabled={count === 0} onClick={onAddScenario}>
              {words.addScenario(count)}
            </Button>
          )}
          <Button appearance={inLab ? 'secondary' : 'primary'} onClick={onAdd}>
            {words.add}
          </Button>
          <Button onClick={() => void go({ page: 'home' })}>{words.oneComputer}</Button>
          {inLab ? (
            <Button onClick={() => void go({ page: 'lab' })}>{words.openLab}</Button>
          ) : (
            <Button onClick={() => choosePlace('lab')}>{words.practise}</Button>
          )}
        </>
      }
    />
  )
}
