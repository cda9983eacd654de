/**
 * `node bin/make-lexicon.ts`: makes of `src/bricks/offers/lexicon/*.tsv` what matching looks words
 * up in (`src/bricks/offers/model/matching/lexicon.json` and `lexicon.cjs`), and of
 * `src/text/searching/words/*.tsv` what the search does (`src/text/french/everyday.json`), with the
 * words that are said of many things (`broad.json` beside it). What it writes is committed.
 * `--try [FILE.tsv]`: writes nothing, and prints each line of matching whose
 * example fails, with what was understood; FILE may stand anywhere.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { exit } from 'node:process'
import { parseArgs } from 'node:util'
import { broadMade } from './lexicon/broad.ts'
import { compiled, madeFiles } from './lexicon/compiled.ts'
import { everydayIn, everydayMade } from './lexicon/everyday.ts'
import { LEXICON, type LexiconRead, lexiconIn } from './lexicon/lines.ts'
import { tried } from './lexicon/tried.ts'
import { topicLines } from './topics/lines.ts'

const ROOT = join(import.meta.dirname, '..')
const MADE = 'src/bricks/offers/model/matching'
const HELP =
  'node bin/make-lexicon.ts                   writes the compiled lexicon anew\n' +
  'node bin/make-lexicon.ts --try [FILE.tsv]  tries the examples of all files, or of one'

/** Each fault a line; the program ends there. */
function wholeOr({ lines, faults }: LexiconRead): LexiconRead['lines'] {
  if (faults.length === 0) return lines
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} lines to mend.`)
  exit(1)
}

function make(): void {
  const { lines, faults } = everydayIn()
  wholeOr({ lines: [], faults })
  writeFileSync('src/text/french/everyday.json', everydayMade(lines))
  writeFileSync('src/text/french/broad.json', broadMade(topicLines().sentences))
  for (const [file, text] of Object.entries(madeFiles(compiled(wholeOr(lexiconIn())))))
    writeFileSync(join(MADE, file), text)
}

/** The lexicon as it would be with this file, in place of the one that is committed. */
function tryLines(file: string | undefined): void {
  if (file !== undefined && !existsSync(file)) {
    console.error(`There is no file ${file}.`)
    exit(1)
  }
  const beside = file !== undefined && dirname(file) !== LEXICON ? file : undefined
  const lines = wholeOr(lexiconIn(LEXICON, beside))
  const held: object = createRequire(import.meta.url)(join(ROOT, MADE, 'lexicon.json'))
  Object.assign(held, compiled(lines))
  const mine = lines.filter(({ where }) => file === undefined || where.startsWith(`${file}:`))
  const { tried: all, failures, bare } = tried(mine)
  for (const [{ where, genre, name }, why] of failures)
    console.log([`${where}: ${genre} ${name}`, ...why].join('\n  ') + '\n')
  console.log(
    `${all.length} examples tried, ${failures.length} fail; ${bare.length} lines have none.`,
  )
  if (failures.length > 0) process.exitCode = 1
}

const { values, positionals } = parseArgs({
  options: { try: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
})
const [given] = positionals
/** A file as it is given, else one of the folder by its name; its path from the root. */
function fileOf(name: string): string {
  const path = existsSync(name) ? resolve(name) : join(ROOT, LEXICON, name)
  const near = relative(ROOT, path)
  return near.startsWith('..') ? path : near
}
const from = given === undefined ? undefined : fileOf(given)
process.chdir(ROOT)
if (values.help || (given !== undefined && !values.try)) console.log(HELP)
else if (values.try) tryLines(from)
else make()
