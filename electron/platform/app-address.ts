import { extname, join } from 'node:path'

/** [Note: Origin] The window lives at app://local/ for ever: IndexedDB belongs to the origin, another one would orphan every ledger. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'local'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}/`

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Of a page that is only laid out on paper: nothing in it runs, nothing is asked for but styles and pictures it carries. */
export const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Where such a page stands while it is laid out. */
export const PRINT_ADDRESS = `${APP_ORIGIN}print.html`

/** Sent with everything the scheme serves, refusals too. */
export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export const mimeTypeOf = (path: string): string => MIME_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

export type AppPath = { readonly status: 200; readonly path: string } | { readonly status: 403 | 405 }

/** The file under `root` that a request of the window means. What could lead anywhere else is refused, not repaired. */
export const appPathOf = (address: string, method: string, root: string): AppPath => {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 }
  if (!address.startsWith(APP_ORIGIN)) return { status: 403 }
  const [path = ''] = address.slice(APP_ORIGIN.length).split(/[?#]/)
  const segments = path === '' ? ['index.html'] : path.split('/').map(decoded)
  return segments.every(isPlainName) ? { status: 200, path: join(root, ...segments) } : { status: 403 }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch (thrown) {
    if (thrown instanceof URIError) return ''
    throw thrown
  }
}

/** No separators, drives, streams or control characters; no name that begins with a dot. */
const isPlainName = (name: string): boolean => /^[^./\\:\p{Cc}][^/\\:\p{Cc}]*$/u.test(name)
