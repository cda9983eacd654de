import { lazy } from '../../core/lazy.ts'
import * as files from './lexicon.cjs'

/**
 * Other names of the same thing or act: *bicyclette* of *vélo*, *ravauder* of *repriser*. An offer
 * of the one answers a request for the other. Nouns are in the singular, verbs in the infinitive.
 *
 * Shape   pairs of folded words. No word is in both lists, so that a noun gives nouns alone.
 * Law     each of two synonyms is the other's.
 * Source  the French thesaurus of LibreOffice (LGPL 2.1+), by the Debian package `mythes-fr`, whose
 *         pairs were read one by one: `bin/make-french.ts`, docs/decisions/0073.
 */
const synonyms = lazy((): ReadonlyMap<string, readonly string[]> => {
  const { nouns, verbs } = files.thesaurus()
  const byWord = new Map<string, string[]>()
  const add = (word: string, other: string): void => {
    byWord.set(word, [...(byWord.get(word) ?? []), other].sort())
  }
  for (const pair of [...nouns.split(' | '), ...verbs.split(' | ')]) {
    const [one = '', other = ''] = pair.split(' ')
    add(one, other)
    add(other, one)
  }
  return byWord
})

/** The synonyms of a folded word, sorted. */
export const synonymsOf = (word: string): readonly string[] => synonyms().get(word) ?? []
