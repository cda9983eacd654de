import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedIn, type QuestionRow, stateOf, threadsOf } from './rules.ts'

const row = (id: string, fields: Partial<QuestionRow> = {}): QuestionRow =>
  ({
    id,
    first: null,
    before: null,
    instead: null,
    answer: null,
    dropped: null,
    ...fields,
  }) as QuestionRow
const stateWith = (...rows: readonly QuestionRow[]) => stateOf(threadsOf(rows)[0]!)

test('a question waits until somebody says yes, no or something in words', () => {
  assert.equal(stateWith(row('a')), 'waits')
  assert.equal(stateWith(row('a', { answer: 'not-yet' })), 'waits')
  for (const answer of ['yes', 'no', 'words'] as const)
    assert.equal(stateWith(row('a', { answer })), 'answered')
  assert.equal(stateWith(row('a', { dropped: true })), 'dropped')
})

test('it waits once more when it is asked again, whatever order its askings come in', () => {
  const first = row('a', { answer: 'no' })
  const second = row('b', { first: 'a', before: 1 })
  const third = row('c', { first: 'a', before: 2, answer: 'yes' })
  assert.equal(stateWith(second, first), 'waits')
  assert.equal(stateWith(third, second, first), 'answered')
  const [thread] = threadsOf([third, second, first])
  assert.deepEqual(
    thread?.askings.map(one => one.id),
    ['a', 'b', 'c'],
  )
})

test('an asking whose question is gone is left out', () =>
  assert.deepEqual(threadsOf([row('b', { first: 'a', before: 1 })]), []))

test('a task says whom to ask and what', () => {
  const asked = (task: string) => {
    const found = askedIn(task)
    return found && `${found.whom} · ${found.asks}`
  }
  assert.equal(
    asked('Demander au patron du bar s’il prête sa salle'),
    'le patron du bar · Est-ce qu’il prête sa salle\u00a0?',
  )
  assert.equal(
    asked('redemander à la mairie si la clé est revenue.'),
    'la mairie · Est-ce que la clé est revenue\u00a0?',
  )
  assert.equal(asked("Demander à l'école si elle ouvre"), 'l’école · Est-ce qu’elle ouvre\u00a0?')
  assert.equal(asked('Demander à Rosa si Paul vient'), 'Rosa · Est-ce que Paul vient\u00a0?')
  assert.equal(asked('Demander une subvention'), undefined)
  assert.equal(asked('Appeler le patron du bar'), undefined)
})
