import type { Slots } from '../../core/slots.ts'
import type { fr } from './fr.ts'
import { BOX } from './pages.ts'

export const slots: Slots<typeof fr> = { tools: words => [{ href: BOX, words: words.title }] }
