import { useEffect, useState } from 'react'
import { FILE_WORDS } from '../../messages/files.ts'

/** A picture, shown within the window; what is inside it is only ever pixels. */
export const PictureView = ({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) => {
  const [address, setAddress] = useState<string | null>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (isBroken) return <div className="preview-sentence">{FILE_WORDS.brokenPicture}</div>
  return (
    <div className="preview-picture">
      {address === null ? null : <img src={address} alt={name} onError={() => setBroken(true)} />}
    </div>
  )
}
