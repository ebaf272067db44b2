import type { z } from 'zod'
import { create } from 'zustand'
import { parseJson } from '../../shared/base/json.ts'
import { invoke } from '../platform/bridge.ts'

/** One thing that is remembered of how the screens are arranged: its name, what it must look like, and what stands before anything is kept. */
export interface DeskPart<T> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly empty: T
}

/** The place of what belongs to the program and not to one ledger. */
export const PROGRAM_DESK = 'program'

type Parts = Readonly<Record<string, unknown>>

interface DeskState {
  /** By place; missing until it has been read. */
  readonly desks: Readonly<Record<string, Parts>>
}

const useDesks = create<DeskState>()(() => ({ desks: {} }))

/**
 * What is remembered on this PC of the screens of a ledger (`place` is its id) or of the program. Answers the value, how to keep
 * another, and whether it has been read from the disk already. What does not look as it should counts as nothing kept: the arrangement
 * of a screen is a convenience, never content.
 */
export const useDeskPart = <T>(place: string, part: DeskPart<T>): readonly [T, (next: T) => void, boolean] => {
  const desk = useDesks((state) => state.desks[place])
  if (desk === undefined) void readDesk(place)
  return [keptIn(desk, part), (next) => void keepOnDesk(place, part, next), desk !== undefined]
}

/** The same, once. */
export const deskPart = async <T>(place: string, part: DeskPart<T>): Promise<T> => keptIn(await readDesk(place), part)

export const keepOnDesk = async <T>(place: string, part: DeskPart<T>, next: T): Promise<void> => {
  const before = await readDesk(place)
  if (JSON.stringify(before[part.name]) === JSON.stringify(next)) return
  useDesks.setState(({ desks }) => ({ desks: { ...desks, [place]: { ...desks[place], [part.name]: next } } }))
  write(place)
}

/** Values keep their identity as long as what is kept stays, so that nothing is drawn anew for nothing. */
const checked = new WeakMap<object, Map<string, unknown>>()

const keptIn = <T>(desk: Parts | undefined, part: DeskPart<T>): T => {
  if (desk === undefined) return part.empty
  const known = checked.get(desk) ?? new Map<string, unknown>()
  checked.set(desk, known)
  if (!known.has(part.name)) {
    const read = part.schema.safeParse(desk[part.name])
    known.set(part.name, read.success ? read.data : part.empty)
  }
  return known.get(part.name) as T
}

const reading = new Map<string, Promise<Parts>>()

const readDesk = (place: string): Promise<Parts> => {
  const standing = useDesks.getState().desks[place]
  if (standing !== undefined) return Promise.resolve(standing)
  const begun = reading.get(place) ?? readOnce(place)
  reading.set(place, begun)
  return begun
}

const readOnce = async (place: string): Promise<Parts> => {
  const read = await invoke('desk.read', { place })
  const kept = read.ok && read.value !== null ? parseJson(read.value) : null
  const parts: Parts = typeof kept === 'object' && kept !== null ? (kept as Parts) : {}
  useDesks.setState(({ desks }) => ({ desks: { ...desks, [place]: parts } }))
  reading.delete(place)
  return parts
}

const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Dragging a width keeps many values in a second: only the last is written. */
const write = (place: string): void => {
  clearTimeout(timers.get(place))
  timers.set(
    place,
    setTimeout(() => {
      void invoke('desk.write', { place, text: JSON.stringify(useDesks.getState().desks[place]) }).then((written) => {
        if (!written.ok) void invoke('log.report', { level: 'warn', code: 'desk-not-kept', detail: written.error.type })
      })
    }, WRITE_AFTER_MS),
  )
}

const WRITE_AFTER_MS = 400
