import { ReadableStream } from 'node:stream/web'
import type { Context, Hono } from 'hono'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import type { Web } from '../web/web.ts'
import { csvOf, rowsOf } from './export.ts'
import { namingOn } from './export-cell.ts'

/**
 * `/donnees/TYPE.csv` and `.json`: what is public of a type, whole, for a spreadsheet or another program.
 *
 * Law     the commons only: the tables of `home` are not read (law 6). A few rows at a time: no reader holds a transaction.
 */
export function dataRoutes(app: Hono, web: Web, tables: Statements): void {
  app.get('/donnees/:file', (c, next) => {
    const [, name = '', form = ''] = /^([a-z-]+)\.(csv|json)$/.exec(c.req.param('file')) ?? []
    const type = web.site.types.get(name)
    if (!type?.path || (type.space ?? 'commons') !== 'commons') return next()
    return form === 'csv' ? csv(c, web, tables, type) : json(c, tables, type)
  })
}

const bytes = (pieces: Iterable<Uint8Array>): BodyInit => ReadableStream.from(pieces) as unknown as BodyInit

function csv(c: Context, web: Web, tables: Statements, type: RecordType): Response {
  const naming = namingOn(tables, web.site.bricks, web.visit(c).lang, web.site.types.has('commune'))
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${type.name}.csv"`,
    'cache-control': 'no-cache',
  }
  return new Response(bytes(csvOf({ tables, naming }, type, ['commons'])), { headers })
}

function json(_c: Context, tables: Statements, type: RecordType): Response {
  function* pieces(): Generator<Uint8Array> {
    let between = `{"type":${JSON.stringify(type.name)},"records":[\n`
    for (const row of rowsOf(tables, type, 'commons')) {
      yield Buffer.from(between + JSON.stringify(row))
      between = ',\n'
    }
    yield Buffer.from(between === ',\n' ? '\n]}\n' : `${between}]}\n`)
  }
  return new Response(bytes(pieces()), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' } })
}
