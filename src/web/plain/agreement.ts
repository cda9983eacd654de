import type { Ask, Command, Decision, Draft, Leaf, Reader } from '../../core/brick.ts'
import { freeCode, readCode, sayCode } from '../../core/code.ts'
import { one } from '../../core/input.ts'
import { whoIsNamed } from '../../core/named.ts'
import { fieldFor, type RecordType, typeFor, type Value } from '../../core/schema.ts'
import { type Html, html } from '../../ui/html.ts'
import { refused, said } from '../../ui/say.ts'
import type { Site } from '../ask.ts'
import type { Shown } from '../server.ts'
import { answered } from './drafts.ts'
import type { fr } from './fr.ts'
import { guardOf } from './guarded.ts'
import { type Double, doublesOf, nameIn, peopleOf, type Someone, toldApart } from './people.ts'
import { piecesOf } from './pieces.ts'
import { code, harvest, proposal } from './records.ts'
import { unagreedNames } from './unagreed.ts'
import { agreedIn, saidOfTheirs } from './whose.ts'
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

/** What the person ticked: yes, yes without my name, no; and how to reach them, if they said. */
const agree = (types: Types): Command<Words> => ({
  name: 'agree',
  path: '/accord',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = waiting?.of ? types().get(waiting.of) : undefined
    if (!waiting?.piece || !type) return { refused: words.nothingThere }
    const someone = peopleOf(read, types(), waiting.harvest ?? '').find(one => one.pieces.some(piece => piece.id === waiting.id))
    if (!someone || someone.agreed) return { refused: words.alreadyAnswered }
    // A yes or a no is that of the person: it holds for each of their pieces.
    const pieces = someone.pieces
    const says = one(input, 'answer')
    if (!['yes', 'unnamed', 'no'].includes(says)) return { refused: words.agreeChoose, field: 'answer' }
    const back = `/cueillette/${waiting.harvest}/accord`
    if (says !== 'yes')
      return { drafts: pieces.map(one => answered(one.id, { state: 'refused', why: says })), next: back, said: words.agreeKept }
    const shownAs = at.newId()
    const held = (read.one(type, waiting.piece, 'home') ?? {}) as Readonly<Record<string, Value>>
    const reach = one(input, 'reach').slice(0, 300)
    const kept = one(input, 'kept').slice(0, 300)
    const name = one(input, 'name').slice(0, 300) || String(held[type.title] ?? '')
    const [how, apart] = [fieldFor(type, 'reach'), fieldFor(type, 'keptReach')]
    const printed = fieldFor(type, 'printed')
    const onPaper = printed && one(input, 'printed') !== '' ? { [printed]: true } : {}
    const fields = {
      [type.title]: name,
      ...type.person,
      ...(how && reach ? { [how]: reach } : {}),
      ...(apart && kept ? { [apart]: kept } : {}),
      ...onPaper,
    }
    const shown: Draft = { type: type.name, record: shownAs, fields }
    return {
      drafts: [
        shown,
        ...merged([
          ...tiesShown(types(), read, { ...waiting, ties: pieces.flatMap(one => one.ties ?? []) }, shownAs),
          ...theirsNamed(types(), read, waiting.harvest ?? '', { pieces, name, reach }),
          ...authorAgreed(types(), read, waiting.harvest ?? '', someone.name),
        ]),
        ...pieces.map(one => answered(one.id, { state: 'shown', shownAs })),
      ],
      next: back,
      said: words.agreeShown(name),
    }
  },
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

export const agreementCommands = (types: Types): readonly Command<Words>[] => [giveCodes(types), tellApart(types), agree(types)]

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
  const strips = people.map(one => strip(site, ask, read, one))
  const body = html`${said(ask.said)}<div class="head"><h1>${w.agreementTitle}</h1><p class="lead">${w.agreementLead(ask.territory?.name ?? '', ask.territory?.keptBy ?? '')}</p><p class="no-print"><a href="/imprimer/accord/${of.id}">${w.agreementPrint}</a></p><p class="no-print">${w.agreementHow} <a href="/accord">${w.agreementKey}</a></p></div>${doubles.map(one => sameOrNot(ask, of.id, one))}${give}${strips.length > 0 ? strips : html`<p class="empty">${w.agreementNone}</p>`}`
  return { title: w.agreementTitle, body, current: '/cueillette' }
}

/** Two buttons: nothing else of this page would be lost. */
function sameOrNot(ask: Ask, of: string, { name, pieces }: Double): Html {
  const w = plainWords(ask.lang)
  const button = (value: string, words: string) => html`<button name="double.${pieces[0]!.id}" value="${value}">${words}</button>`
  return html`<form class="note no-print" method="post" action="/cueillette/la-meme">${ask.form() as Html}<input type="hidden" name="id" value="${of}"><p><b>${w.twoOf(pieces.length, name)}</b></p><p class="acts">${button('one', w.theSame)} ${button('several', w.notTheSame(pieces.length))}</p></form>`
}

function strip(site: Site, ask: Ask, read: Reader, { name, first, pieces }: Someone): Html {
  const w = plainWords(ask.lang)
  const given = codeFor(read, first.id)
  const code = given ? sayCode({ word: given.word ?? '', digits: given.digits ?? '' }) : ''
  const about = [...new Set(pieces.flatMap(one => aboutOf(site.types, read, one)))]
  return html`<section class="strip"><p><b><bdi>${name}</bdi></b>${given && html` · ${w.stripCode} <b>${code}</b> <a class="no-print" href="/accord?code=${encodeURIComponent(code)}">${w.agreementKey}</a>`}</p><p>${w.stripShown(name, ask.territory?.name ?? '')}${about.length > 0 && html` ${w.stripWith} ${about.join(' ; ')}.`}</p><p>☐ ${w.agreeYes} ☐ ${w.agreeUnnamed} ☐ ${w.agreeNo}</p><p>☐ ${w.agreePrinted}</p><p>${w.stripReach} ……………………………………………………………………………………</p><p>${w.stripKept(keeperNamed(ask))} ……………………………………………………………………………………</p></section>`
}

/** The titles of what the page would link to this person. */
export function aboutOf(types: ReadonlyMap<string, RecordType>, read: Reader, one: Piece): readonly string[] {
  const pieces = piecesOf(read, one.harvest ?? '')
  return (one.ties ?? []).flatMap(tie => {
    const other = pieces.find(piece => piece.piece === tie.split(':')[1])
    return other ? [nameIn(read, types, other)] : []
  })
}

function keyingLeaf(site: Site, ask: Ask, read: Reader): Leaf {
  const w = plainWords(ask.lang)
  const typed = String(ask.query['code'] ?? '')
  const found = typed === '' ? undefined : openedBy(read, typed, ask.lang)
  const wrong = ask.again?.refused ?? (typed !== '' && !found ? w.noSuchCode(typed.slice(0, 40)) : undefined)
  const search = html`<form class="form" method="get" action="/accord"><div class="field"><label for="f-code">${w.agreementCode}</label><p class="hint" id="f-code-h">${w.agreementCodeHint}</p><input id="f-code" name="code" value="${typed}" aria-describedby="f-code-h" autocomplete="off" required></div><p class="acts"><button class="button">${w.open}</button></p></form>`
  const body = html`${said(ask.said)}<div class="one"><article class="sheet"><h1>${w.agreementKey}</h1>${wrong && refused([{ sentence: wrong }], ask.lang)}${search}${found && keying(site, ask, read, found, typed)}</article></div>`
  return { title: w.agreementKey, body, current: '/cueillette' }
}

/** The name of whoever keeps the page, without their hours; else their part. */
export const keeperNamed = ({ territory, lang }: Pick<Ask, 'territory' | 'lang'>): string =>
  territory?.keptBy.split(',')[0]?.trim() || plainWords(lang).printList.keeper

function openedBy(read: Reader, typed: string, lang: Ask['lang']): Piece | undefined {
  // All strips bear one word: its four digits are enough.
  const asked = readCode(/\p{L}/u.test(typed) ? typed : `${plainWords(lang).codeWord} ${typed}`)
  if ('fault' in asked) return undefined
  const given = read.list(code, { where: 'word = ? AND digits = ?', with: [asked.word, asked.digits], limit: 1 }, 'home')[0]
  const one = given?.opens ? read.one(proposal, given.opens, 'home') : undefined
  return one as Piece | undefined
}

function keying(site: Site, ask: Ask, read: Reader, one: Piece, typed: string): Html {
  const w = plainWords(ask.lang)
  const name = nameIn(read, site.types, one)
  const choice = (value: string, words: string) =>
    html`<label class="tick"><input type="radio" name="answer" value="${value}" required> ${words}</label>`
  const type = site.types.get(one.of ?? '')
  const kept =
    type &&
    fieldFor(type, 'keptReach') &&
    html`<div class="field"><label for="f-kept">${w.stripKept(keeperNamed(ask))}</label><p class="hint" id="f-kept-h">${w.stripKeptHint}</p><input id="f-kept" name="kept" maxlength="300" aria-describedby="f-kept-h"></div>`
  const printed =
    type &&
    fieldFor(type, 'printed') &&
    html`<div class="field"><label class="tick"><input type="checkbox" name="printed" value="1"> ${w.agreePrinted}</label></div>`
  return html`<h2>${name}</h2><form class="form" method="post" action="/accord">${ask.form() as Html}<input type="hidden" name="id" value="${one.id}"><input type="hidden" name="from" value="/accord?code=${encodeURIComponent(typed)}"><fieldset class="field"><legend>${w.agreeAsk}</legend>${choice('yes', w.agreeYes)}${choice('unnamed', w.agreeUnnamed)}${choice('no', w.agreeNo)}</fieldset><div class="field"><label for="f-name">${w.agreeName}</label><input id="f-name" name="name" value="${name}" maxlength="300"></div><div class="field"><label for="f-reach">${w.stripReach}</label><p class="hint" id="f-reach-h">${w.stripReachHint}</p><input id="f-reach" name="reach" maxlength="300" aria-describedby="f-reach-h"></div>${kept}${printed}<p class="acts"><button class="button">${w.save}</button></p></form>`
}
