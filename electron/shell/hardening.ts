import { app, type Session, type WebContents } from 'electron'
import { isAllowedPermission, isAllowedRequest, isOwnPage } from '../platform/request-rules.ts'

/**
 * [Note: No network] The program never speaks to a network; what it is built on would like to. Each line closes a way out that was seen
 * open: background services, host names, proxies (WPAD), the spell checker's dictionaries (past every request filter, so it is switched
 * off before the session is used), WebRTC (UDP past the filter and the content policy). tests/e2e/no-network.test.ts counts what gets out.
 */
export const hardenBeforeReady = (isDevelopment: boolean): void => {
  for (const name of SWITCHES) app.commandLine.appendSwitch(name)
  for (const [name, value] of SWITCHES_WITH_VALUES) app.commandLine.appendSwitch(name, value)
  app.on('session-created', (session) => hardenSession(session, isDevelopment))
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

const SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
  'disable-breakpad',
] as const

const SWITCHES_WITH_VALUES = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'direct://'],
] as const

const hardenSession = (session: Session, isDevelopment: boolean): void => {
  session.setSpellCheckerEnabled(false)
  if (process.platform !== 'darwin') {
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerDictionaryDownloadURL('app://local/none/')
  }
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url, isDevelopment) }))
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowedPermission(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

const hardenContents = (contents: WebContents): void => {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault()
  })
  contents.on('will-redirect', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
