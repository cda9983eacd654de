import type { Html } from '../../../contract/html.ts'
import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import { fieldId } from '../../../ui/say.ts'
import type { WholeDeal } from '../model/read.ts'
import { dealAnswer } from '../model/records.ts'
import { type Actor, isReader, type Party, readsWords, talksFor } from '../model/rules.ts'
import { asShown } from '../model/saying.ts'
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

/**
 * For whom a button is, to a person who hears a page where one says words for several; on the
 * ticket of a notice, whose threads stand side by side, to whom.
 */
export const named = (
  act: string,
  { whole, who, words, party }: Pick<DealThread, 'whole' | 'who' | 'words'> & { party: Party },
): Html | false => {
  if (isReader(party, who)) return isByNotice(who, whole) && withOthers(act, { whole, who, words })
  const name = who.private ? party.name || words.someone : words.thisPerson
  return html` aria-label="${words.actFor(act, name)}"`
}

/** *J’ai vu (Malo)*: over http, where nobody is named, the act alone. */
export const withOthers = (
  act: string,
  { whole, who, words }: Pick<DealThread, 'whole' | 'who' | 'words'>,
): Html | false => {
  const others = whole.parties.filter(party => !isReader(party, who))
  const names = words.and(others.map(({ name }) => name || words.someone))
  return isByNotice(who, whole) && who.private && html` aria-label="${act} (${names})"`
}

/** A title in a thread: on the ticket of a notice it stands under that of the thread. */
export const titleIn = ({ who, whole }: DealThread, title: string): Html =>
  isByNotice(who, whole) ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`

/**
 * What each form of a thread carries besides: where it stands; on the ticket of a notice, which of
 * its threads.
 */
export const carried = ({ at, who, whole }: DealThread): Readonly<Record<string, string>> => ({
  from: at,
  ...(isByNotice(who, whole) ? { id: whole.row.id } : {}),
})
export const isByNotice = ({ ticket }: Actor, { row }: WholeDeal): boolean =>
  ticket !== undefined && ticket !== row.id
/** The same, of one party. */
export const tokenOf = (thread: DealThread, place: number): Html =>
  html`${thread.kit.form()}${hidden({ ...carried(thread), party: place })}`
/** The same, of what answers what the page shows. */
export const answerToken = (thread: DealThread, place: number): Html =>
  html`${tokenOf(thread, place)}${hidden(asShown(thread.whole))}`

/** A form of this thread was refused, and stands here again. */
export const cameBack = ({ who, whole }: Pick<DealThread, 'who' | 'whole'>): boolean =>
  who.again !== undefined &&
  (!isByNotice(who, whole) || one(who.again.input, 'id') === whole.row.id)

/** What came back of the forms of one party. */
export const backOf = ({ who, whole }: Pick<DealThread, 'who' | 'whole'>, place: number) =>
  cameBack({ who, whole }) && who.again && one(who.again.input, 'party') === String(place)
    ? who.again
    : undefined

/**
 * A field of the form of one party: each has forms of their own on one page. After a refusal, what
 * was typed comes back in theirs, and the mistake leads to it.
 *
 * Shape   `typed`: undefined where the form did not come back. `says`: what the form with that
 *         field says, of several that have one of this name.
 */
export function fieldOf(
  { who, whole }: DealThread,
  place: number,
  name: string,
  says?: string,
): Readonly<{ id: string; typed: string | undefined; error: string | undefined }> {
  const back = backOf({ who, whole }, place)
  const several = isByNotice(who, whole)
  const own = back && (says === undefined || says === one(back.input, 'says')) ? back : undefined
  const isWrong = own?.field === name
  return {
    id: isWrong ? fieldId(name) : `${fieldId(name)}-${place}${several ? `-${whole.row.id}` : ''}`,
    typed: own && one(own.input, name),
    error: isWrong ? own.refused : undefined,
  }
}

/**
 * The place that they typed beside a moment; undefined where they left what their form showed
 * (`placeShown`), or it asked for none.
 */
export function placeTyped(thread: DealThread, place: number): string | undefined {
  const input = backOf(thread, place)?.input
  const typed = input && one(input, 'where')
  return input && typed !== one(input, 'placeShown') ? typed : undefined
}

/** A short text to write for a field of an answer, with its longest length. */
export const answerArea = ({
  name,
  value,
  ...field
}: Readonly<{
  id: string
  name: 'said' | 'story' | 'thanks'
  label: string
  hint?: string
  error: string | undefined
  value: string
}>): Html =>
  formField({
    ...field,
    control: about =>
      textArea(
        { class: 'short', id: field.id, name, maxlength: dealAnswer.fields[name].longest },
        value,
        about,
      ),
  })
