import type { Node } from 'prosemirror-model'
import type { PlacedFinding } from '../../data/notice-host.ts'
import { findInLines, linesOf } from './editor/found-words.ts'
import type { CheckedWords } from './editor/sheet-marks.ts'

/** More are not drawn; the list has them all. */
const MOST = 300

/** What is drawn under the words a person should look at; hints are only in the list, and what was dismissed is nowhere. */
export const checkedWords = (doc: Node, findings: readonly PlacedFinding[]): readonly CheckedWords[] => {
  const lines = linesOf(doc)
  return findings
    .filter(
      ({ finding, decision }) => finding.severity !== 'hint' && finding.end > finding.start && decision?.verdict !== 'dismissed',
    )
    .slice(0, MOST)
    .map(({ finding: { severity, message, stated }, place: { paragraph, start } }) => ({
      stretches: findInLines(lines, { paragraph, start, stated }),
      severity,
      message,
    }))
}
