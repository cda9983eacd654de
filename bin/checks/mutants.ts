import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hrtime, stdout } from 'node:process'
import { run } from 'node:test'
import { LAWS } from '../../tests/laws.ts'
import { MUTANTS, type Mutant } from '../../tests/mutants.ts'
import { copied } from './copied.ts'
import { provenBy, titles } from './laws.ts'

/** A place of the source: the file, and where in it. */
type Place = Readonly<{ file: string; from: number; to: number }>

/** The source, tests apart, read once. */
const source = (): readonly Readonly<{ file: string; text: string }>[] =>
  (read ??= globSync('src/**/*.ts')
    .filter(file => !file.endsWith('.test.ts'))
    .map(file => ({ file, text: readFileSync(file, 'utf8') })))
let read: ReturnType<typeof source> | undefined

/** Every place of the source that reads as the fragment does, however its lines are broken. */
export function placesOf(fragment: string): readonly Place[] {
  const spelled = RegExp.escape(fragment).replaceAll(/(?:\\x20|\\n| )+/g, '\\s+')
  return source().flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(spelled, 'g'))].map(({ 0: said, index }) => ({
      file,
      from: index,
      to: index + said.length,
    })),
  )
}

/**
 * The one place where a mutant is planted. Errors a fragment that stands nowhere, or in several
 * places.
 */
function placeOf({ find, fault }: Mutant): Place {
  const [place, ...others] = placesOf(find)
  if (place === undefined || others.length > 0)
    throw new Error(
      `"${find}" stands in ${others.length + (place ? 1 : 0)} places of src/, not in one: ` +
        `mend tests/mutants.ts (${fault})`,
    )
  return place
}

/**
 * Runs the tests whose titles begin so, a file at a time. Gives the titles of those that failed,
 * and how many passed.
 */
async function outcome(
  cwd: string,
  proofs: readonly string[],
): Promise<Readonly<{ failed: readonly string[]; passed: number }>> {
  const failed: string[] = []
  let passed = 0
  const files = filesOf(proofs).map(file => join(cwd, file))
  const testNamePatterns = proofs.map(proof => new RegExp(RegExp.escape(said(proof))))
  const stream = run({ cwd, files, testNamePatterns, concurrency: 1, timeout: 600_000 })
  stream.on('test:fail', ({ name, details }) => {
    if (details.type !== 'suite') failed.push(name)
  })
  stream.on('test:pass', ({ details, skip }) => {
    if (details.type !== 'suite' && skip === undefined) passed++
  })
  await stream.resume().toArray()
  return { failed, passed }
}

/** A title as it runs: what a file writes as `${…}` is a value by then. */
const said = (proof: string): string => proof.split('${')[0]!

/** The files of these tests. */
const filesOf = (proofs: readonly string[]): readonly string[] => {
  const all = titles()
  return [...new Set(proofs.flatMap(proof => provenBy(all, proof).map(({ file }) => file)))]
}

/**
 * Plants it, runs, takes it out again. Gives the titles of the tests that saw it; the whole of
 * `npm test` has no title.
 */
async function tried(mutant: Mutant, folder: string, isWhole: boolean): Promise<readonly string[]> {
  const { file, from, to } = placeOf(mutant)
  const text = readFileSync(file, 'utf8')
  writeFileSync(join(folder, file), text.slice(0, from) + mutant.put + text.slice(to))
  try {
    if (isWhole)
      return spawnSync('bin/check', { cwd: folder, stdio: 'ignore' }).status === 0
        ? []
        : ['npm test']
    const { failed } = await outcome(folder, mutant.seenBy)
    // A file that does not even load proves nothing: a test that should see it is among those that
    // failed.
    return failed.some(title => mutant.seenBy.some(proof => title.startsWith(said(proof))))
      ? failed
      : []
  } finally {
    writeFileSync(join(folder, file), text)
  }
}

/**
 * `bin/check --mutants [--whole] [WORD…]`: plants each fault of `tests/mutants.ts` in a copy, and
 * runs the tests that should see it. With `--whole`, all of `npm test` instead. A word keeps the
 * mutants of the laws, or the faults, that hold it. Exit 1 when a mutant survives, or when the
 * tests fail without any.
 */
export async function mutants({
  words,
  isWhole,
}: Readonly<{ words: readonly string[]; isWhole: boolean }>): Promise<number> {
  const chosen = MUTANTS.filter(
    ({ law, fault }) => words.length === 0 || words.some(word => `${law}: ${fault}`.includes(word)),
  )
  for (const one of chosen) placeOf(one)
  const folder = copied()
  let survived = 0
  try {
    const { failed, passed } = isWhole
      ? { failed: [], passed: 1 }
      : await outcome(
          folder,
          chosen.flatMap(one => one.seenBy),
        )
    if (failed.length > 0 || passed === 0) {
      stdout.write(
        `without any mutant, ${failed.length} tests fail and ${passed} ` +
          `pass:\n${failed.map(one => `  ${one}\n`).join('')}`,
      )
      return 1
    }
    for (const one of chosen) {
      const began = hrtime.bigint()
      const seen = await tried(one, folder, isWhole)
      if (seen.length === 0) survived++
      const seconds = (Number(hrtime.bigint() - began) / 1e9).toFixed(1)
      stdout.write(
        `${seen.length > 0 ? 'seen' : 'SURVIVED'} in ${seconds} s · ${one.law} · ${one.fault}\n`,
      )
      for (const title of seen) stdout.write(`    ${title}\n`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const laws = new Set(chosen.map(({ law }) => law)).size
  stdout.write(`${chosen.length} mutants in ${laws} of ${LAWS.length} laws, ${survived} survived\n`)
  return survived === 0 && chosen.length > 0 ? 0 : 1
}
