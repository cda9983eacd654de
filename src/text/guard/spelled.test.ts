import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guard } from './guard.ts'
import { names } from './lexicon.cjs'
import { unspelled } from './spelled.ts'

const found = (text: string, ...shown: string[]): readonly string[] =>
  guard(text, shown).map(one => one.said)
const raised = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
/** Ours only, and long enough to be nothing else. */
const someName = fc.constantFrom(
  ...names()
    .first.split(' | ')
    .filter(
      name =>
        /^[a-z]{5,}$/.test(name) && found(`un vélo, voir ${raised(name)}`).includes(raised(name)),
    ),
)

test(
  'a name whose letters stand apart is found whole, whatever parts them and however it is ' +
    'written',
  () => {
    fc.assert(
      fc.property(
        someName,
        fc.constantFrom(' ', '  ', '-', '.', ' - ', '·'),
        fc.constantFrom('small', 'Capital', 'LOUD'),
        (name, gap, how) => {
          const word = how === 'LOUD' ? name.toUpperCase() : how === 'small' ? name : raised(name)
          const row = [...word].join(gap)
          const said = found(`un vélo, voir ${row} à huit heures`)
          assert.ok(
            said.some(one => one.includes(row)),
            `${row}: ${JSON.stringify(said)}`,
          )
        },
      ),
      { numRuns: 300 },
    )
  },
)

test('offsets hold: what is put together is as long as what was given', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('a', 'N', 'é', 'y', '4', '1', ' ', '-', '.', '\n', '’', 'Nadia', '😀'),
      ),
      parts => {
        const text = parts.join('')
        const read = unspelled(text)
        assert.equal(read.text.length, text.length)
        for (const { from, to } of read.rows) assert.ok(from < to && to <= text.length)
      },
    ),
    { numRuns: 500 },
  )
})

test(
  'figures among the letters of a name are letters; rows of letters that are no name are ' +
    'nobody',
  () => {
    for (const said of ['N4dia', 'Bast1en', 'K3vin', 'N0ra'])
      assert.deepEqual(found(`un vélo, voir ${said}`), [said])
    assert.deepEqual(found('voir L é a demain'), ['L é a'])
    for (const said of [
      'salle A1, ligne L30',
      'groupes A B C D',
      'il y a à manger',
      'S E L du pays',
      'F A B L A B ouvert',
      'B I E N V E N U E',
    ])
      assert.deepEqual(found(said), [], said)
    assert.deepEqual(found('signé N a d i a', 'Nadia'), [])
  },
)
