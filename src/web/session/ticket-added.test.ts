import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { showWaiting } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import type { FileRef } from '../../core/schema.ts'

/** Who sent a notice without a card adds by its ticket what they left empty at first. */

const skip = lacking('offer')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
let ticket = ''
let lina: ReturnType<TestBox['visitor']>
const one = (sql: string): string => String(box.read.all(sql)[0]?.['id'])
const shown = () => box.read.all('SELECT * FROM offer')[0]!
beforeEach(async () => {
  if (skip) return
  box = testBox()
  box.territory()
  const sold = { title: 'vend un coffre', mode: 'sell', who: 'Lina', phone: '06 39 98 00 11' }
  ;({ by: lina, at: ticket } = await sentNotice(box, sold, '/annonces/proposer'))
  box.later(1_000)
})

test('the commune and the price that were left empty are added, and read by the keeper', async () => {
  const page = await lina.get(`${ticket}/corriger`)
  const added = { commune: '42195', priceCents: '90' }
  const done = await lina.fill(page, `${ticket}/corriger`, added)
  assert.equal(done.status, 303, done.text)
  assert.match((await box.keeper.get('/a-montrer')).text, /Affiché : – Proposé : 90\s€/)
  await showWaiting(box)
  assert.deepEqual([shown()['commune'], shown()['priceCents']], ['42195', 9_000])
})

const photo: FileRef = {
  hash: '1'.repeat(64),
  name: 'photo-1.webp',
  type: 'image/webp',
  size: 9,
  small: 'a'.repeat(64),
}
test('a photo is added once, shows when the keeper shows it, and none is lost by a word', async () => {
  const { body } = await lina.get(`${ticket}/corriger`)
  assert.match(body, /<form[^>]*enctype="multipart\/form-data"/)
  assert.match(body, /<input[^>]*type="file"[^>]*name="photos"|name="photos"[^>]*type="file"/)
  const proposed = one('SELECT id FROM proposal_home')
  const by = { by: 'visitor', ticket: proposed } as const
  box.done('plain.correctSent', {}, { ...by, files: { photos: [photo] } })
  assert.match((await box.keeper.get('/a-montrer')).text, /Photo/)
  await showWaiting(box)
  assert.match(String(shown()['photos']), /1{64}/)
  assert.doesNotMatch((await lina.get(`${ticket}/corriger`)).body, /type="file"/)
  box.later(1_000)
  box.done('plain.correctSent', { title: 'vend un grand coffre' }, by)
  await showWaiting(box)
  assert.match(String(shown()['photos']), /1{64}/)
  assert.deepEqual(box.faults, [])
})

test('photos that are refused count all the same: the box read each of them', async () => {
  const env = { incoming: { socket: { remoteAddress: '192.168.4.7' }, headers: {} } }
  const headers = { host: 'borne.local', origin: 'http://borne.local' }
  const statuses: number[] = []
  for (let n = 0; n < 31; n++) {
    const body = new FormData()
    body.append('title', '')
    body.append('photos', new Blob(['no photo']), 'photo.jpg')
    const address = `http://borne.local${ticket}/corriger`
    statuses.push((await box.app.request(address, { method: 'POST', headers, body }, env)).status)
  }
  assert.deepEqual(new Set(statuses.slice(0, 30)), new Set([422]))
  assert.equal(statuses.at(-1), 429)
})
