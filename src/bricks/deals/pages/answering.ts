import { type Html, html } from '../../../contract/html.ts'
import { formField, tick } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { closedToo, DONE_CLOSED } from '../model/closed-too.ts'
import { membersKnown } from '../model/read.ts'
import { dealAnswer } from '../model/records.ts'
import {
  isReader,
  isTelling,
  isTellingThis,
  type Party,
  type PartyStatement,
  proposedNow,
  type Says,
  speaksFor,
  storyOf,
} from '../model/rules.ts'
import { awaitsTelling, mayBeSaid } from '../model/saying.ts'
import { toldOf } from '../model/story.ts'
import { calledOf, type DealWords, whoSays } from './say.ts'
import { answerArea, type DealThread, fieldOf, isReadBy, tokenOf } from './view.ts'

/** Each of those for whom this person may answer, and what they may say now. */
export function acts(thread: DealThread): Html {
  const { whole, who, words } = thread
  const mine = whole.parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => speaksFor(who, party))
  // A keeper who reads no word of it notes what somebody tells them.
  const isNoted = who.by === 'keeper' && who.private && !isReadBy(whole, who)
  const all = html`
    ${mine.map(({ party, place }) => {
      const may = mayBeSaid(whole, party.key).filter(says => says !== 'propose')
      if (may.length === 0) return false
      const isMe = isReader(party, who)
      const title = isMe
        ? words.acts
        : who.private
          ? words.actsFor(calledOf(party, words))
          : words.actsOther
      const kept = { ...thread, party, place, isMe }
      return html`
        <div class="part stack no-print">
          <h2>${title}</h2>
          ${
            may.includes('tell')
              ? html`
                ${may.includes('done') && confirming(kept)}
                ${isReadBy(whole, who) ? telling(kept) : tellingElsewhere(kept)}
              `
              : buttons(kept, may)
          }
        </div>
      `
    })}
  `
  return isNoted && all.html.trim() !== ''
    ? html`<details class="no-print"><summary>${words.noteFor}</summary>${all}</details>`
    : all
}

type Acting = DealThread & Readonly<{ party: Party; place: number; isMe: boolean }>

const token = (of: Acting): Html => tokenOf(of, of.place)
const actionOf = ({ at }: Acting): string => `${at}/repondre`

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
            : words.agreesFor(of.who.private ? calledOf(party, words) : words.thisPerson)
        }
      </p>
    `
  // What fell through says why, in a line of its own.
  const isFailing = may.includes('not') && of.who.private
  return html`
    ${lead}
    ${post(token(of), actionOf(of), {
      hidden: may.includes('yes') ? { proposed: proposedNow(whole.said)?.id ?? false } : {},
      button: html`${may
        .filter(says => says !== 'other' && !(isFailing && says === 'not'))
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
    ${may.includes('other') && folded(of, 'when', words.buttons.other, anotherTime(of))}
    ${isFailing && folded(of, 'said', label('not'), failing(of))}
  `
}

/** An answer that takes a word of its own, folded; open again when it came back. */
const folded = (of: Acting, field: string, summary: string, form: Html): Html =>
  html`
    <details${fieldOf(of, of.place, field).error !== undefined && html` open`}>
      <summary>${summary}</summary>
      ${form}
    </details>
  `

/** *Finalement, ça ne se fait pas*, with a line: *ma remorque est cassée*. */
const failing = (of: Acting): Html =>
  post(token(of), actionOf(of), {
    fields: formField({
      id: `f-beside-${of.place}`,
      label: of.words.line,
      input: { name: 'said', maxlength: dealAnswer.fields.said.longest, autocomplete: 'off' },
    }),
    button: html`<button name="says" value="not">${of.words.buttons.sayNot}</button>`,
  })

/** The other side said that it is done: this one says so too, or that it is not. */
function confirming(of: Acting): Html {
  const { words, isMe, party } = of
  const who = of.who.private ? calledOf(party, words) : words.thisPerson
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
function closingToo({ whole, who, words }: Acting): Html | false {
  const count = closedToo(whole, who).length
  return (
    count > 0 &&
    html`<button name="says" value="${DONE_CLOSED}">${words.doneCloses(count)}</button>`
  )
}

/** *Plutôt un autre moment*: a yes, if the other can then. */
function anotherTime(of: Acting): Html {
  const { words, place } = of
  const { label, hint } = words.types['deal-answer'].fields.when
  const { id, typed = '', error } = fieldOf(of, place, 'when')
  const longest = dealAnswer.fields.when.longest
  const input = { name: 'when', maxlength: longest, autocomplete: 'off', value: typed }
  const where = words.types['deal-answer'].fields.where
  const place_ = { ...fieldOf(of, place, 'where'), ...where }
  return post(token(of), actionOf(of), {
    unchecked: true,
    fields: html`
      ${formField({ id, label, hint, error, input })}
      ${
        of.whole.row.box === null &&
        formField({
          id: place_.id,
          label: place_.label,
          hint: place_.hint,
          input: {
            name: 'where',
            maxlength: longest,
            autocomplete: 'off',
            value: place_.typed ?? (of.who.private ? (of.whole.row.where ?? '') : ''),
          },
        })
      }
    `,
    button: html`<button name="says" value="other">${words.buttons.sayOther}</button>`,
  })
}

/**
 * *On peut le raconter*, with or without the first name, and a thank-you: nothing is ticked
 * beforehand.
 */
function telling(of: Acting): Html {
  const { words, place, isMe, party } = of
  const box = (name: string, label: string): Html =>
    tick({
      look: 'choice',
      id: `f-${name}-${place}`,
      name,
      isOn: !!fieldOf(of, place, name).typed,
      words: label,
    })
  const thanked = fieldOf(of, place, 'thanks')
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
          <p class="hint">${whoReads(of)}</p>
          ${storyField(of)}
          <div class="choices">${box('tell', words.tellYes)}${box('named', named)}</div>
        </fieldset>
        ${answerArea({
          id: thanked.id,
          error: thanked.error,
          label: label.label,
          hint: label.hint,
          name: 'thanks',
          value: thanked.typed ?? '',
        })}
      `,
      button: mainButton(words.sendTelling, 'done'),
    })}
    ${post(token(of), actionOf(of), {
      button: html`<button class="quiet" name="says" value="keep">${words.tellNo}</button>`,
    })}
  `
}

/**
 * The sentence that would be told. One that is written is read by each, who may write another; of a
 * deal with another box, its own sentence is.
 */
function storyField(of: Acting): Html {
  const { whole, words, place } = of
  if (whole.row.box !== null) return html`<p class="hint">${preview(of)}</p>`
  const { label, hint } = words.types['deal-answer'].fields.story
  const { id, typed, error } = fieldOf(of, place, 'story')
  const stands = storyOf(whole.said)
  const isNew = isTelling(whole.said, of.party.key) && !isTellingThis(whole.said, of.party.key)
  return html`
    ${isNew && html`<p>${words.storyAgain(words.and(othersOf(of)))}</p>`}
    ${answerArea({
      id,
      label,
      hint,
      error,
      name: 'story',
      value: typed ?? stands ?? '',
    })}
  `
}
const othersOf = ({ whole, party, words }: Acting): readonly string[] =>
  whole.parties.filter(({ key }) => key !== party.key).map(one => calledOf(one, words))

/**
 * Who will read it: those who hold a card, of a notice that only they read; else everybody, on
 * other boxes too where it stands beside its notice (`model/told-beside.ts`).
 */
function whoReads({ whole, words, read }: Acting): string {
  if ((whole.row.about ?? []).some(id => read.isByCard(id))) return words.tellByCard
  return whole.notices.length > 0 ? `${words.tellHint} ${words.tellBeside}` : words.tellHint
}

/** Nobody agrees to a sentence that they could not read; to say no, none is needed. */
const tellingElsewhere = (of: Acting): Html =>
  html`${!of.who.private && html`<p>${of.words.tellAtTheBox}</p>`}${buttons(of, ['keep'])}`

/** The sentence as strangers would read it if nobody were named. */
function preview({ whole: { row, parties }, read, words }: Acting): string {
  const nobody = parties.map(
    ({ key }): PartyStatement => ({ key, says: 'tell', named: false, thanks: null }),
  )
  const others = membersKnown(read).map(({ name }) => name)
  return words.willBeTold(
    toldOf(row.what ?? '', { parties, said: nobody }, others, words.plainly).title,
  )
}
