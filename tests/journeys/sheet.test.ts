import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** The sheet of the week, from the keeper's hand to the counter, without scripts. */
describe('the sheet of the week', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  const print = async (page: Page) => page.context().request.get(`${box.address}/imprimer/feuille`)

  it('nobody made one yet: a visitor is told whom to ask', async () => {
    const visitor = await box.visitor()
    await visitor.goto('/feuille')
    assert.match(await textOf(visitor), /Aucune feuille n’est encore faite.*Anaïs et Malo/)
    assert.equal((await print(visitor)).status(), 404)
    await visitor.context().close()
  })

  it(
    'it composed itself; the keeper moves a line, says one otherwise, takes one out, adds one ' +
      'and asks a question',
    async () => {
      await keeper.goto('/feuille')
      assert.match(await textOf(keeper), /lignes, tout tient sur une feuille/)
      const part = keeper
        .locator('section')
        .filter({ has: keeper.getByRole('heading', { name: 'On cherche' }) })
      const lines = part.locator('li')
      const sentence = (at: number) => lines.nth(at).locator('input[name^="mots."]')
      const [first, second, third] = [
        await sentence(0).inputValue(),
        await sentence(1).inputValue(),
        await sentence(2).inputValue(),
      ]
      await lines.nth(2).locator('input[name^="rang."]').fill('1')
      await sentence(1).fill(`${second}, ou presque`)
      await lines.nth(0).getByLabel('pas cette fois').check()
      await keeper.getByLabel('Ajouter une ligne').fill('La salle est fermée jeudi.')
      await keeper
        .locator('select[name=question]')
        .selectOption({ label: 'La question, en vos mots' })
      await keeper
        .getByRole('textbox', { name: 'La question, en vos mots' })
        .fill('Qui sait affûter une faux ?')
      await keeper.getByRole('button', { name: 'Noter ces changements' }).first().click()
      assert.match(await seen(keeper.getByRole('status')), /C’est noté/)
      assert.equal(await sentence(0).inputValue(), third)
      assert.equal(await sentence(1).inputValue(), `${second}, ou presque`)
      assert.equal(
        await lines
          .filter({ has: keeper.locator(':checked') })
          .locator('input[name^="mots."]')
          .inputValue(),
        first,
      )
      const answer = await print(keeper)
      assert.equal(answer.headers()['content-type'], 'application/pdf')
    },
  )

  it('made, it is read and printed by anybody, on a telephone too', async () => {
    await keeper.getByRole('button', { name: 'C’est la feuille de la semaine' }).click()
    assert.match(await textOf(keeper), /La feuille de la semaine est faite/)
    const visitor = await box.visitor(PHONE)
    await visitor.goto('/')
    await visitor.getByRole('link', { name: 'la feuille de la semaine' }).click()
    const text = await textOf(visitor)
    assert.match(text, /La salle est fermée jeudi.*Qui sait affûter une faux/s)
    assert.doesNotMatch(text, /ou presque/)
    const wide = await visitor.locator('html').evaluate(one => one.scrollWidth)
    assert.ok(wide <= PHONE.width, `${wide} px`)
    assert.equal((await print(visitor)).status(), 200)
    await visitor.context().close()
  })
})
