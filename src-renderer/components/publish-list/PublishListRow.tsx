import { Button, Input } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useId, type ClipboardEvent } from 'react'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import { publishList as words } from '../../strings/publish-list.ts'
import { LevelIcon } from '../LevelIcon.tsx'
import { cellName, columns, isListText, type Column } from './row-changes.ts'
import { usePublishListStyles } from './use-publish-list-styles.ts'

interface Props {
  readonly index: number
  readonly row: PublishRowDraft
  readonly findings: readonly Finding[]
  readonly complaint: string | null
  readonly onCell: (column: Column, text: string) => void
  readonly onPasteList: (text: string) => void
  readonly onRemove: () => void
}

/** One row of a publish list, with what is wrong with it below. */
export const PublishListRow = ({ index, row, findings, complaint, onCell, onPasteList, onRemove }: Props) => {
  const styles = usePublishListStyles()
  const errorsId = useId()
  const names = [...columns.map((column) => cellName(index, column)), `publishList[${index}]`]
  const problems = findings.filter(
    ({ field, level, check }) =>
      level === 'problem' &&
      field !== undefined &&
      names.includes(field) &&
      // A row that was added just now is not called wrong before it is filled in.
      (check !== 'publish-domain-empty' || complaint === field),
  )
  const isWrong = (column: Column): boolean => problems.some(({ field }) => field === cellName(index, column))
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text')
    if (!isListText(text)) return
    event.preventDefault()
    onPasteList(text)
  }
  return (
    <div>
      <div className={styles.row}>
        {columns.map((column) => (
          <Input
            key={column}
            name={cellName(index, column)}
            value={row[column]}
            aria-label={words.cell(words[column], index + 1)}
            aria-invalid={isWrong(column)}
            {...(problems.length > 0 ? { 'aria-describedby': errorsId } : {})}
            {...(column === 'domain' ? { placeholder: words.placeholder, onPaste: paste } : { inputMode: 'numeric' })}
            input={{ style: { minWidth: 0 } }}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => onCell(column, data.value)}
          />
        ))}
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.remove(row.domain, index + 1)}
          title={words.remove(row.domain, index + 1)}
          onClick={onRemove}
        />
      </div>
      <div id={errorsId} aria-live="polite">
        {problems.length > 0 && (
          <ul className={styles.errors}>
            {problems.map(({ check, message, remedy }) => (
              <li key={`${check} ${message}`} className={styles.error}>
                <LevelIcon level="problem" />
                <span>
                  {message} {remedy}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
