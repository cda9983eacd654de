import { plainText } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print, TextContext } from '../../../contract/page.ts'
import type { Item, PrintText as Line, Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onItsDate } from '../../../core/calendar/event-dates.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayLong, dayPlain, fromToday, onDay, sayTimes } from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { firstSentences } from '../../../ui/showcase.ts'
import { type MeetingRow, meetingOf, type TaskRow, whosOf } from '../model/read.ts'
import { decision, idea, meeting, task, voice } from '../model/records.ts'
import { type DuePart, followUps } from '../model/rules.ts'
import { becameHere } from './became.ts'
import { outcomesOf } from './outcomes.ts'
import { placeOf } from './pages-story.ts'
import type { MeetingWords } from './say.ts'
import { takingPrint } from './taking-print.ts'

const MOST = 500
/** Units   letters of the summary: what is longer is read on the page. */
const LONGEST = 700
/** Of each part so many lines stand whatever comes; the others say how many they are. */
const LEAST = 1

const line = (pieces: readonly (string | null | undefined | false)[]): string =>
  pieces.filter(piece => !!piece).join(' · ')

/**
 * *Le compte rendu*: a meeting on one page, to hang. Who takes care of what stays home: there is a
 * line to write it on.
 */
const minutes: Print<MeetingWords> = {
  kind: 'compte-rendu',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const row = read.one(meeting, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const w = words.prints
    const summary = firstSentences(row.summary, LONGEST)
    const parts = outcomesOf(read, row.id).flatMap(({ type, ids }) =>
      partOf(type, ids, { request: kit.request, read, words }),
    )
    return {
      title: w.minutesOf(row.title ?? ''),
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      ...(isLong(parts) ? { columns: 2, points: 10.5 } : {}),
      fits: 1,
      blocks: [
        ...headOf(row, isLong(parts), kit, words),
        ...(summary === '' ? [] : [{ is: 'words' as const, words: summary }]),
        ...(parts.length > 0 ? parts : [{ is: 'lead' as const, words: w.nothingNoted }]),
      ],
      foot: [
        w.toMend(keeperOf(read, words)),
        w.printedOn(dayPlain(kit.request.today, kit.request.lang)),
      ],
    }
  },
}

/** Units   lines of a part: what one column holds well. */
const LONG = 38
const isLong = (parts: readonly PrintBlock[]): boolean =>
  parts.reduce(
    (sum, part) =>
      sum +
      (part.is === 'items'
        ? part.items.reduce((lines, item) => lines + 1 + (item.under?.length ?? 0), 0)
        : 2),
    0,
  ) > LONG

function headOf(
  row: MeetingRow,
  isWide: boolean,
  kit: Kit,
  words: MeetingWords,
): readonly PrintBlock[] {
  const over = line([words.prints.minutes, kit.territory?.name])
  const title = row.title ?? ''
  const under = line([
    row.date && !saysDay(title, row.date, kit.request.lang) && dayLong(row.date, kit.request.lang),
    plainText(placeOf(row, kit, title)),
  ])
  if (isWide) return [{ is: 'masthead', over, title, under }]
  return [
    { is: 'small', words: over },
    { is: 'title', words: title, ...(title.length > LONG_TITLE ? { size: 'long' } : {}) },
    ...(under === '' ? [] : [{ is: 'lead' as const, words: [{ b: under }] }]),
    { is: 'rule' },
  ]
}

/** Units   letters: a longer title would take more than two lines of the largest letters. */
const LONG_TITLE = 48
/** *Soirée du four, 12 novembre 2026* says its day. */
const saysDay = (title: string, day: string, lang: Request['lang']): boolean =>
  new RegExp(`(?<!\\d)${fold(dayPlain(day, lang, day))}(?!\\p{L})`, 'u').test(fold(title))

/**
 * People are told of by themselves, not by a sheet that hangs: of who was spoken of, nothing stands
 * on paper.
 */
const UNSAID = new Set(['actor'])

function partOf(
  type: string,
  ids: readonly string[],
  { request, read, words }: TextContext<MeetingWords>,
): readonly PrintBlock[] {
  if (UNSAID.has(type)) return []
  const items = ids.flatMap(
    (id): Item | readonly Item[] => itemOf(type, id, { request, read, words }) ?? [],
  )
  if (items.length === 0) return []
  return [
    { is: 'heading', words: words.parts[type] ?? words.parts['other'] ?? type },
    { is: 'items', items, least: LEAST, more: words.prints.more },
  ]
}

function itemOf(
  type: string,
  id: string,
  { request, read, words }: TextContext<MeetingWords>,
): Item | undefined {
  if (type === 'voice') {
    const said = read.one(voice, id)
    return said?.saying
      ? { words: words.quoted(said.saying), ...(said.name ? { under: [said.name] } : {}) }
      : undefined
  }
  const called = read.called(id)
  if (!called || called.title === '') return undefined
  if (type === 'task') return taskItem(id, called.title, { request, read, words })
  if (type === 'idea') {
    const became = becameHere(read.one(idea, id), request, read, words)
    return { words: called.title, ...under([became ? plainText(became) : '']) }
  }
  if (type === 'decision')
    return {
      words: [{ b: called.title }],
      ...under([firstSentences(read.one(decision, id)?.detail ?? null)]),
    }
  if (type === 'event')
    return { words: called.title, ...under([eventSaid(id, { request, read, words })]) }
  return { words: called.title }
}

/** *samedi 12 décembre, 14 h · sous la halle*: of a series its next date, else its day. */
function eventSaid(id: string, { request, read }: TextContext<MeetingWords>): string {
  const [row = {}] = read.all('SELECT * FROM event WHERE id = ? AND removed IS NOT 1', id)
  const coming = read.published.eventDates?.(id, { from: request.today }, MOST_DATES) ?? []
  const date = coming.find(one => !one.cancelled)
  const text = (name: string): string | null =>
    typeof row[name] === 'string' && row[name] !== '' ? row[name] : null
  const of = {
    startsAt: text('startsAt'),
    endsAt: text('endsAt'),
    where: text('where'),
    place: text('place'),
  }
  const told = date ? onItsDate(of, date) : of
  const day = date?.day ?? text('startsOn')
  const when = [
    day && dayLong(day, request.lang, request.today),
    told.startsAt && sayTimes(told.startsAt, told.endsAt, request.lang),
  ]
  const place = (told.place && read.called(told.place)?.title) ?? ''
  const at = whereOnce({ place, where: told.where, title: text('title') })
  return line([when.filter(Boolean).join(', '), at.place && place, at.where])
}
/** A date that takes place is among so many. */
const MOST_DATES = 8

const under = (lines: readonly string[]): Pick<Item, 'under'> => {
  const there = lines.filter(text => text !== '')
  return there.length === 0 ? {} : { under: there }
}

function taskItem(
  id: string,
  title: string,
  { request, read, words }: TextContext<MeetingWords>,
): Item | undefined {
  const row = read.one(task, id)
  if (!row || row.state === 'dropped') return undefined
  if (row.state === 'done')
    return {
      words: title,
      ...under([row.doneOn ? words.doneOn(onDay(row.doneOn, request.lang)) : words.prints.done]),
    }
  return {
    words: title,
    tick: true,
    under: [
      line([row.dueDay && words.dueOn(dayPlain(row.dueDay, request.lang)), words.prints.byWhom]),
    ],
  }
}

/**
 * *Mes suites* on paper, for the keeper: what each promised, or one person alone (`?qui=`), a box
 * before each.
 */
const follow: Print<MeetingWords> = {
  kind: 'suites',
  who: 'keeper',
  make: (kit, read, words): Paper => {
    const w = words.prints
    const asked = one(kit.request.query, 'qui')
    const whose = asked === '' ? undefined : asked
    const open = openTasks(read)
    const whos = whosOf(
      read,
      open.map(({ id }) => id),
    )
    const groups = followUps(open, kit.request.today)
      .map(({ part, tasks }) => ({
        part,
        tasks: tasks.map(row => ({ row, who: whos.get(row.id) ?? null })),
      }))
      .map(({ part, tasks }) => ({
        part,
        tasks: tasks.filter(one => whose === undefined || one.who === whose),
      }))
      .filter(({ part, tasks }) => part !== 'done' && tasks.length > 0)
    const title = whose === undefined ? words.followUps : w.followUpsOf(whose)
    return {
      title,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      blocks: [
        { is: 'title', words: title },
        { is: 'small', words: line([kit.territory?.name, w.stays]) },
        ...(groups.length === 0 ? [{ is: 'lead' as const, words: words.followUpsNone }] : []),
        ...groups.flatMap(({ part, tasks }): readonly PrintBlock[] => [
          { is: 'heading', words: words.dueParts[part] },
          {
            is: 'items',
            items: tasks.map(one =>
              followItem(one, part, whose === undefined, { request: kit.request, read, words }),
            ),
          },
        ]),
      ],
      foot: [keeperOf(read, words), w.printedOn(dayPlain(kit.request.today, kit.request.lang))],
    }
  },
}

const openTasks = (read: Reader): readonly TaskRow[] =>
  read.list(task, {
    where: "state IS NULL OR state NOT IN ('done', 'dropped')",
    order: 'dueDay IS NULL, dueDay, id',
    limit: MOST,
  })

/** Those who promised something, by name, as this box knows them. For the keeper's pages only. */
export const promisers = (read: Reader, lang: Request['lang']): readonly string[] =>
  [
    ...new Set(
      whosOf(
        read,
        openTasks(read).map(({ id }) => id),
      ).values(),
    ),
  ].toSorted((a, b) => a.localeCompare(b, lang))

function followItem(
  { row, who }: Readonly<{ row: TaskRow; who: string | null }>,
  part: DuePart,
  isOfAll: boolean,
  { request, read, words }: TextContext<MeetingWords>,
): Item {
  const from = meetingOf(read, row.notedAt)
  const about = row.about === null ? undefined : read.called(row.about)?.title
  const due = row.dueDay && dayPlain(row.dueDay, request.lang, request.today)
  const said = line([
    due &&
      (part === 'late'
        ? words.lateSince(due, fromToday(row.dueDay ?? '', request.lang, request.today))
        : words.dueOn(due)),
    about && `${words.about} ${about}`,
    from?.date && words.from(dayPlain(from.date, request.lang, request.today)),
  ])
  const lines: readonly Line[] = [
    ...(isOfAll ? [[{ b: who ?? words.toWhom }] as const] : []),
    ...(said === '' ? [] : [said]),
  ]
  return { words: row.title ?? '', tick: true, ...(lines.length > 0 ? { under: lines } : {}) }
}

/** The keeper of the page and how they are reached, in one sentence. */
const keeperOf = (read: Reader, words: MeetingWords): string =>
  keeperSaid(read.published.keeper?.(), words.keeper)

export const prints: readonly Print<MeetingWords>[] = [minutes, follow, takingPrint]
