import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { lacking, recordId } from '../../tests/support/folders.ts'
import { counted, sent, undone, type Village, village } from '../../tests/support/village.ts'

const skip = lacking('event', 'commune')
const day = (n: number): string =>
  new Date(Date.now() + (20 + n) * 86_400_000).toISOString().slice(0, 10)
const bare = (n: number): string => day(n).replaceAll('-', '')
const empty = (t: TestContext): Village =>
  village(t, [
    {
      type: 'commune',
      id: recordId(50),
      fields: { code: '42195', name: 'Sail-sous-Couzan' },
    },
  ])

/** A VEVENT of these lines. */
const vevent = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Loisirs', ...events, 'END:VCALENDAR', ''].join('\r\n')
const once = (uid: string, sequence: number, title: string, at = '180000', ...more: string[]) =>
  vevent(
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${title}`,
    `DTSTART:${bare(0)}T${at}`,
    ...more,
  )
const weekly = (sequence: number, ...more: readonly string[]): string =>
  vevent(
    'UID:chorale',
    `SEQUENCE:${sequence}`,
    'SUMMARY:Chorale',
    `DTSTART:${bare(0)}T180000`,
    'RRULE:FREQ=WEEKLY',
    ...more,
  )
const look = (of: Village, file: string): Promise<string> =>
  sent(of, 'event', 'loisirs.ics', file, { act: 'look' })
const write = (of: Village, file: string): Promise<string> => sent(of, 'event', 'loisirs.ics', file)

type EventFields = Readonly<Record<string, unknown>>
const events = (of: Village): readonly EventFields[] =>
  of.read.all('SELECT * FROM event WHERE removed IS NOT 1 ORDER BY title')
const dates = (of: Village): readonly string[] =>
  of.read
    .all('SELECT * FROM event_date WHERE removed IS NOT 1 ORDER BY day')
    .map(row => `${row['day']} ${row['fate']}`)

test('a calendar that comes again changes its events, and is undone as one', { skip }, async t => {
  const to = empty(t)
  const detail = 'DESCRIPTION:Avec partitions.'
  const first = calendar(once('bal', 1, 'Bal', '180000', detail), once('loto', 1, 'Loto'))
  assert.match(await look(to, first), /2 rendez-vous dans « loisirs\.ics ».*2 nouveaux\./)
  assert.equal(await write(to, first), 'written')
  assert.match(await write(to, first), /2 déjà là\..*Tout est déjà ici/)
  const second = calendar(
    once('bal', 2, 'Grand bal', '203000', 'DESCRIPTION:Sans partitions.'),
    once('loto', 1, 'Loto'),
    once('repas', 0, 'Repas'),
  )
  const said = await look(to, second)
  assert.match(said, /1 nouveau, 1 changé, 1 déjà là\./)
  assert.match(said, /Bal Quoi : Bal → Grand bal Heure : 18 h → 20 h 30/)
  assert.match(said, /Mettre l’agenda à jour/)
  assert.equal(await write(to, second), 'written')
  assert.deepEqual(
    events(to).map(one => [one['title'], one['startsAt'], one['detail']]),
    [
      ['Grand bal', '20:30', 'Sans partitions.'],
      ['Loto', '18:00', null],
      ['Repas', '18:00', null],
    ],
  )
  assert.match(await undone(to), /loisirs\.ics 2 lignes/)
  assert.deepEqual(
    events(to).map(one => [one['title'], one['startsAt'], one['detail']]),
    [
      ['Bal', '18:00', 'Avec partitions.'],
      ['Loto', '18:00', null],
    ],
  )
  assert.match(await look(to, second), /1 nouveau, 1 changé, 1 déjà là\./)
  await undone(to)
  assert.equal(await counted(to, 'event'), 0)
  assert.match(await look(to, second), /3 nouveaux\./)
})

test('what the keeper mended since stays, and the rest follows the calendar', {
  skip,
}, async t => {
  const to = empty(t)
  assert.equal(await write(to, calendar(once('bal', 1, 'Bal'), once('loto', 1, 'Loto'))), 'written')
  const [bal, loto] = events(to)
  to.bring(
    { type: 'event', id: String(bal!['id']), fields: { startsAt: '19:00' } },
    { type: 'event', id: String(loto!['id']), fields: { removed: true } },
  )
  const newer = calendar(once('bal', 2, 'Grand bal', '203000'), once('loto', 2, 'Super loto'))
  const said = await look(to, newer)
  assert.match(said, /1 changé, 1 déjà là\./)
  assert.match(said, /gardé ici comme vous l’avez écrit Bal : heure/)
  assert.match(said, /« Loto » a été retiré de la page/)
  assert.equal(await write(to, newer), 'written')
  assert.deepEqual(
    events(to).map(one => [one['title'], one['startsAt']]),
    [['Grand bal', '19:00']],
  )
  const back = await write(to, newer)
  assert.match(back, /Tout est déjà ici/)
  assert.doesNotMatch(back, /gardé ici/)
})

test('an older file changes nothing; without SEQUENCE its stamp tells', { skip }, async t => {
  const to = empty(t)
  const stamped = (stamp: string, title: string) =>
    calendar(vevent('UID:x', `DTSTAMP:${stamp}`, `SUMMARY:${title}`, `DTSTART:${bare(0)}T180000`))
  assert.equal(await write(to, stamped('20261101T080000Z', 'Bal')), 'written')
  assert.match(await write(to, stamped('20261031T080000Z', 'Vieux bal')), /plus ancien/)
  assert.equal(await write(to, stamped('20261102T080000Z', 'Grand bal')), 'written')
  assert.deepEqual(
    events(to).map(one => one['title']),
    ['Grand bal'],
  )
  assert.equal(await write(to, calendar(once('y', 4, 'Loto'))), 'written')
  assert.match(await write(to, calendar(once('y', 3, 'Vieux loto'))), /plus ancien/)
  assert.match(await look(to, calendar(once('y', 5, 'Super loto'))), /1 changé\./)
})

test('dates of a series follow the calendar, but for those that the keeper changed', {
  skip,
}, async t => {
  const to = empty(t)
  const first = weekly(1, `EXDATE:${bare(7)}T180000`, `EXDATE:${bare(14)}T180000`)
  assert.equal(await write(to, calendar(first)), 'written')
  assert.deepEqual(dates(to), [`${day(7)} out`, `${day(14)} out`])
  const id = String(events(to)[0]!['id'])
  to.bring({ type: 'event-date', fields: { event: id, day: day(21), fate: 'off', why: 'gel' } })
  const second = calendar(
    weekly(
      2,
      `EXDATE:${bare(14)}T180000`,
      `EXDATE:${bare(21)}T180000`,
      `EXDATE:${bare(28)}T180000`,
    ),
  )
  const said = await look(to, second)
  assert.match(said, /1 changé\..*Des dates de la série changent/)
  assert.match(said, /gardé ici comme vous l’avez écrit Chorale : des dates de la série/)
  assert.equal(await write(to, second), 'written')
  assert.deepEqual(dates(to), [`${day(14)} out`, `${day(21)} off`, `${day(28)} out`])
  assert.match(await write(to, second), /Tout est déjà ici/)
  await undone(to)
  assert.deepEqual(dates(to), [`${day(7)} out`, `${day(14)} out`, `${day(21)} off`])
})

test('what is cancelled is struck on its next date and said; what is absent is said alone', {
  skip,
}, async t => {
  const to = empty(t)
  assert.equal(await write(to, calendar(weekly(1), once('bal', 1, 'Bal'))), 'written')
  const said = await look(to, calendar(weekly(2, 'STATUS:CANCELLED')))
  assert.match(said, /1 annulé\./)
  assert.match(said, /Annulés là-bas : barrés ici à leur prochaine date Chorale/)
  assert.match(said, /Plus dans ce calendrier .* Bal/)
  assert.equal(await write(to, calendar(weekly(2, 'STATUS:CANCELLED'))), 'written')
  assert.equal(await counted(to, 'event'), 2)
  assert.deepEqual(dates(to), [`${day(0)} off`])
  const [, chorale] = events(to)
  assert.equal(chorale!['recurs'], `FREQ=WEEKLY;UNTIL=${bare(0)}`)
  assert.match(await look(to, calendar(weekly(2, 'STATUS:CANCELLED'))), /1 déjà là\./)
  // It takes place after all.
  assert.equal(await write(to, calendar(weekly(3), once('bal', 1, 'Bal'))), 'written')
  assert.deepEqual(dates(to), [])
  assert.equal(events(to)[1]!['recurs'], 'FREQ=WEEKLY')
})

test('a letter about one date of a series changes that date, and no other event', {
  skip,
}, async t => {
  const to = empty(t)
  const bare1 = bare(7)
  const letter = (method: string, ...events: readonly string[]) =>
    ['BEGIN:VCALENDAR', `METHOD:${method}`, ...events, 'END:VCALENDAR', ''].join('\r\n')
  const date = (of: string, at: string, ...more: readonly string[]) =>
    vevent(
      ...['UID:chorale', 'SEQUENCE:3', `RECURRENCE-ID:${of}T180000`, 'SUMMARY:Chorale'],
      ...[`DTSTART:${at}T180000`, ...more],
    )
  assert.equal(await write(to, calendar(weekly(1, `EXDATE:${bare(28)}T180000`))), 'written')
  const moved = letter('REQUEST', date(bare1, bare(8)), date(bare(14), bare(14), 'LOCATION:au bar'))
  assert.match(await look(to, moved), /1 changé, 1 déjà là\./)
  assert.equal(await write(to, moved), 'written')
  assert.equal(await counted(to, 'event'), 1)
  assert.deepEqual(dates(to), [`${day(7)} moved`, `${day(14)} moved`, `${day(28)} out`])
  assert.match(await write(to, moved), /Tout est déjà ici/)
  assert.equal(await write(to, letter('CANCEL', date(bare(21), bare(21)))), 'written')
  assert.deepEqual(dates(to), [
    ...[`${day(7)} moved`, `${day(14)} moved`, `${day(21)} off`, `${day(28)} out`],
  ])
  // The letter that cancels all of it says so once.
  const whole = letter('CANCEL', weekly(4))
  assert.match(await look(to, whole), /1 annulé\./)
})

test('law 11: of an event that is here, what changes is guarded, and nothing else', {
  skip,
}, async t => {
  const to = empty(t)
  const file = (sequence: number, where: string) =>
    calendar(once('bal', sequence, 'Bal', '180000', `LOCATION:${where}`))
  assert.equal(await write(to, file(1, 'au local')), 'written')
  const held = await write(to, file(2, 'chez Lison'))
  assert.match(held, /dit quelque chose de quelqu’un.*Bal.*Lison/)
  const told = await write(to, file(2, '12 rue des Lilas\\, la dame vit seule'))
  assert.match(told, /dit quelque chose de quelqu’un.*Bal.*12 rue des Lilas/)
  assert.equal(events(to)[0]!['where'], 'au local')
})

test('what is forgotten takes along what was kept of its line', { skip }, async t => {
  const to = empty(t)
  assert.equal(await write(to, calendar(once('bal', 1, 'Bal'))), 'written')
  const lines = () => to.read.all('SELECT 1 FROM brought_line_home WHERE removed IS NOT 1').length
  assert.equal(lines(), 1)
  const id = String(events(to)[0]!['id'])
  assert.ok(to.turn('plain.forget', { type: 'event', id, what: 'all', confirm: '1' }).done)
  assert.equal(lines(), 0)
})

test('law 11: an event that its owner marked private is not read, and it is said', {
  skip,
}, async t => {
  const to = empty(t)
  const dentist = once('rdv', 1, 'RDV dentiste', '090000', 'CLASS:PRIVATE')
  const said = await look(to, calendar(once('bal', 1, 'Bal'), dentist))
  assert.match(said, /Un rendez-vous dans .*1 nouveau\. Un rendez-vous marqué privé n’est pas lu/)
  assert.doesNotMatch(said, /dentiste/)
  assert.equal(await write(to, calendar(once('bal', 1, 'Bal'), dentist)), 'written')
  assert.deepEqual(
    events(to).map(one => one['title']),
    ['Bal'],
  )
  assert.match(
    await write(to, calendar(once('x', 1, 'Visite', '090000', 'CLASS:CONFIDENTIAL'))),
    /Tous les rendez-vous de ce calendrier sont marqués privés/,
  )
})
