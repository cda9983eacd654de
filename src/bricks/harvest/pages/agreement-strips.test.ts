import assert from 'node:assert/strict'
import { testOnce as test, testAll } from '../../../../tests/support/pass.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { type TestEngine, testEngine } from '../../../../tests/support/test-engine.ts'
import { bricks } from '../../../app/bricks.ts'
import type { Who } from '../../../contract/permission.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { setPaper } from '../../../paper/typeset.ts'

const print = (box: TestEngine, id: string, by: Who = 'keeper', kind = 'accord') =>
  box.print(kind, id || undefined, { by })
const told = (found: unknown): string => JSON.stringify(found).replace(/[\u00a0\u202f]/g, ' ')

const evening = (names: readonly string[]) =>
  eveningOn(testEngine({ bricks, at: Date.UTC(2026, 10, 24, 12) }), names)

function eveningOn(box: TestEngine, names: readonly string[]) {
  box.bring('territory', {
    name: 'Sail',
    village: '42195',
    communes: ['42195'],
    keptBy: 'Anaïs et Malo',
    reach: 'au local',
  })
  const of = box.bring('harvest', { title: 'Soirée', people: [], state: 'open' }, 'home')
  const people = names.map((name, from) => {
    const piece = box.bring('actor', { name, kind: 'person' }, 'home')
    const fields = {
      of: 'actor',
      piece,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      certainty: 1,
      from,
      person: true,
    }
    return box.bring('proposal', fields, 'home')
  })
  return { box, of, people }
}

test(
  'each person who has not answered has a strip with their code and what to tick; it is the ' +
    'keeper’s alone',
  () => {
    const { box, of, people } = evening(['Rosa', 'Hugo'])
    box.done('harvest.giveCodes', { id: of })
    const both = print(box, of)
    for (const said of [
      'Rosa',
      'Hugo',
      'oui, sans mon nom',
      'dans le cahier imprimé',
      'À rendre à Anaïs et Malo',
      'bande ',
    ])
      assert.ok(told(both).includes(said), said)
    assert.ok('paper' in both)
    setPaper(both.paper)
    for (const by of ['visitor', 'neighbour', 'relay'] as const)
      assert.deepEqual(print(box, of, by), { wrong: 'notGranted' })
    assert.deepEqual(print(box, box.newId()), { wrong: 'nothing' })
    box.done('harvest.agree', { id: people[0]!, answer: 'yes' })
    assert.ok(!told(print(box, of)).includes('Rosa') && told(print(box, of)).includes('Hugo'))
  },
)

test('two people of one name have strips that say which is which, on paper and where they are keyed', () => {
  const { box, of, people } = evening(['Rosa', 'Élodie', 'elodie'])
  const second = box.read.one(proposal, people[2]!, 'home')!
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.bringAll({ type: 'actor', id: second.piece!, fields: { commune: '42195' }, space: 'home' })
  box.done('harvest.giveCodes', { id: of })
  const found = print(box, of)
  assert.ok('paper' in found)
  const strips = found.paper.blocks.filter(({ is }) => is === 'kept').map(told)
  assert.deepEqual(
    strips.map(strip => /n° \d sur \d[^"]*/.exec(strip)?.[0]),
    [undefined, 'n° 1 sur 2', 'n° 2 sur 2, Sail-sous-Couzan'],
  )
  for (const path of [`/cueillette/${of}/accord`, '/accord'])
    assert.match(box.page(path, { by: 'keeper' }) ?? '', /n°\u00a02 sur 2/u, path)
})

test('the search field opens a strip by its code, for the keeper alone', async () => {
  using box = testBox()
  const { of, people } = eveningOn(box, ['Rosa', 'Hugo'])
  box.done('harvest.giveCodes', { id: of })
  const digits = box.read.all('SELECT digits FROM code_home WHERE opens = ?', people[1]!)[0]!
  const said = String(digits['digits']).replace(/^../, '$& ')
  const readers = [box.visitor(), await box.member('Nadia')]
  for (const typed of [`accord ${said}`, `Bande accord ${said}`, said]) {
    const path = `/chercher?${new URLSearchParams({ q: typed })}`
    const page = await box.keeper.get(path)
    const href = /href="(\/accord\?code=[^"]*)"[^>]*>\s*Hugo/.exec(page.body)?.[1]
    assert.ok(href, typed)
    assert.match((await box.keeper.get(href)).text, /Hugo[\s\S]*Ce que la personne a coché/)
    for (const reader of readers)
      assert.doesNotMatch((await reader.get(path)).body, /Hugo|\/accord/)
  }
})

test('a person who ticks the booklet stands in it, and one who does not stands on the page alone', () => {
  const { box, people } = evening(['Rosa', 'Hugo'])
  box.done('harvest.agree', { id: people[0]!, answer: 'yes', printed: '1', reach: 'au bar' })
  box.done('harvest.agree', { id: people[1]!, answer: 'yes', reach: 'à l’école' })
  assert.equal(box.read.all('SELECT name FROM actor').length, 2)
  const booklet = told(print(box, '', 'visitor', 'annuaire'))
  assert.ok(
    booklet.includes('Rosa') &&
      booklet.includes('au bar') &&
      !booklet.includes('Hugo') &&
      !booklet.includes('à l’école'),
  )
})

testAll('a harvest of nobody and one of sixty people are set', () => {
  for (const count of [0, 60]) {
    const { box, of } = evening(
      Array.from({ length: count }, (_, n) => `Prénom ${String.fromCharCode(65 + (n % 26))}${n}`),
    )
    box.done('harvest.giveCodes', { id: of })
    const found = print(box, of)
    assert.ok('paper' in found)
    assert.ok(setPaper(found.paper).pages >= 1)
  }
})

test(
  'twelve strips with a line each fill three sheets; each says once the way to the keeper, and ' +
    'what a word alone is',
  () => {
    const names = Array.from({ length: 12 }, (_, n) => `Prénom ${String.fromCharCode(65 + n)}`)
    const { box, of, people } = evening(names)
    const [territory] = box.read.list(box.types.get('territory')!)
    const reach = { reach: '06 39 98 11 22' }
    box.bringAll({ type: 'territory', id: String(territory!.id), fields: reach })
    for (const [n, id] of people.entries()) {
      const [type, fields] =
        n % 2 === 0
          ? ['actor', { name: 'Mairie', kind: 'public-body' }]
          : ['need', { title: 'Du bois bien sec' }]
      const { piece } = box.read.one(proposal, id, 'home')!
      const about = { of: type, piece: box.bring(type, fields, 'home'), ties: [`by:${piece}`] }
      const told = { sentBy: 'harvest', state: 'waiting', harvest: of, certainty: 1, from: 90 + n }
      box.bring('proposal', { ...told, ...about }, 'home')
    }
    box.done('harvest.giveCodes', { id: of })
    const found = print(box, of)
    assert.ok('paper' in found)
    assert.ok(setPaper(found.paper).pages <= 3, 'at most three sheets')
    const strips = found.paper.blocks.filter(({ is }) => is === 'kept').map(told)
    assert.equal(strips.length, 12)
    assert.doesNotMatch(told(found.paper.foot), /06 39/)
    for (const [n, strip] of strips.entries()) {
      assert.equal(strip.match(/06 39 98 11 22/g)?.length, 1, strip)
      assert.ok(strip.includes(n % 2 === 0 ? '"un groupe : Mairie"' : '"Du bois bien sec"'), strip)
      assert.ok(strip.includes('Corrigé, avec mes mots'), strip)
    }
  },
)

/** Everything that may leave this box: what bundles carry of the log. */
const carried = ({ log }: TestEngine): string =>
  log.sql
    .all<{ value: string }>(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    )
    .map(row => row.value)
    .join('\n')

test(
  'law 11: what the strip says for everybody is shown and carried; what it says for the ' +
    'keeper is neither, and the booklet has no telephone',
  () => {
    const { box, of, people } = evening(['Léa'])
    box.done('harvest.giveCodes', { id: of })
    const strip = told(print(box, of))
    for (const said of [
      'Pour me joindre, à montrer à tous, ici et dans les villages voisins :',
      'Pour Anaïs et Malo seulement :',
      '(sans téléphone)',
    ])
      assert.ok(strip.includes(said), said)
    box.done('harvest.agree', {
      id: people[0]!,
      answer: 'yes',
      printed: '1',
      reach: 'au bar, 06 39 98 11 22',
      kept: '06 39 98 77 66',
    })
    const actor = box.types.get('actor')!
    const id = String(box.read.list(actor)[0]!.id)
    const pageFor = (by: Who) =>
      String(box.kit('/', { by }).record(actor, id)?.body.html).replace(/[\u00a0\u202f]/g, ' ')
    assert.ok(pageFor('visitor').includes('06 39 98 11 22'), 'shown as agreed')
    for (const by of ['visitor', 'neighbour', 'relay'] as const)
      assert.ok(!pageFor(by).includes('77 66'), by)
    assert.ok(pageFor('keeper').includes('06 39 98 77 66'), 'the keeper reads it')
    assert.ok(carried(box).includes('06 39 98 11 22') && !carried(box).includes('77 66'))
    for (const [kind, id] of [
      ['annuaire', ''],
      ['liste', 'actor'],
    ] as const)
      for (const by of ['visitor', 'keeper'] as const) {
        const paper = told(print(box, id, by, kind))
        assert.ok(paper.includes('Léa') && paper.includes('au bar'), kind)
        assert.doesNotMatch(paper, /11 22|77 66/, `${kind}, ${by}`)
      }
  },
)

test('needs and offers of a person who said yes say so, whether they were shown before or after', () => {
  const { box, of, people } = evening(['Léa', 'Hugo'])
  const lea = box.read.one(proposal, people[0]!, 'home')!.piece!
  const hugo = box.read.one(proposal, people[1]!, 'home')!.piece!
  const piece = (type: string, title: string, ties: readonly string[]) => {
    const held = box.bring(type, { title }, 'home')
    return box.bring(
      'proposal',
      {
        of: type,
        piece: held,
        sentBy: 'harvest',
        state: 'waiting',
        harvest: of,
        certainty: 1,
        from: 9,
        ties,
      },
      'home',
    )
  }
  const show = (id: string) => {
    box.done('harvest.keepPiece', { id: of, morceau: id })
    return box.done('harvest.showHarvest', { id: of })
  }
  const [before, after] = [
    piece('need', 'Des marchés où exposer', [`by:${lea}`]),
    piece('need', 'Une bâche', [`by:${lea}`, `by:${hugo}`]),
  ]
  show(before)
  const rowOf = (title: string) =>
    box.read.all('SELECT who, reach FROM need WHERE title = ?', title)[0]!
  assert.equal(rowOf('Des marchés où exposer')['who'], null)
  box.done('harvest.agree', {
    id: people[0]!,
    answer: 'yes',
    reach: '06 39 98 11 22',
    kept: '06 39 98 77 66',
  })
  assert.deepEqual({ ...rowOf('Des marchés où exposer') }, { who: 'Léa', reach: '06 39 98 11 22' })
  show(after)
  assert.deepEqual(
    { ...rowOf('Une bâche') },
    { who: 'Léa', reach: '06 39 98 11 22' },
    'Hugo has said nothing',
  )
  box.done('harvest.agree', { id: people[1]!, answer: 'yes' })
  assert.equal(rowOf('Une bâche')['who'], 'Léa, Hugo')
})
