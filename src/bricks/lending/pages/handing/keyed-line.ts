import { type Html, html } from '../../../../contract/html.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import { tick } from '../../../../ui/field.ts'
import { hidden } from '../../../../ui/post.ts'
import { fieldId } from '../../../../ui/say.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import {
  BACK_FIELD,
  DID_FIELD,
  type LineRow,
  SEEN,
  TYPED,
  type TypedPart,
} from '../../model/handing/lines.ts'
import type { ThingRow } from '../../model/read.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr
/**
 * `row`: the line that came back. `word`: of an empty one that the address fills. `again`: a form
 * that was refused as a whole.
 */
type LineShown = Readonly<{
  row: LineRow | undefined
  word: string
  things: readonly ThingRow[]
  again: Input | undefined
  words: Words
}>
const FIRST: readonly TypedPart[] = ['time', 'meter', 'missing']
const REST: readonly TypedPart[] = ['day', 'name', 'phone', 'until', 'state']

/** One line to key: its word, what happened, when; the rest is folded until it says something. */
export function keyedLine(n: number, shown: LineShown): Html {
  const { row, words } = shown
  const { handing } = words
  const fault = row?.fault
  const isOpen = [...REST, 'thing' as const].some(part => typedIn(part, n, shown) !== '')
  const about = fieldId(`faute.${n}`)
  const field = (part: TypedPart): Html => textField(part, n, shown, fault ? about : undefined)
  return html`
    <li>
      <fieldset>
        <legend>${handing.lineCalled(n + 1)}</legend>
        ${fault && html`<p class="error" id="${about}">${fault}</p>`}
        ${row && hidden({ [`${BACK_FIELD}.${n}`]: row.id })}
        <div class="keyed-first">
          ${field('word')}${didField(n, shown)}${FIRST.map(field)}
        </div>
        <details${isOpen && html` open`}>
          <summary>${handing.more}</summary>
          <div class="keyed-first">${thingField(n, shown)}${REST.map(field)}</div>
          ${seenTick('deposit', n, shown)} ${seenTick('insured', n, shown)}
        </details>
      </fieldset>
    </li>
  `
}

/** What was seen at the hand-out. */
const seenTick = (what: keyof typeof SEEN, n: number, { row, again, words }: LineShown): Html =>
  tick({
    name: `${SEEN[what]}.${n}`,
    isOn: row?.[what] === true || one(again ?? {}, `${SEEN[what]}.${n}`) !== '',
    words: what === 'deposit' ? words.handing.depositDone : words.insuredSeen,
  })

const typedIn = (part: TypedPart, n: number, { row, word, again }: LineShown): string =>
  again ? one(again, `${TYPED[part]}.${n}`) : (row?.[part] ?? (part === 'word' ? word : ''))

function textField(part: TypedPart, n: number, shown: LineShown, fault: string | undefined): Html {
  const name = `${TYPED[part]}.${n}`
  const isWrong = part === 'word' && fault !== undefined
  return html`
    <label for="${fieldId(name)}">
      ${shown.words.handing.parts[part]}
      <input
        id="${fieldId(name)}"
        name="${name}"
        value="${typedIn(part, n, shown)}"
        autocomplete="off"${isWrong && html` aria-invalid="true" aria-describedby="${fault}"`}
      >
    </label>
  `
}

function didField(n: number, { row, again, words: { handing } }: LineShown): Html {
  const name = `${DID_FIELD}.${n}`
  const did = again ? one(again, name) : (row?.did ?? 'out')
  const option = (value: 'out' | 'back' | 'noShow'): Html => html`
    <option value="${value}"${did === value && html` selected`}>${handing.didSaid[value]}</option>
  `
  return html`
    <label for="${fieldId(name)}">
      ${handing.did}
      <select id="${fieldId(name)}" name="${name}">
        ${(['out', 'back', 'noShow'] as const).map(option)}
      </select>
    </label>
  `
}

function thingField(n: number, shown: LineShown): Html {
  const name = `${TYPED.thing}.${n}`
  const chosen = typedIn('thing', n, shown)
  const option = ({ id, title }: ThingRow): Html => html`
    <option${TONGUE} value="${id}"${chosen === id && html` selected`}>${title}</option>
  `
  return html`
    <label for="${fieldId(name)}">
      ${shown.words.handing.parts.thing}
      <select id="${fieldId(name)}" name="${name}">
        <option value="">${shown.words.handing.nothingChosen}</option>
        ${shown.things.map(option)}
      </select>
    </label>
  `
}
