import type { Ask, Command, Decision, Draft, Input, Leaf, Moment, Reader } from '../../core/brick.ts'
import { freeCode, readCode, sayCode } from '../../core/code.ts'
import { one } from '../../core/input.ts'
import { late } from '../../core/late.ts'
import { whoIsNamed } from '../../core/named.ts'
import { fieldFor, type RecordType, typeFor, type Value } from '../../core/schema.ts'
import { type Html, html } from '../../ui/html.ts'
import { note, refused, said } from '../../ui/say.ts'
import type { Site } from '../ask.ts'
import { ownerIn } from '../owner-in.ts'
import type { Shown } from '../server.ts'
import { type Again, insteadOf, type Stood, stillNaming, stoodAs, takenBack, theirsAgain } from './agreement-again.ts'
import { cardsIn, cardsOf, hideAwaited, isSigned, showing, takenOff, toldOf, type Whose } from './agreement-hides.ts'
import { answered } from './drafts.ts'
import { keeperName } from './fate.ts'
import type { fr } from './fr.ts'
import { guardOf } from './guarded.ts'
import { type Double, doublesOf, nameIn, peopleOf, type Someone, toldApart } from './people.ts'
import { piecesOf } from './pieces.ts'
import { code, harvest, proposal } from './records.ts'
import type { KeptBy } from './showing.ts'
import { unagreedNames } from './unagreed.ts'
import { type Agreed, agreedIn, piecesFor, saidOfTheirs } from './whose.ts'
import { plainWords } from './words.ts'

/**
 * *La feuille d'accord*: one strip a person of a harvest, keyed by its code when it comes back. Nobody is shown before.
 */
type Words = typeof fr
type Types = () => ReadonlyMap<string, RecordType>
type Piece = ReturnType<typeof piecesOf>[number]

/** Those who have not answered: one strip each, however many pieces they are. */
export const unanswered = (read: Reader, types: ReadonlyMap<string, RecordType>, of: string): readonly Someone[] =>
  peopleOf(read, types, of).filter(({ first }) => first.state !== 'shown' && first.state !== 'refused')
export const codeFor = (read: Reader, piece: string) => read.list(code, { where: 'opens = ?', with: [piece], limit: 1 }, 'home')[0]

/** Gives a code to each person of a harvest who has none: a word and three drawn digits, and the one that checks. */
const giveCodes = (types: Types): Command<Words> => ({
  name: 'giveCodes',
  path: '/cueillette/codes',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: words.nothingThere }
    const live = new Set(read.list(code, {}, 'home').map(one => `${one.word} ${one.digits}`))
    const drafts = unanswered(read, types(), of.id)
      .filter(({ first }) => !codeFor(read, first.id))
      .map(
        ({ first }): Draft => ({
          type: code.name,
          record: at.newId(),
          fields: { ...freeCode(words.codeWord, live, at.newId), opens: first.id },
        }),
      )
    return { drafts, next: `/cueillette/${of.id}/accord` }
  },
})

/** *Deux Élodie : la même ?*, answered beside their strips: one strip then, or two. */
const tellApart = (types: Types): Command<Words> => ({
  name: 'tellApart',
  path: '/cueillette/la-meme',
  who: 'keeper',
  decide: (input, read, _, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: words.nothingThere }
    const told = toldApart(of, doublesOf(read, types(), of.id), ({ pieces }) => one(input, `double.${pieces[0]!.id}`))
    return { drafts: told ? [{ type: harvest.name, record: of.id, fields: told }] : [], next: `/cueillette/${of.id}/accord` }
  },
})

/** What the person ticked: yes, yes without my name, no; and how to reach them, if they said. What is answered later replaces it. */
const agree = (types: Types, keptBy: KeptBy, whose: Whose): Command<Words> => ({
  name: 'agree',
  path: '/accord',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = waiting?.of ? types().get(waiting.of) : undefined
    if (!waiting?.piece || !type) return { refused: words.nothingThere }
    const someone = peopleOf(read, types(), waiting.harvest ?? '').find(one => one.pieces.some(piece => piece.id === waiting.id))
    if (!someone) return { refused: words.nothingThere }
    const says = one(input, 'answer')
    if (!['yes', 'unnamed', 'no'].includes(says)) return { refused: words.agreeChoose, field: 'answer' }
    const stood = stoodAs(read, types(), someone)
    const keyed: Keyed = { of: waiting.harvest ?? '', someone, type, input, stood, keeper: words.askKeeper(keptBy(read)), whose }
    return says === 'yes' ? saidYes(types(), read, keyed, at, words) : saidNo(types(), read, keyed, says, words)
  },
})

/** `stood`: what their yes of before shows. `keeper`: the sentence that sends to whoever keeps the page. */
type Keyed = Readonly<{
  of: string
  someone: Someone
  type: RecordType
  input: Input
  stood: Stood | undefined
  keeper: string
  whose: Whose
}>

/** A yes or a no is that of the person: it holds for each of their pieces. */
function saidNo(types: ReadonlyMap<string, RecordType>, read: Reader, keyed: Keyed, says: string, words: Words): Decision {
  const { of, someone, type, input, stood, keeper, whose } = keyed
  const agreed = new Map([...agreedIn(read, types, of)].filter(([piece]) => !someone.pieces.some(one => one.piece === piece)))
  const back = stood ? takenBack(read, types, of, stood, agreed, keeper) : { drafts: [], forget: [] }
  const apart = fieldFor(type, 'keptReach')
  const kept = one(input, 'kept').slice(0, 300)
  const held: readonly Draft[] =
    apart && kept !== '' ? [{ type: type.name, record: someone.first.piece ?? '', fields: { [apart]: kept }, space: 'home' }] : []
  const ids = [...(stood ? [stood.shownAs] : []), ...back.drafts.map(one => one.record)]
  const w = words.agreement
  const shownOf = new Set(piecesOf(read, of).flatMap(one => one.shownAs ?? []))
  // What their yes showed is weighed above; without one, nothing of these notes may say them.
  const found = showing(
    read,
    types,
    whose,
    new Set([someone.name, ...(stood?.names ?? [])]),
    stood ? new Set([...shownOf, ...ids]) : new Set(),
  )
  const still = stood ? stillNaming(read, types, of, stood, back.drafts) : []
  const stays = says === 'no' ? shownTitles(read, types, piecesFor(piecesOf(read, of), someone.pieces)) : []
  const said = [
    stood ? `${w.takenBack}${words.undo.goneWith(read.boxes().holding(ids))}` : w.hidden,
    ...(says === 'unnamed' && one(input, 'reach').trim() !== '' ? [w.unnamedReach] : []),
    ...(still.length > 0 ? [w.stillNamed(still)] : []),
    ...(stays.length > 0 ? [w.stays(stays)] : []),
    ...toldOf(found, read, words),
  ]
  return {
    drafts: [
      ...merged([...back.drafts, ...takenOff(read, found.hidden)]),
      ...held,
      ...someone.pieces.map(one => answered(one.id, { state: 'refused', why: says, ...(stood ? { shownAs: null } : {}) })),
    ],
    ...(back.forget.length > 0 ? { forget: back.forget } : {}),
    next: `/cueillette/${of}/accord`,
    said: said.join(' '),
  }
}

function saidYes(types: ReadonlyMap<string, RecordType>, read: Reader, keyed: Keyed, at: Moment, words: Words): Decision {
  const { of, someone, type, input, stood, keeper } = keyed
  const pieces = someone.pieces
  const shownAs = stood?.shownAs ?? at.newId()
  const held = (read.one(type, someone.first.piece ?? '', 'home') ?? {}) as Readonly<Record<string, Value>>
  const reach = one(input, 'reach').slice(0, 300)
  const kept = one(input, 'kept').slice(0, 300)
  const name = one(input, 'name').slice(0, 300) || String(held[type.title] ?? '')
  const [how, apart, printed] = [fieldFor(type, 'reach'), fieldFor(type, 'keptReach'), fieldFor(type, 'printed')]
  const asked: Readonly<Record<string, Value>> = {
    [type.title]: name,
    ...(how ? { [how]: reach || null } : {}),
    ...(apart ? { [apart]: kept || null } : {}),
    ...(printed ? { [printed]: one(input, 'printed') !== '' || null } : {}),
  }
  const agreed = agreedIn(read, types, of, { pieces, name, reach })
  const again = stood && stoodAgain(read, types, of, stood, { asked, agreed, keeper })
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null))
  const shown: Draft = { type: type.name, record: shownAs, fields: { ...filled, ...type.person } }
  return {
    drafts: [
      ...merged([
        ...(again ? [] : [shown]),
        ...tiesShown(types, read, { of: someone.first.of, harvest: of, ties: pieces.flatMap(one => one.ties ?? []) }, shownAs),
        ...theirsNamed(types, read, of, { pieces, name, reach }),
        ...authorAgreed(types, read, of, someone.name),
        ...(again?.drafts ?? []),
      ]),
      ...pieces.map(one => answered(one.id, { state: 'shown', shownAs, why: null })),
    ],
    ...(again && again.forget.length > 0 ? { forget: again.forget } : {}),
    next: `/cueillette/${of}/accord`,
    said: words.agreeShown(name),
  }
}

type Asked = Readonly<{ asked: Readonly<Record<string, Value>>; agreed: Agreed; keeper: string }>
/** Another yes: what differs from the one before takes its place, on the person and on what is theirs. */
function stoodAgain(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  of: string,
  stood: Stood,
  { asked, agreed, keeper }: Asked,
): Again {
  const { type, shownAs } = stood
  const row = {
    ...(read.one(type, shownAs, 'home') as Readonly<Record<string, unknown>> | undefined),
    ...filledIn((read.one(type, shownAs) as Readonly<Record<string, unknown>> | undefined) ?? {}),
  }
  const own = insteadOf(type.name, shownAs, row, asked)
  const theirs = theirsAgain(read, types, of, stood, agreed, keeper)
  return { drafts: [...own.drafts, ...theirs.drafts], forget: [...own.forget, ...theirs.forget] }
}
const filledIn = (row: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** The titles of those of these pieces that are on the page. */
const shownTitles = (read: Reader, types: ReadonlyMap<string, RecordType>, pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(piece => {
    const type = types.get(piece.of ?? '')
    const row =
      type && piece.shownAs && piece.stoodThere !== true
        ? (read.one(type, piece.shownAs) as Readonly<Record<string, unknown>> | undefined)
        : undefined
    return row && type ? [String(row[type.title] ?? '')] : []
  })

/** The projects of a person who agreed now say so: on the fields that hold such a tie, beside those already there. */
function tiesShown(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  waiting: Readonly<{ of: string | null; harvest: string | null; ties: readonly string[] | null }>,
  shownAs: string,
): readonly Draft[] {
  const pieces = piecesOf(read, waiting.harvest ?? '')
  const drafts = (waiting.ties ?? []).flatMap((tie): Draft[] => {
    const [rel = '', to = ''] = tie.split(':')
    const other = pieces.find(one => one.piece === to)
    const type = other?.shownAs ? types.get(other.of ?? '') : undefined
    const field = type && Object.entries(type.fields).find(([, of]) => of.ties?.includes(rel) && of.to?.includes(waiting.of ?? ''))
    if (!type || !other?.shownAs || !field?.[1].many) return []
    const held = (read.one(type, other.shownAs) as Readonly<Record<string, unknown>> | undefined)?.[field[0]]
    return [{ type: type.name, record: other.shownAs, fields: { [field[0]]: [...((held as readonly string[] | null) ?? []), shownAs] } }]
  })
  // Two ties may lead to one field of one record: it is written once.
  return [...new Map(drafts.map(one => [`${one.record} ${Object.keys(one.fields)}`, one])).values()]
}

/** Needs and offers that are on the page already, of a person who agreed now: they said nobody, and now say them. */
function theirsNamed(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  of: string,
  just: Readonly<{ pieces: readonly Piece[]; name: string; reach: string }>,
): readonly Draft[] {
  const all = piecesOf(read, of)
  const agreed = agreedIn(read, types, of, just)
  return all.flatMap((piece): readonly Draft[] => {
    const type = types.get(piece.of ?? '')
    const row = type && piece.shownAs ? (read.one(type, piece.shownAs) as Readonly<Record<string, unknown>> | undefined) : undefined
    const said = row && type && piece.person !== true ? saidOfTheirs(agreed, all, piece, type) : undefined
    // A name that somebody wrote there since stays.
    const who = type && fieldFor(type, 'who')
    const before = who && row?.[who]
    const isOurs =
      !before ||
      String(before)
        .split(', ')
        .every(name => [...agreed.values()].some(one => one.name === name))
    return said && type && isOurs ? [{ type: type.name, record: piece.shownAs ?? '', fields: said }] : []
  })
}

/** Whoever took the notes is told on the meeting once they said yes: they alone, beside nobody else who did not. */
function authorAgreed(types: ReadonlyMap<string, RecordType>, read: Reader, of: string, name: string): readonly Draft[] {
  const { author, meeting } = read.one(harvest, of, 'home') ?? {}
  const notes = typeFor(types, 'notes')
  if (!author || !meeting || !notes?.fields['author'] || !whoIsNamed([name])(author)) return []
  const others = unagreedNames(read, types, of).filter(one => one !== name)
  const isTheirs = whoIsNamed(others)(author) === undefined && guardOf(read, types, [name])(author).length === 0
  return isTheirs ? [{ type: notes.name, record: meeting, fields: { author } }] : []
}

/** One write a record. */
const merged = (all: readonly Draft[]): readonly Draft[] =>
  [...Map.groupBy(all, one => `${one.type} ${one.record}`).values()].map(some => ({
    ...some[0]!,
    fields: Object.assign({}, ...some.map(one => one.fields)),
  }))

export const agreementCommands = (types: Types, keptBy: KeptBy, whose: Whose): readonly Command<Words>[] => [
  giveCodes(types),
  tellApart(types),
  agree(types, keptBy, whose),
  hideAwaited(types, whose),
]

export const agreementPages = (site: Site): readonly Shown[] => [
  { path: '/cueillette/:id/accord', who: 'keeper', show: (ask, read) => sheetLeaf(site, ask, read) },
  { path: '/accord', who: 'keeper', show: (ask, read) => keyingLeaf(site, ask, read) },
]

function sheetLeaf(site: Site, ask: Ask, read: Reader): Leaf | undefined {
  const of = read.one(harvest, ask.params['id'] ?? '', 'home')
  if (!of) return undefined
  const w = plainWords(ask.lang)
  const people = unanswered(read, site.types, of.id)
  const without = people.filter(({ first }) => !codeFor(read, first.id))
  const doubles = doublesOf(read, site.types, of.id).filter(one => one.told === undefined)
  const give =
    without.length > 0 &&
    html`<form class="no-print" method="post" action="/cueillette/codes">${ask.form() as Html}<input type="hidden" name="id" value="${of.id}"><p class="acts"><button class="button">${w.giveCodes}</button></p></form>`
  const cards = late(() => cardsIn(read, site.types))
  const strips = people.map(one => strip(site, ask, read, one, cardsOf(cards(), [one.name])))
  const body = html`${said(ask.said)}<div class="head"><h1>${w.agreementTitle}</h1><p class="lead">${w.agreement.lead(ask.territory?.name ?? '', ask.territory?.keptBy ?? '')}</p>${people.length > 0 && without.length === 0 && html`<p class="no-print"><a href="/imprimer/accord/${of.id}">${w.agreementPrint}</a></p>`}<p class="no-print">${w.agreement.minor} ${w.agreementHow} <a href="/accord">${w.agreementKey}</a></p></div>${doubles.map(one => sameOrNot(ask, of.id, one))}${give}${strips.length > 0 ? strips : html`<p class="empty">${w.agreementNone}</p>`}`
  return { title: w.agreementTitle, body, current: '/cueillette' }
}

/** Two buttons: nothing else of this page would be lost. */
function sameOrNot(ask: Ask, of: string, { name, pieces }: Double): Html {
  const w = plainWords(ask.lang)
  const button = (value: string, words: string) => html`<button name="double.${pieces[0]!.id}" value="${value}">${words}</button>`
  return html`<form class="note no-print" method="post" action="/cueillette/la-meme">${ask.form() as Html}<input type="hidden" name="id" value="${of}"><p><b>${w.twoOf(pieces.length, name)}</b></p><p class="acts">${button('one', w.theSame)} ${button('several', w.notTheSame(pieces.length))}</p></form>`
}

function strip(site: Site, ask: Ask, read: Reader, someone: Someone, cards: ReturnType<typeof cardsOf>): Html {
  const w = plainWords(ask.lang)
  const { name, first } = someone
  const given = codeFor(read, first.id)
  const code = given ? sayCode({ word: given.word ?? '', digits: given.digits ?? '' }) : ''
  const about = aboutOf(site.types, read, someone)
  return html`<section class="strip"><p><b><bdi>${name}</bdi></b>${given && html` · ${w.stripCode} <b>${code}</b> <a class="no-print" href="/accord?code=${encodeURIComponent(code)}">${w.agreementKey}</a>`}</p><p>${w.agreement.shown(ask.territory?.name ?? '', name, about)}</p><p>☐ ${w.agreeYes} ☐ ${w.agreeUnnamed} ☐ ${w.agreeNo}</p><p>☐ ${w.agreePrinted}</p><p>${w.agreement.reach} ……………………………………………………………………………………</p><p>${w.stripKept(keeperName(ask))} ……………………………………………………………………………………</p><p class="where">${w.agreement.unnamedReachHint} ${w.agreement.back(keeperName(ask))}</p>${alreadyShown(site, ask, read, someone, cards)}</section>`
}

/** What shows somebody whose agreement is awaited: keyed by hand, or by their own card. */
function alreadyShown({ bricks }: Site, ask: Ask, read: Reader, { first }: Someone, cards: ReturnType<typeof cardsOf>): Html | false {
  const w = plainWords(ask.lang)
  const links = cards.map(({ id, type, title }, at) => html`${at > 0 && ', '}<a href="${type.path}/${id}">${title}</a>`)
  const isByHand = cards.some(one => !isSigned(read, one, type => ownerIn({ bricks }, type)?.owner))
  const hide = html`<form method="post" action="/cueillette/cacher-en-attendant">${ask.form() as Html}<input type="hidden" name="id" value="${first.id}"><p class="acts"><button>${w.agreement.hideMeanwhile}</button></p></form>`
  return cards.length > 0 && html`<div class="note no-print"><p>${w.agreement.onPage} ${links}</p>${isByHand && hide}</div>`
}

/** The titles of all that the notes say of this person: what is on the page, as it reads there, and what would be. */
export function aboutOf(types: ReadonlyMap<string, RecordType>, read: Reader, { first, pieces }: Someone): readonly string[] {
  const all = piecesFor(piecesOf(read, first.harvest ?? ''), pieces)
  const titles = all.map(one => shownTitles(read, types, [one])[0] ?? nameIn(read, types, one))
  return [...new Set(titles.filter(Boolean))]
}

function keyingLeaf(site: Site, ask: Ask, read: Reader): Leaf {
  const w = plainWords(ask.lang)
  const typed = String(ask.query['code'] ?? '')
  const found = typed === '' ? undefined : openedBy(read, typed, ask.lang)
  const wrong = ask.again?.refused ?? (typed !== '' && !found ? w.noSuchCode(typed.slice(0, 40)) : undefined)
  const search = html`<form class="form" method="get" action="/accord"><div class="field"><label for="f-code">${w.agreementCode}</label><p class="hint" id="f-code-h">${w.agreementCodeHint}</p><input id="f-code" name="code" value="${typed}" aria-describedby="f-code-h" autocomplete="off" required></div><p class="acts"><button class="button">${w.open}</button></p></form>`
  const body = html`${said(ask.said)}<div class="one"><article class="sheet"><h1>${w.agreementKey}</h1>${wrong && refused([{ sentence: wrong }], ask.lang)}${search}${found ? keying(site, ask, read, found, typed) : awaited(site, ask, read)}</article></div>`
  return { title: w.agreementKey, body, current: '/cueillette' }
}

/** Whose strip has not come back, with its code: the number of the keeper's bar is theirs. */
function awaited(site: Site, ask: Ask, read: Reader): Html | false {
  const w = plainWords(ask.lang)
  const all = read.list(harvest, { order: 'id DESC' }, 'home').flatMap(of =>
    unanswered(read, site.types, of.id).flatMap(({ name, first }) => {
      const given = codeFor(read, first.id)
      return given ? [{ of, name, code: sayCode({ word: given.word ?? '', digits: given.digits ?? '' }) }] : []
    }),
  )
  const line = ({ of, name, code }: (typeof all)[number]) =>
    html`<li><a href="/accord?code=${encodeURIComponent(code)}"><bdi>${name}</bdi></a> · ${w.stripCode} ${code} · <a href="/cueillette/${of.id}/accord">${of.title ?? w.untitledMeeting}</a></li>`
  return all.length > 0 && html`<section><h2>${w.agreement.awaited}</h2><ul>${all.map(line)}</ul></section>`
}

function openedBy(read: Reader, typed: string, lang: Ask['lang']): Piece | undefined {
  // All strips bear one word: its four digits are enough.
  const asked = readCode(/\p{L}/u.test(typed) ? typed : `${plainWords(lang).codeWord} ${typed}`)
  if ('fault' in asked) return undefined
  const given = read.list(code, { where: 'word = ? AND digits = ?', with: [asked.word, asked.digits], limit: 1 }, 'home')[0]
  const one = given?.opens ? read.one(proposal, given.opens, 'home') : undefined
  return one as Piece | undefined
}

type Was = Readonly<{ answer: 'yes' | 'unnamed' | 'no' | undefined; name: string; reach: string; kept: string; printed: boolean }>
/** What the strip of this person was answered, as it shows now. */
function answerOf(read: Reader, types: ReadonlyMap<string, RecordType>, asked: Piece): Was {
  const someone = peopleOf(read, types, asked.harvest ?? '').find(({ pieces }) => pieces.some(piece => piece.id === asked.id))
  const one = someone?.first ?? asked
  const type = types.get(one.of ?? '')
  const stood = someone && stoodAs(read, types, someone)
  const rowIn = (id: string, space?: 'home') => (type && (read.one(type, id, space) as Readonly<Record<string, unknown>> | undefined)) ?? {}
  const wide = stood ? rowIn(stood.shownAs) : {}
  const here = rowIn(stood?.shownAs ?? one.piece ?? '', 'home')
  const said = (row: Readonly<Record<string, unknown>>, field: string | undefined) => String((field && row[field]) ?? '')
  const [how, apart, printed] = type ? (['reach', 'keptReach', 'printed'] as const).map(meaning => fieldFor(type, meaning)) : []
  return {
    answer: stood ? 'yes' : one.state === 'refused' ? (one.why === 'unnamed' ? 'unnamed' : 'no') : undefined,
    name: said(wide, type?.title) || nameIn(read, types, one),
    reach: said(wide, how),
    kept: said(here, apart),
    printed: printed !== undefined && wide[printed] === true,
  }
}

function keying(site: Site, ask: Ask, read: Reader, one: Piece, typed: string): Html {
  const w = plainWords(ask.lang)
  const was = answerOf(read, site.types, one)
  const answers = { yes: w.agreeYes, unnamed: w.agreeUnnamed, no: w.agreeNo }
  const choice = (value: keyof typeof answers) =>
    html`<label class="tick"><input type="radio" name="answer" value="${value}" required${was.answer === value && html` checked`}> ${answers[value]}</label>`
  const type = site.types.get(one.of ?? '')
  const kept =
    type &&
    fieldFor(type, 'keptReach') &&
    html`<div class="field"><label for="f-kept">${w.stripKept(keeperName(ask))}</label><p class="hint" id="f-kept-h">${w.stripKeptHint}</p><input id="f-kept" name="kept" value="${was.kept}" maxlength="300" aria-describedby="f-kept-h"></div>`
  const printed =
    type &&
    fieldFor(type, 'printed') &&
    html`<div class="field"><label class="tick"><input type="checkbox" name="printed" value="1"${was.printed && html` checked`}> ${w.agreePrinted}</label></div>`
  return html`<h2>${was.name}</h2>${was.answer && note(w.agreement.answeredBefore(answers[was.answer]))}<form class="form" method="post" action="/accord">${ask.form() as Html}<input type="hidden" name="id" value="${one.id}"><input type="hidden" name="from" value="/accord?code=${encodeURIComponent(typed)}"><fieldset class="field"><legend>${w.agreeAsk}</legend>${choice('yes')}${choice('unnamed')}${choice('no')}</fieldset><div class="field"><label for="f-name">${w.agreeName}</label><input id="f-name" name="name" value="${was.name}" maxlength="300"></div><div class="field"><label for="f-reach">${w.agreement.reach}</label><p class="hint" id="f-reach-h">${w.stripReachHint} ${w.agreement.unnamedReachHint}</p><input id="f-reach" name="reach" value="${was.reach}" maxlength="300" aria-describedby="f-reach-h"></div>${kept}${printed}<p class="acts"><button class="button">${w.save}</button></p></form>`
}
