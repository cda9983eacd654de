import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { bricks } from '../../src/app/bricks.ts'
import { type MemberCard, newCard } from '../../src/bricks/members/server/cards.ts'
import { idFrom } from '../../src/core/id.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { openLocal } from '../../src/files/local.ts'
import { copyDemo, PASSPHRASE } from '../support/demo-folder.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'
import { enter, everywhere, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const NOW = Date.now()
const newId = () => idFrom(NOW, randomBytes(10))
const [ONDINE, BARNABE, ODILE] = [newId(), newId(), newId()]
const cards = new Map<string, MemberCard>()

/** Ondine has a card; Barnabé has no device; Odile passes words on, and accepted to. */
async function village(folder: string): Promise<void> {
  await copyDemo(folder)
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  const records = [
    { type: 'member', id: ONDINE, fields: { name: 'Ondine', state: 'here' } },
    { type: 'member', id: ODILE, fields: { name: 'Odile', state: 'here' } },
    {
      type: 'member',
      id: BARNABE,
      fields: { name: 'Barnabé', state: 'here', through: 'Odile', keyedBy: ODILE },
    },
    {
      type: 'relay',
      id: newId(),
      fields: { name: 'Odile', where: 'à la boulangerie', member: ODILE, state: 'accepted' },
    },
  ]
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
  engine.tables.db.close()
  engine.log.db.close()
  const local = openLocal(placesIn(folder).local)
  for (const member of [ONDINE, ODILE]) cards.set(member, await newCard(local, member, NOW))
  local.db.close()
}

/**
 * Two neighbours, one with a card, one written for by the relay, make a deal that becomes a line of
 * *Ça s'est fait*.
 */
describe('a deal between neighbours', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let ondine: Page
  let odile: Page
  const home = async (): Promise<string> => {
    const page = await box.visitor(WIDE)
    await page.goto('/')
    const text = await textOf(page)
    await page.context().close()
    return text
  }
  const withCard = async (member: string): Promise<Page> => {
    const page = await box.visitor()
    const card = cards.get(member)!
    await page.goto('/entrer/carte')
    await page.getByLabel('Numéro').fill(card.number)
    await page.getByLabel('Quatre mots').fill(card.words.join(' '))
    await page.locator('form[action="/entrer/carte"] button').click()
    return page
  }
  before(async () => {
    box = await stage({ before: village })
    ;[ondine, odile] = [await withCard(ONDINE), await withCard(ODILE)]
  })
  after(() => box?.end())

  it(
    'the relay writes Barnabé’s notice for him; Ondine proposes, and reads on her page where ' +
      'it stands',
    async () => {
      await odile.goto('/annonces/proposer')
      await odile.locator('#f-for').selectOption({ label: 'Barnabé' })
      await odile.locator('#f-title').fill('je prête ma motobineuse')
      await odile.locator('#f-reachBy-word').check()
      await odile.locator('#f-accord-voisins').check()
      await odile.locator('main form.form button.button').first().click()
      assert.match(await textOf(odile), /Barnabé : « je prête ma motobineuse »/)
      await ondine.goto(odile.url())
      await ondine.getByRole('link', { name: 'Proposer qu’on s’arrange' }).click()
      assert.equal(
        await ondine.getByLabel('Ce qu’on ferait').inputValue(),
        'Barnabé\u00a0: «\u00a0je prête ma motobineuse\u00a0»',
      )
      await ondine.getByLabel('Ce qu’on ferait').fill('')
      await ondine.getByRole('button', { name: 'Proposer' }).click()
      assert.match(await seen(ondine.locator('.refused')), /Il manque « Ce qu’on ferait »/)
      await ondine.getByLabel('Ce qu’on ferait').fill('Barnabé a prêté sa motobineuse à Ondine')
      await ondine.getByLabel('Quand').fill('samedi matin, chez elle')
      await ondine.getByRole('button', { name: 'Proposer' }).click()
      assert.match(await textOf(ondine), /C’est proposé\..* on attend la réponse de Barnabé/)
      assert.equal(
        await ondine.getByRole('button', { name: 'D’accord' }).count(),
        0,
        'nobody agrees for the other',
      )
      await ondine.getByRole('link', { name: 'Mes arrangements' }).first().click()
      assert.match(
        await seen(ondine.locator('main')),
        /On attend une réponse.*avec Barnabé · samedi matin/,
      )
    },
  )

  it('the relay keys his yes, and the page says who keyed it; nobody else reads a word of it', async () => {
    await odile.getByRole('link', { name: 'Mes arrangements' }).click()
    await odile.getByRole('link', { name: 'Barnabé a prêté sa motobineuse à Ondine' }).click()
    assert.match(await seen(odile.locator('main')), /Pour Barnabé/)
    await odile.getByRole('button', { name: 'D’accord' }).click()
    assert.match(
      await textOf(odile),
      /C’est convenu\..*Barnabé a dit d’accord, le .* \(noté par Odile\)/,
    )
    assert.ok(!(await everywhere(box.address, ['motobineuse', 'Ondine'])).includes('à Ondine'))
    const stranger = await box.visitor()
    await stranger.goto(odile.url())
    assert.ok(!/Ondine|Barnabé|motobineuse/.test(await stranger.content()))
    assert.ok(
      (await stranger.getByRole('button', { name: 'Entrer' }).count()) > 0,
      'whoever it may be enters first',
    )
    await stranger.context().close()
  })

  it('an agreed deal offers to close its notice, to who may', async () => {
    await odile.getByRole('button', { name: 'Fermer cette annonce' }).click()
    assert.match(await textOf(odile), /Barnabé : « je prête ma motobineuse »/)
    const visitor = await box.visitor()
    await visitor.goto('/annonces')
    assert.ok(!(await textOf(visitor)).includes('motobineuse'))
    await visitor.context().close()
  })

  it('done, it is told once both agreed, with a thank-you: a line of Ça s’est fait', async () => {
    await ondine.goto('/arrangements')
    await ondine.getByRole('link', { name: 'Barnabé a prêté sa motobineuse à Ondine' }).click()
    await ondine.getByRole('button', { name: 'C’est fait' }).click()
    assert.equal(
      await ondine.locator('main input[type=checkbox]:checked').count(),
      0,
      'nothing is ticked beforehand',
    )
    await ondine.getByLabel('On peut le raconter').check()
    await ondine.getByLabel('avec mon prénom').check()
    await ondine.getByLabel('Un merci').fill('Merci Barnabé, les pommes de terre sont en terre.')
    await ondine.getByRole('button', { name: 'Envoyer' }).click()
    assert.ok(!(await home()).includes('motobineuse'), 'one yes is not everybody’s')
    await odile.goto(ondine.url())
    await odile.getByLabel('On peut le raconter').check()
    await odile.getByLabel('avec son prénom').check()
    await odile.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await textOf(odile), /c’est raconté dans « Ça s’est fait »/)
    assert.match(
      await home(),
      /Ça s’est fait Barnabé a prêté sa motobineuse à Ondine Ondine et Barnabé, le /,
    )
    const visitor = await box.visitor()
    await visitor.goto('/')
    await visitor.getByRole('link', { name: 'Barnabé a prêté sa motobineuse à Ondine' }).click()
    assert.match(
      await textOf(visitor),
      /« Merci Barnabé, les pommes de terre sont en terre\. » — Ondine/,
    )
    await visitor.context().close()
  })

  it('one changes her mind: the line is gone, from the page, the search and the data', async () => {
    await ondine.getByRole('button', { name: 'Ne plus le raconter' }).click()
    assert.match(await textOf(ondine), /C’est effacé de « Ça s’est fait », pour de bon/)
    assert.ok(!(await home()).includes('motobineuse'))
    assert.ok(
      !(await everywhere(box.address, ['pommes de terre'])).includes(
        'pommes de terre sont en terre',
      ),
    )
    assert.ok(
      !(await (await fetch(`${box.address}/donnees/deed.csv`)).text()).includes('motobineuse'),
    )
  })

  it('the keeper reads every deal by how far it is, and may answer for who has no device', async () => {
    const keeper = await box.visitor(WIDE)
    await enter(keeper, PASSPHRASE)
    await keeper.goto('/tenir')
    await keeper.getByRole('link', { name: 'Les arrangements' }).click()
    assert.match(
      await seen(keeper.locator('main')),
      /Convenus.*Rosa prend Lucie.*Faits.*Barnabé a prêté sa motobineuse à Ondine/,
    )
    await keeper.context().close()
  })
})
