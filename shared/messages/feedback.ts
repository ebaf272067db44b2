export type KindReason =
  | 'title'
  | 'opening'
  | 'found'
  | 'advice'
  | 'asks'
  | 'shortcomings'
  | 'labels'
  | 'headings'
  | 'noticeTitle'
  | 'announced'
  | 'done'
  | 'nothing'

/** Why a text is taken for 反馈意见 or for 整改情况通报. */
export const KIND_REASONS: Readonly<Record<KindReason, (times: number) => string>> = {
  title: () => '标题是反馈意见',
  opening: () => '开头写明“现反馈如下”',
  found: () => '有“巡察发现”“巡察认为”一类表述',
  advice: () => '有意见建议或整改要求一节',
  asks: () => '结尾要求研究整改、报送情况',
  shortcomings: (times) => `有${times}处标题指出不足，没有写整改情况`,
  labels: (times) => `有${times}处“整改情况：”一类的答复`,
  headings: (times) => `有${times}处“关于…问题的整改情况”一类的标题`,
  noticeTitle: () => '标题是整改情况通报或报告',
  announced: () => '开头写明“现将整改情况通报如下”',
  done: (times) => `有${times}处写明整改完成情况`,
  nothing: () => '没有读到两者特有的写法',
}

export const KIND_NAMES = { feedback: '巡视巡察反馈意见', notice: '整改情况通报' } as const
