/** Words of the 送审前体检报告. */
export const PROOF_REPORT_WORDS = {
  title: (subject: string): string => `${subject}\n送审前体检报告`,
  plainTitle: '送审前体检报告',
  overview: '一、检查概况',
  subject: (subject: string, on: string, by: string): string =>
    `检查对象：${subject}。检查日期：${on}。检查人：${by || '未登记'}。`,
  against: (ledger: string, cutoff: string): string => `对照台账：${ledger}（统计截至${cutoff}）。`,
  alone: '没有对照台账，只检查文内数字前后是否相符、用语和标点是否规范。',
  totals: (checked: number, passed: number): string => `共核对数字和用语关系${checked}处，相符${passed}处。`,
  found: (error: number, warning: number, hint: number): string => `发现必改${error}处、存疑${warning}处、建议${hint}处。`,
  decided: (dismissed: number, accepted: number, open: number): string =>
    `其中经核对无误、不改的${dismissed}处，属实待改的${accepted}处，还没有处理的${open}处。`,
  ready: '没有还要改的必改问题，可以送审。',
  notReady: (count: number): string => `还有${count}处必改问题没有改正，请改正后再送审。`,
  coverage: (total: number, same: number, alike: number, missing: number): string =>
    `台账问题${total}个，文中逐一对应${same}个，说法不同${alike}个，没有找到${missing}个（见附件）。`,
  conclusion: '二、检查结论',
  scope:
    '本报告由程序按附件所列项目逐项核对得出：标为“必改”的有确定的算式或规范依据；标为“存疑”“建议”的，由检查人判断。数字是否与事实相符，由提供单位负责。',
  dismissed: (reason: string): string => `核对无误，不改${reason === '' ? '' : `：${reason}`}`,
  findingsTable: '检查发现一览表',
  findingColumns: { number: '序号', severity: '程度', sentence: '原句', message: '检查发现', decision: '处理' },
  signatures: '检查人（签字）：　　　　　　　　审核人（签字）：',
  rulesTable: '检查项目一览表',
  ruleColumns: { number: '序号', title: '检查项目', source: '依据', checked: '核对', found: '发现' },
  coverageTable: '反馈问题与正文对应表',
  coverageColumns: { number: '序号', sourceNumber: '原序号', statement: '反馈问题', place: '正文段落', state: '对应情况' },
  states: { same: '对应', alike: '说法不同', missing: '没有找到' },
} as const
