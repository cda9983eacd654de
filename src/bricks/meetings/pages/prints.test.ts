import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from '../../../app/bricks.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { openHouse } from '../../../engine/house.ts'
import { type House, runBatch } from '../../../engine/turn.ts'
import { newBox } from '../../../log/box.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { toPrint } from '../../../web/print/prints.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () => {
  drawn++
  return idFrom(NOW, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, drawn >> 8, drawn & 255]))
}
function bring(house: House, ...records: readonly Readonly<{ type: string; fields: object }>[]): readonly string[] {
  const all = records.map(one => ({ id: newId(), ...one }))
  const input = { records: JSON.stringify(all) }
  const answer = runBatch(house, [{ brick: 'plain', command: 'bring', input, by: 'keeper', id: newId(), lang: 'fr' }], {
    now: () => NOW,
    sure: true,
    today: () => '2026-12-05',
  })[0]!
  assert.ok(answer.done, JSON.stringify(answer))
  return all.map(one => one.id)
}
function print(house: House, kind: string, id: string | undefined, by: Who = 'visitor', query: Input = {}) {
  const { types, read, log, bricks: all } = house
  const site = { bricks: all, types, read, log, secret: Buffer.alloc(32), now: () => NOW, today: () => '2026-12-05' }
  return toPrint(site, kind, id, { lang: 'fr', by, private: true, query })
}
function paper(...of: Parameters<typeof print>): Paper {
  const found = print(...of)
  assert.ok('paper' in found, JSON.stringify(found))
  return found.paper
}
const told = (one: Paper): string => JSON.stringify([one.blocks, one.foot]).replace(/[\u00a0\u202f]/g, ' ')

function evening(): Readonly<{ house: House; met: string }> {
  const house = openHouse(bricks, newBox())
  const [met] = bring(
    house,
    {
      type: 'meeting',
      fields: { title: 'Soirée des terres', date: '2026-11-14', where: 'au local', summary: 'On était douze.', people: ['canari présent'] },
    },
    {
      type: 'territory',
      fields: { name: 'Sail', village: '42195', communes: ['42195'], keptBy: 'Anaïs et Malo, au local', reach: 'au local, le mercredi' },
    },
  )
  const notedAt = met!
  bring(
    house,
    { type: 'decision', fields: { title: 'Ouvrir le four', detail: 'Un dimanche par mois.', notedAt } },
    { type: 'task', fields: { title: 'Appeler la mairie', who: 'Rosa canari', dueDay: '2026-12-19', state: 'todo', notedAt } },
    { type: 'task', fields: { title: 'Compter les bancs', who: 'Hugo canari', dueDay: '2026-12-01', state: 'doing', notedAt } },
    { type: 'task', fields: { title: 'Prêter la clé', state: 'done', doneOn: '2026-11-20', notedAt } },
    { type: 'task', fields: { title: 'Abandonnée canari', state: 'dropped', notedAt } },
    { type: 'idea', fields: { title: 'Un marché le soir', state: 'open', notedAt } },
    { type: 'voice', fields: { saying: 'Ici on ne sait pas qui fait quoi.', notedAt } },
    { type: 'voice', fields: { saying: 'Venez voir ma grange.', name: 'Paul', notedAt } },
    { type: 'actor', fields: { name: 'Canari Zoé', kind: 'person', notedAt } },
  )
  return { house, met: notedAt }
}

test('the minutes stand on one page: decided, to do with a box, ideas, voices without a name unless it was asked; nobody is named for it', () => {
  const { house, met } = evening()
  for (const by of ['visitor', 'keeper'] as const) {
    const all = told(paper(house, 'compte-rendu', met, by))
    for (const said of [
      'Ouvrir le four',
      'Un dimanche par mois.',
      'pour le 19 décembre',
      'On était douze.',
      'Un marché le soir',
      '« Ici on ne sait pas qui fait quoi. »',
      'Paul',
      'Anaïs et Malo, au local, le mercredi',
      'samedi 14 novembre',
    ])
      assert.ok(all.includes(said), said)
    assert.ok(!/canari/i.test(all), by)
    assert.equal(all.split('"tick":true').length - 1, 2)
  }
  assert.equal(setPaper(paper(house, 'compte-rendu', met)).pages, 1)
  assert.deepEqual(print(house, 'compte-rendu', newId()), { wrong: 'nothing' })
})

test('an evening of which nothing is noted and one that said a hundred things stand on one page, which says how many it left', () => {
  const { house } = evening()
  const [empty, full] = bring(
    house,
    { type: 'meeting', fields: { title: 'Rien', date: '2026-11-20' } },
    {
      type: 'meeting',
      fields: {
        title: 'L’assemblée anticonstitutionnellement longue de la communauté',
        date: '2026-11-21',
        summary: 'On a parlé. '.repeat(300),
      },
    },
  )
  const said = (n: number) => ({ title: `Une chose dite, assez longue pour tenir sur deux lignes, la numéro ${n}`, notedAt: full! })
  bring(
    house,
    ...['decision', 'task', 'idea', 'reference'].flatMap(type => Array.from({ length: 25 }, (_, n) => ({ type, fields: said(n) }))),
  )
  assert.ok(told(paper(house, 'compte-rendu', empty)).includes('Rien n’est encore noté'))
  for (const id of [empty, full]) assert.equal(setPaper(paper(house, 'compte-rendu', id)).pages, 1)
})

test('what was promised is the keeper’s to print: everybody’s, or one person’s alone, the most pressing first', () => {
  const { house } = evening()
  for (const by of ['visitor', 'neighbour', 'relay'] as const)
    assert.deepEqual(print(house, 'suites', undefined, by), { wrong: 'notGranted' })
  const all = told(paper(house, 'suites', undefined, 'keeper'))
  assert.ok(
    all.indexOf('Compter les bancs') < all.indexOf('Appeler la mairie') && all.includes('Hugo canari') && all.includes('réunion du'),
  )
  assert.ok(!all.includes('Prêter la clé') && !all.includes('Abandonnée'))
  const hers = told(paper(house, 'suites', undefined, 'keeper', { qui: 'Rosa canari' }))
  assert.ok(hers.includes('Appeler la mairie') && !hers.includes('Compter les bancs') && hers.includes('Les suites de Rosa'))
  setPaper(paper(house, 'suites', undefined, 'keeper'))
  assert.ok(told(paper(house, 'suites', undefined, 'keeper', { qui: 'personne' })).includes('Rien à suivre'))
})
