import { phonesIn } from '../../../text/phone.ts'
import type { SaidOn, WholeDeal } from './read.ts'
import { bothTongues } from './words-kept.ts'

/**
 * Sentences of the box, which somebody said by one press. They are known by their text, in either
 * language: who reads may have changed theirs since.
 */

/**
 * Whether nobody typed a word, so that it leaves no doubt of what is agreed.
 *
 * Law     A word that tells a change has its `when`.
 */
export const isReadyWord = (word: SaidOn, whole: Pick<WholeDeal, 'row'>): boolean =>
  word.when !== null ||
  saysItStands(word, whole) ||
  isMissedWord(word) ||
  isPartWord(word) ||
  bothTongues().some(words =>
    [
      words.rideMoved,
      ...Object.values(words.interested),
      ...phonesIn(word.said ?? '').map(({ from, to }) =>
        words.numberIs((word.said ?? '').slice(from, to)),
      ),
    ].some(one => one === word.said),
  )

/** *J’en prendrais 20 kg*, as the box says an amount that was typed in its own field. */
const isPartWord = ({ said }: Pick<SaidOn, 'said'>): boolean =>
  bothTongues().some(({ part: { take, bring, rather } }) =>
    [take, bring, rather.take, rather.bring].some(told => {
      const [head = '', tail = ''] = told(AMOUNT).split(AMOUNT)
      const amount = (said ?? '').slice(head.length, -tail.length)
      return said === told(amount) && amount.length <= LONGEST_AMOUNT && !/[.!?]/.test(amount)
    }),
  )
const AMOUNT = '\u0000'
const LONGEST_AMOUNT = 40

/** *Ça m’intéresse*, which says no more than that somebody writes. */
export const saysInterest = ({ said }: Pick<SaidOn, 'said'>): boolean =>
  bothTongues().some(({ interested }) => Object.values(interested).some(one => one === said))

/** Whether it is a sentence of the box that what is agreed stands. */
export const saysItStands = (
  { says, said }: Pick<SaidOn, 'says' | 'said'>,
  { row: { when } }: Pick<WholeDeal, 'row'>,
): boolean =>
  says === 'word' &&
  bothTongues().some(
    ({ rideFull, rideStands, leavesAt }) =>
      [rideFull(when), rideStands(when), rideStands(null)].some(one => one === said) ||
      // The hour of now may stand in it, before the stop.
      (when !== null && said?.startsWith(rideStands(leavesAt(when, '')).slice(0, -1))),
  )

/** Whether it is the box’s sentence of who called and reached nobody. */
export const isMissedWord = ({ says, said }: Pick<SaidOn, 'says' | 'said'>): boolean =>
  says === 'word' && bothTongues().some(({ missedWord }) => missedWord === said)

/** Whether it is *Pas cette fois*. */
export const isNotThisTime = ({ says, said }: Pick<SaidOn, 'says' | 'said'>): boolean =>
  says === 'word' && bothTongues().some(({ notThisTimeWord }) => notThisTimeWord === said)
