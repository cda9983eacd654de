import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { guardWords } from '../../../contract/records/guard-words.ts'
import { findingsIn, type Guard, guardOf } from '../../../contract/records/guarded.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { fieldFor, type RecordType, typeFor } from '../../../core/schema.ts'
import { alike } from '../../../text/alike.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { eraseForm, post } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { doublesOf, peopleOf } from '../model/people.ts'
import { piecesOf } from '../model/pieces.ts'
import { unagreedIn, unagreedOf } from '../model/unagreed.ts'
import type { fr } from '../words/fr.ts'
import { groupsOf } from './gathering.ts'
import { groupOf, type ReviewPiece } from './review-group.ts'
import { meetingPart } from './review-meeting.ts'
import { sourceText } from './source-text.ts'

export const reviewPage: Page<typeof fr> = {
  path: '/cueillette/:id',
  who: 'keeper',
  show: reviewLeaf,
}

function reviewLeaf(kit: Kit, read: Reader, w: typeof fr): Leaf | undefined {
  const of = read.one(harvest, kit.request.params['id'] ?? '', 'home')
  if (!of) return undefined
  const guards = guardOf(read, read.types)
  const pieces = reviewedPieces(read, of.id, guards)
  const doubles = doublesOf(read, read.types, of.id)
  const [file] = of.text ?? []
  const text = (file && kit.textOf(file)) ?? ''
  const asked = pieces.filter(piece => !piece.person && piece.state !== 'shown')
  const waiting = asked.filter(piece => piece.state !== 'refused')
  const why = kit.request.again?.field !== 'code' && mistakeAlone(kit.request)
  const intro = [of.date && onDay(of.date, kit.request.lang, kit.request.today), of.where]
    .filter(one => one)
    .join(' · ')
  const groups = groupsOf(pieces).map(group => groupOf(kit, group, doubles))
  const meeting = of.meeting
    ? false
    : meetingPart(kit.request, of, { named: unagreedOf(read, read.types, of.id), guards })
  const notes = typeFor(read.types, 'notes')
  const shownAt =
    of.meeting &&
    notes?.path &&
    html`
      <p><a href="${notes.path}/${of.meeting}">${guardWords(kit.request.lang).meetingPage}</a></p>
    `
  // Enter in a tick or a choice keeps for later: it never shows, nor leaves the page.
  const first = html`<button name="act" value="keep" hidden></button>`
  const bar = html`
    <p class="acts bar">
      <button class="button" name="act" value="show">${w.showAll}</button> <button name="act"
        value="keep">${w.keepForLater}</button>
    </p>
  `
  const body = html`
    ${said(kit.request.said)}
    ${why}
    <div class="head">
      <h1>${of.title ?? w.untitledMeeting}</h1>
      <p class="lead">${intro}</p>
      <p>${w.reviewLead(waiting.length)}</p>
      ${shownAt}
    </div>
    <div class="review">
      ${post(kit.form(), '/cueillette/afficher', {
        look: 'pieces',
        hidden: { id: of.id },
        fields: [first, meeting, groups, (asked.length > 0 || doubles.length > 0) && bar],
      })}
      <aside class="source" tabindex="0" aria-label="${w.sourceText}">
        <h2>${w.sourceText}</h2>
        <div class="text">${sourceText(text, pieces)}</div>
      </aside>
    </div>
    <div class="text stack">
      <h2>${w.staysTitle}</h2>
      <p>${w.harvestStays}</p>
      ${eraseForm(kit, { action: '/cueillette/effacer', id: of.id, lead: w.eraseHarvest })}
    </div>
  `
  return { title: of.title ?? w.untitledMeeting, body, current: '/cueillette' }
}

function reviewedPieces(read: Reader, of: string, guards: Guard): readonly ReviewPiece[] {
  const unagreed = unagreedOf(read, read.types, of)
  // Of pieces that the keeper said are one person, the first speaks for all.
  const people = new Set(peopleOf(read, read.types, of).map(one => one.first.id))
  return piecesOf(read, of).flatMap((one): ReviewPiece[] => {
    const type = read.types.get(one.of ?? '')
    if (!type || !one.piece || (one.person === true && !people.has(one.id))) return []
    const row = read.one(type, one.piece, 'home')
    const title = String(row?.[type.title] ?? '')
    const named = one.person === true ? undefined : unagreedIn(row ?? {}, type, unagreed)
    const who = row?.[fieldFor(type, 'who') ?? '']
    return [
      {
        id: one.id,
        kind: type.name,
        type,
        piece: one.piece,
        person: one.person === true,
        ties: (one.ties ?? []).map(tie => ({
          rel: tie.split(':')[0] ?? '',
          to: tie.split(':')[1] ?? '',
        })),
        title,
        from: one.from ?? 0,
        till: one.till ?? 0,
        state: one.state ?? 'waiting',
        certainty: one.certainty ?? 0,
        answered:
          one.person === true && one.state === 'refused'
            ? answeredOf(read, one.id, one.why)
            : undefined,
        named,
        held:
          one.person === true || one.state === 'shown' ? [] : findingsIn(row ?? {}, type, guards),
        who: typeof who === 'string' && who !== '' ? who : undefined,
        same: one.state === 'shown' || one.person === true ? [] : alreadyThere(read, type, title),
      },
    ]
  })
}

/** What a strip that came back says, and the day on which it was keyed. */
function answeredOf(read: Reader, id: string, why: string | null): ReviewPiece['answered'] {
  const written = read
    .versions({ type: proposal.name, id, space: 'home', field: 'state' })
    .map(({ on }) => on)
  return { unnamed: why === 'unnamed', on: dayOfMoment(Math.max(0, ...written)) }
}

/** What the page already shows under a like name: asked only then. */
function alreadyThere(
  read: Reader,
  type: RecordType,
  title: string,
): readonly Readonly<{ id: string; title: string }>[] {
  if (!type.path || title === '') return []
  return read
    .search(title, [type.name], 5)
    .hits.filter(hit => alike(hit.title, title))
    .map(hit => ({ id: hit.id, title: hit.title }))
    .slice(0, 3)
}
