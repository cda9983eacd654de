import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../seeds/world.ts'
import { bricks } from '../../src/app/bricks.ts'
import type { Kit } from '../../src/contract/kit.ts'
import { type RecordType, spaceOf } from '../../src/core/schema.ts'
import { dataRoutes } from '../../src/data/table-out.ts'
import { communeId, themeId } from '../../src/engine/doubles.ts'
import { kitFor } from '../../src/web/pages/kit.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { cases, isLong, testAll } from '../support/pass.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { recordId } from '../wire/boxes.ts'
import { deliverTo, pairedHostile, writes } from './paired-hostile.ts'

/**
 * A paired box, or one of a later version in good faith, that writes anything in any field: every
 * page of everybody answers.
 */
const VALUES: readonly unknown[] = [
  7,
  -1.5,
  true,
  '',
  [],
  [[1]],
  {},
  { a: 1 },
  { toString: 1 },
  { from: 1, to: 2 },
  { yjs: 'x' },
  'constructor',
  ['constructor'],
  '2026-02-31',
  'FREQ=constructor',
]
/** Pages and prints that take any record are asked of one id in seventeen, then of the others. */
const ONE_IN = 17
/** Words that every object of JavaScript answers to. */
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'] as const
const TODAY = '2026-12-05'
/** Those of this box alone too: another one may write anything under their names. */
const types: readonly RecordType[] = bricks.flatMap(brick => brick.records)

/** The demonstration's own records: one id a type that is ours. */
function filled(box: TestBox): ReadonlyMap<string, string> {
  const seeds = world(TODAY).filter(seed => box.types.has(seed.type))
  const ids = new Map(
    seeds.map(({ key, type, fields }, n) => [
      key,
      type === 'theme'
        ? themeId(key)
        : type === 'commune'
          ? communeId(String(fields['code']))
          : recordId(5_000 + n),
    ]),
  )
  const resolved = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(resolved).filter(one => one !== undefined)
      : typeof value === 'string' && value.startsWith('@')
        ? ids.get(value.slice(1))
        : value
  const records = seeds.map(({ key, type, fields }) => ({
    type,
    id: ids.get(key)!,
    ...(box.types.get(type)!.space === 'home' ? { space: 'home' } : {}),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, resolved(value) ?? null]),
    ),
  }))
  const answer = box.turn('plain.bring', { records: JSON.stringify(records) })
  assert.ok(answer.done, JSON.stringify(answer))
  return new Map(seeds.map(({ key, type }) => [type, ids.get(key)!]))
}

/**
 * Every field of every type with every value: in records of its own, whose title reads, and in
 * ours.
 */
function confused(
  hostile: OpenEngine,
  ours: ReadonlyMap<string, string>,
): readonly (readonly [RecordType, string])[] {
  let drawn = 0
  return types.flatMap(type =>
    VALUES.flatMap((value): readonly (readonly [RecordType, string])[] => {
      const names = (space: string) =>
        Object.keys(type.fields).filter(name => spaceOf(type, type.fields[name]!) === space)
      const all = Object.fromEntries(
        [...Object.keys(type.fields), ...INHERITED].map(name => [name, value]),
      )
      const [own, untitled] = [recordId(9_000 + drawn++), recordId(9_000 + drawn++)]
      writes(hostile, type.name, own, { ...all, [type.title]: 'Un titre' })
      writes(hostile, type.name, untitled, all)
      for (const name of names('network'))
        writes(hostile, type.name, own, { [name]: value }, 'network')
      const record = ours.get(type.name)
      if (record) writes(hostile, type.name, record, all)
      return [[type, own], [type, untitled], ...(record ? [[type, record] as const] : [])]
    }),
  )
}

async function attacked(): Promise<
  Readonly<{ door: TestBox; records: readonly (readonly [RecordType, string])[] }>
> {
  let tables: OpenEngine['tables'] | undefined
  const box = testBox({
    routes: (app, server) =>
      dataRoutes(app, server, {
        all: (...of: Parameters<OpenEngine['tables']['sql']['all']>) => tables!.sql.all(...of),
        get: (...of: Parameters<OpenEngine['tables']['sql']['get']>) => tables!.sql.get(...of),
      } as never),
  })
  tables = box.tables
  const ours = filled(box)
  const hostile = pairedHostile(box)
  const records = confused(hostile, ours)
  const came = await deliverTo(box, hostile)
  assert.deepEqual(came.faults, [])
  assert.ok(records.length > 0 && came.taken >= records.length)
  return { door: box, records }
}

const world_ = attacked()

/**
 * The addresses of all pages: those of bricks, whose `:id` is some record's or each, and what the
 * house makes of each.
 */
function addresses(
  records: readonly (readonly [RecordType, string])[],
  isEach: boolean,
): readonly string[] {
  const ids = [...new Set(records.map(([, id]) => id))]
  const paths = bricks.flatMap(brick => brick.pages.map(page => page.path))
  const plain = paths.filter(path => !path.includes(':'))
  const some = ids.filter((_, n) => isEach || n % ONE_IN === 0)
  const each = paths
    .filter(path => path.includes(':'))
    .flatMap(path => some.map(id => path.replace(/:\w+/g, id)))
  const own = records.flatMap(([type, id]) =>
    type.path === undefined
      ? []
      : [
          `${type.path}/${id}`,
          ...(isEach ? ['/modifier', '/changements'].map(end => `${type.path}/${id}${end}`) : []),
        ],
  )
  const lists = types.flatMap(type => (type.path === undefined ? [] : [type.path]))
  const engine = [
    '/',
    '/tenir',
    '/deux-versions',
    '/bornes',
    '/chercher?q=titre',
    '/chercher?q=constructor',
    '/a-montrer',
    '/carte',
    '/nouvelles',
  ]
  const data = types.flatMap(type =>
    type.path === undefined
      ? []
      : ['csv', 'ods', 'json', 'geojson', 'jsonld', 'atom'].map(
          format => `/donnees/${type.name}.${format}`,
        ),
  )
  return [
    ...new Set([
      ...engine,
      '/donnees',
      '/donnees/catalogue.jsonld',
      ...plain,
      ...lists,
      ...own,
      ...each,
      ...data,
    ]),
  ]
}

test(
  'a box that writes values of another kind in every field of every type takes no page down, ' +
    'for anybody',
  async () => {
    const { door: box, records } = await world_
    const people = { visitor: box.visitor('wifi'), keeper: box.keeper }
    const fell: string[] = []
    const some = new Set(addresses(records, false))
    const asked = isLong ? addresses(records, true).filter(path => !some.has(path)) : some
    for (const path of asked)
      for (const [who, person] of Object.entries(people)) {
        const { status } = await person.get(path)
        if (status >= 500) fell.push(`${who} ${path} ${String(box.faults.at(-1)).slice(0, 200)}`)
      }
    assert.deepEqual(fell.slice(0, 40), [], `${fell.length} fell`)
    assert.deepEqual(box.faults, [])
  },
)

testAll(
  'a field that is private here says nothing when another box writes it for all to read, ' +
    'and keeps what it says',
  async () => {
    using box = testBox()
    const [ours, kept] = [recordId(4_001), 'par sa sœur']
    const fields = { name: 'Le club', kind: 'association', keptReach: kept }
    assert.ok(
      box.turn('plain.bring', { records: JSON.stringify([{ type: 'actor', id: ours, fields }]) })
        .done,
    )
    const hostile = pairedHostile(box)
    const own = types.map((type, n) => {
      const hidden = Object.keys(type.fields).filter(
        name => spaceOf(type, type.fields[name]!) !== 'commons',
      )
      const fields = Object.fromEntries(hidden.map(name => [name, 'zwyntrolubak']))
      writes(hostile, type.name, recordId(4_100 + n), { [type.title]: 'Un titre', ...fields })
      return [type, recordId(4_100 + n)] as const
    })
    writes(hostile, 'actor', ours, { keptReach: 'zwyntrolubak' })
    assert.deepEqual((await deliverTo(box, hostile)).faults, [])
    for (const [type, id] of [...own, [box.types.get('actor')!, ours] as const])
      for (const end of type.path === undefined ? [] : ['', '/modifier', '/changements']) {
        const path = `${type.path}/${id}${end}`
        const page = await box.keeper.get(path)
        assert.ok(page.status < 500, path)
        assert.doesNotMatch(page.body, /zwyntrolubak/, path)
      }
    assert.match((await box.keeper.get(`/annuaire/acteurs/${ours}/modifier`)).body, /par sa sœur/)
  },
)

testAll('what does not fit is said to be unreadable here, and its page stands', async () => {
  const { door: box, records } = await world_
  const [type, id] = records.find(
    ([of, record]) => of.name === 'actor' && record < recordId(9_000),
  )!
  const page = await box.visitor('wifi').get(`${type.path}/${id}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /illisible ici/)
})

test('no print of anybody falls', async () => {
  const { door: box, records } = await world_
  const { engine } = box
  const ids = cases([...new Set(records.map(([, id]) => id))], Infinity, ONE_IN)
  for (const by of ['visitor', 'keeper'] as const)
    for (const brick of engine.bricks)
      for (const print of brick.prints ?? [])
        for (const id of print.ofOne ? ids : isLong ? [] : ['']) {
          const source = { ...engine, secret: box.local.secret, now: box.now, today: () => TODAY }
          const kit: Kit = kitFor(source, {
            path: '/imprimer',
            params: { id },
            lang: 'fr',
            by,
            private: true,
          })
          print.make(kit, engine.read, brick.words.fr)
        }
})

testAll('the keeper reads on the page of boxes what was changed of ours', async () => {
  const { door: box } = await world_
  const page = await box.keeper.get('/bornes')
  assert.match(page.text, /Ce qu’une voisine a changé chez nous/)
})

testAll('a notice whose words every object answers to is taken, shown and matched', async () => {
  const { door: box } = await world_
  for (const word of ['constructor', '__proto__', 'toString']) {
    box.bring('need', { title: `Je cherche un ${word} de cabanes`, detail: word })
    box.bring('offer', { title: `Je prête un ${word}`, mode: 'lend' })
    box.bring('theme', { label: word, synonyms: word })
  }
  for (const path of ['/', '/annonces', '/sans-reponse', '/themes'])
    assert.equal((await box.keeper.get(path)).status, 200, path)
  assert.deepEqual(box.faults, [])
})
