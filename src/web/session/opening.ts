import { type Code, readCode, sayCode } from '../../core/code.ts'
import { answerKept } from '../../engine/kept-answers.ts'
import { inSyncedTransaction, keep, kept, type Local } from '../../files/local.ts'
import type { LogToRead } from '../../log/log.ts'
import { hasKeeper } from './keeper.ts'
import { wrongTries } from './limits.ts'

/** The address where a page is opened for the first time. */
export const OPEN = '/ouvrir'
/** Where it is said what became of a backup that is put back by page. */
export const RESTORED = `${OPEN}/remise`

/**
 * The right to open a box for the first time: for people at its computer; elsewhere, for people
 * with the code that the machine prints at its start (on a box without a screen, for root:
 * run-folder.ts). The code is on no page and no disk, and changes at each start.
 */
export type Opening = Readonly<{
  said: string
  /**
   * Whether this is the code, however typed. Wrong tries are counted, by client and in all: the
   * code is short.
   */
  isCode: (typed: string, address: string, now: number) => boolean
  mayTry: (address: string, now: number) => boolean
  /** Begins an opening. False while another one runs. */
  begin: () => boolean
  end: () => void
}>

const HOUR = 3_600_000
const [WRONG_EACH, WRONG_IN_ALL] = [5, 20]
/**
 * All neighbours together, as one: here a total may shut people out, since the machine itself is
 * never counted.
 */
const EVERYBODY = 'everybody'

export function openingWith(code: Code): Opening {
  const [each, all] = [wrongTries(WRONG_EACH, HOUR), wrongTries(WRONG_IN_ALL, HOUR)]
  let opening = false
  return {
    said: sayCode(code),
    isCode: (typed, address, now) => {
      const read = readCode(typed)
      if (!('fault' in read) && read.word === code.word && read.digits === code.digits) return true
      each.wrong(address, now)
      all.wrong(EVERYBODY, now)
      return false
    },
    mayTry: (address, now) => each.allows(address, now) && all.allows(EVERYBODY, now),
    begin: () => {
      if (opening) return false
      opening = true
      return true
    },
    end: () => {
      opening = false
    },
  }
}

/**
 * An opening writes in two files: the territory in the log, the passphrase in `local.db`.
 *
 * Law     an opening that was cut leaves both or neither. The order: the passphrase, hashed, is
 *         kept aside under the id of the turn; the turn; the passphrase is the keeper's. Cut
 *         between, the log says at the next start whether the turn was done. A page whose territory
 *         is there and whose keeper is not was brought in from a file, or lost its `local.db`
 *         (setup.ts).
 */
export const keepAside = (local: Local, turn: string, passphrase: string): void =>
  keep(local, ASIDE, `${turn}\n${passphrase}`)
const ASIDE = 'opening'

/** True when the box has a keeper, at the latest now. */
export function isOpen(local: Local, log: LogToRead): boolean {
  if (hasKeeper(local)) return true
  const [turn = '', passphrase = ''] = (kept(local, ASIDE) ?? '').split('\n')
  if (turn === '' || answerKept({ log }, turn) === undefined) return false
  inSyncedTransaction(local, () => {
    local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', passphrase)
    local.sql.run('DELETE FROM kept WHERE key = ?', ASIDE)
  })
  return true
}
