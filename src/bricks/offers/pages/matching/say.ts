import type { Lang } from '../../../../core/lang.ts'
import { stems } from '../../../../core/letters/words.ts'
import { capital } from '../../../../text/capital.ts'
import { distance } from '../../../../text/days.ts'
import { daysWords } from '../../../../text/days-words.ts'
import type { Doubt, Reason } from '../../model/matching/thing.ts'
import { topicName } from '../../model/topics/topics.ts'
import type { matchingFr } from '../../words/matching/fr.ts'
import type { Meeting } from '../matching.ts'

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
