import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dotted, notice, notices } from '../../../ui/board.ts'
import { thumb } from '../../../ui/picture.ts'
import { inTongue, within } from '../../../ui/tongue.ts'
import { accessPoint, actor, initiative, type partnership, place } from '../model/records.ts'
import { communeName, type DirectoryWords, hoursIn } from './say.ts'

export const PATHS = {
  actor: '/annuaire/acteurs',
  place: '/annuaire/lieux',
  initiative: '/annuaire/projets',
  'access-point': '/annuaire/ordinateurs',
  partnership: '/annuaire/partenariats',
  theme: '/themes',
} as const

/** *Qui fait quoi › Lieux*, above the page of one. */
export const crumbsTo = (
  type: keyof typeof PATHS,
  words: DirectoryWords,
): readonly Readonly<{ href: string; words: string }>[] => [
  { href: '/annuaire', words: words.whoDoesWhat },
  { href: PATHS[type], words: words.types[type].many },
]

/** One line of a list, for each type of this brick: what, where, who. */

const doubt = (
  row: Readonly<{ toConfirm: boolean | null }>,
  words: DirectoryWords,
): string | false => row.toConfirm === true && words.toConfirmLine

export const placeLine = (row: RowOf<typeof place>, kit: Kit, words: DirectoryWords): Html =>
  notice({
    title: row.name ?? '',
    href: `${PATHS.place}/${row.id}`,
    picture: thumb(row.photos),
    where: dotted([
      kit.shown(place, 'kind', row.kind),
      communeName(kit, row.commune),
      hoursIn(row, kit, words),
      doubt(row, words),
    ]),
  })

export const actorLine = (row: RowOf<typeof actor>, kit: Kit, words: DirectoryWords): Html =>
  notice({
    title: row.name ?? '',
    href: `${PATHS.actor}/${row.id}`,
    picture: thumb(row.photos),
    where: dotted([
      kit.shown(actor, 'kind', row.kind),
      communeName(kit, row.commune),
      doubt(row, words),
    ]),
  })

const named = (read: Reader, ids: readonly string[] | null): string =>
  (ids ?? []).flatMap(id => read.called(id)?.title ?? []).join(', ')

export function projectLine(
  row: RowOf<typeof initiative>,
  kit: Kit,
  read: Reader,
  words: DirectoryWords,
): Html {
  const who = named(read, row.runBy)
  return notice({
    title: row.title ?? '',
    href: `${PATHS.initiative}/${row.id}`,
    picture: thumb(row.photos),
    where: dotted([
      kit.shown(initiative, 'state', row.state),
      communeName(kit, row.commune),
      who !== '' && within(words.runBy(who), who, kit.request.lang),
    ]),
  })
}

export const computersLine = (
  row: RowOf<typeof accessPoint>,
  kit: Kit,
  words: DirectoryWords,
): Html =>
  notice({
    title: row.name ?? '',
    href: `${PATHS['access-point']}/${row.id}`,
    where: dotted([
      kit.shown(accessPoint, 'computers', row.computers),
      communeName(kit, row.commune),
      hoursIn(row, kit, words),
      doubt(row, words),
    ]),
  })

export const partnershipLine = (
  row: RowOf<typeof partnership>,
  { request: { lang } }: Kit,
  read: Reader,
): Html =>
  notice({
    title: row.about ?? '',
    href: `${PATHS.partnership}/${row.id}`,
    where: inTongue(named(read, row.between), lang),
  })

/** A line of another brick's record, by its title and address alone. */
export function otherLine(row: Row, read: Reader, where: string | Html = ''): Html | false {
  const called = read.called(String(row['id']))
  return (
    !!called &&
    notice({
      title: called.title,
      ...(called.path ? { href: called.path } : {}),
      where,
      isOnScreen: read.isByCard(String(row['id'])),
    })
  )
}

/** A titled part of a page; nothing when there is nothing in it. */
export function part(
  title: string,
  items: readonly (Html | false)[],
  more?: Html | false,
): Html | false {
  const there = items.filter(item => item !== false)
  return there.length > 0 && html`<div class="part"><h2>${title}</h2>${notices(there)}${more}</div>`
}
