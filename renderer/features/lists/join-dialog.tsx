import { Input, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { joinedStatement } from '../../../shared/domain/commands/join-references.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { problemFilesOf } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import type { ListDialogProps } from './move-dialog.tsx'
import { useListAct } from './use-list-act.ts'

/** 合并…: which problem stays, and what will stand in it. */
export const JoinDialog = ({ ids, ledgerId, placed, onClose }: ListDialogProps & { readonly ids: readonly string[] }) => {
  const { run } = useListAct(ledgerId)
  const chosen = placed.filter(({ row }) => ids.includes(row.id))
  const [intoId, setIntoId] = useState(chosen[0]?.row.id ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const [files, setFiles] = useState<ReadonlyMap<string, ProblemFile>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, for the problems the dialog was opened with
  useEffect(() => void problemFilesOf(chosen).then(setFiles), [])
  const others = chosen.filter(({ row }) => row.id !== intoId).flatMap(({ row }) => files.get(row.id) ?? [])
  const into = files.get(intoId)
  const suggested = joinedStatement([...(into ? [into] : []), ...others].map(({ problem }) => problem.statement))
  const join = async () => {
    const command = { type: 'join-problems', intoId, ids: others.map(({ problem }) => problem.id), statement: typed } as const
    if (await run({ ...command, ids: [...command.ids] }, WORDS.joinDone(chosen.length))) onClose()
  }
  const sum = (count: (file: ProblemFile) => number): number => others.reduce((total, file) => total + count(file), 0)
  return (
    <Modal
      open
      width={720}
      title={WORDS.joinTitle(chosen.length)}
      onCancel={onClose}
      onOk={join}
      okText={WORDS.joinDo}
      okButtonProps={{ disabled: chosen.length < 2 || files.size < chosen.length }}
      cancelText={WORDS.cancel}
    >
      {chosen.length < 2 ? <p>{WORDS.joinNeedsTwo}</p> : null}
      <p id="join-kept">{WORDS.joinKept}</p>
      <Radio.Group
        className="act-choices"
        aria-labelledby="join-kept"
        value={intoId}
        onChange={(event) => setIntoId(event.target.value)}
        options={chosen.map(({ row, number }) => ({ value: row.id, label: `${number}. ${row.statement.slice(0, 60)}` }))}
      />
      <p>{WORDS.joinStatement}</p>
      <Input.TextArea
        aria-label={WORDS.joinStatement}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={typed ?? suggested}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="label">
        {WORDS.joinGoesOn(
          sum((file) => file.measures.length),
          sum((file) => file.progress.length),
        )}
      </p>
      <p className="label">{WORDS.joinTrash}</p>
    </Modal>
  )
}
