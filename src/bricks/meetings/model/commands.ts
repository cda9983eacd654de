import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { isSameName, type Speaker, speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { type AnswerSubject, askedAbout, dayOf, nowOn } from './asked-about.ts'
import { stillByTicket, tellDate, tellErrand } from './commands-dates.ts'
import { proposeIdea } from './commands-idea.ts'
import { peopleCommands } from './commands-people.ts'
import { leaveByTicket, takeSome } from './commands-taking.ts'
import { codeOf, fallenDate, planAsked } from './date-told.ts'
import { answerOf, hasNamesake, keyedTo, mineTo, nextRank, PATH } from './read.ts'
import { idea, response, task } from './records.ts'
import { isInIdea, noOn } from './said-no.ts'
import { freedSeats, seatsOf, unreadTo } from './seats.ts'
import { isCarried, tellingOf } from './telling.ts'

type Words = typeof fr
const say: Say<Words> = message

/** The address, under a ticket’s, where its holder answers something else. */
export const COME_BY_TICKET = 'en-etre'
/** The same, where they come no more. */
export const LEAVE_BY_TICKET = 'ne-plus-en-etre'
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
  // Who said yes to an idea says so to its day, by their ticket, without typing anything.
  byTicket: COME_BY_TICKET,
  filledByTicket: ['firstName', 'reach'],
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
    const mine = theirs(read, about.id, { name, ...whose })
    const [before, ...others] = mine.filter(id => isForDay(about, { id, day }, read, at.today))
    // Who is spoken for keeps the name under which they were first written.
    const known = whose.keyedBy !== undefined && before !== undefined
    const firstName = known ? nameIn(read, before) : name
    const form = { ...input, firstName, ...(about.part ? { answer: 'in' } : {}) }
    const checked = at.fields(response, form, fieldsAsked(about))
    if ('refused' in checked) return checked
    const { fields } = checked
    const lacking = lackingIn(fields, at) ?? amountLacking(about, fields)
    if (lacking) return lacking
    const said = { ...fields, on: at.today, ...(day === undefined ? {} : { forDay: day }) }
    const plan = planAsked(read, about, day)
    const told = plan ? { whenTold: codeOf(plan) } : {}
    const isNamesake = whose.member !== undefined && hasNamesake(read, about.id, name, whose.member)
    const isIn = fields.answer === 'in' && about.seats !== null
    const isNew = isIn && !(before !== undefined && wasIn(read, before))
    const isFullWith = (unread: ReturnType<typeof unreadTo>): boolean =>
      isNew && seatsOf(about, day, read, at.today, unread).seated.length >= about.seats!
    const isFull = isFullWith([])
    const waited = isFull || (isNew && isFullWith(unreadTo(read, about.id)))
    const ranked = isNew ? { rank: nextRank(read), waited, toldFreed: null } : {}
    const first = { ...whose, to: about.id, ...(isNamesake ? { namesake: true } : {}) }
    // What was written twice for one person, before it was one answer, is one from now on.
    const twice = whose.keyedBy === undefined ? [] : others
    // Who comes after all has no reason left for the keeper to show.
    const reasons = known && fields.answer !== 'not' ? reasonsWaiting(read, before) : []
    const gone = [...twice, ...reasons]
    return {
      drafts: asRead(
        before
          ? draft(response, before, { saying: null, ...said, ...told, ...ranked })
          : draft(response, at.newId(), { ...said, ...told, ...first, ...ranked }),
        whose,
        before !== undefined,
      ),
      ...(gone.length > 0 ? { forget: gone.map(record => ({ type: response.name, record })) } : {}),
      next: answersPage(about),
      said: isFull ? waitingSaid(at, read) : saidFor(about, day, at, read),
    }
  },
}

/**
 * What this person answered before: a member for themselves, or those that a member wrote for
 * somebody of that name.
 */
function theirs(
  read: Reader,
  about: string,
  { name, member, keyedBy }: Speaker,
): readonly string[] {
  if (member !== undefined) return mineTo(read, about, member)
  if (keyedBy === undefined) return []
  return keyedTo(read, about, keyedBy)
    .filter(row => row.namesake !== true && isSameName(row.firstName, name))
    .map(({ id }) => id)
}
const nameIn = (read: Reader, id: string): string => answerOf(read, id)?.firstName ?? ''

/** Why somebody else does not come may say that their house is empty: the keeper reads it first. */
function asRead(
  one: Draft,
  { keyedBy }: Pick<Speaker, 'keyedBy'>,
  isKnown: boolean,
): readonly Draft[] {
  const { answer, saying } = one.fields
  if (keyedBy === undefined || answer !== 'not' || typeof saying !== 'string') return [one]
  if (!isKnown) return [{ ...one, readFirst: true }]
  return [
    { ...one, fields: { ...one.fields, saying: null } },
    { ...one, fields: { saying }, readFirst: true },
  ]
}
/** Why they would not come, which the keeper has not read yet. */
const reasonsWaiting = (read: Reader, answer: string): readonly string[] =>
  read
    .list(proposal, { where: "changes = ? AND state = 'waiting'", with: [answer] }, 'home')
    .flatMap(({ piece }) => piece ?? [])
const wasIn = (read: Reader, id: string): boolean => answerOf(read, id)?.answer === 'in'

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
  const row = answerOf(read, id)
  return day === undefined || (row !== undefined && dayOf(about, row, today) === day)
}
const answersPage = ({ path, id, notice }: AnswerSubject): string =>
  notice || path.startsWith(`${PATH}/`) ? path : `/repondre/${id}`

/** Their own answers; or the one that they wrote for somebody. */
const ownOr = (
  read: Reader,
  about: string,
  { me, answer }: Readonly<{ me: string; answer: string }>,
): readonly string[] =>
  answer === ''
    ? mineTo(read, about, me)
    : keyedTo(read, about, me).flatMap(({ id }) => (id === answer ? [id] : []))

/** *Je n'en suis plus*: their own answer goes for good, whether it shows or waits. */
const takeBack: Command<Words> = {
  name: 'takeBackAnswer',
  path: '/repondre/:id/reprendre',
  byTicket: LEAVE_BY_TICKET,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    if (at.ticket !== undefined) return leaveByTicket(at.ticket, read)
    const about = askedAbout(read, asSent(input, 'id'), at.today)
    const answer = asSent(input, 'reponse')
    const all = about && at.me !== undefined ? ownOr(read, about.id, { me: at.me, answer }) : []
    const day = asSent(input, 'jour')
    const mine =
      about && day !== '' ? all.filter(id => isForDay(about, { id, day }, read, at.today)) : all
    if (!about || mine.length === 0) return { refused: say('nothingThere') }
    // Said yes to its idea for them, their no to the day is kept: else they would be asked again.
    const isNo = answer !== '' && isInIdea(read, about, { me: at.me, name: nameIn(read, answer) })
    return {
      drafts: isNo ? mine.map(id => noOn(id, at.today)) : [],
      forget: isNo ? [] : mine.map(record => ({ type: response.name, record })),
      next: answersPage(about),
      said: answer === '' ? say('answerTakenBack') : say('errands.leftSaid', nameIn(read, answer)),
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
    if (row.state === 'became' && !fallenDate(read, row)) return { refused: say('alreadyBecame') }
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
    if (row.state === 'became' && !fallenDate(read, row)) return { refused: say('alreadyBecame') }
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
 * The keeper has told somebody, or all whom the page showed, how the count of a date or an idea
 * stood on it: whoever came since was told nothing, and a count that changed is another thing to
 * tell.
 */
const tellCount: Command<Words> = {
  name: 'tellCount',
  path: '/repondre/:id/prevenus',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const telling = tellingOf(read, asSent(input, 'id'), at.today)
    const one = asSent(input, 'reponse')
    const [shown, told] = [asSent(input, 'montres'), asSent(input, 'compte')]
    // Whoever is spoken for is told by who speaks for them.
    const isShown = (id: string): boolean =>
      (shown === '' || shown.split(' ').includes(id)) && !isCarried(read, id)
    const people = telling?.people.filter(({ id }) => (one === '' ? isShown(id) : id === one)) ?? []
    const [first] = people
    if (!telling || !first) return { refused: say('nothingThere') }
    const { says, plan } = telling
    if (told !== '' && told !== (plan ?? says)) return { refused: say('countChanged') }
    const known = { countTold: says, ...(plan === undefined ? {} : { whenTold: plan }) }
    return {
      drafts: people.map(({ id }) => draft(response, id, known)),
      next: telling.path,
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
  tellDate,
  tellErrand,
  stillByTicket,
  ...peopleCommands,
]
