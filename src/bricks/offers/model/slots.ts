import { counted } from '../../../contract/counted.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { need, offer } from './records.ts'
import { alert } from './records-matching.ts'

/** What was published, finished or not. Somebody stands behind each notice. */
function indicator(
  read: Reader,
  words: typeof fr,
  { since, communes }: FiguresAsked,
): readonly Indicator[] {
  const w = words.indicators
  const of = { counts: 'people', since, communes, by: ['commune', 'themes'] } as const
  return [
    ...counted(read, { ...of, id: 'offers.offers', words: w.offers, table: offer.name }),
    ...counted(read, { ...of, id: 'offers.needs', words: w.needs, table: need.name }),
    ...counted(read, {
      ...of,
      id: 'offers.hands',
      words: w.hands,
      table: need.name,
      where: 'hand = 1',
    }),
  ]
}

export const modelSlots: ModelSlots<typeof fr> = {
  fate: (type, id, read) => {
    if (type === alert.name) return read.one(alert, id, 'home') ? { state: 'watched' } : undefined
    const of = [offer, need].find(({ name }) => name === type)
    const row = of && read.one(of as typeof offer, id)
    if (!of || row) return row?.state === 'closed' ? { state: 'closed' } : undefined
    const why = read.all(`SELECT hiddenWhy FROM "${of.name}_home" WHERE id = ?`, id)[0]?.[
      'hiddenWhy'
    ]
    return typeof why === 'string' ? { state: 'off', why } : undefined
  },
  indicator,
}
