import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
})

/**
 * The page's heading of the first level. It takes the focus when it appears, so that a screen reader starts at the top of
 * the new page; give it a `key` where the same component shows the next page.
 */
export const PageHeading = ({ text }: { readonly text: string }) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <h1 ref={ref} tabIndex={-1} className={useStyles().heading}>
      {text}
    </h1>
  )
}
