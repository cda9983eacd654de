import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { SlipThread, StandingThread } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import { capital } from '../../../text/capital.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { sayRideNow } from '../../../ui/ride-now.ts'
import { relaysOf, type WordRow } from '../model/read.ts'
import { relay } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type On = Readonly<{ kit: Kit; read: Reader; words: Words }>

/**
 * What stands beside a word to hand over, on screen and on paper.
 *
 * Shape   `about`: *au sujet de « … »* · `now`: where its thread stands, a sentence each ·
 *         `answer`: how to answer, and to whom · `own`: the same, for that one on their screen;
 *         null where nothing is left to say · `path`: where the answer is written down ·
 *         `asksAt`: the same, while this word asks it.
 */
export type SlipLines = Readonly<{
  about?: string | undefined
  now: readonly string[]
  answer?: string | undefined
  own?: string | null | undefined
  path?: string | undefined
  asksAt?: string | undefined
}>

/** Of all these words at once: what is said in a thread is read there now, and kept by no word. */
export function slipLines(rows: readonly WordRow[], on: On): (row: WordRow) => SlipLines {
  const { kit, read } = on
  const about = rows.flatMap(({ id, about }) => (about === null ? [] : [{ id, about }]))
  const threads = about.length > 0 ? read.published.slipThreads?.(about, kit.request) : undefined
  return row => {
    const thread = threads?.get(row.id)
    return thread ? threadLines(row, thread, on) : { ...aboutOf(row, on), ...plainAnswer(row, on) }
  }
}

function aboutOf({ about }: WordRow, { read, words }: On): Pick<SlipLines, 'about'> {
  const called = about === null ? undefined : read.called(about)
  return called ? { about: words.slipAbout(called.title) } : {}
}
/** Of a word left outside a thread. */
const plainAnswer = (row: WordRow, on: On): Pick<SlipLines, 'now' | 'answer' | 'own'> => ({
  now: [],
  ...answerOf(row, false, on),
})

/** How one answers a word. Whoever takes the answer is not told to tell it to themselves. */
function answerOf(row: WordRow, isAsked: boolean, on: On): Pick<SlipLines, 'answer' | 'own'> {
  const w = on.words.handing.now
  const { who, isReader } = takerOf(on, row)
  const answer = (isAsked ? w.yesOrNo : w.tell)(who, row.reach)
  if (!isReader) return { answer }
  const own = [isAsked && w.ask, row.reach && w.directly(row.reach)].filter(Boolean)
  return { answer, own: own.join(' ') || null }
}

function threadLines(row: WordRow, thread: SlipThread, on: On): SlipLines {
  const { kit, words } = on
  const { title, state, ride, isAsked, isNoted, isLatest, isLast, path } = thread
  const w = words.handing.now
  const now = [...standing(row, thread, w), ...sayRideNow(ride, kit.request).map(w.sentence)]
  const over = state === 'ended' || state === 'done'
  return {
    ...(title === null || isInsulting(title) ? {} : { about: words.slipAbout(title) }),
    now,
    ...(isAsked || !over ? answerOf(row, isAsked, on) : {}),
    ...(isNoted ? { path } : {}),
    ...(isNoted && !over && (isLast || (isAsked && isLatest)) ? { asksAt: path } : {}),
  }
}

/** Where it stands, as far as the word does not say it itself. */
function standing(
  { said }: WordRow,
  { state, moment, isLatest }: SlipThread,
  w: Words['handing']['now'],
): readonly string[] {
  const isSaid = moment !== null && (said ?? '').includes(moment)
  const when = moment === null || isSaid || isInsulting(moment) ? null : moment
  if (state === 'agreed') return [w.agreed(when)]
  if (state === 'proposed') return when === null ? [] : [w.proposed(when)]
  return isLatest || state === 'talking' ? [] : [w.since[state]]
}

/** *Convenu avec Henri : dimanche, 14 h, au moulin, au sujet de « … »*; of what is asked, how. */
export function threadSaid(thread: StandingThread, on: On): string {
  const { title, moment, ride, isAsked, others, state } = thread
  const { handing, slipAbout } = on.words
  const w = handing.now
  const about = title === null || isInsulting(title) ? '' : slipAbout(title)
  const when = moment === null || isInsulting(moment) ? null : moment
  const agreed = state === 'agreed' ? w.agreedWith({ others, when, about }) : ''
  const now = sayRideNow(ride, on.kit.request).map(w.sentence)
  const asked = isAsked ? [about && w.sentence(capital(about)), w.yesOrNo(whoTakes(on), null)] : []
  return [agreed, ...asked, ...now].filter(Boolean).join(' ')
}

/** To whom one says an answer: the relay who has the word, or who prints; else the keeper. */
export const whoTakes = (on: On, row?: WordRow): string => takerOf(on, row).who

/** `isReader`: whoever reads takes the answer themselves. */
function takerOf(
  { kit: { request, territory }, read, words }: On,
  row?: WordRow,
): Readonly<{ who: string; isReader: boolean }> {
  const own = request.me === undefined ? [] : relaysOf(read, request.me)
  const id = row?.relay ?? own[0]?.id
  const shown = id === undefined ? undefined : read.one(relay, id)
  return shown
    ? {
        who: [shown.name, shown.where, shown.when, shown.phone].filter(Boolean).join(', '),
        isReader: own.some(one => one.id === id),
      }
    : { who: keeperSaid(territory, words.throughKeeper), isReader: request.by === 'keeper' }
}

/** A word on paper: nobody is handed an insult in ink. Whoever has no screen asks for it. */
export const saidOnPaper = (row: WordRow, on: On): string =>
  isInsulting(row.said ?? '')
    ? on.words.handing.insultUnprinted(whoTakes(on, row))
    : (row.said ?? '')
