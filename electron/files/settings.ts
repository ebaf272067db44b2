import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { routes, type Settings } from '../../shared/ipc/contract.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

/** Who works at this PC. Nobody is asked before the first edit: name and unit stay empty until a person fills them in. */
export const defaultSettings = (): Settings => ({
  clerk: '',
  unit: '',
  pc: hostname().slice(0, 100),
  theme: 'light',
  scale: 100,
})

/** A missing or damaged file gives the defaults; the damaged one is kept aside. */
export const readSettings = async (folder: string): Promise<Result<Settings, Refusal>> => {
  const read = await readJsonFile(settingsPath(folder), routes['settings.read'].output)
  return read.ok ? ok(read.value ?? defaultSettings()) : read
}

export const writeSettings = (folder: string, settings: Settings): Promise<Result<string, Refusal>> =>
  writeJsonFile(settingsPath(folder), settings)

const settingsPath = (folder: string): string => join(folder, 'settings.json')
