import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** What an owner types to be reached is read by everybody, and says so. */

const NUMBER = '06 12 34 56 78'

test('how an owner is reached says who reads it, and stands among what they agreed to', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  const form = await rosa.get(`${PATH}/nouveau`)
  assert.match(form.text, /Comment joindre .*Tout le monde le lit.*données ouvertes/)
  assert.match((await rosa.get('/moi')).text, /Aucun accord : rien n’est montré/)
  await rosa.fill(form, `${PATH}/nouveau`, { title: 'Échelle', kind: 'tool', reach: NUMBER })
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const [row] = box.read.all('SELECT who, reach FROM thing')
  assert.deepEqual([row?.['who'], row?.['reach']], [null, NUMBER], 'no name that nobody typed')
  const mine = (await rosa.get('/moi')).text
  assert.match(mine, /Mes accords .*comment me joindre, comme c’est écrit sur sa page : Échelle/)
  assert.doesNotMatch(mine, /Aucun accord/)
})

test('of a thing that says nothing of its owner, nothing stands there', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  await rosa.post(`${PATH}/nouveau`, { title: 'Échelle', kind: 'tool' })
  assert.match((await rosa.get('/moi')).text, /Aucun accord : rien n’est montré/)
})
