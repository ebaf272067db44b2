import { compareDecimals } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import type { ParagraphReading, Reading } from '../reading.ts'
import type { ProofFinding, ProofRule } from '../rule.ts'

/**
 * A thing the problem counts and the answer counts again: 17个产业扶贫项目 in the problem, 18个 in the answer. Things change by being put right,
 * so this is never more than doubtful; where the answer names the problem's number anywhere, it is content.
 */
export const answerFigures: ProofRule = {
  id: 'answer.figures',
  title: '整改情况与问题中的同一数字一致',
  source: '常见错漏：问题与整改情况各抄各的',
  severity: 'warning',
  examples: {
    wrong: '1.全县17个产业扶贫项目中5个亏损。\n整改情况：对18个产业扶贫项目逐一摸排。',
    right: '1.全县17个产业扶贫项目中5个亏损。\n整改情况：对17个产业扶贫项目逐一摸排。',
  },
  check: ({ paragraphs }: Reading) => {
    const findings: ProofFinding[] = []
    let checked = 0
    // 整改措施, 整改进展 and 整改成效 may each have a paragraph: what was asked stands above them all.
    let problem: (typeof paragraphs)[number] | undefined
    let next: typeof problem
    paragraphs.forEach((paragraph, i) => {
      const { reading } = paragraph
      problem = next
      if (reading.text.trim() !== '' && !ANSWER.test(reading.folded)) next = paragraph
      if (!MAY_ANSWER.test(reading.folded)) return
      // 整改进展 and 整改成效 tell what has changed since.
      const isAnswer = WHOLE_ANSWER.test(reading.folded)
      const answers = isAnswer && problem ? [{ problem: problem.reading, answer: reading }] : []
      const run = /(?:整改措施及成效|整改情况|整改措施|整改落实情况):/.exec(reading.folded)
      const inLine = run && run.index > 0 ? run.index : null
      const pairs =
        inLine === null
          ? answers.map(({ problem: p, answer }) => ({
              problem: p,
              from: 0,
              to: p.text.length,
              answer,
              answerFrom: 0,
              start: paragraphs[i]?.start ?? 0,
            }))
          : [{ problem: reading, from: 0, to: inLine, answer: reading, answerFrom: inLine, start: paragraphs[i]?.start ?? 0 }]
      for (const { problem: asked, from, to, answer, answerFrom, start } of pairs) {
        // 整改情况 of a problem often runs on in paragraphs of its own.
        const found = compared(asked, from, to, answer, answerFrom)
        checked += found.checked
        for (const finding of found.findings)
          findings.push({ ...finding, start: finding.start + start, end: finding.end + start })
      }
    })
    return { checked, findings }
  },
}

const MAY_ANSWER = /整改(?:措施|情况|落实)/
const WHOLE_ANSWER = /^\s*(?:整改措施及成效|整改情况|整改措施|整改落实情况)[:。]/
const ANSWER = /^\s*(?:整改措施及成效|整改情况|整改措施|整改进展|整改落实情况|整改结果|整改成效|进展情况|整改完成情况)[:。]/

const compared = (
  asked: ParagraphReading,
  from: number,
  to: number,
  answer: ParagraphReading,
  answerFrom: number,
): { readonly checked: number; readonly findings: readonly ProofFinding[] } => {
  const findings: ProofFinding[] = []
  const seen = new Set<string>()
  let checked = 0
  for (const number of asked.numbers) {
    if (number.start < from || number.end > to || number.isAbout || number.unit === '' || /^(?:%|个月|天|次)$/.test(number.unit))
      continue
    const noun = nounOf(asked.folded, number)
    if (noun === '' || seen.has(noun)) continue
    seen.add(noun)
    const there = answer.numbers.filter(
      (other) =>
        other.start >= answerFrom &&
        other.unit === number.unit &&
        sameNoun(nounOf(answer.folded, other), noun, GENERAL.has(number.unit) ? 3 : 2),
    )
    const [first] = there
    if (!first) continue
    checked += 1
    const all = answer.numbers.filter(({ start, kind }) => start >= answerFrom && kind === number.kind)
    if (all.some(({ value }) => compareDecimals(value, number.value) === 0)) continue
    const said = (of: ParagraphReading, { start, unitEnd }: NumberInText): string => of.text.slice(start, unitEnd)
    const message = PROOF_SENTENCES.answer(noun, said(answer, first), said(asked, number))
    const place = { start: first.start, end: first.unitEnd }
    findings.push(findingAt('answer.figures', 'warning', answer.text, place, { expected: number.value, message }))
  }
  return { checked, findings }
}

/** What is counted: the words behind the number up to a mark or a verb. */
const nounOf = (folded: string, { unitEnd }: NumberInText): string => {
  const words = /^(?:的)?([\u4e00-\u9fff]{2,10})/.exec(folded.slice(unitEnd))?.[1] ?? ''
  return words.replace(STOP, '').slice(0, 8)
}

const STOP =
  /(?:未|已|不|仍|存在|中|均|都|有|没|尚|进行|开展|的|被|由|在|为|是|全部|因|共|和|及|与|实施|亏损|效益|逐|完成|整改|纳入|实行|按|建设|吸纳|逐一|退回|通过).*$/

/** Counted by 个, 项, 人 things are told apart by their names; 处, 卷, 户 say half of it. */
const GENERAL = new Set(['个', '项', '人', '名', '件', '次', '条', '万元', '元'])

const sameNoun = (a: string, b: string, least: number): boolean => {
  if (a === '' || b === '') return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 3 ? long.includes(short) : short.length >= least && long.startsWith(short)
}
