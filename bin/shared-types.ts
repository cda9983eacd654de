import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The exported type names that two files of `src/` share. A reader who meets such a name must
 * look at the imports to know which type is meant; a name that says what its type is needs no look.
 *
 * `bin/shared-types.json` lists the names that are still owed a rename, with how many files share
 * each. `bin/check-rooms` refuses any other name, and one more file. `node bin/shared-types.ts`
 * takes out what was renamed; nothing adds to the list.
 */
const OWED = join(import.meta.dirname, 'shared-types.json')
const EXPORTED = /^export (?:abstract )?(?:type|interface|class) (\w+)/gm

/** How many files share each name that is owed a rename. */
export type Owed = Readonly<Record<string, number>>

/** By name, the files that export a type of that name; two files or more each. */
export function sharedTypes(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const file of globSync('src/**/*.ts', { cwd: folder }).toSorted())
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(EXPORTED))
      files.set(name, [...(files.get(name) ?? []), file])
  return new Map([...files].filter(([, all]) => all.length > 1))
}

export const owedTypes = (): Owed => JSON.parse(readFileSync(OWED, 'utf8')) as Owed

/** The faults that `bin/check-rooms` prints. */
export function sharedFaults(folder: string, owed: Owed): readonly string[] {
  const shared = [...sharedTypes(folder)].filter(([name, all]) => all.length > (owed[name] ?? 1))
  return shared.map(
    ([name, files]) => `the type ${name} has ${files.length} meanings: ${files.join(', ')}`,
  )
}

/** The list without what was renamed. */
export function shortened(owed: Owed, folder: string): Owed {
  const shared = sharedTypes(folder)
  return Object.fromEntries(
    Object.entries(owed)
      .map(([name, files]) => [name, Math.min(files, shared.get(name)?.length ?? 1)] as const)
      .filter(([, files]) => files > 1),
  )
}

if (import.meta.main) {
  const left = shortened(owedTypes(), '.')
  writeFileSync(OWED, `${JSON.stringify(left, null, 2)}\n`)
  console.log(`${Object.keys(left).length} names are owed a rename.`)
}
