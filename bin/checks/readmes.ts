import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ROOMS } from '../rooms.ts'

/** The parts of a README of a floor or of a brick, in their order. */
const PARTS = ['Start here', 'May import', 'Invariants', 'Deliberately absent', 'Tests']
const LONGEST = 45

const OF_A_BRICK = 'what any brick may (`bin/rooms.ts`), and no other brick.'
const listed = (names: readonly string[]): string => `${names.map(one => `\`${one}\``).join(', ')}.`

/**
 * The imports of a floor as its README says them: those that it may, or those that it may not where
 * they are fewer.
 */
export function importsSaid(floor: string): string {
  const names = Object.keys(ROOMS).filter(one => one !== floor)
  const may = names.filter(one => ROOMS[floor]?.rooms.includes(one))
  const not = names.filter(one => !may.includes(one))
  if (may.length === 0) return 'nothing of the project.'
  return not.length < may.length ? `every floor but ${listed(not)}` : listed(may)
}

/** Files and folders between backticks: beside the page, under `src/` or from the root. */
export function lostPaths(text: string, folder: string, root = '.'): readonly string[] {
  const paths = [...text.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)*(?:\.\w+|\/))`/g)].map(
    one => one[1] ?? '',
  )
  return paths
    .filter(
      path =>
        /\.(?:ts|md|cjs|css|test\.ts)$|\/$/.test(path) && !/(?:^|\/)x[-./]|[A-Z]{3}/.test(path),
    )
    .filter(path =>
      ['', folder, 'src'].every(
        from =>
          !existsSync(join(root, from, path)) && globSync(join(root, from, path)).length === 0,
      ),
    )
}

/** What is wrong with the README of one floor or brick, a sentence each. */
export function readmeFaults(page: string, root = '.'): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const name = basename(dirname(page))
  const said = dirname(page).startsWith('src/bricks/') ? OF_A_BRICK : importsSaid(name)
  const at = PARTS.map(part => text.indexOf(`\n**${part}:** `.replace(/ $/, '')))
  return [
    ...(text.startsWith(`# ${name}`) ? [] : [`${page} does not begin with its name`]),
    ...PARTS.filter((_, n) => (at[n] ?? -1) < 0 || (n > 0 && (at[n] ?? 0) < (at[n - 1] ?? 0))).map(
      part => `${page} has no part “${part}” in its place`,
    ),
    ...(text.includes(`**May import:** ${said}\n`)
      ? []
      : [`${page} should say: May import ${said}`]),
    ...(text.split('\n').length > LONGEST ? [`${page} is longer than ${LONGEST} lines`] : []),
    ...lostPaths(text, dirname(page), root).map(
      path => `${page} names ${path}, which is not there`,
    ),
  ]
}

/** The pages that must be there: one a floor, one a brick. */
export const readmesOf = (root = '.'): readonly string[] =>
  globSync('src/{*,bricks/*}/', { cwd: root })
    .map(folder => folder.replace(/\/$/, ''))
    .filter(folder => folder !== 'src/bricks')
    .toSorted()
    .map(folder => `${folder}/README.md`)
