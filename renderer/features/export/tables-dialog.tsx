import { Button, Checkbox, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { TABLE_KEYS, type TableKey, tableName } from '../../../shared/documents/tables/table-keys.ts'
import { TABLES_WORDS as WORDS } from '../../messages/tables.ts'
import { type TableFormat, useScreen, type WantedTables } from '../../state/screen.ts'

/** Tables that are several sheets: a CSV holds one. */
const SEVERAL: ReadonlySet<TableKey> = new Set(['lists', 'byUnit', 'byLeader', 'statistics'])

const FORMATS: readonly TableFormat[] = ['xlsx', 'utf-8', 'gb18030']

/** Which tables of the open ledger are written, and how; the export itself goes its usual way. */
export const TablesDialog = ({ onClose }: { readonly onClose: () => void }) => {
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
          <Button onClick={onClose}>{WORDS.cancel}</Button>
          <Button
            type="primary"
            disabled={!fits}
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
      </div>
    </Modal>
  )
}
