import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposal } from '../../contract/records/own-records.ts'
import type { Request } from '../../contract/request.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { bornAt } from '../../core/id.ts'
import type { RecordType, RowOf } from '../../core/schema.ts'
import { titleOfSent } from '../../engine/records/correction.ts'
import { leftAside } from '../../engine/records/forget.ts'
import {
  OF_SHOWN_TYPE,
  type RefusedGroup,
  refusedGroups,
  refusedTogether,
  shownTypes,
  undoRefusal,
  undoRefusals,
} from '../../engine/records/refusing.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { eraseForm, hidden } from '../../ui/post.ts'
import type { PageSource } from '../pages/kit.ts'
import { kindOfSent } from './both-texts.ts'
import { backForm } from './taken-off.ts'
import { plainWords } from './words.ts'

/** A text that was sent, as this box keeps it. */
export type Sent = RowOf<typeof proposal>

/** Texts on the page, at most: of those that wait, and of those that were refused. */
export const MOST_SHOWN = 100

/** Those that were refused, newest first, those of one act together, with the code that erases. */
export function leftPart(source: PageSource, kit: Kit, read: Reader): Html | false {
  const w = plainWords(kit.request.lang)
  const where =
    `state = 'refused' AND ${OF_SHOWN_TYPE} AND sentBy IN ('visitor', 'member') ` +
    'AND showing IS NULL'
  const refused = { where, with: [shownTypes(read)], order: 'id DESC', limit: MOST_SHOWN }
  const left = [
    ...refusedGroups(read).map(group => leftTogether(source, kit, read, group)),
    ...read.list(proposal, refused, 'home').map(one => leftOf(source, kit, read, one)),
  ]
  return (
    left.length > 0 &&
    html`<h2>${w.leftTitle}</h2><p>${w.leftLead}</p>${eraseLeft(kit, read)}${left}`
  )
}

/** The line of a refused text: its title, the reason, and how to erase it. */
function leftOf(source: PageSource, kit: Kit, read: Reader, left: Sent): Html {
  const type = source.types.get(left.of ?? '')
  const row = type && read.one(type, left.piece ?? '', 'home')
  if (!type || !row) return html``
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const w = plainWords(kit.request.lang)
  const why = w.leftOn(sentDay(kit.request, left), left.why ?? '')
  const title = titleOfSent(read, type, left)
  const back = backForm(kit, undoRefusal({ id: left.id }).undo, w.undo.reconsiderAct)
  return html`
    <article class="sheet ${sideOf(type)}">
      <p class="crumb">${kindOfSent(kit.request, words.one, left)} · ${why}</p>
      <h3>${title}</h3>
      ${back}
      ${left.shownAs === null && eraseSent(kit, left, title)}
    </article>
  `
}

/** The line of texts that one act refused: undone together, erased one by one. */
function leftTogether(
  source: PageSource,
  kit: Kit,
  read: Reader,
  { showing, n, last, why }: RefusedGroup,
): Html {
  const w = plainWords(kit.request.lang)
  const back = backForm(kit, undoRefusals({ showing }).undo, w.undo.reconsiderAllAct)
  const each = refusedTogether(read, showing).map(one => leftOf(source, kit, read, one))
  return html`
    <article class="sheet">
      <p class="crumb">
        ${w.leftOn(onDay(dayOfMoment(bornAt(last)), kit.request.lang, kit.request.today), why)}
      </p>
      <h3>${w.undo.together(n)}</h3>
      ${back}
      <details><summary>${w.flood.each}</summary><div class="stack">${each}</div></details>
    </article>
  `
}

/** The day on which it was sent, in words. */
export const sentDay = (request: Request, { id }: Sent): string =>
  onDay(dayOfMoment(bornAt(id)), request.lang, request.today)
/** All that was left aside and never showed, by one code. */
function eraseLeft(kit: Kit, read: Reader): Html | false {
  const { length } = leftAside(read)
  return (
    length > 1 &&
    eraseForm(kit, {
      action: '/a-montrer/effacer-tout',
      id: 'tout',
      lead: plainWords(kit.request.lang).eraseAllLeft(length),
      more: hidden({ count: String(length) }),
    })
  )
}
/** What was sent, and never showed, by one code. */
export const eraseSent = (kit: Kit, { id }: Sent, title: string): Html => {
  const lead = plainWords(kit.request.lang).eraseSent
  return eraseForm(kit, { action: '/a-montrer/effacer', id, lead, title })
}
/** The class of a sheet of this type. */
export const sideOf = (type: RecordType): string => `${type.name}-side`
