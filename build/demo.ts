import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { intakeOutput } from '../electron/cli/contract.ts'
import { type CliResult, runCli } from '../electron/cli/run.ts'
import { randomIds, systemClock } from '../electron/platform/node-ports.ts'

/**
 * The main job done once: a 通报 becomes a ledger, a Word 通报, the 四张清单 in Excel, and a list of what to look at. `npm run demo` takes
 * the bundled sample (an invented county), `npm run demo -- FILE` a text of your own.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'out')
const source = process.argv[2] ?? join(ROOT, 'shared', 'sample', 'notice.txt')

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }
const cli = (...argv: string[]): Promise<CliResult> =>
  runCli(argv, { clock: systemClock, ids: randomIds, programVersion: version })

const must = (result: CliResult): string => {
  if (result.stdout !== '') return result.stdout
  process.stderr.write(result.stderr)
  process.exit(1)
}

const started = performance.now()
await mkdir(OUT, { recursive: true })
const files = {
  ledger: join(OUT, 'ledger.zgtz'),
  notice: join(OUT, '通报.docx'),
  tables: join(OUT, '四张清单.xlsx'),
  findings: join(OUT, '核对清单.txt'),
  json: join(OUT, 'findings.json'),
}

const found = JSON.parse(must(await cli('intake', source, '--out', OUT))) as z.infer<typeof intakeOutput>
must(await cli('notice', files.ledger, '--out', files.notice))
must(await cli('tables', files.ledger, '--out', files.tables))
const SEVERITY = { error: '必改', warning: '存疑', hint: '建议' } as const
await writeFile(files.json, `${JSON.stringify(found.findings, null, 2)}\n`)
await writeFile(files.findings, found.findings.map(({ severity, message }) => `【${SEVERITY[severity]}】${message}\n`).join(''))

const here = (path: string): string => relative(process.cwd(), path)
say(`读入 ${basename(source)}：${found.title ?? '（原文没有标题）'}`)
say(`  整改单位 ${found.rectifyingParty ?? '—'}，成文日期 ${found.signedDate ?? '—'}`)
say(
  `  问题 ${found.problems} 个，整改事项 ${found.items} 项：已完成 ${found.done}（其中长期坚持 ${found.sustained}）、基本完成 ${found.basicallyDone}、正在整改 ${found.open}、未注明 ${found.unstated}`,
)
say('写出：')
say(`  ${here(files.ledger)}        台账（可用本程序再次打开、合并）`)
say(`  ${here(files.notice)}          通报，公文格式（GB/T 9704-2012）`)
say(`  ${here(files.tables)}      问题、任务、时间、责任四张清单`)
say(`  ${here(files.findings)}      需要人看一眼的 ${found.findings.length} 处（同样内容：${here(files.json)}）`)
for (const { severity, message } of found.findings) say(`    【${SEVERITY[severity]}】${message}`)
say(`用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
