/** What a person should know of an edit that was done all the same. */
export const EDIT_REMARKS = {
  statementEmpty: (number: number): string => `问题${number}的内容现在是空的，请核对。`,
  completedBeforeStart: (number: number): string => `问题${number}的完成日期早于启动时间，请核对。`,
} as const
