import type { Context, Hono } from 'hono'
import { type RecordType, spaceOf } from '../core/schema.ts'
import { territoryShown, wordsOfType } from './choices.ts'
import { ownerOf, owns } from './owned.ts'
import { sayLeaf } from './respond.ts'
import { signInLeaf } from './signin.ts'
import type { Visit } from './visit.ts'
import type { Web } from './web.ts'
import { webWords } from './words.ts'

/** *Tout emporter*: everything that this box holds of a member, for them and where nobody listens, as a file that other programs read. */
export function mineRoutes(app: Hono, web: Web): void {
  app.get('/moi/tout.json', c => {
    const visit = web.visit(c)
    if (visit.me === undefined)
      return web.answer(c, visit, signInLeaf(web, visit, { least: 'neighbour' }), { status: 403, cache: 'no-store' })
    if (visit.private) return file(c, web, visit, visit.me)
    const w = webWords(visit.lang)
    return web.answer(c, visit, sayLeaf(w.forbidden, [w.notWhereHeard], visit), { status: 403, cache: 'no-store' })
  })
}

function file(c: Context, web: Web, visit: Visit, me: string): Response {
  const { site, local } = web
  const card = local.sql.get<{ number: string; made: number }>('SELECT number, made FROM card WHERE member = ?', me)
  const all = {
    page: territoryShown(site.bricks, site.read)?.name ?? '',
    on: site.today(site.now()),
    member: me,
    card: card ? { number: card.number, made: new Date(card.made).toISOString() } : null,
    records: [...site.types.values()].flatMap(type => recordsOf(web, visit, type, me)),
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="moi.json"',
    'cache-control': 'no-store',
  }
  return c.body(`${JSON.stringify(all, null, 2)}\n`, 200, headers)
}

type Row = Readonly<Record<string, unknown>>
/** A member's records of a type: what stays here, and what of it everybody reads. */
function recordsOf({ site }: Web, visit: Visit, type: RecordType, me: string): readonly Row[] {
  const owner = ownerOf(site, type.name)
  if (!owner) return []
  // One member or a list of them: an id is found in either.
  const held = site.read.list(type, { where: `instr("${owner.owner}", ?) > 0`, with: [me] }, 'home') as readonly (Row & { id: string })[]
  const mine = held.filter(row => owns(row[owner.owner], me))
  const what = wordsOfType(site.bricks, type.name, visit.lang).one
  return mine.map(row => {
    const shown = site.read.one(type, row.id) as Row | undefined
    const here = Object.entries(type.fields).filter(([name, field]) => row[name] !== null && (!shown || spaceOf(type, field) === 'home'))
    return {
      type: type.name,
      what,
      id: row.id,
      ...(shown ? { shown: written(shown) } : {}),
      kept: Object.fromEntries(here.map(([name]) => [name, row[name]])),
    }
  })
}
const written = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name, value]) => name !== 'id' && value !== null))
