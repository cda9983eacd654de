import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A number that was replaced is told to nobody but the keeper, and is hidden as one that shows. */

const skip = lacking('offer')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const NUMBER = '04 77 99 88 77'
let box: TestBox
let notice = ''
beforeEach(async () => {
  if (skip) return
  box = testBox()
  notice = box.bring('offer', {
    title: 'Élodie prête sa remorque',
    who: 'Élodie',
    reach: NUMBER,
    detail: `Ou au ${NUMBER}.`,
    state: 'firm',
  })
  const form = await box.keeper.get(`/annonces/${notice}/modifier`)
  const done = await box.keeper.fill(form, '/ecrire', {
    reach: 'au local, le mercredi',
    detail: 'Le matin.',
    where: 'au four',
  })
  assert.equal(done.status, 303, done.text)
})
const pagesOf = async (who: Browser): Promise<string> =>
  (
    await Promise.all(
      [`/annonces/${notice}`, `/annonces/${notice}/changements`].map(
        async path => (await who.get(path)).text,
      ),
    )
  ).join('\n')

test(
  'of a way to be reached, others read that it changed, and never what it was; the keeper ' +
    'reads all',
  async () => {
    const said = await pagesOf(box.visitor())
    assert.ok(!said.includes('99 88'), said)
    assert.match(said, /Comment joindre, changé/)
    assert.match(said, /au local, le mercredi.*au four/s, 'what shows is told as before')
    assert.match(await pagesOf(box.keeper), /Comment joindre, 04 77 99 88 77/)
  },
)

test('a number that stands in a history alone is hidden there, for the keeper too', async () => {
  const person = box.visitor()
  const done = await person.send('/c-est-mon-numero', { number: NUMBER })
  assert.equal(done.status, 303, done.text)
  assert.ok(!(await pagesOf(box.keeper)).includes('99 88'))
})
