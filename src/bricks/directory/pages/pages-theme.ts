import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import { dataLine } from '../../../ui/list.ts'
import { said } from '../../../ui/say.ts'
import { pointedBy, pointing } from '../model/read.ts'
import { actor, initiative, place, theme } from '../model/records.ts'
import { actorLine, crumbsTo, otherLine, PATHS, part, placeLine, projectLine } from './line.ts'
import { currentOf, monthOf, noticeLines } from './parts.ts'
import { type DirectoryWords, reachOf } from './say.ts'

const MOST_THEMES = 500
const MOST_LINES = 30
const BY_NAME = `${inAlphabet('name')}, id`

/** The themes, each wider one with those inside it. */
const list: Page<DirectoryWords> = {
  path: PATHS.theme,
  show: (kit, read, words): Leaf => {
    const all = read.list(theme, { order: `${inAlphabet('label')}, id`, limit: MOST_THEMES })
    const known = new Set(all.map(one => one.id))
    const top = all.filter(one => !one.wider || !known.has(one.wider))
    const line = (row: (typeof all)[number], above: ReadonlySet<string>): Html => {
      const inside = all.filter(one => one.wider === row.id && !above.has(one.id))
      return html`
        <li>
          <a href="${PATHS.theme}/${row.id}">${row.label}</a>
          ${
            inside.length > 0 &&
            html`<ul>${inside.map(one => line(one, new Set([...above, row.id])))}</ul>`
          }
        </li>
      `
    }
    const add =
      kit.request.by === 'keeper' &&
      html`
        <div class="acts">
          <a class="button" href="${PATHS.theme}/ajouter">${words.types.theme.add}</a>
        </div>
      `
    const items =
      all.length > 0
        ? html`<ul class="columns">${top.map(row => line(row, new Set([row.id])))}</ul>`
        : html`<p class="empty">${words.nothingYet(kit.territory?.keptBy ?? '')}</p>`
    const data =
      all.length > 0 &&
      dataLine([{ name: theme.name, words: words.types.theme.many }], kit.request.lang)
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${words.themesTitle}</h1>
        ${add}
        <p class="lead">${words.themesLead}</p>
      </div>
      ${items}
      ${data}
    `
    return { title: words.themesTitle, body, current: '/annuaire' }
  },
}

const one: Page<DirectoryWords> = {
  path: `${PATHS.theme}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(theme, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const inside = pointing(
      read,
      row.id,
      { type: theme, field: 'wider' },
      `${inAlphabet('label')}, id`,
    )
    const tags =
      inside.length > 0 &&
      html`
        <p>${words.narrower}</p>
        <ul class="tags">
          ${inside.map(it => html`<li><a href="${PATHS.theme}/${it.id}">${it.label}</a></li>`)}
        </ul>
      `
    return kit.record(theme, row.id, {
      current: '/annuaire',
      crumbs: crumbsTo('theme', words),
      hide: ['synonyms'],
      lead: html`
        ${row.synonyms && html`<p class="where">${words.alsoSaid(row.synonyms)}</p>`}
        ${tags}
      `,
      after: gathered([row.id, ...within(read, row.id)], kit, read, words),
    })
  },
}

/** The themes inside a theme, and those inside them; a circle of themes ends. */
function within(
  read: Reader,
  id: string,
  above: ReadonlySet<string> = new Set([id]),
): readonly string[] {
  const inside = pointing(read, id, { type: theme, field: 'wider' })
    .map(row => row.id)
    .filter(it => !above.has(it))
  const known = new Set([...above, ...inside])
  return [...inside, ...inside.flatMap(it => within(read, it, known))]
}

/** One of each, whatever theme it was found by. */
const once = <T extends Readonly<{ id?: unknown }>>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map(row => [row.id, row])).values(),
]

/**
 * Everything that shares one of these themes, and what inspires it from elsewhere. The first is the
 * page's own.
 */
function gathered(ids: readonly string[], kit: Kit, read: Reader, words: DirectoryWords): Html {
  const of = (type: string): readonly Row[] =>
    once(ids.flatMap(id => pointedBy(read, id, type, ['themes'])))
  const plain = (rows: readonly Row[]) => rows.slice(0, MOST_LINES).map(row => otherLine(row, read))
  const notices = (type: string) =>
    noticeLines(currentOf(of(type), kit.request.today), read, kit, words)
  const own = <T extends RecordType>(
    { title, type, path }: Readonly<{ title: string; type: T; path: string }>,
    line: (row: RowOf<T>) => Html,
    order?: string,
  ): Html | false => {
    const rows = once(ids.flatMap(id => pointing(read, id, { type, field: 'themes' }, order)))
    const more =
      rows.length > MOST_LINES &&
      html`<p><a href="${path}?themes=${ids[0]}">${words.seeAll}</a></p>`
    return part(title, rows.slice(0, MOST_LINES).map(line), more)
  }
  const parts = [
    own({ title: words.themeProjects, type: initiative, path: PATHS.initiative }, row =>
      projectLine(row, kit, read, words),
    ),
    part(words.themeNeeds, notices('need')),
    part(words.themeOffers, notices('offer')),
    part(words.themeReferences, elsewhere(ids, of('reference'), read)),
    part(words.themeIdeas, plain(of('idea').filter(row => row['state'] !== 'dropped'))),
    monthOf(of('event'), kit.request, read, words.themeEvents),
    own(
      { title: words.themeActors, type: actor, path: PATHS.actor },
      row => actorLine(row, kit, words),
      BY_NAME,
    ),
    own(
      { title: words.themePlaces, type: place, path: PATHS.place },
      row => placeLine(row, kit, words),
      BY_NAME,
    ),
  ]
  const nothing =
    parts.every(it => it === false) && html`<p class="empty">${words.themeNothing}</p>`
  return html`${nothing}${parts}${reachOf(kit, {})}`
}

/** References under the theme, and those that inspire one of its newest projects. */
function elsewhere(
  ids: readonly string[],
  references: readonly Row[],
  read: Reader,
): readonly (Html | false)[] {
  const projects = once(
    ids.flatMap(id => pointing(read, id, { type: initiative, field: 'themes' })),
  ).slice(0, MOST_LINES)
  const mine = new Set(projects.map(row => row.id))
  const found = [
    ...references.map(row => String(row['id'])),
    ...projects.flatMap(row => [
      ...(row.inspiredBy ?? []),
      ...pointedBy(read, row.id, 'reference', ['inspires']).map(it => String(it['id'])),
    ]),
  ]
  return [...new Set(found)]
    .filter(it => !mine.has(it))
    .slice(0, MOST_LINES)
    .map(it => otherLine({ id: it }, read))
}

export const themePages: readonly Page<DirectoryWords>[] = [list, one]
