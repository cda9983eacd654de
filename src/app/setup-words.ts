import type { Lang } from '../core/lang.ts'
import { communesWords } from '../data/communes-words.ts'
import { openingWords } from '../web/session/opening-words.ts'
import { setup as en } from './setup-words/en.ts'
import { setup as fr } from './setup-words/fr.ts'

/** The first opening, with the words of its code and of the communes that are typed. */
export const setupWords = (lang: Lang): typeof fr & ReturnType<typeof communesWords> & ReturnType<typeof openingWords> => ({
  ...communesWords(lang),
  ...openingWords(lang),
  ...(lang === 'en' ? en : fr),
})
