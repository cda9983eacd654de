import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oncePerPerson, oncePerStatement } from './speaker.ts'

test('a statement in one name is said once, the first one given', () => {
  const said = (says: string | null, who: string | null, on = '') => ({ says, who, on })
  const first = said('no', 'Nadia', '2026-11-25')
  assert.deepEqual(oncePerStatement([first, said('no', ' nadia', '2026-11-24')]), [first])
  const apart = [said('yes', 'Nadia'), said('no', 'Nadia'), said('no', null), said('no', '')]
  assert.deepEqual(oncePerStatement(apart), apart)
  const alike = [said('a b', 'c'), said('a', 'b c'), said(null, 'Léo'), said('null', 'Léo')]
  assert.deepEqual(oncePerStatement(alike), alike, 'a space inside a part parts nothing')
})

test('answers without a name count as one person, a namesake as another', () => {
  const named = (firstName: string | null, namesake = 0) => ({ firstName, namesake })
  const [paul, other, nobody] = [named('Paul'), named('paul', 1), named(null)]
  assert.deepEqual(oncePerPerson([paul, named(' PAUL '), other, nobody, named('')]), [
    paul,
    other,
    nobody,
  ])
})
