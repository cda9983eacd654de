import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import { spentMs } from '../../../tests/support/spent.ts'
import type { DaysOffHere } from './days-off.ts'
import {
  hoursKnownTo,
  hoursToMend,
  localMoment,
  normalHours,
  openAt,
  opensNext,
  openUntil,
  sayHours,
} from './hours.ts'

/** What a person sees, with ordinary spaces. */
const said = (osm: string, lang: 'fr' | 'en' = 'fr'): string =>
  sayHours(osm, lang).replace(/[\u00a0\u202f]/g, ' ')
const SCHEMA_EXAMPLE = 'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00'

test('hours are said as a neighbour says them', () => {
  for (const [osm, french] of [
    [
      SCHEMA_EXAMPLE,
      'du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h 30 ; le samedi, de 8 h 30 à 12 h',
    ],
    ['We 17:00-19:00', 'le mercredi, de 17 h à 19 h'],
    ['24/7', 'jour et nuit, tous les jours'],
    [
      'PH off; Sa[1] 14:00-17:00',
      'fermé les jours fériés ; le premier samedi du mois, de 14 h à 17 h',
    ],
    ['Apr-Oct Mo,We 10:00+', 'd’avril à octobre, le lundi et le mercredi, à partir de 10 h'],
    ['Aug 1-15 off', 'fermé du 1er août au 15 août'],
    ['Mo 22:00-24:00', 'le lundi, de 22 h à minuit'],
    [
      'Tu 10:00-12:00 || "sur rendez-vous; sonner"',
      'le mardi, de 10 h à 12 h ; sinon, « sur rendez-vous; sonner »',
    ],
    ['Mo 10:00-12:00 unknown', 'le lundi, de 10 h à 12 h, à confirmer'],
  ] as const)
    assert.equal(said(osm), french)
  assert.equal(
    said(SCHEMA_EXAMPLE, 'en'),
    'Monday to Friday, 9:00 to 12:00 and 14:00 to 18:30; Saturday, 8:30 to 12:00',
  )
  assert.match(
    sayHours('We 17:00-19:00', 'fr'),
    /17\u00a0h/,
    'an hour is never cut at the end of a line',
  )
})

test('the package says hours that our words do not cover', () => {
  assert.equal(said('2030 Mo-Fr 10:00-12:00'), '2030 lun.-ven. 10:00-12:00')
})

test('hours typed in French become the grammar', () => {
  for (const [typed, osm] of [
    ['lundi 9h-12h', 'Mo 09:00-12:00'],
    ['du lundi au vendredi de 9h à 12h et de 14h à 18h30', 'Mo-Fr 09:00-12:00,14:00-18:30'],
    ['du mardi au samedi, de 9\u00a0h à 12\u00a0h', 'Tu-Sa 09:00-12:00'],
    ['lundi et mercredi 9h-12h, samedi 10h-11h', 'Mo,We 09:00-12:00; Sa 10:00-11:00'],
    ['lundi 14h-18h, jeudi 9h30-12h', 'Mo 14:00-18:00; Th 09:30-12:00'],
    ['lun-ven 9h-12h ; sam. 20h-minuit', 'Mo-Fr 09:00-12:00; Sa 20:00-24:00'],
    ['le 1er et le 3e samedi du mois de 9h à midi', 'Sa[1,3] 09:00-12:00'],
    ['fermé les jours fériés ; les mardis à partir de 10h', 'PH off; Tu 10:00+'],
    ['du lundi au samedi de 9h à 12h, pas les jours fériés', 'Mo-Sa 09:00-12:00; PH off'],
    ['tous les jours 8h-20h sauf jours fériés', 'Mo-Su 08:00-20:00; PH off'],
    ['lundi 9h-12h, lundi 14h-16h', 'Mo 09:00-12:00, Mo 14:00-16:00'],
    ['jour et nuit', '24/7'],
    ['tous les jours de 8h à midi', 'Mo-Su 08:00-12:00'],
    ['lu-ve 9h-12h 14h-17h30, sa 9h-12h', 'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00'],
    ['le mercredi de 14 h à 18 h', 'We 14:00-18:00'],
    ['tous les jours sauf le dimanche, de 9h à 12h', 'Mo-Sa 09:00-12:00'],
    ['tous les jours sauf mercredi 9h-12h', 'Th-Tu 09:00-12:00'],
    ['mar 9h-12h, les mardis 14h-18h', 'Tu 09:00-12:00, Tu 14:00-18:00'],
    ['du samedi au lundi 9h-12h', 'Sa-Mo 09:00-12:00'],
    ['mars lundi 14h-18h', 'Mar Mo 14:00-18:00'],
  ] as const)
    assert.equal(normalHours(typed), osm, typed)
  assert.equal(normalHours('lundi sauf les jours fériés'), undefined)
})

testEach(
  'hours typed in French are shown in French, and what is shown is typed back as the same ' +
    'hours',
  () => {
    const day = fc.constantFrom(
      'lundi',
      'mardi',
      'mercredi',
      'jeudi',
      'vendredi',
      'samedi',
      'dimanche',
    )
    const some = fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map(all => all.join(' et '))
    const days = fc.oneof(
      some,
      fc
        .tuple(day, day)
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => `du ${a} au ${b}`),
      fc
        .tuple(fc.constantFrom('1er', 'deuxième', '3e', 'dernier'), day)
        .map(([nth, one]) => `le ${nth} ${one} du mois`),
      fc.constantFrom('tous les jours', 'les jours fériés', 'en semaine'),
    )
    const time = fc.tuple(fc.nat(5), fc.constantFrom('', '00', '30', '45'))
    const times = fc.tuple(time, time).map(([[a, m], [b, n]]) => `${7 + a}h${m}-${14 + b}h${n}`)
    const clause = fc
      .tuple(days, times, fc.boolean())
      .map(([d, t, off]) => (off && d !== 'tous les jours' ? `fermé ${d}` : `${d} ${t}`))
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 3 }), clauses => {
        const typed = clauses.join(' ; ')
        const hours = normalHours(typed)
        fc.pre(hours !== undefined)
        const shown = hoursToMend(hours, 'fr')
        assert.equal(normalHours(shown), hours, typed)
      }),
      runs(80, 300),
    )
  },
)

test('hours that can be said are mended as they are said, others as they were written', () => {
  for (const hours of [
    SCHEMA_EXAMPLE,
    'We 17:00-19:00',
    'Mo,We 09:00-12:00; Sa[1,3] 10:00-24:00',
    'PH off; Tu 10:00+',
    '24/7',
  ])
    assert.equal(hoursToMend(hours, 'fr'), sayHours(hours, 'fr'), hours)
  assert.equal(hoursToMend('week 1-10 Mo 10:00-12:00', 'fr'), 'week 1-10 Mo 10:00-12:00')
  assert.equal(hoursToMend('Mo 10:00-12:00', 'en'), 'Mo 10:00-12:00')
})

test('faulty hours are refused, and come back as they were written', () => {
  for (const text of ['', ' \u00a0\n', `Mo 09:00-12:00${' '.repeat(487)}`])
    assert.equal(normalHours(text), undefined, `${text.length} signs`)
  for (const text of [
    '<script>',
    'samedi matin',
    'Mo-Fr 25:00-27:00',
    '__proto__',
    '\ud800',
    'Mo 31/02',
  ]) {
    assert.equal(normalHours(text), undefined, text)
    assert.equal(sayHours(text, 'fr'), text)
    assert.equal(openAt(text, '2026-11-25T10:00'), 'unknown')
  }
  assert.equal(normalHours(SCHEMA_EXAMPLE), SCHEMA_EXAMPLE)
})

test('no text makes the functions of hours throw', () => {
  const piece = fc.constantFrom(
    'Mo',
    '-',
    'Fr',
    ' ',
    '09:00',
    '12:00',
    ';',
    ',',
    '"',
    'off',
    'PH',
    '[',
    '1',
    ']',
    '24/7',
    'é',
    '||',
    'h',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      assert.equal(typeof sayHours(text, 'fr'), 'string')
      assert.ok(['open', 'closed', 'unknown'].includes(openAt(text, '2026-11-25T10:00')))
    }),
    { numRuns: 200 },
  )
})

test('open now, until when, and when next, at the moment that is given', () => {
  assert.equal(openAt('We 17:00-19:00', '2026-11-25T16:59'), 'closed')
  assert.equal(openAt('We 17:00-19:00', '2026-11-25T17:00'), 'open')
  assert.equal(openUntil('We 17:00-19:00', '2026-11-25T17:30'), '2026-11-25T19:00')
  assert.equal(openUntil('We 17:00-19:00', '2026-11-25T19:00'), null)
  assert.equal(opensNext('We 17:00-19:00', '2026-11-25T19:00'), '2026-12-02T17:00')
  assert.equal(openUntil('Mo-Fr 09:00-12:00,12:00-13:00', '2026-11-25T10:30'), '2026-11-25T13:00')
  assert.equal(openUntil('24/7', '2026-11-25T10:30'), null)
  assert.equal(opensNext('off', '2026-11-25T10:30'), null)
  assert.equal(openAt('"sur rendez-vous"', '2026-11-25T10:30'), 'unknown')
  assert.throws(() => openAt('24/7', 'maintenant'), RangeError)
})

test('French holidays are on the box', () => {
  const hours = 'Mo-Su 10:00-12:00; PH off'
  assert.equal(openAt(hours, '2027-07-13T10:30'), 'open')
  assert.equal(openAt(hours, '2027-07-14T10:30'), 'closed')
  assert.equal(openAt(hours, '2027-03-29T10:30'), 'closed', 'Easter Monday')
})

test('the zone of the machine changes nothing', () => {
  const zone = process.env['TZ']
  const seen = ['America/New_York', 'Europe/Paris', 'Pacific/Auckland'].map(name => {
    process.env['TZ'] = name
    return [
      openAt('Su 01:00-04:00', '2026-10-25T02:30'),
      openUntil('We 17:00-19:00', '2026-11-25T17:30'),
      opensNext('Mo 08:00-09:00', '2027-03-27T10:00'),
    ]
  })
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  assert.deepEqual(seen, Array(3).fill(['open', '2026-11-25T19:00', '2027-03-29T08:00']))
})

test('the village’s clock is that of Paris, summer and winter', () => {
  assert.equal(localMoment(Date.UTC(2026, 10, 25, 16, 30, 59)), '2026-11-25T17:30')
  assert.equal(localMoment(Date.UTC(2026, 6, 14, 22, 5)), '2026-07-15T00:05')
})

test('asking again costs far less than parsing', () => {
  const started = spentMs()
  for (let i = 0; i < 1_000; i++) openAt(SCHEMA_EXAMPLE, '2026-11-25T10:30')
  const thousand = spentMs() - started
  assert.ok(thousand < 400, `${thousand} ms for a thousand: parsing each time would take some 500`)
})

test('hours have the holidays of events, and say when they are not known', () => {
  const zone = { zone: 'A' } as const
  const state = (osm: string, day: string, here: DaysOffHere = zone) =>
    openAt(osm, `${day}T10:30`, here)
  const term = 'Mo-Fr 10:00-12:00; SH off'
  assert.equal(state(term, '2026-12-18'), 'open')
  assert.equal(state(term, '2026-12-21'), 'closed')
  // The long week-end of Ascension, which the package lacks, and the Saturday of a first day.
  assert.equal(state(term, '2026-05-15'), 'closed')
  assert.equal(state('SH 10:00-12:00', '2026-12-19'), 'open')
  assert.equal(state('SH Mo-Fr 10:00-12:00', '2026-12-19'), 'closed')
  assert.equal(state('SH Mo-Fr 10:00-12:00', '2026-12-21'), 'open')
  assert.equal(state('Sa,PH 10:00-12:00', '2026-11-11'), 'open')
  assert.equal(state('Mo-Su 10:00-12:00; PH off', '2026-11-11'), 'closed')
  assert.equal(state(term, '2027-02-16', { zone: 'B' }), 'open')
  assert.equal(state(term, '2027-02-16'), 'closed')
  const feast = { zone: 'B', alsaceMoselle: true } as const
  assert.equal(state('Mo-Su 10:00-12:00; PH off', '2026-12-26', feast), 'closed')
  assert.equal(state('Mo-Su 10:00-12:00; PH off', '2026-12-26'), 'open')
})

test('what depends on holidays that are not known is not known', () => {
  const term = 'Mo-Fr 10:00-12:00; SH off'
  const zone = { zone: 'A' } as const
  assert.equal(openAt(term, '2027-09-06T10:30', zone), 'unknown')
  assert.equal(openAt(term, '2027-09-05T10:30', zone), 'closed', 'a Sunday, whatever they are')
  assert.equal(opensNext(term, '2027-09-05T10:30', zone), null)
  assert.equal(openAt(term, '2026-12-18T10:30'), 'unknown', 'a place without a zone')
  assert.equal(hoursKnownTo(term, zone), '2027-07-02')
  assert.equal(hoursKnownTo(term, {}), null)
  assert.equal(hoursKnownTo('Mo-Fr 10:00-12:00; PH off "SH"', zone), undefined)
  assert.equal(opensNext(term, '2026-12-18T13:00', zone), '2027-01-04T10:00')
})
