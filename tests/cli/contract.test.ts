import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, runCli, VERBS } from '../../electron/cli/run.ts'
import { randomIds } from '../../electron/platform/node-ports.ts'
import { foldWidth } from '../../shared/base/text.ts'
import { ledgerCommandSchema } from '../../shared/domain/commands/ledger-command.ts'
import { openLedgerPackage } from '../../shared/exchange/ledger-package.ts'
import { documentedSchema } from '../support/documented-schema.ts'
import { docxText } from '../support/docx-text.ts'
import { engineOf } from '../support/engine-parts.ts'
import { clockAt } from '../support/ports.ts'
import { SAMPLE_FILE, sampleText, TWINS } from '../support/texts.ts'
import { workbookBytes } from '../support/workbooks.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const cli = (...argv: readonly string[]): Promise<CliResult> =>
  runCli(argv, { clock: clockAt('2026-11-22'), ids: randomIds, programVersion: '0.0.0-test' })

/** The JSON a verb prints, checked against its contract. */
const printed = (result: CliResult, verb: string): Record<string, unknown> => {
  expect(result.stdout.endsWith('\n') && !result.stdout.slice(0, -1).includes('\n'), result.stderr).toBe(true)
  const value: unknown = JSON.parse(result.stdout)
  VERBS.find(({ name }) => name === verb)?.output?.parse(value)
  return value as Record<string, unknown>
}

const ledger = at('sample/ledger.zgtz')
const twin = TWINS.find(({ name }) => name === 'lanji') ?? TWINS[0]

beforeAll(async () => {
  const result = await cli('intake', SAMPLE_FILE, '--out', at('sample'), '--as', '王科/县委整改办/PC-1')
  expect(result.exitCode).toBe(0)
})

describe('docs/cli.md', () => {
  const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')

  test.each(VERBS.map((verb) => ({ name: verb.name, verb })))('describes $name with its options', ({ name, verb }) => {
    expect(docs).toMatch(new RegExp(`^## ${name} `, 'm'))
    const section = docs.split(`## ${name} `)[1]?.split('\n## ')[0] ?? ''
    for (const option of Object.keys(verb.options)) expect(section, `--${option}`).toContain(`--${option}`)
    if (!verb.output) return
    const schema = /```json\n([\s\S]*?)\n```/.exec(section)?.[1]
    expect(JSON.parse(schema ?? 'null')).toEqual(documentedSchema(verb.output))
  })
})

describe('--passphrase-file', () => {
  test('is taken by every verb that opens a package and by no other, and described once for all', async () => {
    const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
    expect(docs.split('\n## ')[0]).toContain('`--passphrase-file FILE`')
    for (const { name } of VERBS) {
      const { stderr } = await cli(name, '--passphrase-file', at('no-such-file'))
      expect(stderr.includes('没有 --passphrase-file 这个选项'), name).toBe(['intake', 'text', 'form'].includes(name))
    }
    expect((await cli('help')).stderr).toContain('--passphrase-file FILE')
  })
})

describe('intake', () => {
  test.each(TWINS)('$name prints its counts', async (expected) => {
    const result = await cli('intake', expected.path, '--out', at(expected.name))
    const output = printed(result, 'intake')
    for (const key of [
      'title',
      'rectifyingParty',
      'signedDate',
      'problems',
      'items',
      'done',
      'sustained',
      'basicallyDone',
      'open',
      'unstated',
    ] as const)
      expect(output[key], key).toBe(expected[key])
    expect(result.exitCode).toBe(0)
    expect(existsSync(at(`${expected.name}/ledger.zgtz`))).toBe(true)
  })

  test('findings point into what text prints', async () => {
    const path = twin?.path ?? ''
    const { stdout: text } = await cli('text', path)
    const { findings } = printed(await cli('intake', path, '--out', at('points')), 'intake') as {
      findings: { start: number | null; end: number; text: string }[]
    }
    const pointed = findings.filter(({ start }) => start !== null)
    expect(pointed.length).toBeGreaterThan(0)
    for (const { start, end, text: quoted } of pointed) expect(text.slice(start ?? 0, end)).toBe(quoted)
  })

  test('a feedback is read as one, with its facts and split points; a person may say otherwise', async () => {
    const path = fileURLToPath(new URL('../fixtures/feedback/shuiwu-numbered.txt', import.meta.url))
    const output = printed(await cli('intake', path, '--out', at('feedback')), 'intake')
    expect(output).toMatchObject({
      kind: 'feedback',
      feedback: {
        team: '县委第二巡察组',
        inspectedParty: '禾川县水务局党组',
        feedbackDate: '2024-06-12',
        headings: 3,
        advice: 5,
      },
      problems: 6,
      unstated: 6,
    })
    const asNotice = printed(await cli('intake', path, '--out', at('as-notice'), '--as-kind', 'notice'), 'intake')
    expect(asNotice).toMatchObject({ kind: 'notice', feedback: null })
    expect((await cli('intake', path, '--out', at('as-none'), '--as-kind', 'letter')).exitCode).toBe(2)
  })

  test('the parts of an answer become measures when asked', async () => {
    const path = fileURLToPath(new URL('../fixtures/variants/answer-measures.txt', import.meta.url))
    const measures = async (...options: readonly string[]) => {
      const out = at(`measures${options.length}`)
      await cli('intake', path, '--out', out, ...options)
      const { figures } = JSON.parse((await cli('figures', join(out, 'ledger.zgtz'))).stdout) as {
        figures: { id: string; value: number }[]
      }
      return figures.find(({ id }) => id === 'measures.total')?.value
    }
    expect([await measures(), await measures('--measures')]).toEqual([0, 5])
  })

  test('a text without problems is an error finding, and is written all the same', async () => {
    writeFileSync(at('letter.txt'), '尊敬的领导：\n今天天气很好。\n')
    const result = await cli('intake', at('letter.txt'), '--out', at('letter'))
    expect([result.exitCode, printed(result, 'intake')['problems']]).toEqual([1, 0])
    expect(existsSync(at('letter/ledger.zgtz'))).toBe(true)
  })
})

describe('text', () => {
  test('prints what is read, nothing mended', async () => {
    expect(await cli('text', SAMPLE_FILE)).toEqual({ stdout: sampleText(), stderr: '', exitCode: 0 })
    writeFileSync(at('crlf.txt'), '\ufeff一、甲,乙\r\n二、丙')
    expect((await cli('text', at('crlf.txt'))).stdout).toBe('一、甲,乙\n二、丙')
  })

  test('prints the rows of a workbook and of a CSV, cells parted by tabs', async () => {
    writeFileSync(at('rows.csv'), '序号,反馈问题\n1,"甲,乙"\n')
    expect((await cli('text', at('rows.csv'))).stdout).toBe('序号\t反馈问题\n1\t甲,乙')
    writeFileSync(
      at('rows.xlsx'),
      await workbookBytes([
        {
          rows: [
            ['序号', '反馈问题'],
            [1, '甲\n乙'],
          ],
        },
      ]),
    )
    expect((await cli('text', at('rows.xlsx'))).stdout).toBe('序号\t反馈问题\n1\t甲 乙')
  })
})

describe('notice', () => {
  test('writes a Word document and says how it was made', async () => {
    const output = printed(await cli('notice', ledger, '--out', at('a.docx')), 'notice')
    expect(output).toMatchObject({
      template: 'problem-situation',
      edition: 'public',
      date: '2024-07-05',
      profile: 'word',
      findings: [],
    })
    expect(docxText(readFileSync(at('a.docx')))).toContain('（36）')
  })

  test('takes another template, edition, date and profile', async () => {
    const output = printed(
      await cli(
        'notice',
        ledger,
        '--out',
        at('b.docx'),
        '--template',
        'aspect-items',
        '--edition',
        'party',
        '--date',
        '2024-08-01',
        '--profile',
        'preview',
      ),
      'notice',
    )
    expect(output).toMatchObject({ template: 'aspect-items', edition: 'party', date: '2024-08-01', profile: 'preview' })
    const text = docxText(readFileSync(at('b.docx')))
    expect(/3\.关于“上轮巡察整改成果.*?”问题的整改情况/.test(text)).toBe(true)
    expect(text.endsWith('2024年8月1日')).toBe(true)
  })

  test.each([
    ['--template', 'baroque'],
    ['--edition', 'secret'],
    ['--date', '2024-02-30'],
    ['--profile', 'cinema'],
  ])('an unknown %s %s is misuse', async (option, value) => {
    const result = await cli('notice', ledger, '--out', at('c.docx'), option, value)
    expect([result.exitCode, result.stdout, existsSync(at('c.docx'))]).toEqual([2, '', false])
    expect(result.stderr).toContain(value)
  })
})

describe('pages', () => {
  test('tells how many pages a notice takes and on which each heading stands, in the order of the text', async () => {
    const result = await cli('pages', ledger)
    const output = printed(result, 'pages') as { pages: number; headings: { level: number; text: string; page: number }[] }
    expect(result.stderr).toContain(`全文共 ${output.pages} 页`)
    expect(output.pages).toBeGreaterThan(20)
    const numbers = output.headings.map(({ page }) => page)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(numbers[0]).toBe(1)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(output.pages)
    expect(output.headings.filter(({ level }) => level === 1).map(({ text }) => text.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
    ])
  })

  test('refuses an edition there is not', async () => {
    expect((await cli('pages', ledger, '--edition', 'secret')).exitCode).toBe(2)
  })
})

describe('tables', () => {
  test('writes the four lists', async () => {
    const output = printed(await cli('tables', ledger, '--out', at('a.xlsx')), 'tables')
    expect(output).toMatchObject({
      date: '2024-07-05',
      sheets: [
        { name: '问题清单', rows: 36 },
        { name: '任务清单' },
        { name: '时间清单', rows: 36 },
        { name: '责任清单', rows: 36 },
      ],
    })
    expect(existsSync(at('a.xlsx'))).toBe(true)
  })
})

describe('figures', () => {
  test('are numbers with their formula and what they count', async () => {
    const { cutoff, figures } = printed(await cli('figures', ledger), 'figures') as {
      cutoff: string
      figures: { id: string; value: number; counts: string[] }[]
    }
    expect(cutoff).toBe('2024-07-05')
    const value = (id: string) => figures.find((figure) => figure.id === id)?.value
    expect([value('problems.total'), value('problems.overdue'), value('money.returned'), value('leads.clue.closedRate')]).toEqual(
      [36, 1, 308.6, 85.71],
    )
    expect(figures.find(({ id }) => id === 'problems.open')?.counts).toHaveLength(7)
  })

  test('follow the date', async () => {
    const { figures } = printed(await cli('figures', ledger, '--date', '2025-01-01'), 'figures') as {
      figures: { id: string; value: number }[]
    }
    expect(figures.find(({ id }) => id === 'problems.overdue')?.value).toBeGreaterThan(1)
  })
})

describe('edit', () => {
  test('changes exactly what it is told to, in the notice too', async () => {
    const before = await noticeOf(ledger)
    const output = printed(
      await cli(
        'edit',
        ledger,
        '--set',
        '13.statement=全新的问题表述。',
        '--out',
        at('edited.zgtz'),
        '--as',
        '李科/县委整改办/PC-2',
      ),
      'edit',
    )
    expect(output).toMatchObject({ changed: [{ number: '13', field: 'statement', to: '全新的问题表述。' }], removed: [] })
    const after = await noticeOf(at('edited.zgtz'))
    const changed = after.filter((line, i) => line !== before[i])
    expect(after).toHaveLength(before.length)
    expect(changed).toEqual(['（13）全新的问题表述。'])
  })

  test('keeps who changed what, and leaves the first file alone', async () => {
    const untouched = readFileSync(ledger)
    await cli(
      'edit',
      ledger,
      '--set',
      '2.状态=已完成',
      '--set',
      '2.时限=2024年12月底前',
      '--out',
      at('two.zgtz'),
      '--as',
      '李科/县委整改办/PC-2',
    )
    expect(readFileSync(ledger)).toEqual(untouched)
    const engine = engineOf('t')
    const opened = openLedgerPackage(engine, readFileSync(at('two.zgtz')))
    if (!opened.ok) throw new Error(opened.error.type)
    const second = opened.value.ledger.problems[1]
    const doc = opened.value.documents.get(`problem:${second?.problem.id ?? ''}`)
    expect(second?.problem).toMatchObject({ status: 'done', deadlineOn: '2024-12-31' })
    expect(second?.extensions).toMatchObject([{ fromWords: '2024年9月30日', toWords: '2024年12月底前' }])
    expect(doc && engine.history(doc).map(({ author, intent }) => [author?.clerk, intent])).toEqual([
      ['王科', '从通报文本建立台账'],
      ['李科', '修改2的状态'],
      ['李科', '修改2的时限'],
    ])
  })

  test('removing a problem removes its lines and renumbers the rest', async () => {
    const before = await noticeOf(ledger)
    printed(await cli('edit', ledger, '--remove', '36', '--out', at('fewer.zgtz')), 'edit')
    const after = await noticeOf(at('fewer.zgtz'))
    const gone = before.filter((line) => !after.includes(line))
    // Seven lines: the problem and six under it; one of them may stand elsewhere too (完成情况：基本完成).
    expect(before.length - after.length).toBe(7)
    expect(after.filter((line) => !before.includes(line))).toEqual([])
    expect(gone[0]).toMatch(/^（36）/)
    for (const line of gone.slice(1)) expect(line).toMatch(/^(?:整改措施|整改进展|整改成效|责任领导|完成时限|完成情况)：/)
  })

  test('when one of several cannot be done, none is', async () => {
    const result = await cli('edit', ledger, '--set', '1.statement=甲', '--set', '99.statement=乙', '--out', at('none.zgtz'))
    expect([result.exitCode, result.stdout, existsSync(at('none.zgtz'))]).toEqual([1, '', false])
    expect(result.stderr).toContain('没有序号为“99”的问题或措施')
  })

  test.each([['1statement=x'], ['1.statement'], ['.statement=x'], ['一.statement=x']])('--set %s is misuse', async (set) => {
    expect((await cli('edit', ledger, '--set', set, '--out', at('x.zgtz'))).exitCode).toBe(2)
  })

  test('the notice, the ledger and the inspection are named by their words', async () => {
    const result = await cli('edit', ledger, '--set', 'inspection.反馈日期=2024年1月15日', '--out', at('inspected.zgtz'))
    expect(printed(result, 'edit')).toMatchObject({ changed: [{ number: 'inspection', field: '反馈日期' }] })
  })

  test('the same file may be written again', async () => {
    await cli('edit', ledger, '--set', '1.target=全部达标', '--out', at('same.zgtz'))
    const result = await cli('edit', at('same.zgtz'), '--set', '1.target=全部稳定达标', '--out', at('same.zgtz'))
    expect(printed(result, 'edit')).toMatchObject({ changed: [{ from: '全部达标', to: '全部稳定达标' }] })
  })

  const noticeOf = async (path: string): Promise<readonly string[]> => {
    const result = await cli('notice', path, '--out', at('n.docx'))
    expect(result.exitCode, result.stderr).toBe(0)
    return docxText(readFileSync(at('n.docx'))).split('\n')
  }
})

describe('outline', () => {
  test('prints every heading and problem with the mark the published text gave it', async () => {
    const path = at('wangxi/ledger.zgtz')
    await cli('intake', TWINS.find(({ name }) => name === 'wangxi')?.path ?? '', '--out', at('wangxi'))
    interface Line {
      readonly mark: string
      readonly sourceNumber: string | null
      readonly number: number | null
      readonly children: readonly Line[]
    }
    const all = (lines: readonly Line[]): readonly Line[] => lines.flatMap((line) => [line, ...all(line.children)])
    const { outline } = printed(await cli('outline', path), 'outline') as unknown as { outline: readonly Line[] }
    const lines = all(outline)
    expect(lines.map(({ mark }) => foldWidth(mark))).toEqual(lines.map(({ sourceNumber }) => sourceNumber))
    expect(lines.flatMap(({ number }) => number ?? [])).toEqual(Array.from({ length: 16 }, (_, i) => i + 1))
  })
})

describe('integrity', () => {
  test('a ledger without contradictions ends with 0; one that was closed before it was completed with 1, and says where', async () => {
    const clean = await cli('integrity', ledger)
    expect([clean.exitCode, printed(clean, 'integrity')['errors']]).toEqual([0, 0])
    const frozen = await cli('integrity', fileURLToPath(new URL('../fixtures/frozen/first-format.zgtz', import.meta.url)))
    expect(printed(frozen, 'integrity')).toMatchObject({
      date: '2026-11-22',
      errors: 1,
      findings: [{ rule: 'integrity.closed-before-completed', area: 'problem', problem: { number: 2 } }, {}, {}, {}, {}],
    })
    expect(frozen.exitCode).toBe(1)
    expect(frozen.stderr.split('\n')[0]).toBe('问题2：销号日期2023-06-15早于完成日期2024-10-30，请更正其中之一。')
  })

  test('a day that has not come is in the future', async () => {
    const early = await cli('edit', ledger, '--set', '1.completedOn=2024-05-01', '--out', at('early.zgtz'))
    expect(early.exitCode).toBe(0)
    const output = printed(await cli('integrity', at('early.zgtz'), '--date', '2024-04-30'), 'integrity')
    expect(output['findings']).toContainEqual(expect.objectContaining({ rule: 'integrity.in-the-future' }))
    expect((await cli('integrity', ledger, '--date', '2024-02-30')).exitCode).toBe(2)
  })
})

describe('督办 documents', () => {
  test('a number is proposed from the block, and stands once it is printed', async () => {
    const act = (from: string, to: string, ...commands: readonly object[]) =>
      cli('act', from, ...commands.flatMap((command) => ['--do', JSON.stringify(command)]), '--out', to)
    const notice = {
      type: 'issue-notice',
      kind: 'handling',
      pc: '一号机',
      year: null,
      unit: '县水利局',
      supervisionId: null,
      problemId: '#1',
      text: '请于月底前完成。',
      replyDue: null,
    }
    const block = { type: 'give-block', kind: 'handling', year: 2026, pc: '一号机', from: 11, to: 20 }
    const issued = await act(ledger, at('issued.zgtz'), block, notice)
    const { done } = printed(issued, 'act') as unknown as { done: { records: string[]; advice: string[] }[] }
    expect(done.map(({ advice }) => advice)).toEqual([[], ['no-document-word']])
    const [noticeId] = done[1]?.records ?? []
    const printing = { type: 'print-notice', noticeId, on: null }
    expect((await act(at('issued.zgtz'), at('printed.zgtz'), printing)).exitCode).toBe(0)
    const again = await act(at('printed.zgtz'), at('never.zgtz'), { type: 'renumber-notice', noticeId, number: 3 })
    expect([again.exitCode, existsSync(at('never.zgtz'))]).toEqual([1, false])
    expect(again.stderr).toContain('“〔2026〕11号”已经印发')
  })
})

describe('act', () => {
  const acts = (...commands: readonly object[]) => commands.flatMap((command) => ['--do', JSON.stringify(command)])
  const closedFile = at('closed.zgtz')

  test('closes a problem and reopens it, and says what was unusual', async () => {
    const result = await cli(
      'act',
      ledger,
      ...acts(
        { type: 'set-status', targets: [{ problemId: '#1', measureId: null }], status: 'done', completedOn: '2024-05-20' },
        { type: 'apply-closure', problemId: '#1', on: '2024-06-01', by: null, text: '已整改到位。' },
        {
          type: 'review-closure',
          problemId: '#1',
          reviewer: 'office',
          opinion: 'agreed',
          by: '何启明',
          on: '2024-06-05',
          text: '',
        },
        { type: 'close', problemId: '#1', on: '2024-05-10', result: '同意销号' },
        {
          type: 'extend-deadline',
          problemId: '#2',
          measureId: null,
          deadline: '2027年底前',
          reason: null,
          approvedBy: null,
          approvedOn: null,
        },
        { type: 'set-concentrated-until', on: '2024-09-30' },
      ),
      '--out',
      closedFile,
    )
    const { done } = printed(result, 'act') as { done: { intent: string; advice: string[] }[] }
    expect(done.map(({ intent }) => intent)).toEqual([
      '修改状态',
      '申请销号',
      '登记审核意见',
      '销号',
      '延期',
      '修改集中整改期截止日期',
    ])
    expect(done[3]?.advice).toContain('day-before')
    expect(result.stderr).toContain('销号日期（2024年5月10日）早于完成日期（2024年5月20日），请核对。')
    expect(done[4]?.advice).toEqual(['extension-unfounded'])
    const closed = async (date: string) => {
      const { figures } = printed(await cli('figures', closedFile, '--date', date), 'figures') as {
        figures: { id: string; value: number }[]
      }
      return figures.find(({ id }) => id === 'problems.closed')?.value
    }
    const reopen = { type: 'reopen', problemId: '#1', on: '2024-08-01', reason: '漏损反弹', basis: '“回头看”反馈' }
    printed(await cli('act', closedFile, ...acts(reopen), '--out', closedFile), 'act')
    expect([await closed('2024-07-31'), await closed('2024-08-01')]).toEqual([1, 0])
  })

  test('what was put off is told with its original', async () => {
    const { deadlines } = printed(await cli('deadlines', closedFile, '--date', '2027-12-31'), 'deadlines') as {
      deadlines: { number: string }[]
    }
    expect(deadlines.find(({ number }) => number === '2')).toEqual({
      number: '2',
      deadline: '2027年底前',
      on: '2027-12-31',
      original: '2024年9月30日',
      extensions: 1,
      daysLeft: 0,
      warning: 'yellow',
    })
  })

  test.each([
    [{ type: 'print-notice', noticeId: 'n1', on: '2024-02-30' }, '“on”应为日历上有的日期，如 2024-09-30'],
    [{ type: 'print-notice', noticeId: '第一份', on: null }, '“noticeId”应为编号'],
    [{ type: 'print-notice', on: null }, '缺少“noticeId”，应为文字'],
    [{ type: 'renumber-notice', noticeId: 'n1', number: 0 }, '“number”应为不小于1的数'],
    [{ type: 'set-status', targets: [], status: 'done' }, '“targets”应为至少一项'],
    [{ type: 'set-status', targets: [{ problemId: '#1', measureId: null }], status: '完成' }, '“status”应为取值之一：unstated、'],
    [{ type: 'close-it' }, '“type”应为取值之一：set-field、'],
    [{ type: 'give-block', kind: 'handling', year: 2024, pc: '', from: 1, to: 2 }, '“pc”应为不空的文字'],
    [['close'], '不对：应为一个对象'],
  ])('%j is misuse, told in Chinese', async (command, sentence) => {
    const result = await cli('act', ledger, ...acts(command), '--out', at('misused.zgtz'))
    expect([result.exitCode, existsSync(at('misused.zgtz'))]).toEqual([2, false])
    expect(result.stderr).toContain(sentence)
  })

  test.each(['#99', '#1.99', '#0'])('%s names nothing and is refused', async (number) => {
    const progress = { type: 'add-progress', problemId: number, measureId: null, on: null, text: '#99' }
    const result = await cli('act', ledger, ...acts(progress), '--out', at('nobody.zgtz'))
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain(`没有序号为“${number.slice(1)}”的问题或措施`)
  })

  test('a deadline is told as it was at the day asked for', async () => {
    const put = {
      type: 'extend-deadline',
      problemId: '#3',
      measureId: null,
      deadline: '2028年底前',
      reason: '汛期',
      approvedBy: '县委',
    }
    const file = at('put-off.zgtz')
    printed(await cli('act', ledger, ...acts({ ...put, approvedOn: '2025-03-01' }), '--out', file), 'act')
    const told = async (date: string) => {
      const { deadlines } = printed(await cli('deadlines', file, '--date', date), 'deadlines') as {
        deadlines: { number: string; deadline: string; original: string; extensions: number }[]
      }
      return deadlines.find(({ number }) => number === '3')
    }
    const after = await told('2025-03-01')
    expect(after).toMatchObject({ deadline: '2028年底前', extensions: 1 })
    expect(await told('2025-02-28')).toMatchObject({ deadline: after?.original, original: after?.original, extensions: 0 })
  })

  test('a reopening without a reason is refused, and nothing is written', async () => {
    const reopen = { type: 'reopen', problemId: '#1', on: '2024-08-01', reason: '', basis: '' }
    const result = await cli('act', ledger, ...acts(reopen), '--out', at('reopened.zgtz'))
    expect([result.exitCode, existsSync(at('reopened.zgtz'))]).toEqual([1, false])
    expect(result.stderr).toContain('这个问题没有销号')
  })

  test('every act has a row in docs/cli.md', () => {
    const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
    const section = docs.split('## act ')[1] ?? ''
    for (const option of ledgerCommandSchema.options) expect(section).toContain(`\`${option.shape.type.value}\``)
  })
})

describe('history and trash', () => {
  const removed = at('removed.zgtz')
  beforeAll(async () => {
    await cli('edit', ledger, '--set', '2.状态=已完成', '--out', at('done.zgtz'), '--as', '李科/县委整改办/PC-2')
    const result = await cli('edit', at('done.zgtz'), '--remove', '36', '--out', removed, '--as', '赵科/县委整改办/PC-3')
    expect(result.exitCode, result.stderr).toBe(0)
  })

  test('history tells who changed which field from what to what, newest first', async () => {
    const { changes } = printed(await cli('history', removed, '--limit', '2'), 'history')
    const told = changes as readonly { readonly intent: string; readonly records: readonly { readonly fields: unknown }[] }[]
    expect(told).toHaveLength(2)
    expect(told.find(({ intent }) => intent === '删除问题')).toMatchObject({
      author: { clerk: '赵科' },
      records: [{ what: '问题', life: 'removed', fields: [] }],
    })
    const status = told.find(({ intent }) => intent === '修改2的状态')
    expect(status).toMatchObject({ author: { clerk: '李科', pc: 'PC-2' }, records: [{ life: 'changed' }] })
    expect(status?.records[0]?.fields).toContainEqual(expect.objectContaining({ title: '状态', to: '已完成' }))
  })

  test('history of a problem tells who wrote what stands in each field', async () => {
    const { changes, written } = printed(await cli('history', removed, '--problem', '2'), 'history')
    expect(changes).toMatchObject([{ intent: '修改2的状态' }, { intent: '从通报文本建立台账' }])
    const by = (title: string, intent: string) =>
      expect.objectContaining({ title, writers: [expect.objectContaining({ intent })] })
    expect(written).toContainEqual(by('状态', '修改2的状态'))
    expect(written).toContainEqual(by('反馈问题', '从通报文本建立台账'))
  })

  test('an act on several problems is told once', async () => {
    const join = JSON.stringify({ type: 'join-problems', intoId: '#1', ids: ['#2', '#3'], statement: null })
    expect((await cli('act', ledger, '--do', join, '--out', at('joined.zgtz'))).exitCode).toBe(0)
    const { changes } = printed(await cli('history', at('joined.zgtz'), '--limit', '2'), 'history')
    expect(changes).toMatchObject([{ intent: '合并问题' }, { intent: '从通报文本建立台账' }])
    expect(printed(await cli('trash', at('joined.zgtz')), 'trash')['items']).toEqual([])
  })

  test('what was removed is in the trash with who removed it, and comes back as it was', async () => {
    const { items } = printed(await cli('trash', removed), 'trash')
    expect(items).toMatchObject([{ what: '问题', author: { clerk: '赵科' }, intent: '删除问题' }])
    const [{ entity = '' } = {}] = items as readonly { readonly entity?: string }[]
    const result = await cli('trash', removed, '--restore', entity, '--out', at('restored.zgtz'))
    expect(printed(result, 'trash')).toMatchObject({ items: [], restored: entity })
    const figures = async (path: string) => printed(await cli('figures', path), 'figures')
    expect(await figures(at('restored.zgtz'))).toEqual(await figures(at('done.zgtz')))
    expect((await cli('trash', removed, '--restore', 'problem:none', '--out', at('no.zgtz'))).stderr).toContain(
      '回收站里没有这一条',
    )
    expect((await cli('trash', removed, '--restore', entity)).exitCode).toBe(2)
  })
})

describe('bad input gives a Chinese sentence and changes nothing', () => {
  const refusedFile = async (name: string, content: Uint8Array | string) => {
    writeFileSync(at(name), content)
    const result = await cli('intake', at(name), '--out', at(`${name}-out`))
    expect([result.exitCode, result.stdout, existsSync(at(`${name}-out`))]).toEqual([1, '', false])
    expect(result.stderr).toMatch(/[\u4e00-\u9fff]{4}/)
    return result.stderr
  }

  test('an empty file', async () => expect(await refusedFile('empty.txt', '')).toContain('文件是空的'))
  test('a text of 50 MB', async () =>
    expect(await refusedFile('huge.txt', Buffer.alloc(50_000_000, '甲。\n'))).toContain('文件太大（50 MB）'))
  test('a picture renamed .txt', async () =>
    expect(await refusedFile('png.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toContain(
      '不是文本文件',
    ))
  test('the beginning of a Word file or a workbook, whatever its name', async () =>
    expect(await refusedFile('zip.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toContain('文件已损坏'))

  const refusedLedger = async (name: string, change: (bytes: Buffer) => Uint8Array) => {
    writeFileSync(at(name), change(readFileSync(ledger)))
    for (const argv of [
      ['figures', at(name)],
      ['notice', at(name), '--out', at('never.docx')],
      ['edit', at(name), '--set', '1.target=x', '--out', at('never.zgtz')],
    ]) {
      const result = await cli(...argv)
      expect([result.exitCode, result.stdout]).toEqual([1, ''])
    }
    expect(readdirSync(folder).filter((file) => file.startsWith('never'))).toEqual([])
    return (await cli('figures', at(name))).stderr
  }

  test('a truncated ledger', async () =>
    expect(await refusedLedger('cut.zgtz', (b) => b.subarray(0, b.length / 2))).toContain('台账文件不完整'))
  test('a ledger with one bit flipped', async () => {
    const flip = (b: Buffer) => Buffer.from(b.map((byte, i) => (i === Math.floor(b.length / 3) ? byte ^ 1 : byte)))
    expect(await refusedLedger('flip.zgtz', flip)).toContain('台账文件已损坏')
  })
  test('something else called .zgtz', async () =>
    expect(await refusedLedger('else.zgtz', () => Buffer.from('你好'))).toContain('这不是整改台账的文件'))

  test.each([
    ['a file that is not there', ['figures', '/no/such/ledger.zgtz'], '找不到文件'],
    ['a folder that cannot be made', ['intake', SAMPLE_FILE, '--out', `${SAMPLE_FILE}/sub`], '没有保存成功'],
    ['a target in a folder that is not there', ['tables', '', '--out', '/no/such/folder/x.xlsx'], '文件夹不存在'],
    ['a target that is a folder', ['notice', '', '--out', folder], '是一个文件夹'],
  ])('%s', async (_, argv, words) => {
    const result = await cli(...argv.map((arg) => (arg === '' ? ledger : arg)))
    expect([result.exitCode, result.stdout]).toEqual([1, ''])
    expect(result.stderr).toContain(words)
  })

  test('no half-written file is left beside the target', async () => {
    await cli('notice', ledger, '--out', at('a.docx'))
    expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([])
  })
})

describe('misuse', () => {
  test.each([
    [[]],
    [['dance']],
    [['figures']],
    [['figures', 'a', 'b']],
    [['intake', 'a']],
    [['intake', 'a', '--out', 'b', '--loud']],
    [['notice', 'a', '--out', '']],
  ])('%j ends with 2 and says how to call it', async (argv) => {
    const result = await cli(...argv)
    expect([result.exitCode, result.stdout]).toEqual([2, ''])
    expect(result.stderr).toContain('npm run -s cli --')
  })
})
