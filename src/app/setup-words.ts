import type { Lang } from '../core/lang.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { communesWords } from '../data/communes-words.ts'
import { openingWords } from '../web/session/opening-words.ts'
import { setup as en } from './setup-words/en.ts'
import { setup as fr } from './setup-words/fr.ts'

const wordsIn = (lang: Lang, own: typeof fr) => ({
  ...communesWords(lang),
  ...openingWords(lang),
  ...own,
})
const words = nullPrototype({ fr: wordsIn('fr', fr), en: wordsIn('en', en) })
/** The first opening, with the words of its code and of the communes that are typed. */
export const setupWords = (lang: Lang): ReturnType<typeof wordsIn> => words[lang]
