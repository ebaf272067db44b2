import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'
import { ensureElectron } from './electron-runtime.ts'

/** `npm start [-- FILE]`: builds the program and opens its window. What stands after `--` goes to the program. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
if (!hasDisplay) {
  process.stderr.write('这里没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），窗口打不开。\n')
  process.stderr.write('不用窗口也能试主要功能：npm run demo（用自带样例生成台账、通报和四张清单，写到 out/）。\n')
  process.exit(1)
}

const [runtime] = await Promise.all([ensureElectron(), bundle({ mode: 'development' })])
const isRoot = process.getuid?.() === 0
// Chromium's sandbox refuses to run as root. A shipped program keeps it: a clerk is not root.
if (isRoot) process.stderr.write('started as root: Chromium runs without its sandbox (development only)\n')

const child = spawn(runtime.executable, [...(isRoot ? ['--no-sandbox'] : []), ROOT, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('error', (error) => {
  process.stderr.write(`Electron did not start: ${error.message}\n`)
  process.exitCode = 1
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
