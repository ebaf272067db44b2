import type { PlainDate } from '../../base/plain-date.ts'
import { isDone, isOpen, STATUS_WORDS, type Status } from '../../domain/status.ts'
import { leadingStatusPhrase, type StatusPhrase, trailingStatusPhrase } from '../../domain/status-phrase.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { figuresNamedIn } from '../../notice/typed-figures.ts'
import { findingAt } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { ProofFinding, ProofRule, RuleResult } from '../rule.ts'
import type { Coverage } from './coverage.ts'
import type { LedgerFacts } from './ledger-facts.ts'
import { namesResult } from './names.ts'

/** A rule that holds a text against the ledger. */
export interface LedgerRule extends Omit<ProofRule, 'check'> {
  readonly check: (reading: Reading, facts: LedgerFacts, coverage: Coverage, own: OwnPlaces) => RuleResult
}

/** Whether a number (index of its paragraph, offset in it) tells of the whole: not those of single problems, nor what the program put in. */
export type OwnPlaces = (index: number, at: number) => boolean

const ledgerFigure: LedgerRule = {
  id: 'ledger.figure',
  title: '文中的统计数与台账一致',
  source: '台账截至统计日期的数字（figures）',
  severity: 'error',
  examples: { wrong: '台账已完成17个，文中写作18个', right: '文中写作17个' },
  check: ({ paragraphs }, facts, _coverage, own) => {
    const findings: ProofFinding[] = []
    let checked = 0
    paragraphs.forEach(({ reading, start }, i) => {
      for (const named of figuresNamedIn(reading.text, facts.figures)) {
        if (!own(i, named.start)) continue
        checked += 1
        if (named.agrees) continue
        const message = PROOF_SENTENCES.ledgerFigure(named.label, named.stated, named.value)
        const found = findingAt('ledger.figure', 'error', reading.text, named, {
          expected: named.value,
          message,
          fix: named.value,
        })
        findings.push(shifted(found, start))
      }
    })
    return { checked, findings }
  },
}

const shifted = (finding: ProofFinding, by: number): ProofFinding => ({
  ...finding,
  start: finding.start + by,
  end: finding.end + by,
  fix: finding.fix && { ...finding.fix, start: finding.fix.start + by, end: finding.fix.end + by },
})

const ledgerCoverage: LedgerRule = {
  id: 'ledger.coverage',
  title: '反馈问题在文中一个不少',
  source: '台账问题与正文逐一对应',
  severity: 'warning',
  examples: { wrong: '台账25个问题，文中写了24个', right: '文中写了25个' },
  check: ({ text, paragraphs }, _facts, { problems, strangers }) => ({
    checked: problems.length,
    findings: [
      ...problems.flatMap(({ problem: { number, statement }, state, paragraphs: [at] }): readonly ProofFinding[] => {
        const words = statement.slice(0, 24)
        if (state === 'same') return []
        if (state === 'missing')
          return [
            findingAt(
              'ledger.coverage',
              'warning',
              text,
              { start: 0, end: 0 },
              { message: PROOF_SENTENCES.notInText(number, words) },
            ),
          ]
        const paragraph = at === undefined ? undefined : paragraphs[at]
        if (!paragraph) return []
        const place = { start: 0, end: paragraph.reading.text.length }
        const message = PROOF_SENTENCES.worded(number, words)
        return [
          shifted(
            findingAt('ledger.coverage', 'hint', paragraph.reading.text, place, { expected: statement, message }),
            paragraph.start,
          ),
        ]
      }),
      ...strangers.flatMap((i): readonly ProofFinding[] => {
        const paragraph = paragraphs[i]
        if (!paragraph) return []
        const place = { start: 0, end: paragraph.reading.text.length }
        const message = PROOF_SENTENCES.notInLedger(paragraph.reading.text.trim().slice(0, 30))
        return [shifted(findingAt('ledger.coverage', 'warning', paragraph.reading.text, place, { message }), paragraph.start)]
      }),
    ],
  }),
}

const ledgerStatus: LedgerRule = {
  id: 'ledger.status',
  title: '文中的整改状态与台账一致',
  source: '台账截至统计日期的状态',
  severity: 'error',
  examples: { wrong: '台账为整改中，文中写作“已完成整改”', right: '文中写作“正在整改”' },
  check: ({ paragraphs }, facts, { problems }) => {
    const findings: ProofFinding[] = []
    let checked = 0
    for (const { problem, paragraphs: places } of problems) {
      if (problem.status === 'unstated') continue
      for (const at of places) {
        const paragraph = paragraphs[at]
        if (!paragraph) continue
        const said = statusSaid(paragraph.reading.text, facts.cutoff)
        if (!said) continue
        checked += 1
        if (isSameStatus(said.phrase.status, problem.status)) continue
        const place = { start: said.at, end: said.at + said.words.length }
        const message = PROOF_SENTENCES.ledgerStatus(
          problem.number,
          said.words.replace(/[。.]$/, ''),
          STATUS_WORDS[problem.status],
        )
        const found = findingAt('ledger.status', 'error', paragraph.reading.text, place, {
          expected: STATUS_WORDS[problem.status],
          message,
        })
        findings.push(shifted(found, paragraph.start))
      }
    }
    return { checked, findings }
  },
}

const statusSaid = (
  text: string,
  cutoff: PlainDate,
): { readonly phrase: StatusPhrase; readonly words: string; readonly at: number } | null => {
  const year = Number(cutoff.slice(0, 4))
  const trailing = trailingStatusPhrase(text, year)
  if (trailing && trailing.at > 0) return trailing
  const leading = leadingStatusPhrase(text, year)
  return leading && { phrase: leading.phrase, words: leading.words, at: 0 }
}

/** 已销号 is told as 已完成; what is open is open. */
const isSameStatus = (said: Status, ledger: Status): boolean =>
  said === ledger || (isDone(said) && isDone(ledger)) || (isOpen(said) && isOpen(ledger))

const unitNames: LedgerRule = {
  id: 'name.unit',
  title: '单位、领导名称与名录一致',
  source: '台账的单位库、领导库',
  severity: 'warning',
  examples: { wrong: '名录为“县农业农村局”，文中写作“县农村农业局”', right: '文中写作“县农业农村局”' },
  check: (reading, facts) => namesResult(reading, facts),
}

/** Rules that hold a text against a ledger, in the order a report names them. */
export const LEDGER_RULES: readonly LedgerRule[] = [ledgerFigure, ledgerCoverage, ledgerStatus, unitNames]
