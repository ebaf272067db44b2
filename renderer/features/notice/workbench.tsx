import { App, Skeleton, Tabs } from 'antd'
import type { Node } from 'prosemirror-model'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { newLayoutCache } from '../../../shared/documents/pages/layout-cache.ts'
import { TO_FILL } from '../../../shared/domain/notices/standard-text.ts'
import { MARK_STYLE_WORDS } from '../../../shared/domain/numbering.ts'
import { BLOCK_FORM_WORDS, NOTICE_PART_WORDS } from '../../../shared/domain/records/notice-records.ts'
import type { Notice } from '../../../shared/domain/records/record-kinds.ts'
import { printedWords } from '../../../shared/notice/words.ts'
import type { NoticeReview, NoticeView } from '../../data/notice-host.ts'
import { type NoticesOfLedger, useNoticeReview, useSheet } from '../../data/notice-queries.ts'
import { useLedgerFrame } from '../../data/settings-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { SHELL_WORDS } from '../../messages/shell.ts'
import { useNoticeDesk } from '../../state/notice-desk.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChangesPane } from './changes-pane.tsx'
import { checkedWords } from './checked-words.ts'
import { ChecksPane } from './checks-pane.tsx'
import { findInContext, findWords, type Stretch } from './editor/found-words.ts'
import { type CaretAt, NoticeEditor, type NoticeEditorHandle } from './editor/notice-editor.tsx'
import { FindBar } from './find-bar.tsx'
import { headingsOf } from './headings.ts'
import { HereCard } from './here-card.tsx'
import { type DialogName, NoticeDialogs } from './notice-dialogs.tsx'
import { NoticeOutline } from './notice-outline.tsx'
import { NoticeToolbar } from './notice-toolbar.tsx'
import { sheetFonts } from './sheet-fonts.ts'
import { sheetPages } from './sheet-pages.ts'
import { useFinding } from './use-finding.ts'
import type { NoticeActs } from './use-notice-acts.ts'
import { useProofActs } from './use-proof-acts.ts'
import { useWriting } from './use-writing.ts'

interface WorkbenchProps {
  readonly ledgerId: string
  readonly notice: Notice
  readonly all: NoticesOfLedger
  readonly acts: NoticeActs
  readonly onCreate: () => void
}

/** The outline at the left, the text on its sheet, what is to be looked at on the right. */
export const Workbench = ({ ledgerId, notice, all, acts, onCreate }: WorkbenchProps) => {
  const { message } = App.useApp()
  const today = useScreen(({ date }) => date)
  const edition = useNoticeDesk(({ editions }) => editions[notice.id]) ?? notice.edition
  const zoom = useNoticeDesk(({ zoom: now }) => now)
  const view = useMemo(
    (): NoticeView => ({ ledgerId, noticeId: notice.id, edition, today }),
    [ledgerId, notice.id, edition, today],
  )
  const sheet = useSheet(view)
  const settings = useLedgerFrame(ledgerId)?.ledger ?? null
  const look = all.templates.find(({ id }) => id === notice.template)?.look ?? null
  const fonts = useMemo(() => sheetFonts(settings, look), [settings, look])
  const review = useNoticeReview(view)
  const editor = useRef<NoticeEditorHandle>(null)
  const pane = useRef<HTMLDivElement>(null)
  // What is drawn from the text follows a moment behind the keys: typing itself draws nothing but the words.
  const [settled, setDoc] = useLater<Node | null>(null, OUTLINE_MS)
  const [caret, setCaret] = useLater<CaretAt | null>(null, CARET_MS)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [pointed, setPointed] = useState<readonly Stretch[]>([])
  const writing = useWriting({
    ledgerId,
    noticeId: notice.id,
    isComposing: () => editor.current?.isComposing() === true,
    show: () => editor.current?.focus(),
  })
  const headings = useMemo(() => (settled === null ? [] : headingsOf(settled)), [settled])
  const finding = useFinding(settled, (stretch) => editor.current?.show(stretch))

  const layout = useRef(newLayoutCache())
  const starts = useMemo(() => (settled === null ? [] : sheetPages(settled, layout.current)), [settled])
  // Where findings stand is looked up when the check has spoken, not at every key: the marks move with the words.
  const checked = useMemo(() => {
    const now = editor.current?.doc() ?? null
    return now === null || !review ? [] : checkedWords(now, review.proof.findings)
  }, [review])
  const marked = sheet?.marked
  const leftOut = sheet?.leftOut
  useEffect(() => {
    if (settled === null || marked === undefined || leftOut === undefined) return
    editor.current?.mark({
      found: finding.found,
      current: finding.current,
      pointed,
      checked,
      marked,
      leftOut: new Set(leftOut),
      pages: starts,
    })
  }, [settled, finding.found, finding.current, pointed, checked, marked, leftOut, starts])

  const onManyRuns = useCallback(() => void message.info({ key: 'many-runs', content: WORKBENCH_WORDS.manyRuns }), [message])
  const go = (words: string) => {
    const now = editor.current?.doc() ?? null
    const [first] = now === null ? [] : findWords(now, words)
    if (first?.[0] === undefined) return acts.tell(WORKBENCH_WORDS.notInText)
    setPointed(first)
    editor.current?.show(first[0])
  }
  const placeOf = ({ sentence, start, stated }: NoticeReview['typed'][number]): Stretch | null => {
    const now = editor.current?.doc() ?? null
    if (now === null) return null
    const [only, ...others] = findInContext(now, { paragraph: sentence, start, stated })
    return only === undefined || only.isNode || others.length > 0 ? null : only
  }
  const goTyped = (typed: NoticeReview['typed'][number]) => {
    const place = placeOf(typed)
    if (place === null) return go(typed.stated)
    setPointed([place])
    editor.current?.show(place)
  }
  const toToken = (typed: NoticeReview['typed'][number]) => {
    const place = placeOf(typed)
    if (place === null) return acts.tell(WORKBENCH_WORDS.notInText)
    editor.current?.replaceWithFigure(place, typed.figureId)
  }
  const proofActs = useProofActs(notice.id, editor, acts, setPointed)
  // What is being typed is an act as well: saved first, it is the one taken back.
  const takeBack = async (which: 'undo' | 'redo') => {
    if (!(await writing.commit())) return
    const answer = await ledgerStore[which](ledgerId)
    if (!answer.ok) return acts.tellRefusal(answer.error)
    acts.tell((which === 'undo' ? SHELL_WORDS.undone : SHELL_WORDS.redone)(answer.value.intent))
  }
  const ownWords = async (blockId: string): Promise<void> => {
    const text = (sheet?.lines ?? []).filter((line) => line.blockId === blockId).map((line) => printedWords(line.text))
    const fields = { form: '段落', text: text.join('\n') }
    const command = { type: 'change-record', kind: 'noticeBlock', problemId: null, id: blockId, fields } as const
    await acts.runTold(command, () => WORKBENCH_WORDS.ownWordsDone)
  }
  const addBlock = async (afterId: string, form: 'paragraph' | 'section') => {
    const part = all.blocks.find(({ id }) => id === afterId)?.part
    if (part === undefined) return
    const own =
      form === 'section'
        ? { form: BLOCK_FORM_WORDS.section, mark: MARK_STYLE_WORDS['cjk-dun'], heading: TO_FILL }
        : { form: BLOCK_FORM_WORDS.paragraph, text: TO_FILL }
    const fields = { noticeId: notice.id, part: NOTICE_PART_WORDS[part], ...own }
    await acts.run({ type: 'add-record', kind: 'noticeBlock', problemId: null, afterId, fields })
  }
  const addWords = async (id: string) => {
    const value = sheet?.sectionDrafts[id] || TO_FILL
    await acts.run({ type: 'set-record-field', kind: 'outlineNode', problemId: null, id, field: 'text', value })
  }
  const withhold = () => {
    const chosen = editor.current?.chosenWords() ?? null
    if (chosen === null || chosen.words === '') return acts.tell(WORKBENCH_WORDS.withholdNothing)
    if (chosen.source.isDraft || chosen.source.id === null) return acts.tell(WORKBENCH_WORDS.withholdComposed)
    void writing.commit().then((saved) => (saved ? setDialog({ type: 'withhold', ...chosen }) : undefined))
  }
  const insert = (figureId: string) => {
    if (editor.current?.insertFigure(figureId) !== true) acts.tell(WORKBENCH_WORDS.placeFirst)
  }
  const isRegister = all.blocks.some(({ id, form }) => id === caret?.blockId && form === 'register')

  return (
    <main className="workbench">
      <NoticeToolbar
        all={all}
        notice={notice}
        edition={edition}
        sheet={sheet ?? null}
        pages={settled === null ? null : starts.length + 1}
        acts={acts}
        ledgerId={ledgerId}
        onCreate={onCreate}
        onDialog={(name) => void writing.commit().then((saved) => (saved ? setDialog(name) : undefined))}
        onFind={finding.open}
        onInsert={insert}
        onWithhold={withhold}
      />
      <div className="workbench-panes">
        <NoticeOutline headings={headings} line={caret?.line ?? 0} onGo={(line) => editor.current?.showLine(line)} />
        <div className="sheet-pane" ref={pane} style={{ ...fonts.properties, '--sheet-zoom': zoom } as React.CSSProperties}>
          <style>{fonts.faces}</style>
          {finding.isOpen ? (
            <FindBar
              words={finding.words}
              count={finding.found.length}
              current={finding.current}
              asked={finding.asked}
              onWords={finding.setWords}
              onStep={finding.step}
              onClose={() => {
                finding.close()
                editor.current?.focus()
              }}
            />
          ) : null}
          {sheet === undefined ? <Skeleton className="sheet-loading" active paragraph={{ rows: 16 }} /> : null}
          {sheet === null ? <EmptyState title={WORKBENCH_WORDS.gone} detail={WORKBENCH_WORDS.goneDetail} /> : null}
          {sheet ? (
            <NoticeEditor
              ref={editor}
              sheet={sheet}
              turn={writing.turn}
              canApply={writing.canApply}
              onApplied={writing.onApplied}
              onTyped={writing.onTyped}
              onDoc={setDoc}
              onCaret={setCaret}
              onManyRuns={onManyRuns}
              onLeave={() => void writing.commit()}
              onTakeBack={(which) => void takeBack(which)}
              pane={pane}
            />
          ) : null}
        </div>
        <aside className="notice-side">
          <HereCard
            caret={caret}
            isRegister={isRegister}
            onOwnWords={(blockId) => void ownWords(blockId)}
            onAddBlock={(afterId, form) => void addBlock(afterId, form)}
            onRemoveBlock={(id) =>
              void acts.runTold({ type: 'remove-record', kind: 'noticeBlock', problemId: null, id }, ({ intent }) =>
                WORKBENCH_WORDS.removedBlock(intent),
              )
            }
            onAddWords={(nodeId) => void addWords(nodeId)}
          />
          <Tabs
            size="small"
            items={[
              {
                key: 'checks',
                label: WORKBENCH_WORDS.checks,
                children: (
                  <ChecksPane
                    review={review ?? undefined}
                    onGo={go}
                    onGoTyped={goTyped}
                    onToToken={toToken}
                    proofActs={proofActs}
                    onReport={() => void useScreen.getState().openDialog({ type: 'export', kind: 'proof' })}
                  />
                ),
              },
              {
                key: 'changes',
                label: WORKBENCH_WORDS.changes,
                children: <ChangesPane ledgerId={ledgerId} noticeId={notice.id} caret={caret} />,
              },
            ]}
          />
        </aside>
      </div>
      <NoticeDialogs ledgerId={ledgerId} notice={notice} all={all} view={view} dialog={dialog} acts={acts} onDialog={setDialog} />
    </main>
  )
}

const OUTLINE_MS = 250
const CARET_MS = 120

/** A value that is taken up a while after it was last set; the first at once. */
const useLater = <T,>(first: T, ms: number): readonly [T, (value: T) => void] => {
  const [value, setValue] = useState(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isFirst = useRef(true)
  useEffect(() => () => clearTimeout(timer.current), [])
  const set = useCallback(
    (next: T) => {
      clearTimeout(timer.current)
      if (isFirst.current) setValue(next)
      else timer.current = setTimeout(() => setValue(next), ms)
      isFirst.current = false
    },
    [ms],
  )
  return [value, set]
}
