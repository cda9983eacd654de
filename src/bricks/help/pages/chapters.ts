import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import type { Chapter } from '../model/chapter.ts'

const chapter = (folder: string): Readonly<Record<Lang, Chapter>> =>
  lazyWords<Chapter>(`${import.meta.dirname}/../words/chapters/${folder}`)

/** The chapters by the last part of their address, in the order in which they are read. */
export const CHAPTERS: Readonly<Record<string, Readonly<Record<Lang, Chapter>>>> = nullPrototype({
  'premiere-semaine': chapter('week'),
  'une-reunion': chapter('meeting'),
  'tenir-la-page': chapter('keeping'),
  'deux-bornes': chapter('boxes'),
  'quand-ca-ne-marche-pas': chapter('trouble'),
})

/** The chapter that fits a page, by the beginning of its address. */
const FITS: readonly (readonly [path: RegExp, chapter: string])[] = [
  [/^\/(?:ouvrir(?!\/)|tenir\/feuille|feuille)/, 'premiere-semaine'],
  [/^\/(?:cueillette|accord)/, 'une-reunion'],
  [/^\/(?:tenir|a-montrer|apporter-un-tableau|mes-suites|habitants)/, 'tenir-la-page'],
  [/^\/(?:bornes|nouvelles|deux-versions|demandes)(?![a-z-])/, 'deux-bornes'],
  [/^\/(?:ouvrir|borne|entrer)/, 'quand-ca-ne-marche-pas'],
]

export const chapterFor = (path: string): string | undefined =>
  FITS.find(([fits]) => fits.test(path))?.[1]
