import { type Html, html } from '../contract/html.ts'
import { isReadFirst, may } from '../contract/permission.ts'
import type { Request } from '../contract/request.ts'
import { IN_NAME_OF } from '../contract/speaker.ts'
import { one } from '../core/form/input.ts'
import { formField } from './field.ts'
import { uiWords } from './words.ts'

/**
 * Who writes: `own` asks whoever has no card for their name; a member's is known, and *Au nom de
 * quelqu'un d'autre* is another act, with its own field. A relay writes for others each week:
 * theirs is not folded. `more`: what is asked of that person too. `waits: false` where it is read
 * by nobody but whom it is for.
 */
export function speakingField(
  request: Request,
  own: Html,
  { waits = true, more }: Readonly<{ waits?: boolean; more?: Html }> = {},
): Html {
  if (request.me === undefined || request.called === undefined) return own
  const w = uiWords(request.lang)
  const typed = request.again ? one(request.again.input, IN_NAME_OF) : ''
  const hint =
    waits && may(request.by, 'speakFor') === 'waits'
      ? `${w.inNameOfHint(request.called)} ${w.inNameOfWaits}`
      : w.inNameOfHint(request.called)
  const id = `f-${IN_NAME_OF}`
  const theirs = html`
    ${formField({
      id,
      label: w.inNameOfWhom,
      hint,
      input: { name: IN_NAME_OF, value: typed, maxlength: 60, autocomplete: 'off' },
    })}
    ${more}
  `
  return html`
    <p>${w.fromYou} <b>${request.called}</b></p>
    ${
      may(request.by, 'speakFor') === 'yes'
        ? html`<fieldset><legend>${w.inNameOfMaybe}</legend>${theirs}</fieldset>`
        : html`
          <details${typed !== '' && html` open`}>
            <summary>${w.inNameOf}</summary>
            ${theirs}
          </details>
        `
    }
  `
}

/** *dit par Nadia, pour Paul*: whoever speaks for somebody is said beside. */
export const saidBy = (request: Pick<Request, 'lang'>, toldTo: string, name: string): string =>
  uiWords(request.lang).saidBy(toldTo, name)
/** The same after the label *Dit par*. */
export const saidByShort = (request: Pick<Request, 'lang'>, toldTo: string, name: string): string =>
  uiWords(request.lang).saidByShort(toldTo, name)

/**
 * What will happen to what this person sends, from the table of who may: `first` says that it is
 * read first, `atOnce` that it shows at once; whoever speaks for themselves alone, and a relay, is
 * told what of it is read first all the same.
 */
export function whatBecomes(
  { by, lang }: Pick<Request, 'by' | 'lang'>,
  { first, atOnce }: Readonly<Record<'first' | 'atOnce', string>>,
): string {
  if (isReadFirst(by)) return first
  const w = uiWords(lang)
  if (by === 'relay') return `${atOnce} ${w.unlessTheirNumber}`
  return may(by, 'speakFor') === 'waits' ? `${atOnce} ${w.unlessAnothers}` : atOnce
}
