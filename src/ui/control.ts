import { html } from '../contract/html.ts'
import { hoursToMend } from '../core/calendar/hours.ts'
import { isDay } from '../core/form/fit.ts'
import {
  choicesOf,
  dayType,
  drawBox,
  drawChoice,
  drawCommune,
  drawFiles,
  drawMaybe,
  drawRecurrence,
  IN_SIGHT,
  ISO_DAY,
  input,
  LONG_LIST,
  last,
  own,
  part,
  pickOn,
  select,
  TIME,
  textarea,
  ticks,
} from './control-draw.ts'
import type { Control, FormControl } from './form.ts'
import { uiWords } from './words.ts'

/** A control for each kind of field, from the pieces of `control-draw.ts`. */

const MAYBE: Control = { shape: 'group', draw: drawMaybe }
/** A line of a telephone: what is longer is corrected where all of it is seen. */
const LONG_LINE = 40
const small = html` class="small" inputmode="decimal" autocomplete="off"`
const hintOf =
  (key: keyof ReturnType<typeof uiWords>['hints']): NonNullable<Control['hint']> =>
  lang =>
    uiWords(lang).hints[key]

const PLAIN: Readonly<Record<FormControl['field']['kind'], Control>> = {
  text: {
    shape: 'one',
    draw: a =>
      (a.longest && a.longest > 500) || last(a).length > LONG_LINE
        ? textarea(a, true, last(a))
        : input(a, html`${/^firstName$/.test(a.name) && own(a, 'given-name')}`),
  },
  prose: { shape: 'one', draw: a => textarea(a, false, last(a)) },
  number: { shape: 'one', draw: a => input(a, small) },
  quantity: {
    shape: 'group',
    draw: a =>
      html`
        <div class="pair">
          ${part(a, 'amount', uiWords(a.lang).amount, small)}
          ${part(a, 'unit', uiWords(a.lang).unitWord, html``)}
        </div>
      `,
  },
  money: {
    shape: 'one',
    draw: a => html`${input(a, small)} ${uiWords(a.lang).euros}`,
    hint: hintOf('money'),
  },
  choice: { shape: 'group', draw: drawChoice },
  themes: { shape: 'group', draw: a => ticks(a, 'checkbox', a.choices) },
  day: {
    shape: 'one',
    draw: a => input(a, dayType(last(a))),
    hint: (lang, a) => !ISO_DAY.test(last(a)) && uiWords(lang).hints.day,
  },
  time: {
    shape: 'one',
    draw: a => input(a, TIME.test(last(a)) ? html` type="time"` : html` class="small"`),
    hint: (lang, a) => !TIME.test(last(a)) && uiWords(lang).hints.time,
  },
  moment: { shape: 'one', draw: a => input(a, html``), hint: hintOf('moment') },
  period: {
    shape: 'group',
    draw: a =>
      html`
        <div class="pair">
          ${part(a, 'from', uiWords(a.lang).from, dayType(last(a, 'from')))}
          ${part(a, 'to', uiWords(a.lang).to, dayType(last(a, 'to')))}
        </div>
      `,
  },
  recurrence: { shape: 'group', draw: drawRecurrence, hint: hintOf('recurrence') },
  commune: {
    shape: 'one',
    draw: drawCommune,
    hint: (lang, a) => a.choices.length > LONG_LIST && uiWords(lang).hints.commune,
  },
  point: {
    shape: 'group',
    draw: a =>
      html`
        ${a.map && pickOn(a)}
        <div class="pair">
          ${part(a, 'lat', uiWords(a.lang).latitude, small)}
          ${part(a, 'lon', uiWords(a.lang).longitude, small)}
        </div>
      `,
  },
  link: { shape: 'one', draw: a => select(a, a.choices) },
  files: {
    shape: 'group',
    draw: drawFiles,
    hint: (lang, a) => uiWords(lang).photosHint(a.field.most),
  },
  phone: {
    shape: 'one',
    draw: a => input(a, html` type="tel"${own(a, 'tel')}`),
    hint: hintOf('phone'),
  },
  email: {
    shape: 'one',
    draw: a => input(a, html` inputmode="email" autocapitalize="off"${own(a, 'email')}`),
    hint: hintOf('email'),
  },
  url: {
    shape: 'one',
    draw: a => input(a, html` inputmode="url" autocapitalize="off"`),
    hint: hintOf('url'),
  },
  hours: {
    shape: 'one',
    draw: a =>
      input(a, html` autocapitalize="off" spellcheck="false"`, hoursToMend(last(a), a.lang)),
    hint: hintOf('hours'),
  },
  yesNo: { shape: 'box', draw: drawBox },
}

const manyLines: Control = {
  shape: 'one',
  draw: a =>
    textarea(
      a,
      true,
      a
        .given()
        .map(one => asTyped(a, one))
        .join('\n'),
    ),
  hint: lang => uiWords(lang).onePerLine,
}

/** A day stands as people type it: *24/12/2026*. */
const asTyped = ({ field }: FormControl, value: string): string =>
  field.kind === 'day' && isDay(value) ? value.split('-').reverse().join('/') : value

/**
 * The control of a field: its kind's, but for long lists of choices and for fields that hold
 * several values.
 */
export function controlOf(asked: FormControl): Control {
  const { field } = asked
  if (field.many && (field.kind === 'link' || field.kind === 'commune') && asked.choices.length > 0)
    return { shape: 'group', draw: a => ticks(a, 'checkbox', a.choices) }
  if (field.many) return manyLines
  if (field.kind === 'yesNo' && field.maybe) return MAYBE
  if (field.kind === 'choice' && (field.choices?.length ?? 0) > IN_SIGHT)
    return { shape: 'one', draw: a => select(a, choicesOf(a)) }
  return PLAIN[field.kind]
}
