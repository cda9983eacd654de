/**
 * `node bin/make-topics.ts`: learns the topics of notices from `src/bricks/offers/topics/*.tsv`
 * (five minutes on an idle machine) and writes them to `src/bricks/offers/model/topics/`. What it
 * writes is committed.
 * `--about SENTENCE`: writes nothing, and tells what a sentence is about, and by which words.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exit } from 'node:process'
import { parseArgs } from 'node:util'
import { topicName, topicsOf } from '../src/bricks/offers/model/topics/topics.ts'
import { madeFiles } from './topics/compiled.ts'
import { topicLines } from './topics/lines.ts'

const MADE = join(import.meta.dirname, '../src/bricks/offers/model/topics')
const { values } = parseArgs({
  options: { about: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(
    'node bin/make-topics.ts                    learns the topics anew, in five minutes\n' +
      'node bin/make-topics.ts --about SENTENCE   what a sentence is about, by what was learnt',
  )
  exit(0)
}
if (values.about !== undefined) {
  for (const { topic, sure, words } of topicsOf(values.about))
    console.log(`${sure.toFixed(2)}  ${topicName(topic)}  (${words.join(', ')})`)
  exit(0)
}
const lines = topicLines()
for (const fault of lines.faults) console.error(fault)
if (lines.faults.length > 0) {
  console.error(`${lines.faults.length} lines to mend.`)
  exit(1)
}
for (const [file, text] of Object.entries(madeFiles(lines))) writeFileSync(join(MADE, file), text)
