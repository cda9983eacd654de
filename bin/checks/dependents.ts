import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, matchesGlob, normalize } from 'node:path'

const FOLDERS = '{src,bin,tests,seeds,bench,box}'
/** Programs that have no ending are read too: `bin/cocote` starts `bin/cocote.ts`. */
const PROGRAMS = ['{src,bin,tests,seeds,bench}/**/*.{ts,cjs,mjs,sh}', '{bin,box}/*']

/** A path as code writes it: from its own folder, or from the folder of the project. */
const PATH = /(?:\.{1,2}\/)+[\w./*{},-]*|\b(?:src|bin|tests|seeds|bench|box)\/[\w./*{},-]+/g
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')

/** The files that a path means: one, those of a pattern, or all those of a folder. */
function meant(path: string, all: ReadonlySet<string>): readonly string[] {
  if (all.has(path)) return [path]
  if (/[*{]/.test(path)) return [...all].filter(file => matchesGlob(file, path))
  // `src/` alone is the foot of longer paths, which are written elsewhere.
  const folder = path.replace(/\/?$/, '/')
  return folder.split('/').length > 2 ? [...all].filter(file => file.startsWith(folder)) : []
}

/**
 * The files that depend on one of these, those included: they import it, start it as a thread or a
 * program, or read it as a text, or do so by another file. A path counts wherever code writes it,
 * so that too many files are found rather than too few.
 */
export function dependents(folder: string, on: Iterable<string>): ReadonlySet<string> {
  const isFile = (path: string): boolean => statSync(join(folder, path)).isFile()
  const all = new Set(globSync(`${FOLDERS}/**`, { cwd: folder }).filter(isFile))
  const users = new Map<string, Set<string>>()
  for (const file of globSync(PROGRAMS, { cwd: folder }).filter(isFile))
    for (const used of usedBy(file, readFileSync(join(folder, file), 'utf8'), all))
      users.set(used, (users.get(used) ?? new Set()).add(file))
  const found = new Set(on)
  for (const file of found) for (const user of users.get(file) ?? []) found.add(user)
  return found
}

const usedBy = (file: string, code: string, all: ReadonlySet<string>): readonly string[] =>
  [...withoutComments(code).matchAll(PATH)].flatMap(([path]) =>
    meant(normalize(path.startsWith('.') ? join(dirname(file), path) : path), all),
  )
