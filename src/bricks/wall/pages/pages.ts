import { type Html, type HtmlPiece, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { MINE, TELLS, WALL } from '../model/commands.ts'
import { ruleOf, standingIn, takesRoom, type WallMessage } from '../model/read.ts'
import { wallMessage, wallRule } from '../model/records.ts'
import { ageOf, KEEPS, type Keeps, measure } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { floodForm, floodsOf } from './floods.ts'

type Words = typeof fr
type On = Readonly<{ kit: Kit; words: Words; keeps: Keeps; keeper: string; isSeveral: boolean }>

/**
 * The wall: what is on it, how to write on it, when it is forgotten; for the keeper, what waits and
 * what was taken down.
 */
const page: Page<Words> = {
  path: WALL,
  show: (kit, read, words): Leaf => {
    const rule = ruleOf(read)
    const all = standingIn(read, kit.request.lived())
    const isSeveral = kit.request.by === 'keeper' && all.filter(takesRoom).length > 1
    const on: On = {
      kit,
      words,
      keeps: rule.keeps,
      keeper: keeperNamed(read) ?? words.keeper,
      isSeveral,
    }
    const shown = all.filter(row => row.state === 'shown')
    const list = shown.length === 0 ? html`<p class="empty">${words.none}</p>` : messages(shown, on)
    const lead = html`
      <p class="lead">
        ${words.lead(words.keeps[rule.keeps])}
        ${rule.waits && html` ${words.isRead(on.keeper)}`}
      </p>
    `
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head">
        <h1>${words.title}</h1>
        ${lead}
        <p class="acts no-print"><a class="button" href="#ecrire">${words.write}</a></p>
      </div>
      ${yours(all, on)}
      ${kit.request.by === 'keeper' && toRead(all, on)}
      ${isSeveral && several(on)}
      <section class="part"><h2>${words.words}</h2>${list}</section>
      ${writing(on)}
      ${kit.request.by === 'keeper' && kept(all, on, read)}
    `
    return { title: words.title, body, current: WALL }
  },
}

/** Their words as they are: nothing in them leads anywhere. */
function messages(all: readonly WallMessage[], on: On): Html {
  return html`<ul class="notices list wall">${all.map(row => message(row, on))}</ul>`
}

function message(row: WallMessage, on: On): Html {
  const { kit, words } = on
  const isKeepers = kit.request.by === 'keeper'
  const bothers =
    row.bothers &&
    isKeepers &&
    html`<p><b>${row.isFolded ? words.isFolded : words.isBothering}</b></p>`
  const down =
    row.state === 'lifted' && row.why && html`<p class="where">${words.downWhy(row.why)}</p>`
  const whole = html`
    <p class="said-word">${inTongue(unbroken(row.said ?? ''), kit.request.lang)}</p>
    ${since(row, on)}
  `
  if (row.isFolded && !isKeepers && row.state === 'shown')
    return html`
      <li id="m-${row.id}"><details><summary>${words.foldedBy}</summary>${whole}</details></li>
    `
  return html`
    <li id="m-${row.id}">
      ${whole}
      ${bothers}
      ${down}
      ${on.isSeveral && takesRoom(row) && tick(row, words)}
      ${acts(row, on)}
    </li>
  `
}

/** The boxes stand beside their messages; the form that they are of stands once. */
const SEVERAL = 'plusieurs'
const tick = (row: WallMessage, words: Words): Html =>
  html`
    <p class="no-print">
      <label class="choice" for="t-${row.id}">
        <input type="checkbox" id="t-${row.id}" name="ids" value="${row.id}" form="${SEVERAL}"
          aria-label="${words.ofMessage(words.tick, begun(row))}">
        ${words.tick}
      </label>
    </p>
  `

/** One gesture for those that were read and ticked, each beside its words. */
function several({ kit, words }: On): Html {
  return html`
    <section class="part no-print">
      <h2>${words.several}</h2>
      <p>${words.severalLead}</p>
      ${post(kit.form(), `${WALL}/decrocher-plusieurs`, {
        look: '',
        id: SEVERAL,
        hidden: { from: WALL },
        button: html`<button>${words.liftTicked}</button>`,
      })}
    </section>
  `
}

function since(row: WallMessage, { kit, words, keeps }: On): Html {
  const age = ageOf(row, kit.request.lived())
  const when = [
    words.ago(measure(age, true)),
    words.goes(measure(Math.max(60_000, KEEPS[keeps] - age), false)),
  ].join(' · ')
  return html`<p class="where">${words.by(signature(row, kit, words), when)}</p>`
}

/** Whose card says that name: its own, another's (which one, for the keeper alone), none. */
function signature(row: WallMessage, kit: Kit, words: Words): string {
  if (!row.who || row.carded !== false) return row.who ?? ''
  const card = kit.byCard(wallMessage, row.id)
  if (card !== undefined) return words.signedBy(row.who, card)
  return row.another ? words.signedBy(row.who, words.somebodyHere) : words.noCard(row.who)
}

/** Its first words, by which one of many like buttons is told from the others. */
const begun = ({ said }: WallMessage): string => (said ?? '').slice(0, 40)

/** A button of one message, heard with its first words. */
function button(row: WallMessage, { kit, words }: On, { path, label, fields }: Act): Html {
  const heard = words.ofMessage(label, begun(row))
  return actButton(kit.form(), `${WALL}/${path}`, {
    hidden: { id: row.id, from: WALL },
    fields,
    button: html`<button aria-label="${heard}">${label}</button>`,
  })
}
type Act = Readonly<{ path: string; label: string; fields?: HtmlPiece }>

function acts(row: WallMessage, on: On): Html {
  const { kit, words, keeper } = on
  if (kit.request.by !== 'keeper')
    return html`
      <details class="no-print">
        <summary aria-label="${words.bothersOf(begun(row))}">${words.bothers}</summary>
        <p>${row.cleared ? words.bothersCleared(keeper) : words.bothersHint(keeper)}</p>
        ${button(row, on, { path: 'gene', label: words.tellKeeper(keeper) })}
      </details>
    `
  const isShown = row.state === 'shown'
  const isDown = row.state === 'lifted'
  const lifts = isShown ? words.lift : words.refuse
  const hangs = isDown ? words.hangAgain : isShown ? words.leave : words.hang
  const draft = { type: wallMessage.name, record: row.id, fields: {} }
  const agrees = !isShown && kit.agreement({ draft, shows: TELLS })
  const hang =
    (!isShown || row.bothers) &&
    button(row, on, { path: 'accrocher', label: hangs, fields: agrees })
  const erase = button(row, on, { path: 'effacer', label: words.erase })
  if (isDown) return html`<div class="acts no-print">${hang}${erase}</div>`
  return html`
    ${hang && html`<div class="acts no-print">${hang}</div>`}
    <details class="no-print">
      <summary aria-label="${words.ofMessage(lifts, begun(row))}">${lifts}</summary>
      ${lifting(row, kit, words)}
      <p>${words.eraseHint}</p>
      ${erase}
    </details>
  `
}

function lifting(row: WallMessage, kit: Kit, words: Words): Html {
  const id = `why-${row.id}`
  const { label } = words.types['wall-message'].fields.why
  const lifts = row.state === 'shown' ? words.lift : words.refuse
  return post(kit.form(), `${WALL}/decrocher`, {
    hidden: { id: row.id, from: WALL },
    fields: formField({ id, label, input: { name: 'why' } }),
    button: html`
      <button class="button" aria-label="${words.ofMessage(lifts, begun(row))}">${lifts}</button>
    `,
  })
}

const stateOf = ({ state, isFolded }: WallMessage): keyof Words['yourState'] =>
  state === 'lifted' ? 'lifted' : state !== 'shown' ? 'waiting' : isFolded ? 'folded' : 'shown'

/** What becomes of the message of whoever wrote it, in the tab where they did. */
function yours(all: readonly WallMessage[], { kit, words, keeper }: On): Html | false {
  const key = one(kit.request.query, MINE)
  if (key === '') return false
  const mine = all.find(row => row.key === key)
  if (!mine)
    return html`<section class="part"><h2>${words.yours}</h2><p>${words.yoursGone}</p></section>`
  const state = words.yourState[stateOf(mine)](keeper)
  const back = actButton(kit.form(), `${WALL}/reprendre`, {
    hidden: { key, from: WALL },
    button: words.takeBack,
  })
  return html`
    <section class="part note">
      <h2>${words.yours}</h2>
      <p class="said-word">${inTongue(mine.said ?? '', kit.request.lang)}</p>
      <p>
        <b>${state}</b>
        ${mine.state === 'lifted' && mine.why && html` ${words.yourWhy(mine.why)}`}
      </p>
      <p class="no-print">${words.yourPage}</p>
      <p class="acts no-print">${back}</p>
    </section>
  `
}

function writing({ kit, words, keeper }: On): Html {
  const w = words.types['wall-message'].fields
  const sent = (name: string): string =>
    kit.request.again ? one(kit.request.again.input, name) : ''
  const fields = html`
    ${formField({
      id: 'f-said',
      label: w.said.label,
      hint: w.said.hint,
      error: mistakeOn(kit.request, 'said'),
      control: about =>
        textArea(
          { id: 'f-said', name: 'said', class: 'short', rows: 3, 'aria-required': 'true' },
          sent('said'),
          about,
        ),
    })}
    ${formField({
      id: 'f-who',
      label: w.who.label,
      hint: kit.request.called
        ? words.asCard(kit.request.called)
        : kit.request.by === 'keeper'
          ? w.who.hint
          : words.signedWaits(keeper),
      error: mistakeOn(kit.request, 'who'),
      input: { name: 'who', value: sent('who') },
    })}
  `
  return html`
    <section class="part no-print" id="ecrire">
      <h2>${words.write}</h2>
      <p>${words.staysHere}</p>
      ${post(kit.form(), `${WALL}/ecrire`, {
        hidden: { from: WALL },
        unchecked: true,
        fields,
        button: mainButton(words.send),
      })}
    </section>
  `
}

/** So many are open; the others are folded, and so is what came from one device. */
const MOST_OPEN = 8
function toRead(all: readonly WallMessage[], on: On): Html | false {
  const { kit, words } = on
  const floods = floodsOf(all)
  const many = new Set(floods.flatMap(flood => flood.all.map(row => row.id)))
  const waiting = all.filter(row => row.state === 'waiting' || row.state === null)
  const alone = waiting.filter(row => !many.has(row.id))
  const [open, rest] = [alone.slice(0, MOST_OPEN), alone.slice(MOST_OPEN)]
  const folded = (summary: string, rows: readonly WallMessage[]): Html | false =>
    rows.length > 0 && html`<details><summary>${summary}</summary>${messages(rows, on)}</details>`
  const piles = floods.map(flood => {
    const unread = flood.all.filter(row => row.state !== 'shown')
    return html`
      ${floodForm(flood, { kit, words, path: WALL })}
      ${folded(words.oneByOne(unread.length), unread)}
    `
  })
  return (
    waiting.length + floods.length > 0 &&
    html`
      <section class="part">
        <h2>${words.toRead}</h2>
        <p>${words.toReadLead}</p>
        ${piles}
        ${open.length > 0 && messages(open, on)}
        ${folded(words.othersToRead(rest.length), rest)}
      </section>
    `
  )
}

/** What the keeper took down, and how they set the wall. */
function kept(all: readonly WallMessage[], on: On, read: Reader): Html {
  const { kit, words } = on
  const down = all.filter(row => row.state === 'lifted')
  const { keeps, waits } = ruleOf(read)
  const lifted =
    down.length > 0 &&
    html`
      <section class="part">
        <h2>${words.down}</h2>
        <p>${words.downLead}</p>
        ${messages(down, on)}
      </section>
    `
  // When another form of this page came back, its fields would empty these.
  if (kit.request.again && !('keeps' in kit.request.again.input)) return html`${lifted}`
  return html`
    ${lifted}
    <section class="part no-print">
      <h2>${words.rules}</h2>
      <p>${words.rulesHint}</p>
      ${post(kit.form(), `${WALL}/regler`, {
        hidden: { from: WALL },
        unchecked: true,
        fields: kit.fields(wallRule, { keeps, waits }, ['keeps', 'waits']),
        button: mainButton(words.settle),
      })}
    </section>
  `
}

export const pages: readonly Page<Words>[] = [page]
