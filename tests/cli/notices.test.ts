import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli, VERBS } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { docxParts, docxText } from '../support/docx-text.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE } from '../support/texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-notices-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })

interface Comparison {
  readonly different: readonly { readonly type: string; readonly before: string | null; readonly after: string | null }[]
}

/** What the verbs of this file print; the contract checks the rest. */
interface Printed {
  readonly done: readonly { readonly records: readonly string[] }[]
  readonly templates: readonly object[]
  readonly findings: readonly { readonly rule: string }[]
  readonly editions: readonly { readonly edition: string; readonly problems: number; readonly namesMasked: boolean }[]
  readonly comparison: Comparison | null
  readonly withheld: readonly object[]
  readonly notShown: readonly string[]
  readonly drafts: readonly { readonly title: string; readonly content: string }[]
  readonly title: string
}
const printed = (result: CliResult, verb: string): Printed => {
  expect(result.stderr + result.stdout, verb).toContain('{')
  const value: unknown = JSON.parse(result.stdout)
  VERBS.find(({ name }) => name === verb)?.output?.parse(value)
  return value as Printed
}

const source = at('sample/ledger.zgtz')
const marked = at('marked.zgtz')
const acts = (...commands: readonly object[]) => commands.flatMap((command) => ['--do', JSON.stringify(command)])

/** What the sample says of its second problem, and what a clerk would keep back of it. */
const WITHHELD = '2024年5月16日，县水利局完成主管更换6.4公里。'

beforeAll(async () => {
  expect((await cli('intake', SAMPLE_FILE, '--out', at('sample'))).exitCode).toBe(0)
  const figures = printed(await cli('outline', source), 'outline')
  expect(figures).toBeDefined()
  const done = await cli(
    'act',
    source,
    ...acts(
      { type: 'set-field', problemId: '#3', measureId: null, field: 'withheld', value: '是' },
      { type: 'set-field', problemId: '#3', measureId: null, field: 'withheldReason', value: '正在核查' },
      {
        type: 'withhold-text',
        ownerId: '#2',
        field: 'result',
        sentence: '探明渗漏点23处，已修复22处，修复率95.6%。',
        reason: '数据待核',
      },
      { type: 'create-notice', template: 'problem-situation' },
      { type: 'add-record', kind: 'leader', fields: { name: '何启明' } },
    ),
    '--out',
    marked,
  )
  expect(done.exitCode, done.stderr).toBe(0)
})

describe('templates', () => {
  test("lists the program's five, and says what is wrong with the ledger's own", async () => {
    const copied = printed(
      await cli(
        'act',
        source,
        ...acts({ type: 'copy-template', templateId: 'aspect-items', title: '本县模板' }),
        '--out',
        at('own.zgtz'),
      ),
      'act',
    )
    const id = copied.done[0]?.records[0] ?? ''
    const broken = { type: 'set-record-field', kind: 'noticeTemplate', id, field: 'levels', value: 'roman' }
    expect((await cli('act', at('own.zgtz'), ...acts(broken), '--out', at('own.zgtz'))).exitCode).toBe(0)
    const result = await cli('templates', at('own.zgtz'))
    const { templates } = printed(result, 'templates')
    expect(templates).toHaveLength(6)
    expect(templates?.[5]).toMatchObject({ id, title: '本县模板', own: true, faults: [{ rule: 'template.level-unknown' }] })
    expect(result.stderr).toContain('层次序号：没有“roman”这种序号。')
    const own = await cli('notice', at('own.zgtz'), '--template', id, '--out', at('own.docx'))
    expect(printed(own, 'notice')).toMatchObject({ template: id })
    const unknown = await cli('notice', source, '--template', 'nothing', '--out', at('no.docx'))
    expect([unknown.exitCode, existsSync(at('no.docx'))]).toEqual([2, false])
    expect(unknown.stderr).toContain('rectification-plan')
  })
})

describe('editions from one source', () => {
  test('the public one leaves out what is 拟不公开 and masks names, in every part of its file', async () => {
    const result = await cli('notice', marked, '--notice', '2', '--edition', 'public', '--out', at('public.docx'))
    const output = printed(result, 'notice')
    const parts = [...docxParts(readFileSync(at('public.docx'))).values()].join('\n')
    for (const gone of ['何启明', '农村公路养护责任悬空', '修复率95.6%']) expect(parts).not.toContain(gone)
    expect(parts).toContain('供水管网老化失修')
    expect(parts).toContain(WITHHELD.slice(11))
    expect(output.findings.map(({ rule }) => rule)).toContain('notice.to-fill')
    await cli('notice', marked, '--notice', '2', '--edition', 'party', '--out', at('party.docx'))
    const party = docxText(readFileSync(at('party.docx')))
    for (const there of ['农村公路养护责任悬空', '修复率95.6%']) expect(party).toContain(there)
  })

  test('withheld lists what and why', async () => {
    const output = printed(await cli('withheld', marked), 'withheld')
    expect(output.withheld).toMatchObject([
      { number: 1, kind: 'sentence', matter: '第2个问题', reason: '数据待核', state: 'standing' },
      { number: 2, kind: 'problem', matter: '第3个问题', reason: '正在核查' },
    ])
    expect(output.notShown).toHaveLength(1)
  })

  test('editions tells them apart, and two of them word by word', async () => {
    const output = printed(await cli('editions', marked, '--notice', '2', '--compare', 'party,public'), 'editions')
    expect(output.editions.map(({ edition, problems, namesMasked }) => [edition, problems, namesMasked])).toEqual([
      ['report', 36, false],
      ['party', 36, false],
      ['public', 35, true],
    ])
    const different = output.comparison?.different
    expect(different?.map(({ type }) => type)).toEqual(expect.arrayContaining(['changed', 'removed']))
    expect(different?.find(({ before }) => before?.includes('36个问题中'))).toMatchObject({
      after: expect.stringContaining('35个问题中'),
    })
    const wrong = await cli('editions', marked, '--compare', 'party,nothing')
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('report、party、public')])
  })

  test('a sentence that was marked and is gone is an error of the public edition', async () => {
    const edit = { type: 'set-field', problemId: '#2', measureId: null, field: 'result', value: '全部另写。' }
    await cli('act', marked, ...acts(edit), '--out', at('lost.zgtz'))
    const result = await cli('notice', at('lost.zgtz'), '--notice', '2', '--out', at('lost.docx'))
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('找不到了')
  })
})

describe('drafts', () => {
  test('a frozen draft stays what it was, and is compared with the notice as it is', async () => {
    const drafts = at('drafts.zgtz')
    const first = printed(
      await cli('drafts', marked, '--freeze', '--note', '送审', '--edition', 'party', '--out', drafts),
      'drafts',
    )
    expect(first.drafts).toMatchObject([{ draft: 1, title: '第1稿', edition: 'party', note: '送审', content: 'whole' }])
    const edit = { type: 'set-field', problemId: '#1', measureId: null, field: 'statement', value: '全新的问题表述。' }
    await cli('act', drafts, ...acts(edit), '--out', drafts)
    await cli('drafts', drafts, '--freeze', '--title', '第二次送审稿', '--edition', 'party', '--out', drafts)
    const output = printed(await cli('drafts', drafts, '--compare', '1,2'), 'drafts')
    expect(output.drafts.map(({ title, content }) => [title, content])).toEqual([
      ['第1稿', 'whole'],
      ['第二次送审稿', 'whole'],
    ])
    const different = output.comparison?.different
    expect(different).toHaveLength(1)
    expect(different?.[0]?.after).toContain('全新的问题表述。')
    const now = printed(await cli('drafts', drafts, '--compare', '2', '--edition', 'party'), 'drafts')
    expect(now.comparison).toMatchObject({ different: [] })
    const none = await cli('drafts', drafts, '--compare', '3')
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringContaining('没有第“3”稿')])
  })

  test('is not frozen by halves', async () => {
    expect((await cli('drafts', marked, '--freeze')).exitCode).toBe(2)
    expect((await cli('drafts', source, '--notice', '9')).exitCode).toBe(1)
  })
})

describe('other documents', () => {
  test.each([
    ['rectification-plan', '整改方案', '整改时限：2024年4月底前'],
    ['progress-report', '整改进展情况的报告', '完成情况：已完成'],
  ])('%s is written from the same ledger', async (template, title, line) => {
    const out = at(`${template}.docx`)
    const output = printed(await cli('notice', source, '--template', template, '--edition', 'report', '--out', out), 'notice')
    expect(output.title).toContain(title)
    const text = docxText(readFileSync(out))
    expect(text).toContain(line)
    expect(text).not.toContain('公布如下')
  })
})
