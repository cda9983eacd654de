import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, seen, skipOf, stage } from './server.ts'
import { carry, newId, village, withCard } from './two-villages.ts'

const [LUCIE, BARNABE, BED] = [newId(), newId(), newId()]
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
 * Lucie, of Sail, answers the notice of the bed that Barnabé gives in Boën; a telephone carries
 * what they say from one box to the other.
 */
describe('a thread between two boxes', { skip: skipOf(import.meta.filename) }, () => {
  let sail: Stage
  let boen: Stage
  let lucie: Page
  let barnabe: Page
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

  it('Lucie writes, ticking what goes with it; the page says what is on its way, and where', async () => {
    await lucie.goto(`/annonces/${BED}`)
    await lucie.getByRole('link', { name: 'Ça m’intéresse' }).click()
    assert.match(
      await seen(lucie.locator('main')),
      /Ce mot part pour Boën avec le facteur, qui rapporte la réponse/,
    )
    assert.equal(
      await lucie.locator('main input[type=checkbox]:checked').count(),
      0,
      'nothing is ticked beforehand',
    )
    await lucie.getByLabel('mon prénom').check()
    await lucie.getByLabel('Un mot, si vous voulez').fill('Le matelas va avec\u00a0?')
    await lucie.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await seen(lucie.locator('main')), /Le matelas va avec.*en route.*/)
    assert.match(await seen(lucie.locator('main')), /le prénom/)
  })

  it('Barnabé reads it as Lucie’s, of Sail; he answers, proposes, and she says yes', async () => {
    await toBoen()
    await barnabe.goto('/')
    assert.match(await seen(barnabe.locator('main')), /Lucie, de Sail, vous écrit/)
    await barnabe.goto('/arrangements')
    await barnabe.getByRole('link', { name: 'Barnabé donne un lit d’enfant' }).click()
    assert.match(await seen(barnabe.locator('main')), /Lucie, de Sail.*Le matelas va avec/)
    await barnabe.getByLabel('Écrire à Lucie, de Sail').fill('Oui, et les draps.')
    await barnabe.getByRole('button', { name: 'Envoyer ce mot' }).click()
    await barnabe.getByText('Proposer un moment').click()
    await barnabe.getByLabel('Quand').fill('dimanche à 10 h')
    await barnabe.getByLabel('Où se retrouver').fill('au lavoir')
    await barnabe.getByRole('button', { name: 'Proposer' }).click()
    await toSail()
    await lucie.reload()
    assert.match(
      await seen(lucie.locator('main')),
      /Barnabé, de Boën, le .*Oui, et les draps\..*dimanche .*à 10 h/,
    )
    assert.ok(!(await seen(lucie.locator('main'))).includes('en route'))
    await lucie.getByRole('button', { name: 'D’accord' }).click()
    assert.match(await seen(lucie.locator('main')), /Demandé à Boën/)
  })

  it('the courier comes and goes: both see that it is agreed, and nobody else reads a word of it', async () => {
    await toBoen()
    await toSail()
    await lucie.reload()
    await barnabe.reload()
    for (const page of [lucie, barnabe]) assert.match(await seen(page.locator('main')), /Convenu\./)
    assert.ok(!(await seen(lucie.locator('main'))).includes('Demandé'))
    const stranger = await boen.visitor()
    await stranger.goto(barnabe.url())
    assert.ok(!/Lucie|dimanche|matelas|draps/.test(await stranger.content()))
  })

  it('Lucie ends it: after the courier, nothing more is said on either side', async () => {
    await lucie.locator('summary', { hasText: 'Finir la conversation' }).click()
    await lucie.getByRole('button', { name: 'Finir la conversation' }).click()
    await toBoen()
    await barnabe.reload()
    assert.match(await seen(barnabe.locator('main')), /a mis fin à la conversation/)
    for (const page of [lucie, barnabe])
      assert.equal(await page.locator('main form[action$="/mot"]').count(), 0)
  })
})
