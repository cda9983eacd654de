import { type Code, readCode, sayCode } from '../../core/code.ts'
import { answerKept } from '../../engine/turn.ts'
import { keep, kept, type Local, surely } from '../../files/local.ts'
import type { LogToRead } from '../../log/log.ts'
import { hasKeeper } from './keeper.ts'
import { wrongTries } from './limits.ts'

/** Where a page is opened for the first time. */
export const OPEN = '/ouvrir'

/**
 * The right to open a box for the first time: who sits at it has it; from elsewhere, who was told
 * the code that the machine says when it starts, and on a box without a screen, whoever is root on
 * it (run-folder.ts). In no page, on no disk; another one at each start.
 */
export type Opening = Readonly<{
  said: string
  /**
   * True for the code, however it was typed. A wrong one is counted, by neighbour and in all: it
   * has few digits.
   */
  isCode: (typed: string, address: string, now: number) => boolean
  mayTry: (address: string, now: number) => boolean
  /**
   * One at a time: false while somebody else is opening. What it says and what it does are one
   * synchronous step.
   */
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
  surely(local, () => {
    local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', passphrase)
    local.sql.run('DELETE FROM kept WHERE key = ?', ASIDE)
  })
  return true
}
