import { createHash, createHmac } from 'node:crypto'
import { base32, ID_SHAPE } from '../../core/id.ts'
import { type Local, unlessFull } from '../../files/local.ts'

/**
 * The secret of a visitor’s ticket: 128 bits that open the sent text alone. It derives from the
 * box’s secret and the turn, so that the same post has the same one. `local.db` stores its hash.
 *
 * Law     Nobody without it can find it, from the files either: it needs the turn’s id, which is
 *         deleted with old answers. An erased text has no ticket.
 */
export const ticketSecret = ({ secret }: Pick<Local, 'secret'>, turn: string): string =>
  base32(createHmac('sha256', secret).update(`ticket\n${turn}`).digest().subarray(0, SECRET_BYTES))
const SECRET_BYTES = 16

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Stores a ticket before it is shown. False on a full disk: then the code alone tells the fate. */
export function keepTicket(local: Local, secret: string, record: string, now: number): boolean {
  return unlessFull(() =>
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

/** Deletes the tickets of records that are gone. */
export function dropTicketsOfTheGone(local: Local, isThere: (record: string) => boolean): void {
  const gone = local.sql
    .all<{ record: string }>('SELECT DISTINCT record FROM ticket')
    .filter(({ record }) => !isThere(record))
  unlessFull(() => {
    for (const { record } of gone) local.sql.run('DELETE FROM ticket WHERE record = ?', record)
  })
}
