import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { notice, POINT } from '../../../ui/board.ts'
import { formField, tick } from '../../../ui/field.ts'
import { listPage } from '../../../ui/list.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { USES } from '../model/commands.ts'
import { CONTACT_FIELDS, MEMBER_FIELDS } from '../model/commands-mend.ts'
import { contactsOf, type MemberRow, memberOf, membersHere } from '../model/read.ts'
import { contact, member } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { chargePages } from './pages-charges.ts'
import { minePages } from './pages-mine.ts'
import { relayAsk, relayPages } from './pages-relays.ts'
import { wordPages } from './pages-words.ts'
import { agreements, apartWords, endsWith, known, reached, reachWords } from './parts.ts'

type Words = typeof fr
const PATH = '/habitants'

const list: Page<Words> = {
  path: PATH,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const all = membersHere(read)
    const named = Map.groupBy(all, row => fold(row.name ?? ''))
    const items = all.map(row =>
      notice({
        title: row.name ?? '',
        href: `${PATH}/${row.id}`,
        where: [
          reachWords(contactsOf(read, row.id), read, words),
          named.get(fold(row.name ?? ''))!.length > 1 && apartWords(row, kit, words),
        ]
          .filter(Boolean)
          .join(POINT),
      }),
    )
    const body = listPage({
      lang: kit.request.lang,
      title: words.list,
      lead: words.listLead,
      acts: html`<a class="button" href="${PATH}/accueillir">${words.types.member.add}</a>`,
      said: said(kit.request.said),
      path: PATH,
      query: kit.request.query,
      items,
      empty: words.nobody,
    })
    return { title: words.list, body }
  },
}

const usesBoxes = (words: Words, given: readonly string[]): Html =>
  html`
    <fieldset class="group-field">
      <legend>${words.usesTitle}</legend>
      <p class="hint">${words.usesHint}</p>
      <div class="choices">
        ${USES.map(use =>
          tick({
            look: 'choice',
            id: `f-uses-${use}`,
            name: 'uses',
            value: use,
            isOn: given.includes(use),
            words: words.types.consent.fields.use.choices[use],
          }),
        )}
      </div>
    </fieldset>
  `

const welcome: Page<Words> = {
  path: `${PATH}/accueillir`,
  who: 'relay',
  show: (kit, _read, words): Leaf => {
    const { again } = kit.request
    const wrong = mistakeIn(kit.request)
    const ticked = again?.input['uses']
    const given = ticked === undefined ? [] : typeof ticked === 'string' ? [ticked] : ticked
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.list }], kit.request.lang)}
          <h1>${words.types.member.add}</h1>
          ${wrong}
          <p>${words.welcomeLead}</p>
          ${post(
            html`${kit.form()}${hidden({ from: `${PATH}/accueillir` })}`,
            `${PATH}/accueillir`,
            {
              unchecked: true,
              fields: html`
                ${kit.fields(member, undefined, MEMBER_FIELDS)}
                ${kit.fields(contact, undefined, CONTACT_FIELDS)}
                ${usesBoxes(words, given)}
              `,
              button: mainButton(words.welcomeButton),
            },
          )}
        </article>
      </div>
    `
    return { title: words.types.member.add, body }
  },
}

/** What this box knows of one person, for the keeper. */
const person: Page<Words> = {
  path: `${PATH}/:id`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = memberOf(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const wrong = mistakeIn(kit.request)
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.list }], kit.request.lang)}
          <h1>${row.name}</h1>
          ${wrong}
          ${known(row, kit, read, words)}
          <p class="no-print">
            <a class="button quiet" href="${PATH}/${row.id}/corriger">${words.mend}</a>
          </p>
          ${agreements(row, kit, read, words)}
          ${cardPart(row, kit, words)}
          ${relayAsk(row, kit, read, words)}
          ${forgetPart(row, kit, read, words)}
        </article>
      </div>
    `
    return { title: row.name ?? '', body }
  },
}

/** How they are called and how they are reached, each corrected by itself. */
const mending: Page<Words> = {
  path: `${PATH}/:id/corriger`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = memberOf(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const [reach] = contactsOf(read, row.id)
    const from = `${PATH}/${row.id}/corriger`
    const part = (
      of: Readonly<{ path: string; own: OneRecord; fields: Html; button: string }>,
    ): Html =>
      post(kit.form(of.own), `${PATH}/${row.id}/${of.path}`, {
        hidden: { from },
        unchecked: true,
        fields: of.fields,
        button: mainButton(of.button),
      })
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs(
            [
              { href: PATH, words: words.list },
              { href: `${PATH}/${row.id}`, words: row.name ?? '' },
            ],
            kit.request.lang,
          )}
          <h1>${words.mend}</h1>
          ${mistakeIn(kit.request)}
          ${part({
            path: 'corriger',
            own: { type: member.name, id: row.id, space: 'home' },
            fields: kit.fields(member, row, MEMBER_FIELDS),
            button: words.mendKeep,
          })}
          <h2>${words.reach}</h2>
          <p>${words.mendReachLead}</p>
          ${part({
            path: 'joindre',
            own: reach && { type: contact.name, id: reach.id, space: 'home' },
            fields: kit.fields(contact, reach, CONTACT_FIELDS),
            button: words.mendReachKeep,
          })}
        </article>
      </div>
    `
    return { title: words.mend, body }
  },
}
type OneRecord = Readonly<{ type: string; id: string; space: 'home' }> | undefined

/** The house makes cards and closes what they opened: all of it stands outside the log. */
function cardPart(row: MemberRow, kit: Kit, words: Words): Html {
  const form = (action: string, button: Html) =>
    actButton(kit.form(), action, {
      look: 'inline no-print',
      hidden: { member: row.id, from: false },
      button,
    })
  return html`
    <h2>${words.card}</h2>
    ${opensPart(row, kit, words)}
    <p>${words.cardLead}</p>
    ${form('/carte-habitant', mainButton(words.makeCard))}
    ${
      opensSomething(row, kit) &&
      html`
        ${form('/carte-habitant/reprendre', html`<button>${words.takeCard}</button>`)}
        <p class="hint">${words.takeCardLead}</p>
      `
    }
  `
}

/** Whether there is anything to close; where that is not told, there may be. */
function opensSomething(row: MemberRow, kit: Kit): boolean {
  const opens = kit.signInWays?.(row.id)
  return !opens || opens.cardMade !== undefined || opens.phrase || opens.visits > 0
}

function opensPart(row: MemberRow, kit: Kit, words: Words): Html | false {
  const opens = kit.signInWays?.(row.id)
  if (!opens) return false
  const day = (ms: number): string => onDay(dayOfMoment(ms), kit.request.lang, kit.request.today)
  const lines = [
    opens.cardMade === undefined ? words.opensNoCard : words.opensCard(day(opens.cardMade)),
    ...(opens.phrase ? [words.opensPhrase] : []),
    ...(opens.seen === undefined ? [] : [words.opensVisits(opens.visits, day(opens.seen))]),
  ]
  return html`<ul class="acts-list">${lines.map(line => html`<li>${line}</li>`)}</ul>`
}

function forgetPart(row: MemberRow, kit: Kit, read: Reader, words: Words): Html {
  return html`
    <details class="no-print"${kit.request.again?.field === 'code' && html` open`}>
      <summary>${words.forgetThem}</summary>
      <p>${words.forgetThemAsk}</p>
      ${endsWith(row.id, read, words)}
      ${reached(words)}
      ${post(kit.form(), `${PATH}/${row.id}/oublier`, {
        fields: formField({
          id: 'f-code',
          label: words.forgetCode,
          input: { name: 'code', autocomplete: 'off', required: true },
        }),
        button: words.forgetThem,
      })}
    </details>
  `
}

export const pages: readonly Page<Words>[] = [
  list,
  welcome,
  person,
  mending,
  ...minePages,
  ...relayPages,
  ...wordPages,
  ...chargePages,
]
