import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import { rowUnder } from '../../../shared/domain/siblings.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { ChosenProblems } from './chosen-problems.tsx'
import { nodeChoices, outlineRows } from './outline-rows.ts'
import { useListAct } from './use-list-act.ts'

export interface ListDialogProps {
  readonly ledgerId: string
  readonly nodes: readonly OutlineNode[]
  readonly placed: readonly PlacedProblem[]
  readonly onClose: () => void
}

/** 移动到…: the 类别 or 方面 problems go to. */
export const MoveDialog = ({ ids, ledgerId, nodes, placed, onClose }: ListDialogProps & { readonly ids: readonly string[] }) => {
  const { run } = useListAct(ledgerId)
  const chosen = placed.filter(({ row }) => ids.includes(row.id))
  const [nodeId, setNodeId] = useState<string>(chosen[0]?.path.at(-1)?.id ?? '')
  const move = async () => {
    const command = moveTo(nodeId === '' ? null : nodeId, chosen, nodes, placed)
    if (await run(command, WORDS.moved(chosen.length))) onClose()
  }
  return (
    <Modal open title={WORDS.moveTitle} onCancel={onClose} onOk={move} okText={WORDS.moveDo} cancelText={WORDS.cancel}>
      <ChosenProblems problems={chosen} />
      <NodeSelect nodes={nodes} placed={placed} value={nodeId} onChange={setNodeId} />
      <p className="label">{WORDS.moveDetail}</p>
    </Modal>
  )
}

export const NodeSelect = ({
  nodes,
  placed,
  value,
  onChange,
}: Pick<ListDialogProps, 'nodes' | 'placed'> & { readonly value: string; readonly onChange: (nodeId: string) => void }) => (
  <Select
    className="act-wide"
    aria-label={WORDS.category}
    showSearch={{ optionFilterProp: 'label' }}
    value={value}
    options={[...nodeChoices(outlineRows(nodes, placed))]}
    onChange={onChange}
  />
)

/** Puts problems last under a heading. */
export const moveTo = (
  nodeId: string | null,
  chosen: readonly PlacedProblem[],
  nodes: readonly OutlineNode[],
  placed: readonly PlacedProblem[],
) => {
  const row = rowUnder(
    nodeId,
    nodes,
    placed.map((problem) => problem.row),
  )
  return {
    type: 'move-problems' as const,
    ids: chosen.map((problem) => problem.row.id),
    nodeId,
    afterId: row?.at(-1)?.id ?? null,
  }
}
