import type { Slots } from '../../../../contract/slots.ts'
import { notice } from '../../../../ui/board.ts'
import { KEYING } from '../../model/handing/paths.ts'
import { openedBy } from '../../model/handing/said-words.ts'
import { bookingOf, thingOf } from '../../model/read.ts'
import type { fr } from '../../words/fr.ts'
import { sees } from '../reading.ts'
import { thingsKept } from './reading.ts'

/** A word that is typed in the search leads whoever is in charge to where it is keyed. */
export const wordFound: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  if (kit.request.by === 'visitor' || !kit.request.private) return undefined
  const opened = openedBy(read, asked)
  if (opened === undefined) return undefined
  const thing = opened.type === 'booking' ? bookingOf(read, opened.record)?.thing : undefined
  const row = thing ? thingOf(read, thing) : undefined
  const isTheirs =
    opened.type === 'booking'
      ? row !== undefined && sees(kit, read, row)
      : thingsKept(kit, read).length > 0
  if (!isTheirs) return undefined
  const { handing } = words
  const href = `${KEYING}?mot=${encodeURIComponent(asked)}`
  const title = row?.title ?? handing.blanks
  return {
    title: handing.keyIt,
    items: [notice({ title: handing.keyWord(title), href })],
  }
}
