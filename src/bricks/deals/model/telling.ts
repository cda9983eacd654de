import type { DecideContext } from '../../../contract/command.ts'
import { type Draft, draft, type Forgetting, type Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { membersKnown, type SaidOn, type WholeDeal } from './read.ts'
import { deed } from './records.ts'
import { type Party, type Says, storyOf, thanksOf } from './rules.ts'
import type { Saying } from './sides.ts'
import { storyFault, toldOf } from './story.ts'
import { besideWhich } from './told-beside.ts'

/** *Racontez en une phrase, au passé*: what was done, as its people tell it. */

type Words = typeof fr
const say: Say<Words> = message

/** An answer as its form has it. `typed`: the thank-you in it, null where there is none. */
type Telling = Readonly<{ says: Says; input: Input; typed: string | null }>

/**
 * What a party says of telling: the sentence where they wrote another one than stands, their
 * thank-you, whether under their name. Of a deal with another box, its own sentence is told. An
 * answer by one button leaves the thank-you as it was; one of anything else says nothing of it.
 */
export function tellingIn(
  whole: WholeDeal,
  party: Party,
  { says, input, typed }: Telling,
  read: Reader,
): Pick<Saying, 'thanks' | 'named' | 'story'> | Refusal {
  if (says !== 'tell' && says !== 'keep') return {}
  const isForm = one(input, 'says') === 'thank'
  if (isForm && says === 'keep' && writesStory(whole, input))
    return { refused: say('tickStory'), field: 'story' }
  const before = thanksOf(whole.said, party.key)
  if (isForm && says === 'keep' && (typed === null || typed === before))
    return { refused: say('tickOrThank') }
  const isNamed = says === 'tell' && one(input, 'named') !== ''
  const kept = { thanks: isForm ? typed : before, named: isNamed }
  if (says === 'keep' || whole.row.box !== null) return kept
  const stands = storyOf(whole.said)
  const story = one(input, 'story') || stands
  if (story === undefined) return { refused: say('sayStory'), field: 'story' }
  if (story.length > LONGEST_STORY) return { refused: say('storyTooLong'), field: 'story' }
  const now = { key: party.key, says, named: isNamed, thanks: null }
  const fault = storyFault(
    story,
    { ...whole, said: [...whole.said, now] },
    party,
    othersThan(whole, read),
  )
  if (fault) return { refused: say(fault), field: 'story' }
  return { ...kept, ...(story === stands ? {} : { story }) }
}
const LONGEST_STORY = 200

/** Whether somebody wrote another sentence than those that their form may have begun with. */
const writesStory = ({ row, said }: WholeDeal, input: Input): boolean => {
  const story = one(input, 'story')
  return row.box === null && story !== '' && !said.some(before => before.story === story)
}

/** Names of those whom this box knows, but of its people. */
const othersThan = ({ parties }: WholeDeal, read: Reader): readonly string[] =>
  membersKnown(read).flatMap(({ id, name }) =>
    parties.some(party => party.member === id) ? [] : name,
  )

/** The wider copy, written only when everybody in the deal agreed. */
export function tellDraft(
  whole: WholeDeal,
  said: readonly SaidOn[],
  { read, at, words }: DecideContext<Words>,
): Draft {
  const { row, parties } = whole
  const what = (row.box === null ? storyOf(said) : undefined) ?? row.what ?? ''
  const told = toldOf(what, { parties, said }, othersThan(whole, read), words.plainly)
  const who = told.who.length > 0 ? words.and(told.who) : null
  const beside = besideWhich({ ...whole, said }, who).map(({ id }) => id)
  // A notice that is read by card is named whatever stands beside it: it keeps the deed to cards.
  // The writer may not read it on this connection: it is asked by its id.
  const byCard = (row.about ?? []).filter(id => read.isByCard(id))
  const about = [...new Set([...byCard, ...beside.filter(id => !read.staysHere(id))])]
  return draft(deed, at.newId(), {
    title: told.title,
    ...(who === null ? {} : { who }),
    ...(about.length > 0 ? { about } : {}),
    doneOn: row.doneOn ?? at.today,
    commune: row.commune,
    thanks: told.thanks.map(({ saying, from }) => words.thanked(saying, from)),
    parties: row.parties ?? [],
    keyedBy: row.keyedBy ?? [],
    ...(row.box === null ? {} : { box: row.box }),
  })
}

/** What was told goes for good, what waits to be read too, unless nothing of it is left already. */
export const forgotten = (record: string, read: Reader): readonly Forgetting[] =>
  (read.one(deed, record, 'home')?.title ?? null) !== null ||
  read.history(deed.name, record).some(line => line.value !== undefined && line.field !== 'removed')
    ? [{ type: deed.name, record }]
    : []
