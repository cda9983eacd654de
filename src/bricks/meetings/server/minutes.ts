import type { Context, Hono } from 'hono'
import { fieldFor, type RecordType, typeFor } from '../../../core/schema.ts'
import { dayLong } from '../../../text/days.ts'
import {
  type Minutes,
  type MinutesLine,
  wikitextOf,
  yeswikiOf,
} from '../../../text/wikitext-out.ts'
import type { PageSource } from '../../../web/pages/kit.ts'
import { send } from '../../../web/pages/respond.ts'
import type { Server } from '../../../web/server-parts.ts'
import { fr } from '../words/minutes/fr.ts'

type Fields = Readonly<Record<string, unknown>>
/** In the order in which minutes tell them; the words stand in fr.ts. */
const TOLD = [
  'decision',
  'task',
  'idea',
  'need',
  'offer',
  'initiative',
  'event',
  'place',
  'access-point',
  'actor',
  'voice',
  'reference',
] as const
type Told = (typeof TOLD)[number]
/** What a line says more, under it: the first of these that its type has. */
const MORE = ['detail', 'summary', 'description', 'note', 'help']

/**
 * `/reunions/ID.wiki` and `.yeswiki`: the minutes of a meeting as its facilitator's wiki takes
 * them. In French always, since they go on a page that French reads again: its headings are those
 * that our own harvest knows.
 *
 * Law     the commons only: who was there, who takes care of what, stay in this box (law 6).
 */
export function minutesRoutes(app: Hono, server: Server): void {
  app.get('/reunions/:file', (c: Context, next) => {
    const [, id = '', form = ''] =
      /^([0-9a-z]{26})\.(wiki|yeswiki)$/.exec(c.req.param('file') ?? '') ?? []
    const minutes = id === '' ? undefined : minutesOf(server.source, id)
    if (!minutes) return next()
    const text = form === 'wiki' ? wikitextOf(minutes) : yeswikiOf(minutes)
    return send(c, text, {
      type: 'text/plain; charset=utf-8',
      cache: 'shared',
      headers: { 'content-disposition': 'inline; filename="reunion.txt"' },
    })
  })
}

export function minutesOf(source: PageSource, id: string): Minutes | undefined {
  const notes = typeFor(source.types, 'notes')
  const row = notes && source.read.as('meetings').one(notes, id)
  if (!notes || !row) return undefined
  const w = fr
  const text = (name: string): string => String(row[name] ?? '')
  const facts = [
    { label: w.date, text: row['date'] ? dayLong(text('date'), 'fr') : '' },
    {
      label: w.place,
      text: [text('where'), communeSaid(source, text('commune'))].filter(Boolean).join(', '),
    },
    { label: w.author, text: text('author') },
    { label: w.licence, text: text('licence') },
    { label: w.source, text: text('url') },
  ]
  const noted = source.read
    .pointing(String(row['id']))
    .filter(one => !source.read.staysHere(one.id))
  const parts = TOLD.flatMap(name => {
    const type = source.types.get(name)
    const ids = type
      ? noted
          .filter(one => one.type === name && one.field === fieldFor(type, 'notes'))
          .map(one => one.id)
      : []
    const rows = type
      ? [...new Set(ids)].sort().flatMap((one): readonly Fields[] => {
          const row = source.read.as('meetings').one(type, one)
          return row ? [row] : []
        })
      : []
    const linesOf = (some: readonly Fields[]) =>
      type ? some.flatMap(one => lineOf(type, one)) : []
    // What was done since is not to do: it is told, apart.
    const isDone = (one: Fields): boolean =>
      name === 'task' && ['done', 'dropped'].includes(String(one['state']))
    const done =
      name === 'task'
        ? [{ title: w.tasksDone, lines: linesOf(rows.filter(one => one['state'] === 'done')) }]
        : []
    return [{ title: w.parts[name], lines: linesOf(rows.filter(one => !isDone(one))) }, ...done]
  })
  return { title: text(notes.title), facts, summary: text('summary'), parts }
}

function lineOf(type: RecordType, row: Fields): readonly MinutesLine[] {
  if (!row[type.title]) return []
  const w = fr
  const title = String(row[type.title])
  const more = MORE.map(name => row[name]).find(value => typeof value === 'string' && value !== '')
  const due = row['dueDay'] ? w.due(dayLong(String(row['dueDay']), 'fr')) : ''
  const on = row['startsOn'] ? `${dayLong(String(row['startsOn']), 'fr')}${w.colon}` : ''
  const said =
    (type.name as Told) === 'voice'
      ? `${row['name'] ? `${String(row['name'])}${w.colon}` : ''}${w.quoted(title)}`
      : `${on}${title}${due}`
  return [
    {
      text: said,
      url: typeof row['url'] === 'string' ? row['url'] : null,
      more: (more as string | undefined) ?? null,
    },
  ]
}

function communeSaid(source: PageSource, code: string): string {
  const ground = typeFor(source.types, 'ground')
  const row =
    ground && code !== ''
      ? source.read.as('meetings').list(ground, { where: 'code = ?', with: [code], limit: 1 })[0]
      : undefined
  return String(row?.['name'] ?? '')
}
