import { useEffect, useMemo, useRef, useState } from 'react'
import type { ProblemFile } from '../../shared/domain/ledger.ts'
import { documentParts } from '../../shared/merge/document-boundaries.ts'
import { onChangedKeys } from './changed-keys.ts'
import { DATABASE_NAME, type StoredRecords } from './database.ts'
import { fileAt, type PlacedProblem, storedOf } from './queries.ts'

interface Kept {
  readonly stored: readonly StoredRecords[]
  readonly place: PlacedProblem
  readonly file: ProblemFile | null
}

/** What scrolling has read stays at hand, up to so many problems. */
const MOST = 400

/**
 * The 问题档案 of the problems near the window, by id. Only those that come near are read, and those that were written; a file that has
 * not changed stays the same object. Those before stay until the new ones are read.
 */
export const useNearFiles = (places: readonly PlacedProblem[]): ReadonlyMap<string, ProblemFile> => {
  const records = useRef(new Map<string, readonly StoredRecords[]>())
  const files = useRef(new Map<string, Kept>())
  const [read, setRead] = useState(0)
  const wanted = useRef(places)
  wanted.current = places
  const bringUp = useRef<() => void>(() => undefined)
  useEffect(() => {
    let isShown = true
    let isReading = false
    let isAsked = false
    const readMissing = async () => {
      isAsked = true
      if (isReading) return
      isReading = true
      while (isAsked && isShown) {
        isAsked = false
        const missing = wanted.current.flatMap(({ row }) => (records.current.has(row.id) ? [] : [row.id]))
        if (missing.length === 0) continue
        for (const id of missing) stale.delete(id)
        const found = await storedOf(missing)
        if (!isShown) break
        // What was written while it was read is read again.
        for (const [id, stored] of found) if (!stale.has(id)) records.current.set(id, stored)
        isAsked ||= stale.size > 0
        forget(records.current, files.current, wanted.current)
        setRead((n) => n + 1)
      }
      isReading = false
    }
    const stale = new Set<string>()
    bringUp.current = () => void readMissing()
    const end = onChangedKeys(DATABASE_NAME, 'records', (keys) => {
      if (keys === null) {
        for (const id of records.current.keys()) stale.add(id)
        records.current.clear()
      } else
        for (const key of keys) {
          const { kind, id } = documentParts(key as StoredRecords['key'])
          if (kind !== 'problem' && kind !== 'office') continue
          stale.add(id)
          records.current.delete(id)
        }
      void readMissing()
    })
    void readMissing()
    return () => {
      isShown = false
      end()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other problems have come near
  useEffect(() => bringUp.current(), [places])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` says that the records, which are kept in a ref, have changed
  return useMemo(() => {
    const shown = new Map<string, ProblemFile>()
    for (const place of places) {
      const { id } = place.row
      const before = files.current.get(id)
      const stored = records.current.get(id) ?? before?.stored
      if (stored === undefined) continue
      const kept = before?.stored === stored && before.place === place ? before : { stored, place, file: fileAt(stored, place) }
      files.current.set(id, kept)
      if (kept.file) shown.set(id, kept.file)
    }
    return shown
  }, [places, read])
}

const forget = (records: Map<string, unknown>, files: Map<string, unknown>, near: readonly PlacedProblem[]): void => {
  if (records.size <= MOST) return
  const stay = new Set(near.map(({ row }) => row.id))
  for (const id of [...records.keys()].slice(0, records.size - MOST)) {
    if (stay.has(id)) continue
    records.delete(id)
    files.delete(id)
  }
}
