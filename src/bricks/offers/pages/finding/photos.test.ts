import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../../tests/support/open-engine.ts'
import { testEngine } from '../../../../../tests/support/test-engine.ts'
import { runBatch, type TurnAnswer } from '../../../../../tests/support/turns.ts'
import { brick } from '../../../../contract/brick.ts'
import type { Who } from '../../../../contract/permission.ts'
import type { Input } from '../../../../core/form/input.ts'
import { idFrom } from '../../../../core/id.ts'
import type { FileRef } from '../../../../core/schema.ts'
import { newBox } from '../../../../log/box.ts'
import { offers } from '../../brick.ts'
import { offer } from '../../model/records.ts'
import { fr } from '../../words/fr.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ : 0)),
  )
const photo = (n: number): FileRef => ({
  hash: String(n).repeat(64),
  name: `photo-${n}.webp`,
  type: 'image/webp',
  size: 9,
  small: 'a'.repeat(64),
})

/** Everybody who is known here is called Odile. */
const village = brick({
  name: 'village',
  records: [],
  commands: [],
  pages: [],
  slots: { member: () => ({ role: 'neighbour', name: 'Odile' }) },
  words: { fr: { types: {} }, en: { types: {} } },
})

type Asking = Readonly<{ by: Who; me?: string; photos?: readonly FileRef[] }>
function turn(
  engine: OpenEngine,
  command: string,
  input: Input,
  { by, me, photos }: Asking,
): TurnAnswer {
  const asked = { brick: 'offers', command, input, by, id: newId(), lang: 'fr' as const }
  const clock = { now: () => NOW, sure: true, today: () => '2026-12-05' }
  return runBatch(
    engine,
    [{ ...asked, ...(me ? { me } : {}), ...(photos ? { files: { photos } } : {}) }],
    clock,
  )[0]!
}

/** Odile's notice, written by herself. */
function written(engine: OpenEngine, odile: string): string {
  const said = {
    title: 'Odile donne sa table',
    who: 'Odile',
    reachBy: 'word',
    foundAt: 'aux Granges',
    through: 'au bar, le mardi',
  }
  const answer = turn(engine, 'offer', said, { by: 'neighbour', me: odile })
  assert.ok(answer.done, JSON.stringify(answer))
  return engine.read.list(offer)[0]!.id
}

test('its author adds photos to a notice, keeps those that are ticked, and takes the others off', () => {
  const engine = openEngine([offers, village], newBox())
  const odile = newId()
  const id = written(engine, odile)
  const her = { by: 'neighbour', me: odile } as const
  assert.ok(turn(engine, 'photos', { id }, { ...her, photos: [photo(1), photo(2)] }).done)
  assert.ok(
    turn(engine, 'photos', { id, 'photos.kept': photo(2).hash }, { ...her, photos: [photo(3)] })
      .done,
  )
  assert.deepEqual(engine.read.one(offer, id)?.photos, [photo(2), photo(3)])
  assert.ok(turn(engine, 'photos', { id, asked: 'photos' }, her).done)
  assert.equal(engine.read.one(offer, id)?.photos, null)
})

test('four photos at most, and none that is neither sent nor there already', () => {
  const engine = openEngine([offers, village], newBox())
  const odile = newId()
  const id = written(engine, odile)
  const her = { by: 'neighbour', me: odile } as const
  const five = turn(engine, 'photos', { id }, { ...her, photos: [1, 2, 3, 4, 5].map(photo) })
  assert.ok(
    !five.done && 'refused' in five && five.field === 'photos' && five.refused.includes('4'),
  )
  const named = turn(engine, 'photos', { id, 'photos.kept': photo(7).hash }, her)
  assert.ok(!named.done && 'refused' in named && named.field === 'photos')
  const nothing = turn(engine, 'photos', { id, asked: 'photos' }, her)
  assert.ok(!nothing.done && 'refused' in nothing && nothing.refused === fr.finding.choosePhoto)
})

test('nobody puts a photo on somebody else’s notice, but the keeper', () => {
  const engine = openEngine([offers, village], newBox())
  const id = written(engine, newId())
  const other = turn(engine, 'photos', { id }, { by: 'neighbour', me: newId(), photos: [photo(1)] })
  assert.ok(!other.done && 'refused' in other && other.refused === fr.notYours)
  assert.equal(engine.read.one(offer, id)?.photos, null)
  assert.ok(turn(engine, 'photos', { id }, { by: 'keeper', photos: [photo(1)] }).done)
})

test('the window of a sale says its price and its place, on the screen and on paper', () => {
  using box = testEngine({ bricks: [offers] })
  const id = box.bring('offer', {
    title: 'Lina vend un coffre',
    mode: 'sell',
    state: 'firm',
    priceCents: 12_000,
    where: 'au bourg',
    photos: [photo(1)],
  })
  assert.match(String(box.page(`/vitrine/${id}`)), /120\s€ · au bourg/)
  assert.match(JSON.stringify(box.paper('vitrine', id)), /120\s€ · au bourg/)
})
