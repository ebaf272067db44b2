import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { printChineseDate } from '../../../shared/base/plain-date.ts'
import { usualMeasures } from '../../../shared/domain/accountability-measures.ts'
import type { Accountability } from '../../../shared/domain/records/record-kinds.ts'
import {
  ACCOUNTABILITY_CATEGORIES,
  ACCOUNTABILITY_WORDS,
  COUNT_UNIT_WORDS,
} from '../../../shared/domain/records/register-records.ts'
import { OFFICE_WORDS } from '../../messages/problem.ts'
import { type ActField, ActForm, type ActValues } from './act-form.tsx'
import { changedFields, recordActFields, toldFields } from './record-fields.ts'
import { RecordLine } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface BlameProps {
  readonly problemId: string
  readonly lines: readonly Accountability[]
  readonly acts: Pick<ProblemActs, 'run' | 'remove'>
}

/** 问责处理 of one problem, which never leaves the office. */
export const BlameSection = ({ problemId, lines, acts }: BlameProps) => {
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {lines.length === 0 ? <p className="label">{OFFICE_WORDS.noBlame}</p> : null}
      {lines.map((line) =>
        open === line.id ? (
          <ActForm
            key={line.id}
            id={`accountability/${line.id}`}
            title={OFFICE_WORDS.changeBlame}
            fields={blameFields(line)}
            onClose={close}
            onSubmit={(values) => {
              const fields = changedFields('accountability', FIELDS, { ...line }, values)
              return acts.run({ type: 'change-record', kind: 'accountability', problemId, id: line.id, fields })
            }}
          />
        ) : (
          <RecordLine
            key={line.id}
            id={line.id}
            changeLabel={OFFICE_WORDS.changeBlame}
            onChange={() => setOpen(line.id)}
            removeLabel={OFFICE_WORDS.removeBlame}
            onRemove={() => void acts.remove({ type: 'remove-record', kind: 'accountability', problemId, id: line.id })}
          >
            <Tag>{ACCOUNTABILITY_WORDS[line.category]}</Tag>
            {blameText(line)}
          </RecordLine>
        ),
      )}
      {open === NEW ? (
        <ActForm
          id="accountability/new"
          title={OFFICE_WORDS.addBlame}
          fields={blameFields(null)}
          onClose={close}
          onSubmit={(values) => {
            const fields = { ...toldFields(values), problemId }
            return acts.run({ type: 'add-record', kind: 'accountability', problemId, fields })
          }}
        />
      ) : (
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => setOpen(NEW)}>
          {OFFICE_WORDS.addBlame}
        </Button>
      )}
    </>
  )
}

const NEW = 'new'
const FIELDS = ['category', 'measure', 'people', 'post', 'count', 'countUnit', 'on', 'reason']

/** The usual measures of a category are offered; others may be typed. One person is the usual count. */
export const blameFields =
  (line: Accountability | null) =>
  (values: ActValues): readonly ActField[] => {
    const word = values['category'] ?? ACCOUNTABILITY_WORDS[line?.category ?? 'party']
    const category = ACCOUNTABILITY_CATEGORIES.find((code) => ACCOUNTABILITY_WORDS[code] === word) ?? 'party'
    return recordActFields('accountability', FIELDS, line === null ? null : { ...line }).map((field) => {
      if (field.name === 'measure') return { ...field, isRequired: true, suggestions: usualMeasures(category) }
      return field.name === 'count' && line === null ? { ...field, initial: '1' } : field
    })
  }

/** 党内警告，王某某（县水利局副局长），1人，2024年5月6日：事由. */
const blameText = ({ measure, people, post, count, countUnit, on, reason }: Accountability): string =>
  [
    measure,
    (people ?? '') + (post === null ? '' : `（${post}）`),
    count === null ? '' : `${count}${COUNT_UNIT_WORDS[countUnit]}`,
    on === null ? '' : printChineseDate(on),
    reason ?? '',
  ]
    .filter((text) => text !== '')
    .join('，')
