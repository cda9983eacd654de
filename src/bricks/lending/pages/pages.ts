import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { one } from '../../../core/form/input.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import { dotted, notice } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import { fieldId, refused } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { communeOf } from '../model/asker.ts'
import { KEYING, SHEET } from '../model/handing/paths.ts'
import { missingListed } from '../model/packed.ts'
import { lateOf, poolsOfAll, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { Pool } from '../model/rules.ts'
import type { Person } from '../model/rules-who.ts'
import { ruleSaid } from '../model/said.ts'
import { thingsOf } from '../model/turns.ts'
import { upkeepDue } from '../model/upkeep.ts'
import { waitedAmong } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import { ADD } from './adding.ts'
import { rulesOnDay } from './answer.ts'
import { thingPages } from './beside.ts'
import { bookingPage } from './booking.ts'
import { dayOf, withKept } from './days.ts'
import { erasingPage } from './erase-whose.ts'
import { sheetPages } from './handing/sheet-page.ts'
import { dayStateSaid } from './home.ts'
import { MINE } from './my-things.ts'
import { nowSaid } from './now.ts'
import { onePage } from './one.ts'
import { seriesPage } from './series.ts'
import { oneDayAsked } from './stretch.ts'
import { worded } from './worded.ts'
import { YEAR, yearPage } from './year.ts'

type Words = typeof fr

const list: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    let pools: ReadonlyMap<string, readonly Pool[]> | undefined
    let waited: ReadonlySet<string> | undefined
    const { now, today } = kit.request
    const asked = one(kit.request.query, DAY).trim()
    const typed = asked === '' ? undefined : oneDayAsked(asked, today)
    const day = typed && 'day' in typed ? typed.day : undefined
    const onDay = day === undefined ? undefined : { day, who: whoAsks(kit, read) }
    const wrong = typed && 'refused' in typed ? worded(typed.refused, words) : undefined
    return kit.list(
      thing,
      (row, rows) => {
        pools ??= day === undefined ? poolsOfAll(read, rows, now) : poolsOnDay(read, rows, day)
        if (onDay)
          waited ??= waitedAmong(
            read,
            rows.map(({ id }) => id),
          )
        return line(
          row,
          pools.get(row.id) ?? [],
          { kit, read, words },
          onDay && { ...onDay, waited },
        )
      },
      {
        title: words.menu,
        lead: html`${words.lead}`,
        asks: askDay({ kit, read, words }, day ?? asked, wrong),
        wrong: wrong !== undefined && refused([{ sentence: wrong, field: DAY }], kit.request.lang),
        keeps: [DAY],
        adds: ADD,
        acts: listActs({ kit, read, words }),
        current: PATH,
        wanted: { where: 'gone IS NOT 1', order: `${inAlphabet('title')}, id` },
        empty: html`${words.empty}`,
      },
    )
  },
}

const poolsOnDay = (read: Reader, rows: readonly ThingRow[], day: string) =>
  poolsOfAll(read, rows, momentOf(day, '00:00'), {
    until: momentOf(dayAfter(day, 1), '00:00'),
    isWindow: true,
  })

/** The day of which a list tells, and what of its reader the rules ask of each thing. */
type DayAsked = Readonly<{
  day: string
  who: Pick<Person, 'commune' | 'late'>
  waited?: ReadonlySet<string> | undefined
}>
const whoAsks = ({ request: { me, now } }: Kit, read: Reader): DayAsked['who'] => {
  const asker = { member: me ?? null, phone: null, name: null }
  return {
    commune: communeOf(read, asker.member),
    late: me === undefined ? [] : lateOf(read, asker, now),
  }
}

/** The day that the list is asked for, in an address. */
const DAY = 'jour'

/** *Libre quel jour ?*: the list then says of each thing how it stands on that day. */
function askDay(
  { kit, words }: PageContext<Words>,
  asked: string,
  wrong: string | undefined,
): Html {
  const { lang, today, query } = kit.request
  const w = words.seeing
  const value = wrong === undefined && asked !== '' ? dayLong(asked, lang, today) : asked
  const others = Object.keys(query).filter(name => ![DAY, 'page', 'langue'].includes(name))
  const kept = others.map(name => [name, one(query, name)]).filter(([, said]) => said !== '')
  const input = { name: DAY, value, maxlength: 40, autocomplete: 'off' } as const
  return html`
    <form class="inline lend-ask no-print" method="get" action="${PATH}">
      ${hidden(Object.fromEntries(kept))}
      ${formField({ id: fieldId(DAY), label: w.askDay, hint: w.askDayHint, error: wrong, input })}
      <button>${w.look}</button>
    </form>
  `
}

/** To lend something; what one booked; and for who is in charge of things, their papers. */
function listActs({ kit, read, words }: PageContext<Words>): Html {
  const { request } = kit
  if (request.by === 'visitor') return html``
  const isInCharge = request.private && thingsOf(read, request).length > 0
  return html`
    ${
      request.me !== undefined &&
      html`
        <a class="button" href="${ADD}">${words.tending.add}</a>
        <a class="button quiet" href="${MINE}">${words.calendar.mine}</a>
      `
    }
    ${
      isInCharge &&
      html`
        <a class="button quiet" href="${SHEET}">${words.handing.title}</a>
        <a class="button quiet" href="${KEYING}">${words.handing.keyIt}</a>
        <a class="button quiet" href="${PATH}/semaine">${words.calendar.allWeek}</a>
      `
    }
    ${
      request.by === 'keeper' &&
      request.private &&
      html`<a class="button quiet" href="${YEAR}">${words.year.title}</a>`
    }
  `
}

/** A thing of a list: whether it is free, then where it is. */
const line = (
  row: ThingRow,
  pools: readonly Pool[],
  context: PageContext<Words>,
  asked: DayAsked | undefined,
): Html =>
  notice({
    title: row.title ?? '',
    href: `${PATH}/${row.id}${asked === undefined ? '' : `?startsOn=${asked.day}#reponse`}`,
    where: html`<b>${stateOf(context, row, pools, asked)}</b>`,
    excerpt: dotted([
      missingSaid(context, row),
      context.kit.shown(thing, 'commune', row.commune),
      row.where && inTongue(row.where, context.kit.request.lang),
    ]),
  })

/** *Il manque câble HDMI*: of its packing list, as its page says it. */
function missingSaid({ read, words }: PageContext<Words>, row: ThingRow): Html | false {
  const missing = missingListed(read, row)
  return missing.length > 0 && html`<b>${words.notComplete(missing)}</b>`
}

/** How a thing stands now, or on a day: *libre samedi 5 décembre*. */
function stateOf(
  context: PageContext<Words>,
  row: ThingRow,
  pools: readonly Pool[],
  asked: DayAsked | undefined,
): string {
  const { kit, words } = context
  if (asked === undefined) return nowSaid(context, row, pools)
  if (row.condition === 'repair') return words.rules.repair
  const { day } = asked
  const { now, today, lang } = kit.request
  const at = { now, today, due: upkeepDue(context.read, row, today) }
  const { waited = new Set() } = asked
  const seen = withKept(dayOf(row, day, pools, at), row, { read: context.read, waited, now })
  const said = dayLong(day, lang, today)
  const isSome = seen.is === 'free' || seen.is === 'part'
  const broken = isSome ? rulesOnDay(row, day, asked.who, at) : []
  return broken.length === 0
    ? dayStateSaid(seen, said, context)
    : [words.seeing.onDay(said), ...broken.map(no => worded(ruleSaid(no, today), words))].join(' ')
}

export const pages: readonly Page<Words>[] = [
  list,
  bookingPage,
  seriesPage,
  yearPage,
  erasingPage,
  ...sheetPages,
  ...thingPages,
  onePage,
]
