import { expect, test } from 'vitest'
import { defect } from '../../../shared/base/result.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { keptText } from '../../../shared/exchange/kept-text.ts'
import { composeNotice } from '../../../shared/notice/compose.ts'
import { printDraft, readDraft } from '../../../shared/notice/draft.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { day } from '../../support/ports.ts'

const WANTED = { noticeId: 'notice', template: null, edition: 'party', date: day('2021-06-01'), title: '', note: '送审' } as const

const withNotice = async () => {
  const pc = aPc()
  const running = await pc.start()
  const ledger = aLedger({ problems: [{ statement: '学习不深入', status: 'done' }], blocks: [PROBLEMS_BLOCK] })
  unwrapped(await running.store.createLedger(ledger.records, '建立台账'))
  const drafts = async () => {
    const stored = await running.db.records.get('notice:notice')
    return (stored?.records ?? []).flatMap((tagged) => (tagged.kind === 'noticeDraft' ? [tagged.record] : []))
  }
  return { pc, ledger, drafts, ...running }
}

test('a draft is kept as it was composed, under its hash, as one act that can be undone', async () => {
  const { pc, ledger, store, drafts } = await withNotice()
  expect(unwrapped(await store.freezeDraft('ledger', WANTED))).toMatchObject({ intent: '冻结通报第1稿' })
  const [notice = defect('the sketch has one')] = ledger.records.notice
  const model = composeNotice(openLedger(ledger.records), notice, {
    today: day('2021-06-01'),
    edition: 'party',
    date: WANTED.date,
  })
  const { sha256, bytes } = keptText(printDraft({ noticeId: 'notice', template: 'problem-situation', model }))
  expect(await drafts()).toMatchObject([{ title: '第1稿', note: '送审', edition: 'party', cutoff: '2021-06-01', sha256 }])
  expect(pc.main.attachments.get(sha256)).toEqual(bytes)
  unwrapped(await store.undo('ledger'))
  expect(await drafts()).toEqual([])
})

test('it stays what it was, and a package takes it along', async () => {
  const { pc, store, drafts } = await withNotice()
  unwrapped(await store.freezeDraft('ledger', WANTED))
  unwrapped(
    await store.run('ledger', { type: 'set-field', problemId: 'p1', measureId: null, field: 'statement', value: '全新的表述' }),
  )
  const [draft = defect('it was frozen')] = await drafts()
  const read = unwrapped(readDraft(new TextDecoder().decode(pc.main.attachments.get(draft.sha256))))
  expect(JSON.stringify(read.model.lines)).toContain('学习不深入')
  const other = aPc()
  const { store: there } = await other.start()
  unwrapped(await there.openPackage(unwrapped(await store.packageOf('ledger', '0.1.0'))))
  expect(other.main.attachments.has(draft.sha256)).toBe(true)
})

test('of a notice that is gone nothing is kept', async () => {
  const { pc, store } = await withNotice()
  expect(await store.freezeDraft('ledger', { ...WANTED, noticeId: 'gone' })).toMatchObject({ error: { type: 'no-notice' } })
  expect(await store.freezeDraft('ledger', { ...WANTED, title: '长'.repeat(201) })).toMatchObject({
    error: { type: 'text-too-long' },
  })
  expect(pc.main.attachments.size).toBe(0)
})

test('acts on notices and templates are carried out by the store', async () => {
  const { store, db } = await withNotice()
  const kinds = async () =>
    (await db.records.where('[ledgerId+kind]').equals(['ledger', 'notice']).toArray()).flatMap(({ records }) =>
      records.map(({ kind }) => kind),
    )
  const copied = unwrapped(await store.run('ledger', { type: 'copy-template', templateId: 'aspect-items', title: null }))
  const templateId = copied.created[0] ?? ''
  const plain = { edition: null, title: null, signature: null, signedOn: null } as const
  unwrapped(await store.run('ledger', { type: 'create-notice', template: templateId, ...plain }))
  unwrapped(await store.run('ledger', { type: 'apply-template', noticeId: 'notice', templateId }))
  expect(await kinds()).toEqual(expect.arrayContaining(['noticeTemplate', 'notice', 'noticeBlock']))
  const mark = {
    type: 'withhold-text',
    problemId: 'p1',
    ownerId: 'p1',
    field: 'statement',
    sentence: '学习',
    reason: null,
  } as const
  unwrapped(await store.run('ledger', mark))
  const office = await db.records.get('office:p1')
  expect(office?.records.map(({ kind }) => kind)).toEqual(['withheldText'])
  unwrapped(await store.undo('ledger'))
})
