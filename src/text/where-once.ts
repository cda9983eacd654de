import { fold } from '../core/letters/words.ts'

/**
 * What says where a thing is: the name of a place, the way to it, a commune. `title`: the line that
 * stands over it.
 */
export type WhereWords = Readonly<{
  place?: string | null
  where?: string | null
  commune?: string | null
  title?: string | null
}>
/** What of it is worth saying. */
export type WhereSaid = Readonly<{ place: boolean; where: string; commune: boolean }>

const ARTICLE = /^(?:(?:au|aux|a|le|la|les|l|dans|en) )+/
/** Its words alone: *au Local* is *Local*. */
const bare = (text: string | null | undefined): string =>
  fold(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(ARTICLE, '')
const isWithin = (part: string, whole: string): boolean => ` ${whole} `.includes(` ${part} `)

/** *Sail*, of *Sail-sous-Couzan*: how one says it. */
const shortName = (commune: string): string =>
  /^(.{3,}?) (?:sous|sur|en|les|lez) /.exec(commune)?.[1] ?? commune

/**
 * A place is often typed in two boxes: *Salle des fêtes · Salle des fêtes*. Each is said once, and
 * what the title says is not said under it.
 */
export function whereOnce({ place, where, commune, title }: WhereWords): WhereSaid {
  const [at, way, over, village] = [bare(place), bare(where), bare(title), bare(commune)]
  const isTitled = (words: string): boolean => words !== '' && isWithin(words, over)
  const isSame = way !== '' && at !== '' && isWithin(way, at)
  const isWider = !isSame && at !== '' && isWithin(at, way)
  const said = {
    place: at !== '' && !isWider && !isTitled(at),
    where: way === '' || isSame || isTitled(way) ? '' : (where ?? '').trim(),
  }
  const around = [said.place && at, said.where !== '' && way, over].filter(Boolean).join(' ')
  return {
    ...said,
    commune: village !== '' && !isWithin(village, around) && !isWithin(shortName(village), around),
  }
}
