import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { asSent, texts } from '../../../core/form/input.ts'
import { actButton, hidden } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { loopOf, threeSaid } from '../model/commands-matching.ts'
import { besideRows, type FoundNotice, foundIn, learntHere } from '../model/matching/found.ts'
import type { Loop } from '../model/matching/traders.ts'
import { offer } from '../model/records.ts'
import { loop } from '../model/records-matching.ts'
import { currentNotices } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { groundOf, themesIn } from './matching/find.ts'
import { holds, loopsOf, tradersIn } from './matching/loops.ts'

type Words = typeof fr
export const LOOPS = '/annonces/trocs'
const LOOKED = 400
const MOST = 10

/** Standing offers in barter, and what their people look for. */
function tradersHere(kit: Kit, read: Reader) {
  const ground = groundOf(read, kit.territory, kit.request.today)
  const { where, with: values } = currentNotices(kit.request.today)
  const foundOf = (type: 'offer' | 'need', more: string): readonly FoundNotice[] => {
    const rows = read.all(
      `SELECT * FROM ${type} WHERE removed IS NOT 1 AND (${where}) ${more} ` +
        'ORDER BY id DESC LIMIT ?',
      ...(values ?? []),
      LOOKED,
    )
    const beside = besideRows(read, type, rows)
    return rows.map(row => foundIn(ground, type, row, beside))
  }
  const offers = foundOf(
    'offer',
    "AND (mode IN ('barter', 'exchange') OR counterpart IN ('thing', 'any'))",
  )
  return { ground, traders: tradersIn([...offers, ...foundOf('need', '')]) }
}

const loops: Page<Words> = {
  path: LOOPS,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    if (kit.request.by !== 'keeper') return mineLeaf(kit, read, words)
    const { matching } = words
    const { ground, traders } = tradersHere(kit, read)
    const noted = read.list(loop, { limit: MOST }, 'home')
    const known = new Set(noted.map(({ offers }) => [...(offers ?? [])].sort().join(' ')))
    const found = loopsOf(traders, ground.themes, MOST, ground.learnt()).filter(
      three =>
        !known.has(
          three
            .map(one => one.offer.id)
            .sort()
            .join(' '),
        ),
    )
    const why = mistakeAlone(kit.request)
    const asked = noted.map(row =>
      askedItem({ row, three: loopOf(read, row.offers ?? [], row.needs ?? []) }, kit, words),
    )
    const lead = found.length + asked.length > 0 ? matching.loopsLead : matching.loopsNone
    const steps = crumbs([{ href: '/annonces', words: words.listTitle }], kit.request.lang)
    const body = html`
      ${said(kit.request.said)}
      ${why}
      <div class="head">
        <div>${steps}<h1>${matching.loops}</h1></div>
        <p class="lead">${lead}</p>
      </div>
      ${asked}
      ${found.map(three => foundItem(three, kit, words))}
    `
    return { title: matching.loops, body, current: '/annonces' }
  },
}

/** Those in which a member was asked to give: each says yes or no of what is theirs. */
const loopsWith = (read: Reader, me: string) =>
  read.list(
    loop,
    { where: "instr(parties, ?) > 0 AND state <> 'undone'", with: [me], limit: MOST },
    'home',
  )

function mineLeaf(kit: Kit, read: Reader, words: Words): Leaf {
  const { matching } = words
  const { me } = kit.request
  const mine = (id: string): boolean =>
    me !== undefined && read.one(offer, id, 'home')?.author === me
  const all = me === undefined ? [] : loopsWith(read, me)
  const items = all.map(row =>
    askedItem({ row, three: loopOf(read, row.offers ?? [], row.needs ?? []) }, kit, words, mine),
  )
  const why = mistakeAlone(kit.request)
  const lead = items.length > 0 ? matching.loopsMine : matching.loopsNone
  return {
    title: matching.loops,
    body: html`
      ${said(kit.request.said)}
      ${why}
      <div class="head"><h1>${matching.loops}</h1><p class="lead">${lead}</p></div>
      ${items}
    `,
    current: '/annonces',
  }
}

const nameOf = (one: Loop[number], words: Words): string =>
  one.offer.whose.who ?? words.matching.someone
const linesOf = (three: Loop, words: Words): Html =>
  html`
    <ol>
      ${three.map(
        (one, i) =>
          html`
            <li>
              <a href="/annonces/${one.offer.id}">
                ${words.matching.gives(
                  nameOf(one, words),
                  one.offer.title,
                  nameOf(three[(i + 1) % 3]!, words),
                )}
              </a>
            </li>
          `,
      )}
    </ol>
  `

function foundItem(three: Loop, kit: Kit, words: Words): Html {
  const these = three.map((one, i) =>
    hidden({ offers: one.offer.id, needs: three[(i + 1) % 3]!.need.id }),
  )
  return html`
    <article class="piece">
      ${linesOf(three, words)}
      <div class="acts">
        ${actButton(kit.form(), `${LOOPS}/proposer`, {
          hidden: { from: LOOPS },
          fields: these,
          button: words.matching.proposeLoop,
        })}
      </div>
    </article>
  `
}

type Row = NonNullable<ReturnType<Reader['one']>> &
  Readonly<{ title: string | null; agreed: readonly string[] | null; state: string | null }>
function askedItem(
  { row, three }: Readonly<{ row: Row; three: Loop | undefined }>,
  kit: Kit,
  words: Words,
  mine: (id: string) => boolean = () => true,
): Html {
  const { matching } = words
  const state = row.state === 'agreed' || row.state === 'undone' ? row.state : 'asked'
  const act = (name: string, value: string, label: string) =>
    actButton(kit.form(), `${LOOPS}/repondre`, {
      hidden: { from: LOOPS, id: row.id, [name]: value },
      button: label,
    })
  const waiting = three?.filter(one => !(row.agreed ?? []).includes(one.offer.id)) ?? []
  const acts =
    state === 'asked' &&
    html`
      <div class="acts">
        ${waiting
          .filter(one => mine(one.offer.id))
          .map(one => act('oui', one.offer.id, matching.saysYes(nameOf(one, words))))}
        ${act('non', '1', matching.saysNo)}
      </div>
    `
  return html`
    <article class="piece" id="t-${row.id}">
      <h2>${row.title}</h2>
      <p class="hint">${matching.states[state]}</p>
      ${three ? linesOf(three, words) : html`<p>${matching.loopStale}</p>`}
      ${acts}
    </article>
  `
}

/**
 * A loop whose gifts still answer: what its notices say. The commands of a loop compare it with
 * what they say in the turn.
 */
function holdingLoop(
  read: Reader,
  offers: readonly string[] | null | undefined,
  needs: readonly string[] | null | undefined,
): string | undefined {
  const three = loopOf(read, offers ?? [], needs ?? [])
  return three && holds(three, themesIn(read), learntHere(read)) ? threeSaid(three) : undefined
}
export const loopLooks: NonNullable<Slots['looks']> = {
  proposeLoop: (input, read) => holdingLoop(read, texts(input, 'offers'), texts(input, 'needs')),
  answerLoop: (input, read) => {
    const held = read.one(loop, asSent(input, 'id'), 'home')
    return holdingLoop(read, held?.offers, held?.needs)
  },
}

export const loopPages: readonly Page<Words>[] = [loops]
