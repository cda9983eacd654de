import { type Html, html } from '../../../contract/html.ts'
import type { Request } from '../../../contract/request.ts'
import { texts } from '../../../core/form/input.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { fieldId } from '../../../ui/say.ts'

/** What the form that came back said of a field, else what the record holds. */
export const given = (request: Request, name: string, had: unknown): string =>
  request.again
    ? (texts(request.again.input, name)[0] ?? '')
    : had === null || had === undefined
      ? ''
      : String(had)

const wrongOf = (request: Request, name: string): string | undefined =>
  [request.again, ...(request.again?.others ?? [])].find(one => one?.field === name)?.refused

type FieldOf = Readonly<{
  name: string
  label: string
  hint?: string | undefined
  need?: string | false
}>

/** A label, its hint, its mistake, then the control that `draw` makes of what they are called. */
function field(
  request: Request,
  { name, label, hint, need }: FieldOf,
  draw: (attributes: Html, id: string) => Html,
): Html {
  const id = fieldId(name)
  return formField({
    id,
    label: html`${label}${need && html` <span class="need-word">(${need})</span>`}`,
    hint,
    error: wrongOf(request, name),
    control: about => draw(about, id),
  })
}

export const line = (request: Request, of: FieldOf, had: unknown, more: Html = html``): Html =>
  field(
    request,
    of,
    (attributes, id) =>
      html`
        <input
          id="${id}"
          name="${of.name}"
          value="${given(request, of.name, had)}"${attributes}${more}
        >
      `,
  )

export const area = (request: Request, of: FieldOf, had: unknown): Html =>
  field(request, of, (attributes, id) =>
    textArea({ id, name: of.name, rows: 3 }, given(request, of.name, had), attributes),
  )

export function choose(
  request: Request,
  of: FieldOf,
  had: unknown,
  {
    options,
    first,
  }: Readonly<{ options: Readonly<Record<string, string>>; first?: string | undefined }>,
): Html {
  const chosen = given(request, of.name, had)
  return field(
    request,
    of,
    (attributes, id) =>
      html`
        <select id="${id}" name="${of.name}"${attributes}>
          ${first !== undefined && html`<option value="">${first}</option>`}
          ${Object.entries(options).map(
            ([value, words]) =>
              html`
                <option value="${value}"${value === chosen && html` selected`}>${words}</option>
              `,
          )}
        </select>
      `,
  )
}
