import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from './guard.ts'

const said = (text: string): readonly string[] => guard(text, ['Boën']).map(one => one.said)

test('a word of everyday English is nobody’s name in an English sentence', () => {
  for (const sentence of [
    'I need somebody to help me move a sofa on Saturday',
    'Looking for a room to rent in Trelins from January',
    'English lessons on Wednesday evenings',
    'Can anyone lend me a ladder this weekend?',
    'Old bike to give away. Cat lost near the church!',
    'Does somebody go to Boën on Thursday?',
    'Wanted: someone to mow the lawn',
    'We are looking for babies’ clothes, moving boxes and cut wood',
  ])
    assert.deepEqual(said(sentence), [], sentence)
})

test('a name is found in English as in French, and no English word hides one', () => {
  for (const [sentence, ...names] of [
    ['Ask for Emily at the bar', 'Emily'],
    ['My neighbour John Smith needs help', 'John Smith'],
    ['Ask Brown about the hay', 'Brown'],
    ['Will and Grace lend their van', 'Will', 'Grace'],
    ['Contact Perdrix at the bar on Saturday', 'Perdrix'],
    ['Please call Emily Saturday', 'Emily'],
    ['Ginette needs the trailer', 'Ginette'],
  ] as const)
    assert.deepEqual(said(sentence), names, sentence)
})

test('an English word that is somebody where it stands is found', () => {
  for (const [sentence, ...names] of [
    ['Mr Baker is a thief, lock your barn and your bike', 'Baker'],
    ['Mr. Baker is a thief, lock your barn and your bike', 'Baker'],
    ['Ask Mr Walker why the sheep are dead, he knows', 'Walker'],
    ['Ask the Bakers about the old bike', 'Bakers'],
    ['Contact walker at the bar', 'walker'],
    ['Mr Farmer and Mrs Gardener need help', 'Farmer', 'Gardener'],
    ['Ask May about the garden', 'May'],
    ['Walker is a thief, look at his barn', 'Walker'],
    ['Look for Mr Market', 'Market'],
    ['The Woods family needs a sofa', 'Woods'],
    ['Please call Mr Church on Friday', 'Church'],
  ] as const)
    for (const name of names)
      assert.ok(
        said(sentence).some(one => one.includes(name)),
        `${sentence}: ${said(sentence)}`,
      )
  assert.deepEqual(said('I need a room from May to August'), [])
})

test('in a French sentence the same words are judged as before', () => {
  assert.deepEqual(said('Je cherche Saturday'), ['Saturday'])
  assert.deepEqual(said('I need help. Demander à Saturday'), ['Saturday'])
})
