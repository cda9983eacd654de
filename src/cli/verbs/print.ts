import { randomBytes } from 'node:crypto'
import { bricks } from '../../app/bricks.ts'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { openReading } from '../../engine/engine.ts'
import { machineClock } from '../../files/clock.ts'
import { readFile } from '../../files/files.ts'
import { placesIn, writeSafely } from '../../files/folder.ts'
import { refuseMissing } from '../../files/open-box.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { NotSet } from '../../paper/not-set.ts'
import { communeNames } from '../../places/communes.ts'
import { fingerprintIn } from '../../web/certificate.ts'
import type { PageSource } from '../../web/pages/kit.ts'
import { pageSourceOver } from '../../web/pages/page-source.ts'
import { isFileForm, type ToFile, toFile } from '../../web/print/print-file.ts'
import { type Printing, printsOf, toPrint, type Wrong } from '../../web/print/prints.ts'
import { wholeBricks } from '../../web/records/brick.ts'
import { unknownColumns } from '../../web/records/listed.ts'
import { pictureWith } from '../../web/served.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { mayWrite, sayable } from '../out-file.ts'
import { readyTables } from '../ready-tables.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const lang = shellLang()
const w = cliWords(lang)

const all = printsOf(wholeBricks(bricks)).map(({ print }) => print)
/** Whether a print of this kind exists in the other form: of a record, or without one. */
const isOther = (kind: string): boolean => all.some(one => one.kind === kind)

/**
 * Prints a paper to a file, with the keeper’s rights: a person who types here holds the machine.
 */
export const print: VerbRun = async (values, [kind, id]) => {
  if (values['list'] === true) return listed(values)
  if (kind === undefined) throw new UsageError(w.print.which)
  const { out } = values
  const [, form = ''] = /\.(pdf|html|csv)$/.exec(typeof out === 'string' ? out : '') ?? []
  if (typeof out !== 'string' || form === '') throw new UsageError(w.print.noOut)
  const { bytes, pages } = await printed(values, { kind, id, out, form })
  tell(values, { file: out, ...(pages === undefined ? {} : { pages }), bytes }, () =>
    pages === undefined ? w.print.written(out) : w.print.done(out, pages),
  )
  return EXIT.done
}

function listed(values: VerbValues): number {
  const prints = all.map(({ kind, ofOne }) => ({ kind, ofOne: ofOne === true }))
  const lines = prints.map(({ kind, ofOne }) => (ofOne ? `${kind} ID` : kind))
  tell(values, { prints }, () => [...new Set(lines)].sort().join('\n'))
  return EXIT.done
}

/** Of what to make a file: `form` is its ending. */
export type PrintOf = Readonly<{ kind: string; id: string | undefined; out: string; form: string }>
export type Printed = Readonly<{ bytes: number; pages?: number | undefined }>

/** Writes a print in a file. Errors  CommandError, UsageError. */
export async function printed(values: VerbValues, of: PrintOf): Promise<Printed> {
  const folder = dataFrom(values)
  refuseMissing(folder)
  mayWrite({ out: of.out, data: folder })
  await readyTables(folder)
  const reading = openReading(placesIn(folder))
  const communes = communeNames(folder)
  try {
    const source = pageSourceOver(
      bricks,
      reading,
      { secret: randomBytes(32), clock: machineClock() },
      {
        communeNamed: communes.named,
        fingerprint: () => fingerprintIn(folder),
      },
    )
    const { bytes, pages } = await made({ ...of, source, folder, asked: askedFrom(values) })
    try {
      writeSafely(of.out, bytes)
    } catch (error) {
      throw sayable(error, of.out)
    }
    return { bytes: bytes.length, pages }
  } finally {
    communes.close()
    reading.close()
  }
}

type PrintQuery = Printing & Parameters<typeof unknownColumns>[1]
/** The query of the print’s page, from the options. */
function askedFrom({ format, since, day, col, wifi, open }: VerbValues): PrintQuery {
  const ouvert = open === true ? 'oui' : undefined
  const typed = Object.entries({ format, depuis: since, jour: day, col, wifi, ouvert })
  const query = Object.fromEntries(
    typed.filter((one): one is [string, string] => typeof one[1] === 'string'),
  )
  return { query, lang, by: 'keeper', private: true }
}

type Making = PrintOf & Readonly<{ source: PageSource; folder: string; asked: PrintQuery }>
async function made(of: Making): Promise<Made> {
  refuseColumns(of)
  const { source, kind, id, form, asked } = of
  return isFileForm(form)
    ? saidFile(toFile(source, { kind, id, form }, asked), kind, id)
    : setFile(of)
}

/** A page shows the columns that there are; here they are typed. */
function refuseColumns({ source, kind, id, asked }: Making): void {
  const type = kind === 'liste' && id !== undefined ? source.types.get(id) : undefined
  if (!type) return
  const { unknown, known } = unknownColumns({ bricks: source.bricks, type }, asked, source.read)
  if (unknown.length > 0) throw new UsageError(w.print.noColumn(unknown, known))
}

type Made = Readonly<{ bytes: Uint8Array; pages?: number }>
function undone({ wrong, lacks }: Wrong, kind: string, id: string | undefined): CommandError {
  if (kind === 'carte') return new CommandError(w.print.card)
  if (wrong !== 'noKind') return new CommandError(lacks ?? w.print.nothing)
  return new CommandError(
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

async function setFile({ source, folder, kind, id, asked }: Making): Promise<Made> {
  const found = toPrint(source, kind, id, asked)
  if ('wrong' in found) throw undone(found, kind, id)
  const { setPaper } = await import('../../paper/typeset.ts')
  try {
    const { pdf, pages } = setPaper(
      found.paper,
      hash =>
        readFile(folder, 'commons', hash) ??
        readFile(folder, 'home', hash) ??
        pictureWith(source.bricks, hash),
    )
    return { bytes: pdf, pages }
  } catch (error) {
    throw error instanceof NotSet ? new CommandError(w.print.notSetHere(error.message)) : error
  }
}
