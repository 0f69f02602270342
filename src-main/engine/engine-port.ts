/** The port to main as an engine sees it; Electron's `process.parentPort` has this shape. */
export interface EnginePort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
}

/** An engine process as main sees it; Electron's `UtilityProcess` has this shape. */
export interface EngineProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number | null) => void): unknown
  postMessage(message: unknown): void
  kill(): unknown
}
