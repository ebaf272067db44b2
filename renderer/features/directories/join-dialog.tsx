import { Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { DirectoryKind, NameUses } from '../../../shared/domain/directories/name-uses.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { type Entry, printRoles } from './directory-columns.ts'

interface JoinDialogProps {
  readonly kind: DirectoryKind
  /** Every entry that stands. */
  readonly entries: readonly Entry[]
  /** Those to begin with: one or more. */
  readonly begun: readonly string[]
  readonly uses: NameUses
  readonly onJoin: (intoId: string, ids: readonly string[]) => Promise<boolean>
  readonly onClose: () => void
}

/** Several entries become one: which stays, and how many places are written anew. */
export const JoinDialog = ({ kind, entries: all, begun, uses, onJoin, onClose }: JoinDialogProps) => {
  const placesOf = ({ id }: Entry): number => uses.ofEntry.get(id)?.places ?? 0
  const [ids, setIds] = useState<readonly string[]>(begun)
  const entries = all.filter(({ id }) => ids.includes(id))
  const mostUsed = entries.reduce<Entry | null>((most, entry) => (most && placesOf(most) >= placesOf(entry) ? most : entry), null)
  const [intoId, setIntoId] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const into = entries.find(({ id }) => id === intoId) ?? mostUsed
  const others = entries.filter(({ id }) => id !== into?.id)
  const places = others.reduce((sum, entry) => sum + placesOf(entry), 0)
  const problems = new Set(others.flatMap(({ id }) => uses.ofEntry.get(id)?.problemIds ?? [])).size
  const join = async () => {
    setSaving(true)
    try {
      const joined = others.map(({ id }) => id)
      if (into && (await onJoin(into.id, joined))) onClose()
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={560}
      title={DIRECTORIES_WORDS.joinTitle(kind)}
      okText={DIRECTORIES_WORDS.join}
      okButtonProps={{ loading: isSaving, disabled: others.length === 0 }}
      onOk={() => void join()}
      onCancel={onClose}
    >
      <p className="label">{DIRECTORIES_WORDS.joinDetail}</p>
      <Select<string[]>
        mode="multiple"
        style={{ width: '100%' }}
        aria-label={DIRECTORIES_WORDS.toJoin}
        placeholder={DIRECTORIES_WORDS.toJoin}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...ids]}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setIds}
        open={isOpen}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
      />
      <h3>{DIRECTORIES_WORDS.keep}</h3>
      <Radio.Group value={into?.id ?? null} onChange={({ target }) => setIntoId(String(target.value))} className="join-choices">
        {entries.map((entry) => {
          const use = uses.ofEntry.get(entry.id)
          return (
            <Radio key={entry.id} value={entry.id}>
              {entry.name} <span className="label">{use ? printRoles(use) : ''}</span>
            </Radio>
          )
        })}
      </Radio.Group>
      <p data-preview>
        {into && others.length > 0 ? DIRECTORIES_WORDS.joinPreview(places, problems, into.name) : DIRECTORIES_WORDS.joinMore}
      </p>
    </Modal>
  )
}
