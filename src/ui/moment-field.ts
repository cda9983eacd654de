import { type Html, html } from '../contract/html.ts'
import type { MomentOpen } from '../contract/published-deals.ts'
import { formField } from './field.ts'
import type { UiWords } from './fr.ts'

const ID = 'f-day'

/**
 * The moment that one proposes with an answer: the first that is not full, another, or none, to
 * talk first. Nothing where the notice has no moments.
 *
 * Shape   `typed`: the value that came back. One that the notice has no more comes back as none.
 */
export function momentField(
  moments: readonly MomentOpen[],
  { typed, error }: Readonly<{ typed?: string | undefined; error?: string | undefined }>,
  w: UiWords,
): Html | false {
  const isFirst = moments[0]?.isFull === false && typed === undefined
  const chosen = moments.find(({ value, isFull }) =>
    typed === undefined ? !isFull : value === typed,
  )
  const option = (value: string, said: string): Html => {
    const isChosen = !isFirst && value === (chosen?.value ?? '')
    return html`<option value="${value}"${isChosen && html` selected`}>${said}</option>`
  }
  return (
    moments.length > 0 &&
    formField({
      id: ID,
      label: w.whichMoment,
      error,
      control: about => html`
        <select id="${ID}" name="day"${about}>
          ${moments.map(({ value, said, isFull }) =>
            option(value, isFull ? w.momentFull(said) : said),
          )}
          ${option('', w.talkFirst)}
        </select>
      `,
    })
  )
}
