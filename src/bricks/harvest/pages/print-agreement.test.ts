import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { bricks } from '../../../app/bricks.ts'
import { proposal } from '../../../contract/own-records.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { openHouse } from '../../../engine/house.ts'
import { type House, runBatch } from '../../../engine/turn.ts'
import { newBox } from '../../../log/box.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { askFor } from '../../../web/pages/ask.ts'
import { toPrint } from '../../../web/print/prints.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const newId = () => idFrom(NOW, randomBytes(10))
function say(house: House, command: string, input: Input) {
  const clock = { now: () => NOW, sure: true, today: () => '2026-11-24' }
  const answer = runBatch(house, [{ brick: 'plain', command, input, by: 'keeper', id: newId(), lang: 'fr' }], clock)[0]!
  assert.ok(answer.done, JSON.stringify(answer))
}
function bring(house: House, type: string, fields: object, space?: 'home'): string {
  const id = newId()
  say(house, 'bring', { records: JSON.stringify([{ type, id, fields, ...(space ? { space } : {}) }]) })
  return id
}
function print(house: House, id: string, by: Who = 'keeper', kind = 'accord') {
  const { types, read, log, bricks: all } = house
  const site = { bricks: all, types, read, log, secret: Buffer.alloc(32), now: () => NOW, today: () => '2026-11-24' }
  return toPrint(site, kind, id || undefined, { lang: 'fr', by, private: true })
}
const told = (found: unknown): string => JSON.stringify(found).replace(/[\u00a0\u202f]/g, ' ')

function evening(names: readonly string[]) {
  const house = openHouse(bricks, newBox())
  bring(house, 'territory', { name: 'Sail', village: '42195', communes: ['42195'], keptBy: 'Anaïs et Malo', reach: 'au local' })
  const of = bring(house, 'harvest', { title: 'Soirée', people: [], state: 'open' }, 'home')
  const people = names.map((name, from) => {
    const piece = bring(house, 'actor', { name, kind: 'person' }, 'home')
    const fields = { of: 'actor', piece, sentBy: 'harvest', state: 'waiting', harvest: of, certainty: 1, from, person: true }
    return bring(house, 'proposal', fields, 'home')
  })
  return { house, of, people }
}

test('each person who has not answered has a strip with their code and what to tick; it is the keeper’s alone', () => {
  const { house, of, people } = evening(['Rosa', 'Hugo'])
  say(house, 'giveCodes', { id: of })
  const both = print(house, of)
  for (const said of ['Rosa', 'Hugo', 'oui, sans mon nom', 'dans le cahier imprimé', 'À rendre à Anaïs et Malo', 'bande '])
    assert.ok(told(both).includes(said), said)
  assert.ok('paper' in both)
  setPaper(both.paper)
  for (const by of ['visitor', 'neighbour', 'relay'] as const) assert.deepEqual(print(house, of, by), { wrong: 'notGranted' })
  assert.deepEqual(print(house, newId()), { wrong: 'nothing' })
  say(house, 'agree', { id: people[0]!, answer: 'yes' })
  assert.ok(!told(print(house, of)).includes('Rosa') && told(print(house, of)).includes('Hugo'))
})

test('a person who ticks the booklet stands in it, and one who does not stands on the page alone', () => {
  const { house, people } = evening(['Rosa', 'Hugo'])
  say(house, 'agree', { id: people[0]!, answer: 'yes', printed: '1', reach: 'au bar' })
  say(house, 'agree', { id: people[1]!, answer: 'yes', reach: 'à l’école' })
  assert.equal(house.read.all('SELECT name FROM actor').length, 2)
  const booklet = told(print(house, '', 'visitor', 'annuaire'))
  assert.ok(booklet.includes('Rosa') && booklet.includes('au bar') && !booklet.includes('Hugo') && !booklet.includes('à l’école'))
})

test('a harvest of nobody and one of sixty people are set', () => {
  for (const count of [0, 60]) {
    const { house, of } = evening(Array.from({ length: count }, (_, n) => `Prénom ${String.fromCharCode(65 + (n % 26))}${n}`))
    say(house, 'giveCodes', { id: of })
    const found = print(house, of)
    assert.ok('paper' in found)
    assert.ok(setPaper(found.paper).pages >= 1)
  }
})

/** Everything that may leave this box: what bundles carry of the log. */
const carried = ({ log }: House): string =>
  log.sql
    .all<{ value: string }>("SELECT value FROM flesh JOIN write USING (entry, change, field) WHERE write.space <> 'home'")
    .map(row => row.value)
    .join('\n')

test('law 11: what the strip says for everybody is shown and carried; what it says for the keeper is neither, and the booklet has no telephone', () => {
  const { house, of, people } = evening(['Léa'])
  say(house, 'giveCodes', { id: of })
  const strip = told(print(house, of))
  for (const said of [
    'Pour me joindre, à montrer à tous, ici et dans les villages voisins :',
    'Pour Anaïs et Malo seulement :',
    '(sans téléphone)',
  ])
    assert.ok(strip.includes(said), said)
  say(house, 'agree', { id: people[0]!, answer: 'yes', printed: '1', reach: 'au bar, 06 39 98 11 22', kept: '06 39 98 77 66' })
  const actor = house.types.get('actor')!
  const id = String(house.read.list(actor)[0]!.id)
  const site = {
    bricks: house.bricks,
    types: house.types,
    read: house.read,
    log: house.log,
    secret: Buffer.alloc(32),
    now: () => NOW,
    today: () => '2026-11-24',
  }
  const pageFor = (by: Who) =>
    String(askFor(site, { path: '/', lang: 'fr', by, private: true }).record(actor, id)?.body.html).replace(/[\u00a0\u202f]/g, ' ')
  assert.ok(pageFor('visitor').includes('06 39 98 11 22'), 'shown as agreed')
  for (const by of ['visitor', 'neighbour', 'relay'] as const) assert.ok(!pageFor(by).includes('77 66'), by)
  assert.ok(pageFor('keeper').includes('06 39 98 77 66'), 'the keeper reads it')
  assert.ok(carried(house).includes('06 39 98 11 22') && !carried(house).includes('77 66'))
  for (const [kind, id] of [
    ['annuaire', ''],
    ['liste', 'actor'],
  ] as const)
    for (const by of ['visitor', 'keeper'] as const) {
      const paper = told(print(house, id, by, kind))
      assert.ok(paper.includes('Léa') && paper.includes('au bar'), kind)
      assert.doesNotMatch(paper, /11 22|77 66/, `${kind}, ${by}`)
    }
})

test('needs and offers of a person who said yes say so, whether they were shown before or after', () => {
  const { house, of, people } = evening(['Léa', 'Hugo'])
  const lea = house.read.one(proposal, people[0]!, 'home')!.piece!
  const hugo = house.read.one(proposal, people[1]!, 'home')!.piece!
  const piece = (type: string, title: string, ties: readonly string[]) => {
    const held = bring(house, type, { title }, 'home')
    return bring(
      house,
      'proposal',
      { of: type, piece: held, sentBy: 'harvest', state: 'waiting', harvest: of, certainty: 1, from: 9, ties },
      'home',
    )
  }
  const show = (id: string) => say(house, 'showHarvest', { id: of, act: 'show', [`garder.${id}`]: '1' })
  const [before, after] = [piece('need', 'Des marchés où exposer', [`by:${lea}`]), piece('need', 'Une bâche', [`by:${lea}`, `by:${hugo}`])]
  show(before)
  const rowOf = (title: string) => house.read.all('SELECT who, reach FROM need WHERE title = ?', title)[0]!
  assert.equal(rowOf('Des marchés où exposer')['who'], null)
  say(house, 'agree', { id: people[0]!, answer: 'yes', reach: '06 39 98 11 22', kept: '06 39 98 77 66' })
  assert.deepEqual({ ...rowOf('Des marchés où exposer') }, { who: 'Léa', reach: '06 39 98 11 22' })
  show(after)
  assert.deepEqual({ ...rowOf('Une bâche') }, { who: 'Léa', reach: '06 39 98 11 22' }, 'Hugo has said nothing')
  say(house, 'agree', { id: people[1]!, answer: 'yes' })
  assert.equal(rowOf('Une bâche')['who'], 'Léa, Hugo')
})
