import type { Brick } from '../../../contract/brick.ts'
import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { hiddenNumber } from '../../../contract/own-records.ts'
import type { Ask, Leaf } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Waiting } from '../../../contract/slots.ts'
import { one } from '../../../core/form/input.ts'
import { typedPhone } from '../../../core/form/typed.ts'
import type { Lang } from '../../../core/lang.ts'
import type { Kind, RecordType, RowOf } from '../../../core/schema.ts'
import { keeperName } from '../../../engine/records/fate.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { onDay } from '../../../text/days.ts'
import { mailOf, mailsIn } from '../../../text/mail.ts'
import { anyPhoneIn, figuresOf, holdsIn, isSamePhone, phonesIn, reachOf, seeking } from '../../../text/phone.ts'
import { notices } from '../../../ui/board.ts'
import { type Html, html } from '../../../ui/html.ts'
import { refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import type { Site } from '../../../web/pages/ask.ts'
import { eraseForm } from '../../../web/records/erase-form.ts'
import type { fr as plainFr } from '../../../web/records/fr.ts'
import { plainWords } from '../../../web/records/words.ts'
import type { Shown } from '../../../web/server.ts'
import { en } from '../words/hiding/en.ts'
import { fr } from '../words/hiding/fr.ts'

/**
 * *C'est mon numéro : le cacher*: one types a number that shows here, and it shows nowhere here any more; the keeper decides after, or the member whose file holds it.
 *
 * Law     hiding is safe: nothing is written over, nothing is forgotten (projection/hidden.ts).
 *         A number that was shown again, by the keeper or by a member who keeps it as their own, is hidden by these alone.
 */
type Words = typeof plainFr
const words = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
export const HIDE = '/c-est-mon-numero'
const SHOW_OWN = '/c-est-mon-numero/remontrer'
export const HIDDEN_LIST = '/tenir/numeros'
const TEN_MINUTES = 600_000
/** A landline, a mobile, an address of one person. */
const MOST_IN_TEN = 3
const LONGEST_TYPED = 100
type Row = RowOf<typeof hiddenNumber>

const allOf = (read: Reader, number: string): readonly Row[] =>
  read.list(hiddenNumber, {}, 'home').filter(row => isSamePhone(row.number ?? '', number))

const keeperIn = (bricks: readonly Brick[], read: Reader, lang: Lang): string => keeperName({ territory: territoryOf(bricks, read), lang })

const hide = (bricks: readonly Brick[]): Command<Words> => ({
  name: 'hideNumber',
  path: HIDE,
  who: 'visitor',
  onceIn: TEN_MINUTES,
  mostIn: MOST_IN_TEN,
  decide: (input, read, at): Decision => {
    const w = words(at.lang)
    const typed = one(input, 'number')
    const { number, shown } = meantBy(typed, read)
    if (reachOf(number) === undefined) return { refused: w.whole, field: 'number' }
    if (shown.length === 0) return { refused: mailOf(number) === undefined ? w.notThere : w.mailNotThere, field: 'number' }
    const keeper = keeperIn(bricks, read, at.lang)
    const isTheirs = ownPhones(bricks, read, at.me).some(own => isSamePhone(own, number))
    const isSettled = allOf(read, number).some(row => row.state === 'shown')
    if (isSettled && !isTheirs && at.by !== 'keeper') return { refused: w.keeperSaid(keeper), field: 'number' }
    const by = at.by === 'keeper' ? 'keeper' : at.me === undefined ? 'visitor' : 'member'
    const fields = { number, state: 'hidden', by, on: at.today, stood: shown.map(one => one.id).slice(0, 100) }
    const next = at.by === 'keeper' ? HIDDEN_LIST : (read.called(one(input, 'ou'))?.path ?? '/')
    return { drafts: [{ type: hiddenNumber.name, record: at.newId(), fields }], next, said: w.done(keeper) }
  },
})

/** What they typed as one number; if that shows nowhere, each number that it says: somebody copies a whole line. */
function meantBy(typed: string, read: Reader): Readonly<{ number: string; shown: ReturnType<Reader['showing']> }> {
  const ownOf = (own: string | undefined): string | undefined => typedPhone(`0${own}`) ?? own
  const whole = mailOf(typed) ?? typedPhone(typed) ?? typedPhone(`0${figuresOf(typed)}`) ?? typed.slice(0, LONGEST_TYPED)
  const all = [whole, ...phonesIn(typed).flatMap(({ own }) => ownOf(own) ?? [])].map(number => ({ number, shown: read.showing(number) }))
  return all.find(({ shown }) => shown.length > 0) ?? all[0]!
}

/** A member whose own file holds it, given by whoever welcomed them: what a passer-by hid, they show again. */
const showOwn = (bricks: readonly Brick[]): Command<Words> => ({
  name: 'showOwnNumber',
  path: SHOW_OWN,
  who: 'neighbour',
  decide: (_input, read, at): Decision => {
    const w = words(at.lang)
    const all = ownHidden(bricks, read, at.me)
    if (all.length === 0) return { refused: w.nothing }
    if (all.some(row => row.by === 'keeper')) return { refused: w.keeperHid(keeperIn(bricks, read, at.lang)) }
    const drafts = all.map(({ id }): Draft => ({ type: hiddenNumber.name, record: id, fields: { state: 'shown', decidedOn: at.today } }))
    return { drafts, next: '/moi', said: w.shownAgain }
  },
})
const ownPhones = (bricks: readonly Brick[], read: Reader, me: string | undefined): readonly string[] =>
  me === undefined ? [] : bricks.flatMap(brick => brick.slots?.ownPhones?.(read, me) ?? [])
function ownHidden(bricks: readonly Brick[], read: Reader, me: string | undefined): readonly Row[] {
  const own = ownPhones(bricks, read, me)
  if (own.length === 0) return []
  const hidden = read.list(hiddenNumber, { where: "state = 'hidden'" }, 'home')
  return hidden.filter(row => own.some(number => isSamePhone(number, row.number ?? '')))
}
/** A member is told that their number is hidden: their page is where they show it again. */
export function ownNumberWaiting(bricks: readonly Brick[], { lang, me }: Pick<Ask, 'lang' | 'me'>, read: Reader): readonly Waiting[] {
  const n = onePerNumber(ownHidden(bricks, read, me)).length
  return n === 0 ? [] : [{ href: '/moi', n, label: plainWords(lang).mine.page, sentence: words(lang).ownHidden }]
}

const showAgain: Command<Words> = {
  name: 'showNumber',
  path: `${HIDDEN_LIST}/remontrer`,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const w = words(at.lang)
    const row = read.one(hiddenNumber, one(input, 'id'), 'home')
    if (!row) return { refused: w.nothing }
    const drafts = allOf(read, row.number ?? '').map(
      ({ id }): Draft => ({ type: hiddenNumber.name, record: id, fields: { state: 'shown', decidedOn: at.today } }),
    )
    return { drafts, next: HIDDEN_LIST, said: w.shownAgain }
  },
}

/** The existing forgetting of a number: everywhere here, and asked of the boxes that hold it. */
const erase: Command<Words> = {
  name: 'eraseNumber',
  path: `${HIDDEN_LIST}/effacer`,
  who: 'keeper',
  private: true,
  coded: true,
  decide: (input, read, at): Decision => {
    const w = words(at.lang)
    const number = read.one(hiddenNumber, one(input, 'id'), 'home')?.number
    if (!number) return { refused: w.nothing }
    const forget = allOf(read, number).map(({ id }) => ({ type: hiddenNumber.name, record: id }))
    return { drafts: [], forget, numbers: [{ number, of: '' }], next: HIDDEN_LIST, said: w.erased }
  },
}

export const hidingCommands = (bricks: readonly Brick[]): readonly Command<Words>[] => [hide(bricks), showOwn(bricks), showAgain, erase]

export const hidingPages = (site: Site): readonly Shown[] => [
  { path: HIDE, show: (ask, read) => hideLeaf(site, ask, read) },
  { path: HIDDEN_LIST, who: 'keeper', show: listLeaf },
]

function hideLeaf(site: Site, ask: Ask, read: Reader): Leaf {
  const w = words(ask.lang)
  const at = String(ask.again?.input['ou'] ?? ask.query['ou'] ?? '')
  const about = read.called(at)
  const type = about && site.types.get(about.type)
  const isSaid = type !== undefined && hideLink(at, type, readNow(read, type, at), ask.lang) !== false
  const why = ask.again?.refused
  const back = html`<input type="hidden" name="ou" value="${about ? at : ''}"><input type="hidden" name="from" value="${HIDE}">`
  const field = html`<div class="field${why && ' wrong'}"><label for="f-number">${w.number}</label>${why && html`<p class="error" id="f-number-e">${why}</p>`}<input id="f-number" name="number" type="text" autocomplete="tel" maxlength="${LONGEST_TYPED}" required value="${String(ask.again?.input['number'] ?? '')}"${why && html` aria-invalid="true" aria-describedby="f-number-e"`}></div>`
  const top = crumbs(about?.path ? [{ href: about.path, words: about.title }] : [], ask.lang)
  const body = html`<div class="one"><article class="sheet">${top}<h1>${w.title}</h1>${why && refused([{ sentence: why, field: 'number' }], ask.lang)}<p>${w.lead}</p>${about && isSaid && html`<p>${w.where(about.title)}</p>`}<form class="form" method="post" action="${HIDE}">${ask.form() as Html}${back}${field}<p class="acts"><button class="button">${w.hide}</button></p></form><p class="hint">${w.after(keeperIn(site.bricks, read, ask.lang))}</p><p class="hint">${w.beyond}</p><p class="hint">${w.most}</p></article></div>`
  return { title: w.title, body }
}

/** What the keeper is to decide, then what they showed again. */
function listLeaf(ask: Ask, read: Reader): Leaf {
  const w = words(ask.lang)
  const all = ask.private ? read.list(hiddenNumber, {}, 'home') : []
  const [hidden, kept] = [onePerNumber(all.filter(row => row.state === 'hidden')), onePerNumber(all.filter(row => row.state === 'shown'))]
  const act = (action: string, name: string, value: string, button: string): Html =>
    html`<form class="inline no-print" method="post" action="${action}">${ask.form() as Html}<input type="hidden" name="${name}" value="${value}"><input type="hidden" name="from" value="${HIDDEN_LIST}"><button>${button}</button></form>`
  const item = (number: string | null, rest: Html): Html => html`<li><h3>${number}</h3>${rest}</li>`
  const waiting = hidden.map(row =>
    item(
      row.number,
      html`<p class="where">${w.askedBy[byOf(row)]}${row.on && html` ${onDay(row.on, ask.lang, ask.today)}`}. ${stoodOn(row, read, w)}</p><p class="hint">${w.showAgainHint}</p><div class="acts no-print">${act(`${HIDDEN_LIST}/remontrer`, 'id', row.id, w.showAgain)}</div>${eraseForm(ask, { action: `${HIDDEN_LIST}/effacer`, id: row.id, lead: w.eraseLead })}`,
    ),
  )
  const again = kept.map(row =>
    item(row.number, html`<div class="acts no-print">${act(HIDE, 'number', row.number ?? '', w.hideAgain)}</div>`),
  )
  const why = ask.again?.refused && refused([{ sentence: ask.again.refused }], ask.lang)
  const body = html`${said(ask.said)}${crumbs([{ href: '/tenir', words: plainWords(ask.lang).keep }], ask.lang)}<div class="head"><h1>${w.listTitle}</h1><p class="lead">${hidden.length > 0 ? w.listLead : w.none}</p></div>${why}${waiting.length > 0 && notices(waiting)}${again.length > 0 && html`<h2>${w.kept}</h2><p>${w.keptLead}</p>${notices(again)}`}`
  return { title: w.listTitle, body, current: '/tenir' }
}

const byOf = ({ by }: Row): keyof typeof fr.askedBy => (by === 'keeper' || by === 'member' ? by : 'visitor')
const onePerNumber = (all: readonly Row[]): readonly Row[] =>
  all.filter((row, at) => all.findIndex(other => isSamePhone(other.number ?? '', row.number ?? '')) === at)

function stoodOn(row: Row, read: Reader, w: typeof fr): Html | false {
  const pages = (row.stood ?? []).map(id => {
    const called = read.called(id)
    return called?.path ? html`<a href="${called.path}">${called.title}</a>` : html`${w.gone}`
  })
  return pages.length > 0 && html`${w.stood} ${pages.map((page, at) => html`${at > 0 && ', '}${page}`)}.`
}

/** Kinds in which a telephone may be written. */
const SAYS: ReadonlySet<Kind> = new Set(['text', 'prose', 'phone', 'email', 'url'])
/** The way to it from the page of a record that says a telephone; `type`: with the fields that keepers made. */
export function hideLink(id: string, type: RecordType, values: Readonly<Record<string, unknown>>, lang: Lang): Html | false {
  const texts = Object.entries(values).filter(([name]) => SAYS.has(type.fields[name]?.kind ?? 'number'))
  const said = texts.flatMap(([, value]) => [value].flat()).filter(one => typeof one === 'string')
  const w = words(lang)
  const link = said.some(anyPhoneIn) ? w.link : said.some(one => mailsIn(one).length > 0) ? w.mailLink : undefined
  return link !== undefined && html`<a class="no-print" href="${HIDE}?ou=${id}">${link}</a>`
}

type Held = Readonly<Record<string, unknown>>
/** What anybody reads of a record now. */
export const readNow = (read: Reader, type: RecordType, id: string): Held => ({ ...read.one(type, id), ...read.made(type.name, id) })

/** Whether these values say a number or an address that nobody reads here for now. */
export function isHiddenIn(read: Reader, values: Held): boolean {
  const hidden = read.list(hiddenNumber, { where: "state = 'hidden'" }, 'home')
  const sought = seeking(...hidden.map(row => row.number ?? ''))
  return sought !== undefined && holdsIn(values, sought)
}

/** Between two pieces of a page: no number goes over a word that says none. */
const FAR_APART = ' \n| piece |\n '
/** The way to it from any other page on which a telephone is read. */
export function hideFoot(path: string, text: string, lang: Lang): Html | false {
  const hasIts = path === HIDE || path.startsWith('/tenir') || text.includes(`href="${HIDE}`)
  if (hasIts) return false
  const said = text.replace(/<[^>]*>/g, FAR_APART)
  const [w, isPhone] = [words(lang), anyPhoneIn(said)]
  return (isPhone || mailsIn(said).length > 0) && html`<a class="no-print" href="${HIDE}">${isPhone ? w.footLink : w.mailFootLink}</a>`
}

export const hidingTool = (lang: Lang): string => words(lang).tool
/** Numbers that are hidden until the keeper decides. */
export function numbersWaiting({ lang }: Pick<Ask, 'lang'>, read: Reader): readonly Waiting[] {
  const w = words(lang)
  const n = onePerNumber(read.list(hiddenNumber, { where: "state = 'hidden'" }, 'home')).length
  return n === 0 ? [] : [{ href: HIDDEN_LIST, n, label: w.tool, sentence: w.waiting(n) }]
}
