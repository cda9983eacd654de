import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Reading, type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Input } from '../../core/form/input.ts'
import { pattern } from '../../core/pattern.ts'
import { recordType } from '../../core/schema.ts'
import { agenda } from './brick.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** A Saturday. */
const TODAY = '2026-12-05'

/** What another brick would bring: its types by name, so that this brick stands alone. */
const response = recordType({
  name: 'response',
  title: 'firstName',
  fields: {
    to: { kind: 'link', to: ['event'] },
    answer: { kind: 'choice', choices: ['in', 'help', 'not'] },
    firstName: { kind: 'text' },
    saying: { kind: 'text' },
  },
})
const place = recordType({
  name: 'place',
  title: 'name',
  path: '/lieux',
  fields: { name: { kind: 'text' } },
})
const words = { types: {} }
const neighbours = brick({
  name: 'neighbours',
  records: [response, place],
  commands: [],
  pages: [],
  words: { fr: words, en: words },
})
const open = (withOthers = true): TestEngine =>
  testEngine({ bricks: withOthers ? [agenda, neighbours] : [agenda] })
const event = (box: TestEngine, fields: Readonly<Record<string, unknown>>) =>
  box.bring('event', { title: 'Café', startsOn: '2026-12-12', ...fields })

const one = (box: TestEngine, id: string, of: Reading = {}) =>
  box.page('/agenda/:id', { ...of, params: { id } })
const text = (markup: string | undefined) =>
  (markup ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const home = (box: TestEngine) =>
  agenda.slots!.home!(box.kit('/'), box.read, fr)[0]?.body.html ?? ''
const today = (box: TestEngine) =>
  (agenda.slots!.today!(box.kit('/'), box.read, fr) as readonly Html[]).map(piece =>
    text(piece.html).trim(),
  )

test(
  'what is today is said at the top of the page, what comes next stands under *Bientôt*, ' +
    'three at most',
  () => {
    const box = open()
    event(box, { title: 'Marché', startsOn: TODAY, startsAt: '08:30' })
    event(box, { title: 'Foire', startsOn: '2026-12-04', endsOn: '2026-12-06' })
    for (let day = 10; day < 15; day++)
      event(box, { title: `jour ${day}`, startsOn: `2026-12-${day}` })
    assert.deepEqual(today(box), ['Foire, jusqu’au 6 décembre', 'Marché à 8 h 30'])
    assert.deepEqual(
      [...home(box).matchAll(/jour (\d+)/g)].map(m => m[1]),
      ['10', '11', '12'],
    )
    assert.doesNotMatch(home(box), /Marché|Foire/)
  },
)

test(
  'on the board what comes back every week leaves the lines to what does not, and fills those ' +
    'that are left',
  () => {
    const box = open()
    event(box, { title: 'Marché', startsOn: '2026-06-04', recurs: 'FREQ=WEEKLY' })
    event(box, { title: 'Local', startsOn: '2026-06-03', recurs: 'FREQ=WEEKLY' })
    const titles = () => [...home(box).matchAll(/<h3[^>]*><a [^>]*>([^<]*)/g)].map(m => m[1])
    assert.deepEqual(titles(), ['Local', 'Marché'])
    event(box, { title: 'Bal', startsOn: '2026-12-31' })
    event(box, { title: 'Foire', startsOn: '2026-12-20' })
    assert.deepEqual(titles(), ['Local', 'Foire', 'Bal'])
    event(box, { title: 'Réparation', startsOn: '2026-09-12', recurs: 'FREQ=MONTHLY;BYDAY=2SA' })
    assert.deepEqual(
      titles(),
      ['Réparation', 'Foire', 'Bal'],
      'once a month is no habit that everybody knows',
    )
    assert.match(text(home(box)), /Comme chaque semaine : Local , mercredi · Marché , jeudi/)
  },
)

test('what comes back every week heads the board on the eve of its day; a daily thing never does', () => {
  const box = open()
  event(box, { title: 'Gym', startsOn: '2026-09-06', recurs: 'FREQ=WEEKLY;BYDAY=SU' })
  event(box, { title: 'Fournil', startsOn: '2026-09-03', recurs: 'FREQ=DAILY' })
  for (const day of [10, 11, 12]) event(box, { title: `jour ${day}`, startsOn: `2026-12-${day}` })
  const titles = () => [...home(box).matchAll(/<h3[^>]*><a [^>]*>([^<]*)/g)].map(m => m[1])
  assert.deepEqual(titles(), ['Gym', 'jour 10', 'jour 11'])
  assert.match(text(home(box)), /Comme chaque semaine : Fournil , /)
})

test('a series that ended is read no more, and stands in the past', () => {
  const box = open()
  const series = (title: string, recurs: string) =>
    event(box, { title, recurs, startsOn: '2026-09-01' })
  series('Choeur', 'FREQ=WEEKLY;UNTIL=20261124')
  series('Danse', 'FREQ=WEEKLY;COUNT=3')
  const moved = series('Tricot', 'FREQ=WEEKLY;COUNT=2')
  box.bring('event-date', { event: moved, day: '2026-09-08', fate: 'moved', on: '2026-12-09' })
  series('Marché', 'FREQ=WEEKLY')
  const ends = box.read.all(
    'SELECT title, ends FROM event_span JOIN event USING (id) ORDER BY title',
  )
  assert.deepEqual(
    ends.map(row => `${row['title']} ${row['ends']}`),
    ['Choeur 2026-11-24', 'Danse 2026-09-15', 'Marché 9999-12-31', 'Tricot 2026-12-09'],
  )
  const page = text(box.page('/agenda'))
  assert.match(page, /Tricot.*Ce qui est passé.*(?:Choeur.*Danse|Danse.*Choeur)/)
  assert.doesNotMatch(page.split('Ce qui est passé')[1]!, /Tricot|Marché/)
})

test('without anything to come there is no *Bientôt*', () => {
  const box = open()
  event(box, { startsOn: '2026-12-01' })
  assert.equal(agenda.slots!.home!(box.kit('/'), box.read, fr).length, 0)
  assert.deepEqual(today(box), [])
})

test('what comes back each week is in the agenda once, with its rhythm, and once on the map', () => {
  const box = open()
  event(box, {
    title: 'Le local ouvre',
    startsOn: '2026-06-03',
    startsAt: '17:00',
    endsAt: '19:00',
    recurs: 'FREQ=WEEKLY;BYDAY=WE',
    commune: '42195',
  })
  const page = box.page('/agenda') ?? ''
  assert.equal(page.split('Le local ouvre').length - 1, 1)
  assert.match(text(page), /chaque mercredi · Sail|chaque mercredi/)
  assert.match(page, /datetime="2026-12-09"/)
  assert.equal(agenda.slots!.map!(box.kit('/'), box.read, fr).length, 1)
  const lines = agenda.slots!.agenda!(box.kit('/'), box.read, fr, {
    from: '2026-12-09',
    to: '2026-12-16',
  })
  assert.deepEqual(
    lines.map(line => [line.day, line.time, line.until]),
    [
      ['2026-12-09', '17:00', '19:00'],
      ['2026-12-16', '17:00', '19:00'],
    ],
  )
})

test('an event that is moved, taken back, or stops coming back is read at its new days', () => {
  const box = open()
  const id = event(box, { title: 'Fête', startsOn: '2026-12-12' })
  const spoken = (command: string, input: Input) =>
    box.done(`plain.${command}`, { type: 'event', id, ...input })
  const days = () => [...(box.page('/agenda') ?? '').matchAll(/datetime="([^"]*)"/g)].map(m => m[1])
  assert.deepEqual(days(), ['2026-12-12'])
  spoken('write', { title: 'Fête', startsOn: '2026-12-20', recurs: 'FREQ=WEEKLY;COUNT=2' })
  assert.deepEqual(days(), ['2026-12-20'])
  assert.match(text(box.page('/agenda')), /chaque semaine|chaque dimanche/)
  spoken('write', { title: 'Fête', startsOn: '2026-11-01', recurs: '' })
  assert.match(text(box.page('/agenda')), /Rien de prévu.*Ce qui est passé.*Fête/)
  spoken('remove', {})
  assert.deepEqual(days(), [])
  assert.equal(box.read.all('SELECT * FROM event_span').length, 0)
})

test('an event that would fall on no day is refused with a sentence', () => {
  const box = open()
  const written = box.turn('plain.write', {
    type: 'event',
    title: 'Café',
    startsOn: '2026-12-12',
    recurs: 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20261211',
  })
  assert.match(
    JSON.stringify(written).replace(/[\u00a0\u202f]/g, ' '),
    /« Se répète » : à partir du premier jour, cette répétition ne tombe jamais/,
  )
  assert.equal(box.read.all('SELECT * FROM event').length, 0)
})

test('weeks are named, the past waits under a fold, commune and theme choose', () => {
  const box = open()
  const theme = box.newId()
  event(box, { title: 'dimanche', startsOn: '2026-12-06' })
  event(box, { title: 'lundi', startsOn: '2026-12-07', themes: [theme] })
  event(box, { title: 'janvier', startsOn: '2027-01-10', commune: '42313' })
  event(box, { title: 'loin', startsOn: '2027-06-01' })
  event(box, { title: 'passé', startsOn: '2026-11-20' })
  event(box, { title: 'fini', startsOn: '2026-09-02', recurs: 'FREQ=WEEKLY;COUNT=3' })
  const page = box.page('/agenda') ?? ''
  assert.match(
    text(page),
    pattern()`
      Cette semaine.*dimanche.*La semaine prochaine.*lundi.*Plus tard.*janvier.*Ce qui est passé.*
      passé.*fini
    `,
  )
  assert.doesNotMatch(page, /loin/)
  assert.doesNotMatch(page, /<details[^>]*open/)
  const chosen = (query: Input) => text(box.page('/agenda', { query }))
  assert.match(chosen({ themes: theme }), /lundi/)
  assert.doesNotMatch(chosen({ themes: theme }), /dimanche|janvier|passé</)
  assert.match(chosen({ commune: '42313' }), /janvier/)
  assert.doesNotMatch(chosen({ commune: '42313' }), /lundi/)
  assert.match(chosen({ commune: "' OR 1=1 --" }), /Rien de prévu/)
})

test(
  '*s’il y a cinq personnes* stands until there are five, with who is in and the way to be ' +
    'one more',
  () => {
    const box = open()
    const id = event(box, { minimum: 5, who: 'Paul', reach: 'au local, le mercredi' })
    for (const firstName of ['Lucie', 'Malo', 'Hugo'])
      box.bring('response', { to: id, answer: 'in', firstName })
    box.bring('response', {
      to: id,
      answer: 'help',
      firstName: 'Rosa',
      saying: 'apporter <b>le café</b>',
    })
    box.bring('response', { to: id, answer: 'not', firstName: 'Nadia', saying: 'trop loin' })
    assert.match(text(home(box)), /Café, s’il y a cinq personnes .*déjà trois : j’en suis/)
    assert.match(home(box), new RegExp(`href="/repondre/${id}"`))
    const page = one(box, id) ?? ''
    assert.match(text(page), /il en faut cinq, déjà trois .*Lucie, Malo, Hugo/)
    assert.match(text(page), /Rosa : apporter &lt;b&gt;le café/)
    assert.doesNotMatch(page, /Nadia|trop loin/)
    assert.match(text(page), /Pour joindre Paul\s: au local, le mercredi/)
    for (const firstName of ['Anaïs', 'Noé'])
      box.bring('response', { to: id, answer: 'in', firstName })
    assert.doesNotMatch(home(box), /s’il y a/)
    assert.match(text(one(box, id)), /il y a le compte/)
  },
)

test('a title that already says how many does not say it twice', () => {
  const box = open()
  event(box, { title: 'Café, s’il y a cinq personnes', minimum: 5 })
  assert.equal(home(box).split('s’il y a').length - 1, 1)
})

test('without the brick that takes answers, no door leads to it', () => {
  const box = open(false)
  const id = event(box, { minimum: 5 })
  assert.doesNotMatch(home(box) + one(box, id), /repondre/)
  assert.match(text(home(box)), /s’il y a cinq personnes/)
})

test('when, in words: a day, days, a rhythm with its next time, and what is past', () => {
  const box = open()
  const said = (fields: Readonly<Record<string, unknown>>, lang: 'fr' | 'en' = 'fr') =>
    text(one(box, event(box, fields), { lang }))
  assert.match(said({ startsAt: '14:00', endsAt: '17:00' }), /Samedi 12 décembre, de 14 h à 17 h/)
  assert.match(said({ endsOn: '2026-12-14' }), /Du 12 décembre au 14 décembre/)
  assert.match(
    said({ startsOn: '2026-06-03', startsAt: '17:00', recurs: 'FREQ=WEEKLY;BYDAY=WE' }),
    /Chaque mercredi, 17 h, la prochaine fois mercredi 9 décembre/,
  )
  assert.match(said({ startsOn: '2026-09-02', recurs: 'FREQ=WEEKLY;COUNT=3' }), /c’est fini/)
  assert.match(said({ startsOn: '2026-11-20' }), /Vendredi 20 novembre, c’est passé/)
  assert.match(said({ startsOn: '2026-11-20' }, 'en'), /it is past/)
})

test('where: the place leads to its page, the way to find it follows', () => {
  const box = open()
  const local = box.bring('place', { name: 'Le local' })
  const id = event(box, { place: local, where: 'par la cour' })
  assert.match(
    one(box, id) ?? '',
    new RegExp(`<a href="/lieux/${local}">Le local</a> · par la cour`),
  )
  const [line] = agenda.slots!.agenda!(box.kit('/'), box.read, fr, {
    from: TODAY,
    to: '2026-12-31',
  })
  assert.equal(line?.where, 'Le local · par la cour')
})

test('an event of a neighbour without title, with nonsense or with markup breaks no page', () => {
  const box = open()
  const nasty = '<img src=x onerror=alert(1)>'
  const ids = [
    event(box, {
      title: nasty,
      where: nasty,
      who: nasty,
      reach: nasty,
      detail: nasty,
      recurs: nasty,
      commune: '99999',
      minimum: 5,
    }),
    box.bring('event', { who: 'Malo' }),
    event(box, { endsOn: '2026-01-01', startsAt: '23:00', endsAt: '01:00', minimum: -3 }),
    event(box, { minimum: 2.5 }),
  ]
  for (const page of [home(box), box.page('/agenda'), ...ids.map(id => one(box, id))]) {
    assert.ok(page)
    assert.doesNotMatch(page, /<img src/)
  }
  assert.equal(one(box, box.newId()), undefined)
})

test('an empty agenda says whom to tell, in both languages', () => {
  const box = open(false)
  assert.match(text(box.page('/agenda')), new RegExp(fr.keeper))
  assert.match(text(box.page('/agenda', { lang: 'en' })), new RegExp(en.keeper))
})

test('an event that is there on the same day is asked about before it is written twice', () => {
  const box = open()
  event(box, { title: 'Bal du village', startsOn: '2026-12-31' })
  const asked = (title: string, startsOn: string) =>
    agenda.slots!.alike!('event', { title, startsOn }, box.read).length
  assert.equal(asked('bal du Village', '2026-12-31'), 1)
  assert.equal(asked('Bal du village', '2026-12-30'), 0)
  assert.equal(asked('Loto', '2026-12-31'), 0)
})

test('a title that says how many says that they are there once they are', () => {
  const box = open()
  const id = event(box, { title: 'Café, s’il y a deux personnes', minimum: 2 })
  box.bring('response', { to: id, answer: 'in', firstName: 'Lucie' })
  assert.match(text(home(box)), /Café, s’il y a deux personnes/)
  box.bring('response', { to: id, answer: 'in', firstName: 'Malo' })
  assert.match(text(home(box)), /Café, il y a le compte/)
  assert.doesNotMatch(text(home(box)), /s’il y a/)
})
