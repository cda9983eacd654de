import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sent } from '../../../tests/support/forms.ts'
import { asKeeper, cardOf, openDoor, PASSPHRASE } from '../../../tests/support/test-box.ts'

test('whoever comes in goes on to the page that was asked for, also after a mistake', async () => {
  const door = await openDoor()
  const keeper = door.person()
  const page = await keeper.get('/bornes?quoi=1&quoi=2')
  const wrong = await sent(keeper, page, '/entrer', { passphrase: 'une autre phrase' })
  assert.equal(wrong.status, 403)
  assert.equal((await sent(keeper, wrong, '/entrer', { passphrase: PASSPHRASE })).location, '/bornes?quoi=1&quoi=2')
})

test('whoever comes in by a card goes on too; without a page asked for, to their own', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const card = await cardOf(keeper, door.welcome({ name: 'Nadia' }))
  const input = { number: card.number, words: card.words }
  const first = door.person()
  const asked = await sent(first, await first.get('/arrangements'), '/entrer/carte', { ...input, words: 'pas les bons mots' })
  assert.equal((await sent(first, asked, '/entrer/carte', input)).location, '/arrangements')
  const second = door.person()
  assert.equal((await sent(second, await second.get('/entrer'), '/entrer/carte', input)).location, '/moi')
})

test('nobody is sent elsewhere than to a page of this box', async () => {
  const door = await openDoor()
  for (const to of [
    'https://ailleurs.example/',
    '//ailleurs.example',
    '/\\ailleurs.example',
    'javascript:alert(1)',
    '/\t/ailleurs.example',
  ]) {
    const keeper = door.person()
    const answer = await sent(keeper, await keeper.get('/tenir'), '/entrer', { passphrase: PASSPHRASE, vers: to })
    assert.equal(answer.location, '/', to)
  }
})
