import { answerByHandler, privilegedSchemes } from './protocol.mjs'
import { fromChromium, rewriteHtml, rewritePolicy, toChromium } from './scheme-map.mjs'

/**
 * Every request of a window passes here: navigation locks first, then webRequest, then the app's protocol handlers.
 * @param {import('./web-contents.mjs').WebContents} contents
 * @param {Record<string, any>} paused DevTools' Fetch.requestPaused
 */
export async function handlePausedRequest(contents, paused) {
  const { requestId } = paused
  const fail = (errorReason) => contents.send_('Fetch.failRequest', { requestId, errorReason })
  try {
    if (paused['responseStatusCode'] !== undefined) return await alterHeaders(contents, paused)
    if (paused['responseErrorReason'] !== undefined) return await contents.send_('Fetch.continueRequest', { requestId })
    if (paused['resourceType'] === 'Document' && !contents.mayNavigate_(paused)) return await fail('Aborted')
    const { webRequest_, protocol_ } = contents.session
    const details = requestDetails(contents, paused)
    const before = await webRequest_.ask('onBeforeRequest', details)
    if (before['cancel']) return await fail('BlockedByClient')
    if (before['redirectURL']) return await redirect(contents, requestId, before['redirectURL'])
    const response = await answerByHandler(protocol_.handlers, details.url, {
      method: details.method,
      headers: paused['request'].headers,
      body: bodyOf(paused['request']),
    })
    if (response) return await fulfil(contents, requestId, details, response)
    if (details.url !== paused['request'].url) return await fail('Failed')
    const interceptResponse = webRequest_.has('onHeadersReceived')
    return await contents.send_('Fetch.continueRequest', { requestId, interceptResponse })
  } catch (error) {
    process.stderr.write(`stand-in: ${paused['request']?.url}: ${String(error)}\n`)
    return fail('Failed')
  }
}

function requestDetails(contents, { requestId, request, resourceType, frameId }) {
  const names = { Document: frameId === contents.mainFrameId_ ? 'mainFrame' : 'subFrame', XHR: 'xhr', Fetch: 'xhr' }
  return {
    id: requestId,
    url: fromChromium(request.url),
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    frame: contents.mainFrame,
    resourceType: names[resourceType] ?? String(resourceType).toLowerCase(),
    referrer: fromChromium(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
  }
}

function bodyOf(request) {
  if (request.postDataEntries)
    return Buffer.concat(request.postDataEntries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')))
  return request.postData === undefined ? undefined : Buffer.from(request.postData)
}

const redirect = (contents, requestId, url) =>
  contents.send_('Fetch.fulfillRequest', {
    requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'Location', value: toChromium(url) }],
  })

async function fulfil(contents, requestId, details, response) {
  if (response.type === 'error') return contents.send_('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  const given = await finalHeaders(contents, details, groupHeaders([...response.headers]), response.status)
  const schemes = [...new Set([...privilegedSchemes, 'app'])]
  const isHtml = /^text\/html\b/i.test(given['content-type']?.[0] ?? '')
  const bytes = Buffer.from(await response.arrayBuffer())
  const body = isHtml ? Buffer.from(rewriteHtml(bytes.toString('utf8'), schemes)) : bytes
  return contents.send_('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    ...(response.statusText ? { responsePhrase: response.statusText } : {}),
    responseHeaders: flatHeaders(given, schemes),
    body: body.toString('base64'),
  })
}

/** Headers of a real response, when the app listens to onHeadersReceived. */
async function alterHeaders(contents, paused) {
  const headers = groupHeaders(paused['responseHeaders'].map(({ name, value }) => [name, value]))
  const given = await finalHeaders(contents, requestDetails(contents, paused), headers, paused['responseStatusCode'])
  return contents.send_('Fetch.continueResponse', {
    requestId: paused['requestId'],
    responseCode: paused['responseStatusCode'],
    responseHeaders: flatHeaders(given, ['app']),
  })
}

async function finalHeaders(contents, details, responseHeaders, statusCode) {
  const answer = await contents.session.webRequest_.ask('onHeadersReceived', {
    ...details,
    statusCode,
    statusLine: `HTTP/1.1 ${statusCode}`,
    responseHeaders,
  })
  const chosen = Object.entries(answer['responseHeaders'] ?? responseHeaders)
  return Object.fromEntries(chosen.map(([name, value]) => [name.toLowerCase(), [value].flat()]))
}

const groupHeaders = (pairs) => {
  /** @type {Record<string, string[]>} */
  const grouped = {}
  for (const [name, value] of pairs) (grouped[name] ??= []).push(value)
  return grouped
}

const flatHeaders = (headers, schemes) =>
  Object.entries(headers).flatMap(([name, values]) =>
    values.map((value) => ({
      name,
      value: /^(content-security-policy|location)/.test(name)
        ? rewritePolicy(toChromium(value), schemes)
        : String(value),
    })),
  )
