import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { type Field, type FieldKind, spaceOf } from '../../core/schema.ts'

/** The keeper sees all that a correction changes, before they show it. */

const skip = lacking('offer')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
beforeEach(() => {
  if (skip) return
  box = testBox()
  box.territory()
})
const toRead = async () => (await box.keeper.get('/a-montrer')).text

test('a price that a ticket corrects is read by the keeper before it shows', async () => {
  const sold = { title: 'vend une commode', mode: 'sell', priceCents: '90', who: 'Lina' }
  const sent = { ...sold, phone: '06 39 98 00 11' }
  const { by: visitor, at: ticket } = await sentNotice(box, sent, '/annonces/proposer')
  const page = await visitor.get(`${ticket}/corriger`)
  box.later(1_000)
  const corrected = await visitor.fill(page, `${ticket}/corriger`, { priceCents: '4000' })
  assert.equal(corrected.status, 303, corrected.text)
  assert.match(await toRead(), /Affiché : 90\s€.*Proposé : 4\s000\s€/)
})

test('a correction names once what it corrects, above what would change', async () => {
  const sold = { title: 'vend une commode', mode: 'sell', priceCents: '90', who: 'Lina' }
  const sent = { ...sold, phone: '06 39 98 00 11' }
  const { by: visitor, at: ticket } = await sentNotice(box, sent, '/annonces/proposer')
  const page = await visitor.get(`${ticket}/corriger`)
  box.later(1_000)
  await visitor.fill(page, `${ticket}/corriger`, { priceCents: '80' })
  const text = await toRead()
  assert.equal(text.match(/vend une commode/g)?.length, 1)
  assert.match(text, /vend une commode » Voir ce qui est affiché.*Affiché : 90/)
})

const HASH = 'a'.repeat(64)
/** A value of each kind. */
const VALUES: Readonly<Record<FieldKind, unknown>> = {
  text: 'autre chose',
  prose: 'autre chose',
  number: 3,
  quantity: { value: 3, unit: 'kg' },
  money: 400_000,
  day: '2026-12-05',
  time: '14:00',
  moment: '2026-12-05T14:00Z',
  period: { from: '2026-12-05', to: '2026-12-06' },
  recurrence: 'FREQ=WEEKLY;BYDAY=SA',
  hours: 'Mo-Fr 09:00-12:00',
  commune: '42195',
  point: [45.7, 3.9],
  choice: '',
  themes: [],
  link: '',
  files: [{ hash: HASH, small: HASH, name: 'a.webp', type: 'image/webp', size: 3 }],
  phone: '06 39 98 00 12',
  email: 'lea@exemple.fr',
  url: 'https://exemple.fr',
  yesNo: true,
}
function valueFor(field: Field): unknown {
  const one =
    field.kind === 'choice'
      ? (field.choices ?? [])[0]
      : field.kind === 'themes'
        ? [box.newId()]
        : field.kind === 'link'
          ? box.newId()
          : VALUES[field.kind]
  return field.many === true ? [one] : one
}

test('law 11: each field that a correction changes is listed before it shows', async () => {
  const mended = box.source.bricks.flatMap(({ mends }) => Object.keys(mends ?? {}))
  const types = mended.flatMap(name => box.types.get(name) ?? [])
  const open = types.filter(type => type.space !== 'home')
  assert.ok(open.length > 3)
  for (const type of open) {
    const shownAs = box.bring(type.name, { [type.title]: 'avant' })
    box.later(1_000)
    const wide = Object.entries(type.fields).filter(
      ([, field]) => spaceOf(type, field) === 'commons',
    )
    const fields = Object.fromEntries(wide.map(([name, field]) => [name, valueFor(field)]))
    const piece = box.bring(type.name, fields, 'home')
    const sent = { of: type.name, piece, shownAs, state: 'waiting', sentBy: 'visitor' }
    const id = box.bring('proposal', sent, 'home')
    const before = (await toRead()).split('Proposé :').length - 1
    assert.equal((await showSent(box.keeper, id)).status, 303)
    const after = box.read.one(type, shownAs) as Readonly<Record<string, unknown>> | undefined
    const written = wide.filter(([name]) => (after?.[name] ?? null) !== null)
    assert.ok(written.length >= wide.length - 1, type.name)
    assert.equal(before, written.length, `${type.name}: ${written.map(([name]) => name)}`)
  }
})

test('a field that a correction empties is listed', async () => {
  const offer = { title: 'prête une scie', amount: 'deux', who: 'Lina', reach: 'au local' }
  const shownAs = box.bring('offer', offer)
  box.later(1_000)
  const piece = box.bring('offer', { ...offer, amount: 'deux' }, 'home')
  box.bringAll({ type: 'offer', id: piece, fields: { amount: null }, space: 'home' })
  const sent = { of: 'offer', piece, shownAs, state: 'waiting', sentBy: 'visitor' }
  box.bring('proposal', sent, 'home')
  assert.match(await toRead(), /Affiché : deux Proposé : –/)
})
