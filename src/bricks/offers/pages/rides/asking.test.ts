import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../../../tests/support/test-box.ts'

/** What the page understood of a ride is said; where it is not sure, its writer is asked. */

const WORD = { reachBy: 'word', accord: 'ici' }
const SEEK = '/annonces/chercher'
/** On Saturday 5 December. */
let box: TestBox
let odile: Member
const rides = () => box.read.all("SELECT title, rideTo, until FROM need WHERE mode = 'ride'")
const seek = (title: string, more: Readonly<Record<string, string>> = {}) =>
  odile.send(SEEK, { ...WORD, title, ...more })

beforeEach(async () => {
  box = testBox()
  box.territory({ communes: ['42195', '42019'] })
  odile = await box.member('Odile')
})

test('a place for the market on a day is asked about, and taken as its writer says', async () => {
  const title = 'je cherche une place pour le marché de Boën jeudi'
  const asked = await seek(title)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Une place dans une voiture, pour y aller \?/)
  assert.match(asked.body, /<input type="radio" id="f-trajet" name="trajet"\s+value="oui"/)
  assert.match(asked.text, /^ Une question : Je cherche/, 'a question is no mistake')
  assert.doesNotMatch(asked.text, /Ce n’est pas encore bon|À corriger/)
  assert.match(asked.text, /Oui, une place en voiture.*En une phrase/, 'its answer stands first')
  const yes = await odile.fill(asked, SEEK, { trajet: 'oui' })
  assert.equal(yes.status, 303, yes.text)
  const [row] = rides()
  assert.deepEqual([row!['rideTo'], row!['until']], ['marché de Boën', '2026-12-10'])
  const said = (await odile.get(yes.location)).text
  assert.match(said, /Vous cherchez une place, vers le marché de Boën, jeudi 10 décembre(?!, 1)/)
})

test('left unanswered it is asked no more, and is no ride; a stall is not asked about', async () => {
  const asked = await seek('il me reste une place pour le marché jeudi')
  assert.equal(asked.status, 422)
  assert.equal((await odile.fill(asked, SEEK)).status, 303)
  const other = await seek('une place jeudi pour le marché de Boën')
  assert.equal((await odile.fill(other, SEEK, { trajet: 'autre' })).status, 303)
  const stall = await seek('je cherche une place au marché de Boën pour mes fromages jeudi')
  assert.equal(stall.status, 303)
  assert.deepEqual(rides(), [])
})

test('what was asked travels with the other mistakes of the page', async () => {
  const asked = await seek('une place jeudi pour le marché de Boën')
  const again = await odile.fill(asked, SEEK, { trajet: 'oui', reachBy: 'phone', phone: '12' })
  assert.equal(again.status, 422)
  assert.match(again.body, /name="trajet"\s+value="oui" checked/)
  assert.equal((await odile.fill(again, SEEK, { reachBy: 'word' })).status, 303)
  assert.equal(rides().length, 1)
})

test('the second page asks too, and says the ride that it understood', async () => {
  const unsure = await seek('une place jeudi pour le marché de Boën', { plus: '1' })
  assert.match(unsure.text, /Une place dans une voiture, pour y aller \?/)
  assert.equal((await odile.fill(unsure, SEEK, { trajet: 'oui' })).status, 303)
  assert.equal(rides().length, 1)
  const sure = await seek('je cherche une place pour aller au marché de Boën jeudi à 9 h', {
    plus: '1',
  })
  assert.match(sure.text, /Le trajet : vers le marché de Boën, jeudi 10 décembre, à 9\sh, 1 place/)
  const gift = await odile.send('/annonces/proposer', { ...WORD, title: 'je donne', plus: '1' })
  assert.match(gift.text, /sans rien demander en échange/)
})

test('a part of the day is said where no hour is told, and no hour is made of it', async () => {
  const morning = await seek('je cherche une place pour aller à Boën jeudi matin')
  const said = (await odile.get(morning.location)).text
  assert.match(said, /Vous cherchez une place, vers Boën, jeudi 10 décembre, le matin/)
  const [row] = box.read.all("SELECT rideAt FROM need WHERE mode = 'ride'")
  assert.equal(row!['rideAt'], null)
  const hour = await seek('je cherche une place pour aller à Feurs vendredi matin à 9 h')
  const told = (await odile.get(hour.location)).text
  assert.match(told, /vers Feurs, vendredi 11 décembre, à 9\sh(?!, le matin)/)
})
