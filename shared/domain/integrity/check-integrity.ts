import type { PlainDate } from '../../base/plain-date.ts'
import { closureDates, deadlineWords, extensionChains, inspectionDates, workDates } from './dates.ts'
import type { IntegrityIssue } from './integrity-issue.ts'
import { doubledAliases, doubledDuties, joinedCycles, unknownNames } from './names.ts'
import { doubledSourceNumbers, missingParents, orderTies, outlineCycles } from './outline.ts'
import { documentNumbers, leadCounts, measureCategories, personCounts } from './registers.ts'
import { closureCycles, doneUndated, doneWithOpenMeasures, statusAgainstClosures } from './status.ts'
import { type RawLedger, type Survey, surveyOf } from './survey.ts'
import { doubledIds, ledgerRecords, missingReferences, orphans } from './wholeness.ts'

const CHECKS: readonly ((survey: Survey) => readonly IntegrityIssue[])[] = [
  orphans,
  missingReferences,
  outlineCycles,
  missingParents,
  doubledSourceNumbers,
  orderTies,
  workDates,
  closureDates,
  inspectionDates,
  extensionChains,
  deadlineWords,
  statusAgainstClosures,
  closureCycles,
  doneUndated,
  doneWithOpenMeasures,
  unknownNames,
  doubledDuties,
  doubledAliases,
  joinedCycles,
  leadCounts,
  measureCategories,
  personCounts,
  documentNumbers,
]

/**
 * Everything that is wrong with a ledger, as a merge, a foreign file or a slip leaves it. No records make it throw. `today` is the day
 * after which nothing can have been done. What is found is said, never mended: which of two is right only a person knows.
 */
export const checkIntegrity = (raw: RawLedger, today: PlainDate): readonly IntegrityIssue[] => {
  const survey = surveyOf(raw, today)
  return [...ledgerRecords(raw), ...doubledIds(raw), ...CHECKS.flatMap((check) => check(survey))]
}
