import { isDone } from '../../domain/status.ts'
import { trailingStatusPhrase } from '../../domain/status-phrase.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { byParagraph, NOTHING, type ProofRule } from '../rule.ts'

/** An item called 已完成整改 whose own words say 正在…, 尚未…, 下一步…. Only a person knows which is right. */
export const statusWording: ProofRule = {
  id: 'status.wording',
  title: '已完成的事项没有“正在、尚未、下一步”',
  source: '销号常识：写作已完成的，文中不应有未完成的说法',
  severity: 'warning',
  examples: { wrong: '目前正在编制规划。已完成整改。', right: '规划已编制印发。已完成整改。' },
  check: byParagraph(({ text, folded }) => {
    const status = statusOf(text, folded)
    if (!status) return NOTHING
    const outside = folded.slice(0, status.at) + ' '.repeat(status.words.length) + folded.slice(status.at + status.words.length)
    // What the problem was called is not how it stands.
    const body = outside.replace(/[“「][^”」]*[”」]|针对[^,。;]*?的?问题/g, (quoted) => ' '.repeat(quoted.length))
    const found = FIRM.exec(body) ?? SOFT.exec(body)
    if (!found) return { checked: 1, findings: [] }
    const severity = status.sustained && SOFT.test(found[0]) && !FIRM.test(found[0]) ? 'hint' : 'warning'
    const place = { start: found.index, end: found.index + found[0].length }
    return {
      checked: 1,
      findings: [
        findingAt('status.wording', severity, text, place, {
          message: PROOF_SENTENCES.wording(status.words.replace(/[。.]$/, ''), found[0]),
        }),
      ],
    }
  }),
}

/** 尚未退缴的43人 names whom a measure was for, not what is left. */
const FIRM =
  /(?<!此前|之前|原|当时)正在(?![\u4e00-\u9fff]{1,6}的)|仍有\d[^,。;]{0,16}|尚有\d[^,。;]{0,16}|(?:尚未|仍未|还未)(?![^,。;]{1,8}的)|尚在|仍在|还在|未完成(?![^,。;]{0,6}的)|推进中/
const SOFT = /(?:下一步|下步)(?!,?(?:将)?(?:继续|持续|进一步))|拟于|将于|计划于|即将|待[^遇业]{1,12}后/

/** The status an item ends with, or names on the way: 已完成整改，下一步将…. */
const statusOf = (
  text: string,
  folded: string,
): { readonly at: number; readonly words: string; readonly sustained: boolean } | null => {
  const trailing = trailingStatusPhrase(text, null)
  if (trailing && trailing.at > 0 && isDone(trailing.phrase.status))
    return { at: trailing.at, words: trailing.words, sustained: trailing.phrase.sustained }
  if (trailing) return null
  const named = [...folded.matchAll(/(?<!基本|尚未|未)已(?:经)?(?:全部|按期)?完成整改(并长期坚持)?(?=[,。;]|$)/g)].at(-1)
  return named ? { at: named.index, words: named[0], sustained: named[1] !== undefined } : null
}
