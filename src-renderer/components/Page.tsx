import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { PageHeading } from './PageHeading.tsx'

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1040px',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalL },
  },
})

/** A page outside a wizard: heading and content. */
export const Page = ({ heading, children }: { readonly heading: string; readonly children: ReactNode }) => (
  <div className={useStyles().page}>
    <PageHeading text={heading} />
    {children}
  </div>
)
