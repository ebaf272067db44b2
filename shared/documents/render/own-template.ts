import Docxtemplater from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import { unzipSync } from 'fflate'
import PizZip from 'pizzip'
import { printableText } from '../../base/text.ts'
import { TEMPLATE_SENTENCES as SENTENCES } from '../../messages/template-fields.ts'
import { checkTemplate, type TemplateCheck, type TemplateTag } from '../forms/template-check.ts'
import type { TemplateValues } from '../forms/template-fields.ts'
import { repackStably } from './stable-zip.ts'

/** A form with pictures of seals and letterheads has a few MB; what unzips to more is no form. */
const LARGEST_MEGABYTES = 50

/** Reads a unit's own .docx form: its fields, whether it is one for each problem or for the ledger, and what is wrong with it. */
export const readTemplate = (bytes: Uint8Array): TemplateCheck => {
  const refused = refusalOf(bytes)
  if (refused !== null) return { scope: 'ledger', fields: [], faults: [refused] }
  const inspect = new InspectModule()
  try {
    open(bytes, inspect)
  } catch (thrown) {
    return { scope: 'ledger', fields: [], faults: faultsOf(thrown) }
  }
  return checkTemplate(inspect.getAllStructuredTags().flatMap(tagOf))
}

/** Fills a form that `readTemplate` found no fault with. The same values give the same bytes. */
export const fillTemplate = (bytes: Uint8Array, values: TemplateValues): Uint8Array => {
  const document = open(bytes)
  document.render(printable(values))
  return repackStably(document.getZip().generate({ type: 'uint8array' }) as Uint8Array, {})
}

const open = (bytes: Uint8Array, ...modules: InspectModule[]): Docxtemplater =>
  new Docxtemplater(new PizZip(bytes), {
    modules,
    errorLogging: false,
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    // A name is looked up as it is written: no expressions, and nothing a value inherits.
    parser: (tag) => ({
      get: (scope: unknown) =>
        typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag.trim())
          ? (scope as Record<string, unknown>)[tag.trim()]
          : undefined,
    }),
  })

/** Null: it can be opened. What a file says of its sizes is looked at before anything is unpacked. */
const refusalOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return SENTENCES.notWord
  let total = 0
  let isWord = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        isWord ||= name === 'word/document.xml'
        return false
      },
    })
  } catch {
    // Whatever the library found wrong with the zip, a person is told one thing.
    return SENTENCES.damaged
  }
  if (!isWord) return SENTENCES.notWord
  return total > LARGEST_MEGABYTES * 1_000_000 ? SENTENCES.tooLarge(LARGEST_MEGABYTES) : null
}

interface Part {
  readonly value: string
  readonly module?: string
  readonly subparsed?: readonly Part[]
}

const tagOf = ({ value, module, subparsed = [] }: Part): readonly TemplateTag[] => {
  if (module === 'loop') return [{ kind: 'loop', name: value.trim(), inner: subparsed.flatMap(tagOf) }]
  return [{ kind: module === 'rawxml' ? 'raw' : 'field', name: value.trim(), inner: [] }]
}

interface LibraryFault {
  readonly properties?: {
    readonly id?: string
    readonly xtag?: string
    readonly errors?: readonly LibraryFault[]
  }
}

const SENTENCE_OF: Readonly<Record<string, (name: string) => string>> = {
  unclosed_tag: SENTENCES.unclosedTag,
  unopened_tag: SENTENCES.unopenedTag,
  duplicate_open_tag: SENTENCES.unclosedTag,
  duplicate_close_tag: SENTENCES.unopenedTag,
  unclosed_loop: SENTENCES.unclosedLoop,
  unopened_loop: SENTENCES.unopenedLoop,
  closing_tag_does_not_match_opening_tag: SENTENCES.crossedLoop,
}

const faultsOf = (thrown: unknown): readonly string[] => {
  const { properties } = thrown as LibraryFault
  if (properties === undefined) return [SENTENCES.damaged]
  const { errors = [thrown as LibraryFault] } = properties
  return errors.map(({ properties: own }) => {
    const name = own?.xtag ?? ''
    return (SENTENCE_OF[own?.id ?? ''] ?? SENTENCES.other)(name)
  })
}

/** Words from a ledger may hold characters that no XML does. */
const printable = (values: TemplateValues): TemplateValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? printableText(value)
        : Array.isArray(value)
          ? value.map((round: TemplateValues) => printable(round))
          : value,
    ]),
  )
