import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { SHEET } from '../model/handing/paths.ts'
import { bookingOf, thingOf, timesIn } from '../model/read.ts'
import { request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { onNotice } from './adding.ts'
import { wordFound } from './handing/finds.ts'
import { home, map, today, watch } from './home.ts'
import { MINE } from './my-things.ts'
import { sharesOnThing } from './shares/on-thing.ts'
import { waits } from './waits.ts'

export const slots: Slots<typeof fr> = {
  today,
  home,
  map,
  watch,
  waits,
  finds: wordFound,
  onRecord: (...asked) => onNotice(...asked) ?? sharesOnThing(...asked),
  mine: words => [{ href: MINE, words: words.calendar.mine }],
  menu: words => [{ order: 90, href: PATH, words: words.menu }],
  tools: words => [
    { href: SHEET, words: words.handing.title, under: 'paper', about: words.handing.lead },
  ],
  /** Somebody asked without a card: once it is given, their ticket says the word to bring. */
  onTicket: (kit, read, words, { type, id }) => {
    const given = type.name === request.name ? read.one(request, id, 'home')?.booking : undefined
    const row = given ? bookingOf(read, given) : undefined
    const span = row && timesIn(row)
    if (!row || !span || row.state !== 'booked') return []
    const title = (row.thing ? thingOf(read, row.thing)?.title : undefined) ?? ''
    const { handing, when } = words
    return [
      html`<p>${handing.isYours(title, when(span, kit.request.today))}</p>`,
      ...(row.word === null ? [] : [html`<p>${handing.yourWord(row.word)}</p>`]),
    ]
  },
}
