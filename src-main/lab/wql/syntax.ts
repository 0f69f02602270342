import type { CimScalar } from '../../wmi/cim-values.ts'

/** A comparison of WQL; `like` is LIKE, and null is compared by = and <>. */
export type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=' | 'like'

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly comparison: Comparison
      readonly literal: Exclude<CimScalar, Date>
    }

/** SELECT columns FROM class [WHERE condition]. `columns` is null for "*". */
export interface Select {
  readonly columns: readonly string[] | null
  readonly from: string
  readonly where: Condition | null
}
