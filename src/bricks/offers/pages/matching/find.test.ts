import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsIn } from '../../../../../tests/support/statements.ts'
import { testEngine } from '../../../../../tests/support/test-engine.ts'
import { bricks } from '../../../../app/bricks.ts'
import { themesIn } from './find.ts'

test('however many notices may be bartered, their page asks as many statements', () => {
  using box = testEngine({ bricks })
  const theme = box.bring('theme', { label: 'Outils' })
  const barter = (n: number): void =>
    void box.bring('offer', {
      title: `Jo ${n} échange une scie ${n}`,
      mode: 'barter',
      themes: [theme],
      reach: 'ici',
    })
  const asked = (): number =>
    statementsIn(box.tables.sql, () => box.page('/annonces/trocs', { by: 'keeper' }))
  for (let n = 0; n < 2; n++) barter(n)
  const few = asked()
  for (let n = 2; n < 12; n++) barter(n)
  assert.equal(asked(), few)
})

test('however many themes there are, those that are joined are read at once', () => {
  using box = testEngine({ bricks })
  const label = (n: number): string => box.bring('theme', { label: `Thème ${n}` })
  const [one, other] = [label(0), label(1)] as const
  box.bring('join', { these: [one, other] })
  const asked = (): number => statementsIn(box.tables.sql, () => themesIn(box.read.as('offers')))
  const few = asked()
  for (let n = 2; n < 12; n++) label(n)
  assert.equal(asked(), few)
  const themes = themesIn(box.read.as('offers'))
  assert.equal(themes.length, 11)
  assert.deepEqual(
    themes.flatMap(({ id, also = [] }) => also.map(it => [id, it].toSorted())),
    [[one, other].toSorted()],
  )
})
