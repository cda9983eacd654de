import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { toPrint } from '../../../web/print/prints.ts'
import { relaysShown } from '../model/read.ts'

let box: TestBox
let kwan = ''
beforeEach(async () => {
  box = testBox()
  kwan = box.welcome({ name: 'Kwan' })
  box.welcome({ name: 'Anaïs' })
})
type As = Readonly<{ by: Who; me?: string; private?: boolean; query?: Input }>
function print({ by, me, query = {}, ...more }: As) {
  const { types, read, log, bricks } = box.engine
  const source = {
    bricks,
    types,
    read,
    log,
    secret: Buffer.alloc(32),
    now: box.now,
    today: () => '2026-12-05',
  }
  return toPrint(source, 'mot', undefined, {
    lang: 'fr',
    by,
    private: more.private ?? true,
    query,
    ...(me ? { me } : {}),
  })
}
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

test(
  'eight slips stand on a sheet, whatever the words; each has letters as large as it has room ' +
    'for, and none is cut',
  async () => {
    for (let n = 0; n < 9; n++) await leave(`Bonjour, voici la ${n}ᵉ fois que je passe. À bientôt.`)
    const sheet = (as: As) => {
      const found = print(as)
      assert.ok('paper' in found)
      return setPaper(found.paper).pages
    }
    assert.equal(sheet({ by: 'keeper' }), 2)
    assert.equal(sheet({ by: 'relay', me: kwan, query: { vides: 'oui' } }), 1)
    const long = 'Je voulais te dire que le papier est arrivé. '.repeat(13).trim()
    await leave(long)
    assert.ok(told({ by: 'keeper' }).includes(long))
    const found = print({ by: 'keeper' })
    assert.ok('paper' in found && (found.paper.grows ?? 0) >= 18)
    assert.equal(sheet({ by: 'keeper' }), 2)
  },
)
