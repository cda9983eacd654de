import { type Html, html } from '../contract/html.ts'
import { refusalSentence } from '../contract/refusal.ts'
import {
  ASKED,
  askedFields,
  type FieldChoice,
  type FieldRefusal,
  MOST_CHOICES,
} from '../core/form/form.ts'
import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import {
  type Field,
  type FieldKind,
  type FileRef,
  LONGEST,
  type RecordType,
  spaceOf,
} from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import { controlOf } from './control.ts'
import { tongueOf } from './control-draw.ts'
import { hidden } from './post.ts'
import { fieldId, type Mistake } from './say.ts'
import { unbroken } from './value.ts'
import { uiWords } from './words.ts'

export type FormOf = Readonly<{
  lang: Lang
  /** What is wrong, by field, in sentences. */
  errors?: Readonly<Record<string, string>> | undefined
  /**
   * What a link, a theme or a commune may be. A link without choices is not asked; what it held is
   * kept.
   */
  choices?: (field: string) => readonly FieldChoice[] | undefined
  /** Files that the record has. */
  kept?: (field: string) => readonly FileRef[]
  only?: readonly string[]
  hide?: readonly string[]
  /** A map of the territory may be drawn, on which a point is chosen. */
  map?: boolean
  /** The fields to ask first; the others are folded. */
  first?: readonly string[] | undefined
  /** Other labels and hints than the type's, by field. */
  words?: Readonly<Record<string, Readonly<{ label?: string; hint?: string }>>>
  /** The person speaks of themselves: the browser may offer their name, telephone and address. */
  own?: boolean
}>

/** One field ready to be drawn: what each control needs. */
export type FormControl = Readonly<{
  name: string
  id: string
  field: Field
  lang: Lang
  label: string
  choiceWords: Readonly<Record<string, string>>
  /** Texts given under this name, or under `name.part`. */
  given: (part?: string) => readonly string[]
  choices: readonly FieldChoice[]
  kept: readonly FileRef[]
  /** `aria-describedby`, `aria-invalid` and the like, for the control itself. */
  attributes: Html
  longest: number | undefined
  own: boolean
  map: boolean
}>
/** `one`: a label for one control. `group`: a legend for several. */
export type Control = Readonly<{
  shape: 'one' | 'group' | 'box'
  draw: (asked: FormControl) => Html
  hint?: (lang: Lang, asked: FormControl) => string | false
}>

const given =
  (input: Input, name: string) =>
  (part?: string): readonly string[] => {
    const key = part ? `${name}.${part}` : name
    const value = Object.hasOwn(input, key) ? input[key] : undefined
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }

function described(id: string, hint: boolean, error: boolean): Html | false {
  const by = [hint && `${id}-h`, error && `${id}-e`].filter(Boolean).join(' ')
  return by !== '' && html` aria-describedby="${by}"`
}

type FormAsked = Readonly<{ words: TypeWords; input: Input; o: FormOf }>

function askedOf(name: string, field: Field, { words, input, o }: FormAsked): FormControl {
  const own = Object.hasOwn(words.fields, name) ? words.fields[name] : undefined
  return {
    name,
    id: fieldId(name),
    field,
    lang: o.lang,
    label: o.words?.[name]?.label ?? own?.label ?? name,
    choiceWords: own?.choices ?? {},
    given: given(input, name),
    choices: o.choices?.(name) ?? [],
    kept: o.kept?.(name) ?? [],
    attributes: html``,
    longest: field.longest ?? LONGEST[field.kind],
    own: o.own === true,
    map: o.map === true,
  }
}

function hintOf(
  type: RecordType,
  asked: FormControl,
  control: Control,
  { words, o }: Readonly<{ words: TypeWords; o: FormOf }>,
): string {
  const w = uiWords(o.lang)
  const space = spaceOf(type, asked.field)
  const said =
    o.words?.[asked.name]?.hint ?? words.fields[asked.name]?.hint ?? control.hint?.(o.lang, asked)
  const isCut = asked.field.kind !== 'commune' && asked.choices.length >= MOST_CHOICES
  return [
    said,
    isCut && w.listCut(String(MOST_CHOICES)),
    space === 'home' && type.shownHere !== true && (words.fields[asked.name]?.stays ?? w.homeOnly),
    space === 'network' && w.networkOnly,
  ]
    .filter(Boolean)
    .join(' ')
}

function oneField(
  type: RecordType,
  { name, field }: Readonly<{ name: string; field: Field }>,
  { words, input, o }: FormAsked,
): Html | false {
  const asked = askedOf(name, field, { words, input, o })
  const held = asked.given()
  if ((field.kind === 'link' || field.kind === 'themes') && asked.choices.length === 0)
    return held.length > 0 && hidden({ [name]: held })
  const { id } = asked
  const control = controlOf(asked)
  const error = o.errors?.[name]
  const told = hintOf(type, asked, control, { words, o })
  const hint = told && html`<p class="hint" id="${id}-h">${unbroken(told)}</p>`
  const wrong = error && html`<p class="error" id="${id}-e">${error}</p>`
  const about = described(id, told !== '', !!error)
  const invalid = error && html` aria-invalid="true"`
  const need = field.required && html` <span class="need-word">(${uiWords(o.lang).required})</span>`
  const state = error && ' wrong'
  if (control.shape === 'group') {
    // The whole is described once; each control only says that it is wrong.
    const drawn = control.draw({ ...asked, attributes: html`${invalid}` })
    const isAlone = o.only?.length === 1
    if (isOfRecords(field) && asked.choices.length > IN_SIGHT && !isAlone)
      return foldedTicks(asked, { drawn, about, hint, wrong, need })
    return html`
      <fieldset class="group-field${state}" id="${id}"${about}>
        <legend>${asked.label}${need}</legend>
        ${hint}
        ${wrong}
        ${drawn}
      </fieldset>
    `
  }
  const drawn = control.draw({
    ...asked,
    attributes: html`${about}${invalid}${field.required && html` aria-required="true"`}`,
  })
  if (control.shape === 'box') return html`<div class="field${state}">${drawn}${hint}${wrong}</div>`
  return html`
    <div class="field${SHORT.has(field.kind) && ' short'}${state}">
      <label for="${id}">${asked.label}${need}</label>
      ${hint}
      ${wrong}
      ${drawn}
    </div>
  `
}

/** A village adds to these, so that their list has no end. */
const isOfRecords = (field: Field): boolean =>
  field.kind === 'themes' || (field.kind === 'link' && !!field.many)
/** Above this many, boxes to tick wait behind their word, which says those that are ticked. */
const IN_SIGHT = 8
type DrawnField = Readonly<{
  drawn: Html
  about: Html | false
  hint: Html | ''
  wrong: Html | '' | undefined
  need: Html | '' | undefined | false
}>
function foldedTicks(asked: FormControl, { drawn, about, hint, wrong, need }: DrawnField): Html {
  const ticked = asked.choices.filter(({ value }) => asked.given().includes(value))
  const titles = ticked.map(({ label }) => label).join(', ')
  const said = titles !== '' && html` <span${tongueOf(asked)}>${titles}</span>`
  return html`
    <details class="ticks-field"${wrong && html` open`}>
      <summary>${asked.label}${need}${said}</summary>
      <fieldset class="group-field${wrong && ' wrong'}" id="${asked.id}"${about}>
        <legend>${asked.label}${need}</legend>
        ${hint}
        ${wrong}
        ${drawn}
      </fieldset>
    </details>
  `
}

/** Controls that stand side by side. */
const SHORT: ReadonlySet<FieldKind> = new Set(['day', 'time'])

/**
 * The fields of a form, made from a record type. `given` is what `asInput` made of a record, or
 * what was sent and refused.
 */
export function fieldsOf(type: RecordType, words: TypeWords, given: Input, o: FormOf): Html {
  const fields = askedFields(type, o.only, o.hide)
  const boxes = fields.filter(
    ([name, field]) =>
      mayBeAbsent(field) &&
      ((field.kind === 'yesNo' && !field.maybe) ||
        (o.choices?.(name)?.length ?? 0) > 0 ||
        field.kind === 'files'),
  )
  const draw = (some: typeof fields): readonly (Html | false)[] =>
    some.map(([name, field]) => oneField(type, { name, field }, { words, input: given, o }))
  const { first } = o
  const isFirst = ([name, field]: (typeof fields)[number]): boolean =>
    !first || first.includes(name) || field.required === true
  const rest = fields.filter(one => !isFirst(one))
  const order = (name: string): number => first?.indexOf(name) ?? 0
  return html`
    ${draw(fields.filter(isFirst).toSorted(([a], [b]) => order(a) - order(b)))}
    ${rest.length > 0 && folded(rest, draw(rest), { words, input: given, o })}
    ${hidden({ [ASKED]: boxes.map(([name]) => name) })}
  `
}

/** The first names of a list, as many as one line of a telephone holds. */
function someOf(names: readonly string[]): string {
  const some = names.filter((_, i) => names.slice(0, i + 1).join(', ').length < LINE)
  return names.length > some.length ? `${some.join(', ')}…` : some.join(', ')
}
const LINE = 50

/** The fields that a hurried person leaves: their names are read without unfolding them. */
function folded(
  fields: readonly (readonly [string, Field])[],
  drawn: readonly (Html | false)[],
  { words, input, o }: FormAsked,
): Html {
  const isOpen = fields.some(
    ([name]) => o.errors?.[name] !== undefined || Object.hasOwn(input, `${name}.map.x`),
  )
  const { sayMore } = uiWords(o.lang)
  const names = fields
    .filter((_, i) => drawn[i])
    .map(([name]) => (o.words?.[name]?.label ?? words.fields[name]?.label ?? '').toLowerCase())
    // *En dire plus* is what a field is called too.
    .filter(name => name !== sayMore.toLowerCase())
  return html`
    <details class="more-fields"${isOpen && html` open`}>
      <summary>
        ${sayMore} <span>${someOf([...new Set(names)])}</span>
      </summary>
      ${drawn}
    </details>
  `
}
/** Boxes to tick send nothing when none is ticked. */
const mayBeAbsent = (field: Field): boolean =>
  field.kind === 'yesNo' ||
  field.kind === 'themes' ||
  field.kind === 'files' ||
  (!!field.many && (field.kind === 'link' || field.kind === 'commune'))

/** Refusals as `fieldsOf` wants them: the first of each field. */
export const errorsOf = (
  refusals: readonly FieldRefusal[],
  words: TypeWords,
  lang: Lang,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...refusals].reverse().map(refusal => [refusal.field, refusalSentence(refusal, words, lang)]),
  )

/** Refusals as the message above the form wants them. */
export const mistakesOf = (
  refusals: readonly FieldRefusal[],
  words: TypeWords,
  lang: Lang,
): readonly Mistake[] =>
  refusals.map(refusal => ({
    sentence: refusalSentence(refusal, words, lang),
    field: refusal.field,
  }))
