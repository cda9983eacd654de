import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { refusalSentence, refusalWords } from '../contract/refusal.ts'
import { asInput } from '../core/form/filled.ts'
import { type FieldChoice, MOST_CHOICES, readForm } from '../core/form/form.ts'
import type { Input } from '../core/form/input.ts'
import { type FieldKind, recordType } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import { errorsOf, fieldsOf, mistakesOf } from './form.ts'
import { refused } from './say.ts'
import { uiWords } from './words.ts'

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

/** What a browser would send of this form, left as it is. */
function sent(markup: string): Input {
  const input: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string): void => {
    if (name) (input[name] ??= []).push(value)
  }
  for (const [whole, , body = ''] of markup.matchAll(
    /<input\b[^>]*>|<(select|textarea)\b[^>]*>([\s\S]*?)<\/\1>/g,
  )) {
    const tag = whole.slice(0, whole.indexOf('>') + 1)
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type')
    if (tag.startsWith('<textarea'))
      add(name, unescaped(body.replace(/^\n/, '')).replaceAll('\n', '\r\n'))
    else if (tag.startsWith('<select')) {
      const options = [...body.matchAll(/<option[^>]*>/g)].map(([option]) => option)
      add(
        name,
        attribute(
          options.find(option => option.includes(' selected')) ?? options[0] ?? '',
          'value',
        ) ?? '',
      )
    } else if (type === 'file') continue
    else if (!['checkbox', 'radio'].includes(type ?? '') || / checked[ >]/.test(tag))
      add(name, attribute(tag, 'value') ?? '')
  }
  return input
}

const ID = '0123456789abcdefghjkmnpqrs'
const OTHER = '1123456789abcdefghjkmnpqrs'
const KINDS = {
  text: { kind: 'text' },
  texts: { kind: 'text', many: true },
  prose: { kind: 'prose' },
  number: { kind: 'number' },
  quantity: { kind: 'quantity' },
  money: { kind: 'money' },
  choice: { kind: 'choice', choices: ['a', 'b'] },
  longChoice: { kind: 'choice', choices: ['a', 'b', 'c', 'd', 'e', 'f'] },
  themes: { kind: 'themes' },
  day: { kind: 'day' },
  time: { kind: 'time' },
  moment: { kind: 'moment' },
  period: { kind: 'period' },
  recurrence: { kind: 'recurrence' },
  commune: { kind: 'commune' },
  communes: { kind: 'commune', many: true },
  point: { kind: 'point' },
  link: { kind: 'link' },
  links: { kind: 'link', many: true },
  files: { kind: 'files' },
  phone: { kind: 'phone' },
  email: { kind: 'email' },
  url: { kind: 'url' },
  hours: { kind: 'hours' },
  yesNo: { kind: 'yesNo' },
} as const
const type = recordType({ name: 'x', title: 'text', fields: KINDS })
const words: TypeWords = {
  one: 'x',
  many: 'x',
  add: 'x',
  fields: Object.fromEntries(Object.keys(KINDS).map(name => [name, { label: `Champ ${name}` }])),
}
const FILE = { hash: 'a'.repeat(64), name: 'Notes.odt', type: 'x', size: 1 }
const kept = () => [FILE]
const few: readonly FieldChoice[] = [
  { value: '42195', label: 'Sail' },
  { value: '42019', label: 'Boën' },
]
const many: readonly FieldChoice[] = [
  ...few,
  ...Array.from({ length: 80 }, (_, i) => ({
    value: String(1000 + i).padStart(5, '0'),
    label: i < 2 ? 'Sail' : `Commune ${i}`,
  })),
]
const records: readonly FieldChoice[] = [
  { value: ID, label: 'Le local' },
  { value: OTHER, label: 'La médiathèque' },
]
const choicesOf =
  (communes: readonly FieldChoice[]) =>
  (name: string): readonly FieldChoice[] | undefined =>
    name.startsWith('commune')
      ? communes
      : ['link', 'links', 'themes'].includes(name)
        ? records
        : undefined

const text = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><b>',
      "l'été & l’hiver",
      '&lt;',
      '</textarea>',
      '\n\nx',
    ),
  )
  .map(t => t.replace(/\s+/g, ' ').trim())
const filledText = text.filter(t => t !== '')
const VALUES = {
  text: filledText,
  texts: fc.uniqueArray(filledText, { minLength: 1, maxLength: 3 }),
  prose: fc.array(filledText, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n\n')),
  number: fc.integer(),
  quantity: fc.record(
    { amount: fc.option(fc.integer()), unit: filledText },
    { noNullPrototype: true },
  ),
  money: fc.integer({ min: 0, max: 1e9 }),
  choice: fc.constantFrom('a', 'b'),
  longChoice: fc.constantFrom('a', 'f'),
  themes: fc.constantFrom([ID], [ID, OTHER]),
  day: fc.constantFrom('2026-12-05', '1999-01-31'),
  time: fc.constantFrom('00:00', '14:30'),
  moment: fc.constantFrom('2026-12-05T13:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T00:30:00Z'),
  period: fc.constantFrom({ from: '2026-12-05', to: '2026-12-06' }),
  recurrence: fc.constantFrom(
    'FREQ=WEEKLY;BYDAY=SA',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=WEEKLY;BYDAY=SA;COUNT=4',
  ),
  commune: fc.constantFrom('42195', '42019'),
  communes: fc.constantFrom(['42195'], ['42195', '42019']),
  point: fc.constantFrom([45.7342, -3.9689]),
  link: fc.constantFrom(ID, OTHER),
  links: fc.constantFrom([ID], [ID, OTHER]),
  files: fc.constant([FILE]),
  phone: fc.constantFrom('04 77 24 00 00', '+41 22 345 67 89'),
  email: fc.constant('lucie@exemple.fr'),
  url: fc.constantFrom('https://exemple.fr/?a=1&b=%22', 'http://exemple.fr'),
  hours: fc.constant('Mo-Fr 09:00-12:00; Sa 08:30-12:00'),
  yesNo: fc.boolean(),
} satisfies Record<keyof typeof KINDS, fc.Arbitrary<unknown>>

testEach('Whatever a record holds, its form left as it is sends the same record back', () => {
  fc.assert(
    fc.property(
      fc.record(VALUES, { noNullPrototype: true }),
      fc.constantFrom(few, many),
      (row, communes) => {
        const choices = choicesOf(communes)
        const markup = fieldsOf(type, words, asInput(type, row), { lang: 'fr', choices, kept }).html
        assert.deepEqual(readForm(type, sent(markup), { choices, kept }), { fields: row })
      },
    ),
    runs(20, 60),
  )
})

test('An empty form sends an empty record: null everywhere, and no for a box left empty', () => {
  const choices = choicesOf(few)
  const got = readForm(type, sent(fieldsOf(type, words, {}, { lang: 'fr', choices }).html), {
    choices,
  })
  assert.ok('fields' in got)
  for (const [name, value] of Object.entries(got.fields))
    assert.equal(value, name === 'yesNo' ? false : null, name)
  assert.deepEqual(Object.keys(got.fields).toSorted(), Object.keys(KINDS).toSorted())
})

test('A refused form comes back with everything that was typed, each mistake beside its field', () => {
  const typed: Input = {
    text: '<b>',
    number: 'beaucoup',
    day: '31/02/2026',
    time: 'le soir',
    money: 'gratuit',
    'period.from': '5/12/2026',
    phone: '04 77',
    url: 'ici',
    commune: 'Nulle-Part',
    'quantity.amount': 'peu',
  }
  const choices = choicesOf(many)
  const got = readForm(type, typed, { choices })
  assert.ok('refusals' in got)
  const markup = fieldsOf(type, words, typed, {
    lang: 'fr',
    choices,
    errors: errorsOf(got.refusals, words, 'fr'),
  }).html
  const back = sent(markup)
  for (const [name, value] of Object.entries(typed)) assert.deepEqual(back[name], [value], name)
  for (const refusal of got.refusals) {
    assert.match(
      markup,
      new RegExp(`id="f-${refusal.field}-e">`),
      'the sentence stands beside the field',
    )
    assert.match(
      markup,
      new RegExp(`aria-describedby="[^"]*f-${refusal.field}-e"`),
      'and is tied to it',
    )
  }
  assert.match(markup, /aria-invalid="true"/)
  const above = refused(mistakesOf(got.refusals, words, 'fr'), 'fr')
  assert.ok(above)
  for (const [, id] of above.html.matchAll(/href="#([^"]+)"/g))
    assert.ok(markup.includes(` id="${id}"`), `${id} is on the page`)
})

test('No id is used twice, and every label, description and list leads to one that is there', () => {
  const choices = choicesOf(many)
  const errors = Object.fromEntries(Object.keys(KINDS).map(name => [name, 'Faux.']))
  const markup = fieldsOf(type, words, {}, { lang: 'fr', choices, errors, kept }).html
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(found => found[1])
  assert.equal(new Set(ids).size, ids.length)
  for (const [, names = ''] of markup.matchAll(/ (?:for|aria-describedby|list)="([^"]+)"/g))
    for (const name of names.split(' ')) assert.ok(ids.includes(name), name)
})

test('A field of `home` says that it is never shown, and one that is needed says so in words', () => {
  const t = recordType({
    name: 'y',
    title: 'a',
    fields: {
      a: { kind: 'text', required: true },
      b: { kind: 'text', space: 'home' },
      c: { kind: 'text', unasked: true },
    },
  })
  const w: TypeWords = {
    one: 'y',
    many: 'y',
    add: 'y',
    fields: { a: { label: 'A' }, b: { label: 'B' }, c: { label: 'C' } },
  }
  const markup = fieldsOf(t, w, {}, { lang: 'fr' }).html
  assert.ok(markup.includes(uiWords('fr').homeOnly) && markup.includes(uiWords('fr').required))
  assert.ok(!markup.includes('name="c"'))
  assert.match(fieldsOf(t, w, {}, { lang: 'fr', only: ['b', 'a'] }).html, /name="b"[\s\S]*name="a"/)
})

test('A list of choices that was cut says so, and one that was not says nothing', () => {
  const t = recordType({
    name: 'y',
    title: 'a',
    fields: { a: { kind: 'text' }, b: { kind: 'link', to: ['y'] } },
  })
  const w: TypeWords = {
    one: 'y',
    many: 'y',
    add: 'y',
    fields: { a: { label: 'A' }, b: { label: 'B' } },
  }
  const all = Array.from({ length: MOST_CHOICES }, (_, i) => ({
    value: String(i).padStart(26, '0'),
    label: `n ${i}`,
  }))
  const markup = (choices: typeof all) =>
    fieldsOf(t, w, {}, { lang: 'fr', choices: () => choices }).html
  assert.ok(markup(all).includes(uiWords('fr').listCut('500')))
  assert.ok(!markup(all.slice(1)).includes(uiWords('fr').listCut('500')))
})

test('Every refusal has its sentence in both languages, ended by a stop, with the field’s label', () => {
  for (const lang of ['fr', 'en'] as const)
    for (const code of Object.keys(refusalWords(lang).refusals) as (keyof ReturnType<
      typeof refusalWords
    >['refusals'])[]) {
      const sentence = refusalSentence({ field: 'text', code, more: '12' }, words, lang)
      assert.match(sentence, /Champ text.*\.$/, `${lang} ${code}`)
      assert.doesNotMatch(sentence, /undefined/)
    }
})

test('Every kind is among those tried here', () => {
  const tried = new Set<string>(Object.values(KINDS).map(field => field.kind))
  const kinds: Readonly<Record<FieldKind, true>> = {
    text: true,
    prose: true,
    number: true,
    quantity: true,
    money: true,
    choice: true,
    themes: true,
    day: true,
    time: true,
    moment: true,
    period: true,
    recurrence: true,
    commune: true,
    point: true,
    link: true,
    files: true,
    phone: true,
    email: true,
    url: true,
    hours: true,
    yesNo: true,
  }
  assert.deepEqual(
    Object.keys(kinds).filter(kind => !tried.has(kind)),
    [],
  )
})

test('a form asks first what its type says, and folds the rest under names that are read', () => {
  const type = recordType({
    name: 'thing',
    title: 'name',
    first: ['day', 'name'],
    fields: {
      name: { kind: 'text', required: true },
      more: { kind: 'text' },
      must: { kind: 'text', required: true },
      day: { kind: 'day' },
    },
  })
  const words = {
    one: 'chose',
    many: 'Choses',
    add: 'Ajouter',
    fields: Object.fromEntries(
      Object.keys(type.fields).map(name => [name, { label: `L ${name}` }]),
    ),
  }
  const drawn = (errors?: Readonly<Record<string, string>>) =>
    fieldsOf(type, words, {}, { lang: 'fr', first: type.first, ...(errors ? { errors } : {}) }).html
  const [before = '', folded = ''] = drawn().split('<details')
  const names = (html: string) => [...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)
  assert.deepEqual(names(before), ['must', 'day', 'name'])
  assert.deepEqual(names(folded).slice(0, 1), ['more'])
  assert.match(folded, /En dire plus <span>l more<\/span>/)
  const own = { ...words, fields: { ...words.fields, more: { label: 'En dire plus' } } }
  const said = fieldsOf(type, own, {}, { lang: 'fr', first: type.first }).html
  assert.doesNotMatch(said, /En dire plus <span>en dire plus/)
  assert.match(drawn({ more: 'non' }), /<details class="more-fields" open>/)
  assert.doesNotMatch(drawn(), /<details class="more-fields" open>/)
  const all = fieldsOf(type, words, {}, { lang: 'fr' }).html
  assert.doesNotMatch(all, /<details/)
})

test('a sentence longer than a line of a telephone is corrected where all of it is seen', () => {
  const type = recordType({ name: 'thing', title: 'name', fields: { name: { kind: 'text' } } })
  const words = { one: '', many: '', add: '', fields: { name: { label: 'En une phrase' } } }
  const drawn = (name: string) => fieldsOf(type, words, { name }, { lang: 'fr' }).html
  assert.match(drawn('Un vélo'), /<input [^>]*value="Un vélo"/)
  const long = 'Élodie\u00a0: «\u00a0je restaure des meubles et je les vends\u00a0»'
  assert.match(drawn(long), /<textarea [^>]*>\n?\n?Élodie.*je les vends/)
})

test('many themes wait behind their word, which says those that are ticked', () => {
  const type = recordType({
    name: 'thing',
    title: 'name',
    fields: { name: { kind: 'text' }, themes: { kind: 'themes', to: ['theme'] } },
  })
  const words = { one: '', many: '', add: '', fields: { themes: { label: 'Thèmes' } } }
  const themes = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ value: `t${i}`, label: `Thème ${i}` }))
  const drawn = (n: number) =>
    fieldsOf(type, words, { themes: ['t2'] }, { lang: 'fr', choices: () => themes(n) }).html
  assert.match(drawn(9), /<summary>Thèmes <span lang="fr">Thème 2<\/span><\/summary>/)
  assert.doesNotMatch(drawn(8), /<details/)
})

test('so do many records to link, and a mistake in them unfolds them', () => {
  const between = { kind: 'link', to: ['actor'], many: true, required: true } as const
  const type = recordType({
    name: 'thing',
    title: 'name',
    fields: { name: { kind: 'text' }, between, one: { kind: 'link', to: ['actor'] } },
  })
  const words = {
    one: '',
    many: '',
    add: '',
    fields: { between: { label: 'Entre' }, one: { label: 'Qui' } },
  }
  const drawn = (n: number, errors = {}, only?: readonly string[]) =>
    fieldsOf(
      type,
      words,
      {},
      {
        lang: 'fr',
        errors,
        ...(only ? { only } : {}),
        choices: () =>
          Array.from({ length: n }, (_, i) => ({ value: `a${i}`, label: `Club ${i}` })),
      },
    ).html
  assert.match(
    drawn(34),
    /<details class="ticks-field">\s*<summary>Entre <span class="need-word">\(à remplir\)/,
  )
  assert.match(drawn(34, { between: 'Il manque' }), /<details class="ticks-field" open>/)
  assert.equal(drawn(34).match(/<details/g)?.length, 1, 'one of a list is chosen as ever')
  assert.match(drawn(34, {}, ['name', 'between']), /<details class="ticks-field">/)
  assert.doesNotMatch(drawn(34, {}, ['between']), /<details/, 'what alone is asked is in sight')
  assert.doesNotMatch(drawn(8), /<details/)
})

test('no answer is no choice where one of the choices says that there is none', () => {
  const drawn = (...choices: readonly string[]): string => {
    const type = recordType({
      name: 'thing',
      title: 'name',
      fields: { name: { kind: 'text' }, licence: { kind: 'choice', choices } },
    })
    const words = { one: '', many: '', add: '', fields: { licence: { label: 'Licence' } } }
    return fieldsOf(type, words, {}, { lang: 'fr' }).html
  }
  assert.match(drawn('open', 'closed'), /pas de réponse/)
  assert.doesNotMatch(drawn('none', 'open'), /pas de réponse/)
})
