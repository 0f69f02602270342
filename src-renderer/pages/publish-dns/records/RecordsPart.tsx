import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useEffect, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../../components/Announcer.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useLab } from '../../../stores/lab-store.ts'
import { page as words } from '../../../strings/publish-dns/page.ts'
import { labDns } from '../lab-dns.ts'
import { shownDomains, type DnsSurveyor } from '../survey-store.ts'
import type { OnOperation } from './DomainAnswer.tsx'
import { SurveyAnswer } from './SurveyAnswer.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  go: { justifySelf: 'start' },
})

/** Fields that main may complain about, by the names it gives them. */
const fieldOf = (name: string | undefined): string =>
  name?.startsWith('domain') === true ? 'domains' : name?.startsWith('server') === true ? 'servers' : ''

interface Props {
  readonly surveyor: DnsSurveyor
  readonly onOperation: OnOperation
}

/** The look-up: where, which domains, and what came back. */
export const RecordsPart = ({ surveyor, onOperation }: Props) => {
  const styles = useStyles()
  const { fields, survey } = useStore(surveyor.store)
  const lab = useLab((state) => state.overview)
  const phase = survey.phase
  useEffect(() => {
    if (phase === 'asking') announce(words.asking)
    if (phase === 'answered') announce(words.answered)
  }, [phase])
  const complaint =
    survey.phase === 'failed'
      ? { field: fieldOf(survey.error.field), message: [survey.error.message, survey.error.remedy].join(' ').trim() }
      : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void surveyor.lookUp()
  }
  const inLab = fields.place === 'lab'
  return (
    <>
      <form className={styles.form} noValidate aria-label={words.lookUp} onSubmit={submit}>
        <Field label={words.where}>
          <RadioGroup
            layout="horizontal"
            value={fields.place}
            onChange={(_, data) => surveyor.edit({ place: data.value === 'lab' ? 'lab' : 'network' })}
          >
            <Radio value="network" label={words.network} />
            <Radio value="lab" label={words.lab(lab?.title ?? '')} />
          </RadioGroup>
        </Field>
        <div className={styles.row}>
          <TextField
            name="domains"
            label={words.domains}
            hint={inLab ? words.domainsHintLab : words.domainsHint}
            value={shownDomains(fields, labDns(lab))}
            complaint={complaint}
            onChange={(domains) => surveyor.edit({ domains })}
          />
          <TextField
            name="servers"
            label={words.servers}
            hint={inLab ? words.serversHintLab : words.serversHint}
            value={fields.servers[fields.place]}
            complaint={complaint}
            onChange={(servers) => surveyor.edit({ servers })}
          />
        </div>
        <Button type="submit" appearance="primary" className={styles.go} disabledFocusable={phase === 'asking'}>
          {phase === 'answered' ? words.lookUpAgain : words.lookUp}
        </Button>
      </form>
      <SurveyAnswer survey={survey} onOperation={onOperation} onCancel={surveyor.cancel} />
    </>
  )
}
