import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appPathOf, CONTENT_SECURITY_POLICY, mimeTypeOf } from '../../../electron/platform/app-address.ts'
import { isAllowedPermission, isAllowedRequest, isOwnPage } from '../../../electron/platform/request-rules.ts'

const ROOT = join('/', 'program', 'dist', 'renderer')
const served = (address: string, method = 'GET') => appPathOf(address, method, ROOT)

describe('the address of a file of the window', () => {
  test.each([
    ['app://local/', 'index.html'],
    ['app://local/index.html', 'index.html'],
    ['app://local/?x=1#y', 'index.html'],
    ['app://local/assets/main-a1.js', 'assets/main-a1.js'],
    ['app://local/assets/%E6%A0%B7.txt?v=2', 'assets/样.txt'],
  ])('%s', (address, path) => expect(served(address)).toEqual({ status: 200, path: join(ROOT, path) }))

  test.each([
    'app://local/../package.json',
    'app://local/a/../../b',
    'app://local/..%2f..%2fpackage.json',
    'app://local/%2e%2e/package.json',
    'app://local/a%5c..%5cb',
    'app://local/a\\b',
    'app://local/%00',
    'app://local/C:/Windows/win.ini',
    'app://local/index.html::$DATA',
    'app://local//etc/passwd',
    'app://local/assets/',
    'app://local/.env',
    'app://local/%E6%A0',
    'app://elsewhere/index.html',
    'app://local.example/index.html',
    'file:///etc/passwd',
    'http://local/',
  ])('%s is refused', (address) => expect(served(address)).toEqual({ status: 403 }))

  test.each(['POST', 'PUT', 'DELETE'])('%s is no way to read', (method) =>
    expect(served('app://local/', method)).toEqual({ status: 405 }),
  )

  test('WebAssembly is called by its name, an unknown ending is bytes', () => {
    expect(mimeTypeOf('a/b.WASM')).toBe('application/wasm')
    expect(mimeTypeOf('a/b.js')).toBe('text/javascript; charset=utf-8')
    expect(mimeTypeOf('a/b.exe')).toBe('application/octet-stream')
  })

  test('the content policy names no address', () => {
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; /)
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'/)
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  })
})

describe('what the window may ask for', () => {
  test.each(['app://local/x', 'data:text/plain,x', 'blob:app://local/1'])('%s', (url) =>
    expect(isAllowedRequest(url, false)).toBe(true),
  )
  test.each([
    'http://127.0.0.1/',
    'https://a.example/',
    'ws://a/',
    'file:///etc/passwd',
    'blob:http://a/1',
    'app://other/',
    'devtools://x/',
  ])('not %s', (url) => expect(isAllowedRequest(url, false)).toBe(false))
  test('developer tools during development only', () => expect(isAllowedRequest('devtools://devtools/x', true)).toBe(true))
  test('a page of ours begins with the whole origin', () => {
    expect([isOwnPage('app://local/'), isOwnPage('app://local.evil/'), isOwnPage('about:blank')]).toEqual([true, false, false])
  })
  test('one permission', () => {
    const asked = [
      'persistent-storage',
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
      'unknown',
    ]
    expect(asked.filter(isAllowedPermission)).toEqual(['persistent-storage'])
  })
})
