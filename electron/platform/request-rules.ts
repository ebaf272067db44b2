import { APP_ORIGIN } from './app-address.ts'

/** Permissions the window may have; everything else is refused. Storage that is not evicted is all it needs. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['persistent-storage'])

export const isAllowedPermission = (permission: string): boolean => ALLOWED_PERMISSIONS.has(permission)

/** Whether an address is a page of the program. */
export const isOwnPage = (url: string): boolean => url.startsWith(APP_ORIGIN)

/** What may be requested at all: the program's own files and what it made itself; developer tools only during development. */
export const isAllowedRequest = (url: string, isDevelopment: boolean): boolean =>
  isOwnPage(url) ||
  url.startsWith('data:') ||
  url.startsWith(`blob:${APP_ORIGIN}`) ||
  (isDevelopment && url.startsWith('devtools:'))
