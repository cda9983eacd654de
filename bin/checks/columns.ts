import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WIDTH = 100
const OWED = new URL('columns-owed.json', import.meta.url)
/** The formatter keeps a test's title and the head of its function on one line. */
const TITLE = /^\s*(?:await )?(?:\w+\.)?(?:test|it|describe)\(/

/** The numbers of the lines over 100 columns of each file that has some, by its path. */
export type LongLines = Readonly<Record<string, readonly number[]>>
/** How many such lines each file may have. */
export type OwedLines = Readonly<Record<string, number>>

/** The numbers of the lines of a file over 100 columns, titles of tests left out. */
export const longLines = (text: string): readonly number[] =>
  text.split('\n').flatMap((line, at) => (line.length > WIDTH && !TITLE.test(line) ? [at + 1] : []))

/** The long lines of a folder's code. */
export function longLinesIn(folder: string): LongLines {
  const files = globSync('{src,bin,tests,seeds,bench}/**/*.{ts,cts}', { cwd: folder }).sort()
  const found = files.map(
    file => [file, longLines(readFileSync(join(folder, file), 'utf8'))] as const,
  )
  return Object.fromEntries(found.filter(([, lines]) => lines.length > 0))
}

/** Long lines that stood before the rule: shell scripts of tests, vectors of the wire, usage. */
export const owedLines = (): OwedLines => JSON.parse(readFileSync(OWED, 'utf8'))

/** A sentence for each file that has more long lines than it is owed, with where they stand. */
export const tooLong = (found: LongLines, owed: OwedLines): readonly string[] =>
  Object.entries(found)
    .filter(([file, lines]) => lines.length > (owed[file] ?? 0))
    .map(
      ([file, lines]) =>
        `${lines.map(line => `${file}:${line}`).join(', ')}: over ${WIDTH} columns, ` +
        `${owed[file] ?? 0} owed`,
    )

/** The list of what is owed, without what was mended. */
export const shortened = (found: LongLines, owed: OwedLines): OwedLines =>
  Object.fromEntries(
    Object.entries(owed).flatMap(([file, count]) => {
      const left = Math.min(count, found[file]?.length ?? 0)
      return left === 0 ? [] : [[file, left]]
    }),
  )

if (import.meta.main) {
  const owed = shortened(longLinesIn('.'), owedLines())
  writeFileSync(OWED, `${JSON.stringify(owed, null, 2)}\n`)
}
