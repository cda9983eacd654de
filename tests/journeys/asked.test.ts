import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
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
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const NOW = Date.now()
const newId = () => idFrom(NOW, randomBytes(10))
/** Each box knows the name of the other before either opens. */
const TWINS = { Sail: 'first', Boën: 'second' } as const
const nameOf = async (village: keyof typeof TWINS): Promise<string> =>
  openBox(await demoFolder(TWINS[village])).name
const [LUCIE, BARNABE, BED] = [newId(), newId(), newId()]
const cards = new Map<string, MemberCard>()

type Village = Readonly<{
  me: 'Sail' | 'Boën'
  other: 'Sail' | 'Boën'
  member: string
  name: string
  more?: readonly object[]
}>
/** A village whose keeper recognised the other box, and somebody there with a card. */
const village =
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
const bed = {
  type: 'offer',
  id: BED,
  fields: {
    title: 'Barnabé donne un lit d’enfant',
    who: 'Barnabé',
    reach: 'laissez un mot',
    mode: 'give',
    state: 'firm',
    author: BARNABE,
  },
}

/**
 * Lucie, of Sail, asks for the bed that Barnabé gives in Boën; a telephone carries the news from
 * one box to the other.
 */
describe('a deal asked of another box', { skip: skipOf(import.meta.filename) }, () => {
  let sail: Stage
  let boen: Stage
  let lucie: Page
  let barnabe: Page
  const withCard = async (box: Stage, member: string): Promise<Page> => {
    const page = await box.visitor(WIDE)
    const card = cards.get(member)!
    await page.goto('/entrer/carte')
    await page.getByLabel('Numéro').fill(card.number)
    await page.getByLabel('Quatre mots').fill(card.words.join(' '))
    await page.locator('form[action="/entrer/carte"] button').click()
    return page
  }
  /** Somebody passes by one box, then by the other, with a telephone. */
  const carry = async (from: Stage, to: Stage, village: keyof typeof TWINS): Promise<void> => {
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
  const toBoen = (): Promise<void> => carry(sail, boen, 'Boën')
  const toSail = (): Promise<void> => carry(boen, sail, 'Sail')

  before(async () => {
    sail = await stage({
      before: village({ me: 'Sail', other: 'Boën', member: LUCIE, name: 'Lucie' }),
    })
    boen = await stage({
      before: village({ me: 'Boën', other: 'Sail', member: BARNABE, name: 'Barnabé', more: [bed] }),
    })
    await toSail()
    ;[lucie, barnabe] = [await withCard(sail, LUCIE), await withCard(boen, BARNABE)]
  })
  after(async () => {
    await sail?.end()
    await boen?.end()
  })

  it(
    'Lucie asks, ticking what goes with it; nothing is certain, and the page says where it is ' +
      'decided',
    async () => {
      await lucie.goto(`/annonces/${BED}`)
      await lucie.getByRole('link', { name: 'Proposer qu’on s’arrange' }).click()
      assert.match(
        await seen(lucie.locator('main')),
        /Cette annonce est de Boën : c’est là-bas que cela se décide/,
      )
      assert.equal(
        await lucie.locator('main input[type=checkbox]:checked').count(),
        0,
        'nothing is ticked beforehand',
      )
      await lucie.getByLabel('mon prénom').check()
      await lucie.getByLabel('Quand').fill('samedi matin')
      await lucie.getByRole('button', { name: 'Proposer' }).click()
      assert.match(
        await seen(lucie.locator('main')),
        /Demandé à Boën .*la réponse viendra avec le facteur.*le prénom/,
      )
      await lucie.goto('/arrangements')
      assert.match(await seen(lucie.locator('main')), /demandé à Boën/)
    },
  )

  it(
    'it comes to Barnabé as Lucie’s, of Sail; he would rather have another moment, and she ' +
      'says yes to it',
    async () => {
      await toBoen()
      await barnabe.goto('/arrangements')
      await barnabe.getByRole('link', { name: 'Barnabé donne un lit d’enfant' }).click()
      assert.match(await seen(barnabe.locator('main')), /Lucie, de Sail.*samedi matin/)
      await barnabe.getByRole('button', { name: 'Plutôt un autre moment' }).click()
      assert.match(await seen(barnabe.locator('.error')), /Dites quand cela vous irait/)
      await barnabe.getByLabel('Un autre moment').fill('dimanche à 10 h')
      await barnabe.getByRole('button', { name: 'Plutôt un autre moment' }).click()
      await toSail()
      await lucie.getByRole('link', { name: 'Barnabé donne un lit d’enfant' }).click()
      assert.match(await seen(lucie.locator('main')), /dimanche à 10 h/)
      await lucie.getByRole('button', { name: 'D’accord' }).click()
      assert.match(await seen(lucie.locator('main')), /Demandé à Boën/)
    },
  )

  it('the courier comes and goes: both see that it is agreed, and nobody else reads a word of it', async () => {
    await toBoen()
    await toSail()
    await lucie.reload()
    await barnabe.reload()
    for (const page of [lucie, barnabe]) assert.match(await seen(page.locator('main')), /Convenu\./)
    assert.ok(!(await seen(lucie.locator('main'))).includes('Demandé'))
    const stranger = await boen.visitor()
    await stranger.goto(barnabe.url())
    assert.ok(!/Lucie|dimanche/.test(await stranger.content()))
  })
})
