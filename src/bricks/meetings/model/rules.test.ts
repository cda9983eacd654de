import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../../core/letters/words.ts'
import { daysBetween, weekdayNumber } from '../../../text/days.ts'
import {
  byMonth,
  DUE_PARTS,
  duePart,
  followUps,
  type PersonAnswer,
  proposedDay,
  STORY_KINDS,
  type StoryEntry,
  tallyAnswers,
} from './rules.ts'

const TODAY = '2026-12-05'
const said = (answer: string, firstName: string, saying: string | null = null): PersonAnswer => ({
  answer,
  firstName,
  saying,
})
const day = fc
  .integer({ min: 0, max: 4_000 })
  .map(n => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

test(
  'only *J’en suis* brings the day nearer: three of five are in, two are missing, whoever ' +
    'helps or does not come',
  () => {
    const answers = [
      said('in', 'Anaïs'),
      said('help', 'Nadia', 'tenir la caisse'),
      said('in', 'Paul'),
      said('not', 'Hugo', 'trop loin'),
      said('in', 'Rosa'),
    ]
    const who = tallyAnswers(answers, 5)
    assert.deepEqual(
      who.people.map(one => one.firstName),
      ['Anaïs', 'Paul', 'Rosa'],
    )
    assert.deepEqual([who.missing, who.reached], [2, false])
    assert.deepEqual(
      who.helps.map(one => one.firstName),
      ['Nadia'],
    )
    assert.deepEqual(
      who.reasons.map(one => one.saying),
      ['trop loin'],
    )
  },
)

test(
  'without a threshold nothing is ever reached, and a threshold is reached by exactly as many ' +
    'people',
  () => {
    const answer = fc.record({
      answer: fc.constantFrom('in', 'help', 'not', 'later', null),
      firstName: fc.string({ minLength: 1 }),
      saying: fc.option(fc.string(), { nil: null }),
    })
    fc.assert(
      fc.property(
        fc.array(answer),
        fc.option(fc.double({ noNaN: true }), { nil: null }),
        (answers, threshold) => {
          const who = tallyAnswers(answers, threshold)
          const are = new Set(
            answers.filter(one => one.answer === 'in').map(one => fold(one.firstName.trim())),
          ).size
          assert.equal(who.people.length, are)
          assert.equal(who.reached, threshold !== null && threshold > 0 && are >= threshold)
          assert.equal(who.missing === null, threshold === null || threshold <= 0)
        },
      ),
    )
    assert.equal(tallyAnswers([said('in', 'Anaïs')], Number.NaN).missing, null)
  },
)

test(
  'one person counts once, doubles of before too; a namesake whom the box knows is somebody ' +
    'else',
  () => {
    const twice = [
      said('in', 'Mathieu'),
      said('in', 'mathieu '),
      said('in', 'Élodie'),
      said('in', 'Elodie'),
    ]
    assert.deepEqual([tallyAnswers(twice, 3).people.length, tallyAnswers(twice, 3).missing], [2, 1])
    const like = ['M\u0430thieu', '\uff2d\uff41thieu', 'Mat\u200bhieu', 'Mathi\u20d0eu'].map(name =>
      said('in', name),
    )
    assert.equal(
      tallyAnswers([said('in', 'Mathieu'), ...like], 3).people.length,
      1,
      'what only looks like a name is that name',
    )
    const two = [
      said('in', 'Mathieu'),
      { ...said('in', 'Mathieu'), namesake: true },
      said('in', 'Mathieu'),
    ]
    for (const order of [two, two.toReversed()])
      assert.equal(tallyAnswers(order, 3).people.length, 2)
  },
)

test('the proposed day leaves a week, and falls on the weekday of the meeting or on a Saturday', () => {
  fc.assert(
    fc.property(day, fc.option(day, { nil: null }), (today, metOn) => {
      const proposed = proposedDay(today, metOn)
      const ahead = daysBetween(today, proposed)
      assert.ok(ahead >= 7 && ahead <= 13, `${ahead} days ahead`)
      assert.equal(weekdayNumber(proposed), metOn === null ? 6 : weekdayNumber(metOn))
    }),
  )
  assert.equal(proposedDay('2026-12-05', '2026-11-04'), '2026-12-16')
  assert.equal(proposedDay('2026-12-05', null), '2026-12-12')
  assert.equal(proposedDay('2026-12-05', 'un soir'), '2026-12-12')
})

test(
  'a task due yesterday is late, one due today or in a week is of this week, one due after is ' +
    'for later',
  () => {
    const due = (
      dueDay: string | null,
      state: string | null = 'todo',
      doneOn: string | null = null,
    ) => duePart({ id: 'a', state, dueDay, doneOn }, TODAY)
    assert.equal(due('2026-12-04'), 'late')
    assert.equal(due('2026-12-05'), 'week')
    assert.equal(due('2026-12-12'), 'week')
    assert.equal(due('2026-12-13'), 'later')
    assert.equal(due(null), 'undated')
    assert.equal(due(null, null), 'undated')
    assert.equal(
      due('2026-12-04', 'waiting'),
      'late',
      'a state that this version does not know is not lost',
    )
    assert.equal(due('2026-12-04', 'dropped'), undefined)
    assert.equal(due(null, 'done', '2026-11-04'), 'done')
    assert.equal(due(null, 'done', '2026-11-03'), undefined)
    assert.equal(due(null, 'done'), undefined)
  },
)

test('every open task stands in exactly one part, in order', () => {
  const one = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom('todo', 'doing', 'done', 'dropped', null),
    dueDay: fc.option(day, { nil: null }),
    doneOn: fc.option(day, { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(one), day, (tasks, today) => {
      const groups = followUps(tasks, today)
      const told = groups.flatMap(group => group.tasks)
      assert.equal(new Set(told).size, told.length)
      for (const task of tasks)
        if (task.state !== 'done' && task.state !== 'dropped') assert.ok(told.includes(task))
      assert.deepEqual(
        groups.map(group => group.part),
        DUE_PARTS.filter(part => groups.some(group => group.part === part)),
      )
      for (const { part, tasks: of } of groups)
        for (const [i, task] of of.entries()) {
          const before = of[i - 1]
          if (before && part !== 'done') assert.ok((before.dueDay ?? '') <= (task.dueDay ?? ''))
          if (before && part === 'done') assert.ok((before.doneOn ?? '') >= (task.doneOn ?? ''))
        }
    }),
  )
})

test('the story loses nothing, names no month twice, and is the same however its entries came', () => {
  const entry: fc.Arbitrary<StoryEntry> = fc.record({
    day,
    kind: fc.constantFrom(...STORY_KINDS),
    id: fc.uuid(),
  })
  const story = fc.uniqueArray(entry, { selector: one => `${one.kind} ${one.id}` })
  fc.assert(
    fc.property(story, entries => {
      const months = byMonth(entries)
      const all = months.flatMap(one => one.entries)
      assert.deepEqual(byMonth([...entries].reverse()), months)
      assert.equal(all.length, entries.length)
      assert.equal(new Set(months.map(one => one.month)).size, months.length)
      for (const [i, one] of all.entries()) assert.ok(i === 0 || all[i - 1]!.day >= one.day)
    }),
  )
})
