import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { pattern } from '../../src/core/pattern.ts'
import { PHONE, reachedBy, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** The name that the village's Wi-Fi gives to its box; browsers find it on this machine. */
const NAME = 'borne.localhost'
const NUMBER = '06 98 76 54 32'

/**
 * A neighbour is welcomed, comes in by a card, writes from a phone on an open Wi-Fi, and gets the
 * word that was left for her.
 */
describe('a neighbour with a card', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let phone: Page
  let elodie = ''
  let card = { number: '', words: '' }
  before(async () => {
    box = await stage({ args: ['--name', NAME] })
    keeper = await box.keeper(WIDE)
    phone = await onWifi(box)
  })
  after(() => box?.end())

  it(
    'is welcomed by the keeper in a minute, nothing ticked beforehand, and agrees to what she ' +
      'ticks',
    async () => {
      await keeper.goto('/tenir')
      await keeper.getByRole('link', { name: 'Habitant·es' }).click()
      await keeper.getByRole('link', { name: 'Ajouter un·e habitant·e' }).click()
      assert.equal(await keeper.locator('[name=uses]:checked').count(), 0)
      await keeper.locator('#f-name').fill('Élodie')
      await keeper.locator('#f-phone').fill(NUMBER)
      const how = keeper.locator('select[name=how]')
      if ((await how.count()) > 0) await how.selectOption('phone')
      else await keeper.locator('[name=how][value=phone]').check()
      await keeper.getByLabel('ce que j’ai fait, raconté').check()
      await keeper.getByRole('button', { name: 'Accueillir' }).click()
      assert.match(
        await textOf(keeper),
        /Élodie est des nôtres.*06 98 76 54 32.*raconté dans « Ça s’est fait », depuis/,
      )
      elodie = new URL(keeper.url()).pathname
    },
  )

  it('is given a card: a drawing that leads to the village’s own name, a number and four words', async () => {
    await keeper.getByRole('button', { name: 'Faire une carte' }).click()
    const said = await seen(keeper.locator('.person-card'))
    assert.match(said, new RegExp(`Élodie Numéro [0-9]{3} [0-9]{2} .*${NAME}:[0-9]+/entrer/carte`))
    assert.equal(await keeper.locator('.person-card svg').count(), 1)
    card = {
      number: await seen(keeper.locator('.person-card p b').nth(1)),
      words: await seen(keeper.locator('.person-card .words')),
    }
    assert.equal(card.words.split(' ').length, 4)
  })

  it(
    'comes in by the words on a phone, on the open Wi-Fi, and reads there nothing that stays ' +
      'in the box',
    async () => {
      await phone.goto('/')
      await phone.getByRole('link', { name: 'Entrer' }).click()
      await phone.getByLabel('Numéro').fill(card.number)
      await phone.getByLabel('Les quatre mots').fill(card.words.toUpperCase())
      await phone.getByRole('button', { name: 'Ouvrir ma page' }).click()
      const page = await textOf(phone)
      assert.match(
        page,
        /Bonjour Élodie.*Ma page.*elle se lit en https, ou à l’ordinateur de la borne/,
      )
      for (const path of [
        '/moi',
        '/moi/oublier',
        '/annonces/proposer',
        elodie,
        '/mes-mots',
        '/moi/tout.json',
      ]) {
        await phone.goto(path)
        assert.ok(!(await phone.content()).replace(/\D/g, '').includes('0698765432'), path)
        assert.ok(!(await textOf(phone)).includes('raconté dans'), path)
      }
    },
  )

  it('writes a notice from there, in her own name, without any account', async () => {
    await phone.goto('/annonces/proposer')
    await phone.getByLabel('En une phrase').fill('Élodie prête son étau, à la grange')
    await reachedBy(phone, 'par un mot')
    await phone
      .getByRole('button', { name: 'Envoyer' })
      .or(phone.getByRole('button', { name: 'Afficher', exact: true }))
      .first()
      .click()
    await phone.goto('/moi')
    assert.match(await textOf(phone), /Mes annonces.*Élodie prête son étau/)
  })

  it(
    'gets the word that somebody wrote on paper: keyed by the keeper, read on her page at the ' +
      'box, ticked when handed over',
    async () => {
      const visitor = await box.visitor()
      await visitor.goto('/annonces')
      await visitor.getByRole('link', { name: 'Élodie prête son étau' }).click()
      const notice = new URL(visitor.url()).pathname.split('/').at(-1) ?? ''
      await keeper.goto(`/mot?annonce=${notice}`)
      assert.match(await textOf(keeper), /Laisser un mot à Élodie.*Élodie prête son étau/)
      await keeper.getByLabel('De la part de').fill('Paul')
      await keeper.getByLabel('Comment vous répondre').fill('au local, le mercredi')
      await keeper.getByLabel('Le mot').fill('Je voudrais bien ton étau samedi.')
      await keeper.getByRole('button', { name: 'Laisser ce mot' }).click()
      assert.match(await seen(keeper.getByRole('status')), /Le mot est laissé/)
      for (const path of ['/moi', '/mes-mots', `/annonces/${notice}`]) {
        await phone.goto(path)
        assert.ok(!(await textOf(phone)).includes('étau samedi'), `${path}, over http`)
      }
      const here = await box.visitor()
      await here.goto('/entrer')
      await here.getByLabel('Numéro').fill(card.number)
      await here.getByLabel('Les quatre mots').fill(card.words)
      await here.getByRole('button', { name: 'Ouvrir ma page' }).click()
      assert.match(
        await textOf(here),
        pattern()`
          Mots pour moi.*De la part de Paul.*Je voudrais bien ton étau samedi.*au local, le mercredi
        `,
      )
      await keeper.goto('/mes-mots')
      assert.equal(
        await keeper.getByRole('link', { name: 'Imprimer en papillons' }).getAttribute('href'),
        '/imprimer/mot',
      )
      await keeper.goto('/mes-mots/papillons')
      assert.match(
        await seen(keeper.locator('.strip')),
        /Pour Élodie, de la part de Paul, au sujet de « Élodie prête son étau, à la grange »/,
      )
      await keeper.goto('/mes-mots')
      await keeper.getByRole('button', { name: 'Remis' }).click()
      assert.match(await textOf(keeper), /C’est noté : remis.*Aucun mot à remettre/)
    },
  )

  it(
    'takes an agreement back, and then is forgotten when she says so twice; the page says ' +
      'what it can’t reach',
    async () => {
      const here = await box.visitor()
      await here.goto('/entrer')
      await here.getByLabel('Numéro').fill(card.number)
      await here.getByLabel('Les quatre mots').fill(card.words)
      await here.getByRole('button', { name: 'Ouvrir ma page' }).click()
      await here.getByRole('link', { name: 'Reprendre cet accord' }).click()
      await here.getByRole('button', { name: 'Oui, reprendre cet accord' }).click()
      assert.match(await textOf(here), /L’accord est repris/)
      await here.getByRole('link', { name: 'Être oublié·e' }).click()
      await here.getByRole('button', { name: 'Oui, tout oublier' }).click()
      assert.match(await textOf(here), /C’est oublié.*papier déjà imprimé/)
      await here.goto('/annonces')
      assert.ok(!(await textOf(here)).includes('Élodie prête son étau'))
      await phone.goto('/')
      assert.ok(
        !(await textOf(phone)).includes('Bonjour Élodie'),
        'the visit on the phone ended with her card',
      )
      await keeper.goto(elodie)
      assert.ok(!(await textOf(keeper)).includes('Élodie'))
    },
  )
})

/**
 * A phone on the village's Wi-Fi: plain http under the box's own name, as a stranger's however near
 * the machine is.
 */
async function onWifi(box: Stage): Promise<Page> {
  const context = await box.browser.newContext({
    baseURL: `http://${NAME}:${new URL(box.address).port}`,
    javaScriptEnabled: false,
    locale: 'fr-FR',
    viewport: PHONE,
    extraHTTPHeaders: { 'x-forwarded-for': '192.168.4.9' },
  })
  context.setDefaultTimeout(45_000)
  return context.newPage()
}
