import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { BUNDLE } from '../../build/bundle.ts'

/** The built program with another page in its window: real main process, real bridge. Answers with its folder, gone when the test ends. */
export const pageApplication = async (page: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL(`./${page}`, import.meta.url)),
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: join(folder, 'renderer'), target: 'chrome108', emptyOutDir: true },
  })
  cpSync(join(BUNDLE, 'main'), join(folder, 'main'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: page, version: '0.0.0', main: 'main/main.cjs' }))
  return folder
}
