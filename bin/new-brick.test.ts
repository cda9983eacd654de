import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it, test } from 'node:test'
import { takenAddresses } from './addresses.ts'
import { readmeFaults } from './checks/readmes.ts'
import { withoutLines } from './checks/without.ts'
import { addressFault, bareWord, faultOf, listed, recordFault, wholeOf } from './new-brick.ts'
import { filesOf } from './new-brick-files.ts'
import { seedOf, worldWith } from './new-brick-seed.ts'

const HOUSE = new URL('..', import.meta.url).pathname
const COPIED = [
  'src',
  'bin',
  'seeds',
  'tests',
  'public',
  'package.json',
  'tsconfig.json',
  'biome.json',
]

describe('a new brick passes every check, and leaves without a trace', () => {
  const tree = mkdtempSync(join(tmpdir(), 'cocote-brick-'))
  const lists = ['src/app/bricks.ts', 'src/app/models.ts', 'src/app/tables.ts'].map(file =>
    join(tree, file),
  )
  const made = ['src/bricks/book-club', 'seeds/book-club.ts', 'src/bricks/bread-oven']
  const read = (): readonly string[] => lists.map(file => readFileSync(file, 'utf8'))
  let first: readonly string[] = []
  before(() => {
    for (const one of COPIED) cpSync(join(HOUSE, one), join(tree, one), { recursive: true })
    symlinkSync(join(HOUSE, 'node_modules'), join(tree, 'node_modules'))
    // Only what the brick touches is checked again: the rest is, by the steps before this one.
    const types = JSON.parse(readFileSync(join(tree, 'tsconfig.json'), 'utf8')) as {
      include: string[]
    }
    writeFileSync(
      join(tree, 'tsconfig.json'),
      JSON.stringify({ ...types, include: ['src', 'seeds'] }),
    )
    first = read()
  })
  after(() => rmSync(tree, { recursive: true, force: true }))

  // Without this, a test run inside a test run does nothing and says that all is well.
  const { NODE_TEST_CONTEXT: _, CHECK_PASS: __, ...env } = process.env
  const run = (command: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(join(tree, command), args, {
      cwd: tree,
      encoding: 'utf8',
      env,
    })
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
  const node = 'node_modules/.bin/node'

  it('is written by one command, with its lines in each list', () => {
    const french = ['--path', '/lectures', '--one', 'un club de lecture']
    const english = ['--one-en', 'reading club', '--record', 'reading']
    run('bin/new-brick', 'book-club', ...french, ...english)
    const ovens = ['--path', '/fours', '--one', 'four à pain', '--many', 'fours à pain']
    run('bin/new-brick', 'bread-oven', ...ovens, '--lasting')
    const [bricks = '', models = '', tables = ''] = read()
    assert.match(bricks, /import \{ bookClub \} from '..\/bricks\/book-club\/brick.ts'\n/)
    assert.match(
      models,
      /import \{ model as bookClub \} from '..\/bricks\/book-club\/model\/model.ts'\n/,
    )
    assert.match(
      tables,
      /import \{ tables as bookClub \} from '..\/bricks\/book-club\/model\/records.ts'\n/,
    )
    // On one line, or one a line once there are many.
    for (const said of [bricks, models, tables])
      assert.match(said, /,\s+bookClub,\s+breadOven,?\s*\]/)
  })
  it('stands at its own address, in its own words', () => {
    const of = (file: string) => readFileSync(join(tree, 'src/bricks/book-club', file), 'utf8')
    assert.match(of('model/records.ts'), /PATH = '\/lectures'/)
    assert.match(of('words/fr.ts'), /one: 'club de lecture',\n\s+many: 'club de lectures'/)
    assert.match(of('words/en.ts'), /one: 'reading club',\n\s+many: 'reading clubs'/)
    assert.match(of('model/records.ts'), /const reading = recordType\(\{\s+name: 'reading'/)
  })
  it('is laid out as the house is', () => {
    const files = [...made, 'seeds/bread-oven.ts', 'seeds/world.ts', ...lists]
    run('node_modules/.bin/biome', 'check', '--error-on-warnings', ...files)
  })
  it('has an entry of the menu that begins with a capital letter', () => {
    const words = readFileSync(join(tree, 'src/bricks/book-club/words/fr.ts'), 'utf8')
    assert.match(words, /menu: 'Club de lectures'/)
  })
  it('has nothing to finish where its records last', () => {
    const said = globSync('src/bricks/bread-oven/*/**/*.ts', { cwd: tree })
    assert.ok(!said.includes('src/bricks/bread-oven/model/commands.ts'))
    for (const file of said)
      assert.doesNotMatch(readFileSync(join(tree, file), 'utf8'), /finish|done|%/i, file)
  })
  it('has a record in the demonstration, as the world asks of each type', () => {
    run(node, '--test', 'seeds/world.test.ts')
    const world = join(tree, 'seeds/world.ts')
    const whole = readFileSync(world, 'utf8')
    writeFileSync(world, whole.replace('...bookClub(when),', ''))
    const args = ['--test', 'seeds/world.test.ts']
    const bare = spawnSync(join(tree, node), args, { cwd: tree, encoding: 'utf8', env })
    writeFileSync(world, whole)
    assert.match(bare.stdout, /the demonstration has no reading/)
  })
  it('has its types right', () => {
    run('node_modules/.bin/tsc', '-p', '.')
  })
  it('stays in its room', () => {
    run(node, 'bin/check-rooms.ts')
  })
  it('has a README with its parts', () => {
    for (const brick of ['book-club', 'bread-oven'])
      assert.deepEqual(readmeFaults(`src/bricks/${brick}/README.md`, tree), [])
  })
  it('passes its own tests, and those of the atelier, which lists all bricks', () => {
    const said = run(
      node,
      '--test',
      'src/bricks/book-club/book-club.test.ts',
      'src/bricks/bread-oven/bread-oven.test.ts',
      'src/dev/atelier.test.ts',
    )
    assert.match(said, /pass 11\b/)
  })
  it('is refused the second time, and nothing changes', () => {
    const said = read()
    const again = spawnSync(join(tree, 'bin/new-brick'), ['book-club'], {
      cwd: tree,
      encoding: 'utf8',
    })
    assert.equal(again.status, 1)
    assert.match(again.stderr, /is there already/)
    assert.deepEqual(read(), said)
  })
  it('taken out, its folder and its lines, leaves a house that still has its types right', () => {
    rmSync(join(tree, 'src/bricks/book-club'), { recursive: true })
    rmSync(join(tree, 'src/bricks/bread-oven'), { recursive: true })
    const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll(',]', ']')
    const left = read().map(text => withoutLines(withoutLines(text, 'book-club'), 'bread-oven'))
    assert.deepEqual(left.map(bare), first.map(bare))
    for (const [i, file] of lists.entries()) writeFileSync(file, left[i] ?? '')
    run('node_modules/.bin/tsc', '-p', '.')
  })
})

test('names that can’t be are refused in a sentence', () => {
  for (const name of [
    '',
    'x',
    'Book',
    'prêts',
    '../up',
    'a--b',
    'book_club',
    '2nd',
    'class',
    'pages',
    'a'.repeat(31),
    '__proto__',
  ])
    assert.ok(faultOf(name), name)
  for (const name of ['offers', 'plain', 'offer', 'talks', 'world'])
    assert.match(faultOf(name) ?? '', /already|called|needs/, name)
  for (const name of ['singing', 'book-club', 'repair-cafe']) assert.equal(faultOf(name), undefined)
})

test('an address that the program answers is refused with the name of who has it', () => {
  const taken = takenAddresses()
  const holders = {
    '/annonces': 'the brick offers answers at /annonces',
    '/carte-habitant': 'the brick members answers at /carte-habitant',
    '/facteur': 'the brick sync answers at /facteur',
    '/cueillette': 'the brick harvest answers at /cueillette',
    '/ecrire': 'the house answers at /ecrire',
    '/entrer': 'the house answers at /entrer',
    '/imprimer': 'the house answers at /imprimer',
    '/atelier': 'the house answers at /atelier',
    '/bienvenue': 'the house answers at /bienvenue',
  }
  for (const [path, said] of Object.entries(holders))
    assert.ok(addressFault(path, taken)?.startsWith(said), `${path}: ${addressFault(path, taken)}`)
  for (const path of ['fours', '/Fours', '/fours/', '/', '/fours à pain', `/${'a'.repeat(30)}`])
    assert.match(addressFault(path, taken) ?? '', /an address is a slash/, path)
  for (const path of ['/fours', '/fours-a-pain', '/lectures'])
    assert.equal(addressFault(path, taken), undefined, path)
})

test('what is not said is asked, in French and in English, with what stands without an answer', async () => {
  const asked: string[] = []
  const answers = ['un four à pain', '', '', 'bread ovens of all', '', '/fours']
  const made = await wholeOf('bread-oven', {}, question => {
    asked.push(question)
    return Promise.resolve(answers[asked.length - 1] ?? '')
  })
  assert.deepEqual(asked, [
    'One of them, in French, with un or une? [un bread oven] ',
    'Several of them, in French? [four à pains] ',
    'One of them, in English? [bread oven] ',
    'Several of them, in English? [bread ovens] ',
    'Its record type in code, for ever? [bread-oven] ',
    'Its address? [/bread-oven] ',
  ])
  assert.deepEqual(made, {
    ...{ name: 'bread-oven', record: 'bread-oven', path: '/fours', lasting: false },
    ...{ article: 'un', one: 'four à pain', many: 'four à pains' },
    ...{ oneEn: 'bread oven', manyEn: 'bread ovens of all' },
  })
  const whole = { ...made, one: 'four', manyEn: 'ovens' }
  const none = () => assert.fail('all was said')
  assert.deepEqual(await wholeOf('bread-oven', whole, none), whole)
})

test('the button that adds one has the article that was said', async () => {
  const frOf = async (one: string) => {
    const made = await wholeOf('bread-oven', { one, oneEn: 'oven' }, undefined)
    return [...filesOf(made)].flatMap(([, text]) => /\n +add: '(.*)'/.exec(text)?.[1] ?? [])
  }
  assert.deepEqual(await frOf('une idée'), ['Ajouter une idée', 'Add an oven'])
  assert.deepEqual(await frOf('four à pain'), ['Ajouter un four à pain', 'Add an oven'])
})

test('a record type that can’t be is refused in a sentence', () => {
  assert.equal(recordFault('bread-oven', 'bread-oven'), undefined)
  assert.equal(recordFault('oven', 'bread-oven'), undefined)
  assert.match(recordFault('offer', 'bread-oven') ?? '', /has a record type that is called offer/)
  assert.match(recordFault('row', 'bread-oven') ?? '', /a word that the code needs/)
  assert.match(recordFault('Four', 'bread-oven') ?? '', /small letters/)
})

test('no line of a new brick is over 100 columns', async () => {
  const made = await wholeOf('bread-oven', {}, undefined)
  const lasting = filesOf({ ...made, lasting: true })
  for (const [file, text] of [...filesOf(made), ...lasting, ['seed', seedOf(made)] as const])
    for (const line of text.split('\n')) assert.ok(line.length <= 100, `${file}: ${line}`)
})

test('a French word stands between quotes as it is', () => {
  assert.equal(bareWord(" point d'eau "), 'point d’eau')
  assert.equal(bareWord('`${x}` \\ %name% */'), '${x}  name /')
})

test('a list of bricks in another shape is left alone', () => {
  assert.equal(worldWith('export const world = () => []', 'singing'), undefined)
  assert.equal(listed('export const bricks = all()', 'singing'), undefined)
})
