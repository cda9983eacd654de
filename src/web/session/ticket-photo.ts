import type { Hono } from 'hono'
import type { Html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import { itemsOf } from '../../core/narrow.ts'
import type { FileRef } from '../../core/schema.ts'
import { TICKET } from '../../engine/records/sent.ts'
import { type SentRecord, sentFor } from '../../engine/records/sent-fate.ts'
import { readFile } from '../../files/files.ts'
import { isPicture, pictures } from '../../ui/picture.ts'
import type { Server } from '../server-parts.ts'
import { openedByTicket } from './tickets.ts'

/** The pictures of what was sent, on the page of its ticket: seen as soon as they came. */

type Row = Readonly<Record<string, unknown>>
const rowOf = (read: Reader, { type, record }: SentRecord): Row =>
  read.one(type, record, 'home') ?? {}

function filesOf(read: Reader, sent: SentRecord): readonly FileRef[] {
  const row = rowOf(read, sent)
  return Object.entries(sent.type.fields).flatMap(([name, field]) =>
    field.kind === 'files' && Array.isArray(row[name])
      ? itemsOf<FileRef>(row[name]).filter(isPicture)
      : [],
  )
}

/** What the ticket’s page shows of them. */
export const sentPictures = ({ request }: Kit, read: Reader, sent: SentRecord): Html | false =>
  pictures(
    filesOf(read, sent),
    String(rowOf(read, sent)[sent.type.title] ?? ''),
    request.lang,
    hash => `${request.path}/photo/${hash}.webp`,
  )

const NAMED = /^([0-9a-f]{64})\.webp$/
/**
 * `/billet/SECRET/photo/HASH.webp`: a picture that was sent, while its ticket holds it.
 *
 * Law     given to who holds the secret alone; what was taken back or forgotten is not found.
 */
export function ticketPhotoRoute(
  app: Hono,
  { source, local }: Pick<Server, 'source' | 'local'>,
  { folder }: Readonly<{ folder: string }>,
): void {
  app.get(`${TICKET}/:secret/photo/:file`, (c, next) => {
    const [, hash = ''] = NAMED.exec(c.req.param('file')) ?? []
    const ticket = openedByTicket(local, c.req.param('secret'))
    const sent = hash === '' || ticket === undefined ? undefined : sentFor(source, ticket)
    const held = sent && filesOf(source.read, sent).find(of => [of.hash, of.small].includes(hash))
    const bytes = held && (readFile(folder, 'home', hash) ?? readFile(folder, 'commons', hash))
    if (!bytes) return next()
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'image/webp',
      'cache-control': 'no-store',
      'content-length': String(bytes.length),
    })
  })
}
