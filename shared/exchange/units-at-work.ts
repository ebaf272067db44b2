import type { Directory } from '../domain/directory.ts'

/** Who works on a problem or on one of its measures. */
const WORKING: ReadonlySet<string> = new Set(['leadUnit', 'unit', 'supportUnit'])

/** A duty of a problem or of one of its measures. */
export interface DutyOfProblem {
  readonly problemId: string
  readonly role: string
  readonly name: string
  readonly directoryId: string | null
}

/** A unit by its standing name, and the problems it has work in. */
export interface UnitAtWork {
  readonly key: string
  readonly name: string
  readonly problemIds: ReadonlySet<string>
}

/** Every unit that has work, each once under whatever name it was written, those with most problems first. */
export const unitsAtWork = (duties: readonly DutyOfProblem[], { unitOf }: Pick<Directory, 'unitOf'>): readonly UnitAtWork[] => {
  const found = new Map<string, { readonly name: string; readonly problemIds: Set<string> }>()
  for (const { problemId, role, name, directoryId } of duties) {
    if (!WORKING.has(role)) continue
    const { key, name: standing } = unitOf(name, directoryId)
    if (key === '') continue
    const own = found.get(key) ?? { name: standing, problemIds: new Set<string>() }
    own.problemIds.add(problemId)
    found.set(key, own)
  }
  return [...found]
    .map(([key, own]) => ({ key, ...own }))
    .sort((a, b) => b.problemIds.size - a.problemIds.size || a.name.localeCompare(b.name, 'zh-CN'))
}
