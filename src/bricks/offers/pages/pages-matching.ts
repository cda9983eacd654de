import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext, TextContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { Slots } from '../../../contract/slots.ts'
import { hasTable } from '../../../contract/tables.ts'
import { texts } from '../../../core/form/input.ts'
import { dayPlain } from '../../../text/days.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { actButton, hidden, mainButton, namedBy, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { beside, crumbs } from '../../../ui/sheet.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { linked } from '../../../ui/value.ts'
import type { Arranged } from '../model/arranged.ts'
import { UNTEACH, WORDS_HERE } from '../model/commands-matching.ts'
import {
  type FoundNotice,
  foundById,
  type Learnt,
  type TaughtPair,
} from '../model/matching/found.ts'
import { shownTitle, wordsOfPair } from '../model/matching/spoken.ts'
import { metByTwo } from '../model/matching/thing.ts'
import { isOwn } from '../model/read-after.ts'
import { need } from '../model/records.ts'
import { localWord } from '../model/records-matching.ts'
import { currentNotices, type Notice, sinceOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { INTEREST } from './interest.ts'
import {
  type Effort,
  groundHere,
  groundOf,
  type MatchContext,
  metBy,
  QUICK,
} from './matching/find.ts'
import { doubtsSaid, once, reachOf, reasonsSaid } from './matching/say.ts'
import { doesAnswer, levelOf, type Match, type MeetingLevel, meet } from './matching.ts'
import { isSure } from './meeting-news.ts'

type Words = typeof fr
const UNANSWERED = '/sans-reponse'
const SHOWN = 5
const NEAR = 2
const MOST_SERVING = 3

/** One that meets it: its own sentence, why, and how to reach who said it. */
function metLine(
  { other, meeting }: Match<FoundNotice>,
  { kit, read, words }: PageContext<Words>,
  id?: string,
  mayRefuse = true,
): Html {
  const reach = reachOf(other)
  const why = [
    reasonsSaid(meeting, kit.request.lang, words.matching),
    doesAnswer(meeting) ? '' : doubtsSaid(meeting, kit.request.lang, words.matching),
  ]
  const how =
    reach &&
    html`
      <br>
      ${words.matching.joinThem} ${
        other.whose.who && html`${inTongue(other.whose.who, kit.request.lang)}${POINT}`
      }
      ${inTongue(linked(reach), kit.request.lang)}
    `
  const href = read.called(other.id)?.path
  const title = inTongue(
    href ? html`<a href="${href}">${shownTitle(other)}</a>` : shownTitle(other),
    kit.request.lang,
  )
  const act =
    id !== undefined &&
    mayRefuse &&
    html`${arranging(id, other, { kit, read, words })}${refusal(kit, id, other.id, words)}`
  return html`
    <li${kit.isByCard(other.id) && html` class="no-print"`}>
      <h3 id="${titleId(id ?? '', other.id)}">${title}</h3>
      <p class="where">${why.filter(Boolean).join(' ')}${how}</p>${act}
    </li>
  `
}

/** A thread on the two: whoever begins it says that one answers the other. */
const arranging = (
  id: string,
  { id: other, type }: FoundNotice,
  { kit, read, words }: PageContext<Words>,
): Html | false =>
  (type === 'offer' || type === 'need') &&
  kit.request.path !== UNANSWERED &&
  hasTable(read, 'deal_home') &&
  html`
    <p class="no-print">
      <a href="${INTEREST}?annonce=${other}&amp;avec=${id}">
        ${words.interest[type]}
      </a>
    </p>
  `

const refusal = (kit: Kit, id: string, other: string, words: Words): Html =>
  actButton(kit.form(), '/annonces/pas-ca', {
    look: 'inline no-print',
    hidden: { these: [id, other] },
    fields: kit.request.path === UNANSWERED && hidden({ liste: '1' }),
    button: html`
      <button${namedBy(`pas-${id}-${other}`, [titleId(id, other), ...listed(kit, id)].join(' '))}>
        ${words.matching.notIt}
      </button>
    `,
  })
/** Where the titles stand that a button is heard with: of the other, and in a list of this one. */
const titleId = (id: string, other: string): string => `titre-${id}-${other}`
const needId = (id: string): string => `demande-${id}`
const listed = (kit: Kit, id: string): readonly string[] =>
  kit.request.path === UNANSWERED ? [needId(id)] : []

const asFound = (one: Notice, read: Reader, ground: MatchContext): FoundNotice | undefined =>
  foundById(read, one.row.id, ground.points)

/**
 * What meets a notice, beside its page: at once for one that was just written, inventory included.
 *
 * Shape   `link`: under the title of one's own notice, which leads to what answers it, below the
 *         acts on a telephone. `sure`: the ids of what answers it without any doubt.
 */
export function metSection(
  one: Notice,
  { kit, read, words }: PageContext<Words>,
  arranged: () => Arranged,
): Readonly<{ body: Html; link: Html | false; sure: readonly string[] }> | false {
  const cards = kit.request.by !== 'visitor'
  const ground = { ...groundHere(kit, read), cards, arranged }
  const spoken = asFound(one, read, ground)
  if (!spoken) return false
  const met = once(metBy(spoken, ground))
  const at = (level: MeetingLevel | undefined) =>
    met.filter(({ meeting }) => levelOf(meeting) === level)
  const isKeeper = kit.request.by === 'keeper'
  const answers = at('answers').slice(0, SHOWN)
  const serving = at('serves').slice(0, MOST_SERVING)
  // Who tends the page mends words by what nearly meets.
  const near = isKeeper && answers.length + serving.length === 0 ? met.slice(0, NEAR) : []
  const mayRefuse = isKeeper || isOwn(read, one, kit.request.isMe)
  const part = (heading: string, all: readonly Match<FoundNotice>[]): Html | false =>
    all.length > 0 &&
    beside(heading, notices(all.map(it => metLine(it, { kit, read, words }, spoken.id, mayRefuse))))
  if (answers.length + serving.length + near.length === 0) return false
  const title = one.kind === 'offer' ? words.matching.whoWants : words.matching.whatAnswers
  return {
    body: html`
      <div id="${MET}">
        ${part(title, answers)}
        ${part(words.matching.mayServe, serving)}
        ${part(words.matching.near, near)}
      </div>
    `,
    sure: met.filter(({ meeting }) => isSure(meeting)).map(({ other }) => other.id),
    link:
      answers.length > 0 &&
      html`<p class="no-print"><a href="#${MET}">${title} (${answers.length})</a></p>`,
  }
}
const MET = 'repond'

/**
 * *Cherché ici : Hugo cherche du papier à dessin*: one sentence, on the home page, of a sure answer
 * only.
 */
export function boardMeets(
  one: Notice,
  ground: MatchContext,
  { request, read, words }: TextContext<Words>,
): Html | undefined {
  const spoken = asFound(one, read, ground)
  const best = spoken && metBy(spoken, ground, QUICK).find(({ meeting }) => isSure(meeting))
  if (!best) return undefined
  const say = one.kind === 'offer' ? words.matching.boardOffer : words.matching.boardNeed
  const said = html`${say}${inTongue(shownTitle(best.other), request.lang)}`
  const isCard = ground.cards && read.isByCard(best.other.id)
  return isCard ? html`<span class="no-print">${said}</span>` : said
}

/**
 * Needs looked at for the page of those that nothing answers: the oldest, and enough of them to
 * fill a page.
 */
const LOOKED = 300
const LISTED = 40
const SOME: Effort = { argued: 60, ofOneWord: 30, tiers: 3 }

const unanswered: Page<Words> = {
  path: UNANSWERED,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const ground = groundHere(kit, read)
    const waiting = read
      .list(need, { ...currentNotices(kit.request.today), order: 'id', limit: LOOKED })
      .filter(({ id }) => !ground.arranged?.().isMet(id))
      .map((row): Notice => ({ kind: 'need', row }))
      .sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : sinceOf(a) > sinceOf(b) ? 1 : 0))
    const items: Html[] = []
    for (const one of waiting) {
      if (items.length === LISTED) break
      const spoken = asFound(one, read, ground)
      const met = spoken ? metBy(spoken, ground, SOME) : []
      if (spoken && !met.some(({ meeting }) => doesAnswer(meeting)))
        items.push(waitingItem(one, spoken, met.slice(0, NEAR), { kit, read, words }))
    }
    const learnt = ground.learnt()
    const parts = html`${taughtPart(learnt, kit, words)}${wordsPart(learnt, kit, words)}`
    return unansweredLeaf([items, parts], kit.request, words)
  },
}

function waitingItem(
  one: Notice,
  spoken: FoundNotice,
  near: readonly Match<FoundNotice>[],
  { kit, read, words }: PageContext<Words>,
): Html {
  const { matching } = words
  const missed =
    near.length > 0 &&
    html`
      <h3>${matching.near}</h3>
      ${notices(near.map(it => metLine(it, { kit, read, words }, spoken.id)))}
    `
  return html`
    <article class="piece">
      <h2 id="${needId(spoken.id)}">
        <a href="/annonces/${one.row.id}">${inTongue(one.row.title ?? '', kit.request.lang)}</a>
      </h2>
      <p class="hint">
        ${[one.row.who, matching.since(dayPlain(sinceOf(one), kit.request.lang, kit.request.today))]
          .filter(Boolean)
          .join(POINT)}
      </p>
      ${missed}
    </article>
  `
}

/** What refusals taught: the keeper may forget it. */
function taughtPart({ taught }: Learnt, kit: Kit, { matching }: Words): Html | false {
  const line = ({ id, two, times }: TaughtPair): Html => {
    const [offer = '', need = ''] = wordsOfPair(two)
    return html`
      <li>
        <p id="appris-${id}">${matching.learntPair(offer, need, times)}</p>
        ${actButton(kit.form(), UNTEACH, {
          look: 'inline no-print',
          hidden: { id },
          button: html`
            <button${namedBy(`oublier-${id}`, `appris-${id}`)}>${matching.unteach}</button>
          `,
        })}
      </li>
    `
  }
  return (
    taught.length > 0 &&
    html`
      <section class="part">
        <h2>${matching.learnt}</h2>
        <p class="hint">${matching.learntLead}</p>
        ${notices(taught.map(line))}
      </section>
    `
  )
}

/** Words of here, and the form of one more. */
function wordsPart({ words: { all } }: Learnt, kit: Kit, { matching }: Words): Html {
  const w = matching.wordsHere
  const line = ({ id, said: word, means }: Learnt['words']['all'][number]): Html => html`
    <li>
      <p id="mot-${id}">${inTongue(w.line(word, means), kit.request.lang)}</p>
      ${actButton(kit.form(), `${WORDS_HERE}/retirer`, {
        look: 'inline no-print',
        hidden: { id },
        button: html`<button${namedBy(`retirer-${id}`, `mot-${id}`)}>${w.drop}</button>`,
      })}
    </li>
  `
  return html`
    <section class="part" id="mots">
      <h2>${w.title}</h2>
      <p class="hint">${w.lead}</p>
      ${post(kit.form(), WORDS_HERE, {
        look: 'form no-print',
        fields: kit.fields(localWord, {}, ['said', 'means']),
        button: mainButton(w.keep),
      })}
      ${all.length > 0 && notices(all.map(line))}
    </section>
  `
}

function unansweredLeaf(
  [items, learnt]: readonly [readonly Html[], Html],
  request: Request,
  words: Words,
): Leaf {
  const { matching } = words
  const why = mistakeIn(request)
  const steps = crumbs([{ href: '/annonces', words: words.listTitle }], request.lang)
  const more = items.length === LISTED && html`<p>${matching.unansweredMore(LISTED)}</p>`
  const lead = items.length > 0 ? matching.unansweredLead : matching.unansweredNone
  const body = html`
    ${said(request.said)}
    ${why}
    <div class="head">
      <div>${steps}<h1>${matching.unanswered}</h1></div>
      <p class="lead">${lead}</p>
    </div>
    ${items}
    ${more}
    ${learnt}
  `
  return { title: matching.unanswered, body, current: '/annonces' }
}

/** By which two words alone a pair that is refused meets. */
export const refusalLooks: NonNullable<Slots['looks']> = {
  notIt: (input, read) => {
    const ground = groundOf(read, undefined, '')
    const these = [...new Set(texts(input, 'these'))]
    if (these.length !== 2) return undefined
    const [a, b] = these.map(id => foundById(read, id, ground.points))
    const { words, unmet } = ground.learnt()
    const met = a && b && meet(words.read(a), words.read(b), ground.themes, unmet)
    return met && metByTwo(met.reasons)
  },
}

export const matchingPages: readonly Page<Words>[] = [unanswered]
