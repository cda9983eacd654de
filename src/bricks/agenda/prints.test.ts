import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import { pattern } from '../../core/pattern.ts'

test('an event has its poster: what, which day, where, whom to ask, and strips to take', {
  skip: lacking('event', 'place'),
}, () => {
  using box = testEngine({ bricks })
  const place = box.bring('place', { name: 'Le Local' })
  const id = box.bring('event', {
    title: 'Café réparation',
    startsOn: '2026-12-12',
    startsAt: '14:00',
    endsAt: '17:00',
    place,
    reach: '06 12 34 56 78',
  })
  const paper = box.paper('affichette', id)
  const text = JSON.stringify(paper)
  assert.equal(paper.layout, 'poster')
  assert.match(text, /Samedi 12 décembre, de\s14\sh\sà\s17\sh/u)
  assert.match(text, /Le Local/)
  assert.equal(paper.strips?.count, 8)
  assert.deepEqual(paper.strips.lines.slice(0, 1), ['Café réparation'])
  assert.match(box.page(`/agenda/${id}`) ?? '', new RegExp(`/imprimer/affichette/${id}`))
})

test('an event that is over has no poster', {
  skip: lacking('event'),
}, () => {
  using box = testEngine({ bricks })
  const past = box.bring('event', { title: 'Fête', startsOn: '2026-01-01' })
  assert.ok('wrong' in box.print('affichette', past))
})

test('the poster of a series says its cancelled dates, and hangs until the last it knows', {
  skip: lacking('event'),
}, () => {
  using box = testEngine({ bricks })
  const poster = (fields: Readonly<Record<string, string>>, off?: string) => {
    const event = box.bring('event', { title: 'Pain', startsOn: '2026-12-11', ...fields })
    if (off) box.bring('event-date', { event, day: off, fate: 'off', why: 'Noël' })
    const paper = box.paper('affichette', event)
    return JSON.stringify([paper.blocks, paper.foot]).replace(/[\u00a0\u202f]/g, ' ')
  }
  const endless = poster({ recurs: 'FREQ=WEEKLY;BYDAY=FR' }, '2026-12-25')
  assert.match(endless, /"Sauf","vendredi 25 décembre \(annulé cette fois : Noël\)"/)
  assert.match(endless, /à décrocher après le 29 janvier/)
  const ends = poster({ recurs: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261225' }, '2026-12-25')
  assert.match(ends, /à décrocher après le 18 décembre/)
  const once = poster({ endsOn: '2026-12-13' })
  assert.match(once, /à décrocher après le 13 décembre/)
  assert.doesNotMatch(once, /Sauf/)
  assert.match(poster({ recurs: 'FREQ=YEARLY' }), /à décrocher après le 11 décembre/)
})

test('the poster of a series says the hour of a moved date, and the dates that are added', {
  skip: lacking('event'),
}, () => {
  using box = testEngine({ bricks })
  const event = box.bring('event', {
    title: 'Atelier',
    startsOn: '2026-12-03',
    startsAt: '10:00',
    recurs: 'FREQ=WEEKLY;BYDAY=TH',
  })
  const change = (fields: object) => box.bring('event-date', { event, ...fields })
  change({ day: '2026-12-17', fate: 'moved', on: '2026-12-18', startsAt: '15:00' })
  change({ day: '2026-12-24', fate: 'off' })
  change({ day: '2026-12-30', fate: 'added' })
  change({
    day: '2027-01-07',
    fate: 'moved',
    on: '2027-01-07',
    startsAt: '18:00',
    where: 'à l’école',
  })
  const paper = box.paper('affichette', event)
  const text = JSON.stringify(paper.blocks).replace(/[\u00a0\u202f]/g, ' ')
  assert.match(
    text,
    pattern()`
    "Sauf","jeudi 17 décembre \(déplacé au vendredi 18 décembre, 15 h\),
    [ ]jeudi 24 décembre \(annulé cette fois\), jeudi 7 janvier 2027 \(18 h, à l’école\)"
  `,
  )
  assert.match(text, /"Aussi","mercredi 30 décembre"/)
})

test('the sheet of the week says a moved and a cancelled date on the days that people know', {
  skip: lacking('event', 'edition'),
}, () => {
  using box = testEngine({ bricks })
  const id = box.bring('event', {
    title: 'Chorale',
    startsOn: '2026-12-01',
    recurs: 'FREQ=WEEKLY;BYDAY=TU',
  })
  const bal = box.bring('event', { title: 'Bal', startsOn: '2026-12-12' })
  box.bring('event-date', { event: id, day: '2026-12-08', fate: 'moved', on: '2026-12-09' })
  box.bring('event-date', { event: bal, day: '2026-12-12', fate: 'off', why: 'gel' })
  const text = JSON.stringify(box.paper('feuille').blocks).replaceAll('\u00a0', ' ')
  assert.match(text, /DÉPLACÉ : Chorale.*?mardi 8 décembre · déplacé au mercredi 9 décembre/)
  assert.match(text, /Chorale.*?mercredi 9 décembre · au lieu du mardi 8 décembre/)
  assert.match(text, /ANNULÉ : Bal.*?samedi 12 décembre · annulé : gel/)
  const poster = JSON.stringify(box.paper('affichette', id).blocks)
  const rests = box.bring('event', {
    title: 'Lecture',
    startsOn: '2026-12-02',
    recurs: 'FREQ=WEEKLY',
    notSchoolHolidays: true,
    commune: '42195',
  })
  const facts = JSON.stringify(box.paper('affichette', rests).blocks)
  assert.match(facts, /chaque mercredi/)
  assert.match(
    facts,
    /Pas pendant les vacances scolaires \(zone A\)\. .* 2 juillet 2027 ne sont pas/,
  )
  assert.match(poster, /Mercredi 9 décembre, au lieu du mardi 8 décembre/)
  assert.ok('wrong' in box.print('affichette', bal))
})
