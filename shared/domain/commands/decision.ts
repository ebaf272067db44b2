import type { PlainDate } from '../../base/plain-date.ts'
import type { Advice } from '../advice.ts'
import type { EditContext } from '../edit-field.ts'
import type { RecordEdit } from '../record-edit.ts'

/** What a command means for the records. */
export interface Decision {
  /** What the change is for, as 修改记录 and 撤销 name it. */
  readonly intent: string
  /** Nothing to do when empty. */
  readonly edits: readonly RecordEdit[]
  /** What a person should know of it; none when absent. Paper rules: advice never stops an act. */
  readonly advice?: readonly Advice[]
}

export interface CommandContext extends EditContext {
  readonly today: PlainDate
}
