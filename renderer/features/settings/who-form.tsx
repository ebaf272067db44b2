import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/ipc/contract.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'

type Who = Pick<Settings, 'clerk' | 'unit' | 'pc'>

interface WhoFormProps {
  readonly settings: Who
  readonly layout: 'inline' | 'vertical'
  readonly onSave: (who: Who) => void
  readonly beside?: ReactNode
}

/** 填报人, 单位 and the name of this PC. */
export const WhoForm = ({ settings, layout, onSave, beside }: WhoFormProps) => (
  <Form<Who> layout={layout} initialValues={settings} onFinish={onSave} size="middle" className="who-form">
    <Form.Item name="clerk" label={SETTINGS_WORDS.clerk}>
      <Input placeholder={SETTINGS_WORDS.clerkPlaceholder} maxLength={100} />
    </Form.Item>
    <Form.Item name="unit" label={SETTINGS_WORDS.unit}>
      <Input placeholder={SETTINGS_WORDS.unitPlaceholder} maxLength={200} />
    </Form.Item>
    <Form.Item name="pc" label={SETTINGS_WORDS.pc}>
      <Input placeholder={SETTINGS_WORDS.pcPlaceholder} maxLength={100} />
    </Form.Item>
    <Form.Item>
      <Button type="primary" htmlType="submit">
        {SETTINGS_WORDS.save}
      </Button>
      {beside}
    </Form.Item>
  </Form>
)
