import { Fragment } from 'react'

/** A long computer name, which is broken after a dot rather than in a word. */
export const BrokenAtDots = ({ text }: { readonly text: string }) => {
  let from = 0
  const pieces = text.split('.').map((label) => {
    const start = from
    from += label.length + 1
    return { start, label: from <= text.length ? `${label}.` : label }
  })
  return pieces.map(({ start, label }) => (
    <Fragment key={start}>
      {label}
      <wbr />
    </Fragment>
  ))
}
