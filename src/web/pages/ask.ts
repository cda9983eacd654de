import { randomBytes } from 'node:crypto'
import type { Brick } from '../../contract/brick.ts'
import { upOf } from '../../contract/clock.ts'
import type { Undo } from '../../contract/decision.ts'
import type { Hotspot } from '../../contract/hotspot.ts'
import { forOne, type Html, html, plainText } from '../../contract/html.ts'
import type { Ask } from '../../contract/page.ts'
import type { Who } from '../../contract/permission.ts'
import { isLetIn } from '../../contract/permission.ts'
import type { WholeReader } from '../../contract/reader.ts'
import type { Awaited, Waiting } from '../../contract/slots.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { sayHours } from '../../core/calendar/hours.ts'
import { asInput } from '../../core/form/filled.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { livedAt } from '../../core/lived.ts'
import { withMade } from '../../core/made.ts'
import type { FileRef, RecordType } from '../../core/schema.ts'
import { choicesFor, communesBeyond, extended } from '../../engine/fields.ts'
import { memberIn, ownPhones } from '../../engine/member-in.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import { type Shown, shownAgain, shownOf } from '../../engine/weigh.ts'
import { livedIn } from '../../log/lived.ts'
import type { LogToRead } from '../../log/log.ts'
import { fieldsOf } from '../../ui/form.ts'
import { type Look, shown } from '../../ui/value.ts'
import { seal } from '../post/seal.ts'
import { cardBehind } from '../records/by-card.ts'
import { whenAndWho } from '../records/from-box.ts'
import { listLeaf } from '../records/list.ts'
import { heldLines, recordLeaf } from '../records/record.ts'
import { backForm } from '../records/taken-off.ts'
import { communeNamer } from './commune-name.ts'
import { hostOf } from './host.ts'
import { keptOf } from './kept.ts'
import { onPaper } from './on-paper.ts'
import { territoryShown } from './territory-shown.ts'
import { waitsFor } from './waits.ts'

/** What pages are answered from, the same for every request. */
export type Site = Readonly<{
  bricks: readonly Brick[]
  types: ReadonlyMap<string, RecordType>
  read: WholeReader
  log: LogToRead
  secret: Buffer
  now: () => number
  /**
   * Goes on as time does, whatever is done to the clock; where nothing is said, the clock itself.
   * Units: as `now`.
   */
  steady?: () => number
  today: (now: number) => string
  hotspot?: Hotspot | undefined
  fingerprint?: Ask['fingerprint'] | undefined
  up?: () => number
  /**
   * The name of any commune of France, by its INSEE code: a notice may come from beyond the
   * territory.
   */
  communeNamed?: (code: string) => string | undefined
  /** Whether the clock was set since this start; absent: it was. */
  sure?: () => boolean
  /** The text of a file that stays in this box; absent in a copy. */
  textOf?: Ask['textOf']
  /** What waits and stands in no table. */
  waitsBeside?: (whom: Awaited) => readonly Waiting[]
}>

/**
 * How long ago somebody came, tried or was shown a form: a clock that is set meanwhile ends no
 * visit and forgives nobody.
 */
export const steadily = ({ steady, now }: Pick<Site, 'steady' | 'now'>): number => (steady ?? now)()

/**
 * A refusal, and what the refused form had shown: the page that comes back is not a fresh look at
 * the record.
 */
export type Again = NonNullable<Ask['again']> &
  Readonly<{ showed?: Shown | undefined; clashed?: readonly string[] }>

/**
 * One request, as far as a page may know it. `token` proves that a form came from a page of ours.
 */
export type Request = Readonly<{
  path: string
  params?: Readonly<Record<string, string>>
  query?: Input
  lang: Lang
  by: Who
  me?: string
  private?: boolean
  /** What one types to come here. */
  address?: string
  token?: string
  again?: Again
  said?: string
  /** The way back from what was said. */
  undo?: Undo<string>
  opens?: Ask['opens']
  sentFrom?: Ask['sentFrom']
}>

/** What a page may ask of the house: see `contract/brick.ts`. */
export function askFor(site: Site, request: Request): Ask {
  const { read, bricks } = site
  const now = site.now()
  const today = site.today(now)
  const territory = territoryShown(bricks, read)
  const { lang } = request
  const communeNamed = communeNamer(site, territory)
  const look = lookOf(site, lang, today, communeNamed)
  const hidden: Ask['form'] = edits => hiddenFields(site, request, now, edits)
  const ask: Ask = {
    path: request.path,
    params: request.params ?? {},
    query: request.query ?? {},
    lang,
    by: request.by,
    private: request.private === true,
    ...(request.me === undefined
      ? {}
      : { me: request.me, called: memberIn(site, request.me)?.name ?? '' }),
    now,
    today,
    lived: () => livedAt(livedIn(site.log), upOf(site)),
    territory,
    hostOf: id => hostOf(site, id, lang),
    communeNamed,
    get sure() {
      return site.sure?.() ?? true
    },
    ...(request.address === undefined ? {} : { address: request.address }),
    ...(site.hotspot ? { hotspot: site.hotspot } : {}),
    ...(site.fingerprint ? { fingerprint: site.fingerprint } : {}),
    form: hidden,
    fields: (plain, given, only) => {
      const { type, words } = extended(bricks, read, plain, lang)
      const again = isOfAnother(request.again, type, given) ? undefined : request.again
      // What a form asks more is proposed; after a mistake, what was sent is all there is.
      const proposed = given && (!again || again.asks) ? asInput(type, given) : {}
      const filled = again ? { ...proposed, ...again.input } : proposed
      const errors = again?.field
        ? Object.fromEntries(
            [{ field: again.field, refused: again.refused }, ...(again.others ?? [])].map(one => [
              one.field,
              one.refused,
            ]),
          )
        : undefined
      const choices = choicesFor(
        type,
        read,
        territory,
        communesBeyond({ bricks, read, type }, territory, filled),
      )
      const kept = (name: string) => (given?.[name] ?? []) as readonly FileRef[]
      return fieldsOf(type, words, filled, {
        lang,
        choices,
        errors,
        kept,
        ...(only ? { only } : {}),
        own: request.by !== 'keeper',
      })
    },
    shown: (type, name, value) => {
      const field = type.fields[name] ?? withMade(type, read.madeFields(type.name)).fields[name]
      const choices = wordsOfType(bricks, type.name, lang).fields[name]?.choices
      return html`${field && shown(field, value, { ...look, choices })}`
    },
    kind: plain => extended(bricks, read, plain, lang),
    whenAndWho: write => whenAndWho(site, ask, write),
    told: (type, name, value) => plainText(ask.shown(type, name, value)),
    onToday: () =>
      bricks.flatMap(brick => brick.slots?.today?.(ask, read, brick.words[lang]) ?? []),
    waits: () => waitsFor(site, ask),
    mine: () => bricks.flatMap(brick => brick.slots?.mine?.(brick.words[lang]) ?? []),
    watch: () => bricks.flatMap(brick => brick.slots?.watch?.(ask, read, brick.words[lang]) ?? []),
    points: () => bricks.flatMap(brick => brick.slots?.map?.(ask, read, brick.words[lang]) ?? []),
    agenda: (from, to) =>
      bricks.flatMap(brick => brick.slots?.agenda?.(ask, read, brick.words[lang], from, to) ?? []),
    done: () =>
      bricks
        .flatMap(brick => brick.slots?.done?.(ask, read, brick.words[lang]) ?? [])
        .toSorted((a, b) => (a.day < b.day ? 1 : -1)),
    whenLost: () => {
      const brick = bricks.find(one => one.slots?.lost)
      return brick?.slots?.lost?.(brick.words[lang])
    },
    figures: since => {
      const asked = { today, ...(since === undefined ? {} : { since }) }
      return bricks.flatMap(brick => brick.slots?.indicator?.(read, brick.words[lang], asked) ?? [])
    },
    ownerOf: type => ownerIn({ bricks }, type),
    kept: () => keptOf(bricks, lang),
    ownPhones: () => ownPhones(site, request.me),
    textOf: file => (request.by === 'keeper' ? site.textOf?.(file) : undefined),
    record: (type, id, more) => recordLeaf(site, ask, type, id, more),
    onPaper: onPaper(site),
    byCard: (type, id) => cardBehind(site, ask, type, id),
    lines: (type, id, fields) => heldLines(site, ask, type, id, fields),
    list: (type, item, more) => listLeaf(site, ask, type, item, more),
    ...(request.again ? { again: request.again } : {}),
    ...(request.said ? { said: saying(request.said, request.undo, hidden) } : {}),
    ...(request.opens && request.by === 'keeper' ? { opens: request.opens } : {}),
    ...(request.sentFrom && (request.by === 'keeper' || request.by === 'relay')
      ? { sentFrom: request.sentFrom }
      : {}),
  }
  return ask
}

/**
 * On the page of a record stand other forms too: what one of them sent back says nothing of the
 * record's own fields.
 */
const isOfAnother = (
  again: Again | undefined,
  type: RecordType,
  given: object | undefined,
): boolean =>
  again !== undefined &&
  given !== undefined &&
  !Object.keys(again.input).some(sent =>
    Object.keys(type.fields).some(name => sent === name || sent.startsWith(`${name}.`)),
  )

/** What was said, and the button that undoes it. */
const saying = (sentence: string, undo: Undo<string> | undefined, form: Ask['form']): Html =>
  html`<p>${sentence}</p>${undo && backForm({ form }, undo, undo.words)}`

function lookOf(site: Site, lang: Lang, today: string, commune: Ask['communeNamed']): Look {
  const link = (id: string) => {
    const called = site.read.called(id)
    return called && { title: called.title, href: called.path ?? undefined }
  }
  return {
    lang,
    today,
    commune,
    link,
    theme: link,
    hours: text => sayHours(text, lang),
  }
}

/**
 * What every form carries: a turn of its own, the proof that it is ours, and what it shows of the
 * record that it edits.
 */
function hiddenFields(
  site: Site,
  { token = '', again, by }: Request,
  now: number,
  edits?: Parameters<Ask['form']>[0],
): Html {
  const turn = idFrom(now, randomBytes(10))
  // A visitor edits nothing, and no name of a write that stays here is for them.
  const fresh =
    edits &&
    isLetIn(by, 'neighbour') &&
    shownOf(site.log, edits, edits.all ? undefined : site.types.get(edits.type))
  const shows =
    fresh && again?.showed ? shownAgain(fresh, again.showed, again.clashed ?? []) : fresh
  const sealed = shows && seal(site.secret, 'shown', JSON.stringify(shows))
  return forOne(
    html`
      <input type="hidden" name="tour" value="${turn}">
      <input type="hidden" name="jeton" value="${token}">
      ${sealed && html`<input type="hidden" name="vu" value="${sealed}">`}
    `,
  )
}
