import assert from 'node:assert/strict'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import { at, testEach } from '../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'

/**
 * Two boxes and many hands on one thing, in any order. Each act is asked of the home box through
 * its own command, and an account of days says beside it what must be answered.
 *
 *     CHECK_PASS=all bin/check src/bricks/lending/interleaved.test.ts
 */

/** Units   days after 10 December, both included. */
type Days = Readonly<{ first: number; last: number }>
/**
 * By which path somebody would have it: a card, the one in charge, a letter, with the kit that
 * holds it, a series, an extension, other days, a hand-out; and by which it is free again.
 */
const PATHS = [
  ...(['card', 'charge', 'letter', 'kit', 'series', 'longer', 'move', 'out'] as const),
  ...(['card', 'cancel', 'back'] as const),
]
type Path = (typeof PATHS)[number]
type Act = Readonly<{ path: Path; days: Days; who: number }>
const ACTS = 7

/** The same numbers for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = (seed + 1) * 2_654_435_761
  return below => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0
    state = (state + 0x9e_37_79_b9) >>> 0
    return state % below
  }
}
function actsOf(seed: number): readonly Act[] {
  const draw = drawing(seed)
  return Array.from({ length: ACTS }, () => {
    const first = draw(7)
    return {
      path: PATHS[draw(PATHS.length)]!,
      days: { first, last: first + draw(3) },
      who: draw(2),
    }
  })
}

const dayOf = (n: number): string => `2026-12-${10 + n}`
const meets = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last

/** One thing, and the account that is kept of it beside the tables. */
type Life = {
  thing: string
  kit: string
  acts: readonly Act[]
  held: Map<string, Days>
  out: Set<string>
  /** The first day that each was promised for. */
  starts: Map<string, number>
  requests: Map<number, string>
}

type Boxes = Readonly<{ home: TestEngine; away: TestEngine; people: readonly string[] }>
function openBoxes(): Boxes {
  const [home, away] = [
    testEngine({ bricks: [members, lending] }),
    testEngine({ bricks: [members, lending] }),
  ]
  recognise(home.engine, away.engine, ['Sail', 'Boën'])
  const people = ['Paul', 'Nadia'].map(name =>
    home.bring('member', { name, state: 'here' }, 'home'),
  )
  return { home, away, people }
}

/** The letters of all lives are asked at the other box, and come before anybody answers. */
async function ask({ home, away }: Boxes, lives: readonly Life[]): Promise<void> {
  await carry(home.engine, away.engine, home)
  const asked = lives.flatMap(life =>
    life.acts.flatMap((act, n) => (act.path === 'letter' ? [{ life, act, n }] : [])),
  )
  for (const { life, act, n } of asked)
    away.done('lending.book', {
      id: life.thing,
      startsOn: dayOf(act.days.first),
      endsOn: dayOf(act.days.last),
      name: `Boën ${n}`,
    })
  await carry(away.engine, home.engine, home)
  for (const row of home.read.all('SELECT id, thing, name FROM booking_request_home')) {
    const life = lives.find(one => one.thing === row['thing'])!
    life.requests.set(Number(String(row['name']).split(' ')[1]), String(row['id']))
  }
}

type Asked = Parameters<typeof runBatch>[1][number]
/** Units   days after 10 December: what is handed out is gone from today on. */
const TODAY = Temporal.PlainDate.from('2026-12-10').until('2026-12-05').days

/** The turn of an act; undefined where there is nothing to extend, to cancel or to bring back. */
function turnOf(life: Life, n: number, { home, people }: Boxes): Asked | undefined {
  const { path, days, who } = life.acts[n]!
  const times = { startsOn: dayOf(days.first), endsOn: dayOf(days.last) }
  const turn = (command: string, input: object, me?: string): Asked => ({
    brick: 'lending',
    command,
    input: input as Asked['input'],
    id: home.newId(),
    lang: 'fr',
    ...(me === undefined ? { by: 'keeper' } : { by: 'neighbour', me }),
  })
  const [held] = [...life.held.keys()]
  if (path === 'card') return turn('book', { id: life.thing, ...times }, people[who])
  if (path === 'charge') return turn('book', { id: life.thing, ...times, name: 'Hugo', why: 'x' })
  if (path === 'letter') return turn('give', { id: life.requests.get(n)! })
  if (path === 'kit') return turn('book', { id: life.kit, ...times, name: 'Hugo', why: 'x' })
  if (path === 'series') {
    const recurs = `tous les jours, jusqu’au ${days.last + 10} décembre 2026`
    return turn('bookSeries', {
      ...{ id: life.thing, startsOn: times.startsOn, recurs, name: 'Hugo', sur: '1' },
    })
  }
  if (held === undefined) return undefined
  if (path === 'cancel') return turn('cancel', { id: held, calledOff: 'pluie' })
  if (path === 'out') return turn('handOut', { id: held, tout: '1' })
  if (path === 'back') return turn('handBack', { id: held, tout: '1' })
  const { first, last } = life.held.get(held)!
  if (path === 'move')
    return turn('move', { id: held, startsOn: times.startsOn, endsOn: times.endsOn })
  return turn('move', { id: held, startsOn: dayOf(first), endsOn: dayOf(last + 1) })
}

/** What must be answered: yes exactly where nobody else has one of these days. */
function expected(life: Life, n: number): Readonly<{ yes: boolean; account: () => void }> {
  const { path, days } = life.acts[n]!
  const [own] = [...life.held.entries()]
  const isFree = (wanted: Days, but?: string): boolean =>
    [...life.held].every(([id, one]) => id === but || !meets(one, wanted))
  if (path === 'series') {
    const all = Array.from({ length: days.last - days.first + 1 }, (_, i) => days.first + i)
    const kept = all.filter(day => isFree({ first: day, last: day }))
    return {
      yes: kept.length > 0,
      account: () => {
        for (const day of kept) life.held.set(`new ${n} ${day}`, { first: day, last: day })
      },
    }
  }
  if (NEW.has(path))
    return { yes: isFree(days), account: () => void life.held.set(`new ${n}`, days) }
  const [id, had] = own!
  const isOut = life.out.has(id)
  if (path === 'cancel') return { yes: !isOut, account: () => void life.held.delete(id) }
  if (path === 'back') return { yes: isOut, account: () => void life.held.delete(id) }
  if (path === 'out') {
    const gone = { first: TODAY, last: had.last }
    const account = (): void => {
      life.out.add(id)
      life.held.set(id, gone)
    }
    return { yes: !isOut && isFree(gone, id), account }
  }
  const start = isOut || path === 'longer' ? life.starts.get(id)! : days.first
  const last = path === 'longer' ? had.last + 1 : days.last
  const wanted = { first: isOut ? TODAY : start, last }
  return {
    yes: last >= start && isFree(wanted, id),
    account: () => {
      life.held.set(id, wanted)
      life.starts.set(id, start)
    },
  }
}
const NEW: ReadonlySet<Path> = new Set(['card', 'charge', 'letter', 'kit'])

/** Ids of what was just booked, in place of the names under which the account held them. */
function renamed(life: Life, { home }: Boxes): void {
  const rows = home.read.all(
    "SELECT id, startsOn FROM booking WHERE thing IN (?, ?) AND state IN ('booked', 'out') " +
      'ORDER BY id',
    life.thing,
    life.kit,
  )
  const known = new Set(life.held.keys())
  const entries = [...life.held].map(([id, days]): [string, Days] => {
    if (!id.startsWith('new ')) return [id, days]
    const row = rows.find(
      one => !known.has(String(one['id'])) && one['startsOn'] === dayOf(days.first),
    )
    assert.ok(row, 'what was answered with yes is booked')
    life.starts.set(String(row['id']), days.first)
    return [String(row['id']), days]
  })
  life.held = new Map(entries)
  assert.equal(rows.length, life.held.size, 'nothing is booked that was answered with no')
}

/** As many lives as these seeds, side by side in two boxes. */
async function live(from: number, count: number): Promise<void> {
  const boxes = openBoxes()
  const { home, away } = boxes
  try {
    const seeds = Array.from({ length: count }, (_, n) => from + n)
    const kits = home.bringAll(
      ...seeds.map(seed => ({
        type: 'thing',
        fields: { title: `Malle ${seed}`, kind: 'kit', unit: 'day' },
      })),
    )
    const things = home.bringAll(
      ...seeds.map((seed, n) => ({
        type: 'thing',
        fields: { title: `Chose ${seed}`, kind: 'tool', unit: 'day', partOf: kits[n]! },
      })),
    )
    const lives = seeds.map(
      (seed, n): Life => ({
        ...{ thing: things[n]!, kit: kits[n]! },
        acts: actsOf(seed),
        ...{ held: new Map(), out: new Set(), starts: new Map() },
        requests: new Map(),
      }),
    )
    await ask(boxes, lives)
    for (let n = 0; n < ACTS; n++) {
      const turns = lives.flatMap((life, i) => {
        const turn = turnOf(life, n, boxes)
        return turn ? [{ life, turn, seed: seeds[i]! }] : []
      })
      const answers = runBatch(
        home.engine,
        turns.map(({ turn }) => turn),
        home,
      )
      for (const [i, { life, seed }] of turns.entries()) {
        const { yes, account } = expected(life, n)
        assert.equal(answers[i]!.done, yes, `seed ${seed}, act ${n}: ${JSON.stringify(answers[i])}`)
        if (yes) account()
        renamed(life, boxes)
      }
    }
    for (const [n, life] of lives.entries()) noneDouble(life, boxes, seeds[n]!)
  } finally {
    home[Symbol.dispose]()
    away[Symbol.dispose]()
  }
}

function noneDouble(life: Life, { home }: Boxes, seed: number): void {
  const rows = home.read.all(
    'SELECT from_ms, until_ms FROM taken WHERE thing IN (?, ?) ORDER BY from_ms, until_ms',
    life.thing,
    life.kit,
  )
  for (const [n, row] of rows.slice(1).entries())
    assert.ok(
      Number(rows[n]!['until_ms']) <= Number(row['from_ms']),
      `none is double: seed ${seed}`,
    )
}

/** A box reads fifty requests of another one at most. */
const BATCH = 20
testEach(
  'law: of two boxes and every path, in any order, none is double and nothing free is refused',
  async () => {
    const [from, count] = at([0, 100], [100, 20_000], [20_100, 1_000_000])
    for (let done = 0; done < count; done += BATCH) await live(from + done, BATCH)
  },
)
