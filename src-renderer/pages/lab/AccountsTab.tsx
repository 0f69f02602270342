import { makeStyles, tokens } from '@fluentui/react-components'
import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import { CommandText } from '../../components/CommandText.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Section } from '../../components/Section.tsx'
import { accounts as words } from '../../strings/lab/lab.ts'
import { LabTable, useCellStyles } from './LabTable.tsx'

const useStyles = makeStyles({ intro: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 } })

/** A text that can be copied. It is fictional, so that it may be shown whole. */
const Copied = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <span className={useCellStyles().copied}>
    <CommandText text={text} />
    <CopyButton iconOnly text={text} label={label} />
  </span>
)

/** The scenario's fictional accounts, product keys and TSIG keys. */
export const AccountsTab = ({ overview }: { readonly overview: LabOverview }) => {
  const styles = useStyles()
  const { cell, number } = useCellStyles()
  const whole = `${cell} ${number}`
  const { accounts, keys, tsigKeys } = overview
  return (
    <>
      <Section title={words.accounts}>
        <p className={styles.intro}>{words.accountsIntro}</p>
        <LabTable caption={words.accounts} columns={[words.user, words.password, words.note]} minWidth={520}>
          {accounts.map(({ user, password, note }) => (
            <tr key={user}>
              <td className={whole}>
                <Copied text={user} label={words.copyUser(user)} />
              </td>
              <td className={whole}>
                <Copied text={password} label={words.copyPassword(user)} />
              </td>
              <td className={cell}>{note}</td>
            </tr>
          ))}
        </LabTable>
      </Section>
      <Section title={words.keys}>
        <p className={styles.intro}>{words.keysIntro}</p>
        <LabTable caption={words.keys} columns={[words.key, words.label]} minWidth={520}>
          {keys.map(({ key, label }) => (
            <tr key={key}>
              <td className={whole}>
                <Copied text={key} label={words.copyKey(label)} />
              </td>
              <td className={cell}>{label}</td>
            </tr>
          ))}
        </LabTable>
      </Section>
      {tsigKeys.length > 0 && (
        <Section title={words.tsig}>
          <p className={styles.intro}>{words.tsigIntro}</p>
          <LabTable
            caption={words.tsig}
            columns={[words.name, words.algorithm, words.secret, words.note]}
            minWidth={640}
          >
            {tsigKeys.map(({ name, algorithm, secret, note }) => (
              <tr key={name}>
                <td className={whole}>{name}</td>
                <td className={whole}>{algorithm}</td>
                <td className={cell}>
                  <Copied text={secret} label={words.copySecret(name)} />
                </td>
                <td className={cell}>{note}</td>
              </tr>
            ))}
          </LabTable>
        </Section>
      )}
    </>
  )
}
