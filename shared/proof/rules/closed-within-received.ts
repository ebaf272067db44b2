import { compareDecimals } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { isWithin, type ParagraphReading, type Piece } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/** What was closed is no more than what came in: 收到信访件12件，办结13件. */
export const closedWithinReceived: ProofRule = {
  id: 'count.order',
  title: '办结数不多于收到数',
  source: '常理：办结 ≤ 收到；跨年结转的应当写明',
  severity: 'error',
  examples: { wrong: '共收到信访件12件，已办结13件。', right: '共收到信访件12件，已办结12件。' },
  check: byParagraph((paragraph) => joined(paragraph.sentences.map((sentence) => judged(paragraph, sentence)))),
}

const CAME =
  /(?:收到|受理|移交|转交|交办|转办|接到|接收|转来|排查出|排查|梳理出|梳理|发现|查出|反馈|指出|认领|承接|收集|涉及|征集|立案)[^,。;\d]{0,20}$/
/** More of another kind (举一反三) may be put right. */
const OTHERS = /同类|推动|带动|举一反三|其他|另/
const CLOSED =
  /(?:办结|结案|了结|办理完毕|化解|整改完成|完成整改|整改到位|已整改|解决|销号|处置完毕|办理)(?:了|完成)?[^,。;\d]{0,6}$/
/** Cases of earlier years may be closed with those of this one. */
const CARRIED = /往年|结转|上年|历年|去年|积案|存量|此前|累计办结/

const judged = (paragraph: ParagraphReading, sentence: Piece): RuleResult => {
  const { folded, text } = paragraph
  const words = folded.slice(sentence.start, sentence.end)
  const counts = paragraph.numbers.filter(
    ({ start, unit, isAbout }) => isWithin(start, sentence) && unit !== '' && unit !== '%' && !isAbout,
  )
  const received = counts.filter(
    ({ start }) => CAME.test(folded.slice(sentence.start, start)) || dueVerb(folded.slice(sentence.start, start)) !== null,
  )
  return joined(
    received.map((came) => {
      const due = dueVerb(folded.slice(sentence.start, came.start))
      const closes = due === null ? CLOSED : new RegExp(`已(?:经|全部)?[^,。;\\d]{0,4}${due}[^,。;\\d]{0,6}$`)
      const closed = counts.find(
        ({ start, kind, unit }) =>
          start > came.unitEnd &&
          kind === came.kind &&
          unit === came.unit &&
          closes.test(folded.slice(came.unitEnd, start)) &&
          !/[;]/.test(folded.slice(came.unitEnd, start)),
      )
      if (!closed || counts.some(({ start, kind }) => start > came.start && start < closed.start && kind === came.kind))
        return NOTHING
      if (OTHERS.test(folded.slice(came.unitEnd, closed.start))) return NOTHING
      if (compareDecimals(closed.amount, came.amount) <= 0) return { checked: 1, findings: [] }
      const place = { start: closed.start, end: closed.unitEnd }
      const message = PROOF_SENTENCES.order(text.slice(came.start, came.unitEnd), text.slice(closed.start, closed.unitEnd))
      const severity = CARRIED.test(words) || /立案/.test(folded.slice(sentence.start, came.start)) ? 'warning' : 'error'
      return {
        checked: 1,
        findings: [findingAt('count.order', severity, text, place, { formula: `${closed.value} > ${came.value}`, message })],
      }
    }),
  )
}

/** 应拆除…86处, 需整改销号的…43个: what is due, by its verb. */
const dueVerb = (before: string): string | null => {
  const due = /(?:应|需|须)(?:[\u4e00-\u9fff]{0,2})?([\u4e00-\u9fff]{2})(?:的)?[\u4e00-\u9fff]{0,6}$/.exec(before)
  const found = /(?:应|需|须)((?:拆除|清退|退缴|整改|销号|追缴|收回|上缴|拨付|化解|办理|处置|清理|退还|完成|追回|归还)+)/.exec(
    due?.[0] ?? '',
  )
  return found?.[1]?.slice(-2) ?? null
}
