import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { source } from '../../../core/pattern.ts'
import type { fr } from '../words/fr.ts'
import { type DealRow, noticeFor } from './read.ts'
import { deal } from './records.ts'

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
export const dayIn = (text: string | null): string | null =>
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
