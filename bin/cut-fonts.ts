/**
 * Cuts the two fonts to what French and English pages use, so that a first view stays light. Run
 * again after a new version of a font package: `node bin/cut-fonts.ts`. What it writes is
 * committed.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    targetFormat: 'woff2'
    variationAxes: Readonly<Record<string, { min: number; max: number }>>
  },
) => Promise<Buffer>

const require = createRequire(import.meta.url)
const OUT = join(import.meta.dirname, '..', 'public', 'fonts')

const FONTS = [
  { name: 'bricolage', from: 'bricolage-grotesque' },
  { name: 'atkinson', from: 'atkinson-hyperlegible-next' },
] as const

/**
 * Latin-1, the three French letters that it lacks, and the punctuation, arrows and marks that our
 * pages print.
 */
export function charactersKept(): string {
  const range = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
  return `${range(0x20, 0x7e)}${range(0xa0, 0xff)}œŒŸ‘’“”„‹›–—…•·→←↑↓☐✓−€\u2009\u202f\u2011`
}

async function cut(): Promise<void> {
  // subset-font is CommonJS without types; its shape is stated above.
  const subset = require('subset-font') as SubsetFont
  for (const { name, from } of FONTS) {
    const home = dirname(require.resolve(`@fontsource-variable/${from}/package.json`))
    const whole = await readFile(join(home, 'files', `${from}-latin-wght-normal.woff2`))
    const less = await subset(whole, charactersKept(), {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 800 } },
    })
    await writeFile(join(OUT, `${name}.woff2`), less)
    await copyFile(join(home, 'LICENSE'), join(OUT, `${name}-OFL.txt`))
    console.log(`${name}.woff2: ${whole.length} → ${less.length} bytes`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await cut()
