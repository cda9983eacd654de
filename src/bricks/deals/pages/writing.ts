import { type Html, html } from '../../../contract/html.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { note } from '../../../ui/say.ts'
import { unbroken } from '../../../ui/value.ts'
import { numberToGive } from '../model/number.ts'
import { mayPropose } from '../model/propose.ts'
import { dealAnswer } from '../model/records.ts'
import {
  isReader,
  notesWordOf,
  type Party,
  possible,
  speaksFor,
  storyOf,
  talksFor,
  thanksOf,
} from '../model/rules.ts'
import { mayBeSaid, mayWriteIn, movesHere } from '../model/saying.ts'
import { isToCome, mayBeLate } from '../model/that-day.ts'
import { calledOf } from './say.ts'
import {
  answerArea,
  backOf,
  type DealThread,
  fieldOf,
  isReadBy,
  named,
  speakersIn,
  tokenOf,
} from './view.ts'

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

/** Whether a line may be written for that party. */
const hasLine = ({ who, whole }: DealThread, party: Party): boolean =>
  who.private && mayWriteIn(whole) && (talksFor(who, party) || notesWordOf(who, party))

/**
 * What somebody typed in a form that came back, and that no other form of the page takes any more:
 * the thread moved. A line takes it, or else the page says it (`typedBefore`).
 */
function typedLeft(thread: DealThread, place: number): string {
  const { whole, who } = thread
  const [party, back] = [whole.parties[place], backOf(thread, place)]
  if (!party || !back) return ''
  const says = one(back.input, 'says')
  const open = speaksFor(who, party) ? mayBeSaid(whole, party.key) : []
  const isTold = open.includes('tell') && isReadBy(whole, who)
  const isFailing = says === 'not' && who.private && !open.includes('tell') && open.includes('not')
  // As `acts` and `writing` show their forms.
  const isOther = open.includes('other') && (who.private || !open.includes('yes'))
  const isProposing = talksFor(who, party) && hasLine(thread, party) && isProposable(thread, party)
  const isPlace = isProposing || (isOther && movesHere(whole))
  const all: readonly (readonly [string, boolean, string | null | undefined])[] = [
    ['said', isFailing, null],
    ['when', isOther || isProposing, null],
    ['where', isPlace, one(back.input, 'placeShown')],
    ['thanks', isTold, thanksOf(whole.said, party.key)],
    ['story', isTold, storyOf(whole.said)],
  ]
  return all
    .map(([name, isTaken, before]) => [one(back.input, name), isTaken, before] as const)
    .flatMap(([text, isTaken, before]) => (isTaken || text === before ? [] : text))
    .filter(text => text !== '')
    .join(', ')
}
/** What they had typed, where nothing may be written any more. */
export const typedBefore = (thread: DealThread): Html => {
  const { whole, words } = thread
  const left = whole.parties.flatMap((party, place) =>
    hasLine(thread, party) ? [] : typedLeft(thread, place),
  )
  return html`${left.filter(text => text !== '').map(text => note(words.typedBefore(text)))}`
}

const isProposable = ({ whole, read }: DealThread, party: Party): boolean =>
  mayPropose(whole, party, read) &&
  ((whole.row.about ?? []).length === 0 || whole.notices.some(one => !one.isClosed))

function wordForm(thread: DealThread, party: Party, place: number): Html {
  const { words, whole, at, who } = thread
  const { id, error } = fieldOf(thread, place, 'said', '')
  const others = whole.parties.filter(({ key }) => key !== party.key)
  const to = others.map(one => calledOf(one, words))
  const label = isReader(party, who)
    ? words.writeTo(words.and(to))
    : words.writeFor(words.and(to), calledOf(party, words))
  return post(tokenOf(thread, place), `${at}/mot`, {
    unchecked: true,
    fields: answerArea({ id, name: 'said', label, error, value: typedLeft(thread, place) }),
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
  const { typed: asked = '', error: wrong } = fieldOf(thread, place, 'when')
  const field = (name: 'when' | 'where', label: string, hint: string): Html => {
    const { id, typed = '', error } = fieldOf(thread, place, name)
    const longest = dealAnswer.fields[name].longest
    const input = { name, maxlength: longest, autocomplete: 'off', value: typed }
    return formField({ id, label, hint, error, input })
  }
  return html`
    <details${(asked !== '' || wrong !== undefined) && html` open`}>
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
