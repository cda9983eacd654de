import type { Slots } from '../../../contract/slots.ts'
import { COUNTER } from '../model/counter/commands.ts'
import { SHEET } from '../model/handing/paths.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { onNotice } from './adding.ts'
import { freeFound } from './finds.ts'
import { wordFound } from './handing/finds.ts'
import { linesWait } from './handing/waits.ts'
import { home, map, today, watch } from './home.ts'
import { MINE } from './my-things.ts'
import { onEvent } from './on-event.ts'
import { onList } from './on-list.ts'
import { callsOff, ticketed } from './on-ticket.ts'
import { sharesOnThing } from './shares/on-thing.ts'
import { waits } from './waits.ts'
import { YEAR } from './year.ts'

export const slots: Slots<typeof fr> = {
  today,
  home,
  map,
  watch,
  waits: (...asked) => [...waits(...asked), ...linesWait(...asked)],
  finds: (...asked) => wordFound(...asked) ?? freeFound(...asked),
  onList,
  onRecord: (...asked) => onNotice(...asked) ?? sharesOnThing(...asked) ?? onEvent(...asked),
  mine: words => [
    { href: MINE, words: words.calendar.mine },
    { href: COUNTER, words: words.counter.title },
  ],
  menu: words => [{ order: 90, href: PATH, words: words.menu }],
  tools: words => [
    { href: SHEET, words: words.handing.title, under: 'paper', about: words.handing.lead },
    { href: YEAR, words: words.year.title, under: 'council', about: words.year.about },
  ],
  ticketed: (kit, read, words, of) => ticketed({ kit, read, words }, of),
  callsOff: (kit, read, words, of) => callsOff({ kit, read, words }, of),
}
