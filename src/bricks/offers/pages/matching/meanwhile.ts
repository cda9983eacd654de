import type { PendingRecord } from '../../../../contract/fate.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { SIDES, spokenFrom } from '../../model/matching/rows.ts'
import { shownTitle } from '../../model/matching/spoken.ts'
import { need, offer } from '../../model/records.ts'
import type { fr } from '../../words/fr.ts'
import { doesAnswer } from '../matching.ts'
import { groundOf, metBy, SENT } from './find.ts'
import { once, reachOf } from './say.ts'

const MOST_TOLD = 3

/**
 * The notices that would answer one that waits: public titles, told once to its sender. The
 * sentence travels sealed to the next page: no address and no page holds what does not show yet.
 */
export function meanwhile(
  { type, record }: PendingRecord,
  read: Reader,
  words: typeof fr,
  today: string,
): string {
  const kind = type === offer.name ? 'offer' : 'need'
  const row = read.one(kind === 'offer' ? offer : need, record, 'home')
  if (!row) return ''
  const ground = groundOf(read, undefined, today)
  const told = once(metBy(spokenFrom(SIDES[kind]!, row), ground, SENT))
    .filter(({ meeting }) => doesAnswer(meeting))
    .slice(0, MOST_TOLD)
    .map(({ other }) =>
      words.titleAndReach(shortOf(shownTitle(other)), shortOf(reachOf(other) ?? '')),
    )
  return told.length === 0 ? '' : words.meanwhile(kind, told)
}

/** A cookie carries the sentence: no longer than it must be. */
const shortOf = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
