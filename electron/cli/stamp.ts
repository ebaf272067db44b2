import type { Author, Stamp } from '../../shared/merge/engine.ts'
import type { CliPorts } from './verb.ts'

/** A stamp for one act of a script, so that an act that changes several documents is told as one. It is nobody's to take back in a window. */
export const stampOf = (ports: CliPorts, author: Author, intent: string, type: 'do' | 'whole' = 'do'): Stamp => ({
  author,
  at: ports.clock.now(),
  intent,
  act: { id: `cli.${ports.ids.id()}`, type, of: null },
})
