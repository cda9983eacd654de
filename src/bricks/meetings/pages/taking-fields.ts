import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { asSent } from '../../../core/form/input.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { formField, tick } from '../../../ui/field.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { speakingField } from '../../../ui/speaking.ts'
import { within } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { HOW_MUCH, UNNAMED } from '../model/commands-taking.ts'
import { keeperOf } from '../model/read.ts'
import { response } from '../model/records.ts'
import type { NoticeAsked } from '../model/taking.ts'
import type { MeetingWords } from './say.ts'

/** The fields by which one says how much they take: for oneself, or for whom one notes it. */

type Context = PageContext<MeetingWords>

/** Whether this person wrote the notice, or keyed it. */
export const isTheirs = ({ author, keyedBy }: NoticeAsked, { me }: Request): boolean =>
  me !== undefined && [author, keyedBy].includes(me)

/** The name of whom it is noted for, as its field is called and marked. */
type NameAsked = Readonly<{ name: string; label: string }>
/** What the notice’s author, or the keeper, notes that somebody said to them. */
function notedFields(of: NoticeAsked, { name, label }: NameAsked, { kit, words }: Context): Html {
  const { request } = kit
  const w = words.taking
  const whole = of.whole && sayAmount(of.whole.n, of.whole.unit, request.lang)
  const need = html` <span class="need-word">(${uiWords(request.lang).required})</span>`
  const field = (one: string, said: string, hint?: string, isNeeded = false): Html =>
    formField({
      id: `f-${one}`,
      label: html`${said}${isNeeded && need}`,
      hint,
      error: mistakeOn(request, one),
      input: {
        name: one,
        value: request.again ? asSent(request.again.input, one) : '',
        maxlength: one === 'reach' ? 300 : 100,
        autocomplete: 'off',
      },
    })
  return html`
    ${field(name, label, undefined, true)}
    ${field(HOW_MUCH, w.howMuchTheirs[of.side], whole ? w.hint(whole) : w.hintWords, true)}
    ${field('reach', w.reachTheirs, w.reachHint)}
  `
}

/** The fields of the form. A member writes one of them; a visitor says how to reach them too. */
export function fieldsOf(of: NoticeAsked, mine: string, { kit, read, words }: Context): Html {
  const { request } = kit
  const label = words.taking.whose[of.side]
  if (isTheirs(of, request))
    return notedFields(of, { name: IN_NAME_OF, label }, { kit, read, words })
  if (request.by === 'keeper')
    return notedFields(of, { name: 'firstName', label }, { kit, read, words })
  const by = read.published.handsWordsTo?.(of.id)
  const readBy = (who: string): Html => within(w.readBy(who), who, request.lang)
  const w = words.taking
  const sent = (name: string, other = ''): string =>
    request.again ? asSent(request.again.input, name) : other
  const whole = of.whole && sayAmount(of.whole.n, of.whole.unit, request.lang)
  const own = kit.fields(response, undefined, ['firstName'])
  // A member answers one question; a visitor is told which of theirs are awaited.
  const marked = (label: string): Html =>
    request.me === undefined
      ? html`${label} <span class="need-word">(${uiWords(request.lang).required})</span>`
      : html`${label}`
  const reach = formField({
    id: 'f-reach',
    label: marked(request.by === 'relay' ? w.reachTheirs : w.reach),
    hint: w.reachHint,
    error: mistakeOn(request, 'reach'),
    input: { name: 'reach', value: sent('reach'), maxlength: 300 },
  })
  const unnamed = tick({
    kind: 'checkbox',
    id: `f-${UNNAMED}`,
    name: UNNAMED,
    value: '1',
    isOn: sent(UNNAMED) !== '',
    words: w.withoutName,
  })
  return html`
    ${formField({
      id: `f-${HOW_MUCH}`,
      label: marked(w.howMuch[of.side]),
      hint: whole ? w.hint(whole) : w.hintWords,
      error: mistakeOn(request, HOW_MUCH),
      input: { name: HOW_MUCH, value: sent(HOW_MUCH, mine), maxlength: 100, autocomplete: 'off' },
    })}
    ${
      request.me === undefined
        ? html`${own}${reach}${unnamed}`
        : html`
          <p class="hint">${w.isPublic}</p>
          <details${(sent(UNNAMED) !== '' || sent(IN_NAME_OF) !== '') && html` open`}>
            <summary>${w.otherwise}</summary>
            ${unnamed}
            ${speakingField(request, own, { more: reach })}
          </details>
        `
    }
    ${by !== undefined && html`<p class="hint">${readBy(by || keeperOf(read, words))}</p>`}
  `
}
