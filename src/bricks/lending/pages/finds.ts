import type { Slots } from '../../../contract/slots.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { fold, wordsOf } from '../../../core/letters/words.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import { searchSpoken } from '../../../text/searching/asked.ts'
import { notice } from '../../../ui/board.ts'
import { poolsOfAll, thingsLent } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import { upkeepDue } from '../model/upkeep.ts'
import { waitedAmong } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import { dayOf, withKept } from './days.ts'
import { saidOf } from './home.ts'

/** Words that ask whether a thing is free, beside its name. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['libre', 'libres', 'pris', 'prise', 'disponible', 'disponibles', 'occupe', 'occupee'],
  ...['reserver', 'reservation', 'emprunter', 'emprunt', 'louer', 'preter', 'prete', 'utiliser'],
  ...['free', 'available', 'book', 'booking', 'borrow', 'taken'],
])
const MOST = 5

/** *Le local est libre samedi ?*: the thing that a search names, as it stands on that day. */
export const freeFound: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  const { today, now, lang } = kit.request
  const { days, telling, weak } = searchSpoken(asked, { today, communes: [] })
  if (days === undefined || days.from < today) return undefined
  const named = [...telling, ...weak].map(({ word }) => fold(word)).filter(one => !BESIDE.has(one))
  if (named.length === 0) return undefined
  const rows = thingsLent(read)
    .filter(({ title }) => {
      const own = new Set(wordsOf(title ?? '').map(fold))
      return named.every(word => own.has(word))
    })
    .slice(0, MOST)
  if (rows.length === 0) return undefined
  const last = [dayAfter(days.from, 1), days.to].toSorted()[0]!
  const pools = poolsOfAll(read, rows, momentOf(days.from, '00:00'), {
    until: momentOf(dayAfter(last, 1), '00:00'),
    isWindow: true,
  })
  const waited = waitedAmong(
    read,
    rows.map(({ id }) => id),
  )
  const items = [...new Set([days.from, last])].flatMap(day =>
    rows.map(row => {
      const due = upkeepDue(read, row, today)
      const free = dayOf(row, day, pools.get(row.id) ?? [], { now, today, due })
      const seen = withKept(free, row, { read, waited, now })
      return notice({
        title: saidOf({ row, seen }, kit, read, words),
        href: `${PATH}/${row.id}?startsOn=${day}#reponse`,
        where: dayLong(day, lang, today),
      })
    }),
  )
  return { title: words.menu, items, ids: rows.map(({ id }) => id), isInOrder: true }
}
