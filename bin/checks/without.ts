import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { execPath, stdout } from 'node:process'
import { importsOf } from '../check-rooms.ts'
import { copied } from './copied.ts'
import { step } from './step.ts'

/** The files that list what a house is made of, a line each. */
const LISTS = ['src/app/bricks.ts', 'src/app/models.ts', 'src/app/tables.ts', 'src/cli/verbs.ts']

/**
 * A list without a brick: neither its import nor its name in the array, nor the verb that it gives.
 */
export function withoutLines(whole: string, brick: string): string {
  const list = whole.replace(new RegExp(`^.*import\\('[^']*/bricks/${brick}/.*\\n`, 'gm'), '')
  const imported = new RegExp(
    `^import \\{ (?:(?:model|tables) as )?(\\w+)[^}]*\\} from '[^']*/bricks/${brick}/[^']*'\\n`,
    'm',
  )
  const name = imported.exec(list)?.[1]
  if (name === undefined) return list
  const line = new RegExp(`^ *${name},\\n`, 'm')
  const left = list.replace(imported, '')
  return line.test(left)
    ? left.replace(line, '')
    : left.replace(new RegExp(`(?<=[[ ])${name}(?:, )?(?=[^=]*\\])`), '')
}

/**
 * Tests and what they share that cannot be read without the brick: they import a file of it, or a
 * file that does.
 */
export function naming(brick: string, folder: string): readonly string[] {
  const files = globSync(['{tests,bin,seeds,bench}/**/*.ts', 'src/**/*.test.ts'], { cwd: folder })
  const near = new Map(files.map(file => [file, importedBy(folder, file)]))
  const inside = `src/bricks/${brick}/`
  const found = new Set<string>(
    files.filter(
      file => !file.startsWith(inside) && near.get(file)?.some(path => path.startsWith(inside)),
    ),
  )
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const [file, paths] of near) if (paths.some(path => found.has(path))) found.add(file)
  }
  return [...found].sort()
}
const importedBy = (folder: string, file: string): readonly string[] =>
  importsOf(readFileSync(join(folder, file), 'utf8'))
    .filter(({ path }) => path.startsWith('.'))
    .map(({ path }) => join(dirname(file), path))

/**
 * Takes a brick out of a copy of the house: its folder, its lines, and the tests that name it.
 * Gives those tests.
 */
function takenOut(folder: string, brick: string): readonly string[] {
  const named = naming(brick, folder)
  for (const file of named) rmSync(join(folder, file))
  rmSync(join(folder, 'src/bricks', brick), { recursive: true })
  for (const list of LISTS.map(file => join(folder, file)).filter(existsSync))
    writeFileSync(list, withoutLines(readFileSync(list, 'utf8'), brick))
  return named
}

/**
 * `bin/check --without NAME [FILES]`: the house with one brick taken out, in a copy. Types and
 * rooms hold, and the tests that do not name the brick pass: all those of `src/`, or the files
 * given. Exit 1 when something else than the brick is missed.
 */
export function without({
  brick,
  files,
}: Readonly<{ brick: string; files: readonly string[] }>): number {
  if (!existsSync(join('src/bricks', brick))) {
    const there = globSync('src/bricks/*/brick.ts').map(file => file.split('/')[2])
    stdout.write(`There is no brick ${brick}. There are: ${there.sort().join(', ')}.\n`)
    return 2
  }
  const folder = copied()
  const home = process.cwd()
  try {
    const named = takenOut(folder, brick)
    stdout.write(`without ${brick}: ${named.length} files of tests name it\n`)
    process.chdir(folder)
    if (!step('types', 'tsc') || !step('rooms', execPath, 'bin/check-rooms.ts')) return 1
    const units =
      files.length > 0
        ? files.filter(file => existsSync(file))
        : globSync('src/**/*.test.ts').sort()
    return units.length === 0
      ? 0
      : (spawnSync('bin/check', units, { stdio: 'inherit' }).status ?? 1)
  } finally {
    process.chdir(home)
    rmSync(folder, { recursive: true, force: true })
  }
}
