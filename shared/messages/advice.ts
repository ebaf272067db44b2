import type { Advice } from '../domain/advice.ts'

type Words = { readonly [T in Advice['type']]: (advice: Extract<Advice, { readonly type: T }>) => string }

const WORDS: Words = {
  'closed-without-closure': () => '已直接改为“已销号”，没有销号申请和销号日期，请在“销号”中补登。',
  'joined-statuses-differ': () => '合并的问题状态不同，合并后保留原问题的状态，请核对。',
  'joined-deadlines-differ': () => '合并的问题时限不同，合并后保留原问题的时限，其他时限及延期记录留在回收站，请核对。',
  'joined-closures': () => '被合并的问题有销号记录，记录随原问题留在回收站，不算作合并后问题的销号，请核对。',
  'split-closed': () => '拆分的问题已销号，销号记录仍属于原问题，拆出的问题按“已完成”登记，请核对。',
  'number-outside-block': ({ pc, usedUp, number }) =>
    `${usedUp ? `“${pc}”的号段已用完` : `没有给“${pc}”分配号段`}，暂编为“${number}”；印发前请与其他电脑核对，或先分配号段。`,
  'number-also-proposed': ({ number }) => `另有未印发的文书也编作“${number}”，请给它改编文号。`,
  'no-document-word': () => '台账没有登记机关代字，文号只有年份和序号，请在台账设置中补上。',
}

/** One sentence for a person: what is unusual about the act just carried out, and what to do. */
export const adviceText = (advice: Advice): string => (WORDS[advice.type] as (advice: Advice) => string)(advice)
