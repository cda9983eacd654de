import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'

const WORD = { reachBy: 'word', accord: 'ici' }
const SEEK = '/annonces/chercher'

test('the day of what is no ride is its last one, and its writer reads it', async () => {
  using box = testBox()
  box.territory({ communes: ['42195', '42019'] })
  const odile = await box.member('Odile')
  const seek = (title: string, more: Readonly<Record<string, string>> = {}) =>
    odile.send(SEEK, { ...WORD, title, ...more })
  const until = (word: string) =>
    box.read.all('SELECT until FROM need WHERE title LIKE ?', `%${word}%`).map(row => row['until'])

  const hand = await seek('un coup de main vendredi après-midi')
  assert.equal(hand.status, 303, hand.text)
  assert.deepEqual(until('coup de main'), ['2026-12-11'])
  const read = (await odile.get(hand.location)).text
  assert.match(read, /La page a compris : « .*jusqu’au vendredi 11 décembre »/)

  const hall = await seek('la salle le 20 décembre au soir')
  assert.deepEqual(until('salle'), ['2026-12-20'])
  assert.match((await odile.get(hall.location)).text, /jusqu’au dimanche 20 décembre/)

  await seek('un vélo pour ma fille')
  assert.deepEqual(until('vélo'), [null])

  const more = await seek('une échelle jusqu’à dimanche', { plus: '1' })
  assert.match(more.text, /jusqu’au 6 décembre/)
  assert.equal((await odile.fill(more, SEEK, { until: '' })).status, 303)
  assert.deepEqual(until('échelle'), [null], 'a day that was taken out of the form stays out')
})
