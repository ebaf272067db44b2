import { App, Button, Checkbox, Input, Modal, Radio } from 'antd'
import { useRef, useState } from 'react'
import { TABLE_KEYS, type TableKey, tableName } from '../../../shared/documents/tables/table-keys.ts'
import { useLedger } from '../../data/queries.ts'
import { TABLES_WORDS as WORDS } from '../../messages/tables.ts'
import { type TableFormat, useScreen, type WantedTables } from '../../state/screen.ts'
import { BooksProgress } from './books-progress.tsx'
import { type Replacing, useBooks } from './use-books.ts'

/** Tables that are several sheets: a CSV holds one. */
const SEVERAL: ReadonlySet<TableKey> = new Set(['lists', 'byUnit', 'byLeader', 'statistics'])

const FORMATS: readonly TableFormat[] = ['xlsx', 'utf-8', 'gb18030']

/** Which tables of the open ledger are written, and how; the export itself goes its usual way. */
export const TablesDialog = ({ ledgerId, onClose }: { readonly ledgerId: string; readonly onClose: () => void }) => {
  const title = useLedger(ledgerId)?.title ?? ''
  const ask = useAskReplace()
  const books = useBooks(ledgerId, title, ask)
  const isWriting = books.stage?.type === 'writing'
  const [keys, setKeys] = useState<readonly TableKey[]>(['lists', 'master'])
  const [format, setFormat] = useState<TableFormat>('xlsx')
  const [secrecy, setSecrecy] = useState('')
  const [isProtected, setProtected] = useState(false)
  const isCsv = format !== 'xlsx'
  const fits = isCsv ? keys.length === 1 && keys.every((key) => !SEVERAL.has(key)) : keys.length > 0
  const wanted: WantedTables = {
    keys: TABLE_KEYS.filter((key) => keys.includes(key)),
    format,
    secrecy: secrecy.trim(),
    isProtected,
  }
  return (
    <Modal
      open
      title={WORDS.title}
      width={640}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {isWriting ? <Button onClick={books.cancel}>{WORDS.stop}</Button> : <Button onClick={onClose}>{WORDS.cancel}</Button>}
          <Button
            type="primary"
            disabled={!fits || isWriting}
            onClick={() => void useScreen.getState().openDialog({ type: 'export', kind: 'tables', tables: wanted })}
          >
            {WORDS.export}
          </Button>
        </>
      }
    >
      <p className="label">{WORDS.detail}</p>
      <div className="tables-choices">
        <Checkbox.Group<TableKey>
          aria-label={WORDS.which}
          value={[...keys]}
          options={TABLE_KEYS.map((key) => ({ value: key, label: tableName(key) }))}
          onChange={setKeys}
        />
        <span>
          <Button size="small" type="link" onClick={() => setKeys(TABLE_KEYS)}>
            {WORDS.all}
          </Button>
          <Button size="small" type="link" onClick={() => setKeys([])}>
            {WORDS.none}
          </Button>
        </span>
        <Radio.Group
          aria-label={WORDS.format}
          value={format}
          options={FORMATS.map((value) => ({ value, label: WORDS.formats[value] }))}
          onChange={({ target }) => setFormat(target.value as TableFormat)}
        />
        {isCsv && !fits ? <p role="status">{WORDS.csvOne}</p> : null}
        {isCsv ? null : (
          <>
            <Input
              addonBefore={WORDS.secrecy}
              aria-label={WORDS.secrecy}
              placeholder={WORDS.secrecyPlaceholder}
              maxLength={30}
              value={secrecy}
              onChange={({ target }) => setSecrecy(target.value)}
            />
            <Checkbox checked={isProtected} onChange={({ target }) => setProtected(target.checked)}>
              {WORDS.protect}
            </Checkbox>
          </>
        )}
        <div className="tables-books">
          <span>{WORDS.books}</span>
          <Button size="small" disabled={isWriting} onClick={() => void books.run('unit')}>
            {WORDS.byUnit}
          </Button>
          <Button size="small" disabled={isWriting} onClick={() => void books.run('leader')}>
            {WORDS.byLeader}
          </Button>
        </div>
        {books.stage === null ? null : <BooksProgress stage={books.stage} />}
      </div>
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
