import type { Hono } from 'hono'
import { tableOf } from '../contract/tables.ts'
import { wordsOfType } from '../contract/type-words.ts'
import type { Lang } from '../core/lang.ts'
import { itemsOf } from '../core/narrow.ts'
import { type FileRef, type RecordType, type Space, spaceOf } from '../core/schema.ts'
import { fieldNamed } from '../engine/fields.ts'
import { readFile } from '../files/files.ts'
import { FILES } from '../ui/picture.ts'
import { readingFor } from '../web/pages/card-reading.ts'
import type { Server } from '../web/server-parts.ts'

/** A hash, and the end that says to a disk what it is. */
const NAMED = /^([0-9a-f]{64})(?:\.[a-z0-9]{2,5})?$/
/** What a browser may draw; anything else is only taken away. */
const PICTURES: ReadonlySet<string> = new Set(['image/webp'])
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * `/fichiers/HASH.webp`: a file that a record names, as long as one does.
 *
 * Law     of the commons, to anybody, when a record shown there names it; of a record that its
 *         person shows by card, to people who hold one; of `home`, or of a version to choose, to
 *         the keeper alone, who must see what waits. What was forgotten, removed or taken off a
 *         record is not found, however well its address is known (laws 6 and 10).
 */
export function filesRoutes(app: Hono, server: Server, of: Readonly<{ folder: string }>): void {
  app.get(`${FILES}/:file`, (c, next) => {
    const [, hash = ''] = NAMED.exec(c.req.param('file')) ?? []
    if (hash === '') return next()
    const visit = server.visit(c)
    const isKeeper = visit.by === 'keeper'
    const spaces: readonly Space[] = isKeeper ? ['commons', 'home'] : ['commons']
    for (const space of spaces) {
      const named = readingFor(
        server.source,
        visit,
        source => typeNamed(source, space, hash) ?? answersNaming(source, space, hash)[0]?.kind,
      )
      const type =
        named ?? (isKeeper && space === 'commons' ? typeInVersions(server.source, hash) : undefined)
      const held = type === undefined ? undefined : readFile(of.folder, space, hash)
      // Of a record that is read here alone, its row is public on these pages and its files stay in
      // `home`.
      const bytes = held ?? (named === undefined ? undefined : readFile(of.folder, 'home', hash))
      if (type === undefined || !bytes) continue
      const isPicture = PICTURES.has(type)
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
        'content-type': isPicture ? type : 'application/octet-stream',
        'cache-control':
          space === 'commons' && held !== undefined && named !== undefined ? FOR_EVER : 'no-store',
        'content-length': String(bytes.length),
        ...(isPicture ? {} : { 'content-disposition': 'attachment' }),
      })
    }
    return next()
  })
}

/** The same, as a version says it among which the keeper has still to choose. */
function typeInVersions({ read, types }: Server['source'], hash: string): string | undefined {
  const torn = read
    .conflicts()
    .filter(one => fieldNamed(read, types.get(one.type), one.field)?.kind === 'files')
  const files = torn.flatMap(one =>
    read
      .versions(one)
      .flatMap(({ value }) => (Array.isArray(value) ? itemsOf<FileRef>(value) : [])),
  )
  return files.find(file => file.hash === hash || file.small === hash)?.type
}

/**
 * The kind of the file, as a record of this space says it; undefined when none names it. The small
 * one of a picture is its kind too.
 */
function typeNamed(
  { read, types }: Pick<Server['source'], 'read' | 'types'>,
  space: Space,
  hash: string,
): string | undefined {
  for (const type of types.values())
    for (const [name, field] of Object.entries(type.fields)) {
      if (field.kind !== 'files' || (space === 'commons' && spaceOf(type, field) !== 'commons'))
        continue
      const [found] = read.all(
        `SELECT json_extract(file.value, '$.type') AS type
          FROM "${tableOf(type.name, space)}" AS held, json_each(held."${name}") AS file
         WHERE held."${name}" IS NOT NULL AND instr(held."${name}", ?) > 0 AND held.removed IS NOT 1
           AND ? IN (json_extract(file.value, '$.hash'), json_extract(file.value, '$.small'))
             LIMIT 1`,
        hash,
        hash,
      )
      if (found) return String(found['type'] ?? '')
    }
  return undefined
}

/** An answer to a question of a keeper that names a file: its record, and the kind of the file. */
type FileAnswer = Readonly<{ type: RecordType; row: Readonly<{ id: string }>; kind: string }>

/**
 * The answers of a space that name a file and that the pages show.
 *
 * Law     An answer to a question that was taken away, or of a record that was removed, names none.
 */
function answersNaming(
  { read, types }: Pick<Server['source'], 'read' | 'types'>,
  space: Space,
  hash: string,
): readonly FileAnswer[] {
  const near = read.all('SELECT DISTINCT type, id FROM made WHERE instr(fields, ?) > 0', hash)
  return near.flatMap(({ type: name, id }) => {
    const type = types.get(String(name))
    const row =
      type &&
      (read.one(type, String(id)) ?? (space === 'home' && read.one(type, String(id), 'home')))
    if (!type || !row) return []
    const given = read.made(type.name, row.id, space)
    const file = read
      .madeFields(type.name)
      .filter(made => made.kind === 'files' && (space === 'home' || made.space === 'commons'))
      .flatMap(made => itemsOf<FileRef>(given[made.id]))
      .find(one => one.hash === hash || one.small === hash)
    return file ? [{ type, row, kind: file.type }] : []
  })
}

/**
 * A record as people know it; one that waits, or stays here, has no address that everybody may ask.
 */
export type RecordLabel = Readonly<{ kind: string; title: string; path: string | null }>
/** The records that name a file. */
export function recordsNaming(
  { bricks, types, read }: Pick<Server['source'], 'bricks' | 'types' | 'read'>,
  hash: string,
  lang: Lang,
): readonly RecordLabel[] {
  const of = (type: RecordType, field: string): readonly RecordLabel[] => {
    const spaces = [...new Set<Space>([spaceOf(type, type.fields[field]!), 'home'])]
    const rows = spaces.flatMap(space =>
      read.all(
        `SELECT * FROM "${tableOf(type.name, space)}" WHERE instr("${field}", ?) > 0 ` +
          'AND removed IS NOT 1',
        hash,
      ),
    )
    return rows.map(row => labelled(type, row))
  }
  const labelled = (type: RecordType, row: Readonly<Record<string, unknown>>): RecordLabel => ({
    kind: wordsOfType(bricks, type.name, lang).one,
    title: String(row[type.title] ?? ''),
    path: read.called(String(row['id']))?.path ?? null,
  })
  return [
    ...[...types.values()].flatMap(type =>
      Object.keys(type.fields)
        .filter(field => type.fields[field]?.kind === 'files')
        .flatMap(field => of(type, field)),
    ),
    ...(['commons', 'home'] as const)
      .flatMap(space => answersNaming({ read, types }, space, hash))
      .map(({ type, row }) => labelled(type, row)),
  ]
}
