import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeKept } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { withoutPhones } from '../../../text/sought-numbers.ts'
import type { fr } from '../words/fr.ts'
import { noMoreThrough } from './commands-relays.ts'
import { pageOf } from './input.ts'
import { consentsOf, contactsOf, dealingsOf, memberOf, noticesAtPhone, numbersOf } from './read.ts'
import { consent, contact, relay } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

/** An agreement taken back, by the person or by the keeper from their word: what it showed goes. */
const takeBack: Command<Words> = {
  name: 'takeBack',
  path: '/habitants/:id/reprendre',
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const whose = memberOf(read, one(input, 'id'))
    const given = whose && consentsOf(read, whose.id).find(row => row.id === one(input, 'consent'))
    // A telephone ticked in a notice is an agreement too, of which nothing else is kept.
    const use = given?.use ?? (one(input, 'use') === 'phone-shown' ? 'phone-shown' : undefined)
    if (!whose || !use || (at.me !== undefined && at.me !== whose.id))
      return { refused: say('nothingThere') }
    const next = pageOf(whose.id, at)
    // What will change is read before it does.
    const question = `/habitants/${whose.id}/reprendre${given ? `?consent=${given.id}` : ''}`
    if (given?.withdrawnOn == null && one(input, 'sure') !== '1')
      return { drafts: [], next: question }
    if (given && given.withdrawnOn !== null) return { drafts: [], next, said: say('takenBack') }
    const taken = given ? [draft(consent, given.id, { withdrawnOn: at.today })] : []
    if (use === 'told')
      return {
        drafts: [...taken, ...toldNoMore(read, whose.id, at)],
        forget: deedsOf(read, whose.id),
        next,
        said: say('takenBack'),
      }
    if (use !== 'phone-shown') return { drafts: taken, next, said: say('takenBack') }
    const numbers = numbersOf(read, whose.id)
    const atPhone = noticesAtPhone(read, whose.id)
    const file =
      one(input, 'file') === '1' ? contactsOf(read, whose.id).filter(row => row.phone !== null) : []
    return {
      drafts: [
        ...taken,
        ...file.map(row => draft(contact, row.id, { how: 'word', phone: null })),
        ...atPhone.map(row => ({ type: row.type, record: row.id, fields: reachedBy(row, words) })),
      ],
      forget: [
        ...atPhone.map(({ type, id }) => ({ type, record: id, field: 'reach' })),
        ...file.map(({ id }) => ({ type: contact.name, record: id, field: 'phone' })),
      ],
      numbers: numbers.map(number => ({ number, of: whose.id, theirs: true as const })),
      next,
      said: say('numberTakenBack'),
    }
  },
}

/**
 * Whoever was reached by telephone is reached by a word from now on; what else the notice said of
 * how stays.
 */
function reachedBy(
  { reach, reachBy }: NoticeKept,
  words: Words,
): Readonly<{ reach: string; reachBy?: 'word' }> {
  const rest = reachBy === 'phone' ? '' : withoutPhones(reach ?? '')
  return /\p{L}/u.test(rest) ? { reach: rest } : { reach: words.byWord, reachBy: 'word' }
}

/**
 * What is told of them goes for good, and each deal says so: it is told again only by a new yes.
 */
const deedsOf = (read: Reader, id: string): readonly Forgetting[] =>
  dealingsOf(read, id).flatMap(({ type, id: record }) =>
    type === 'deed' ? [{ type, record }] : [],
  )

const toldNoMore = (read: Reader, id: string, at: CommandContext): readonly Draft[] =>
  (read.published.dealsTelling?.(id) ?? []).flatMap(({ deal, told }): readonly Draft[] => [
    {
      type: 'deal-answer',
      record: at.newId(),
      fields: {
        deal,
        member: id,
        says: 'keep',
        on: at.today,
        saidBy: at.me === undefined ? 'keeper' : 'self',
      },
    },
    ...(told ? [{ type: 'deal', record: deal, fields: { deed: null } }] : []),
  ])

/**
 * Everything that this box holds of a person, and their telephone wherever it stands; who was
 * reached through them is by a word.
 */
function forgotten(
  read: Reader,
  id: string,
  words: Words,
): Readonly<{
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
  people: readonly string[]
  numbers: readonly { number: string; of: string }[]
}> {
  const through = read
    .list(relay, { where: 'member = ?', with: [id] }, 'home')
    .map(one => noMoreThrough(read, one.id, words))
  return {
    drafts: through.flatMap(one => one.drafts),
    forget: through.flatMap(one => one.forget),
    people: [id],
    numbers: numbersOf(read, id).map(number => ({ number, of: id })),
  }
}

const gone = (read: Reader, id: string, words: Words): Decision =>
  memberOf(read, id)
    ? { ...forgotten(read, id, words), next: '/oubli' }
    : { refused: say('nothingThere') }

/** *Être oublié·e*: by the person themselves, where nobody listens. */
const beForgotten: Command<Words> = {
  name: 'beForgotten',
  path: '/moi/oublier',
  who: 'neighbour',
  private: true,
  decide: (_input, read, at: CommandContext, words): Decision =>
    at.me === undefined ? { refused: say('nothingThere') } : gone(read, at.me, words),
}

/** The same, asked of the keeper; it can't be undone, so it costs one of the ten codes. */
const forgetMember: Command<Words> = {
  name: 'forgetMember',
  path: '/habitants/:id/oublier',
  who: 'keeper',
  coded: true,
  decide: (input, read, _at, words): Decision => gone(read, one(input, 'id'), words),
}

export const mineCommands: readonly Command<Words>[] = [takeBack, beForgotten, forgetMember]
