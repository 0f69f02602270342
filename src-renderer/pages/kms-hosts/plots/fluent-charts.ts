import { lazy } from 'react'

/** Fluent's charts, loaded when the first plot is drawn: they are larger than the rest of the page. */
export const LineChart = lazy(async () => ({ default: (await import('@fluentui/react-charts')).LineChart }))
export const VerticalStackedBarChart = lazy(async () => ({
  default: (await import('@fluentui/react-charts')).VerticalStackedBarChart,
}))
