import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import type { ParagraphReading } from '../reading.ts'
import { byParagraph, joined, type ProofRule, type RuleResult } from '../rule.ts'

/** 诫勉, 约谈 and other talks are no 处分 and are not counted among them. */
export const sanctionKinds: ProofRule = {
  id: 'sanction.kind',
  title: '诫勉、约谈、谈话不计入处分',
  source: '《中国共产党纪律处分条例》第八条所列处分种类；《公职人员政务处分法》第七条',
  severity: 'error',
  examples: {
    wrong: '给予党纪处分3人（其中警告2人、诫勉1人）。',
    right: '给予党纪处分2人（警告2人），诫勉1人。',
  },
  check: byParagraph((paragraph) => joined([...counted(paragraph), ...misnamed(paragraph)])),
}

const NO_SANCTION = /诫勉(?:谈话|处理)?|约谈|(?:提醒|教育|警示|批评)?谈话(?:提醒)?|通报批评|批评教育|责令检查|书面检查|提醒/
const LONGEST_LIST = 400
/** The total counts 处分 and nothing beside. */
const SANCTIONS = /处分/
const BESIDE = /处理|问责|处置|追责|等|组织/

const counted = (paragraph: ParagraphReading): readonly RuleResult[] =>
  paragraph.numbers.flatMap((total): readonly RuleResult[] => {
    if (total.kind !== '人' && total.kind !== '人次') return []
    const { folded } = paragraph
    const lead = folded.slice(Math.max(0, total.start - 40), total.start)
    const clause = /[^。;,(、]*$/.exec(lead)?.[0] ?? ''
    const rest = folded.slice(total.unitEnd, total.unitEnd + LONGEST_LIST)
    const list = /^([^。;(,]{0,18})(?:\((?:其中)?:?([^()]*)\)|,其中:?([^。;]*))/.exec(rest)
    const label = clause + (list?.[1] ?? '')
    if (!list || !SANCTIONS.test(label)) return []
    const words = list[2] ?? list[3] ?? ''
    const from = total.unitEnd + list[0].lastIndexOf(words)
    return partsIn(paragraph, from, from + words.length).map(({ part, name }) => {
      const found = NO_SANCTION.exec(name)
      if (!found) return { checked: 1, findings: [] }
      const start = part.start - name.length + found.index
      const isSure = !BESIDE.test(label)
      const message = isSure ? PROOF_SENTENCES.sanction(found[0]) : PROOF_SENTENCES.sanctionDoubtful(found[0])
      const place = { start, end: part.unitEnd }
      return {
        checked: 1,
        findings: [findingAt('sanction.kind', isSure ? 'error' : 'warning', paragraph.text, place, { message })],
      }
    })
  })

const partsIn = (
  paragraph: ParagraphReading,
  from: number,
  to: number,
): readonly { readonly part: NumberInText; readonly name: string }[] =>
  paragraph.numbers
    .filter(({ start, kind }) => start >= from && start < to && (kind === '人' || kind === '人次'))
    .map((part) => ({ part, name: /[^、,;()。\d]*$/.exec(paragraph.folded.slice(from, part.start))?.[0] ?? '' }))

/** 诫勉处分 names a sanction that there is not. */
const misnamed = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(/(?:诫勉|约谈|谈话提醒|批评教育|通报批评)处分/g)]
    .filter((match) => !counted(paragraph).some(({ findings }) => findings.some(({ start }) => start === match.index)))
    .map((match) => {
      const place = { start: match.index, end: match.index + match[0].length }
      const message = PROOF_SENTENCES.sanction(match[0])
      return { checked: 1, findings: [findingAt('sanction.kind', 'error', paragraph.text, place, { message })] }
    })
