import type { Hono } from 'hono'
import { ownJson } from '../../core/narrow.ts'
import type { FileRef } from '../../core/schema.ts'
import { readFile } from '../../files/files.ts'
import { isPicture, RECEIVED } from '../../ui/picture.ts'
import type { Server } from '../server-parts.ts'
import { readSigned } from './signed-text.ts'

/**
 * `/photo-recue/SIGNED`: a photo of a form that came back, small, so that whoever sent it sees that
 * it is there.
 *
 * Law     given to who holds the signed reference of the form alone; a file that the form did not
 *         send, or that waited too long, is not found.
 */
export function receivedPhotoRoute(
  app: Hono,
  { local }: Pick<Server, 'local'>,
  { folder }: Readonly<{ folder: string }>,
): void {
  app.get(`${RECEIVED}/:signed`, (c, next) => {
    const opened = readSigned(local.secret, 'file', c.req.param('signed'))
    const ref = opened === undefined ? undefined : ownJson<FileRef>(opened)
    const bytes =
      ref && isPicture(ref) ? readFile(folder, 'home', ref.small ?? ref.hash) : undefined
    if (!bytes) return next()
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'content-length': String(bytes.length),
    })
  })
}
