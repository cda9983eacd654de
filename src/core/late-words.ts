import { bare } from './bare.ts'
import { late } from './late.ts'
import { wordsRead } from './words-read.cjs'

/**
 * The words of a folder, for a brick (`words: lateWords<typeof fr>(…)`). Each language is loaded at
 * its first use.
 */
export function lateWords<W extends object>(folder: string): Readonly<{ fr: W; en: W }> {
  const fr = late(() => bare(wordsRead<W>(folder, 'fr')))
  const en = late(() => bare(wordsRead<W>(folder, 'en')))
  return {
    get fr() {
      return fr()
    },
    get en() {
      return en()
    },
  }
}
