import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testAll, testEach } from '../support/pass.ts'
import { BOX_NAMES } from './box.ts'
import { crawl } from './crawl.ts'
import { manifestOf } from './manifest.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MOST_SHOWN = 60

/** Lines that one has and the other has not, the old ones first. */
function differing(was: string, is: string): readonly string[] {
  const [before, after] = [was.split('\n'), is.split('\n')]
  const had = new Set(before)
  const has = new Set(after)
  return [
    ...before.filter(line => !has.has(line)).map(line => `- ${line}`),
    ...after.filter(line => !had.has(line)).map(line => `+ ${line}`),
  ]
}

for (const name of BOX_NAMES) {
  // `bin/check` of this file alone reads the demonstration; `npm test` leaves the file out.
  const test = name === 'demo' ? testEach : testAll
  test(`${name}: every page, print and file of the box reads as it did`, async t => {
    const crawled = await crawl({ root: ROOT, name })
    const all = differing(
      readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8'),
      manifestOf(crawled),
    )
    t.diagnostic(`${crawled.pages.length} answers`)
    const shown = all
      .map(line => line.slice(0, 300))
      .sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1))
      .slice(0, MOST_SHOWN)
    assert.equal(
      all.length,
      0,
      `${all.length} lines differ (npm run crawl -- against main shows the pages, npm run ` +
        `crawl -- accept takes them):\n${shown.join('\n')}`,
    )
  })
}
