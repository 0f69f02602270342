import type { BrandVariants } from '@fluentui/react-components'

/** The app's own ramp: a petrol blue, so that nobody takes the app for a part of Windows. Dark (10) to light (160). */
export const petrol: BrandVariants = {
  10: '#02131a',
  20: '#06232d',
  30: '#08323f',
  40: '#094050',
  50: '#0a4c5f',
  60: '#0b586e',
  70: '#0c647d',
  80: '#0f708b',
  90: '#2a819b',
  100: '#4393ab',
  110: '#5ba4bb',
  120: '#73b5ca',
  130: '#8cc5d8',
  140: '#a6d5e5',
  150: '#c2e4f0',
  160: '#dff2f9',
}
