import type { Severity } from '../domain/finding.ts'

/** The worst first. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '必改', warning: '存疑', hint: '建议' }

/** A number typed where the ledger holds one. */
export const TYPED_FIGURE_WORDS = {
  agrees: (label: string, value: string): string => `${label} ${value}，与台账一致`,
  differs: (label: string, stated: string, value: string): string => `${label}写作 ${stated}，台账是 ${value}`,
} as const

/** What a sentence about a finding may name. */
export interface FindingFacts {
  readonly text?: string
  readonly stated?: string
  readonly expected?: string
  readonly count?: number
  readonly names?: readonly string[]
}

interface FindingWords {
  readonly severity: Severity
  readonly say: (facts: FindingFacts) => string
}

const rule = (severity: Severity, say: (facts: FindingFacts) => string): FindingWords => ({ severity, say })

/** Every rule of intake, with its severity (error 必改, warning 存疑, hint 建议) and its sentence. */
export const INTAKE_FINDINGS = {
  'intake.no-problem': rule(
    'error',
    ({ text }) => `没有识别出任何问题：${text ?? '请确认这是一份整改情况通报，或检查层次序号（一、（一）1.（1））是否完整'}。`,
  ),
  'intake.read-as-feedback': rule('hint', ({ names }) => `按巡视巡察反馈意见读取：${(names ?? []).join('；')}。`),
  'intake.kind-doubtful': rule(
    'warning',
    ({ text, names }) =>
      `看不准这是反馈意见还是整改情况通报，先按${text ?? ''}读取（${(names ?? []).join('；')}），如不对请改选。`,
  ),
  'intake.split-offered': rule(
    'hint',
    ({ text, count }) => `有${count ?? 0}处像是并列的几项（“${text ?? ''}”起），没有拆开，请核对是否拆成几个问题或几条具体表现。`,
  ),
  'intake.split-unsure': rule(
    'warning',
    ({ text, count }) => `有${count ?? 0}个问题是按没有序号的句子分出来的（“${text ?? ''}”起），请核对起止。`,
  ),
  'intake.advice-apart': rule(
    'hint',
    ({ text, count }) => `意见建议、整改要求共${count ?? 0}段（“${text ?? ''}”起）不是问题，没有写进台账。`,
  ),
  'intake.leads-told': rule('warning', ({ text }) => `原文提到线索或信访的移交（“${text ?? ''}”），请在登记簿中登记。`),
  'intake.facts-missing': rule('warning', ({ names }) => `没有读到${(names ?? []).join('、')}，请在台账信息中补上。`),
  'intake.words-beside': rule(
    'hint',
    ({ text, count }) => `问题之间有${count ?? 0}段说明文字（“${text ?? ''}”起）不在任何标题之下，没有写进台账。`,
  ),
  'intake.numbers-lost': rule(
    'warning',
    () => '旧版 Word 文件中自动生成的序号读不出来，缺号处请核对；在 WPS 或 Word 中另存为 .docx 再导入，序号就不会丢。',
  ),
  'intake.revisions': rule('warning', ({ count }) => `文件中有${count ?? 0}处修订：按接受全部修订读取，请核对。`),
  'intake.comments': rule('hint', ({ count }) => `文件中有${count ?? 0}条批注，没有并入正文。`),
  'intake.text-boxes': rule('warning', ({ count }) => `文件中有${count ?? 0}个文本框，文字没有并入正文，请核对。`),
  'intake.hidden-text': rule('warning', ({ count }) => `文件中有${count ?? 0}处隐藏文字，没有读取。`),
  'intake.part-embedded': rule('warning', ({ count }) => `文件中嵌有${count ?? 0}个其他文档，内容没有读取，请打开后另存再导入。`),
  'intake.title-missing': rule('warning', () => '原文没有标题行，导出的通报也没有标题，请在台账中补上。'),
  'intake.part-line': rule(
    'warning',
    ({ text }) => `“${text ?? ''}”不是公文层次序号，并入了上面的文字，请改成“一、”一类的序号后重新导入。`,
  ),
  'intake.date-mended': rule('hint', ({ stated, expected }) => `成文日期“${stated ?? ''}”导出时写作“${expected ?? ''}”。`),
  'intake.mark-mended': rule(
    'hint',
    ({ stated, expected, count }) => `${count ?? 0}处序号写作“${stated ?? ''}”一类，导出时写作“${expected ?? ''}”一类。`,
  ),
  'intake.signature-missing': rule('warning', () => '没有找到署名（整改单位），请在台账中补上。'),
  'intake.date-missing': rule('warning', () => '没有找到成文日期，请在台账中补上；没有年份的时限暂不能换算成日期。'),
  'intake.shell-removed': rule('hint', ({ count }) => `已去掉网页导航、来源、声明等${count ?? 0}行，不进入台账。`),
  'intake.half-width': rule('hint', ({ count }) => `原文有${count ?? 0}处半角标点，台账保留原样，导出时改为全角。`),
  'intake.number-lost': rule(
    'warning',
    ({ text, expected }) => `层次序号缺失：“${text ?? ''}”前应为“${expected ?? ''}”，导出时按顺序补上。`,
  ),
  'intake.number-out-of-order': rule(
    'warning',
    ({ stated, expected }) => `层次序号不连续：此处为“${stated ?? ''}”，按顺序应为“${expected ?? ''}”，导出时按顺序编号。`,
  ),
  'intake.number-lone': rule('hint', ({ text }) => `“${text ?? ''}”之下只有一个下级序号，按公文习惯可不编号。`),
  'intake.answer-missing': rule('warning', ({ text }) => `问题“${text ?? ''}”没有整改情况。`),
  'intake.heading-left-out': rule(
    'warning',
    ({ text, names }) => `“${text ?? ''}”与${(names ?? []).join('、')}同级，但没有计为问题，请核对。`,
  ),
  'intake.problems-guessed': rule(
    'warning',
    ({ count }) => `没有读到“关于…问题的整改情况”一类的标题，也没有“整改情况：”，按层次把${count ?? 0}处计为问题，请核对。`,
  ),
  'intake.status-unstated': rule('hint', ({ count }) => `${count ?? 0}个问题没有识别出整改状态，记为“未注明”，请核对。`),
  'intake.status-unrecognised': rule(
    'warning',
    ({ count }) => `原文按状态写了问题数，但有${count ?? 0}个问题没有识别出整改状态，记为“未注明”，请核对。`,
  ),
  'intake.status-inferred': rule(
    'warning',
    ({ count }) => `${count ?? 0}个问题的原文没有写明状态，因不在“需要进一步整改”之列，推断为“已完成”，请核对。`,
  ),
  'intake.status-not-understood': rule('warning', ({ text }) => `整改状态“${text ?? ''}”没有读懂，记为“未注明”，原文保留。`),
  'intake.deadline-not-understood': rule('warning', ({ text }) => `时限“${text ?? ''}”没有读懂，只保留原文，不参加逾期计算。`),
  'intake.remaining-worded-differently': rule(
    'warning',
    ({ stated, expected }) => `“需要进一步整改”一节写作“${stated ?? ''}”，前文问题为“${expected ?? ''}”，导出时以前文为准。`,
  ),
  'intake.remaining-not-matched': rule(
    'warning',
    ({ text }) => `“需要进一步整改”一节的“${text ?? ''}”在前文没有对应的问题，只作为文字保留。`,
  ),
  'intake.sum-differs': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}：写明${stated ?? ''}，其中各项合计${expected ?? ''}。`,
  ),
  'intake.units-mixed': rule(
    'warning',
    ({ text, stated, expected }) =>
      `${text ?? ''}写作${stated ?? ''}，括号内却按“${expected ?? ''}”写，人与人次不能相加，请核对。`,
  ),
  'intake.statistics-unread': rule('hint', ({ text }) => `“${text ?? ''}”像是统计段落，但没有数字登记入册，请在登记簿中补上。`),
  'intake.rate-differs': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}写作${stated ?? ''}，按前文两数计算并四舍五入应为${expected ?? ''}。`,
  ),
  'intake.figure-differs': rule(
    'warning',
    ({ text, stated, expected }) => `${text ?? ''}前后不一致：此处${stated ?? ''}，前面${expected ?? ''}。`,
  ),
  'intake.count-differs': rule(
    'warning',
    ({ text, stated, expected }) => `原文称${text ?? ''}为${stated ?? ''}，按下文清点为${expected ?? ''}。`,
  ),
  'intake.units-joined': rule(
    'hint',
    ({ text, names }) => `“${(names ?? []).join('”“')}”按同一单位“${text ?? ''}”统计，请在单位库中核对。`,
  ),
  'intake.sheets-hidden': rule('warning', ({ names }) => `工作表“${(names ?? []).join('”“')}”是隐藏的，也读取了，请核对。`),
  'intake.rows-hidden': rule('warning', ({ text, count }) => `“${text ?? ''}”有${count ?? 0}处隐藏的行或列，也读取了，请核对。`),
  'intake.formula-uncomputed': rule(
    'warning',
    ({ count }) => `${count ?? 0}个公式在文件里没有计算结果，按空白读取，请在 WPS 或 Excel 中打开保存一次再导入。`,
  ),
  'intake.cell-errors': rule('warning', ({ count }) => `${count ?? 0}个单元格是公式错误（#N/A 一类），请在原表中改正。`),
  'intake.sheet-unread': rule('warning', ({ text }) => `工作表“${text ?? ''}”没有找到台账的表头，没有读取，请核对。`),
  'intake.column-ambiguous': rule(
    'warning',
    ({ text, stated, names }) => `“${text ?? ''}”一列读作“${stated ?? ''}”，也可能是“${(names ?? []).join('”“')}”，请核对。`,
  ),
  'intake.column-unknown': rule('warning', ({ text }) => `“${text ?? ''}”一列没有对应的栏目，内容记入各问题的内部备注。`),
  'intake.rows-rejected': rule('warning', ({ count, text }) => `有${count ?? 0}行没有读入（${text ?? ''}），请核对。`),
  'intake.rows-joined': rule('hint', ({ text, count }) => `“${text ?? ''}”按序号和问题与前面的表合并，对上${count ?? 0}个问题。`),
  'intake.cell-kept-as-note': rule('warning', ({ text, stated }) => `${text ?? ''}“${stated ?? ''}”没有读懂，记入内部备注。`),
  'intake.closing-kept-as-note': rule(
    'warning',
    ({ stated }) => `销号日期“${stated ?? ''}”与完成情况不符，或写在措施上，没有登记销号，记入内部备注。`,
  ),
  'intake.year-unknown': rule(
    'warning',
    ({ count, names }) =>
      `有${count ?? 0}种日期没有写年份（“${(names ?? []).join('”“')}”等），标题和表中其他日期没有或不是同一年，只保留原文，请补上年份。`,
  ),
  'intake.numbers-repeated': rule('warning', ({ names }) => `序号重复：${(names ?? []).join('、')}，按不同的问题读取，请核对。`),
  'intake.lines-after-date': rule(
    'hint',
    ({ text, count }) => `成文日期之后的${count ?? 0}行（“${text ?? ''}”起）作为附注、附件文字保留。`,
  ),
} as const satisfies Readonly<Record<string, FindingWords>>

export type IntakeRule = keyof typeof INTAKE_FINDINGS

/** What a composed notice lacks. */
export const NOTICE_FINDINGS = {
  'notice.title-missing': rule('warning', () => "通报没有标题：请在台账中补上（命令行：edit --set 'notice.title=…'）。"),
  'notice.signature-missing': rule('warning', () => '通报没有署名：请在台账中补上。'),
  'notice.date-missing': rule('warning', () => '通报没有成文日期：请在台账中补上。'),
  'notice.problem-unnamed': rule('warning', ({ text }) => `第${text ?? ''}个问题没有写“反馈问题”，通报中只有序号，请补上。`),
  'notice.figure-missing': rule(
    'error',
    ({ text }) => `正文引用的数字“${text ?? ''}”在登记簿中已没有来源，此处印作〔？〕，请核对。`,
  ),
  'notice.template-missing': rule(
    'warning',
    ({ text }) => `通报用的模板“${text ?? ''}”不在台账里，现按“问题逐条‘整改情况’式”编排，请恢复或另选模板。`,
  ),
  'notice.template-fault': rule('warning', ({ text, stated }) => `模板“${text ?? ''}”有问题：${stated ?? ''}`),
  'notice.name-left': rule('error', ({ text, stated }) => `本版要隐去姓名，但“${stated ?? ''}”处还有“${text ?? ''}”，请核对。`),
  'notice.name-likely': rule(
    'warning',
    ({ text, stated }) => `“${stated ?? ''}”中的“${text ?? ''}”像是姓名，领导库和登记簿里没有，请核对是否要隐去。`,
  ),
  'notice.problems-withheld': rule(
    'hint',
    ({ text, stated }) =>
      `社会公开版没有列入${text ?? ''}个拟不公开的问题，引用的问题数按列出的${stated ?? ''}个计，请核对正文的说法。`,
  ),
  'notice.withheld-left': rule('warning', ({ text }) => `标为拟不公开的“${text ?? ''}”在公开版的别处还有同样的话，请核对。`),
  'notice.withheld-lost': rule(
    'error',
    ({ text }) => `标为拟不公开的“${text ?? ''}”在台账中找不到了，可能已改写，请核对公开版里是否还有这层意思，再删去或重新标记。`,
  ),
  'notice.withheld-gone': rule(
    'hint',
    ({ text }) => `标为拟不公开的${text ? `“${text}”` : '内容'}已经从台账中删除，可以去掉这条标记。`,
  ),
  'notice.withheld-changed': rule('warning', ({ text }) => `标为拟不公开的内容后来改过字句，现按“${text ?? ''}”不公开，请核对。`),
  'notice.columns-left-out': rule(
    'hint',
    ({ text, stated }) => `附件“${text ?? ''}”的列太多，一页横排放不下，没有印：${stated ?? ''}。`,
  ),
  'notice.to-fill': rule('warning', ({ text }) => `“${text ?? ''}”后面还是〔待填〕，请补上。`),
} as const satisfies Readonly<Record<string, FindingWords>>

export type NoticeRule = keyof typeof NOTICE_FINDINGS
