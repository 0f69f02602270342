import { useMemo } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { useComputers } from '../../../stores/computers-store.ts'
import type { KnownRows } from './batch-run-state.ts'
import { errorOfRow } from './row-text.ts'

/**
 * The computers of the list whose password was wrong, or is not in memory for another run of the failed.
 * @param error why the failed ones were not run again; null where nothing was refused
 */
export const useUnopened = (rows: KnownRows, error: AppError | null): readonly ComputerRow[] => {
  const entries = useComputers((state) => state.entries)
  const isForgotten = error?.field === 'passwords'
  return useMemo(() => {
    const hosts = new Set(
      rows.flatMap((row) => {
        if (row === null || row.target.place === 'this-computer' || row.state !== 'failed') return []
        return isForgotten || errorOfRow(row).code === 'wrong-password' ? [row.target.host.toLowerCase()] : []
      }),
    )
    if (hosts.size === 0) return []
    return entries.flatMap(({ row }) => (row.user !== null && hosts.has(row.host.toLowerCase()) ? [row] : []))
  }, [rows, entries, isForgotten])
}
