import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { SAMPLE_FILE } from '../support/texts.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhenggai-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const npm = (args: readonly string[], cwd = ROOT) =>
  spawnSync('npm', [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' })

describe('the commands of the README, as processes', () => {
  test('cli: JSON alone on standard output, sentences on standard error, exit codes through npm', () => {
    const good = npm(['run', '-s', 'cli', '--', 'intake', SAMPLE_FILE, '--out', folder])
    expect(good.status, good.stderr).toBe(0)
    expect(JSON.parse(good.stdout)).toMatchObject({ problems: 36 })
    expect(good.stderr).toContain('台账已写入')
    const refused = npm(['run', '-s', 'cli', '--', 'figures', '/no/such/file'])
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(npm(['run', '-s', 'cli', '--', 'dance']).status).toBe(2)
  })

  test('cli: paths are relative to where the call is made', () => {
    const result = npm(['run', '-s', 'cli', '--', 'text', 'notice.txt'], join(ROOT, 'shared', 'sample'))
    expect(result.stdout.slice(0, 6)).toBe('中共青梧县委')
  })

  test('demo: does the main job on the sample and says what it wrote and where', () => {
    const result = npm(['run', '-s', 'demo'])
    expect(result.status, result.stderr).toBe(0)
    for (const file of ['ledger.zgtz', '通报.docx', '四张清单.xlsx', 'findings.json', '核对清单.txt']) {
      expect(result.stdout).toContain(join('out', file))
      expect(readFileSync(join(ROOT, 'out', file)).length).toBeGreaterThan(100)
    }
    expect(result.stdout).toContain('问题 36 个')
  })
})
