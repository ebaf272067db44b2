import type { Advice } from '../domain/advice.ts'

type Words = { readonly [T in Advice['type']]: (advice: Extract<Advice, { readonly type: T }>) => string }

const WORDS: Words = {
  'closed-without-closure': () => '已直接改为“已销号”，没有销号申请和销号日期，请在“销号”中补登。',
}

/** One sentence for a person: what is unusual about the act just carried out, and what to do. */
export const adviceText = (advice: Advice): string => (WORDS[advice.type] as (advice: Advice) => string)(advice)
