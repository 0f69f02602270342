import type { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import { FactList } from '../../components/FactList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { licenseStatusNames } from '../../strings/licensing.ts'
import { target as words } from '../../strings/target-step.ts'

/** What the test read about the computer. */
export const SnapshotFacts = ({ snapshot }: { readonly snapshot: LicenseSnapshot }) => {
  const product = snapshot.products[0]
  const key =
    product === undefined || product.partialProductKey === null
      ? words.keyNowNone
      : words.keyEnds(product.partialProductKey, product.description, licenseStatusNames[product.status])
  return (
    <>
      <FactList
        facts={[
          [words.fullName, snapshot.fullName],
          [words.system, `${snapshot.osCaption} (${snapshot.osVersion})`],
          [words.licensingService, snapshot.serviceVersion],
          [words.keyNow, key],
        ]}
      />
      {snapshot.mayBeIncomplete && <Panel level="warning" title={words.mayBeIncomplete} />}
    </>
  )
}
