import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { Letter } from '../../../contract/letter.ts'
import type { Reader } from '../../../contract/reader.ts'
import { source } from '../../../core/pattern.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import type { fr } from '../words/fr.ts'
import { type DealRow, keyOfNotice, noticeFor, type WholeDeal, wholesFrom } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { isHeldBy, isReader, isUnderWay, keyOfName } from './rules.ts'
import { toldLetters } from './sent-letters.ts'
import { inOrder } from './sides.ts'
import { goesToOne, noticesOf, openAbout } from './threads.ts'
import { withoutNames } from './without-names.ts'

const DAY = source`
  (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday
  |saturday|sunday)
`
const PART = String.raw`(?:matin|midi|après-midi|soir|morning|afternoon|evening)`
/** *7 décembre*: a near day is written so (`day-written.ts`). */
const MONTH = source`
  (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
  |january|february|march|april|may|june|july|august|september|october|november|december)
`
const DATE = String.raw`\d{1,2}(?:er)? ${MONTH}`
const SAID_DAY = new RegExp(String.raw`\b${DAY}(?: ${DATE})?(?:(?: au)? ${PART})?(?!\p{L})`, 'iu')

/**
 * The day that a text says, with its date, and nothing else of it: the rest may be the words of
 * somebody who is forgotten.
 */
export const dayIn = (text: string | null): string | null =>
  SAID_DAY.exec(text ?? '')?.[0].toLowerCase() ?? null

/**
 * A deal goes with whoever is forgotten. The others of this box keep what they said themselves, and
 * are told that one ended, where they may wait for it: who has no card by the keeper or a relay, of
 * what was proposed or agreed.
 *
 * Law     nothing of the forgotten person is in it: no name, no sentence, no number, no notice of
 *         theirs; of *quand*, the day alone.
 */
export function endedWith(
  member: string,
  read: Reader,
  at: CommandContext,
  words: typeof fr,
): readonly Draft[] {
  const rows = read.list(deal, { where: 'instr(parties, ?) > 0', with: [member] }, 'home')
  return wholesFrom(read, rows).flatMap(whole => ended(whole, member, { read, at, words }))
}

function ended(
  whole: WholeDeal,
  member: string,
  { read, at, words }: DecideContext<typeof fr>,
): readonly Draft[] {
  const { row, state } = whole
  const parties = (row.parties ?? []).filter(one => one !== member)
  const isOpen = isUnderWay(state)
  const names = isOpen && state !== 'talking' ? namesLeft(row) : []
  const id = at.newId()
  const own = inOrder(
    ownWords(whole, member, words).map(fields =>
      draft(dealAnswer, at.newId(), { ...fields, deal: id }),
    ),
  )
  const left = [...parties, ...names.map(keyOfName)]
  if (left.length === 0 || (!isOpen && own.length === 0)) return []
  const isTheirs = (id: string): boolean => {
    const notice = noticeFor(read, id)
    return notice !== undefined && left.includes(keyOfNotice(notice) ?? '')
  }
  const news = { why: 'ended', unseen: left.map((_, place) => String(place)) } as const
  const fields = {
    what: words.plainly,
    when: dayIn((whole.stands ?? row).when),
    about: (row.about ?? []).filter(isTheirs),
    parties,
    ...(names.length > 0 ? { names } : {}),
    keyedBy: (row.keyedBy ?? []).filter(one => one !== member),
    state: isOpen ? 'fallen' : 'ended',
    lived: at.lived(),
    ...(isOpen ? news : {}),
  } as const
  return [draft(deal, id, fields), ...own]
}

/** Those without a card; a ticket opens nothing of a deal that is gone. */
const namesLeft = ({ names, visitor }: DealRow): readonly string[] => [
  ...(names ?? []),
  ...(visitor === null ? [] : [visitor]),
]

/** What the others said, word by word, as far as it says nothing of who is forgotten. */
function ownWords(
  { parties, said }: WholeDeal,
  member: string,
  { someone }: typeof fr,
): readonly FieldsOf<typeof dealAnswer>[] {
  const others = parties.filter(one => one.member !== null && one.member !== member)
  const names = parties.filter(one => one.member === member).map(({ name }) => name)
  const without = (text: string): string | undefined =>
    saysHowToReach(text) ? undefined : withoutNames(text, names, someone)
  return said.flatMap(({ key, says, said: text, on }) => {
    const who = others.find(one => one.key === key)?.member
    const left = who && says === 'word' && text ? without(text) : undefined
    return who && left ? [{ member: who, says, said: left, on, saidBy: 'self' as const }] : []
  })
}

/**
 * What goes once is somebody's now: whoever else asked is told, as far as this person may tell
 * them.
 */
export function othersTaken(
  whole: WholeDeal,
  read: Reader,
  at: CommandContext,
): Readonly<{ drafts: readonly Draft[]; letters: readonly Letter[] }> {
  const once = noticesOf(whole).filter(one => goesToOne(read, one))
  const others = once
    .flatMap(({ id }) => openAbout(read, id))
    .filter(one => one.id !== whole.row.id && one.state === 'proposed' && one.asked !== true)
  const mine = wholesFrom(read, others).filter(
    ({ row: { parties, keyedBy }, ...one }) =>
      at.by === 'keeper' ||
      [...(parties ?? []), ...(keyedBy ?? [])].includes(at.me ?? '') ||
      one.parties.some(party => isHeldBy(party, at.ticket)),
  )
  const fallen = { state: 'fallen', why: 'taken' } as const
  return {
    drafts: mine.map(({ row: { id }, parties }) => {
      const unseen = parties.flatMap((party, place) =>
        party.away !== undefined || isReader(party, at) ? [] : [String(place)],
      )
      return draft(deal, id, { ...fallen, unseen })
    }),
    letters: mine.flatMap(one => toldLetters(read, { ...one.row, ...fallen }, one.said)),
  }
}
