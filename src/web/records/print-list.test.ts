import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from '../../app/bricks.ts'
import type { Paper } from '../../contract/paper.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { openHouse } from '../../engine/house.ts'
import { type House, runBatch } from '../../engine/turn.ts'
import { newBox } from '../../log/box.ts'
import { setPaper } from '../../paper/typeset.ts'
import type { Html } from '../../ui/html.ts'
import { askFor } from '../pages/ask.ts'
import { toPrint } from '../print/prints.ts'
import { unknownColumns } from './listed.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : i === 8 ? drawn >> 8 : 0)),
  )
function bring(house: House, ...records: readonly Readonly<{ type: string; fields: object }>[]): readonly string[] {
  const all = records.map(one => ({ id: newId(), ...one }))
  const input = { records: JSON.stringify(all) }
  const answer = runBatch(house, [{ brick: 'plain', command: 'bring', input, by: 'keeper', id: newId(), lang: 'fr' }], {
    now: () => NOW,
    sure: true,
    today: () => '2026-11-24',
  })[0]!
  assert.ok(answer.done, JSON.stringify(answer))
  return all.map(one => one.id)
}
const site = ({ types, read, log, bricks: all }: House) => ({
  bricks: all,
  types,
  read,
  log,
  secret: Buffer.alloc(32),
  now: () => NOW,
  today: () => '2026-11-24',
})
const list = (house: House, type: string, query: Input = {}, by: Who = 'visitor', isPrivate = true) =>
  toPrint(site(house), 'liste', type, { lang: 'fr', by, private: isPrivate, query })
function paper(...of: Parameters<typeof list>): Paper {
  const found = list(...of)
  assert.ok('paper' in found, JSON.stringify(found))
  return found.paper
}
function table(of: Paper): Readonly<{ heads: readonly string[]; rows: readonly (readonly unknown[])[] }> {
  const found = of.blocks.find(block => block.is === 'table')!
  assert.ok(found.is === 'table')
  return { heads: found.columns.map(column => column.head), rows: found.rows }
}

function village(): House {
  const house = openHouse(bricks, newBox())
  const [wood] = bring(house, { type: 'theme', fields: { label: 'Bois' } })
  bring(
    house,
    { type: 'commune', fields: { code: '42195', name: 'Sail' } },
    { type: 'commune', fields: { code: '42019', name: 'Boën' } },
    {
      type: 'territory',
      fields: { name: 'Sail et alentours', village: '42195', communes: ['42195', '42019'], keptBy: 'Anaïs et Malo', reach: 'au local' },
    },
    {
      type: 'initiative',
      fields: { title: 'Le four', state: 'running', commune: '42019', since: '2024-03-01', carriedBy: 'canari de Zoé', themes: [wood!] },
    },
    {
      type: 'initiative',
      fields: { title: 'Atelier 10', state: 'idea', commune: '42195', since: '2025-03-01', carriedBy: 'canari d’Hugo' },
    },
    { type: 'initiative', fields: { title: 'Atelier 9', state: 'idea' } },
  )
  return house
}

test('a list is printed as it is filtered, in the order asked, with the columns chosen; numbers in words count as numbers', () => {
  const house = village()
  assert.deepEqual(table(paper(house, 'initiative')).rows, [
    ['Atelier 9', 'une idée', ''],
    ['Atelier 10', 'une idée', 'Sail'],
    ['Le four', 'ça tourne', 'Boën'],
  ])
  const since = table(paper(house, 'initiative', { col: 'since,title', tri: 'since' })).rows
  assert.deepEqual(
    since.map(row => row[1]),
    ['Le four', 'Atelier 10', 'Atelier 9'],
    'days in their own order, what says none last',
  )
  const found = paper(house, 'initiative', { state: 'running', col: ['title', 'themes'] })
  assert.deepEqual(table(found).rows, [['Le four', 'Bois']])
  assert.ok(JSON.stringify(found.blocks).includes('ça tourne'))
})

test('what has a day is listed by its days and hours, and the day is said', () => {
  const house = village()
  const event = (title: string, startsOn: string, startsAt?: string) => ({
    type: 'event',
    fields: { title, startsOn, ...(startsAt ? { startsAt } : {}) },
  })
  bring(house, event('A', '2026-12-24', '18:00'), event('B', '2026-12-01'), event('C', '2026-12-24', '09:30'))
  const { heads, rows } = table(paper(house, 'event'))
  assert.deepEqual(
    rows.map(row => row[2]),
    ['B', 'C', 'A'],
  )
  assert.deepEqual(heads.slice(0, 2), ['Jour', 'Heure'])
  assert.ok(rows.every(row => row[0] !== ''))
})

test('names typed as columns that the list does not have are told, with those that it has', () => {
  const house = village()
  const type = house.types.get('initiative')!
  const asked = (col: string) => unknownColumns({ bricks, type }, { by: 'keeper', private: true, lang: 'fr', query: { col } }, house.read)
  assert.deepEqual(asked('title, xyz,__proto__').unknown, ['xyz', '__proto__'])
  assert.ok(asked('xyz').known.includes('carriedBy'))
  assert.deepEqual(asked('title, state').unknown, [])
  assert.deepEqual(table(paper(house, 'initiative', { col: 'state, title' })).heads.length, 2)
})

test('what stays home is a column of the keeper’s alone, where nobody listens', () => {
  const house = village()
  const asked = { col: 'title,carriedBy' }
  for (const [by, isPrivate] of [
    ['visitor', true],
    ['neighbour', true],
    ['relay', true],
    ['keeper', false],
  ] as const)
    assert.ok(!JSON.stringify(paper(house, 'initiative', asked, by, isPrivate)).includes('canari'), `${by} ${isPrivate}`)
  assert.ok(JSON.stringify(paper(house, 'initiative', asked, 'keeper')).includes('canari de Zoé'))
})

test('only what has a list is a list, whatever is asked', () => {
  const house = village()
  for (const type of ['member', 'word', 'code', 'proposal', 'confirmation', 'rien', '__proto__', 'constructor'])
    for (const by of ['visitor', 'keeper'] as const) assert.deepEqual(list(house, type, {}, by), { wrong: 'nothing' }, type)
  assert.ok(table(paper(house, 'initiative', { col: '__proto__,toString', tri: 'constructor' })).rows.length > 0)
})

test('fifty-three lines stand on one sheet; none, three and three hundred are whole; many columns turn the sheet', () => {
  const house = village()
  const long = (n: number) => ({
    name: `L’association numéro ${n}, des amis de la bibliothèque`,
    kind: 'association',
    commune: '42195',
    reach: n % 5 ? 'au bar, le mardi' : 'à la mairie, aux heures d’ouverture, ou par Rosa',
    phone: '04 77 00 00 00',
    email: 'bonjour@exemple.fr',
  })
  assert.equal(setPaper(paper(house, 'actor')).pages, 1)
  bring(house, ...Array.from({ length: 53 }, (_, n) => ({ type: 'actor', fields: long(n) })))
  const sheet = paper(house, 'actor')
  assert.equal(table(sheet).rows.length, 53)
  assert.equal(setPaper(sheet).pages, 1)
  assert.equal(setPaper(paper(house, 'actor', { cases: 'oui' })).pages, 1)
  const wide = paper(house, 'actor', { col: ['name', 'kind', 'commune', 'reach', 'phone', 'email', 'address', 'hours'] })
  assert.equal(wide.turned, true)
  setPaper(wide)
  bring(house, ...Array.from({ length: 247 }, (_, n) => ({ type: 'actor', fields: long(n) })))
  assert.equal(table(paper(house, 'actor')).rows.length, 300)
  assert.ok(setPaper(paper(house, 'actor')).pages <= 9)
})

test('the page of a list leads to its print: a visitor as it is filtered, the keeper by choosing columns', () => {
  const house = village()
  const page = (by: Who): string => {
    const type = house.types.get('initiative')!
    const ask = askFor(site(house), { path: '/annuaire/projets', lang: 'fr', by, private: true, query: { state: 'idea' } })
    return (ask.list(type, () => ({ html: '' })).body as Html).html
  }
  assert.match(page('visitor'), /href="\/imprimer\/liste\/initiative\?state=idea"/)
  assert.ok(!page('visitor').includes('name="col"'))
  assert.match(page('keeper'), /name="col" value="title" checked/)
  assert.match(page('keeper'), /name="state" value="idea"/)
})

test('a person stands on a list only when they agreed to paper, whoever prints it; a group always (law 11)', () => {
  const house = openHouse(bricks, newBox())
  bring(
    house,
    { type: 'actor', fields: { name: 'Zoé Canari', kind: 'person', phone: '0639984107' } },
    { type: 'actor', fields: { name: 'Hugo', kind: 'person', inBooklet: true, phone: '0639981724', address: '3 rue du Canal' } },
    { type: 'actor', fields: { name: 'Le club', kind: 'association' } },
  )
  const sheet = paper(house, 'actor', { col: ['name', 'phone', 'address'] })
  for (const word of ['17 24', '1724', 'Canal'])
    assert.ok(!JSON.stringify(sheet).includes(word), 'a person’s number and address are on no list')
  assert.deepEqual(
    table(sheet).rows.map(([name]) => name),
    ['Hugo', 'Le club'],
  )
  assert.ok(!JSON.stringify(sheet).includes('Canari') && JSON.stringify(sheet).includes('n’y sont pas'))
})
