import { Button, Table } from 'antd'
import { useState } from 'react'
import type { DirectoryKind, NameUses } from '../../../shared/domain/directories/name-uses.ts'
import type { NearNames } from '../../../shared/domain/directories/near-names.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Entry } from './directory-columns.ts'
import { JoinDialog } from './join-dialog.tsx'
import type { DirectoryActs } from './use-directory-acts.ts'

export interface NearPair extends NearNames {
  readonly kind: DirectoryKind
}

interface NearEntriesProps {
  readonly pairs: readonly NearPair[]
  readonly entries: Readonly<Record<DirectoryKind, readonly Entry[]>>
  readonly uses: NameUses
  readonly acts: DirectoryActs
  /** 不是同一个: is not suggested again on this PC. */
  readonly onApart: (pair: NearPair) => void
}

/** Entries that may be one written twice. */
export const NearEntries = ({ pairs, entries, uses, acts, onApart }: NearEntriesProps) => {
  const [joining, setJoining] = useState<NearPair | null>(null)
  const nameOf = ({ kind }: NearPair, id: string): string => entries[kind].find((entry) => entry.id === id)?.name ?? ''
  return (
    <section className="entries directory-table" aria-label={DIRECTORIES_WORDS.near}>
      {pairs.length === 0 ? (
        <EmptyState title={DIRECTORIES_WORDS.noNear} detail={DIRECTORIES_WORDS.noNearDetail} />
      ) : (
        <>
          <div className="directory-head">
            <span className="label">{DIRECTORIES_WORDS.nearDetail}</span>
          </div>
          <Table<NearPair>
            size="small"
            rowKey={({ a, b }) => `${a} ${b}`}
            dataSource={[...pairs]}
            pagination={{ pageSize: 14, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: DIRECTORIES_WORDS.kind, width: 80, render: (_, { kind }) => DIRECTORIES_WORDS.kinds[kind] },
              { title: DIRECTORIES_WORDS.name, render: (_, pair) => `${nameOf(pair, pair.a)}　${nameOf(pair, pair.b)}` },
              { width: 180, render: (_, { why }) => DIRECTORIES_WORDS.why[why] },
              {
                title: DIRECTORIES_WORDS.acts,
                width: 200,
                render: (_, pair) => (
                  <span className="directory-acts">
                    <Button size="small" onClick={() => setJoining(pair)}>
                      {DIRECTORIES_WORDS.join}
                    </Button>
                    <Button size="small" type="text" onClick={() => onApart(pair)}>
                      {DIRECTORIES_WORDS.notSame}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
      {joining === null ? null : (
        <JoinDialog
          kind={joining.kind}
          entries={entries[joining.kind]}
          begun={[joining.a, joining.b]}
          uses={uses}
          onJoin={(intoId, ids) => acts.join(joining.kind, intoId, ids)}
          onClose={() => setJoining(null)}
        />
      )}
    </section>
  )
}
