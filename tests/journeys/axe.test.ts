import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { newBox } from '../../src/log/box.ts'
import { PASSPHRASE } from '../support/demo-folder.ts'
import {
  enter,
  linksOf,
  PHONE,
  reachedBy,
  type Stage,
  skipOf,
  stage,
  textOf,
  WIDE,
} from './server.ts'
import { type Divided, fillDivided } from './two-boxes.ts'

const NOTES = readFileSync(new URL('../harvest/03-jardin-partage.txt', import.meta.url), 'utf8')
/**
 * Axe as its Playwright package brings it, put into each page as it opens: the package's own way
 * opens a page more at each look.
 */
const AXE: string = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core').source
/**
 * Axe's rules of WCAG 2.2, levels A and AA, and its good practices; then those that colours and
 * widths may change.
 */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']
const WIDTHS = [...COLOURS, 'scrollable-region-focusable', 'landmark-unique', 'region']
type Look = Readonly<{ size?: typeof PHONE; scheme?: 'light' | 'dark' }>
const LOOKS: readonly (readonly [name: string, look: Look, rules: readonly string[]])[] = [
  ['390 px, light', {}, ALL],
  ['390 px, dark', { scheme: 'dark' }, COLOURS],
  ['1180 px, dark', { size: WIDE }, COLOURS],
  ['1180 px, light', { scheme: 'light' }, WIDTHS],
]
/** Two pages at once, each with half of the addresses. */
const LANES = [0, 1]

/** Every page of the workshop's list, with scripts on so that axe may read it. */
describe('every page can be read by everybody', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let addresses: readonly string[] = []
  before(async () => {
    box = await stage({ env: { COCOTE_ATELIER: '1' } })
    const page = await box.keeper()
    await sendSomething(page)
    const people = await welcomeSomebody(page)
    await recogniseBoen(page, box.codes[0]!)
    await page.goto('/atelier')
    const listed = (await linksOf(page)).filter(
      one => !/^\/(?:atelier\/papier|imprimer)\//.test(one) && !one.endsWith('.ics'),
    )
    const found = `/bornes?qui=${newBox().name}`
    addresses = [...new Set(['/atelier', ...people, ...listed, found])]
    await page.context().close()
  })
  after(() => box?.end())

  it('the workshop lists every piece, and every page with a real record', () => {
    assert.ok(addresses.filter(one => one.startsWith('/atelier/piece/')).length >= 12)
    assert.ok(addresses.filter(one => /[0-9a-z]{26}/.test(one)).length > 30, addresses.join(' '))
    for (const start of [
      '/cueillette/0',
      '/repondre/0',
      '/a-confirmer/0',
      '/annonces/0',
      '/nouvelles',
      '/bornes',
      '/bornes/cle',
      '/borne',
      '/borne/volee',
      '/borne/papiers',
    ])
      assert.ok(
        addresses.some(one => one.startsWith(start)),
        start,
      )
  })

  it('a fault that is planted is found', async () => {
    const page = await box.keeper({ scripts: true })
    await page.goto('/')
    await page.evaluate(AXE)
    await page.evaluate(() => {
      document.querySelector('h1')!.outerHTML =
        '<p style="color:#ddd;background:#eee">pâle</p><img src="/look.css">'
    })
    const faults = (await faultsNow(page, ALL)).join(' ')
    for (const id of ['image-alt', 'color-contrast', 'page-has-heading-one'])
      assert.ok(faults.includes(id), faults)
    await page.context().close()
  })

  it(
    'axe finds nothing, at 390 and 1180 px, in the light and in the dark; no page is wider ' +
      'than 320 px',
    async () => {
      const pages = await Promise.all(LANES.map(() => box.keeper({ scripts: true })))
      const faults = await Promise.all(
        pages.map((page, lane) =>
          faultsIn(
            page,
            addresses.filter((_, i) => i % LANES.length === lane),
          ),
        ),
      )
      assert.deepEqual(faults.flat(), [])
      for (const page of pages) await page.context().close()
    },
  )
})

/** What two boxes wrote apart, for the keeper and for a visitor. */
describe('what boxes wrote apart can be read by everybody', {
  skip: skipOf(import.meta.filename),
}, () => {
  let box: Stage
  let divided: Divided
  before(async () => {
    box = await stage({ before: async folder => void (divided = await fillDivided(folder)) })
  })
  after(() => box?.end())

  it('axe finds nothing in two versions, a join, a record with news', async () => {
    const [one, two] = divided.these
    const joins = [`/joindre?these=${one}`, `/joindre?these=${one}&these=${two}`]
    const addresses = ['/tenir', '/deux-versions', ...joins, divided.torn, divided.joined]
    const visitor = await box.visitor({ scripts: true })
    const keeper = await box.visitor({ scripts: true })
    await enter(keeper, PASSPHRASE)
    const faults = [
      await faultsIn(keeper, addresses),
      await faultsIn(visitor, [divided.torn, divided.joined]),
    ]
    assert.deepEqual(faults.flat(), [])
    await keeper.goto(divided.torn)
    assert.match(await textOf(keeper), /il y a deux versions/)
    await keeper.goto(divided.joined)
    assert.match(await textOf(keeper), /Reprendre ici/)
  })

  it('a keeper chooses a version, and takes up news, without any script', async () => {
    const page = await box.visitor()
    await enter(page, PASSPHRASE)
    await page.goto('/deux-versions')
    const before = await page.getByRole('button', { name: 'C’est celle-ci' }).count()
    await page.getByRole('button', { name: 'C’est celle-ci' }).nth(1).click()
    assert.match(await textOf(page), /C’est réglé/)
    assert.equal(await page.getByRole('button', { name: 'C’est celle-ci' }).count(), before - 2)
    await page.goto(divided.joined)
    await page.getByRole('button', { name: 'Reprendre ici' }).first().click()
    assert.match(await textOf(page), /C’est repris ici/)
    await page.getByRole('button', { name: 'C’est vu' }).click()
    assert.match(await textOf(page), /C’est vu/)
    assert.equal(await page.getByRole('button', { name: 'Reprendre ici' }).count(), 0)
  })
})

/** A harvest, an offer and an answer that wait, so that the keeper's pages are full. */
async function sendSomething(page: Page): Promise<void> {
  await page.goto('/cueillette')
  await page.locator('#f-notes').fill(NOTES)
  await page.locator('main form .button').click()
  const visitor = await page
    .context()
    .browser()!
    .newPage({ baseURL: new URL(page.url()).origin, locale: 'fr-FR', javaScriptEnabled: false })
  await visitor.goto('/annonces/proposer')
  await visitor.getByLabel('En une phrase').fill('Odile prête une échelle')
  await reachedBy(visitor, 'au local')
  await visitor.getByRole('button', { name: 'Envoyer' }).click()
  await visitor.close()
}

/**
 * Another box, that the keeper recognised: the page of boxes and that of news say what may be done
 * of it.
 */
async function recogniseBoen(page: Page, code: string): Promise<void> {
  await page.goto(`/bornes?qui=${newBox().name}`)
  await page.getByLabel('Comment l’appeler ici').fill('Boën')
  await page.getByLabel('Un des dix codes').fill(code)
  await page.getByRole('button', { name: 'Je la reconnais' }).click()
  assert.match(await textOf(page), /Boën est reconnue/)
}

/** Somebody known, who is a relay and has a word to hand over: the pages of both. */
async function welcomeSomebody(page: Page): Promise<readonly string[]> {
  await page.goto('/habitants/accueillir')
  await page.locator('#f-name').fill('Kwan')
  const how = page.locator('select[name=how]')
  if ((await how.count()) > 0) await how.selectOption('word')
  else await page.locator('[name=how][value=word]').check()
  await page.getByLabel('ce que j’ai fait, raconté').check()
  await page.getByRole('button', { name: 'Accueillir' }).click()
  const person = new URL(page.url()).pathname
  await page.getByText('Lui demander d’être relais').click()
  await page.locator('#f-where').fill('au bar')
  await page.getByLabel('Cette personne m’a déjà dit oui').check()
  await page.getByRole('button', { name: 'Demander' }).click()
  await page.goto('/mot')
  await page.getByLabel('Pour qui').fill('Anaïs')
  await page.getByLabel('De la part de').fill('Paul')
  await page.getByLabel('Le mot').fill('Le papier est arrivé.')
  await page.getByRole('button', { name: 'Laisser ce mot' }).click()
  const relay = (await linksOf(page)).find(one => /^\/relais\/[0-9a-z]{26}$/.test(one)) ?? '/relais'
  return [
    person,
    relay,
    '/habitants',
    '/habitants/accueillir',
    '/relais',
    '/mot',
    '/mes-mots',
    '/mes-mots/papillons',
    '/moi/oublier',
    '/oubli',
    '/entrer/carte',
  ]
}

async function faultsIn(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  await page.addInitScript(AXE)
  for (const address of addresses) {
    await page.setViewportSize(PHONE)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(address)
    // As tall as the page: what sticks to the screen's edge would hide half of some control, and
    // count as its size.
    await page.setViewportSize({
      ...PHONE,
      height: await page.evaluate(() => document.documentElement.scrollHeight),
    })
    for (const [name, look, rules] of LOOKS) {
      if (look.size) await page.setViewportSize(look.size)
      if (look.scheme) await page.emulateMedia({ colorScheme: look.scheme })
      faults.push(...(await faultsNow(page, rules)).map(fault => `${address}, ${name}: ${fault}`))
    }
    await page.setViewportSize({ width: 320, height: 640 })
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (over > 0) faults.push(`${address}: ${over} px wider than a screen of 320`)
  }
  return faults
}

type Axe = Readonly<{
  run: (
    what: Document,
    opts: object,
  ) => Promise<
    Readonly<{
      violations: readonly Readonly<{
        id: string
        nodes: readonly Readonly<{ target: readonly string[] }>[]
      }>[]
    }>
  >
}>
const faultsNow = (page: Page, rules: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    async only => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
      return violations.map(
        one =>
          `${one.id} at ${one.nodes
            .map(node => node.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      )
    },
    [...rules],
  )
