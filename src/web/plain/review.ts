import { alike } from '../../core/alike.ts'
import type { Ask, Leaf, Reader } from '../../core/brick.ts'
import type { RecordType } from '../../core/schema.ts'
import { onDay } from '../../ui/days.ts'
import { type Html, html } from '../../ui/html.ts'
import { refused, said } from '../../ui/say.ts'
import type { Site } from '../ask.ts'
import { wordsOfType } from '../choices.ts'
import type { Shown } from '../server.ts'
import { type Group, groupsOf, type Reviewed, twice } from './gathering.ts'
import { piecesOf } from './pieces.ts'
import { harvest } from './records.ts'
import { unagreedIn, unagreedOf } from './unagreed.ts'
import { plainWords } from './words.ts'

/** What the review needs beyond the tables: the text of the page, kept as a file of this box. */
export type Texts = (hash: string) => string | undefined

export const reviewPages = (site: Site, texts: Texts): readonly Shown[] => [
  { path: '/cueillette/:id', who: 'keeper', show: (ask, read) => reviewLeaf(site, texts, ask, read) },
]

type Piece = Reviewed &
  Readonly<{
    type: RecordType
    title: string
    from: number
    till: number
    state: string
    likely: boolean
    named: string | undefined
    same: readonly Readonly<{ id: string; title: string }>[]
  }>

function reviewLeaf(site: Site, texts: Texts, ask: Ask, read: Reader): Leaf | undefined {
  const of = read.one(harvest, ask.params['id'] ?? '', 'home')
  if (!of) return undefined
  const w = plainWords(ask.lang)
  const pieces = reviewedPieces(site, read, of.id)
  const groups = groupsOf(pieces)
  const text = texts(of.text?.[0]?.hash ?? '') ?? ''
  const waiting = pieces.filter(piece => piece.state !== 'shown')
  const why = ask.again && refused([{ sentence: ask.again.refused }], ask.lang)
  const intro = [of.date && onDay(of.date, ask.lang, ask.today), of.where].filter(one => one).join(' · ')
  const bar = html`<p class="acts bar"><button class="button" name="act" value="show">${w.showAll}</button> <button name="act" value="keep">${w.keepForLater}</button></p>`
  const body = html`${said(ask.said)}${why}<div class="head"><h1>${of.title}</h1><p class="lead">${intro}</p><p>${w.reviewLead(waiting.length)}</p></div>${questions(of.people ?? [], ask)}<div class="review"><form class="pieces" method="post" action="/cueillette/afficher">${ask.form() as Html}<input type="hidden" name="id" value="${of.id}"><input type="hidden" name="from" value="${ask.path}">${groups.map(group => groupOf(site, ask, group))}${waiting.length > 0 && bar}</form><aside class="source" tabindex="0" aria-label="${w.sourceText}"><h2>${w.sourceText}</h2><div class="text">${marked(text, pieces)}</div></aside></div>`
  return { title: of.title ?? w.untitledMeeting, body, current: '/cueillette' }
}

function reviewedPieces(site: Site, read: Reader, of: string): readonly Piece[] {
  const unagreed = unagreedOf(read, site.types, of)
  return piecesOf(read, of).flatMap((one): Piece[] => {
    const type = site.types.get(one.of ?? '')
    if (!type || !one.piece) return []
    const row = read.one(type, one.piece, 'home') as Readonly<Record<string, unknown>> | undefined
    const title = String(row?.[type.title] ?? '')
    const named = one.person === true ? undefined : unagreedIn(row ?? {}, type, unagreed)
    return [
      {
        id: one.id,
        kind: type.name,
        piece: one.piece,
        person: one.person === true,
        ties: (one.ties ?? []).map(tie => ({ rel: tie.split(':')[0] ?? '', to: tie.split(':')[1] ?? '' })),
        type,
        title,
        from: one.from ?? 0,
        till: one.till ?? 0,
        state: one.state ?? 'waiting',
        likely: (one.certainty ?? 0) >= 0.45 && named === undefined,
        named,
        same: one.state === 'shown' ? [] : alreadyThere(read, type, title),
      },
    ]
  })
}

/** What the page already shows under a like name: asked only then. */
function alreadyThere(read: Reader, type: RecordType, title: string): readonly Readonly<{ id: string; title: string }>[] {
  if (!type.path || title === '') return []
  return read
    .search(title, [type.name], 5)
    .hits.filter(hit => alike(hit.title, title))
    .map(hit => ({ id: hit.id, title: hit.title }))
    .slice(0, 3)
}

function groupOf(site: Site, ask: Ask, group: Group<Piece>): Html {
  const w = plainWords(ask.lang)
  const title = group.head?.title ?? w.groups[group.name]
  const choice = (value: string, words: string, checked: boolean) =>
    html`<label class="tick"><input type="radio" name="tout.${group.id}" value="${value}"${checked && html` checked`}> ${words}</label>`
  const lead = group.name === 'people' ? html`<p>${w.peopleWait} <a href="${ask.path}/accord">${w.agreementSheet}</a></p>` : html``
  const isOpen = group.pieces.some(piece => piece.state !== 'shown')
  return html`<fieldset class="group"><legend>${title}</legend>${lead}${group.name !== 'people' && isOpen && html`<div class="ticks">${choice('oui', w.keepGroup, true)}${choice('non', w.leaveGroup, false)}</div>`}<ul class="pieces">${group.pieces.map(piece => pieceOf(site, ask, group, piece))}</ul></fieldset>`
}

function pieceOf(site: Site, ask: Ask, group: Group<Piece>, piece: Piece): Html {
  const w = plainWords(ask.lang)
  const word = wordsOfType(site.bricks, piece.kind, ask.lang).one
  const source = html`<a href="#t-${piece.id}">${w.inText}</a>`
  if (piece.state === 'shown')
    return html`<li class="piece kept"><p><b>${piece.title}</b></p><p class="where">${word} · ${w.alreadyShown} · ${source}</p></li>`
  if (piece.person) return html`<li class="piece"><p><b>${piece.title}</b></p><p class="where">${w.waitsAgreement} · ${source}</p></li>`
  const id = `p-${piece.id}`
  const ticked = piece.state === 'kept' || (piece.state === 'waiting' && piece.likely)
  const same =
    piece.same.length > 0 &&
    html`<p class="same"><label for="${id}-s">${w.sameAs}</label> <select id="${id}-s" name="meme.${piece.id}"><option value="">${w.isNew}</option>${piece.same.map(one => html`<option value="${one.id}">${w.itIs(one.title)}</option>`)}</select></p>`
  return html`<li class="piece"><input type="hidden" name="groupe.${piece.id}" value="${group.id}"><div class="line"><input type="checkbox" id="${id}" name="garder.${piece.id}" value="1" aria-label="${w.keepPiece(word)}"${ticked && html` checked`}><input name="titre.${piece.id}" value="${piece.title}" maxlength="300" aria-label="${w.titleOf(word)}"></div><p class="where"><label for="${id}">${word}</label> · ${source} · <a href="/cueillette/piece/${piece.id}">${w.mendPiece}</a>${piece.named !== undefined && html` · <b>${w.namesSomeone(piece.named)}</b>`}</p>${same}</li>`
}

/** *Deux Élodie : la même ?* Only what must be asked. */
function questions(people: readonly string[], ask: Ask): Html | false {
  const w = plainWords(ask.lang)
  const doubles = twice(people)
  return doubles.length > 0 && html`<div class="note"><p>${doubles.map(name => w.twoOf(name)).join(' ')}</p></div>`
}

/** The page's text, each piece marked where it was found; overlapping pieces share a mark. */
function marked(text: string, pieces: readonly Piece[]): Html {
  const cuts = [...new Set([0, text.length, ...pieces.flatMap(piece => [piece.from, piece.till])])]
    .filter(at => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  const starts = new Map<number, string[]>()
  for (const piece of pieces) starts.set(piece.from, [...(starts.get(piece.from) ?? []), piece.id])
  const spans = cuts.slice(0, -1).map((from, i) => {
    const till = cuts[i + 1]!
    const anchors = (starts.get(from) ?? []).map(id => html`<a id="t-${id}"></a>`)
    const inside = pieces.some(piece => piece.from <= from && piece.till >= till)
    const words = text.slice(from, till)
    return html`${anchors}${inside ? html`<mark>${words}</mark>` : words}`
  })
  return html`${spans}`
}
