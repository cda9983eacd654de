import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { Letter } from '../../../contract/letter.ts'
import type { Reader } from '../../../contract/reader.ts'
import { source } from '../../../core/pattern.ts'
import type { fr } from '../words/fr.ts'
import { toldLetters } from './away.ts'
import { type DealRow, noticeFor, openAbout, type WholeDeal, wholeFrom } from './read.ts'
import { deal } from './records.ts'
import { goesOnce } from './rules.ts'

const DAY = source`
  (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday
  |saturday|sunday)
`
const PART = String.raw`(?:matin|midi|après-midi|soir|morning|afternoon|evening)`
const SAID_DAY = new RegExp(String.raw`\b${DAY}(?: ${PART})?(?!\p{L})`, 'iu')

/**
 * The day of the week that a text says, and nothing else of it: the rest may be the words of
 * somebody who is forgotten.
 */
const dayIn = (text: string | null): string | null =>
  SAID_DAY.exec(text ?? '')?.[0].toLowerCase() ?? null

/**
 * A deal under way goes with whoever is forgotten; the others of this box, who may wait for it, are
 * told that one ended.
 *
 * Law     nothing of the forgotten person is in it: no name, no sentence, no number, no notice of
 *         theirs; of *quand*, a day of the week.
 */
export function endedWith(
  member: string,
  read: Reader,
  at: CommandContext,
  words: typeof fr,
): readonly Draft[] {
  const where = "instr(parties, ?) > 0 AND state IN ('proposed', 'agreed')"
  return read
    .list(deal, { where, with: [member] }, 'home')
    .flatMap(row => ended(row, member, { read, at, words }))
}

function ended(
  row: DealRow,
  member: string,
  { read, at, words }: DecideContext<typeof fr>,
): readonly Draft[] {
  const parties = (row.parties ?? []).filter(one => one !== member)
  if (parties.length === 0) return []
  const isTheirs = (id: string): boolean => parties.includes(noticeFor(read, id)?.author ?? '')
  const fields = {
    what: words.plainly,
    when: dayIn(row.when),
    about: (row.about ?? []).filter(isTheirs),
    parties,
    keyedBy: (row.keyedBy ?? []).filter(one => one !== member),
    state: 'fallen',
    why: 'ended',
    unseen: parties.map((_, place) => String(place)),
  } as const
  return [draft(deal, at.newId(), fields)]
}

/**
 * What goes once is somebody's now: whoever else asked is told, as far as this person may tell
 * them.
 */
export function othersTaken(
  { row, notices }: WholeDeal,
  read: Reader,
  at: CommandContext,
): Readonly<{ drafts: readonly Draft[]; letters: readonly Letter[] }> {
  const once = notices.filter(({ mode }) => goesOnce(mode))
  const others = once
    .flatMap(({ id }) => openAbout(read, id))
    .filter(one => one.id !== row.id && one.state === 'proposed' && one.asked !== true)
  const mine = others.filter(
    one =>
      at.by === 'keeper' || [...(one.parties ?? []), ...(one.keyedBy ?? [])].includes(at.me ?? ''),
  )
  const fallen = { state: 'fallen', why: 'taken' } as const
  return {
    drafts: mine.map(one => {
      const unseen = wholeFrom(read, one).parties.flatMap((party, place) =>
        party.away !== undefined || party.member === at.me ? [] : [String(place)],
      )
      return draft(deal, one.id, { ...fallen, unseen })
    }),
    letters: mine.flatMap(one =>
      toldLetters(read, { ...one, ...fallen }, wholeFrom(read, one).said),
    ),
  }
}
