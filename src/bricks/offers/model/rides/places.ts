import { pattern } from '../../../../core/pattern.ts'
import { type Mention, maybe, mentions } from './mentions.ts'
import { pairIn } from './pairs.ts'
import { type RideText, WHEN } from './text.ts'

/** The places that the sentence of a ride names, each in its part of the way. */
export type RidePlaces = Readonly<{
  from: string | undefined
  to: string | undefined
  via: readonly string[]
  /** The goal has a name: it is no *marché*, of which each village has one. */
  isNamed: boolean
}>

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
  const passed = ends.to === undefined ? passedIn(there, all) : undefined
  const to = ends.to ?? passed
  const via = [...ends.also, ...vias].filter(one => one !== to && one !== ends.from)
  const isNamed = ends.isNamed || passed !== undefined
  return { from: ends.from, to, via: [...new Set(via)], isNamed }
}

/** *Je passe par Boën lundi, 3 places*: with seats, and no goal, people go where one passes. */
const PASSES = /(?<![a-z])(?:je|on|nous) pass(?:e|ons|erai) (?:par|a) $/
const COUNTED = pattern()`
  (?<![a-z\d])(?:(?:\d|une|deux|trois|quatre) places?
  |pren[dn][a-z]* (?:quelqu'une?|du monde|des gens|une personne))(?![a-z])
`
const passedIn = ({ plain }: RideText, all: readonly Mention[]): string | undefined =>
  COUNTED.test(plain)
    ? all.find(one => one.part === 'via' && one.isNamed && PASSES.test(plain.slice(0, one.from)))
        ?.said
    : undefined
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
const MEETS = pattern()`
  (?<![a-z])(?:stop|prendre|prends?|prendrai|prenez-(?:moi|nous)|chercher|recuperer)
  (?: [a-z]+){0,2} (?:a|au|a la|a l') ?$
`
/** *Venir me chercher à la gare*: where the way begins, whatever its end. */
const FETCHED = pattern()`
  (?<![a-z])(?<!(?:vais|irai|allons) )(?:chercher|recuperer)(?: [a-z-]+){0,2} (?:a|au|a la
  |a l') ?$
`
const isMetFirst = ({ plain }: RideText, one: Mention, isGoalToo: boolean): boolean =>
  (isGoalToo ? MEETS : FETCHED).test(plain.slice(0, one.from))
/** *Qui passe par Trelins ?*: who asks is there. */
const ASKS_BY = /(?<![a-z])(?:qui|quelqu'une?) pass[a-z]* par (?:le |la |l')?$/
type Ends = Readonly<{
  from: string | undefined
  to: string | undefined
  also: readonly string[]
  isNamed: boolean
}>

function endsOf(there: RideText, all: readonly Mention[], communes: RegExp): Ends {
  const useful = maybe(there, all, communes)
  const met = all.find(one => one.part === 'to' && isMetFirst(there, one, useful.length > 0))
  const told = all.filter(one => one.part === 'to' && one !== met)
  const passed = all.find(one => one.part === 'via' && ASKS_BY.test(there.plain.slice(0, one.from)))
  const left = all.find(one => one.part === 'from') ?? leftOf(there, all) ?? met ?? passed
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
  const town = to && goals.find(one => one !== from && isTownOf(there, to, one))
  return {
    from: from?.said,
    to: town ? `${ownOf(there, to)} à ${town.said}` : to?.said,
    isNamed: town !== undefined || (to?.isNamed ?? false),
    also: goals
      .filter(one => one !== to && one !== town && one !== from && one.isNamed)
      .filter(one => one.part === 'to' && !MET.test(there.plain.slice(0, one.from)))
      .map(one => one.said),
  }
}

/** *Restos du cœur*: with what it is of. */
const ownOf = ({ clear, plain }: RideText, { from, to }: Mention): string =>
  clear.slice(from, to + (/^ d(?:u|es|e|') ?[a-z]+/.exec(plain.slice(to))?.[0].length ?? 0))
/** *rendez-vous à la CAF*: what one does there, and no stop. */
const MET = /(?<![a-z])rendez-vous (?:a |au |chez )(?:la |le |l')?$/
/** *aux Restos du cœur à Montbrison*, *chez le docteur jeudi à 10 h à Boën*. */
const THEN_TOWN = new RegExp(`^(?: d(?:u|es|e|') ?[a-z]+)?,? ${WHEN}*(?:a|au) $`)
const isTownOf = ({ plain }: RideText, goal: Mention, town: Mention): boolean =>
  town.isNamed &&
  town.from > goal.to &&
  THEN_TOWN.test(plain.slice(goal.to, town.from)) &&
  (!goal.isNamed || !DAY_IN.test(plain.slice(goal.to, town.from)))
const DAY_IN = /\d|di(?![a-z])|demain/
/** *de Boën à Montbrison*, *descends de Noirétable*: the place that one leaves. */
const LEAVES = pattern()`
  (?<![a-z])(?:covoiturages?|covoit|trajets?|stop|descends?|descendre|montee?s?|vais|va|aller
  |route|voiture|quelqu'un|qqn|rentr[a-z]*|revenir|revien[a-z]*|revenons|viens|vient|remont[a-z]*
  |redescend[a-z]*|ramene[a-z]*|retour|(?:em|a)men[a-z]*|condui[a-z]*|accompagn[a-z]*|depos[a-z]*
  |prendre)(?: (?:le|tous les|chaque)? ?[a-z]+di)? $|, $
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
