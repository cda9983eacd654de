import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import { spentMs } from '../../../tests/support/spent.ts'
import {
  momentOf,
  normalRecurrence,
  occurrences,
  recurrenceFault,
  recurrenceForForm,
  sayRecurrence,
  untilDay,
  untilOf,
} from './recurrence.ts'
import { typedRests } from './typed-fr.ts'

const said = (rule: string, startsOn?: string): string =>
  sayRecurrence(rule, 'fr', startsOn).replace(/[\u00a0\u202f]/g, ' ')
const from25Nov = (recurs: string, from: string, to: string, limit = 100) =>
  occurrences({ startsOn: '2026-11-25', recurs }, from, to, limit)

test('the days of a rule between two days, both included', () => {
  assert.deepEqual(from25Nov('FREQ=WEEKLY;BYDAY=WE', '2026-11-25', '2026-12-09'), [
    '2026-11-25',
    '2026-12-02',
    '2026-12-09',
  ])
  assert.deepEqual(from25Nov('FREQ=MONTHLY;BYDAY=1SA', '2026-12-01', '2027-02-28'), [
    '2026-12-05',
    '2027-01-02',
    '2027-02-06',
  ])
  assert.deepEqual(from25Nov('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-12-01', '2026-12-31'), [
    '2026-12-07',
    '2026-12-21',
  ])
  assert.deepEqual(from25Nov('FREQ=WEEKLY;UNTIL=20261202T225959Z', '2026-01-01', '2027-12-31'), [
    '2026-11-25',
    '2026-12-02',
  ])
  assert.deepEqual(from25Nov('FREQ=DAILY;COUNT=3', '2026-11-26', '2026-12-31'), [
    '2026-11-26',
    '2026-11-27',
  ])
  assert.equal(from25Nov('FREQ=DAILY', '2026-11-25', '2027-11-25', 5).length, 5)
})

test('without a rule, or with one that is not sound, an event is its own day', () => {
  for (const recurs of [
    null,
    '',
    'FREQ=SECONDLY',
    'chaque mercredi',
    'FREQ=DAILY;COUNT=1000000000',
  ])
    assert.deepEqual(
      occurrences({ startsOn: '2026-11-25', recurs }, '2026-11-01', '2026-11-30', 10),
      ['2026-11-25'],
      String(recurs),
    )
  assert.deepEqual(occurrences({ startsOn: '2026-11-25' }, '2026-12-01', '2026-12-31', 10), [])
  assert.deepEqual(
    occurrences({ startsOn: '2026-02-31', recurs: 'FREQ=DAILY' }, '2026-01-01', '2026-12-31', 10),
    [],
  )
})

test('a rule that would never end is refused or bounded, quickly', () => {
  const started = spentMs()
  for (const [rule, fault] of [
    ['FREQ=SECONDLY', 'too-often'],
    ['FREQ=DAILY;BYHOUR=0,1,2', 'too-often'],
    ['FREQ=DAILY;COUNT=1000000000', 'too-many'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never'],
    ['FREQ=DAILY;INTERVAL=99999999', 'not-understood'],
    ['FREQ=WEEKLY;BYDAY=ZZ', 'not-understood'],
    ['FREQ=WEEKLY\nDTSTART:20200101', 'not-understood'],
    ['FREQ=WEEKLY;__proto__=1', 'not-understood'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'not-understood'],
    ['INTERVAL=2', 'not-understood'],
    [' ', 'empty'],
    [`FREQ=WEEKLY;BYDAY=${'MO,'.repeat(200)}MO`, 'too-long'],
    ['FREQ=WEEKLY;BYDAY=WE', null],
  ] as const)
    assert.equal(recurrenceFault(rule, '2026-11-25'), fault, rule)
  assert.deepEqual(from25Nov('FREQ=DAILY', '2400-01-01', '2400-01-02'), [
    '2400-01-01',
    '2400-01-02',
  ])
  from25Nov('FREQ=YEARLY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=29', '2026-11-25', '9999-12-31')
  assert.ok(spentMs() - started < 2_000)
})

testEach('days come in order, once, inside what was asked, whatever the rule', () => {
  const some = <T>(values: readonly T[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined })
  const rule = fc
    .tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      some([1, 2, 3, 50]),
      some(['MO', 'WE,FR', '1SA', '-1SU', '5MO']),
      some(['1', '31', '-1', '15,16']),
      some(['2', '6,12']),
      some(['1', '-1']),
      some([1, 10, 5000]),
    )
    .map(([freq, interval, day, monthDay, month, place, count]) =>
      [
        `FREQ=${freq}`,
        interval && `INTERVAL=${interval}`,
        day && `BYDAY=${day}`,
        monthDay && `BYMONTHDAY=${monthDay}`,
        month && `BYMONTH=${month}`,
        place && `BYSETPOS=${place}`,
        count && `COUNT=${count}`,
      ]
        .filter(Boolean)
        .join(';'),
    )
  fc.assert(
    fc.property(rule, recurs => {
      const found = from25Nov(recurs, '2027-01-10', '2027-12-20', 30)
      assert.deepEqual(found, [...new Set(found)].sort(), recurs)
      assert.ok(
        found.length <= 30 && found.every(day => day >= '2027-01-10' && day <= '2027-12-20'),
        recurs,
      )
      assert.ok(sayRecurrence(recurs, 'fr') !== '', recurs)
    }),
    runs(80, 300),
  )
})

test('eighteen hours stay eighteen hours over the time change', () => {
  const wednesdays = occurrences(
    { startsOn: '2026-10-21', recurs: 'FREQ=WEEKLY;BYDAY=WE' },
    '2026-10-21',
    '2026-10-28',
    2,
  )
  const [summer, winter] = wednesdays.map(day => new Date(momentOf(day, '18:00')).toISOString())
  assert.equal(summer, '2026-10-21T16:00:00.000Z')
  assert.equal(winter, '2026-10-28T17:00:00.000Z')
})

test('a time that comes twice in autumn is the first of the two', () => {
  assert.equal(new Date(momentOf('2026-10-25', '02:30')).toISOString(), '2026-10-25T00:30:00.000Z')
})

test('the end of a rule in UTC is its day in the village', () => {
  const thursdays = (until: string) =>
    from25Nov(`FREQ=WEEKLY;BYDAY=TH;UNTIL=${until}`, '2027-06-17', '2027-07-01', 9)
  assert.deepEqual(thursdays('20270623T215959Z'), ['2027-06-17'])
  assert.deepEqual(thursdays('20270623T220000Z'), ['2027-06-17', '2027-06-24'])
  assert.deepEqual(thursdays('20270624T160000Z'), ['2027-06-17', '2027-06-24'])
  assert.deepEqual(thursdays('20270623T220000'), ['2027-06-17'])
})

test('an end that the calendar does not have is refused, and the event keeps its first day', () => {
  for (const until of ['20270231', '20279999', '20270101T250000', '20270101T996199Z']) {
    const rule = `FREQ=DAILY;UNTIL=${until}`
    assert.equal(recurrenceFault(rule), 'not-understood', until)
    assert.deepEqual(from25Nov(rule, '2026-11-01', '2027-12-31', 9), ['2026-11-25'], until)
  }
})

test('a recurrence is said as in the village', () => {
  for (const [rule, french] of [
    ['FREQ=WEEKLY;BYDAY=WE', 'chaque mercredi'],
    ['FREQ=WEEKLY;BYDAY=TU,FR', 'chaque mardi et vendredi'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'du lundi au vendredi'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'un lundi sur deux'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH', 'le lundi et le jeudi, une semaine sur trois'],
    ['FREQ=MONTHLY;BYDAY=1SA', 'le premier samedi du mois'],
    ['FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1', 'le dernier samedi du mois'],
    ['FREQ=MONTHLY;BYDAY=1TH,3TH', 'le premier et le troisième jeudi du mois'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'le 1er du mois'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU', 'le deuxième mardi du mois, un mois sur deux'],
    ['FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14', 'chaque année, le 14 juillet'],
    ['FREQ=YEARLY;BYMONTH=8;BYDAY=1SU', 'chaque année, le premier dimanche d’août'],
    ['FREQ=DAILY;COUNT=10', 'chaque jour, dix fois'],
    ['FREQ=WEEKLY;BYDAY=WE;UNTIL=20270624', 'chaque mercredi, jusqu’au 24 juin 2027'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'chaque mois, voir les jours dans l’agenda'],
    ['FREQ=DAILY;BYDAY=MO', 'chaque jour, voir les jours dans l’agenda'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'chaque mois, voir les jours dans l’agenda'],
    ['FREQ=YEARLY;BYSETPOS=1', 'chaque année, voir les jours dans l’agenda'],
    ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270623T220000Z', 'chaque jeudi, jusqu’au 24 juin 2027'],
    ['tous les mardis', 'tous les mardis'],
  ] as const)
    assert.equal(said(rule), french)
  assert.equal(said('FREQ=WEEKLY', '2026-11-25'), 'chaque mercredi')
  assert.equal(said('FREQ=WEEKLY;INTERVAL=2', '2026-11-25'), 'un mercredi sur deux')
  assert.equal(sayRecurrence('FREQ=MONTHLY;BYDAY=1SA', 'en'), 'the first Saturday of the month')
  assert.equal(sayRecurrence('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'en'), 'every other Monday')
})

test(
  'a recurrence typed in plain French is a rule, shown in French, and typed back as the same ' +
    'rule',
  () => {
    for (const [typed, rule] of [
      ['tous les jeudis', 'FREQ=WEEKLY;BYDAY=TH'],
      ['Le 1er samedi du mois', 'FREQ=MONTHLY;BYDAY=1SA'],
      ['chaque premier samedi', 'FREQ=MONTHLY;BYDAY=1SA'],
      ['tous les derniers vendredis du mois', 'FREQ=MONTHLY;BYDAY=-1FR'],
      ['le premier et le 3e samedi du mois', 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
      ['lundi, mardi et jeudi', 'FREQ=WEEKLY;BYDAY=MO,TU,TH'],
      ['un lundi sur deux', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
      ['tous les 15 jours', 'FREQ=WEEKLY;INTERVAL=2'],
      ['tous les jours', 'FREQ=DAILY'],
      ['le 15 du mois', 'FREQ=MONTHLY;BYMONTHDAY=15'],
      ['tous les trois mois', 'FREQ=MONTHLY;INTERVAL=3'],
      ['chaque année', 'FREQ=YEARLY'],
      ['du lundi au vendredi', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
      ['du samedi au lundi', 'FREQ=WEEKLY;BYDAY=SA,SU,MO'],
      ['les lundis et les sam.', 'FREQ=WEEKLY;BYDAY=MO,SA'],
      [
        'le dernier vendredi du mois, jusqu’au 24 juin 2027',
        'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270624',
      ],
      ['tous les jeudis, dix fois', 'FREQ=WEEKLY;BYDAY=TH;COUNT=10'],
      ['chaque jour, 12 fois', 'FREQ=DAILY;COUNT=12'],
      ['rrule:freq=weekly; byday=sa', 'FREQ=WEEKLY;BYDAY=SA'],
      [' RRULE:FREQ=WEEKLY;BYDAY=SA', 'FREQ=WEEKLY;BYDAY=SA'],
      ['RRULE:RRULE:FREQ=WEEKLY;BYDAY=SA', 'FREQ=WEEKLY;BYDAY=SA'],
    ] as const) {
      assert.equal(normalRecurrence(typed), rule, typed)
      const shown = recurrenceForForm(rule, 'fr')
      assert.equal(shown, sayRecurrence(rule, 'fr'), typed)
      assert.equal(normalRecurrence(shown), rule, shown)
    }
    for (const typed of [
      '',
      'le jeudi matin',
      'tous les',
      'le 1er samedi du moi',
      'jusqu’au 3 juin 2027',
      'un lundi sur zéro',
      'un lundi sur 0',
      'tous les 0 jours',
      'toutes les 00 semaines',
      'le 32 du mois',
      'tous les mars',
      'lundi et mars',
      'du mars au jeudi',
      'chaque __proto__',
    ])
      assert.equal(normalRecurrence(typed), undefined, typed)
    assert.equal(
      recurrenceForForm('FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1', 'fr'),
      'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1',
    )
  },
)

test('an end without its year is the next one, and a month ends on its last day', () => {
  const ends = (typed: string) => normalRecurrence(typed, '2026-12-05')?.split('UNTIL=')[1]
  assert.equal(ends('tous les jeudis jusqu’en juin'), '20270630')
  assert.equal(ends('le mercredi, jusqu’à fin février'), '20270228')
  assert.equal(ends('le mercredi jusqu’à la fin du mois de décembre'), '20261231')
  assert.equal(ends('tous les jeudis jusqu’au 4 décembre'), '20271204')
  assert.equal(ends('tous les jeudis jusqu’en juin 2028'), '20280630')
  assert.equal(ends('tous les jeudis jusqu’au 31 juin'), undefined)
  assert.equal(normalRecurrence('tous les jeudis jusqu’en juin'), undefined)
})

test('a repetition between two months ends with the second one, after the first', () => {
  const until = (typed: string, from?: string) => normalRecurrence(typed, from)?.split('UNTIL=')[1]
  const first = 'le premier samedi du mois, de janvier à juin'
  const rule = 'FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270630'
  for (const from of ['2026-12-02', '2027-01-02', '2027-06-30', '2026-07-01'])
    assert.equal(normalRecurrence(first, from), rule, from)
  const year = 'tous les jeudis de septembre à juin'
  assert.equal(until(year, '2026-12-03'), '20270630')
  assert.equal(until(year, '2027-06-03'), '20270630')
  assert.equal(until(year, '2027-07-03'), '20280630')
  assert.equal(until('tous les jeudis d’avril à juin 2028', '2026-12-03'), '20280630')
  assert.equal(normalRecurrence(first), undefined)
})

test('the days on which a repetition rests are taken out of it', () => {
  for (const [typed, rule, publicHolidays, schoolHolidays] of [
    ['tous les jeudis sauf pendant les vacances', 'tous les jeudis', false, true],
    ['le mardi, hors vacances scolaires', 'le mardi', false, true],
    ['chaque lundi sauf les jours fériés', 'chaque lundi', true, false],
    ['le lundi (sauf vacances et fériés)', 'le lundi', true, true],
    ['le jeudi sauf pendant les vacances, jusqu’en juin', "le jeudi jusqu'en juin", false, true],
  ] as const)
    assert.deepEqual(typedRests(typed), { rule, publicHolidays, schoolHolidays }, typed)
  for (const typed of ['tous les jeudis', 'le jeudi sauf le 24 décembre', 'sauf les'])
    assert.equal(typedRests(typed), undefined, typed)
})

test('a rule is told apart from its last day, and put together again', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630'
  assert.deepEqual(untilOf(rule), { rhythm: 'FREQ=WEEKLY;BYDAY=TH', until: '2027-06-30' })
  assert.equal(untilDay('FREQ=WEEKLY;BYDAY=TH', '2027-06-30'), rule)
  assert.equal(untilDay('FREQ=WEEKLY;COUNT=3', '2027-06-30'), 'FREQ=WEEKLY;UNTIL=20270630')
  assert.deepEqual(untilOf('FREQ=DAILY;COUNT=3'), { rhythm: 'FREQ=DAILY;COUNT=3' })
})
