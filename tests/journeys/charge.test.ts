import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { cardOf, enterWith, known, OLD_PHONE } from './people.ts'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** The keeper puts a neighbour in charge of a room; she looks after it, and gives it back. */
describe('in charge of one thing', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let fantine: Page
  let room = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    await known(keeper, 'Fantine')
    fantine = await box.visitor(OLD_PHONE)
    await enterWith(fantine, await cardOf(keeper, 'Fantine'))
  })
  after(() => box?.end())

  it('is given from the page of the thing, which is chosen already', async () => {
    await keeper.goto('/preter')
    await keeper.locator('main').getByRole('link', { name: 'Le local' }).click()
    room = new URL(keeper.url()).pathname
    await keeper.getByRole('link', { name: 'Confier cette chose' }).click()
    assert.equal(await seen(keeper.getByLabel('Quelle chose').locator(':checked')), 'Le local')
    await keeper.getByLabel('À qui').selectOption({ label: 'Fantine' })
    await keeper.getByLabel('Jusqu’à quel jour').fill('2031-03-01')
    await keeper.getByRole('button', { name: 'Confier', exact: true }).click()
    const said = await textOf(keeper)
    assert.match(said, /C’est confié : Fantine, pour « Le local »/)
    assert.match(said, /Le local Fantine · depuis le .*, jusqu’au 1er mars 2031 compris/)
  })

  it('names nobody beside the thing before they agree', async () => {
    const visitor = await box.visitor()
    const reads = async (): Promise<string> => {
      await visitor.goto(room)
      return textOf(visitor)
    }
    assert.doesNotMatch(await reads(), /Fantine/)
    await fantine.goto('/moi')
    await fantine.getByRole('button', { name: 'Écrire mon prénom à côté' }).click()
    assert.match(await textOf(fantine), /C’est noté.*mon prénom est écrit à côté/)
    assert.match(await reads(), /S’en occupe : Fantine\./)
  })

  it('is given back with one button, and its page is theirs no more', async () => {
    await fantine.goto(room)
    assert.match(await textOf(fantine), /Vous vous en occupez/)
    await fantine.goto('/moi')
    await fantine.getByRole('button', { name: 'Je ne m’occupe plus de « Le local »' }).click()
    assert.match(await textOf(fantine), /C’est fini : « Le local » n’est plus confié/)
    await fantine.goto(room)
    assert.doesNotMatch(await textOf(fantine), /Vous vous en occupez/)
    await keeper.goto('/charges')
    assert.match(await textOf(keeper), /Personne encore/)
  })
})
