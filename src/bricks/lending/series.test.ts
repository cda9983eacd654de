import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { type SeriesDays, seriesDates, seriesStop } from './model/series-dates.ts'

let box: TestBox
let nadia: Member
before(async () => {
  box = testBox()
  box.territory()
  nadia = await box.member('Nadia')
})
after(() => box?.[Symbol.dispose]())

const FIRST = { startsOn: '2027-01-02', 'recurs.own': 'chaque premier samedi' }
let n = 0
/** The page of the series of a new room, with a form that is sent to it, and what was sent. */
function room() {
  const hours = 'Mo-Su 08:00-23:00'
  const id = box.bring('thing', { title: `Salle ${++n}`, kind: 'place', unit: 'hour', hours })
  const from = `${PATH}/${id}/plusieurs-fois`
  const send = async (fields: Readonly<Record<string, string>>): Promise<string> => {
    box.later(1_000)
    const { body } = await nadia.post(from, { from, ...FIRST, ...fields })
    return body
  }
  return { id, send }
}

test('the dates come before the form, and their button books what was read', async () => {
  const { id, send } = room()
  const html = await send({ 'recurs.until': '2027-06-30', notMonths: 'mai' })
  assert.ok(html.indexOf('id="dates"') < html.indexOf('name="notMonths" '), 'the form comes last')
  const said = textOf(html)
  assert.match(said, /Le premier samedi du mois, .*5 dates libres, une laissée/)
  assert.match(said, /samedi 2 janvier 2027, de 8 h à 23 h libre/)
  const [form = ''] = /<form class="no-print".*?<\/form>/s.exec(html) ?? []
  const hidden = [...form.matchAll(/name="([\w.]+)" value="([^"]*)"/g)]
  const sent = Object.fromEntries(hidden.map(([, name, value]) => [name, value]))
  box.later(1_000)
  assert.equal((await nadia.post(`${PATH}/${id}/plusieurs-fois`, sent)).status, 303)
  const rows = box.read.all('SELECT startsOn, endsAt FROM booking WHERE thing = ?', id)
  assert.equal(rows.length, 5)
  assert.ok(rows.every(row => row['endsAt'] === '23:00'))
})

test('none that is kept is said, and the form stands open with what was typed', async () => {
  const html = await room().send({ 'recurs.until': '2027-02-28', notMonths: 'janvier, février' })
  assert.match(textOf(html), /Aucune date libre, 2 laissées/)
  assert.match(html, /<details class="part no-print" open>/)
})

test('what this form writes in fields of its own is not looked for on another page', async () => {
  const said = textOf(await room().send({ 'recurs.own': 'tous les samedis sauf en mai' }))
  assert.match(said, /sous « Pas ces mois-là », par exemple mai/)
  assert.doesNotMatch(said, /événement|ne se répète pas/)
})

test('a series says where it stops before its own end, and why', async () => {
  const { send } = room()
  assert.match(textOf(await send({})), /Sans dernière date, on s’arrête au bout d’un an : samedi/)
  const daily = await send({ 'recurs.own': 'chaque jour', 'recurs.until': '2030-01-01' })
  assert.match(textOf(daily), /On s’arrête à 60 dates : la dernière est mardi 2 mars 2027/)
  const none = { notPublicHolidays: false, notSchoolHolidays: false, notMonths: [], notOn: [] }
  const stop = (recurs: string) => {
    const days: SeriesDays = { ...none, startsOn: '2027-01-02', recurs, also: [] }
    return seriesStop(days, seriesDates(days, {}))?.why
  }
  assert.equal(stop('FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270630'), undefined)
  assert.equal(stop('FREQ=MONTHLY;BYDAY=1SA;UNTIL=20290630'), 'year')
  assert.equal(stop('FREQ=DAILY;COUNT=60'), undefined)
  assert.equal(stop('FREQ=DAILY;COUNT=61'), 'most')
  assert.equal(stop('FREQ=WEEKLY'), 'noEnd')
})

test('a day that is added outside of the year of a series is said, and written by none', async () => {
  const { send } = room()
  const until = { 'recurs.until': '2027-02-28' }
  for (const [day, said] of [
    ['2026-12-26', 'Samedi 26 décembre'],
    ['2028-05-01', 'Lundi 1er mai 2028'],
  ] as const)
    assert.ok(
      textOf(await send({ ...until, also: `2027-02-14\n${day}` })).includes(
        `${said} n’est pas dans l’année qui commence à la première fois`,
      ),
      day,
    )
  const daily = { 'recurs.own': 'chaque jour', 'recurs.until': '2027-03-02' }
  const most = textOf(await send({ ...daily, also: '2027-04-01' }))
  assert.match(most, /On s’arrête à 60 dates/)
})

test('who kept one date of a series alone reads beside it why others were left', async () => {
  const { id, send } = room()
  await nadia.post(`${PATH}/${id}/reserver`, { startsOn: '2027-02-06', startsAt: '20:00' })
  await send({ 'recurs.until': '2027-02-28', sur: '1' })
  const seen = textOf((await nadia.get(`${PATH}/${id}`)).body)
  assert.match(seen, /samedi 6 février 2027, de 8 h à 23 h, laissé : c’était pris/)
})

test('dates booked together stand in order, with a word each, and end together', async () => {
  const { id, send } = room()
  const until = { 'recurs.until': '2027-04-30', sur: '1' }
  await nadia.post(`${PATH}/${id}/reserver`, { startsOn: '2027-02-06', startsAt: '20:00' })
  await send({ startsOn: '2027-03-06', 'recurs.until': '2027-03-06', sur: '1' })
  await send(until)
  const seen = textOf((await nadia.get(`${PATH}/${id}`)).body)
  const mine = seen.slice(seen.indexOf('Pour vous'))
  assert.match(mine, /samedi 6 février 2027, de 20 h.*Votre mot/)
  assert.match(mine, /jusqu’au 30 avril 2027 samedi 2 janvier 2027[^.]*Votre mot : salle \d\d \d\d/)
  assert.match(mine, /Mes dates, à imprimer/)
  assert.match(mine, /samedi 6 février 2027, de 8 h à 23 h, laissé : c’était pris/)
  assert.match(mine, /samedi 6 mars 2027, de 8 h à 23 h, laissé : c’était pris/)
  const end = /Annuler toutes les dates à venir Ce sera libre .*? : (.*?)\. Oui, rendre ces 2 dates/
  const [one, other, ...more] = end.exec(mine)?.[1]?.split('; ') ?? []
  assert.match(one ?? '', /^samedi 2 janvier 2027, de 8 h à 23 h/)
  assert.match(other ?? '', /^samedi 3 avril 2027, de 8 h à 23 h/)
  assert.deepEqual(more, [])
  const words = box.read.all('SELECT word FROM booking_home')
  assert.equal(new Set(words.map(row => row['word'])).size, words.length)
})

test('who has no card reads why nothing is booked several times, and what to do', async () => {
  const { id } = room()
  const { status, text } = await box.visitor().get(`${PATH}/${id}/plusieurs-fois`)
  assert.equal(status, 200)
  assert.match(text, /demande une carte.*Entrer avec ma carte/)
})

test('who is in charge books a series: which date is left, its paper with words, its end', async () => {
  const { id } = room()
  const path = `${PATH}/${id}`
  const act = (to: string, fields: Readonly<Record<string, string>>) => {
    box.later(1_000)
    return box.keeper.post(`${PATH}/${to}`, fields)
  }
  await nadia.post(`${path}/reserver`, { startsOn: '2027-02-06', startsAt: '20:00' })
  const months = { 'recurs.own': 'le premier samedi du mois, de janvier à juin' }
  const asked = { ...FIRST, ...months, name: 'Nadia', sur: '1' }
  const done = await act(`${id}/plusieurs-fois`, asked)
  assert.equal(done.status, 303)
  const landed = (await box.keeper.get(done.location ?? '')).text
  assert.match(landed, /5 dates réservées, une laissée : samedi 6 février 2027\./)
  assert.match(landed, /Imprimer ces dates/)
  const [row] = box.read.all('SELECT series FROM booking WHERE thing = ? AND series > 0', id)
  const series = String(row?.['series'])
  const said = JSON.stringify(box.paper('preter-dates', series, { by: 'keeper', private: true }))
  assert.match(said, /samedi 2 janvier 2027[^\]]*"réservé",\[{"b":"salle.\d\d.\d\d"}\]/)
  const bare = await act(`series/${series}/arreter`, {})
  assert.equal(bare.status, 422)
  assert.equal((await act(`series/${series}/arreter`, { calledOff: 'travaux' })).status, 303)
  assert.match((await nadia.get(`${PATH}/mien`)).text, /samedi 2 janvier 2027.*travaux/)
})

test('the tick that a name may be told is kept when the form comes back', async () => {
  const { id } = room()
  for (const path of ['plusieurs-fois', 'reserver']) {
    box.later(1_000)
    const from = `${PATH}/${id}${path === 'reserver' ? '' : `/${path}`}`
    const typed = { from, startsOn: 'jamais', name: 'Chorale', dire: '1' }
    const { status, body } = await box.keeper.post(`${PATH}/${id}/${path}`, typed)
    assert.equal(status, 422)
    assert.match(body, /name="dire"[^>]* checked/)
  }
})

test('a date that moved says where to, one that is cancelled says so, on screen and paper', async () => {
  const { id, send } = room()
  await send({ 'recurs.until': '2027-04-30', sur: '1' })
  const rows = box.read.all('SELECT id, series FROM booking WHERE thing = ? ORDER BY startsOn', id)
  const [, moved, off] = rows.map(row => String(row['id']))
  const series = String(rows[0]?.['series'])
  const at = `${PATH}/reservations`
  const whole = { startsAt: '08:00', endsAt: '23:00' }
  box.later(1_000)
  await box.doneBy(nadia, `${at}/${moved}/deplacer`, { startsOn: '2027-02-13', ...whole })
  await box.doneBy(nadia, `${at}/${off}/annuler`, {})
  const { body } = await nadia.get(`${PATH}/${id}`)
  const said = textOf(body).replaceAll(' ,', ',')
  const list = said.slice(said.indexOf('Toutes les dates'))
  assert.match(list, /samedi 6 février 2027, de 8 h à 23 h, déplacé au samedi 13 février 2027/)
  assert.match(list, /samedi 13 février 2027, de 8 h à 23 h, réservé/)
  assert.match(list, /samedi 6 mars 2027, de 8 h à 23 h, annulé/)
  assert.doesNotMatch(list, /c’était pris, ou une règle/)
  for (const one of [moved, off]) assert.ok(body.includes(`<li><a href="${at}/${one}">samedi 6`))
  const paper = JSON.stringify(box.paper('preter-dates', series, { by: 'keeper', private: true }))
  assert.match(paper, /6 février 2027[^"]*","déplacé au samedi 13 février 2027",""/)
  assert.match(paper, /13 février 2027[^"]*","réservé",\[/)
  assert.match(paper, /6 mars 2027[^"]*","annulé",""/)
  box.later(1_000)
  await box.doneBy(nadia, `${at}/${moved}/deplacer`, { startsOn: '2027-02-06', ...whole })
  const again = (await nadia.get(`${PATH}/${id}`)).text.replaceAll(' ,', ',')
  assert.match(again, /samedi 6 février 2027, de 8 h à 23 h, réservé/)
  assert.doesNotMatch(again, /13 février 2027, de 8 h à 23 h, réservé|déplacé/)
})
