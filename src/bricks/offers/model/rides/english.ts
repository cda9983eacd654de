import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { daysTurned } from '../../../../text/days-in-french.ts'

/**
 * The sentence of a ride said in English, as French says it: *need a lift to the market on
 * Thursday* is *je cherche quelqu’un pour m’emmener au marché jeudi*. One reading reads both, and
 * what is asked in one language meets what is offered in the other.
 */

/** Where people go. */
const GOALS: Readonly<Record<string, string>> = nullPrototype({
  market: 'au marché',
  'train station': 'à la gare',
  station: 'à la gare',
  hospital: 'à l’hôpital',
  clinic: 'à la clinique',
  doctor: 'chez le médecin',
  doctors: 'chez le médecin',
  "doctor's": 'chez le médecin',
  dentist: 'chez le dentiste',
  vet: 'chez le vétérinaire',
  pharmacy: 'à la pharmacie',
  chemist: 'à la pharmacie',
  airport: 'à l’aéroport',
  school: 'à l’école',
  'high school': 'au lycée',
  supermarket: 'au supermarché',
  shops: 'faire les courses',
  church: 'à l’église',
  mass: 'à la messe',
  bank: 'à la banque',
  'post office': 'à la poste',
  'town hall': 'à la mairie',
  town: 'en ville',
  village: 'au bourg',
  pool: 'à la piscine',
  cinema: 'au cinéma',
  library: 'à la bibliothèque',
  work: 'au travail',
})
const GOAL = Object.keys(GOALS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const KIN: Readonly<Record<string, string>> = nullPrototype({
  mother: 'ma mère',
  mum: 'ma mère',
  father: 'mon père',
  dad: 'mon père',
  son: 'mon fils',
  daughter: 'ma fille',
  kids: 'mes enfants',
  children: 'mes enfants',
  husband: 'mon mari',
  wife: 'ma femme',
  neighbour: 'mon voisin',
})
const COUNTS: Readonly<Record<string, string>> = nullPrototype({
  a: 'une',
  one: 'une',
  two: 'deux',
  three: 'trois',
  four: 'quatre',
})

const seats = (n: string): string => `${n} place${n === 'une' || n === '1' ? '' : 's'}`

const SOMEBODY = '(?:any|some)(?:one|body)(?: else)?'
const PEOPLE = `(?:${SOMEBODY}|you|people|a passenger|passengers|one person|two people)`
const MINE = `my (?:elderly |old |little )?(${Object.keys(KIN).join('|')})`
const LIFT = '(?:a |some )?(?:lift|ride)'

/** A way of saying, what it is in French, and a sentence that has it. */
type EnglishSaying = readonly [string, (...found: string[]) => string, string]
export const ENGLISH_RIDES: readonly EnglishSaying[] = [
  [
    source`(?:can|could|would|will|might) (?:${SOMEBODY}|you) (?:please )?give ${MINE} ${LIFT}`,
    (_, who) => `qui peut emmener ${KIN[who!]}`,
    'Could anyone give my mother a lift to Boën on Friday?',
  ],
  [
    source`(?:can|could|would|will|might) (?:${SOMEBODY}|you) (?:please )?(?:give|offer) (?:me
      |us) ${LIFT}`,
    () => 'qui peut m’emmener',
    'Can anyone give me a lift to Boën on Friday?',
  ],
  [
    source`(?:can|could|would|will|might) (?:${SOMEBODY}|you) (?:please )?(?:take|drive|bring
      |drop) (?:me|us)`,
    () => 'qui peut m’emmener',
    'Could anyone take me to the doctor on Friday?',
  ],
  [
    source`(?:can|could|would|will|might) (?:${SOMEBODY}|you) (?:please )?(?:take|drive|bring
      |drop) ${MINE}`,
    (_, who) => `qui peut emmener ${KIN[who!]}`,
    'Can somebody drive my son to school on Monday?',
  ],
  [
    source`(?:(?:i'm |i am )?(?:looking for|need|seeking) )?(?:${SOMEBODY} to|who can
      |who could) (?:take|drive|bring|drop) (?:me|us)`,
    () => 'je cherche quelqu’un pour m’emmener',
    'Looking for someone to drive me to the hospital on Tuesday',
  ],
  [
    source`(?:(?:i|we)(?:'m| am| are|'re|'d like)? )?(?:need|want|after|looking for|seek|seeking
      |searching for|hoping for|could do with)? ?${LIFT} (?:needed|wanted)`,
    () => 'je cherche quelqu’un pour m’emmener',
    'Lift wanted to Boën on Thursday',
  ],
  [
    source`(?:(?:i|we)(?:'m| am| are|'re|'d)? )?(?:need|needs|want|like|after|looking for|seek
      |seeking|searching for|hoping for|could do with) ${LIFT}`,
    () => 'je cherche quelqu’un pour m’emmener',
    'need a lift to the market on Thursday',
  ],
  [
    source`(?:i|we) (?:can|could|will|am happy to|'ll) (?:give|offer) ${PEOPLE} ${LIFT}`,
    () => 'j’emmène quelqu’un',
    'I can give someone a lift to the hospital on Tuesday',
  ],
  [
    source`(?:i|we)(?: can| could| will|'ll|'m happy to| am happy to) (?:drive|take|bring
      |drop) ${PEOPLE}`,
    () => 'j’emmène quelqu’un',
    'I can drive you to Boën on Friday at 9 am, 2 seats',
  ],
  [
    source`(?:can|could|will|happy to|glad to) (?:take|give|offer) (?:${PEOPLE}|one|two
      |three)(?: ${LIFT})?`,
    () => 'je prends des passagers',
    'I drive to Saint-Étienne every Monday, happy to take someone',
  ],
  [
    source`${LIFT} (?:offered|available)`,
    () => 'j’emmène quelqu’un',
    'Lift offered to Boën on Thursday',
  ],
  [
    source`(?:is |are |does |anybody |if )?(?:${SOMEBODY}|who(?: is|'s)?)(?: is|'s)? (?:driving
      |going|heading|goes|drives)`,
    () => 'qui va',
    'Who drives to Feurs on Friday?',
  ],
  [
    source`(?:(?:i|we)(?:'m| am|'re| are|'ll be| will be)? )?(?:driving|going|heading|drive
      |travelling)(?= (?:back |up |down |over )?(?:to|from))`,
    () => 'je vais',
    'Going to Lyon on Saturday, one seat free',
  ],
  [
    source`(?:no car|(?:i|we) (?:don't|do not|can't|cannot|can no longer) (?:have a car
      |drive)(?: any ?more)?|without a car|(?:my|our) car (?:has broken|is broken
      |broke) down|not driving)`,
    () => 'pas de voiture',
    'No car at the moment, is anyone driving to Feurs?',
  ],
  [
    source`(?:car|lift|ride)[ -]?(?:pool(?:ing)?|shar(?:e|ing))`,
    () => 'covoiturage',
    'Carpool to Boën on Mondays',
  ],
  [
    source`(\d|a|one|two|three|four) (?:free |spare |empty |more )?(?:seats?|places?
      |spaces?)(?: free| left| available| in (?:my|the|our) car)*`,
    (_, n) => seats(COUNTS[n!.toLowerCase()] ?? n!),
    'Going to Lyon on Saturday, two spare seats',
  ],
  [
    source`(?:seats?|room) (?:free|left|available|in (?:my|the|our) car)`,
    () => 'places libres',
    'Driving to Boën on Friday, seats available',
  ],
]

type Change = readonly [RegExp, (...found: string[]) => string]
/** The way, once the ride is said. */
const WAYS: readonly Change[] = [
  [
    /(?<![a-z])(?:there and back|round trip|return trip|both ways)(?![a-z])/gi,
    () => 'aller-retour',
  ],
  [
    /(?<![a-z])(?:,? ?(?:and |then )?(?:coming |going |returning |driving )?back)(?= à \d)/gi,
    () => ', retour',
  ],
  [
    new RegExp(`(?<![a-z])(?:to|at) (?:the )?(\\p{Lu}[\\p{L}-]+) (${GOAL})(?![a-z])`, 'gu'),
    (_, town, goal) => `${GOALS[goal!]} de ${town}`,
  ],
  [
    new RegExp(
      `(?<![a-z])(?:back |up |down |over )?(?:to|at) (?:the |my |our )?(${GOAL})` +
        '(?: (?:in|at|of) (?=\\p{Lu}))?(?![a-z])',
      'giu',
    ),
    (whole, goal) =>
      `${GOALS[goal!.toLowerCase()] ?? goal}${/ (?:in|at|of) $/i.test(whole!) ? ' de ' : ''}`,
  ],
  [
    new RegExp(`(?<![a-z])(?:back )?from (?:the |my |our )?(${GOAL})(?![a-z])`, 'gi'),
    (_, goal) =>
      (GOALS[goal!.toLowerCase()] ?? '').replace(/^au /, 'du ').replace(/^(?:à|en) /, 'de '),
  ],
  [/(?<![a-z])(?:back )?from (?:the )?(?=\S)/gi, () => 'de '],
  [/(?<![a-z])(?:via|through|by way of|passing) (?=\p{Lu})/giu, () => 'par '],
  [/(?<![a-z])(?:back |up |down |over )?(?:to|for|towards) (?=\p{L})/giu, () => 'à '],
  [/(?<![a-z])leaving(?![a-z])/gi, () => 'départ'],
]

/** Words of French in small letters, and it is not English. */
const FRENCH = pattern('u')`
  (?<!\p{L})(?:le|la|les|une|des|du|au|aux|je|qui|que|pour|et|chez|vers|il|cherche
  |quelqu)(?!\p{L})
`
const SOME_ENGLISH = pattern('i')`
  (?<![a-z])(?:lift|rides?|seats?|driv(?:e|es|ing)|going|heading|take|give|any(?:one|body)|car
  |car-?pool(?:ing)?)(?![a-z])
`
const TURNS: readonly Change[] = ENGLISH_RIDES.map(([shape, to]) => [
  new RegExp(`(?<![a-z'])(?:${shape})(?![a-z])`, 'gi'),
  to,
])

/** Whether a sentence tells of a car or a seat in English. */
const isEnglishRide = (sentence: string): boolean =>
  SOME_ENGLISH.test(sentence) && !FRENCH.test(sentence)

/** The sentence as French says it; any other stays as it is. */
export function inFrench(sentence: string): string {
  if (!isEnglishRide(sentence)) return sentence
  const plain = daysTurned(sentence.replace(/[’‘]/g, "'"))
  const turned = turn(plain, TURNS)
  // Nothing of a ride is said: *a road*, *a nail to drive*.
  return turned === plain ? sentence : turn(turned, WAYS)
}
const turn = (text: string, changes: readonly Change[]): string =>
  changes.reduce((said, [shape, to]) => said.replace(shape, (...found) => to(...found)), text)
