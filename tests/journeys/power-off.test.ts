import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { dayAt } from '../../src/files/clock.ts'
import { dayAfter } from '../../src/text/days.ts'
import { COCOTE, kill, type Serving, serveArgs, start } from '../faults/serving.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { openBrowser } from './chromium.ts'
import { cardFor, enterWith, known } from './people.ts'
import { enter, PHONE, plain, seen, skipOf, textOf, WIDE } from './server.ts'

/** The evening before, the day of the sheet, and the evening of that day. */
const TODAY = dayAt(Date.now())
const [EVE, DAY] = [dayAfter(TODAY, 1), dayAfter(TODAY, 2)]
const at = (day: string, time: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Paris').epochMilliseconds

/**
 * The power is off from nine to six. The sheet was printed the evening before; three things leave
 * by their word, one without booking, one comes back short of a cable; all is keyed at six.
 */
describe('the power off from nine to six', { skip: skipOf(import.meta.filename) }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-coupure-'))
  let browser: Browser
  let serving: Serving
  let passphrase = ''
  const address = { is: '' }
  const words: Record<string, string> = {}

  /** The box starts when the clock on the wall says this. */
  async function plugged(moment: number): Promise<void> {
    const shift = new URL('clock-shift.mjs', import.meta.url).href
    serving = start(COCOTE, serveArgs(folder), {
      NODE_OPTIONS: `--import=${shift}`,
      COCOTE_CLOCK_AHEAD: String(moment - Date.now()),
    })
    address.is = await serving.ready
  }
  async function page(size: typeof PHONE = WIDE): Promise<Page> {
    const opts = { baseURL: address.is, javaScriptEnabled: false, viewport: size }
    const context = await browser.newContext({ ...opts, locale: 'fr-FR' })
    context.setDefaultTimeout(45_000)
    return context.newPage()
  }
  async function keeper(size?: typeof PHONE): Promise<Page> {
    const opened = await page(size)
    await enter(opened, passphrase)
    return opened
  }
  before(async () => {
    passphrase = (await copyDemo(folder)).passphrase
    browser = await openBrowser()
    await plugged(at(EVE, '18:00'))
  })
  after(async () => {
    await browser?.close()
    if (serving) await kill(serving)
    rmSync(folder, { recursive: true, force: true })
  })

  async function lends(who: Page, title: string, pieces = ''): Promise<string> {
    await who.goto('/preter/nouveau')
    await who.locator('[name=title]').fill(title)
    await who.locator('select[name=kind]').selectOption('tool')
    await who.getByRole('button', { name: 'Prêter', exact: false }).last().click()
    await who.waitForLoadState('domcontentloaded')
    const path = new URL(who.url()).pathname
    if (pieces === '') return path
    await who.goto(`${path}/regler`)
    for (const fold of await who.locator('details.more-fields > summary').all()) await fold.click()
    await who.locator('[name=pieces]').fill(pieces)
    await who.locator('main form button').last().click()
    await who.waitForLoadState('domcontentloaded')
    return path
  }

  it('the evening before: two people book, read their word, and the sheet is printed', async () => {
    const tends = await keeper()
    const kit = await lends(tends, 'Malle de projection', 'projecteur\ncâble\ntélécommande')
    const tiller = await lends(tends, 'Motoculteur')
    words['kit'] = kit
    await lends(tends, 'Scie à ruban')
    const card = await cardFor(tends, await known(tends, 'Paulin'))
    const paul = await page(PHONE)
    await enterWith(paul, card)
    await paul.goto(`${kit}?startsOn=${DAY}`)
    const ask = paul.locator('#demander')
    if ((await ask.getAttribute('open')) === null) await ask.locator('summary').first().click()
    await paul.locator('#demander [name=startsOn]').fill(DAY)
    await paul.locator('#demander button').last().click()
    const told = await textOf(paul)
    words['paul'] = /Votre mot : (\p{L}+ \d\d \d\d)/u.exec(told)?.[1] ?? ''
    assert.notEqual(words['paul'], '', told)

    await tends.goto(`${tiller}?startsOn=${DAY}`)
    const form = tends.locator('#demander')
    if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
    await tends.locator('#demander [name=startsOn]').fill(DAY)
    await tends.locator('#demander [name=name]').fill('Nadège')
    await tends.locator('#demander button').last().click()
    await tends.waitForLoadState('domcontentloaded')

    await tends.goto('/preter/feuille')
    await tends.getByRole('link', { name: 'demain' }).click()
    await tends.getByRole('button', { name: 'Préparer la feuille' }).click()
    assert.match(await seen(tends.getByRole('status')), /La feuille est prête/)
    const text = await textOf(tends)
    assert.ok(text.includes(words['paul']!))
    words['nadia'] = /motoculteur \d\d \d\d/.exec(text)?.[0] ?? ''
    await tends.getByText('Sans réservation', { exact: true }).first().click()
    const blanks = await tends.locator('.blank-words li').allTextContents()
    // The places of a sheet share its ten blank lines.
    assert.equal(blanks.length, 10)
    words['blank'] = plain(blanks[0]!.trim())
    for (const name of ['Imprimer la feuille', 'Imprimer les billets']) {
      const href = await tends.getByRole('link', { name }).getAttribute('href')
      const answer = await tends.context().request.get(address.is + href)
      assert.equal(answer.headers()['content-type'], 'application/pdf', name)
    }
    const other = await paul.context().request.get(`${address.is}/imprimer/preter-jour?jour=${DAY}`)
    assert.notEqual(other.status(), 200)
  })

  it('the plug is pulled; at six the paper is keyed in any order, two fields a slip', async t => {
    await kill(serving)
    await plugged(at(DAY, '18:00'))
    const tends = await keeper(PHONE)
    await tends.goto('/preter/reprise')
    let fields = 0
    const line = async (n: number, typed: Readonly<Record<string, string>>, did?: string) => {
      for (const [name, value] of Object.entries(typed)) {
        const field = tends.locator(`[name="${name}.${n}"]`)
        if (name === 'nom') await tends.locator('.keyed-lines li').nth(n).locator('summary').click()
        if (name === 'chose') await field.selectOption({ label: value })
        else await field.fill(value)
        fields++
      }
      if (did) await tends.locator(`[name="fait.${n}"]`).selectOption({ label: did })
    }
    await line(0, { mot: words['paul']!, heure: '16 h', manque: 'câble' }, 'revenu')
    await line(1, { mot: words['blank']!, heure: '11 h 30', nom: 'Léonie', chose: 'Scie à ruban' })
    await line(2, {
      mot: words['nadia']!.replace(/\d$/, d => String((Number(d) + 1) % 10)),
      heure: '10 h',
    })
    await line(3, { mot: words['paul']!, heure: '9 h 05' })
    t.diagnostic(`4 slips: ${fields} fields`)
    await tends.getByRole('button', { name: 'Écrire' }).click()
    const status = await seen(tends.getByRole('status'))
    assert.match(
      status,
      /3 lignes sont écrites : [^.]*\. Il manque câble\. Une ligne est à reprendre/,
    )
    const wide = await tends.locator('html').evaluate(one => one.scrollWidth)
    assert.ok(wide <= PHONE.width, `${wide} px`)

    // The mistyped word comes back alone.
    assert.equal(await tends.locator('[name="heure.0"]').inputValue(), '10 h')
    assert.match(await seen(tends.locator('.keyed-lines .error')), /n’est d’aucune ligne/)
    await tends.locator('[name="mot.0"]').fill(words['nadia']!)
    await tends.getByRole('button', { name: 'Écrire' }).click()
    assert.match(await seen(tends.getByRole('status')), /^Une ligne est écrite : [^.]*\.$/)
    assert.equal(await tends.locator('.keyed-lines .error').count(), 0)
  })

  it('the same slip keyed again writes nothing; the kit is not complete, by nobody’s fault', async () => {
    const tends = await keeper()
    await tends.goto('/preter/reprise')
    await tends.locator('[name="mot.0"]').fill(words['blank']!)
    await tends.locator('[name="heure.0"]').fill('11:30')
    await tends.getByRole('button', { name: 'Écrire' }).click()
    assert.match(await seen(tends.getByRole('status')), /l’était déjà/)
    await tends.goto(words['kit']!)
    // Paper that says nothing of pieces counted none: what is missing is since nobody’s turn.
    const told = await textOf(tends)
    assert.match(told, /il manque câble/i)
    assert.doesNotMatch(told, /Câble, depuis le tour de/)
    const visitor = await page(PHONE)
    await visitor.goto(words['kit']!)
    const text = await textOf(visitor)
    assert.match(text, /il manque câble/)
    assert.doesNotMatch(text, /Paulin/)
  })
})
