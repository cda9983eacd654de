import { type Html, html } from '../../../contract/html.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { unbroken } from '../../../ui/value.ts'
import { numberToGive } from '../model/number.ts'
import { mayPropose } from '../model/propose.ts'
import { dealAnswer } from '../model/records.ts'
import { isReader, notesWordOf, type Party, possible, talksFor } from '../model/rules.ts'
import { mayWriteIn } from '../model/saying.ts'
import { isToCome, mayBeLate } from '../model/that-day.ts'
import { calledOf } from './say.ts'
import { answerArea, type DealThread, fieldOf, named, speakersIn, tokenOf } from './view.ts'

/** To write in a thread: a word, a time and a place, *je suis en retard*. */

/** A line to write, for each of those for whom the reader speaks. */
export function writing(thread: DealThread): Html | false {
  if (!thread.who.private || !mayWriteIn(thread.whole)) return false
  const noted = thread.whole.parties.flatMap((party, place) =>
    notesWordOf(thread.who, party) && !talksFor(thread.who, party) ? [{ party, place }] : [],
  )
  return html`
    ${noted.map(
      ({ party, place }) => html`
        <div class="part stack no-print">${wordForm(thread, party, place)}</div>
      `,
    )}
    ${speakersIn(thread).map(
      ({ party, place }) => html`
        <div class="part stack no-print">
          ${wordForm(thread, party, place)}
          ${notThisTime(thread, party, place)}
          ${lateAct(thread, place)}
          ${givingNumber(thread, party, place)}
          ${isProposable(thread, party) && proposing(thread, place)}
        </div>
      `,
    )}
  `
}

const isProposable = ({ whole, read }: DealThread, party: Party): boolean =>
  mayPropose(whole, party, read) &&
  ((whole.row.about ?? []).length === 0 || whole.notices.some(one => !one.isClosed))

function wordForm(thread: DealThread, party: Party, place: number): Html {
  const { words, whole, at, who } = thread
  const { id, typed = '', error } = fieldOf(thread, place, 'said')
  const others = whole.parties.filter(({ key }) => key !== party.key)
  const to = others.map(one => calledOf(one, words))
  const label = isReader(party, who)
    ? words.writeTo(words.and(to))
    : words.writeFor(words.and(to), calledOf(party, words))
  return post(tokenOf(thread, place), `${at}/mot`, {
    unchecked: true,
    fields: answerArea({ id, name: 'said', label, error, value: error === undefined ? '' : typed }),
    button: html`
      <button${!isAnswering(thread, party) && html` class="button done-side"`}${named(
        words.sendLine,
        { whole, who, words, party },
      )}>
        ${words.sendLine}
      </button>
    `,
  })
}
/** An answer that is awaited, or *c'est fait*, is the main act of the page. */
const isAnswering = ({ whole, read, who }: DealThread, { key }: Party): boolean =>
  !isToCome(whole, read, who.today) &&
  possible(whole.state, whole.parties, whole.said, key).some(
    says => says === 'yes' || says === 'done' || says === 'tell',
  )

/**
 * *Pas cette fois*, of who is asked while nothing is proposed: a word, in one press, so that nobody
 * has to end the conversation to say no. Of a part, its own act says so.
 */
function notThisTime(thread: DealThread, party: Party, place: number): Html | false {
  const { whole, words, at } = thread
  const { key } = party
  const { said, state, takes, isDeclined } = whole
  const isAsked = said[0] !== undefined && said[0].key !== key
  const isSaid = said.some(one => one.key === key && one.said === words.notThisTimeWord)
  return (
    state === 'talking' &&
    isAsked &&
    !isSaid &&
    takes === undefined &&
    !isDeclined &&
    actButton(tokenOf(thread, place), `${at}/mot`, {
      hidden: { said: words.notThisTimeWord },
      button: html`
        <button${named(words.notThisTime, { ...thread, party })}>${words.notThisTime}</button>
      `,
    })
  )
}

/** *Je suis en retard*: once it is agreed, on its day, one press. */
const lateAct = (thread: DealThread, place: number): Html | false =>
  mayBeLate(thread.whole, thread.read, thread.who.today) &&
  actButton(tokenOf(thread, place), `${thread.at}/retard`, { button: thread.words.late })

/** *Donner mon numéro à Karim (04 …)*: only once it is agreed, and as long as they have it not. */
function givingNumber(thread: DealThread, party: Party, place: number): Html | false {
  const { whole, who, at, read, words } = thread
  const phone = numberToGive(read, whole, party, who)
  const others = whole.parties.filter(({ key }) => key !== party.key)
  const names = words.and(others.map(one => calledOf(one, words)))
  return (
    phone !== undefined &&
    actButton(tokenOf(thread, place), `${at}/numero`, {
      button: words.giveNumber(names, unbroken(phone)),
    })
  )
}

/** *Proposer un moment*: folded under the words, since most people talk first. */
function proposing(thread: DealThread, place: number): Html {
  const { words, at, whole } = thread
  const { where } = words.types['deal-answer'].fields
  const isBack = fieldOf(thread, place, 'when').error !== undefined
  const field = (name: 'when' | 'where', label: string, hint: string): Html => {
    const { id, typed = '', error } = fieldOf(thread, place, name)
    const longest = dealAnswer.fields[name].longest
    const input = { name, maxlength: longest, autocomplete: 'off', value: typed }
    return formField({ id, label, hint, error, input })
  }
  return html`
    <details${isBack && html` open`}>
      <summary>${whole.state === 'fallen' ? words.again : words.proposeTime}</summary>
      ${post(tokenOf(thread, place), `${at}/proposer`, {
        unchecked: true,
        fields: html`
          ${field('when', words.types.deal.fields.when.label, words.types.deal.fields.when.hint)}
          ${field('where', where.label, where.hint)}
        `,
        button: words.propose,
      })}
    </details>
  `
}
