import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** The list of things for one day. */

const SAW = { title: 'Scie', kind: 'tool', commune: '42195', unit: 'day' }
function opened(): TestBox {
  const box = testBox()
  box.territory()
  return box
}

test('the list says of a day what the page of each thing would say', async () => {
  using box = opened()
  const id = box.bring('thing', { ...SAW, aheadDays: 30, leadDays: 3 })
  const said = async (day: string): Promise<string> =>
    (await box.visitor().get(`${PATH}?jour=${encodeURIComponent(day)}`)).text
  assert.match(await said('15 décembre'), /Scie libre mardi 15 décembre/)
  const far = await said('15 mars 2027')
  assert.match(far, /15 mars 2027 : Pas plus de 30 jours à l’avance/)
  assert.doesNotMatch(far, /libre (?!CoCoTe)/)
  assert.match(await said('demain'), /On prévient 3 jours à l’avance/)
  assert.match(await said('1/12/2026'), /C’est passé/)
  box.bring('booking', { thing: id, startsOn: '2026-12-15', startsAt: '09:00', state: 'booked' })
  assert.match(await said('15 décembre'), /mardi 15 décembre : pris à partir de 9 h/)
  box.bring('thing', { ...SAW, title: 'Tente', localsDays: 5 })
  const locals = await said('15 décembre')
  assert.match(locals, /Les gens de la commune d’abord/)
  const ana = await box.member({ name: 'Ana', commune: '42195' })
  assert.match((await ana.get(`${PATH}?jour=15+décembre`)).text, /Tente libre mardi 15 décembre/)
})

test('a filter keeps the day, and the day keeps a filter', async () => {
  using box = opened()
  for (const title of ['Scie', 'Perceuse']) box.bring('thing', { ...SAW, title })
  const { body } = await box.visitor().get(`${PATH}?jour=mardi&kind=tool`)
  const [filters] = /<form class="filters".*?<\/form>/s.exec(body) ?? []
  assert.match(filters ?? '', /<input type="hidden" name="jour" value="mardi">/)
  assert.match(filters ?? '', /<a href="\/preter\?jour=mardi">/)
  const [asks] = /<form class="inline lend-ask.*?<\/form>/s.exec(body) ?? []
  assert.match(asks ?? '', /<input type="hidden" name="kind" value="tool">/)
  assert.doesNotMatch(asks ?? '', /hidden" name="jour"/)
})

test('a day that is not understood is said first on the page, and at its field', async () => {
  using box = opened()
  box.bring('thing', SAW)
  for (const [typed, sentence] of [
    ['sam12', '«\u00a0sam12\u00a0»\u00a0: écrivez un jour comme samedi'],
    ['samedi 13', 'Il n’y a pas de «\u00a0samedi 13\u00a0»'],
  ] as const) {
    const { body } = await box.visitor().get(`${PATH}?jour=${encodeURIComponent(typed)}`)
    assert.equal(body.split(sentence).length, 3, typed)
    assert.ok(body.indexOf(sentence) < body.indexOf('<h1>'), 'first on the page')
    assert.match(body, /<a href="#f-jour">/)
    assert.match(body, /<input id="f-jour"[^>]*aria-invalid="true"/)
    assert.ok(body.includes(`value="${typed}"`), 'what was typed stays')
  }
  const { text } = await box.visitor().get(`${PATH}?jour=samedi+12`)
  assert.match(text, /libre samedi 12 décembre/)
})

test('the list reads a day as people say it, and shows which one it understood', async () => {
  using box = opened()
  box.bring('thing', SAW)
  const seen = async (typed: string, lang = 'fr'): Promise<string> => {
    const path = `${PATH}?langue=${lang}&jour=${encodeURIComponent(typed)}`
    const { text, body } = await box.visitor().get(path)
    const [, value = ''] = /<input id="f-jour"[^>]*? value="([^"]*)"/.exec(body) ?? []
    return `${value} · ${/Scie .*? décembre|Scie .*? December/.exec(text)?.[0] ?? 'no day'}`
  }
  for (const [typed, day] of [
    ['samedi soir', 'samedi 5 décembre'],
    ['samedi prochain', 'samedi 12 décembre'],
    ['samedi de la semaine prochaine', 'samedi 12 décembre'],
    ['dimanche matin', 'dimanche 6 décembre'],
    ['demain soir', 'dimanche 6 décembre'],
    ['après-demain', 'lundi 7 décembre'],
    ['dans quinze jours', 'samedi 19 décembre'],
    ['le 12 au soir', 'samedi 12 décembre'],
  ] as const)
    assert.equal(await seen(typed), `${day} · Scie libre ${day}`, typed)
  for (const [typed, day] of [
    ['Saturday evening', 'Saturday 5 December'],
    ['next Saturday', 'Saturday 12 December'],
    ['Saturday of next week', 'Saturday 12 December'],
    ['in two weeks', 'Saturday 19 December'],
    ['the 12th in the evening', 'Saturday 12 December'],
  ] as const)
    assert.match(await seen(typed, 'en'), new RegExp(`^${day} · Scie .*${day}`), typed)
})

test('the list tells one day: of a weekend it says which two there are', async () => {
  using box = opened()
  box.bring('thing', SAW)
  const { body } = await box.visitor().get(`${PATH}?jour=ce+week-end`)
  const sentence =
    '«\u00a0ce week-end\u00a0»\u00a0: ce sont deux jours. Écrivez samedi 5 décembre ou ' +
    'dimanche 6 décembre.'
  assert.equal(body.split(sentence).length, 3)
  assert.ok(body.includes('value="ce week-end"'), 'what was typed stays')
  const { text } = await box.visitor().get(`${PATH}?langue=en&jour=this+weekend`)
  assert.match(text, /these are two days. Write Saturday 5 December or Sunday 6 December/)
})

test('a thing used by the hour is asked for a part of a day, one used by the day is not', async () => {
  using box = opened()
  const room = { ...SAW, title: 'Le local', kind: 'place', unit: 'hour' }
  const [saw, hall] = [box.bring('thing', SAW), box.bring('thing', room)]
  const evening = { startsOn: '2026-12-12', startsAt: '19:00', endsOn: '2026-12-12' }
  box.bring('booking', { thing: hall, ...evening, endsAt: '20:00', state: 'booked' })
  const answer = async (id: string, typed: string): Promise<string> => {
    const { body } = await box.visitor().get(`${PATH}/${id}?startsOn=${encodeURIComponent(typed)}`)
    const [note = ''] = /<div class="note" id="reponse".*?<\/div>/s.exec(body) ?? []
    return note
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }
  assert.match(await answer(hall, 'le 12 au matin'), /^Samedi 12 décembre, de 8 h à 12 h : c’est/)
  assert.match(await answer(hall, 'le 12 au soir'), /^Samedi 12 décembre, de 18 h .*: C’est pris/)
  assert.match(await answer(hall, 'samedi après-midi'), /^Samedi 5 décembre, de 14 h à 18 h/)
  assert.match(await answer(hall, 'ce soir'), /^Samedi 5 décembre, de 18 h à 24 h : c’est libre/)
  assert.match(await answer(saw, 'dimanche matin'), /^Dimanche 6 décembre : c’est libre/)
  assert.match(await answer(saw, 'le week-end prochain'), /^Du samedi 12 .*13 décembre : c’est/)
})
