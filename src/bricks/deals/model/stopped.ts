import { type Hand, OWN_DEVICE } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { type WholeDeal, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { AWAY, type Party, STOPPED } from './rules.ts'

/**
 * Who writes to somebody no more: since one of their words was told to the keeper and not looked at
 * yet, or since the keeper stopped it.
 */

/** The device of a visitor as a thread keeps it; the box's own computer is everybody's. */
export const handOf = (hand: Hand | undefined): string | undefined =>
  hand === undefined || hand.device === OWN_DEVICE ? undefined : `${hand.run} ${hand.device}`

const WHERE = `why = '${STOPPED}' OR id IN (SELECT deal FROM deal_answer_home
  WHERE says = 'insult' AND judged IS NULL AND removed IS NOT 1)`

type Asked = Readonly<{ from: string; to: string; hand: string | undefined }>
/**
 * Whether one may not write to the other now, both by their keys.
 *
 * Law     a visitor is known by their first name, or by their device while the server runs.
 */
export const isStopped = (read: Reader, { from, to, hand }: Asked): boolean =>
  wholesFrom(read, read.list(deal, { where: WHERE, order: 'id' }, 'home')).some(whole =>
    hurts(whole).some(
      ({ by, from: key, isVisitor }) =>
        by === to && (key === from || (isVisitor && hand !== undefined && whole.row.hand === hand)),
    ),
  )

/** Whether a party may not write to another of its own thread now. */
export const isStoppedIn = (
  read: Reader,
  { parties }: Pick<WholeDeal, 'parties'>,
  { key }: Pick<Party, 'key'>,
): boolean =>
  parties.some(to => to.key !== key && isStopped(read, { from: key, to: to.key, hand: undefined }))

/**
 * Whether the keeper stopped somebody of that box, by the first name that they gave, from writing
 * to that person.
 */
export const isStoppedThere = (
  read: Reader,
  { box, guest, to }: Readonly<{ box: string; guest: string; to: string }>,
): boolean =>
  guest !== '' &&
  wholesFrom(read, read.list(deal, { where: STOPPED_THERE, with: [box] }, 'home')).some(
    whole =>
      isSameName(whole.row.guest, guest) &&
      hurts(whole).some(({ by, from }) => by === to && from === AWAY),
  )
const STOPPED_THERE = `why = '${STOPPED}' AND box = ?`

/** Whose word hurt whom in a thread, where it still stops the one who said it. */
function hurts({
  row,
  said,
  parties,
}: WholeDeal): readonly Readonly<{ by: string; from: string; isVisitor: boolean }>[] {
  return said.flatMap(report => {
    const isOpen = report.says === 'insult' && report.judged == null
    const stops = report.says === 'insult' && report.judged === 'hidden' && row.why === STOPPED
    const word = isOpen || stops ? said.find(({ id }) => id === report.reports) : undefined
    const from = word && parties.find(({ key }) => key === word.key)
    return from ? [{ by: report.key, from: from.key, isVisitor: from.ticket !== undefined }] : []
  })
}
