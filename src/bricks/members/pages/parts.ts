import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment, dayPlain } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { fieldList } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { USES } from '../model/commands.ts'
import {
  type ConsentRow,
  type ContactRow,
  consentsOf,
  contactsOf,
  type MemberRow,
} from '../model/read.ts'
import { member, relay } from '../model/records.ts'
import {
  namedIn,
  pagesOfName,
  phoneShown,
  relayShown,
  type ShownRecord,
  thingsShown,
  toldIn,
} from '../model/shown-of.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** How one is reached, in words. */
export function reachWords(all: readonly ContactRow[], read: Reader, words: Words): string {
  return all
    .map(row => {
      if (row.how === 'phone') return row.phone ?? ''
      const through = row.how === 'relay' ? read.one(relay, row.relay ?? '')?.name : undefined
      return through ? words.throughRelay(through) : words.byWord
    })
    .filter(text => text !== '')
    .join(', ')
}

/** What tells two people of one name apart: the village, and since when this box knows them. */
export const apartWords = (row: MemberRow, { request, communeNamed }: Kit, words: Words): string =>
  [
    row.commune !== null && (communeNamed(row.commune) ?? row.commune),
    words.apartSince(dayPlain(dayOfMoment(bornAt(row.id)), request.lang, request.today)),
  ]
    .filter(Boolean)
    .join(POINT)

export const known = (row: MemberRow, kit: Kit, read: Reader, words: Words): Html | false =>
  fieldList([
    { label: words.types.member.fields.name.label, value: row.name },
    {
      label: words.types.member.fields.commune.label,
      value: row.commune !== null && kit.shown(member, 'commune', row.commune),
    },
    { label: words.reach, value: reachWords(contactsOf(read, row.id), read, words) },
    { label: words.types.member.fields.through.label, value: row.through },
    {
      label: words.knownSince,
      value: dayPlain(dayOfMoment(bornAt(row.id)), kit.request.lang, kit.request.today),
    },
  ])

/** A form of one button; what it posts to says the rest. */
export const act = (kit: Kit, action: string, button: string, more: Html | false = false): Html =>
  actButton(kit.form(), action, {
    look: 'inline no-print',
    fields: more,
    button,
  })

/**
 * Each agreement with its day and the way to take it back; then all else that shows of them, with
 * what ends it.
 */
export function agreements(row: MemberRow, kit: Kit, read: Reader, words: Words): Html {
  const all = consentsOf(read, row.id)
  const choices: Readonly<Record<string, string>> = words.types.consent.fields.use.choices
  const day = (on: string | null): string =>
    on === null ? '' : dayPlain(on, kit.request.lang, kit.request.today)
  const line = (one: ConsentRow): Html => {
    const use = choices[one.use ?? ''] ?? ''
    if (one.withdrawnOn !== null)
      return html`<li>${words.tookBack(use, day(one.givenOn), day(one.withdrawnOn))}</li>`
    const taking = back(row, `consent=${one.id}`, one.use, words)
    return html`
      <li>${words.gave(use, day(one.givenOn))} ${taking}</li>
    `
  }
  const standing = new Set(all.filter(one => one.withdrawnOn === null).map(one => one.use))
  const lines = [...all.map(line), ...shownLines(row, standing, { kit, read, words })]
  return html`
    <h2>${kit.request.by === 'keeper' ? words.agreed : words.iAgreed}</h2>
    ${
      lines.length > 0
        ? html`<ul class="acts-list">${lines}</ul>`
        : html`<p class="empty">${words.agreedNothing}</p>`
    }
    ${toAgree(row, all, kit, words)}
  `
}
const PHONE_SHOWN = 'phone-shown'
/** `use`: what they agreed to, heard with the link: several of them stand on one page. */
function back(row: MemberRow, query: string, use: string | null, words: Words): Html {
  const choices: Readonly<Record<string, string>> = words.types.consent.fields.use.choices
  const heard = [words.takeBack, choices[use ?? '']].filter(Boolean).join(', ')
  return html`<a class="no-print" href="/habitants/${row.id}/reprendre?${query}"
    aria-label="${heard}">${words.takeBack}</a>`
}

/**
 * What shows of them as long as nobody takes it back, whether an agreement was noted or a notice
 * said it.
 */
function shownLines(
  row: MemberRow,
  standing: ReadonlySet<string | null>,
  { kit, read, words }: PageContext<Words>,
): readonly Html[] {
  const links = (all: readonly ShownRecord[]): Html =>
    html`${all.flatMap(({ id }, at) => {
      const called = read.called(id)
      return called
        ? [html`${at > 0 && ', '}<a href="${called.path ?? '/'}">${called.title}</a>`]
        : []
    })}`
  const [phones, told, named, alike] = [
    phoneShown(read, row.id)[0],
    toldIn(read, row.id),
    namedIn(read, row.id),
    pagesOfName(read, row.name ?? ''),
  ]
  const lent = thingsShown(read, row.id)
  const relays = relayShown(read, row.id)
  const place =
    relays && [relays.name, relays.where, relays.when, relays.phone].filter(Boolean).join(', ')
  const keeper = keeperSaid(kit.territory, words.throughKeeper)
  return [
    phones.length > 0 &&
      html`
        <li>
          ${words.shownPhone} ${links(phones)}
          ${
            !standing.has(PHONE_SHOWN) &&
            html` ${back(row, `use=${PHONE_SHOWN}`, PHONE_SHOWN, words)}`
          }
        </li>
      `,
    named.length > 0 &&
      html`
        <li>
          ${words.shownName} ${links(named)}
          ${
            kit.request.by !== 'keeper' &&
            html` <a class="no-print" href="/moi/ecrits">${words.mendNotices}</a>`
          }
        </li>
      `,
    lent.length > 0 && html`<li>${words.shownThings} ${links(lent)}</li>`,
    relays &&
      html`
        <li>
          ${within(words.shownRelay(place ?? ''), place ?? '', kit.request.lang)} <a
            href="/relais/${relays.id}/finir">${words.stopRelaying}</a>
        </li>
      `,
    told.length > 0 && html`<li>${words.shownTold} ${links(told)}</li>`,
    alike.length > 0 &&
      html`
        <li>
          ${words.shownAlike} ${links(alike)}.${' '}
          ${kit.request.by !== 'keeper' && words.shownAlikeDo(keeper)}
        </li>
      `,
  ].filter(line => line !== false && line !== undefined)
}

function toAgree(row: MemberRow, all: readonly ConsentRow[], kit: Kit, words: Words): Html | false {
  const given = new Set(all.filter(one => one.withdrawnOn === null).map(one => one.use))
  const left = USES.filter(use => !given.has(use))
  return (
    left.length > 0 &&
    post(kit.form(), `/habitants/${row.id}/accord`, {
      look: 'form no-print',
      fields: formField({
        id: 'f-use',
        label: kit.request.by === 'keeper' ? words.agreeMore : words.iAgreeMore,
        error: mistakeOn(kit.request, 'use'),
        control: about => html`
          <select id="f-use" name="use"${about}>
            <option value="">${uiWords(kit.request.lang).chooseOne}</option>
            ${left.map(
              use =>
                html`
                  <option value="${use}">${words.types.consent.fields.use.choices[use]}</option>
                `,
            )}
          </select>
        `,
      }),
      button: kit.request.by === 'keeper' ? words.agree : words.iAgree,
    })
  )
}

/** What a forgetting reaches, and what it can't. */
export const reached = (words: Words): Html =>
  html`
    <p>${words.willGo}</p>
    <ul>${words.goes.map(one => html`<li>${one}</li>`)}</ul>
    ${unreached(words)}
  `
/** Said before it is confirmed: whoever waits for them is told that a deal ended, and not whose. */
export const endsWith = (id: string | undefined, read: Reader, words: Words): Html | false => {
  const n = id === undefined ? 0 : (read.published.openDealsOf?.(id) ?? 0)
  return n > 0 && html`<p><b>${words.dealsEnd(n)}</b></p>`
}
export const unreached = (words: Words): Html =>
  html`<p><b>${words.staysTitle}</b></p><ul>${words.stays.map(one => html`<li>${one}</li>`)}</ul>`
