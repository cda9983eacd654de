import { pattern, source } from '../../../../core/pattern.ts'
import { GO, type RideText, rideText } from './text.ts'

/** The places that the sentence of a ride names, each in its part of the way. */
export type RidePlaces = Readonly<{
  from: string | undefined
  to: string | undefined
  via: readonly string[]
  /** The goal has a name: it is no *marché*, of which each village has one. */
  isNamed: boolean
}>

/** Days and months take capitals on a telephone, and are no places. */
const NO_NAME = pattern('y')`
  (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin
  |juillet|aout|septembre|octobre|novembre|decembre|noel|paques|toussaint|je|il|elle|on|nous
  |merci|bonjour|retour|depart|aller)s?(?![a-z])
`
/** Where people go without naming the town: each village has its own. */
const GOALS = source`
  (?:marche|foire|gare|hopital|clinique|maternite|medecin|docteur|toubib|kine|dentiste|ophtalmo
  |oculiste|cardiologue|pharmacie|laboratoire|labo|maison medicale|lycee|college|ecole de musique
  |ecole|fac|universite|creche|supermarche|super u|intermarche|leclerc|carrefour|lidl|courses
  |aeroport|mairie|sous-prefecture|prefecture|tribunal|tresorerie|perception|poste|banque
  |bibliotheque|mediatheque|piscine|cinema|messe|eglise|temple|cimetiere|ehpad|maison de retraite
  |stade|foot|judo|danse|gymnase|conservatoire|travail|boulot|usine|centre-ville|ville|bourg
  |pole emploi|france travail|mission locale|veterinaire|veto|coiffeur|notaire|zone commerciale
  |arret de (?:bus|car))
`
/** A name with its joints: *Saint-Georges en Couzan*, *L’Hôpital-sous-Rochefort*. */
const JOINT = "(?:sur|sous|en|le|la|les|lès|de|du|des|d'|l')"
const NAMED = new RegExp(
  `(?:(?:Le|La|Les) |L')?\\p{Lu}\\p{L}+(?:(?:-${JOINT})*-\\p{L}+|(?: ${JOINT})* \\p{Lu}\\p{L}+` +
    `|(?: ${JOINT})+ ?(?<=')\\p{Lu}\\p{L}+)*`,
  'uy',
)
const GOAL = new RegExp(`(?:le |la |les |l'|mon |ma |notre )?(${GOALS})s?(?![a-z])`, 'y')
/** Typed without a capital: the word that ends its clause, or that a day or an hour follows. */
const SMALL = pattern('y')`
  (?!(?:pied|velo|cheval|table|bord|droite|gauche|moitie|peine|plusieurs|deux|trois|quatre|partir
  |moins|nouveau|volonte|domicile|midi|minuit|tous|toutes?|temps|cote|louer|vendre|donner|preter
  |quelqu|environ|cause|part|bientot|demain|plus|quel|retour|elle|vous|nous|chacun|titre|aller
  |faire|prendre|jour|fond|bloc|neuf|voir|chercher|garder|aider)(?![a-z]))
  (?:st |ste |saint |sainte )?[a-z]{4,}(?:-[a-z]+)*
  (?=\s*(?:$|[,.;:!?)]|(?:le|les|tous|toutes|chaque|du|en|ce|cet|cette|vers|pour|et|a|avec|demain
  |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|apres-demain|par|via|depuis|de|aller|dans
  |une?|deux|trois|quatre)(?![a-z])|\d))
`
type Place = Readonly<{ said: string; from: number; to: number; isNamed: boolean }>
/**
 * Shape   `communes`: names of the territory (`namesOf`); `isSure`: a small word after *descends à*
 *         is a place.
 */
type Known = Readonly<{ communes: RegExp; isSure: boolean }>

/** Says whether a place stands inside of a word: in *allera*, *era* is none. */
const isInWord = (plain: string, at: number): boolean => /^[a-z]{2}/.test(plain.slice(at - 1))

/**
 * The place that begins here: a name, a commune of the territory, a goal, a small word.
 *
 * Law     a place begins where a word begins: the rest of a word looks like somebody’s name, and a
 *         notice would wait for it.
 */
function placeAt(text: RideText, at: number, known: Known): Place | undefined {
  const { clear, plain } = text
  if (at > 0 && isInWord(plain, at)) return undefined
  const of = (to: number, isNamed: boolean, from = at): Place => ({
    said: clear.slice(from, to),
    from,
    to,
    isNamed,
  })
  const length = Math.max(nameAt(text, at).length, communeAt(plain, at, known).length)
  if (length > 0) return of(at + length, true)
  GOAL.lastIndex = at
  const goal = GOAL.exec(plain)
  if (goal) {
    const from = at + goal[0].indexOf(goal[1]!)
    return withTown(text, of(at + goal[0].length, false, from), known)
  }
  SMALL.lastIndex = at
  NO_NAME.lastIndex = at
  const small = known.isSure && !NO_NAME.test(plain) ? SMALL.exec(plain)?.[0] : undefined
  return small ? of(at + small.length, true) : undefined
}

/** The longest name of the territory that stands here, with a capital or without. */
function communeAt(plain: string, at: number, { communes }: Known): string {
  communes.lastIndex = at
  return communes.exec(plain)?.[0] ?? ''
}

/** Typed in small letters, *st etienne* is a place for everybody. */
const SAINTS = "(?:st|ste|saint|sainte)[ -][a-z]{4,}(?:-[a-z']+)*"
const NO_SHORT = /^(?:saint|sainte|st|ste|la|le|les)$/
/**
 * The names of the territory as people write them: *saint-georges en couzan*, *st georges*, *boen*.
 */
export function namesOf(communes: readonly string[]): RegExp {
  const loose = (name: string): string =>
    RegExp.escape(name)
      .replace(/^saint(e?)/, 's(?:ain)?t$1')
      .replace(/\\x2d|[ -]/g, '[ -]')
  const short = (name: string): string =>
    /^(?:sainte?-)?[a-z']+(?=-(?:sur|sous|en|le|la|les|l')-)|^(?!saint|sain-)[a-z]{6,}(?=-)/.exec(
      name,
    )?.[0] ?? ''
  const all = communes
    .map(name => rideText(name).plain)
    .flatMap(name => [name, short(name)])
    .filter(one => one.length > 3 && !NO_SHORT.test(one))
  const sorted = [...new Set(all)].sort((a, b) => b.length - a.length).map(loose)
  return new RegExp(`(?:${[...sorted, SAINTS].join('|')})(?![a-z])`, 'y')
}

function nameAt({ clear, plain }: RideText, at: number): string {
  NAMED.lastIndex = at
  NO_NAME.lastIndex = at
  if (NO_NAME.test(plain)) return ''
  const name = NAMED.exec(clear)?.[0] ?? ''
  // A day with a capital ends the name before it.
  for (let i = name.indexOf(' '); i > 0; i = name.indexOf(' ', i + 1)) {
    NO_NAME.lastIndex = at + i + 1
    if (NO_NAME.test(plain)) return name.slice(0, i)
  }
  return name
}

/** *le marché de Boën*, *la gare à Montbrison*. */
function withTown(text: RideText, goal: Place, known: Known): Place {
  const of = /^ (?:de |d'|du |a |des )/.exec(text.plain.slice(goal.to))
  const town = of && placeAt(text, goal.to + of[0].length, { ...known, isSure: false })
  return town?.isNamed
    ? { said: text.clear.slice(goal.from, town.to), from: goal.from, to: town.to, isNamed: true }
    : goal
}

type Part = 'from' | 'to' | 'via'
/** The words before a place that say its part of the way; the surer stand before. */
const BEFORE: readonly (readonly [RegExp, Part | 'of'])[] = [
  [
    pattern('g')`
      (?<![a-z])(?:en passant|passe(?:nt|s|rai)?|passant|passage) (?:par|a|au|devant) (?:le |la |l
      es |l')?
    `,
    'via',
  ],
  [/(?<![a-z])(?:via|par) (?:le |la |les |l')?/g, 'via'],
  [
    pattern('g')`
      (?<![a-z])(?:depuis|(?:au )?depart(?: est)?(?: de| d'| du| a| :|:|)|en partant (?:de|d'|du)
      |(?:pars|part|partons|partant|partirai) (?:de|d'|du)|sortie (?:de|d'|du)|venant (?:de|d'|du)
      |(?:habite|suis|vis|sommes|habitons|reside|loge)(?: a| au| aux)?|entre) ?(?:le |la |les |l')?
    `,
    'from',
  ],
  [
    pattern('g')`
      (?<![a-z])(?:a l'|(?:jusqu'(?:a|au|aux|en)|a la|aux?|a|vers|direction|en
      |chez(?= (?:le|la|l'|mon|ma))
      |(?<=(?:aller|monte|descends?|rentrer?|va|vais) )sur)(?![a-z])(?: le| la| les)? ?
      (?:l')?)
    `,
    'to',
  ],
  [/(?<![a-z])(?:de |d'|du )/g, 'of'],
]
/** A person or a use stands after these as often as a place. */
const MAYBE = /(?<![a-z])(?:pour|sur)(?: le| la| les)? (?:l')?/g
const ALSO = /^(?:,| et| puis| ou)(?: par| a| vers| aussi| jusqu'a)* (?:le |la |les |l')?/
const STROKE = /^ ?(?:-+>?|→|>|\/) ?/
const BLANK = /^ /

type Mention = Place & Readonly<{ part: Part | 'of'; isGone: boolean }>
function mentions(text: RideText, communes: RegExp): readonly Mention[] {
  const found: Mention[] = []
  const add = (place: Place | undefined, part: Part | 'of', isGone: boolean): void => {
    if (!place || found.some(one => place.from < one.to && place.to > one.from)) return
    found.push({ ...place, part, isGone })
    const also = ALSO.exec(text.plain.slice(place.to))
    const next = place.to + (also?.[0].length ?? 0)
    if (also) add(placeAt(text, next, { communes, isSure: false }), part, false)
  }
  for (const [shape, part] of BEFORE)
    for (const m of text.plain.matchAll(shape)) {
      const isGone = part === 'to' && GO.test(text.plain.slice(0, m.index))
      const isLeft = /^(?:depuis|(?:au )?depart d|en partant d)/.test(m[0])
      const at = placeStart(text, m.index + m[0].length)
      const known = { communes, isSure: isGone || isLeft }
      const sure = placeAt(text, at, { communes, isSure: false })
      add(
        sure ?? (part === 'to' ? eventAt(text, at, known) : undefined) ?? placeAt(text, at, known),
        part,
        isGone,
      )
    }
  return found.sort((a, b) => a.from - b.from)
}

/** *à L’Hôpital*, *à La Chamba*: an article with a capital is a part of the name. */
const ARTICLE = /(?:L'|(?:Le|La|Les) )$/
const placeStart = ({ clear }: RideText, at: number): number =>
  at - (ARTICLE.exec(clear.slice(0, at))?.[0].length ?? 0)

/** *la vogue de Chalmazel*: any thing of a town that is named. */
const EVENT = pattern('y')`
    (?!(?:sortie|place|retour|depart|fin|cote|moitie|partir|aller|rentrer|revenir|remonter|monter
    |descendre|redescendre|retourner)(?![a-z]))[a-z]{4,}(?:[ -][a-z]+)?(?= (?:de |d'|du |a ))
  `
function eventAt(text: RideText, at: number, known: Known): Place | undefined {
  NO_NAME.lastIndex = at
  if (NO_NAME.test(text.plain)) return undefined
  EVENT.lastIndex = at
  const said = EVENT.exec(text.plain)?.[0]
  if (said === undefined) return undefined
  const place = withTown(text, { said, from: at, to: at + said.length, isNamed: false }, known)
  return place.isNamed ? place : undefined
}

/** *Boën – Montbrison*, *Boën → Montbrison*, *Boën Lyon lundi*: two names. */
function pairIn(text: RideText, communes: RegExp): readonly [Place, Place] | undefined {
  const known = { communes, isSure: false }
  for (let at = 0; at < text.plain.length; at++) {
    if (/[a-z'-]/.test(text.plain[at - 1] ?? '')) continue
    const cut = communeAt(text.plain, at, known)
    const first: Place | undefined =
      cut === ''
        ? placeAt(text, at, known)
        : {
            said: text.clear.slice(at, at + cut.length),
            from: at,
            to: at + cut.length,
            isNamed: true,
          }
    const rest = text.plain.slice(first?.to)
    const stroke =
      first &&
      (STROKE.exec(rest) ?? (cut === '' || /^s(?:ain)?t/.test(cut) ? null : BLANK.exec(rest)))
    const second = stroke && placeAt(text, first.to + stroke[0].length, known)
    if (first?.isNamed && second?.isNamed) return [first, second]
  }
  return undefined
}

/**
 * Where a ride goes, as its sentence says it.
 *
 * Shape   `there`: the words of the way there, without those of the return. `communes`: see
 *         `namesOf`.
 */
export function ridePlaces(there: RideText, communes: RegExp): RidePlaces {
  const pair = pairIn(there, communes)
  const all = mentions(there, communes)
  const vias = all.filter(one => one.part === 'via').map(one => one.said)
  if (pair) return { from: pair[0].said, to: pair[1].said, via: vias, isNamed: true }
  const ends = endsOf(there, all, communes)
  const via = [...ends.also, ...vias].filter(one => one !== ends.to && one !== ends.from)
  return { from: ends.from, to: ends.to, via: [...new Set(via)], isNamed: ends.isNamed }
}

/** *Maman à Sail, cherche…*: where somebody lives, said before what they do. */
const DOES = /(?<![a-z])(?:cherche|je|j'|on|nous|qui|quelqu'un|voudrai[st]|besoin)(?![a-z])/
const isWhere = ({ plain }: RideText, one: Mention, goals: readonly Mention[]): boolean => {
  const next = goals.find(other => other.from > one.to)
  return (
    !one.isGone &&
    next !== undefined &&
    !DOES.test(plain.slice(0, one.from)) &&
    DOES.test(plain.slice(one.to, next.from))
  )
}

/** *du stop à Sail pour Boën*, *prendre mon fils à Sail pour l’école*: where one is met. */
const MEETS =
  /(?<![a-z])(?:stop|prendre|prend|chercher|recuperer)(?: [a-z]+){0,2} (?:a|au|a la|a l') ?$/
const isMet = ({ plain }: RideText, one: Mention): boolean => MEETS.test(plain.slice(0, one.from))

type Ends = Readonly<{
  from: string | undefined
  to: string | undefined
  also: readonly string[]
  isNamed: boolean
}>
function endsOf(there: RideText, all: readonly Mention[], communes: RegExp): Ends {
  const useful = maybe(there, all, communes)
  const met = all.find(one => one.part === 'to' && useful.length > 0 && isMet(there, one))
  const told = all.filter(one => one.part === 'to' && one !== met)
  const left = all.find(one => one.part === 'from') ?? leftOf(there, all) ?? met
  const others = [...useful, ...all.filter(one => one.part === 'of' && one !== left && one.isNamed)]
  const goals = told.length > 0 ? told : others
  // *entre Boën et Montbrison*: the second of two beginnings.
  const second = all.find(one => one.part === 'from' && one !== left)
  const rest = goals.filter(one => !isWhere(there, one, goals))
  const first = goals.find(one => one.isGone) ?? rest[0] ?? goals[0] ?? second
  const to =
    goals.find(one => one !== first && /^ puis/.test(there.plain.slice(first?.to ?? 0))) ?? first
  // *Étudiant à Lyon je rentre à Noirétable*: where somebody is, before they go.
  const stands = goals.find(
    one =>
      one !== to &&
      one.isNamed &&
      to &&
      one.to < to.from &&
      (to.isGone || isWhere(there, one, goals)),
  )
  const from = left ?? stands
  return {
    from: from?.said,
    to: to?.said,
    isNamed: to?.isNamed ?? false,
    also: goals
      .filter(one => one !== to && one !== from && one.isNamed && one.part === 'to')
      .map(one => one.said),
  }
}

/** *de Boën à Montbrison*, *descends de Noirétable*: the place that one leaves. */
const LEAVES = pattern()`
  (?<![a-z])(?:covoiturages?|covoit|trajets?|stop|descends?|descendre|montee?s?|vais|va|aller
  |route|voiture|quelqu'un|qqn|rentr[a-z]*|revenir|revien[a-z]*|revenons|viens|vient|remont[a-z]*
  |redescend[a-z]*|ramene[a-z]*|retour)(?: (?:le|tous les|chaque)? ?[a-z]+di)? $|, $
`
const leftOf = ({ plain }: RideText, all: readonly Mention[]): Mention | undefined =>
  all.find(
    (one, i) =>
      one.part === 'of' &&
      (LEAVES.test(plain.slice(0, one.from).replace(/(?:de |d'|du )$/, '')) ||
        (all[i + 1]?.part === 'to' &&
          /^,? (?:jusqu'[a-z]+|a|au|aux|vers)(?: l'| la| le)? ?$/.test(
            plain.slice(one.to, all[i + 1]!.from),
          ))),
  )

/** *une place pour Montbrison*: taken for a goal where no other is told. */
function maybe(there: RideText, all: readonly Mention[], communes: RegExp): readonly Mention[] {
  return [...there.plain.matchAll(MAYBE)].flatMap(m => {
    const at = m.index + m[0].length
    const place = placeAt(there, at, { communes, isSure: false })
    const isFree = place && !all.some(one => place.from < one.to && place.to > one.from)
    return place && isFree ? [{ ...place, part: 'to' as const, isGone: false }] : []
  })
}
