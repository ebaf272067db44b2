import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type FormKey, formName, nameOfProblem } from '../../../shared/documents/forms/form-keys.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { PAPERS_WORDS } from '../../messages/papers.ts'
import { useScreen } from '../../state/screen.ts'

/** Forms of one problem. */
const OF_PROBLEM: readonly FormKey[] = ['closure', 'extension', 'adjustment', 'problemFile']

/** 审批表 and 档案 of the problem that is open: as Word, or on paper at once. */
export const FormsMenu = ({ place }: { readonly place: PlacedProblem }) => {
  const open = (key: FormKey, isPrinted: boolean): void => {
    const subject = nameOfProblem({ number: place.number, statement: place.row.statement })
    const form = { key, subjectId: place.row.id, kind: formName(key), subject }
    void useScreen.getState().openDialog(isPrinted ? { type: 'print', form } : { type: 'export', kind: 'form', form })
  }
  const group = (label: string, isPrinted: boolean) => ({
    key: label,
    type: 'group' as const,
    label,
    children: OF_PROBLEM.map((key) => ({ key: `${label}/${key}`, label: formName(key), onClick: () => open(key, isPrinted) })),
  })
  return (
    <Dropdown trigger={['click']} menu={{ items: [group(PAPERS_WORDS.asWord, false), group(PAPERS_WORDS.onPaper, true)] }}>
      <Button size="small">
        {PAPERS_WORDS.problemForms}
        <DownOutlined />
      </Button>
    </Dropdown>
  )
}
