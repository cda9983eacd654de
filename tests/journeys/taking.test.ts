import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { around, plain, type Stage, skipOf, stage, textOf } from './server.ts'

const skip = skipOf(import.meta.filename)
const SAID = 'du papier à dessin'

/**
 * A pallet to share: neighbours say how much they take, without scripts and without account; what
 * is missing is counted, and the keeper writes down what came on paper.
 */
describe('how much each takes of what a notice offers', { skip }, () => {
  let box: Stage
  let keeper: Page
  let stranger: Page
  let notice = ''
  let ticket = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper()
    stranger = await box.visitor({ width: 390, height: 700 })
    await keeper.goto('/annonces/proposer')
    await keeper.locator('#f-title').fill(`je donne 400 kg de papier, ${SAID}`)
    await keeper.locator('#f-who').fill('Rosa')
    await keeper.locator('[name=reachBy][value=word]').check()
    const where = keeper.locator('[name=foundAt]')
    if ((await where.count()) > 0) await where.fill('au moulin')
    await around(keeper)
    await keeper.locator('form[action="/annonces/proposer"] button').first().click()
    notice = new URL(keeper.url()).pathname
  })
  after(() => box?.end())

  it('a visitor says so in three fields; every mistake is said at once and loses nothing', async () => {
    await stranger.goto(notice)
    assert.match(await textOf(stranger), /Qui en prend\s+Pris : 0 kg sur 400 kg/)
    await stranger.getByRole('link', { name: 'J’en prendrais' }).click()
    await stranger.locator('#f-combien').fill('un quart')
    await stranger.getByRole('button', { name: 'J’en prendrais' }).click()
    assert.match(await textOf(stranger), /comment vous joindre/)
    assert.equal(await stranger.locator('#f-combien').inputValue(), 'un quart')
    await stranger.locator('#f-firstName').fill('Zoé')
    await stranger.locator('#f-reach').fill('au four')
    await stranger.getByRole('button', { name: 'J’en prendrais' }).click()
    ticket = new URL(stranger.url()).pathname
    assert.match(ticket, /^\/billet\//)
  })

  it('their ticket says it with its unit and has the thread; the keeper carries the word', async () => {
    assert.match(plain(await textOf(stranger)), /J’en prendrais 100 kg\..*Combien 100 kg/)
    await stranger.getByRole('link', { name: 'Corriger' }).click()
    await stranger.locator('#f-saying').fill('500 kg')
    await stranger.getByRole('button', { name: 'Envoyer la correction' }).click()
    assert.match(plain(await textOf(stranger)), /Il n’en reste que 400 kg/)
    assert.equal(await stranger.locator('#f-saying').inputValue(), '500 kg')
    await stranger.goto(ticket)
    await keeper.goto('/mes-mots')
    assert.match(plain(await textOf(keeper)), /Rosa.*J’en prendrais 100 kg\./)
  })

  it('the keeper shows it, writes down a line of paper, and everybody reads what is left', async () => {
    await keeper.goto('/a-montrer')
    await keeper.getByRole('button', { name: 'Afficher' }).first().click()
    await keeper.goto(notice)
    await keeper.getByRole('link', { name: /feuille à remplir/ }).waitFor()
    const form = `/repondre/${notice.split('/').at(-1)}`
    await keeper.goto(form)
    await keeper.locator('#f-combien').fill('60 kg')
    await keeper.locator('#f-firstName').fill('Josette')
    await keeper.getByRole('button', { name: 'Noter' }).click()
    await stranger.goto(notice)
    assert.match(await textOf(stranger), /Pris : 160 kg sur 400 kg\. Il en reste 240 kg/)
    assert.match(await textOf(stranger), /Josette : 60 kg/)
    assert.doesNotMatch(await textOf(stranger), /au four/)
  })
})
