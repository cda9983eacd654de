import { keptBy } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import { capital } from '../../../text/capital.ts'
import { chargesLeft, thingGiven } from '../model/charges.ts'
import { memberOf } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { CARDS } from './on-cards.ts'
import { daysSaid } from './pages-charges.ts'

/**
 * A paper to cut out for each who is in charge of a thing: what it is, until when, and what they
 * may do.
 *
 * Law     11: the keeper prints it and hands each their own. It names nobody else.
 */
export const chargeSlips: Print<typeof fr> = {
  kind: 'charges',
  who: 'keeper',
  make: (kit, read, words): Paper | undefined => {
    if (!kit.request.private) return undefined
    const w = words.charges.slip
    const each = chargesLeft(read, kit.request.today).flatMap((row): (readonly PrintBlock[])[] => {
      const over = thingGiven(read, kit.ownerOf, row.over ?? '')
      const name = memberOf(read, row.person ?? '')?.name ?? ''
      if (!over) return []
      return [
        [
          { is: 'words', words: w.of(name) },
          { is: 'title', words: over.title },
          { is: 'words', words: `${capital(daysSaid(row, kit, words))}.` },
          {
            is: 'small',
            words: `${w.may} ${w.back} ${capital(words.prints.keeper(keptBy(read)))}`,
          },
        ],
      ]
    })
    return each.length === 0
      ? undefined
      : { title: w.title, lang: kit.request.lang, ...CARDS, each }
  },
}
