import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { argv } from 'node:process'
import { pattern } from '../src/core/pattern.ts'
import { ROOMS, roomOf } from './rooms.ts'
import { owedTypes, sharedFaults } from './shared-types.ts'

/**
 * Who may import whom: a floor sees only what `rooms.ts` says; a brick sees no other brick; no
 * circle of imports. And who may name whom: below the bricks no record type of theirs is known
 * (`NAMELESS`), so that one taken out leaves the rest whole. And no exported type name has two
 * meanings (`shared-types.ts`). `bin/check-rooms [FOLDER]`: prints each fault; exit 1 when there is
 * one. Tested with planted faults (check-rooms.test.ts).
 */
const IMPORT = pattern('g')`
  (?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]
  |\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)
`

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')

type Import = Readonly<{ path: string; onlyTypes: boolean }>
export function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source)
  return [...code.matchAll(IMPORT)].map(([, type, named, dynamic]) => ({
    path: named ?? dynamic ?? '',
    onlyTypes: type !== undefined,
  }))
}

/**
 * Floors that know no record type of a brick. What speaks the harvest's own words of kinds stands
 * apart.
 */
const NAMELESS = /^src\/(?:core|text|log|projection|sync|engine|files|ui|web)\/(?!harvest\/)/
/**
 * Words that a type bears and that are also the house's own: a kind of field, who asks, a role,
 * what a page knows, a field of a code. Only what asks for a type counts.
 */
const ALSO_OURS = new Set([
  'commune',
  'member',
  'relay',
  'territory',
  'word',
  'request',
  'response',
  'theme',
  'watch',
])

/**
 * Law 5: rooms that are given the time and the draws of chance, and ask the machine for neither.
 */
const PURE = /^src\/(?:core|text)\//
const CLOCK_OR_CHANCE = pattern()`
  \b(?:Date\.now|Math\.random|Temporal\.Now|performance\.\w+|crypto\.\w+|set(?:Timeout|Interval
  |Immediate))\b|\bnew Date(?:\(\)|(?! *\())|(?<!new )\bDate\(
`

/** The record types that bricks declare. */
function typesIn(folder: string): readonly string[] {
  const texts = globSync('src/bricks/*/{,model/}records*.ts', { cwd: folder }).map(file =>
    readFileSync(join(folder, file), 'utf8'),
  )
  return texts.flatMap(text =>
    [...text.matchAll(/\brecordType\(\{\s*name: '([^']+)'/g)].map(([, name]) => name ?? ''),
  )
}

/** The record types that a source names, as types or as tables. */
export function namesIn(source: string, types: readonly string[]): readonly string[] {
  const code = withoutComments(source)
  return types.filter(type => {
    const table = type.replaceAll('-', '_')
    const quoted = ALSO_OURS.has(type)
      ? `(?:\\.(?:get|has)\\(|\\btypes?: \\[?|\\b(?:of|to): \\[)['"\`]${type}['"\`]`
      : `['"\`]${type}['"\`]`
    return new RegExp(
      `${quoted}|\\b(?:FROM|JOIN|INTO|UPDATE) "?${table}(?:_home|_network)?\\b`,
    ).test(code)
  })
}

export function faultsIn(folder: string): readonly string[] {
  const files = globSync('src/**/*.{ts,cjs}', { cwd: folder }).filter(
    file => !file.endsWith('.test.ts'),
  )
  const graph = new Map<string, readonly string[]>()
  const types = typesIn(folder)
  const faults = files.flatMap(file => {
    const source = readFileSync(join(folder, file), 'utf8')
    const found = importsOf(source)
    const named = NAMELESS.test(file)
      ? namesIn(source, types).map(type => `${file}: names a brick's record type (${type})`)
      : []
    const [asked] = (PURE.test(file) && CLOCK_OR_CHANCE.exec(withoutComments(source))) || []
    const impure =
      asked === undefined ? [] : [`${file}: asks for the time or for chance (${asked})`]
    const near = (path: string) => relative('.', join(dirname(file), path))
    graph.set(
      file,
      found.filter(one => one.path.startsWith('.') && !one.onlyTypes).map(one => near(one.path)),
    )
    const wrong = found.flatMap(one => {
      const why = one.path.startsWith('.')
        ? wrongRoom(file, near(one.path))
        : wrongPackage(file, one.path)
      return why ? [`${file}: ${why}`] : []
    })
    return [...wrong, ...named, ...impure]
  })
  return [...faults, ...circles(graph)]
}

const brickOf = (file: string): string => file.split('/')[2] ?? ''

function wrongRoom(file: string, target: string): string | undefined {
  const [here, there] = [roomOf(file), roomOf(target)]
  const inBricks = file.startsWith('src/bricks/') && target.startsWith('src/bricks/')
  if (inBricks && brickOf(file) !== brickOf(target))
    return `a brick may not import another brick (${target})`
  if (here === there) return undefined
  return ROOMS[here]?.rooms.includes(there) ? undefined : `${here} may not import ${target}`
}

function wrongPackage(file: string, path: string): string | undefined {
  const may = ROOMS[roomOf(file)]
  if (path.startsWith('node:'))
    return may?.node ? undefined : `${roomOf(file)} may not import ${path}`
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
  const allowed = may?.packages.some(
    one => one === '*' || one === name || (one === 'hono' && name === '@hono/node-server'),
  )
  return allowed ? undefined : `${roomOf(file)} may not import the package ${name}`
}

/** Circles of imports that run (types alone are no circle). */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const faults: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file)
    if (at >= 0) {
      faults.push(`a circle of imports: ${[...trail.slice(at), file].join(' → ')}`)
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return faults
}

if (import.meta.main) {
  const folder = argv[2] ?? '.'
  const faults = [...faultsIn(folder), ...sharedFaults(folder, owedTypes())]
  for (const fault of faults) console.error(fault)
  console.log(faults.length === 0 ? 'Each line is in its room.' : `${faults.length} faults.`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
