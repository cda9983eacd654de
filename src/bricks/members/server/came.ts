import { randomBytes } from 'node:crypto'
import { idFrom } from '../../../core/id.ts'
import type { Lang } from '../../../core/lang.ts'
import type { Server } from '../../../web/server-parts.ts'
import type { MemberRow } from '../model/read.ts'
import { member } from '../model/records.ts'
import { hasCard } from './cards.ts'
import { hasPhrase } from './phrases.ts'

/**
 * Notes in the log, which knows no card, whether a member comes by one: who never did reads on no
 * screen, and is told by a relay or the keeper.
 */

/**
 * They came by a card or a phrase, which still opens. A visit begins all the same where it can't be
 * noted. Each act of a member asks it: who has come already costs one read.
 */
export const noteCame = (server: Server, id: string, lang: Lang): Promise<void> =>
  noted(server, { id, lang }, ({ cameOn }) =>
    cameOn === null && (hasCard(server.local, id) || hasPhrase(server.local, id))
      ? server.source.today(server.source.now())
      : undefined,
  )

/**
 * The keeper closed their card, and they have no other one. Written whatever stands: a note that
 * they came may be on its way, and is written before this one.
 */
export const noteClosed = (server: Server, id: string, lang: Lang): Promise<void> =>
  noted(server, { id, lang }, () => null)

/** `cameOnOf`: the day to write, or null for none; undefined where nothing is to be written. */
async function noted(
  server: Server,
  { id, lang }: Readonly<{ id: string; lang: Lang }>,
  cameOnOf: (kept: MemberRow) => string | null | undefined,
): Promise<void> {
  try {
    const kept = server.source.read.as('members').one(member, id, 'home')
    const cameOn = kept && cameOnOf(kept)
    if (cameOn === undefined) return
    const note = { type: member.name, id, fields: { cameOn }, space: 'home' }
    await server.turn({
      brick: 'plain',
      command: 'bring',
      input: { records: JSON.stringify([note]) },
      by: 'keeper',
      id: idFrom(server.source.now(), randomBytes(10)),
      lang,
    })
  } catch (error) {
    server.report(error)
  }
}
