import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { formField, textArea, tick } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { closedToo, DONE_CLOSED } from '../model/closed-too.ts'
import { awaitsTelling, mayBeSaid, membersKnown, type WholeDeal } from '../model/read.ts'
import { dealAnswer } from '../model/records.ts'
import {
  isTelling,
  type Party,
  type PartyStatement,
  type Says,
  speaksFor,
  toldOf,
} from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { calledOf, type DealWords, whoSays } from './say.ts'

/** Each of those for whom this person may answer, and what they may say now. */
export function acts(whole: WholeDeal, kit: Kit, read: Reader, words: DealWords): Html {
  const mine = whole.parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => speaksFor(kit.request, party))
  return html`
    ${mine.map(({ party, place }) => {
      const may = mayBeSaid(whole, party.key)
      if (may.length === 0) return false
      const isMe = party.member !== null && party.member === kit.request.me
      const title = isMe
        ? words.acts
        : kit.request.private
          ? words.actsFor(calledOf(party, words))
          : words.actsOther
      const kept = { whole, party, place, kit, read, words, isMe }
      return html`
        <div class="part stack no-print">
          <h2>${title}</h2>
          ${
            may.includes('tell')
              ? html`
                ${may.includes('done') && confirming(kept)}
                ${kit.request.private ? telling(kept) : tellingElsewhere(kept)}
              `
              : buttons(kept, may)
          }
        </div>
      `
    })}
  `
}

type Acting = Readonly<{
  whole: WholeDeal
  party: Party
  place: number
  kit: Kit
  read: Reader
  words: DealWords
  isMe: boolean
}>

const token = ({ whole, place, kit }: Acting): Html =>
  html`${kit.form()}${hidden({ from: `${DEALS}/${whole.row.id}`, party: place })}`
const actionOf = ({ whole }: Acting): string => `${DEALS}/${whole.row.id}/repondre`

function buttons(of: Acting, may: readonly Says[]): Html {
  const { words, whole, party } = of
  const label = (says: Says): string =>
    says === 'no' && whole.state === 'proposed' && !may.includes('yes')
      ? words.buttons.takeBack
      : words.buttons[says as keyof DealWords['buttons']]
  const lead =
    may.includes('keep') &&
    isTelling(whole.said, party.key) &&
    html`
      <p>
        ${
          of.isMe
            ? words.agreesToTell
            : words.agreesFor(of.kit.request.private ? calledOf(party, words) : words.thisPerson)
        }
      </p>
    `
  const rather = may.includes('other') && anotherTime(of)
  return html`
    ${lead}
    ${post(token(of), actionOf(of), {
      button: html`${may
        .filter(says => says !== 'other')
        .map(
          (says, i) =>
            html`
              <button
                name="says"
                value="${says}"${
                  i === 0 && says !== 'keep' && says !== 'no' && html` class="button done-side"`
                }
              >
                ${label(says)}
              </button>
              ${says === 'done' && closingToo(of)}
            `,
        )}`,
    })}
    ${rather}
  `
}

/** The other side said that it is done: this one says so too, or that it is not. */
function confirming(of: Acting): Html {
  const { words, isMe, kit, party } = of
  const who = kit.request.private ? calledOf(party, words) : words.thisPerson
  return post(token(of), actionOf(of), {
    fields: html`<p>${isMe ? words.alsoDone : words.alsoDoneFor(who)}</p>`,
    button: html`
      <button class="button done-side" name="says" value="done">${words.buttons.done}</button>
      ${closingToo(of)}
      <button name="says" value="not">${words.buttons.notDone}</button>
    `,
  })
}
/** *C'est fait* closes the notice too where this person may. */
function closingToo({ whole, kit, words }: Acting): Html | false {
  const count = closedToo(whole, kit.request).length
  return (
    count > 0 &&
    html`<button name="says" value="${DONE_CLOSED}">${words.doneCloses(count)}</button>`
  )
}

/** *Plutôt un autre moment*: a yes, if the other can then. */
function anotherTime(of: Acting): Html {
  const { words, place, kit } = of
  const { label, hint } = words.types['deal-answer'].fields.when
  const isWrong = kit.request.again?.field === 'when'
  const id = `f-when-${place}`
  return post(token(of), actionOf(of), {
    fields: formField({
      id,
      label,
      hint,
      error: isWrong && kit.request.again?.refused,
      control: about => html`
        <input
          id="${id}"
          name="when"
          maxlength="${dealAnswer.fields.when.longest}"
          autocomplete="off"${about}
        >
      `,
    }),
    button: html`<button name="says" value="other">${words.buttons.other}</button>`,
  })
}

/**
 * *On peut le raconter*, with or without the first name, and a thank-you: nothing is ticked
 * beforehand.
 */
function telling(of: Acting): Html {
  const { words, place, isMe, party } = of
  const box = (name: string, label: string): Html =>
    tick({ look: 'choice', id: `f-${name}-${place}`, name, words: label })
  const named = isMe ? words.named : words.namedFor(calledOf(party, words))
  const label = words.types['deal-answer'].fields.thanks
  const again =
    awaitsTelling(of.whole) &&
    html`
      <p>
        ${words.tellAgain(
          words.and(
            of.whole.parties.flatMap(one => (one.away === undefined ? [] : whoSays(one, words))),
          ),
        )}
      </p>
    `
  return html`
    ${again}
    ${post(token(of), actionOf(of), {
      hidden: { says: 'thank' },
      fields: html`
        <fieldset class="group-field">
          <legend>${words.tell}</legend>
          <p class="hint">${words.tellHint} ${beside(of)} ${preview(of)}</p>
          <div class="choices">${box('tell', words.tellYes)}${box('named', named)}</div>
        </fieldset>
        ${formField({
          id: `f-thanks-${place}`,
          label: label.label,
          hint: label.hint,
          control: about =>
            textArea(
              {
                class: 'short',
                id: `f-thanks-${place}`,
                name: 'thanks',
                maxlength: dealAnswer.fields.thanks.longest,
              },
              '',
              about,
            ),
        })}
      `,
      button: mainButton(words.send, 'done'),
    })}
  `
}

/** A deed of a notice is read beside it (`model/told-beside.ts`). */
const beside = ({ whole, words }: Acting): string =>
  whole.notices.length > 0 ? words.tellBeside : ''

/** Nobody agrees to a sentence that they could not read; to say no, none is needed. */
const tellingElsewhere = (of: Acting): Html =>
  html`<p>${of.words.tellAtTheBox}</p>${buttons(of, ['keep'])}`

/** The sentence as strangers would read it if nobody were named. */
function preview({ whole: { row, parties }, read, words }: Acting): string {
  const nobody = parties.map(
    ({ key }): PartyStatement => ({ key, says: 'tell', named: false, thanks: null }),
  )
  const others = membersKnown(read).map(({ name }) => name)
  return words.willBeTold(
    toldOf(row.what ?? '', { parties, said: nobody }, others, {
      someone: words.someone,
      plainly: words.plainly,
    }).title,
  )
}
