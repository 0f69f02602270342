import { openTaskWizard } from '../../stores/navigation-store.ts'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import { productKindNames } from '../../strings/licensing.ts'
import type { TaskRefusal, TestedComputer } from '../task-wizard/task-wizard.ts'
import { clientProduct } from './present-text.ts'

/** Why a computer cannot be configured as a KMS client: it is none. Null where it is one. */
export const clientRefusal = ({ name, snapshot, fields }: TestedComputer): TaskRefusal | null => {
  if (snapshot === null || clientProduct(snapshot) !== null) return null
  const link = {
    label: words.refusal.convert,
    open: () => void openTaskWizard('convert-computer', { kind: 'new', computer: fields }),
  }
  const [product] = snapshot.products
  if (product === undefined) return { title: words.refusal.noKey(name), text: words.refusal.text, link }
  return {
    title: words.refusal.other(name, productKindNames[product.kind]),
    text: product.kind === 'kms-host' ? words.refusal.hostText : words.refusal.text,
    link,
  }
}
