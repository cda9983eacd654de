import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PASSPHRASE, testBox } from '../../../tests/support/test-box.ts'

test('after signing in, people go on to the requested page, also after a mistake', async () => {
  using box = testBox()
  const keeper = box.visitor()
  const page = await keeper.get('/bornes?quoi=1&quoi=2')
  const wrong = await keeper.fill(page, '/entrer', { passphrase: 'une autre phrase' })
  assert.equal(wrong.status, 403)
  assert.equal(
    (await keeper.fill(wrong, '/entrer', { passphrase: PASSPHRASE })).location,
    '/bornes?quoi=1&quoi=2',
  )
})

test('after signing in by a card too; without a requested page, to their own', async () => {
  using box = testBox()
  const card = await box.card(box.welcome({ name: 'Nadia' }))
  const input = { number: card.number, words: card.words }
  const first = box.visitor()
  const asked = await first.fill(await first.get('/arrangements'), '/entrer/carte', {
    ...input,
    words: 'pas les bons mots',
  })
  assert.equal((await first.fill(asked, '/entrer/carte', input)).location, '/arrangements')
  const second = box.visitor()
  assert.equal(
    (await second.fill(await second.get('/entrer'), '/entrer/carte', input)).location,
    '/moi',
  )
})

test('signing in leads only to pages of this box', async () => {
  using box = testBox()
  for (const to of [
    'https://ailleurs.example/',
    '//ailleurs.example',
    '/\\ailleurs.example',
    'javascript:alert(1)',
    '/\t/ailleurs.example',
  ]) {
    const keeper = box.visitor()
    const answer = await keeper.fill(await keeper.get('/tenir'), '/entrer', {
      passphrase: PASSPHRASE,
      vers: to,
    })
    assert.equal(answer.location, '/', to)
  }
})
