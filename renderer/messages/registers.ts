import type { RegisterKey } from '../../shared/domain/registers/register-keys.ts'

/** 登记簿. */
export const REGISTERS_WORDS = {
  label: '登记簿',
  gridLabel: (register: string): string => `${register}登记表`,
  openProblem: '打开所属问题的档案（Ctrl+Enter）',
  noProblem: '这一行没有所属问题。在“所属问题”一栏填问题序号即可。',
  sums: '合计',
  sumsAsOf: (date: string): string => `截至 ${date}，与总览、通报是同一个数`,
  over: (over: string, unit: string): string => `分项比合计多 ${over} ${unit}，请核对：是否有分项应记到别的问题，或合计少计`,
  missed: (what: string, stated: number, added: number, unit: string, problem: string): string =>
    `${problem}的“${what}”：手填合计 ${stated} ${unit}，分项相加 ${added} ${unit}，相差 ${Math.abs(stated - added)} ${unit}`,
  ofProblem: (number: number): string => `第 ${number} 个问题`,
  ofNone: '不属于某个问题',
  showLines: (what: string, formula: string): string => `${what}：${formula}。点击只看这些行`,
  notCounted: '灰色的行不计入截至日期的合计：日期晚于截至日期，或还没有印发。',
  noSums: '截至日期以前没有可以合计的行。',
  added: '已添加一行，请填写。',
  issue: '拟发文书',
  issueTitle: '拟发督办文书',
  printNow: '印发',
  printTitle: '印发督办文书',
  printDetail: (number: string): string => `印发后文号“${number}”不再改动。`,
  giveBlock: '分配号段',
  kind: '文种',
  unit: '受文单位',
  round: '所属督查',
  problem: '所属问题',
  text: '督办事项',
  replyDue: '回复时限',
  year: '年份',
  word: '机关代字',
  wordHint: '如 青整督，印在〔年〕号前面；整本台账共用',
  number: '文号',
  numberNow: (number: string): string => `${number}（印发以前可以改）`,
  noBlock: (pc: string): string => `电脑“${pc}”没有号段，取最后一个号的下一号`,
  usedUp: (pc: string): string => `电脑“${pc}”的号段已用完，取最后一个号的下一号`,
  pc: '电脑',
  from: '起始号',
  to: '截止号',
  on: '印发日期',
  save: '登记',
  unnumbered: '还没有文号，先在“序号”一栏填写。',
} as const

/** What belongs into a register that is empty, and the next step. */
export const EMPTY_REGISTERS: Readonly<Record<RegisterKey, { readonly title: string; readonly detail: string }>> = {
  accountability: {
    title: '还没有问责处理',
    detail:
      '一行登记一个人，或者同一种处理的几个人（党内警告 18 人）。诫勉、谈话提醒不是处分，分开统计；“人”和“人次”不相加。只知道某类总数的，处理方式留空，只填数量。',
  },
  leads: {
    title: '还没有信访件和问题线索',
    detail:
      '巡视巡察组移交的信访件、问题线索和立案。可以一行登记一件，填移交、办结日期；也可以一行登记一批，填受理数、办结数、在办数。',
  },
  regulations: {
    title: '还没有制度',
    detail: '整改中制定、修订、废止的制度：名称、文号、日期。一行也可以代表几项，填数量。',
  },
  money: {
    title: '还没有资金',
    detail: '清退、追缴、挽回的资金，单位万元，按填写的小数精确相加。挽回经济损失单独合计，不并入清退追缴。',
  },
  outcomes: { title: '还没有其他成效', detail: '举一反三、专项整治和其他可以计数的成效。' },
  meetings: {
    title: '还没有会议',
    detail: '研究整改的常委会、领导小组会、专题会、专题民主生活会：日期、议题、主持人。一行也可以代表几次，填次数。',
  },
  supervisions: {
    title: '还没有督查',
    detail: '一行登记一轮督查：日期、督查组、督查单位、发现问题。发出的督办通知单、提示函、警示函在“督办文书”里登记。',
  },
  notices: {
    title: '还没有督办文书',
    detail: '督办通知单、提示函、警示函。点“拟发文书”，文号按号段自动取；印发以后文号不再改动，到回复时限没有回复的标为逾期。',
  },
  blocks: {
    title: '还没有号段',
    detail: '几台电脑各自发文时，先给每台电脑分配一段号，文号就不会重复。只有一台电脑的，可以不分。',
  },
}
