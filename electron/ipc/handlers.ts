import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Input, Output, RouteName } from '../../shared/ipc/contract.ts'
import { FAULTS } from '../../shared/messages/shell.ts'
import type { AllowedFolders } from '../files/allowed-folders.ts'
import { getAttachment, missingAttachments, putAttachment, readAttachmentPiece } from '../files/attachments.ts'
import { readDesk, writeDesk } from '../files/desk.ts'
import { incomingAttachments } from '../files/incoming-attachments.ts'
import { installationId } from '../files/installation.ts'
import { copyToOpen } from '../files/opened-copies.ts'
import { readSettings, writeSettings } from '../files/settings.ts'
import type { StoreFiles } from '../files/store-files.ts'
import type { Log } from '../log.ts'
import { randomIds } from '../platform/node-ports.ts'

/** A handler for every route: one that is missing does not compile. */
export type Handlers = { readonly [R in RouteName]: (input: Input<R>) => Promise<Result<Output<R>, Refusal>> }

/** What only the shell can do: dialogs, the file that was handed over, the window. */
export interface Host {
  readonly facts: Output<'app.facts'>
  readonly openFile: (kind: Input<'file.open'>['kind']) => Promise<Result<Output<'file.open'>, Refusal>>
  readonly openPackages: () => Promise<Result<Output<'file.openMany'>, Refusal>>
  readonly saveFile: (input: Input<'file.save'>) => Promise<Result<Output<'file.save'>, Refusal>>
  readonly chooseFolder: () => Promise<Result<Output<'folder.choose'>, Refusal>>
  readonly folders: Omit<AllowedFolders, 'allow'>
  readonly revealFile: (path: string) => Promise<Result<null, Refusal>>
  readonly writePicture: (png: Uint8Array) => Promise<Result<null, Refusal>>
  /** Hands a file to the system's program for its kind. */
  readonly openWithSystem: (path: string, name: string) => Promise<Result<null, Refusal>>
  /** Asks where bytes of any kind go, under the name a file had, and writes them. */
  readonly saveCopy: (name: string, bytes: Uint8Array) => Promise<Result<{ readonly path: string } | null, Refusal>>
  readonly printing: Printing
  readonly oldFiles: {
    readonly read: (input: Input<'intake.readOld'>) => Promise<Result<Output<'intake.readOld'>, Refusal>>
    readonly stop: () => void
  }
  readonly takeHandedFile: () => Promise<Result<Output<'file.handed'>, Refusal>>
  /** Deletes what IndexedDB keeps of this program's origin. */
  readonly discardDatabase: () => Promise<void>
  /** Draws the window in this size, in per cent. */
  readonly scaleTo: (percent: number) => void
  readonly stays: () => void
  readonly mayClose: () => void
}

/** What a page is laid out and printed with. */
export interface Printing {
  readonly preview: (input: Input<'print.preview'>) => Promise<Result<Output<'print.preview'>, Refusal>>
  readonly send: (input: Input<'print.send'>) => Promise<Result<Output<'print.send'>, Refusal>>
  readonly end: () => void
}

export interface HandlerDeps {
  readonly host: Host
  /** A refusal when its files could not be opened; every route about it then says so. */
  readonly store: Result<StoreFiles, Refusal>
  readonly log: Log
}

export const createHandlers = ({ host, store, log }: HandlerDeps): Handlers => {
  const folder = host.facts.dataFolder
  const incoming = incomingAttachments(folder, randomIds)

  const withStore = async <T>(work: (files: StoreFiles) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> =>
    store.ok ? work(store.value) : err({ type: 'store-unavailable', detail: store.error.type })

  return {
    'app.facts': async () => ok(host.facts),
    'settings.read': () => readSettings(folder),
    'app.installation': () => installationId(folder, randomIds),
    'desk.read': ({ place }) => readDesk(folder, place),
    'desk.write': ({ place, text }) => silently(writeDesk(folder, place, text)),
    'settings.write': async (settings) => {
      const before = await readSettings(folder)
      const written = await writeSettings(folder, settings)
      // A size chosen by Ctrl++ in between stays as long as the setting does.
      if (written.ok && !(before.ok && before.value.scale === settings.scale)) host.scaleTo(settings.scale)
      return written.ok ? ok(undefined) : written
    },

    'store.state': () => withStore(async (files) => ok(files.state())),
    'store.whole': ({ generation, lastSequence }) => silently(withStore((files) => files.whole(generation, lastSequence ?? 0))),
    'store.incident': ({ type, count }) => {
      log.report('error', 'store-incident', `${type}, ${count} changes brought back`)
      return withStore((files) => files.incident(type, count))
    },
    'store.discardDatabase': async () => {
      await host.discardDatabase()
      return ok(undefined)
    },
    'store.incidentsRead': () => silently(withStore((files) => files.incidentsRead())),

    'journal.append': (entry) =>
      withStore(async (files) => {
        const appended = await files.journal.append(entry)
        // A path inside the program's own folder tells a clerk nothing.
        return appended.ok || appended.error.type !== 'write-failed' ? appended : err({ ...appended.error, path: FAULTS.journal })
      }),
    'journal.readAfter': ({ sequence }) => withStore((files) => files.journal.readAfter(sequence)),

    'snapshot.begin': ({ sequence }) => silently(withStore((files) => files.snapshots.begin(sequence))),
    'snapshot.add': ({ sequence, ledgerId, bytes }) =>
      silently(withStore((files) => files.snapshots.add(sequence, ledgerId, bytes))),
    'snapshot.finish': ({ sequence, ledgerIds }) => silently(withStore((files) => files.finishSnapshot(sequence, ledgerIds))),
    'snapshot.newest': () => withStore((files) => files.snapshots.newest()),
    'snapshot.read': ({ sequence, ledgerId }) => withStore((files) => files.snapshots.read(sequence, ledgerId)),

    'attachment.put': ({ bytes }) => putAttachment(folder, bytes),
    'attachment.get': ({ sha256 }) => getAttachment(folder, sha256),
    'attachment.begin': ({ name }) => incoming.begin(name),
    'attachment.append': ({ upload, bytes }) => silently(incoming.append(upload, bytes)),
    'attachment.finish': ({ upload }) => incoming.finish(upload),
    'attachment.cancel': async ({ upload }) => {
      await incoming.cancel(upload)
      return ok(undefined)
    },
    'attachment.read': ({ sha256, offset }) => readAttachmentPiece(folder, sha256, offset),
    'attachment.missing': async ({ files }) => ok([...(await missingAttachments(folder, files))]),
    'attachment.open': async ({ sha256, name }) => {
      const copy = await copyToOpen(folder, sha256, name)
      return copy.ok ? silently(host.openWithSystem(copy.value, name)) : copy
    },
    'attachment.saveAs': async ({ sha256, name }) => {
      const found = await getAttachment(folder, sha256)
      return found.ok ? host.saveCopy(name, found.value.bytes) : found
    },

    'intake.readOld': (input) => host.oldFiles.read(input),
    'intake.stop': async () => {
      host.oldFiles.stop()
      return ok(undefined)
    },
    'file.open': ({ kind }) => host.openFile(kind),
    'file.openMany': () => host.openPackages(),
    'file.handed': () => host.takeHandedFile(),
    'file.save': (input) => host.saveFile(input),
    'folder.choose': () => host.chooseFolder(),
    'drives.list': () => host.folders.drives(),
    'folder.packages': (input) => host.folders.packages(input.folder),
    'folder.read': (input) => host.folders.read(input),
    'folder.write': (input) => host.folders.write(input),
    'file.reveal': ({ path }) => silently(host.revealFile(path)),

    'clipboard.writePicture': ({ png }) => silently(host.writePicture(png)),
    'print.preview': (input) => host.printing.preview(input),
    'print.send': (input) => host.printing.send(input),
    'print.end': async () => {
      host.printing.end()
      return ok(undefined)
    },

    'log.report': async ({ level, code, detail }) => {
      log.report(level, `window-${code}`, detail)
      return ok(undefined)
    },
    'window.stays': async () => {
      host.stays()
      return ok(undefined)
    },
    'window.mayClose': async () => {
      host.mayClose()
      return ok(undefined)
    },
  }
}

/** The same outcome without a value, for routes that answer only whether it was done. */
const silently = async (done: Promise<Result<unknown, Refusal>>): Promise<Result<undefined, Refusal>> => {
  const result = await done
  return result.ok ? ok(undefined) : result
}
