import type { Ask, Reader } from '../../core/brick.ts'
import { dayPlain } from '../../ui/days.ts'
import { type Html, html } from '../../ui/html.ts'
import { fieldList } from '../../ui/sheet.ts'
import type { fr } from './fr.ts'
import { type ConsentRow, type ContactRow, contactsOf, type MemberRow } from './read.ts'
import { member, relay } from './records.ts'

type Words = typeof fr

/** How one is reached, in words. */
export function reachWords(all: readonly ContactRow[], read: Reader, words: Words): string {
  return all
    .map(row => {
      if (row.how === 'phone') return row.phone ?? ''
      if (row.how === 'relay') return words.throughRelay(read.one(relay, row.relay ?? '')?.name ?? '')
      return words.byWord
    })
    .filter(text => text !== '')
    .join(', ')
}

export const known = (row: MemberRow, ask: Ask, read: Reader, words: Words): Html | false =>
  fieldList([
    { label: words.types.member.fields.commune.label, value: ask.shown(member, 'commune', row.commune) as Html },
    { label: words.reach, value: reachWords(contactsOf(read, row.id), read, words) },
    { label: words.types.member.fields.through.label, value: row.through },
  ])

/** Each agreement with its day, and the day on which it was taken back. */
export function agreements(all: readonly ConsentRow[], ask: Pick<Ask, 'lang' | 'today'>, words: Words): Html {
  const choices: Readonly<Record<string, string>> = words.types.consent.fields.use.choices
  const day = (on: string | null): string => (on === null ? '' : dayPlain(on, ask.lang, ask.today))
  const line = (one: ConsentRow): string =>
    one.withdrawnOn === null
      ? words.gave(choices[one.use ?? ''] ?? '', day(one.givenOn))
      : words.tookBack(choices[one.use ?? ''] ?? '', day(one.givenOn), day(one.withdrawnOn))
  return html`<h2>${words.agreed}</h2>${all.length > 0 ? html`<ul>${all.map(one => html`<li>${line(one)}</li>`)}</ul>` : html`<p class="empty">${words.agreedNothing}</p>`}`
}
