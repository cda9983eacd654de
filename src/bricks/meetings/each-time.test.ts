import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { statementsIn } from '../../../tests/support/statements.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { answersTo, whosOf } from './model/read.ts'
import { freedSeats } from './model/seats.ts'

const options = { skip: lacking('event', 'paper-form') }

/** *J'en suis* to what comes back is for one of its times. */

let box: TestBox
let market: string
beforeEach(async () => {
  box = testBox()
  box.territory({ keptBy: 'Anaïs' })
  market = box.bring('event', {
    title: 'Atelier du jeudi',
    startsOn: '2026-11-26',
    recurs: 'FREQ=WEEKLY',
    minimum: 2,
  })
})

test(
  'one answers for the next time unless one chooses another, and once for each; each time ' +
    'counts its own',
  async () => {
    const person = await box.member('Élodie')
    const form = await person.get(`/repondre/${market}`)
    assert.match(form.text, /Quelle fois \? jeudi 10 décembre.*jeudi 17 décembre/)
    const answer = (who: Browser, more: Readonly<Record<string, string>>) =>
      who.post(`/repondre/${market}`, { answer: 'in', from: `/repondre/${market}`, ...more })
    assert.equal((await answer(person, {})).status, 303)
    assert.equal((await answer(person, { jour: '2026-12-17' })).status, 303)
    assert.equal((await answer(person, { jour: '2026-12-17' })).status, 303)
    assert.equal((await answer(box.keeper, { firstName: 'Paul' })).status, 303)
    assert.deepEqual(
      box.read
        .all('SELECT firstName, forDay FROM response ORDER BY forDay, firstName')
        .map(row => ({ ...row })),
      [
        { firstName: 'Paul', forDay: '2026-12-10' },
        { firstName: 'Élodie', forDay: '2026-12-10' },
        { firstName: 'Élodie', forDay: '2026-12-17' },
      ],
    )
    const page = (await box.visitor().get(`/repondre/${market}`)).text
    assert.match(page, /Qui en est, jeudi 10 décembre.*deux.*Qui en est, jeudi 17 décembre.*Élodie/)
    assert.doesNotMatch((await box.keeper.get('/')).text, /une seule personne/)
    const mine = await person.get(`/repondre/${market}`)
    assert.match(
      mine.text,
      /Vous avez répondu pour jeudi 10 décembre.*Vous avez répondu pour jeudi 17 décembre/,
    )
    assert.equal(
      (
        await person.post(`/repondre/${market}/reprendre`, {
          jour: '2026-12-17',
          from: `/repondre/${market}`,
        })
      ).status,
      303,
    )
    assert.deepEqual(
      box.read
        .all('SELECT forDay FROM response WHERE removed IS NOT 1 AND firstName IS NOT NULL')
        .map(row => row['forDay']),
      ['2026-12-10', '2026-12-10'],
    )
  },
)

test(
  'an answer of before is for the time that came next then; once that is past it counts no ' +
    'more',
  async () => {
    box.bring('response', { to: market, answer: 'in', firstName: 'Lucie', on: '2026-11-28' })
    box.bring('response', { to: market, answer: 'in', firstName: 'Malo', on: '2026-12-04' })
    const page = (await box.visitor().get(`/repondre/${market}`)).text
    assert.match(page, /Qui en est, jeudi 10 décembre.*Malo/)
    assert.doesNotMatch(page, /Lucie/)
  },
)

test(
  'an answer is for one date: it moves with it, and a cancelled one takes no more',
  options,
  async () => {
    const person = await box.member('Élodie')
    const answer = (jour: string) =>
      person.post(`/repondre/${market}`, { answer: 'in', from: `/repondre/${market}`, jour })
    assert.equal((await answer('2026-12-10')).status, 303)
    assert.match((await person.get(`/repondre/${market}`)).text, /C’est noté pour le 10 décembre/)
    box.bring('event-date', { event: market, day: '2026-12-10', fate: 'moved', on: '2026-12-11' })
    box.bring('event-date', { event: market, day: '2026-12-17', fate: 'off', why: 'neige' })
    const page = await box.visitor().get(`/repondre/${market}`)
    assert.match(page.text, /Qui en est, vendredi 11 décembre.*Élodie/)
    assert.match(page.text, /Quelle fois \? vendredi 11 décembre jeudi 24 décembre/)
    assert.match((await answer('2026-12-17')).text, /Le 17 décembre 2026 n’a pas lieu/)
    box.bring('event-date', { event: market, day: '2026-12-10', fate: 'off' })
    const told = await box.keeper.get(`/repondre/${market}`)
    assert.match(told.text, /C’est annulé, jeudi 10 décembre ; avaient répondu.*Élodie/)
  },
)

test('an event that comes once and is cancelled takes no answers', options, async () => {
  const id = box.bring('event', { title: 'Bal', startsOn: '2026-12-12' })
  box.bring('event-date', { event: id, day: '2026-12-12', fate: 'off' })
  assert.match((await box.visitor().get(`/repondre/${id}`)).text, /C’est annulé/)
})

test('a sheet of who was there is for one date', options, async () => {
  const page = await box.keeper.get(`/billets?pour=${market}%202026-12-17`)
  assert.match(page.body, /selected>Atelier du jeudi, jeudi 17 décembre</)
  const sent = { kind: 'presence', about: `${market} 2026-12-17`, from: '/billets' }
  assert.equal((await box.keeper.post('/billets', sent)).status, 303)
  assert.match((await box.keeper.get('/billets')).text, /Atelier du jeudi, jeudi 17 décembre/)
})

test('each date of a series leads to its own sheet', options, async () => {
  const page = await box.keeper.get(`/agenda/${market}`)
  const sheets = [...page.body.matchAll(/href="(\/billets\?pour=[^"]+%20[^"]+)"/g)].map(
    found => found[1]!,
  )
  assert.ok(sheets.length > 4, String(sheets.length))
  for (const sheet of sheets) {
    const day = sheet.slice(-'2026-12-17'.length)
    assert.match((await box.keeper.get(sheet)).body, new RegExp(`value="[^"]+ ${day}" selected`))
  }
  const unknown = await box.keeper.get('/billets?pour=rien%202026-12-17')
  assert.doesNotMatch(unknown.body, /<option[^>]* selected/)
})

test('who waits for a seat costs little more, and as much however many are unread', async () => {
  const to = box.bring('idea', { title: 'Un four' })
  const wait = (name: string): void => {
    const id = box.bring('response', { to, answer: 'in', firstName: name })
    box.bringAll({ type: 'response', id, fields: { waited: true }, space: 'home' })
  }
  const send = async (many: number): Promise<void> => {
    const reach = '06 12 34 56 78'
    for (let n = 0; n < many; n++)
      await box.visitor().post(`/repondre/${to}`, { answer: 'in', firstName: `Zoé ${n}`, reach })
  }
  const freed = (): readonly [number, number] => {
    let found: readonly unknown[] = []
    const asked = statementsIn(box.tables.sql, () => {
      found = freedSeats(box.read, '2026-12-05')
    })
    return [found.length, asked]
  }
  wait('Anna')
  await send(1)
  const [, one] = freed()
  await send(12)
  assert.deepEqual(freed(), [1, one])
  for (const name of ['Paul', 'Rosa', 'Hugo', 'Nadia', 'Malo']) wait(name)
  const [seats, six] = freed()
  assert.equal(seats, 6)
  assert.ok(six <= one + 5 * 2, `${six} of ${one}`)
})

test('who took each task is known in as many statements, from its piece too', () => {
  const reader = box.read.as('meetings')
  const ids: string[] = []
  const add = (n: number): void => {
    const id = box.bring('task', { title: `Suite ${n}`, state: 'todo' })
    ids.push(id)
    if (n % 2 === 0) box.bringAll({ type: 'task', id, fields: { who: `Jo ${n}` }, space: 'home' })
    else {
      const piece = box.bring('task', { title: `Suite ${n}`, who: `Jo ${n}` }, 'home')
      box.bring('proposal', { of: 'task', piece, shownAs: id, state: 'shown' }, 'home')
    }
  }
  const asked = (): number => statementsIn(box.tables.sql, () => whosOf(reader, ids))
  for (let n = 0; n < 2; n++) add(n)
  const few = asked()
  for (let n = 2; n < 12; n++) add(n)
  assert.equal(asked(), few)
  const whos = whosOf(reader, ids)
  assert.deepEqual(
    ids.map(id => whos.get(id)),
    ids.map((_, n) => `Jo ${n}`),
  )
})

test('the page of an idea asks as many statements, however many answered it', () => {
  const to = box.bring('idea', { title: 'Un four' })
  const answers = (many: number): void =>
    void box.bringAll(
      ...Array.from({ length: many }, (_, n) => ({
        type: 'response',
        fields: { to, answer: 'in', firstName: `Prénom ${n}` },
      })),
    )
  const asked = (): number =>
    statementsIn(box.tables.sql, () => answersTo(box.read.as('meetings'), to))
  answers(2)
  const few = asked()
  answers(20)
  assert.equal(asked(), few)
  assert.equal(answersTo(box.read.as('meetings'), to).length, 22)
})
