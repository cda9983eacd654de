import { type BoxSeen, isBelieved } from '../../../contract/box/boxes.ts'
import { freeOn } from '../../../files/room.ts'
import { pack } from '../../../sync/bundle/pack-client.ts'
import { dayPlain } from '../../../text/days.ts'
import { slug, slugOfPage } from '../../../web/pages/slug-of-page.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { newsWords } from './words.ts'

/**
 * Files of news, whatever carries them: how they are called, for whom, and whether one that comes
 * has room here.
 */

/** What this box holds, signed, and nothing else. */
export const packReceipt = (
  { folder }: Services,
  to: string | undefined,
): ReturnType<typeof pack> => pack({ folder, isReceipt: true, ...(to === undefined ? {} : { to }) })

/**
 * *nouvelles-de-sail-sous-couzan-24-novembre.cocote*: what a person finds again among downloads, on
 * any disk.
 */
export function fileName(
  server: Server,
  visit: Visit,
  what: 'nouvelles' | 'recu',
  to?: string,
): string {
  const today = server.source.today(server.source.now())
  const [where, day] = [slugOfPage(server), slug(dayPlain(today, 'fr', today))]
  return (
    `${newsWords(visit.lang).news.fileName[what](
      where,
      to === undefined ? undefined : slug(to),
      day,
    )}` + '.cocote'
  )
}

/**
 * Whether two names are of one kind, village and receiver, made on two days; `name` is one that
 * `fileName` gave.
 */
export const isOfAnotherDay = (other: string, name: string): boolean =>
  stemOf(other) === stemOf(name) && stemOf(name) !== undefined
const stemOf = (name: string): string | undefined =>
  /^(.+)-\d+(er)?-[a-z]+(-[a-z]{5})?\.cocote$/i.exec(name)?.[1]

/** Those whose word is taken here. */
export const believed = (server: Server): readonly BoxSeen[] =>
  server.source.read.boxes().others.filter(isBelieved)

/** Kept free on the disk, beside what is brought. */
const SPARE_BYTES = 64 * 1024 * 1024
/** A file that comes stands here twice, as it was brought and as it is taken. Units: bytes. */
export async function hasRoomFor(folder: string, size: number): Promise<boolean> {
  return (await freeOn(folder)) >= 2 * size + SPARE_BYTES
}
