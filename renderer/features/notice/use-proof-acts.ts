import type { RefObject } from 'react'
import { VERDICT_WORDS } from '../../../shared/domain/records/notice-records.ts'
import type { PlacedFinding } from '../../data/notice-host.ts'
import { PROOF_WORDS } from '../../messages/proof.ts'
import type { FindingActs } from '../../ui/checks/finding-list.tsx'
import { findInContext, type Stretch, type WordsInContext } from './editor/found-words.ts'
import type { NoticeEditorHandle } from './editor/notice-editor.tsx'
import type { NoticeActs } from './use-notice-acts.ts'

/** What a person does about what the check found: see it, put it right where it stands, or say something of it. */
export const useProofActs = (
  noticeId: string,
  editor: RefObject<NoticeEditorHandle | null>,
  acts: NoticeActs,
  point: (stretches: readonly Stretch[]) => void,
): FindingActs<PlacedFinding> => {
  const placeOf = (words: WordsInContext): readonly Stretch[] => {
    const now = editor.current?.doc() ?? null
    return now === null ? [] : findInContext(now, words)
  }
  return {
    go: ({ finding, place }) => {
      const stretches = placeOf({ paragraph: place.paragraph, start: place.start, stated: finding.stated })
      const [first] = stretches
      if (!first) return acts.tell(PROOF_WORDS.fixGone)
      point(stretches)
      editor.current?.show(first)
    },
    fix: ({ finding, place }) => {
      if (finding.fix === null) return
      const stated = place.paragraph.slice(place.fixStart, place.fixStart + finding.fix.end - finding.fix.start)
      const [first, ...others] = placeOf({ paragraph: place.paragraph, start: place.fixStart, stated })
      if (!first) return acts.tell(PROOF_WORDS.fixGone)
      if (first.isNode || others.length > 0) return acts.tell(PROOF_WORDS.fixComposed)
      if (editor.current?.replaceWords(first, finding.fix.text) === true)
        acts.tell(PROOF_WORDS.fixed(stated.slice(0, 20), finding.fix.text.slice(0, 20)))
      else acts.tell(PROOF_WORDS.fixComposed)
    },
    decide: ({ fingerprint }, verdict, reason) => {
      const fields = { noticeId, ...fingerprint, verdict: VERDICT_WORDS[verdict], ...(reason === null ? {} : { reason }) }
      void acts.runTold({ type: 'add-record', kind: 'proofDecision', problemId: null, fields }, () =>
        verdict === 'accepted' ? PROOF_WORDS.accepted : PROOF_WORDS.dismissed,
      )
    },
    takeBack: ({ decision }) => {
      if (decision === null) return
      const command = { type: 'remove-record', kind: 'proofDecision', problemId: null, id: decision.id } as const
      void acts.runTold(command, () => PROOF_WORDS.tookBack)
    },
  }
}
