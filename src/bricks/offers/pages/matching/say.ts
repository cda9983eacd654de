import type { Lang } from '../../../../core/lang.ts'
import { fold, stems } from '../../../../core/letters/words.ts'
import { capital } from '../../../../text/capital.ts'
import { distance } from '../../../../text/days.ts'
import { daysWords } from '../../../../text/days-words.ts'
import type { FoundNotice } from '../../model/matching/found.ts'
import type { Doubt, Reason } from '../../model/matching/thing.ts'
import { topicName } from '../../model/topics/topics.ts'
import type { matchingFr } from '../../words/matching/fr.ts'
import type { Match, Meeting } from '../matching.ts'

type Words = typeof matchingFr

/**
 * *chaise* and *chaises*, not *bûches* and *bois de chauffage*: what is said must be true of both.
 */
const isOneWord = (offer: string, need: string): boolean =>
  stems(offer).join(' ') === stems(need).join(' ')

/**
 * What is said of one reason; where and how far come last, and are left out when enough was said.
 */
function clause(reason: Reason, lang: Lang, words: Words): string {
  const say = words.reasons
  switch (reason.is) {
    case 'same':
      return isOneWord(reason.offer, reason.need)
        ? say.same(reason.need)
        : say.twoNames(reason.offer, reason.need)
    case 'topic':
      if (reason.bare) return say.topicAlone(topicName(reason.topic))
      return isOneWord(reason.offer, reason.need)
        ? say.same(reason.need)
        : say.topic(topicName(reason.topic), reason.offer, reason.need)
    case 'serves':
      return say.serves(reason.offer, reason.need)
    case 'kind':
      return say.kind(reason.narrowSaid, reason.wideSaid)
    case 'theme':
      return say.theme(reason.label)
    case 'doing':
      return say.doing(reason.said)
    case 'towards':
      return say.towards(reason.place)
    case 'passing':
      return say.passing(reason.place)
    case 'days': {
      const day = daysWords(lang).weekdays[reason.day - 1] ?? ''
      return reason.open ? say.dayFits(day) : say.days(day)
    }
    case 'near':
      return say.distance(distance(reason.distanceM, lang))
    default:
      return say[reason.is]
  }
}

function doubtClause(doubt: Doubt, lang: Lang, words: Words): string {
  const say = words.doubts
  switch (doubt.not) {
    case 'amount':
      return say.amount(doubt.offer, doubt.need)
    case 'far':
      return say.far(distance(doubt.distanceM, lang))
    case 'thing':
    case 'wide':
    case 'apart':
    case 'doing':
      return say[doubt.not](doubt.offer, doubt.need)
    default:
      return say[doubt.not]
  }
}

const MOST_SAID = 3
const joined = (all: readonly string[], words: Words): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(words.comma)}${words.and}${all.at(-1)}`
const sentence = (text: string, words: Words): string =>
  text === '' ? '' : `${capital(text)}${words.stop}`

/** *Les deux parlent de papier, et personne ne demande d’argent.* */
export const reasonsSaid = ({ reasons }: Meeting, lang: Lang, words: Words): string =>
  sentence(
    joined([...new Set(reasons.map(one => clause(one, lang, words)))].slice(0, MOST_SAID), words),
    words,
  )

/** *Mais ils ne disent pas le même jour.* Nothing when nothing keeps them apart. */
export function doubtsSaid({ doubts }: Meeting, lang: Lang, words: Words): string {
  const said = joined(
    [...new Set(doubts.map(one => doubtClause(one, lang, words)))].slice(0, 2),
    words,
  )
  return said === '' ? '' : `${words.but}${said}${words.stop}`
}

/**
 * Way to whoever is there: who places the stalls, how to reach, whom to ask, a telephone. Published
 * columns only.
 */
const REACHES = ['stallReach', 'reach', 'ask', 'phone', 'keyHolder', 'present']
export const reachOf = ({ row }: FoundNotice): string | undefined => {
  const told = REACHES.map(name => row[name]).find(
    value => typeof value === 'string' && value !== '',
  )
  return told === undefined ? undefined : String(told)
}

/** A market is a place and an event of one name: the one that says whom to ask stands for both. */
export function once(met: readonly Match<FoundNotice>[]): readonly Match<FoundNotice>[] {
  const stands = new Map<string, string>()
  for (const { other } of met) {
    const name = fold(other.title)
    if (other.side === 'there' && reachOf(other) !== undefined && !stands.has(name))
      stands.set(name, other.id)
  }
  return met.filter(
    ({ other }) =>
      other.side !== 'there' || (stands.get(fold(other.title)) ?? other.id) === other.id,
  )
}
