import { clipboard, nativeImage } from 'electron'
import { err, ok } from '../../shared/base/result.ts'
import type { Host } from '../ipc/handlers.ts'

/** Puts a PNG on the system's clipboard, for WPS and Word. */
export const writePicture: Host['writePicture'] = async (png) => {
  const image = nativeImage.createFromBuffer(Buffer.from(png))
  if (image.isEmpty()) return err({ type: 'program-fault', reason: '图片的内容读不出来' })
  clipboard.writeImage(image)
  return ok(null)
}
