import { Panel } from '../../../components/Panel.tsx'
import { PublishListEditor } from '../../../components/publish-list/PublishListEditor.tsx'
import { editHost as words } from '../../../strings/edit-kms-host.ts'
import type { ValueStep } from '../machine.ts'
import { useEdit } from '../use-edit.ts'

/** The publish list of the host. An empty one is deleted, which is said. */
export const PublishListSetting = ({ state }: { readonly state: ValueStep }) => {
  const { edit, pasteList } = useEdit()
  const list = state.answer?.list ?? null
  const { rows } = state.fields
  return (
    <>
      <PublishListEditor
        rows={rows}
        findings={rows.length === 0 ? [] : (list?.findings ?? [])}
        cautions={list?.cautions ?? []}
        complaint={state.complaint?.field ?? null}
        onChange={(changed) => edit({ rows: changed })}
        onPasteList={(text) => void pasteList(text)}
      />
      {rows.length === 0 && <Panel level="info" title={words.emptyList} />}
    </>
  )
}
