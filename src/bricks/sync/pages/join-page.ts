import { many } from '../../../contract/drafts.ts'
import type { Ask, Leaf } from '../../../contract/page.ts'
import type { JoinedNews, Reader } from '../../../contract/reader.ts'
import type { Awaited, Waiting } from '../../../contract/slots.ts'
import { tableOf } from '../../../contract/tables.ts'
import { type Field, type RecordType, spaceOf } from '../../../core/schema.ts'
import type { TypeWords } from '../../../core/type-words.ts'
import { extended } from '../../../engine/fields.ts'
import { withoutPastReach } from '../../../projection/past-reach.ts'
import { type Html, html, raw } from '../../../ui/html.ts'
import { refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import type { Site } from '../../../web/pages/ask.ts'
import type { fr } from '../../../web/records/fr.ts'
import { plainWords } from '../../../web/records/words.ts'
import type { Shown } from '../../../web/server.ts'
import { ALL, differing, type Joining, joiningOf, maybeAll, proposed, stateOf } from '../model/joining.ts'
import { saidValue, whenAndWho } from './two-versions.ts'

/** `/joindre?these=A&these=B`: two records side by side, field by field, before they are said to be one thing. */
export const joinPage = (site: Site): Shown => ({
  path: '/joindre',
  who: 'keeper',
  show: (ask, read): Leaf => {
    const w = plainWords(ask.lang)
    const asked = ask.again ? many(ask.again.input, 'these') : many(ask.query, 'these')
    const joining = joiningOf(site.types, read, asked)
    const why = ask.again && refused([{ sentence: ask.again.refused }], ask.lang)
    const steps = crumbs([{ href: '/tenir', words: w.keep }], ask.lang)
    const form = joining ? formOf(site, ask, read, joining) : asked.length === 1 ? otherOf(site, ask, read, asked[0]!) : undefined
    const body = html`${said(ask.said)}<div class="one"><article class="sheet ${joining ? `${joining.type.name}-side` : ''}">${steps}<h1>${w.joinTitle}</h1>${why}${form || html`<p>${w.needTwo}</p>`}</article></div>`
    return { title: w.joinTitle, body, current: '/tenir' }
  },
})

/** The way to the other one, when only one is known yet: what is called alike, or what the keeper looks for. */
function otherOf(site: Site, ask: Ask, read: Reader, asked: string): Html | undefined {
  const called = read.called(asked)
  const type = called && site.types.get(called.type)
  if (!called || !type) return undefined
  const w = plainWords(ask.lang)
  const [id] = read.joinedWith(asked)
  const q = typeof ask.query['q'] === 'string' ? ask.query['q'] : ''
  const tries = q === '' ? [called.title, ...called.title.split(/\s+/).filter(word => word.length > 3)] : [q]
  const found = tries.flatMap(words => read.search(words, [type.name]).hits).filter(hit => hit.id !== id)
  const hits = found.filter((hit, i) => found.findIndex(one => one.id === hit.id) === i).slice(0, MOST_FOUND)
  const line = (hit: (typeof hits)[number]): Html =>
    html`<li><a href="/joindre?these=${id!}&these=${hit.id}"${TONGUE}>${hit.title}</a></li>`
  return html`<p>${w.joinWith(called.title)}</p>${hits.length > 0 ? html`<ul>${hits.map(line)}</ul>` : html`<p>${w.joinNoneAlike}</p>`}<form class="form" action="/joindre"><input type="hidden" name="these" value="${id!}"><div class="field"><label for="f-q">${w.joinSearch}</label><input id="f-q" name="q" value="${q}"></div><p class="acts"><button>${w.joinSearchAct}</button></p></form>`
}
const MOST_FOUND = 20

function formOf(site: Site, ask: Ask, read: Reader, joining: Joining): Html {
  const w = plainWords(ask.lang)
  const { type, rows, these } = joining
  const { words } = extended(site.bricks, read, site.types.get(type.name)!, ask.lang)
  const fields = differing(joining).filter(([, field]) => ask.private || spaceOf(type, field) === 'commons')
  const hidden = html`${ask.form({ type: type.name, id: these[0]! }) as Html}<input type="hidden" name="from" value="/joindre?${these.map(id => `these=${id}`).join('&')}"><input type="hidden" name="state" value="${stateOf(joining)}">${these.map(id => html`<input type="hidden" name="these" value="${id}">`)}`
  const one = (row: Joining['rows'][number]): Html =>
    html`<li><a href="${type.path ?? ''}/${String(row['id'])}"${TONGUE}>${String(row[type.title] ?? '')}</a></li>`
  const lead = fields.length > 0 ? w.joinLead : w.joinSame
  return html`<p>${words.one}</p><ul>${rows.map(one)}</ul><p>${lead}</p><form class="form" method="post" action="/joindre">${hidden}${fields.map(([name, field]) => choiceOf(site, ask, joining, { name, field, words }))}<p class="acts"><button class="button">${w.joinAct}</button></p></form>`
}

type Asked = Readonly<{ name: string; field: Field; words: TypeWords }>
function choiceOf(site: Site, ask: Ask, joining: Joining, { name, field, words }: Asked): Html {
  const w = plainWords(ask.lang)
  const { type, rows } = joining
  const sent = ask.again?.input[`keep.${name}`]
  const chosen = typeof sent === 'string' ? sent : proposed(joining, name)
  const radio = (value: string, label: Html): Html =>
    html`<label class="tick"><input type="radio" name="keep.${name}" value="${value}"${chosen === value && html` checked`}> <span>${label}</span></label>`
  const each = rows.map(row => {
    const id = String(row['id'])
    const [last] = site.read.versions({ type: type.name, id, space: spaceOf(type, field), field: name })
    const from = last && html` <span class="where">${whenAndWho(site, ask, last)}</span>`
    const value = withoutLinks(ask.shown(type, name, row[name]) as Html)
    return radio(id, html`${value.html === '' ? html`<i>${w.nothingSaid}</i>` : value}${from}`)
  })
  const both = maybeAll(field, joining, name) && radio(ALL, html`${w.joinBoth}`)
  return html`<fieldset class="field"><legend>${words.fields[name]?.label ?? name}</legend>${each}${both}</fieldset>`
}

/** Inside a label, a link would be followed by whoever meant to choose. */
const withoutLinks = ({ html: markup }: Html): Html => raw(markup.replace(/<\/?a\b[^>]*>/g, ''))

/** On the page of a record: what was written since in those that are one thing with it. The keeper takes it up, or has seen it. */
export function newsOf(site: Site, ask: Ask, plain: RecordType, id: string): Html | false {
  const all = site.read.news(id)
  if (all.length === 0) return false
  const w = plainWords(ask.lang)
  const others = [...new Set(all.map(one => one.id))]
  const { type, words } = extended(site.bricks, site.read, plain, ask.lang)
  const now = { ...site.read.one(plain, id), ...site.read.made(plain.name, id) }
  const news = ask.by === 'keeper' ? all : withoutPastReach(all, name => type.fields[name], now)
  const groups = others.map(other => {
    const mine = news.filter(one => one.id === other)
    const lines = mine.map(one => newsLine(site, ask, { type, words }, one))
    return html`<p>${w.newsLead(titleOf(site.read, type, other))}</p><ul class="versions">${lines}</ul>${ask.by === 'keeper' && seenForm(ask, type, mine)}`
  })
  const todo = ask.by !== 'keeper' && html`<p>${w.tellWhich(ask.territory?.keptBy ?? '')}</p>`
  return html`<div class="note">${groups}${todo}</div>`
}

/** A record that shows no more under its own id keeps its title in its row. */
const titleOf = (read: Reader, type: RecordType, id: string): string =>
  String(read.all(`SELECT * FROM "${tableOf(type.name, 'commons')}" WHERE id = ?`, id)[0]?.[type.title] ?? '')

function newsLine(site: Site, ask: Ask, { type, words }: Readonly<{ type: RecordType; words: TypeWords }>, one: JoinedNews): Html {
  const w = plainWords(ask.lang)
  const label = one.field === 'removed' ? w.withdrawal : (words.fields[one.field]?.label ?? one.field)
  // A photo that was taken off stays off: how many there are is all that is told to everyone.
  const isHeld = type.fields[one.field]?.kind === 'files' && ask.by !== 'keeper'
  const plain = one.untold ? html`${w.changed}` : saidValue(ask, type, one.field, one.value)
  const value = isHeld ? html`${w.filesOf(Array.isArray(one.value) ? one.value.length : 0)}` : plain
  const take =
    ask.by === 'keeper' &&
    html`<form class="inline no-print" method="post" action="/reprendre">${hiddenOf(ask, type, one)}<input type="hidden" name="field" value="${one.field}"><input type="hidden" name="names" value="${one.names.join(',')}"><button>${w.takeUp}</button></form>`
  return html`<li><div><div>${label}${w.colon}${value}</div><p class="where">${whenAndWho(site, ask, one)}</p></div>${take}</li>`
}

const hiddenOf = (ask: Ask, type: RecordType, { shown, id }: JoinedNews): Html =>
  html`${ask.form({ type: type.name, id: shown }) as Html}<input type="hidden" name="from" value="${ask.path}"><input type="hidden" name="type" value="${type.name}"><input type="hidden" name="id" value="${shown}"><input type="hidden" name="other" value="${id}">`

const seenForm = (ask: Ask, type: RecordType, mine: readonly JoinedNews[]): Html =>
  html`<form class="inline no-print" method="post" action="/c-est-vu">${hiddenOf(ask, type, mine[0]!)}${mine.flatMap(one => one.names).map(name => html`<input type="hidden" name="names" value="${name}">`)}<button>${plainWords(ask.lang).newsSeeAct}</button></form>`

/** What waits for the keeper: each thing of which news came by another of its records, where it is taken up or seen. */
export function newsWaiting(whom: Pick<Awaited, 'private'>, read: Reader, words: typeof fr): readonly Waiting[] {
  const shown = [...new Set(read.news().map(one => one.shown))]
  return shown.flatMap(id => {
    const called = read.called(id)
    if (!called?.path) return []
    const sentence = whom.private ? `${words.newsWait}${words.colon}${called.title}` : words.newsWait
    return [{ href: called.path, n: 1, order: 60, label: words.newsLabel, sentence }]
  })
}
