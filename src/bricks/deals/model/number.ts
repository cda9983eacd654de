import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSamePhone, phonesIn } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { ownThread } from './parting.ts'
import { keyOfNotice, type WholeDeal } from './read.ts'
import { type Actor, type Party, speaksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { DEALS } from './sides.ts'
import { isStoppedIn } from './stopped.ts'
import { saidIn } from './talking.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * The number that somebody may still give to the other one, in one press, once it is agreed: that
 * of their own file, unless they said it here, or show it.
 *
 * Law     11: it is a word of theirs, which the two read and nobody else.
 */
export function numberToGive(
  read: Reader,
  whole: WholeDeal,
  party: Party,
  who: Actor,
): string | undefined {
  const { state, notices, said } = whole
  const { member } = party
  if (state !== 'agreed' || member === null || member !== who.me) return undefined
  const phone = read.published.memberPhone?.(member)
  if (phone === undefined || read.published.usualWay?.(member)?.phone) return undefined
  const own = said.filter(({ key }) => key === party.key).map(one => one.said)
  const shown = notices.find(notice => keyOfNotice(notice) === party.key)?.reach
  const isThere = [...own, shown, whole.row.phone].some(text =>
    phonesIn(text ?? '').some(one => isSamePhone(one.own, phone)),
  )
  return isThere ? undefined : phone
}

/** *Donner mon numéro à Karim*. */
export const giveNumber: Command<Words> = {
  name: 'giveNumber',
  path: `${DEALS}/:id/numero`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const found = ownThread(input, read, at)
    if ('refused' in found) return found
    const { whole, party } = found
    const phone = speaksFor(at, party) ? numberToGive(read, whole, party, at) : undefined
    if (phone === undefined || !mayWriteIn(whole)) return { refused: say('notNow') }
    if (isStoppedIn(read, whole, party)) return { refused: say('writesNoMore') }
    return saidIn(whole, party, { says: 'word', said: words.numberIs(phone) }, { read, at, words })
  },
}
