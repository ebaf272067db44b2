import { readFileSync } from 'node:fs'

/** Marks the place in Electron's binary where its fuses stand, as Electron documents it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses of version 1, in their order; newer Electrons have added at the end. */
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'browserSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const
type Fuse = (typeof FUSES)[number]

export type FuseState = 'on' | 'off' | 'removed'

const STATES: Readonly<Record<string, FuseState>> = { '1': 'on', '0': 'off', r: 'removed' }

/** The fuses this binary has and how they stand. Throws when it is no Electron, or one with another kind of fuses. */
export const readFuses = (executable: string): Readonly<Partial<Record<Fuse, FuseState>>> => {
  const binary = readFileSync(executable)
  const at = binary.indexOf(SENTINEL)
  if (at === -1) throw new Error(`${executable} holds no fuses`)
  const [version, count = 0] = binary.subarray(at + SENTINEL.length)
  if (version !== 1) throw new Error(`fuses of version ${version} are not known`)
  const wire = binary.subarray(at + SENTINEL.length + 2).toString('latin1', 0, count)
  const states = [...wire].map((byte, place) => {
    const state = STATES[byte]
    if (state === undefined) throw new Error(`fuse ${place} stands at ${JSON.stringify(byte)}`)
    return [FUSES[place] ?? `fuse ${place}`, state] as const
  })
  return Object.fromEntries(states)
}
