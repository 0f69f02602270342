import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import { publishList as words } from '../../strings/publish-list.ts'
import { announce } from '../Announcer.tsx'
import { FindingList } from '../FindingList.tsx'
import { PublishListRow } from './PublishListRow.tsx'
import { cellName, columns, listTextWith, withCell, withoutRow, withRow } from './row-changes.ts'
import { usePublishListStyles } from './use-publish-list-styles.ts'

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  hint: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  add: { justifySelf: 'start' },
  cautions: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly rows: readonly PublishRowDraft[]
  /** What main found, each with the field that it is about. */
  readonly findings: readonly Finding[]
  readonly cautions: readonly string[]
  /** The field about which Next complained; an empty domain is not called wrong before. */
  readonly complaint: string | null
  readonly onChange: (rows: readonly PublishRowDraft[]) => void
  /** Pasted lines, together with the rows that stay. */
  readonly onPasteList: (text: string) => void
}

/** The editor of a publish list: rows of domain, priority and weight. Everything typed stays as it was typed. */
export const PublishListEditor = ({ rows, findings, cautions, complaint, onChange, onPasteList }: Props) => {
  const styles = useStyles()
  const grid = usePublishListStyles()
  const area = useRef<HTMLFieldSetElement>(null)
  const [focused, setFocused] = useState<{ readonly name: string } | null>(null)
  useFieldFocus(focused, area)
  const add = (): void => {
    onChange(withRow(rows))
    setFocused({ name: cellName(rows.length, 'domain') })
  }
  const remove = (row: number): void => {
    announce(words.removed(row + 1))
    onChange(withoutRow(rows, row))
    setFocused({ name: rows.length === 1 ? 'publishList' : cellName(Math.max(0, row - 1), 'domain') })
  }
  const about = findings.filter(
    ({ field, check }) => field === 'publishList' && (check !== 'publish-empty' || complaint === 'publishList'),
  )
  return (
    <fieldset ref={area} className={styles.group}>
      <legend className={styles.legend}>{words.label}</legend>
      <p className={styles.hint}>{words.intro}</p>
      {rows.length > 0 && (
        <div className={grid.row} aria-hidden="true">
          {columns.map((column) => (
            <span key={column} className={grid.head}>
              {words[column]}
            </span>
          ))}
        </div>
      )}
      {rows.map((row, index) => (
        <PublishListRow
          key={cellName(index, 'domain')}
          index={index}
          row={row}
          findings={findings}
          complaint={complaint}
          onCell={(column, text) => onChange(withCell(rows, index, column, text))}
          onPasteList={(text) => onPasteList(listTextWith(rows, index, text))}
          onRemove={() => remove(index)}
        />
      ))}
      <Button className={styles.add} name="publishList" size="small" icon={<AddRegular />} onClick={add}>
        {words.add}
      </Button>
      {about.length > 0 && <FindingList findings={about} label={words.findings} />}
      {cautions.length > 0 && (
        <div>
          <p className={styles.title}>{words.cautionsTitle}</p>
          <ul className={styles.cautions}>
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  )
}

/** Moves the focus to a field of the list, after a row came or went. */
const useFieldFocus = (field: { readonly name: string } | null, area: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    if (field !== null) area.current?.querySelector<HTMLElement>(`[name="${field.name}"]`)?.focus()
  }, [field, area])
}
