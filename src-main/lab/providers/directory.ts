import { labError, labHresults } from '../lab-error.ts'
import { directoryComputerSchema } from '../schema/directory.ts'
import { fullNameOf, type Scene } from '../world/scene.ts'
import type { Computer } from '../world/state.ts'
import { directoryLdap, type ClassProvider } from './class-provider.ts'

const isController = ({ os }: Computer): boolean => os.productType === 2

/** assumed: the Lab's domains keep controllers, servers and clients in an organisational unit each. */
const unitOf = (computer: Computer): string => {
  if (isController(computer)) return 'Domain Controllers'
  return computer.os.productType === 3 ? 'Servers' : 'Clients'
}

/** documented: the DN of an object in a domain ends with a DC for each label of the domain's DNS name. */
const dnOf = (computer: Computer, domain: string): string => {
  const naming = domain
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',')
  return `CN=${computer.name},OU=${unitOf(computer)},${naming}`
}

/**
 * Lets those ask that can. documented: an account that came over the network is not passed on to a third computer, so that a
 * member that is asked remotely cannot ask its domain. assumed: it answers 0x80070005.
 */
const requireWay = (scene: Scene): void => {
  if (isController(scene.computer()) || scene.host === scene.scenario.thisComputer) return
  throw labError('query', labHresults.accessDenied, 'The directory did not accept the account.')
}

/** The members of the domain of the computer that is asked. */
const membersOf = (scene: Scene): readonly Computer[] => {
  const domain = scene.computer().domain?.toLowerCase()
  return scene.scenario.hosts.flatMap((host) => {
    const computer = scene.transaction.read(host)
    return computer?.platform === 'windows' && computer.domain?.toLowerCase() === domain ? [computer] : []
  })
}

/** ds_computer: the computer accounts of a domain. */
export const directoryComputerProvider: ClassProvider = {
  schema: directoryComputerSchema,
  namespaces: [directoryLdap],
  installed: ({ platform, domain }) => platform === 'windows' && domain !== null,
  prepare: requireWay,
  rows: (scene) =>
    membersOf(scene).map((computer) => {
      const dn = dnOf(computer, computer.domain ?? '')
      return {
        ADSIPath: `LDAP://${dn}`,
        DS_cn: computer.name,
        DS_name: computer.name,
        DS_dNSHostName: fullNameOf(computer).toLowerCase(),
        DS_distinguishedName: dn,
        DS_sAMAccountName: `${computer.name}$`,
        DS_operatingSystem: computer.os.caption,
        DS_operatingSystemVersion: `${computer.os.version.split('.').slice(0, 2).join('.')} (${computer.os.build})`,
        DS_description: null,
      }
    }),
}
