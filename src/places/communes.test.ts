import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { COMMUNES } from '../../seeds/communes.ts'
import { openEngine } from '../../tests/support/open-engine.ts'
import { spentMs } from '../../tests/support/spent.ts'
import { bricks } from '../app/bricks.ts'
import { newBox } from '../log/box.ts'
import { kitFor } from '../web/pages/kit.ts'
import { communeNames, openCommunes } from './communes.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocote-communes-'))
const france = openCommunes(folder)
after(() => {
  france.close()
  rmSync(folder, { recursive: true })
})
const first = (name: string): string => france.findTerritory(name)[0]?.name ?? ''

test('a commune is found by the name that people say, with its accents or not, and mistyped', () => {
  for (const [typed, name] of [
    ['Sail', 'Sail-sous-Couzan, Loire (42)'],
    ['sail sous couzan', 'Sail-sous-Couzan, Loire (42)'],
    ['SAIL-SOUS-COUSAN', 'Sail-sous-Couzan, Loire (42)'],
    ['boen', 'Boën-sur-Lignon, Loire (42)'],
    ['St Georges en Couzan', 'Saint-Georges-en-Couzan, Loire (42)'],
    ['Monbrison', 'Montbrison, Loire (42)'],
    ['Tontbrison', 'Montbrison, Loire (42)'],
    ['l’abergement clemenciat', "L'Abergement-Clémenciat, Ain (01)"],
  ] as const)
    assert.equal(first(typed), name, typed)
})

test('a grouping is found with all its communes', () => {
  const [agglomeration] = france.findTerritory('loire forez agglomeration')
  assert.equal(agglomeration?.kind, 'epci')
  assert.equal(agglomeration?.code, '200065886')
  assert.equal(agglomeration?.communes.length, 84)
  const [comma] = france.findTerritory('CC Chinon, Vienne et Loire')
  assert.equal(comma?.kind, 'epci', 'a comma in its name does not make it a list')
})

test('homonyms are all there, told apart by their department, which may be asked', () => {
  const found = france.findTerritory('Saint-Sauveur').filter(({ kind }) => kind === 'commune')
  assert.ok(found.length >= 10)
  assert.equal(new Set(found.map(({ name }) => name)).size, found.length)
  for (const asked of ['Saint-Sauveur (Isère)', 'saint sauveur (isere)', 'St Sauveur (38)'])
    assert.deepEqual(
      france
        .findTerritory(asked)
        .map(({ name }) => name)
        .slice(0, 1),
      ['Saint-Sauveur, Isère (38)'],
      asked,
    )
})

test('a commune that became part of another leads to the one of today', () => {
  assert.equal(first('Chalmazel'), 'Chalmazel-Jeansagnière, Loire (42)')
})

test('a postal code means its communes: all at once, each, or among names', () => {
  assert.deepEqual(
    france.findTerritory('42890').map(({ communes }) => communes.map(({ code }) => code)),
    [['42195']],
  )
  const [all, ...each] = france.findTerritory('42600')
  assert.equal(all?.code, '42600')
  assert.ok(all.communes.length > 10 && each.length === all.communes.length)
  assert.ok(all.communes.every(({ postalCodes }) => postalCodes.includes('42600')))
  const [mixed] = france.findTerritory('42890, Boën, 00000')
  assert.deepEqual(
    mixed?.communes.map(({ code }) => code),
    ['42195', '42019'],
  )
  assert.deepEqual(mixed?.missed, ['00000'])
  assert.deepEqual(france.findTerritory('00000'), [])
})

test('each commune has its centre, one made of others since has the middle of theirs', () => {
  const near = (code: string, lat: number, lon: number): void => {
    const [y = 0, x = 0] = france.communeByCode(code)?.point ?? []
    assert.ok(Math.abs(y - lat) < 0.1 && Math.abs(x - lon) < 0.1, `${code}: ${y}, ${x}`)
  }
  near('42195', 45.736, 3.961)
  near('75056', 48.857, 2.343)
  near('97411', -20.93, 55.45)
  near('49126', 47.33, -1.15)
  assert.equal(france.communeByCode('98735')?.point, undefined, 'Papeete, which IGN leaves out')
})

test(
  'a list of names is one territory, homonyms go where the others are, and what was missed is ' +
    'said',
  () => {
    const [list, ...others] = france.findTerritory(
      'Sail-sous-Couzan, Trelins\r\nBoën ; St Sixte\nSaint-Just-en-Bas, Nullepart-les-Oies',
    )
    assert.deepEqual(others, [])
    assert.equal(list?.kind, 'list')
    assert.deepEqual(
      list?.communes.map(({ code }) => code),
      ['42195', '42313', '42019', '42288', '42247'],
    )
    assert.deepEqual(list?.missed, ['Nullepart-les-Oies'])
    const [near] = france.findTerritory('Sail-sous-Couzan, Marcoux')
    assert.deepEqual(
      near?.communes.map(({ code }) => code),
      ['42195', '42136'],
      'Marcoux is also in the Alpes-de-Haute-Provence',
    )
  },
)

test('the figures of the demonstration are those of the table', () => {
  for (const [code, name, postalCodes, population] of COMMUNES) {
    const commune = france.communeByCode(code)
    assert.deepEqual(
      [commune?.name, commune?.postalCodes.join(' '), commune?.population],
      [name, postalCodes, population],
      code,
    )
  }
  assert.equal(france.communeByCode("42195' OR 1=1 --"), undefined)
  assert.equal(france.communeByCode(''), undefined)
})

test('nonsense finds nothing, and does not make anybody wait', () => {
  const started = spentMs()
  for (const typed of [
    '',
    '   ',
    ',,;\n',
    'a',
    '%',
    '\ud800',
    'zzzzqq',
    '('.repeat(5_000),
    'Grand Est '.repeat(5_000),
  ])
    assert.deepEqual(france.findTerritory(typed), [], typed.slice(0, 20))
  assert.ok(spentMs() - started < 3_000)
})

test('the table is made once; a damaged one is made again, and nothing else is left in the folder', () => {
  assert.deepEqual(readdirSync(folder), ['communes.db'])
  const other = mkdtempSync(join(tmpdir(), 'cocote-communes-'))
  writeFileSync(join(other, 'communes.db'), 'no database at all')
  const again = openCommunes(other)
  assert.equal(again.communeByCode('42195')?.name, 'Sail-sous-Couzan')
  again.close()
  const made = statSync(join(other, 'communes.db')).ino
  openCommunes(other).close()
  assert.equal(statSync(join(other, 'communes.db')).ino, made, 'opened, not built')
  assert.deepEqual(readdirSync(other), ['communes.db'])
  rmSync(other, { recursive: true })
})

test('a commune holds the names of those that became part of it', () => {
  const memory = openCommunes()
  for (const named of ['Jeansagnière', '42920'])
    assert.ok(
      memory
        .findTerritory(named)
        .some(({ communes }) => communes[0]?.formerNames?.includes('Jeansagnière')),
      named,
    )
  assert.equal(memory.communeByCode('42195')?.formerNames, undefined)
  memory.close()
})

test('without a folder it lives in memory', () => {
  const memory = openCommunes()
  assert.equal(memory.communesNamed('Trelins')[0]?.code, '42313')
  memory.close()
})

test('a commune beyond the territory is said by its name, wherever its folder lets the table be', () => {
  const engine = openEngine(bricks, newBox())
  const at = { now: () => Date.UTC(2026, 10, 25), today: () => '2026-11-25' }
  for (const where of [folder, join(folder, 'communes.db', 'no-folder')]) {
    const communes = communeNames(where)
    const kit = kitFor(
      { ...engine, secret: Buffer.alloc(32), ...at, communeNamed: communes.named },
      { path: '/', lang: 'fr', by: 'visitor' },
    )
    const offer = engine.types.get('offer')!
    assert.equal(kit.told(offer, 'commune', '63430'), 'Thiers', where)
    assert.equal(
      kit.told(offer, 'commune', '00000'),
      '00000',
      'what no table knows stays as it was written',
    )
    communes.close()
  }
})

test('in a list too, the name of a commune that became part of another leads to that one', () => {
  const [list] = france.findTerritory('Sail-sous-Couzan, Jeansagnière')
  assert.deepEqual(list?.missed, undefined)
  assert.deepEqual(
    list?.communes.map(one => one.name),
    ['Sail-sous-Couzan', 'Chalmazel-Jeansagnière'],
  )
})
