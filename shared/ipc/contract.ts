import { z } from 'zod'
import type { Refusal } from '../base/refusal.ts'
import type { Result } from '../base/result.ts'
import { incomingDocumentSchema } from './incoming-schema.ts'

/**
 * [Note: IPC contract] Everything the window may ask of the main process, declared once: both schemas; handler, preload and client types
 * follow. The input is checked in main, the output in the window. Answers come in an envelope (`Result`), because a rejected invoke
 * keeps only its message. Nothing of the system (paths, handles, names of commands) goes in: files are chosen in main's own dialogs.
 */
const route = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const ledgerId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const documentKey = z.string().regex(/^[a-z]{1,40}:[A-Za-z0-9_-]{1,64}$/)
const sequence = z.number().int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const upload = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** A name as it came with a file: shown, never a path. */
const fileName = z.string().min(1).max(1_000)
const generation = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const settings = z.object({
  clerk: z.string().max(100),
  unit: z.string().max(200),
  pc: z.string().max(100),
  theme: z.enum(['light', 'contrast']).default('light'),
  /** Size of everything in the window, in per cent. */
  scale: z.literal([100, 110, 125, 150]).default(100),
})
export type Settings = Readonly<z.infer<typeof settings>>

/** One accepted change: the whole bytes of every document it wrote, as they stand after it. */
const journalEntry = z.object({
  sequence: sequence.min(1),
  ledgerId,
  documents: z.array(z.object({ key: documentKey, bytes })),
})
export type JournalEntry = Readonly<z.infer<typeof journalEntry>>

/** What main knows of the accepted changes, to be compared with what IndexedDB holds. */
const storeState = z.object({
  /** Names the IndexedDB that was last known to be whole; null before the first. */
  generation: generation.nullable(),
  /** The last accepted change; 0 when there was none. */
  lastSequence: sequence,
  /** The change up to which a whole snapshot stands; 0 without one. */
  snapshotSequence: sequence,
  entriesSinceSnapshot: z.number().int().min(0),
  bytesSinceSnapshot: z.number().int().min(0),
  /** Records of the journal that could not be read (damage on the disk); their neighbours were read. */
  damagedRecords: z.number().int().min(0),
  /** Why the last session could not go on, told again until a person has read it. */
  incidents: z.array(
    z.object({
      at: z.number().int(),
      type: z.string().max(60),
      count: z.number().int(),
      keptAside: z.string().max(300).nullable(),
    }),
  ),
})
export type StoreState = Readonly<z.infer<typeof storeState>>

const LARGEST_PICTURE = 32_000_000
const PNG = [0x89, 0x50, 0x4e, 0x47] as const
const isSmallPng = (png: Uint8Array): boolean => png.length <= LARGEST_PICTURE && PNG.every((byte, i) => png[i] === byte)
/** `laid`: the pages come as they are laid, with margins and page numbers of their own. */
const paper = z.object({ size: z.enum(['A4', 'A3']), landscape: z.boolean(), laid: z.boolean() })
export type Paper = Readonly<z.infer<typeof paper>>

const openedFile = z.object({ name: z.string(), bytes })

/** A folder main named before: chosen in its dialog, or the top of a drive it listed. */
const allowedFolder = z.string().min(1).max(4_096)

const drive = z.object({
  /** Where it is mounted, or its letter (`E:\\`). */
  folder: z.string(),
  /** The name it was given; empty without one. */
  label: z.string(),
  /** Bytes; null where the system does not say. */
  free: z.number().min(0).nullable(),
  size: z.number().min(0).nullable(),
  /** False where the system does not say: writing tells. */
  readOnly: z.boolean(),
})
export type Drive = Readonly<z.infer<typeof drive>>

/** A .zgtz file by its place below a folder: `name.zgtz` or `folder/name.zgtz`, on every system with `/`. */
const packageFile = z.object({ name: fileName, size: z.number().int().min(0), modifiedAt: z.number().int() })
export type PackageFile = Readonly<z.infer<typeof packageFile>>

export const routes = {
  /** Who and what this program is. */
  'app.facts': route(
    z.undefined(),
    z.object({ version: z.string(), electron: z.string(), dataFolder: z.string(), isDevelopment: z.boolean() }),
  ),
  'settings.read': route(z.undefined(), settings),
  'settings.write': route(settings, z.undefined()),
  /**
   * How the screens of one ledger (or `program`: of all) are arranged on this PC: widths, chosen columns, saved views, the last visit. JSON
   * text the window wrote and checks itself; null when there is none. Never anything of a ledger that would be missed.
   */
  'desk.read': route(z.object({ place: ledgerId }), z.string().nullable()),
  'desk.write': route(z.object({ place: ledgerId, text: z.string().max(1_000_000) }), z.undefined()),
  /** This installation's name: random, made once, kept beside the settings. */
  'app.installation': route(z.undefined(), generation),

  'store.state': route(z.undefined(), storeState),
  /**
   * IndexedDB was found or made whole under this name: the copy kept at the start of the program is no longer needed. `lastSequence` is
   * what it holds: a journal that was lost goes on behind it and gives no sequence twice.
   */
  'store.whole': route(z.object({ generation, lastSequence: sequence.optional() }), z.undefined()),
  /** IndexedDB was damaged or emptied: its files are kept aside; `count` is how many accepted changes were brought back. */
  'store.incident': route(
    z.object({ type: z.string().max(60), count: z.number().int().min(0) }),
    storeState.shape.incidents.element,
  ),
  /** Deletes the files of an IndexedDB that cannot be opened, after `store.incident` has kept them aside; the window has closed it. */
  'store.discardDatabase': route(z.undefined(), z.undefined()),
  'store.incidentsRead': route(z.undefined(), z.undefined()),

  /** Appends one accepted change and flushes it to the disk before it answers. */
  'journal.append': route(journalEntry.omit({ sequence: true }), z.object({ sequence })),
  /** Entries after a sequence, oldest first, some megabytes at a time; `more` says that another call is needed. */
  'journal.readAfter': route(z.object({ sequence }), z.object({ entries: z.array(journalEntry), more: z.boolean() })),

  /** A snapshot is written ledger by ledger and counts only when it is finished. */
  'snapshot.begin': route(z.object({ sequence }), z.undefined()),
  'snapshot.add': route(z.object({ sequence, ledgerId, bytes }), z.undefined()),
  /** Names the ledgers it must hold: one that lacks any never counts. */
  'snapshot.finish': route(z.object({ sequence, ledgerIds: z.array(ledgerId) }), z.undefined()),
  /** The newest snapshot that is whole: its ledgers, to be read one by one. */
  'snapshot.newest': route(z.undefined(), z.object({ sequence, ledgerIds: z.array(ledgerId) }).nullable()),
  'snapshot.read': route(z.object({ sequence, ledgerId }), z.object({ bytes })),

  'attachment.put': route(z.object({ bytes }), z.object({ sha256 })),
  'attachment.get': route(z.object({ sha256 }), z.object({ bytes })),
  /** A chosen file comes in pieces of some megabytes, so that the window never waits for one; `wasThere`: the same content was kept already. */
  'attachment.begin': route(z.object({ name: fileName }), z.object({ upload })),
  'attachment.append': route(z.object({ upload, bytes }), z.undefined()),
  'attachment.finish': route(z.object({ upload }), z.object({ sha256, size: z.number().int(), wasThere: z.boolean() })),
  'attachment.cancel': route(z.object({ upload }), z.undefined()),
  /** A piece from `offset`, of a file that is whole, and the length of the whole. */
  'attachment.read': route(z.object({ sha256, offset: sequence }), z.object({ bytes, size: z.number().int() })),
  /** Those of these files that are not here. */
  'attachment.missing': route(
    z.object({ files: z.array(z.object({ sha256, size: z.number().int().nullable() })).max(5_000) }),
    z.array(sha256),
  ),
  /** [Note: Opened copies] The system's program for it opens a read-only copy; what could run is refused. */
  'attachment.open': route(z.object({ sha256, name: fileName }), z.undefined()),
  /** Main's save dialog and an atomic write; null when it was cancelled. */
  'attachment.saveAs': route(z.object({ sha256, name: fileName }), z.object({ path: z.string() }).nullable()),

  /** A file of an old binary kind, read in a process of its own; a later one, or `intake.stop`, ends the one before. */
  'intake.readOld': route(z.object({ bytes, format: z.enum(['doc', 'wps', 'xls', 'et']) }), incomingDocumentSchema),
  'intake.stop': route(z.undefined(), z.undefined()),

  /** Main's open dialog; null when it was cancelled. */
  'file.open': route(z.object({ kind: z.enum(['text', 'package']) }), openedFile.nullable()),
  /** Main's open dialog for several packages at once; all of them or none. Null when it was cancelled. */
  'file.openMany': route(z.undefined(), z.array(openedFile).nullable()),
  /** The file the program was started with, or a second start handed over; null when there is none (any more). */
  'file.handed': route(z.undefined(), openedFile.nullable()),
  /** Main's save dialog and an atomic write; null when it was cancelled. */
  'file.save': route(
    z.object({ kind: z.enum(['notice', 'tables', 'csv', 'package', 'pdf']), suggestedName: z.string().min(1).max(200), bytes }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Main's dialog for a folder many files go into; null when it was cancelled. */
  'folder.choose': route(z.undefined(), z.object({ folder: z.string() }).nullable()),
  /** The removable drives that are plugged in. Their folders may be used from now on like one that was chosen. */
  'drives.list': route(z.undefined(), z.array(drive)),
  /** The .zgtz files in such a folder and in the folders directly in it, without hidden ones and links; 500 at most. */
  'folder.packages': route(z.object({ folder: allowedFolder }), z.array(packageFile)),
  /** One of the files `folder.packages` names. */
  'folder.read': route(z.object({ folder: allowedFolder, name: fileName }), openedFile),
  /**
   * A file into such a folder, by an atomic write that is read back before it takes its name; `path` is null where one of this name
   * stands there and may not be replaced.
   */
  'folder.write': route(
    z.object({
      folder: allowedFolder,
      name: z.string().min(1).max(200),
      extension: z.enum(['xlsx', 'docx', 'csv', 'zgtz']),
      bytes,
      replace: z.boolean(),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Lays a page out on paper, in a process of its own, and answers it as a PDF; null when it was cancelled. Nothing in it can run. */
  'print.preview': route(
    z.object({ html: z.string().max(30_000_000), paper, title: z.string().max(300) }),
    z.object({ bytes }).nullable(),
  ),
  /** Hands the page that was laid out last to the system's print dialog; false when that was cancelled. */
  'print.send': route(z.object({ paper, title: z.string().max(300) }), z.object({ printed: z.boolean() })),
  /** Ends what is being laid out, and lets the page go. */
  'print.end': route(z.undefined(), z.undefined()),
  /** Shows a file this program has just saved in the system's file manager. */
  'file.reveal': route(z.object({ path: z.string().max(4_000) }), z.undefined()),

  /** Puts one picture, as PNG, on the clipboard: the window itself may not reach it. */
  'clipboard.writePicture': route(z.object({ png: bytes.refine(isSmallPng) }), z.undefined()),

  /** What went wrong in the window, for the local log: never ledger content. */
  'log.report': route(
    z.object({ level: z.enum(['error', 'warn', 'info']), code: z.string().max(100), detail: z.string().max(4_000) }),
    z.undefined(),
  ),
  /** The first answer to `closing`: the window lives, is saving, and stays until it says otherwise; another wish to close asks again. */
  'window.stays': route(z.undefined(), z.undefined()),
  /** Everything is saved, the window may go. */
  'window.mayClose': route(z.undefined(), z.undefined()),
} as const

export type Routes = typeof routes
export type RouteName = keyof Routes
export type Input<R extends RouteName> = z.output<Routes[R]['input']>
export type Output<R extends RouteName> = z.output<Routes[R]['output']>
export type Answer<R extends RouteName> = Result<Output<R>, Refusal>

/** What main tells the window without being asked. */
export const EVENTS = {
  /** A menu item or its accelerator. */
  menu: z.enum([
    'new-ledger',
    'open-file',
    'save-package',
    'export-notice',
    'export-tables',
    'update-from-table',
    'receive',
    'print',
    'undo',
    'redo',
    'find',
    'search-all',
    'settings',
    'about',
    'shortcuts',
  ]),
  /** A file was handed over: ask for it with `file.handed`. */
  fileHanded: z.undefined(),
  /** A removable drive came or went while the window had the focus: ask for them with `drives.list`. Nothing is opened by itself. */
  drivesChanged: z.undefined(),
  /** The window is asked to close: `window.stays` at once, then it saves what is being typed, then `window.mayClose` unless refused. */
  closing: z.undefined(),
} as const
export type EventName = keyof typeof EVENTS
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>

/** What the preload script puts on `window.bridge`. */
export interface Bridge {
  readonly invoke: (route: RouteName, input: unknown) => Promise<unknown>
  /** Answers with the function that ends the subscription. */
  readonly on: (event: EventName, listener: (payload: unknown) => void) => () => void
}
