/** Writes registry values into a Lab's folder, one after the other: folder, prefix, how many (0: without end). */
import { openLab } from '../../../../src-main/lab/open-lab.ts'

const [folder = '', prefix = '', count = '0'] = process.argv.slice(2)
const lab = openLab('first-host', { folder, latencyMs: 0 })
const session = await lab.connect({ host: 'kms01', namespace: 'root\\default' })
const last = count === '0' ? Number.POSITIVE_INFINITY : Number(count)
for (let index = 0; index < last; index += 1) {
  await session.call('StdRegProv', 'SetDWORDValue', {
    sSubKeyName: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform',
    sValueName: `${prefix}${index}`,
    uValue: index,
  })
}
lab.close()
