import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Slots } from '../../../contract/slots.ts'
import { COUNTER } from '../model/counter/commands.ts'
import { SHEET } from '../model/handing/paths.ts'
import { bookingOf, thingOf, timesIn } from '../model/read.ts'
import { request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { onNotice } from './adding.ts'
import { wordFound } from './handing/finds.ts'
import { linesWait } from './handing/waits.ts'
import { home, map, today, watch } from './home.ts'
import { MINE } from './my-things.ts'
import { sharesOnThing } from './shares/on-thing.ts'
import { waits } from './waits.ts'

export const slots: Slots<typeof fr> = {
  today,
  home,
  map,
  watch,
  waits: (...asked) => [...waits(...asked), ...linesWait(...asked)],
  finds: wordFound,
  onRecord: (...asked) => onNotice(...asked) ?? sharesOnThing(...asked),
  mine: words => [
    { href: MINE, words: words.calendar.mine },
    { href: COUNTER, words: words.counter.title },
  ],
  menu: words => [{ order: 90, href: PATH, words: words.menu }],
  tools: words => [
    { href: SHEET, words: words.handing.title, under: 'paper', about: words.handing.lead },
  ],
  onTicket: (kit, read, words, { type, id }) =>
    type.name === request.name && kit.request.private ? askedLines(id, { kit, read, words }) : [],
}

/** On the ticket of who asked without a card: the word to bring once it is given, or the answer. */
function askedLines(id: string, { kit, read, words }: PageContext<typeof fr>): readonly Html[] {
  const asked = read.one(request, id, 'home')
  const of = asked?.thing ? thingOf(read, asked.thing) : undefined
  const booked = asked?.booking ? bookingOf(read, asked.booking) : undefined
  const span = booked ? timesIn(booked) : asked && timesIn(asked)
  if (!asked || !span) return []
  const [title, when] = [of?.title ?? '', words.when(span, kit.request.today)]
  if (asked.state === 'refused') return [html`<p>${words.saidNo(title, when)} ${asked.answer}</p>`]
  if (booked?.state !== 'booked') return []
  const { handing } = words
  return [
    html`<p>${handing.isYours(title, when)}</p>`,
    ...(booked.word === null ? [] : [html`<p>${handing.yourWord(booked.word)}</p>`]),
  ]
}
