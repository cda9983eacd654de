import type { Brick } from '../../contract/brick.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Hit, Reader, SpokenHit } from '../../contract/reader.ts'
import { isOnceOver, withoutReachOnceOver } from '../../contract/records/once-over.ts'
import type { SearchFinds } from '../../contract/search.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { RecordType } from '../../core/schema.ts'
import { openedByCode } from '../../engine/records/said-code.ts'
import { saysOtherWord } from '../../text/searching/asked.ts'
import { type Excerpt, excerptOf } from '../../text/searching/excerpt.ts'
import { dotted, notice, notices } from '../../ui/board.ts'
import { listPage } from '../../ui/list.ts'
import { webWords } from '../words.ts'
import { lookedFor } from './looked-for.ts'
import { isFor, isSentence, otherWays, pageAnswers, questionsFor } from './questions.ts'
import { plainWords } from './words.ts'

const PER_PAGE = 30

/** The page `/chercher?q=`: the results with their kind and place. */
export const searchOf = (bricks: readonly Brick[]) => ({
  path: '/chercher',
  show: (kit: Kit, read: Reader): Leaf => {
    const w = webWords(kit.request.lang).search
    const asked = String(kit.request.query['q'] ?? '')
      .slice(0, 200)
      .trim()
    const types = bricks.flatMap(brick => brick.records).filter(type => type.path !== undefined)
    const names = types.map(type => type.name)
    const found = kit.piece(`found ${asked}`, bare =>
      lookedFor(bricks, bare, read, { asked, types: names, most: PER_PAGE }),
    )
    const questions = kit.piece(`questions ${asked}`, ({ request }) =>
      questionsFor(bricks, read, asked, request),
    )
    const slotted = (slot: 'finds' | 'likely'): readonly SearchFinds[] =>
      bricks.flatMap(({ name, slots, words }) =>
        slots?.[slot] === undefined
          ? []
          : kit.piece(
              `${slot} ${name} ${asked}`,
              bare => slots[slot]?.(bare, read, words[kit.request.lang], asked) ?? [],
            ),
      )
    // Who asks for a number of help, *le 15*, means no day.
    const isCall = questions.some(one => one.isCall)
    const isNumber = isCall && /\d/.test(asked)
    const here = asked === '' || isNumber ? [] : slotted('finds')
    const more = here.filter(one => one.items.length > 0).map(one => inOrderOf(found.hits, one))
    const above = new Set(more.flatMap(({ ids }) => ids ?? []))
    const isAnswered = more.some(({ ids }) => ids !== undefined)
    // Hits of another spelling are left out where something surely answers.
    const isNear = found.instead !== undefined
    const held =
      isNumber || (isNear && (isAnswered || questions.length > 0))
        ? []
        : found.hits.filter(
            // Who fell looks for no grave.
            ({ id, title }) => !above.has(id) && !(isCall && saysOtherWord(asked, title)),
          )
    // A need and the page of a theme are no answers.
    const seekers = new Set(
      types.filter(one => one.seeks || one.afterOthers).map(({ name }) => name),
    )
    // A question of who organises a date is none either; that of a notice may offer.
    const notices = new Set(types.filter(({ over }) => over).map(({ name }) => name))
    const isAnswer = ({ type, title }: Hit): boolean =>
      !seekers.has(type) && (notices.has(type) || !title.trimEnd().endsWith('?'))
    const isOpen = asked !== '' && !isAnswered && questions.length === 0
    const likely =
      isOpen && !held.some(one => one.holds === 'all' && isAnswer(one)) ? slotted('likely') : []
    const maybe = new Set(likely.flatMap(({ ids }) => ids ?? []))
    // Where the page itself or a notice answers, what holds less is left out; an emergency needs
    // all that may help.
    const isAsked = questions.length > 0 && !isCall
    const isLeft = ({ holds, said }: SpokenHit): boolean =>
      (holds === 'some' && (isAnswered || isAsked)) ||
      (holds === 'named' && said !== undefined && isAsked)
    const hits = held.filter(one => !maybe.has(one.id) && !isLeft(one))
    const typed = hits.map(hit => {
      const type = types.find(one => one.name === hit.type)!
      const isRead = type.over !== undefined || hit.said !== undefined
      const row: Values = isRead ? (read.one(type, hit.id) ?? {}) : {}
      const { today } = kit.request
      const said = hit.said && saidIn(type, withoutReachOnceOver(type, row, today), hit.said)
      return { hit, type, said, isOver: isOnceOver(type, row, today) }
    })
    const places = placesOf(kit, read, types, hits)
    // What is over comes after all that stands.
    const items = typed
      .toSorted((a, b) => Number(a.isOver) - Number(b.isOver))
      .map(({ hit, type, said, isOver }) => {
        const { one, fields } = wordsOfType(bricks, type.name, kit.request.lang)
        return notice({
          title: hit.title,
          href: `${type.path}/${hit.id}`,
          what: isOver ? w.over(one) : one,
          where: html`
            ${kit.isByCard(hit.id) && html`<b>${w.byCard}</b> `}${places.get(hit.id) ?? html``}
          `,
          ...(said ? { excerpt: excerptShown(said, fields[said.field]?.label) } : {}),
          side: type.name,
          isOnScreen: kit.isByCard(hit.id),
        })
      })
    const opened = openedByCode(read, asked)
    const said =
      hits.length > 0 &&
      (isNear ? w.instead(asked) : found.near && w.near(found.near.asked, found.near.shown))
    const codeTold =
      opened?.path &&
      isFor(bricks, opened.path, kit.request.by) &&
      html`<a href="${opened.path}">${plainWords(kit.request.lang).codeOpens(opened.title)}</a>`
    const lead = codeTold || said
    const lacking = new Set(typed.flatMap(({ hit, said }) => (said?.lacks ? [hit] : [])))
    const isWhole = (one: SpokenHit): boolean =>
      one.holds === 'all' &&
      !lacking.has(one) &&
      (found.isPlace || (!found.isOtherDay && !found.isGoing && isAnswer(one)))
    const heading = headingOf(hits, w, {
      isWhole,
      isBeside: isAnswered || likely.length > 0,
      isMore: found.more,
    })
    const title = asked === '' ? w.empty : w.title(asked)
    // The keeper is the person whom a sentence leads to.
    const isTold = kit.request.by !== 'keeper' && isSentence(asked)
    const empty = asked === '' ? w.hint : isTold ? html`` : w.none(asked)
    const isFound = Boolean(codeTold) || hits.length > 0 || more.length > 0 || likely.length > 0
    const ways = asked !== '' && otherWays(bricks, kit, asked, { isFound, questions })
    const list = listPage({
      lang: kit.request.lang,
      title,
      path: '/chercher',
      query: kit.request.query,
      first: html`
        ${pageAnswers(questions)}
        ${more.filter(({ ids }) => ids !== undefined).map(sectionOf)}
        ${likely.map(sectionOf)}
      `,
      items,
      empty: isFound || questions.length > 0 ? html`` : empty,
      ...(lead ? { lead } : {}),
      ...(items.length > 0 && !found.near ? { found: heading } : {}),
    })
    const body = html`
      ${list}
      ${more.filter(({ ids }) => ids === undefined).map(sectionOf)}
      ${ways}
    `
    return { title, body }
  },
})

/** What stands above the hits, as surely as the first of them answers. */
function headingOf(
  hits: readonly SpokenHit[],
  w: ReturnType<typeof webWords>['search'],
  of: Readonly<{ isWhole: (hit: SpokenHit) => boolean; isBeside: boolean; isMore: boolean }>,
): string {
  const [first] = hits
  if (first !== undefined && hits.every(({ holds }) => holds === 'some')) return w.some
  if (of.isBeside) return w.beside
  if (first?.holds === 'named') return w.maybe
  if (first === undefined || !of.isWhole(first)) return w.toldOf
  const answers = hits.filter(of.isWhole).length
  return of.isMore ? w.more : w.found(answers, answers < hits.length)
}

/**
 * A section in which the records that the search found stand in its order, by its day and its
 * commune. The others keep their places, and so does a section that has an order of its own.
 */
function inOrderOf(hits: readonly Hit[], section: SearchFinds): SearchFinds {
  const { items, ids = [], isInOrder } = section
  if (isInOrder) return section
  const rankOf = (at: number): number => hits.findIndex(({ id }) => id === ids[at])
  const found = items.map((_, at) => at).filter(at => rankOf(at) >= 0)
  const sorted = found.toSorted((a, b) => rankOf(a) - rankOf(b))
  const from = new Map(found.map((at, i) => [at, sorted[i]!]))
  return { ...section, items: items.map((item, at) => items[from.get(at) ?? at] ?? item) }
}

const sectionOf = ({ title, items }: SearchFinds): Html =>
  html`
    <section class="part">
      <h2>${title}</h2>
      ${notices(items.slice(0, PER_PAGE))}
    </section>
  `

type Values = Readonly<Record<string, unknown>>
const SAYING: ReadonlySet<string> = new Set(['text', 'prose'])
type Said = Readonly<{ field: string; lacks: boolean; excerpt: Excerpt }>
/** What stands around these words in a text of a record, before what it says is not there. */
function saidIn(type: RecordType, row: Values, said: readonly string[]): Said | undefined {
  const all = Object.entries(type.fields).flatMap(
    ([field, { kind, unsearched, lacks = false }]) => {
      const value = row[field]
      const isText = SAYING.has(kind) && !unsearched && field !== type.title
      const excerpt = isText && typeof value === 'string' ? excerptOf(value, said) : undefined
      return excerpt ? [{ field, lacks, excerpt }] : []
    },
  )
  return all.find(({ lacks }) => !lacks) ?? all[0]
}
/** *Ce qui manque : « six chaises »*. */
function excerptShown({ lacks, excerpt }: Said, label = ''): Html {
  const { before, word, after } = excerpt
  return html`${lacks && `${label}\u00a0: `}«\u00a0${before}<b>${word}</b>${after}\u00a0»`
}

/** Where each hit is, kept for all searches that find it. */
function placesOf(
  kit: Kit,
  read: Reader,
  types: readonly RecordType[],
  hits: readonly Hit[],
): ReadonlyMap<string, Html> {
  const byType = Map.groupBy(hits, ({ type }) => type)
  const all = [...byType].flatMap(([name, of]) => {
    const type = types.find(one => one.name === name)!
    return kit.pieceEach(
      `where ${name}`,
      of.map(({ id }) => id),
      (bare, ids) => new Map(ids.map(id => [id, { id, place: where(bare, read, type, id) }])),
    )
  })
  return new Map(all.map(({ id, place }) => [id, place]))
}

/** The commune of an answer, when its type has one, and the facts for which it is looked up. */
function where(kit: Kit, read: Reader, type: RecordType, id: string): Html {
  const row = 'commune' in type.fields ? read.one(type, id) : undefined
  const commune = row?.['commune'] ? kit.shown(type, 'commune', row['commune']) : ''
  return dotted([commune, kit.facts(type.name, id)])
}
