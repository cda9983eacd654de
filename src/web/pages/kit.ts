import type { Hotspot } from '../../contract/box/hotspot.ts'
import type { Brick } from '../../contract/brick.ts'
import { upOf } from '../../contract/clock.ts'
import type { Undo } from '../../contract/decision.ts'
import { type Html, html, plainText } from '../../contract/html.ts'
import type { Kit, KitKeeper, KitRecords, KitSlots } from '../../contract/kit.ts'
import type { Who } from '../../contract/permission.ts'
import { isShownByCard, may } from '../../contract/permission.ts'
import type { Reader, WholeReader } from '../../contract/reader.ts'
import type { FormAgain, Request } from '../../contract/request.ts'
import type { ToDo, ToDoReader } from '../../contract/to-do.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { sayHours } from '../../core/calendar/hours.ts'
import type { Input } from '../../core/form/input.ts'
import type { Kept } from '../../core/kept.ts'
import type { Lang } from '../../core/lang.ts'
import { lazy } from '../../core/lazy.ts'
import { livedAt } from '../../core/lived.ts'
import type { RecordType } from '../../core/schema.ts'
import { MINUTE, note, notePerson, PERSON, untracked } from '../../core/tracking.ts'
import type { BrickWords } from '../../core/type-words.ts'
import { fieldNamed, withMadeFields } from '../../engine/fields.ts'
import { memberIn, ownPhones } from '../../engine/member-in.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import type { ShownHeads } from '../../engine/weigh.ts'
import { livedIn } from '../../log/lived.ts'
import type { LogToRead } from '../../log/log.ts'
import { dotted } from '../../ui/board.ts'
import { shown, type ValueContext } from '../../ui/value.ts'
import { agreementTick } from '../records/agreement-tick.ts'
import { cardBehind } from '../records/by-card.ts'
import { heldLines } from '../records/changes.ts'
import { whenAndWho } from '../records/from-box.ts'
import { listLeaf } from '../records/list.ts'
import { recordLeaf } from '../records/record.ts'
import { backForm } from '../records/taken-off.ts'
import type { CardReading } from './card-reading.ts'
import { communeNamer } from './commune-name.ts'
import { hostsIn } from './host.ts'
import { piecesOf } from './kept-leaf.ts'
import { fieldsAsked, hiddenFields } from './kit-forms.ts'
import { onPaper } from './on-paper.ts'
import { keptOf } from './retention.ts'
import { territoryShown } from './territory-shown.ts'
import { waitsFor } from './waits.ts'
import { wordAt } from './word-at.ts'

/** The sources of all pages, the same for every request. */
export type PageSource = Readonly<{
  /** The bricks of its pages: without those that the keeper put away (`web/put-away.ts`). */
  bricks: readonly Brick[]
  /** The source with all bricks, where some are put away. */
  whole?: PageSource
  types: ReadonlyMap<string, RecordType>
  read: WholeReader
  /** Makes a page of one state of each file. Absent where one connection reads and writes. */
  within?: <T>(work: () => T) => T
  /**
   * The reading of somebody who holds a card (`isShownByCard`): `read` is theirs, and `around` runs
   * what reads for them. Absent where nobody signs in.
   */
  byCard?: CardReading
  log: LogToRead
  secret: Buffer
  /** What is kept of pages; absent where no write is told. */
  kept?: Kept | undefined
  now: () => number
  /** A monotonic clock; without it, `now`. Units: as `now`. */
  steady?: () => number
  today: (now: number) => string
  hotspot?: Hotspot | undefined
  fingerprint?: Kit['fingerprint'] | undefined
  up?: () => number
  /**
   * The name of any commune of France, by its INSEE code: a notice may come from beyond the
   * territory.
   */
  communeNamed?: (code: string) => string | undefined
  /** Whether the clock was set since this start; absent: it was. */
  sure?: () => boolean
  /** The text of a file that stays in this box; absent in a copy. */
  textOf?: Kit['textOf']
  /** Waiting matters that are in no table. */
  waitsBeside?: (whom: ToDoReader) => readonly ToDo[]
}>

/**
 * The monotonic time, for how long ago somebody came, tried or got a form: setting the clock ends
 * no visit and forgives nobody.
 */
export const monotonicNow = ({ steady, now }: Pick<PageSource, 'steady' | 'now'>): number =>
  (steady ?? now)()

/**
 * A refusal, and what the refused form had shown: the page that comes back is not a fresh look at
 * the record.
 */
export type RefusedForm = FormAgain &
  Readonly<{ showed?: ShownHeads | undefined; clashed?: readonly string[] }>

/**
 * One request for one page, from which its kit is made. `token` proves that a form came from a page
 * of ours.
 */
export type PageVisit = Readonly<{
  path: string
  params?: Readonly<Record<string, string>>
  query?: Input
  lang: Lang
  by: Who
  keeper?: string
  me?: string
  private?: boolean
  /** The address that people type. */
  address?: string
  /** Where the same pages are read by https, before the path. */
  secureAddress?: string
  token?: string
  again?: RefusedForm
  said?: string
  /** The way back from what was said. */
  undo?: Undo<string>
  signInWays?: Kit['signInWays']
  sentFrom?: Kit['sentFrom']
}>

/** The kit that a page or a print is made with, for this visit. */
export function kitFor(source: PageSource, visit: PageVisit): Kit {
  const { bricks, read } = source
  const territory = territoryShown(bricks, read)
  const communeNamed = communeNamer(source, territory)
  const now = untracked(source.now)
  const form: Kit['form'] = edits => hiddenFields(source, visit, edits)
  const request = requestOf(source, visit, now, form)
  const kit: Kit = {
    request,
    territory,
    communeNamed,
    form,
    fields: (plain, given, only, words) =>
      fieldsAsked({ source, visit, territory }, plain, { given, only, words }),
    withMadeFields: plain => withMadeFields(bricks, read, plain, visit.lang),
    shown: valueSaid(source, request, communeNamed),
    told: (type, name, value) => plainText(kit.shown(type, name, value)),
    whenAndWho: write => whenAndWho(source, request, write),
    ...recordsIn(source, () => kit),
    ...collected(source, visit, () => kit),
    ...(source.hotspot ? { hotspot: source.hotspot } : {}),
    ...(source.fingerprint ? { fingerprint: source.fingerprint } : {}),
    ...forOneReader(source, visit, () => kit),
  }
  return kit
}

function requestOf(source: PageSource, visit: PageVisit, now: number, form: Kit['form']): Request {
  const { address, secureAddress, me } = visit
  const request: Request = {
    path: visit.path,
    params: visit.params ?? {},
    query: visit.query ?? {},
    lang: visit.lang,
    by: visit.by,
    isMe: id => {
      if (me === undefined || id == null) return false
      notePerson(id)
      return id === me
    },
    ...(visit.keeper === undefined ? {} : { keeper: visit.keeper }),
    private: visit.private === true,
    get now() {
      note(MINUTE)
      return now
    },
    get today() {
      return source.today(now)
    },
    lived: () => livedAt(livedIn(source.log), upOf(source)),
    get sure() {
      return source.sure?.() ?? true
    },
    ...(address === undefined ? {} : { address }),
    ...(secureAddress === undefined ? {} : { secureAddress }),
    ...(visit.again ? { again: visit.again } : {}),
    ...(visit.said ? { said: saying(visit.said, visit.undo, form) } : {}),
  }
  return me === undefined ? request : Object.defineProperties(request, personOf(source, me))
}

/** Who reads. A page that does not ask is one for all who read alike. */
function personOf(source: PageSource, me: string): PropertyDescriptorMap {
  const said = (of: () => string): PropertyDescriptor => ({
    enumerable: true,
    get: () => {
      note(PERSON)
      return of()
    },
  })
  return { me: said(() => me), called: said(lazy(() => memberIn(source, me)?.name ?? '')) }
}

function valueSaid(
  { bricks, read }: PageSource,
  { lang, today }: Request,
  commune: Kit['communeNamed'],
): Kit['shown'] {
  const look = lookOf(read, lang, today, commune)
  const labelOf = (type: RecordType, name: string, own: string | undefined): string =>
    own ?? read.madeFields(type.name).find(({ id }) => id === name)?.label ?? ''
  return (type, name, value) => {
    const field = type.fields[name] ?? fieldNamed(read, type, name)
    const words = wordsOfType(bricks, type.name, lang).fields[name]
    const pictured = field?.kind === 'files' ? labelOf(type, name, words?.label) : ''
    return html`${field && shown(field, value, { ...look, choices: words?.choices, pictured })}`
  }
}

function recordsIn(source: PageSource, kit: () => Kit): KitRecords {
  const hosts = lazy(() => hostsIn(source, kit().request.lang))
  return {
    record: (type, id, more) => recordLeaf(source, kit(), { type, id }, more),
    list: (type, item, more) => listLeaf(source, kit(), { type, item }, more),
    lines: (type, id, fields) => heldLines(source, kit(), { name: type, id }, fields),
    onPaper: onPaper(source),
    ownerOf: type => ownerIn(source, type),
    hostOf: once(id => hosts()(id)),
    retentionTable: () => keptOf((source.whole ?? source).bricks, kit().request.lang),
  }
}

/** A list and the page of a record ask several times of one record. */
function once<T>(find: (id: string) => T): (id: string) => T {
  const found = new Map<string, T>()
  return id => {
    if (!found.has(id)) found.set(id, find(id))
    return found.get(id)!
  }
}

type BrickSlots = NonNullable<Brick['slots']>

/** The slots of all bricks, in the order of the bricks. */
function collected(source: PageSource, visit: PageVisit, kit: () => Kit): KitSlots {
  const { bricks, read } = source
  type Asked<T> = (slots: BrickSlots, words: BrickWords) => readonly T[] | undefined
  const all = <T>(asked: Asked<T>, but?: string): readonly T[] =>
    bricks
      .filter(one => but === undefined || one.name !== but)
      .flatMap(({ slots, words }) => (slots && asked(slots, words[kit().request.lang])) ?? [])
  return {
    ...piecesOf(source, visit, kitFor),
    onToday: () =>
      all((slots, words) =>
        slots.today?.(kit(), read, words).map(piece => ('later' in piece ? piece.later : piece)),
      ),
    waits: () => {
      const { request } = kit()
      const { me } = request
      return waitsFor(source, {
        ...request,
        clock: source.now,
        ownPhones: () => ownPhones(source, me),
        territory: () => territoryShown(bricks, read),
      })
    },
    waitsOf: (me, isHeard) => {
      const { request } = kit()
      if (may(request.by, 'speakFor') !== 'yes') return []
      const { keeper: _keeper, ...rest } = request
      return waitsFor(
        { bricks, read, log: source.log },
        {
          ...rest,
          by: 'neighbour',
          me,
          private: request.private && !isHeard,
          clock: source.now,
          ownPhones: () => ownPhones(source, me),
          territory: () => territoryShown(bricks, read),
        },
      )
    },
    memberLinks: () => all((slots, words) => slots.mine?.(words)),
    watch: () => all((slots, words) => slots.watch?.(kit(), read, words)),
    // Of a search, each is made for what it asks.
    points: but =>
      bricks
        .filter(one => one.name !== but)
        .flatMap(({ name, slots, words }) => {
          const points = (of: Kit) => slots?.map?.(of, read, words[of.request.lang]) ?? []
          const isSearch = Object.keys(kit().request.query).length > 0
          return isSearch ? points(kit()) : kit().piece(`points ${name}`, points)
        }),
    agenda: (from, to, but) =>
      all((slots, words) => slots.agenda?.(kit(), read, words, { from, to }), but),
    ownMet: (notice, author) => all(slots => slots.ownMet?.(kit(), read, { notice, author })),
    facts: (type, id) =>
      dotted(all((slots, words) => [slots.facts?.(kit(), read, words, { type, id })])),
    done: () =>
      all((slots, words) => slots.done?.(kit(), read, words)).toSorted((a, b) =>
        a.day < b.day ? 1 : -1,
      ),
    figures: since => {
      const communes = kit().territory?.communes.map(one => one.code) ?? []
      const { today } = kit().request
      const asked = { today, communes, ...(since === undefined ? {} : { since }) }
      const { lang } = kit().request
      return bricks.flatMap(({ name, slots, words }) => {
        const figures = () => slots?.indicator?.(read, words[lang], asked)
        const key = `figures ${name} ${lang} ${JSON.stringify(asked)}`
        return read.keep(key, figures, bytesOfFigures) ?? []
      })
    },
    whenLost: () => {
      const brick = bricks.find(one => one.slots?.lost)
      return brick?.slots?.lost?.(brick.words[kit().request.lang])
    },
    wordAt: key => wordAt((source.whole ?? source).bricks, kit().request.lang, key),
  }
}

/** Of figures that could not be counted, nothing is kept. */
const bytesOfFigures = (all: readonly unknown[] | undefined): number | undefined =>
  all && ONE_FIGURE * all.length
/** Units   bytes, about. Its words are those of the brick. */
const ONE_FIGURE = 150

function forOneReader(
  source: PageSource,
  { by, me, signInWays, sentFrom }: PageVisit,
  kit: () => Kit,
): KitKeeper {
  return {
    ownPhones: () => {
      note(PERSON)
      return ownPhones(source, me)
    },
    byCard: (type, id) => cardBehind(source, kit().request, type, id),
    isByCard: id => isShownByCard(kit().request) && source.read.isByCard(id),
    agreement: of => by === 'keeper' && agreementTick(source, kit().request, of),
    textOf: file => (by === 'keeper' ? source.textOf?.(file) : undefined),
    ...(signInWays && by === 'keeper' ? { signInWays } : {}),
    ...(sentFrom && (by === 'keeper' || by === 'relay') ? { sentFrom } : {}),
  }
}

/** The sentence of a turn, and its undo button. */
const saying = (sentence: string, undo: Undo<string> | undefined, form: Kit['form']): Html =>
  html`<p>${sentence}</p>${undo && backForm({ form }, undo, undo.words)}`

function lookOf(
  read: Reader,
  lang: Lang,
  today: string,
  commune: Kit['communeNamed'],
): ValueContext {
  const link = once((id: string) => {
    const called = read.called(id)
    return called && { title: called.title, href: called.path ?? undefined }
  })
  return {
    lang,
    today,
    commune,
    link,
    theme: link,
    hours: text => sayHours(text, lang),
  }
}
