import { orderKeys } from '../../../shared/base/order.ts'
import { printLevels } from '../../../shared/domain/numbering.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { daysAfter } from './calendar.ts'
import type { Frame } from './frame.ts'
import type { RandomSource } from './random-source.ts'
import { placeIn, type RecordWriter } from './record-writer.ts'

/** What is counted over the whole ledger: 信访件, 线索, 立案, and 问责处理 that no problem names. */
export const writeRegisters = (random: RandomSource, writer: RecordWriter, { today }: Frame, problems: number): void => {
  const much = Math.max(3, Math.round(problems / 2))
  const kinds = ['letter', 'clue', 'case'] as const
  const places = orderKeys(kinds.length)
  kinds.forEach((kind, i) => {
    const [closed, inProgress, duplicates] = [
      random.whole(1, much),
      random.whole(0, 9),
      kind === 'letter' ? random.whole(0, 5) : 0,
    ]
    writer.add('lead', {
      id: random.id(),
      order: placeIn(places, i),
      kind,
      received: closed + inProgress + duplicates,
      closed,
      inProgress,
      duplicates,
    })
  })
  const lines = [
    { category: 'party', measure: '党内警告', countUnit: 'persons' },
    { category: 'party', measure: '党内严重警告', countUnit: 'persons' },
    { category: 'government', measure: '政务记过', countUnit: 'persons' },
    { category: 'admonition', measure: '诫勉', countUnit: 'persons' },
    { category: 'talk', measure: '提醒谈话', countUnit: 'personTimes' },
    { category: 'talk', measure: '批评教育', countUnit: 'personTimes' },
  ] as const
  const rows = orderKeys(lines.length)
  lines.forEach((line, i) => {
    writer.add('accountability', {
      id: random.id(),
      problemId: null,
      order: placeIn(rows, i),
      ...line,
      count: random.whole(1, 30),
      on: daysAfter(today, -random.whole(5, 200)),
    })
  })
}

/** 通报 in the build “问题逐条”, ready to compose. */
export const writeNotice = (random: RandomSource, writer: RecordWriter, { county, today }: Frame): void => {
  const notice = writer.add('notice', {
    id: random.id(),
    title: `中共${county.name}委关于巡察整改进展情况的通报`,
    template: 'problem-situation',
    signature: `中共${county.name}委`,
    signedOn: today,
    levels: printLevels([
      { style: 'cjk-paren', continuous: false },
      { style: 'arabic-dot', continuous: false },
      { style: 'arabic-paren', continuous: true },
    ]),
  })
  const blocks: readonly Partial<RecordOf<'noticeBlock'>>[] = [
    {
      part: 'opening',
      text: `根据统一部署，${county.city}委巡察组对${county.name}开展了常规巡察。现将巡察整改进展情况予以公布。`,
    },
    { part: 'arrangement', form: 'section', mark: 'cjk-dun', heading: '整改工作部署推动情况' },
    {
      part: 'arrangement',
      form: 'run-in',
      mark: 'cjk-paren',
      heading: '压实主体责任。',
      text: '县委召开常委会会议专题研究，逐条认领问题，逐项明确责任领导、责任单位和完成时限。',
    },
    {
      part: 'arrangement',
      form: 'run-in',
      mark: 'cjk-paren',
      heading: '强化督查问效。',
      text: '整改办实行周调度、月通报，对进度滞后的单位发函提示。',
    },
    { part: 'problems', form: 'section', mark: 'cjk-dun', heading: '反馈问题的整改情况' },
    { part: 'problems', form: 'problems' },
    { part: 'outlook', text: '下一步，县委将持续抓好后续整改，巩固深化整改成果。' },
    { part: 'contact', text: '欢迎广大干部群众对巡察整改落实情况进行监督。联系电话：0000-0000000。' },
  ]
  const places = orderKeys(blocks.length)
  blocks.forEach((block, i) => {
    writer.add('noticeBlock', { id: random.id(), noticeId: notice.id, order: placeIn(places, i), ...block })
  })
}
