import type { Clock, Ids } from '../../shared/base/ports.ts'
import type { Answer, Input, RouteName } from '../../shared/ipc/contract.ts'
import type { Author, MergeEngine } from '../../shared/merge/engine.ts'

/** The main process, as the store calls it. */
export interface MainPort {
  readonly invoke: <R extends RouteName>(route: R, input: Input<R>) => Promise<Answer<R>>
}

/** What the store is given from outside; `Doc` is the engine's document. */
export interface StorePorts<Doc> {
  readonly main: MainPort
  readonly engine: MergeEngine<Doc>
  readonly clock: Clock
  readonly ids: Ids
  readonly author: () => Promise<Author>
  /** This installation's name, made once at random: tells one's own acts from those of a PC whose clerk has the same name. */
  readonly installation: () => Promise<string>
}
