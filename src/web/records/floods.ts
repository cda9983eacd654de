import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import { groupsBySource, type SubmissionOrigin } from '../../contract/submission-groups.ts'
import { fieldFor } from '../../core/schema.ts'
import { isCorrection, REFUSE_ALL, sentWaiting } from '../../engine/records/refusing.ts'
import { formField } from '../../ui/field.ts'
import { hidden, putAside } from '../../ui/post.ts'
import type { PageSource } from '../pages/kit.ts'
import { byCard } from './by-card.ts'
import { plainWords } from './words.ts'

/** The groups of waiting texts that came from one sender, shown above the others. */
export function floodsOf(source: PageSource, kit: Kit, read: Reader): Html {
  const w = plainWords(kit.request.lang)
  const rows = sentWaiting(read).flatMap(sent => {
    const type = source.types.get(sent.of ?? '')
    const row = type && read.one(type, sent.piece ?? '', 'home')
    if (!type || !row || isCorrection(sent)) return []
    const who = row[fieldFor(type, 'who') ?? '']
    return [
      {
        sent,
        id: sent.id,
        title: String(row[type.title] ?? ''),
        who: typeof who === 'string' ? who : '',
      },
    ]
  })
  const handOf = ({ sent }: (typeof rows)[number]): SubmissionOrigin | undefined =>
    sent.writer === null ? kit.sentFrom?.(sent.id) : { is: 'card', who: sent.writer }
  const groups = groupsBySource(rows, handOf, ({ who }) => who)
  return html`
    ${groups.map(({ hand, all }) => {
      const from =
        hand.is === 'card'
          ? (byCard(source, kit.request, hand.who) ?? w.flood.card)
          : hand.is === 'here'
            ? w.flood.here(hand.who)
            : w.flood.device
      const field = formField({
        id: `f-why-${all[0]!.id}`,
        label: w.refuseWhy,
        input: { name: 'why', maxlength: 300 },
      })
      const token = html`${kit.form()}${hidden({ from: '/a-montrer' })}`
      return putAside({
        action: REFUSE_ALL,
        token,
        title: w.flood.title(all.length, from),
        lead: hand.is === 'here' ? w.flood.leadHere : w.flood.lead,
        // At the box's own computer people take turns: nothing is ticked for the keeper.
        each: all.map(one => ({ ...one, isOn: hand.is !== 'here' })),
        more: field,
        button: w.flood.act,
      })
    })}
  `
}
