import { scanOutcomes, type SavedView } from '../../../../src-main/contract/models/estate.ts'
import { outcomeLevels } from '../../../strings/computers/outcomes.ts'
import { viewNames } from '../../../strings/computers/table.ts'
import { usualColumns } from './columns.ts'

const usual = usualColumns.map((column) => ({ column, width: null }))
const byName = [{ column: 'name', descending: false }]

const attention = scanOutcomes.filter((outcome) => ['problem', 'warning'].includes(outcomeLevels[outcome]))

/** The views that come with the app. */
export const builtInViews: readonly SavedView[] = [
  { name: viewNames.all, search: '', filters: [], sort: byName, groupBy: [], columns: usual },
  {
    name: viewNames.attention,
    search: '',
    filters: [{ column: 'outcome', values: attention }],
    sort: [{ column: 'outcome', descending: false }, ...byName],
    groupBy: ['outcome'],
    columns: usual,
  },
  {
    name: viewNames.expiring,
    search: '',
    filters: [{ column: 'expires', values: ['30'] }],
    sort: [{ column: 'expires', descending: false }, ...byName],
    groupBy: [],
    columns: usual,
  },
  {
    name: viewNames.notScanned,
    search: '',
    filters: [{ column: 'outcome', values: ['never-scanned', 'stopped'] }],
    sort: byName,
    groupBy: [],
    columns: usual,
  },
]

/** Whether a name belongs to a view of the app's own. */
export const isBuiltIn = (name: string): boolean =>
  builtInViews.some((view) => view.name.toLowerCase() === name.trim().toLowerCase())
