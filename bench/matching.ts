import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type PlantedPair, plantedPairs } from './matching-planted.ts'
import { type Judged, type Scored, score } from './matching-score.ts'
import { measureTimes } from './matching-times.ts'

/**
 * `node bench/matching.ts`: whether notices that answer one another are found, and how fast.
 * Nothing fails by it. Planted pairs come from a printed seed; the blind ones were written by
 * somebody who had not seen the rules.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    seed: { type: 'string' },
    show: { type: 'boolean' },
    pairs: { type: 'string' },
    today: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(
    'node bench/matching.ts [--quick] [--seed N] [--show] [--pairs FILE [--today DAY] ' +
      '[--only even|odd]]\n\n  --quick  no times among 100,000\n  --seed   of the planted ' +
      'pairs and of the notices\n  --show   each pair that was judged wrongly\n  --pairs  ' +
      'these labelled pairs and nothing else, as they stand on that day; --only half of them, ' +
      'by their place',
  )
  process.exit(0)
}
const seed = Number(values.seed ?? 20261124)
const PLANTED = 2_400
const AIM = 0.9
/** Pairs labelled blind, the day on which they stand, and what their places mean. */
const BLIND: readonly Readonly<{
  file: string
  today: string
  groups: readonly (readonly [string, number, number])[]
}>[] = [
  { file: 'matching-pairs.json', today: '2026-12-01', groups: [] },
  {
    file: 'matching-pairs-b.json',
    today: '2026-12-05',
    groups: [
      ['one noun or family', 0, 20],
      ['other words', 20, 40],
      ['near misses', 40, 65],
      ['unrelated', 65, 80],
    ],
  },
]

function tellScore(what: string, { right, missed, wrong, precision, recall }: Scored): void {
  const met = precision >= AIM && recall >= AIM ? 'yes' : 'NO'
  console.log(
    `${what.padEnd(38)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  ` +
      `(${right} found, ${missed.length} missed, ${wrong.length} wrong)  aim ≥ ${AIM}: ${met}`,
  )
  if (values.show)
    for (const [kind, all] of [
      ['missed', missed],
      ['wrong', wrong],
    ] as const)
      for (const one of all) tellPair(kind, one)
}
const tellPair = (kind: string, { pair, meeting }: Judged): void =>
  console.log(
    `  ${kind} (${pair.why}): ${pair.offer.title} | ${pair.need.title} ` +
      `${meeting ? meeting.score.toFixed(2) : '–'}`,
  )

function tellFile(
  file: string | URL,
  today: string,
  groups: (typeof BLIND)[number]['groups'],
): void {
  const keeps = (i: number) =>
    values.only === undefined || i % 2 === (values.only === 'odd' ? 1 : 0)
  const all = (JSON.parse(readFileSync(file, 'utf8')) as readonly PlantedPair[])
    .map((pair, i) => ({ pair, i }))
    .filter(({ i }) => keeps(i))
  tellScore(
    `${all.length} pairs labelled blind`,
    score(
      all.map(({ pair }) => pair),
      today,
    ),
  )
  for (const [what, from, to] of groups) {
    const { right, missed, wrong } = score(
      all.flatMap(({ pair, i }) => (i >= from && i < to ? [pair] : [])),
      today,
    )
    console.log(
      `  ${what.padEnd(36)} ${right} found, ${missed.length} missed, ${wrong.length} wrong`,
    )
  }
}

if (values.pairs) tellFile(values.pairs, values.today ?? BLIND[1]!.today, BLIND[1]!.groups)
else {
  console.log(`Seed ${seed}\n`)
  tellScore(`${PLANTED} planted pairs`, score(plantedPairs(seed, PLANTED)))
  for (const { file, today, groups } of BLIND)
    if (existsSync(new URL(file, import.meta.url)))
      tellFile(new URL(file, import.meta.url), today, groups)
  measureTimes(values.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000], seed)
}
