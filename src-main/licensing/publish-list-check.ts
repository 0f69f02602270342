import type { Finding } from '../contract/models/finding.ts'
import type { PublishListCheck } from '../contract/models/host-input-checks.ts'
import { initialPublishRows, ownDomainFinding, parsePublishList, publishListCautions } from './publish-list-lines.ts'
import { formatPublishList, type PublishRowDraft, readPublishRows } from './publish-list.ts'

/** A publish list as it comes from a window: rows of the editor, a pasted text, or nothing yet. */
export type TypedPublishList =
  | { readonly form: 'rows'; readonly rows: readonly PublishRowDraft[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'initial' }

const draftsOf = (list: TypedPublishList, ownDomain: string | null) => {
  switch (list.form) {
    case 'rows':
      return { drafts: list.rows, findings: [] }
    case 'text':
      return parsePublishList(list.text.split(/\r\n|\n|\r/))
    case 'initial':
      return { drafts: initialPublishRows(ownDomain), findings: [] }
  }
}

/** Every finding about a publish list, its rows as they can be written, and the guide's warnings. Nothing typed is lost. */
export const checkPublishList = (list: TypedPublishList, ownDomain: string | null): PublishListCheck => {
  const { drafts, findings } = draftsOf(list, ownDomain)
  const read = readPublishRows(drafts)
  const own = ownDomainFinding(drafts, ownDomain)
  const all: readonly Finding[] = [
    ...findings,
    ...(read.outcome === 'refused' ? read.findings : []),
    ...(own === null ? [] : [own]),
  ]
  const rows = read.outcome === 'rows' && findings.length === 0 ? read.rows : null
  return {
    drafts: drafts.map((draft) => ({ ...draft })),
    rows: rows === null ? null : rows.map((row) => ({ ...row })),
    lines: rows === null ? [] : [...formatPublishList(rows)],
    findings: [...all],
    cautions: [...publishListCautions],
  }
}
