import { type Html, html } from '../contract/html.ts'
import type { MomentOpen } from '../contract/published.ts'
import { formField } from './field.ts'
import type { UiWords } from './fr.ts'

const ID = 'f-day'

/**
 * The moment that one proposes with an answer: the first of them, another, or none, to talk first.
 * Nothing where the notice has no moments.
 *
 * Shape   `typed`: the value that came back. One that the notice has no more comes back as none.
 */
export const momentField = (
  moments: readonly MomentOpen[],
  { typed, error }: Readonly<{ typed?: string | undefined; error?: string | undefined }>,
  w: UiWords,
): Html | false =>
  moments.length > 0 &&
  formField({
    id: ID,
    label: w.whichMoment,
    error,
    control: about => html`
      <select id="${ID}" name="day"${about}>
        ${moments.map(
          ({ value, said }) =>
            html`<option value="${value}"${typed === value && html` selected`}>${said}</option>`,
        )}
        <option value=""${isNone(moments, typed) && html` selected`}>${w.talkFirst}</option>
      </select>
    `,
  })
const isNone = (moments: readonly MomentOpen[], typed: string | undefined): boolean =>
  typed !== undefined && moments.every(({ value }) => value !== typed)
