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
 * Neighbours talk about notices: with a relay for who has no device, told to its end; with each
 * other, refused and asked again; with a visitor, who has a ticket, fallen through and made again.
 */
describe('a deal between neighbours', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let ondine: Page
  let odile: Page
  let [motobineuse, thread] = ['', '']
  const home = async (): Promise<string> => {
    const page = await box.visitor(WIDE)
    await page.goto('/')
    const text = await textOf(page)
    await page.context().close()
    return text
  }
  /** The page of the box that this person has next, and the first line of what is new on it. */
  const newsOf = async (page: Page): Promise<string> => {
    await page.goto('/')
    return await textOf(page)
  }
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click()
  const write = async (page: Page, to: string, said: string): Promise<void> => {
    await page.getByLabel(`Écrire à ${to}`).fill(said)
    await page.locator('form[action$="/mot"] button').first().click()
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

  it('the relay writes Barnabé’s notice for him; Ondine says in one press that it interests her', async () => {
    await odile.goto('/annonces/proposer')
    await odile.locator('#f-for').selectOption({ label: 'Barnabé' })
    await odile.locator('#f-title').fill('je prête ma motobineuse')
    await odile.locator('#f-reachBy-word').check()
    await odile.locator('#f-accord-voisins').check()
    await odile.locator('main form.form button.button').first().click()
    assert.match(await textOf(odile), /Barnabé : « je prête ma motobineuse »/)
    motobineuse = odile.url().split('?')[0]!
    await ondine.goto(motobineuse)
    await press(ondine, 'Ça m’intéresse')
    assert.match(await textOf(ondine), /C’est envoyé.*On se parle.*Ça m’intéresse\./)
    thread = ondine.url().split('?')[0]!
    await ondine.goto(motobineuse)
    assert.equal(await ondine.getByRole('button', { name: 'Ça m’intéresse' }).count(), 0)
    await ondine.getByRole('link', { name: 'Voir ce qu’on s’est dit' }).click()
    assert.equal(ondine.url().split('?')[0], thread)
  })

  it('the relay sees it first, on a slip and in the thread, and proposes for him; she says yes', async () => {
    assert.match(await newsOf(odile), /à dire à Barnabé : Ondine lui écrit/i)
    await odile.goto(thread)
    await odile.locator('summary', { hasText: 'Proposer un moment' }).click()
    await odile.getByLabel('Quand').fill('à dix heures')
    await odile.getByLabel('Où se retrouver').fill('chez lui')
    await press(odile, 'Proposer')
    assert.match(
      await textOf(odile),
      /Barnabé a proposé « à dix heures, chez lui ».*noté par Odile/,
    )
    assert.match(await newsOf(ondine), /Barnabé attend votre réponse/)
    await ondine
      .getByRole('link', { name: /Barnabé attend votre réponse/ })
      .first()
      .click()
    await press(ondine, 'D’accord')
    assert.match(await textOf(ondine), /C’est convenu.*Vous avez dit d’accord/)
    await press(ondine, 'Je suis en retard')
    assert.match(
      await newsOf(odile),
      /Ondine est d’accord : c’est convenu \([^)]*\), avec du retard/,
    )
    const stranger = await box.visitor()
    await stranger.goto(thread)
    assert.ok(!/Ondine|Barnabé|motobineuse/.test(await stranger.content()))
    await stranger.context().close()
  })

  it('done, it is told once both agreed to one sentence in the past, with a thank-you', async () => {
    await ondine.goto(thread)
    await press(ondine, 'C’est fait')
    assert.equal(
      await ondine.locator('main input[type=checkbox]:checked').count(),
      0,
      'nothing is ticked beforehand',
    )
    await ondine.getByLabel('On peut le raconter').check()
    await ondine.getByLabel('avec mon prénom').check()
    await ondine.getByLabel('Un merci').fill('Merci Barnabé, les pommes de terre sont en terre.')
    await ondine.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    assert.match(await seen(ondine.locator('.refused')), /Racontez en une phrase, au passé/)
    await ondine.getByLabel('Racontez en une phrase').fill('Ondine a retourné sa terre en un matin')
    await ondine.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    assert.ok(!(await home()).includes('retourné sa terre'), 'one yes is not everybody’s')
    await odile.goto(thread)
    assert.equal(
      await odile.getByLabel('Racontez en une phrase').inputValue(),
      'Ondine a retourné sa terre en un matin',
    )
    await odile.getByLabel('Barnabé a lu ou entendu cette phrase').check()
    await odile.getByLabel('avec son prénom').check()
    await odile.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    assert.match(await textOf(odile), /c’est raconté dans « Ça s’est fait »/)
    assert.match(await home(), /Ondine a retourné sa terre en un matin Ondine et Barnabé, le /)
    const visitor = await box.visitor()
    await visitor.goto('/')
    await visitor.getByRole('link', { name: 'Ondine a retourné sa terre en un matin' }).click()
    assert.match(
      await textOf(visitor),
      /« Merci Barnabé, les pommes de terre sont en terre\. » — Ondine/,
    )
    await visitor.context().close()
  })

  it('one changes her mind: the line is gone, from the page, the search and the data', async () => {
    await ondine.goto(thread)
    await press(ondine, 'Ne plus le raconter')
    assert.match(await textOf(ondine), /C’est effacé de « Ça s’est fait », pour de bon/)
    assert.ok(!(await home()).includes('retourné sa terre'))
    assert.ok(
      !(await everywhere(box.address, ['pommes de terre'])).includes(
        'pommes de terre sont en terre',
      ),
    )
    assert.ok(!(await (await fetch(`${box.address}/donnees/deed.csv`)).text()).includes('retourné'))
  })

  it('refused with a word, it is not the end: she asks for another day in the same thread', async () => {
    await odile.goto('/annonces/proposer')
    await odile.locator('#f-title').fill('je prête mon échelle')
    await odile.locator('#f-reachBy-word').check()
    await odile.locator('#f-accord-voisins').check()
    await odile.locator('main form.form button.button').first().click()
    const ladder = odile.url().split('?')[0]!
    await ondine.goto(ladder)
    await ondine.getByLabel('Un mot, si vous voulez').fill('Pour la gouttière, lundi ?')
    await press(ondine, 'Ça m’intéresse')
    const at = ondine.url().split('?')[0]!
    await ondine.locator('summary', { hasText: 'Proposer un moment' }).click()
    await ondine.getByLabel('Quand').fill('lundi')
    await press(ondine, 'Proposer')
    await odile.goto(at)
    assert.match(await textOf(odile), /Pour la gouttière, lundi \?/)
    await press(odile, 'Non merci')
    await write(odile, 'Ondine', 'Elle est chez mon frère.')
    // A day that is not today’s is written as a date.
    assert.match(
      (await newsOf(ondine)).replace(/« lundi \d[^»]* »/, '« lundi »'),
      /Odile ne peut pas, cette fois \(« lundi »\), avec ce mot : « Elle est chez mon frère\. »/,
    )
    await ondine.goto(at)
    assert.match(await textOf(ondine), /Odile ne peut pas, cette fois\..*Elle est chez mon frère/)
    await ondine.locator('summary', { hasText: 'Proposer une autre fois' }).click()
    await ondine.getByLabel('Quand').fill('samedi')
    await press(ondine, 'Proposer')
    assert.equal(ondine.url().split('?')[0], at)
    await odile.goto(at)
    await press(odile, 'D’accord')
    assert.match(await textOf(odile), /C’est convenu/)
  })

  it('a visitor says who they are in three fields, and goes on by their ticket', async () => {
    await odile.goto('/annonces/proposer')
    await odile.locator('#f-title').fill('je prête ma brouette le jeudi')
    await odile.locator('#f-reachBy-word').check()
    await odile.locator('#f-accord-voisins').check()
    await odile.locator('main form.form button.button').first().click()
    const ride = odile.url().split('?')[0]!
    const visitor = await box.visitor()
    await visitor.goto(ride)
    await visitor.getByRole('link', { name: 'Ça m’intéresse' }).click()
    assert.ok((await visitor.locator('main form.form :is(input, textarea):visible').count()) <= 3)
    await press(visitor, 'Envoyer')
    assert.equal(await visitor.locator('.field.wrong').count(), 2, 'both mistakes at once')
    await visitor.getByLabel('Votre prénom').fill('Huguette')
    await visitor.getByLabel('Comment vous joindre').fill('04 77 00 11 22')
    await press(visitor, 'Envoyer')
    const ticket = visitor.url().split('?')[0]!
    assert.match(ticket, /\/billet\//)
    assert.match(await newsOf(odile), /Huguette \(sans carte\) vous écrit au sujet de/)
    await odile
      .getByRole('link', { name: /Huguette .*vous écrit/ })
      .first()
      .click()
    assert.match(await textOf(odile), /Pour joindre Huguette : 04 77 00 11 22/)
    await odile.locator('summary', { hasText: 'Proposer un moment' }).click()
    await odile.getByLabel('Quand').fill('jeudi 7 h')
    await odile.getByLabel('Où se retrouver').fill('devant la boulangerie')
    await press(odile, 'Proposer')
    await visitor.goto(ticket)
    await press(visitor, 'D’accord')
    assert.match(await textOf(visitor), /C’est convenu/)
    await odile.reload()
    await odile.locator('summary', { hasText: 'Finalement, ça ne se fait pas' }).click()
    await odile.getByLabel('Un mot, si vous voulez').fill('La voiture est en panne.')
    await press(odile, 'Dire que ça ne se fait pas')
    await visitor.goto(ticket)
    assert.match(await textOf(visitor), /Ça n’a pas pu se faire\..*La voiture est en panne\./)
    await write(visitor, 'Odile', 'Et la semaine prochaine ?')
    await odile.goto(ride)
    await odile.goto('/')
    await odile
      .getByRole('link', { name: /Huguette .*vous écrit/ })
      .first()
      .click()
    await odile.locator('summary', { hasText: 'Proposer une autre fois' }).click()
    await odile.getByLabel('Quand').fill('jeudi prochain')
    await press(odile, 'Proposer')
    await visitor.goto(ticket)
    await press(visitor, 'D’accord')
    assert.match(await textOf(visitor), /C’est convenu/)
    const stranger = await box.visitor()
    await stranger.goto(ride)
    assert.ok(!/Huguette|04 77 00/.test(await stranger.content()))
    for (const page of [visitor, stranger]) await page.context().close()
  })

  it('the keeper reads who talks and how far it is, and no word of it', async () => {
    const keeper = await box.visitor(WIDE)
    await enter(keeper, PASSPHRASE)
    await keeper.goto('/arrangements')
    assert.match(await seen(keeper.locator('main')), /Convenus.*Faits.*motobineuse.*Ondine/)
    await keeper.goto(thread)
    const read = await textOf(keeper)
    assert.match(read, /n’est lu que par elles/)
    assert.ok(!/samedi matin|chez lui|retourné sa terre/.test(read))
    await keeper.context().close()
  })
})
