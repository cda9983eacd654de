import { type Html, html } from '../../../contract/html.ts'
import { keptBy } from '../../../contract/keeper.ts'
import type { Leaf, Page, TextContext } from '../../../contract/page.ts'
import { isShownHome } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayLong } from '../../../text/days.ts'
import { formField, textArea, tick } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { memberName } from '../model/kept.ts'
import { noticeOf } from '../model/read.ts'
import { hereOnly, writtenOn } from '../model/read-evening.ts'
import { offer } from '../model/records.ts'
import { isClosed, isPast, type Notice } from '../model/rules.ts'
import { HERE } from '../model/stack.ts'
import type { fr } from '../words/fr.ts'
import { groundOf, type MatchContext } from './matching/find.ts'
import { boardMeets } from './pages-matching.ts'
import { stackFields, stackOf, stackPages } from './pages-stack.ts'
import { reachField, spreadField } from './reach-fields.ts'
import { asksDay, rideQuestion } from './rides/ask.ts'

type Words = typeof fr
const KEYING = '/annonces/saisie'
const STRIPS = '/annonces/bandelettes'

/**
 * An evening: slips of paper keyed one after another. The page comes back empty for the next one;
 * the same person's next slip keeps their name and how to reach them.
 */
const keying: Page<Words> = {
  path: KEYING,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const wrong = mistakeIn(kit.request)
    const done = writtenOn(read, kit.request.today).length
    const again = kit.request.again ? undefined : noticeOf(read, one(kit.request.query, 'comme'))
    const same = again && { who: again.row.who ?? '', reach: again.row.reach ?? '' }
    const stack = stackOf(kit.request)
    const lead =
      done > 0
        ? html`<p>${words.keyedToday(done)} <a href="${STRIPS}">${words.strips}</a></p>`
        : html`<p>${words.keyingLead}</p>`
    const last = done > 0 && lastKeyed(kit.request, read, words)
    const place = (kit.territory?.communes.length ?? 0) > 1 && kit.fields(offer, {}, ['commune'])
    const fields = stack
      ? stackFields(stack, kit, words)
      : html`${slip(kit.request, read, words, same)}${place}`
    const here = isShownHome(kit.request) ? hereOnly(read).length : 0
    const hereLink = here > 0 && html`<p><a href="${HERE}">${words.stack.hereCount(here)}</a></p>`
    const word =
      hasTable(read, 'word_home') &&
      html`<p class="no-print"><a href="/mot">${words.stack.word}</a></p>`
    const blank =
      !stack &&
      hasTable(read, 'paper_form_home') &&
      html`<p class="no-print"><a href="/imprimer/billets">${words.stack.blank}</a></p>`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/annonces', words: words.listTitle }], kit.request.lang)}
          <h1>${words.keying}</h1>
          ${wrong}
          ${lead}
          ${last}
          ${hereLink}
          ${blank}
          ${word}
          ${post(kit.form(), KEYING, {
            hidden: { from: KEYING },
            unchecked: true,
            fields,
            button: mainButton(words.keyNext),
          })}
        </article>
      </div>
    `
    return { title: words.keying, body }
  },
}

/** The fields in the order of the paper: who, what, and how to reach. */
function slip(
  request: Request,
  read: Reader,
  words: Words,
  same: Readonly<{ who: string; reach: string }> | undefined,
): Html {
  const sent = (name: string): string => (request.again ? one(request.again.input, name) : '')
  const kind = sent('kind')
  const round = (value: keyof Words['slipKinds']): Html =>
    tick({
      look: 'choice',
      kind: 'radio',
      id: `f-kind-${value}`,
      name: 'kind',
      value,
      isOn: kind === value || (kind === '' && value === 'offer'),
      words: words.slipKinds[value],
    })
  const reach = same
    ? html`
      ${hidden({ reach: same.reach })}
      <p class="hint">
        ${words.reachedAs(same.reach)} <a href="${KEYING}">${words.somebodyElseNow}</a>
      </p>
    `
    : reachField(request, read, words)
  return html`
    ${formField({
      id: 'f-who',
      label: words.types.offer.fields.who.label,
      error: mistakeOn(request, 'who'),
      input: { name: 'who', value: same?.who ?? sent('who') },
    })}
    <fieldset class="group-field" id="f-kind">
      <legend>${words.kind}</legend>
      <div class="choices">${(['offer', 'need', 'hand'] as const).map(round)}</div>
    </fieldset>
    ${formField({
      id: 'f-title',
      label: words.types.offer.fields.title.label,
      error: mistakeOn(request, 'title'),
      control: about =>
        textArea({ id: 'f-title', name: 'title', class: 'short', rows: 2 }, sent('title'), about),
    })}
    ${rideQuestion(request, words)}
    ${reach}
    ${spreadField(request, words, { carte: words.whoSees.cardSlip, ...words.stack.agrees })}
    ${
      !asksDay(request) &&
      formField({
        id: 'f-until',
        label: words.types.offer.fields.until.label,
        error: mistakeOn(request, 'until'),
        input: { name: 'until', type: 'date', value: sent('until') },
      })
    }
  `
}

function lastKeyed(request: Request, read: Reader, words: Words): Html | false {
  const [last] = writtenOn(read, request.today)
  return (
    !!last &&
    html`
      <p class="hint">
        ${words.lastOne} <a
          href="/annonces/${last.row.id}">${inTongue(last.row.title ?? '', request.lang)}</a> · <a
          href="${KEYING}?comme=${last.row.id}">${words.samePerson}</a>
      </p>
    `
  )
}

/**
 * One strip a person, to cut and take home: what they said, what answers it, who keeps the page.
 * Nobody made an account.
 */
const strips: Page<Words> = {
  path: STRIPS,
  forAll: true,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const since = /^\d{4}-\d{2}-\d{2}$/.test(one(kit.request.query, 'depuis'))
      ? one(kit.request.query, 'depuis')
      : kit.request.today
    // What is over is on no paper to take home.
    const standing = writtenOn(read, since).filter(
      ({ row }) => !isClosed(row) && !isPast(row, kit.request.today),
    )
    const people = byPerson(standing, read, isShownHome(kit.request))
    // A strip is for somebody: notices of notes that name nobody are nobody's.
    const all = people.filter(({ name }) => name !== '')
    const left = people.find(({ name }) => name === '')?.notices.length ?? 0
    const ground = groundOf(read, kit.territory, kit.request.today)
    const keeper = keptBy(read) ?? words.keeper
    const body = html`
      <div class="head no-print">
        <h1>${words.strips}</h1>
        <p class="lead">${all.length > 0 ? words.stripsLead(all.length) : words.stripsNone}</p>
        ${left > 0 && html`<p>${words.stripsNobodys(left)}</p>`}
      </div>
      <div class="strips">
        ${all.map(person => strip(person, ground, keeper, { request: kit.request, read, words }))}
      </div>
    `
    return { title: words.strips, body }
  },
}

type Person = Readonly<{ name: string; notices: readonly Notice[] }>

/**
 * People as they were named: for the keeper, where nobody listens, the member whose notice it is;
 * else the first name, however it was typed.
 */
function byPerson(all: readonly Notice[], read: Reader, isTold: boolean): readonly Person[] {
  const people = new Map<string, { name: string; notices: Notice[] }>()
  for (const notice of all) {
    const author = isTold ? authorOf(notice, read) : ''
    const name = author === '' ? (notice.row.who ?? '') : memberName(read, author)
    const key = author === '' ? fold(name) : author
    const person = people.get(key) ?? { name, notices: [] }
    person.notices.push(notice)
    people.set(key, person)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function authorOf(notice: Notice, read: Reader): string {
  const [row] = read.all(`SELECT author FROM ${notice.kind}_home WHERE id = ?`, notice.row.id)
  return typeof row?.['author'] === 'string' ? row['author'] : ''
}

function strip(
  person: Person,
  ground: MatchContext,
  keeper: string,
  { request, read, words }: TextContext<Words>,
): Html {
  const line = (notice: Notice): Html => {
    const meets = boardMeets(notice, ground, { request, read, words })
    return html`
      <li>${inTongue(notice.row.title ?? '', request.lang)}${meets && html`<br>${meets}`}</li>
    `
  }
  return html`
    <article class="strip">
      <h2>${person.name}</h2>
      <ul>${person.notices.map(line)}</ul>
      <p class="where">${words.stripFoot(dayLong(request.today, request.lang), keeper)}</p>
    </article>
  `
}

export const eveningPages: readonly Page<Words>[] = [keying, strips, ...stackPages]
