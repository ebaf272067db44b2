import { LinkOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { printChineseDate } from '../../../shared/base/plain-date.ts'
import type { Lead } from '../../../shared/domain/records/record-kinds.ts'
import { LEAD_WORDS } from '../../../shared/domain/records/register-records.ts'
import { OFFICE_WORDS } from '../../messages/problem.ts'
import { ActForm } from './act-form.tsx'
import { changedFields, recordActFields, toldFields } from './record-fields.ts'
import { Act, RecordLine } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface LeadsProps {
  readonly problemId: string
  readonly leads: readonly Lead[]
  /** Those of the register that belong to no problem. */
  readonly freeLeads: readonly Lead[]
  readonly acts: Pick<ProblemActs, 'run' | 'remove'>
}

/** 信访件 and 问题线索 that belong to one problem: lines of the register, which name it. */
export const Leads = ({ problemId, leads, freeLeads, acts }: LeadsProps) => {
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  const belong = (id: string, to: string) =>
    void acts.run({ type: 'set-record-field', kind: 'lead', problemId, id, field: 'problemId', value: to })
  return (
    <>
      {leads.length === 0 ? <p className="label">{OFFICE_WORDS.noLeads}</p> : null}
      {leads.map((lead) =>
        open === lead.id ? (
          <ActForm
            key={lead.id}
            id={`lead/${lead.id}`}
            title={OFFICE_WORDS.changeLead}
            fields={recordActFields('lead', FIELDS, { ...lead })}
            onClose={close}
            onSubmit={(values) => {
              const fields = changedFields('lead', FIELDS, { ...lead }, values)
              return acts.run({ type: 'change-record', kind: 'lead', problemId, id: lead.id, fields })
            }}
          />
        ) : (
          <RecordLine
            key={lead.id}
            id={lead.id}
            changeLabel={OFFICE_WORDS.changeLead}
            onChange={() => setOpen(lead.id)}
            removeLabel={OFFICE_WORDS.removeLead}
            onRemove={() => void acts.remove({ type: 'remove-record', kind: 'lead', problemId, id: lead.id })}
            more={<Act label={OFFICE_WORDS.freeLead} icon={<LinkOutlined />} onClick={() => belong(lead.id, '')} />}
          >
            <Tag>{LEAD_WORDS[lead.kind]}</Tag>
            {leadText(lead)}
          </RecordLine>
        ),
      )}
      {open === NEW ? (
        <ActForm
          id="lead/new"
          title={OFFICE_WORDS.addLead}
          fields={recordActFields('lead', FIELDS, null)}
          onClose={close}
          onSubmit={(values) => {
            const fields = { ...toldFields(values), problemId }
            return acts.run({ type: 'add-record', kind: 'lead', problemId, fields })
          }}
        />
      ) : (
        <div className="act-buttons">
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => setOpen(NEW)}>
            {OFFICE_WORDS.addLead}
          </Button>
          {freeLeads.length === 0 ? null : (
            <Select
              size="small"
              className="lead-link"
              aria-label={OFFICE_WORDS.linkLead}
              placeholder={OFFICE_WORDS.linkLead}
              value={null}
              showSearch={{ optionFilterProp: 'label' }}
              options={freeLeads.map((lead) => ({ value: lead.id, label: `${LEAD_WORDS[lead.kind]} ${leadText(lead)}` }))}
              onChange={(id: string) => belong(id, problemId)}
            />
          )}
        </div>
      )}
    </>
  )
}

const NEW = 'new'
const FIELDS = ['kind', 'number', 'title', 'receivedOn', 'handledBy', 'replyDue', 'closedOn', 'result', 'note']

const leadText = ({ number, title, handledBy, replyDue, closedOn, result }: Lead): string =>
  [
    number ?? '',
    title ?? '',
    handledBy ?? '',
    closedOn === null && replyDue !== null ? OFFICE_WORDS.leadDue(printChineseDate(replyDue)) : '',
    closedOn === null ? '' : OFFICE_WORDS.leadClosed(printChineseDate(closedOn)),
    result ?? '',
  ]
    .filter((text) => text !== '')
    .join('，')
