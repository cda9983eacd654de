import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sharedTypes } from '../shared-types.ts'

/** Files that a folder holds flat before it is said to be large. */
const LARGE_FOLDER = 40

/** The ten largest files. */
function largestFiles(folder: string): readonly string[] {
  const files = globSync('{src,bin,tests,seeds,bench}/**/*.ts', {
    cwd: folder,
    exclude: ['**/node_modules/**'],
  })
  const sized = files.map(file => ({
    file,
    lines: readFileSync(join(folder, file), 'utf8').split('\n').length,
  }))
  const top = sized.sort((a, b) => b.lines - a.lines).slice(0, 10)
  return [
    'The ten largest files, in lines:',
    ...top.map(one => `  ${String(one.lines).padStart(5)}  ${one.file}`),
  ]
}

/** Folders of `src/` that hold too many files for one look. */
export function largeFolders(folder: string): readonly string[] {
  const held = new Map<string, number>()
  for (const file of globSync('src/**/*.{ts,cjs,cts}', { cwd: folder }))
    held.set(dirname(file), (held.get(dirname(file)) ?? 0) + 1)
  return [...held]
    .filter(([, files]) => files > LARGE_FOLDER)
    .map(([name, files]) => `${name} holds ${files} files`)
}

/**
 * Exported types of `src/` whose name stands in several files: a reader can't tell which one is
 * meant.
 */
export const typesTwice = (folder: string): readonly string[] =>
  [...sharedTypes(folder)].map(([name, where]) => `${name}: ${where.join(', ')}`)

/** What deserves a look and fails nothing. */
export function lights(folder = '.'): string {
  const [large, twice] = [largeFolders(folder), typesTwice(folder)]
  return [
    ...largestFiles(folder),
    ...large,
    ...(twice.length > 0
      ? [`${twice.length} names of exported types stand in several files, as ${twice[0]}`]
      : []),
  ].join('\n')
}
