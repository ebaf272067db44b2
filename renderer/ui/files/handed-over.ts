/** What is dragged: files, or words of the page? */
export const hasFiles = (transfer: DataTransfer): boolean => transfer.types.includes('Files')

export const filesOf = (transfer: DataTransfer): readonly { readonly name: string; readonly file: Blob }[] =>
  [...transfer.files].map((file) => ({ name: file.name, file }))

/** A picture without a name of its own is a screen shot; the clipboard calls each of them image.png. */
interface PastedPicture {
  readonly name: string | null
  readonly extension: string
  readonly file: Blob
}

/**
 * Files on the clipboard. What a person copied as text (cells of Excel come with a picture of themselves) is pasted as text where text can
 * be typed.
 */
export const pastedPicturesOf = (event: ClipboardEvent): readonly PastedPicture[] => {
  const transfer = event.clipboardData
  if (transfer === null) return []
  const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
  if (isTyping && transfer.types.includes('text/plain')) return []
  return [...transfer.files].map((file) => {
    const isScreenShot = file.name === '' || /^image\.\w+$/.test(file.name)
    return { name: isScreenShot ? null : file.name, extension: EXTENSIONS[file.type] ?? 'png', file }
  })
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/webp': 'webp',
}
