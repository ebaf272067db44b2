import { Alert, Button, Select, Table } from 'antd'
import type { DirectoryKind, NameUses, UnknownName } from '../../../shared/domain/directories/name-uses.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Entry, printRoles } from './directory-columns.ts'
import { showUses } from './show-uses.ts'
import type { DirectoryActs } from './use-directory-acts.ts'

interface UnknownNamesProps {
  readonly uses: NameUses
  readonly entries: Readonly<Record<DirectoryKind, readonly Entry[]>>
  readonly acts: DirectoryActs
}

/** Names in responsibilities that the directories do not know, each taken up with one click. */
export const UnknownNames = ({ uses, entries, acts }: UnknownNamesProps) => {
  const { unknown, unmatched } = uses
  const addAll = async () => {
    for (const kind of ['unit', 'leader'] as const) {
      const names = unknown.filter((one) => one.kind === kind).map(({ name }) => ({ name }))
      if (names.length > 0) await acts.addAll(kind, names)
    }
  }
  return (
    <section className="entries directory-table" aria-label={DIRECTORIES_WORDS.unknown}>
      {unmatched.length === 0 ? null : (
        <Alert
          type="info"
          showIcon
          title={DIRECTORIES_WORDS.matchDetail(unmatched.length)}
          action={
            <Button size="small" type="primary" onClick={() => void acts.match(unmatched)}>
              {DIRECTORIES_WORDS.match}
            </Button>
          }
        />
      )}
      {unknown.length === 0 ? (
        <EmptyState title={DIRECTORIES_WORDS.noUnknown} detail={DIRECTORIES_WORDS.noUnknownDetail} />
      ) : (
        <>
          <div className="directory-head">
            <span className="label grow">{DIRECTORIES_WORDS.unknownDetail}</span>
            <Button size="small" onClick={() => void addAll()}>
              {DIRECTORIES_WORDS.addAll(unknown.length)}
            </Button>
          </div>
          <Table<UnknownName>
            size="small"
            rowKey={({ kind, name }) => `${kind} ${name}`}
            dataSource={[...unknown]}
            pagination={{ pageSize: 14, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: DIRECTORIES_WORDS.name, dataIndex: 'name' },
              { title: DIRECTORIES_WORDS.kind, width: 80, render: (_, { kind }) => DIRECTORIES_WORDS.kinds[kind] },
              { title: DIRECTORIES_WORDS.roles, width: 200, render: (_, { use }) => printRoles(use) },
              {
                title: DIRECTORIES_WORDS.used,
                width: 110,
                render: (_, { name, use }) => (
                  <Button size="small" type="link" onClick={() => void showUses(name, use.problemIds)}>
                    {DIRECTORIES_WORDS.problems(use.problemIds.length)}
                  </Button>
                ),
              },
              {
                title: DIRECTORIES_WORDS.acts,
                width: 330,
                render: (_, { kind, name }) => (
                  <span className="directory-acts">
                    <Button size="small" onClick={() => void acts.addAll(kind, [{ name }])}>
                      {DIRECTORIES_WORDS.addOne}
                    </Button>
                    <Select<string>
                      size="small"
                      style={{ width: 190 }}
                      aria-label={`${DIRECTORIES_WORDS.asAlias}：${name}`}
                      placeholder={DIRECTORIES_WORDS.aliasOf}
                      value={null as never}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={entries[kind].map((entry) => ({ value: entry.id, label: entry.name }))}
                      onChange={(id) => void acts.addAlias(kind, id, name)}
                    />
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  )
}
