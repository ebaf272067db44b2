import { DownOutlined, PlusOutlined, SearchOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented, Select, Space } from 'antd'
import { EDITION_WORDS, EDITIONS, type Edition } from '../../../shared/domain/records/notice-records.ts'
import type { Notice } from '../../../shared/domain/records/record-kinds.ts'
import type { ShownSheet } from '../../data/notice-host.ts'
import type { NoticesOfLedger } from '../../data/notice-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { useNoticeDesk } from '../../state/notice-desk.ts'
import { useScreen } from '../../state/screen.ts'
import { Toolbar } from '../../ui/toolbar.tsx'
import { FigurePicker } from './figure-picker.tsx'
import type { DialogName } from './notice-dialogs.tsx'
import type { NoticeActs } from './use-notice-acts.ts'

interface NoticeToolbarProps {
  readonly ledgerId: string
  readonly all: NoticesOfLedger
  readonly notice: Notice
  readonly edition: Edition
  readonly sheet: ShownSheet | null
  /** How many pages it prints on; null while they are counted. */
  readonly pages: number | null
  readonly acts: NoticeActs
  readonly onCreate: () => void
  readonly onDialog: (dialog: DialogName) => void
  readonly onFind: () => void
  readonly onInsert: (figureId: string) => void
  readonly onWithhold: () => void
}

/** Which notice, in which edition, and what can be done with it. */
export const NoticeToolbar = (props: NoticeToolbarProps) => {
  const { ledgerId, all, notice, edition, sheet, pages, acts, onDialog } = props
  const { choose, look, setZoom } = useNoticeDesk.getState()
  const zoom = useNoticeDesk(({ zoom: now }) => now)
  const exportWord = (comments: boolean): void =>
    void useScreen.getState().openDialog({ type: 'export', kind: 'notice', comments })
  const remove = async () => {
    const command = { type: 'remove-record', kind: 'notice', problemId: null, id: notice.id } as const
    await acts.runTold(command, ({ intent }) => WORKBENCH_WORDS.removed(intent))
  }
  const more: Readonly<Record<string, readonly [label: string, act: () => void]>> = {
    fields: [WORKBENCH_WORDS.fields, () => onDialog({ type: 'fields' })],
    templates: [WORKBENCH_WORDS.templates, () => onDialog({ type: 'templates' })],
    drafts: [WORKBENCH_WORDS.drafts, () => onDialog({ type: 'drafts' })],
    compare: [
      WORKBENCH_WORDS.compareTitle,
      () => onDialog({ type: 'compare', before: edition === 'report' ? 'public' : 'report' }),
    ],
    withheld: [WORKBENCH_WORDS.withheldTable, () => onDialog({ type: 'withheld' })],
    checkText: [WORKBENCH_WORDS.checkText, () => void useScreen.getState().openDialog({ type: 'proof' })],
    remove: [WORKBENCH_WORDS.removeNotice, () => void remove()],
  }
  return (
    <Toolbar
      end={
        <>
          <span className="label notice-state" role="status">
            {sheet === null ? WORKBENCH_WORDS.computing : WORKBENCH_WORDS.cutoff(sheet.cutoff)}
            {pages === null ? '' : ` · ${WORKBENCH_WORDS.pages(pages)}`}
          </span>
          <Button
            size="small"
            type="text"
            icon={<ZoomOutOutlined />}
            aria-label={WORKBENCH_WORDS.zoomOut}
            onClick={() => setZoom(zoom - 0.1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ZoomInOutlined />}
            aria-label={WORKBENCH_WORDS.zoomIn}
            onClick={() => setZoom(zoom + 0.1)}
          />
          <Button size="small" onClick={() => void useScreen.getState().openDialog({ type: 'print' })}>
            {WORKBENCH_WORDS.print}
          </Button>
          <Space.Compact>
            <Button size="small" type="primary" onClick={() => exportWord(false)}>
              {WORKBENCH_WORDS.exportWord}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [{ key: 'comments', label: WORKBENCH_WORDS.exportComments }],
                onClick: () => exportWord(true),
              }}
            >
              <Button size="small" type="primary" icon={<DownOutlined />} aria-label={WORKBENCH_WORDS.exportMore} />
            </Dropdown>
          </Space.Compact>
        </>
      }
    >
      <Select
        size="small"
        className="notice-choice"
        aria-label={WORKBENCH_WORDS.which}
        value={notice.id}
        options={all.notices.map(({ id, title }) => ({ value: id, label: title ?? WORKBENCH_WORDS.untitled }))}
        onChange={(id) => choose(ledgerId, id)}
        popupMatchSelectWidth={false}
      />
      <Button size="small" icon={<PlusOutlined />} aria-label={WORKBENCH_WORDS.create} onClick={props.onCreate} />
      <Segmented<Edition>
        size="small"
        aria-label={WORKBENCH_WORDS.edition}
        value={edition}
        options={EDITIONS.map((value) => ({ value, label: EDITION_WORDS[value] }))}
        onChange={(value) => look(notice.id, value)}
      />
      <Button
        size="small"
        icon={<SearchOutlined />}
        aria-label={WORKBENCH_WORDS.find}
        aria-keyshortcuts="Control+F"
        onClick={props.onFind}
      />
      <FigurePicker figures={sheet?.figures ?? {}} onPick={props.onInsert} />
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={props.onWithhold}>
        {WORKBENCH_WORDS.withhold}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: Object.entries(more).map(([key, [label]]) => ({ key, label, danger: key === 'remove' })),
          onClick: ({ key }) => more[key]?.[1](),
        }}
      >
        <Button size="small">
          {WORKBENCH_WORDS.more}
          <DownOutlined />
        </Button>
      </Dropdown>
    </Toolbar>
  )
}
