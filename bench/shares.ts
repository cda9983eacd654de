import { lending } from '../src/bricks/lending/brick.ts'
import { PARTS } from '../src/bricks/lending/model/shares/exact.ts'
import { plansOf } from '../src/bricks/lending/model/shares/read.ts'
import { type SettledYear, settledYear } from '../src/bricks/lending/model/shares/rules.ts'
import { settled, yearOf } from '../src/bricks/lending/model/shares/year.ts'
import { members } from '../src/bricks/members/brick.ts'
import { type TestEngine, testEngine } from '../tests/support/test-engine.ts'
import { head, tell } from './table.ts'

/**
 * The end of a year of a large CUMA: each machine is settled among all its members, by the rule
 * alone, and from the tables with the notebook.
 */
export function measureShares(memberCount: number, machines: number): void {
  head('Shares')
  const records = memberCount * machines
  const years = Array.from({ length: machines }, (_, machine) =>
    Array.from({ length: memberCount }, (_, n) => ({
      key: `m${n}`,
      engaged: (10 + ((n * 7 + machine) % 40)) * PARTS,
      used: (5 + ((n * 13 + machine) % 50)) * PARTS,
      paid: 10_000 + n * 37,
    })),
  )
  const real = { fixed: 1_846_286, variable: 84_013 }
  told('a year settled by the rule', records, () =>
    years.map(accounts => settledYear(real, accounts, 'engaged')),
  )
  using box = testEngine({ bricks: [members, lending] })
  const things = Array.from({ length: machines }, (_, n) => filled(box, n, memberCount))
  told('the same from the tables, twelve lines a member', records, () =>
    things.flatMap(id =>
      plansOf(box.read, id).map(plan => settled(box.read, yearOf(box.read, plan))),
    ),
  )
}

const [TIMES, LINES] = [30, 12]

/** A machine with its year: who engaged, and their lines of the notebook. */
function filled(box: TestEngine, machine: number, memberCount: number): string {
  const id = box.bring('thing', { title: `Machine ${machine}`, kind: 'machine' })
  const year = { name: '2026', firstOn: '2026-01-01', lastOn: '2026-12-31' }
  const costs = { price: '123 500', years: '7', other: '820', upkeep: '1,20' }
  const counts = { counts: 'money', unit: 'hectare', fixedBy: 'engaged' }
  box.done('lending.openYear', { id, ...year, ...costs, ...counts })
  const plan = plansOf(box.read, id)[0]!.id
  const of = { thing: id, plan }
  const people = box.bringAll(
    ...Array.from({ length: memberCount }, (_, n) => ({
      type: 'engagement',
      fields: { ...of, who: `Foyer ${n}`, parts: (10 + (n % 40)) * PARTS },
      space: 'home' as const,
    })),
  )
  box.bringAll(
    ...people.flatMap(part =>
      Array.from({ length: LINES }, (_, n) => ({
        type: 'unit-line',
        fields: { ...of, engagement: part, day: `2026-0${1 + (n % 9)}-10`, parts: PARTS },
        space: 'home' as const,
      })),
    ),
  )
  box.done('lending.spend', {
    ...{ id, plan, what: 'Assurance', amount: '18 462,86' },
    ...{ day: '2026-03-01', part: 'fixed' },
  })
  return id
}

function told(what: string, records: number, work: () => readonly SettledYear[]): void {
  const times = Array.from({ length: TIMES }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  tell({
    ...{ what, records },
    median: times[Math.floor(TIMES / 2)],
    p95: times[Math.floor(TIMES * 0.95)],
    aim: 'median < 50 ms',
    met: ({ median = 0 }) => median < 50,
  })
}
