import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { problemAt } from '../../../components/use-field-focus.ts'
import { useLab } from '../../../stores/lab-store.ts'
import { algorithms, way as words } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  algorithm: { width: '300px', maxWidth: '100%' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  key: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The TSIG key: name, algorithm, secret. In the Lab its fictional keys can be filled in. */
export const KeyFields = () => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint } = useChangeState()
  const inLab = change.opening.place.place === 'lab'
  const labKeys = useLab((lab) => lab.overview?.tsigKeys) ?? []
  const { way } = draft
  const choose = (name: string): void => {
    const found = algorithms.find(([algorithm]) => algorithm === name)
    if (found !== undefined) change.editWay({ algorithm: found[0] })
  }
  return (
    <>
      {inLab && labKeys.length > 0 && (
        <>
          <p className={styles.muted}>{words.labKeysHint}</p>
          <ul className={styles.list} aria-label={words.labKeys}>
            {labKeys.map(({ name, algorithm, secret, note }) => (
              <li key={name} className={styles.key}>
                <Button size="small" onClick={() => change.editWay({ keyName: name, algorithm, secret })}>
                  {words.fillInKey(name)}
                </Button>
                <span className={styles.muted}>{note}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.row}>
        <TextField
          name="tsigName"
          required
          label={words.keyName}
          hint={words.keyNameHint}
          value={way.keyName}
          complaint={complaint}
          onChange={(keyName) => change.editWay({ keyName })}
        />
        <Field className={styles.algorithm} label={words.algorithm} {...problemAt(complaint, 'tsigAlgorithm')}>
          <Select name="tsigAlgorithm" value={way.algorithm} onChange={(_, data) => choose(data.value)}>
            {algorithms.map(([algorithm, label]) => (
              <option key={algorithm} value={algorithm}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <SecretField
        name="tsigSecret"
        label={words.secret}
        hint={words.secretHint}
        show={words.showSecret}
        hide={words.hideSecret}
        value={way.secret}
        complaint={complaint}
        onChange={(secret) => change.editWay({ secret })}
      />
    </>
  )
}
