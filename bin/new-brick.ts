import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { bricks } from '../src/app/bricks.ts'
import { wholeBricks } from '../src/web/records/brick.ts'
import { filesOf, variable } from './new-brick-files.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The two lists that name a brick, in the same order. */
const LISTS = ['src/app/bricks.ts', 'src/app/models.ts'] as const
const LONGEST = 30
/** Words that a variable may not be, and those that a brick's own files use. */
const WORDS = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else ' +
    'enum eval export extends false finally for function if implements import in instanceof ' +
    'interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined void while with yield brick bricks commands pages fr en ' +
    'words plain test turn shown written house'
  ).split(' '),
)
/** Addresses that the house answers by itself. */
const ADDRESSES = new Set(
  (
    'accord a-montrer apporter-un-tableau atelier chercher cueillette entrer fonts ouvrir ' +
    'sante sortir tenir'
  ).split(' '),
)

/** Why a brick can't be called so; undefined when it can. */
export function faultOf(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length < 3 || name.length > LONGEST)
    return (
      `« ${name} »: a name has 3 to ${LONGEST} small letters without accents, words joined by ` +
      'a hyphen: book-club'
    )
  if (WORDS.has(variable(name))) return `« ${name} » is a word that the code needs: choose another`
  const all = wholeBricks(bricks)
  if (existsSync(join(ROOT, 'src/bricks', name)) || all.some(one => one.name === name))
    return `the brick ${name} is there already`
  if (bricks.some(one => variable(one.name) === variable(name)))
    return `the brick ${name} would be called as another one`
  if (all.some(one => one.records.some(type => type.name === name)))
    return `a record type is already called ${name}`
  const addresses = all.flatMap(one =>
    [...one.pages, ...one.commands, ...one.records].map(it => it.path?.split('/')[1]),
  )
  return ADDRESSES.has(name) || addresses.includes(name)
    ? `the address /${name} is another page’s`
    : undefined
}

/**
 * A list of bricks or of models with one more line and one more name; undefined when it is not
 * written as this program knows it.
 */
export function listed(list: string, name: string): string | undefined {
  const array = /(= (?:modelsOf\()?\[)([^\]]*)\]/
  const names = array.exec(list)?.[2]
  if (names === undefined) return undefined
  const held = names.split(',').flatMap(one => one.trim() || [])
  const of = list.includes('modelsOf(')
    ? `model as ${variable(name)} } from '../bricks/${name}/model/model.ts'`
    : undefined
  const line = `import { ${of ?? `${variable(name)} } from '../bricks/${name}/brick.ts'`}\n`
  return line + list.replace(array, `$1${[...held, variable(name)].join(', ')}]`)
}

function write(name: string): number {
  const fault = faultOf(name)
  const lists = LISTS.map(list => ({
    file: join(ROOT, list),
    text: fault ? undefined : listed(readFileSync(join(ROOT, list), 'utf8'), name),
  }))
  if (fault || lists.some(({ text }) => text === undefined)) {
    console.error(
      fault ?? `${LISTS.join(' or ')} has another shape than expected: add the brick by hand`,
    )
    return 1
  }
  const files = [...filesOf(name)].map(([file, text]) => ({
    file: join(ROOT, 'src/bricks', name, file),
    text,
  }))
  for (const { file, text = '' } of [...files, ...lists]) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const biome = join(ROOT, 'node_modules/.bin/biome')
  const laid = spawnSync(execPath, [biome, 'check', '--write', `src/bricks/${name}`, ...LISTS], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (laid.status !== 0) console.error(laid.stdout + laid.stderr)
  console.log(
    `src/bricks/${name} is there, and ${LISTS.join(' and ')} name it. Try: bin/check ` +
      `src/bricks/${name}/${name}.test.ts`,
  )
  return laid.status ?? 1
}

if (import.meta.main) {
  const [name, ...more] = argv.slice(2)
  if (!name || more.length > 0 || name.startsWith('-')) {
    console.error('bin/new-brick NAME')
    process.exitCode = 2
  } else process.exitCode = write(name)
}
