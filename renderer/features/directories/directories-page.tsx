import { Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { entriesOf, nameUses } from '../../../shared/domain/directories/name-uses.ts'
import { nearNames } from '../../../shared/domain/directories/near-names.ts'
import { type LedgerDirectories, useDirectories } from '../../data/registers-queries.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { type DeskPart, useDeskPart } from '../../state/desk.ts'
import { leave } from '../../state/typing.ts'
import { SideList } from '../../ui/entries/side-list.tsx'
import { Directory } from './directory.tsx'
import { NearEntries, type NearPair } from './near-entries.tsx'
import { UnknownNames } from './unknown-names.tsx'
import { useDirectoryActs } from './use-directory-acts.ts'
import '../../ui/entries/entries.css'
import './directories.css'

/** 单位库、领导库 of one ledger. */
export const DirectoriesPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const directories = useDirectories(ledgerId)
  if (!directories) return <Skeleton className="lists-loading" active paragraph={{ rows: 8 }} />
  return <Directories ledgerId={ledgerId} directories={directories} />
}

type Tab = 'unit' | 'leader' | 'unknown' | 'near'

const Directories = ({ ledgerId, directories }: { readonly ledgerId: string; readonly directories: LedgerDirectories }) => {
  const { unit, leader, duties } = directories
  const [tab, setTab] = useState<Tab>('unit')
  const [apart, keepApart] = useDeskPart(ledgerId, APART)
  const uses = useMemo(() => nameUses({ unit, leader }, duties), [unit, leader, duties])
  const kept = useMemo(() => ({ unit: entriesOf(unit).kept, leader: entriesOf(leader).kept }), [unit, leader])
  const pairs = useMemo(
    () =>
      (['unit', 'leader'] as const)
        .flatMap((kind) => nearNames(kind, kept[kind]).map((near): NearPair => ({ ...near, kind })))
        .filter(({ a, b }) => !apart.includes(`${a} ${b}`)),
    [kept, apart],
  )
  const acts = useDirectoryActs(ledgerId, { unit, leader }, uses)
  const shared = { ledgerId, uses, acts } as const
  return (
    <main className="side-listed">
      <SideList<Tab>
        label={DIRECTORIES_WORDS.label}
        items={[
          { key: 'unit', title: DIRECTORIES_WORDS.units, count: kept.unit.length },
          { key: 'leader', title: DIRECTORIES_WORDS.leaders, count: kept.leader.length },
          { key: 'unknown', title: DIRECTORIES_WORDS.unknown, count: uses.unknown.length },
          { key: 'near', title: DIRECTORIES_WORDS.near, count: pairs.length },
        ]}
        chosen={tab}
        onChoose={(key) => void leave(() => setTab(key))}
      />
      {tab === 'unit' ? <Directory key="unit" {...shared} kind="unit" entries={unit} /> : null}
      {tab === 'leader' ? <Directory key="leader" {...shared} kind="leader" entries={leader} /> : null}
      {tab === 'unknown' ? <UnknownNames uses={uses} entries={kept} acts={acts} /> : null}
      {tab === 'near' ? (
        <NearEntries
          pairs={pairs}
          entries={kept}
          uses={uses}
          acts={acts}
          onApart={({ a, b }) => keepApart([...apart, `${a} ${b}`])}
        />
      ) : null}
    </main>
  )
}

/** Pairs a person has said are two. */
const APART: DeskPart<readonly string[]> = { name: 'names-apart', schema: z.array(z.string()), empty: [] }
