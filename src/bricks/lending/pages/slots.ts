import type { Slots } from '../../../contract/slots.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

export const slots: Slots<typeof fr> = {
  menu: words => [{ order: 90, href: PATH, words: words.menu }],
}
