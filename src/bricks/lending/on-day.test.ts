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
