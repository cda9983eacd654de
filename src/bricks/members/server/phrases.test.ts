import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keeperSession, openLocal, sessionOf, startSession } from '../../../files/local.ts'
import { takeBackOfTheGone } from './cards.ts'
import { choosePhrase, memberByPhrase } from './phrases.ts'

const CALLED: Readonly<Record<string, string>> = { a: 'Élodie', b: 'Elodie', c: 'Paul' }
const called = (member: string): string | undefined => CALLED[member]

test(
  'a first name and a phrase of one’s own open one’s page, accents and capitals aside; ' +
    'namesakes are told apart by their phrase',
  async () => {
    const local = openLocal(':memory:')
    assert.ok(await choosePhrase(local, 'a', 'Trois noix sur le mur'))
    assert.ok(await choosePhrase(local, 'b', 'deux pies dans le pré'))
    assert.equal(
      await memberByPhrase(local, { name: 'élodie', phrase: 'trois noix, sur le mur' }, called),
      'a',
    )
    assert.equal(
      await memberByPhrase(local, { name: 'ELODIE', phrase: 'Deux pies dans le pre' }, called),
      'b',
    )
    assert.equal(
      await memberByPhrase(local, { name: 'Paul', phrase: 'trois noix sur le mur' }, called),
      undefined,
    )
    assert.equal(
      await memberByPhrase(local, { name: 'Élodie', phrase: 'trois noix sur le banc' }, called),
      undefined,
    )
    assert.equal(await memberByPhrase(local, { name: '', phrase: '' }, called), undefined)
  },
)

test('a short phrase is none, the box keeps no phrase, and one of who is gone opens nothing', async () => {
  const local = openLocal(':memory:')
  assert.equal(await choosePhrase(local, 'a', 'noix'), false)
  assert.ok(await choosePhrase(local, 'a', 'trois noix sur le mur'))
  assert.ok(!JSON.stringify(local.sql.all('SELECT * FROM phrase')).includes('noix'))
  takeBackOfTheGone(local, member => member !== 'a')
  assert.equal(
    await memberByPhrase(local, { name: 'Élodie', phrase: 'trois noix sur le mur' }, called),
    undefined,
  )
})

test('the visits of each keeper go on when members are gone', () => {
  const local = openLocal(':memory:')
  const open = (who: string) => startSession(local, true, 0, who)
  const [first, further, gone] = [open(keeperSession('')), open(keeperSession('b')), open('a')]
  takeBackOfTheGone(local, () => false)
  const stands = (token: string): boolean => sessionOf(local, token, 0) !== undefined
  assert.deepEqual([first, further, gone].map(stands), [true, true, false])
})
