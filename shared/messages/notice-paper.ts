/** Who says what the program found, beside the text. */
export const COMMENT_AUTHOR = '整改台账检查'

/** In the public's file, where the words themselves must not stand. */
export const WITHHELD_COMMENT = '有一处拟不公开的内容需要核对，请在程序的“检查”里看。'

/** What stands on a notice's paper in the program's words. */
export const ATTACHED_WORDS = {
  withheld: '拟不公开事项表',
  number: '序号',
  matter: '事项',
  content: '拟不公开内容',
  reason: '不公开理由',
  attachments: '附件',
  contents: '目录',
  signer: (name: string): string => `签发人：${name}`,
  copyTo: (offices: string): string => `抄送：${offices.replace(/[。.]$/, '')}。`,
  printedOn: (date: string): string => `${date}印发`,
} as const
