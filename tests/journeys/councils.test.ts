import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { COCOTE } from '../faults/serving.ts'
import { PHONE, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const AXE: string = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core').source
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const run = promisify(execFile)
const QUESTION = 'Le four peut-il être allumé un dimanche par mois\u202f?'

/**
 * What is asked of a council goes out on a sheet with its code, comes back ticked, and shows; the
 * report travels on a key.
 */
describe('a picture for those who decide', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let code = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper()
  })
  after(() => box?.end())

  it('a request is carried, and the page says its code', async () => {
    await keeper.goto('/demandes-aux-elus')
    await keeper.getByRole('link', { name: 'Porter une demande aux élus' }).click()
    await keeper.getByLabel('La demande, en une question').fill(QUESTION)
    await keeper.getByLabel('Qui demande').fill('le comité des fêtes')
    await keeper.getByLabel('Comment joindre').fill('au local, le mercredi')
    await keeper.getByLabel('Pourquoi').fill('Le pain du dimanche ferait venir du monde.')
    await keeper.getByLabel('Ce que cela coûterait').fill('0')
    await keeper.getByText('la communauté de communes', { exact: true }).click()
    await keeper.getByRole('button', { name: 'Porter cette demande' }).click()
    code = /Son code sur la feuille : (\S+ \d\d \d\d)/.exec(await textOf(keeper))?.[1] ?? ''
    assert.match(code, /^\p{L}+ \d\d \d\d$/u)
  })

  it('it stands on the sheet with boxes to tick, and on the public page with who asks', async () => {
    const visitor = await box.visitor(WIDE)
    await visitor.goto('/diagnostic')
    assert.ok((await textOf(visitor)).includes('le comité des fêtes'))
    const answer = await fetch(`${box.address}/imprimer/rapport?format=court`)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-')
    await visitor.context().close()
  })

  it(
    'the sheet comes back: its code opens the request, the answer is keyed, and the first ' +
      'page says that the comcom answered',
    async () => {
      await keeper.goto('/demandes-aux-elus')
      await keeper.getByLabel(/Une feuille revient cochée/).fill(code.replace(/ /g, ''))
      await keeper.getByRole('button', { name: 'Ouvrir' }).click()
      assert.equal(await seen(keeper.locator('h1')), QUESTION.replace('\u202f', ' '))
      await keeper.getByText('en partie', { exact: true }).click()
      await keeper.getByLabel('Avec quels mots').fill('D’accord de mai à septembre.')
      await keeper.getByRole('button', { name: 'Noter cette réponse' }).click()
      assert.match(await textOf(keeper), /La réponse est notée/)
      const visitor = await box.visitor()
      await visitor.goto('/')
      const home = await textOf(visitor)
      assert.match(home, /Les élus ont répondu|La comcom a répondu/)
      assert.ok(home.includes('Le four peut-il être allumé'))
      await visitor.goto('/diagnostic')
      assert.ok((await textOf(visitor)).includes('D’accord de mai à septembre.'))
      await visitor.context().close()
    },
  )

  it(
    'a difficulty is keyed in a breath; the next form keeps the commune; under three it is ' +
      'told nowhere',
    async () => {
      await keeper.goto('/diagnostic/difficulte')
      await keeper.getByLabel('À propos de quoi').selectOption('housing')
      await keeper.getByLabel('Commune').selectOption({ label: 'Arthun' })
      await keeper.getByRole('button', { name: 'Noter' }).click()
      assert.match(await textOf(keeper), /C’est noté/)
      assert.equal(await keeper.getByLabel('Commune').inputValue(), '42009')
      await keeper.goto('/diagnostic')
      assert.ok(!(await textOf(keeper)).includes('se loger'))
    },
  )

  it('the diagnosis is kept, once a day', async () => {
    const keep = keeper.getByRole('button', { name: 'Garder ce diagnostic' })
    await keep.click()
    assert.match(await textOf(keeper), /le prochain diagnostic dira/)
    await keep.click()
    assert.match(await textOf(keeper), /déjà gardé/)
  })

  it(
    'the report is one file: read from a key with no network, no script, whole at 390 px, and ' +
      'axe finds nothing in it',
    async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'cocote-cle-')), 'RAPPORT.html')
      await run(COCOTE, [
        'print',
        'rapport',
        '--data',
        box.folder,
        '--out',
        file,
        '--since',
        '2026-01-01',
      ])
      assert.doesNotMatch(
        readFileSync(file, 'utf8').replaceAll('xmlns="http://www.w3.org/2000/svg"', ''),
        /https?:|<script|href=|src=/,
      )
      const context = await box.browser.newContext({ viewport: PHONE, offline: true })
      const asked: string[] = []
      context.on('request', request => asked.push(request.url()))
      const page = await context.newPage()
      await page.goto(pathToFileURL(file).href)
      assert.deepEqual(
        asked.filter(url => !url.startsWith('data:')),
        [pathToFileURL(file).href],
      )
      assert.ok(
        (await textOf(page)).includes('Ce qui existe, ce qui manque, ce qu’on vous demande'),
      )
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width)
      await page.evaluate(AXE)
      assert.deepEqual(await faultsIn(page), [])
      await context.close()
    },
  )
})

type Axe = Readonly<{
  run: (
    options: object,
  ) => Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>
}>
const faultsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    async values => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
        runOnly: { type: 'tag', values },
      })
      return violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)
    },
    [...ALL],
  )
