import { type Html, html } from '../contract/html.ts'
import { recurrenceForForm, untilOf } from '../core/calendar/recurrence.ts'
import type { FieldChoice } from '../core/form/form.ts'
import { REPEATS_NO_MORE } from '../core/form/form-kinds.ts'
import { textArea } from './field.ts'
import type { FormControl } from './form.ts'
import { PICK_WIDTH } from './map/map-pick.ts'
import { isPicture, received, thumb } from './picture.ts'
import { recurrences } from './recurs.ts'
import { TONGUE } from './tongue.ts'
import { uiWords } from './words.ts'

/**
 * The pieces from which controls are drawn (control.ts). Every one works without script, and gives
 * back what was sent, even when it could not be read.
 */

/** Above this many, communes are typed with suggestions instead of chosen from a list. */
export const LONG_LIST = 60
/** Up to this many, choices are all in sight. */
export const IN_SIGHT = 5

export const last = (asked: FormControl, part?: string): string => asked.given(part).at(-1) ?? ''

export const input = (asked: FormControl, more: Html, value = last(asked)): Html =>
  html`<input id="${asked.id}" name="${asked.name}" value="${value}"${more}${asked.attributes}>`

export const own = (asked: FormControl, token: string): Html | false =>
  asked.own && html` autocomplete="${token}"`

/** Titles of records are people's words. */
export const tongueOf = ({ field }: FormControl): Html | false =>
  (field.kind === 'link' || field.kind === 'themes') && TONGUE

export function option(
  value: string,
  label: string,
  chosen: readonly string[],
  tongue: Html | false = false,
): Html {
  return html`
    <option value="${value}"${tongue}${chosen.includes(value) && html` selected`}>${label}</option>
  `
}

/** A list to choose from; what was given stays in it, even when it is not among the choices. */
export function select(asked: FormControl, choices: readonly FieldChoice[]): Html {
  const w = uiWords(asked.lang)
  const chosen = asked.given()
  const strangers = chosen.filter(
    value => value !== '' && !choices.some(choice => choice.value === value),
  )
  return html`
    <select id="${asked.id}" name="${asked.name}"${asked.attributes}>
      <option value="">${asked.field.required ? w.chooseOne : w.noneChosen}</option>
      ${strangers.map(value => option(value, value, chosen))}
      ${choices.map(choice => option(choice.value, choice.label, chosen, tongueOf(asked)))}
    </select>
  `
}

function tick(
  asked: FormControl,
  kind: 'radio' | 'checkbox',
  { choice, id, chosen }: Readonly<{ choice: FieldChoice; id: string; chosen: boolean }>,
): Html {
  return html`
    <label class="choice" for="${id}"${choice.value !== '' && tongueOf(asked)}>
      <input
        type="${kind}"
        id="${id}"
        name="${asked.name}"
        value="${choice.value}"${chosen && html` checked`}${asked.attributes}
      >
      ${choice.label}
    </label>
  `
}

/**
 * Boxes or rounds, one a choice. What was given and is no choice stays as a ticked box: it is the
 * reader who says so.
 */
export function ticks(
  asked: FormControl,
  kind: 'radio' | 'checkbox',
  choices: readonly FieldChoice[],
): Html {
  const chosen = asked.given()
  const missing =
    kind === 'checkbox'
      ? chosen.filter(value => !choices.some(choice => choice.value === value))
      : []
  const all = [...choices, ...missing.map(value => ({ value, label: value }))]
  return html`
    <div class="choices">
      ${all.map((choice, i) =>
        tick(asked, kind, {
          choice,
          id: `${asked.id}-${i}`,
          chosen: chosen.includes(choice.value) || (choice.value === '' && chosen.length === 0),
        }),
      )}
    </div>
  `
}

export const textarea = (asked: FormControl, short: boolean, value: string): Html =>
  textArea(
    { id: asked.id, name: asked.name, ...(short ? { class: 'short', rows: 3 } : {}) },
    value,
    asked.attributes,
  )

/** Two controls side by side under one legend, each with its own small label. */
export function part(asked: FormControl, name: string, label: string, more: Html): Html {
  const id = `${asked.id}-${name}`
  return html`
    <div>
      <label for="${id}">${label}</label>
      <input
        id="${id}"
        name="${asked.name}.${name}"
        value="${last(asked, name)}"${more}${asked.attributes}
      >
    </div>
  `
}

export const ISO_DAY = /^(\d{4}-\d{2}-\d{2})?$/
export const TIME = /^(\d{2}:\d{2})?$/
/** A browser empties a date that it can't read; then the text is shown as it was typed. */
export const dayType = (value: string): Html =>
  ISO_DAY.test(value) ? html` type="date"` : html` class="small"`

export const choicesOf = (asked: FormControl): readonly FieldChoice[] =>
  (asked.field.choices ?? []).map(code => ({ value: code, label: asked.choiceWords[code] ?? code }))

/** No answer is offered, unless it must be given or one of the choices says that there is none. */
export function drawChoice(asked: FormControl): Html {
  const isSaid = asked.field.required || asked.field.choices?.includes('none')
  const none = isSaid ? [] : [{ value: '', label: uiWords(asked.lang).noneChosen }]
  return ticks(asked, 'radio', [...choicesOf(asked), ...none])
}

export function drawCommune(asked: FormControl): Html {
  const named = asked.choices.map(choice => {
    const shared = asked.choices.some(other => other !== choice && other.label === choice.label)
    return {
      value: choice.value,
      label: shared ? `${choice.label} (${choice.value})` : choice.label,
    }
  })
  if (asked.choices.length > 0 && asked.choices.length <= LONG_LIST) return select(asked, named)
  const value = last(asked)
  const label = named.find(choice => choice.value === value)?.label ?? value
  const list =
    asked.choices.length > 0 &&
    html`
      <datalist id="${asked.id}-l">
        ${named.map(choice => html`<option value="${choice.label}">`)}
      </datalist>
    `
  return html`
    ${input(asked, html` autocomplete="off"${list && html` list="${asked.id}-l"`}`, label)}
    ${list}
  `
}

export function drawRecurrence(asked: FormControl): Html {
  const w = uiWords(asked.lang)
  const groups = recurrences(asked.lang)
  const { rhythm: value, until } = untilOf(last(asked))
  const written = value !== '' && !groups.some(group => group.options.some(o => o.value === value))
  const own = last(asked, 'own') || (written && value !== 'own' ? value : '')
  const group = (g: (typeof groups)[number]): Html =>
    html`
      <optgroup label="${g.label}">
        ${g.options.map(o => option(o.value, o.label, [value]))}
      </optgroup>
    `
  const id = `${asked.id}-own`
  const end = last(asked, 'until') || (until ?? '')
  return html`
    <div class="pair">
      <select
        id="${asked.id}-rule"
        name="${asked.name}"
        aria-label="${asked.label}"${asked.attributes}
      >
        ${noRhythm(asked, value)}
        ${groups.map(group)}
        ${option('own', w.recurs.own, written ? ['own'] : [])}
      </select>
      <div>
        <label for="${id}">${w.recurs.own}</label>
        <input id="${id}" name="${asked.name}.own" value="${recurrenceForForm(own, asked.lang)}">
      </div>
      <div>
        <label for="${asked.id}-until">${w.recurs.until}</label>
        <input
          id="${asked.id}-until"
          name="${asked.name}.until"
          value="${end}"${dayType(end)}
        >
      </div>
    </div>
  `
}

/** What has to repeat is chosen; another repetition may end. */
function noRhythm({ field, lang }: FormControl, value: string): Html {
  const w = uiWords(lang)
  return field.required
    ? option('', w.chooseOne, [value])
    : option(value === '' ? '' : REPEATS_NO_MORE, w.recurs.never, [value])
}

export function drawFiles(asked: FormControl): Html {
  const had = asked.given('kept')
  const kept = asked.kept.map((file, i) => {
    const id = `${asked.id}-k${i}`
    const on = had.length === 0 || had.includes(file.hash)
    return html`
      <label class="choice" for="${id}">
        <input
          type="checkbox"
          id="${id}"
          name="${asked.name}.kept"
          value="${file.hash}"${on && html` checked`}
        >
        ${thumb([file])}
        ${isPicture(file) ? uiWords(asked.lang).photoNumber(String(i + 1)) : file.name}
      </label>
    `
  })
  // Photos of a form that came back: here already, each sealed by the house.
  const sent = asked.given('sent').map((sealed, i) => {
    const id = `${asked.id}-s${i}`
    return html`
      <label class="choice" for="${id}">
        <input type="checkbox" id="${id}" name="${asked.name}.sent" value="${sealed}" checked>
        ${received(sealed)} ${uiWords(asked.lang).sentFile(String(i + 1))}
      </label>
    `
  })
  const several = (asked.field.most ?? 2) > 1 && html` multiple`
  return html`
    ${kept.length > 0 && html`<p class="hint">${uiWords(asked.lang).keptFiles}</p>`}
    ${kept}
    ${sent}
    <input
      type="file"
      id="${asked.id}-new"
      name="${asked.name}"${several}
      accept="image/jpeg,image/png,image/webp"
      aria-label="${asked.label}"${asked.attributes}
    >
  `
}

/** Yes, no, or not known: a box left unticked would say no. */
export function drawMaybe(asked: FormControl): Html {
  const w = uiWords(asked.lang)
  const given = last(asked)
  const value = given === '' ? '' : ['no', 'false', '0'].includes(given) ? 'no' : 'yes'
  return ticks({ ...asked, given: () => (value === '' ? [] : [value]) }, 'radio', [
    { value: 'yes', label: w.yes },
    { value: 'no', label: w.no },
    { value: '', label: w.notKnown },
  ])
}
export function drawBox(asked: FormControl): Html {
  const value = last(asked)
  const on = !['', 'no', 'false', '0'].includes(value)
  return html`
    <label class="choice" for="${asked.id}">
      <input
        type="checkbox"
        id="${asked.id}"
        name="${asked.name}"
        value="yes"${on && html` checked`}${asked.attributes}
      >
      ${asked.label}
    </label>
  `
}

/**
 * The map as a button of the form; once a point is chosen, nearer around it. A browser presses the
 * first button when somebody types *Entrée* in a field: one that saves stands before the image.
 */
export function pickOn(asked: FormControl): Html {
  const w = uiWords(asked.lang)
  const pair = `${last(asked, 'lat')},${last(asked, 'lon')}`
  const point = /\d,-?\d/.test(pair) ? pair : ''
  const wasClicked = asked.given('map.x').length > 0
  const query = point === '' ? '' : `?point=${point}&pres=${point}`
  return html`
    <button class="apart" tabindex="-1" aria-hidden="true">${w.save}</button>
    <p class="hint">${point === '' ? w.pickPoint : w.pickAgain}</p>
    <input
      type="image"
      class="pick"
      name="${asked.name}.map"
      src="/carte/choisir.svg${query}"
      width="${PICK_WIDTH}"
      formnovalidate
      alt="${w.pickAlt}"${wasClicked && html` autofocus`}
    >
    <input type="hidden" name="${asked.name}.near" value="${point}">
  `
}
