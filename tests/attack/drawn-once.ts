import { pictureFrom } from '../../src/web/post/pictures.ts'
import { png } from './png.ts'

/**
 * Draws one picture of these sides, and says how much more than for a small one the process held.
 * Units: pixels, MiB.
 */
const [width = 1, height = 1] = process.argv.slice(2).map(Number)
await pictureFrom(png({ width: 60, height: 40 }))
const heavy = png({ width, height, depth: 16 })
const before = process.resourceUsage().maxRSS
const made = await pictureFrom(heavy)
console.log(
  JSON.stringify({
    made: typeof made === 'string' ? made : 'object',
    more: (process.resourceUsage().maxRSS - before) / 1024,
  }),
)
