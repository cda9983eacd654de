import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { standingDoer } from '../../../../tests/support/doer.ts'
import { page, plain, type Village, village } from '../../../../tests/support/served.ts'
import { bricks } from '../../../app/bricks.ts'
import { RELEASED, ZONE } from '../../../files/clock.ts'
import { PI, planted } from '../../../machine/planted.ts'
import { typedMoment } from '../../../machine/typed.ts'
import { BOX } from './box-page.ts'

const noBox = bricks.some(one => one.pages.some(page => page.path === BOX))
  ? false
  : 'no brick of this house has the page of the box'

/** After what the village wrote, on the fifth of December 2026. */
const AFTER = Math.max(Date.now(), Date.UTC(2026, 11, 6))

/** A small box without a battery, installed, its doer standing. */
async function installed(t: TestContext) {
  const doer = standingDoer(t)
  Object.assign(process.env, {
    COCOTE_ROOT: planted(t, { ...PI, 'sys/class/rtc/rtc0/since_epoch': '4' }),
    COCOTE_BOX: doer.run,
  })
  t.after(() => {
    delete process.env['COCOTE_ROOT']
    delete process.env['COCOTE_BOX']
  })
  return { doer, sail: await village(t, ['Une remorque à prêter'], 1) }
}
async function post(of: Village, fields: Readonly<Record<string, string>>, cookie = of.keeper) {
  const answer = await fetch(`${of.at}${BOX}/heure`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields).toString(),
    headers: {
      origin: of.at,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'fr',
    },
  })
  const html = await answer.text()
  return { status: answer.status, text: plain(html), html }
}
const later = (ms: number): Readonly<Record<string, string>> => {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE)
  return {
    jour: at.toPlainDate().toString(),
    heure: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

test('the keeper gives the time, and it is known at once: on the page, and in what is written ' +
  'next', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  assert.match(await page(sail, BOX, sail.keeper), /Elle ne sait pas l’heure/)
  assert.match(
    await page(sail, '/tenir', sail.keeper),
    /Ce qui vous attend La borne ne sait pas l’heure/,
  )
  const ms = String(AFTER)
  assert.equal((await post(sail, { ms })).status, 303)
  assert.deepEqual(doer.took, [{ what: 'clock', line: ms }])
  assert.match(
    await page(sail, BOX, sail.keeper),
    /Quelqu’un l’a mise à l’heure depuis qu’elle est allumée/,
  )
})

test('typed by hand, in the village’s hour; what is no time, or no possible year, is a sentence ' +
  'and nothing is asked', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  for (const [fields, said] of [
    [{ jour: 'demain', heure: '14:32' }, /Donnez le jour et l’heure/],
    [{ jour: '2027-02-30', heure: '14:32' }, /Donnez le jour et l’heure/],
    [{ jour: '2027-02-03', heure: '' }, /Donnez le jour et l’heure/],
    [{ jour: '1999-12-31', heure: '23:59' }, /Regardez l’année/],
    [{ jour: '2099-12-31', heure: '23:59' }, /Regardez l’année/],
    [{ ms: '99999999999999' }, /Regardez l’année/],
  ] as const) {
    const { status, text } = await post(sail, fields)
    assert.deepEqual([status, said.test(text)], [422, true], text)
  }
  assert.deepEqual(doer.took, [])
  assert.equal((await post(sail, { jour: '25/12/2027', heure: '8 h 05' })).status, 303)
  assert.deepEqual(
    doer.took.map(({ line }) => line),
    [String(Date.UTC(2027, 11, 25, 7, 5))],
  )
})

test('an hour before what is written here is asked twice, and keeps what was typed', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  // The village was written on the fifth of December 2026, by a clock that was sure.
  const early = later(Math.max(RELEASED, Date.UTC(2026, 10, 26)))
  const asked = await post(sail, early)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Des choses sont écrites ici à une date plus tardive/)
  assert.ok(asked.html.includes(`value="${early['jour']}"`) && asked.html.includes('name="oui"'))
  assert.deepEqual(doer.took, [])
  assert.equal((await post(sail, { ...early, oui: '1' })).status, 303)
  assert.equal(doer.took.length, 1)
})

test('a neighbour’s telephone sets nothing; nor does a page of elsewhere', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  const ms = String(Date.now())
  assert.equal((await post(sail, { ms }, '')).status, 403)
  const foreign = await fetch(`${sail.at}${BOX}/heure`, {
    method: 'POST',
    body: `ms=${ms}`,
    headers: {
      origin: 'http://ailleurs.example',
      cookie: sail.keeper,
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  assert.equal(foreign.status, 403)
  assert.deepEqual(doer.took, [])
})

test('a doer that refuses is a sentence; a computer that is no box sends nobody to it', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  doer.answers.clock = 'no\ntoo-early'
  assert.match(
    (await post(sail, { ms: String(AFTER) })).text,
    /n’a pas pu se mettre à l’heure \(too-early\)/,
  )
  delete process.env['COCOTE_BOX']
  const laptop = await village(t, [], 50)
  assert.match((await post(laptop, { ms: String(AFTER) })).text, /n’est pas une borne installée/)
})

test('where the network says the hour, a person who says the same vouches for it; who says ' +
  'otherwise is told so', {
  skip: noBox,
}, async t => {
  const { doer, sail } = await installed(t)
  doer.answers.clock = 'no\n1\nsynced'
  const early = Date.now() < AFTER
  assert.match(
    (await post(sail, { ms: String(AFTER + 86_400_000) })).text,
    /prend l’heure sur le réseau/,
  )
  assert.equal(existsSync(join(doer.run, 'clock-vouched')), false)
  const told = await post(sail, { ms: String(Date.now()), ...(early ? { oui: '1' } : {}) })
  assert.deepEqual([told.status, existsSync(join(doer.run, 'clock-vouched'))], [303, true])
  assert.match(await page(sail, BOX, sail.keeper), /Quelqu’un l’a mise à l’heure/)
})

test('days and hours as people type them', () => {
  for (const [day, time, is] of [
    ['2026-11-25', '14:32', '2026-11-25T14:32:00'],
    ['25/11/2026', '14 h 32', '2026-11-25T14:32:00'],
    ['5.1.2027', '8h', '2027-01-05T08:00:00'],
    [' 25/11/2026 ', '00:00', '2026-11-25T00:00:00'],
    ['31/02/2027', '8h', undefined],
    ['25/11/26', '8h', undefined],
    ['25/11/2026', '25:00', undefined],
    ['25/11/2026', 'midi', undefined],
  ] as const)
    assert.equal(typedMoment(day, time), is?.slice(0, 16), `${day} ${time}`)
})
