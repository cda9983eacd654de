import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../../tests/support/any-unit.ts'
import { type Field, type FieldKind, recordType, type Value } from '../schema.ts'
import { asInput } from './filled.ts'
import { fits } from './fit.ts'
import { type FieldRefusal, type Fields, type ReadOf, readForm } from './form.ts'
import * as typed from './typed.ts'

const single = (field: Field) => recordType({ name: 'x', title: 'it', fields: { it: field } })
const reading = (
  field: Field,
  input: Record<string, string | string[]>,
  o: ReadOf = {},
): { fields?: Fields; refusals?: readonly FieldRefusal[] } => readForm(single(field), input, o)
const value = (field: Field, text: string, o: ReadOf = {}): Value | undefined =>
  reading(field, { it: text }, o).fields?.['it']
const refusal = (field: Field, text: string, o: ReadOf = {}): string | undefined =>
  reading(field, { it: text }, o).refusals?.[0]?.code

const id = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'),
  minLength: 26,
  maxLength: 26,
})
const text = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map(typed.line)
  .filter(t => t !== '' && t.length <= 300)
const prose = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 })
  .map(all => typed.lines(all.join('\n')))
  .filter(t => t !== '')
const figures = (n: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n })
const day = fc
  .integer({ min: 0, max: 60_000 })
  .map(n => Temporal.PlainDate.from('1950-01-01').add({ days: n }).toString())
const two = (n: number): string => String(n).padStart(2, '0')
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${two(h)}:${two(m)}`)
const degrees = (most: number) =>
  fc.integer({ min: -most * 1e6, max: most * 1e6 }).map(n => n / 1e6 + 0)
const FILES = [
  { hash: 'a'.repeat(64), name: 'Notes.odt', type: 'application/odt', size: 12 },
  { hash: 'b'.repeat(64), name: 'Plan d’accès.pdf', type: 'application/pdf', size: 34 },
]

/** For each kind, values in the form in which the house writes them. */
const VALUES: Readonly<Record<FieldKind, fc.Arbitrary<unknown>>> = {
  text,
  prose,
  number: fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map(n => n + 0),
  ),
  quantity: fc.record(
    {
      amount: fc.option(fc.integer({ min: -1e9, max: 1e9 }).map(n => n / 8 + 0)),
      unit: text.filter(t => t.length <= 100),
    },
    { noNullPrototype: true },
  ),
  money: fc.integer({ min: -1e12, max: 1e12 }),
  choice: fc.constantFrom('person', 'public-body'),
  themes: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
  day,
  time,
  moment: fc
    .integer({ min: -1e9, max: 5e9 })
    .map(s => Temporal.Instant.fromEpochMilliseconds(s * 1000).toString()),
  period: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  recurrence: fc.constantFrom(
    'FREQ=WEEKLY;BYDAY=SA',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=DAILY;COUNT=3',
  ),
  commune: fc.constantFrom('42195', '2A004', '97411'),
  point: fc.tuple(degrees(90), degrees(180)),
  link: id,
  files: fc.constantFrom([FILES[0]], FILES),
  phone: fc.oneof(
    fc
      .tuple(fc.constantFrom('1', '4', '6', '9'), figures(8))
      .map(([a, b]) => `0${a}${b}`.replace(/(\d\d)(?=\d)/g, '$1 ')),
    fc.constantFrom('+41 22 345 67 89', '115', '3949'),
  ),
  email: fc.constantFrom('lucie@exemple.fr', 'a.b+c@sous.domaine.org'),
  url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  hours: fc.constantFrom(
    'Mo-Fr 09:00-12:00',
    'We 17:00-19:00; PH off',
    'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00',
  ),
  yesNo: fc.boolean(),
}

for (const kind of Object.keys(VALUES) as FieldKind[]) {
  test(`A ${kind} written into its form and read back is the same value`, () => {
    const field: Field = {
      kind,
      ...(kind === 'choice' ? { choices: ['person', 'public-body'] } : {}),
    }
    fc.assert(
      fc.property(VALUES[kind], fc.constantFrom(',' as const, '.' as const), (given, decimal) => {
        assert.ok(fits(field, given), 'the value generated is one')
        const input = asInput(single(field), { it: given }, { decimal })
        assert.deepEqual(
          reading(field, { asked: 'it', ...input } as Record<string, string>, { kept: () => FILES })
            .fields?.['it'],
          given,
        )
      }),
      { numRuns: 100 },
    )
  })
}

test('Several texts, communes and links come back as they were', () => {
  for (const [kind, many] of [
    ['text', ['Léa', 'Tom']],
    ['commune', ['42195', '42019']],
    ['link', ['0'.repeat(26), '1'.repeat(26)]],
  ] as const) {
    const field: Field = { kind, many: true }
    assert.deepEqual(
      reading(field, asInput(single(field), { it: many }) as Record<string, string>).fields?.['it'],
      many,
    )
    assert.deepEqual(reading(field, { it: many.join('\r\n') }).fields?.['it'], many, 'one a line')
  }
})

test('Several days are read one a line, as people type them; one that is none is refused', () => {
  const field: Field = { kind: 'day', many: true }
  const typed = '24/12/2026\n31 décembre 2026\n2027-01-07'
  assert.deepEqual(reading(field, { it: typed }).fields?.['it'], [
    '2026-12-24',
    '2026-12-31',
    '2027-01-07',
  ])
  assert.equal(reading(field, { it: '24/12/2026\njamais' }).fields, undefined)
})

test('No text whatever makes the reader throw, and what it accepts fits its kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(VALUES) as FieldKind[])),
      fc.string({ unit: anyUnit, maxLength: 60 }),
      (kind, nasty) => {
        const field: Field = { kind, choices: ['a'] }
        const parts = [
          'it',
          'it.from',
          'it.to',
          'it.amount',
          'it.unit',
          'it.lat',
          'it.lon',
          'it.own',
          'it.kept',
        ]
        const got = reading(field, Object.fromEntries(parts.map(part => [part, nasty])))
        assert.ok(got.refusals ? got.refusals[0]?.field === 'it' : fits(field, got.fields?.['it']))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('Days are read as people type them, and days that do not exist are sent back', () => {
  const field: Field = { kind: 'day' }
  for (const said of [
    '5/12/2026',
    '05-12-2026',
    '5.12.26',
    '2026-12-05',
    '5 décembre 2026',
    'samedi 5 décembre 2026',
    '5 déc. 2026',
    'December 5, 2026',
  ])
    assert.equal(value(field, said), '2026-12-05', said)
  assert.equal(value(field, '1er mars 2027'), '2027-03-01')
  assert.equal(value(field, 'samedi 5 décembre', { today: '2026-11-24' }), '2026-12-05')
  assert.equal(value(field, '5 février', { today: '2026-11-24' }), '2027-02-05')
  assert.equal(refusal(field, '31/02/2026'), 'noSuchDay')
  assert.equal(refusal(field, '2025-02-29'), 'noSuchDay')
  for (const day of ['1066-10-14', '2999-01-01', '1/1/2150'])
    assert.equal(refusal(field, day), 'farDay', day)
  assert.equal(value(field, '29/02/2028'), '2028-02-29')
  for (const said of ['demain', '5 brumaire 2026', '2026', '32', 'le 5 décembre'])
    assert.equal(refusal(field, said), 'notADay', said)
})

test('A day is read as people say it from today, and a weekday is its next one', () => {
  const field: Field = { kind: 'day' }
  const [wednesday, saturday] = ['2026-12-02', '2026-12-05']
  const read = (said: string, today = wednesday): unknown => value(field, said, { today })
  assert.equal(read('aujourd’hui'), wednesday)
  assert.equal(read('demain'), '2026-12-03')
  assert.equal(read('Après-demain'), '2026-12-04')
  for (const said of [
    'samedi',
    'Samedi',
    'ce samedi',
    'samedi prochain',
    'saturday',
    'next Saturday',
  ])
    assert.equal(read(said), saturday, said)
  assert.equal(read('samedi', saturday), saturday)
  assert.equal(read('samedi prochain', saturday), '2026-12-12')
  assert.equal(read('samedi en huit'), '2026-12-12')
  assert.equal(read('samedi en quinze'), '2026-12-19')
  assert.equal(refusal(field, 'samedi'), 'notADay')
  for (const said of ['samedi 12', 'le samedi 12', 'Samedi 12', 'Saturday 12th'])
    assert.equal(read(said), '2026-12-12', said)
  assert.equal(read('mercredi 2'), wednesday, 'today')
  assert.equal(read('mardi 12'), '2027-01-12', 'no other 12 comes before')
  assert.equal(read('vendredi 1er'), '2027-01-01')
  for (const said of ['samedi 13', 'mardi 31', 'lundi 32', 'sam12', 'samedi 12 et 13'])
    assert.equal(read(said), undefined, said)
  assert.equal(refusal(field, 'samedi 13', { today: wednesday }), 'otherWeekday')
  assert.equal(refusal(field, 'sam12', { today: wednesday }), 'notADay')
})

test('Times are read as people type them', () => {
  const field: Field = { kind: 'time' }
  for (const [said, read] of [
    ['14h30', '14:30'],
    ['14 h', '14:00'],
    ['8 h 05', '08:05'],
    ['9:00', '09:00'],
    ['14:30:00', '14:30'],
    ['2:30 pm', '14:30'],
    ['12 am', '00:00'],
    ['midi', '12:00'],
    ['14\u00a0h\u00a030', '14:30'],
  ] as const)
    assert.equal(value(field, said), read, said)
  for (const said of ['25h', '14:60', 'après-midi', '14', '13 pm'])
    assert.equal(refusal(field, said), 'notATime', said)
})

test('Money is whole cents, with the comma or the point', () => {
  const field: Field = { kind: 'money' }
  for (const [said, cents] of [
    ['3,50 €', 350],
    ['3.5', 350],
    ['1 234,05', 123405],
    ['12 euros', 1200],
    ['0,07', 7],
    ['1,', 100],
  ] as const)
    assert.equal(value(field, said), cents, said)
  for (const said of ['3,505', 'gratuit', '1.234,50', '1e9'])
    assert.equal(refusal(field, said), 'notMoney', said)
})

test('Telephones are written one way', () => {
  const field: Field = { kind: 'phone' }
  for (const [said, read] of [
    ['0477240000', '04 77 24 00 00'],
    ['+33 (0)4 77 24 00 00', '04 77 24 00 00'],
    ['04.77.24.00.00', '04 77 24 00 00'],
    ['0041 22 345 67 89', '+41 22 345 67 89'],
    ['3949', '3949'],
  ] as const)
    assert.equal(value(field, said), read, said)
  for (const said of ['04 77 24', 'chez Paul', '00', '04 77 24 00 00 00'])
    assert.equal(refusal(field, said), 'notAPhone', said)
})

test('Web addresses take https when they have no scheme, and nothing but web pages', () => {
  const field: Field = { kind: 'url' }
  assert.equal(value(field, 'exemple.fr/page'), 'https://exemple.fr/page')
  assert.equal(value(field, 'http://exemple.fr'), 'http://exemple.fr')
  for (const said of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://exemple.fr',
    'pas une adresse',
    'https://moi:secret@exemple.fr',
    'exemple',
  ])
    assert.equal(refusal(field, said), 'notAnAddress', said)
})

test(
  'A commune is known by its code or its name, whatever its accents, and a name shared by two ' +
    'is asked again',
  () => {
    const field: Field = { kind: 'commune' }
    const communes = [
      { value: '42019', label: 'Boën-sur-Lignon' },
      { value: '42230', label: 'Saint-Georges-en-Couzan' },
      { value: '01001', label: 'Sail' },
      { value: '02002', label: 'Sail' },
    ]
    const o: ReadOf = { choices: () => communes }
    for (const said of ['42019', 'boen sur lignon', 'BOËN-SUR-LIGNON', 'Boën-sur-Lignon (42019)'])
      assert.equal(value(field, said, o), '42019', said)
    assert.equal(value(field, 'St Georges en Couzan', o), '42230')
    assert.equal(refusal(field, 'Sail', o), 'twoCommunes')
    const told: ReadOf = {
      choices: () => [
        { value: '42039', label: 'Chalmazel', also: ['42920', 'Jeansagnière'] },
        { value: '42195', label: 'Sail', also: ['42890'] },
        { value: '42313', label: 'Trelins', also: ['42130', '42890', 'Sail'] },
      ],
    }
    for (const said of ['42920', 'jeansagniere', 'Chalmazel'])
      assert.equal(value(field, said, told), '42039', said)
    assert.equal(value(field, 'Sail', told), '42195', 'a name of today comes first')
    assert.equal(refusal(field, '42890', told), 'twoCommunes')
    assert.deepEqual(reading(field, { it: 'Nulle-Part' }, o).refusals, [
      { field: 'it', code: 'noSuchCommune', more: 'Nulle-Part' },
    ])
  },
)

test('Lone surrogates are sent back; control and direction characters are taken out', () => {
  const field: Field = { kind: 'text' }
  assert.equal(refusal(field, 'bois \ud800 sec'), 'brokenText')
  assert.equal(value(field, 'bo\u0000is\u202e sec\u0007'), 'bois sec')
  assert.equal(value(field, '  deux\r\nlignes\tici  '), 'deux lignes ici')
  assert.equal(value(field, 'e\u0301cole'), 'école')
  assert.equal(value({ kind: 'prose' }, '\r\n  un\r\n\r\ndeux \r\n'), '  un\n\ndeux')
})

test(
  'Too long, unknown choice, emptied and missing fields are said, each with its field, all at ' +
    'once',
  () => {
    const type = recordType({
      name: 'x',
      title: 'title',
      fields: {
        title: { kind: 'text', required: true, longest: 5 },
        kind: { kind: 'choice', choices: ['a'] },
        on: { kind: 'period' },
        hidden: { kind: 'text', unasked: true },
      },
    })
    assert.deepEqual(
      readForm(type, {
        title: 'beaucoup',
        kind: 'z',
        'on.from': '2026-12-05',
        'on.to': '2026-12-01',
        hidden: 'x',
      }),
      {
        refusals: [
          { field: 'title', code: 'tooLong', more: '5' },
          { field: 'kind', code: 'notAChoice' },
          { field: 'on', code: 'endBeforeStart' },
        ],
      },
    )
    assert.deepEqual(readForm(type, {}), { refusals: [{ field: 'title', code: 'missing' }] })
    assert.deepEqual(readForm(type, {}, { whole: false }), { fields: {} })
    assert.deepEqual(readForm(type, { title: ' ' }, { whole: false }), {
      refusals: [{ field: 'title', code: 'missing' }],
    })
    assert.deepEqual(readForm(type, { title: 'bois', kind: '', hidden: 'x' }), {
      fields: { title: 'bois', kind: null },
    })
    assert.deepEqual(readForm(type, { title: 'bois', __proto__: 'x', constructor: 'y' }), {
      fields: { title: 'bois' },
    })
  },
)

test('an end before its start is refused, for days and for times', () => {
  const type = recordType({
    name: 'x',
    title: 'title',
    spans: [{ from: 'first', to: 'last', fromAt: 'starts', toAt: 'ends' }],
    fields: {
      title: { kind: 'text' },
      first: { kind: 'day' },
      last: { kind: 'day' },
      starts: { kind: 'time' },
      ends: { kind: 'time' },
    },
  })
  const wrong = (first: string, last: string, starts = '', ends = '') => {
    const done = readForm(type, { first, last, starts, ends })
    return 'refusals' in done ? done.refusals.map(one => `${one.field} ${one.code}`) : []
  }
  assert.deepEqual(wrong('2026-12-05', '2026-12-01'), ['last endBeforeStart'])
  assert.deepEqual(wrong('2026-12-05', '', '14:00', '13:00'), ['ends endBeforeStart'])
  assert.deepEqual(wrong('2026-12-05', '2026-12-05', '14:00', '13:00'), ['ends endBeforeStart'])
  assert.deepEqual(
    wrong('2026-12-05', '2026-12-06', '14:00', '13:00'),
    [],
    'it ends on the day after',
  )
  assert.deepEqual(wrong('2026-12-05', '', '21:00', '02:00'), [], 'a ball goes into the night')
  assert.deepEqual(wrong('2026-12-05', '', '14:00', '14:00'), [])
  assert.deepEqual(wrong('2026-12-05', ''), [])
  assert.deepEqual(wrong('', '2026-12-05', '', '13:00'), [])
})

test('a first day outside its repetition is refused, with the first day inside it', () => {
  const type = recordType({
    name: 'x',
    title: 'title',
    spans: [{ from: 'first', to: 'last', recurs: 'recurs' }],
    fields: {
      title: { kind: 'text' },
      first: { kind: 'day' },
      last: { kind: 'day' },
      recurs: { kind: 'recurrence' },
    },
  })
  const wrong = (first: string, recurs: string) => {
    const done = readForm(type, { first, recurs: 'own', 'recurs.own': recurs })
    return 'refusals' in done ? done.refusals : []
  }
  const refused = (more: string) => [{ field: 'first', code: 'notOneOfItsDays', more }]
  assert.deepEqual(wrong('2026-12-01', 'le premier lundi du mois'), refused('2026-12-07'))
  assert.deepEqual(wrong('2026-12-01', 'tous les jeudis'), refused('2026-12-03'))
  assert.deepEqual(wrong('2026-12-07', 'le premier lundi du mois'), [])
  assert.deepEqual(wrong('2026-12-01', 'FREQ=WEEKLY'), [])
  assert.deepEqual(wrong('2026-12-01', ''), [])
  for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=WEEKLY;UNTIL=20261130'])
    assert.deepEqual(wrong('2026-12-01', rule), [{ field: 'recurs', code: 'neverRecurs' }], rule)
})

test('an unticked checkbox means no only when it was on the page', () => {
  assert.deepEqual(reading({ kind: 'yesNo' }, {}), { fields: {} })
  assert.deepEqual(reading({ kind: 'yesNo' }, { asked: 'it' }), { fields: { it: false } })
  assert.deepEqual(reading({ kind: 'themes' }, { asked: ['other', 'it'] }), {
    fields: { it: null },
  })
})

test('A form can keep the files that its record had, and can’t name another', () => {
  assert.equal(
    reading({ kind: 'files' }, { 'it.kept': 'c'.repeat(64) }, { kept: () => FILES }).refusals?.[0]
      ?.code,
    'unknownFile',
  )
  assert.deepEqual(
    reading({ kind: 'files' }, { 'it.kept': 'b'.repeat(64) }, { kept: () => FILES }).fields,
    { it: [FILES[1]] },
  )
  const both = { 'it.kept': FILES.map(file => file.hash) }
  assert.equal(
    reading({ kind: 'files', most: 1 }, both, { kept: () => FILES }).refusals?.[0]?.code,
    'tooManyFiles',
  )
  assert.deepEqual(
    reading({ kind: 'files', most: 2 }, both, { kept: () => FILES, files: () => FILES }).fields,
    { it: FILES },
    'the same photo sent again is there once',
  )
})

test('Opening hours are kept in the grammar’s own spelling, and what is not one is sent back', () => {
  const field: Field = { kind: 'hours' }
  assert.equal(value(field, 'lundi 9h-12h'), 'Mo 09:00-12:00')
  assert.equal(refusal(field, 'quand on peut'), 'notHours')
  const part = (text: string) => reading(field, { it: text }).refusals?.[0]
  assert.equal(part('mercredi 17h-19h et samedi matin')?.code, 'notTheseHours')
  assert.equal(part('mercredi 17h-19h et samedi matin')?.more, 'samedi matin')
  assert.equal(
    part('lundi et mardi 9h-12h, jeudi 14h-16h, puis quand on peut')?.more,
    'quand on peut',
  )
  const many = (pieces: number) => part(`lundi 9h-12h${', quand on peut'.repeat(pieces)}`)?.code
  assert.deepEqual([many(6), many(7)], ['notTheseHours', 'notHours'])
})

test('A repetition that is written is never dropped', () => {
  const field: Field = { kind: 'recurrence' }
  const THURSDAYS = 'FREQ=WEEKLY;BYDAY=TH'
  const both = (it: string, own: string) => reading(field, { it, 'it.own': own })
  assert.deepEqual(
    both('', 'tous les jeudis').fields,
    { it: THURSDAYS },
    'the list was left as it was',
  )
  assert.deepEqual(both(THURSDAYS, 'tous les jeudis').fields, { it: THURSDAYS }, 'twice the same')
  assert.equal(
    both('FREQ=WEEKLY;BYDAY=SA', 'tous les jeudis').refusals?.[0]?.code,
    'twoRecurrences',
  )
  assert.deepEqual(
    both('never', 'tous les jeudis').fields,
    { it: null },
    'somebody chose that it repeats no more',
  )
  assert.equal(both('', 'sauf pendant les vacances').refusals?.[0]?.code, 'notARecurrence')
  const except = (it: string, own: string) => both(it, own).refusals?.[0]?.code
  assert.equal(except('', 'tous les vendredis, sauf le 25 décembre'), 'recursExcept')
  assert.equal(except('', 'tous les vendredis excepté Noël'), 'recursExcept')
  assert.equal(except(THURSDAYS, 'sauf le 24 décembre'), 'recursExcept')
  assert.equal(except('', 'à l’occasion, sauf le 24 décembre'), 'notARecurrence')
})

test('A repetition has one end, written or in the box of the last day', () => {
  const field: Field = { kind: 'recurrence' }
  const ended = (it: string, own: string, until: string) =>
    reading(field, { it, 'it.own': own, 'it.until': until })
  const TO_JUNE = { it: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270624' }
  assert.deepEqual(ended('own', 'tous les jeudis', '2027-06-24').fields, TO_JUNE)
  const twice = ended('own', 'tous les jeudis, jusqu’au 24 juin 2027', '2027-06-24')
  assert.deepEqual(twice.fields, TO_JUNE, 'twice the same')
  for (const own of ['tous les jeudis, jusqu’au 1er juin 2027', 'tous les jeudis, dix fois'])
    assert.equal(ended('own', own, '2027-06-24').refusals?.[0]?.code, 'twoEnds', own)
  assert.deepEqual(
    ended('never', '', '2027-06-24').fields,
    { it: null },
    'the box still has the last day of what repeats no more',
  )
  assert.equal(ended('', '', '2027-06-24').refusals?.[0]?.code, 'missing')
})

test('A repetition is a rule of the calendar, chosen or written', () => {
  const field: Field = { kind: 'recurrence' }
  assert.equal(value(field, 'FREQ=WEEKLY;BYDAY=SA'), 'FREQ=WEEKLY;BYDAY=SA')
  assert.deepEqual(reading(field, { it: 'own', 'it.own': 'rrule:freq=monthly;byday=1sa' }).fields, {
    it: 'FREQ=MONTHLY;BYDAY=1SA',
  })
  assert.deepEqual(reading(field, { it: 'own', 'it.own': 'tous les jeudis' }).fields, {
    it: 'FREQ=WEEKLY;BYDAY=TH',
  })
  for (const said of ['lundi matin', 'FREQ=', 'FREQ=SOMETIMES', 'BYDAY=SA'])
    assert.equal(refusal(field, said), 'notARecurrence', said)
})

test('a name without a visible character is empty', () => {
  for (const text of ['\u200b\u200b', '\u202e', '\u2060 \u00ad', '\u00a0', '\u0301'])
    assert.equal(refusal({ kind: 'text', required: true }, text), 'missing', JSON.stringify(text))
  assert.equal(value({ kind: 'text' }, '👩‍🌾'), '👩‍🌾')
})

test('a character that nobody sees is not kept inside of a word', () => {
  for (const text of [
    'vo\u200bisin',
    'vo\u00adisin',
    'vo\u200disin',
    'voi\u2060sin',
    'vois\u200cin',
  ])
    assert.equal(value({ kind: 'text' }, text), 'voisin', JSON.stringify(text))
  assert.equal(value({ kind: 'text' }, 'می\u200cخواهم'), 'می\u200cخواهم')
})

test('a number is read in words too', () => {
  for (const [text, number] of [
    ...([
      ['cinq', 5],
      ['Cinq', 5],
      ['vingt-cinq', 25],
      ['quatre-vingts', 80],
    ] as const),
    ...([
      ['five', 5],
      ['twelve', 12],
    ] as const),
  ] as const)
    assert.equal(value({ kind: 'number', unit: 'persons' }, text), number, text)
  for (const text of ['beaucoup', 'cinq ou six', 'cinq cinq', 'et', '—'])
    assert.equal(refusal({ kind: 'number', unit: 'persons' }, text), 'notANumber', text)
})

test('persons, machines and things are counted one by one', () => {
  for (const text of ['-2', '2,5']) {
    for (const unit of ['persons', 'posts', 'things'])
      assert.equal(refusal({ kind: 'number', unit }, text), 'notANumber')
    assert.equal(value({ kind: 'number', unit: 'kg' }, text), Number(text.replace(',', '.')))
  }
  for (const unit of ['persons', 'posts', 'things'])
    assert.equal(value({ kind: 'number', unit }, '12'), 12)
})

test('a number below the least or above the most of its field is refused with both', () => {
  const days: Field = { kind: 'number', within: { least: 1, most: 31, whole: true } }
  const price: Field = { kind: 'money', within: { least: 0, most: 10_050 } }
  const refused = (field: Field, text: string) => reading(field, { it: text }).refusals
  assert.equal(value(days, '31'), 31)
  assert.equal(value(price, '100,50'), 10_050)
  const code = { field: 'it', code: 'notWholeWithin', more: '1 31' }
  for (const text of ['0', '32', '2,5', '-1']) assert.deepEqual(refused(days, text), [code])
  assert.deepEqual(refused({ kind: 'number', within: { least: 0.25, most: 24 } }, '0'), [
    { field: 'it', code: 'notWithin', more: '0.25 24' },
  ])
  // A sum is said as it is typed.
  for (const text of ['-0,01', '100,51'])
    assert.deepEqual(refused(price, text), [
      { field: 'it', code: 'notMoneyWithin', more: '0 100.5' },
    ])
})
