import { Alert, Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { templateFaults } from '../../../shared/domain/notices/template-faults.ts'
import { templateFaultText } from '../../../shared/messages/template-faults.ts'
import type { NoticesOfLedger } from '../../data/notice-queries.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { RecordDialogFields } from './record-dialog-fields.tsx'
import '../../ui/entries/side-list.css'
import type { NoticeActs } from './use-notice-acts.ts'

interface TemplatesDialogProps {
  readonly ledgerId: string
  readonly noticeId: string | null
  readonly all: NoticesOfLedger
  readonly chosenId: string
  readonly acts: NoticeActs
  readonly onClose: () => void
}

/** The templates: those that come with the program, to be copied, and the ledger's own, to be changed. */
export const TemplatesDialog = ({ ledgerId, noticeId, all, chosenId, acts, onClose }: TemplatesDialogProps) => {
  const [chosen, setChosen] = useState(chosenId)
  const template = all.templates.find(({ id }) => id === chosen) ?? all.templates[0]
  const own = all.ownTemplates.find(({ id }) => id === template?.id)
  const faults = own ? templateFaults(own) : []
  if (!template) return null
  const copy = async () => {
    const done = await acts.runTold({ type: 'copy-template', templateId: template.id, title: null }, ({ intent }) => intent)
    const [made] = done?.created ?? []
    if (made !== undefined) setChosen(made)
  }
  const apply = async () => {
    if (noticeId === null) return
    await acts.runTold({ type: 'apply-template', noticeId, templateId: template.id }, () =>
      WORKBENCH_WORDS.applied(template.title),
    )
  }
  const remove = async () => {
    if (!own) return
    const command = { type: 'remove-record', kind: 'noticeTemplate', problemId: null, id: own.id } as const
    await acts.runTold(command, ({ intent }) => WORKBENCH_WORDS.removed(intent))
  }
  return (
    <Modal
      open
      width="min(1000px, 94vw)"
      title={WORKBENCH_WORDS.templates}
      onCancel={onClose}
      footer={
        <>
          {own ? (
            <Button danger onClick={() => void remove()}>
              {WORKBENCH_WORDS.removeTemplate}
            </Button>
          ) : null}
          <Button onClick={() => void copy()}>{WORKBENCH_WORDS.copyTemplate}</Button>
          <Button disabled={noticeId === null} onClick={() => void apply()}>
            {WORKBENCH_WORDS.applyTemplate}
          </Button>
          <Button type="primary" onClick={onClose}>
            {WORKBENCH_WORDS.close}
          </Button>
        </>
      }
    >
      <p className="label">{WORKBENCH_WORDS.templatesDetail}</p>
      <div className="templates">
        <nav aria-label={WORKBENCH_WORDS.templates}>
          {all.templates.map(({ id, title }) => (
            <button
              type="button"
              key={id}
              className="side-list-item"
              aria-current={id === template.id ? 'true' : undefined}
              onClick={() => setChosen(id)}
            >
              <span>{title}</span>
              {all.ownTemplates.some((one) => one.id === id) ? null : <Tag>{WORKBENCH_WORDS.builtIn}</Tag>}
            </button>
          ))}
        </nav>
        <div className="template-fields">
          {faults.length === 0 ? null : (
            <Alert
              type="warning"
              title={WORKBENCH_WORDS.templateFaults}
              description={faults.map((fault) => (
                <div key={`${fault.rule}/${fault.field}/${fault.text}`}>{templateFaultText(fault)}</div>
              ))}
            />
          )}
          {own ? (
            <RecordDialogFields ledgerId={ledgerId} kind="noticeTemplate" record={own} />
          ) : (
            <TemplateText standard={Object.values(template.standard)} words={Object.values(template.statusWords)} />
          )}
        </div>
      </div>
    </Modal>
  )
}

/** What a template of the program says, to be read. */
const TemplateText = ({ standard, words }: { readonly standard: readonly string[]; readonly words: readonly string[] }) => (
  <>
    {[...standard, ...words].map((text) => (
      <p key={text} className="template-text">
        {text}
      </p>
    ))}
  </>
)
