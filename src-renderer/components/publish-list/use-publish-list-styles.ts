import { makeStyles, tokens } from '@fluentui/react-components'

/** The grid that the heads and the rows of a publish list share. */
export const usePublishListStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 360px) 96px 96px 32px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    maxWidth: '720px',
  },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  errors: { listStyle: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, maxWidth: '720px' },
  error: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
})
