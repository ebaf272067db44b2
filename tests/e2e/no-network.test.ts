import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { type Listeners, listen } from '../support/listeners.ts'

/** Long enough for a request on this machine to arrive. */
const ARRIVAL_MS = 600

interface Target {
  readonly tcp: string
  readonly udp: string
  readonly url: string
}

const element = (tag: string, properties: string): string =>
  `const e = Object.assign(document.createElement('${tag}'), { ${properties} }); document.body.append(e);`

const REFUSED = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const

const ADDRESSES = [
  '/',
  '/index.html',
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/assets/..%5c..%5cmain%5cmain.cjs',
  '/nowhere.js',
] as const

const pause = 'await new Promise((resolve) => setTimeout(resolve, 500));'

/** Ways out of a page, each as a piece of script. */
const ATTEMPTS: Readonly<Record<string, (to: Target) => string>> = {
  fetch: ({ url }) => `await fetch('${url}')`,
  'fetch without cors': ({ url }) => `await fetch('${url}', { mode: 'no-cors' })`,
  XMLHttpRequest: ({ url }) => `const r = new XMLHttpRequest(); r.open('GET', '${url}', false); r.send()`,
  image: ({ url }) => element('img', `src: '${url}'`),
  script: ({ url }) => element('script', `src: '${url}'`),
  'style sheet': ({ url }) => element('link', `rel: 'stylesheet', href: '${url}'`),
  'addresses in a style': ({ url }) =>
    element(
      'style',
      `textContent: '@import "${url}"; @font-face { font-family: x; src: url(${url}) } body { background: url(${url}); font-family: x }'`,
    ),
  'links that fetch ahead': ({ url }) =>
    ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload', 'icon', 'manifest', 'prerender']
      .map((rel) => `{ ${element('link', `rel: '${rel}', as: 'script', href: '${url}'`)} }`)
      .join(' '),
  WebSocket: ({ tcp }) => `new WebSocket('ws://${tcp}/')`,
  EventSource: ({ url }) => `new EventSource('${url}')`,
  beacon: ({ url }) => `navigator.sendBeacon('${url}', 'x')`,
  ping: ({ url }) => `${element('a', `href: '#', ping: '${url}'`)} e.click()`,
  iframe: ({ url }) => element('iframe', `src: '${url}'`),
  'object and embed': ({ url }) => `{ ${element('object', `data: '${url}'`)} } { ${element('embed', `src: '${url}'`)} }`,
  'audio and video': ({ url }) =>
    `{ ${element('audio', `src: '${url}'`)} e.load() } { ${element('video', `src: '${url}'`)} e.load() }`,
  form: ({ url }) => `${element('form', `action: '${url}', method: 'post'`)} e.submit()`,
  'window.open': ({ url }) => `window.open('${url}')`,
  'link to a new window': ({ url }) => `${element('a', `href: '${url}', target: '_blank'`)} e.click()`,
  navigation: ({ url }) => `location.href = '${url}'`,
  download: ({ url }) => `${element('a', `href: '${url}', download: 'x'`)} e.click()`,
  'fetch in a worker': ({ url }) =>
    `new Worker(URL.createObjectURL(new Blob(["fetch('${url}', { mode: 'no-cors' }).catch(() => 0)"]))); ${pause}`,
  'script of a worker': ({ url }) => `new Worker('${url}')`,
  'shared worker': ({ url }) => `new SharedWorker('${url}')`,
  'service worker': ({ url }) => `await navigator.serviceWorker.register('${url}')`,
  'WebRTC STUN': ({ tcp, udp }) =>
    `const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${udp}' }, { urls: 'turn:${tcp}?transport=tcp', username: 'u', credential: 'c' }] });
     p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); ${pause}`,
  WebTransport: ({ tcp }) => `await new WebTransport('https://${tcp}/').ready`,
  'import()': ({ url }) => `await import('${url}')`,
}

describe.skipIf(NO_WINDOW)('nothing reaches a network', () => {
  let program: RunningProgram
  let listeners: Listeners
  let netLog: string

  beforeAll(async () => {
    listeners = await listen()
    netLog = join(process.env['TMPDIR'] ?? '/tmp', `zhenggai-net-log-${process.pid}.json`)
    program = await launchProgram({ args: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'] })
  })
  afterAll(async () => {
    await program.close()
    await listeners.close()
  })

  test('the listeners hear what does reach them', async () => {
    const before = listeners.hits().length
    const [host = '', port = ''] = listeners.tcp.split(':')
    await new Promise<void>((resolve) => {
      connect(Number(port), host, () => resolve())
        .on('error', () => resolve())
        .end('GET /control HTTP/1.1\r\n\r\n')
    })
    await arrival()
    expect(listeners.hits().slice(before)).toContain('GET /control HTTP/1.1')
  })

  test.each(Object.entries(ATTEMPTS))('%s', async (_name, attempt) => {
    const before = listeners.hits().length
    const body = attempt({ ...listeners, url: `http://${listeners.tcp}/reached` })
    const outcome = await program.window.evaluate(`(async () => { ${body} })().then(() => 'done', String)`)
    expect(outcome).not.toMatch(/SyntaxError|ReferenceError/)
    await arrival()
    expect(listeners.hits().slice(before)).toEqual([])
    expect(program.window.url()).toMatch(/^app:\/\/local\//)
    expect(program.app.windows()).toHaveLength(1)
  })

  test('the main process itself', async () => {
    const before = listeners.hits().length
    const answer = await program.app.evaluate(
      ({ net }, url) => net.fetch(url).then(String, (error: unknown) => String(error)),
      `http://${listeners.tcp}/main`,
    )
    expect(answer).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(listeners.hits().slice(before)).toEqual([])
  })

  test('a host name is not even looked up', async () => {
    const answer = await program.app.evaluate(async ({ session }) => {
      const { resolveHost } = session.defaultSession as unknown as { resolveHost?: (host: string) => Promise<unknown> }
      return (await resolveHost?.call(session.defaultSession, 'example.com').then(() => 'resolved', String)) ?? 'no such function'
    })
    expect(answer).not.toBe('resolved')
  })

  test('only the program’s own files are served, each with the content policy', async () => {
    const answers = await program.window.evaluate(`(async () => {
      const answers = []
      for (const address of ${JSON.stringify(ADDRESSES)}) {
        const { status, headers } = await fetch('app://local' + address)
        answers.push([address, status, headers.get('content-security-policy')?.startsWith("default-src 'none'; script-src 'self'")])
      }
      return answers
    })()`)
    expect(answers).toEqual([
      ['/', 200, true],
      ['/index.html', 200, true],
      ['/../package.json', 404, true],
      ['/..%2f..%2fpackage.json', 403, true],
      ['/assets/..%5c..%5cmain%5cmain.cjs', 403, true],
      ['/nowhere.js', 404, true],
    ])
  })

  test('the page runs no code of its own making and sees nothing of Node or Electron', async () => {
    const seen = await program.window.evaluate(`(() => {
      document.body.setAttribute('onclick', 'window.inlined = true')
      document.body.click()
      ${element('script', "textContent: 'window.inlined = true'")}
      const names = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer']
      return { inlined: 'inlined' in window, names: names.filter((name) => name in window), bridge: Object.keys(window.bridge) }
    })()`)
    expect(seen).toEqual({ inlined: false, names: [], bridge: ['invoke', 'on'] })
  })

  test('permissions are refused but for storage that stays', async () => {
    const states = await program.window.evaluate(`(async () => {
      const states = {}
      for (const name of ${JSON.stringify([...REFUSED, 'persistent-storage'])})
        states[name] = (await navigator.permissions.query({ name })).state
      const asked = await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('refused'))
      })
      const read = await navigator.clipboard.readText().then(() => 'given', () => 'refused')
      return { ...states, asked, read, persisted: await navigator.storage.persist() }
    })()`)
    expect(states).toMatchObject({ asked: 'refused', read: 'refused', 'persistent-storage': 'granted', persisted: true })
    for (const name of REFUSED) expect(states, name).toHaveProperty(name, 'denied')
  })

  test('at the end the net-log of the whole run names no address outside', async () => {
    await program.close()
    const text = readFileSync(netLog, 'utf8')
    expect(text.length).toBeGreaterThan(1_000)
    const addresses = [...text.matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url)
    const outside = addresses.filter((url) => /^(?:https?|wss?|ftp):/.test(url) && !url.includes(listeners.tcp))
    expect(outside).toEqual([])
    const hosts = [...text.matchAll(/"(?:host|hostname)":"([^"]+)"/g)].map(([, host = '']) => host)
    expect(hosts.filter((host) => !host.includes('127.0.0.1') && !host.includes('localhost'))).toEqual([])
    expect(listeners.hits().filter((hit) => hit !== 'tcp connection' && !hit.includes('/control'))).toEqual([])
  })
})

const arrival = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ARRIVAL_MS)
  })
