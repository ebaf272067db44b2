import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { isSystemError } from '../files/system-errors.ts'
import { APP_SCHEME, appPathOf, mimeTypeOf, RESPONSE_HEADERS } from '../platform/app-address.ts'

/** Before `ready`: the scheme is a secure origin of its own, with storage, modules and workers. */
export const registerAppScheme = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

/** Serves the window's files from `root` and nothing else. Electron 25 brought `protocol.handle`; 22 answers with buffers. */
export const serveApp = (root: string): void => {
  const { handle } = protocol as unknown as { readonly handle?: Handle }
  if (handle !== undefined) {
    handle.call(protocol, APP_SCHEME, async ({ url, method }) => {
      const { status, mimeType, data } = await answerTo(url, method, root)
      return new Response(status === 200 ? new Uint8Array(data) : null, { status, headers: headersOf(mimeType) })
    })
    return
  }
  protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, respond) => {
    void answerTo(url, method, root).then(({ status, mimeType, data }) =>
      respond({ statusCode: status, mimeType, headers: headersOf(mimeType), data }),
    )
  })
}

/** `protocol.handle` as Electron 25 has it; the types of 22 do not know it. */
type Handle = (scheme: string, answer: (request: Readonly<Record<'url' | 'method', string>>) => Promise<Response>) => void

interface Served {
  readonly status: number
  readonly mimeType: string
  readonly data: Buffer
}

const answerTo = async (url: string, method: string, root: string): Promise<Served> => {
  const place = appPathOf(url, method, root)
  if (place.status !== 200) return refused(place.status)
  try {
    return { status: 200, mimeType: mimeTypeOf(place.path), data: await readFile(place.path) }
  } catch (thrown) {
    return refused(isSystemError(thrown) ? 404 : 500)
  }
}

const refused = (status: number): Served => ({ status, mimeType: 'text/plain', data: Buffer.alloc(0) })

const headersOf = (mimeType: string): Record<string, string> => ({ ...RESPONSE_HEADERS, 'content-type': mimeType })
