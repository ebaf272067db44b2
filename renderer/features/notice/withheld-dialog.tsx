import { Button, Empty, Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { WithheldLine } from '../../../shared/notice/withheld-table.ts'
import { composedNotices } from '../../data/notice-queries.ts'
import { useLastSequence } from '../../data/overview-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { useScreen } from '../../state/screen.ts'
import type { NoticeActs } from './use-notice-acts.ts'

interface WithheldDialogProps {
  readonly ledgerId: string
  readonly acts: NoticeActs
  readonly onClose: () => void
}

/** 拟不公开事项表: what leaves the public edition, with the reason; a mark can be taken off here. */
export const WithheldDialog = ({ ledgerId, acts, onClose }: WithheldDialogProps) => {
  const sequence = useLastSequence()
  const [lines, setLines] = useState<readonly WithheldLine[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after every change
  useEffect(() => void composedNotices.withheld(ledgerId).then(setLines), [ledgerId, sequence])
  const takeOff = async ({ markId, problemId }: WithheldLine) => {
    if (markId === null) return
    const command = { type: 'remove-record', kind: 'withheldText', problemId, id: markId } as const
    await acts.runTold(command, () => WORKBENCH_WORDS.unwithheld)
  }
  const { withheldColumns: titles, withheldStates: states } = WORKBENCH_WORDS
  return (
    <Modal
      open
      width="min(960px, 94vw)"
      title={WORKBENCH_WORDS.withheldTable}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{WORKBENCH_WORDS.close}</Button>}
    >
      {lines === undefined ? <Skeleton active /> : null}
      {lines?.length === 0 ? <Empty description={WORKBENCH_WORDS.withheldNone} /> : null}
      {lines === undefined || lines.length === 0 ? null : (
        <div className="withheld-table">
          <table>
            <thead>
              <tr>
                <th>{titles.number}</th>
                <th>{titles.matter}</th>
                <th>{titles.content}</th>
                <th>{titles.reason}</th>
                <th>{titles.state}</th>
                <th aria-label={WORKBENCH_WORDS.more} />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.number}>
                  <td>{line.number}</td>
                  <td>{line.matter}</td>
                  <td className="withheld-content">{line.content}</td>
                  <td>{line.reason}</td>
                  <td>{states[line.state]}</td>
                  <td>
                    {line.markId === null ? (
                      <Button
                        size="small"
                        type="link"
                        onClick={() => void useScreen.getState().openProblem(line.problemId).then(onClose)}
                      >
                        {WORKBENCH_WORDS.openProblem}
                      </Button>
                    ) : (
                      <Button size="small" type="link" onClick={() => void takeOff(line)}>
                        {WORKBENCH_WORDS.unwithhold}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  )
}
