import { readFileSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import { type Html, html } from '../contract/html.ts'
import type { Leaf } from '../contract/page.ts'
import { harvest, proposal } from '../contract/records/own-records.ts'
import { POINT } from '../ui/board.ts'
import { sayLeaf } from '../web/pages/respond.ts'
import { printsOf, toPrint } from '../web/print/prints.ts'
import { printWords } from '../web/print/words.ts'
import { lookOf } from '../web/public.ts'
import { plainPages } from '../web/records/pages.ts'
import type { Services } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import { webWords } from '../web/words.ts'
import { emptyHouse } from './atelier/empty.ts'
import { PIECES, pieceOf } from './atelier/pieces.ts'
import { atelierWords } from './atelier/words.ts'

const PATH = '/atelier'
const isOpen = (): boolean =>
  process.env['COCOTE_ATELIER'] === '1' || process.env['NODE_ENV'] === 'development'

/**
 * `/atelier`: the house's own storybook, for those who build it; where it is not asked for, there
 * is no such page.
 */
export function atelierRoutes(app: Hono, server: Server, services: Services): void {
  if (!isOpen()) return
  let empty: Hono | undefined
  app.get(PATH, c => {
    const visit = server.visit(c)
    return server.answer(c, visit, indexLeaf(app, server, visit))
  })
  app.get(`${PATH}/piece/:name`, (c, next) => {
    const visit = server.visit(c)
    const name = c.req.param('name')
    const body = pieceOf(name, {
      lang: visit.lang,
      today: services.clock.today(services.clock.now()),
    })
    return body
      ? server.answer(c, visit, { title: atelierWords(visit.lang).names[name as 'liste'], body })
      : next()
  })
  app.get(`${PATH}/erreur/:status`, (c, next) => {
    const visit = server.visit(c)
    const said = errorsOf(visit)[c.req.param('status')]
    return said
      ? server.answer(c, visit, sayLeaf(said[0], [said[1]], visit), {
          status: Number(c.req.param('status')),
        })
      : next()
  })
  app.get(`${PATH}/cadre`, c => {
    const visit = server.visit(c)
    const body = html`<h1>${atelierWords(visit.lang).frame}</h1>`
    return server.answer(
      c,
      { ...visit, by: 'keeper' },
      { title: atelierWords(visit.lang).frame, body },
    )
  })
  app.get(`${PATH}/vide/*`, c => within(c, (empty ??= emptyHouse(server, services)), '/vide'))
  app.get(`${PATH}/papier.css`, c =>
    c.body(paperLook(), 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  app.get(`${PATH}/papier/*`, async c => {
    const answer = await within(c, app, '/papier')
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
    return c.html(
      (await answer.text()).replaceAll(escaped(lookOf().look), `${PATH}/papier.css`),
      answer.status as 200,
    )
  })
}
const escaped = (text: string): string => html`${text}`.html

/** The page that stands at the rest of the address, in this house or in another. */
async function within(c: Context, app: Hono, under: string): Promise<Response> {
  const url = new URL(c.req.url)
  url.pathname = url.pathname.slice(PATH.length + under.length) || '/'
  const headers = new Headers(c.req.raw.headers)
  headers.delete('accept-encoding')
  headers.delete('if-none-match')
  return app.fetch(new Request(url, { headers }), c.env)
}

/**
 * What paper gets, on a screen: the rules of print for every medium, on a sheet as wide as an A4
 * within its margins.
 */
function paperLook(): string {
  const look = readFileSync(new URL('../../public/look.css', import.meta.url), 'utf8')
  return (
    `${look.replaceAll('@media print', '@media all').replaceAll('url(fonts/', 'url(/fonts/')}` +
    '\nbody { width: 182mm; max-width: 100%; margin: 0 auto }\n'
  )
}

function errorsOf({
  lang,
}: Visit): Readonly<Record<string, readonly [title: string, todo: string]>> {
  const w = webWords(lang)
  const print = printWords(lang)
  return {
    '400': [w.cutForm, w.cutFormDo],
    '403': [w.forbidden, w.badForm],
    '404': [w.notFound, w.notFoundDo],
    '411': [w.cutForm, w.cutFormDo],
    '413': [w.tooLarge, w.tooLargeDo(w.kilobytes(512))],
    '429': [w.tooMany, w.tooManyDo],
    '500': [w.failed, w.failedDo('1a2b3c4d')],
    '503': [print.busy, print.busyDo],
    '507': [w.failed, w.full],
  }
}

/** Pages that the server answers by itself, beside those of bricks and schemas. */
const OF_THE_SERVER = [
  '/entrer',
  '/cueillette',
  '/apporter-un-tableau',
  '/donnees',
  '/tenir/carte',
  '/bornes/cle',
]

/** The brick of such a page may be out: then no route answers it. */
function patterns(app: Hono, server: Server): readonly string[] {
  const { bricks } = server.source
  const of = (pages: readonly Readonly<{ path: string }>[]) => pages.map(page => page.path)
  const made = [...of(bricks.flatMap(brick => brick.pages)), ...of(plainPages(server.source))]
  return [
    ...new Set([
      '/',
      '/chercher',
      ...made,
      ...OF_THE_SERVER.filter(path => app.routes.some(route => route.path === path)),
    ]),
  ].sort()
}

/**
 * A real address of this pattern: the newest record of some type with which there is such a page.
 */
function addressOf(server: Server, visit: Visit, pattern: string): string | undefined {
  if (pattern === '/chercher') return '/chercher?q=local'
  if (!pattern.includes(':')) return pattern
  const by: Visit = { ...visit, by: 'keeper' }
  const found = idsFor(server, pattern).find(id =>
    server.leafAt(pattern.replace(':id', id), { ...by, path: pattern.replace(':id', id) }),
  )
  return found && pattern.replace(':id', found)
}

function idsFor(server: Server, pattern: string): readonly string[] {
  const { read, types } = server.source
  const newest = read
    .all('SELECT max(id) AS id, type FROM doc GROUP BY type')
    .map(row => ({ id: String(row['id']), type: String(row['type']) }))
  const waiting = [harvest, proposal].flatMap(type =>
    read.list(type, { limit: 1 }, 'home').map(row => ({ id: row.id, type: type.name })),
  )
  const isOwn = (type: string) => types.get(type)?.path === pattern.slice(0, pattern.indexOf('/:'))
  return [...newest, ...waiting]
    .sort((a, b) => Number(isOwn(b.type)) - Number(isOwn(a.type)))
    .map(one => one.id)
}

/** Each print, at an address where there is something to print; else without one. */
function printLines(server: Server, visit: Visit): readonly Html[] {
  const w = atelierWords(visit.lang)
  const { read } = server.source
  const newest = read.all(
    'SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY type ORDER BY id DESC) AS n ' +
      'FROM doc) WHERE n <= 8',
  )
  const ids = [...server.source.types.keys(), ...newest.map(row => String(row['id']))]
  const asked = { by: 'keeper', lang: visit.lang, private: true } as const
  return printsOf(server.source.bricks).map(({ brick, print: { kind, ofOne } }) => {
    const id = (ofOne ? ids : [undefined]).find(
      one => 'paper' in toPrint(server.source, kind, one, asked),
    )
    const isThere = ofOne
      ? id !== undefined
      : 'paper' in toPrint(server.source, kind, undefined, asked)
    const path = `/imprimer/${kind}${ofOne ? `/${id ?? ':id'}` : ''}`
    return html`
      <li>
        ${isThere ? html`<a href="${path}"><code>${path}</code></a>` : html`<code>${path}</code>`}
        ${[POINT, brick.name, ...(isThere ? [] : [POINT, w.nothing])]}
      </li>
    `
  })
}

function indexLeaf(app: Hono, server: Server, visit: Visit): Leaf {
  const w = atelierWords(visit.lang)
  const { columns } = w
  const link = (href: string, words: string): Html => html`<a href="${href}">${words}</a>`
  const row = (pattern: string): Html => {
    const full = addressOf(server, visit, pattern)
    const empty = !pattern.includes(':') && link(`${PATH}/vide${pattern}`, w.see)
    return html`
      <tr>
        <th scope="row"><code>${pattern}</code></th>
        <td>${full ? link(full, w.see) : w.nothing}</td>
        <td>${empty}</td>
        <td>${full && link(`${PATH}/papier${full}`, w.see)}</td>
      </tr>
    `
  }
  const pieces = PIECES.map(name => html`<li>${link(`${PATH}/piece/${name}`, w.names[name])}</li>`)
  const errors = Object.entries(errorsOf(visit)).map(
    ([status, [title]]) => html`<li>${link(`${PATH}/erreur/${status}`, `${status} ${title}`)}</li>`,
  )
  const heads = [columns.pattern, columns.full, columns.empty, columns.paper].map(
    head => html`<th scope="col">${head}</th>`,
  )
  const rows = patterns(app, server).map(row)
  const body = html`
    <div class="head"><h1>${w.title}</h1><p class="lead">${w.lead}</p></div>
    <h2>${w.pieces}</h2>
    <ul class="columns">${pieces}</ul>
    <p>${link(`${PATH}/cadre`, w.frame)}</p>
    <h2>${w.errors}</h2>
    <ul class="columns">${errors}</ul>
    <h2>${w.prints}</h2>
    <p>${w.printsLead}</p>
    <ul class="columns">${printLines(server, visit)}</ul>
    <h2>${w.pages}</h2>
    <p>${w.signIn}</p>
    <div class="table">
      <table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>
    </div>
  `
  return { title: w.title, body }
}
