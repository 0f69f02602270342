/** A native function as koffi hands it out; its argument types are checked by koffi when it is called. */
export interface KoffiFunction {
  (...parameters: unknown[]): unknown
  async(...parameters: unknown[]): unknown
}

/** An address in the process, as koffi represents it. */
export type Address = bigint
