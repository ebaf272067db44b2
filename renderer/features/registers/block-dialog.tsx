import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { datePartsOf } from '../../../shared/base/plain-date.ts'
import { SUPERVISION_NOTICE_WORDS } from '../../../shared/domain/records/register-records.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import { windowClock } from '../../platform/window-ports.ts'
import { usePc } from './use-pc.ts'
import type { RegisterActs } from './use-register-acts.ts'

interface Filled {
  readonly kind: keyof typeof SUPERVISION_NOTICE_WORDS
  readonly year: number
  readonly pc: string
  readonly from: number
  readonly to: number
}

/** 分配号段: the numbers one PC may give. */
export const BlockDialog = ({ acts, onClose }: { readonly acts: RegisterActs; readonly onClose: () => void }) => {
  const [form] = Form.useForm<Filled>()
  const pc = usePc()
  const give = async (filled: Filled) => {
    if (await acts.run({ type: 'give-block', ...filled, pc: filled.pc.trim() })) onClose()
  }
  if (pc === '') return null
  const required = (message: string) => [{ required: true, message }]
  return (
    <Modal
      open
      width={460}
      title={REGISTERS_WORDS.giveBlock}
      okText={REGISTERS_WORDS.save}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Filled>
        form={form}
        className="document-form"
        labelCol={{ flex: '72px' }}
        initialValues={{ kind: 'handling', year: datePartsOf(windowClock.today()).year, pc }}
        onFinish={(filled) => void give(filled)}
      >
        <Form.Item name="kind" label={REGISTERS_WORDS.kind}>
          <Select options={Object.entries(SUPERVISION_NOTICE_WORDS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="year" label={REGISTERS_WORDS.year} rules={required(REGISTERS_WORDS.year)}>
          <InputNumber min={1900} max={2199} precision={0} />
        </Form.Item>
        <Form.Item
          name="pc"
          label={REGISTERS_WORDS.pc}
          rules={[{ required: true, whitespace: true, message: REGISTERS_WORDS.pc }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="from" label={REGISTERS_WORDS.from} rules={required(REGISTERS_WORDS.from)}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="to" label={REGISTERS_WORDS.to} rules={required(REGISTERS_WORDS.to)}>
          <InputNumber min={1} max={1_000_000} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
