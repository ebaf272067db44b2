/** 问题档案. */
export const PROBLEM_WORDS = {
  title: (number: number, all: number): string => `问题档案 · 第 ${number} 个 / 共 ${all} 个`,
  listed: (place: number, all: number): string => `所列第 ${place} / ${all} 个`,
  previous: '上一个',
  next: '下一个',
  previousHint: '上一个问题（Alt+↑）',
  nextHint: '下一个问题（Alt+↓）',
  widen: '铺满窗口',
  narrow: '恢复宽度',
  gone: '这个问题已不在台账中',
  goneDetail: '它可能刚被删除；可以用“撤销”或“回收站”恢复。',
  add: '添加',
  change: '修改',
  remove: '删除',
  cancel: '取消',
  removed: (what: string): string => `已${what}。`,
  unset: '（未填）',
  expects: (what: string): string => `应填写：${what}。`,
  saveFirst: (what: string): string => `“${what}”还没有登记，请先登记或取消。`,
} as const

/** The index of a 问题档案, in its order; the key names the section on the screen. */
export const SECTION_WORDS = {
  facts: '基本情况',
  time: '时限',
  duty: '责任',
  measures: '措施',
  progress: '进展',
  files: '佐证材料',
  closing: '销号',
  blame: '问责处理',
  office: '办内信息',
  notice: '通报文本',
  changes: '修改记录',
} as const
export type Section = keyof typeof SECTION_WORDS
export const SECTION_INDEX = '跳到'
export const sectionTitle = (section: Section, count: number | null = null): string =>
  `${SECTION_WORDS[section]}${count === null ? '' : `（${count}）`}`

/** 基本情况. */
export const FACTS_WORDS = {
  place: '类别、方面',
  atTop: '（不归类）',
  findPlace: '输入几个字查找类别、方面',
} as const

/** 时限 and 延期. */
export const TIME_WORDS = {
  extensions: (count: number): string => `延期记录（已延期 ${count} 次）`,
  times: '第几次',
  time: (number: number): string => `第 ${number} 次`,
  acts: '操作',
  changeExtension: (number: number): string => `修改第 ${number} 次延期的理由和批准`,
  ofMeasure: (number: number): string => `措施 ${number}`,
  take: (status: string): string => `改为“${status}”`,
} as const

/** 措施. */
export const MEASURE_WORDS = {
  measure: (number: number): string => `措施 ${number}`,
  none: '还没有措施。点“添加措施”写下第一条，每条可以有自己的责任、时限和状态。',
  add: '添加措施',
  placeholder: '写下一条整改措施',
  up: (number: number): string => `上移措施 ${number}`,
  down: (number: number): string => `下移措施 ${number}`,
  remove: '删除这条措施',
  more: '责任、时限和整改情况',
} as const

/** 进展 and 成效. */
export const PROGRESS_WORDS = {
  add: '添加进展',
  placeholder: '写下这一次的进展',
  on: '日期',
  unit: '填报单位',
  undated: '未注明日期',
  none: '还没有进展。点“添加进展”写下第一次，可以同时登记成效。',
  belongsTo: '属于',
  ofProblem: '整个问题',
  ofMeasure: (number: number): string => `措施 ${number}`,
  changeEntry: '修改进展',
  removeEntry: '删除这条进展',
  textFirst: '请先写下进展情况，成效和它一起登记。',
  addOutcome: '添加成效',
  changeOutcome: '修改成效',
  removeOutcome: '删除这项成效',
  outcomes: '不属于某次进展的成效',
  totals: '成效合计',
  total: (label: string, value: string, unit: string): string => `${label} ${value} ${unit}`,
  tenThousand: (amount: string): string => `${amount} 万元`,
  count: (count: number): string => `${count} 项`,
} as const

/** 问责处理 and 办内信息. */
export const OFFICE_WORDS = {
  apart: '办内使用：不随通报、不随分发。',
  noBlame: '还没有问责处理。点“添加问责处理”逐人或逐项登记。',
  addBlame: '添加问责处理',
  changeBlame: '修改问责处理',
  removeBlame: '删除这项问责处理',
  disclosure: '公开与否',
  leads: '信访件和问题线索',
  noLeads: '没有登记属于这个问题的信访件或问题线索。',
  addLead: '登记信访件或线索',
  changeLead: '修改信访件或线索',
  removeLead: '删除这一件',
  freeLead: '不再属于这个问题',
  linkLead: '把登记簿里的一件归到这个问题',
  leadDue: (day: string): string => `办理时限 ${day}`,
  leadClosed: (day: string): string => `${day}办结`,
} as const

/** 通报文本. */
export const NOTICE_TEXT_WORDS = {
  entry: '在这份通报中的写法',
  preview: '在通报中的样子',
  none: '这个台账还没有通报，程序不知道它在通报中怎样排。先在这里写好整改情况即可。',
  whichNotice: '通报',
  edition: '版本',
  copy: '复制这一段',
  copied: '已复制，可以粘贴到 Word 或 WPS。',
  copyFailed: '没有复制成功，请选中文字后按 Ctrl+C。',
  withheld: '拟不公开：社会公开版中没有这个问题。',
  empty: '这个问题在这份通报中还没有文字。',
  untitled: '（未命名的通报）',
  followed: '〔？〕处是登记簿里的数字，生成通报时填入。',
} as const

/** One problem on paper. */
export const PRINT_WORDS = {
  title: (number: number): string => `整改档案（序号 ${number}）`,
  number: '序号',
  measure: '整改措施',
  outcomes: '成效',
  status: '状态',
} as const
