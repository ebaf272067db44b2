import { useEffect, useState } from 'react'
import { z } from 'zod'
import { parseJson } from '../../../shared/base/json.ts'
import { invoke } from '../../platform/bridge.ts'

const PLACE = 'exchange'
const deskSchema = z.object({ folder: z.string().max(4_096) })

/** Where files went last on this PC, also before the last start: a stick that is there again is offered again. */
export const useLastPlace = (): readonly [string | null, (folder: string) => void] => {
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    let isHere = true
    void invoke('desk.read', { place: PLACE }).then((read) => {
      const desk = deskSchema.safeParse(parseJson(read.ok ? (read.value ?? '') : ''))
      if (isHere && desk.success) setLast(desk.data.folder)
    })
    return () => {
      isHere = false
    }
  }, [])
  const remember = (folder: string) => {
    setLast(folder)
    // Not to remember it is no harm worth a word: the folder is chosen again.
    void invoke('desk.write', { place: PLACE, text: JSON.stringify({ folder }) })
  }
  return [last, remember]
}
