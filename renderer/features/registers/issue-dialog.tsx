import { AutoComplete, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { datePartsOf, parsePlainDate } from '../../../shared/base/plain-date.ts'
import { printDocumentNumber, proposeNumber } from '../../../shared/domain/document-numbers.ts'
import { SUPERVISION_NOTICE_WORDS } from '../../../shared/domain/records/register-records.ts'
import { printProblem, printRound } from '../../../shared/domain/registers/register-rows.ts'
import { useDirectory } from '../../data/queries.ts'
import type { LedgerRegisters } from '../../data/registers-queries.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { usePc } from './use-pc.ts'
import type { RegisterActs } from './use-register-acts.ts'

type NoticeKind = keyof typeof SUPERVISION_NOTICE_WORDS

interface Filled {
  readonly kind: NoticeKind
  readonly word: string
  readonly year: number | null
  readonly unit: string
  readonly supervisionId: string
  readonly problemId: string
  readonly text: string
  readonly replyDue: Dayjs | null
}

interface IssueDialogProps {
  readonly ledgerId: string
  readonly source: LedgerRegisters
  readonly acts: RegisterActs
  readonly onClose: () => void
}

/** 拟发督办通知单 / 提示函 / 警示函: the number it will take is seen before it is taken. */
export const IssueDialog = ({ ledgerId, source, acts, onClose }: IssueDialogProps) => {
  const { records, problems, documentWord } = source
  const [form] = Form.useForm<Filled>()
  const pc = usePc()
  const { units } = useDirectory(ledgerId)
  const thisYear = datePartsOf(windowClock.today()).year
  const kind = Form.useWatch('kind', form) ?? 'handling'
  const word = (Form.useWatch('word', form) ?? documentWord ?? '').trim()
  const year = Form.useWatch('year', form) ?? thisYear
  const series = { kind, word: word === '' ? null : word, year }
  const proposal = proposeNumber(records, series, pc)
  const number = printDocumentNumber({ ...series, number: proposal.number }) ?? ''
  const hasBlocks = records.numberBlock.length > 0

  const issue = async (filled: Filled) => {
    const setWord = { type: 'set-record-field', kind: 'ledger', problemId: null, id: ledgerId, field: 'documentWord' } as const
    const isNewWord = filled.word.trim() !== (documentWord ?? '')
    if (isNewWord && !(await acts.run({ ...setWord, value: filled.word.trim() }))) return
    const due = parsePlainDate(filled.replyDue?.format('YYYY-MM-DD') ?? '')
    const done = await acts.run({
      ...{ type: 'issue-notice', kind: filled.kind, pc, year: filled.year, unit: filled.unit.trim(), text: filled.text },
      supervisionId: filled.supervisionId === '' ? null : filled.supervisionId,
      problemId: filled.problemId === '' ? null : filled.problemId,
      replyDue: due.ok ? due.value : null,
    })
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={REGISTERS_WORDS.issueTitle}
      okText={REGISTERS_WORDS.save}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Filled>
        form={form}
        className="document-form"
        labelCol={{ flex: '88px' }}
        initialValues={{
          ...{ kind: 'handling', word: documentWord ?? '', year: thisYear, unit: '', supervisionId: '', problemId: '' },
          ...{ text: '', replyDue: null },
        }}
        onFinish={(filled) => void issue(filled)}
      >
        <Form.Item name="kind" label={REGISTERS_WORDS.kind}>
          <Select options={Object.entries(SUPERVISION_NOTICE_WORDS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="unit"
          label={REGISTERS_WORDS.unit}
          rules={[{ required: true, whitespace: true, message: REGISTERS_WORDS.unit }]}
        >
          <AutoComplete
            options={units.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
          />
        </Form.Item>
        <Form.Item name="problemId" label={REGISTERS_WORDS.problem}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: ENTRY_WORDS.unset },
              ...problems.map((problem) => ({ value: problem.id, label: printProblem(problem) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="supervisionId" label={REGISTERS_WORDS.round}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: ENTRY_WORDS.unset },
              ...records.supervision.map((round) => ({ value: round.id, label: printRound(round) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="text" label={REGISTERS_WORDS.text}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} spellCheck={false} />
        </Form.Item>
        <Form.Item name="replyDue" label={REGISTERS_WORDS.replyDue}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="word" label={REGISTERS_WORDS.word} extra={REGISTERS_WORDS.wordHint}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="year" label={REGISTERS_WORDS.year}>
          <InputNumber min={1900} max={2199} precision={0} />
        </Form.Item>
        <Form.Item label={REGISTERS_WORDS.number}>
          <output data-number>{REGISTERS_WORDS.numberNow(number)}</output>
          {proposal.outside === null || !hasBlocks ? null : (
            <div className="label">
              {proposal.outside === 'used-up' ? REGISTERS_WORDS.usedUp(pc) : REGISTERS_WORDS.noBlock(pc)}
            </div>
          )}
        </Form.Item>
      </Form>
    </Modal>
  )
}
