/** advapi32's TOKEN_QUERY access and the information class TokenElevation (winnt.h). */
const tokenQuery = 0x0008
const tokenElevation = 20

/**
 * Whether this process runs elevated: TokenElevation of its own token. Null off Windows, and where Windows does not
 * say. Loads koffi on first use, so that it costs nothing before the first paint.
 */
export const readElevation = async (platform: NodeJS.Platform = process.platform): Promise<boolean | null> => {
  if (platform !== 'win32') return null
  const { default: koffi } = await import('koffi')
  const kernel32 = koffi.load('kernel32.dll')
  const advapi32 = koffi.load('advapi32.dll')
  const getCurrentProcess = kernel32.func('void *__stdcall GetCurrentProcess()')
  const closeHandle = kernel32.func('bool __stdcall CloseHandle(void *handle)')
  const openProcessToken = advapi32.func(
    'bool __stdcall OpenProcessToken(void *process, uint32_t access, _Out_ void **token)',
  )
  const getTokenInformation = advapi32.func(
    'bool __stdcall GetTokenInformation(void *token, int kind, _Out_ uint32_t *value, uint32_t size, _Out_ uint32_t *used)',
  )
  const token: unknown[] = [null]
  if (!openProcessToken(getCurrentProcess(), tokenQuery, token)) return null
  try {
    const value = [0]
    return getTokenInformation(token[0], tokenElevation, value, 4, [0]) ? value[0] !== 0 : null
  } finally {
    closeHandle(token[0])
  }
}
