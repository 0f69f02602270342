import events from '../../assets/data/events.json' with { type: 'json' }

interface EventRow {
  readonly eventId: number
  readonly meaning: string
  readonly certainty: string
  readonly fields: readonly { readonly name: string }[]
}

const rows: ReadonlyMap<number, EventRow> = new Map(
  (events as readonly EventRow[])
    .filter(({ eventId, certainty }) => eventId > 0 && !certainty.startsWith('not found'))
    .map((row) => [row.eventId, row]),
)

/** The event ID without the qualifiers that raw logs carry in the upper 16 bits (events.json, reader notes). */
export const plainEventId = (id: number): number => id & 0xffff

/** What is known of an event of the licensing service in general; null where it is not listed. */
export const eventMeaning = (id: number): string | null => rows.get(plainEventId(id))?.meaning ?? null

/**
 * The data of an event by field name. These are classic events whose data has no names: fields are taken by position. KMS
 * events put all of them into one string with commas, with or without blanks after them (events.json, layout); strings
 * that come already split are taken as they are. Fields that the event lacks are absent.
 */
export const eventFields = (id: number, data: readonly string[]): Readonly<Partial<Record<string, string>>> => {
  const names = (rows.get(plainEventId(id))?.fields ?? []).map(({ name }) => name)
  const [only] = data
  const values = data.length === 1 && only !== undefined && names.length > 1 ? only.split(',') : data
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values[index]?.trim()
      return value ? [[name, value]] : []
    }),
  )
}
