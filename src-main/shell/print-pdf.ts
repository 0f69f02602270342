import { BrowserWindow, session } from 'electron'
import { AppFailure } from '../contract/app-error.ts'
import { appOrigin, appScheme } from './app-scheme.ts'

/** The one page of the hidden window. */
const page = `${appOrigin}/report.html`

/** The policy of that page: what stands in it, and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

let printed = 0

const failed = (thrown: unknown): AppFailure =>
  new AppFailure(
    {
      code: 'internal',
      message: 'The PDF file could not be made.',
      remedy: 'Save the report as an HTML page, and print that from a browser.',
      detail: thrown instanceof Error ? thrown.message : String(thrown),
      retryable: true,
    },
    { cause: thrown },
  )

const cancelled = (): AppFailure =>
  new AppFailure({ code: 'cancelled', message: 'It was cancelled before it was ready.', retryable: true })

/**
 * Makes a PDF file (A4 across, at the foot its title and page numbers) of a page that needs nothing but itself. The window is never shown,
 * runs no script, has no preload, and its session of its own reaches nothing but that page; nothing is written to disk.
 * @param signal gives it up
 * @throws AppFailure `internal`, `cancelled`
 */
export const printPdf = async (html: string, signal: AbortSignal): Promise<Uint8Array> => {
  printed += 1
  const own = session.fromPartition(`report-${printed}`, { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest((details, callback) => callback({ cancel: details.url !== page }))
  own.protocol.handle(
    appScheme,
    () =>
      new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
      }),
  )
  const window = new BrowserWindow({
    show: false,
    title: 'Report',
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      images: false,
      devTools: false,
    },
  })
  const giveUp = (): void => window.destroy()
  signal.addEventListener('abort', giveUp)
  try {
    if (signal.aborted) throw cancelled()
    await window.loadURL(page)
    return await window.webContents.printToPDF({
      landscape: true,
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="display:flex;width:100%;font:7pt sans-serif;color:#404040;padding:0 12mm"><span class="title" style="flex:1;overflow:hidden;white-space:nowrap;text-overflow:ellipsis"></span><span style="padding-left:8mm">Page&nbsp;<span class="pageNumber"></span>&nbsp;of&nbsp;<span class="totalPages"></span></span></div>',
    })
  } catch (thrown) {
    throw signal.aborted ? cancelled() : failed(thrown)
  } finally {
    signal.removeEventListener('abort', giveUp)
    if (!window.isDestroyed()) window.destroy()
    own.protocol.unhandle(appScheme)
  }
}
