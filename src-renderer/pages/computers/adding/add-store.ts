import { createStore } from 'zustand/vanilla'
import type { AppError, Result } from '../../../../src-main/contract/app-error.ts'
import { ok } from '../../../../src-main/contract/app-error.ts'
import type { Added, ComputerPreview, CsvReading } from '../../../../src-main/contract/models/estate-adding.ts'
import type { EstatePlace } from '../../../../src-main/contract/models/estate.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'
import { toBase64 } from '../../../format/base64.ts'
import { addingWords as words } from '../../../strings/computers/adding.ts'
import { createSecretSlot } from '../../../wizards/target-step/secret-slot.ts'
import { typedTags } from '../model/tags.ts'

export const ways = ['text', 'file', 'range', 'directory', 'scenario'] as const
export type Way = (typeof ways)[number]

/** What was typed. Kept for every way, so that changing one's mind loses nothing. */
export interface AddFields {
  readonly text: string
  readonly file: File | null
  readonly reading: CsvReading
  readonly range: string
  readonly server: string
  readonly name: string
  readonly ou: string
  readonly account: boolean
  readonly user: string
  readonly password: string
  readonly group: string
  readonly tags: string
  readonly updateKnown: boolean
}

export interface AddState {
  readonly way: Way
  readonly fields: AddFields
  /** What would be added; null before main was asked, and again after what it came from was changed. */
  readonly preview: ComputerPreview | null
  readonly busy: 'reading' | 'adding' | null
  readonly complaint: { readonly field: string; readonly message: string } | null
  readonly error: AppError | null
  readonly added: Added | null
}

const asRecognised: CsvReading = { separator: null, encoding: null, header: null, columns: null }

const emptyFields: AddFields = {
  text: '',
  file: null,
  reading: asRecognised,
  range: '',
  server: '',
  name: '',
  ou: '',
  account: false,
  user: '',
  password: '',
  group: '',
  tags: '',
  updateKnown: false,
}

/** Bytes of one piece of a file. */
const pieceSize = 384 * 1024
/** Computers that Active Directory is asked for at most. */
const directoryLimit = 10_000

/** Fields that change what is added to computers and not which computers: the preview stays. */
const beside: ReadonlySet<string> = new Set(['group', 'tags', 'updateKnown'] satisfies (keyof AddFields)[])

/** Adding computers to the list of a place. @param scenarioNames full names of the Lab's computers */
export const createAdding = (bridge: Bridge, place: EstatePlace, scenarioNames: readonly string[]) => {
  const store = createStore<AddState>(() => ({
    way: 'text',
    fields: emptyFields,
    preview: null,
    busy: null,
    complaint: null,
    error: null,
    added: null,
  }))
  const password = createSecretSlot(bridge, 'password')
  let asking: AbortController | null = null
  let uploaded: { readonly file: File; readonly upload: string } | null = null

  const upload = async (file: File): Promise<Result<string>> => {
    if (uploaded?.file === file) return ok(uploaded.upload)
    const bytes = new Uint8Array(await file.arrayBuffer())
    let number: string | null = null
    let at = 0
    do {
      const piece = toBase64(bytes.subarray(at, at + pieceSize))
      const answer: Result<{ upload: string }> = await bridge.call('computers.upload', { upload: number, bytes: piece })
      if (!answer.ok) return answer
      number = answer.value.upload
      at += pieceSize
    } while (at < bytes.length)
    uploaded = { file, upload: number }
    return ok(number)
  }

  const askDirectory = async (fields: AddFields, signal: AbortSignal): Promise<Result<ComputerPreview>> => {
    const user = fields.account ? fields.user.trim() : ''
    const secret = user === '' ? null : await password.refOf(fields.password)
    if (secret !== null && !secret.ok) return secret
    const typed = (text: string): string | null => (text.trim() === '' ? null : text.trim())
    return bridge.call(
      'computers.directory',
      {
        place,
        server: typed(fields.server),
        name: typed(fields.name),
        ou: typed(fields.ou),
        limit: directoryLimit,
        ...(secret === null ? {} : { credential: { user, password: secret.value } }),
      },
      { signal },
    )
  }

  const ask = async ({ way, fields }: AddState, signal: AbortSignal): Promise<Result<ComputerPreview>> => {
    switch (way) {
      case 'text':
        return bridge.call('computers.preview', { place, input: { from: 'text', text: fields.text } }, { signal })
      case 'scenario':
        return bridge.call(
          'computers.preview',
          { place, input: { from: 'text', text: scenarioNames.join('\n') } },
          { signal },
        )
      case 'range':
        return bridge.call('computers.preview', { place, input: { from: 'range', text: fields.range } }, { signal })
      case 'file': {
        const taken = fields.file === null ? null : await upload(fields.file)
        if (taken === null) throw new Error('There is no file.')
        if (!taken.ok) return taken
        const input = { from: 'file', upload: taken.value, reading: fields.reading } as const
        return bridge.call('computers.preview', { place, input }, { signal })
      }
      case 'directory':
        return askDirectory(fields, signal)
    }
  }

  const complaintOf = ({ way, fields }: AddState): AddState['complaint'] => {
    if (way === 'text' && fields.text.trim() === '') return { field: 'text', message: words.nothingTyped }
    if (way === 'range' && fields.range.trim() === '') return { field: 'range', message: words.noRange }
    if (way === 'file' && fields.file === null) return { field: 'file', message: words.noFile }
    return null
  }

  /** Asks main what would be added; an older question is abandoned. */
  const show = async (): Promise<void> => {
    const complaint = complaintOf(store.getState())
    if (complaint !== null) return store.setState({ complaint, preview: null })
    asking?.abort()
    const own = new AbortController()
    asking = own
    store.setState({ busy: 'reading', error: null, complaint: null, added: null })
    const answer = await ask(store.getState(), own.signal)
    if (own.signal.aborted) return
    store.setState(
      answer.ok ? { busy: null, preview: answer.value } : { busy: null, preview: null, error: answer.error },
    )
  }

  return {
    store,
    show,
    choose(way: Way): void {
      asking?.abort()
      store.setState({ way, preview: null, busy: null, complaint: null, error: null, added: null })
    },
    edit(patch: Partial<AddFields>): void {
      const stays = Object.keys(patch).every((field) => beside.has(field))
      if (!stays) asking?.abort()
      store.setState((state) => ({
        fields: { ...state.fields, ...patch, ...(patch.file === undefined ? {} : { reading: asRecognised }) },
        ...(stays ? {} : { preview: null, busy: null }),
        complaint: null,
        error: null,
        added: null,
      }))
    },
    /** Reads the picked file once more, in another way. */
    async readAs(patch: Partial<CsvReading>): Promise<void> {
      store.setState(({ fields }) => ({ fields: { ...fields, reading: { ...fields.reading, ...patch } } }))
      await show()
    },
    /** Adds what the preview shows. Resolves to true where it was done. */
    async add(): Promise<boolean> {
      const { preview, fields, busy } = store.getState()
      if (preview === null || busy !== null) return false
      store.setState({ busy: 'adding', error: null })
      const answer = await bridge.call('computers.add', {
        previewId: preview.previewId,
        only: null,
        group: fields.group.trim() === '' ? null : fields.group.trim(),
        tags: [...typedTags(fields.tags)],
        updateKnown: fields.updateKnown,
      })
      store.setState(
        answer.ok ? { busy: null, preview: null, added: answer.value } : { busy: null, error: answer.error },
      )
      return answer.ok
    },
    dispose(): void {
      asking?.abort()
      password.forget()
    },
  }
}

/** The adding of an open dialog. */
export type Adding = ReturnType<typeof createAdding>
