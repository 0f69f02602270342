import { z } from 'zod'

const WithLines = z.object({ lines: z.array(z.string()) })
const WithInstallationId = z.object({ installationId: z.string().regex(/^\d{54,63}$/) })

/** What a step read, in lines: the text of a reading action, or an installation ID, which slmgr prints as well. */
export const resultLines = (result: unknown): readonly string[] => {
  const text = WithLines.safeParse(result)
  if (text.success) return text.data.lines
  const told = WithInstallationId.safeParse(result)
  return told.success ? [`Installation ID: ${told.data.installationId}`] : []
}
