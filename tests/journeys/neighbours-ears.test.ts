import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { OLD_PHONE, readHere, withCard } from './people.ts'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** A node of the tree that a screen reader reads, as Chromium computes it. */
type Heard = Readonly<{
  role: string
  name: string
  description: string
  level: number
  isInvalid: boolean
  isFocused: boolean
}>

/** Somebody who does not see hears the page, and goes through it by the keyboard alone. */
describe('a neighbour who does not see', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let page: Page
  let iris: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
    page = await box.visitor(OLD_PHONE)
    iris = await withCard(box, keeper, 'Iris')
  })
  after(() => box?.end())

  it('from the home page to an answer that is sent, the keyboard is enough', async t => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Aller au contenu')
    await page.keyboard.press('Enter')
    const tabs = [await tabTo(page, /^Rosa descend/)]
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/annonces\//)
    tabs.push(await tabTo(page, /^Ça m’intéresse/))
    await page.keyboard.press('Enter')
    await page.waitForURL(/interet/)
    for (const [field, words] of [
      [/prénom/i, 'Iris'],
      [/joindre/i, '04 99 00 00 44'],
    ] as const) {
      tabs.push(await tabTo(page, field))
      await page.keyboard.type(words)
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/billet\//)
    t.diagnostic(`${tabs.join(' + ')} tabs`)
    assert.match(await seen(page.getByRole('status')), /C’est envoyé/)
    assert.match(await textOf(page), /Ça m’intéresse/)
  })

  it('a form that is refused says so first; each mistake is heard at its field', async () => {
    await page.goto('/annonces/chercher')
    await page.getByRole('textbox', { name: /^Téléphone/ }).fill('17')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    assert.match(await page.title(), /^À corriger/)
    const heard = await hears(page)
    assert.equal(heard.find(one => one.isFocused && one.role !== 'RootWebArea')?.role, 'alert')
    const fields = heard.filter(one => one.role === 'textbox' && one.isInvalid)
    assert.deepEqual(
      fields.map(one => one.name.replace(' (à remplir)', '')),
      ['En une phrase', 'Prénom', 'Téléphone'],
    )
    assert.match(fields[0]!.description, /Il manque/)
    assert.match(fields[1]!.description, /prénom/)
    assert.match(fields[2]!.description, /« 17 » n’est pas le téléphone/)
    const links = page.locator('.refused').getByRole('link')
    assert.ok((await links.count()) >= 3, 'all at once')
    for (const link of await links.all()) {
      const at = (await link.getAttribute('href'))?.slice(1) ?? ''
      await link.click()
      if ((await page.locator(`fieldset#${at}`).count()) > 0) await page.keyboard.press('Tab')
      const isThere = await page.evaluate(
        id => document.getElementById(id)?.contains(document.activeElement),
        at,
      )
      assert.ok(isThere, `the link to ${at} leads to its field`)
    }
  })

  it('each page has one title, headings in order, and fields that say what they are', async () => {
    await iris.goto('/annonces/proposer')
    await iris.getByLabel('En une phrase').fill('je donne des contes à voix haute')
    await readHere(iris).check()
    await iris.locator('main form .acts .button').first().click()
    await iris.waitForLoadState('domcontentloaded')
    const own = new URL(iris.url()).pathname
    const faults: string[] = []
    for (const path of [own, ...PAGES]) {
      await iris.goto(path)
      const heard = await hears(iris)
      const levels = heard.filter(one => one.role === 'heading').map(one => one.level)
      if (levels.filter(one => one === 1).length !== 1) faults.push(`${path}: titles ${levels}`)
      for (const [n, level] of levels.entries())
        if (level > (levels[n - 1] ?? level) + 1)
          faults.push(`${path}: from ${levels[n - 1]} to ${level}`)
      for (const one of heard)
        if (ASKED.has(one.role) && one.name === '')
          faults.push(`${path}: a ${one.role} has no name`)
      for (const role of ['main', 'banner', 'contentinfo'])
        if (heard.filter(one => one.role === role).length !== 1) faults.push(`${path}: ${role}`)
    }
    assert.deepEqual(faults, [])
  })

  it('no two buttons of a page are called the same', async () => {
    for (const path of ['/mur', '/moi', '/annonces', '/idees/idee', '/relais', '/mot']) {
      await iris.goto(path)
      for (const one of await iris.locator('main summary').all()) await one.click()
      const names = (await hears(iris)).filter(one => one.role === 'button').map(one => one.name)
      const twice = names.filter((one, n) => names.indexOf(one) !== n)
      assert.deepEqual(twice, [], path)
    }
  })
})

/** What a reader of pages goes through, beside her own notice. */
const PAGES = [
  '/',
  '/annonces',
  '/annonces/proposer',
  '/annonces/chercher?coup-de-main=1',
  '/annuaire',
  '/agenda',
  '/idees/idee',
  '/mur',
  '/mot',
  '/relais',
  '/moi',
  '/arrangements',
  '/chercher?q=scie',
  '/billet',
  '/c-est-mon-numero',
  '/qui-tient-cette-page',
]
/** What one answers: it needs a name. */
const ASKED = new Set(['textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'button', 'link'])

/** The tree as a screen reader gets it, without what it passes over. */
async function hears(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter(one => !one.ignored)
    .map(one => {
      const said = (name: string) => one.properties?.find(each => each.name === name)?.value.value
      return {
        role: String(one.role?.value ?? ''),
        name: String(one.name?.value ?? '')
          .replace(/[\s\u00a0\u202f]+/g, ' ')
          .trim(),
        description: String(one.description?.value ?? '').replace(/[\s\u00a0\u202f]+/g, ' '),
        level: Number(said('level') ?? 0),
        isInvalid: said('invalid') === 'true',
        isFocused: said('focused') === true,
      }
    })
}

/** The name of what has the focus. */
const focused = async (page: Page): Promise<string> =>
  (await hears(page)).findLast(one => one.isFocused)?.name ?? ''

/** Goes by the Tab key to what is called so; gives how often it was pressed. */
async function tabTo(page: Page, name: RegExp): Promise<number> {
  const passed: string[] = []
  for (let n = 1; n <= MOST_TABS; n++) {
    await page.keyboard.press('Tab')
    passed.push(await focused(page))
    if (name.test(passed.at(-1) ?? '')) return n
  }
  throw new Error(`no ${name} after ${passed.join(' · ')}`)
}
const MOST_TABS = 20
