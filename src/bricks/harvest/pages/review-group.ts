import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { guardWords, whySaid } from '../../../contract/records/guard-words.ts'
import { findingsText } from '../../../contract/records/guarded.ts'
import type { Request } from '../../../contract/request.ts'
import type { RecordType } from '../../../core/schema.ts'
import { onDay } from '../../../text/days.ts'
import type { Finding } from '../../../text/guard/guard.ts'
import { textArea } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import type { SharedFirstName } from '../model/people.ts'
import { reviewWords } from '../words/words.ts'
import type { Reviewed, ReviewGroup } from './gathering.ts'

/**
 * A piece as the review shows it. `named`: somebody who has not said yes; `held`: what the guard
 * finds in it; `same`: what is already there under a like name.
 */
export type ReviewPiece = Reviewed &
  Readonly<{
    type: RecordType
    title: string
    from: number
    till: number
    state: string
    certainty: number
    /** Of a person whose strip came back: what it says, and the day. */
    answered: Readonly<{ unnamed: boolean; on: string }> | undefined
    named: string | undefined
    held: readonly Finding[]
    who: string | undefined
    same: readonly Readonly<{ id: string; title: string }>[]
  }>

/** Nothing is ticked that nobody looked at (law 11). */
const isTicked = (piece: ReviewPiece): boolean => piece.state === 'kept'
/**
 * Letters on a line of the narrowest screen: how tall a title's field is where the browser can't
 * fit it by itself.
 */
const LETTERS_A_LINE = 26

/**
 * One group, folded: *Tout garder · Choisir · Laisser* are inside, so that a group is kept by
 * somebody who unfolded it. What the guard holds is kept by its own tick alone; one whose pieces
 * were all left stays left.
 */
export function groupOf(
  kit: Kit,
  group: ReviewGroup<ReviewPiece>,
  doubles: readonly SharedFirstName[],
): Html {
  const [w, g] = [reviewWords(kit.request.lang), guardWords(kit.request.lang)]
  const title = group.head?.title ?? w.groups[group.name]
  const pieces = html`
    <ul class="pieces">${group.pieces.map(piece => pieceOf(kit, group, piece))}</ul>
  `
  if (group.name === 'people') {
    const lead = html`
      <p>${w.peopleWait} <a href="${kit.request.path}/accord">${w.agreementSheet}</a></p>
    `
    return html`
      <fieldset class="group">
        <legend>${title}</legend>
        ${lead}
        ${doubles.map(one => sameOrNot(kit.request, one))}
        ${pieces}
      </fieldset>
    `
  }
  const asked = group.pieces.filter(piece => piece.state !== 'shown')
  const isLeft = asked.length > 0 && asked.every(piece => piece.state === 'refused')
  const chosen = isLeft
    ? 'non'
    : asked.length > 0 && asked.every(piece => isTicked(piece) && piece.held.length === 0)
      ? 'oui'
      : 'corriger'
  const choice = (value: string, words: string) =>
    html`
      <label>
        <input type="radio" name="tout.${group.id}"
          value="${value}"${value === chosen && html` checked`}> ${words}
      </label>
    `
  const choices = html`
    <div class="ticks">
      ${choice('oui', w.keepGroup)}
      ${choice('corriger', w.mendGroup)}
      ${choice('non', w.leaveGroup)}
    </div>
  `
  const held = asked.filter(piece => piece.named !== undefined || piece.held.length > 0).length
  // What somebody began to choose stands open.
  const isBegun = chosen === 'corriger' && asked.some(isTicked)
  const inside = html`
    <details${isBegun && html` open`}>
      <summary>${g.unfoldGroup(group.pieces.length, held)}</summary>
      ${asked.length > 0 && choices}
      ${pieces}
    </details>
  `
  return html`<fieldset class="group"><legend><bdi>${title}</bdi></legend>${inside}</fieldset>`
}

function pieceOf(kit: Kit, group: ReviewGroup<ReviewPiece>, piece: ReviewPiece): Html {
  const [w, g] = [reviewWords(kit.request.lang), guardWords(kit.request.lang)]
  const word = kit.withMadeFields(piece.type).words.one
  const source = html`<a href="#t-${piece.id}">${w.inText}</a>`
  if (piece.state === 'shown')
    return html`
      <li class="piece kept">
        <p><b><bdi>${piece.title || w.forgotten}</bdi></b></p>
        <p class="where">${word} · ${w.alreadyShown} · ${source}</p>
      </li>
    `
  if (piece.person)
    return html`
      <li class="piece">
        <p><b><bdi>${piece.title}</bdi></b></p>
        <p class="where">${answerOf(kit.request, piece)} · ${source}</p>
      </li>
    `
  const held = piece.named === undefined && piece.held.length > 0
  return html`
    <li class="${held ? 'piece held' : 'piece'}">
      ${toKeep(group, piece, kit.request, word)}
      <p class="where">
        ${word}
        ${piece.who && html` · ${w.forWhom(piece.who)}`} · ${source}
        <span class="line"> · <button class="link" name="act"
          value="mend.${piece.id}">${w.mendPiece}</button></span>
        ${piece.named !== undefined && html` · <b>${w.namesSomeone(piece.named)}</b>`}
      </p>
      ${held && html`<p class="why">${g.heldWhy(whySaid(piece.held, kit.request.lang))}</p>`}
      ${sameAs(kit.request, piece)}
    </li>
  `
}

function answerOf(request: Request, { answered }: ReviewPiece): string {
  const w = reviewWords(request.lang)
  if (answered === undefined) return w.waitsAgreement
  return (answered.unnamed ? w.saidUnnamedOn : w.saidNoOn)(
    onDay(answered.on, request.lang, request.today),
  )
}

/**
 * The tick and the title to mend, or the title as it is: which of the two is seen follows what the
 * group's choice says.
 */
function toKeep(
  group: ReviewGroup<ReviewPiece>,
  piece: ReviewPiece,
  request: Request,
  word: string,
): Html {
  const [w, g] = [reviewWords(request.lang), guardWords(request.lang)]
  const ticked = isTicked(piece) && piece.held.length === 0
  const rows = Math.min(12, Math.max(1, Math.ceil(piece.title.length / LETTERS_A_LINE)))
  // What nobody ticked is kept by *Tout garder*; what somebody unticked is not.
  const doubt = !ticked && hidden({ [`doute.${piece.id}`]: '1' })
  const isHeld = piece.named === undefined && piece.held.length > 0
  const tick = isHeld
    ? html`
      <input
        type="checkbox"
        name="vu.${piece.id}"
        value="${findingsText(piece.held)}"
        aria-label="${g.showHeld(word)}"
        class="doubt"
      >
    `
    : html`
      <input
        type="checkbox"
        name="garder.${piece.id}"
        value="1"
        aria-label="${w.keepPiece(word)}"${ticked ? html` checked` : html` class="doubt"`}
      >
    `
  return html`
    ${hidden({ [`groupe.${piece.id}`]: group.id })}
    ${doubt}
    <p class="as-is"><bdi>${piece.title}</bdi></p>
    <div class="line">
      <label>${tick}</label>
      ${textArea(
        { name: `titre.${piece.id}`, rows, maxlength: 300, 'aria-label': w.titleOf(word) },
        piece.title,
      )}
    </div>
  `
}

function sameAs(request: Request, { id, same }: ReviewPiece): Html | false {
  const w = reviewWords(request.lang)
  const options = same.map(one => html`<option value="${one.id}">${w.itIs(one.title)}</option>`)
  return (
    same.length > 0 &&
    html`
      <p class="same">
        <label for="p-${id}-s">${w.sameAs}</label> <select id="p-${id}-s" name="meme.${id}"><option
          value="">${w.isNew}</option>${options}</select>
      </p>
    `
  )
}

/** *Deux Élodie : la même ?* Only what must be asked. */
function sameOrNot(request: Request, { pieces, name, told }: SharedFirstName): Html {
  const w = reviewWords(request.lang)
  const choice = (value: 'one' | 'several', words: string) =>
    html`
      <label>
        <input type="radio" name="double.${pieces[0]!.id}"
          value="${value}"${told === value && html` checked`}> ${words}
      </label>
    `
  return html`
    <fieldset class="note double">
      <legend>${w.twoOf(pieces.length, name)}</legend>
      <div class="ticks">
        ${choice('one', w.theSame)}
        ${choice('several', w.notTheSame(pieces.length))}
      </div>
    </fieldset>
  `
}
