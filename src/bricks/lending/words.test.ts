import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { fr } from './words/fr.ts'

/** Sentences that were false, or had a hole, each where somebody reads it. */

type Fields = Readonly<Record<string, string | readonly string[]>>
const act = (box: TestBox, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(1000)
  return who.post(`${PATH}/${path}`, fields)
}
const thingOf = (box: TestBox, fields: object = {}): string =>
  box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
const last = (box: TestBox): string =>
  String(box.read.all('SELECT id FROM booking ORDER BY id').at(-1)?.['id'])
/** What the keeper is told where an act led. */
const told = async (box: TestBox, path: string, fields: Fields = {}): Promise<string> => {
  const { location } = await act(box, box.keeper, path, fields)
  return (await box.keeper.get(location)).text
}

test('days that are kept closed say why, pass no rule, and are open again in a word', async () => {
  using box = testBox()
  box.territory()
  const id = thingOf(box)
  await act(box, box.keeper, `${id}/fermer`, { startsOn: '2026-12-12', why: 'on refait le sol' })
  const page = (await box.keeper.get(`${PATH}/${id}`)).text
  assert.match(page, /Pourquoi.: on refait le sol/)
  assert.doesNotMatch(page, /Au-delà de la règle/)
  const opened = await told(box, `reservations/${last(box)}/annuler`)
  assert.match(opened, /Scie.: c’est rouvert/)
  assert.doesNotMatch(opened, /quelqu’un d’autre/)
})

test('what another box booked goes out without a name, and no sentence has a hole', async () => {
  using box = testBox()
  box.territory()
  const id = thingOf(box)
  const booked = box.bring('booking', { thing: id, startsOn: '2026-12-05', state: 'booked' })
  const page = (await box.keeper.get(`${PATH}/${id}`)).text
  assert.match(page, /une autre borne.?: samedi 5 décembre/)
  assert.doesNotMatch(page, /fermé.?:/)
  assert.match(await told(box, `reservations/${booked}/remettre`, { tout: '1' }), /Scie.: parti\./)
  const out = await act(box, box.keeper, `${id}/remplacer`, { par: '' })
  assert.match(out.text, /C’est parti.: notez d’abord le retour/)
})

test('a thing is free until the evening before somebody has it', async () => {
  using box = testBox()
  box.territory()
  const paul: Member = await box.member('Paul')
  const id = thingOf(box)
  await act(box, paul, `${id}/reserver`, { startsOn: '2026-12-12' })
  const page = (await box.visitor().get(`${PATH}/${id}`)).text
  assert.match(page, /Libre en ce moment, jusqu’à vendredi 11 décembre au soir/)
})

test('a room that closes before the end says when; a thing says the day of its return', () => {
  const today = '2026-12-05'
  assert.match(fr.rules.closed('end', '2026-12-12T18:00', null, today), /^Cela ferme .* à 18.h\.$/)
  assert.match(
    fr.rules.closed('end', '2026-12-13T00:00', null, today),
    /^Le jour du retour, .*fermé/,
  )
})

test('what is lent no more is lent again, by who is in charge alone', async () => {
  using box = testBox()
  box.territory()
  const [rosa, paul] = [await box.member('Rosa'), await box.member('Paul')]
  const id = thingOf(box)
  box.bring('charge', { person: rosa.id, over: id, since: '2026-01-01' }, 'home')
  await act(box, rosa, `${id}/remplacer`, { par: '' })
  assert.equal((await act(box, paul, `${id}/reserver`, { startsOn: '2026-12-12' })).status, 422)
  assert.doesNotMatch((await paul.get(`${PATH}/${id}`)).text, /Le prêter de nouveau/)
  assert.equal((await act(box, paul, `${id}/repreter`)).status, 422)
  assert.match((await rosa.get(`${PATH}/${id}`)).text, /Le prêter de nouveau/)
  assert.equal((await act(box, rosa, `${id}/repreter`)).status, 303)
  assert.equal((await act(box, rosa, `${id}/repreter`)).status, 422)
  assert.equal((await act(box, paul, `${id}/reserver`, { startsOn: '2026-12-12' })).status, 303)
})
