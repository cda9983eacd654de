import type { Command } from '../../../../contract/command.ts'
import type { Decision } from '../../../../contract/decision.ts'
import type { Ask, Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { one } from '../../../../core/form/input.ts'
import { form } from '../../../../ui/form.ts'
import { type Html, html } from '../../../../ui/html.ts'
import { refused, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import type { fr } from '../../words/fr.ts'
import { noticeOf } from '../read.ts'
import { isOwn } from '../read-after.ts'
import { need, offer } from '../records.ts'
import type { Notice } from '../rules.ts'

type Words = typeof fr

export const photosPath = (id: string): string => `/annonces/${id}/photos`
const typeOf = (notice: Notice): typeof offer | typeof need => (notice.kind === 'offer' ? offer : need)
const isTheirs = (read: Reader, notice: Notice, asker: Readonly<{ by: string; me?: string }>): boolean =>
  asker.by === 'keeper' || isOwn(read, notice, asker.me)

/** *Ajouter une photo*, or take some away: its author, who keyed it for them, or the keeper. */
const show: Command<Words> = {
  name: 'photos',
  path: '/annonces/photos',
  who: 'neighbour',
  photos: true,
  decide: (input, read, at, words): Decision => {
    const notice = noticeOf(read, one(input, 'id'))
    if (!notice) return { refused: words.nothingThere }
    if (!isTheirs(read, notice, at)) return { refused: words.notYours }
    const type = typeOf(notice)
    const checked = at.fields(type, input, ['photos'], notice.row)
    if ('refused' in checked) return checked
    const photos = checked.fields['photos'] ?? null
    if (photos === null && notice.row.photos === null) return { refused: words.finding.choosePhoto, field: 'photos' }
    return {
      drafts: [{ type: type.name, record: notice.row.id, fields: { photos } }],
      next: `/annonces/${notice.row.id}`,
      said: words.finding.photosSaid,
    }
  },
}

const page: Page<Words> = {
  path: '/annonces/:id/photos',
  who: 'neighbour',
  show: (ask: Ask, read: Reader, words: Words): Leaf | undefined => {
    const notice = noticeOf(read, ask.params['id'] ?? '')
    if (!notice || !isTheirs(read, notice, ask)) return undefined
    const { id, title } = notice.row
    const type = typeOf(notice)
    const wrong = ask.again?.refused && refused([{ sentence: ask.again.refused, field: 'photos' }], ask.lang)
    const hidden = html`${ask.form({ type: type.name, id }) as Html}<input type="hidden" name="id" value="${id}"><input type="hidden" name="from" value="${ask.path}">`
    const steps = [
      { href: '/annonces', words: words.listTitle },
      { href: `/annonces/${id}`, words: title ?? '' },
    ]
    const fields = ask.fields(type, notice.row, ['photos']) as Html
    const body = html`${said(ask.said)}<div class="one"><article class="sheet ${notice.kind}-side">${crumbs(steps, ask.lang)}<h1>${words.finding.photosOf}</h1>${wrong}<p>${words.finding.photosLead}</p>${form({ action: '/annonces/photos', hidden, fields, button: words.finding.keepPhotos, side: notice.kind, files: true })}</article></div>`
    return { title: words.finding.photosOf, body, current: '/annonces' }
  },
}

export const photoCommands: readonly Command<Words>[] = [show]
export const photoPages: readonly Page<Words>[] = [page]
