import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { ListQuery, Reader, Scalar } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import {
  inAlphabet,
  STANDS,
  UNDER_THEME,
  WITH_WORDS,
  wordsAsked,
} from '../../../contract/tables.ts'
import { asSent } from '../../../core/form/input.ts'
import type { Lang } from '../../../core/lang.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import { dotted, notice, notices } from '../../../ui/board.ts'
import { filters } from '../../../ui/list.ts'
import { said } from '../../../ui/say.ts'
import { which } from '../../../ui/which.ts'
import { uiWords } from '../../../ui/words.ts'
import { type BorneTheme, themesKnown } from '../model/read.ts'
import { accessPoint, actor, initiative, partnership, place } from '../model/records.ts'
import { actorLine, computersLine, PATHS, partnershipLine, placeLine, projectLine } from './line.ts'
import { alikePages } from './pages-alike.ts'
import { confirmPages } from './pages-confirm.ts'
import { mapPages } from './pages-map.ts'
import { placePages } from './pages-place.ts'
import { showcasePages } from './pages-showcase.ts'
import { themePages } from './pages-theme.ts'
import { whoPages } from './pages-who.ts'
import { communeName, type DirectoryWords, hoursIn, openSentence, reachOf } from './say.ts'

const PATH = '/annuaire'
const FEW = 6
const MANY = 24
const MOST_THEMES = 200

/** Which records, by the words, the theme and the commune that were chosen. */
function chosen(request: Request, withThemes: boolean): ListQuery {
  const [themes, commune] = [asSent(request.query, 'themes'), asSent(request.query, 'commune')]
  const words = wordsAsked(asSent(request.query, 'mot'))
  const asked = [
    ...(words === '' ? [] : [{ sql: WITH_WORDS, with: [words] }]),
    ...(themes === ''
      ? []
      : [withThemes ? { sql: UNDER_THEME, with: [themes, themes] } : { sql: '0', with: [] }]),
    ...(commune === '' ? [] : [{ sql: 'commune = ?', with: [commune] }]),
  ]
  return asked.length === 0
    ? {}
    : {
        where: asked.map(one => one.sql).join(' AND '),
        with: asked.flatMap((one): readonly Scalar[] => one.with),
      }
}

/** The beginning of a list, by name. */
type Group = Readonly<{ title: string; href: string; count: number; items: readonly Html[] }>
function group<T extends RecordType>(
  read: Reader,
  type: T,
  {
    title,
    href,
    wanted,
    most,
  }: Readonly<{ title: string; href: string; wanted: ListQuery; most: number }>,
  line: (row: RowOf<T>) => Html,
): Group {
  const count = read.count(type, wanted)
  const items =
    count === 0
      ? []
      : read
          .list(type, {
            ...wanted,
            order: `${inAlphabet(type.title)}, id`,
            limit: most,
          })
          .map(line)
  return { title, href, count, items }
}

const ASKED = ['mot', 'themes', 'commune'] as const
const isChosen = ({ query }: Request): boolean => ASKED.some(name => asSent(query, name) !== '')

function groups(kit: Kit, read: Reader, words: DirectoryWords, most: number): readonly Group[] {
  const [themed, plain] = [chosen(kit.request, true), chosen(kit.request, false)]
  const { types } = words
  const named = isChosen(kit.request)
  return [
    group(read, place, { title: types.place.many, href: PATHS.place, wanted: themed, most }, row =>
      placeLine(row, kit, words),
    ),
    group(
      read,
      initiative,
      { title: types.initiative.many, href: PATHS.initiative, wanted: themed, most },
      row => projectLine(row, kit, read, words),
    ),
    group(read, actor, { title: types.actor.many, href: PATHS.actor, wanted: themed, most }, row =>
      actorLine(row, kit, words),
    ),
    group(
      read,
      accessPoint,
      { title: types['access-point'].many, href: PATHS['access-point'], wanted: plain, most },
      row => computersLine(row, kit, words),
    ),
    ...(named
      ? []
      : [
          group(
            read,
            partnership,
            { title: types.partnership.many, href: PATHS.partnership, wanted: {}, most },
            row => partnershipLine(row, kit, read),
          ),
        ]),
  ]
}

/**
 * *Qui fait quoi*: the common local first, then the beginning of each list, then by theme and by
 * commune.
 */
const directory: Page<DirectoryWords> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    const filtered = isChosen(kit.request)
    const themes = themesKnown(read, MOST_THEMES)
    const all = groups(kit, read, words, filtered ? MANY : FEW).filter(one => one.count > 0)
    const keptBy = kit.territory?.keptBy ?? ''
    const nothing =
      all.length === 0 &&
      html`<p class="empty">${filtered ? words.nothingHere(keptBy) : words.nothingYet(keptBy)}</p>`
    const query = new URLSearchParams(
      ASKED.flatMap(name =>
        asSent(kit.request.query, name) === '' ? [] : [[name, asSent(kit.request.query, name)]],
      ),
    )
    const body = html`
      ${said(kit.request.said)}
      <div class="head"><h1>${words.whoDoesWhat}</h1><p class="lead">${words.whoLead}</p></div>
      ${links(kit.request, read, words)}
      ${!filtered && shared(kit, read, words)}
      ${chooser(kit, themes, words)}
      ${nothing}
      ${all.map(one => groupOf(one, query.toString(), kit.request.lang, words))}
      ${!filtered && ways(kit, read, themes, words)}
      <div class="part">${reachOf(kit, {})}</div>
    `
    return { title: words.whoDoesWhat, body }
  },
}

const groupOf = (one: Group, query: string, lang: Lang, words: DirectoryWords): Html => {
  const all = words.counted(words.seeAll, one.count)
  return html`
    <section class="part">
      <header>
        <h2>${one.title}</h2>
        <a href="${query ? `${one.href}?${query}` : one.href}"${which(all, one.title, lang)}>
          ${all}
        </a>
      </header>
      <ul class="notices list">${one.items}</ul>
    </section>
  `
}

function links(request: Request, read: Reader, words: DirectoryWords): Html {
  const doubts = [accessPoint, place, actor].reduce(
    (sum, type) => sum + read.count(type, { where: 'toConfirm = 1' }),
    0,
  )
  const all = [
    { href: '/carte', words: words.onMap },
    { href: PATHS.theme, words: words.allThemes },
    { href: '/imprimer/annuaire', words: words.prints.booklet },
    ...(doubts > 0 ? [{ href: '/a-confirmer', words: words.toConfirmLink(doubts) }] : []),
    ...(request.by === 'keeper'
      ? [{ href: '/annuaire/doublons', words: words.duplicatesLink }]
      : []),
  ]
  const types = ['place', 'initiative', 'actor', 'access-point', 'partnership'] as const
  const add =
    request.by === 'keeper' &&
    html`
      <ul class="tags no-print">
        ${types.map(
          type => html`<li><a href="${PATHS[type]}/ajouter">${words.types[type].add}</a></li>`,
        )}
      </ul>
    `
  return html`
    <ul class="tags no-print">
      ${all.map(one => html`<li><a href="${one.href}">${one.words}</a></li>`)}
    </ul>
    ${add}
  `
}

function chooser(kit: Kit, known: readonly BorneTheme[], words: DirectoryWords): Html | false {
  const themes = known.map(row => ({ value: row.id, label: row.label }))
  const communes = (kit.territory?.communes ?? []).map(one => ({
    value: one.code,
    label: one.name,
  }))
  return filters({
    lang: kit.request.lang,
    path: PATH,
    query: kit.request.query,
    filters: [
      { name: 'mot', label: uiWords(kit.request.lang).words },
      {
        name: 'themes',
        label: words.types.theme.fields.label.label,
        isSaid: true,
        options: themes,
      },
      { name: 'commune', label: words.types.actor.fields.commune.label, options: communes },
    ],
  })
}

/** The common local, with who is there and when. */
function shared(kit: Kit, read: Reader, words: DirectoryWords): Html | false {
  const all = read.list(place, { where: 'shared = 1', order: 'id', limit: FEW })
  const line = (row: RowOf<typeof place>): Html => {
    const hours = hoursIn(row, kit, words)
    const when = hours
      ? row.present
        ? words.presentAt(row.present, hours)
        : words.openAt(hours)
      : ''
    const open = openSentence(row, kit, words)
    return notice({
      title: row.name ?? '',
      href: `${PATHS.place}/${row.id}`,
      where: dotted([
        row.commune !== kit.territory?.village && communeName(kit, row.commune),
        row.address,
        [when, row.keyHolder && words.keyWith(row.keyHolder)].filter(Boolean).join(' '),
      ]),
      ...(open ? { meets: open } : {}),
    })
  }
  return (
    all.length > 0 &&
    html`
      <section class="part">
        <header><h2>${all.length > 1 ? words.sharedPlaces : words.sharedPlace}</h2></header>
        ${notices(all.map(line))}
      </section>
    `
  )
}

const WITH_COMMUNE = ['place', 'actor', 'initiative', 'access_point']

/** Communes where something is known: asked of each by its index, not by reading every record. */
function inhabited(read: Reader): ReadonlySet<unknown> {
  const one = WITH_COMMUNE.map(
    table =>
      `EXISTS (SELECT 1 FROM ${table} AS it WHERE it.commune = c.code AND it.removed IS NOT 1)`,
  )
  return new Set(
    read
      .all(`SELECT DISTINCT c.code FROM commune AS c WHERE c.${STANDS} AND (${one.join(' OR ')})`)
      .map(row => row['code']),
  )
}

/** The two ways in: by theme, by commune; only communes where something is. */
function ways(kit: Kit, read: Reader, themes: readonly BorneTheme[], words: DirectoryWords): Html {
  const some = inhabited(read)
  const communes = (kit.territory?.communes ?? []).filter(one => some.has(one.code))
  const tags = (
    title: string,
    all: readonly Readonly<{ href: string; words: string }>[],
  ): Html | false =>
    all.length > 0 &&
    html`
      <section class="part">
        <header><h2>${title}</h2></header>
        <ul class="tags">
          ${all.map(one => html`<li><a href="${one.href}">${one.words}</a></li>`)}
        </ul>
      </section>
    `
  return html`${tags(
    words.byTheme,
    themes.map(row => ({ href: `${PATHS.theme}/${row.id}`, words: row.label })),
  )}${tags(
    words.byCommune,
    communes.map(one => ({ href: `${PATH}?commune=${one.code}`, words: one.name })),
  )}`
}

export const pages: readonly Page<DirectoryWords>[] = [
  directory,
  ...alikePages,
  ...placePages,
  ...whoPages,
  ...showcasePages,
  ...themePages,
  ...confirmPages,
  ...mapPages,
]
