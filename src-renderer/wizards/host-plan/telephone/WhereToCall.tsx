import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { WaitingForInput } from '../../../../src-main/contract/models/telephone.ts'
import { FactList } from '../../../components/FactList.tsx'
import { Section } from '../../../components/Section.tsx'
import { telephone as words } from '../../../strings/telephone.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxWidth: '720px' },
  field: { width: '320px', maxWidth: '100%' },
})

/** Whom to call: how to find the number, and the numbers that Windows of that computer has, by country. */
export const WhereToCall = ({ waiting }: { readonly waiting: WaitingForInput }) => {
  const styles = useStyles()
  const [country, setCountry] = useState('')
  const { phones } = waiting
  const chosen = phones.find(({ code }) => code === country)
  return (
    <Section title={words.callTitle}>
      <ul className={styles.list}>
        {waiting.whereToCall.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {phones.length > 0 && (
        <Field className={styles.field} label={words.country} hint={words.phonesSource}>
          <Select value={country} onChange={(_, data) => setCountry(data.value)}>
            <option value="">{words.chooseCountry}</option>
            {phones.map(({ code, country: name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {chosen !== undefined && (
        <FactList
          facts={[
            [words.tollFree, chosen.tollFree ?? words.noNumber],
            [words.toll, chosen.toll ?? words.noNumber],
          ]}
        />
      )}
    </Section>
  )
}
