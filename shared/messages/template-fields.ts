/** Names of the fields a unit may write into its own Word form, with what each stands for. They are what a person types between { and }. */
export const LEDGER_FIELDS = {
  台账名称: '台账的名称',
  整改单位: '整改单位',
  被巡察单位: '被巡视巡察单位',
  巡察组: '巡视巡察组',
  反馈日期: '反馈日期，如2024年3月1日',
  截至日期: '统计截至的日期',
  填报单位: '本机登记的单位',
  问题总数: '反馈问题数',
  已完成数: '已完成（含已销号）的问题数',
  完成率: '完成率，不带百分号',
  基本完成数: '基本完成的问题数',
  整改中数: '整改中和未启动的问题数',
  已销号数: '已销号的问题数',
  逾期数: '逾期的问题数',
  临期数: '临近时限的问题数',
} as const

export const PROBLEM_FIELDS = {
  序号: '问题序号',
  原序号: '反馈意见里的序号',
  类别: '类别',
  方面: '方面',
  反馈问题: '反馈问题',
  具体表现: '具体表现',
  来源: '来源',
  整改类型: '整改类型',
  整改目标: '整改目标',
  整改措施: '各条措施，编号分行',
  责任领导: '责任领导',
  牵头单位: '牵头单位',
  责任单位: '责任单位',
  配合单位: '配合单位',
  责任人: '责任人',
  联系人: '联系人',
  联系方式: '联系方式',
  启动时间: '启动时间',
  原定时限: '原定时限',
  时限: '现定时限',
  状态: '状态',
  完成日期: '完成日期',
  销号日期: '销号日期',
  整改情况: '整改情况',
  整改成效: '整改成效',
} as const

/** Loops of a problem, each with the fields of one round. */
export const PROBLEM_LOOPS = {
  措施清单: {
    措施序号: '第几条',
    措施: '措施标题和内容',
    措施责任领导: '责任领导',
    措施责任单位: '责任单位',
    措施时限: '时限',
    措施状态: '状态',
    措施情况: '整改情况',
  },
  进展清单: { 进展日期: '日期', 进展单位: '填报单位', 进展内容: '进展情况' },
  成效清单: {
    成效类别: '制度、追缴资金等',
    成效名称: '名称',
    文号: '文号',
    成效日期: '日期',
    数量: '数量',
    金额: '金额（万元）',
  },
  延期清单: { 延期前: '原时限', 延期后: '新时限', 延期理由: '理由', 批准人: '批准人', 批准日期: '批准日期' },
  佐证清单: { 佐证序号: '第几个', 文件名: '文件名', 密级: '密级', 添加日期: '添加日期' },
} as const

/** The loop over all problems, for a form of the whole ledger. */
export const ALL_PROBLEMS = '问题清单'

export const TEMPLATE_SENTENCES = {
  notWord: '这不是 Word 文件（.docx）。旧格式 .doc、.wps 请先用 Word 或 WPS 另存为 .docx。',
  tooLarge: (limit: number): string => `模板文件超过 ${limit} MB，不能使用。请去掉里面的图片再试。`,
  damaged: '模板文件已损坏，打不开。请在 Word 或 WPS 里打开后另存一份再试。',
  noFields: '模板里没有任何字段。请在要填的地方写上花括号和字段名，如 {反馈问题}。',
  unknown: (name: string, within: string): string => `没有字段“${name}”${within === '' ? '' : `（在 {#${within}} 里）`}。`,
  didYouMean: (name: string): string => `是不是“${name}”？`,
  notALoop: (name: string): string => `“${name}”不是清单，不能写成 {#${name}}…{/${name}}。`,
  loopAsField: (name: string): string => `“${name}”是清单，要写成 {#${name}}…{/${name}}，中间放每一条的字段。`,
  raw: (name: string): string => `不能用 {@${name}}，请写 {${name}}。`,
  unclosedTag: (name: string): string => `“{${name}”没有写完，缺少“}”。`,
  unopenedTag: (name: string): string => `“${name}}”前面缺少“{”。`,
  unclosedLoop: (name: string): string => `{#${name}} 没有结束，缺少 {/${name}}。`,
  unopenedLoop: (name: string): string => `{/${name}} 前面没有 {#${name}}。`,
  crossedLoop: (name: string): string => `{#${name}} 和它的 {/…} 不成对，请检查是不是交叉了，或者名称不一致。`,
  other: (name: string): string => `“${name}”处的写法有误。`,
} as const
