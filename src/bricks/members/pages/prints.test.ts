import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { relaysShown } from '../model/read.ts'

let box: TestBox
let kwan = ''
beforeEach(async () => {
  box = testBox()
  kwan = box.welcome({ name: 'Kwan' })
  box.welcome({ name: 'Anaïs' })
})
type As = Readonly<{ by: Who; me?: string; private?: boolean; query?: Input }>
const print = (as: As) => box.print('mot', undefined, as)
const told = (as: As): string => JSON.stringify(print(as)).replace(/[\u00a0\u202f]/g, ' ')
const leave = (said: string, input: Input = {}) =>
  box
    .visitor()
    .post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said, reach: 'au bar', ...(input as object) })

test(
  'words are printed by who carries them: a relay theirs, the keeper all, nobody over http, ' +
    'and not once they were handed over',
  async () => {
    await box.keeper.post(`/habitants/${kwan}/relais`, {
      name: 'Kwan',
      where: 'au bar',
      when: 'le mardi',
      yes: '1',
    })
    await leave('Le papier est arrivé.', { relay: relaysShown(box.read)[0]!.id })
    await leave('Le canari du soir est là.')
    const all = told({ by: 'keeper' })
    assert.ok(
      all.includes('Pour Anaïs') &&
        all.includes('de la part de Paul') &&
        all.includes('Le papier est arrivé.') &&
        all.includes('canari') &&
        all.includes('au bar'),
    )
    const theirs = told({ by: 'relay', me: kwan })
    assert.ok(theirs.includes('Le papier est arrivé.') && !theirs.includes('canari'))
    assert.deepEqual(print({ by: 'keeper', private: false }), { wrong: 'nothing' })
    const none = told({ by: 'relay', me: 'autre' })
    assert.ok(
      none.includes('Un mot pour') && !none.includes('Le papier est arrivé.'),
      'who carries none has blank ones',
    )
    for (const by of ['visitor', 'neighbour'] as const)
      assert.deepEqual(print({ by }), { wrong: 'notGranted' })
    const page = await box.keeper.get('/mes-mots')
    assert.ok(page.body.includes('href="/imprimer/mot"') && page.body.includes('vides=oui'))
  },
)

const sheets = (as: As): number => {
  const found = print(as)
  assert.ok('paper' in found)
  return setPaper(found.paper).pages
}

test('slips are as high as what they say, in letters of one size; no word is cut', async () => {
  for (let n = 0; n < 9; n++)
    await leave(`Bonjour, voici la ${n}ᵉ fois que je passe. À bientôt.`, { forWhom: `Zoé ${n}` })
  assert.equal(sheets({ by: 'keeper' }), 2)
  assert.equal(sheets({ by: 'relay', me: kwan, query: { vides: 'oui' } }), 1)
  const long = 'Je voulais te dire que le papier est arrivé. '.repeat(13).trim()
  await leave(long)
  const paper = box.paper('mot', undefined, { by: 'keeper' })
  assert.ok((paper.points ?? 0) * SMALL >= 12, 'people of eighty read what is small too')
  assert.equal(paper.down, undefined, 'each is as high as what it says')
  const runs = (paper.each ?? []).flat().flatMap(one => (one.is === 'words' ? one.words : []))
  assert.ok(runs.includes(` ${long}`), 'the longest word stands whole, on one slip')
  assert.equal(setPaper({ ...paper, each: [paper.each!.at(-1)!] }).pages, 1)
})
const SHEET = readFileSync('src/paper/sheet.typ', 'utf8')
/** What a small line has of the letters beside it. */
const SMALL = Number(/is == "small" \{\s*block.*?size: ([\d.]+)em/.exec(SHEET)![1])

test('the words of one person stand on one slip', async () => {
  for (const [forWhom, said] of [
    ['Anaïs', 'Le pain.'],
    ['anaïs', 'À jeudi.'],
    ['Denise', 'Bonjour.'],
  ] as const) {
    box.later(1_000)
    await leave(said, { forWhom })
  }
  const found = print({ by: 'keeper' })
  assert.ok('paper' in found)
  const [first, second, ...others] = (found.paper.each ?? []).map(one => JSON.stringify(one))
  assert.match(first!, /Pour Anaïs.*Le pain\..*À jeudi\./)
  assert.match(second!, /Pour Denise.*Bonjour/)
  assert.deepEqual(others, [])
})
