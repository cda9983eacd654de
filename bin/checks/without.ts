import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import type { Brick } from '../../src/contract/brick.ts'
import { TIERS } from '../../tests/tiers.ts'
import { importsOf, namesIn } from '../check-rooms.ts'
import { brickFault, filesOf } from './chosen.ts'
import { copied } from './copied.ts'
import { dependents } from './dependents.ts'
import { allRight, rooms, types } from './step.ts'

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
export function importing(brick: string, folder: string): readonly string[] {
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

/** Helpers of `tests/support` that write what a brick has, and an address of its server. */
const HELPERS: Readonly<Record<string, readonly string[]>> = {
  directory: ['\\.territory\\('],
  members: ['\\.(?:member|memberOf|welcome|withCard)\\(', '/entrer/carte\\b'],
}

/** What a test names of a brick without an import: record types, commands, addresses of pages. */
export type NamesOfBrick = Pick<Brick, 'name'> &
  Readonly<{ types: readonly string[]; paths: readonly string[] }>
export function says(source: string, { name, types, paths }: NamesOfBrick): boolean {
  const said = [
    `['"\`]${name}\\.\\w`,
    `\\bbring\\((?:\\w+, )?['"\`](?:${types.join('|')})['"\`]`,
    ...paths.map(path => `['"\`}]${path}(?!\\w|-)`),
    ...(HELPERS[name] ?? []),
  ]
  return namesIn(source, types).length > 0 || new RegExp(said.join('|')).test(source)
}

async function namesOf(brick: string): Promise<NamesOfBrick> {
  const { [brick]: whole }: Readonly<Record<string, Brick>> = await import(
    pathToFileURL(resolve('src/bricks', brick, 'brick.ts')).href
  )
  const paths = (whole?.pages ?? []).map(({ path }) => path).filter(path => /^\/[\w-]+$/.test(path))
  return { name: brick, types: (whole?.records ?? []).map(({ name }) => name), paths }
}

type TakenOut = Readonly<{ named: ReadonlySet<string>; reached: ReadonlySet<string> }>
/**
 * Takes a brick out of a copy of the house: its folder, its lines, and the tests that name it.
 * Gives those tests, and every file that depends on one that changed or went.
 */
function takenOut(folder: string, names: NamesOfBrick): TakenOut {
  const brick = names.name
  const inside = globSync(`src/bricks/${brick}/**/*.*`, { cwd: folder })
  const texts = globSync('src/**/*.test.ts', { cwd: folder, exclude: [`src/bricks/${brick}/**`] })
  const named = new Set([
    ...importing(brick, folder),
    ...texts.filter(file => says(readFileSync(join(folder, file), 'utf8'), names)),
  ])
  const reached = dependents(folder, [...inside, ...named, ...LISTS])
  for (const file of named) rmSync(join(folder, file))
  rmSync(join(folder, 'src/bricks', brick), { recursive: true })
  for (const list of LISTS.map(file => join(folder, file)).filter(existsSync))
    writeFileSync(list, withoutLines(readFileSync(list, 'utf8'), brick))
  return { named, reached }
}

/** The tests of `src/` that may change without the brick. The others run the same files as ever. */
function unitsOf(reached: ReadonlySet<string>): readonly string[] {
  const all = filesOf('short', globSync('src/**/*.test.ts').sort(), TIERS)
  const units = all.filter(file => reached.has(file))
  stdout.write(`${units.length} files of tests run; `)
  stdout.write(`${all.length - units.length} others depend on nothing that changed\n`)
  return units
}

/**
 * `bin/check --without NAME [FILES]`: the house with one brick taken out, in a copy. Types and
 * rooms hold, and the tests that do not name the brick pass: those of `src/` that depend on a file
 * that changed or went, or the files given. Exit 1 when something else than the brick is missed.
 */
export async function without({
  brick,
  files,
}: Readonly<{ brick: string; files: readonly string[] }>): Promise<number> {
  const fault = brickFault(brick)
  if (fault !== undefined) {
    stdout.write(`${fault}\n`)
    return 2
  }
  const names = await namesOf(brick)
  const folder = copied()
  const home = process.cwd()
  try {
    const { named, reached } = takenOut(folder, names)
    stdout.write(`without ${brick}: ${named.size} files of tests name it\n`)
    process.chdir(folder)
    if (!(await allRight(types(), rooms()))) return 1
    const units = files.length > 0 ? files.filter(file => existsSync(file)) : unitsOf(reached)
    return units.length === 0
      ? 0
      : (spawnSync('bin/check', units, { stdio: 'inherit' }).status ?? 1)
  } finally {
    process.chdir(home)
    rmSync(folder, { recursive: true, force: true })
  }
}
