import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { leave } from '../../state/typing.ts'
import { useOpenFile } from './use-open-file.ts'

/** Opens a file that is dragged onto the window. Answers whether one hangs above it now. */
export const useDroppedFile = (): boolean => {
  const { openFile } = useOpenFile()
  const { message } = App.useApp()
  const [isAbove, setAbove] = useState(false)
  const open = async (files: readonly File[]) => {
    const [file] = files
    if (!file || !(await leave())) return
    if (files.length > 1) void message.info(LEDGERS_WORDS.dropOne)
    await openFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setAbove(true)
    }
    const away = (event: DragEvent) => {
      if (event.relatedTarget === null) setAbove(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setAbove(false)
      void latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', away)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', away)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isAbove
}
