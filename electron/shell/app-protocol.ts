import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { isSystemError } from '../files/system-errors.ts'
import { APP_SCHEME, appPathOf, mimeTypeOf, PRINT_ADDRESS, PRINT_POLICY, RESPONSE_HEADERS } from '../platform/app-address.ts'

/** Before `ready`: the scheme is a secure origin of its own, with storage, modules and workers. */
export const registerAppScheme = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

/** Serves the window's files from `root` and nothing else. Electron 25 brought `protocol.handle`; 22 answers with buffers. */
export const serveApp = (root: string, printed: () => string | null): void => {
  const { handle } = protocol as unknown as { readonly handle?: Handle }
  if (handle !== undefined) {
    handle.call(protocol, APP_SCHEME, async ({ url, method }) => {
      const { status, headers, data } = await answerTo(url, method, root, printed)
      return new Response(status === 200 ? new Uint8Array(data) : null, { status, headers })
    })
    return
  }
  protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, respond) => {
    void answerTo(url, method, root, printed).then(({ status, mimeType, headers, data }) =>
      respond({ statusCode: status, mimeType, headers, data }),
    )
  })
}

/** `protocol.handle` as Electron 25 has it; the types of 22 do not know it. */
type Handle = (scheme: string, answer: (request: Readonly<Record<'url' | 'method', string>>) => Promise<Response>) => void

interface Served {
  readonly status: number
  readonly mimeType: string
  readonly headers: Record<string, string>
  readonly data: Buffer
}

const answerTo = async (url: string, method: string, root: string, printed: () => string | null): Promise<Served> => {
  const page = url === PRINT_ADDRESS && method === 'GET' ? printed() : null
  if (page !== null) return served('text/html; charset=utf-8', Buffer.from(page), { 'content-security-policy': PRINT_POLICY })
  const place = appPathOf(url, method, root)
  if (place.status !== 200) return refused(place.status)
  try {
    return served(mimeTypeOf(place.path), await readFile(place.path))
  } catch (thrown) {
    return refused(isSystemError(thrown) ? 404 : 500)
  }
}

const served = (mimeType: string, data: Buffer, added: Readonly<Record<string, string>> = {}): Served => ({
  status: 200,
  mimeType,
  headers: { ...RESPONSE_HEADERS, ...added, 'content-type': mimeType },
  data,
})

const refused = (status: number): Served => ({
  status,
  mimeType: 'text/plain',
  headers: { ...RESPONSE_HEADERS, 'content-type': 'text/plain' },
  data: Buffer.alloc(0),
})
