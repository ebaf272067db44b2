/** 必改 / 存疑 / 建议. */
export type Severity = 'error' | 'warning' | 'hint'

/**
 * Something a person should look at. `start`/`end` are UTF-16 offsets into the text the program read (`cli text FILE`
 * prints it), null where the finding is about the whole. `stated` is what the text says, `expected` what it should say.
 */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly start: number | null
  readonly end: number | null
  readonly text: string | null
  readonly stated: string | null
  readonly expected: string | null
}
