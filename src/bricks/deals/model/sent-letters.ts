import type { Draft, Refusal } from '../../../contract/decision.ts'
import type { Letter } from '../../../contract/letter.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { actsText, type DealAct, hasRoomFor } from './acts.ts'
import { isRecognised } from './boxes.ts'
import type { DealRow, SaidOn, WholeDeal } from './read.ts'
import { AWAY, SAYS, type Says, type State, whyOf } from './rules.ts'
import { handedHere } from './slip-days.ts'

/**
 * The letters that say a deal to the other box. Words, and what came with them, travel in letters
 * of their own, which tell everything: `words` of the side that asks, `toldWords` of the box that
 * decides. A letter that boxes of every age read goes beside, with the acts that those know; a box
 * that reads words leaves it unread (`beside`).
 */

const say: Say<typeof fr> = message

/** What a letter that asks says of a deal, and of who asks what they ticked. */
export type DealAsking = Readonly<{
  id: string
  box: string
  notice: string
  what: string | null
  when: string | null
  where: string | null
  who: string
  phone: string | null
  /** Of what that box said: what was handed over here. */
  handed?: readonly string[]
  /** The answers that were said in it, by which somebody here takes some of the notice. */
  parts?: readonly string[]
}>

const given = (
  fields: Readonly<Record<string, string | null | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )

const oldActOf = ({ id, says, on, named, thanks, when, answers }: SaidOn): DealAct => ({
  id,
  says,
  on,
  named,
  thanks,
  when,
  ...(answers ? { answers } : {}),
})
const actOf = (one: SaidOn): DealAct => ({
  ...oldActOf(one),
  ...(one.said ? { said: one.said } : {}),
  ...(one.where ? { where: one.where } : {}),
  ...(one.story ? { story: one.story } : {}),
  ...(one.reports ? { reports: one.reports } : {}),
})

/** What leaves: never what was taken back, nor what only a keeper here was told. */
const leaves = ({ says, judged }: SaidOn): boolean =>
  says !== 'back' && (says !== 'insult' || judged === 'hidden')
const isOld = (says: Says): boolean => SAYS.includes(says)
const saysWords = ({ says, where, story }: SaidOn): boolean =>
  !isOld(says) || Boolean(where) || Boolean(story)

/**
 * The same acts for a box that reads no words: what was proposed is a yes to the first moment, or
 * another moment.
 */
const oldActs = (said: readonly SaidOn[]): readonly SaidOn[] =>
  said.flatMap((one, i): readonly SaidOn[] => {
    if (one.says !== 'propose') return isOld(one.says) ? [one] : []
    const isFirst = said.slice(0, i).every(({ says }) => !PROPOSING.has(says))
    return [{ ...one, says: isFirst ? 'yes' : 'other' }]
  })
const PROPOSING: ReadonlySet<Says> = new Set(['yes', 'other', 'propose'])

/** The letters of the side that asks: all that was said here. */
export function askLetters(asking: DealAsking, own: readonly SaidOn[]): readonly Letter[] {
  const { id, box, notice, what, when, where, who, phone, handed = [], parts = [] } = asking
  const said = own.filter(leaves)
  const letter = (command: string, acts: readonly DealAct[], more = {}): Letter => ({
    to: box,
    about: id,
    brick: 'deals',
    command,
    input: { ...given({ notice, what, when, where, who, phone }), ...more, acts: actsText(acts) },
  })
  const old = oldActs(said).map(oldActOf)
  if (!said.some(saysWords) && handed.length === 0) return [letter('says', old)]
  const words = letter('words', said.map(actOf), {
    ...(handed.length > 0 ? { handed } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  })
  const first = said.find(({ says }) => says === 'propose')
  const proposed = given({ when: when ?? first?.when, where: where ?? first?.where })
  return old.length > 0 ? [words, letter('says', old, { ...proposed, ...BESIDE })] : [words]
}
export const BESIDE = { beside: 'words' }

/**
 * The letters of the box that decides, to a box that the keeper here knows. `now`: what is being
 * written of the slips of the thread.
 */
export const toldLetters = (
  read: Reader,
  row: DealRow,
  said: readonly SaidOn[],
  now: readonly Draft[] = [],
): readonly Letter[] =>
  row.box !== null && row.asked !== true && isRecognised(read, row.box)
    ? told(row, said, handedHere(read, row, now))
    : []

/** Where the deal stands, and all that was said of it: what they said themselves is only named. */
function told(row: DealRow, all: readonly SaidOn[], handed: readonly string[]): readonly Letter[] {
  const said = all.filter(leaves)
  const { id, box, peer, state, when, where, doneOn, why, deed, heard } = row
  const letter = (
    command: string,
    fields: Parameters<typeof given>[0],
    acts: string,
    more: Input = {},
  ): Letter => ({
    to: box ?? '',
    about: id,
    brick: 'deals',
    command,
    input: {
      ...given({ yours: peer, when, doneOn, why: whyOf(why), deed, ...fields }),
      heard: heard ?? [],
      acts,
      ...more,
    },
  })
  const old = oldActs(said).map(one =>
    one.key === AWAY ? { ...oldActOf(one), thanks: null, when: null, yours: true } : oldActOf(one),
  )
  if (!said.some(saysWords) && handed.length === 0)
    return [letter('told', { state }, actsText(old))]
  const acts = said.map(one => (one.key === AWAY ? named(one) : actOf(one)))
  const more = handed.length > 0 ? { handed } : {}
  const words = letter('toldWords', { state, where }, actsText(acts), more)
  const known = OLD_STATE[(state ?? 'proposed') as State]
  return known === undefined
    ? [words]
    : [words, letter('told', { ...BESIDE, ...known }, actsText(old))]
}
const named = ({ id, says }: SaidOn): DealAct => ({
  ...{ id, yours: true, says, on: null, named: false, thanks: null, when: null },
})
/** How a box that reads no words is told where a thread stands: nothing while it is words alone. */
const OLD_STATE: Readonly<Record<State, Readonly<{ state: State; why?: string }> | undefined>> = {
  talking: undefined,
  proposed: { state: 'proposed' },
  agreed: { state: 'agreed' },
  done: { state: 'done' },
  fallen: { state: 'fallen' },
  ended: { state: 'fallen', why: 'takenBack' },
}

/** What the other box is told of an act of this side, if one shares the deal. */
export function sentOf(
  read: Reader,
  { row, parties, said }: WholeDeal,
  changed: Partial<DealRow>,
  now: SaidOn,
): readonly Letter[] {
  if (row.box === null) return []
  return row.asked === true
    ? askLetters(askingOf({ row: { ...row, ...changed }, parties }, read), [...ownOf(said), now])
    : toldLetters(read, { ...row, ...changed }, [...said, now])
}
/** The letters that say again all that is said, where slips of the thread were handed over. */
export function handedLetters(
  read: Reader,
  whole: WholeDeal,
  now: readonly Draft[],
): readonly Letter[] {
  const { row, said } = whole
  const isNews = handedHere(read, row, now).join() !== handedHere(read, row).join()
  if (!isNews || row.box === null || !isRecognised(read, row.box)) return []
  return row.asked === true
    ? askLetters(askingOf(whole, read, now), ownOf(said))
    : toldLetters(read, row, said, now)
}
/** Why no letter can take this act: the box is not known here, or the letters would be too long. */
export function unsendable(
  read: Reader,
  { row, parties, said, notices }: WholeDeal,
  now: SaidOn,
): Refusal | undefined {
  if (row.box === null) return undefined
  const called = parties.find(({ away }) => away !== undefined)?.away || say('thatBox')
  if (!isRecognised(read, row.box))
    return { refused: say('notRecognised', called, notices[0]?.reach ?? null) }
  return tooLong({ row, said }, now)
}
/** The sentence where the letters would be too long with this act. */
export function tooLong(
  { row, said }: Pick<WholeDeal, 'row' | 'said'>,
  now: SaidOn,
): Refusal | undefined {
  const isRoom = row.box === null || hasRoomFor([...ownOf(said), now].filter(leaves).map(actOf))
  return isRoom ? undefined : { refused: say('longEnough') }
}
export const ownOf = (said: readonly SaidOn[]): readonly SaidOn[] =>
  said.filter(({ key }) => key !== AWAY)

/** What is asked there of a deal that stands here. */
export function askingOf(
  { row, parties }: Pick<WholeDeal, 'row' | 'parties'>,
  read: Reader,
  now: readonly Draft[] = [],
): DealAsking {
  const mine = parties.find(({ away }) => away === undefined)
  const { id, box, what, when, where, phone } = row
  const who = row.named === true ? (mine?.name ?? '') : ''
  const handed = handedHere(read, row, now)
  const parts = row.responses ?? []
  const notice = row.about?.[0] ?? ''
  return { id, box: box ?? '', notice, what, when, where, phone, who, handed, parts }
}
