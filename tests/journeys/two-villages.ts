import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { bricks } from '../../src/app/bricks.ts'
import { type MemberCard, newCard } from '../../src/bricks/members/server/cards.ts'
import { idFrom } from '../../src/core/id.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { openLocal } from '../../src/files/local.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { copyDemo, demoFolder } from '../support/demo-folder.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'
import { type Stage, textOf, WIDE } from './server.ts'

/** Two real boxes, Sail and Boën, whose keepers recognised each other; a telephone goes between. */

const NOW = Date.now()
export const newId = () => idFrom(NOW, randomBytes(10))
/** Each box knows the name of the other before either opens. */
const TWINS = { Sail: 'first', Boën: 'second' } as const
const nameOf = async (village: keyof typeof TWINS): Promise<string> =>
  openBox(await demoFolder(TWINS[village])).name
const cards = new Map<string, MemberCard>()

type Village = Readonly<{
  me: 'Sail' | 'Boën'
  other: 'Sail' | 'Boën'
  member: string
  name: string
  more?: readonly object[]
}>
/** A village whose keeper recognised the other box, and somebody there with a card. */
export const village =
  ({ me, other, member, name, more = [] }: Village) =>
  async (folder: string): Promise<void> => {
    await copyDemo(folder, TWINS[me])
    const engine = openEngine(bricks, openBox(folder), placesIn(folder))
    const records = [{ type: 'member', id: member, fields: { name, state: 'here' } }, ...more]
    const asked = {
      brick: 'plain',
      command: 'bring',
      input: { records: JSON.stringify(records) },
      by: 'keeper',
      id: newId(),
      lang: 'fr',
    } as const
    const [answer] = runBatch(engine, [asked], { ...machineClock(() => NOW), sure: true })
    assert.ok(answer?.done, JSON.stringify(answer))
    const neighbour = await nameOf(other)
    inOwnTransaction(engine, () =>
      setPeerMark(engine.log, neighbour, { paired: true, called: other }),
    )
    engine.tables.db.close()
    engine.log.db.close()
    const local = openLocal(placesIn(folder).local)
    cards.set(member, await newCard(local, member, NOW))
    local.db.close()
  }

/** Somebody comes with the card that their village made for them. */
export const withCard = async (box: Stage, member: string): Promise<Page> => {
  const page = await box.visitor(WIDE)
  const card = cards.get(member)!
  await page.goto('/entrer/carte')
  await page.getByLabel('Numéro').fill(card.number)
  await page.getByLabel('Quatre mots').fill(card.words.join(' '))
  await page.locator('form[action="/entrer/carte"] button').click()
  return page
}
/** Somebody passes by one box, then by `village`, with a telephone. */
export const carry = async (from: Stage, to: Stage, village: keyof typeof TWINS): Promise<void> => {
  const [here, there] = [await from.visitor(), await to.visitor()]
  const news = await here.request.get(`/nouvelles/emporter?pour=${await nameOf(village)}`)
  assert.equal(news.status(), 200)
  await there.goto('/nouvelles')
  await there.locator('input[type=file]').setInputFiles({
    name: 'nouvelles.cocote',
    mimeType: 'application/octet-stream',
    buffer: await news.body(),
  })
  await there.locator('form[action="/nouvelles/apporter"] button').click()
  assert.match(await textOf(there), /Sail|Boën/)
  await Promise.all([here.context().close(), there.context().close()])
}
