import { useCallback } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { RecordCommand } from '../../../shared/domain/commands/record-commands.ts'
import { registerColumns } from '../../../shared/domain/registers/register-columns.ts'
import {
  outcomeKindsOf,
  REGISTER_KIND,
  REGISTER_WORDS,
  type RegisterKey,
} from '../../../shared/domain/registers/register-keys.ts'
import type { RegisterRow, RegisterSource } from '../../../shared/domain/registers/register-rows.ts'
import { lastAct } from '../../data/last-act.ts'
import type { Accepted } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { leave } from '../../state/typing.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import type { EntryWrite, NewEntry } from '../../ui/entries/entry-rows.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { typedValue } from './entry-columns.ts'

/** What is done to the lines of a register; a refusal and advice have been told. */
export const useRegisterActs = (
  ledgerId: string,
  register: RegisterKey,
  source: RegisterSource,
  rows: readonly RegisterRow[],
) => {
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const tellRemoval = useTellRemoval()
  const kind = REGISTER_KIND[register]
  const rowOf = (key: string): RegisterRow | undefined => rows.find(({ id }) => id === key)

  const run = useCallback(
    async (command: LedgerCommand): Promise<Accepted | null> => {
      const answer = await ledgerStore.run(ledgerId, command)
      if (!answer.ok) {
        tellRefusal(answer.error)
        return null
      }
      tellAdvice(answer.value.intent, answer.value.advice)
      return answer.value
    },
    [ledgerId, tellRefusal, tellAdvice],
  )
  const runAll = async (commands: Result<readonly RecordCommand[], Refusal>): Promise<Accepted | null> => {
    if (!commands.ok) {
      tellRefusal(commands.error)
      return null
    }
    const [only] = commands.value
    if (only === undefined) return NOTHING_DONE
    return run(commands.value.length === 1 ? only : { type: 'change-records', commands: [...commands.value] })
  }

  const write = async (writes: readonly EntryWrite[], added: readonly NewEntry[]): Promise<boolean> => {
    const [single] = writes
    if (single?.column === 'number' && register === 'notices' && writes.length + added.length === 1 && /^\d+$/.test(single.text))
      return (await run({ type: 'renumber-notice', noticeId: single.key, number: Number(single.text) })) !== null
    const commands = collected([
      ...writes.map(({ key, column, text }) => setField(register, source, rowOf(key), column, text)),
      ...added.map((entry) => addEntry(register, source, entry)),
    ])
    return (await runAll(commands)) !== null
  }
  /** Answers with the id of the new line. */
  const add = async (): Promise<string | null> => {
    if (!(await leave())) return null
    return (await runAll(collected([addEntry(register, source, {})])))?.created[0] ?? null
  }
  const remove = async (keys: readonly string[]): Promise<void> => {
    if (!(await leave())) return
    const commands = keys.flatMap((key): readonly RecordCommand[] => {
      const row = rowOf(key)
      return row ? [{ type: 'remove-record', kind, problemId: row.homeId, id: row.id }] : []
    })
    if ((await runAll(ok(commands))) && commands.length > 0)
      tellRemoval(ENTRY_WORDS.removed(REGISTER_WORDS[register], commands.length), lastAct(ledgerId))
  }
  const duplicate = async (keys: readonly string[]): Promise<void> => {
    if (!(await leave())) return
    const kept = registerColumns(register).filter(
      ({ key, type }) => type !== 'told' && !(NOT_DUPLICATED[register] ?? []).includes(key),
    )
    const copies = keys.flatMap((key) => {
      const row = rowOf(key)
      const cells = kept.flatMap(({ key: name }) => (row?.cells[name] ? [[name, row.cells[name]] as const] : []))
      return row ? [addEntry(register, source, Object.fromEntries(cells))] : []
    })
    await runAll(collected(copies))
  }
  return { run, write, add, remove, duplicate }
}

export type RegisterActs = ReturnType<typeof useRegisterActs>

/** What a copy of a line does not take over: a document of its own has a number and dates of its own. */
const NOT_DUPLICATED: Readonly<Partial<Record<RegisterKey, readonly string[]>>> = {
  notices: ['word', 'year', 'number', 'printedOn', 'repliedOn', 'reply'],
  blocks: ['from', 'to'],
}

const NOTHING_DONE: Accepted = { intent: '', sequence: null, created: [], advice: [], undo: { undo: null, redo: null } }

const setField = (
  register: RegisterKey,
  source: RegisterSource,
  row: RegisterRow | undefined,
  field: string,
  text: string,
): Result<readonly RecordCommand[], Refusal> => {
  if (!row) return ok([])
  const value = typedValue(register, field, text, source)
  if (!value.ok) return value
  // A measure keeps its 成效 as long as its problem stays the same.
  if (field === 'ownerId' && value.value === (row.problemId ?? '')) return ok([])
  const kind = REGISTER_KIND[register]
  return ok([{ type: 'set-record-field', kind, problemId: row.homeId, id: row.id, field, value: value.value }])
}

const addEntry = (register: RegisterKey, source: RegisterSource, entry: NewEntry): Result<readonly RecordCommand[], Refusal> => {
  const kind = REGISTER_KIND[register]
  const [outcome] = outcomeKindsOf(register) ?? []
  const fields: Record<string, string> = outcome === undefined ? {} : { kind: outcome }
  for (const [key, text] of Object.entries(entry)) {
    const value = typedValue(register, key, text, source)
    if (!value.ok) return value
    if (value.value !== '') fields[key] = value.value
  }
  const owner = kind === 'accountability' ? fields['problemId'] : kind === 'outcome' ? fields['ownerId'] : undefined
  return ok([{ type: 'add-record', kind, problemId: owner ?? null, fields }])
}

const collected = (all: readonly Result<readonly RecordCommand[], Refusal>[]): Result<readonly RecordCommand[], Refusal> => {
  const commands: RecordCommand[] = []
  for (const one of all) {
    if (!one.ok) return one
    commands.push(...one.value)
  }
  return ok(commands)
}
