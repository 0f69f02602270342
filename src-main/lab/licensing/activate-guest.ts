import { labError, labHresults } from '../lab-error.ts'
import { digitsFrom, guidFrom } from '../random.ts'
import { clockOf, fullNameOf, type Scene } from '../world/scene.ts'
import { windowsDay } from './kms-figures.ts'
import { keyedProduct, licenseStatus, statusAt } from './product-status.ts'

/** assumed: a guest's activation holds for seven days and is renewed while its host is there. */
const guestValidity = 7 * windowsDay

/**
 * Activates an AVMA guest from the Hyper-V host that it runs on. documented: 0xC004FD01 without such a host, which must be
 * a Datacenter server, and 0xC004FD02 where the host itself is not activated (error-codes.json). Throws WmiError.
 */
export const activateGuest = (scene: Scene, activationId: string): void => {
  const { hypervisor } = scene.computer()
  const host = hypervisor === null ? undefined : scene.transaction.read(hypervisor)
  if (!host || host.power !== 'on' || !host.os.editionId.startsWith('ServerDatacenter')) {
    throw labError('call', labHresults.noVirtualHost, 'This is no guest of a Windows Server Datacenter Hyper-V host.')
  }
  const clock = clockOf(scene)
  if (statusAt(keyedProduct(host)?.product, clock).status !== licenseStatus.licensed) {
    throw labError('call', labHresults.virtualHostNotActivated, 'The Hyper-V host is not activated.')
  }
  const product = scene.change().licensing.products[activationId]
  if (!product) return
  const random = (): number => scene.transaction.random()
  product.status = 'licensed'
  product.endsAt = clock + guestValidity
  product.avma = {
    iaid: product.avma?.iaid ?? guidFrom(random),
    hostName: fullNameOf(host),
    activatedAt: clock,
    hostPid2: `${digitsFrom(random, 5)}-${digitsFrom(random, 5)}-${digitsFrom(random, 3)}-${digitsFrom(random, 6)}`,
  }
}
