import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** A notice that few read becomes no thing that all read, but by who wrote it. */

const TITLE = 'Mathieu prête sa fendeuse'
const written = async (box: TestBox, who: Member, accord: string): Promise<string> => {
  await who.post('/annonces/proposer', {
    ...{ title: TITLE, who: 'Mathieu', reachBy: 'phone', phone: '06 11 22 33 44' },
    ...{ demande: 'portee', mode: 'lend', accord },
  })
  const [row] = box.read.all("SELECT id FROM offer_home WHERE removed IS NOT 1 AND author > ''")
  return String(row?.['id'])
}
const made = (box: TestBox): number =>
  box.read.all('SELECT id FROM thing_home UNION SELECT id FROM thing').length

test('a notice that only cards read stays as it is, and says why', async () => {
  using box = testBox()
  box.territory()
  const mathieu = await box.member({ name: 'Mathieu', how: 'phone', phone: '06 11 22 33 44' })
  const id = await written(box, mathieu, 'carte')
  for (const who of [mathieu, box.keeper]) {
    assert.match((await who.get(`/annonces/${id}`)).text, /ne se lit qu’avec une carte/)
    const answer = await who.post(`${PATH}/annonce/${id}`, {})
    assert.equal(answer.status, 422)
    assert.match(answer.text, /montrez d’abord l’annonce à tous/)
  }
  assert.equal(made(box), 0)
})

test('who wrote a notice for this place alone makes it a thing, and the keeper does not', async () => {
  using box = testBox()
  box.territory()
  const mathieu = await box.member({ name: 'Mathieu', how: 'phone', phone: '06 11 22 33 44' })
  const id = await written(box, mathieu, 'ici')
  assert.match((await box.keeper.get(`/annonces/${id}`)).text, /c’est à qui a écrit l’annonce/)
  assert.equal((await box.keeper.post(`${PATH}/annonce/${id}`, {})).status, 422)
  assert.equal(made(box), 0)
  assert.match(
    (await mathieu.get(`/annonces/${id}`)).text,
    /aussi sans carte, et dans les villages/,
  )
  const answer = await mathieu.post(`${PATH}/annonce/${id}`, {})
  assert.equal(answer.status, 303)
  assert.match((await box.visitor().get(answer.location ?? '/')).text, /Fendeuse/)
})
