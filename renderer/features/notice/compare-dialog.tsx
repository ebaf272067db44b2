import { Button, Modal, Select, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import { EDITION_WORDS, EDITIONS } from '../../../shared/domain/records/notice-records.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { ParagraphDifference } from '../../../shared/notice/differences.ts'
import type { NoticeSide, NoticeView } from '../../data/notice-host.ts'
import { composedNotices } from '../../data/notice-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { RefusalText } from '../../ui/refusal-notice.tsx'

interface CompareDialogProps {
  readonly view: NoticeView
  readonly drafts: readonly RecordOf<'noticeDraft'>[]
  /** Which two stand side by side at first: an edition, or the id of a draft. */
  readonly before: string
  readonly onClose: () => void
}

/** Two drafts, or two editions, paragraph by paragraph: what was taken out, and what came in. */
export const CompareDialog = ({ view, drafts, before: first, onClose }: CompareDialogProps) => {
  const [before, setBefore] = useState(first)
  const [after, setAfter] = useState<string>(view.edition)
  const [found, setFound] = useState<Result<readonly ParagraphDifference[], Refusal>>()
  const sides = useMemo(
    () => [
      ...drafts.map(({ id, title }) => ({ value: id, label: title })),
      ...EDITIONS.map((edition) => ({ value: edition as string, label: WORKBENCH_WORDS.compareNow(EDITION_WORDS[edition]) })),
    ],
    [drafts],
  )
  useEffect(() => {
    let isWanted = true
    const side = (chosen: string): NoticeSide => {
      const draft = drafts.find(({ id }) => id === chosen)
      return draft ? { sha256: draft.sha256 } : { edition: EDITIONS.find((edition) => edition === chosen) ?? view.edition }
    }
    setFound(undefined)
    void composedNotices.compare(view, side(before), side(after)).then((answer) => (isWanted ? setFound(answer) : undefined))
    return () => {
      isWanted = false
    }
  }, [view, drafts, before, after])
  return (
    <Modal
      open
      width="min(1100px, 94vw)"
      title={WORKBENCH_WORDS.compareTitle}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{WORKBENCH_WORDS.close}</Button>}
    >
      <div className="compare-sides">
        <span className="label">{WORKBENCH_WORDS.compareBefore}</span>
        <Select size="small" aria-label={WORKBENCH_WORDS.compareBefore} value={before} options={sides} onChange={setBefore} />
        <span className="label">{WORKBENCH_WORDS.compareAfter}</span>
        <Select size="small" aria-label={WORKBENCH_WORDS.compareAfter} value={after} options={sides} onChange={setAfter} />
      </div>
      {found === undefined ? (
        <Skeleton active />
      ) : found.ok ? (
        <Differences found={found.value} />
      ) : (
        <div role="alert">
          <RefusalText refusal={found.error} />
        </div>
      )}
    </Modal>
  )
}

const Differences = ({ found }: { readonly found: readonly ParagraphDifference[] }) => {
  const different = found.filter(({ type }) => type !== 'same').length
  if (different === 0) return <p>{WORKBENCH_WORDS.compareSame}</p>
  return (
    <>
      <p className="label" role="status">
        {WORKBENCH_WORDS.compareCount(different, found.length - different)}
      </p>
      <div className="compare-text">{stretches(found)}</div>
    </>
  )
}

/** Paragraphs that are the same are counted, not shown. */
const stretches = (found: readonly ParagraphDifference[]) => {
  const shown = []
  let same = 0
  const flush = (key: number) => {
    if (same > 0)
      shown.push(
        <p key={`same-${key}`} className="label">
          {WORKBENCH_WORDS.compareHidden(same)}
        </p>,
      )
    same = 0
  }
  for (const [i, difference] of found.entries()) {
    if (difference.type === 'same') {
      same += 1
      continue
    }
    flush(i)
    shown.push(
      <p key={i} className={`compare-${difference.type}`}>
        {difference.words.map(({ type, text }, k) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a fixed text
          if (type === 'same') return <span key={k}>{text}</span>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a fixed text
          return type === 'removed' ? <del key={k}>{text}</del> : <ins key={k}>{text}</ins>
        })}
      </p>,
    )
  }
  flush(found.length)
  return shown
}
