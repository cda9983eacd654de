import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bricks } from '../app/bricks.ts'
import { setupWords } from '../app/opening/setup-words.ts'
import { puttingBackWords } from '../backup/putting-back-words.ts'
import { backupWords } from '../backup/words.ts'
import { askedWords, savesWords } from '../bricks/box/server/words.ts'
import { communesJoinWords, geographyWords } from '../bricks/directory/server/words.ts'
import { harvestWords } from '../bricks/harvest/server/words.ts'
import { heavyWords, shelfWords } from '../bricks/shelf/server/words.ts'
import { newsWords } from '../bricks/sync/server/words.ts'
import { cliWords } from '../cli/words.ts'
import { communesWords } from '../data/communes-words.ts'
import { dataWords } from '../data/words.ts'
import { machineWords } from '../machine/words.ts'
import { versionWords } from '../release/words.ts'
import { uiWords } from '../ui/words.ts'
import { printWords } from '../web/print/words.ts'
import { wholeBricks } from '../web/records/brick.ts'
import { plainWords } from '../web/records/words.ts'
import { openingWords } from '../web/session/opening-words.ts'
import { sheetWords } from '../web/session/sheet-words.ts'
import { webWords } from '../web/words.ts'
import { nullPrototype } from './null-prototype.ts'
import { pattern } from './pattern.ts'

/** Words that every object of JavaScript answers to, unless it is bare. */
const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
] as const

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
function* tablesIn(
  table: object,
  path: string,
): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (isTable(table)) yield [path, table]
  for (const [name, inside] of Object.entries(table))
    if (isTable(inside)) yield* tablesIn(inside, `${path}.${name}`)
}

test('a table without a prototype has its own keys alone, and so have its inner tables', () => {
  const table = nullPrototype({ bois: 1, inside: { papier: 2 } }) as Readonly<
    Record<string, unknown>
  >
  assert.deepEqual(Object.keys(table), ['bois', 'inside'])
  for (const word of INHERITED)
    assert.deepEqual(
      [table[word], (table['inside'] as Readonly<Record<string, unknown>>)[word]],
      [undefined, undefined],
    )
})

test('the words of bricks and of the program, and the fields of types, have no inherited key', () => {
  const all = wholeBricks(bricks)
  const rooms = [
    askedWords,
    savesWords,
    communesJoinWords,
    communesWords,
    geographyWords,
    heavyWords,
    openingWords,
    puttingBackWords,
    setupWords,
    sheetWords,
    shelfWords,
    backupWords,
    cliWords,
    dataWords,
    harvestWords,
    machineWords,
    newsWords,
    plainWords,
    printWords,
    uiWords,
    versionWords,
    webWords,
  ]
  const tables = [
    ...all.flatMap(({ name, words }) => [...tablesIn(words.fr, name), ...tablesIn(words.en, name)]),
    ...(['fr', 'en'] as const).flatMap(lang =>
      rooms.flatMap(room => [...tablesIn(room(lang), `house ${room.name}`)]),
    ),
    ...all.flatMap(({ records }) =>
      records.map(type => [`fields of ${type.name}`, type.fields] as const),
    ),
  ]
  assert.ok(tables.length > 500)
  const answering = tables.filter(([, table]) =>
    INHERITED.some(word => (table as Readonly<Record<string, unknown>>)[word] !== undefined),
  )
  assert.deepEqual(
    answering.map(([path]) => path),
    [],
  )
})

/**
 * Read by our own words or single letters alone: names of headers, marks of markup, verbs asked
 * with `Object.hasOwn`.
 */
const OURS = pattern()`
  ^(SECURITY|SCREEN|ESCAPES|MARKS|LIGATURES|PI|MORE|DEFINITION|VERBS|VERSION_VERBS|WHY|SHUT
  |BY_KIND|BY_NAME|PICTURES)$
`

test('no lexicon of the code is a plain object', () => {
  const plain = globSync('src/**/*.ts')
    .filter(file => !file.endsWith('.test.ts'))
    .flatMap(file =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:export )?const (\w+): Readonly<[^=\n]*Record<string,[^\n]*> = \{/gm,
        ),
      ].map(found => `${file} ${found[1]}`),
    )
    .filter(one => !OURS.test(one.split(' ')[1]!))
  assert.deepEqual(plain, [])
})
