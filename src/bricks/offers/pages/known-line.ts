import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import type { RecordType } from '../../../core/schema.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { speakingField } from '../../../ui/speaking.ts'
import { communeGiven, communeOf, usualWay } from '../model/kept.ts'
import { FILLED, relaysKnown } from '../model/reach.ts'
import type { need, offer } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { ownCommune, sent } from './form-fields.ts'
import { reachField, usualSaid } from './reach-fields.ts'

type Words = typeof fr
/** A mistake in one of them opens the line. */
const INSIDE = [IN_NAME_OF, 'reachBy', 'commune', ...FILLED]

/**
 * Who writes, where, and how they are reached. What this box knows of a member is one line,
 * *Josette, Sail-sous-Couzan, 04 77…: changer*, and is not asked again.
 *
 * Law     where others may listen, the line names neither their commune nor their way.
 */
export function whoFields(
  type: typeof offer | typeof need,
  kit: Kit,
  read: Reader,
  words: Words,
): Html {
  const { request } = kit
  const { me } = request
  const usual = me === undefined ? undefined : usualWay(read, me)
  const commune = me === undefined ? undefined : communeOf(read, me)
  const where =
    commune === undefined ? whichCommune(type, kit, read, words) : ownCommune(kit, read, words)
  const reach = reachField(request, read, words)
  const who = speakingField(request, kit.fields(asksWho(type), undefined, ['who']))
  if (me === undefined || (usual === undefined && commune === undefined))
    return html`${who}${where}${reach}`
  const isOpen = sent(request, IN_NAME_OF) !== '' || INSIDE.some(name => mistakeOn(request, name))
  const known = request.private
    ? [
        request.called,
        commune && kit.communeNamed(commune),
        usual && usualSaid(usual, relaysKnown(read), request, words),
      ]
    : [request.called, usual && words.form.asUsual]
  return html`
    <details class="known"${isOpen && html` open`}>
      <summary>${words.form.known(known.flatMap(one => one || []))}</summary>
      <div class="part">
        ${who}
        ${commune !== undefined && where}
        ${usual && reach}
      </div>
    </details>
    ${commune === undefined && where}
    ${!usual && reach}
  `
}

/** Whoever has no card is asked for their name, as their command does. */
const asksWho = (type: typeof offer | typeof need): RecordType => ({
  ...type,
  fields: { ...type.fields, who: { ...type.fields.who, required: true } },
})

/**
 * In a territory of several communes a notice says where it is, when its writer does.
 *
 * Law     where others may listen, nothing of a member is filled in.
 */
function whichCommune(
  type: typeof offer | typeof need,
  kit: Kit,
  read: Reader,
  words: Words,
): Html | false {
  const { me, by, again, private: isPrivate } = kit.request
  // A relay writes for others, who live elsewhere.
  const isOwn = isPrivate && by === 'neighbour' && !again
  const given = isOwn && me !== undefined ? communeGiven(read, me) : undefined
  return (
    (kit.territory?.communes.length ?? 0) > 1 &&
    kit.fields(type, given === undefined ? undefined : { commune: given }, ['commune'], {
      commune: { label: words.form.commune, hint: words.form.communeHint },
    })
  )
}
