import { createHash, createHmac } from 'node:crypto'
import { base32, ID_SHAPE } from '../../core/id.ts'
import { ifRoom, type Local } from '../../files/local.ts'

/**
 * The address of a visitor's ticket: 128 bits that open what they sent, and that alone. Of the
 * address, `local.db` keeps a hash; it is drawn from the box's own secret and the turn, so that the
 * same post sent twice has the same one.
 *
 * Law     whoever does not hold it learns nothing of it, from the files either: the secret that
 *         signs forms stands beside it, and the turn's id is forgotten with the answers that are
 *         kept. What was forgotten has none any more.
 */
export const ticketSecret = ({ secret }: Pick<Local, 'secret'>, turn: string): string =>
  base32(createHmac('sha256', secret).update(`ticket\n${turn}`).digest().subarray(0, SECRET_BYTES))
const SECRET_BYTES = 16

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Kept before it is told. False: there is no room, and the code alone tells what becomes of it. */
export function keepTicket(local: Local, secret: string, record: string, now: number): boolean {
  return ifRoom(() =>
    local.sql.run('INSERT OR IGNORE INTO ticket VALUES (?, ?, ?)', hashOf(secret), record, now),
  )
}

/** The record that this address opens. 128 bits are not guessed: no try is counted. */
export function openedByTicket(local: Local, typed: string): string | undefined {
  if (!ID_SHAPE.test(typed)) return undefined
  return local.sql.get<{ record: string }>(
    'SELECT record FROM ticket WHERE hash = ?',
    hashOf(typed),
  )?.record
}

/** Those of what this box holds no more. */
export function dropTicketsOfTheGone(local: Local, isThere: (record: string) => boolean): void {
  const gone = local.sql
    .all<{ record: string }>('SELECT DISTINCT record FROM ticket')
    .filter(({ record }) => !isThere(record))
  ifRoom(() => {
    for (const { record } of gone) local.sql.run('DELETE FROM ticket WHERE record = ?', record)
  })
}
