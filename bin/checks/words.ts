import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A word of ours, and the page that defines it. */
export type Defined = Readonly<{ word: string; page: string }>

const ROW = /^\| (?!our word|-)([^|]+?) \| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$/gm
/** The list under *Words* of a README: `- **lead**: an offer of which nothing is promised.` */
const LISTED = /^\*\*Words:\*\*\n\n((?:- .*\n(?: {2}.*\n)*)+)/m

/** The words of the glossary, in its order. */
export const wordsOfGlossary = (text: string): readonly string[] =>
  [...text.matchAll(ROW)].map(([, word = '']) => word)

/** The same as a paragraph: `**Words:** **lead**: an offer. **loop**: three gifts in a round.` */
const IN_A_PARAGRAPH = /^\*\*Words:\*\* (.+)$/m

/** The words that a README defines; bold type may hold several, between commas. */
export function wordsOfReadme(text: string): readonly string[] {
  const [, list = ''] = LISTED.exec(text) ?? IN_A_PARAGRAPH.exec(text) ?? []
  return [...list.matchAll(/(?:^- |^| )\*\*([^*]+)\*\*/gm)].flatMap(([, words = '']) =>
    words.split(', '),
  )
}

/** Each word of ours where it is defined: the glossary, then the READMEs of floors and bricks. */
export function definedWords(root = '.'): readonly Defined[] {
  const read = (page: string): string => readFileSync(join(root, page), 'utf8')
  const glossary = 'docs/glossary.md'
  const readmes = globSync('src/{*,bricks/*}/README.md', { cwd: root }).toSorted()
  return [
    ...wordsOfGlossary(read(glossary)).map(word => ({ word, page: glossary })),
    ...readmes.flatMap(page => wordsOfReadme(read(page)).map(word => ({ word, page }))),
  ]
}

/** Words that two places define. */
export function definedTwice(words: readonly Defined[]): readonly string[] {
  const pages = Map.groupBy(words, ({ word }) => word.toLowerCase())
  return [...pages]
    .filter(([, all]) => all.length > 1)
    .map(([word, all]) => `${word}: ${all.map(({ page }) => page).join(', ')}`)
}
