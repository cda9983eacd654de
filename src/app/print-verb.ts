import { randomBytes } from 'node:crypto'
import { sayable } from './backup-verb.ts'
import { bricks } from './bricks.ts'
import { machineClock } from './clock.ts'
import { readyTables } from './export-verb.ts'
import { readFile } from './files.ts'
import { placesIn, writeSafely } from './folder.ts'
import { dataFrom, refuseMissing } from './held.ts'
import { openReading, siteOver } from './house.ts'
import { printsOf, toPrint } from './prints.ts'
import { plainly, Undone } from './undone.ts'
import { Misused, type Verb } from './verb.ts'
import { appWords, shellLang } from './words.ts'

const lang = shellLang()
const w = appWords(lang)

/** Who types here holds the machine: they print what the keeper may. */
export const printVerb: Verb = {
  name: 'print',
  usage: `KIND [ID] --out FILE.pdf [--format a4|a5] [--json]   (${printsOf(bricks)
    .map(({ print }) => (print.ofOne ? `${print.kind} ID` : print.kind))
    .join(', ')})`,
  about: w.help.print,
  options: { out: { type: 'string' }, format: { type: 'string' }, json: { type: 'boolean' } },
  run: plainly(async (values, [kind = '', id, ...rest]) => {
    const { out, format } = values
    if (kind === '' || rest.length > 0) throw new Misused(w.print.which)
    if (typeof out !== 'string' || !out.endsWith('.pdf')) throw new Misused(w.print.noOut)
    const folder = dataFrom(values)
    refuseMissing(folder)
    await readyTables(folder)
    const reading = openReading(placesIn(folder))
    try {
      const site = siteOver(bricks, reading, randomBytes(32), machineClock())
      const query = typeof format === 'string' ? { format } : {}
      const found = toPrint(site, kind, id, { query, lang, by: 'keeper', private: true })
      if ('wrong' in found) throw new Undone(found.wrong === 'noKind' ? w.print.noKind(kind) : w.print.nothing)
      const { setPaper } = await import('../paper/typeset.ts')
      const { pdf, pages } = setPaper(found.paper, hash => readFile(folder, 'commons', hash) ?? readFile(folder, 'home', hash))
      try {
        writeSafely(out, pdf)
      } catch (error) {
        throw sayable(error, out)
      }
      console.log(values['json'] === true ? JSON.stringify({ file: out, pages, bytes: pdf.length }) : w.print.done(out, pages))
      return 0
    } finally {
      reading.close()
    }
  }),
}
