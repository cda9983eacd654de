import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { broughtTable } from '../contract/records/own-records.ts'
import { idFrom } from '../core/id.ts'
import { ownJson } from '../core/narrow.ts'
import type { FileRef } from '../core/schema.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { dropFile, readFile, storeFile } from '../files/files.ts'
import { asThingsLent } from '../reading/lend-engine.ts'
import { readRows, type Table } from '../reading/rows.ts'
import type { Posted } from '../web/post/form-in.ts'
import { takeTurn } from '../web/post/post.ts'
import { readSigned, signText } from '../web/post/signed-text.ts'
import type { Services } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'

/** Records sent at once. */
const PAGE = 500

/** The post of a table: whoever sent it, and what the house does with it. */
export type TablePost = Readonly<{
  c: Context
  server: Server
  services: Services
  visit: Visit
  sent: Posted
}>

export type WaitingTable = Readonly<{ ref: FileRef; bytes: Uint8Array; table: Table }>

/** A table that nobody goes on with: nobody asked to keep it. A restart takes it away as well. */
const TABLE_MS = 3_600_000

/**
 * The file sent now, or the one that an earlier page of this same form stored; its name in this box
 * is sealed.
 */
export async function fileOf(
  server: Server,
  services: Services,
  sent: Posted,
): Promise<WaitingTable | undefined> {
  const file = sent.files[0]
  if (file) {
    const { bytes } = file
    const table = tableIn(bytes, file.name)
    const ref = storeFile(services.folder, 'home', bytes, {
      name: file.name,
      type: file.type || 'text/csv',
    })
    setTimeout(() => dropFile(services.folder, services.logSql, 'home', ref.hash), TABLE_MS).unref()
    return { ref, bytes, table }
  }
  const sealed = readSigned(server.local.secret, 'table', String(sent.input['tableau'] ?? ''))
  const ref = sealed === undefined ? undefined : ownJson<FileRef>(sealed)
  const bytes = ref && readFile(services.folder, 'home', ref.hash)
  return ref && bytes ? { ref, bytes, table: tableIn(bytes, ref.name) } : undefined
}
/** The rows of a file; what another program lends is said as here. */
const tableIn = (bytes: Uint8Array, name: string): Table => asThingsLent(readRows(bytes, { name }))

/** The name of the file in this box, sealed: a page of the form sends it back. */
export const sealOf = (server: Server, ref: FileRef): string =>
  signText(server.local.secret, 'table', JSON.stringify(ref))

/** What a table changes of a record that was here (`broughtTable.changed`). */
export type ChangedRecord = Readonly<{ type: string; said: string }>
/**
 * Shape   `of`: the type of its lines. `undone`: the records that *Défaire cet apport* takes off.
 *         Default: all of them. `changed`: what it puts back. `counts`: how many lines changed what
 *         was here. `next`: the page shown after. `lines`: by number, those of the table, those
 *         that are written, and those that were here before.
 */
type TableBringing = Readonly<{
  of: string
  records: readonly BroughtRecord[]
  undone?: readonly BroughtRecord[]
  changed?: readonly ChangedRecord[]
  counts?: Readonly<{ changed: number; cancelled: number }>
  next: string
  /** `twice`: said before by the same file. */
  lines: Readonly<{
    all: readonly number[]
    written: readonly number[]
    there: readonly number[]
    twice?: readonly number[]
  }>
}>

/** Writes the records of a table, and the lists by which they are taken off as one. */
export function bringTable(
  { c, server, services, visit, sent }: TablePost,
  held: WaitingTable,
  bringing: TableBringing,
): Promise<Response> {
  const { records, undone = records, changed = [], next } = bringing
  const { all, written, there, twice = [] } = bringing.lines
  const brick = server.source.bricks.find(one => one.name === 'plain')!
  const command = brick.commands.find(one => one.name === 'bring')!
  const lists = tableLists(server, held.ref.name, { of: bringing.of, undone, changed })
  const said = new Set([...written, ...there, ...twice])
  const input = {
    records: pagesIn([...records, ...lists]),
    next,
    undo: lists[0]!.id,
    lines: String(written.length),
    there: String(there.length),
    twice: String(twice.length),
    changed: String(bringing.counts?.changed ?? 0),
    cancelled: String(bringing.counts?.cancelled ?? 0),
    left: all.filter(line => !said.has(line)).map(String),
  }
  const post = { ...sent, input }
  return spending(services, held, () => takeTurn({ c, server, visit }, { brick, command }, post))
}

/**
 * The file goes before its lines are written, so that the same form sent twice writes them once;
 * back if they were not written.
 */
async function spending(
  services: Services,
  { ref, bytes }: WaitingTable,
  write: () => Promise<Response>,
): Promise<Response> {
  dropFile(services.folder, services.logSql, 'home', ref.hash)
  const answer = await write()
  if (answer.status !== 303)
    storeFile(services.folder, 'home', bytes, { name: ref.name, type: ref.type })
  return answer
}

const pagesIn = (records: readonly BroughtRecord[]): readonly string[] =>
  Array.from({ length: Math.ceil(records.length / PAGE) }, (_, i) =>
    JSON.stringify(records.slice(PAGE * i, PAGE * (i + 1))),
  )

/**
 * The lists of what a table brought and changed, which *Défaire cet apport* takes back as one:
 * several for a long table, and for one of several types. The first is of the type of its lines,
 * where it has any.
 */
function tableLists(
  { source }: Server,
  title: string,
  { of, undone, changed }: Readonly<Required<Pick<TableBringing, 'of' | 'undone' | 'changed'>>>,
): readonly BroughtRecord[] {
  const now = source.now()
  const types = new Set([...undone, ...changed].map(({ type }) => type))
  const inOrder = [of, ...types].filter(
    (type, i, all) => types.has(type) && all.indexOf(type) === i,
  )
  const pages = inOrder.flatMap(type => [
    ...pagesOf(undone.flatMap(one => (one.type === type ? [one.id] : []))).map(records => ({
      of: type,
      records,
    })),
    ...pagesOf(changed.flatMap(one => (one.type === type ? [one.said] : []))).map(said => ({
      of: type,
      changed: said,
    })),
  ])
  const ids = pages.map((_, i) => idFrom(now + i, randomBytes(10)))
  return pages.map((page, i) => ({
    type: broughtTable.name,
    id: ids[i]!,
    space: 'home',
    fields: { title: title.slice(0, 200), first: ids[0]!, on: source.today(now), ...page },
  }))
}
const pagesOf = (all: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, i) =>
    all.slice(PAGE * i, PAGE * (i + 1)),
  )
