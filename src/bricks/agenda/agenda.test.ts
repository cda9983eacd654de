import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brick } from '../../contract/brick.ts'
import type { Ask } from '../../contract/page.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { recordType } from '../../core/schema.ts'
import { openHouse } from '../../engine/house.ts'
import { type House, runBatch } from '../../engine/turn.ts'
import { newBox } from '../../log/box.ts'
import type { Html } from '../../ui/html.ts'
import { askFor } from '../../web/pages/ask.ts'
import { agenda } from './brick.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** A Saturday. */
const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () => {
  drawn++
  return idFrom(NOW, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, drawn >> 8, drawn & 255]))
}

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
const place = recordType({ name: 'place', title: 'name', path: '/lieux', fields: { name: { kind: 'text' } } })
const words = { types: {} }
const neighbours = brick({ name: 'neighbours', records: [response, place], commands: [], pages: [], words: { fr: words, en: words } })
const open = (withOthers = true): House => openHouse(withOthers ? [agenda, neighbours] : [agenda], newBox())

function bring(house: House, type: string, fields: Readonly<Record<string, unknown>>): string {
  const id = newId()
  const input = { records: JSON.stringify([{ type, id, fields }]) }
  const asked = { brick: 'plain', command: 'bring', input, by: 'keeper' as const, id: newId(), lang: 'fr' as const }
  const [answer] = runBatch(house, [asked], { now: () => NOW, sure: true, today: () => TODAY })
  assert.equal(answer?.done, true)
  return id
}
const event = (house: House, fields: Readonly<Record<string, unknown>>) =>
  bring(house, 'event', { title: 'Café', startsOn: '2026-12-12', ...fields })

type Asked = Readonly<{ params?: Readonly<Record<string, string>>; query?: Input; by?: Who; lang?: 'fr' | 'en' }>
function asking(house: House, path: string, { params, query, by = 'visitor', lang = 'fr' }: Asked = {}): Ask {
  const site = { ...house, secret: Buffer.alloc(32), now: () => NOW, today: () => TODAY }
  return askFor(site, { path, lang, by, ...(params ? { params } : {}), ...(query ? { query } : {}) })
}
function shown(house: House, path: string, of: Asked = {}): string | undefined {
  const page = agenda.pages.find(one => one.path === path)!
  return (page.show(asking(house, path, of), house.read, agenda.words[of.lang ?? 'fr'])?.body as Html | undefined)?.html
}
const one = (house: House, id: string, of: Asked = {}) => shown(house, '/agenda/:id', { ...of, params: { id } })
const text = (markup: string | undefined) => (markup ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const home = (house: House) => (agenda.slots!.home!(asking(house, '/'), house.read, fr)[0]?.body as Html | undefined)?.html ?? ''
const today = (house: House) =>
  (agenda.slots!.today!(asking(house, '/'), house.read, fr) as readonly Html[]).map(piece => text(piece.html).trim())

test('what is today is said at the top of the page, what comes next stands under *Bientôt*, three at most', () => {
  const house = open()
  event(house, { title: 'Marché', startsOn: TODAY, startsAt: '08:30' })
  event(house, { title: 'Foire', startsOn: '2026-12-04', endsOn: '2026-12-06' })
  for (let day = 10; day < 15; day++) event(house, { title: `jour ${day}`, startsOn: `2026-12-${day}` })
  assert.deepEqual(today(house), ['Foire, jusqu’au 6 décembre', 'Marché à 8 h 30'])
  assert.deepEqual(
    [...home(house).matchAll(/jour (\d+)/g)].map(m => m[1]),
    ['10', '11', '12'],
  )
  assert.doesNotMatch(home(house), /Marché|Foire/)
})

test('on the board what comes back every week leaves the lines to what does not, and fills those that are left', () => {
  const house = open()
  event(house, { title: 'Marché', startsOn: '2026-06-04', recurs: 'FREQ=WEEKLY' })
  event(house, { title: 'Local', startsOn: '2026-06-03', recurs: 'FREQ=WEEKLY' })
  const titles = () => [...home(house).matchAll(/<h3[^>]*><a [^>]*>([^<]*)/g)].map(m => m[1])
  assert.deepEqual(titles(), ['Local', 'Marché'])
  event(house, { title: 'Bal', startsOn: '2026-12-31' })
  event(house, { title: 'Foire', startsOn: '2026-12-20' })
  assert.deepEqual(titles(), ['Local', 'Foire', 'Bal'])
  event(house, { title: 'Réparation', startsOn: '2026-09-12', recurs: 'FREQ=MONTHLY;BYDAY=2SA' })
  assert.deepEqual(titles(), ['Réparation', 'Foire', 'Bal'], 'once a month is no habit that everybody knows')
})

test('without anything to come there is no *Bientôt*', () => {
  const house = open()
  event(house, { startsOn: '2026-12-01' })
  assert.equal(agenda.slots!.home!(asking(house, '/'), house.read, fr).length, 0)
  assert.deepEqual(today(house), [])
})

test('what comes back is in the agenda each time for sixty days, and once on the map', () => {
  const house = open()
  event(house, {
    title: 'Le local ouvre',
    startsOn: '2026-06-03',
    startsAt: '17:00',
    endsAt: '19:00',
    recurs: 'FREQ=WEEKLY;BYDAY=WE',
    commune: '42195',
  })
  const page = shown(house, '/agenda') ?? ''
  assert.equal(page.split('Le local ouvre').length - 1, 9)
  assert.match(page, /datetime="2026-12-09"/)
  assert.equal(agenda.slots!.map!(asking(house, '/'), house.read, fr).length, 1)
  const lines = agenda.slots!.agenda!(asking(house, '/'), house.read, fr, '2026-12-09', '2026-12-16')
  assert.deepEqual(
    lines.map(line => [line.day, line.time, line.until]),
    [
      ['2026-12-09', '17:00', '19:00'],
      ['2026-12-16', '17:00', '19:00'],
    ],
  )
})

test('an event that is moved, taken back, or stops coming back is read at its new days', () => {
  const house = open()
  const id = event(house, { title: 'Fête', startsOn: '2026-12-12' })
  const spoken = (command: string, input: Input) => {
    const asked = {
      brick: 'plain',
      command,
      input: { type: 'event', id, ...input },
      by: 'keeper' as const,
      id: newId(),
      lang: 'fr' as const,
    }
    assert.equal(runBatch(house, [asked], { now: () => NOW, sure: true, today: () => TODAY })[0]?.done, true)
  }
  const days = () => [...(shown(house, '/agenda') ?? '').matchAll(/datetime="([^"]*)"/g)].map(m => m[1])
  assert.deepEqual(days(), ['2026-12-12'])
  spoken('write', { title: 'Fête', startsOn: '2026-12-20', recurs: 'FREQ=WEEKLY;COUNT=2' })
  assert.deepEqual(days(), ['2026-12-20', '2026-12-27'])
  spoken('write', { title: 'Fête', startsOn: '2026-11-01', recurs: '' })
  assert.match(text(shown(house, '/agenda')), /Rien de prévu.*Ce qui est passé.*Fête/)
  spoken('remove', {})
  assert.deepEqual(days(), [])
  assert.equal(house.read.all('SELECT * FROM event_span').length, 0)
})

test('weeks are named, the past waits under a fold, commune and theme choose', () => {
  const house = open()
  const theme = newId()
  event(house, { title: 'dimanche', startsOn: '2026-12-06' })
  event(house, { title: 'lundi', startsOn: '2026-12-07', themes: [theme] })
  event(house, { title: 'janvier', startsOn: '2027-01-10', commune: '42313' })
  event(house, { title: 'loin', startsOn: '2027-06-01' })
  event(house, { title: 'passé', startsOn: '2026-11-20' })
  event(house, { title: 'fini', startsOn: '2026-09-02', recurs: 'FREQ=WEEKLY;COUNT=3' })
  const page = shown(house, '/agenda') ?? ''
  assert.match(text(page), /Cette semaine.*dimanche.*La semaine prochaine.*lundi.*Plus tard.*janvier.*Ce qui est passé.*passé.*fini/)
  assert.doesNotMatch(page, /loin/)
  assert.doesNotMatch(page, /<details[^>]*open/)
  const chosen = (query: Input) => text(shown(house, '/agenda', { query }))
  assert.match(chosen({ themes: theme }), /lundi/)
  assert.doesNotMatch(chosen({ themes: theme }), /dimanche|janvier|passé</)
  assert.match(chosen({ commune: '42313' }), /janvier/)
  assert.doesNotMatch(chosen({ commune: '42313' }), /lundi/)
  assert.match(chosen({ commune: "' OR 1=1 --" }), /Rien de prévu/)
})

test('*s’il y a cinq personnes* stands until there are five, with who is in and the way to be one more', () => {
  const house = open()
  const id = event(house, { minimum: 5, who: 'Paul', reach: 'au local, le mercredi' })
  for (const firstName of ['Lucie', 'Malo', 'Hugo']) bring(house, 'response', { to: id, answer: 'in', firstName })
  bring(house, 'response', { to: id, answer: 'help', firstName: 'Rosa', saying: 'apporter <b>le café</b>' })
  bring(house, 'response', { to: id, answer: 'not', firstName: 'Nadia', saying: 'trop loin' })
  assert.match(text(home(house)), /Café, s’il y a cinq personnes .*déjà trois : j’en suis/)
  assert.match(home(house), new RegExp(`href="/repondre/${id}"`))
  const page = one(house, id) ?? ''
  assert.match(text(page), /il en faut cinq, déjà trois .*Lucie, Malo, Hugo/)
  assert.match(text(page), /Rosa : apporter &lt;b&gt;le café/)
  assert.doesNotMatch(page, /Nadia|trop loin/)
  assert.match(text(page), /Pour joindre Paul\s: au local, le mercredi/)
  for (const firstName of ['Anaïs', 'Noé']) bring(house, 'response', { to: id, answer: 'in', firstName })
  assert.doesNotMatch(home(house), /s’il y a/)
  assert.match(text(one(house, id)), /il y a le compte/)
})

test('a title that already says how many does not say it twice', () => {
  const house = open()
  event(house, { title: 'Café, s’il y a cinq personnes', minimum: 5 })
  assert.equal(home(house).split('s’il y a').length - 1, 1)
})

test('without the brick that takes answers, no door leads to it', () => {
  const house = open(false)
  const id = event(house, { minimum: 5 })
  assert.doesNotMatch(home(house) + one(house, id), /repondre/)
  assert.match(text(home(house)), /s’il y a cinq personnes/)
})

test('when, in words: a day, days, a rhythm with its next time, and what is past', () => {
  const house = open()
  const said = (fields: Readonly<Record<string, unknown>>, lang: 'fr' | 'en' = 'fr') => text(one(house, event(house, fields), { lang }))
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
  const house = open()
  const local = bring(house, 'place', { name: 'Le local' })
  const id = event(house, { place: local, where: 'par la cour' })
  assert.match(one(house, id) ?? '', new RegExp(`<a href="/lieux/${local}">Le local</a> · par la cour`))
  const [line] = agenda.slots!.agenda!(asking(house, '/'), house.read, fr, TODAY, '2026-12-31')
  assert.equal(line?.where, 'Le local · par la cour')
})

test('an event of a neighbour without title, with nonsense or with markup breaks no page', () => {
  const house = open()
  const nasty = '<img src=x onerror=alert(1)>'
  const ids = [
    event(house, { title: nasty, where: nasty, who: nasty, reach: nasty, detail: nasty, recurs: nasty, commune: '99999', minimum: 5 }),
    bring(house, 'event', { who: 'Malo' }),
    event(house, { endsOn: '2026-01-01', startsAt: '23:00', endsAt: '01:00', minimum: -3 }),
    event(house, { minimum: 2.5 }),
  ]
  for (const page of [home(house), shown(house, '/agenda'), ...ids.map(id => one(house, id))]) {
    assert.ok(page)
    assert.doesNotMatch(page, /<img src/)
  }
  assert.equal(one(house, newId()), undefined)
})

test('an empty agenda says whom to tell, in both languages', () => {
  const house = open(false)
  assert.match(text(shown(house, '/agenda')), new RegExp(fr.keeper))
  assert.match(text(shown(house, '/agenda', { lang: 'en' })), new RegExp(en.keeper))
})

test('an event that is there on the same day is asked about before it is written twice', () => {
  const house = open()
  event(house, { title: 'Bal du village', startsOn: '2026-12-31' })
  const asked = (title: string, startsOn: string) => agenda.slots!.alike!('event', { title, startsOn }, house.read).length
  assert.equal(asked('bal du Village', '2026-12-31'), 1)
  assert.equal(asked('Bal du village', '2026-12-30'), 0)
  assert.equal(asked('Loto', '2026-12-31'), 0)
})
