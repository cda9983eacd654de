/**
 * `node bin/make-likelihood.ts`: learns how much each sign of a pair counts from the villages of
 * `bench/villages` (half a minute), and writes the weights to
 * `src/bricks/offers/model/matching/likelihood-learnt.ts`. What it writes is committed.
 * It tells precision and recall of each village by the weights of the others.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NAMES } from '../src/bricks/offers/model/matching/likelihood.ts'
import { learntFile, rowOf, SHOWN } from './likelihood/learnt.ts'
import { chanceOf, fit } from './likelihood/regression.ts'
import { villageOf, villages } from './likelihood/villages.ts'

const MADE = join(import.meta.dirname, '../src/bricks/offers/model/matching/likelihood-learnt.ts')
const all = new Map(villages().map(name => [name, villageOf(name)]))
const examples = [...all.values()].flatMap(village => village.examples)
const wanted = [...all.values()].reduce((sum, village) => sum + village.wanted, 0)

const judged = [...all.keys()].flatMap(name => {
  const others = examples.filter(({ village }) => village !== name)
  const fitted = fit(
    others.map(({ signs }) => rowOf(signs)),
    others.map(({ isRight }) => isRight),
  )
  return all
    .get(name)!
    .examples.map(({ signs, isRight }) => ({ chance: chanceOf(fitted, rowOf(signs)), isRight }))
})
console.log(`${examples.length} pairs, ${wanted} that answer; signs: ${NAMES.join(', ')}`)
for (const least of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
  const shown = judged.filter(({ chance }) => chance >= least)
  const right = shown.filter(({ isRight }) => isRight).length
  const [precision, recall] = [right / shown.length, right / wanted]
  const mark = least === SHOWN ? ' ←' : ''
  console.log(`${least}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}${mark}`)
}
writeFileSync(MADE, learntFile(examples))
