import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { whySaid } from '../../../contract/records/guard-words.ts'
import { findingsText } from '../../../contract/records/guarded.ts'
import { THEIRS } from '../../../contract/records/own-records.ts'
import { onDay } from '../../../text/days.ts'
import { ACT, asSeen, PATHS } from '../model/reading.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { dayIn, lacksDay, pastIn, type ReadPiece, whoOf } from './reading-pieces.ts'

type Reading = (typeof fr)['reading']
/** The word for a kind, as the page to read says it: *demande*, *à faire*. */
export const kindWord = (kit: Kit, type: ReadPiece['type']): string => {
  const words: Readonly<Record<string, string>> = reviewWords(kit.request.lang).reading.kinds
  return words[type.name] ?? kit.withMadeFields(type).words.one
}

type Act = Readonly<{
  path: string
  name: string
  value: string
  words: Html | string
  label?: string
}>
/** One act of the page: a button that sends the form elsewhere. */
export const act = ({ path, name, value, words, label }: Act, look = ''): Html =>
  html`<button${look !== '' && html` class="${look}"`} formaction="${path}" name="${name}"
    value="${value}"${label !== undefined && html` aria-label="${label}"`}>${words}</button>`

/**
 * What stands beside its words: the kind, the title, what it is for. Its title opens it; one tap
 * keeps it, one leaves it.
 *
 * Shape   `subjects`: what it may be for, to be asked.
 */
export function markOf(kit: Kit, one: ReadPiece, subjects: readonly ReadPiece[] = []): Html {
  const w = reviewWords(kit.request.lang).reading
  const kind = kindWord(kit, one.type)
  const id = one.piece.id
  const title = html`<bdi>${one.title || reviewWords(kit.request.lang).forgotten}</bdi>`
  const opened = act(
    {
      path: PATHS.open,
      name: ACT.piece,
      value: id,
      words: html`<span class="kind">${kind}</span> ${title}`,
      label: w.openThis(kind, one.title),
    },
    'title',
  )
  if (one.ink === 'shown' && one.title === '')
    return html`
      <li class="mark shown" id="m-${id}">
        <p><span class="kind">${kind}</span></p>
        <p class="where">${reviewWords(kit.request.lang).forgottenHere}</p>
      </li>
    `
  if (one.ink === 'shown') {
    const at = one.type.path && `${one.type.path}/${one.piece.shownAs}`
    return html`
      <li class="mark shown" id="m-${id}">
        <p>
          <span class="kind">${kind}</span>${' '}
          ${at ? html`<a href="${at}">${title}</a>` : title}
        </p>
        ${aside(kit, one, reviewWords(kit.request.lang).alreadyShown)}
      </li>
    `
  }
  const put = (path: string, words: string, label: string, look = '') =>
    act({ path, name: ACT.piece, value: asSeen(id, one.type.name, one.title), words, label }, look)
  const isHeld = one.named === undefined && one.unseen.length > 0
  const keep = isHeld
    ? act({
        path: PATHS.keep,
        name: ACT.seen,
        value: `${id} ${findingsText(one.held)}`,
        words: w.keepAnyway,
        label: `${w.keepAnyway} (${kind}, ${one.title})`,
      })
    : put(PATHS.keep, w.keep, w.keepThis(kind, one.title), 'yes')
  const look = `mark ${one.ink}${isHeld || one.named !== undefined ? ' held' : ''}`
  const acts =
    one.ink === 'kept'
      ? html`${isHeld && keep} ${put(PATHS.back, w.keepNoMore, `${w.keepNoMore} : ${one.title}`)}`
      : one.ink === 'left'
        ? put(PATHS.back, w.back, `${w.back} : ${one.title}`)
        : html`${keep} ${put(PATHS.leave, w.leave, w.leaveThis(kind, one.title), 'no')}`
  const leftFor = one.piece.why === THEIRS ? w.askedOff : ''
  return html`
    <li class="${look}"${one.ink !== 'left' && html` id="m-${id}"`}>
      <p>${opened}</p>
      ${aside(kit, one, one.ink === 'left' ? leftFor : w[one.ink])}
      <p class="do">${acts}</p>
      ${alikeOf(one, w)}
      ${forWhich(one, subjects, w)}
    </li>
  `
}

/** *Pour quel projet ?* One press for each that it may be for, the likeliest first. */
const forWhich = (one: ReadPiece, subjects: readonly ReadPiece[], w: Reading): Html | false =>
  subjects.length > 0 &&
  html`
    <p class="alike">
      ${w.forWhich}
      ${subjects.map(of =>
        act({
          path: PATHS.tie,
          name: ACT.tie,
          value: `${one.piece.id} ${of.piece.piece}`,
          words: html`<bdi>${of.title}</bdi>`,
          label: `${w.forWhich} ${of.title}`,
        }),
      )}
    </p>
  `

/** *Les 4 autres lignes comme celle-ci aussi ?* What a pick proposed, kept or left by one press. */
function alikeOf({ alike }: ReadPiece, w: Reading): Html | false {
  const all = { name: ACT.piece, value: alike.join(' ') }
  const words = w.alike(alike.length)
  const yes = { ...all, path: PATHS.keep, words: w.alikeYes, label: `${words} ${w.alikeYes}` }
  const no = { ...all, path: PATHS.leave, words: w.leave, label: `${w.leave} : ${words}` }
  return alike.length > 0 && html`<p class="alike">${words} ${act(yes, 'all')} ${act(no)}</p>`
}

/** Why a piece is not shown as it is; empty for one that is free. */
export function whyHeld({ named, unseen }: ReadPiece, { request: { lang } }: Kit): string {
  const w = reviewWords(lang)
  if (named !== undefined) return w.namesSomeone(named)
  return unseen.length > 0 ? w.reading.heldWhy(whySaid(unseen, lang)) : ''
}

/** Under a title: the ink in a word, its day, its project, who, what holds it back. */
function aside(kit: Kit, one: ReadPiece, ink: string): Html {
  const w = reviewWords(kit.request.lang)
  const day = dayIn(one)
  const past = pastIn(one, kit.request.today)
  const said = [
    ink,
    day === undefined ? '' : onDay(day, kit.request.lang, kit.request.today),
    past === undefined ? '' : w.reading.past[past],
    one.subject === undefined ? '' : `→ ${one.subject}`,
    whoOf(one) === '' ? '' : w.forWhom(whoOf(one)),
    one.same === undefined ? '' : w.reading.isSame(one.same),
  ].filter(Boolean)
  const why = whyHeld(one, kit)
  const isDayless = one.ink !== 'left' && one.title !== '' && lacksDay(one)
  return html`
    ${said.length > 0 && html`<p class="where">${said.join(' · ')}</p>`}
    ${isDayless && html`<p class="why">${w.reading.noDay}</p>`}
    ${why !== '' && html`<p class="why">${why}</p>`}
  `
}
