import type { Territory } from '../../../../contract/territory.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { SIDES, spokenFrom } from '../../model/matching/rows.ts'
import type { SpokenNotice } from '../../model/matching/spoken.ts'
import { type ReadNow, rideContext, rideTold } from '../../model/rides/ride.ts'
import type { fr } from '../../words/fr.ts'

/** The notice that these words would make. */
export function wantedBy(
  said: string,
  now: ReadNow,
  territory: Territory | undefined,
): SpokenNotice {
  const title = sentenceOf(said)
  const ride = goesIn(said) ? rideTold(said, rideContext(now, territory)) : undefined
  const day = ride?.days?.is === 'once' ? ride.days.day : null
  return spokenFrom(SIDES['need']!, {
    id: '',
    title,
    ...(ride?.to || ride?.from
      ? {
          mode: 'ride',
          rideFrom: ride.from ?? null,
          rideTo: ride.to ?? null,
          // *Mardi*, said on a Tuesday, is the next one too: the sentence still names it.
          until: day === now.today && !TODAY.test(fold(said)) ? null : day,
        }
      : {}),
  })
}

/** *Aller à Boën*, *trajet Boën*, *covoiturage pour Feurs*. */
const GOES = pattern('u')`
  ^(je (veux|voudrais|dois|cherche a) )?(aller|rentrer|descendre|monter|me rendre)\b
  |\b(covoit\p{L}*|trajets?|stop)\b
`
export const goesIn = (said: string): boolean => GOES.test(fold(said))
const TODAY = /\b(aujourd|ce (soir|matin|midi)|maintenant|today|tonight)\b/
/** A thing alone is looked for; a verb is what one wants done. */
function sentenceOf(typed: string): string {
  const asked = typed.replace(TOLD_FIRST, '')
  const plain = fold(asked)
  if (SAYS.test(plain)) return asked
  return DOING.test(plain) ? `Qui peut ${asked} ?` : `Je cherche ${asked}`
}
/** The words of a search as the sentence of a need, for its form. */
export function needSaid(asked: string, words: typeof fr): string {
  const plain = fold(asked)
  if (SAYS.test(plain) || /^(i|we|who|does|looking) /.test(plain))
    return asked.charAt(0).toUpperCase() + asked.slice(1)
  return words.finding.seeking(asked, THING.test(plain))
}
/** What happened, before what is needed: *je me suis fait mal et il faut rentrer le bois*. */
const TOLD_FIRST = /^.*[\s,.;!](?:et|donc|alors|mais|,)? ?(?=il (?:me |nous )?fau(?:t|drait)\s)/iu
const THING = /^(un|une|des|du|de la|de l|quelqu un|a|an|some|somebody) /
const SAYS = /^(qui|quelqu|je|j|on|nous|besoin|cherche|recherche|il( me| nous)? fau(t|drait)|ou) /
const DOING = /^\p{L}{3,}(er|ir|re)( |$)/u
