import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { readGeography } from '../src/places/geography.ts'

/**
 * Writes the centres of the communes of France that come with the program
 * (docs/decisions/0055): `node bin/commune-centres.ts FOLDER`, a folder of GeoJSON files of
 * contours, each with the INSEE code of its commune.
 *
 * Shape   one commune a line, by code: `42195 45736 3961`, latitude and longitude in thousandths of
 *         a degree, so within sixty metres. A code is written once.
 */
const [, , folder] = argv
if (folder === undefined) {
  console.error('node bin/commune-centres.ts FOLDER')
  exit(64)
}
const centres = new Map<string, string>()
for (const file of readdirSync(folder).filter(name => name.endsWith('.geojson')))
  for (const { code, point } of readGeography(readFileSync(join(folder, file)), file))
    centres.set(code, point.map(degrees => Math.round(degrees * 1_000)).join(' '))
const lines = [...centres].sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  new URL('../src/places/centres.txt', import.meta.url),
  lines.map(([code, at]) => `${code} ${at}\n`).join(''),
)
console.log(`${lines.length} centres`)
