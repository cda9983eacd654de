import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asSent, texts } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { type FoundNotice, foundById } from './matching/found.ts'
import { bothSaid } from './matching/spoken.ts'
import type { Loop } from './matching/traders.ts'
import { isOwn } from './read-after.ts'
import { offer } from './records.ts'
import { loop, notIt } from './records-matching.ts'
import type { Notice } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
const LOOPS = '/annonces/trocs'

const nowhere = () => null

/** Whether one of the two is this member's: theirs, or keyed by them for somebody. */
const isTheirs = (read: Reader, { id, type, row }: FoundNotice, me: string): boolean =>
  (type === 'offer' || type === 'need') &&
  isOwn(read, { kind: type, row: { ...row, id } } as Notice, me)

/**
 * *Ce n’est pas ça*: the keeper's to say, and a member's of what is theirs; kept with what both
 * said, so that it stands until one of them says something else.
 */
const refuse: Command<Words> = {
  name: 'notIt',
  path: '/annonces/pas-ca',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const these = [...new Set(texts(input, 'these'))]
    const [a, b] = these.map(id => foundById(read, id, nowhere))
    if (these.length !== 2 || !a || !b) return { refused: say('matching.twoNeeded') }
    const { by, me } = at
    if (by !== 'keeper' && !(me !== undefined && [a, b].some(one => isTheirs(read, one, me))))
      return { refused: say('matching.notYours') }
    const whose = by === 'keeper' || me === undefined ? {} : { author: me }
    const noted = draft(notIt, at.newId(), {
      these: [a.id, b.id].sort(),
      said: bothSaid(a, b),
      on: at.today,
      ...whose,
    })
    const next =
      asSent(input, 'liste') === '' || by !== 'keeper' ? `/annonces/${a.id}` : '/sans-reponse'
    return { drafts: [noted], next, said: say('matching.notItSaid') }
  },
}

/** The three of a loop as they stand now; undefined when one of them is gone. */
export function loopOf(
  read: Reader,
  offers: readonly string[],
  needs: readonly string[],
): Loop | undefined {
  const gone = new Set<string>()
  const told = (id: string) => {
    const found = foundById(read, id, nowhere)
    if (!found || found.row['state'] === 'closed') gone.add(id)
    return found
  }
  const traders = [0, 1, 2].map(i => ({
    offer: told(offers[i] ?? ''),
    need: told(needs[(i + 2) % 3] ?? ''),
  }))
  if (gone.size > 0 || offers.length !== 3 || needs.length !== 3) return undefined
  return traders as unknown as Loop
}

/**
 * What the notices of a loop say, in one text: another as soon as one of them says something else.
 */
export const threeSaid = (three: Loop): string =>
  three.map((one, i) => bothSaid(one.offer, three[(i + 1) % 3]!.need)).join(' ')

/** The keeper writes down that it is asked of the three. */
const proposeLoop: Command<Words> = {
  name: 'proposeLoop',
  path: `${LOOPS}/proposer`,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const [offers, needs] = [texts(input, 'offers'), texts(input, 'needs')]
    const three = loopOf(read, offers, needs)
    if (!three || at.looked !== threeSaid(three)) return { refused: say('matching.loopStale') }
    const title = three.map(one => one.offer.whose.who ?? words.matching.someone).join(', ')
    const parties = three.flatMap(({ offer: { id } }) => read.one(offer, id, 'home')?.author ?? [])
    const noted = draft(loop, at.newId(), {
      title,
      offers,
      needs,
      agreed: [],
      parties,
      state: 'asked',
      on: at.today,
    })
    return { drafts: [noted], next: LOOPS, said: say('matching.loopAsked') }
  },
}

/**
 * One yes, or a no: each says it of their own offer, or the keeper notes it. All or nothing: it is
 * agreed at the third yes, on notices that still answer one another.
 */
const answerLoop: Command<Words> = {
  name: 'answerLoop',
  path: `${LOOPS}/repondre`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const held = read.one(loop, asSent(input, 'id'), 'home')
    if (held?.state !== 'asked') return { refused: say('matching.loopGone') }
    const theirs = (id: string) =>
      at.me !== undefined && read.one(offer, id, 'home')?.author === at.me
    const said = asSent(input, 'oui') === '' ? (held.offers ?? []) : [asSent(input, 'oui')]
    if (at.by !== 'keeper' && !said.some(theirs)) return { refused: say('matching.notYours') }
    const write = (fields: Parameters<typeof draft<typeof loop>>[2]) => [
      draft(loop, held.id, fields),
    ]
    if (asSent(input, 'non') !== '')
      return { drafts: write({ state: 'undone' }), next: LOOPS, said: say('matching.undone') }
    const three = loopOf(read, held.offers ?? [], held.needs ?? [])
    if (!three || at.looked !== threeSaid(three)) return { refused: say('matching.loopStale') }
    const yes = asSent(input, 'oui')
    if (!held.offers?.includes(yes)) return { refused: say('matching.loopGone') }
    const agreed = [...new Set([...(held.agreed ?? []), yes])]
    return agreed.length === 3
      ? { drafts: write({ agreed, state: 'agreed' }), next: LOOPS, said: say('matching.allAgreed') }
      : { drafts: write({ agreed }), next: LOOPS, said: say('matching.yesNoted') }
  },
}

export const matchingCommands: readonly Command<Words>[] = [refuse, proposeLoop, answerLoop]
