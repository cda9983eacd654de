import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WIDTH = 100
const OWED = new URL('columns-owed.json', import.meta.url)
/** The formatter keeps a test's title and the head of its function on one line. */
const TITLE = /^\s*(?:await )?(?:\w+\.)?(?:test|it|describe)\(/

/** The number of lines over 100 columns of each file that has some, by its path. */
export type LongLines = Readonly<Record<string, number>>

/** How many lines of a file are over 100 columns, titles of tests left out. */
export const longLines = (text: string): number =>
  text.split('\n').filter(line => line.length > WIDTH && !TITLE.test(line)).length

/** The long lines of a folder's code. */
export function longLinesIn(folder: string): LongLines {
  const files = globSync('{src,bin,tests,seeds,bench}/**/*.{ts,cts}', { cwd: folder }).sort()
  const counted = files.map(file => [file, longLines(readFileSync(join(folder, file), 'utf8'))])
  return Object.fromEntries(counted.filter(([, count]) => count !== 0))
}

/** Long lines that stood before the rule: regular expressions, lists of words, addresses. */
export const owedLines = (): LongLines => JSON.parse(readFileSync(OWED, 'utf8'))

/** A sentence for each file that has more long lines than it is owed. */
export const tooLong = (found: LongLines, owed: LongLines): readonly string[] =>
  Object.entries(found)
    .filter(([file, count]) => count > (owed[file] ?? 0))
    .map(
      ([file, count]) => `${file}: ${count} lines over ${WIDTH} columns, ${owed[file] ?? 0} owed`,
    )

/** The list of what is owed, without what was mended. */
export const shortened = (found: LongLines, owed: LongLines): LongLines =>
  Object.fromEntries(
    Object.entries(owed).flatMap(([file, count]) => {
      const left = Math.min(count, found[file] ?? 0)
      return left === 0 ? [] : [[file, left]]
    }),
  )

if (import.meta.main) {
  const owed = shortened(longLinesIn('.'), owedLines())
  writeFileSync(OWED, `${JSON.stringify(owed, null, 2)}\n`)
}
