import { type Html, html } from '../../../contract/html.ts'
import type { Ask } from '../../../contract/page.ts'
import { distance, onDay, sinceDay } from '../../../text/days.ts'
import { notice, POINT } from '../../../ui/board.ts'
import { thumb } from '../../../ui/picture.ts'
import { saidBy } from '../../../ui/speaking.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { howFarM, isOld, isWorthSaying, type Kind, type Notice, sinceOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** *Trelins, à 4 km*; the village itself is said without distance. */
export function placeOf(notice: Notice, ask: Ask, words: Words): Html | false {
  const { commune } = notice.row
  if (!commune) return false
  const name = ask.communeNamed(commune) ?? commune
  const far = howFarM(ask.territory, commune)
  return html`${far === undefined ? name : words.here(name, distance(far, ask.lang))}`
}

/** *à voir avec Anaïs, rien n’est promis*: of a lead only. */
export function leadOf(one: Notice, words: Words): string | false {
  if (one.kind !== 'offer' || one.row.state !== 'lead') return false
  return one.row.who ? words.lead(one.row.who) : words.leadAnyone
}

/**
 * *dit par Nadia, pour Paul*, on every line; what the keeper keyed from a slip says so on its own
 * page alone.
 */
export function spokenFor({ row }: Notice, ask: Ask, words: Words): string | false {
  return (
    !!row.toldTo &&
    row.toldTo !== ask.territory?.keptBy &&
    saidBy(ask, row.toldTo, row.who ?? words.someone)
  )
}

/**
 * *dit en réunion le 12 mars 2014*, *depuis quatre mois*: since when, of a need after a week, of
 * anything after three months.
 */
function whenOf(one: Notice, ask: Ask, words: Words): string | false {
  const since = sinceOf(one)
  const again = one.row.renewedOn !== null && !isOld(one.row.renewedOn, ask.today)
  if (one.heardOn && isOld(one.heardOn, ask.today) && !again)
    return words.heardOn(onDay(one.heardOn, ask.lang, ask.today))
  const isSaid = isOld(since, ask.today) || (one.kind === 'need' && isWorthSaying(since, ask.today))
  return isSaid && sinceDay(since, ask.lang, ask.today)
}

/** Where, what is not promised, since when: the soft line under a notice. */
export function whereOf(one: Notice, ask: Ask, words: Words): Html {
  const lead = leadOf(one, words)
  const place = lead || (one.row.where && inTongue(one.row.where, ask.lang))
  const pieces = [
    spokenFor(one, ask, words),
    placeOf(one, ask, words),
    place,
    whenOf(one, ask, words),
  ]
  return html`
    ${pieces
      .filter(piece => piece !== false && piece !== null && piece !== '')
      .map((piece, i) => html`${i > 0 && POINT}${piece}`)}
  `
}

export const kindOf = (one: Notice): Kind =>
  one.kind === 'offer' ? 'propose' : one.row.hand ? 'coup-de-main' : 'cherche'
const sideOf = (kind: Kind): string =>
  ({ propose: 'offer', cherche: 'need', 'coup-de-main': 'help' })[kind]

/** One notice of the board; in a list of several kinds `what` says in a word which it is. */
export function noticeLine(
  one: Notice,
  ask: Ask,
  words: Words,
  mixed: boolean,
  meets?: Html,
): Html {
  const kind = kindOf(one)
  return notice({
    title: one.row.title ?? '',
    href: `/annonces/${one.row.id}`,
    where: whereOf(one, ask, words),
    picture: thumb(one.row.photos),
    ...(meets ? { meets } : {}),
    ...(mixed ? { side: sideOf(kind), what: words.kinds[kind] } : {}),
  })
}
