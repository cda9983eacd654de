import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { uiWords } from '../../ui/words.ts'
import { fr } from './words/fr.ts'

/** A form in English keeps no English word of ours in what everybody reads. */

test('the way that a form in English keeps is French, and is said in the language of the page', async () => {
  const box = testBox()
  box.territory()
  const karim = await box.member('Karim')
  const form = '/annonces/chercher?langue=en'
  const sent = await karim.fill(await karim.get(form), '/annonces/chercher', {
    title: 'cherche une échelle',
    reachBy: 'word',
  })
  assert.equal(sent.status, 303, sent.text)
  const [row] = box.read.all('SELECT id, reach FROM need_home UNION SELECT id, reach FROM need')
  assert.equal(row!['reach'], 'laissez un mot à Anaïs')
  const page = async (lang: string) =>
    (await karim.get(`/annonces/${row!['id']}?langue=${lang}`)).text
  assert.match(await page('en'), /To reach Karim\s*: leave a word with Anaïs/)
  assert.match(await page('fr'), /laissez un mot à Anaïs/)
})

test('the frame knows these ways by the words that records keep', () => {
  const { ways } = uiWords('fr')
  assert.equal(ways.byWord('Simone'), fr.byWord('Simone'))
  assert.equal(ways.byRelay('Simone'), fr.byRelay('Simone', ''))
})
