import { z } from 'zod'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import { type RouteName, routes } from '../../shared/ipc/contract.ts'
import { FAULTS } from '../../shared/messages/shell.ts'
import { type Log, thrownText } from '../log.ts'
import type { Handlers } from './handlers.ts'

z.config({ jitless: true })

/**
 * Answers a call of the window. The door: the route must be one of ours and the input what its schema says; past it the type is the
 * proof. Whatever a handler throws is a bug: the log gets it, the window gets a refusal. Values never reach the log, only their places.
 */
export type Router = (route: unknown, input: unknown) => Promise<Result<unknown, Refusal>>

export const createRouter =
  (handlers: Handlers, log: Log): Router =>
  async (route, input) => {
    if (!isRoute(route)) {
      log.report('warn', 'ipc-unknown-route', String(route).slice(0, 100))
      return err({ type: 'program-fault', reason: FAULTS.unknownRoute })
    }
    const parsed = routes[route].input.safeParse(input)
    if (!parsed.success) {
      const places = parsed.error.issues.map(({ path, code }) => `${path.join('.') || '(input)'} ${code}`)
      log.report('error', 'ipc-bad-input', `${route}: ${places.join(', ')}`)
      return err({ type: 'program-fault', reason: FAULTS.badInput })
    }
    try {
      return await (handlers[route] as Handler)(parsed.data)
    } catch (thrown) {
      log.report('error', 'ipc-bug', `${route}: ${thrownText(thrown)}`)
      return err({ type: 'program-fault', reason: FAULTS.thrown })
    }
  }

/** One handler, once its input has passed its own schema: the table `Handlers` ties the two together. */
type Handler = (input: unknown) => Promise<Result<unknown, Refusal>>

const isRoute = (name: unknown): name is RouteName => typeof name === 'string' && Object.hasOwn(routes, name)
