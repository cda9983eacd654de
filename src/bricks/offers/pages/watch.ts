import type { WatchPanel, WatchSource } from '../../../contract/box/watch.ts'
import { plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { ListQuery, Reader } from '../../../contract/reader.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import { isPicture } from '../../../ui/picture.ts'
import { asNeed, asOffer, reachable } from '../model/read.ts'
import { need, offer } from '../model/records.ts'
import { currentNotices, type Notice } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { whereOf } from './line.ts'

type Words = typeof fr
const MOST = 3
const MOST_PHOTOS = 1

/**
 * Ids are ordered by time: the round goes from the oldest notice to the newest, and begins again.
 */
const after = (
  base: ListQuery,
  key: string | undefined,
  most: number,
  skip: number,
): ListQuery => ({
  ...(key === undefined
    ? base
    : { where: `(${base.where}) AND id > ?`, with: [...(base.with ?? []), key] }),
  order: 'id',
  limit: most,
  offset: skip,
})

/** The notice as a sentence, where, and how its person said that they are reached. */
function panelOf(one: Notice, kit: Kit, words: Words): WatchPanel {
  const { id, title, who, reach, when } = one.row
  const how = [reach, when].filter(piece => !!piece).join(', ')
  // A day of the box's own reckoning (*depuis trois semaines*) is not said by a clock that nobody
  // set.
  const under = kit.request.sure ? plainText(whereOf(one, kit, words)) : (one.row.where ?? '')
  return { key: id, title: title ?? '', under, ...(how === '' ? {} : { reach: { who, how } }) }
}

type Of<T extends RecordType> = Readonly<{
  type: T
  base: ListQuery
  as: (row: RowOf<T>) => Notice
}>
const counting = <T extends RecordType>(
  read: Reader,
  { type, base, as }: Of<T>,
  draw: (one: Notice) => readonly WatchPanel[],
) => ({
  count: () => read.count(type, base),
  take: (key: string | undefined, most: number, skip = 0) =>
    read.list(type, after(base, key, most, skip)).flatMap(row => draw(as(row))),
})

/**
 * Notices that stand, each in its turn; once more, those that have a photo, for the one place of a
 * photo.
 */
export function watch(kit: Kit, read: Reader, words: Words): readonly WatchSource[] {
  const base = currentNotices(kit.request.today)
  const withPhoto: ListQuery = {
    ...base,
    where: `(${base.where}) AND photos IS NOT NULL AND instr(photos, 'image/webp') > 0`,
  }
  const draw = (one: Notice): readonly WatchPanel[] => [panelOf(one, kit, words)]
  const drawPhoto = (one: Notice): readonly WatchPanel[] => {
    const file = one.row.photos?.find(isPicture)
    const credit = words.photoOf(one.row.who ?? '')
    return file ? [{ ...panelOf(one, kit, words), photo: { file, credit } }] : []
  }
  const offers = { type: offer, as: (row: RowOf<typeof offer>) => asOffer(reachable(read, row)) }
  const needs = { type: need, as: (row: RowOf<typeof need>) => asNeed(reachable(read, row)) }
  const photos = {
    kind: 'photo',
    order: 60,
    side: 'photo',
    label: words.photoTurn,
    most: MOST_PHOTOS,
  }
  return [
    {
      kind: 'offers',
      order: 10,
      side: 'offer',
      label: words.offered,
      most: MOST,
      ...counting(read, { ...offers, base }, draw),
    },
    {
      kind: 'needs',
      order: 20,
      side: 'need',
      label: words.wanted,
      most: MOST,
      ...counting(read, { ...needs, base }, draw),
    },
    { ...photos, ...counting(read, { ...offers, base: withPhoto }, drawPhoto) },
    { ...photos, ...counting(read, { ...needs, base: withPhoto }, drawPhoto) },
  ]
}
