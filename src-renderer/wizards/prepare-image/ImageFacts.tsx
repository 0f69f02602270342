import { Button, makeStyles } from '@fluentui/react-components'
import type { ImageState } from '../../../src-main/contract/models/prepare-image.ts'
import { Cell, DataTable } from '../../components/DataTable.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Section } from '../../components/Section.tsx'
import { timeText } from '../../format/time.ts'
import { prepareImage as words } from '../../strings/prepare-image.ts'

const useStyles = makeStyles({ again: { justifySelf: 'start' } })

const skipText = (skip: boolean | null): string => {
  if (skip === null) return words.skipRearmUnknown
  return skip ? words.skipRearmOn : words.skipRearmOff
}
const countText = (count: number | null): string => (count === null ? words.notTold : String(count))

interface Props {
  readonly image: ImageState
  /** Reads all of it anew. */
  readonly again: () => void
}

/** The rearms that are left, and the time that every product still has. */
export const ImageFacts = ({ image, again }: Props) => {
  const styles = useStyles()
  const { osCaption, windowsRearms, skipRearm, partRearm, products } = image
  return (
    <Section title={words.nowTitle}>
      <FactList
        facts={[
          [words.system, osCaption],
          [words.rearms, windowsRearms === null ? words.rearmsUnknown : String(windowsRearms)],
          [words.skipRearm, skipText(skipRearm)],
        ]}
      />
      {products.length > 0 && (
        <DataTable
          caption={words.products}
          columns={[
            { name: words.product },
            { name: words.status },
            { name: words.ends },
            ...(partRearm
              ? [
                  { name: words.applicationLeft, numeric: true },
                  { name: words.productLeft, numeric: true },
                ]
              : []),
          ]}
        >
          {products.map((product) => (
            <tr key={product.activationId}>
              <Cell header>{product.name}</Cell>
              <Cell>{product.statusText}</Cell>
              <Cell>{product.graceEndsAt === null ? words.endsNever : timeText(product.graceEndsAt)}</Cell>
              {partRearm && <Cell numeric>{countText(product.applicationRearmsLeft)}</Cell>}
              {partRearm && <Cell numeric>{countText(product.productRearmsLeft)}</Cell>}
            </tr>
          ))}
        </DataTable>
      )}
      <Button className={styles.again} size="small" onClick={again}>
        {words.again}
      </Button>
    </Section>
  )
}
