import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { withoutReachOnceOver } from '../../../contract/records/once-over.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { bornAt } from '../../../core/id.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayLong, dayOfMoment, onDay } from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { POINT } from '../../../ui/board.ts'
import { type Knot, rowOf, type Thread, text, type Values } from '../model/thread.ts'
import type { fr } from '../words/fr.ts'

export type MemoryWords = typeof fr
/** What a thread is told from. `isPaper`: as a sheet that is handed round may tell it. */
export type Telling = Readonly<{ kit: Kit; read: Reader; words: MemoryWords; isPaper: boolean }>

/**
 * A step of a thread, as everybody may read it.
 *
 * Shape   `day`: empty when nobody said one. `head`: what happened. `said`: its sentence, with the
 *         address of its record. `under`: who, where, from which box. `reach`: how its person is
 *         reached. `at`: the meeting.
 */
export type Step = Readonly<{
  day: string
  head: string
  said?: string
  href?: string
  at?: Readonly<{ title: string; href: string; where: string }>
  under: readonly string[]
  reach?: string
}>

const bornOn = (id: string): string => dayOfMoment(bornAt(id))
const filled = (lines: readonly (string | null | undefined | false)[]): readonly string[] =>
  lines.filter(line => typeof line === 'string' && line !== '') as readonly string[]

/** The steps of a thread by day; those of one day in the order in which they came. */
export function stepsOf(thread: Thread, telling: Telling): readonly Step[] {
  const steps = thread.knots.flatMap(knot => [
    sayingOf(knot, thread, telling),
    ...answering(knot, thread, telling),
    ...ending(knot, telling),
  ])
  const reported = thread.answers.filter(one => one.type === 'goal-story').slice(0, 1)
  return [...steps, ...reported.map(one => reportedIn(one, telling))].toSorted((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
}

export const titleOf = ({ type, row }: Knot, read: Reader): string =>
  text(row[read.types.get(type)?.title ?? '']) ?? ''
const pathOf = ({ type, id }: Knot, read: Reader): string | undefined => {
  const path = read.types.get(type)?.path
  return path && `${path}/${id}`
}

/** How a record came: said at a meeting, written here, come from an idea, told, asked. */
function sayingOf(knot: Knot, thread: Thread, telling: Telling): Step {
  const { knots } = thread
  const { read, words: w } = telling
  const { type, id, row } = knot
  const href = pathOf(knot, read)
  const said = titleOf(knot, read)
  const own = {
    said: type === 'deed' ? said : w.quoted(said),
    ...(href ? { href } : {}),
    ...reachOf(knot, telling),
    under: underOf(knot, telling),
  }
  const kind = wordAt(w.kinds, type) ?? ''
  const source = knots.find(one => one.type === 'idea' && one.row['became'] === id)
  if (source) {
    const day = text(source.row['becameOn']) ?? bornOn(id)
    return { ...own, day, head: `${w.steps.became} ${kind}` }
  }
  if (type === 'deed') {
    const under = [...metSaid(id, thread, telling), ...own.under]
    return { ...own, under, day: text(row['doneOn']) ?? '', head: w.steps.done }
  }
  if (type === 'request')
    return { ...own, day: text(row['askedOn']) ?? bornOn(id), head: w.steps.asked }
  const met = text(row['notedAt'])
  const meeting = met === null ? undefined : rowOf(read, 'meeting', met)
  if (!meeting)
    return { ...own, day: text(row['on']) ?? bornOn(id), head: `${w.steps.written}, ${kind}` }
  return {
    ...own,
    day: text(meeting['date']) ?? bornOn(id),
    head: `${w.steps.said}, ${kind}`,
    at: {
      title: text(meeting['title']) ?? '',
      href: `/idees/reunions/${String(meeting['id'])}`,
      where: whereOf(meeting, telling),
    },
  }
}

/**
 * *« Un broyeur à prêter » a répondu à « Il faudrait un broyeur »*: of one deal that was told, its
 * offers and its needs.
 */
function metSaid(deed: string, { knots, told }: Thread, telling: Telling): readonly string[] {
  const { read, words: w } = telling
  const of = (kind: string): readonly string[] =>
    knots
      .filter(({ type, id }) => type === kind && told.get(deed)?.includes(id))
      .map(one => titleOf(one, read))
  return of('offer').flatMap(offer => of('need').map(need => w.met(offer, need)))
}

/** Who it is of and where, in a line; thanks; the box that it came from. */
function underOf(knot: Knot, telling: Telling): readonly string[] {
  const { kit, words: w } = telling
  const { type, id, row } = knot
  const { who } = personOf(knot, telling)
  const run = runBy(knot, telling)
  const host = kit.hostOf(id)
  return filled([
    filled([
      eventDay(knot, telling),
      type === 'deed' ? who && w.who(who) : who,
      run !== '' && w.by(run),
      type === 'request' && text(row['whichCouncil']),
      isSaidThere(row, telling) ? '' : whereOf(row, telling),
      host && w.cameFrom(host.called),
    ]).join(POINT),
    ...thanksOf(knot, who),
  ])
}

/** Nothing where nobody is reached. */
function reachOf(knot: Knot, telling: Telling): Pick<Step, 'reach'> {
  const { reach } = personOf(knot, telling)
  return reach === '' ? {} : { reach }
}

/** Its thanks name those who gave them: not where one of its names is left out. */
const thanksOf = ({ type, row }: Knot, who: string): readonly string[] =>
  type === 'deed' && Array.isArray(row['thanks']) && who === (text(row['who']) ?? '')
    ? row['thanks'].map(String)
    : []

/** Its meeting's line says its commune already. */
function isSaidThere(row: Values, { read }: Telling): boolean {
  const met = text(row['notedAt'])
  const meeting = met === null ? undefined : rowOf(read, 'meeting', met)
  const isPlain = text(row['where']) === null && text(row['place']) === null
  return meeting !== undefined && isPlain && row['commune'] === meeting['commune']
}

/** Who carries a project, as its page says. */
function runBy({ type, id, row }: Knot, { kit, read, isPaper }: Telling): string {
  const all = (Array.isArray(row['runBy']) ? row['runBy'] : []).flatMap(
    one => read.called(String(one))?.title ?? [],
  )
  const told = (name: string): string =>
    isPaper ? kit.onPaper({ type, id, who: name, reach: null }).who : name
  return all.map(told).filter(Boolean).join(', ')
}

/** The next day of an event, else the day that it had. */
function eventDay({ type, id, row }: Knot, { kit, read }: Telling): string {
  if (type !== 'event') return ''
  const { lang, today } = kit.request
  const coming = read.published.eventDates?.(id, { from: today }, 8) ?? []
  const day = coming.find(one => !one.cancelled)?.day ?? text(row['startsOn'])
  return day ? dayLong(day, lang, today) : ''
}

/** The person of a record and how they are reached, as far as they agreed. */
export function personOf(
  { type, id, row }: Knot,
  { kit, read, isPaper }: Telling,
): Readonly<{ who: string; reach: string }> {
  const known = read.types.get(type)
  const left = known ? withoutReachOnceOver(known, row, kit.request.today) : row
  const own = { who: text(row['who']) ?? text(row['name']), reach: text(left['reach']) }
  if (type === 'place') return { who: '', reach: '' }
  return isPaper
    ? kit.onPaper({ type, id, ...own })
    : { who: own.who ?? '', reach: own.reach ?? '' }
}

function whereOf(row: Values, { kit, read }: Telling): string {
  const [place, code] = [text(row['place']), text(row['commune'])]
  const where = text(row['where']) ?? (place === null ? undefined : read.called(place)?.title)
  const commune = code === null ? undefined : kit.communeNamed(code)
  const title = text(row['title'])
  const said = whereOnce({ where: where ?? null, commune: commune ?? null, title })
  return filled([said.where, said.commune ? commune : undefined]).join(', ')
}

/** What others said to a record. */
function answering(knot: Knot, { answers }: Thread, telling: Telling): readonly Step[] {
  const { words: w } = telling
  const to = (type: string, field: string): readonly Knot[] =>
    answers.filter(one => one.type === type && one.row[field] === knot.id)
  const said = to('response', 'to').filter(one => one.row['answer'] !== 'not')
  const { read, kit } = telling
  const waiting =
    said.length > 0 ? read.published.answersWaiting?.(knot.id, kit.request.today) : undefined
  const people = said.filter(one => !waiting?.includes(one.id))
  const councils = to('council-answer', 'to').map(
    ({ row }): Step => ({
      day: text(row['on']) ?? '',
      head: w.steps.replied,
      said: w.answerOf(text(row['council']) ?? '', wordAt(w.says, text(row['says']) ?? '') ?? ''),
      under: filled([text(row['saying'])]),
    }),
  )
  const still = to('confirmation', 'about')
    .filter(({ row }) => wordAt(w.confirmed, text(row['says']) ?? '') !== undefined)
    .slice(-1)
    .map(one => confirmed(one, telling))
  return [...(people.length > 0 ? [answered(people, telling)] : []), ...still, ...councils]
}

const MOST_NAMES = 12
function answered(people: readonly Knot[], telling: Telling): Step {
  const { words: w } = telling
  const all = people.map(one => ({
    firstName: text(one.row['firstName']),
    namesake: one.row['namesake'] === true,
    answer: text(one.row['answer']),
    saying: text(one.row['saying']) ?? '',
    on: text(one.row['on']) ?? '',
    name: nameOf(one, telling),
  }))
  const named = oncePerPerson(all.filter(one => one.answer === 'in'))
  const names = named.flatMap(one => (one.name === '' ? [] : [one.name])).slice(0, MOST_NAMES)
  const left = named.length - names.length
  const first = all
    .map(one => one.on)
    .filter(Boolean)
    .toSorted()[0]
  return {
    day: first ?? bornOn(people[0]!.id),
    head: w.steps.answered,
    under: [
      ...(named.length > 0
        ? [w.isIn([...names, ...(left > 0 ? [w.more(left)] : [])].join(', '))]
        : []),
      ...all
        .filter(one => one.answer === 'help' && one.name !== '')
        .slice(0, MOST_NAMES)
        .map(one => w.helps(one.name, one.saying)),
    ],
  }
}
/** *Josette (dit par Nadia)*; empty on paper for whoever did not agree to stand there. */
function nameOf({ type, id, row }: Knot, { kit, words: w, isPaper }: Telling): string {
  const who = text(row['firstName']) ?? ''
  const name = isPaper ? kit.onPaper({ type, id, who, reach: null }).who : who
  const by = text(row['toldTo'])
  return name !== '' && by !== null && !isPaper ? w.toldBy(name, by) : name
}

function confirmed({ type, id, row }: Knot, { kit, words: w, isPaper }: Telling): Step {
  const who = text(row['who']) ?? ''
  const name = isPaper ? kit.onPaper({ type, id, who, reach: null }).who : who
  return {
    day: text(row['on']) ?? bornOn(id),
    head: wordAt(w.confirmed, text(row['says']) ?? '') ?? '',
    under: filled([name, text(row['said'])]),
  }
}

/** That a promise, a project or an event was done. A deed tells it by itself. */
function ending({ type, row }: Knot, { kit, words: w }: Telling): readonly Step[] {
  const state = text(row['state'])
  const day = text(row['doneOn'])
  const last = text(row['endsOn']) ?? text(row['startsOn'])
  const isPast =
    type === 'event' && text(row['recurs']) === null && last !== null && last < kit.request.today
  if ((type === 'task' || type === 'initiative') && state === 'done' && day !== null)
    return [{ day, head: w.steps.done, under: [] }]
  return isPast ? [{ day: last, head: w.steps.done, under: [] }] : []
}

const reportedIn = ({ id }: Knot, { words: w }: Telling): Step => ({
  day: bornOn(id),
  head: w.steps.reported,
  said: w.inReport,
  href: '/diagnostic#buts',
  under: [],
})

/** The keeper and how they are reached. */
export const keeperOf = ({ kit, words }: Pick<Telling, 'kit' | 'words'>): string =>
  keeperSaid(kit.territory, words.keeper)

/** *De ce qui a été dit le 12 février*. */
export const dayOf = (row: Values, { request: { lang, today } }: Kit): string => {
  const day = text(row['date'])
  return day === null ? `«\u00a0${text(row['title']) ?? ''}\u00a0»` : onDay(day, lang, today)
}
