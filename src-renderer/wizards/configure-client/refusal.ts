import { configureClient as words } from '../../strings/configure-client/options.ts'
import { productKindNames } from '../../strings/licensing.ts'
import type { TaskRefusal, TestedComputer } from '../task-wizard/task-wizard.ts'
import { clientProduct } from './present-text.ts'

/** Why a computer cannot be configured as a KMS client: it is none. Null where it is one. */
export const clientRefusal = ({ name, snapshot }: TestedComputer): TaskRefusal | null => {
  if (snapshot === null || clientProduct(snapshot) !== null) return null
  const [product] = snapshot.products
  if (product === undefined) return { title: words.refusal.noKey(name), text: words.refusal.text }
  return {
    title: words.refusal.other(name, productKindNames[product.kind]),
    text: product.kind === 'kms-host' ? words.refusal.hostText : words.refusal.text,
  }
}
