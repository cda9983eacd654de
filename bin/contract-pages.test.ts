import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bricks } from '../src/app/bricks.ts'
import { models } from '../src/app/models.ts'
import { testEngine } from '../tests/support/test-engine.ts'
import { declaredIn } from './contract/declared.ts'
import { PAGES } from './contract/pages.ts'
import { contractPages } from './contract-pages.ts'

/** Files of the contract whose types a brick only passes on, or reads through others. */
const BEHIND = new Set(
  (
    'clock communes counted retention keeper meant newest packing part-raised refusal ' +
    'submission-groups speaker tables type-words'
  )
    .split(' ')
    .map(name => `src/contract/${name}.ts`),
)
const declared = (page: string) => declaredIn(readFileSync(PAGES[page]?.file ?? '', 'utf8'))
const membersOf = (page: string, ...types: readonly string[]): ReadonlySet<string> =>
  new Set(
    declared(page)
      .filter(({ name }) => types.length === 0 || types.includes(name))
      .flatMap(({ members }) => members.map(({ name }) => name)),
  )

test('each page is what the program makes, and no other page stands there', () => {
  const made = contractPages()
  for (const [file, text] of made)
    assert.equal(readFileSync(file, 'utf8'), text, `${file}: run \`node bin/contract-pages.ts\``)
  const there = readdirSync('docs/contract').map(name => `docs/contract/${name}`)
  assert.deepEqual(there.toSorted(), [...made.keys()].toSorted())
})

test('each file of the contract has a page, or is named as one behind the others', () => {
  const paged = new Set(Object.values(PAGES).map(({ file }) => file))
  const files = globSync('src/contract/*.ts').filter(file => !file.endsWith('.test.ts'))
  assert.deepEqual(
    files.filter(file => !paged.has(file) && !BEHIND.has(file)),
    [],
  )
  assert.deepEqual(
    [...BEHIND].filter(file => !files.includes(file) || paged.has(file)),
    [],
  )
})

test('all that the bricks declare, and all that a kit and a reader give, has its line', () => {
  using box = testEngine({ bricks })
  const known = membersOf('brick')
  // The server part is attached by `served` (web/served.ts), and is no part of the contract.
  for (const one of [...bricks, ...models])
    for (const key of Object.keys(one))
      assert.ok(
        known.has(key) || ['server', 'copy', 'wayIn', 'picture'].includes(key),
        `${one.name}.${key}`,
      )
  const slots = membersOf('slots', 'Slots')
  for (const { name, slots: own = {} } of bricks)
    for (const key of Object.keys(own)) assert.ok(slots.has(key), `${name}: slot ${key}`)
  for (const key of Object.keys(box.kit('/'))) assert.ok(membersOf('kit').has(key), `kit.${key}`)
  for (const key of Object.keys(box.kit('/').request))
    assert.ok(membersOf('request').has(key), `request.${key}`)
  const reader = membersOf('reader', 'Reader', 'WholeReader')
  for (const key of Object.keys(box.read)) assert.ok(reader.has(key), `read.${key}`)
})

test('each kind of the schema has a row', () => {
  const kind = declared('record-type').find(({ name }) => name === 'FieldKind')
  const kinds = [...(kind?.text ?? '').matchAll(/'(\w+)'/g)].map(([, one = '']) => one)
  assert.ok(kinds.length > 20)
  const page = contractPages().get('docs/contract/field-kinds.md') ?? ''
  for (const one of kinds) assert.ok(page.includes(`\n| \`${one}\` | \``), one)
})
