import type { AppError } from '../../../src-main/contract/app-error.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useComputers } from '../../stores/computers-store.ts'
import { useLab } from '../../stores/lab-store.ts'

/** Adds every computer of the Lab's scenario to its list. Resolves to the reason where they were not added. */
export const addScenario = async (): Promise<AppError | null> => {
  const { place } = useComputers.getState()
  const { overview } = useLab.getState()
  if (place?.place !== 'lab' || overview === null) return null
  const text = overview.computers.map(({ fullName }) => fullName).join('\n')
  // Of a large Lab the window knows the first computers alone; its directory knows all of them.
  const preview =
    overview.computerCount > overview.computers.length
      ? await bridge.call('computers.directory', { place, server: null, name: null, ou: null, limit: 10_000 })
      : await bridge.call('computers.preview', { place, input: { from: 'text', text } })
  if (!preview.ok) return preview.error
  const { previewId } = preview.value
  const added = await bridge.call('computers.add', { previewId, only: null, group: null, tags: [], updateKnown: false })
  return added.ok ? null : added.error
}
