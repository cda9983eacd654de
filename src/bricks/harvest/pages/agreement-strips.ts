import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext, Print } from '../../../contract/page.ts'
import type { Paper } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { lazy } from '../../../core/lazy.ts'
import { dayPlain } from '../../../text/days.ts'
import { actButton, post } from '../../../ui/post.ts'
import { said } from '../../../ui/say.ts'
import { isMinorIn, unanswered, unasked } from '../model/agreement.ts'
import { ASK, namesTogether, TELL_NAMES, UNASK } from '../model/agreement-apart.ts'
import { cardsIn, cardsOf, isSigned } from '../model/agreement-hides.ts'
import { aboutOf, isPresentOnly, linesOf } from '../model/agreement-lines.ts'
import { type Namesake, namesakesOf } from '../model/namesakes.ts'
import {
  calledOr,
  doublesOf,
  knownName,
  type SharedFirstName,
  type Someone,
} from '../model/people.ts'
import type { fr } from '../words/fr.ts'
import { keeperName } from './keeper.ts'
import { seenText } from './source-text.ts'
import { lineSaid, mendedLabel, numberOf, stripOnPaper } from './strip-paper.ts'

/** The strips of a meeting, on screen and on paper: both ask the same of the same people. */

type Words = typeof fr
type Context = PageContext<Words>
type Cards = ReturnType<typeof cardsOf>

/** What the keeper looks at before printing: codes to give, first names to tell apart, strips. */
export const stripsPage: Page<Words> = {
  path: '/cueillette/:id/accord',
  who: 'keeper',
  show: (kit, read, words) => stripsLeaf({ kit, read, words }),
}

function stripsLeaf(page: Context): Leaf | undefined {
  const { kit, read, words: w } = page
  const of = read.one(harvest, kit.request.params['id'] ?? '', 'home')
  if (!of) return undefined
  const people = unanswered(read, read.types, of.id)
  const without = people.filter(
    ({ first, name }) => codeSaid(read, first.id) === undefined && namesTogether(name).length === 0,
  )
  const doubles = doublesOf(read, read.types, of.id).filter(one => one.told === undefined)
  const give =
    without.length > 0 &&
    post(kit.form(), '/cueillette/codes', {
      look: 'no-print',
      hidden: { id: of.id, from: false },
      button: html`
        <button class="button" name="imprimer" value="1">${w.agreement.giveAndPrint}</button>${' '}
        <button>${w.giveCodes}</button>
      `,
    })
  const cards = lazy(() => cardsIn(read, read.types))
  const same = namesakesOf(read, read.types, { of: of.id, communeNamed: kit.communeNamed })
  const strips = people.map(one =>
    namesTogether(one.name).length > 0
      ? severalOf(page, one)
      : stripOnScreen(page, one, {
          cards: cardsOf(cards(), [one.name]),
          same: same.get(one.first.id),
        }),
  )
  const body = html`
    ${said(kit.request.said)}
    <div class="head">
      <h1>${w.agreementTitle}</h1>
      <p class="lead">
        ${w.agreement.lead(kit.territory?.name ?? '', keeperName(kit))}
      </p>
      ${
        people.length > 0 &&
        without.length === 0 &&
        html`<p class="no-print"><a href="/imprimer/accord/${of.id}">${w.agreementPrint}</a></p>`
      }
      <p class="no-print">
        ${w.agreement.minors} ${w.agreementHow} <a href="/accord">${w.agreementKey}</a>
      </p>
    </div>
    ${doubles.map(one => sameOrNot(page, of.id, one))}
    ${give}
    ${strips.length > 0 ? strips : html`<p class="empty">${w.agreementNone}</p>`}
    ${notAsked(page, of.id)}
  `
  return { title: w.agreementTitle, body, current: '/cueillette' }
}

/** Two buttons: nothing else of this page would be lost. */
function sameOrNot(
  { kit, words: w }: Context,
  of: string,
  { name, pieces }: SharedFirstName,
): Html {
  const button = (value: string, words: string) =>
    html`<button name="double.${pieces[0]!.id}" value="${value}">${words}</button>`
  return post(kit.form(), '/cueillette/la-meme', {
    look: 'note no-print',
    hidden: { id: of, from: false },
    fields: html`<p><b>${w.twoOf(pieces.length, name)}</b></p>`,
    button: html`${button('one', w.theSame)} ${button('several', w.notTheSame(pieces.length))}`,
  })
}

/** Two people said in one breath: a strip is for one. */
function severalOf({ kit, words: w }: Context, { name, first }: Someone): Html {
  return html`
    <section class="strip no-print">
      <p><b><bdi>${name}</bdi></b></p>
      <p>${w.agreement.severalNames}</p>
      <div class="acts">
        ${actButton(kit.form(), TELL_NAMES, {
          hidden: { id: first.id, from: false },
          button: w.agreement.oneEach,
        })}
        ${noStrip(kit, w, first.id)}
      </div>
    </section>
  `
}

const noStrip = (kit: Kit, w: Words, id: string): Html =>
  actButton(kit.form(), UNASK, { hidden: { id, from: false }, button: w.agreement.noStrip })

/** Those who get none, each with the way back. */
function notAsked({ kit, read, words: w }: Context, of: string): Html | false {
  const all = unasked(read, read.types, of)
  const line = ({ name, first }: Someone): Html =>
    html`
      <li>
        <bdi>${calledOr(name, w.agreement.numberAlone)}</bdi>${' '}
        ${actButton(kit.form(), ASK, {
          hidden: { id: first.id, from: false },
          button: w.agreement.askAfterAll,
        })}
      </li>
    `
  return (
    all.length > 0 &&
    html`
      <section class="no-print">
        <h2>${w.agreement.unasked}</h2>
        <p>${w.agreement.unaskedHint}</p>
        <ul>${all.map(line)}</ul>
      </section>
    `
  )
}

/** The boxes of a strip: a pen ticks them, on paper alone. */
const boxes = (all: readonly string[]): readonly Html[] =>
  all.map((words, at) => {
    const between = at > 0 && html`<span class="no-print"> · </span>`
    return html`${between}<span class="only-print"> ☐ </span>${words}`
  })

/** Where the notes name somebody, with the words around: they tell the keeper which one it is. */
function namedIn({ kit, read, words: w }: Context, { first }: Someone): Html | false {
  const [file] = read.one(harvest, first.harvest ?? '', 'home')?.text ?? []
  const text = file && kit.textOf(file)
  if (text === undefined || first.from === null || first.till === null) return false
  const [from, till] = [first.from, first.till]
  const start = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - AROUND)
  const end = [text.indexOf('\n', till), text.length].find(at => at >= 0)!
  const [before, name, after] = [
    text.slice(start, from),
    text.slice(from, till),
    text.slice(till, Math.min(end, till + AROUND)).trimEnd(),
  ].map(seenText)
  return html`
    <p class="no-print">${w.agreement.inNotes} «\u00a0${before}<b>${name}</b>${after}\u00a0»</p>
  `
}
/** Units   UTF-16 units, on each side of a name. */
const AROUND = 120

type Beside = Readonly<{ cards: Cards; same: Namesake | undefined }>
function stripOnScreen(page: Context, someone: Someone, { cards, same }: Beside): Html {
  const { kit, read, words: w } = page
  const { first } = someone
  const name = calledOr(someone.name, w.agreement.numberAlone)
  const known = knownName(someone.name)
  const code = codeSaid(read, first.id)
  const about = aboutOf(read.types, read, someone)
  const lines = linesOf(read.types, read, someone)
  const ticks = boxes(Object.values(w.agreement.line))
  const dots = '……………………………………………………………………………………'
  const parent =
    isMinorIn(someone) &&
    html`
      <p><b>${w.agreement.minor}</b> ${boxes([w.agreement.parentYes])}</p>
      <p>${w.agreement.parentName} ${dots}</p>
    `
  // A strip without its code could not be keyed.
  const kind = code ? 'strip' : 'strip no-print'
  return html`
    <section class="${kind}">
      <p>
        <b><bdi>${name}</bdi></b>${same && html` · ${w.agreement.namesake(same)}`}
        ${
          code &&
          html` · ${w.stripCode} <b>${code}</b> <a class="no-print"
              href="/accord?code=${encodeURIComponent(code)}"
              aria-label="${w.agreementKey} ${code}">${w.agreementKey}</a>`
        }
      </p>
      ${same && namedIn(page, someone)}
      <p>${w.agreement.shown(kit.territory?.name ?? '', known, about)}</p>
      <p>${boxes([w.agreeYes, w.agreeUnnamed, w.agreeNo])}</p>
      <p class="where">${w.agreement.no(about)}</p>
      ${parent}
      ${lines.length > 0 && html`<p>${w.agreement.lines}</p>`}
      ${lines.map(
        (one, at) => html`<p>${numberOf(lines, at)}« ${lineSaid(kit, one)} » ${ticks}</p>`,
      )}
      ${lines.length > 0 && html`<p>${mendedLabel(kit.request, lines)} ${dots}</p>`}
      ${
        isPresentOnly(read, someone) &&
        html`
          <p>
            ${w.agreement.present} ${boxes([w.agreement.line.right, w.agreement.line.drop])}
          </p>
        `
      }
      <p>${boxes([w.agreePrinted])}</p>
      ${known === '' && html`<p>${w.agreement.ownName} ${dots}</p>`}
      <p>${w.agreement.reach} ${dots}</p>
      <p>${w.stripKept(keeperName(kit))} ${dots}</p>
      <p class="where">
        ${w.agreement.unnamedReachHint} ${w.agreement.back(keeperName(kit), about)}
      </p>
      ${alreadyShown(page, someone, cards)}
      <div class="acts no-print">${noStrip(kit, w, first.id)}</div>
    </section>
  `
}

/** What shows somebody whose agreement is awaited: keyed by hand, or by their own card. */
function alreadyShown(
  { kit, read, words: w }: Context,
  { first }: Someone,
  cards: Cards,
): Html | false {
  const links = cards.map(
    ({ id, type, title }, at) => html`${at > 0 && ', '}<a href="${type.path}/${id}">${title}</a>`,
  )
  const isByHand = cards.some(one => !isSigned(read, one, type => kit.ownerOf(type)?.owner))
  const hide = post(kit.form(), '/cueillette/cacher-en-attendant', {
    look: '',
    hidden: { id: first.id, from: false },
    button: w.agreement.hideMeanwhile,
  })
  return (
    cards.length > 0 &&
    html`<div class="note no-print"><p>${w.agreement.onPage} ${links}</p>${isByHand && hide}</div>`
  )
}

/**
 * *Feuille d’accord*: a strip for each person of a harvest who has not answered, to cut and to pass
 * on. It stays the keeper's.
 */
export const agreementPrint: Print<Words> = {
  kind: 'accord',
  ofOne: true,
  who: 'keeper',
  lacks: (kit, read, words) =>
    unanswered(read, read.types, kit.request.params['id'] ?? '').length > 0
      ? words.agreement.noCodes
      : undefined,
  make: (kit, read, words): Paper | undefined => {
    const of = read.one(harvest, kit.request.params['id'] ?? '', 'home')
    if (!of) return undefined
    const all = unanswered(read, read.types, of.id)
    // A strip without its code could not be keyed.
    const people = all.filter(
      ({ first, name }) => codeSaid(read, first.id) && namesTogether(name).length === 0,
    )
    if (people.length === 0 && all.length > 0) return undefined
    const keeper = keeperSaid(kit.territory, words.keeper)
    const same = namesakesOf(read, read.types, { of: of.id, communeNamed: kit.communeNamed })
    return {
      title: words.agreementTitle,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      points: 10,
      blocks: [
        { is: 'title', words: words.agreementTitle },
        { is: 'words', words: words.agreement.cut },
        ...(people.length === 0 ? [{ is: 'lead' as const, words: words.agreementNone }] : []),
        ...people.map(one =>
          stripOnPaper({ kit, read, words }, one, { keeper, same: same.get(one.first.id) }),
        ),
      ],
      foot: [words.agreementTitle, words.printedOn(dayPlain(kit.request.today, kit.request.lang))],
    }
  },
}
