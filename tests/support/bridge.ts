import type { RouteName } from '../../shared/ipc/contract.ts'
import type { RunningProgram } from './electron-app.ts'

/** Calls main as the window does, with a route that may be none; the input must be plain data. */
export const invoke = (program: RunningProgram, route: RouteName | 'file.delete', input: unknown = undefined): Promise<unknown> =>
  program.window.evaluate(`window.bridge.invoke(${JSON.stringify(route)}, ${JSON.stringify(input)})`)
