import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import type { BatchWanted } from '../../../shared/documents/batch/batch-files.ts'
import { NAME_PARTS, USUAL_PATTERN, unknownParts } from '../../../shared/documents/batch/file-names.ts'
import { FORM_KEYS, type FormKey, formName } from '../../../shared/documents/forms/form-keys.ts'
import type { BookBy } from '../../../shared/documents/tables/books.ts'
import { TABLE_KEYS, type TableKey, tableName } from '../../../shared/documents/tables/table-keys.ts'
import { useDirectory, useLedgers } from '../../data/queries.ts'
import { PAPERS_WORDS as WORDS } from '../../messages/papers.ts'
import { issuerName } from '../../state/pc-settings.ts'
import { useScreen } from '../../state/screen.ts'
import { type OwnTemplate, OwnTemplateChoice } from './own-template.tsx'
import { PapersProgress } from './papers-progress.tsx'
import { type Replacing, usePapers } from './use-papers.ts'

/** Tables that stand alone in a file; 分册 are chosen apart. */
const ALONE: readonly TableKey[] = TABLE_KEYS.filter((key) => key !== 'byUnit' && key !== 'byLeader')

/** Papers to sign and tables, of one ledger or of several, into a folder. */
export const PapersDialog = ({ ledgerId, onClose }: { readonly ledgerId: string; readonly onClose: () => void }) => {
  const date = useScreen((state) => state.date)
  const ledgers = useLedgers() ?? []
  const { units } = useDirectory(ledgerId)
  const papers = usePapers(useAskReplace())
  const isWriting = papers.stage?.type === 'writing'
  const [ledgerIds, setLedgerIds] = useState<readonly string[]>([ledgerId])
  const [forms, setForms] = useState<readonly FormKey[]>([])
  const [tables, setTables] = useState<readonly TableKey[]>([])
  const [books, setBooks] = useState<readonly BookBy[]>([])
  const [isDueOnly, setDueOnly] = useState(true)
  const [chosenUnits, setChosenUnits] = useState<readonly string[]>([])
  const [own, setOwn] = useState<OwnTemplate | null>(null)
  const [pattern, setPattern] = useState<string>(USUAL_PATTERN)
  const [secrecy, setSecrecy] = useState('')
  const [unknown] = unknownParts(pattern)
  const isOwnGood = own !== null && own.check.faults.length === 0
  const isAny = forms.length + tables.length + books.length > 0 || isOwnGood
  const fits = isAny && ledgerIds.length > 0 && unknown === undefined && pattern.trim() !== '' && (own === null || isOwnGood)

  const start = () => {
    const wanted: BatchWanted = {
      forms,
      tables,
      books,
      template: own === null ? null : { name: own.name, scope: own.check.scope },
      range: isDueOnly ? 'due' : 'all',
      units: chosenUnits,
      pattern,
    }
    const choices = { date, issuer: issuerName(), tables: { secrecy: secrecy.trim() }, template: own?.bytes ?? null }
    void papers.run(ledgerIds, wanted, choices)
  }
  return (
    <Modal
      open
      title={WORDS.title}
      width={760}
      className="papers-dialog"
      centered
      mask={{ closable: false }}
      onCancel={() => {
        papers.cancel()
        onClose()
      }}
      footer={
        <>
          {isWriting ? <Button onClick={papers.cancel}>{WORDS.stop}</Button> : <Button onClick={onClose}>{WORDS.close}</Button>}
          <Button type="primary" disabled={!fits || isWriting} onClick={start}>
            {WORDS.start}
          </Button>
        </>
      }
    >
      <p className="label">{WORDS.detail}</p>
      <Form layout="vertical" size="small" className="papers-choices">
        {ledgers.length > 1 ? (
          <Form.Item label={WORDS.ledgers}>
            <Select
              mode="multiple"
              aria-label={WORDS.ledgers}
              value={[...ledgerIds]}
              options={ledgers.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={setLedgerIds}
            />
          </Form.Item>
        ) : null}
        <Form.Item label={WORDS.forms}>
          <Checkbox.Group<FormKey>
            aria-label={WORDS.forms}
            value={[...forms]}
            options={FORM_KEYS.map((key) => ({ value: key, label: formName(key) }))}
            onChange={setForms}
          />
          <Checkbox checked={isDueOnly} onChange={({ target }) => setDueOnly(target.checked)}>
            {WORDS.dueOnly}
          </Checkbox>
          {isDueOnly ? <p className="label">{WORDS.dueDetail}</p> : null}
        </Form.Item>
        <Form.Item label={WORDS.tables}>
          <Checkbox.Group<TableKey>
            aria-label={WORDS.tables}
            value={[...tables]}
            options={ALONE.map((key) => ({ value: key, label: tableName(key) }))}
            onChange={setTables}
          />
        </Form.Item>
        <Form.Item label={WORDS.books}>
          <Checkbox.Group<BookBy>
            aria-label={WORDS.books}
            value={[...books]}
            options={[
              { value: 'unit', label: WORDS.byUnit },
              { value: 'leader', label: WORDS.byLeader },
            ]}
            onChange={setBooks}
          />
        </Form.Item>
        <Form.Item label={WORDS.own}>
          <OwnTemplateChoice own={own} onChange={setOwn} />
        </Form.Item>
        <Form.Item label={WORDS.units}>
          <Select
            mode="tags"
            aria-label={WORDS.units}
            placeholder={WORDS.unitsPlaceholder}
            value={[...chosenUnits]}
            options={units.map((name) => ({ value: name, label: name }))}
            onChange={setChosenUnits}
          />
        </Form.Item>
        <Form.Item
          label={WORDS.name}
          extra={WORDS.nameDetail(NAME_PARTS)}
          {...(unknown === undefined ? {} : { validateStatus: 'error' as const, help: WORDS.nameUnknown(unknown) })}
        >
          <Input aria-label={WORDS.name} maxLength={100} value={pattern} onChange={({ target }) => setPattern(target.value)} />
        </Form.Item>
        <Form.Item label={WORDS.secrecy}>
          <Input
            aria-label={WORDS.secrecy}
            placeholder={WORDS.secrecyPlaceholder}
            maxLength={30}
            value={secrecy}
            onChange={({ target }) => setSecrecy(target.value)}
          />
        </Form.Item>
      </Form>
      {papers.stage === null ? null : <PapersProgress stage={papers.stage} />}
    </Modal>
  )
}

/** Asks what is done with a file that is there already; closing the question leaves the file as it is. */
const useAskReplace = (): ((name: string) => Promise<Replacing>) => {
  const { modal } = App.useApp()
  const forAll = useRef(false)
  return (name) =>
    new Promise((resolve) => {
      forAll.current = false
      const said = (replace: boolean) => () => resolve({ replace, forAll: forAll.current })
      modal.confirm({
        title: WORDS.replaceTitle(name),
        content: (
          <>
            <p>{WORDS.replaceDetail}</p>
            <Checkbox
              onChange={({ target }) => {
                forAll.current = target.checked
              }}
            >
              {WORDS.forAll}
            </Checkbox>
          </>
        ),
        okText: WORDS.replace,
        cancelText: WORDS.skip,
        onOk: said(true),
        onCancel: said(false),
      })
    })
}
