import { pattern } from '../../../core/pattern.ts'
import { announced } from '../../../text/harvest/announced.ts'
import { hoursIn, type ToldDay } from '../../../text/harvest/dates.ts'
import { placeShown } from '../../../text/harvest/head.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { homeless, namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece, HarvestRule, PickedPiece } from '../../../text/harvest/rule.ts'
import { type NoteRow, rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { infinitiveOf } from '../../../text/harvest/verbs.ts'
import { dayElsewhere } from './harvest-elsewhere.ts'
import { DUE, EVENT, NEXT, PAST, WHERE } from './harvest-happening.ts'
import { isRide, type Recurring, recurringIn, rhythmIn } from './harvest-recurring.ts'

const QUIET = ['present', 'excused', 'absent', 'agenda', 'context', 'author', 'references']

const WHERE_ENDS = pattern('u')`
  \s(?:(?:de|à|dès|vers|le)\s(?=\d)|(?:pour|avec|et|afin|qui)\s(?=\p{Ll})
  |(?:le |ce |tous les |chaque |un )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche)s?(?!\p{L})).*$
`
function whereIn(page: NotesPage, piece: NotePiece, after: number): string {
  for (const m of piece.clear.slice(after).matchAll(WHERE)) {
    const raw = m[1]!.replace(WHERE_ENDS, '')
    const place = titled(placeShown(raw), page.names)
    if (place.length > 2) return place
  }
  return ''
}

/** Whether a place stands in the words beside those of a home; its capital may be ours. */
const isOutside = (piece: NotePiece, place: string): boolean =>
  homeless(piece.clear).toLowerCase().includes(place.toLowerCase().replace(/’/g, "'"))

const DECIDED_TO = pattern()`
  ^.*\b(?:decide|convenu|prevu|propose) (?:de |d')(?:reporter |organiser |fixer |prevoir |faire |
  maintenir |tenir |avancer )?
`

const HOURS_FIRST = pattern('iu')`
  ^(?:\s*[,:–)-]*\s*)?(?:(?:de|à|dès|vers|matin|après-midi|soir)\s*)?(?:\d{1,2}\s?(?:h
  |:)\s?\d{0,2}(?:\s?(?:-|–|à|jusqu'à)\s?\d{1,2}\s?(?:h|:)\s?\d{0,2})?)?
`

const HELD_ON = pattern()`
  (?:\s*[(,:–-]?\s*)(?<![a-zœ'])(?:(?:commence(?:ra)?|debute(?:ra)?|demarre(?:ra)?
  |reprend(?:ra)?|est|sera|tombe|aura lieu|est prevue?|se tiendra|se deroulera|est fixee?
  |(?:est |sera )?(?:calee?|callee?|maintenue?|confirmee?|arretee?|fixee?|prevue?|programmee?)
  |a lieu|programmee?) )?(?:le |du |les |au |ce |en date du |samedi |dimanche
  |premier |1er |deuxieme |2e |troisieme |3e |quatrieme |4e |dernier )*$
`

function titleOf(page: NotesPage, piece: NotePiece, from: number, to: number): string {
  const labelled = /^[^a-z]*(?:dates?|jour) (?:du |de la |de l'|des |de |d')(.{3,60}?)\s*:/.exec(
    piece.plain,
  )
  if (labelled)
    return titled(
      piece.clear.slice(
        piece.plain.indexOf(labelled[1]!),
        piece.plain.indexOf(labelled[1]!) + labelled[1]!.length,
      ),
      page.names,
    )
  const next = NEXT.exec(piece.plain)
  if (next) {
    const named = /proch(?:aine?s?|\.)? (.*)$/.exec(
      piece.clear.slice(next.index, next.index + next[0].length).toLowerCase(),
    )
    if (
      /(?:revoit|retrouv|reuni|rever|revoyons|rendez-vous|fois|dates?|a la prochaine)/.test(
        next[0],
      ) ||
      !named
    )
      return 'Prochaine réunion'
    const words = piece.clear.slice(next.index, next.index + next[0].length)
    return titled(words, page.names)
  }
  const clear = piece.clear
  const day = HELD_ON.exec(piece.plain.slice(0, from))
  const before = clear.slice(piece.labelled, from - (day?.[0].length ?? 0))
  const after = clear
    .slice(to)
    .replace(HOURS_FIRST, '')
    .replace(/^[\s,:;–—-]+/, ' ')
  const useful = EVENT.exec(piece.plain.slice(piece.labelled, from))
  const subject = useful
    ? before.slice(useful.index > 45 ? useful.index : 0)
    : before.trim().length > 3
      ? before
      : after
  const clauses = (
    useful || before.trim().length > 3
      ? `${subject} ${/^\s*(?:à|au|sur|dans|de|du|pour|avec)\s/.test(after) ? after : ''}`
      : after
  ).split(/[.;!?]\s|,\s|\s\(|\s=>\s|\s[–—-]\s|\d{1,2}\s?h/)
  // *Au bar, réunion le 4*: its place stands before what it is.
  const clause =
    (PLACE_FIRST.test(plainOf(clauses[0]!)) && clauses.find(isHappening)) || clauses[0]!
  const folded = plainOf(clause)
  const decided = DECIDED_TO.exec(folded) ?? PROPOSED.exec(folded)
  return titled(
    (decided ? clause.slice(decided[0].length) : clause).replace(/^\s*(?:[Cc]ett?e?|[Cc]et) /, ''),
    page.names,
  )
}

const PLACE_FIRST = /^\s*(?:chez|au|aux|a la|a l'|dans|sous|sur|devant) /
const isHappening = (clause: string): boolean => EVENT.test(plainOf(clause))

/** *Léa propose un atelier*: it is the workshop that people come to. */
const PROPOSED = pattern()`
  ^.{0,60}?\b(?:propos|organis|anim|invit|prevoi|prevoy)(?:e|ent|era|eront|ons|t)?
  (?: aussi)? (?:a |au |aux )?(?=(?:une?|son|sa|des|le|la|les|l'|leur|notre) ?[a-z])
`

/**
 * *Samedi 10 décembre, 14 h, sous la halle*: the item begins with its day and tells an hour or a
 * place; its title is what it is.
 */
const BY_DAY = pattern()`
  ^[^a-z]*(?:le |ce |rendez-vous |rdv )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche) )?\d
`
/** *La collecte aura lieu…*: whatever it is, it is to come. */
const TO_COME = pattern()`
  \b(?:prochaine? [^.,:;]{3,40} (?:est|sera|tombe)|(?:a|ont|aura|auront) lieu|se tiendra
  |se deroulera|est prevue?s?|sont prevue?s?|est programmee?s?
  |est calee?s?) (?:le |ce |les |au )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche) )?$
`
/** *22 juin : feu de la Saint-Jean*. */
const DAY_FIRST = /^\s*[:–-]\s+[a-z]/
/** Its hour, right after its day. */
const HOURED = /^[\s,(:–-]*(?:(?:de|a|des|vers|matin|apres-midi|soir)\b)?\s*\d{1,2}\s?h/
const HOUR_OR_PLACE = pattern()`
  ^[\s,:–-]*(?:(?:de|a|des|vers|matin|apres-midi|soir)\b)?\s*\d{1,2}\s?h|^\s*,? (?:a|au|dans|sous
  |sur|place|salle|devant|matin|apres-midi|toute la journee)\b
`

function byDay(page: NotesPage, piece: NotePiece, told: { from: number; to: number }): boolean {
  if (!BY_DAY.test(piece.plain) || told.from > 14 || piece.block.heading) return false
  const after = piece.plain.slice(told.to, told.to + 60)
  return HOUR_OR_PLACE.test(after) && underTitle(page, piece) !== ''
}
const NO_SUBJECT = pattern()`
  ^[^a-z]*(?:present|participant|excus|absent|ordre du jour|compte[- ]rendu|cr\b|pv\b|proces
  |reunion|divers|en bref|infos?|informations?|points?\b|questions?|agenda|suite|dates?|a venir
  |prochaine?s?\b)
`
/** The title above, when it is a subject and not a kind of section. */
function underTitle(page: NotesPage, piece: NotePiece): string {
  const under = plainOf(piece.block.under)
  const own = !NO_SUBJECT.test(under) && ['', 'talk', 'projects'].includes(announced(under))
  return own && (piece.section === '' || piece.section === 'dates' || piece.section === 'talk')
    ? titled(piece.block.under.replace(/^\d+\s?[.)]\s*/, ''), page.names)
    : ''
}

/**
 * How a sentence gives a day: `next`, of the next meeting; `dated`, in a list of days; `own`, as
 * the day of what it tells.
 */
type How = Readonly<{ next: boolean; dated: boolean; own: boolean }>

/** *J'ai rdv jeudi à 15 h*, *l'enterrement de Marcel*: a day of somebody's own. */
const OWN = pattern()`
  \b(?:j'ai|j ai|jai|tu as|t'as|(?:il|elle) a) (?:un |une |mon |ma |deja )?(?:rdv|rendez-vous
  |consultation|examen|operation|entretien)\b
  |\b(?:mon|ton|son) (?:rdv|rendez-vous|entretien|anniversaire)\b
  |\b(?:enterrement|obseques|funerailles|inhumation|cremation)\b
`

/** A row of a table of days: what, when, where by its columns. */
function rowEvent(page: NotesPage, piece: NotePiece, row: NoteRow): readonly FoundPiece[] {
  const title = titled(row.what?.text ?? '', page.names)
  const told = piece.dates.find(d => d.sure)
  if (row.kind !== 'events' || !told || title.length < 3) return []
  const hours = hoursIn(plainOf(row.hour?.text ?? row.when?.text ?? ''))
  const where = titled(placeShown(row.where?.text ?? ''), page.names)
  const fields = {
    title,
    startsOn: told.day,
    ...(hours ? { startsAt: hours.at } : {}),
    ...(where && !/^(?:idem|meme)/i.test(where) ? { where } : {}),
  }
  const { from, to } = piece
  return [{ kind: 'event', title, fields, from, to, certainty: 0.92, rule: 'table.row' }]
}

function eventOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const row = piece.block.mark === 'row' ? rowsOf(page).get(piece.block.from) : undefined
  if (row) return rowEvent(page, piece, row)
  const subject =
    piece.block.heading > 1 &&
    piece.block.heading < 5 &&
    piece.block.announces === '' &&
    piece.dates.some(d => d.sure)
  if (piece.block.heading && !subject && !(piece.block.announces === 'dates' && piece.dates.length))
    return []
  if (OWN.test(piece.plain)) return []
  // The day of the page itself, or of the letter.
  if (/^[^a-z]*(?:date|envoye)\s*:/.test(piece.plain)) return []
  const coming = piece.dates.filter(
    d => d.sure && d.day !== page.head.told && (!page.head.date || d.day > page.head.date),
  )
  const next =
    NEXT.test(piece.plain) ||
    (piece.section === 'dates' &&
      NEXT.test(page.plain.slice(Math.max(0, piece.block.from - 60), piece.block.from)))
  const dated = piece.section === 'dates' || piece.label === 'dates'
  return coming.slice(0, dated ? 6 : 3).flatMap((told, at) => {
    const how = { next, dated, own: isOwn(page, piece, told) }
    if (at > 0 && !dated) return []
    if (next || dated || how.own || announces(piece, told)) return [found(page, piece, told, how)]
    return WE_DO.test(piece.plain) ? doneTogether(page, piece, told) : []
  })
}

function doneTogether(page: NotesPage, piece: NotePiece, told: ToldDay): readonly FoundPiece[] {
  const event = found(page, piece, told, { next: false, dated: false, own: true })
  const said = piece.clear.slice(told.to).replace(/\s(?:à|dès|vers|de)\s\d{1,2}\s?h.*$/u, '')
  const verb = /^(\p{L}+)\s?/u.exec(said.replace(WE_LEAD, ''))
  const does = verb && infinitiveOf(plainOf(verb[1]!))
  if (!verb || !does) return []
  const title = titled(`${does} ${said.replace(WE_LEAD, '').slice(verb[0].length)}`, page.names)
  return title.includes(' ')
    ? [{ ...event, title, fields: { ...event.fields, title }, rule: 'event.we', certainty: 0.9 }]
    : []
}

/** The day belongs to what the sentence tells: *samedi 28 : broyage*, *le 12, à 14 h, au local*. */
function isOwn(page: NotesPage, piece: NotePiece, told: ToldDay): boolean {
  const before = piece.plain.slice(0, told.from)
  const dayFirst =
    BY_DAY.test(piece.plain) &&
    told.from < 14 &&
    piece.block.mark !== '' &&
    DAY_FIRST.test(piece.plain.slice(told.to))
  const houred =
    piece.clear.length < 140 &&
    HOURED.test(piece.plain.slice(told.to, told.to + 30)) &&
    !DUE.test(before)
  return (
    byDay(page, piece, told) ||
    TO_COME.test(before) ||
    (dayFirst && namedIn(piece.clear, page.names).length === 0) ||
    (houred && namedIn(piece.clear.slice(0, told.from), page.names).length === 0)
  )
}

/**
 * The sentence names something that happens, and neither past, nor cancelled, nor a day by which a
 * thing is due.
 */
function announces(piece: NotePiece, told: ToldDay): boolean {
  const before = piece.plain.slice(0, told.from)
  const not =
    DUE.test(before) ||
    /\b(?:pas|plus|aucun|annul\w+) (?:d'|de |ce |cette )?[^.]{0,20}$/.test(before)
  // A title with its day is what happens that day.
  const subject =
    piece.block.heading > 1 &&
    !/^[^a-z]*(?:approbation|pv|compte|bilan|retour|semaine)/.test(piece.plain)
  return !not && (subject || EVENT.test(piece.plain)) && !PAST.test(piece.plain)
}

/** *Mardi prochain on répare la barrière à 14 h*: those who meet do it together, at an hour. */
const WE_DO = pattern()`
  ^[^a-z]*(?:le |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[^,:.;]{0,24}
  [ ,:]+(?:on|nous) (?!(?:ne |n'|verra|voit|envoie|appelle))(?:se |s'|nous )?[a-z]+
  (?! [^.;]{0,20}(?<![a-z])pas(?![a-z]))[^.;!?]{2,70}?
  (?<![a-z])(?:a|des|vers|de) \d{1,2} ?h
`
/** What they do, of the words after the day. */
const WE_LEAD = /^[\s,:]*(?:on|nous)\s/i

function found(
  page: NotesPage,
  piece: NotePiece,
  told: ToldDay,
  { next, dated, own }: How,
): FoundPiece {
  const hours = hoursIn(piece.plain.slice(told.to)) ?? hoursIn(piece.plain.slice(0, told.from))
  const named =
    own && !next && !EVENT.test(piece.plain) && !TO_COME.test(piece.plain.slice(0, told.from))
      ? underTitle(page, piece)
      : ''
  const title =
    named ||
    titleOf(page, piece, told.from, told.to) ||
    (own ? underTitle(page, piece) : '') ||
    (dated || next ? 'Prochaine réunion' : '')
  const spot = whereIn(page, piece, told.to) || whereIn(page, piece, 0)
  const where = isOutside(piece, spot) ? spot : ''
  const first = EVENT.exec(piece.plain.slice(piece.labelled))
  const fields = {
    title,
    startsOn: told.day,
    ...(told.until ? { endsOn: told.until } : {}),
    ...(hours ? { startsAt: hours.at } : {}),
    ...(hours?.until ? { endsAt: hours.until } : {}),
    ...(where ? { where } : {}),
  }
  const certainty = next || dated || own ? 0.92 : first && first.index < 12 ? 0.9 : 0.78
  const rule = next ? 'event.next' : dated ? 'event.listed' : own ? 'event.day' : 'event.told'
  return { kind: 'event', title, fields, from: piece.from, to: piece.to, certainty, rule }
}

/** What happens on a day that another sentence or a title tells. */
function elsewhere(page: NotesPage, piece: NotePiece, told: ToldDay): readonly FoundPiece[] {
  const isPast = page.head.date !== null && told.day <= page.head.date
  if (isPast || OWN.test(piece.plain) || PAST.test(piece.plain)) return []
  const event = found(page, piece, told, { next: false, dated: false, own: false })
  return event.title.length > 3 ? [{ ...event, rule: 'event.elsewhere', certainty: 0.9 }] : []
}

/** Any sentence picked as an event: its day, hours and place, else those of its block. */
function eventMade(page: NotesPage, piece: NotePiece): PickedPiece {
  const near = page.pieces.filter(one => one.block === piece.block)
  const told = [piece, ...near].flatMap(one => one.dates.filter(d => d.sure))[0]
  const own = piece.dates.find(d => d.sure)
  const again = rhythmIn(piece, page.head.date)
  const title =
    (again ? titleAgain(page, piece, again) : own ? titleOf(page, piece, own.from, own.to) : '') ||
    titled(piece.clear.slice(piece.labelled), page.names)
  const hours = [piece, ...near].map(one => hoursIn(one.plain)).find(Boolean)
  const where = whereIn(page, piece, own?.to ?? 0)
  const fields = {
    title,
    ...(again
      ? { startsOn: again.startsOn, recurs: again.recurs }
      : told
        ? { startsOn: told.day, ...(told.until ? { endsOn: told.until } : {}) }
        : {}),
    ...(hours ? { startsAt: hours.at } : {}),
    ...(hours?.until ? { endsAt: hours.until } : {}),
    ...(where && isOutside(piece, where) ? { where } : {}),
  }
  return { title, fields }
}

/** *Le marché, c'est le 1er vendredi du mois*. */
const TO_RHYTHM =
  /(?:[\s,:(–—-]|(?<!\p{L})(?:c['’]est|ça se passe|a lieu|ont lieu|se tient|est|sont))+$/u
/** *Café tricot un jeudi sur deux 14h*: what it is stands before its rhythm, else after. */
const titleAgain = (page: NotesPage, piece: NotePiece, told: Recurring): string =>
  titled(piece.clear.slice(piece.labelled, told.from).replace(TO_RHYTHM, ''), page.names) ||
  titleOf(page, piece, told.from, told.to)

function recurring(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const told = piece.block.heading === 1 ? undefined : recurringIn(piece, page.head.date)
  if (!told || isRide(piece.plain)) return undefined
  // *Le dernier dimanche* is not past.
  if (PAST.test(`${piece.plain.slice(0, told.from)} ${piece.plain.slice(told.to)}`))
    return undefined
  const title = titleAgain(page, piece, told)
  if (title.length < 4) return undefined
  const event = found(
    page,
    piece,
    { from: told.from, to: told.to, day: told.startsOn, sure: true },
    { next: false, dated: false, own: true },
  )
  const fields = { ...event.fields, title, recurs: told.recurs }
  return { ...event, title, fields, rule: 'event.again' }
}

/** *Rendez-vous chez Yvette*: without whose, nothing is left that others come to. */
const BARE = /^(?:rendez-vous|rdv)$/i
const hasHome = ({ clear }: NotePiece): boolean => homeless(clear).length < clear.length

/** What is to come, with its day, in the notes of a meeting. */
export const agendaHarvest: HarvestRule = {
  kinds: ['event'],
  find: page =>
    page.pieces.flatMap((piece, at) => {
      if (QUIET.includes(piece.section) && piece.label !== 'dates') return []
      const again = recurring(page, piece)
      if (again) return [again]
      const told = dayElsewhere(page, at)
      const found = told ? elsewhere(page, piece, told) : eventOf(page, piece)
      return found.filter(one => !(BARE.test(one.title) && hasHome(piece)))
    }),
  make: (page, piece) => eventMade(page, piece),
}
