import { keeperSaid } from '../contract/keeper.ts'
import type { Kit } from '../contract/kit.ts'
import type { PrintText as Line, Paper, PrintBlock } from '../contract/paper.ts'
import type { FileRef } from '../core/schema.ts'
import { dayPlain } from '../text/days.ts'
import { isPicture } from './picture.ts'
import { uiWords } from './words.ts'

const MOST = 4
/**
 * Units   millimetres: how tall its pictures stand, by how many they are, so that one sheet holds
 *         them and how to reach.
 */
const TALL = [0, 140, 92, 78, 78] as const

export type ShowcasePaper = Readonly<{
  title: string
  sentences?: readonly string[]
  photos: readonly FileRef[]
  who?: string | null
  reach: readonly Line[]
  until?: string | null
}>

/**
 * *La vitrine* as a print: up to four pictures, a sentence, how to reach; it ends with who keeps
 * the page when nobody else is said.
 */
export function showcasePaper(
  { request: { lang, today }, territory }: Kit,
  of: ShowcasePaper,
): Paper | undefined {
  const photos = of.photos.filter(isPicture).slice(0, MOST)
  if (photos.length === 0) return undefined
  const w = uiWords(lang)
  const picture = (photo: FileRef, at: number): PrintBlock => ({
    is: 'picture',
    picture: photo.hash,
    shows:
      photos.length === 1
        ? w.photo(of.title)
        : w.photoOf(String(at + 1), String(photos.length), of.title),
    mm: TALL[photos.length as 1] ?? TALL[1],
  })
  const all = photos.map(picture)
  const keeper = territory ? [keeperSaid(territory, '')] : []
  return {
    title: of.title,
    lang,
    size: 'a4',
    layout: 'poster',
    blocks: [
      { is: 'title', words: of.title, size: of.title.length > 40 ? 'sheet' : 'poster' },
      { is: 'space', mm: 3 },
      ...rowsOf(all),
      ...(of.sentences ?? []).map(words => ({ is: 'lead' as const, words })),
      {
        is: 'reach',
        title: of.who ? w.reach(of.who) : w.reachAnyone,
        lines: of.reach.length > 0 ? of.reach : keeper,
      },
    ],
    foot: [
      territory?.name ?? '',
      `${w.printedOn(dayPlain(today, lang))}` +
        `${of.until ? w.takeDown(dayPlain(of.until, lang, today)) : ''}`,
    ],
  }
}

/** One alone; two one under the other; three or four, by two. */
function rowsOf(all: readonly PrintBlock[]): readonly PrintBlock[] {
  if (all.length <= 2) return all
  const [a, b, c, d] = all
  return [
    { is: 'beside', columns: [[a!], [b!]] },
    { is: 'beside', columns: [[c!], d ? [d] : []] },
  ]
}
