import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Severity } from '../../../shared/domain/finding.ts'

/** A relation of figures that stands in a labelled text, whether it holds or not. */
export interface LabelledRelation {
  readonly rule: string
  readonly holds: boolean
  /** The worst that may be said of it; only where it does not hold. */
  readonly severity?: Severity
  /** As they stand in the text; the first is what a finding marks. */
  readonly figures: readonly string[]
  readonly stated?: string
  readonly expected?: string | null
}

/** A sentence or a short notice of an invented county, labelled by what a clerk would say of it. */
export interface LabelledText {
  readonly id: string
  readonly text: string
  /** Why it is hard. */
  readonly note: string
  readonly relations: readonly LabelledRelation[]
}

const FOLDER = fileURLToPath(new URL('../../fixtures/proof/', import.meta.url))

const read = (file: string): readonly LabelledText[] =>
  JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as readonly LabelledText[]

/** Sentences by somebody who had seen neither rules nor texts: how the check does on what it was not made for. */
export const APART: readonly LabelledText[] = read('apart/apart.json')

/** Every labelled text, by the file it stands in. */
export const LABELLED: readonly { readonly file: string; readonly texts: readonly LabelledText[] }[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ file, texts: read(file) }))
