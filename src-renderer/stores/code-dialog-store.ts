import { create } from 'zustand'

interface CodeDialogState {
  /** The code that is explained; it stays here while the dialog fades out. */
  readonly code: string | null
  readonly open: boolean
}

/** The dialog that explains one result code where it is met, so that nothing typed on the page is lost. */
export const useCodeDialog = create<CodeDialogState>(() => ({ code: null, open: false }))

/** Explains a code in a dialog. @param code as it is written: "0xC004F074" */
export const showCode = (code: string): void => useCodeDialog.setState({ code, open: true })

/** Closes the dialog. */
export const closeCode = (): void => useCodeDialog.setState({ open: false })
