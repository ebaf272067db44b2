import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Drive } from '../../shared/ipc/contract.ts'

/**
 * Windows itself tells through one call of its PowerShell. WMI and not CIM, because the PowerShell of Windows 7 knows no other; lines of plain
 * ASCII and not JSON, because what it prints is in the code page of the PC, and a label may be Chinese. Not known: disks in a USB case, which
 * Windows counts among the fixed ones.
 */
export const windowsDrives = (run: RunPowerShell = powerShell): Promise<Result<readonly Drive[], Refusal>> =>
  run(SCRIPT).then((said) => (said.ok ? ok(drivesOf(said.value)) : said))

export type RunPowerShell = (script: string) => Promise<Result<string, Refusal>>

const SCRIPT = [
  "Get-WmiObject Win32_LogicalDisk -Filter 'DriveType=2' | ForEach-Object {",
  '$label = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([string]$_.VolumeName));',
  "'{0}|{1}|{2}|{3}|{4}' -f $_.DeviceID, $_.Size, $_.FreeSpace, $_.Access, $label }",
].join(' ')

/**
 * `E:|15512174592|15003074560|0|VeebmA==` a line. A slot without a card has no size; A: and B: are floppies. `Access` is 1 for what can only be read,
 * and mostly 0, unknown.
 */
export const drivesOf = (printed: string): readonly Drive[] =>
  printed.split(/\r?\n/).flatMap((line) => {
    const [, letter = '', size = '', free = '', access = '', label = ''] = LINE.exec(line.trim()) ?? []
    if (letter === '') return []
    return {
      folder: `${letter}:\\`,
      label: Buffer.from(label, 'base64').toString('utf8'),
      free: free === '' ? null : Number(free),
      size: Number(size),
      readOnly: access === '1',
    }
  })

const LINE = /^([D-Z]):\|(\d+)\|(\d*)\|(\d*)\|([A-Za-z0-9+/=]*)$/

const LONGEST_MS = 5_000

const powerShell: RunPowerShell = (script) =>
  new Promise((resolve) => {
    const folder = process.env['SystemRoot'] ?? 'C:\\Windows'
    const program = join(folder, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    const options = { timeout: LONGEST_MS, windowsHide: true, encoding: 'utf8' as const }
    execFile(program, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script], options, (failed, printed) => {
      const detail = failed?.killed ? 'ETIMEDOUT' : String(failed?.code ?? '')
      resolve(failed ? err({ type: 'drives-not-listed', detail }) : ok(printed))
    })
  })
