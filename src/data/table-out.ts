import { ReadableStream } from 'node:stream/web'
import type { Context, Hono } from 'hono'
import type { Statements } from '../log/sqlite.ts'
import { originOf } from '../web/captive/captive.ts'
import { kitFor } from '../web/pages/kit.ts'
import type { Server } from '../web/server-parts.ts'
import {
  allOds,
  atom,
  catalogue,
  csv,
  excel,
  type Format,
  fileOf,
  formatsOf,
  type Giving,
  geojson,
  json,
  jsonld,
  MIMES,
  ods,
} from './formats.ts'
import { hasComputers, inclusion, lieux } from './mediation.ts'
import { ALL, DATA, dataLeaf, specialsOf } from './page.ts'
import { setsIn } from './sets.ts'

/**
 * `/donnees`, and `/donnees/TYPE.csv`, `TYPE-excel.csv`, `.ods`, `.json`, `.geojson`, `.jsonld`,
 * `.atom`: what is public of a type, whole, for a spreadsheet or another program; `tout.ods` has a
 * sheet for each type. `copiedTo`: where a copy will
 * stand; a copy that does not know it says addresses without their host.
 *
 * Law     the commons only: the tables of `home` are not read (law 6). A few rows at a time: no
 *         reader holds a transaction.
 */
export function dataRoutes(app: Hono, server: Server, tables: Statements, copiedTo?: string): void {
  const giving = (c: Context): Giving => {
    const { lang, secure } = server.visit(c)
    const origin = copiedTo ?? originOf(c, server, secure)
    return { source: server.source, tables, lang, origin }
  }
  app.get(DATA, c => {
    const visit = server.visit(c)
    return server.answer(
      c,
      visit,
      dataLeaf(
        server.source,
        kitFor(server.source, { path: DATA, lang: visit.lang, by: 'visitor' }),
        specialsOf(server.source, visit.lang),
      ),
    )
  })
  app.get(`${DATA}/${ALL}`, async c => given(await allOds(giving(c)), MIMES.ods, ALL))
  app.get(`${DATA}/catalogue.jsonld`, c => given(catalogue(giving(c)), MIMES.jsonld))
  if (hasComputers(server.source)) {
    app.get(`${DATA}/lieux-de-mediation.csv`, () =>
      given(lieux(server.source).csv, MIMES.csv, 'lieux-de-mediation.csv'),
    )
    for (const part of ['structures', 'services'] as const)
      app.get(`${DATA}/data-inclusion-${part}.json`, () =>
        given(JSON.stringify(inclusion(server.source)[part], null, 1), MIMES.json),
      )
  }
  app.get(`${DATA}/:file`, async (c, next) => {
    const file = c.req.param('file')
    const [, name = ''] = /^([a-z-]+?)(?:-excel)?\.[a-z]+$/.exec(file) ?? []
    const type = setsIn(server.source).find(one => one.name === name)
    const format = type && formatsOf(server.source, type).find(one => fileOf(type, one) === file)
    if (!type || !format) return next()
    return given(
      await written(format, giving(c), type),
      MIMES[format],
      SAVED.has(format) ? file : undefined,
    )
  })
}

/** What a browser keeps as a file; the others it may show. */
const SAVED: ReadonlySet<Format> = new Set(['csv', 'excel', 'ods', 'geojson'])

type Pieces = string | Uint8Array | Iterable<Uint8Array>
function written(
  format: Format,
  of: Giving,
  type: ReturnType<typeof setsIn>[number],
): Pieces | Promise<Pieces> {
  if (format === 'atom') return atom(of, type)
  if (format === 'ods') return ods(of, type)
  return { csv, excel, json, geojson, jsonld }[format](of, type)
}

function given(pieces: Pieces, type: string, saveAs?: string): Response {
  const whole = typeof pieces === 'string' || pieces instanceof Uint8Array
  const body = (whole ? pieces : ReadableStream.from(pieces)) as unknown as BodyInit
  const disposition =
    saveAs === undefined ? {} : { 'content-disposition': `attachment; filename="${saveAs}"` }
  return new Response(body, {
    headers: { 'content-type': type, 'cache-control': 'no-cache', ...disposition },
  })
}
