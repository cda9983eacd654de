import { type Word, wordsIn } from './sentence.ts'
import { GOES, RIDES, TIES, TOWARDS } from './small.ts'

/** Where a sentence goes, and whether it goes anywhere. */

/** Where one goes: as it is compared, as it was written. */
export type Goal = Readonly<{ key: string; said: string }>

/** The doing of whoever goes somewhere. */
export const RIDE = 'conduire'
/** Days, not places. */
export const FEASTS: ReadonlySet<string> = new Set(['noel', 'paques', 'toussaint', 'pentecote'])
/** Goals without a capital. */
const GOALS = new Set(
  (
    'gare marche hopital medecin lycee college ecole aeroport clinique pharmacie supermarche ' +
    'courses kine dentiste'
  ).split(' '),
)

/** *Cherche une voiture pour descendre à Boën*. */
export function rides(words: readonly Word[], i: number): boolean {
  return (
    words[i]!.word === 'voiture' &&
    words[i + 1]?.word === 'pour' &&
    i + 2 < words.length &&
    goes(words, i + 2)
  )
}

export function goes(words: readonly Word[], i: number): boolean {
  const { word } = words[i]!
  if (RIDES.test(word)) return true
  if (/^(voir|un|une|mon|ma|mes)$/.test(words[i + 1]?.word ?? '')) return false
  const next = words.slice(i + 1, i + 6)
  const isTold = next.some(
    ({ word: where, capital }, j) =>
      TOWARDS.has(where) &&
      (capital ||
        next[j + 1]?.capital ||
        GOALS.has(next[j + 1]?.word ?? '') ||
        GOALS.has(next[j + 2]?.word ?? '')),
  )
  if (GOES.test(word) && (isTold || next.some(({ word: one }) => GOALS.has(one)))) return true
  const isAway = next.some(
    ({ word: where, capital }, j) =>
      /^(pour|vers|jusqu|direction)$/.test(where) && !capital && next[j + 1]?.capital,
  )
  return /^places?$/.test(word) && (isAway || next.some(({ word: one }) => one === 'voiture'))
}

/** Where one goes: the names after *à*, *vers*, *pour*; not the one that stands after *de*. */
export function goals(words: readonly Word[]): readonly Goal[] {
  const found: Goal[] = []
  for (let i = 1; i < words.length; i++) {
    if (!TOWARDS.has(words[i - 1]!.word)) continue
    let at = i
    while (at < words.length && ['l', 'la', 'le', 'les'].includes(words[at]!.word)) at++
    const first = words[at]
    if (!first || FEASTS.has(first.word) || !(first.capital || GOALS.has(first.word))) continue
    let [key, said] = [first.word, first.shown]
    for (
      let next = words[at + 1];
      next?.capital && next.after.trim().replace('-', '') === '';
      next = words[at + 1]
    ) {
      key += ` ${next.word}`
      said += next.after + next.shown
      at++
    }
    found.push({ key, said })
    const [of, article] = [words[at + 1], words[at + 2]]
    const where = /^(l|la|le|les)$/.test(article?.word ?? '') ? words[at + 3] : article
    if (of && where && TIES.has(of.word) && where.capital)
      found.push({ key: where.word, said: where.shown })
  }
  return found
}

/** Places where one goes that a text names: *devant l’hôpital*. */
export const goalsIn = (text: string): readonly Goal[] =>
  wordsIn(text).flatMap(({ word, said }) => (GOALS.has(word) ? [{ key: word, said }] : []))
