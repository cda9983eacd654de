import type { Print } from '../../../contract/page.ts'
import { dayPlain } from '../../../text/days.ts'
import { piecesToBringBack } from '../model/packed.ts'
import { timesIn } from '../model/read.ts'
import { thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { bookingRead } from './booking-read.ts'
import { backHead, backLines } from './bring-back.ts'
import { amissLines, bringLines } from './on-ticket.ts'

/** The kind of the print. */
export const SLIP = 'ma-reservation'

/**
 * A booking on A5, for the door of the fridge: what, when, where, whom to see, the word, what to
 * bring, what to bring back. It names nobody.
 */
export const bookingPrint: Print<typeof fr> = {
  kind: SLIP,
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words) => {
    const { lang, today, params, private: isPrivate } = kit.request
    const found = isPrivate ? bookingRead(kit, read, params['id'] ?? '') : undefined
    if (!found) return undefined
    const { row, of } = found
    const span = timesIn(row)
    const when = span ? words.when(span, today) : (row.startsOn ?? '')
    const context = { kit, read, words }
    const pieces = piecesToBringBack(read, row, of)
    const back = backLines({ row, of }, context, { pieces: false })
    const whom = [of.who, of.reach && kit.told(thing, 'reach', of.reach)].filter(Boolean)
    return {
      ...{ title: `${of.title}, ${when}`, lang, size: 'a5', layout: 'flow', points: 13, least: 9 },
      fits: 1,
      blocks: [
        { is: 'title', words: of.title ?? '', size: 'sheet' },
        { is: 'heading', words: when },
        ...(row.state === 'booked' ? amissLines(of, { read, words }) : []).map(b => ({
          ...{ is: 'words' as const, words: [{ b }] },
        })),
        ...bringLines(of, context).map(words => ({ is: 'words' as const, words })),
        ...(whom.length === 0
          ? []
          : [{ is: 'words' as const, words: `${words.ticket.whom} ${whom.join(', ')}` }]),
        ...(row.word === null
          ? []
          : [{ is: 'code' as const, code: row.word, says: words.handing.slip.says }]),
        ...(back.length === 0
          ? []
          : [
              { is: 'heading' as const, words: backHead(of, context) },
              ...back.map(words => ({ is: 'words' as const, words })),
            ]),
        ...(pieces.length === 0
          ? []
          : [
              {
                is: 'blanks' as const,
                blanks: [{ label: words.tending.sheetPieces, ticks: pieces }],
              },
            ]),
      ],
      foot: [kit.territory?.name ?? '', words.calendar.printedOn(dayPlain(today, lang))],
    }
  },
}
