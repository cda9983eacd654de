import { type Html, html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn } from '../../../ui/say.ts'
import { mayPropose } from '../model/propose.ts'
import { dealAnswer } from '../model/records.ts'
import { DEALS } from '../model/sides.ts'
import { type Told, takersTold } from '../model/to-all.ts'
import { calledOf, type DealWords } from './say.ts'
import { answerArea } from './view.ts'

/** Fewer are written to in their own thread. */
const FEWEST = 2

/** *Écrire à tous ceux qui en prennent*: on the notice's page, for its author alone. */
export const toAll: NonNullable<Slots<DealWords>['onRecord']> = (
  kit,
  read,
  words,
  { id, type },
) => {
  const { request } = kit
  if (type.name !== 'offer' && type.name !== 'need') return undefined
  if (!request.private || request.me === undefined) return undefined
  const told = takersTold(read, id, request)
  if (told.length < FEWEST) return undefined
  const w = words.toAll
  const others = told.filter(({ whole, party }) => !mayPropose(whole, party, read))
  const whom = ({ whole, party }: Told): string =>
    words.and(whole.parties.filter(one => one.key !== party.key).map(one => calledOf(one, words)))
  const sent = (name: string): string => (request.again ? one(request.again.input, name) : '')
  const isBack = ['said', 'when', 'where'].some(name => request.again?.field === name)
  const line = (name: 'when' | 'where', label: string, hint: string): Html =>
    formField({
      id: `f-${name}`,
      label,
      hint,
      error: mistakeOn(request, name),
      input: {
        name,
        value: sent(name),
        maxlength: dealAnswer.fields[name].longest,
        autocomplete: 'off',
      },
    })
  const { when } = words.types.deal.fields
  const { where } = words.types['deal-answer'].fields
  const hidden = { annonce: id, from: request.path }
  return html`
    <details class="part stack no-print"${isBack && html` open`}>
      <summary>${w.title(told.length)}</summary>
      <p>${w.lead(words.and(told.toReversed().map(whom)))}</p>
      ${isBack && mistakeIn(request)}
      ${post(kit.form(), `${DEALS}/mot-a-tous`, {
        unchecked: true,
        hidden,
        fields: answerArea({
          id: 'f-said',
          name: 'said',
          label: w.word,
          error: mistakeOn(request, 'said'),
          value: sent('said'),
        }),
        button: html`<button class="button quiet">${words.sendLine}</button>`,
      })}
      ${post(kit.form(), `${DEALS}/moment-a-tous`, {
        unchecked: true,
        hidden,
        fields: html`
          ${others.length > 0 && html`<p>${w.notTo(words.and(others.toReversed().map(whom)))}</p>`}
          ${line('when', when.label, when.hint)}
          ${line('where', where.label, where.hint)}
        `,
        button: html`<button class="button quiet">${w.propose}</button>`,
      })}
    </details>
  `
}
