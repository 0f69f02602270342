import type { EstateMap, MapClients, MapHost } from '../../../src-main/contract/models/estate-map.ts'
import { clientsName, map as words, shortHostStates } from '../../strings/deployment/map.ts'

/** How a box or a line is meant; told by its words and its stroke too, never by its colour alone. */
export type Tone = 'good' | 'warning' | 'bad' | 'plain'

/** A box of the picture, in pixels. */
export interface MapBox {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly title: string
  readonly text: string
  readonly tone: Tone
}

/** A line from one box to another. */
export interface MapLink {
  readonly key: string
  readonly from: MapBox
  readonly to: MapBox
  readonly tone: Tone
  /** Pixels. */
  readonly width: number
}

export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly MapBox[]
  readonly links: readonly MapLink[]
}

export const boxWidth = 236
export const boxHeight = 52
const rowHeight = 64
const columnWidth = 286
const top = 36
const left = 2

const hostTone = ({ state }: MapHost): Tone => {
  switch (state) {
    case 'serving':
      return 'good'
    case 'below-threshold':
      return 'warning'
    case 'rogue':
    case 'gone':
      return 'bad'
    case 'unknown':
      return 'plain'
  }
}

const clientsTone = ({ host, states, total }: MapClients): Tone => {
  if (states.licensed === total) return 'good'
  return host === null || states.notification + states.unlicensed > 0 ? 'bad' : 'warning'
}

const clientsText = ({ states, total, host }: MapClients): string =>
  [
    `${host === null ? 'No host, ' : ''}${total}: ${states.licensed} activated`,
    ...(states.grace > 0 ? [`${states.grace} in grace`] : []),
    ...(states.notification + states.unlicensed > 0 ? [`${states.notification + states.unlicensed} not`] : []),
  ].join(', ')

/** Lines grow with the logarithm of their clients, so that one and ten thousand can stand in one picture. */
const widthOf = (clients: number): number => 1.5 + Math.log10(Math.max(1, clients)) * 1.5

const column = <T>(index: number, items: readonly T[], box: (item: T) => Omit<MapBox, 'x' | 'y'>): readonly MapBox[] =>
  items.map((item, row) => ({ ...box(item), x: left + index * columnWidth, y: top + row * rowHeight }))

/** Puts domains, hosts and clients into three columns; clients stand in the order of their hosts, so that few lines cross. */
export const layOut = ({ domains, hosts, clients }: EstateMap): MapLayout => {
  const place = new Map(hosts.map(({ key }, index) => [key, index]))
  const rank = ({ host }: MapClients): number => (host === null ? hosts.length : (place.get(host) ?? hosts.length))
  const ordered = clients.toSorted((one, other) => rank(one) - rank(other) || other.total - one.total)
  const domainBoxes = column(0, domains, ({ domain, state, records }) => ({
    key: `d ${domain}`,
    title: domain,
    text:
      state === 'records'
        ? `${records.length === 1 ? '1 record' : `${records.length} records`}`
        : words.domainStates[state],
    tone:
      state === 'could-not-ask' || records.some((record) => record.state === 'dead' || record.state === 'rogue')
        ? 'bad'
        : 'plain',
  }))
  const hostBoxes = column(1, hosts, (host) => ({
    key: `h ${host.key}`,
    title: host.name,
    text: `${shortHostStates[host.state]}, ${words.hostFacts(host.currentCount, host.clients)}`,
    tone: hostTone(host),
  }))
  const clientBoxes = column(2, ordered, (group) => ({
    key: `c ${group.key}`,
    title: clientsName(group),
    text: clientsText(group),
    tone: clientsTone(group),
  }))
  const hostBox = new Map(hosts.map(({ key }, index) => [key, hostBoxes[index]]))
  const recordLinks = domains.flatMap(({ domain, records }, index) =>
    records.flatMap(({ host, port, priority, weight, state }): MapLink[] => {
      const [from, to] = [domainBoxes[index], hostBox.get(host)]
      if (from === undefined || to === undefined) return []
      const tone = state === 'good' ? 'good' : state === 'unsure' ? 'plain' : 'bad'
      return [{ key: [domain, host, port, priority, weight].join(' '), from, to, tone, width: 2 }]
    }),
  )
  const clientLinks = ordered.flatMap((group, index): MapLink[] => {
    const [from, to] = [group.host === null ? undefined : hostBox.get(group.host), clientBoxes[index]]
    return from === undefined || to === undefined
      ? []
      : [{ key: `l ${group.key}`, from, to, tone: from.tone, width: widthOf(group.total) }]
  })
  const rows = Math.max(1, domainBoxes.length, hostBoxes.length, clientBoxes.length)
  return {
    width: left * 2 + 2 * columnWidth + boxWidth,
    height: top + rows * rowHeight,
    boxes: [...domainBoxes, ...hostBoxes, ...clientBoxes],
    links: [...recordLinks, ...clientLinks],
  }
}

/** A text that fits into a box; the whole of it stands in the tooltip and in the tables. */
export const fitting = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, characters - 1)}…`

/** Where the columns begin. */
export const columnStarts = [left, left + columnWidth, left + 2 * columnWidth] as const
