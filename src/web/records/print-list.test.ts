import assert from 'node:assert/strict'
import { testOnce as test, testAll } from '../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import type { Html } from '../../contract/html.ts'
import type { Paper } from '../../contract/paper.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { setPaper } from '../../paper/typeset.ts'
import { unknownColumns } from './listed.ts'

const TUESDAY = Date.parse('2026-11-24T09:00:00Z')
type Asked = Readonly<{ query?: Input; by?: Who; private?: boolean }>
const list = (box: TestEngine, type: string, as: Asked = {}) =>
  box.print('liste', type, { by: 'visitor', ...as })
const paper = (box: TestEngine, type: string, as: Asked = {}): Paper =>
  box.paper('liste', type, { by: 'visitor', ...as })
function table(
  of: Paper,
): Readonly<{ heads: readonly string[]; rows: readonly (readonly unknown[])[] }> {
  const found = of.blocks.find(block => block.is === 'table')!
  assert.ok(found.is === 'table')
  return { heads: found.columns.map(column => column.head), rows: found.rows }
}

function village(): TestEngine {
  const box = testEngine({ bricks, at: TUESDAY })
  const [wood] = box.bringAll({ type: 'theme', fields: { label: 'Bois' } })
  box.bringAll(
    { type: 'commune', fields: { code: '42195', name: 'Sail' } },
    { type: 'commune', fields: { code: '42019', name: 'Boën' } },
    {
      type: 'territory',
      fields: {
        name: 'Sail et alentours',
        village: '42195',
        communes: ['42195', '42019'],
        keptBy: 'Anaïs et Malo',
        reach: 'au local',
      },
    },
    {
      type: 'initiative',
      fields: {
        title: 'Le four',
        state: 'running',
        commune: '42019',
        since: '2024-03-01',
        carriedBy: 'canari de Zoé',
        themes: [wood!],
      },
    },
    {
      type: 'initiative',
      fields: {
        title: 'Atelier 10',
        state: 'idea',
        commune: '42195',
        since: '2025-03-01',
        carriedBy: 'canari d’Hugo',
      },
    },
    { type: 'initiative', fields: { title: 'Atelier 9', state: 'idea' } },
  )
  return box
}

test(
  'a list is printed as it is filtered, in the order asked, with the columns chosen; numbers ' +
    'in words count as numbers',
  () => {
    const box = village()
    assert.deepEqual(table(paper(box, 'initiative')).rows, [
      ['Atelier 9', 'une idée', ''],
      ['Atelier 10', 'une idée', 'Sail'],
      ['Le four', 'ça tourne', 'Boën'],
    ])
    const since = table(
      paper(box, 'initiative', { query: { col: 'since,title', tri: 'since' } }),
    ).rows
    assert.deepEqual(
      since.map(row => row[1]),
      ['Le four', 'Atelier 10', 'Atelier 9'],
      'days in their own order, what says none last',
    )
    const found = paper(box, 'initiative', {
      query: { state: 'running', col: ['title', 'themes'] },
    })
    assert.deepEqual(table(found).rows, [['Le four', 'Bois']])
    assert.ok(JSON.stringify(found.blocks).includes('ça tourne'))
  },
)

test('records with a day are listed by day and hour, with the day in words', () => {
  const box = village()
  const event = (title: string, startsOn: string, startsAt?: string) => ({
    type: 'event',
    fields: { title, startsOn, ...(startsAt ? { startsAt } : {}) },
  })
  box.bringAll(
    event('A', '2026-12-24', '18:00'),
    event('B', '2026-12-01'),
    event('C', '2026-12-24', '09:30'),
  )
  const { heads, rows } = table(paper(box, 'event'))
  assert.deepEqual(
    rows.map(row => row[2]),
    ['B', 'C', 'A'],
  )
  assert.deepEqual(heads.slice(0, 2), ['Jour', 'Heure'])
  assert.ok(rows.every(row => row[0] !== ''))
})

test('names typed as columns that the list does not have are told, with those that it has', () => {
  const box = village()
  const type = box.types.get('initiative')!
  const asked = (col: string) =>
    unknownColumns(
      { bricks, type },
      { by: 'keeper', private: true, lang: 'fr', query: { col } },
      box.read,
    )
  assert.deepEqual(asked('title, xyz,__proto__').unknown, ['xyz', '__proto__'])
  assert.ok(asked('xyz').known.includes('carriedBy'))
  assert.deepEqual(asked('title, state').unknown, [])
  assert.deepEqual(
    table(paper(box, 'initiative', { query: { col: 'state, title' } })).heads.length,
    2,
  )
})

test('a private field is a column for the keeper alone, over a private connection', () => {
  const box = village()
  const asked = { col: 'title,carriedBy' }
  for (const [by, isPrivate] of [
    ['visitor', true],
    ['neighbour', true],
    ['relay', true],
    ['keeper', false],
  ] as const)
    assert.ok(
      !JSON.stringify(paper(box, 'initiative', { query: asked, by, private: isPrivate })).includes(
        'canari',
      ),
      `${by} ${isPrivate}`,
    )
  assert.ok(
    JSON.stringify(paper(box, 'initiative', { query: asked, by: 'keeper' })).includes(
      'canari de Zoé',
    ),
  )
})

test('only what has a list is a list, whatever is asked', () => {
  const box = village()
  for (const type of [
    'member',
    'word',
    'code',
    'proposal',
    'confirmation',
    'rien',
    '__proto__',
    'constructor',
  ])
    for (const by of ['visitor', 'keeper'] as const)
      assert.deepEqual(list(box, type, { by }), { wrong: 'nothing' }, type)
  assert.ok(
    table(paper(box, 'initiative', { query: { col: '__proto__,toString', tri: 'constructor' } }))
      .rows.length > 0,
  )
})

testAll(
  'fifty-three lines fit one sheet; none, three and three hundred are whole; many ' +
    'columns turn the sheet',
  () => {
    const box = village()
    const long = (n: number) => ({
      name: `L’association numéro ${n}, des amis de la bibliothèque`,
      kind: 'association',
      commune: '42195',
      reach: n % 5 ? 'au bar, le mardi' : 'à la mairie, aux heures d’ouverture, ou par Rosa',
      phone: '04 77 00 00 00',
      email: 'bonjour@exemple.fr',
    })
    assert.equal(setPaper(paper(box, 'actor')).pages, 1)
    box.bringAll(...Array.from({ length: 53 }, (_, n) => ({ type: 'actor', fields: long(n) })))
    const sheet = paper(box, 'actor')
    assert.equal(table(sheet).rows.length, 53)
    assert.equal(setPaper(sheet).pages, 1)
    assert.equal(setPaper(paper(box, 'actor', { query: { cases: 'oui' } })).pages, 1)
    const wide = paper(box, 'actor', {
      query: { col: ['name', 'kind', 'commune', 'reach', 'phone', 'email', 'address', 'hours'] },
    })
    assert.equal(wide.turned, true)
    setPaper(wide)
    box.bringAll(...Array.from({ length: 247 }, (_, n) => ({ type: 'actor', fields: long(n) })))
    assert.equal(table(paper(box, 'actor')).rows.length, 300)
    assert.ok(setPaper(paper(box, 'actor')).pages <= 9)
  },
)

test(
  'the page of a list leads to its print: a visitor as it is filtered, the keeper by choosing ' +
    'columns',
  () => {
    const box = village()
    const page = (by: Who): string => {
      const type = box.types.get('initiative')!
      const kit = box.kit('/annuaire/projets', { by, query: { state: 'idea' } })
      return (kit.list(type, () => ({ html: '' })).body as Html).html
    }
    assert.match(page('visitor'), /href="\/imprimer\/liste\/initiative\?state=idea"/)
    assert.ok(!page('visitor').includes('name="col"'))
    assert.match(page('keeper'), /name="col" value="title" checked/)
    assert.match(page('keeper'), /name="state" value="idea"/)
  },
)

test(
  'a list names a person only if they agreed to paper, whoever prints it; a group ' +
    'always (law 11)',
  () => {
    const box = testEngine({ bricks, at: TUESDAY })
    box.bringAll(
      { type: 'actor', fields: { name: 'Zoé Canari', kind: 'person', phone: '0639984107' } },
      {
        type: 'actor',
        fields: {
          name: 'Hugo',
          kind: 'person',
          inBooklet: true,
          phone: '0639981724',
          address: '3 rue du Canal',
        },
      },
      { type: 'actor', fields: { name: 'Le club', kind: 'association' } },
    )
    const sheet = paper(box, 'actor', { query: { col: ['name', 'phone', 'address'] } })
    for (const word of ['17 24', '1724', 'Canal'])
      assert.ok(
        !JSON.stringify(sheet).includes(word),
        'a person’s number and address are on no list',
      )
    assert.deepEqual(
      table(sheet).rows.map(([name]) => name),
      ['Hugo', 'Le club'],
    )
    assert.ok(
      !JSON.stringify(sheet).includes('Canari') && JSON.stringify(sheet).includes('n’y sont pas'),
    )
  },
)
