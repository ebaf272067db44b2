import { App } from 'antd'
import { useCallback } from 'react'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { RecordCommand } from '../../../shared/domain/commands/record-commands.ts'
import type { DirectoryKind, NameUses } from '../../../shared/domain/directories/name-uses.ts'
import { directoryOf } from '../../../shared/domain/directory.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import { splitNames } from '../../../shared/domain/unit-names.ts'
import { lastAct } from '../../data/last-act.ts'
import type { Accepted } from '../../data/ledger-store.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { leave } from '../../state/typing.ts'
import type { EntryWrite, NewEntry } from '../../ui/entries/entry-rows.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'

type Directories = Pick<LedgerRecords, 'unit' | 'leader'>

/** What is done to the entries of 单位库 and 领导库; what is refused has been told. */
export const useDirectoryActs = (ledgerId: string, records: Directories, uses: NameUses) => {
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const { message } = App.useApp()
  const run = useCallback(
    async (command: LedgerCommand): Promise<Accepted | null> => {
      const answer = await ledgerStore.run(ledgerId, command)
      if (!answer.ok) tellRefusal(answer.error)
      return answer.ok ? answer.value : null
    },
    [ledgerId, tellRefusal],
  )
  const runAll = async (commands: readonly RecordCommand[]): Promise<boolean> => {
    const [only] = commands
    if (only === undefined) return true
    return (await run(commands.length === 1 ? only : { type: 'change-records', commands: [...commands] })) !== null
  }
  const usedIn = (id: string): readonly string[] => uses.ofEntry.get(id)?.problemIds ?? []

  const rename = (kind: DirectoryKind, id: string, name: string) =>
    run({ type: 'rename-entry', kind, id, name, problemIds: [...usedIn(id)] })

  /** New entries; names the directory knows already are not added again. */
  const addAll = async (
    kind: DirectoryKind,
    entries: readonly NewEntry[],
    before: readonly RecordCommand[] = [],
  ): Promise<boolean> => {
    const directory = directoryOf(records)
    const known = (name: string): boolean =>
      (kind === 'unit' ? directory.unitOf(name) : directory.leaderOf(name)).entryId !== null
    const fresh = entries.filter(({ name = '' }) => name.trim() === '' || !known(name))
    const done = await runAll([
      ...before,
      ...fresh.map((fields) => ({ type: 'add-record', kind, problemId: null, fields: { ...fields } }) as const),
    ])
    if (done && fresh.length < entries.length) void message.info(DIRECTORIES_WORDS.known(entries.length - fresh.length))
    return done
  }
  const write =
    (kind: DirectoryKind) =>
    async (writes: readonly EntryWrite[], added: readonly NewEntry[]): Promise<boolean> => {
      for (const { key, text } of writes.filter(({ column }) => column === 'name'))
        if (!(await rename(kind, key, text))) return false
      const others = writes.flatMap(({ key, column, text }): readonly RecordCommand[] =>
        column === 'name' ? [] : [{ type: 'set-record-field', kind, problemId: null, id: key, field: column, value: text }],
      )
      return addAll(kind, added, others)
    }
  const add = async (kind: DirectoryKind): Promise<string | null> =>
    (await leave()) ? ((await run({ type: 'add-record', kind, problemId: null, fields: {} }))?.created[0] ?? null) : null

  const remove = async (kind: DirectoryKind, keys: readonly string[]): Promise<void> => {
    if (!(await leave())) return
    const used = keys.find((key) => usedIn(key).length > 0)
    if (used !== undefined) {
      const name = records[kind].find(({ id }) => id === used)?.name ?? ''
      return void message.warning({ content: DIRECTORIES_WORDS.stillUsed(name, usedIn(used).length), duration: 8 })
    }
    const done = await runAll(keys.map((id) => ({ type: 'remove-record', kind, problemId: null, id }) as const))
    if (done && keys.length > 0) tellRemoval(DIRECTORIES_WORDS.removed(kind, keys.length), lastAct(ledgerId))
  }
  const duplicate = async (kind: DirectoryKind, keys: readonly string[]): Promise<void> => {
    const copies = records[kind].filter(({ id }) => keys.includes(id))
    await runAll(
      copies.map((entry) => {
        const told = Object.entries(entry).filter(([key, value]) => COPIED.has(key) && value !== null && value !== '')
        return { type: 'add-record', kind, problemId: null, fields: Object.fromEntries(told) as Record<string, string> } as const
      }),
    )
  }
  const join = async (kind: DirectoryKind, intoId: string, ids: readonly string[]): Promise<boolean> => {
    const problemIds = [...new Set(ids.flatMap(usedIn))]
    const done = await run({ type: 'join-entries', kind, intoId, ids: [...ids], problemIds })
    if (done) void message.success(DIRECTORIES_WORDS.joined(records[kind].find(({ id }) => id === intoId)?.name ?? ''))
    return done !== null
  }
  const match = async (problemIds: readonly string[]): Promise<void> => {
    if (await run({ type: 'match-responsibilities', problemIds: [...problemIds] }))
      void message.success(DIRECTORIES_WORDS.matched)
  }
  /** Another name of an entry. */
  const addAlias = async (kind: DirectoryKind, id: string, name: string): Promise<boolean> => {
    const entry = records[kind].find((known) => known.id === id)
    if (!entry) return false
    const value = [...splitNames(entry.aliases), name].join('、')
    return (await run({ type: 'set-record-field', kind, problemId: null, id, field: 'aliases', value })) !== null
  }
  return { write, add, addAll, remove, duplicate, join, match, addAlias }
}

export type DirectoryActs = ReturnType<typeof useDirectoryActs>

const COPIED: ReadonlySet<string> = new Set(['aliases', 'contact', 'phone', 'post'])
