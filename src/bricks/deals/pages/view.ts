import type { Html } from '../../../contract/html.ts'
import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { hidden } from '../../../ui/post.ts'
import { fieldId } from '../../../ui/say.ts'
import type { WholeDeal } from '../model/read.ts'
import { type Actor, type Party, readsWords, talksFor } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import type { DealWords } from './say.ts'

/** Who reads a thread: by their card, as the keeper, or by a ticket. */
export type ThreadReader = Actor & Pick<Request, 'private' | 'lang' | 'today' | 'again'>

/**
 * A thread as somebody reads it.
 *
 * Shape   `at`: the page that shows it, under which its acts post: `/arrangements/ID`, or that of a
 *         ticket.
 */
export type DealThread = Readonly<{
  whole: WholeDeal
  who: ThreadReader
  at: string
  kit: Kit
  read: Reader
  words: DealWords
}>

/** The thread of the request: its reader is who is signed in. */
export const threadOf = (
  whole: WholeDeal,
  { kit, read, words }: Pick<DealThread, 'kit' | 'read' | 'words'>,
): DealThread => ({ whole, who: kit.request, at: `${DEALS}/${whole.row.id}`, kit, read, words })

/**
 * Whether its words, its times and its places may be read: by its people, where nobody listens.
 */
export const isReadBy = (
  { parties }: Pick<WholeDeal, 'parties'>,
  who: Actor & Pick<Request, 'private'>,
): boolean => who.private && readsWords(who, parties)

/** Those for whom the reader says words, with their places. */
export const speakersIn = ({
  whole,
  who,
}: DealThread): readonly Readonly<{ party: Party; place: number }>[] =>
  whole.parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => talksFor(who, party))

/** What each form of a thread carries. */
export const tokenOf = ({ kit, at }: DealThread, place: number): Html =>
  html`${kit.form()}${hidden({ from: at, party: place })}`

/** Whether this is the reader. */
export const isReader = ({ member, ticket }: Party, { me, ticket: held }: Actor): boolean =>
  (member !== null && member === me) || (ticket !== undefined && ticket === held)

/**
 * A field of the form of one party: each has forms of their own on one page. After a refusal, what
 * was typed comes back in theirs, and the mistake leads to it.
 *
 * Shape   `typed`: undefined where the form did not come back.
 */
export function fieldOf(
  { who: { again } }: DealThread,
  place: number,
  name: string,
): Readonly<{ id: string; typed: string | undefined; error: string | undefined }> {
  const own = again && one(again.input, 'party') === String(place) ? again : undefined
  const isWrong = own?.field === name
  return {
    id: isWrong ? fieldId(name) : `${fieldId(name)}-${place}`,
    typed: own && one(own.input, name),
    error: isWrong ? own.refused : undefined,
  }
}
