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

test('words that were corrected are told to the keeper alone; what shows is told to all', async () => {
  const id = box.bring('offer', {
    title: 'Vélo de Lulu Marchand, partie en maison de retraite',
    detail: 'Chez sa fille.',
    where: 'au bourg',
    amount: 'un',
    reach: 'au local',
    state: 'firm',
  })
  const form = await box.keeper.get(`/annonces/${id}/modifier`)
  const mended = { title: 'Vélo à donner', detail: '', amount: 'deux' }
  assert.equal((await box.keeper.fill(form, '/ecrire', mended)).status, 303)
  const read = async (who: Browser): Promise<string> =>
    (await who.get(`/annonces/${id}`)).text + (await who.get(`/annonces/${id}/changements`)).text
  for (const who of [box.visitor(), await box.member('Rosa')]) {
    const said = await read(who)
    assert.doesNotMatch(said, /Lulu|retraite|sa fille/)
    assert.match(said, /En une phrase, Vélo à donner/)
    assert.match(said, /En une phrase, changé/)
    assert.match(said, /au bourg/)
  }
  assert.match(await read(box.keeper), /Lulu Marchand.*sa fille/s)
})

test('what no form asks, and what was never filled in, is no change to the public', async () => {
  const id = box.bring('need', {
    title: 'Un four',
    reach: 'ici',
    hand: false,
    renewedOn: '2026-11-02',
  })
  box.done('plain.write', { type: 'need', id, title: 'Un four', reach: 'ici', who: '' })
  const said = (await box.visitor().get(`/annonces/${id}/changements`)).text
  assert.match(said, /la personne qui tient la page : .*Comment joindre, ici · .*Un four/)
  assert.equal(said.split('la personne qui tient la page :').length, 2, 'one turn, one line')
  assert.doesNotMatch(said, /Prénom|coup de main|2 novembre/)
  assert.match((await box.keeper.get(`/annonces/${id}/changements`)).text, /2 novembre/)
})
