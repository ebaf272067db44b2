import { z } from 'zod'

/**
 * The format of .zgtz: a newer major is refused; under a newer minor the package is read and what this program does not know is
 * left alone. docs/format-zgtz.md tells others how to read it.
 */
export const FORMAT = { name: 'zgtz', major: 1, minor: 2 } as const

export const MANIFEST_PATH = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The part every major version has, read first. */
export const formatSchema = z.looseObject({
  format: z.looseObject({ name: z.literal(FORMAT.name), major: z.number().int().min(1), minor: z.number().int().min(0) }),
})

export const documentEntrySchema = z.looseObject({
  path: z.string().regex(/^documents\/[a-z]{1,40}\/[A-Za-z0-9_-]{1,64}\.automerge$/),
  kind: z.string().regex(/^[a-z]{1,40}$/),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  sha256,
  /** What names the state of the document: equal heads, equal content. */
  heads: z.array(sha256),
})

/** A file kept under its SHA-256 (佐证材料, 期报); since 1.1. */
export const fileEntrySchema = z.looseObject({
  path: z.string().regex(/^files\/[0-9a-f]{64}$/),
  sha256,
  /** Bytes. */
  size: z.number().int().min(0),
})

export const manifestSchema = z.looseObject({
  format: formatSchema.shape.format,
  /** Who wrote it; shown, never trusted. */
  program: z.looseObject({ name: z.string().max(100), version: z.string().max(50) }),
  ledger: z.looseObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), title: z.string().max(300) }),
  sender: z.looseObject({ clerk: z.string().max(100), unit: z.string().max(200), pc: z.string().max(100) }),
  /** Seconds since 1970 by the sender's clock; shown, never trusted. */
  writtenAt: z.number().int(),
  purpose: z.string().max(40),
  documents: z.array(documentEntrySchema).max(100_000),
  files: z.array(fileEntrySchema).max(100_000).default([]),
})

export type Manifest = Readonly<z.infer<typeof manifestSchema>>
export type DocumentEntry = Readonly<z.infer<typeof documentEntrySchema>>
export type FileEntry = Readonly<z.infer<typeof fileEntrySchema>>
