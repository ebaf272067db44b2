import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Drawer, Skeleton, Space, Tooltip } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { PlacedProblem } from '../../data/queries.ts'
import { usePlacedProblems, useProblemFile } from '../../data/queries.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemFileView } from './problem-file-view.tsx'

/** 问题档案: stands beside the list, which keeps its place. */
export const ProblemDrawer = ({ ledgerId }: { readonly ledgerId: string }) => {
  const problemId = useScreen((state) => state.problemId)
  return problemId === null ? null : <OpenDrawer ledgerId={ledgerId} problemId={problemId} />
}

const OpenDrawer = ({ ledgerId, problemId }: { readonly ledgerId: string; readonly problemId: string }) => {
  const openProblem = useScreen((state) => state.openProblem)
  const placed = usePlacedProblems(ledgerId)
  const place = placed?.find(({ row }) => row.id === problemId)
  const { previous, next } = useNeighbours(problemId)
  const close = () => void openProblem(null)
  return (
    <Drawer
      open
      size={820}
      onClose={close}
      destroyOnHidden
      title={place === undefined ? '' : PROBLEM_WORDS.title(place.number)}
      className="problem-drawer"
      extra={
        <Space>
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
        <Placed key={problemId} ledgerId={ledgerId} place={place} />
      )}
    </Drawer>
  )
}

const Placed = ({ ledgerId, place }: { readonly ledgerId: string; readonly place: PlacedProblem }) => {
  const file = useProblemFile(place.row.id, place)
  if (file === undefined) return <Skeleton active />
  if (file === null) return <EmptyState title={PROBLEM_WORDS.gone} detail={PROBLEM_WORDS.goneDetail} />
  return <ProblemFileView ledgerId={ledgerId} file={file} />
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

/** The problems before and after it in the list as it is shown; Alt with an arrow goes there. */
const useNeighbours = (problemId: string) => {
  const shown = useListView((state) => state.shown)
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
  return { previous, next }
}
