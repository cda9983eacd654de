import type { Ask } from '../../core/brick.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Site } from '../ask.ts'
import { wordsOfType } from '../choices.ts'
import type { Group, Reviewed } from './gathering.ts'
import type { Double } from './people.ts'
import { plainWords } from './words.ts'

/** A piece as the review shows it. `named`: somebody who has not said yes; `same`: what is already there under a like name. */
export type Choice = Reviewed &
  Readonly<{
    title: string
    from: number
    till: number
    state: string
    certainty: number
    named: string | undefined
    who: string | undefined
    same: readonly Readonly<{ id: string; title: string }>[]
  }>

/** Under this, a piece is not kept unless the keeper says so. */
const LIKELY = 0.45
const isTicked = (piece: Choice): boolean =>
  piece.state === 'kept' || (piece.state === 'waiting' && piece.certainty >= LIKELY && piece.named === undefined)
/** Letters on a line of the narrowest screen: how tall a title's field is where the browser can't fit it by itself. */
const LETTERS_A_LINE = 26

/**
 * One group: *Tout garder · Corriger · Laisser*. Everything is kept beforehand; a group that holds something doubtful, or somebody
 * who has not said yes, is opened for correcting, and one whose pieces were all left stays left.
 */
export function groupOf(site: Site, ask: Ask, group: Group<Choice>, doubles: readonly Double[]): Html {
  const w = plainWords(ask.lang)
  const title = group.head?.title ?? w.groups[group.name]
  const pieces = html`<ul class="pieces">${group.pieces.map(piece => pieceOf(site, ask, group, piece))}</ul>`
  if (group.name === 'people') {
    const lead = html`<p>${w.peopleWait} <a href="${ask.path}/accord">${w.agreementSheet}</a></p>`
    return html`<fieldset class="group"><legend>${title}</legend>${lead}${doubles.map(one => sameOrNot(ask, one))}${pieces}</fieldset>`
  }
  const asked = group.pieces.filter(piece => piece.state !== 'shown')
  const isLeft = asked.every(piece => piece.state === 'refused' || (piece.state === 'waiting' && piece.certainty === 0))
  const chosen = isLeft ? 'non' : asked.every(isTicked) ? 'oui' : 'corriger'
  const choice = (value: string, words: string) =>
    html`<label><input type="radio" name="tout.${group.id}" value="${value}"${value === chosen && html` checked`}> ${words}</label>`
  const choices = html`<div class="ticks">${choice('oui', w.keepGroup)}${choice('corriger', w.mendGroup)}${choice('non', w.leaveGroup)}</div>`
  return html`<fieldset class="group"><legend><bdi>${title}</bdi></legend>${asked.length > 0 && choices}${pieces}</fieldset>`
}

function pieceOf(site: Site, ask: Ask, group: Group<Choice>, piece: Choice): Html {
  const w = plainWords(ask.lang)
  const word = wordsOfType(site.bricks, piece.kind, ask.lang).one
  const source = html`<a href="#t-${piece.id}">${w.inText}</a>`
  if (piece.state === 'shown')
    return html`<li class="piece kept"><p><b><bdi>${piece.title || w.forgotten}</bdi></b></p><p class="where">${word} · ${w.alreadyShown} · ${source}</p></li>`
  if (piece.person)
    return html`<li class="piece"><p><b><bdi>${piece.title}</bdi></b></p><p class="where">${w.waitsAgreement} · ${source}</p></li>`
  return html`<li class="piece">${toKeep(group, piece, ask, word)}<p class="where">${word}${piece.who && html` · ${w.forWhom(piece.who)}`} · ${source}<span class="line"> · <button class="link" name="act" value="mend.${piece.id}">${w.mendPiece}</button></span>${piece.named !== undefined && html` · <b>${w.namesSomeone(piece.named)}</b>`}</p>${sameAs(ask, piece)}</li>`
}

/** The tick and the title to mend, or the title as it is: which of the two is seen follows what the group's choice says. */
function toKeep(group: Group<Choice>, piece: Choice, ask: Ask, word: string): Html {
  const w = plainWords(ask.lang)
  const ticked = isTicked(piece)
  const rows = Math.min(12, Math.max(1, Math.ceil(piece.title.length / LETTERS_A_LINE)))
  // What nobody ticked is kept by *Tout garder*; what somebody unticked is not.
  const doubt = !ticked && html`<input type="hidden" name="doute.${piece.id}" value="1">`
  return html`<input type="hidden" name="groupe.${piece.id}" value="${group.id}">${doubt}<p class="as-is"><bdi>${piece.title}</bdi></p><div class="line"><label><input type="checkbox" name="garder.${piece.id}" value="1" aria-label="${w.keepPiece(word)}"${ticked ? html` checked` : html` class="doubt"`}></label><textarea name="titre.${piece.id}" rows="${rows}" maxlength="300" aria-label="${w.titleOf(word)}">${piece.title}</textarea></div>`
}

function sameAs(ask: Ask, { id, same }: Choice): Html | false {
  const w = plainWords(ask.lang)
  const options = same.map(one => html`<option value="${one.id}">${w.itIs(one.title)}</option>`)
  return (
    same.length > 0 &&
    html`<p class="same"><label for="p-${id}-s">${w.sameAs}</label> <select id="p-${id}-s" name="meme.${id}"><option value="">${w.isNew}</option>${options}</select></p>`
  )
}

/** *Deux Élodie : la même ?* Only what must be asked. */
function sameOrNot(ask: Ask, { pieces, name, told }: Double): Html {
  const w = plainWords(ask.lang)
  const choice = (value: 'one' | 'several', words: string) =>
    html`<label><input type="radio" name="double.${pieces[0]!.id}" value="${value}"${told === value && html` checked`}> ${words}</label>`
  return html`<fieldset class="note double"><legend>${w.twoOf(pieces.length, name)}</legend><div class="ticks">${choice('one', w.theSame)}${choice('several', w.notTheSame(pieces.length))}</div></fieldset>`
}
