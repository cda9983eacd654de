import type { Context, Hono } from 'hono'
import { wordsOfType } from '../../../contract/type-words.ts'
import { type RecordType, SPACES, type Space } from '../../../core/schema.ts'
import {
  belongingOf,
  type OwnedField,
  type OwnedRecord,
} from '../../../engine/forgetting/belonging.ts'
import { ownerIn } from '../../../engine/owner-in.ts'
import { row } from '../../../log/log.ts'
import { fieldValue } from '../../../projection/prose-update.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { territoryShown } from '../../../web/pages/territory-shown.ts'
import { wholeOf } from '../../../web/put-away.ts'
import type { Server } from '../../../web/server-parts.ts'
import { signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { hasPhrase } from './phrases.ts'

/**
 * *Tout emporter*: everything that this box holds of a member, for them and where nobody listens,
 * as a file that other programs read.
 */
export function mineRoutes(app: Hono, server: Server): void {
  app.get('/moi/tout.json', c => {
    const visit = server.visit(c)
    if (visit.me === undefined)
      return server.answer(c, visit, signInLeaf(server, visit, { least: 'neighbour' }), {
        status: 403,
        cache: 'none',
      })
    // A brick that is put away keeps their records all the same.
    const whole = { ...server, source: wholeOf(server.source) }
    if (visit.private) return file(c, whole, visit, visit.me)
    const w = webWords(visit.lang)
    return server.answer(c, visit, sayLeaf(w.forbidden, [w.notWhereHeard], visit), {
      status: 403,
      cache: 'none',
    })
  })
}

function file(c: Context, server: Server, visit: Visit, me: string): Response {
  const { source, local } = server
  const { whole, parts } = belongingOf(source, me)
  const card = local.sql.get<{ number: string; made: number }>(
    'SELECT number, made FROM card WHERE member = ?',
    me,
  )
  const all = {
    page: territoryShown(source.bricks, source.read)?.name ?? '',
    on: source.today(source.now()),
    member: me,
    card: card ? { number: card.number, made: new Date(card.made).toISOString() } : null,
    phrase: hasPhrase(local, me),
    records: whole
      .filter(one => !isApart(server, one, me))
      .flatMap(one => recordOf(server, visit, one)),
    inOthers: parts.flatMap(one => partOf(server, visit, one)),
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="moi.json"',
    'cache-control': 'no-store',
  }
  return c.body(`${JSON.stringify(all, null, 2)}\n`, 200, headers)
}

/** What somebody else said about a record of theirs, and is not for them (`Owner.apart`). */
function isApart(server: Server, { type: name, record }: OwnedRecord, me: string): boolean {
  const { source } = server
  const type = source.types.get(name)
  const said = ownerIn(source, name)
  if (!type || !said?.apart) return false
  const row = valuesIn(server, type, record, ['home'])
  return said.apart(row) && row[said.owner ?? ''] !== me
}

type Values = Readonly<Record<string, unknown>>
/**
 * What the log holds of a record there, withdrawn or not; what was forgotten or emptied is not
 * said.
 */
function valuesIn(
  { source }: Server,
  type: RecordType,
  record: string,
  spaces: readonly Space[],
): Values {
  const all = spaces.flatMap(space => [...row(source.log, type.name, record, space)])
  const values = all.map(([name, merged]) => [name, fieldValue(type.fields[name], merged)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined))
}

/** A record of theirs: what everybody reads of it, or could, and what stays here. */
function recordOf(
  server: Server,
  visit: Visit,
  { type: name, record }: OwnedRecord,
): readonly Values[] {
  const type = server.source.types.get(name)
  if (!type) return []
  const [wide, kept] = [
    valuesIn(server, type, record, ['commons', 'network']),
    valuesIn(server, type, record, ['home']),
  ]
  const untold = ownerIn(server.source, name)?.untold?.(kept) ?? []
  const shown =
    Object.keys(wide).length === 0
      ? {}
      : wide['removed'] === true
        ? { withdrawn: wide }
        : { shown: wide }
  return [
    {
      type: name,
      what: wordsOfType(server.source.bricks, name, visit.lang).one,
      id: record,
      ...shown,
      kept: Object.fromEntries(Object.entries(kept).filter(([field]) => !untold.includes(field))),
    },
  ]
}

/** A field of somebody else's record that says them. */
function partOf(
  server: Server,
  visit: Visit,
  { type: name, record, field }: OwnedField,
): readonly Values[] {
  const type = server.source.types.get(name)
  const value = type && valuesIn(server, type, record, SPACES)[field]
  return value === undefined
    ? []
    : [
        {
          type: name,
          what: wordsOfType(server.source.bricks, name, visit.lang).one,
          id: record,
          field,
          value,
        },
      ]
}
