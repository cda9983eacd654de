import { type Html, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isPicture } from '../../../../ui/picture.ts'
import { SHOWCASE, showcase } from '../../../../ui/showcase.ts'
import { noticeOf } from '../../model/read.ts'
import { isClosed, isPast, type Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'
import { windowLines } from '../prints.ts'

type Words = typeof fr

const hasPhotos = ({ row }: Notice): boolean => (row.photos ?? []).some(isPicture)

/** *Imprimer la vitrine*: only where there is something to show. */
export const showcaseLink = (notice: Notice, words: Words): Html | false =>
  hasPhotos(notice) &&
  html`<p class="no-print"><a href="${SHOWCASE}/${notice.row.id}">${words.finding.showcase}</a></p>`

/** `/vitrine/ID` of a notice that stands and has photos: a sheet for a shop's window. */
const page: Page<Words> = {
  path: `${SHOWCASE}/:id`,
  forAll: true,
  show: (kit: Kit, read: Reader, words: Words): Leaf | undefined => {
    const notice = noticeOf(read, kit.request.params['id'] ?? '')
    if (
      !notice ||
      !hasPhotos(notice) ||
      isClosed(notice.row) ||
      isPast(notice.row, kit.request.today)
    )
      return undefined
    const { id, title, photos, who, reach, until } = notice.row
    return showcase(kit, {
      title: title ?? '',
      back: { href: `/annonces/${id}`, words: words.listTitle },
      sentences: windowLines(notice, kit),
      photos: photos ?? [],
      who,
      reach: reach ?? '',
      until,
      print: `/imprimer/vitrine/${id}`,
    })
  },
}

export const showcasePages: readonly Page<Words>[] = [page]
