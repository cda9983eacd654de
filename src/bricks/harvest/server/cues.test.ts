import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { bricks } from '../../../app/bricks.ts'
import { CUES, cuesOf, knownHere } from '../model/cues.ts'
import { cueRoutes } from './cues.ts'
import { harvest, inFrance, rulesOf } from './harvest.ts'

const skip = lacking('offer', 'need')
const opened = (): TestBox =>
  testBox({ routes: (app, server) => cueRoutes(app, server, { folder: '/nowhere' }) })
const SAYING = {
  words: 'y a mèche pour',
  kind: 'offer',
  example: 'Y a mèche pour l’échelle.',
}
const words = (box: TestBox): readonly (string | null)[] => cuesOf(box.read).map(one => one.words)

test('a way of saying is tried, kept, and read in the next notes and in no others', {
  skip,
}, async () => {
  using box = opened()
  assert.match((await box.visitor().get(CUES)).text, /Phrase de passe/)
  const form = await box.keeper.get(CUES)
  const tried = await box.keeper.fill(form, '/chez-nous-on-dit/dire', SAYING)
  assert.equal(tried.status, 303, tried.text)
  const page = (await box.keeper.get(tried.location)).text
  assert.match(page, /La page y lit : offre, L’échelle/)
  const notes = 'Soirée\n\n- Pour la salle, y a mèche pour trente chaises.\n'
  const read = (asked?: ReturnType<typeof knownHere>) =>
    harvest(notes, rulesOf(bricks), inFrance, asked).candidates.map(one => one.kind)
  assert.deepEqual(read(), [])
  assert.deepEqual(read(knownHere(box.read)), ['offer'])
  assert.deepEqual(box.faults, [])
})

test('what is no help is refused in a sentence, and what was typed stays', { skip }, async () => {
  using box = opened()
  const refusedFor = async (change: Readonly<Record<string, string>>) => {
    const form = await box.keeper.get(CUES)
    const answer = await box.keeper.fill(form, '/chez-nous-on-dit/dire', { ...SAYING, ...change })
    assert.equal(answer.status, 422)
    return answer
  }
  assert.match((await refusedFor({ kind: '' })).text, /Dites ce que cela veut dire/)
  assert.match((await refusedFor({ words: 'la' })).text, /Ces mots ne suffisent pas/)
  const apart = await refusedFor({ example: 'Une échelle, peut-être.' })
  assert.match(apart.text, /L’exemple ne contient pas ces mots/)
  assert.match(apart.body, /value="y a mèche pour"/)
  const read = await refusedFor({ words: 'une rallonge', example: 'Il manque une rallonge.' })
  assert.match(read.text, /lit déjà cet exemple, sans vos mots : demande, « Une rallonge »/)
  assert.deepEqual(words(box), [])
})

test('it is corrected, taken away, and each is undone', { skip }, async () => {
  using box = opened()
  const added = await box.keeper.send(CUES, SAYING, '/chez-nous-on-dit/dire')
  const [{ id } = { id: '' }] = cuesOf(box.read)
  const form = await box.keeper.get(added.location)
  const mended = await box.keeper.fill(
    form,
    '/chez-nous-on-dit/dire',
    { ...SAYING, words: 'mèche pour' },
    one => one.fields['instead'] === id,
  )
  assert.equal(mended.status, 303, mended.text)
  assert.deepEqual(words(box), ['mèche pour >'])
  const [now] = cuesOf(box.read)
  box.done('harvest.takeCueAway', { id: now!.id, instead: id })
  assert.deepEqual(words(box), ['y a mèche pour >'])
  box.done('harvest.bringCueBack', { id: now!.id, instead: id })
  assert.deepEqual(words(box), ['mèche pour >'])
  box.done('harvest.takeCueAway', { id: now!.id })
  assert.deepEqual(words(box), [])
  box.done('harvest.bringCueBack', { id: now!.id })
  assert.deepEqual(words(box), ['mèche pour >'])
})
