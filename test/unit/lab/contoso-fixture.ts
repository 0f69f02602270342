import { openLab, type Lab, type LabSession } from '../../../src-main/lab/open-lab.ts'
import { labKeys } from '../../../src-main/lab/fictional-keys.ts'
import {
  activate,
  connectTo,
  installKey,
  licensingKey,
  localMachine,
  openFirewall,
  restartLicensing,
  until,
} from './lab-fixture.ts'

export const contosoDomain = 'corp.contoso.test'
export const contosoHostKey = labKeys.contosoHost.key
export const tsigKey = {
  name: 'kms-key',
  algorithm: 'hmac-sha256',
  secret: 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTE=',
} as const

/** The scenario contoso-2009 in memory; its calls take no time. */
export const quickContoso = (): Lab => openLab('contoso-2009', { latencyMs: 0 })

/** Waits until no program runs on a computer any more. */
export const programsDone = async (session: LabSession): Promise<void> => {
  await until(
    () => session.query("SELECT Name FROM Win32_Process WHERE Name = 'netsh.exe'"),
    (rows) => rows.length === 0,
  )
}

/** Makes a server an activated KMS host that lets KMS traffic in. */
export const makeContosoHost = async (lab: Lab, host = 'kms01'): Promise<LabSession> => {
  const kms = await connectTo(lab, host)
  await installKey(kms, contosoHostKey)
  await activate(kms)
  await openFirewall(kms)
  await programsDone(kms)
  return kms
}

/** Writes the publish list of a KMS host and restarts its service. */
export const publishTo = async (kms: LabSession, lines: readonly string[]): Promise<void> => {
  await kms.call('StdRegProv', 'SetMultiStringValue', {
    hDefKey: localMachine,
    sSubKeyName: licensingKey,
    sValueName: 'DnsDomainPublishList',
    sValue: [...lines],
  })
  await restartLicensing(kms)
}

/** What a rejected promise was rejected with: its result code. */
export const codeOf = (promise: Promise<unknown>): Promise<number | undefined> =>
  promise.then(
    () => undefined,
    (error: { readonly hresult: number }) => error.hresult,
  )
