/**
 * How a status phrase is worded: 正在整改中【时限：，按计划于{deadline}完成】【长期：并长期坚持】。 What stands in 【时限：】 is printed where a
 * deadline is known, what stands in 【长期：】 where it is 长期坚持; `{deadline}` is the deadline.
 */
export const fillStatusWords = (words: string, deadline: string, sustained: boolean): string =>
  words
    .replace(CONDITION, (_, condition: string, inner: string) =>
      (condition === '时限' ? deadline !== '' : sustained) ? inner : '',
    )
    .replaceAll(DEADLINE_SLOT, () => deadline)

export const DEADLINE_SLOT = '{deadline}'

/** 【时限：…】 and 【长期：…】, with either colon. */
export const CONDITION = /【(时限|长期)[：:]([^【】]*)】/g
