import { Alert, Button } from 'antd'
import { useState } from 'react'
import { CHANGES_LOST, type StartReport } from '../data/start-store.ts'
import { SHELL_WORDS, START_WORDS } from '../messages/shell.ts'
import { invoke } from '../platform/bridge.ts'

/** What happened to the store before this start, told until a person has read it. */
export const Incidents = ({ report }: { readonly report: StartReport }) => {
  const [isRead, setRead] = useState(false)
  const said = wordsOf(report)
  if (isRead || said === null) return null
  const read = () => {
    setRead(true)
    void invoke('store.incidentsRead', undefined)
  }
  return (
    <Alert
      className="incident"
      type={said.type}
      showIcon
      title={said.title}
      description={said.details.map((detail) => <div key={detail}>{detail}</div>)}
      action={
        <Button size="small" onClick={read}>
          {SHELL_WORDS.gotIt}
        </Button>
      }
    />
  )
}

interface Said {
  readonly type: 'info' | 'warning'
  readonly title: string
  readonly details: readonly string[]
}

const wordsOf = ({ type, count, incidents }: StartReport): Said | null => {
  const folders = incidents.flatMap(({ keptAside }) => (keptAside === null ? [] : [START_WORDS.keptAside(keptAside)]))
  const lost = incidents.filter((incident) => incident.type === CHANGES_LOST).reduce((sum, incident) => sum + incident.count, 0)
  const damaged = incidents.filter((incident) => incident.type !== CHANGES_LOST)
  const details = [...(lost > 0 ? [START_WORDS.lost(lost)] : []), ...folders]
  if (type === 'rebuilt' || damaged.length > 0) {
    const restored = type === 'rebuilt' ? count : (damaged.at(-1)?.count ?? count)
    return { type: 'warning', title: START_WORDS.rebuilt(restored), details }
  }
  if (lost > 0) return { type: 'warning', title: START_WORDS.replayed(count), details }
  if (type === 'replayed') return { type: 'info', title: START_WORDS.replayed(count), details: [] }
  if (type === 'journal-behind') return { type: 'warning', title: START_WORDS.journalBehind, details: [] }
  return null
}
