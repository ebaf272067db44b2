import { defect } from '../base/result.ts'
import type { ItemLine } from '../domain/item-lines.ts'
import type { LevelNumbering, MarkStyle } from '../domain/numbering.ts'
import type { NoticePart } from '../domain/records/notice-records.ts'
import type { Status } from '../domain/status.ts'

/**
 * A notice's build as data: what it consists of and in which order, how its levels are numbered, and its wording. A notice may
 * override the wording (shared/domain/records/notice-records.ts).
 */
export interface NoticeTemplate {
  readonly id: string
  readonly title: string
  /** `headed`: a heading names the problem, its items follow. `labelled`: the problem's sentence, then its labelled lines. */
  readonly build: 'headed' | 'labelled'
  /** How the problems' outline is numbered, from its top. */
  readonly levels: readonly LevelNumbering[]
  /** The parts in order. `section` is the numbered heading a part stands under; null for none. */
  readonly parts: readonly { readonly part: NoticePart; readonly section: string | null }[]
  readonly problemHeading: string
  readonly itemLines: readonly ItemLine[]
  readonly remainingHeading: string
  readonly remainingGroups: readonly { readonly status: Status; readonly heading: string }[]
  readonly deadlineLabel: string
}

const level = (style: MarkStyle, continuous = false): LevelNumbering => ({ style, continuous })

const REMAINING = {
  remainingHeading: '关于“{statement}”的问题',
  remainingGroups: [
    { status: 'basicallyDone', heading: '基本完成事项' },
    { status: 'inProgress', heading: '正在整改事项' },
  ],
  deadlineLabel: '完成时限',
} as const satisfies Partial<NoticeTemplate>

const part = (name: NoticePart, section: string | null = null) => ({ part: name, section })

/** The three builds of published 通报 (domain.md). */
export const NOTICE_TEMPLATES: readonly NoticeTemplate[] = [
  {
    id: 'aspect-items',
    title: '方面—事项式',
    build: 'headed',
    levels: [level('cjk-dun'), level('cjk-paren')],
    parts: [
      part('opening'),
      part('arrangement'),
      part('statistics'),
      part('problems'),
      part('dealing'),
      part('outlook'),
      part('contact'),
      part('annotation'),
    ],
    problemHeading: '关于“{statement}”问题的整改情况',
    itemLines: [[{ kind: 'account', words: '', isAlone: false }]],
    ...REMAINING,
  },
  {
    id: 'problem-situation',
    title: '问题逐条“整改情况”式',
    build: 'labelled',
    levels: [level('cjk-paren'), level('arabic-dot'), level('arabic-paren', true)],
    parts: [
      part('opening'),
      part('arrangement', '整改工作部署推动情况'),
      part('problems', '反馈问题的整改情况'),
      part('statistics', '移交问题线索和问责处理情况'),
      part('dealing', '移交问题线索的处理情况'),
      part('remaining', '需要继续整改的事项'),
      part('outlook'),
      part('contact'),
      part('annotation'),
    ],
    problemHeading: '{statement}',
    itemLines: [[{ kind: 'account', words: '整改情况', isAlone: false }]],
    ...REMAINING,
  },
  {
    id: 'problem-measures-status',
    title: '问题逐条“措施及成效”加状态语式',
    build: 'labelled',
    levels: [level('cjk-paren'), level('arabic-dot'), level('arabic-half-paren')],
    parts: [
      part('opening'),
      part('statistics'),
      part('arrangement', '整改工作组织推进情况'),
      part('problems', '具体问题整改落实情况'),
      part('dealing', '移交问题线索的处理情况'),
      part('outlook', '下一步工作安排'),
      part('contact'),
      part('annotation'),
    ],
    problemHeading: '{statement}',
    itemLines: [[{ kind: 'account+status', words: '整改措施及成效', isAlone: false }]],
    ...REMAINING,
  },
]

/** What a notice without a known template is composed with. */
export const USUAL_TEMPLATE: NoticeTemplate = NOTICE_TEMPLATES[1] ?? defect('the list above names three')

export const findTemplate = (id: string): NoticeTemplate | null => NOTICE_TEMPLATES.find((template) => template.id === id) ?? null
