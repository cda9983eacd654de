import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** *J'en suis* to what comes back is for one of its times. */

let box: TestBox
let market: string
beforeEach(async () => {
  box = testBox()
  box.bring('territory', {
    name: 'Sail',
    village: '42195',
    communes: ['42195'],
    keptBy: 'Anaïs',
    reach: 'au local',
  })
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
