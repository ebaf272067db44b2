import { Button } from 'antd'
import { SEVERITIES, SEVERITY_WORDS } from '../../../shared/messages/findings.ts'
import type { IntegrityFinding } from '../../../shared/messages/integrity.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'

/** So many of one severity are shown at a time: after mending them the ledger is checked again. */
const SHOWN = 100

interface IntegrityListProps {
  readonly findings: readonly IntegrityFinding[]
  readonly onGo: (problemId: string) => void
}

/** What was found in a ledger, the worst first, each with the way to its problem; says so when there is nothing. */
export const IntegrityList = ({ findings, onGo }: IntegrityListProps) => {
  if (findings.length === 0) return <p className="integrity-none">{SETTINGS_WORDS.nothingFound}</p>
  return SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    if (found.length === 0) return null
    return (
      <section key={severity} className="integrity" aria-label={SEVERITY_WORDS[severity]}>
        <h4>{`${SEVERITY_WORDS[severity]} ${found.length}`}</h4>
        <ul>
          {found.slice(0, SHOWN).map(({ rule, message, place, records }) => (
            <li key={`${rule} ${records.join()} ${message}`}>
              {message}
              {place.area === 'problem' ? (
                <Button type="link" size="small" onClick={() => onGo(place.problemId)}>
                  {SETTINGS_WORDS.goThere}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {found.length > SHOWN ? <p className="label">{SETTINGS_WORDS.moreFound(found.length - SHOWN)}</p> : null}
      </section>
    )
  })
}
