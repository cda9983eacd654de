import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import type { Refusal } from '../../../contract/decision.ts'
import { keeperNamed, keptBy } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName, speakerOf } from '../../../contract/speaker.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { timeOfMoment } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { isSpreadCode, SPREAD_ASKED, SPREADS, saysCardOnly } from './commands-spread.ts'
import { ownPhone, spokenForBy, usualWay } from './kept.ts'
import { lastDayTold } from './last-day.ts'
import { isCounterpart, isMode, type Mode, misfitOf, toldMode } from './modes.ts'
import { isPriced, priceTold } from './price.ts'
import { FILLED, reachedBy, USUAL } from './reach.ts'
import { need, offer } from './records.ts'
import { type RideFields, rideAsked } from './rides/asked.ts'
import { isPast } from './rules.ts'
import { amountSaid } from './shared-out.ts'
import { titleOf } from './title.ts'
import { knownHere, understand } from './understood.ts'
import { filedUnder, whereSaid } from './where-said.ts'
import { offersWords } from './words-kept.ts'

/** What the form of a notice says, checked: the fields of a notice, or every mistake at once. */

type Words = typeof fr
const say: Say<Words> = message

/** One box, and who; how to reach is asked by its own ticks. */
const FIRST_FIELDS = ['title', 'who'] as const
/** The second page, for who wants it. */
export const MORE = [
  'amount',
  'when',
  'commune',
  'where',
  'until',
  'against',
  'detail',
  'photos',
] as const
/** The tick by which what the sentence says there is, is shared out. */
export const SHARED = 'partage'
const ASKED = [...FIRST_FIELDS, 'themes', 'priceCents', ...MORE]

type Fields = FieldsOf<typeof offer> & FieldsOf<typeof need>

/**
 * The questions that keepers added to notices of this kind and still ask of everybody. Words that
 * everybody would read are asked in the keeper’s own form alone: nothing else reads them for a name
 * or a number before they show.
 */
export const madeFor = (read: Reader, kind: 'offer' | 'need'): readonly string[] =>
  read
    .madeFields(kind)
    .filter(made => !made.isHidden && (made.space === 'home' || !WORDS.has(made.kind)))
    .map(({ id }) => id)
const WORDS: ReadonlySet<string> = new Set(['text', 'prose', 'phone', 'email', 'url'])

/**
 * What both kinds of notice share, after a first name, with how far it is read. Every mistake of
 * the page is said at once.
 */
export function noticeSaid(
  kind: 'offer' | 'need',
  input: Input,
  { read, at }: Pick<DecideContext<Words>, 'read' | 'at'>,
): Readonly<{ fields: Fields }> | Refusal {
  const whose = ownerOf(input, read, at)
  const named = whose.name === '' ? input : { ...input, who: whose.name }
  const type = kind === 'offer' ? offer : need
  const checked = at.fields(type, named, [...ASKED, ...madeFor(read, kind)])
  const isOwn = whose.fields.author !== undefined && whose.fields.author === at.me
  const known = isOwn ? withOwn(named, ownPhone(read, at.me)) : named
  const kept = offersWords.fr
  const keeper = keeperNamed(read) ?? kept.keeper
  const reach = reachedBy(withUsual(known, read, at, whose.fields.author), read, keeper, kept)
  const fields: Fields = 'refused' in checked ? {} : checked.fields
  const here = knownHere(read, { today: at.today, now: at.now, territory: at.territory() })
  const told = understand(fields.title ?? '', here)
  const title = titleOf(fields.title ?? '', fields.who ?? '', kind)
  const way = wayOf(input, fields, at)
  const name = nameIn(fields, at)
  const where = whereSaid(input, { fields, told, isOwn }, { read, at })
  const found = 'refused' in reach ? {} : foundIn(input, reach.reachBy, at)
  const spread = wantsMore(input) ? {} : spreadOf(input, fields.title ?? '')
  if (
    'refused' in checked ||
    isRefusal(title) ||
    'refused' in way ||
    'refused' in name ||
    'refused' in reach ||
    'refused' in found ||
    'refused' in spread
  )
    return everyMistake([checked, title, way, name, reach, found, spread])
  return {
    fields: {
      ...fields,
      ...filedUnder(input, fields, told),
      ...where,
      ...way,
      ...lastDayIn(input, { fields, way, side: kind }, at),
      ...priceIn(input, fields, way),
      ...sharedIn(input, fields, way),
      ...reach,
      ...found,
      ...spread,
      title,
      ...whose.fields,
    },
  }
}

type AnyRefusal = Pick<Refusal, 'refused' | 'field' | 'others'>
const isRefusal = (one: object | string): one is AnyRefusal =>
  typeof one === 'object' && 'refused' in one
/** Each field says one mistake, in the order of the form. */
function everyMistake(all: readonly (object | string)[]): Refusal {
  const said = all.filter(isRefusal).flatMap(one => [one, ...(one.others ?? [])])
  const [first, ...others] = said.filter(
    ({ field }, at) => said.findIndex(one => one.field === field) === at,
  )
  if (first === undefined) throw new Error('nothing was refused')
  return {
    refused: first.refused,
    ...(first.field === undefined ? {} : { field: first.field }),
    others: others.flatMap(({ refused, field }) =>
      field === undefined ? [] : [{ refused, field }],
    ),
  }
}

/** A price is kept of what is sold or rented alone: the one that was typed, or that is said. */
function priceIn(
  input: Input,
  { priceCents, title }: Fields,
  { mode }: Way,
): Readonly<{ priceCents?: number | null }> {
  if (!isPriced(mode)) return priceCents === undefined ? {} : { priceCents: null }
  if (Object.hasOwn(input, 'priceCents')) return {}
  const told = priceTold(title ?? '')
  return told === undefined ? {} : { priceCents: told }
}

/**
 * The last day that the sentence says, where none was filled in; on the second page it was proposed
 * to be corrected.
 */
function lastDayIn(
  input: Input,
  { fields, way, side }: Readonly<{ fields: Fields; way: Way; side: 'offer' | 'need' }>,
  { today, now }: CommandContext,
): Readonly<{ until?: string }> {
  const isAsked = one(input, 'stage') !== '' || wantsMore(input)
  if (isAsked || way.until || way.mode === 'ride') return {}
  const until = lastDayTold(
    fields.title ?? '',
    { side, mode: way.mode },
    { today, time: timeOfMoment(now) },
  )
  return until === undefined ? {} : { until }
}

/** *À partager*, in one tick: what the sentence says there is. What is typed beside it is meant. */
function sharedIn(
  input: Input,
  { amount, title }: Fields,
  { mode }: Way,
): Readonly<{ amount?: string }> {
  const said = amount || one(input, SHARED) === '' ? undefined : amountSaid(title ?? '', mode)
  return said ? { amount: said.amount } : {}
}

/** Who sends it and is not known says a first name: whom would one ask for? */
const nameIn = ({ who }: Fields, { me, by }: CommandContext): Refusal | Readonly<object> =>
  me === undefined && isReadFirst(by) && !who
    ? { refused: say('form.sayFirstName'), field: 'who' }
    : {}

/**
 * The second page is asked for: what was understood is proposed there to be corrected, and nothing
 * is written yet.
 */
export const wantsMore = (input: Input): boolean => one(input, 'plus') !== ''

/**
 * *Comme d'habitude*: as this box knows them. In whose name the relay or the keeper writes is
 * reached as they chose, where nothing else is filled in. In a notice for somebody else it is a
 * word or nothing: their telephone is not the writer's.
 */
function withUsual(
  input: Input,
  read: Reader,
  { me }: CommandContext,
  author: string | null | undefined,
): Input {
  const way = one(input, 'reachBy')
  const isFilled = [...FILLED, 'reach'].some(name => one(input, name) !== '')
  // What is typed beside it is meant.
  if (isFilled) return way === USUAL ? { ...input, reachBy: '' } : input
  const theirs = author ? usualWay(read, author) : undefined
  const isOpen = way === USUAL || (author !== me && (way === '' || way === theirs?.reachBy))
  if (theirs && isOpen) return { ...input, ...theirs }
  const mine = way === USUAL && me !== undefined ? usualWay(read, me) : undefined
  return mine?.reachBy === 'word' ? { ...input, ...mine } : input
}

/**
 * A word is handed over to somebody whom one finds: whom this box does not know says where, to the
 * keeper alone.
 */
function foundIn(
  input: Input,
  way: string | undefined,
  at: CommandContext,
): Readonly<{ foundAt?: string }> | Refusal {
  if (at.me !== undefined || !isReadFirst(at.by)) return {}
  const foundAt = one(input, 'foundAt').slice(0, 300)
  // What was typed under another way is kept: whoever reads it first may need it.
  if (way !== 'word') return foundAt === '' ? {} : { foundAt }
  return foundAt === '' ? { refused: say('sayFoundAt'), field: 'foundAt' } : { foundAt }
}

/** A telephone that is known is not typed again. */
const withOwn = (input: Input, phone: string | undefined): Input =>
  phone !== undefined && one(input, 'reachBy') === 'phone' && one(input, 'phone') === ''
    ? { ...input, phone }
    : input

/**
 * Whose it is, and the name that everybody reads: the member who writes; the one in whose name the
 * relay or the keeper writes; nobody known, of a name for whom a member speaks.
 */
function ownerOf(
  input: Input,
  read: Reader,
  at: CommandContext,
): Readonly<{ name: string; fields: Fields }> {
  const asked = at.by === 'relay' || at.by === 'keeper' ? one(input, 'for') : ''
  const named =
    asked === ''
      ? undefined
      : spokenForBy(read, at.by === 'keeper' ? undefined : at.me).find(known => known.id === asked)
  const typed = one(input, 'who')
  if (at.me === undefined)
    return named
      ? { name: typed || named.name, fields: { author: named.id, ...told(keptBy(read) ?? '') } }
      : NOBODY
  const mine = at.called ?? ''
  const keyed = { keyedBy: at.me, ...told(mine) }
  // Who writes for somebody may find their own name in the form: it is not theirs that the page
  // will say.
  if (named && named.id !== at.me)
    return {
      name: typed === '' || isSameName(typed, mine) ? named.name : typed,
      fields: { author: named.id, ...keyed },
    }
  const { name, member } = speakerOf(input, 'who', at)
  if (member === undefined && !isNameIn(mine, name)) return { name, fields: keyed }
  return { name, fields: { author: at.me, keyedBy: at.me } }
}
const NOBODY = { name: '', fields: {} } as const
const told = (teller: string): Readonly<{ toldTo?: string }> =>
  teller === '' ? {} : { toldTo: teller }
/** *Kwan et Lucie* is Kwan’s too. */
const isNameIn = (name: string, typed: string): boolean =>
  ` ${fold(typed).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${fold(name)} `)

type Way = RideFields & Readonly<{ mode?: Mode; counterpart?: string }>

/**
 * The ways that were ticked, else the one that the sentence tells. A ride of one day dies that day.
 */
function wayOf(input: Input, fields: Fields, at: CommandContext): Way | Refusal {
  const plain = fold(fields.title ?? '')
  const ticked = one(input, 'mode')
  const chosen = isMode(ticked) ? ticked : undefined
  const ride = rideAsked(input, fields.title ?? '', chosen, at)
  if (ride && 'refused' in ride) return ride
  const mode = ride ? 'ride' : (chosen ?? (ticked === '' ? toldMode(plain) : undefined))
  const asks = one(input, 'counterpart')
  const counterpart = isCounterpart(asks) ? asks : undefined
  const misfit = mode && misfitOf(mode, counterpart)
  if (misfit) return { refused: say(`misfits.${misfit}`), field: 'counterpart' }
  const day = fields.until ?? ride?.fields.until
  if (isPast({ until: day ?? null }, at.today)) return { refused: say('passed'), field: 'until' }
  return {
    ...(mode ? { mode } : {}),
    ...(counterpart ? { counterpart } : {}),
    ...ride?.fields,
    ...(day ? { until: day } : {}),
  }
}

/**
 * How far its person agrees that it is read, telephone included: asked, never supposed. What comes
 * without the answer is read here alone. Of a sentence that keeps it for those who have a card it
 * is asked once more.
 */
function spreadOf(
  input: Input,
  sentence: string,
): Readonly<{ spread: 'here' | 'around' | 'card' }> | Refusal {
  const [agreed, asked] = [one(input, 'accord'), one(input, 'demande')]
  if (isSpreadCode(agreed))
    return agreed !== 'carte' && asked === SPREAD_ASKED.once && saysCardOnly(sentence)
      ? { refused: say('cardOnly'), field: 'accord' }
      : { spread: SPREADS[agreed] }
  return asked !== '' ? { refused: say('sayWhere'), field: 'accord' } : { spread: 'here' }
}
