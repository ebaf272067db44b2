import { foldWidth } from '../base/text.ts'
import type { TableField } from './table-rows.ts'

/** What a correction screen calls a field. */
export const FIELD_WORDS: Readonly<Record<TableField, string>> = {
  number: '序号',
  category: '类别',
  aspect: '方面',
  statement: '反馈问题',
  details: '具体表现',
  source: '来源',
  kind: '整改类型',
  status: '完成情况',
  target: '整改目标',
  measure: '整改措施',
  measureNumber: '措施序号',
  subject: '反馈问题/措施',
  progress: '进展情况',
  result: '整改成效',
  start: '启动时间',
  originalDeadline: '原定时限',
  deadline: '整改时限',
  'measure.deadline': '措施时限',
  completed: '完成日期',
  closed: '销号日期',
  leader: '责任领导',
  leadUnit: '牵头单位',
  unit: '责任单位',
  supportUnit: '配合单位',
  person: '责任人',
  contact: '联系人',
  phone: '联系方式',
  withheld: '是否公开',
  remarks: '备注',
  daysLeft: '剩余天数',
  warning: '预警',
}

/**
 * Headings of the genre, the usual first. Written without spaces and stops: 责任 单位 and 责任单位： are one heading. What stands in front is
 * looked for as the whole heading, then as a part of it.
 */
const SYNONYMS: Readonly<Record<TableField, readonly string[]>> = {
  number: ['序号', '编号', '问题序号', '问题编号', '项次', '顺序号', '序', '号', 'NO', '台账编号', '任务序号'],
  category: ['类别', '问题类别', '问题类型', '问题分类', '大类', '板块', '一级分类', '反馈类别', '领域', '问题性质', '类型'],
  aspect: ['方面', '问题方面', '二级分类', '小类', '具体方面', '反馈方面', '归属方面', '子类', '问题归类'],
  statement: [
    '反馈问题',
    '存在问题',
    '具体问题',
    '问题表述',
    '巡察反馈问题',
    '巡视反馈问题',
    '问题',
    '问题描述',
    '问题内容',
    '反馈意见',
    '反馈具体问题',
    '存在的问题',
    '问题清单',
    '主要问题',
    '问题事项',
    '整改问题',
    '反馈的问题',
    '整改事项',
    '问题名称',
    '巡察发现问题',
    '发现问题',
    '突出问题',
    '需整改问题',
    '问题摘要',
  ],
  details: [
    '具体表现',
    '问题具体表现',
    '主要表现',
    '表现形式',
    '问题表现',
    '具体情形',
    '问题详情',
    '具体内容',
    '问题具体描述',
    '具体事实',
    '详细描述',
  ],
  source: ['来源', '问题来源', '反馈来源', '来源渠道', '问题出处', '发现渠道', '问题由来'],
  kind: ['整改类型', '整改性质', '整改类别', '立行立改', '是否立行立改', '整改方式', '整改分类', '时限类型', '整改时限类型'],
  status: [
    '完成情况',
    '整改状态',
    '是否完成',
    '销号情况',
    '状态',
    '整改完成情况',
    '完成状态',
    '是否完成整改',
    '是否销号',
    '整改结果',
    '目前状态',
    '销号状态',
    '整改进度',
    '完成进度',
    '是否整改到位',
    '是否整改完成',
    '问题状态',
    '是否办结',
    '办结情况',
  ],
  target: ['整改目标', '工作目标', '预期目标', '整改要求', '目标要求', '整改标准', '目标任务', '完成标准', '目标'],
  measure: [
    '整改措施',
    '整改举措',
    '具体措施',
    '措施',
    '整改任务',
    '具体举措',
    '工作措施',
    '整改工作措施',
    '整改具体措施',
    '任务清单',
    '举措',
    '工作举措',
    '整改内容',
    '主要措施',
    '整改任务措施',
    '细化措施',
  ],
  measureNumber: ['措施序号', '措施编号', '举措序号', '任务编号', '措施号'],
  subject: ['反馈问题/措施', '问题/措施', '反馈问题和措施', '问题及措施'],
  progress: [
    '进展情况',
    '整改情况',
    '落实情况',
    '整改进展',
    '整改进展情况',
    '工作进展',
    '整改落实情况',
    '目前进展',
    '工作进展情况',
    '推进情况',
    '最新进展',
    '进展',
    '整改落实进展',
    '已采取措施',
    '完成进展情况',
    '阶段进展',
    '截至目前进展',
    '落实进展',
    '整改进展及成效',
    '整改情况说明',
    '办理情况',
  ],
  result: [
    '整改成效',
    '成效',
    '取得成效',
    '工作成效',
    '整改成果',
    '成果',
    '主要成效',
    '整改效果',
    '取得的成效',
    '形成成果',
    '阶段性成效',
  ],
  start: ['启动时间', '开始时间', '启动日期', '起始时间', '开始日期', '整改开始时间'],
  originalDeadline: ['原定时限', '原时限', '原整改时限', '原定完成时间', '原完成时限', '延期前时限'],
  deadline: [
    '整改时限',
    '完成时限',
    '时限要求',
    '完成时间',
    '整改期限',
    '时限',
    '期限',
    '现定时限',
    '计划完成时间',
    '办结时限',
    '整改完成时限',
    '整改时间',
    '完成期限',
    '拟完成时间',
    '计划完成时限',
    '时间节点',
    '时间要求',
    '要求完成时间',
    '时间清单',
    '整改完成时间',
    '时间',
    '目标完成时间',
    '预计完成时间',
    '序时进度',
  ],
  'measure.deadline': ['措施时限', '措施完成时限', '措施完成时间', '举措时限'],
  completed: ['完成日期', '实际完成时间', '实际完成日期', '整改完成日期', '办结日期', '办结时间'],
  closed: ['销号日期', '销号时间', '验收时间', '验收销号时间'],
  leader: [
    '责任领导',
    '牵头领导',
    '分管领导',
    '包抓领导',
    '牵头县领导',
    '责任县领导',
    '包案领导',
    '整改责任领导',
    '分管县领导',
    '主管领导',
    '挂帅领导',
    '包联领导',
    '督办领导',
    '领导',
  ],
  leadUnit: [
    '牵头单位',
    '牵头部门',
    '主责单位',
    '主责部门',
    '牵头责任单位',
    '牵头科室',
    '主办单位',
    '整改牵头单位',
    '第一责任单位',
    '牵头单位部门',
    '主管部门',
  ],
  unit: [
    '责任单位',
    '责任科室',
    '责任部门',
    '整改单位',
    '整改责任单位',
    '承办单位',
    '落实单位',
    '责任单位部门',
    '承办科室',
    '责任股室',
    '涉及单位',
    '被反馈单位',
    '责任清单',
    '单位',
  ],
  supportUnit: [
    '配合单位',
    '协办',
    '协办单位',
    '配合部门',
    '配合科室',
    '协同单位',
    '参与单位',
    '协助单位',
    '配合责任单位',
    '配合股室',
  ],
  person: ['责任人', '具体责任人', '整改责任人', '直接责任人', '第一责任人', '经办人', '具体负责人', '负责人', '主要责任人'],
  contact: ['联系人', '联络员', '联络人', '填报联系人'],
  phone: ['联系电话', '联系方式', '电话', '手机', '手机号码', '手机号', '联系人电话', '办公电话'],
  withheld: ['是否公开', '公开情况', '可否公开', '是否向社会公开', '是否拟公开'],
  remarks: ['备注', '说明', '其他说明', '备注说明', '附注', '其他', '注', '意见建议'],
  daysLeft: ['剩余天数', '剩余时间', '倒计时'],
  warning: ['预警', '预警状态', '预警灯', '亮灯情况'],
}

/** A choice a person made on the correction screen: this heading is this field, or (null) none. */
export interface HeadingCorrection {
  readonly heading: string
  readonly field: TableField | null
}

export interface Vocabulary {
  readonly exact: ReadonlyMap<string, TableField>
  readonly corrected: ReadonlyMap<string, TableField | null>
}

export interface FieldGuess {
  readonly field: TableField
  /** 0 to 1; 1 is a heading known by heart. */
  readonly confidence: number
}

/** What says the same about a heading however it is spaced, numbered, bracketed and stopped. */
export const plainHeading = (heading: string): string =>
  foldWidth(heading)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[\s:,.;、。“”"'*_\-—·]/g, '')
    .toUpperCase()

export const TABLE_VOCABULARY: Vocabulary = {
  exact: new Map(Object.entries(SYNONYMS).flatMap(([field, words]) => words.map((word) => [plainHeading(word), field] as const))),
  corrected: new Map(),
}

/** The vocabulary with what a person chose before; the later choice wins. */
export const withCorrections = (vocabulary: Vocabulary, corrections: readonly HeadingCorrection[]): Vocabulary => ({
  ...vocabulary,
  corrected: new Map([
    ...vocabulary.corrected,
    ...corrections.map(({ heading, field }) => [plainHeading(heading), field] as const),
  ]),
})

/** Longer headings are sentences. */
const LONGEST_HEADING = 30

/**
 * Fields a heading may mean, the likeliest first; `null` when a person said that it is none. The words below decide, those above them
 * (整改措施 over 内容 | 时限) where the words below are known to nobody.
 */
export const guessField = (parts: readonly string[], vocabulary: Vocabulary): readonly FieldGuess[] | null => {
  const plain = parts.map(plainHeading).filter((part) => part !== '')
  const whole = plain.join('')
  if (whole === '') return []
  const corrected = vocabulary.corrected.get(whole)
  if (corrected !== undefined) return corrected === null ? null : [{ field: corrected, confidence: 1 }]
  if (whole === '措施时限' || (plain.at(-1) === '时限' && plain.length > 1 && /措施|举措/.test(plain[0] ?? '')))
    return [
      { field: 'measure.deadline', confidence: 0.9 },
      { field: 'deadline', confidence: 0.6 },
    ]
  const leaf = guessWords(plain.at(-1) ?? '', vocabulary)
  if (plain.length === 1) return leaf
  const joined = guessWords(whole, vocabulary).map((guess) => ({ ...guess, confidence: guess.confidence * 0.95 }))
  const above = plain
    .slice(0, -1)
    .flatMap((part) => guessWords(part, vocabulary).map((guess) => ({ ...guess, confidence: guess.confidence * 0.5 })))
  return best([...leaf, ...joined, ...above])
}

const guessWords = (words: string, vocabulary: Vocabulary): readonly FieldGuess[] => {
  if (words === '' || words.length > LONGEST_HEADING) return []
  const exact = vocabulary.exact.get(words)
  const near: FieldGuess[] = exact === undefined ? [] : [{ field: exact, confidence: 1 }]
  for (const [synonym, field] of vocabulary.exact) {
    if (synonym.length < 2 || synonym === words) continue
    // What stands last tells what it is: 问题整改责任单位 is a unit, 责任单位整改措施 a measure.
    const at = words.lastIndexOf(synonym)
    if (at >= 0)
      near.push({
        field,
        confidence: 0.4 + 0.3 * (synonym.length / words.length) + (at + synonym.length === words.length ? 0.2 : 0),
      })
    else if (words.length >= 2 && synonym.includes(words))
      near.push({ field, confidence: 0.45 * (words.length / synonym.length) })
  }
  return best(near)
}

const best = (guesses: readonly FieldGuess[]): readonly FieldGuess[] => {
  const byField = new Map<TableField, number>()
  for (const { field, confidence } of guesses) byField.set(field, Math.max(byField.get(field) ?? 0, confidence))
  return [...byField]
    .map(([field, confidence]) => ({ field, confidence: Math.round(confidence * 100) / 100 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 4)
}
