import type { ItemPartKind } from '../domain/item-lines.ts'
import { RESPONSIBILITY_WORDS } from '../domain/records/ledger-records.ts'

/** What may stand under a problem in a notice, as a person chooses it. */
export const ITEM_PART_WORDS: Readonly<Record<ItemPartKind, string>> = {
  account: '整改情况',
  'account+status': '整改情况，末尾加状态语',
  'status+account': '状态语，后接整改情况',
  measures: '整改措施',
  progress: '整改进展',
  result: '整改成效',
  target: '整改目标',
  start: '启动时间',
  deadline: '时限',
  status: '完成情况',
  ...RESPONSIBILITY_WORDS,
}
