import type { Ask, Reader } from '../../core/brick.ts'
import type { Indicator, Slots } from '../../core/slots.ts'
import { POINT } from '../../ui/board.ts'
import { dayPlain, onDay } from '../../ui/days.ts'
import { meetingsHarvest } from './harvest.ts'
import { latest, meetingOf } from './read.ts'
import { idea, meeting, task } from './records.ts'
import { PATH, type Words } from './say.ts'

type Done = Readonly<{ day: string; title: string; where: string; href?: string }>
const MOST_DONE = 10

/** What was promised and is done. */
function tasksDone(ask: Ask, read: Reader, words: Words): readonly Done[] {
  return latest(read, 'done', MOST_DONE).map(({ id, day }) => {
    const row = read.one(task, id)
    const date = meetingOf(read, row?.notedAt ?? null)?.date
    const where = date ? words.doneFrom(dayPlain(date, ask.lang, ask.today)) : words.doneOn(onDay(day, ask.lang, ask.today))
    return { day, title: words.doneTask(row?.title ?? ''), where, href: `${PATH}/suites/${id}` }
  })
}

/** What an idea became, then where it was said. */
function ideasDone(ask: Ask, read: Reader, words: Words): readonly Done[] {
  return latest(read, 'became', MOST_DONE).map(({ id, day }) => {
    const row = read.one(idea, id)
    const date = meetingOf(read, row?.notedAt ?? null)?.date
    const from = date ? words.ideaFrom(dayPlain(date, ask.lang, ask.today)) : words.ideaAlone
    const became = row?.became ? read.called(row.became)?.title : undefined
    const where = became ? `${words.becameWhat}${words.colon}${became}${POINT}${from}` : from
    return { day, title: row?.title ?? '', where, href: `${PATH}/idee/${id}` }
  })
}

const indicator = (read: Reader, words: Words): readonly Indicator[] => [
  { words: words.indicators.meetings, value: read.count(meeting) },
  { words: words.indicators.open, value: read.count(idea, { where: "state IS NULL OR state = 'open'" }) },
  { words: words.indicators.became, value: read.count(idea, { where: "state = 'became'" }) },
  { words: words.indicators.done, value: read.count(task, { where: "state = 'done'" }) },
]

export const slots: Slots<Words> = {
  menu: words => [{ order: 50, href: PATH, words: words.title }],
  done: (ask, read, words) =>
    [...tasksDone(ask, read, words), ...ideasDone(ask, read, words)].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MOST_DONE),
  indicator,
  harvest: [meetingsHarvest],
}
