import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type Theme } from '@fluentui/react-components'
import { petrol } from './brand.ts'

/** How the window looks; follows Windows' own setting. */
export type Appearance = 'light' | 'dark' | 'high-contrast'

const fonts: Partial<Theme> = {
  fontFamilyBase: '"Segoe UI Variable Text", "Segoe UI", "Noto Sans", system-ui, sans-serif',
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
}

const light: Theme = { ...createLightTheme(petrol), ...fonts }

// Fluent takes brand text in the dark theme from a shade that is too dim on its greys; two shades up reach 4.5:1.
const dark: Theme = {
  ...createDarkTheme(petrol),
  ...fonts,
  colorBrandForeground1: petrol[120],
  colorBrandForeground2: petrol[130],
  colorBrandForegroundLink: petrol[120],
  colorBrandForegroundLinkHover: petrol[130],
  colorCompoundBrandForeground1: petrol[120],
}

/** The Fluent theme of an appearance. High contrast uses the system colours that the person chose in Windows. */
export const themeOf = (appearance: Appearance): Theme => {
  switch (appearance) {
    case 'light':
      return light
    case 'dark':
      return dark
    case 'high-contrast':
      return { ...teamsHighContrastTheme, ...fonts }
  }
}
