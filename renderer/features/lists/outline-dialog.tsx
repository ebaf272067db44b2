import { App, Button, Input, Modal } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { rowUnder } from '../../../shared/domain/siblings.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import type { ListDialogProps } from './move-dialog.tsx'
import { type OutlineRow, outlineRows } from './outline-rows.ts'
import { useListAct } from './use-list-act.ts'

/** 类别和方面: the outline as a tree to add to, rename, move and remove in. Each step is an act of its own. */
export const OutlineDialog = ({ ledgerId, nodes, placed, onClose }: ListDialogProps) => {
  const { run } = useListAct(ledgerId)
  const { modal } = App.useApp()
  const tree = useRef<HTMLDivElement>(null)
  const rows = outlineRows(nodes, placed)
  const [chosenId, setChosenId] = useState<string | null>(rows[0]?.node.id ?? null)
  const [naming, setNaming] = useState<{ readonly id: string; readonly text: string } | null>(null)
  const chosen = rows.find(({ node }) => node.id === chosenId) ?? rows[0]
  const problems = placed.map(({ row }) => row)
  const siblings = (parentId: string | null) => rowUnder(parentId, nodes, problems) ?? []
  const takeKeys = () => requestAnimationFrame(() => tree.current?.focus())

  const add = async (parentId: string | null, afterId: string | null) => {
    const made = await run({ type: 'add-node', parentId, afterId, heading: WORDS.outlineNew, text: '' }, null)
    const id = made?.created[0]
    if (id === undefined) return
    setChosenId(id)
    setNaming({ id, text: WORDS.outlineNew })
  }
  const addBeside = () => void add(chosen?.parentId ?? null, chosen ? chosen.node.id : (siblings(null).at(-1)?.id ?? null))
  const addUnder = () => chosen && void add(chosen.node.id, siblings(chosen.node.id).at(-1)?.id ?? null)
  const rename = async () => {
    if (!naming) return
    const { id, text } = naming
    setNaming(null)
    takeKeys()
    const before = nodes.find((node) => node.id === id)?.heading
    if (text.trim() === '' || text === before) return
    await run({ type: 'set-record-field', kind: 'outlineNode', problemId: null, id, field: 'heading', value: text.trim() }, null)
  }
  const move = (row: OutlineRow, to: { readonly parentId: string | null; readonly afterId: string | null }) =>
    void run({ type: 'move-node', nodeId: row.node.id, ...to }, null)
  const step = (way: 'up' | 'down' | 'in' | 'out') => {
    if (!chosen) return
    const { node, parentId } = chosen
    const row = siblings(parentId)
    const at = row.findIndex(({ id }) => id === node.id)
    const before = row.slice(0, at).flatMap(({ kind }, i) => (kind === 'outlineNode' ? [i] : []))
    const above = before.at(-1)
    if (way === 'up' && above !== undefined) move(chosen, { parentId, afterId: row[above - 1]?.id ?? null })
    if (way === 'in' && above !== undefined) {
      const under = row[above]?.id ?? null
      move(chosen, { parentId: under, afterId: siblings(under).at(-1)?.id ?? null })
    }
    const next = row.slice(at + 1).find(({ kind }) => kind === 'outlineNode')
    if (way === 'down' && next) move(chosen, { parentId, afterId: next.id })
    if (way === 'out' && parentId !== null)
      move(chosen, { parentId: rows.find((other) => other.node.id === parentId)?.parentId ?? null, afterId: parentId })
  }
  const remove = () => {
    if (!chosen) return
    const { node } = chosen
    modal.confirm({
      title: WORDS.outlineRemoveTitle(node.heading || WORDS.untitled),
      content: `${WORDS.outlineRemoveDetail(chosen.problems, chosen.nodes)}${WORDS.undoable}`,
      okText: WORDS.outlineRemove,
      cancelText: WORDS.cancel,
      onOk: async () => {
        await run({ type: 'remove-node', nodeId: node.id }, null)
      },
      afterClose: takeKeys,
    })
  }
  const go = (by: number) => {
    const at = rows.findIndex(({ node }) => node.id === chosen?.node.id)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) setChosenId(next.node.id)
  }
  const begin = () => chosen && setNaming({ id: chosen.node.id, text: chosen.node.heading })
  const onKeyDown = (event: KeyboardEvent) => {
    if (naming !== null) return
    const act = (event.altKey ? ALT_KEYS : KEYS)[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    if (act === 'previous') go(-1)
    else if (act === 'next') go(1)
    else if (act === 'rename') begin()
    else if (act === 'add') addBeside()
    else if (act === 'remove') remove()
    else step(act)
  }
  const actions = [
    [WORDS.outlineAdd, addBeside],
    [WORDS.outlineAddUnder, addUnder],
    [WORDS.outlineRename, begin],
    [WORDS.outlineUp, () => step('up')],
    [WORDS.outlineDown, () => step('down')],
    [WORDS.outlineOut, () => step('out')],
    [WORDS.outlineIn, () => step('in')],
    [WORDS.outlineRemove, remove],
  ] as const
  return (
    <Modal
      open
      width={720}
      title={WORDS.outlineTitle}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{WORDS.close}</Button>}
    >
      <p className="label">{WORDS.outlineDetail}</p>
      <div className="outline-acts">
        {actions.map(([label, act]) => (
          <Button key={label} size="small" onClick={act} disabled={!chosen && act !== addBeside}>
            {label}
          </Button>
        ))}
      </div>
      {rows.length === 0 ? <p>{WORDS.outlineEmpty}</p> : null}
      <div
        ref={tree}
        className="outline-tree"
        role="tree"
        tabIndex={0}
        aria-label={WORDS.outlineTree}
        aria-activedescendant={chosen ? `outline-${chosen.node.id}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ node, depth, problems: count }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the tree has the keys, and names the item by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same keys move on the tree
          <div
            key={node.id}
            id={`outline-${node.id}`}
            role="treeitem"
            aria-level={depth + 1}
            aria-selected={node.id === chosen?.node.id}
            className={node.id === chosen?.node.id ? 'outline-row outline-chosen' : 'outline-row'}
            style={{ paddingLeft: 8 + depth * 24 }}
            onClick={() => setChosenId(node.id)}
            onDoubleClick={() => setNaming({ id: node.id, text: node.heading })}
          >
            {naming?.id === node.id ? (
              <Input
                autoFocus
                size="small"
                aria-label={WORDS.outlineNameOf}
                value={naming.text}
                onFocus={(event) => event.target.select()}
                onChange={(event) => setNaming({ id: node.id, text: event.target.value })}
                onPressEnter={(event) => {
                  if (!event.nativeEvent.isComposing) void rename()
                }}
                onBlur={() => void rename()}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return
                  event.stopPropagation()
                  setNaming(null)
                  takeKeys()
                }}
              />
            ) : (
              <>
                <span className="outline-heading">{node.heading || WORDS.untitled}</span>
                <span className="label">{WORDS.outlineCount(count)}</span>
              </>
            )}
          </div>
        ))}
      </div>
    </Modal>
  )
}

type Key = 'previous' | 'next' | 'rename' | 'add' | 'remove' | 'up' | 'down' | 'in' | 'out'
const KEYS: Readonly<Record<string, Key>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  F2: 'rename',
  Enter: 'rename',
  Insert: 'add',
  Delete: 'remove',
}
const ALT_KEYS: Readonly<Record<string, Key>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }
