import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LAWS } from '../../tests/laws.ts'
import { MUTANTS } from '../../tests/mutants.ts'
import { inShortPass, provenBy, titles } from './laws.ts'
import { placesOf } from './mutants.ts'

test('each mutant finds the one place where it is planted, whatever moved', () => {
  const lost = MUTANTS.flatMap(({ fault, find }) => {
    const places = placesOf(find)
    return places.length === 1 ? [] : [`${places.length} places: ${fault}`]
  })
  assert.deepEqual(
    lost,
    [],
    'the code that a mutant changes was written otherwise: mend `find` in tests/mutants.ts',
  )
})

test(
  'each mutant changes something, in a law that has a name, and a proof of that law should ' +
    'see it',
  () => {
    const all = titles()
    const inShort = inShortPass(all)
    for (const { law, find, put, seenBy } of MUTANTS) {
      const broken = LAWS.find(({ name }) => name === law)
      assert.ok(broken, `no law is called ${law}`)
      assert.notEqual(find, put)
      assert.ok(seenBy.length > 0, find)
      for (const proof of seenBy) {
        const [proven, ...others] = provenBy(all, proof)
        assert.ok(proven && others.length === 0, `${proof}: the title of one test`)
        assert.ok(inShort.includes(proven), `${proven.file}: npm test does not run ${proof}`)
        assert.ok(
          broken.proofs.some(one => one.startsWith(proof) || proof.startsWith(one)),
          `${proof} is no proof of ${law} in tests/laws.ts`,
        )
      }
    }
  },
)

test('ten laws and more have a mutant', () => {
  assert.ok(new Set(MUTANTS.map(({ law }) => law)).size >= 10)
})
