import { lazy } from './lazy.ts'
import { nullPrototype } from './null-prototype.ts'
import { wordsRead } from './words-read.cjs'

/**
 * The words of a folder, for a brick (`words: lazyWords<typeof fr>(…)`). Each language is loaded at
 * its first use.
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
