import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The exported type names that two files of `src/` share. A reader who meets such a name must
 * look at the imports to know which type is meant; a name that says what its type is needs no look.
 *
 * `bin/shared-types.json` lists the names that are still owed a rename. `bin/check-rooms` refuses any
 * other. `node bin/shared-types.ts` takes out of the list the names that nobody shares any more;
 * nothing adds a name to it.
 */
const OWED = join(import.meta.dirname, 'shared-types.json')
const EXPORTED = /^export (?:abstract )?(?:type|interface|class) (\w+)/gm

/** By name, the files that export a type of that name; two files or more each. */
export function sharedTypes(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const file of globSync('src/**/*.ts', { cwd: folder }).toSorted())
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(EXPORTED))
      files.set(name, [...(files.get(name) ?? []), file])
  return new Map([...files].filter(([, all]) => all.length > 1))
}

export const owedTypes = (): readonly string[] =>
  JSON.parse(readFileSync(OWED, 'utf8')) as readonly string[]

/** The faults that `bin/check-rooms` prints. */
export function sharedFaults(folder: string, owed: readonly string[]): readonly string[] {
  const shared = [...sharedTypes(folder)].filter(([name]) => !owed.includes(name))
  return shared.map(([name, files]) => `the type ${name} has two meanings: ${files.join(', ')}`)
}

if (import.meta.main) {
  const shared = sharedTypes('.')
  const left = owedTypes().filter(name => shared.has(name))
  writeFileSync(OWED, `${JSON.stringify(left, null, 2)}\n`)
  console.log(`${left.length} names are owed a rename.`)
}
