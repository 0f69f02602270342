/** A Windows result code as it is written in error tables: `0xC004F074`. @param code unsigned 32-bit number */
export const hresultText = (code: number): string => `0x${code.toString(16).toUpperCase().padStart(8, '0')}`
