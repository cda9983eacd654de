import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain, village } from '../../tests/support/served.ts'
import { bricks } from '../app/bricks.ts'
import { BOX } from '../bricks/box/server/box-page.ts'
import { ZONE } from '../files/clock.ts'
import { placesIn } from '../files/folder.ts'
import { openLocal, startSession } from '../files/local.ts'

const noBox = bricks.some(one => one.pages.some(page => page.path === BOX))
  ? false
  : 'no brick of this house has the page of the box'
const YEAR = 365 * 86_400_000

test('a clock that is set years on, or back, while people are there: nobody is signed out, no ' +
  'form is lost, the page says the new day', {
  skip: noBox,
}, async t => {
  const real = Date.now
  let ahead = 0
  Date.now = () => real() + ahead
  t.after(() => {
    Date.now = real
  })
  const sail = await village(t, [], 1)
  const local = openLocal(placesIn(sail.folder).local)
  t.after(() => local.db.close())
  // On a shared machine: ten minutes idle would end it.
  const keeper = `tenue=${startSession(local, false, real())}`
  const get = async (path: string, cookie = keeper): Promise<string> =>
    (await fetch(sail.at + path, { headers: { cookie, 'accept-language': 'fr' } })).text()
  const token = /name="jeton" value="([^"]+)"/.exec(await get(BOX))?.[1] ?? ''
  /** No `Origin`: the form's own token speaks for it, as on an old telephone. */
  const post = async (): Promise<number> => {
    const headers = { cookie: keeper, 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ jour: 'demain', jeton: token }).toString()
    return (await fetch(`${sail.at}${BOX}/heure`, { method: 'POST', body, headers })).status
  }
  const year = (): number =>
    Temporal.Instant.fromEpochMilliseconds(real() + ahead).toZonedDateTimeISO(ZONE).year
  for (const jump of [0, 30 * YEAR, -3 * YEAR, 1_000 * 3_600, -56 * YEAR]) {
    ahead = jump
    assert.match(plain(await get(BOX)), new RegExp(`Il est ici .* ${year()}\\.`), `${jump}`)
    assert.equal(
      await post(),
      422,
      `${jump}: the form is read, and only says what is wrong with it`,
    )
    assert.equal((await fetch(sail.at)).status, 200)
  }
})
