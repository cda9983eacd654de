import type { Lang } from '../../core/lang.ts'
import { lazy } from '../../core/lazy.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { communesWords } from '../../data/communes-words.ts'
import { openingWords } from '../../web/session/opening-words.ts'
import type { fr } from './setup-words/fr.ts'

const own = lazyWords<typeof fr>(`${import.meta.dirname}/setup-words`)
const wordsIn = (lang: Lang) =>
  nullPrototype({ ...communesWords(lang), ...openingWords(lang), ...own[lang] })
const words = { fr: lazy(() => wordsIn('fr')), en: lazy(() => wordsIn('en')) }
/** The first opening, with the words of its code and of the communes that are typed. */
export const setupWords = (lang: Lang): ReturnType<typeof wordsIn> => words[lang]()
