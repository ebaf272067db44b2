import { ArrowsAltOutlined, DownOutlined, ShrinkOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Drawer, Skeleton, Space, Tooltip } from 'antd'
import { type ReactNode, useEffect, useMemo } from 'react'
import { z } from 'zod'
import type { PlacedProblem } from '../../data/queries.ts'
import { usePlacedProblems, useProblemFile } from '../../data/queries.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { PROGRAM_DESK, useDeskPart } from '../../state/desk.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormsMenu } from './forms-menu.tsx'
import { ProblemFileView } from './problem-file-view.tsx'
import { Act } from './record-line.tsx'

/** 问题档案: stands beside the list, which keeps its place. */
export const ProblemDrawer = ({ ledgerId }: { readonly ledgerId: string }) => {
  const problemId = useScreen((state) => state.problemId)
  return problemId === null ? null : <OpenDrawer ledgerId={ledgerId} problemId={problemId} />
}

const OpenDrawer = ({ ledgerId, problemId }: { readonly ledgerId: string; readonly problemId: string }) => {
  const openProblem = useScreen((state) => state.openProblem)
  const placed = usePlacedProblems(ledgerId)
  const place = placed?.find(({ row }) => row.id === problemId)
  const { previous, next, at, of } = useNeighbours(problemId, placed ?? NONE)
  const [width, keepWidth] = useDeskPart(PROGRAM_DESK, WIDTH)
  const isWhole = width >= window.innerWidth
  const all = placed?.length ?? 0
  const close = () => void openProblem(null)
  return (
    <Drawer
      open
      size={Math.min(width, window.innerWidth)}
      resizable={{ onResize: (wide) => keepWidth(Math.round(Math.max(NARROWEST, wide))) }}
      onClose={close}
      destroyOnHidden
      title={
        place === undefined ? (
          ''
        ) : (
          <>
            {PROBLEM_WORDS.title(place.number, all)}
            {of === all || at === 0 ? null : <span className="label problem-listed">{PROBLEM_WORDS.listed(at, of)}</span>}
          </>
        )
      }
      className="problem-drawer"
      extra={
        <Space>
          {place === undefined ? null : <FormsMenu place={place} />}
          <Act
            label={isWhole ? PROBLEM_WORDS.narrow : PROBLEM_WORDS.widen}
            icon={isWhole ? <ShrinkOutlined /> : <ArrowsAltOutlined />}
            onClick={() => keepWidth(isWhole ? WIDTH.empty : WIDEST)}
          />
          <Step label={PROBLEM_WORDS.previous} hint={PROBLEM_WORDS.previousHint} icon={<UpOutlined />} to={previous} />
          <Step label={PROBLEM_WORDS.next} hint={PROBLEM_WORDS.nextHint} icon={<DownOutlined />} to={next} />
        </Space>
      }
    >
      {placed === undefined ? (
        <Skeleton active />
      ) : place === undefined ? (
        <EmptyState title={PROBLEM_WORDS.gone} detail={PROBLEM_WORDS.goneDetail} />
      ) : (
        <Placed key={problemId} ledgerId={ledgerId} place={place} placed={placed} />
      )}
    </Drawer>
  )
}

const NONE: readonly PlacedProblem[] = []
const NARROWEST = 560
/** Wider than any window: the whole of it. */
const WIDEST = 10_000
/** How wide the person drew it, on this PC. */
const WIDTH = { name: 'problem-width', schema: z.number().min(NARROWEST).max(WIDEST), empty: 960 }

interface PlacedProps {
  readonly ledgerId: string
  readonly place: PlacedProblem
  readonly placed: readonly PlacedProblem[]
}

const Placed = ({ ledgerId, place, placed }: PlacedProps) => {
  const file = useProblemFile(place.row.id, place)
  if (file === undefined) return <Skeleton active />
  if (file === null) return <EmptyState title={PROBLEM_WORDS.gone} detail={PROBLEM_WORDS.goneDetail} />
  return <ProblemFileView ledgerId={ledgerId} file={file} placed={placed} />
}

const Step = (props: { readonly label: string; readonly hint: string; readonly icon: ReactNode; readonly to: string | null }) => (
  <Tooltip title={props.hint}>
    <Button size="small" icon={props.icon} disabled={props.to === null} onClick={() => goTo(props.to)}>
      {props.label}
    </Button>
  </Tooltip>
)

/** The list goes along: its focus stands on the problem that is open. */
const goTo = (problemId: string | null): void => {
  if (problemId === null) return
  const { focus, setFocus } = useListView.getState()
  void useScreen
    .getState()
    .openProblem(problemId)
    .then((went) => (went ? setFocus({ problemId, row: 0, column: focus?.column ?? 0 }) : null))
}

/**
 * The problems before and after it in the list as it is shown, or in the order of the outline where no list shows it; Alt with an arrow
 * goes there.
 */
const useNeighbours = (problemId: string, placed: readonly PlacedProblem[]) => {
  const listed = useListView((state) => state.shown)
  const shown = useMemo(
    () => (listed.includes(problemId) ? listed : placed.map(({ row }) => row.id)),
    [listed, placed, problemId],
  )
  const index = shown.indexOf(problemId)
  const previous = index > 0 ? (shown[index - 1] ?? null) : null
  const next = index >= 0 ? (shown[index + 1] ?? null) : null
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      goTo(event.key === 'ArrowUp' ? previous : next)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [previous, next])
  return { previous, next, at: index + 1, of: shown.length }
}
