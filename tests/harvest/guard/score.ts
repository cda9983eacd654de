import { argv } from 'node:process'
import { guardedBox, heldOf, pagesIn } from './shown.ts'

/**
 * `node tests/harvest/guard/score.ts FOLDER`: how many of what was planted get out, and of harmless
 * titles are held. Numbers only.
 */
let [planted, out, harmless, held] = [0, 0, 0, 0]
for (const page of pagesIn(argv[2] ?? import.meta.dirname)) {
  const box = await guardedBox()
  const found = await box.show(page).finally(box.end)
  const titles = heldOf(page)
  console.log(
    `${page.name}: ${found.out.length} of ${page.planted.length} out; ${found.shown} pieces ` +
      `shown, ${found.held} held; ${titles.length} of ${page.harmless.length} harmless titles ` +
      'held',
  )
  planted += page.planted.length
  out += found.out.length
  harmless += page.harmless.length
  held += titles.length
}
console.log(`in all: ${out} of ${planted} out; ${held} of ${harmless} harmless titles held`)
