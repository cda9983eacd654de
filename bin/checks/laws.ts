import { globSync, readFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { LAWS } from '../../tests/laws.ts'
import { TIERS } from '../../tests/tiers.ts'
import { filesOf, testFiles } from './chosen.ts'

/** A test's title as its file spells it, with the text of the test behind it. */
export type Titled = Readonly<{ file: string; title: string; body: string }>

/**
 * A title is what `test`, `it` or a test of some passes (`testOnce`) is given first; where tests
 * are made from a table, the texts of that table are titles too.
 */
const TITLE =
  /(?:\b(?:test(?:[A-Z]\w*)?|it)\(|^ +(?:'[\w ]+'|\w+):)\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/gm

/** Every title of every test file, each file read once. */
export function titles(): readonly Titled[] {
  return globSync('{src,bin,tests,seeds}/**/*.test.ts')
    .sort()
    .flatMap(file => {
      const text = readFileSync(file, 'utf8')
      const found = [...text.matchAll(TITLE)]
      return found.map((match, n) => ({
        file,
        title: (match[2] ?? '') + restOfTitle(text, match.index + match[0].length),
        body: text.slice(match.index, found[n + 1]?.index),
      }))
    })
}

/** The further pieces of a title that is cut at the end of a line: `'the first, ' + 'the next'`. */
function restOfTitle(text: string, from: number): string {
  const piece = /\s*\+\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/y
  piece.lastIndex = from
  let rest = ''
  for (let match = piece.exec(text); match; match = piece.exec(text)) rest += match[2]
  return rest
}

/** The titles that begin so. A proof that holds has one. */
export const provenBy = (all: readonly Titled[], proof: string): readonly Titled[] =>
  all.filter(({ title }) => title.startsWith(proof))

/** Those that `npm test` runs: its file is in the short pass, and no longer pass is asked for. */
export const inShortPass = (all: readonly Titled[]): readonly Titled[] => {
  const files = new Set(filesOf('short', testFiles(), TIERS))
  return all.filter(({ file, body }) => files.has(file) && !/^test(?:All|Later)\(/.test(body))
}

/**
 * How much a test tries, as its file says it: seeds, runs of a property, or examples. Three numbers
 * are those of the three passes.
 */
function effort({ file, body, title }: Titled): string {
  const text = readFileSync(file, 'utf8')
  const drawn = /\bseeds\(([\d_, ]+)\)/.exec(text)?.[1]
  if (drawn !== undefined) return `${drawn} seeds`
  const runs = [...body.matchAll(/\b(?:numRuns: |runs\()([\d_, ]+)/g)].map(([, count]) => count)
  const lengthOf = (name: string) =>
    new RegExp(`^const ${name} = (?:at\\()?([\\d_, ]+)`, 'm').exec(text)?.[1]
  const repeated = [...title.matchAll(/\$\{(\w+)\}/g)].flatMap(
    ([, name = '']) => lengthOf(name) ?? [],
  )
  return (
    [...runs.map(count => `${count} runs`), ...repeated.map(count => `${count} times`)].join(
      ', ',
    ) || 'examples'
  )
}

/**
 * `bin/check --laws`: prints each law with its proofs, by file, how much each tries, and its title.
 */
export async function laws(): Promise<number> {
  const all = titles()
  for (const { number, name, sentence, proofs } of LAWS) {
    stdout.write(`\n${number === undefined ? '' : `${number}. `}${name}: ${sentence}\n`)
    for (const proof of proofs)
      for (const one of provenBy(all, proof))
        stdout.write(`  ${one.file} · ${effort(one)} · ${one.title}\n`)
  }
  const proofs = new Set(LAWS.flatMap(law => law.proofs))
  stdout.write(`\n${LAWS.length} laws, ${proofs.size} tests that prove them\n`)
  return 0
}
