import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import {
  type Answer,
  type Bridge,
  EVENTS,
  type EventName,
  type EventPayload,
  type Input,
  type RouteName,
  routes,
} from '../../shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Calls the main process. What it answers is checked here; a route that cannot be reached is a refusal like any other. */
export const invoke = async <R extends RouteName>(route: R, input: Input<R>): Promise<Answer<R>> => {
  const answer = (await window.bridge.invoke(route, input)) as Result<unknown, Refusal>
  if (!answer.ok) return answer
  const output = routes[route].output.safeParse(answer.value)
  return output.success
    ? ({ ok: true, value: output.data } as Answer<R>)
    : err({ type: 'program-fault', reason: `${route} 的应答不符合约定` })
}

/** Listens to what main tells unasked; answers with the function that ends it. */
export const onEvent = <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): (() => void) =>
  window.bridge.on(event, (payload) => {
    const checked = EVENTS[event].safeParse(payload)
    if (checked.success) listener(checked.data as EventPayload<E>)
  })
