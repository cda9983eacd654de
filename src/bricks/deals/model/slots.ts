import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { dealFigures } from './figures.ts'
import { deal } from './records.ts'

export const modelSlots: ModelSlots<typeof fr> = {
  answered: (id, read) =>
    read.count(deal, { where: 'instr(about, ?) > 0', with: [id] }, 'home') > 0,
  indicator: dealFigures,
}
