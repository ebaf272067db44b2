import { defect } from '../../base/result.ts'
import type { ItemLine, ItemPart } from '../item-lines.ts'
import type { LevelNumbering, MarkStyle } from '../numbering.ts'
import type { NoticePart } from '../records/notice-records.ts'
import type { NoticeTemplate, StatusWords, TemplateLook } from './notice-template.ts'

const level = (style: MarkStyle, continuous = false): LevelNumbering => ({ style, continuous })

const part = (name: NoticePart, section: string | null = null) => ({ part: name, section })

const line = (...parts: readonly (readonly [kind: ItemPart['kind'], words: string])[]): ItemLine =>
  parts.map(([kind, words]) => ({ kind, words, isAlone: false }))

const STATUS_WORDS: StatusWords = {
  notStarted: '尚未启动整改【时限：，计划于{deadline}完成】。',
  inProgress: '正在整改中【时限：，按计划于{deadline}完成】【长期：并长期坚持】。',
  basicallyDone: '基本完成整改【长期：并长期坚持】。',
  done: '已完成整改【长期：并长期坚持】。',
  closed: '已完成整改并销号【长期：，长期坚持】。',
}

const LOOK: TemplateLook = {
  titleFont: null,
  firstHeadingFont: null,
  secondHeadingFont: null,
  bodyFont: null,
  boldThirdHeading: false,
  issuerMark: null,
  documentWord: null,
  copyTo: null,
  printedBy: null,
}

const ARRANGEMENT =
  '{party}把{xun}反馈问题整改作为重要政治任务，逐条研究反馈意见，建立问题、任务、时间、责任清单，逐项明确责任领导、责任单位和完成时限，推动整改落实。'
const OUTLOOK =
  '下一步，{party}将持续抓好{xun}整改，对已完成的整改事项适时开展“回头看”，对尚未完成的整改事项紧盯时限、跟踪督办，巩固和扩大整改成果。'
const DUTIES = line(['leader', '责任领导'], ['leadUnit', '牵头单位'], ['unit', '责任单位'])

/** What the templates have in common unless they say otherwise. */
const USUAL = {
  genre: 'notice',
  edition: 'public',
  itemHeadings: 'run-in',
  remainingHeading: '关于“{statement}”的问题',
  remainingGroups: [
    { status: 'basicallyDone', heading: '基本完成事项' },
    { status: 'inProgress', heading: '正在整改事项' },
  ],
  deadlineLabel: '完成时限',
  statusWords: STATUS_WORDS,
  titleWords: '{party}关于{team}反馈意见整改进展情况的通报',
  standard: {
    opening:
      '{period}，{team}对{inspected}开展了{kind}{xun}。{feedbackOn}，{team}向{party}反馈了{xun}意见。按照党务公开原则和{xun}工作有关要求，现将{xun}整改进展情况予以公布。',
    arrangement: ARRANGEMENT,
    outlook: OUTLOOK,
    contact:
      '欢迎干部群众监督{xun}整改工作。对整改情况有意见建议的，可以按以下方式告诉我们。联系电话：〔待填〕；邮政信箱：〔待填〕；电子邮箱：〔待填〕。',
    annotation: '（此件公开发布）',
  },
  sameSurname: 'alike',
  publicCounts: 'shown',
  look: LOOK,
} as const satisfies Partial<NoticeTemplate>

const ARRANGED = [part('opening'), part('arrangement'), part('statistics')]
const ENDING = [part('contact'), part('annotation')]

/** The three builds of published 通报 (domain.md), 整改进展情况报告 and 整改方案. */
export const NOTICE_TEMPLATES: readonly NoticeTemplate[] = [
  {
    ...USUAL,
    id: 'aspect-items',
    title: '方面—事项式',
    build: 'headed',
    levels: [level('cjk-dun'), level('cjk-paren')],
    parts: [...ARRANGED, part('problems'), part('dealing'), part('outlook'), ...ENDING],
    problemHeading: '关于“{statement}”问题的整改情况',
    itemLines: [line(['account', ''])],
  },
  {
    ...USUAL,
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
      ...ENDING,
    ],
    problemHeading: '{statement}',
    itemLines: [line(['account', '整改情况'])],
  },
  {
    ...USUAL,
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
      ...ENDING,
    ],
    problemHeading: '{statement}',
    itemLines: [line(['account+status', '整改措施及成效'])],
  },
  {
    ...USUAL,
    id: 'progress-report',
    title: '整改进展情况报告（上报版）',
    genre: 'report',
    edition: 'report',
    build: 'labelled',
    levels: [level('cjk-paren'), level('arabic-dot'), level('arabic-paren', true)],
    parts: [
      part('opening'),
      part('arrangement', '整改工作组织推进情况'),
      part('problems', '反馈问题整改进展情况'),
      part('statistics', '移交事项办理和问责处理情况'),
      part('dealing', '移交问题线索的处理情况'),
      part('remaining', '尚未完成的整改事项'),
      part('outlook', '下一步工作打算'),
      ...ENDING,
    ],
    problemHeading: '{statement}',
    itemLines: [line(['account', '整改进展']), DUTIES, line(['deadline', '整改时限']), line(['status', '完成情况'])],
    titleWords: '{party}关于{team}反馈意见整改进展情况的报告',
    standard: {
      opening: '{feedbackOn}，{team}向{party}反馈了{xun}意见。收到反馈意见后，{party}认真组织整改。现将整改进展情况报告如下。',
      arrangement: ARRANGEMENT,
      outlook: OUTLOOK,
      annotation: '（联系人：〔待填〕；联系电话：〔待填〕）',
    },
  },
  {
    ...USUAL,
    id: 'rectification-plan',
    title: '整改方案',
    genre: 'plan',
    edition: 'report',
    build: 'labelled',
    levels: [level('cjk-paren'), level('arabic-dot'), level('arabic-paren', true)],
    parts: [
      part('opening'),
      part('arrangement', '总体要求'),
      part('problems', '整改任务'),
      part('outlook', '工作要求'),
      part('annotation'),
    ],
    problemHeading: '{statement}',
    itemLines: [line(['target', '整改目标']), line(['measures', '整改措施']), DUTIES, line(['deadline', '整改时限'])],
    titleWords: '{party}关于{team}反馈意见的整改方案',
    standard: {
      opening: '为落实{team}反馈意见，做好{xun}反馈问题整改工作，制定本方案。',
      arrangement:
        '坚持问题导向，对{team}反馈的⟦problems.total⟧个问题逐条明确整改目标、整改措施、责任领导、责任单位和整改时限，改一件、成一件、巩固一件。',
      outlook:
        '一是压实责任，责任领导牵头抓总，责任单位具体落实；二是跟踪督办，整改办定期调度进展，对进度滞后的及时提醒、督办；三是注重长效，把解决具体问题与完善制度结合起来，防止问题反弹。',
    },
  },
]

/** What a notice without a known template is composed with. */
export const USUAL_TEMPLATE: NoticeTemplate = NOTICE_TEMPLATES[1] ?? defect('the list above names five')
