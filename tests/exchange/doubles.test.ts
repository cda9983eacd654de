import assert from 'node:assert/strict'
import fc from 'fast-check'
import { COMMUNES } from '../../seeds/communes.ts'
import { openingRecords } from '../../src/app/opening/setup.ts'
import { commune, theme } from '../../src/bricks/directory/model/records.ts'
import { idFrom } from '../../src/core/id.ts'
import { THEMES } from '../../src/core/themes.ts'
import { communeId, isOfProgram, joinDoubles, themeId } from '../../src/engine/doubles.ts'
import { choicesFor } from '../../src/engine/fields.ts'
import type { BroughtRecord } from '../../src/engine/records/bring.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs, testLater, testOnce } from '../support/pass.ts'
import { NOON, recordId } from '../wire/boxes.ts'
import { bring, carried, engineOf, paired, said } from './engines.ts'

/**
 * Boxes that were opened apart on one territory and meet: what came with the program stands once on
 * each.
 */
const speaking = { now: NOON, sure: true }
const communes = COMMUNES.map(([code, name, postalCodes, population]) => ({
  code,
  name,
  postalCodes: [postalCodes],
  population,
  department: 'Loire',
}))
const territory = { kind: 'list', code: communes[0]!.code, name: 'Sail', communes } as const
const named = (n: number) => ({
  territory,
  village: communes[0]!.code,
  name: `Page ${n}`,
  keptBy: `Anaïs, borne ${n}`,
})
const broughtTo = (engine: OpenEngine, records: readonly BroughtRecord[]): void => {
  const answer = said(engine, 'bring', { records: JSON.stringify(records) })
  assert.ok(answer.done, JSON.stringify(answer))
}

/** A box of today. */
function opened(n: number): OpenEngine {
  const engine = engineOf(n)
  broughtTo(engine, openingRecords(named(n), NOON))
  return engine
}
/**
 * One of 0.1: its themes and communes have ids of its own, drawn at its opening. `old`: the id that
 * it drew for one of today.
 */
function openedBefore(n: number): Readonly<{ engine: OpenEngine; old: (given: string) => string }> {
  const engine = engineOf(n)
  let drawn = 0
  const ids = new Map<string, string>()
  const old = (id: string): string => {
    if (!id.startsWith('0000000000')) return id
    if (!ids.has(id))
      ids.set(
        id,
        idFrom(
          NOON - 1_000_000 * n + drawn,
          Uint8Array.from({ length: 10 }, () => n * 16 + (drawn++ % 16)),
        ),
      )
    return ids.get(id)!
  }
  const records = openingRecords(named(n), NOON).map(one => ({
    ...one,
    id: old(one.id),
    fields: {
      ...one.fields,
      ...('wider' in one.fields ? { wider: old(String(one.fields['wider'])) } : {}),
    },
  }))
  broughtTo(engine, records)
  return { engine, old }
}

const themesOf = ({ read }: OpenEngine) => read.list(theme, { order: 'id' })
const communesOf = ({ read }: OpenEngine) => read.list(commune, { order: 'id' })
const rowsOf = (engine: OpenEngine) => ({ themes: themesOf(engine), communes: communesOf(engine) })
const labels = (engine: OpenEngine): readonly (string | null)[] =>
  themesOf(engine).map(one => one.label)
const offered = ({ types, read }: OpenEngine) =>
  choicesFor(types.get('offer')!, read, undefined)('themes')!
/** Every theme and commune stands once, under its own id, in lists and in what forms offer. */
function assertOnce(engine: OpenEngine): void {
  assert.deepEqual(
    themesOf(engine)
      .map(one => one.id)
      .toSorted(),
    THEMES.map(({ key }) => themeId(key)).toSorted(),
  )
  assert.deepEqual(
    communesOf(engine)
      .map(one => one.id)
      .toSorted(),
    communes.map(({ code }) => communeId(code)).toSorted(),
  )
  assert.deepEqual(
    offered(engine)
      .map(one => one.label)
      .toSorted(),
    THEMES.map(({ label }) => label).toSorted(),
  )
}
const meet = async (
  one: OpenEngine,
  two: OpenEngine,
  isHealing: (engine: OpenEngine) => boolean = () => true,
): Promise<void> => {
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const) {
    await carried(from, to)
    if (isHealing(to)) joinDoubles(to, speaking)
  }
}

testOnce(
  'two boxes opened apart meet: same ids, same rows, no double, and nothing to join',
  async () => {
    const [sail, boen] = [opened(1), opened(2)]
    paired(sail, boen)
    await meet(sail, boen)
    for (const engine of [sail, boen]) {
      assertOnce(engine)
      assert.deepEqual(engine.read.all('SELECT * FROM joined'), [])
      assert.deepEqual(engine.read.all('SELECT * FROM conflict'), [])
    }
    assert.deepEqual(rowsOf(sail), rowsOf(boen))
  },
)

testLater(
  'three boxes opened apart, one of them still at 0.1: equal and once on all of them, in ' +
    'whatever order they meet',
  async () => {
    const pair = fc.constantFrom(
      ...([
        [0, 1],
        [1, 2],
        [0, 2],
      ] as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 4 }), async order => {
        const third = openedBefore(3).engine
        const houses = [opened(1), opened(2), third]
        for (const [a, b] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const)
          paired(houses[a]!, houses[b]!)
        for (const [a, b] of [...order, [0, 1], [1, 2], [0, 2], [0, 1], [1, 2]] as const)
          await meet(houses[a]!, houses[b]!, engine => engine !== third)
        for (const engine of houses) {
          assertOnce(engine)
          assert.deepEqual(rowsOf(engine), rowsOf(houses[0]!))
          assert.deepEqual(engine.read.news('x'), [])
          engine.log.db.close()
        }
      }),
      runs(0, 8, 60),
    )
  },
)

testOnce(
  'a box of 0.1 becomes one of today: what its keeper renamed, took away and filed stays so, ' +
    'and links lead on',
  async () => {
    const { engine, old } = openedBefore(1)
    const [wood, beasts] = [themeId('theme-bois'), themeId('theme-betes')]
    bring(engine, 'offer', recordId(70), { title: 'Des palettes', themes: [old(wood)] })
    bring(engine, 'theme', old(wood), { label: 'Bois et scierie' })
    said(engine, 'remove', { type: 'theme', id: old(beasts) })
    assert.ok(joinDoubles(engine, speaking) > 0)
    assert.equal(joinDoubles(engine, speaking), 0, 'twice is as once')
    assert.equal(engine.read.one(theme, old(wood))?.id, wood)
    assert.equal(engine.read.one(theme, wood)?.label, 'Bois et scierie')
    assert.ok(!labels(engine).includes('Bêtes'))
    assert.deepEqual(
      (engine.read.one(engine.types.get('offer')!, recordId(70)) as { themes?: unknown }).themes,
      [wood],
    )
    assert.equal(engine.read.one(theme, themeId('theme-papier'))?.wider, themeId('theme-materiaux'))
    const boen = opened(2)
    paired(engine, boen)
    await meet(engine, boen)
    assertOnce(boen)
    assert.ok(labels(boen).includes('Bois'), 'a neighbour’s rename renames nothing here')
    assert.ok(labels(engine).includes('Bois et scierie'))
    assert.ok(
      labels(boen).includes('Bêtes') && !labels(engine).includes('Bêtes'),
      'each keeps what it has',
    )
  },
)

testOnce('whoever cleaned up one of two doubles by hand keeps the theme', async () => {
  const [one, two] = [openedBefore(1), openedBefore(2)]
  paired(one.engine, two.engine)
  await carried(two.engine, one.engine)
  const wood = themeId('theme-bois')
  said(one.engine, 'remove', { type: 'theme', id: one.old(wood) })
  joinDoubles(one.engine, speaking)
  assertOnce(one.engine)
})

testOnce('what a map brought to a neighbour’s commune stands on ours', async () => {
  const [one, two] = [openedBefore(1), openedBefore(2)]
  paired(one.engine, two.engine)
  await carried(two.engine, one.engine)
  const sail = communeId(communes[0]!.code)
  bring(one.engine, 'commune', two.old(sail), { point: [45.73, 3.96] })
  joinDoubles(one.engine, speaking)
  assert.deepEqual(one.engine.read.one(commune, sail)?.point, [45.73, 3.96])
})

testOnce(
  'a join that the keeper undid is never made again, and a neighbour’s undoing brings no ' +
    'double here',
  async () => {
    const [sail, third] = [opened(1), openedBefore(3)]
    paired(sail, third.engine)
    await meet(sail, third.engine, engine => engine === sail)
    const wood = third.old(themeId('theme-bois'))
    const [join] = sail.read.joins(wood)
    await carried(sail, third.engine)
    assert.ok(said(third.engine, 'sync.unjoin', { id: join!.id }).done)
    await carried(third.engine, sail)
    assertOnce(sail)
    assert.ok(said(sail, 'sync.unjoin', { id: join!.id }).done)
    joinDoubles(sail, speaking)
    assert.equal(labels(sail).filter(label => label === 'Bois').length, 2)
    await carried(third.engine, sail)
    joinDoubles(sail, speaking)
    assert.equal(labels(sail).filter(label => label === 'Bois').length, 2)
  },
)

testOnce('a theme that its keeper took away and wrote again by hand stands', () => {
  const sail = opened(1)
  said(sail, 'remove', { type: 'theme', id: themeId('theme-bois') })
  bring(sail, 'theme', 'zz'.padEnd(26, '0'), { label: 'Bois' })
  joinDoubles(sail, speaking)
  assert.equal(labels(sail).filter(label => label === 'Bois').length, 1)
})

testOnce(
  'themes and communes that come, today’s or doubles of before, are no news to anybody',
  () => {
    const { engine, old } = openedBefore(1)
    const wood = themeId('theme-bois')
    bring(engine, 'theme', recordId(71), { label: 'Patois' })
    for (const id of [wood, old(wood)]) assert.ok(isOfProgram(engine, 'theme', id), id)
    assert.ok(!isOfProgram(engine, 'theme', recordId(71)), 'what a keeper made is news')
    joinDoubles(engine, speaking)
    const { latelyBy, me } = engine.read.boxes()
    assert.equal(
      latelyBy(me.name, 5)[0],
      recordId(71),
      'what was joined at one start hides no other news',
    )
  },
)
