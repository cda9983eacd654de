import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { neighbours } from '../../../tests/support/waiting-people.ts'
import { dayWritten } from './model/day-written.ts'
import { momentWritten } from './model/moment-written.ts'

/** A near day of a moment is written as a date. The day of the test is Saturday 5 December. */

const WRITTEN = {
  'demain 18h': 'dimanche 6 décembre, 18h',
  'Demain soir, 18 h': 'dimanche 6 décembre au soir, 18 h',
  'après-demain matin': 'lundi 7 décembre au matin',
  'ce soir vers 18 h': 'samedi 5 décembre au soir vers 18 h',
  'aujourd’hui': 'samedi 5 décembre',
  'dimanche à 10 h, après le marché': 'dimanche 6 décembre à 10 h, après le marché',
  'avant mercredi': 'avant mercredi 9 décembre',
  'tomorrow at 6pm': 'Sunday 6 December at 6pm',
} as const
const SATURDAY = { today: '2026-12-05', now: Date.parse('2026-12-05T07:00+01:00') }
/** Said already, said otherwise, not sure, or the name of today. */
const KEPT = [
  'samedi à 10 h',
  'samedi 12 décembre, 9 h',
  'dimanche 13 à 9 h',
  'mardi prochain',
  'mardi en huit',
  'mardi en quinze',
  'mardi ou mercredi',
  'tous les mardis',
  'pas demain',
  'un mardi matin',
  'next Tuesday',
  'quand vous voulez',
  'le 12, 18 h',
  'Madame Lundine, 12 h',
]

test('a near day becomes its date, whatever stands around it, and nothing else is touched', () => {
  using box = testBox()
  const read = box.read.as('deals')
  for (const [typed, date] of Object.entries(WRITTEN))
    assert.equal(dayWritten(typed, read, SATURDAY), date)
  for (const typed of KEPT) assert.equal(dayWritten(typed, read, SATURDAY), typed)
  const long = `demain ${'x'.repeat(112)}`
  assert.equal(dayWritten(long, read, SATURDAY), long)
  assert.equal(dayWritten(null, read, SATURDAY), null)
})

/** Each weekday before an hour, in both languages; the hour may be the number of a day. */
const FRENCH = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ')
const ENGLISH = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const FRENCH_HOURS = (hour: number): readonly string[] => [
  ...[` ${hour} h`, ` ${hour}h`, ` ${hour}h30`, ` ${hour} h 30`, ` ${hour}:30`, ` à ${hour} h`],
  ...[`, ${hour} h`, ` ${hour} heures`, ` vers ${hour} h`, ` matin, ${hour} h`],
]
const ENGLISH_HOURS = (hour: number): readonly string[] => [
  ...[` ${hour} am`, ` ${hour}am`, ` ${hour} pm`, ` ${hour} AM`, ` ${hour} a.m.`, ` at ${hour} am`],
  ...[`, ${hour} am`, ` ${hour}:30 am`, ` ${hour}:30`, ` at ${hour}`, ` ${hour} o'clock`],
]
/** What may be an hour or a day: never another weekday. */
const MAYBE = (hour: number): readonly string[] => [
  ...[` ${hour}`, ` ${hour}-${hour + 2} h`, ` ${hour} ou ${hour + 1} h`, ` ${hour}.30`],
  ...[` ${hour} in the morning`, ` ${hour} du matin`, ` ${hour} to ${hour + 1} am`],
]

test('a weekday before an hour is a day of that name, in each form and each language', () => {
  using box = testBox()
  const read = box.read.as('deals')
  for (const today of ['2026-11-30', '2026-12-04', '2026-12-06', '2027-01-29'])
    for (const [at, french] of FRENCH.entries())
      for (let hour = 1; hour <= 12; hour++) {
        const english = ENGLISH[at]!
        const isToday = Temporal.PlainDate.from(today).dayOfWeek === at + 1
        const named = new RegExp(`^(?:${french}|${english}) \\d`)
        const say = (word: string, forms: readonly string[], isSure: boolean): void => {
          for (const form of forms) {
            const typed = `${word}${form}`
            const written = dayWritten(typed, read, {
              today,
              now: Date.parse(`${today}T00:00+01:00`),
            })
            for (const day of read.published.momentDays?.({ when: typed, on: today }) ?? [])
              assert.equal(Temporal.PlainDate.from(day).dayOfWeek, at + 1, `${typed}: ${day}`)
            if (written === typed) assert.ok(!isSure || isToday, `${typed} on ${today}`)
            else assert.match(written ?? '', named, `${typed} on ${today}`)
          }
        }
        say(french, FRENCH_HOURS(hour), true)
        say(english, ENGLISH_HOURS(hour), true)
        say(french, MAYBE(hour), false)
        say(english, MAYBE(hour), false)
      }
})

test('of today’s day of the week, an hour that is past is next week’s', () => {
  using box = testBox()
  const read = box.read.as('deals')
  for (const [at, french] of FRENCH.entries())
    for (let now = 0; now < 24; now += 3)
      for (let hour = 1; hour < 24; hour++) {
        const day = Temporal.PlainDate.from('2026-11-30').add({ days: at })
        const on = {
          today: day.toString(),
          now: day.toZonedDateTime({
            timeZone: 'Europe/Paris',
            plainTime: { hour: now, minute: 30 },
          }).epochMilliseconds,
        }
        const typed = `${french} à ${hour} h`
        const written = dayWritten(typed, read, on)
        if (hour > now) assert.equal(written, typed)
        else assert.match(written ?? '', new RegExp(`^${french} ${day.add({ days: 7 }).day} `))
      }
})

test('of today’s day of the week, the part of the day says whether its hour is past', () => {
  using box = testBox()
  const read = box.read.as('deals')
  const at = { today: '2026-12-05', now: Date.parse('2026-12-05T13:00+01:00') }
  for (const typed of ['samedi soir à 7 h', 'samedi au soir, 8 h', 'samedi soir'])
    assert.equal(dayWritten(typed, read, at), typed)
  assert.equal(dayWritten('samedi matin, 9 h', read, at), 'samedi 12 décembre au matin, 9 h')
})

test('a moment that is proposed, or proposed instead, is read by both with its date', async () => {
  using box = testBox()
  box.territory()
  const { rosa, mathieu, trailer } = await neighbours(box)
  const said = { annonce: trailer, said: 'Je la prendrais.' }
  const { location } = await rosa.post('/arrangements/interet', said)
  const [page = ''] = location.split('?')
  await rosa.post(`${page}/proposer`, { when: 'demain 18h', where: 'à la mairie' })
  assert.match((await mathieu.get(page)).text, /dimanche 6 décembre, 18h/)
  box.later(1_000)
  const other = { says: 'other', when: 'lundi soir', where: 'à la mairie' }
  assert.equal((await mathieu.post(`${page}/repondre`, other)).status, 303)
  for (const who of [rosa, mathieu])
    assert.match((await who.get(page)).text, /lundi 7 décembre au soir/)
  assert.deepEqual(box.faults, [])
})

/** An hour alone, and how it stands after the day that the thread has. */
const HOURS = {
  '7 h 15': ', 7 h 15',
  '11 h': ', 11 h',
  'À 9 h': ' à 9 h',
  '7h30': ', 7h30',
  'vers 10 heures': ' vers 10 heures',
  'plutôt 8 h et demie': ', 8 h et demie',
  'à midi': ' à midi',
} as const

test('an hour alone keeps the day that is agreed, or proposed, in all that is told of it', async () => {
  using box = testBox()
  box.territory()
  const { rosa, mathieu, trailer } = await neighbours(box)
  const said = { annonce: trailer, said: 'Je la prendrais.' }
  const page = await box.leadsTo(rosa, '/arrangements/interet', said)
  const kept = () => String(box.read.all('SELECT "when" FROM deal_home')[0]!['when'])
  await box.doneBy(rosa, `${page}/proposer`, { when: '7 h 15' })
  assert.equal(kept(), '7 h 15', 'no day is known')
  await box.doneBy(mathieu, `${page}/repondre`, { says: 'other', when: 'jeudi 10 décembre à 8 h' })
  const sides = [rosa, mathieu]
  for (const [n, [typed, stands]] of Object.entries(HOURS).entries()) {
    await box.doneBy(sides[n % 2]!, `${page}/repondre`, { says: 'other', when: typed })
    assert.equal(kept(), `jeudi 10 décembre${stands}`, typed)
    if (n === 0) continue
    await box.doneBy(sides[(n + 1) % 2]!, `${page}/repondre`, { says: 'yes' })
    for (const who of sides) {
      const { text } = await who.get(page)
      assert.match(text, new RegExp(`Convenu\\..*jeudi 10 décembre${stands}`))
      assert.doesNotMatch(text, /C’est fait|en retard/, 'its day is to come')
    }
  }
  for (const typed of ['9', 'ou 9 h', '9 h ou 10 h', 'vendredi, 9 h']) {
    await box.doneBy(rosa, `${page}/repondre`, { says: 'other', when: typed })
    assert.doesNotMatch(kept(), /jeudi/, typed)
    await box.doneBy(rosa, `${page}/repondre`, { says: 'no' })
  }
  box.later(6 * 86_400_000)
  const again = await box.memberOf(rosa.id)
  await box.doneBy(again, `${page}/repondre`, { says: 'other', when: '9 h' })
  assert.equal(kept(), '9 h', 'the day is past')
  assert.deepEqual(box.faults, [])
})

test('of a ride, an hour alone is of the next time that it runs, or of each time agreed', async () => {
  using box = testBox()
  box.territory()
  const [odile, karim, rosa] = [
    await box.member('Odile'),
    await box.member('Karim'),
    await box.member('Rosa'),
  ]
  const title = 'je descends à Montbrison tous les jeudis à 8 h'
  const sent = { reachBy: 'word', accord: 'ici', title }
  const annonce = /[0-9a-z]{26}/.exec((await odile.post('/annonces/proposer', sent)).location)![0]
  const kept = (at: string) =>
    String(box.read.all('SELECT "when" FROM deal_home WHERE id = ?', at.slice(-26))[0]!['when'])
  const begin = (who: typeof karim) => box.leadsTo(who, '/arrangements/interet', { annonce })
  const his = await begin(karim)
  await box.doneBy(karim, `${his}/proposer`, { when: '7 h 15' })
  assert.equal(kept(his), 'jeudi 10 décembre, 7 h 15')
  const hers = await begin(rosa)
  await box.doneBy(rosa, `${hers}/proposer`, { when: 'chaque jeudi, 8 h 30' })
  await box.doneBy(odile, `${hers}/repondre`, { says: 'other', when: 'à 7 h 45' })
  assert.equal(kept(hers), 'chaque jeudi à 7 h 45')
  assert.deepEqual(box.faults, [])
})

/** On the day of a ride, at noon: an hour that is to come is of that day, whatever its form. */
const ON_THURSDAY = {
  '7 h du soir': 'jeudi 10 décembre, 7 h du soir',
  '19 h': 'jeudi 10 décembre, 19 h',
  '7 pm': 'Thursday 10 December, 7 pm',
  'midi et demie': 'jeudi 10 décembre, midi et demie',
  '7 h': 'jeudi 17 décembre, 7 h',
  'à 7 h du matin': 'jeudi 17 décembre à 7 h du matin',
  '7:30 am': 'Thursday 17 December, 7:30 am',
} as const

test('an hour of the evening is not past at noon', () => {
  using box = testBox()
  const title = 'je descends à Montbrison tous les jeudis'
  const ride = { title, mode: 'ride', rideDays: 'FREQ=WEEKLY;BYDAY=TH', rideAt: '08:00' }
  const id = box.bring('offer', { ...ride, state: 'open' })
  const read = box.read.as('deals')
  const notices = read.published.noticesSeen?.([id]) ?? []
  const at = { today: '2026-12-10', now: Date.parse('2026-12-10T12:00+01:00') }
  for (const [typed, written] of Object.entries(ON_THURSDAY))
    assert.equal(momentWritten(typed, { notices }, read, at), written)
})
