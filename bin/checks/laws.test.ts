import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LAWS } from '../../tests/laws.ts'
import { inShortPass, provenBy, titles } from './laws.ts'

const all = titles()
const proofs = [...new Set(LAWS.flatMap(law => law.proofs))]

test('each proof of a law is the title of one test', () => {
  const wrong = proofs
    .map(proof => `${provenBy(all, proof).length}: ${proof}`)
    .filter(said => !said.startsWith('1: '))
  assert.deepEqual(
    wrong,
    [],
    'a test that proves a law is gone, or has another title: mend tests/laws.ts with it',
  )
})

test('each title that says that it proves a law stands in the table', () => {
  const says = all.filter(({ title }) => /^[Ll]aw: |\blaws? \d|\(law\)/.test(title))
  assert.deepEqual(
    says
      .filter(({ title }) => !proofs.some(proof => title.startsWith(proof)))
      .map(({ file, title }) => `${file}: ${title}`),
    [],
  )
  const numbered = LAWS.flatMap(({ number, proofs: mine }) =>
    mine.map(proof => ({ number, said: provenBy(all, proof)[0]?.title ?? '' })),
  )
  const wrong = numbered.filter(
    ({ number, said }) => /\blaws? \d/.test(said) && !lawsIn(said).includes(number ?? 0),
  )
  assert.deepEqual(wrong, [], 'under a law whose number it does not say')
})
const lawsIn = (title: string): readonly number[] =>
  [...title.matchAll(/\blaws? (\d+)(?: and (\d+))?/g)].flatMap(([, one, other]) =>
    [one, other].filter(Boolean).map(Number),
  )

test('the laws of ARCHITECTURE.md are those of the table, word for word', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8').replaceAll(/\s+/g, ' ')
  const said = /## Laws (.*?) ## /.exec(text)?.[1] ?? ''
  const numbered = LAWS.filter(({ number }) => number !== undefined)
  for (const { number, sentence } of numbered)
    assert.ok(said.includes(`${number}. ${sentence}`), `${number}. ${sentence}`)
  assert.equal([...said.matchAll(/(?:^| )\d+\. [A-Z`]/g)].length, numbered.length)
})

test('each law has a name of its own, and a proof that `npm test` runs', () => {
  assert.equal(new Set(LAWS.map(law => law.name)).size, LAWS.length)
  const short = inShortPass(all)
  const isRun = (proof: string) => provenBy(short, proof).length > 0
  assert.deepEqual(
    LAWS.filter(law => !law.proofs.some(isRun)).map(law => law.name),
    [],
  )
})
