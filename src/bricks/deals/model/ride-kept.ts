import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { answerIn } from './answer/answer.ts'
import { closeDraft, mayClose } from './closed-too.ts'
import { noticeFor, type WholeDeal } from './read.ts'
import { driverOf } from './ride-now.ts'
import { type Actor, isWordAlone, speaksFor, talksFor } from './rules.ts'
import { mayBeSaid, mayWriteIn } from './saying.ts'
import { DEALS } from './sides.ts'
import { saidIn } from './talking.ts'
import { threadsHere } from './threads.ts'
import { inEach, type Told } from './to-all.ts'

type Words = typeof fr
const say: Say<Words> = message

export const KEEP_RIDE = `${DEALS}/trajet-complet`
/**
 * *Je ne prends plus personne*: the notice of a ride leaves the lists. Whoever counts on it reads
 * that it is still driven; whoever waits for an answer, or wrote about it, that it is full.
 */
export const keepRide: Command<Words> = {
  name: 'keepRide',
  path: KEEP_RIDE,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const notice = noticeFor(read, one(input, 'annonce'))
    if (!notice || !mayClose({ ...notice, comesBack: false }, at)) return { refused: say('notNow') }
    const told = threadsHere(read, notice.id).flatMap((whole): readonly Told[] => {
      const party = driverOf(whole)
      return party && mayWriteIn(whole) && talksFor(at, party) ? [{ whole, party }] : []
    })
    const counting = told.filter(({ whole }) => whole.state === 'agreed')
    if (counting.length === 0) return { refused: say('notYours') }
    const waiting = told.filter(isWaiting)
    const word = ({ whole, party }: Told, said: string): Decision =>
      saidIn(whole, party, { says: 'word', said }, { read, at, words })
    const decided = inEach([...counting, ...waiting], notice.id, ({ whole, party }) => {
      if (whole.state === 'agreed') return word({ whole, party }, words.rideFull(whole.row.when))
      if (!speaksFor(at, party) || !mayBeSaid(whole, party.key).includes('no'))
        return word({ whole, party }, words.rideIsFull)
      const place = String(whole.parties.indexOf(party))
      const no = { id: whole.row.id, party: place, says: 'no', said: words.rideIsFull }
      return answerIn(no, { read, at, words }, { isOwn: false })
    })
    if (!('drafts' in decided)) return decided
    return {
      ...decided,
      drafts: [...decided.drafts, closeDraft(notice)],
      said: say('rideKept', counting.length, waiting.length),
      undo: { path: '/annonces/rouvrir', input: { id: notice.id }, words: say('goBack') },
    }
  },
}

/** What is agreed stands while another moment is asked for: that one is not turned away. */
const isWaiting = ({ whole }: Told): boolean =>
  whole.state === 'talking' || (whole.state === 'proposed' && whole.stands === undefined)

/**
 * The ride whose driver called off what was agreed, once nobody counts on it any more: for who
 * speaks for them, who may close its notice. What comes back goes on the next time.
 */
export function calledOffRide(read: Reader, whole: WholeDeal, who: Actor): NoticeSeen | undefined {
  const driver = whole.state === 'fallen' ? driverOf(whole) : undefined
  const off = whole.said.findLast(one => !isWordAlone(one))
  if (!driver || off?.says !== 'not' || off.key !== driver.key) return undefined
  const ride = whole.notices.find(one => one.type === 'offer' && one.ride !== null)
  if (!ride || ride.isClosed || ride.comesBack || !talksFor(who, driver)) return undefined
  const isFree = threadsHere(read, ride.id).every(({ state }) => state !== 'agreed')
  return isFree ? ride : undefined
}
