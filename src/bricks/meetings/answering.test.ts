import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** A form that opens has its plain answer ticked: sent as it is, it says that. */

test('the form to answer opens with “j’en suis”, and once answered it is folded under the answer', async () => {
  const box = testBox()
  const id = box.bring('event', { title: 'Café de réparation', startsOn: '2026-12-19', minimum: 5 })
  const karim = await box.member('Karim')
  const page = await karim.get(`/repondre/${id}`)
  assert.doesNotMatch(page.body, /<summary>Changer ma réponse/)
  const sent = await karim.fill(page, `/repondre/${id}`)
  assert.equal(sent.status, 303, sent.text)
  const [row] = box.read.all('SELECT answer, firstName FROM response')
  assert.deepEqual({ ...row }, { answer: 'in', firstName: 'Karim' })
  const again = await karim.get(`/repondre/${id}`)
  assert.match(again.body, /<details>\s*<summary>Changer ma réponse/)
  const lacks = await karim.fill(again, `/repondre/${id}`, { answer: 'not' })
  assert.equal(lacks.status, 422)
  assert.match(lacks.body, /<details open>\s*<summary>Changer ma réponse/)
  const done = await karim.fill(lacks, `/repondre/${id}`, { saying: 'je travaille' })
  assert.equal(done.status, 303)
  const last = await karim.get(`/repondre/${id}`)
  assert.match(
    last.body,
    /<(input|textarea)[^>]*>?[^<]*je travaille/,
    'what they answered is there to be changed',
  )
  assert.match(last.text, /Et vous\s?\? Vous avez répondu/, 'their answer comes first')
})

test('“ce n’est plus vrai” opens with that said, and what is doubted with a yes', {
  skip: lacking('confirmation') || lacking('offer'),
}, async () => {
  const box = testBox()
  const notice = box.bring('offer', { title: 'Lucie donne un lit', who: 'Lucie', state: 'firm' })
  const doubted = box.bring('actor', { name: 'L’Amicale', toConfirm: true })
  const karim = await box.member('Karim')
  for (const [at, says] of [
    [`/a-confirmer?annonce=${notice}`, 'gone'],
    [`/a-confirmer/${doubted}`, 'yes'],
  ] as const) {
    box.later(1_000)
    const sent = await karim.fill(await karim.get(at), '/a-confirmer/dire')
    assert.equal(sent.status, 303, sent.text)
    const [row] = box.read.all('SELECT says FROM confirmation ORDER BY id DESC')
    assert.equal(row?.['says'], says)
  }
})
