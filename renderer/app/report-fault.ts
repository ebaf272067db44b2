import { invoke } from '../platform/bridge.ts'

/** A fault of the window, for the local log: names and places of code only, because messages may quote what was on the screen. */
export const reportFault = (code: string, thrown: unknown, more = ''): void => {
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const stack = thrown instanceof Error ? (thrown.stack ?? '').replace(thrown.message, '') : ''
  void invoke('log.report', { level: 'error', code, detail: `${name}\n${stack}\n${more}`.slice(0, 4_000) })
}

/** Faults outside of React's drawing are logged as well; what they stopped has told the person itself. */
export const reportUncaughtFaults = (): void => {
  window.addEventListener('error', (event) => reportFault('uncaught', event.error))
  window.addEventListener('unhandledrejection', (event) => reportFault('unhandled-rejection', event.reason))
}
