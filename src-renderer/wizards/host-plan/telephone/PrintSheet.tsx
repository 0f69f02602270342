import { createPortal } from 'react-dom'
import type { WaitingForInput } from '../../../../src-main/contract/models/telephone.ts'
import { telephone } from '../../../strings/telephone.ts'
import { blockCount, letterOf } from './confirmation-blocks.ts'
import './print-sheet.css'

const { sheet: words } = telephone

interface Props {
  readonly waiting: WaitingForInput
  readonly computer: string
}

/**
 * What is printed in place of the window: the installation ID to read aloud, whom to call, and room for the confirmation
 * ID, which itself is never printed. On the screen there is nothing of it.
 */
export const PrintSheet = ({ waiting, computer }: Props) =>
  createPortal(
    <section className="print-sheet" aria-hidden="true">
      <h1>{words.title}</h1>
      <p>
        {words.computer}: {computer}. {waiting.productName}
      </p>
      <h2>{words.callHeading}</h2>
      <ul>
        {waiting.whereToCall.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>{words.readHeading}</h2>
      <ol>
        {waiting.blocks.map(({ letter, digits }) => (
          <li key={letter}>
            <span>{letter}</span> {digits}
          </li>
        ))}
      </ol>
      <h2>{words.writeHeading}</h2>
      <ol>
        {Array.from({ length: blockCount }, (_, index) => (
          <li key={letterOf(index)}>
            <span>{letterOf(index)}</span> ______
          </li>
        ))}
      </ol>
    </section>,
    document.body,
  )
