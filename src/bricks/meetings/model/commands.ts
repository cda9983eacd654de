import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { proposeIdea } from './commands-idea.ts'
import { peopleCommands } from './commands-people.ts'
import { takeSome } from './commands-taking.ts'
import { dateCount, saidOf } from './count.ts'
import {
  type AnswerSubject,
  askedAbout,
  dayOf,
  hasNamesake,
  mineTo,
  nextRank,
  nowOn,
  PATH,
} from './read.ts'
import { idea, response, task } from './records.ts'
import { freedSeats, seatsOf, unreadTo } from './seats.ts'

type Words = typeof fr
const say: Say<Words> = message

/** What a person says of themselves; to what they answer is in the form's address. */
const ANSWER_FIELDS = ['answer', 'saying', 'firstName', 'reach'] as const

/**
 * *J'en suis · Je peux aider à… · Pas pour moi, et voici pourquoi*, from anybody, to an idea or an
 * event that still takes answers.
 */
const answer: Command<Words> = {
  name: 'answer',
  path: '/repondre/:id',
  who: 'visitor',
  decide: (input, read, at) => {
    const about = askedAbout(read, asSent(input, 'id'), at.today)
    if (!about) return { refused: say('nothingThere') }
    if (about.notice) return takeSome(about.notice, input, read, at)
    if (about.state === 'dropped') return { refused: say('closedIdea') }
    if (about.state === 'became') return { refused: say('becameIdea') }
    if (about.state === 'over') return { refused: say('closedEvent') }
    if (about.state === 'off') return { refused: say('cancelledEvent') }
    const asked = asSent(input, 'jour')
    const day = asked === '' ? about.days[0] : about.days.find(one => one === asked)
    if (asked !== '' && about.dates.length > 0 && day === undefined)
      return { refused: say('dayIsOff', asked), field: 'jour' }
    const { name, ...whose } = speakerOf(input, 'firstName', at)
    const form = { ...input, firstName: name, ...(about.part ? { answer: 'in' } : {}) }
    const checked = at.fields(response, form, fieldsAsked(about))
    if ('refused' in checked) return checked
    const { fields } = checked
    const lacking = lackingIn(fields, at) ?? amountLacking(about, fields)
    if (lacking) return lacking
    const mine = whose.member === undefined ? [] : mineTo(read, about.id, whose.member)
    const before = mine.find(id => isForDay(about, { id, day }, read, at.today))
    const said = { ...fields, on: at.today, ...(day === undefined ? {} : { forDay: day }) }
    const isNamesake = whose.member !== undefined && hasNamesake(read, about.id, name, whose.member)
    const isIn = fields.answer === 'in' && about.seats !== null
    const isNew = isIn && !(before !== undefined && wasIn(read, before))
    const isFullWith = (unread: ReturnType<typeof unreadTo>): boolean =>
      isNew && seatsOf(about, day, read, at.today, unread).seated.length >= about.seats!
    const isFull = isFullWith([])
    const waited = isFull || (isNew && isFullWith(unreadTo(read, about.id)))
    const ranked = isNew ? { rank: nextRank(read), waited, toldFreed: null } : {}
    const first = { ...whose, to: about.id, ...(isNamesake ? { namesake: true } : {}) }
    return {
      drafts: [
        before
          ? draft(response, before, { saying: null, ...said, ...ranked })
          : draft(response, at.newId(), { ...said, ...first, ...ranked }),
      ],
      next: answersPage(about),
      said: isFull ? waitingSaid(at, read) : saidFor(about, day, at, read),
    }
  },
}
const wasIn = (read: Reader, id: string): boolean =>
  (read.one(response, id) ?? read.one(response, id, 'home'))?.answer === 'in'

/** A post is held, a thing is brought, so many of it: nothing else is asked. */
export const fieldsAsked = ({ part }: AnswerSubject): readonly string[] =>
  part === undefined
    ? ANSWER_FIELDS
    : ['answer', ...(part['kind'] === 'thing' ? ['amount'] : []), 'firstName', 'reach']

/** Who answers once all seats are taken waits for one. */
const waitingSaid = (at: CommandContext, read: Reader): Message =>
  isReadFirst(at.by)
    ? say('thanksWaiting', keeperNamed(read) ?? say('keeper'))
    : say('notedWaiting')

/** *C'est noté*, and of what comes back for which date. */
function saidFor(
  about: AnswerSubject,
  of: string | undefined,
  at: CommandContext,
  read: Reader,
): Message {
  const day = of === undefined ? '' : nowOn(about, of)
  if (isReadFirst(at.by)) return say('thanks', keeperNamed(read) ?? say('keeper'), day)
  return day === '' ? say('noted') : say('notedFor', day)
}
/** One answers once for each day of what comes back. */
function isForDay(
  about: AnswerSubject,
  { id, day }: Readonly<{ id: string; day: string | undefined }>,
  read: Reader,
  today: string,
): boolean {
  const row = read.one(response, id) ?? read.one(response, id, 'home')
  return day === undefined || (row !== undefined && dayOf(about, row, today) === day)
}
const answersPage = ({ path, id, notice }: AnswerSubject): string =>
  notice || path.startsWith(`${PATH}/`) ? path : `/repondre/${id}`

/** *Je n'en suis plus*: their own answer goes for good, whether it shows or waits. */
const takeBack: Command<Words> = {
  name: 'takeBackAnswer',
  path: '/repondre/:id/reprendre',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const about = askedAbout(read, asSent(input, 'id'), at.today)
    const all = about && at.me !== undefined ? mineTo(read, about.id, at.me) : []
    const day = asSent(input, 'jour')
    const mine =
      about && day !== '' ? all.filter(id => isForDay(about, { id, day }, read, at.today)) : all
    if (!about || mine.length === 0) return { refused: say('nothingThere') }
    return {
      drafts: [],
      forget: mine.map(record => ({ type: response.name, record })),
      next: answersPage(about),
      said: say('answerTakenBack'),
    }
  },
}

/** Help is help with something, a no is worth its reason, and who comes must be told of the day. */
function lackingIn(fields: FieldsOf<typeof response>, at: CommandContext): Refusal | undefined {
  if (fields.answer === 'help' && !fields.saying)
    return { refused: say('sayWhat'), field: 'saying' }
  if (fields.answer === 'not' && !fields.saying) return { refused: say('sayWhy'), field: 'saying' }
  if (fields.answer !== 'not' && !fields.reach && isReadFirst(at.by))
    return { refused: say('sayHow'), field: 'reach' }
  return undefined
}

/** Of a thing of which several are wanted, one says how many one brings. */
const amountLacking = (
  { part }: AnswerSubject,
  { amount }: FieldsOf<typeof response>,
): Refusal | undefined =>
  part?.['kind'] === 'thing' && Number(part['wanted'] ?? 0) > 1 && (amount ?? null) === null
    ? { refused: say('sayAmount'), field: 'amount' }
    : undefined

const ideaPage = (id: string): string => `${PATH}/idee/${id}`

/**
 * An old idea talked about again; one that was put aside is open anew, one that became something
 * stays so.
 */
const revive: Command<Words> = {
  name: 'revive',
  path: `${PATH}/idee/:id/reprendre`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const row = read.one(idea, asSent(input, 'id'))
    if (!row) return { refused: say('nothingThere') }
    const state = row.state === 'dropped' ? ({ state: 'open' } as const) : {}
    return {
      drafts: [draft(idea, row.id, { revivedOn: at.today, ...state })],
      next: ideaPage(row.id),
      said: say('revivedSaid'),
    }
  },
}

const becomes: Command<Words> = {
  name: 'becomes',
  path: `${PATH}/idee/:id/devenue`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const row = read.one(idea, asSent(input, 'id'))
    if (!row) return { refused: say('nothingThere') }
    if (row.state === 'became') return { refused: say('alreadyBecame') }
    const checked = at.fields(idea, input, ['became'])
    if ('refused' in checked) return checked
    const became = checked.fields['became']
    if (typeof became !== 'string') return { refused: say('sayBecame'), field: 'became' }
    const fields = { state: 'became', became, becameOn: at.today }
    return {
      drafts: [draft(idea, row.id, fields)],
      next: ideaPage(row.id),
      said: say('becomesSaid'),
    }
  },
}

const drop: Command<Words> = {
  name: 'drop',
  path: `${PATH}/idee/:id/laisser`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const row = read.one(idea, asSent(input, 'id'))
    if (!row) return { refused: say('nothingThere') }
    if (row.state === 'became') return { refused: say('alreadyBecame') }
    return {
      drafts: [draft(idea, row.id, { state: 'dropped' })],
      next: ideaPage(row.id),
      said: say('droppedSaid'),
    }
  },
}

/** An open task of this id, or the sentence that says why there is none. */
function openTask(input: Input, read: Reader): Readonly<{ id: string }> | Refusal {
  const row = read.one(task, asSent(input, 'id'))
  if (!row) return { refused: say('nothingThere') }
  return row.state === 'done' || row.state === 'dropped' ? { refused: say('alreadyDone') } : row
}

const remind: Command<Words> = {
  name: 'remind',
  path: '/mes-suites/:id/relancer',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const open = openTask(input, read)
    if ('refused' in open) return open
    return {
      drafts: [draft(task, open.id, { remindedOn: at.today })],
      next: '/mes-suites',
      said: say('remindedSaid'),
    }
  },
}

const finish: Command<Words> = {
  name: 'finish',
  path: '/mes-suites/:id/finir',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const open = openTask(input, read)
    if ('refused' in open) return open
    return {
      drafts: [draft(task, open.id, { state: 'done', doneOn: at.today })],
      next: '/mes-suites',
      said: say('finishedSaid'),
    }
  },
}

/** The keeper has told somebody that a seat is free. */
const tellFreed: Command<Words> = {
  name: 'tellFreed',
  path: '/repondre/:id/place',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const kept = asSent(input, 'reponse')
    const freed = freedSeats(read, at.today).find(one => one.kept === kept)
    if (!freed) return { refused: say('nothingThere') }
    return {
      drafts: [draft(response, kept, { toldFreed: true })],
      next: `/repondre/${freed.about}`,
      said: say('freedTold', freed.name),
    }
  },
}

/**
 * The keeper has told somebody, or all whom the page showed, how the count of a date stood on it:
 * whoever came since was told nothing, and a count that changed is another thing to tell.
 */
const tellCount: Command<Words> = {
  name: 'tellCount',
  path: '/repondre/:id/prevenus',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const date = dateCount(read, asSent(input, 'id'), at.today)
    const one = asSent(input, 'reponse')
    const [shown, told] = [asSent(input, 'montres'), asSent(input, 'compte')]
    const isShown = (id: string): boolean => shown === '' || shown.split(' ').includes(id)
    const people = date?.people.filter(({ id }) => (one === '' ? isShown(id) : id === one)) ?? []
    const [first] = people
    if (!date || !first) return { refused: say('nothingThere') }
    if (told !== '' && told !== saidOf(date)) return { refused: say('countChanged') }
    return {
      drafts: people.map(({ id }) => draft(response, id, { countTold: saidOf(date) })),
      next: `/repondre/${date.id}`,
      said: one === '' ? say('toldAllSaid') : say('toldSaid', first.firstName ?? ''),
    }
  },
}

export const commands: readonly Command<Words>[] = [
  answer,
  proposeIdea,
  takeBack,
  revive,
  becomes,
  drop,
  remind,
  finish,
  tellFreed,
  tellCount,
  ...peopleCommands,
]
