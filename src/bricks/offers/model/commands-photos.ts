import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isMember } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { noticeOf } from './read.ts'
import { isOwn } from './read-after.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message

export const photosPath = (id: string): string => `/annonces/${id}/photos`
export const typeOf = (notice: Notice): typeof offer | typeof need =>
  notice.kind === 'offer' ? offer : need
export const isTheirs = (
  read: Reader,
  notice: Notice,
  asker: Readonly<{ by: string; me?: string }>,
): boolean => asker.by === 'keeper' || isOwn(read, notice, isMember(asker.me))

/** *Ajouter une photo*, or take some away: its author, who keyed it for them, or the keeper. */
const show: Command<Words> = {
  name: 'photos',
  path: '/annonces/photos',
  who: 'neighbour',
  photos: true,
  decide: (input, read, at): Decision => {
    const notice = noticeOf(read, one(input, 'id'))
    if (!notice) return { refused: say('nothingThere') }
    if (!isTheirs(read, notice, at)) return { refused: say('notYours') }
    const type = typeOf(notice)
    const checked = at.fields(type, input, ['photos'], notice.row)
    if ('refused' in checked) return checked
    const photos = checked.fields['photos'] ?? null
    if (photos === null && notice.row.photos === null)
      return { refused: say('finding.choosePhoto'), field: 'photos' }
    return {
      drafts: [{ type: type.name, record: notice.row.id, fields: { photos } }],
      next: `/annonces/${notice.row.id}`,
      said: say('finding.photosSaid'),
    }
  },
}

export const photoCommands: readonly Command<Words>[] = [show]
