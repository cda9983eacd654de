import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, execPath, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bricks } from '../src/app/bricks.ts'
import { wholeBricks } from '../src/web/records/brick.ts'
import { holderOf, type Taken, takenAddresses } from './addresses.ts'
import { filesOf, type NewBrick, variable } from './new-brick-files.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The three lists that name a brick, in the same order. */
const LISTS = ['src/app/bricks.ts', 'src/app/models.ts', 'src/app/tables.ts'] as const
const LONGEST = 30
const USAGE = `bin/new-brick NAME [--path /ADDRESS] [--one WORD] [--many WORDS]

  NAME    its name in code, in English: bread-oven
  --path  its address, in French: /fours; /NAME without it
  --one   one of them, in French: « four à pain »
  --many  several of them: « fours à pain »; --one with an s without it

At a terminal, what is not said is asked.`

/** Words that a variable may not be, and those that a brick's own files use. */
const WORDS = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else ' +
    'enum eval export extends false finally for function if implements import in instanceof ' +
    'interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined void while with yield brick bricks commands pages slots fr ' +
    'en words plain test written model tables'
  ).split(' '),
)

/** Why a brick can't have this name; undefined when it can. */
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
  const holder = all.find(one => one.records.some(type => type.name === name))
  return holder && `the brick ${holder.name} has a record type that is called ${name}`
}

/** Why a brick can't have this address; undefined when it can. */
export function addressFault(path: string, taken: readonly Taken[]): string | undefined {
  if (!/^\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(path) || path.length > LONGEST)
    return (
      `« ${path} »: an address is a slash, then small letters without accents, ${LONGEST} ` +
      'characters at most: /fours-a-pain'
    )
  const held = holderOf(path, taken)
  if (!held) return undefined
  const who = held.brick && held.brick !== 'plain' ? `the brick ${held.brick}` : 'the house'
  return `${who} answers at ${held.path}: give another address than ${path} by --path`
}

/**
 * A list of bricks, of models or of tables with one more line and one more name; undefined when it
 * is not written as this program knows it.
 */
export function listed(list: string, name: string): string | undefined {
  const array = /(= (?:modelsOf\()?\[)([^\]]*)\]/
  const names = array.exec(list)?.[2]
  if (names === undefined) return undefined
  const held = names.split(',').flatMap(one => one.trim() || [])
  const as = variable(name)
  const of = list.includes('modelsOf(')
    ? `model as ${as} } from '../bricks/${name}/model/model.ts'`
    : list.includes('BrickTables[]')
      ? `tables as ${as} } from '../bricks/${name}/model/records.ts'`
      : `${as} } from '../bricks/${name}/brick.ts'`
  return `import { ${of}\n` + list.replace(array, `$1${[...held, as].join(', ')}]`)
}

function write(made: NewBrick): number {
  const { name } = made
  const lists = LISTS.map(list => ({
    file: join(ROOT, list),
    text: listed(readFileSync(join(ROOT, list), 'utf8'), name),
  }))
  if (lists.some(({ text }) => text === undefined)) {
    console.error(`${LISTS.join(', ')}: one has another shape than expected: add the brick by hand`)
    return 1
  }
  const files = [...filesOf(made)].map(([file, text]) => ({
    file: join(ROOT, 'src/bricks', name, file),
    text,
  }))
  for (const { file, text = '' } of [...files, ...lists]) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return laidOut(made)
}

function laidOut({ name, path }: NewBrick): number {
  const biome = join(ROOT, 'node_modules/.bin/biome')
  const laid = spawnSync(execPath, [biome, 'check', '--write', `src/bricks/${name}`, ...LISTS], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (laid.status !== 0) console.error(laid.stdout + laid.stderr)
  console.log(
    `src/bricks/${name} is there, its page is ${path}, and three lists of src/app/ name it.\n` +
      'Try:\n' +
      `  bin/check src/bricks/${name}/${name}.test.ts\n` +
      'Then docs/first-brick.md goes on from there.',
  )
  return laid.status ?? 1
}

type Said = Readonly<Partial<Omit<NewBrick, 'name'>>>

/** What was said, what a terminal answers, else what the name gives. */
async function wholeOf(name: string, said: Said): Promise<NewBrick> {
  const plain = name.replaceAll('-', ' ')
  const lines = stdin.isTTY && stdout.isTTY ? createInterface(stdin, stdout) : undefined
  const ask = async (given: string | undefined, question: string, otherwise: string) =>
    bareWord(given ?? (await lines?.question(`${question} [${otherwise}] `)) ?? '') || otherwise
  try {
    const one = await ask(said.one, 'One of them, in French?', plain)
    const many = await ask(said.many, 'Several of them, in French?', `${one}s`)
    return { name, one, many, path: await ask(said.path, 'Its address?', `/${name}`) }
  } finally {
    lines?.close()
  }
}
/** A word as it may stand between quotes in a file of words. */
export const bareWord = (text: string): string =>
  text
    .trim()
    .replaceAll("'", '’')
    .replace(/[\\`*%]|\p{Cc}/gu, '')

async function main(): Promise<number> {
  const option = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    options: { path: option, one: option, many: option, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  const [name, ...more] = positionals
  if (values.help || !name || more.length > 0) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const wrong = faultOf(name)
  const { help: _, ...said } = values
  const made = wrong === undefined ? await wholeOf(name, said) : undefined
  const fault = made ? addressFault(made.path, takenAddresses()) : wrong
  if (fault !== undefined) console.error(fault)
  return made && fault === undefined ? write(made) : 1
}

if (import.meta.main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error
    if (!isUsage || !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
    console.error(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  }
}
