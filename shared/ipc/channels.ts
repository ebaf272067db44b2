import type { EventName } from './contract.ts'

/**
 * The names main and the preload script share. They stand apart from the contract, so that the preload script (one small sandboxed
 * file) does not carry the schema library with it.
 */
export const CALL_CHANNEL = 'zhenggai:call'

export const eventChannel = (event: EventName): string => `zhenggai:event:${event}`

const EVENT_NAMES: Readonly<Record<EventName, true>> = { menu: true, fileHanded: true, drivesChanged: true, closing: true }

export const isEventName = (name: string): name is EventName => Object.hasOwn(EVENT_NAMES, name)
