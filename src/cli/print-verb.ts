import { randomBytes } from 'node:crypto'
import { bricks } from '../app/bricks.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { openReading } from '../engine/house.ts'
import { machineClock } from '../files/clock.ts'
import { readFile } from '../files/files.ts'
import { placesIn, writeSafely } from '../files/folder.ts'
import { refuseMissing } from '../files/open-box.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { NotSet } from '../paper/not-set.ts'
import { communeNames } from '../places/communes.ts'
import { fingerprintIn } from '../web/certificate.ts'
import type { Site } from '../web/pages/ask.ts'
import { siteOver } from '../web/pages/site.ts'
import { isFileForm, type ToFile, toFile } from '../web/print/print-file.ts'
import { type Printing, printsOf, toPrint, type Wrong } from '../web/print/prints.ts'
import { wholeBricks } from '../web/records/brick.ts'
import { unknownColumns } from '../web/records/listed.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { readyTables } from './export-verb.ts'
import { mayWrite, sayable } from './out-file.ts'
import { cliWords } from './words.ts'

const lang = shellLang()
const w = cliWords(lang)

const all = printsOf(wholeBricks(bricks)).map(({ print }) => print)
const kinds = [...new Set(all.map(print => (print.ofOne ? `${print.kind} ID` : print.kind)))]
/** It is printed, but of one thing, which was not said; or it is one sheet, and one thing was. */
const isOther = (kind: string): boolean => all.some(print => print.kind === kind)

/** Who types here holds the machine: they print what the keeper may. */
export const printVerb: Verb = {
  name: 'print',
  usage: `KIND [ID] --out FILE.pdf|.html|.csv [--format a4|a5|long] [--since DAY] [--col NAME,NAME] [--wifi NAME [--open]] [--json]   (${kinds.join(', ')})`,
  about: w.help.print,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    since: { type: 'string' },
    col: { type: 'string' },
    wifi: { type: 'string' },
    open: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: plainly(async (values, [kind = '', id, ...rest]) => {
    const { out, format, since, col, wifi, open } = values
    if (kind === '' || rest.length > 0) throw new Misused(w.print.which)
    const [, form = ''] = /\.(pdf|html|csv)$/.exec(typeof out === 'string' ? out : '') ?? []
    if (typeof out !== 'string' || form === '') throw new Misused(w.print.noOut)
    const folder = dataFrom(values)
    refuseMissing(folder)
    mayWrite({ out, data: folder })
    await readyTables(folder)
    const reading = openReading(placesIn(folder))
    const communes = communeNames(folder)
    try {
      const site = siteOver(bricks, reading, randomBytes(32), machineClock(), {
        communeNamed: communes.named,
        fingerprint: () => fingerprintIn(folder),
      })
      const query = Object.fromEntries(
        Object.entries({
          format,
          depuis: since,
          col,
          wifi,
          ouvert: open === true ? 'oui' : undefined,
        }).filter((one): one is [string, string] => typeof one[1] === 'string'),
      )
      const asked = { query, lang, by: 'keeper', private: true } as const
      refuseColumns(site, kind, id, asked)
      const file = isFileForm(form)
        ? saidFile(toFile(site, kind, id, form, asked), kind, id)
        : await setFile(site, folder, kind, id, asked)
      try {
        writeSafely(out, file.bytes)
      } catch (error) {
        throw sayable(error, out)
      }
      const told = {
        file: out,
        ...(file.pages === undefined ? {} : { pages: file.pages }),
        bytes: file.bytes.length,
      }
      console.log(
        values['json'] === true
          ? JSON.stringify(told)
          : file.pages === undefined
            ? w.print.written(out)
            : w.print.done(out, file.pages),
      )
      return 0
    } finally {
      communes.close()
      reading.close()
    }
  }),
}

/** A page shows the columns that there are; here they are typed. */
function refuseColumns(
  site: Site,
  kind: string,
  id: string | undefined,
  asked: Parameters<typeof unknownColumns>[1],
): void {
  const type = kind === 'liste' && id !== undefined ? site.types.get(id) : undefined
  if (!type) return
  const { unknown, known } = unknownColumns({ bricks: site.bricks, type }, asked, site.read)
  if (unknown.length > 0) throw new Misused(w.print.noColumn(unknown, known))
}

type Made = Readonly<{ bytes: Uint8Array; pages?: number }>
function undone({ wrong, lacks }: Wrong, kind: string, id: string | undefined): Undone {
  if (kind === 'carte') return new Undone(w.print.card)
  if (wrong !== 'noKind') return new Undone(lacks ?? w.print.nothing)
  return new Undone(
    !isOther(kind)
      ? w.print.noKind(kind)
      : id === undefined
        ? w.print.noId(kind)
        : w.print.noOne(kind),
  )
}

function saidFile(made: ToFile, kind: string, id: string | undefined): Made {
  if ('wrong' in made) throw undone(made, kind, id)
  return { bytes: Buffer.from(made.text, 'utf8') }
}

async function setFile(
  site: Site,
  folder: string,
  kind: string,
  id: string | undefined,
  asked: Printing,
): Promise<Made> {
  const found = toPrint(site, kind, id, asked)
  if ('wrong' in found) throw undone(found, kind, id)
  const { setPaper } = await import('../paper/typeset.ts')
  try {
    const { pdf, pages } = setPaper(
      found.paper,
      hash => readFile(folder, 'commons', hash) ?? readFile(folder, 'home', hash),
    )
    return { bytes: pdf, pages }
  } catch (error) {
    throw error instanceof NotSet ? new Undone(w.print.notSetHere(error.message)) : error
  }
}
