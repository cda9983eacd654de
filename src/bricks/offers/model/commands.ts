import type { Command, CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed, keptBy } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName, speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { type FieldsOf, shownAtHome } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { afterCommands } from './commands-after.ts'
import { hereCommands } from './commands-here.ts'
import { matchingCommands } from './commands-matching.ts'
import { photoCommands } from './commands-photos.ts'
import { isSpreadCode, SPREADS, spreadCommands } from './commands-spread.ts'
import { communeOf, isHiddenHere, ownPhone, spokenForBy, usualWay } from './kept.ts'
import { isCounterpart, isMode, type Mode, misfitOf, toldMode } from './modes.ts'
import { reachedBy, USUAL } from './reach.ts'
import { need, offer } from './records.ts'
import { type RideFields, rideAsked } from './rides/asked.ts'
import { rideOfSlip } from './rides/slip.ts'
import { isPast } from './rules.ts'
import { SAME, stackAsked } from './stack.ts'
import { titleOf } from './title.ts'

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
const ASKED = [...FIRST_FIELDS, 'themes', ...MORE]

type Fields = FieldsOf<typeof offer> & FieldsOf<typeof need>

/**
 * What both kinds of notice share, with how far it is read. Every mistake of the page is said at
 * once.
 */
function said(
  kind: 'offer' | 'need',
  input: Input,
  { read, at, words }: DecideContext<Words>,
): Readonly<{ fields: Fields }> | Refusal {
  const [all, spread] = [sentence(kind, input, { read, at, words }), spreadOf(input)]
  if ('refused' in all) return 'refused' in spread ? withMistake(all, spread) : all
  if (!('refused' in spread)) return { fields: { ...all.fields, ...spread } }
  return wantsMore(input) ? all : spread
}

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

/** What they say, checked, after a first name. */
function sentence(
  kind: 'offer' | 'need',
  input: Input,
  { read, at, words }: DecideContext<Words>,
): Readonly<{ fields: Fields }> | Refusal {
  const whose = ownerOf(input, read, at)
  const named = whose.name === '' ? input : { ...input, who: whose.name }
  const checked = at.fields(kind === 'offer' ? offer : need, named, [
    ...ASKED,
    ...madeFor(read, kind),
  ])
  const isOwn = whose.fields.author !== undefined && whose.fields.author === at.me
  const known = isOwn ? withOwn(named, ownPhone(read, at.me)) : named
  const reach = reachedBy(
    withUsual(known, read, at, isOwn),
    read,
    keeperNamed(read) ?? words.keeper,
    words,
  )
  if ('refused' in checked) return 'refused' in reach ? withMistake(checked, reach) : checked
  const { fields } = checked
  const title = titleOf(fields.title ?? '', fields.who ?? '', kind)
  if (typeof title !== 'string') return 'refused' in reach ? withMistake(title, reach) : title
  if ('refused' in reach) return reach
  const way = wayOf(input, fields, at)
  if ('refused' in way) return way
  const found = foundIn(input, reach.reachBy, at)
  if ('refused' in found) return found
  return {
    fields: {
      ...fields,
      ...communeIn(input, fields, whose.fields.author, { read, at }),
      ...way,
      ...reach,
      ...found,
      title,
      ...whose.fields,
    },
  }
}

/** Every mistake of a page is said at once. */
const withMistake = (first: Refusal, { refused, field }: Refusal): Refusal =>
  field === undefined ? first : { ...first, others: [...(first.others ?? []), { refused, field }] }

/**
 * *Comme d'habitude*: as this box knows them. In a notice for somebody else it is a word or
 * nothing: their telephone is not the writer's.
 */
function withUsual(input: Input, read: Reader, { me }: CommandContext, isOwn: boolean): Input {
  const usual = me !== undefined && one(input, 'reachBy') === USUAL ? usualWay(read, me) : undefined
  return usual && (isOwn || usual.reachBy === 'word') ? { ...input, ...usual } : input
}

/** The member's own commune, when they say so and name no other. */
function communeIn(
  input: Input,
  { commune }: Fields,
  author: unknown,
  { read, at: { me } }: Readonly<{ read: Reader; at: CommandContext }>,
): Readonly<{ commune?: string }> {
  if (commune || me === undefined || author !== me || one(input, 'chezmoi') === '') return {}
  const known = communeOf(read, me)
  return known === undefined ? {} : { commune: known }
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
 * without the answer is read here alone.
 */
function spreadOf(input: Input): Readonly<{ spread: 'here' | 'around' | 'card' }> | Refusal {
  const agreed = one(input, 'accord')
  if (isSpreadCode(agreed)) return { spread: SPREADS[agreed] }
  return one(input, 'demande') === 'portee'
    ? { refused: say('sayWhere'), field: 'accord' }
    : { spread: 'here' }
}

/** What is read here alone stays in this box; a visitor's waits like any other. */
function spreadTo(what: Draft, { by }: CommandContext): Draft {
  const { spread } = what.fields
  const shown = isReadFirst(by) ? undefined : shownAtHome(offer, spread)
  return shown ? { ...what, fields: { ...what.fields, [shown.field]: true }, space: 'home' } : what
}

/**
 * A known person's notice shows at once, and the keeper's; an unknown visitor's waits, and they are
 * told who reads it.
 */
function sent(said: Draft, read: Reader, at: CommandContext): Decision {
  const what = spreadTo(said, at)
  return isReadFirst(at.by)
    ? {
        drafts: [what],
        next: '/annonces',
        said: say('thanks', keeperNamed(read) ?? say('keeper')),
      }
    : what.fields['shownByCard'] === true
      ? // Over http nobody reads it, its author neither.
        { drafts: [what], next: '/annonces', said: say('whoSees.written') }
      : {
          drafts: [what],
          next: `/annonces/${what.record}`,
          said: isHiddenHere(read, what.fields.reach) ? say('shownButNumber') : say('shownNow'),
        }
}

/**
 * The second page is asked for, or needed: what was understood is proposed there as ticks, and
 * nothing is written yet.
 */
const wantsMore = (input: Input): boolean => one(input, 'plus') !== ''

const propose: Command<Words> = {
  name: 'offer',
  path: '/annonces/proposer',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const all = said('offer', input, { read, at, words })
    if ('refused' in all) return all
    if (wantsMore(input)) return { asks: 'more' }
    const state = one(input, 'piste') === '' ? 'firm' : 'lead'
    return sent(draft(offer, at.newId(), { ...all.fields, state }), read, at)
  },
}

const ask: Command<Words> = {
  name: 'need',
  path: '/annonces/chercher',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const all = said('need', input, { read, at, words })
    if ('refused' in all) return all
    if (wantsMore(input)) return { asks: 'more' }
    const hand = one(input, 'hand') !== '' || all.fields.mode === 'hand'
    const { mode, ...fields } = all.fields
    return sent(
      draft(need, at.newId(), {
        ...fields,
        ...(mode ? { mode } : hand ? { mode: 'hand' } : {}),
        ...(hand ? { hand } : {}),
        state: 'open',
      }),
      read,
      at,
    )
  },
}

/** One slip after another, in an evening: the page comes back for the next one. */
const keySlip: Command<Words> = {
  name: 'keySlip',
  path: '/annonces/saisie',
  who: 'relay',
  decide: (sent, read, at, words): Decision => {
    const stack = stackAsked(one(sent, 'papier'))
    const agreed = one(sent, 'accord')
    const isAsked = stack !== undefined || one(sent, 'demande') === 'portee'
    if (isAsked && !isSpreadCode(agreed)) return { refused: say('stack.sayAgree'), field: 'accord' }
    const ride = stack === 'trajets' ? rideOfSlip(sent, at, words) : undefined
    if (ride && 'refused' in ride) return ride
    const input = ride?.said ?? sent
    const kind = one(input, 'kind')
    const spoken = (kind === 'offer' ? propose : ask).decide(
      kind === 'hand' ? { ...input, hand: 'yes' } : input,
      read,
      at,
      words,
    )
    if (!('drafts' in spoken)) return spoken
    if (one(input, 'who') === '') return { refused: say('sayWho'), field: 'who' }
    // What came on paper says who keyed it.
    const teller = one(input, 'saisi') || keptBy(read)
    const isHere = agreed !== 'voisins' && agreed !== 'carte'
    const keyed = spoken.drafts.map(one =>
      'toldTo' in one.fields || at.by !== 'keeper' || !teller
        ? one
        : { ...one, fields: { ...one.fields, toldTo: teller } },
    )
    // Read here and nowhere else: its words stay in this box, whose pages show them.
    const drafts = isHere
      ? keyed.map(one => ({ ...one, fields: { ...one.fields, hangsHere: true } }))
      : keyed
    return {
      ...spoken,
      drafts: stack ? drafts.map(one => withDay(one, input)) : drafts,
      next: nextSlip(input),
      said:
        agreed === 'carte' ? say('whoSees.keyed') : isHere ? say('stack.keptHere') : say('keyed'),
    }
  },
}

/** Since when it is asked: the day of the slip. */
const withDay = (draft: Draft, input: Input): Draft => {
  const day = one(input, 'jour')
  return draft.type === 'need' && /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? { ...draft, fields: { ...draft.fields, since: day } }
    : draft
}

/** The next slip of the same stack, with what stays the same. */
function nextSlip(input: Input): string {
  const same = new URLSearchParams(
    SAME.flatMap(name => (one(input, name) === '' ? [] : [[name, one(input, name)]])),
  )
  return one(input, 'papier') === '' ? '/annonces/saisie' : `/annonces/saisie?${same}`
}

export const commands: readonly Command<Words>[] = [
  propose,
  ask,
  keySlip,
  ...hereCommands,
  ...spreadCommands,
  ...afterCommands,
  ...photoCommands,
  ...matchingCommands,
]
