import { Input } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import type { RefObject } from 'react'
import { tableWords } from '../../../strings/computers/table.ts'
import { setSearch, useTableView } from './view-store.ts'

interface Props {
  readonly field: RefObject<HTMLInputElement | null>
  /** Goes on to the table. */
  readonly onLeave: () => void
}

/** Filters as one types: every word has to stand somewhere in the line. */
export const FilterField = ({ field, onLeave }: Props) => {
  const search = useTableView((state) => state.search)
  return (
    <Input
      input={{ ref: field }}
      type="search"
      value={search}
      aria-label={tableWords.filter}
      placeholder={tableWords.filterHint}
      contentBefore={<SearchRegular aria-hidden="true" />}
      autoComplete="off"
      spellCheck={false}
      maxLength={256}
      onChange={(_, data) => setSearch(data.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onLeave()
      }}
    />
  )
}
