import { Form, Input, Modal, Select } from 'antd'
import type { NoticeTemplate } from '../../../shared/domain/notices/notice-template.ts'
import { EDITION_WORDS, type Edition } from '../../../shared/domain/records/notice-records.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'

export interface NewNotice {
  readonly template: string
  readonly edition: Edition
  readonly title: string
}

interface NewNoticeDialogProps {
  readonly templates: readonly NoticeTemplate[]
  readonly onCreate: (wanted: NewNotice) => Promise<boolean>
  readonly onClose: () => void
}

/** 新建通报: by which template, in which edition. */
export const NewNoticeDialog = ({ templates, onCreate, onClose }: NewNoticeDialogProps) => {
  const [form] = Form.useForm<NewNotice>()
  const [first] = templates
  return (
    <Modal
      open
      title={WORKBENCH_WORDS.createTitle}
      okText={WORKBENCH_WORDS.create}
      cancelText={WORKBENCH_WORDS.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<NewNotice>
        form={form}
        labelCol={{ flex: '72px' }}
        initialValues={{ template: first?.id ?? '', edition: first?.edition ?? 'public', title: '' }}
        onValuesChange={({ template }) => {
          const chosen = templates.find(({ id }) => id === template)
          if (chosen) form.setFieldValue('edition', chosen.edition)
        }}
        onFinish={(wanted) => void onCreate(wanted).then((created) => (created ? onClose() : undefined))}
      >
        <Form.Item name="template" label={WORKBENCH_WORDS.template}>
          <Select options={templates.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="edition" label={WORKBENCH_WORDS.edition}>
          <Select options={Object.entries(EDITION_WORDS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="title" label={WORKBENCH_WORDS.noticeTitle}>
          <Input maxLength={500} placeholder={WORKBENCH_WORDS.titlePlaceholder} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
