import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import type { Letter } from '../../../contract/letter.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping, notedWith } from './asker.ts'
import { decidedAway } from './away.ts'
import { pastFields, pastRules, WHEN_ASKED, WHY } from './commands-book.ts'
import { freedBy } from './freed.ts'
import { withWord, wordsFor } from './handing/said-words.ts'
import { askedWith } from './on-ticket.ts'
import { type BookingRow, type RequestRow, type ThingRow, thingOf, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH, thing as thingType } from './records-thing.ts'
import { type rulesRefusal, say, takenSaid } from './said.ts'
import { countOf } from './span.ts'
import { type WishWeighed, weighed } from './weighing.ts'

type Words = typeof fr
const ofRequest = `${PATH}/demandes/:id`

/** A request that waits for an answer, with its thing, for who is in charge of it. */
function requestIn(
  input: Input,
  read: Reader,
  at: CommandContext,
): Readonly<{ row: RequestRow; thing: ThingRow }> | undefined {
  const row = read.one(request, one(input, 'id'), 'home')
  const thing = row?.thing ? thingOf(read, row.thing) : undefined
  const isOpen = row?.state === 'asked' || row?.state === 'waiting'
  return row && thing && isOpen && row.asked !== true && isKeeping(at, thing)
    ? { row, thing }
    : undefined
}

/** The letter that tells the box that asked; none where nobody asked from another box. */
export const lettersTo = (
  row: RequestRow,
  answer: 'given' | 'refused',
  why: string,
): readonly Letter[] =>
  row.box && row.peer
    ? [
        {
          to: row.box,
          about: row.id,
          brick: 'lending',
          command: 'answered',
          input: { request: row.peer, answer, why },
        },
      ]
    : []

/** The one in charge says yes: it is booked, if it is still free. */
const give: Command<Words> = {
  name: 'give',
  path: `${ofRequest}/accorder`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = requestIn(input, read, at)
    if (!found) return { refused: say('answeredAlready') }
    const { row, thing } = found
    if (thing.gone === true) return { refused: say('thingGone') }
    const away = decidedAway(read, at, thing.id)
    if (away) return away
    const span = timesIn(row)
    if (!span) return { refused: say('noSpan') }
    const count = countOf(row)
    // Other days in place of those that were given: they are left as these are given. Days that
    // were cancelled meanwhile are nobody's, and these are given anew.
    const had = row.after === null ? undefined : askedWith(read, row.after)?.booked
    if (had?.state === 'out') return { refused: say('notNow') }
    const given = had?.state === 'booked' ? had : undefined
    const but = given ? [row.id, given.id] : [row.id]
    const told = weighed(read, at, { row: thing, span, count, asker: row, but })
    const taken = takenSaid(read, told, at)
    if (taken) return { refused: taken }
    const refused = pastRules(told, input, at, thing)
    if (refused) return passable(refused, told.broken)
    const id = given?.id ?? at.newId()
    return {
      drafts: [
        given
          ? movedDraft(given, row, told.broken, input, at)
          : withWord(givenDraft(id, row, told.broken, input, at), thing, wordsFor(read, at)),
        draft(request, row.id, { state: 'given', booking: id, answeredAt: momentOf(at) }),
        ...(one(input, ALWAYS) === '' ? [] : known(thing, row, read)),
      ],
      letters: lettersTo(row, 'given', ''),
      next: `${PATH}/${thing.id}`,
      said: say('givenTo', row.name ?? '', span, at.today),
    }
  },
}
/** The rules that say no lead to the reason for going past them; to none where the time is past. */
const passable = ({ refused }: Refusal, broken: WishWeighed['broken']): Refusal =>
  broken.some(({ rule }) => rule === 'past') ? { refused } : { refused, field: WHY }
/** The button by which the one in charge says yes now, and needs not be asked again. */
export const ALWAYS = 'toujours'
/** Whoever asked books this thing by themselves from now on. */
function known(of: ThingRow, { member }: RequestRow, read: Reader): readonly Draft[] {
  const group = read.one(thingType, of.id, 'home')?.group ?? []
  return member === null || group.includes(member)
    ? []
    : [draft(thingType, of.id, { group: [...group, member] }, 'home')]
}
const momentOf = ({ now }: CommandContext): string => new Date(now).toISOString()

/** The booking of somebody who asked, with what they said of themselves. */
function givenDraft(
  id: string,
  row: RequestRow,
  broken: Parameters<typeof rulesRefusal>[0],
  input: Input,
  at: CommandContext,
): Draft {
  const { thing, name, phone, named, box, peer, use, instead } = row
  const times = Object.fromEntries(WHEN_ASKED.map(field => [field, row[field]]))
  // Of a name without a card, whoever typed it has the word, and cancels it.
  const member = row.member ?? row.keyedBy
  return draft(booking, id, {
    ...{ thing, ...times, member, name, phone, named, box, peer, use, keyedBy: at.me ?? null },
    ...(instead === null ? {} : { instead }),
    state: 'booked',
    ...pastFields(broken, input, at),
  })
}

/** The booking that was given, on the days that were asked in their place. */
function movedDraft(
  given: BookingRow,
  row: RequestRow,
  broken: Parameters<typeof rulesRefusal>[0],
  input: Input,
  at: CommandContext,
): Draft {
  const span = timesIn(row)
  const times = Object.fromEntries(WHEN_ASKED.map(field => [field, row[field]]))
  return draft(booking, given.id, {
    ...times,
    ...(span ? freedBy(timesIn(given), span, at) : {}),
    ...pastFields(broken, input, at, given.notedBy),
  })
}

/** The one in charge says no, and may say why. */
const refuse: Command<Words> = {
  name: 'refuse',
  path: `${ofRequest}/refuser`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = requestIn(input, read, at)
    if (!found) return { refused: say('answeredAlready') }
    const checked = at.fields(request, input, ['answer'])
    if ('refused' in checked) return checked
    const { row, thing } = found
    const answer = checked.fields.answer ?? null
    return {
      drafts: [
        draft(request, row.id, {
          state: 'refused',
          answer,
          answeredAt: momentOf(at),
          ...(answer === null ? {} : notedWith(row.notedBy, at)),
        }),
      ],
      letters: lettersTo(row, 'refused', answer ?? ''),
      next: `${PATH}/${thing.id}`,
      said: say('refusedTo', row.name ?? ''),
    }
  },
}

/**
 * Whoever asked needs it no more; so does the one in charge, for who told them. Who has no card
 * takes it back by the ticket, as anything that they sent.
 */
const withdraw: Command<Words> = {
  name: 'withdraw',
  path: `${ofRequest}/retirer`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const row = read.one(request, one(input, 'id'), 'home')
    const thing = row?.thing ? thingOf(read, row.thing) : undefined
    const isTheirs =
      row !== undefined &&
      (at.isMine(request.name, row.id) || (thing !== undefined && isKeeping(at, thing)))
    if (!row || !isTheirs || !isTakenBack(row)) return { refused: say('answeredAlready') }
    const asks = { to: row.box ?? '', about: row.id, brick: 'lending', command: 'unwanted' }
    return {
      drafts: [
        draft(request, row.id, {
          state: 'withdrawn',
          ...(row.state === 'waiting' ? { answeredAt: momentOf(at) } : {}),
        }),
      ],
      letters: row.asked === true && row.box ? [{ ...asks, input: {} }] : [],
      next: thing ? `${PATH}/${thing.id}` : PATH,
      said: say('withdrawn'),
    }
  },
}

/** What nobody answered, and what another box gave: a booking there is given back by its letter. */
export const isTakenBack = ({ state, asked }: Pick<RequestRow, 'state' | 'asked'>): boolean =>
  state === 'asked' || state === 'waiting' || (state === 'given' && asked === true)

export const answerCommands: readonly Command<Words>[] = [give, refuse, withdraw]
