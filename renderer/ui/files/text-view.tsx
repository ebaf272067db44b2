import { useMemo } from 'react'
import { printFileSize } from '../../../shared/domain/attached-files.ts'
import { readTextBytes } from '../../../shared/intake/readers/read-text.ts'
import { FILE_WORDS } from '../../messages/files.ts'

/** As much as is drawn at once without the window waiting. */
const SHOWN_BYTES = 200_000

/** A text in whatever encoding it has, as plain words. */
export const TextView = ({ bytes }: { readonly bytes: Uint8Array }) => {
  const read = useMemo(() => textHead(bytes), [bytes])
  if (read === null) return <div className="preview-sentence">{FILE_WORDS.notText}</div>
  return (
    <>
      <p className="label">
        {FILE_WORDS.encoding(read.encoding.toUpperCase())}
        {bytes.length > SHOWN_BYTES ? `　${FILE_WORDS.textCut(printFileSize(SHOWN_BYTES))}` : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll it */}
      <pre className="preview-text" tabIndex={0}>
        {read.text}
      </pre>
    </>
  )
}

/** A cut may go through a character of up to four bytes, and half of one is no text: the first cut that is, UTF-8 before others. */
const textHead = (bytes: Uint8Array) => {
  const cuts = bytes.length <= SHOWN_BYTES ? [bytes] : [0, 1, 2, 3].map((back) => bytes.subarray(0, SHOWN_BYTES - back))
  const read = cuts.map(readTextBytes).flatMap((answer) => (answer.ok ? [answer.value] : []))
  return read.find(({ encoding }) => encoding === 'utf-8') ?? read[0] ?? null
}
