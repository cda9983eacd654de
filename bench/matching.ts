import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type PlantedPair, plantedPairs } from './matching-planted.ts'
import { type Judged, type Scored, score } from './matching-score.ts'
import { fillSet, isSet, linesOf, pairsFound, type Rate, readSet, scoreOf } from './matching-set.ts'
import { measureTimes } from './matching-times.ts'

/**
 * `node bench/matching.ts`: whether notices that answer one another are found, and how fast.
 * Nothing fails by it. Planted pairs come from a printed seed; the blind ones were written by
 * somebody who had not seen the rules.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
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
    'node bench/matching.ts [DIR…] [--quick] [--seed N] [--show]\n' +
      'node bench/matching.ts --pairs FILE [--today DAY] [--only even|odd] [--show]\n\n' +
      '  DIR      folders of offers.tsv, needs.tsv and pairs.tsv (bench/matching-set.ts), ' +
      'and nothing else\n' +
      '  --quick  no times among 100,000\n  --seed   of the planted pairs and of the notices\n' +
      '  --show   each pair that was judged wrongly\n' +
      '  --pairs  these labelled pairs and nothing else, as they stand on that day; --only ' +
      'half of them, by their place',
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

/** Sets whose sentences nobody who mends may read: their scores alone are told. */
const isClosed = (folder: string): boolean => basename(folder).includes('closed')

function tellSet(folder: string): void {
  if (!isSet(folder)) {
    console.log(`${folder}: offers.tsv, needs.tsv and pairs.tsv are not all there`)
    process.exitCode = 1
    return
  }
  const set = readSet(folder)
  const filled = fillSet(set)
  const found = pairsFound(filled, set)
  const lines = linesOf(filled, set)
  filled.box[Symbol.dispose]()
  const { precision, recall, servesPrecision, servesRecall } = scoreOf(set, found)
  console.log(
    `${basename(folder)}: ${set.offers.length} offers, ${set.needs.length} needs, ` +
      `${set.expected.size} expected pairs, ${filled.refused.length} refused by the form\n` +
      `  répond           precision ${told(precision)}   recall ${told(recall)}\n` +
      `  pourrait servir  precision ${told(servesPrecision)}   recall ${told(servesRecall)}\n` +
      `  lines            ${lines.told} of ${lines.sure} sure pairs, ` +
      `${lines.right.toFixed(2)} of them right`,
  )
  if (!values.show || isClosed(folder)) return
  const says = new Map(
    [...set.offers, ...set.needs].map(({ id, says, more }) => [id, `${says} ${more}`]),
  )
  const line = (kind: string, offer: string, need: string, why: string): void =>
    console.log(`  ${kind} ${offer} ${says.get(offer)} | ${need} ${says.get(need)}   ${why}`)
  for (const { offer, need, level, why } of found) {
    const expected = set.expected.get(`${offer} ${need}`)
    if (expected !== level) line(`${level}, expected ${expected ?? 'nothing'}:`, offer, need, why)
  }
  const all = new Set(found.map(({ offer, need }) => `${offer} ${need}`))
  for (const [pair, level] of set.expected) {
    const [offer = '', need = ''] = pair.split(' ')
    if (!all.has(pair)) line(`missed, expected ${level}:`, offer, need, '')
  }
  for (const one of filled.refused) console.log(`  refused ${one}`)
}
const told = ({ value, low, high, of }: Rate): string =>
  `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}] of ${of}`

if (positionals.length > 0) for (const folder of positionals) tellSet(folder)
else if (values.pairs) tellFile(values.pairs, values.today ?? BLIND[1]!.today, BLIND[1]!.groups)
else {
  console.log(`Seed ${seed}\n`)
  tellScore(`${PLANTED} planted pairs`, score(plantedPairs(seed, PLANTED)))
  for (const { file, today, groups } of BLIND)
    if (existsSync(new URL(file, import.meta.url)))
      tellFile(new URL(file, import.meta.url), today, groups)
  measureTimes(values.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000], seed)
}
