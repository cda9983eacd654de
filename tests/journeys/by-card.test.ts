import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { withCard } from './people.ts'
import { type Stage, skipOf, stage, textOf, WIDE } from './server.ts'

const skip = skipOf(import.meta.filename)
const SAID = 'je prête ma bétaillère'

/**
 * A farmer shows his trailer to people who hold a card, and to nobody else; then to everybody, then
 * by card again. Without scripts, on a telephone.
 */
describe('a notice that is read by card', { skip }, () => {
  let box: Stage
  let keeper: Page
  let mathieu: Page
  let nadia: Page
  let stranger: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    stranger = await box.visitor()
    mathieu = await withCard(box, keeper, 'Mathieu Roche')
    nadia = await withCard(box, keeper, 'Nadia Roche')
  })
  after(() => box?.end())

  const isRead = async (who: Page): Promise<boolean> => {
    await who.goto('/annonces')
    return (await textOf(who)).includes(SAID)
  }

  it('he ticks that a card is needed, and reads that it is written', async () => {
    await mathieu.goto('/annonces/proposer')
    await mathieu.locator('#f-title').fill('je prête ma bétaillère')
    await mathieu.getByLabel('ici, seulement avec une carte').check()
    await mathieu.locator('form[action="/annonces/proposer"] button').first().click()
    assert.match(await textOf(mathieu), /Seules les personnes qui ont une carte/)
  })

  it('somebody with a card finds it, marked; a visitor finds nothing of it', async () => {
    assert.ok(await isRead(nadia))
    assert.match(await textOf(nadia), /visible avec une carte/)
    assert.ok(!(await isRead(stranger)))
    await nadia.getByRole('link', { name: /bétaillère/ }).click()
    assert.match(await textOf(nadia), /Visible avec une carte seulement/)
    const at = new URL(nadia.url()).pathname
    assert.equal((await stranger.goto(at))?.status(), 404)
  })

  it('he corrects it, and it is corrected for them alone', async () => {
    await mathieu.goto('/annonces')
    await mathieu.getByRole('link', { name: /bétaillère/ }).click()
    await mathieu.getByRole('link', { name: 'Corriger' }).click()
    const title = mathieu.locator('#f-title')
    await title.fill(`${await title.inputValue()}, le week-end`)
    await mathieu.locator('form[action="/moi/corriger"] button').first().click()
    await nadia.goto('/annonces')
    assert.match(await textOf(nadia), /bétaillère », le week-end/)
    assert.ok(!(await isRead(stranger)))
  })

  it('he shows it to everybody, then by card again, from its own page', async () => {
    await mathieu.goto('/annonces')
    await mathieu.getByRole('link', { name: /bétaillère/ }).click()
    await mathieu.getByText('Changer qui peut la lire').click()
    await mathieu.getByRole('button', { name: 'La montrer à tout le monde, ici' }).click()
    assert.match(await textOf(mathieu), /tout le monde la lit, ici/)
    assert.ok(await isRead(stranger))
    await mathieu.getByText('Changer qui peut la lire').click()
    await mathieu.getByRole('button', { name: 'Ne la montrer qu’avec une carte' }).click()
    assert.match(await textOf(mathieu), /elle ne se lit plus qu’avec une carte/)
    assert.ok(!(await isRead(stranger)))
    assert.ok(await isRead(nadia))
  })
})
