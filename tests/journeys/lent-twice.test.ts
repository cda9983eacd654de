import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { dayAfter, dayOfMoment, weekdayNumber } from '../../src/text/days.ts'
import { PASSPHRASE } from '../support/demo-folder.ts'
import { enter, type Stage, seen, skipOf, stage, WIDE } from './server.ts'
import { carry, newId, village, withCard } from './two-villages.ts'

const [LUCIE, BARNABE, TILLER] = [newId(), newId(), newId()]
const tiller = {
  type: 'thing',
  id: TILLER,
  fields: { title: 'Motoculteur de Boën', kind: 'machine', unit: 'day', reach: 'à la mairie' },
}
const today = dayOfMoment(Date.now())
/** The Saturday after next, so that no day of this week is meant. */
const SATURDAY = dayAfter(today, 13 - weekdayNumber(today))

/** A tiller lives in Boën. Each of two boxes lends it for one Saturday; a telephone carries it. */
describe('a tiller that two boxes lent for one Saturday', {
  skip: skipOf(import.meta.filename),
}, () => {
  let sail: Stage
  let boen: Stage
  let lucie: Page
  const page = `/preter/${TILLER}`
  const keeperOf = async (box: Stage): Promise<Page> => {
    const keeper = await box.visitor(WIDE)
    await enter(keeper, PASSPHRASE)
    return keeper
  }
  const books = async (who: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
    await who.goto(`${page}?startsOn=${SATURDAY}`)
    const form = who.locator(`form[action="${page}/reserver"]`)
    for (const [name, value] of Object.entries(fields))
      await form.locator(`[name="${name}"]`).first().fill(value)
    await form.locator('button').last().click()
  }

  before(async () => {
    sail = await stage({
      before: village({ me: 'Sail', other: 'Boën', member: LUCIE, name: 'Lucie' }),
    })
    boen = await stage({
      before: village({
        ...({ me: 'Boën', other: 'Sail', member: BARNABE, name: 'Barnabé' } as const),
        more: [tiller],
      }),
    })
    await carry(boen, sail, 'Sail')
    lucie = await withCard(sail, LUCIE)
  })
  after(async () => {
    await sail?.end()
    await boen?.end()
  })

  it('Sail asks Boën, which gave the day to Barnabé before the courier came', async () => {
    await books(lucie, {})
    assert.match(await seen(lucie.locator('main')), /demandé à Boën/)
    const barnabe = await withCard(boen, BARNABE)
    await books(barnabe, {})
    assert.match(await seen(barnabe.locator('main')), /c’est réservé/)
    await carry(sail, boen, 'Boën')
    const keeper = await keeperOf(boen)
    await keeper.goto(page)
    assert.match(await seen(keeper.locator('main')), /Lucie le demande/)
    await keeper.getByRole('button', { name: 'Accorder' }).click()
    assert.match(await seen(keeper.locator('main')), /C’est pris/)
  })

  it('Sail lent it all the same: both see the clash, and it is settled', async () => {
    const lent = await keeperOf(sail)
    await lent.goto(page)
    await lent.locator('summary', { hasText: 'C’est parti sans réservation' }).click()
    const form = lent.locator(`form[action="${page}/preter"]`)
    await form.locator('[name="name"]').fill('Ahmed')
    await form.locator('[name="endsOn"]').fill(SATURDAY)
    await form.locator('button').click()
    assert.match(await seen(lent.locator('main')), /parti avec Ahmed|déjà parti/)
    await carry(sail, boen, 'Boën')
    await carry(boen, sail, 'Sail')
    for (const box of [sail, boen]) {
      const keeper = await keeperOf(box)
      await keeper.goto(page)
      const said = await seen(keeper.locator('main'))
      assert.match(said, /Promis deux fois.*appelez les deux/s)
      assert.equal(said.includes('Ahmed'), box === sail, 'who has it stays in its own box')
      await keeper.getByRole('button', { name: 'C’est arrangé' }).click()
      assert.doesNotMatch(await seen(keeper.locator('main')), /Promis deux fois/)
    }
  })
})
