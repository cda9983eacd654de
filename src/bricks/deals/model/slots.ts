import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { dealFigures } from './figures.ts'
import { seenByKey } from './news.ts'
import { deal } from './records.ts'
import { ABOUT } from './threads.ts'
import { besideNotice, fateOf, fateOfNotice, fateOfPart, withdrawn } from './ticketed.ts'

export const modelSlots: ModelSlots<typeof fr> = {
  answered: (id, read) => read.count(deal, { where: ABOUT, with: [id] }, 'home') > 0,
  indicator: dealFigures,
  fate: (type, id, read) =>
    type === deal.name
      ? fateOf(id, read)
      : type === 'offer' || type === 'need'
        ? fateOfNotice(id, read)
        : type === 'response'
          ? fateOfPart(id, read)
          : undefined,
  withdrawn: (type, id, read) => (type === deal.name ? withdrawn(id, read) : undefined),
  byNotice: besideNotice,
  sees: seenByKey,
}
