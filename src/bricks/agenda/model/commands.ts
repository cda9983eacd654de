import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { DateChange } from '../../../core/calendar/event-dates.ts'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { proposeDate } from './commands-propose.ts'
import { type EventRow, eventOf, partsOf } from './read.ts'
import { eventDate, eventPart } from './records.ts'
import { dateOn, type Occurrence } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
const PATH = '/agenda'

type DateOf = Readonly<{ row: EventRow; date: Occurrence<EventRow> }>
/** The date that a form is about, or the sentence that says why there is none. */
function dateAsked(input: Input, read: Reader): DateOf | Refusal {
  const row = eventOf(read, asSent(input, 'id'))
  const date = row && dateOn(row, asSent(input, 'jour'))
  return row && date ? { row, date } : { refused: say('noSuchDate') }
}

/** Takes the place of what was said before of this date; an added date stays one. */
function changed(
  row: EventRow,
  fields: FieldsOf<typeof eventDate> & Readonly<{ day: string }>,
  at: CommandContext,
  said: Message,
): Decision {
  const record = at.newId()
  const before = (row.changes ?? []).filter(
    ({ id, of, fate }) => id !== undefined && of === fields.day && fate !== 'added',
  )
  return {
    drafts: [
      ...before.map(one => shows(one.id!, false)),
      draft(eventDate, record, { ...fields, event: row.id }),
    ],
    next: `${PATH}/${row.id}`,
    said,
    undo: {
      path: `${PATH}/${row.id}/remettre`,
      input: { date: record, before: before.at(-1)?.id ?? '' },
      words: say('undo'),
    },
  }
}
/** A date that was moved is struck where it was announced last, at its hour there. */
function stoodLast({ day, of, change }: Occurrence<EventRow>): FieldsOf<typeof eventDate> {
  const { startsAt, endsAt, where } = change ?? {}
  return {
    ...(day === of ? {} : { on: day, ...stoodOn(change?.stood, [of, day]) }),
    ...(startsAt ? { startsAt } : {}),
    ...(endsAt ? { endsAt } : {}),
    ...(where ? { where } : {}),
  }
}
const shows = (record: string, isShown: boolean): Draft => ({
  type: eventDate.name,
  record,
  fields: { removed: !isShown },
})

/** *Annuler ce jour*: struck where people look for it, or not shown at all. */
const cancelDate: Command<Words> = {
  name: 'cancelDate',
  path: `${PATH}/:id/annuler`,
  who: 'keeper',
  decide: (input, read, at) => {
    const asked = dateAsked(input, read)
    if ('refused' in asked) return asked
    const checked = at.fields(eventDate, input, ['why'])
    if ('refused' in checked) return checked
    const { day, of } = asked.date
    const isOut = asSent(input, 'sans') !== ''
    const fate = isOut ? 'out' : 'off'
    const fields = {
      ...(isOut ? {} : { ...checked.fields, ...stoodLast(asked.date) }),
      day: of,
      fate,
    }
    return changed(asked.row, fields, at, say(isOut ? 'leftOutSaid' : 'cancelledSaid', day))
  },
}

/** *Déplacer*: another day, another hour, another place, or several of them. */
const moveDate: Command<Words> = {
  name: 'moveDate',
  path: `${PATH}/:id/deplacer`,
  who: 'keeper',
  decide: (input, read, at) => {
    const asked = dateAsked(input, read)
    if ('refused' in asked) return asked
    const checked = at.fields(eventDate, input, ['on', 'startsAt', 'where'])
    if ('refused' in checked) return checked
    const { on, startsAt, where } = checked.fields
    const { day, of, event: as } = asked.date
    const before = changeOf(asked.date)
    // The form of a second move starts from the first; what a form does not ask stays.
    const hour = 'startsAt' in input ? startsAt || null : (before?.startsAt ?? null)
    const place = 'where' in input ? where || null : (before?.where ?? null)
    const isSameHour = (hour ?? asked.row.startsAt) === as.startsAt
    const isItsOwn = hour === asked.row.startsAt
    if ((on ?? day) === day && isSameHour && place === (before?.where ?? null))
      return { refused: say('nothingMoved'), field: 'on' }
    if (on && on !== day && on < at.today) return { refused: say('dayIsPast', on), field: 'on' }
    if (on && on !== day && dateOn(asked.row, on))
      return { refused: say('dateIsThere', on), field: 'on' }
    const to = on ?? day
    const fields = {
      ...(hour && !isItsOwn ? { startsAt: hour } : {}),
      ...(hour && hour === before?.startsAt && before.endsAt ? { endsAt: before.endsAt } : {}),
      ...(place ? { where: place } : {}),
      ...{ day: of, fate: 'moved', on: to },
      ...stoodOn([...(asked.date.change?.stood ?? []), day], [of, to]),
    }
    const moved = changed(asked.row, fields, at, say('movedSaid', day, to))
    if (isSameHour || !hasHours(read, asked.row, of)) return moved
    return {
      ...moved,
      next: `${PATH}/${asked.row.id}/postes`,
      said: say('movedPartsSaid', day, to),
    }
  },
}

/** Whether a post of this date has hours of its own, which a move leaves as they were. */
const hasHours = (read: Reader, { id }: EventRow, of: string): boolean =>
  partsOf(read, id).some(({ day, startsAt }) => startsAt !== null && (day === null || day === of))

/** The days where a date stood, but for its own day and the one where it stands now. */
function stoodOn(
  days: readonly string[] | null | undefined,
  now: readonly string[],
): Readonly<{ stood?: readonly string[] }> {
  const left = [...new Set(days ?? [])].filter(day => !now.includes(day))
  return left.length > 0 ? { stood: left } : {}
}

/** What was said before of a date that takes place. */
export const changeOf = ({ change }: Occurrence<EventRow>): DateChange | undefined =>
  change?.fate === 'off' ? undefined : change

/** *Ajouter une date*. */
const addDate: Command<Words> = {
  name: 'addDate',
  path: `${PATH}/:id/ajouter`,
  who: 'keeper',
  decide: (input, read, at) => {
    const row = eventOf(read, asSent(input, 'id'))
    if (!row) return { refused: say('noSuchDate') }
    const checked = at.fields(eventDate, input, ['day'])
    if ('refused' in checked) return checked
    const { day } = checked.fields
    if (typeof day !== 'string') return { refused: say('sayDay'), field: 'day' }
    if (day < at.today) return { refused: say('dayIsPast', day), field: 'day' }
    if (dateOn(row, day)) return { refused: say('dateIsThere', day), field: 'day' }
    const isMoved = (row.changes ?? []).some(one => one.of === day && one.fate === 'moved')
    if (isMoved) return { refused: say('dateWasMoved', day), field: 'day' }
    return changed(row, { day, fate: 'added' }, at, say('addedSaid', day))
  },
}

/** *Remettre*: what was changed of a date is taken back, and what was said before counts again. */
const restoreDate: Command<Words> = {
  name: 'restoreDate',
  path: `${PATH}/:id/remettre`,
  who: 'keeper',
  decide: (input, read) => {
    const row = read.one(eventDate, asSent(input, 'date'))
    if (row?.event !== asSent(input, 'id')) return { refused: say('noSuchDate') }
    const before = asSent(input, 'before')
    const isOurs = before !== '' && storedEvent(read, before) === row.event
    return {
      drafts: [shows(row.id, false), ...(isOurs ? [shows(before, true)] : [])],
      next: `${PATH}/${row.event}`,
      said: say('restoredSaid', row.day ?? ''),
    }
  },
}

/** The event of a change, also of one that was taken off. */
function storedEvent(read: Reader, id: string): unknown {
  return read.all('SELECT event FROM event_date WHERE id = ?', id)[0]?.['event']
}

/** *Ajouter un poste*, *Ajouter une chose à apporter*; *Corriger* one that is there. */
const addPart: Command<Words> = {
  name: 'addPart',
  path: `${PATH}/:id/postes`,
  who: 'keeper',
  decide: (input, read, at) => {
    const row = eventOf(read, asSent(input, 'id'))
    if (!row) return { refused: say('noSuchDate') }
    const fields = ['kind', 'title', 'day', 'startsAt', 'endsAt', 'wanted']
    const checked = at.fields(eventPart, input, fields)
    if ('refused' in checked) return checked
    const sent = asSent(input, 'part')
    if (sent !== '') {
      if (read.one(eventPart, sent)?.event !== row.id) return { refused: say('noSuchDate') }
      return {
        drafts: [{ type: eventPart.name, record: sent, fields: checked.fields }],
        next: `${PATH}/${row.id}/postes`,
        said: say('partChanged', checked.fields.title ?? ''),
      }
    }
    const record = at.newId()
    return {
      drafts: [draft(eventPart, record, { ...checked.fields, event: row.id })],
      next: `${PATH}/${row.id}/postes`,
      said: say('partAdded', checked.fields.title ?? ''),
      undo: {
        path: `${PATH}/${row.id}/postes/retirer`,
        input: { part: record },
        words: say('undo'),
      },
    }
  },
}

/** Takes a part off, or puts it back. */
const removePart: Command<Words> = {
  name: 'removePart',
  path: `${PATH}/:id/postes/retirer`,
  who: 'keeper',
  decide: (input, read) => {
    const [id, part] = [asSent(input, 'id'), asSent(input, 'part')]
    const [row] = read.all('SELECT event, title, removed FROM event_part WHERE id = ?', part)
    if (row?.['event'] !== id) return { refused: say('noSuchDate') }
    const isBack = asSent(input, 'remettre') !== ''
    const back = { path: `${PATH}/${id}/postes/retirer`, words: say('undo') }
    return {
      drafts: [{ type: eventPart.name, record: part, fields: { removed: !isBack } }],
      next: `${PATH}/${id}/postes`,
      said: say(isBack ? 'partAdded' : 'partRemoved', String(row['title'] ?? '')),
      ...(isBack ? {} : { undo: { ...back, input: { part, remettre: '1' } } }),
    }
  },
}

export const commands: readonly Command<Words>[] = [
  proposeDate,
  cancelDate,
  moveDate,
  addDate,
  restoreDate,
  addPart,
  removePart,
]
