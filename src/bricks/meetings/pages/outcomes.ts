import { type Html, html } from '../../../contract/html.ts'
import type { TextContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayPlain, onDay } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { PATH, whosOf } from '../model/read.ts'
import { decision, idea, reference, task, voice } from '../model/records.ts'
import { becameHere } from './became.ts'
import { between, linkTo, type MeetingWords } from './say.ts'

/**
 * What came out of a meeting, by record type, in the order in which it is told. Answers and
 * confirmations are no outcomes.
 */
const TOLD = [
  'decision',
  'task',
  'idea',
  'initiative',
  'offer',
  'need',
  'event',
  'place',
  'access-point',
  'actor',
  'voice',
  'reference',
]
export type MeetingOutcome = Readonly<{ type: string; ids: readonly string[] }>

export function outcomesOf(read: Reader, meetingId: string): readonly MeetingOutcome[] {
  const noted = read.pointing(meetingId).filter(one => one.field === 'notedAt')
  const ids = (type: string) =>
    [...new Set(noted.filter(one => one.type === type).map(one => one.id))].sort()
  return TOLD.map(type => ({ type, ids: ids(type) })).filter(one => one.ids.length > 0)
}

/** One outcome as a line: what it is, and where it stands. Nothing when it is not shown. */
export function outcomeLine(
  type: string,
  id: string,
  { request, read, words }: TextContext<MeetingWords>,
): Html | false {
  if (type === 'voice') return voiceLine(id, read, words)
  const title = linkTo(read, id)
  if (!title) return false
  if (type === 'decision') return html`${title}${told(read.one(decision, id)?.detail)}`
  if (type === 'task')
    return html`${title} <span class="where">${taskState(id, request, read, words)}</span>`
  if (type === 'idea') return ideaLine(id, title, { request, read, words })
  if (type === 'reference') return html`${title}${told(read.one(reference, id)?.note)}`
  return title
}

const told = (text: string | null | undefined): Html | false => !!text && prose(text)

/** A thing said, without the name unless the person asked for it. */
export function voiceLine(id: string, read: Reader, words: MeetingWords): Html | false {
  const row = read.one(voice, id)
  if (!row?.saying) return false
  return html`
    <blockquote class="voice"${TONGUE}>
      <a href="${PATH}/paroles/${row.id}">${words.quoted(row.saying)}</a>
      ${row.name && html` ${row.name}`}
    </blockquote>
  `
}

function ideaLine(
  id: string,
  title: Html,
  { request, read, words }: TextContext<MeetingWords>,
): Html {
  const became = becameHere(read.one(idea, id), request, read, words)
  return html`
    ${title}
    ${became && html` <span class="where">${became}</span>`}
  `
}

/** *Rosa · en cours · pour le 5 décembre*: who, for the keeper only. */
export function taskState(id: string, request: Request, read: Reader, words: MeetingWords): Html {
  const row = read.one(task, id)
  if (!row) return html``
  const { choices } = words.types.task.fields.state
  const state = wordAt(choices, row.state ?? 'todo') ?? row.state
  const open = row.state !== 'done' && row.state !== 'dropped'
  const who = request.by === 'keeper' ? whosOf(read, [row.id]).get(row.id) : undefined
  return between([
    who !== undefined && words.onlyYouRead(who),
    state,
    open && dueSaid(row.dueDay, request, words),
    row.doneOn !== null && onDay(row.doneOn, request.lang, request.today),
  ])
}

/** *pour le 5 décembre*; of a day that is past, *en retard* too. */
function dueSaid(day: string | null, request: Request, words: MeetingWords): string | false {
  if (day === null) return false
  const said = dayPlain(day, request.lang, request.today)
  return day < request.today ? words.lateFor(said) : words.dueOn(said)
}
