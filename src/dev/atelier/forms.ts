import { type Html, html } from '../../contract/html.ts'
import { refusalSentence, refusalWords } from '../../contract/refusal.ts'
import { type FieldChoice, type RefusalCode, readForm } from '../../core/form/form.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { type Field, type FieldKind, type RecordType, recordType } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { errorsOf, fieldsOf, mistakesOf } from '../../ui/form.ts'
import { mainButton, post } from '../../ui/post.ts'
import { refused } from '../../ui/say.ts'
import { atelierWords } from './words.ts'

/**
 * One field of each kind, by the kind's name: a kind that is added to the schema has to be shown
 * here to compile.
 */
const ONE: Readonly<Record<FieldKind, Field>> = {
  text: { kind: 'text', required: true },
  prose: { kind: 'prose' },
  number: { kind: 'number', unit: 'persons' },
  quantity: { kind: 'quantity' },
  money: { kind: 'money' },
  choice: { kind: 'choice', choices: ['a', 'b'] },
  themes: { kind: 'themes' },
  day: { kind: 'day' },
  time: { kind: 'time' },
  moment: { kind: 'moment' },
  period: { kind: 'period' },
  recurrence: { kind: 'recurrence' },
  commune: { kind: 'commune' },
  point: { kind: 'point' },
  link: { kind: 'link', to: ['sample'] },
  files: { kind: 'files' },
  phone: { kind: 'phone', space: 'home' },
  email: { kind: 'email' },
  url: { kind: 'url' },
  hours: { kind: 'hours' },
  yesNo: { kind: 'yesNo' },
}
/**
 * The same field where its control is another: several values, a choice too long to be all in
 * sight, a long text, communes that are many or of which no list is known.
 */
const MORE: Readonly<Record<string, Field>> = {
  texts: { kind: 'text', many: true },
  links: { kind: 'link', many: true, to: ['sample'] },
  choices: { kind: 'choice', choices: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
  longText: { kind: 'text', longest: 600 },
  communes: { kind: 'commune', many: true },
  farCommune: { kind: 'commune' },
  typedCommune: { kind: 'commune' },
  typedCommunes: { kind: 'commune', many: true },
}
export const sample: RecordType = recordType({
  name: 'sample',
  title: 'text',
  fields: { ...ONE, ...MORE },
})

const ID = '01kr8ecy29sr70ktkh82shqxwc'
export const FILLED: Input = {
  text: 'Ambre',
  prose: 'Une ligne.\n\nUne autre.',
  number: '12',
  'quantity.amount': '3',
  'quantity.unit': 'kg',
  money: '3,50',
  choice: 'a',
  themes: [ID],
  day: '2026-12-05',
  time: '14:30',
  moment: '2026-12-05 14:30',
  'period.from': '2026-12-05',
  'period.to': '2026-12-08',
  recurrence: 'FREQ=WEEKLY;BYDAY=SA',
  commune: '42195',
  'point.lat': '45,7342',
  'point.lon': '3,9689',
  link: ID,
  phone: '04 99 00 00 21',
  email: 'ambre@exemple.fr',
  url: 'https://exemple.fr',
  hours: 'We 17:00-19:00',
  yesNo: 'yes',
  texts: 'Ambre\nBasile',
  links: [ID],
  choices: 'c',
  longText: 'Deux phrases. Ou trois.',
  communes: ['42195'],
  farCommune: '42195',
  typedCommune: '42195',
  typedCommunes: '42195\n42319',
}
const WRONG: Input = {
  text: '',
  number: 'beaucoup',
  'quantity.amount': 'peu',
  money: 'trois',
  choice: 'z',
  day: '31/02/2026',
  time: 'midi passé',
  moment: 'un soir',
  'period.from': 'hier soir',
  'period.to': '2026-12-05',
  recurrence: 'own',
  'recurrence.own': 'FREQ=PARFOIS',
  commune: '99999',
  'point.lat': '95',
  'point.lon': '3',
  link: 'x',
  phone: '04 77',
  email: 'ambre',
  url: 'javascript:alert(1)',
  hours: 'parfois',
}

const NEAR = ['42195', '42319', '42019', '42121']
/** So many that they are typed, with suggestions. */
const FAR = Array.from({ length: 60 }, (_, n) => ({ value: `43${100 + n}`, label: `${100 + n}` }))

/** What the links, themes and communes of the sample may be. */
export const sampleChoices =
  (lang: Lang) =>
  (field: string): readonly FieldChoice[] | undefined => {
    const w = atelierWords(lang)
    const near = w.communes.map((label, n) => ({ value: NEAR[n] ?? '', label }))
    if (field === 'commune' || field === 'communes') return near
    if (field === 'farCommune') return [...near, ...FAR]
    return field === 'themes' || field.startsWith('link')
      ? [{ value: ID, label: w.notice }]
      : undefined
  }

function wordsOf(lang: Lang): TypeWords {
  const w = atelierWords(lang)
  const [first = '', second = ''] = w.choices
  const choices = { a: first, b: second, c: first, d: second, e: first, f: second, g: first }
  const one = (name: string, field: Field) =>
    [name, { label: w.kinds[field.kind], hint: w.hint, choices }] as const
  return {
    one: w.notice,
    many: w.notice,
    add: w.notice,
    fields: Object.fromEntries(
      Object.entries(sample.fields).map(([name, field]) => one(name, field)),
    ),
  }
}

/** Every sentence by which a form is refused, with its code. */
export function everyRefusal(lang: Lang): Html {
  const w = atelierWords(lang)
  const words = wordsOf(lang)
  const line = (code: string): Html => {
    const refusal = { field: 'text', code: code as RefusalCode, more: '12' }
    return html`
      <tr>
        <th scope="row"><code>${code}</code></th>
        <td>${refusalSentence(refusal, words, lang)}</td>
      </tr>
    `
  }
  const rows = Object.keys(refusalWords(lang).refusals).map(line)
  return html`
    <div class="head"><h1>${w.names.refus}</h1></div>
    <div class="table"><table><tbody>${rows}</tbody></table></div>
  `
}

/** The controls of some fields of the sample, filled. */
export const sampleFields = (lang: Lang, only: readonly string[]): Html =>
  fieldsOf(sample, wordsOf(lang), FILLED, { lang, choices: sampleChoices(lang), only })

export function sampleForm(lang: Lang, state: 'empty' | 'filled' | 'wrong'): Html {
  const words = wordsOf(lang)
  const choices = sampleChoices(lang)
  const given = { empty: {}, filled: FILLED, wrong: WRONG }[state]
  const found =
    state === 'wrong'
      ? readForm(sample, given, {
          choices,
          today: '2026-12-01',
          zone: 'Europe/Paris',
          hours: () => true,
        })
      : undefined
  const refusals = found && 'refusals' in found ? found.refusals : []
  const kept = () =>
    state === 'filled'
      ? [{ hash: 'a'.repeat(64), name: 'plan.pdf', type: 'application/pdf', size: 12 }]
      : []
  const fields = fieldsOf(sample, words, given, {
    lang,
    choices,
    kept,
    errors: errorsOf(refusals, words, lang),
  })
  const { title, save } = { title: atelierWords(lang).notice, save: atelierWords(lang).save }
  return html`
    <div class="one">
      <article class="sheet offer-side">
        <h1>${title}</h1>
        ${refused(mistakesOf(refusals, words, lang), lang)}
        ${post(html``, '/atelier', { unchecked: true, fields, button: mainButton(save) })}
      </article>
    </div>
  `
}
