import { z } from 'zod'

/** Where a window was and how large, in device-independent pixels. */
export const WindowState = z
  .object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(1).max(100_000),
    height: z.number().int().min(1).max(100_000),
    maximized: z.boolean(),
  })
  .strict()
export type WindowState = z.infer<typeof WindowState>

/** A rectangle on the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest window in which every page can be used. */
export const minimumSize = { width: 900, height: 620 } as const
const usualSize = { width: 1200, height: 800 } as const

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

const within = (state: Area, area: Area): Area => {
  const width = Math.min(Math.max(state.width, minimumSize.width), area.width)
  const height = Math.min(Math.max(state.height, minimumSize.height), area.height)
  return {
    width,
    height,
    x: clamp(state.x, area.x, area.x + area.width - width),
    y: clamp(state.y, area.y, area.y + area.height - height),
  }
}

/**
 * Where to open the window: where it was, moved and shrunk so that all of it is on the display that shows most of it.
 * Where nothing is remembered, or its display is gone, in the middle of the first display.
 * @param workAreas of the present displays, the primary one first; never empty
 */
export const placeWindow = (remembered: WindowState | null, workAreas: readonly [Area, ...Area[]]): Area => {
  const best = remembered
    ? workAreas
        .map((area) => ({ area, shown: overlap(remembered, area) }))
        .toSorted((a, b) => b.shown - a.shown)
        .find(({ shown }) => shown > 0)
    : undefined
  if (remembered && best) return within(remembered, best.area)
  const [primary] = workAreas
  const width = Math.min(usualSize.width, primary.width)
  const height = Math.min(usualSize.height, primary.height)
  return {
    width,
    height,
    x: primary.x + Math.round((primary.width - width) / 2),
    y: primary.y + Math.round((primary.height - height) / 2),
  }
}
