import { likeness } from '../../base/likeness.ts'
import {
  ALL_PROBLEMS,
  LEDGER_FIELDS,
  PROBLEM_FIELDS,
  PROBLEM_LOOPS,
  TEMPLATE_SENTENCES as SENTENCES,
} from '../../messages/template-fields.ts'

/** A field of a form as it stands there; a loop holds what is between {#…} and {/…}. */
export interface TemplateTag {
  readonly kind: 'field' | 'loop' | 'raw'
  readonly name: string
  readonly inner: readonly TemplateTag[]
}

/** One paper for each problem, or one for the whole ledger. */
export type TemplateScope = 'problem' | 'ledger'

export interface TemplateCheck {
  readonly scope: TemplateScope
  /** Every field of it once, in the order they stand. */
  readonly fields: readonly string[]
  /** What must be mended before it can be filled, a sentence each. */
  readonly faults: readonly string[]
}

/** Where a name may be used: fields, and loops with what may be used in them as well. */
interface Scope {
  readonly fields: ReadonlySet<string>
  readonly loops: ReadonlyMap<string, Scope>
}

const scopeOf = (fields: readonly string[], loops: readonly (readonly [string, Scope])[] = []): Scope => ({
  fields: new Set(fields),
  loops: new Map(loops),
})

const PROBLEM = scopeOf(
  Object.keys(PROBLEM_FIELDS),
  Object.entries(PROBLEM_LOOPS).map(([name, fields]) => [name, scopeOf(Object.keys(fields))]),
)
const TOP: Readonly<Record<TemplateScope, readonly Scope[]>> = {
  problem: [scopeOf(Object.keys(LEDGER_FIELDS)), PROBLEM],
  ledger: [scopeOf(Object.keys(LEDGER_FIELDS), [[ALL_PROBLEMS, PROBLEM]])],
}

/**
 * Holds the fields of a form against those there are. A form is one of the ledger where it goes over
 * {#问题清单} or has only fields of the ledger; any other is one for each problem.
 * `.` in a loop is allowed nowhere: every list holds named fields.
 */
export const checkTemplate = (tags: readonly TemplateTag[]): TemplateCheck => {
  const isOfLedger =
    tags.some(({ name }) => name === ALL_PROBLEMS) || tags.every(({ name }) => Object.hasOwn(LEDGER_FIELDS, name))
  const scope: TemplateScope = isOfLedger ? 'ledger' : 'problem'
  const fields = [...new Set(namesIn(tags))]
  const faults = fields.length === 0 ? [SENTENCES.noFields] : faultsIn(tags, TOP[scope], '')
  return { scope, fields, faults: [...new Set(faults)] }
}

const namesIn = (tags: readonly TemplateTag[]): readonly string[] => tags.flatMap(({ name, inner }) => [name, ...namesIn(inner)])

const faultsIn = (tags: readonly TemplateTag[], scopes: readonly Scope[], within: string): readonly string[] =>
  tags.flatMap(({ kind, name, inner }): readonly string[] => {
    if (kind === 'raw') return [SENTENCES.raw(name)]
    const loop = scopes.map(({ loops }) => loops.get(name)).find((found) => found !== undefined)
    const isField = scopes.some(({ fields }) => fields.has(name))
    if (kind === 'loop') {
      if (loop) return faultsIn(inner, [...scopes, loop], name)
      return isField ? [SENTENCES.notALoop(name)] : [unknown(name, within, [...knownLoops(scopes)])]
    }
    if (isField) return []
    return loop ? [SENTENCES.loopAsField(name)] : [unknown(name, within, [...knownFields(scopes)])]
  })

const knownLoops = (scopes: readonly Scope[]): readonly string[] => scopes.flatMap(({ loops }) => [...loops.keys()])
const knownFields = (scopes: readonly Scope[]): readonly string[] => scopes.flatMap(({ fields }) => [...fields])

const unknown = (name: string, within: string, known: readonly string[]): string => {
  const plain = name.replace(/\s/g, '')
  const near = known
    .map((one) => ({ one, measure: one.includes(plain) || plain.includes(one) ? 0.9 : likeness(one, plain) }))
    .filter(({ measure }) => measure >= NEAR)
    .sort((a, b) => b.measure - a.measure)[0]
  return SENTENCES.unknown(name, within) + (near ? SENTENCES.didYouMean(near.one) : '')
}

const NEAR = 0.4
