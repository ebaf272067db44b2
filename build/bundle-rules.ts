import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc } from 'vite'

const filesOf = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => join(folder, name))

/** What a page of the program may not hold: the content policy would refuse it in the window, here it stops the build. */
const FORBIDDEN_IN_HTML = [
  { pattern: /\b(?:src|href)\s*=\s*["']?(?:[a-z]+:)?\/\//i, what: 'an address outside the program' },
  { pattern: /<script(?![^>]*\bsrc=)[^>]*>/i, what: 'a script of its own' },
  { pattern: /\son[a-z]+\s*=/i, what: 'an event attribute' },
  { pattern: /\beval\s*\(|javascript:/i, what: 'eval' },
] as const

const FORBIDDEN_IN_SCRIPT = [
  { pattern: /\b(?:import\s*\(\s*|from\s*|importScripts\s*\(\s*)["'`]https?:/, what: 'code from the network' },
] as const

export interface BundleRules {
  /** The oldest language the scripts must be written in. */
  readonly target: string
  /** Folders of the machine it was built on that may not be named in it. */
  readonly secretPaths: readonly string[]
}

/**
 * What is wrong with a bundle, in sentences; nothing when it is right. Syntax is checked by lowering every script to `target`: a script
 * in which nothing has to be lowered runs there.
 */
export const bundleFaults = async (folder: string, { target, secretPaths }: BundleRules): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const path of filesOf(folder, /\.html$/)) {
    const html = readFileSync(path, 'utf8')
    for (const { pattern, what } of FORBIDDEN_IN_HTML) if (pattern.test(html)) faults.push(`${path} holds ${what}`)
  }
  for (const path of filesOf(folder, /\.c?js$/)) {
    const script = readFileSync(path, 'utf8')
    for (const { pattern, what } of FORBIDDEN_IN_SCRIPT) if (pattern.test(script)) faults.push(`${path} loads ${what}`)
    for (const secret of secretPaths) if (script.includes(secret)) faults.push(`${path} names a folder of this machine`)
    // Named .mjs or .cjs, so that no tsconfig is looked for and nothing is taken for TypeScript.
    const name = path.endsWith('.cjs') ? 'script.cjs' : 'script.mjs'
    const lowered = (to: string) => transformWithOxc(script, name, { target: to, sourcemap: false })
    const [newest, oldest] = await Promise.all([lowered('esnext'), lowered(target)])
    if (newest.code !== oldest.code) faults.push(`${path} holds syntax newer than ${target}`)
  }
  return faults
}
