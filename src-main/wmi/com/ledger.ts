/**
 * What the COM client holds at this moment. Tests read it to prove that nothing is left behind: `interfacePointers`,
 * `bstrs`, `variants` and `identities` are back at their starting values when all sessions are closed.
 */
export interface Ledger {
  interfacePointers: number
  bstrs: number
  variants: number
  identities: number
  /** COM calls that are on a worker thread now. */
  callsOnWorkers: number
  /** How many BSTRs were ever allocated, so that a balance of zero can be told from "never used". */
  bstrsAllocated: number
  /** How many interface pointers were ever received. */
  pointersReceived: number
}

/** A ledger with nothing in it. */
export const emptyLedger = (): Ledger => ({
  interfacePointers: 0,
  bstrs: 0,
  variants: 0,
  identities: 0,
  callsOnWorkers: 0,
  bstrsAllocated: 0,
  pointersReceived: 0,
})
