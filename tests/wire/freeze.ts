import { writeFileSync } from 'node:fs'
import { packed } from '../exchange/carry.ts'
import { deliver, fixedBox, openMemory } from './boxes.ts'
import { vectors } from './vectors.ts'

/** Writes the entries of docs/wire-format.md as a bundle of the second box, sealed for the third: once for each format, then never again. */
const log = openMemory(fixedBox(2))
for (const { bytes, signature, flesh } of vectors()) deliver(log, { bytes, signature, flesh })
writeFileSync(new URL('./bundle-1.cocote', import.meta.url), await packed(log, { for: [fixedBox(3).name] }))
