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
import { seedOf, worldWith } from './new-brick-seed.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The three lists that name a brick, in the same order. */
const LISTS = ['src/app/bricks.ts', 'src/app/models.ts', 'src/app/tables.ts'] as const
/** The records of the demonstration. */
const WORLD = 'seeds/world.ts'
const LONGEST = 30
const USAGE = `bin/new-brick NAME [--path /ADDRESS] [--one WORD] [--many WORDS]
              [--one-en WORD] [--many-en WORDS] [--record NAME] [--lasting]

  NAME    its name in code, in English: bread-oven
  --path  its address, in French: /fours; /NAME without it
  --one   one of them, in French, with its article: « un four à pain », « une idée »; un without it
  --many  several of them: « fours à pain »; --one with an s without it
  --one-en, --many-en   the same in English; its name, and --one-en with an s, without them
  --record  its record type in code, in English, for ever: bread-oven; NAME without it
  --lasting  its records last, as those of a register (bread ovens); without it, each is finished
             once (an exchange of seeds)

It writes src/bricks/NAME, seeds/NAME.ts, and a line for them in three lists of src/app/ and in
seeds/world.ts.

At a terminal, what is not said is asked.`

/** Words that a variable may not be, and those that a brick's own files use. */
const WORDS = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else ' +
    'enum eval export extends false finally for function if implements import in instanceof ' +
    'interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined void while with yield brick bricks commands pages slots fr ' +
    'en words plain test written model tables when long world'
  ).split(' '),
)

function shapeFault(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length < 3 || name.length > LONGEST)
    return (
      `« ${name} »: a name has 3 to ${LONGEST} small letters without accents, words joined by ` +
      'a hyphen: book-club'
    )
  return WORDS.has(variable(name))
    ? `« ${name} » is a word that the code needs: choose another`
    : undefined
}

/** Words that the variable of a record type may not be either. */
const RECORD_WORDS = new Set(
  (
    'kit read row list line one html message draft notice say finish finishing done-on path ' +
    'record-type tables mistake-alone test-engine'
  )
    .split(' ')
    .map(variable),
)

/** Why a brick can't have this name; undefined when it can. */
export function faultOf(name: string): string | undefined {
  const shape = shapeFault(name)
  if (shape !== undefined) return shape
  const all = wholeBricks(bricks)
  if (existsSync(join(ROOT, 'src/bricks', name)) || all.some(one => one.name === name))
    return `the brick ${name} is there already`
  if (bricks.some(one => variable(one.name) === variable(name)))
    return `the brick ${name} would be called as another one`
  if (existsSync(join(ROOT, `seeds/${name}.ts`))) return `seeds/${name}.ts is there already`
  return heldBy(name)
}
const heldBy = (record: string): string | undefined => {
  const all = wholeBricks(bricks)
  const holder = all.find(one => one.records.some(type => type.name === record))
  return holder && `the brick ${holder.name} has a record type that is called ${record}`
}

/** Why the record type of a brick can't have this name. */
export function recordFault(record: string, name: string): string | undefined {
  if (record === name) return undefined
  if (RECORD_WORDS.has(variable(record)))
    return `« ${record} » is a word that the code needs: choose another`
  const why = shapeFault(record) ?? heldBy(record)
  const isBrick = variable(record) === variable(name)
  return why ?? (isBrick ? `the record ${record} would be called as its brick` : undefined)
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
  const more = (list: string, text: string) =>
    list === WORLD ? worldWith(text, name) : listed(text, name)
  const lists = [...LISTS, WORLD].map(list => ({
    file: join(ROOT, list),
    text: more(list, readFileSync(join(ROOT, list), 'utf8')),
  }))
  if (lists.some(({ text }) => text === undefined)) {
    console.error(
      `${LISTS.join(', ')}, ${WORLD}: one has another shape than expected: add the brick by hand`,
    )
    return 1
  }
  const files = [...filesOf(made)].map(([file, text]) => ({
    file: join(ROOT, 'src/bricks', name, file),
    text,
  }))
  const seed = { file: join(ROOT, `seeds/${name}.ts`), text: seedOf(made) }
  for (const { file, text = '' } of [...files, seed, ...lists]) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return laidOut(made)
}

function laidOut({ name, path }: NewBrick): number {
  const biome = join(ROOT, 'node_modules/.bin/biome')
  const written = [`src/bricks/${name}`, `seeds/${name}.ts`, ...LISTS, WORLD]
  const laid = spawnSync(execPath, [biome, 'check', '--write', ...written], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (laid.status !== 0) console.error(laid.stdout + laid.stderr)
  console.log(
    `src/bricks/${name} is there, its page is ${path}, and three lists of src/app/ name it.\n` +
      `seeds/${name}.ts has its record of the demonstration, and seeds/world.ts calls it.\n` +
      'Try:\n' +
      `  bin/check src/bricks/${name}/${name}.test.ts seeds/world.test.ts\n` +
      `Then docs/first-brick.md goes on from there; bin/check --brick ${name} tries all of it.`,
  )
  return laid.status ?? 1
}

export type Said = Readonly<Partial<Omit<NewBrick, 'name' | 'article'>>>
/** Asks one line of whoever sits at the terminal; absent where nobody does. */
export type AskLine = ((question: string) => Promise<string>) | undefined

/** What was said, what a terminal answers, else what the name gives. */
export async function wholeOf(name: string, said: Said, askLine: AskLine): Promise<NewBrick> {
  const plain = name.replaceAll('-', ' ')
  const ask = async (given: string | undefined, question: string, otherwise: string) =>
    bareWord(given ?? (await askLine?.(`${question} [${otherwise}] `)) ?? '') || otherwise
  const given = await ask(said.one, 'One of them, in French, with un or une?', `un ${plain}`)
  const one = given.replace(/^une? /, '')
  const article = /^une /.test(given) ? 'une' : 'un'
  const many = await ask(said.many, 'Several of them, in French?', `${one}s`)
  const oneEn = await ask(said.oneEn, 'One of them, in English?', plain)
  const manyEn = await ask(said.manyEn, 'Several of them, in English?', `${oneEn}s`)
  const record = await ask(said.record, 'Its record type in code, for ever?', name)
  const path = await ask(said.path, 'Its address?', `/${name}`)
  const words = { article, one, many, oneEn, manyEn } as const
  return { name, record, path, ...words, lasting: said.lasting ?? false }
}

async function askedFor(name: string, said: Said): Promise<NewBrick> {
  const lines = stdin.isTTY && stdout.isTTY ? createInterface(stdin, stdout) : undefined
  try {
    return await wholeOf(name, said, lines && (question => lines.question(question)))
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
    options: {
      ...{ path: option, one: option, many: option, record: option },
      ...{ 'one-en': option, 'many-en': option },
      lasting: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  })
  const [name, ...more] = positionals
  if (values.help || !name || more.length > 0) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const wrong = faultOf(name)
  const { help: _, 'one-en': oneEn, 'many-en': manyEn, ...rest } = values
  const said = { ...rest, ...(oneEn && { oneEn }), ...(manyEn && { manyEn }) }
  const made = wrong === undefined ? await askedFor(name, said) : undefined
  const fault = made
    ? (recordFault(made.record, name) ?? addressFault(made.path, takenAddresses()))
    : wrong
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
