import { lazy } from './lazy.ts'
import { nullPrototype } from './null-prototype.ts'
import { wordsRead } from './words-read.cjs'

/**
 * The words of a brick or a room in both languages, from the files `fr.ts` and `en.ts` of a folder
 * (`words: lazyWords<typeof fr>(…)`). Each language is loaded at its first use: the writer’s thread
 * says nothing to anybody, and loads neither.
 */
export function lazyWords<W extends object>(folder: string): Readonly<{ fr: W; en: W }> {
  const fr = lazy(() => nullPrototype(wordsRead<W>(folder, 'fr')))
  const en = lazy(() => nullPrototype(wordsRead<W>(folder, 'en')))
  return {
    get fr() {
      return fr()
    },
    get en() {
      return en()
    },
  }
}
