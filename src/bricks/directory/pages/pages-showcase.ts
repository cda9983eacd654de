import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { FileRef } from '../../../core/schema.ts'
import { isPicture } from '../../../ui/picture.ts'
import { firstSentences, SHOWCASE, showcase } from '../../../ui/showcase.ts'
import { runnersReach } from '../model/read.ts'
import { actor, initiative } from '../model/records.ts'
import { isBody } from '../model/rules.ts'
import { PATHS } from './line.ts'
import { type DirectoryWords, reachOf } from './say.ts'

const some = (photos: readonly FileRef[] | null): readonly FileRef[] =>
  (photos ?? []).filter(isPicture)

/** Only where there is something to show. */
export const showcaseLink = (
  row: Readonly<{ id: string; photos: readonly FileRef[] | null }>,
  words: DirectoryWords,
): Html | false =>
  some(row.photos).length > 0 &&
  html`<p class="no-print"><a href="${SHOWCASE}/${row.id}">${words.showcase}</a></p>`

/** `/vitrine/ID` of a project, a person or a group with photos. */
const page: Page<DirectoryWords> = {
  path: `${SHOWCASE}/:id`,
  show: (kit: Kit, read: Reader, words: DirectoryWords): Leaf | undefined => {
    const id = kit.request.params['id'] ?? ''
    const who = read.one(actor, id)
    const what = who ? undefined : read.one(initiative, id)
    const row = who ?? what
    if (!row || some(row.photos).length === 0) return undefined
    const kind = who ? 'actor' : 'initiative'
    const how = who || what?.reach ? row : what && runnersReach(what, read)
    return showcase(kit, {
      title: who?.name ?? what?.title ?? '',
      sentences: [firstSentences(row.summary)].filter(Boolean),
      back: { href: `${PATHS[kind]}/${row.id}`, words: words.types[kind].many },
      photos: some(row.photos),
      print: (who === undefined || isBody(who.kind)) && `/imprimer/vitrine/${row.id}`,
      reach: reachOf(kit, how ?? {}, row.id) ?? html``,
    })
  },
}

export const showcasePages: readonly Page<DirectoryWords>[] = [page]
