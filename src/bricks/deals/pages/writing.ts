import { type Html, html } from '../../../contract/html.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mayPropose } from '../model/propose.ts'
import { dealAnswer } from '../model/records.ts'
import { isReader, type Party, possible } from '../model/rules.ts'
import { mayWriteIn } from '../model/saying.ts'
import { calledOf } from './say.ts'
import { answerArea, type DealThread, fieldOf, speakersIn, tokenOf } from './view.ts'

/** To write in a thread: a word, a time and a place, *je suis en retard*. */

/** A line to write, for each of those for whom the reader speaks. */
export function writing(thread: DealThread): Html | false {
  if (!thread.who.private || !mayWriteIn(thread.whole)) return false
  return html`
    ${speakersIn(thread).map(
      ({ party, place }) => html`
        <div class="part stack no-print">
          ${wordForm(thread, party, place)}
          ${lateAct(thread, place)}
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
    button: isAnswering(thread, party) ? words.sendLine : mainButton(words.sendLine, 'done'),
  })
}
/** An answer that is awaited, or *c'est fait*, is the main act of the page. */
const isAnswering = ({ whole: { state, said } }: DealThread, { key }: Party): boolean =>
  possible(state, said, key).some(says => says === 'yes' || says === 'done' || says === 'tell')

/** *Je suis en retard*: once it is agreed, one press. */
const lateAct = (thread: DealThread, place: number): Html | false =>
  thread.whole.state === 'agreed' &&
  actButton(tokenOf(thread, place), `${thread.at}/retard`, { button: thread.words.late })

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
