import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { bricks } from '../../src/app/bricks.ts'
import { idFrom } from '../../src/core/id.ts'
import { pattern } from '../../src/core/pattern.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { openLocal } from '../../src/files/local.ts'
import { newCodes, setPassphrase } from '../../src/web/session/keeper.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'
import { enter, plain, reachedBy, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const PASSPHRASE = 'quatre chaises au soleil'
const NOW = Date.now()
const newId = () => idFrom(NOW, randomBytes(10))
const codes: string[] = []

/** The library of Boën: a page of its own, with nothing on it yet. */
async function library(folder: string): Promise<void> {
  openFolder(folder)
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  const territory = {
    name: 'Boën et alentours',
    village: '42019',
    communes: ['42019', '42195'],
    keptBy: 'Rosa, à la médiathèque le samedi',
  }
  const records = JSON.stringify([
    { type: 'territory', id: newId(), fields: territory },
    { type: 'commune', id: newId(), fields: { code: '42019', name: 'Boën-sur-Lignon' } },
  ])
  const asked = {
    brick: 'plain',
    command: 'bring',
    input: { records },
    by: 'keeper',
    id: newId(),
    lang: 'fr',
  } as const
  const [answer] = runBatch(engine, [asked], { ...machineClock(() => NOW), sure: true })
  assert.ok(answer?.done, JSON.stringify(answer))
  engine.tables.db.close()
  engine.log.db.close()
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, PASSPHRASE)
  codes.push(...newCodes(local))
  local.db.close()
}

/**
 * Sail's bar has a box, Boën's library another, and no network between them: a telephone carries,
 * then a key.
 */
describe('two boxes and a courier', { skip: skipOf(import.meta.filename) }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-carried-'))
  const key = join(folder, 'CLE BLEUE')
  let sail: Stage
  let boen: Stage
  let anais: Page
  let rosa: Page
  let phone: Page
  /** Somebody walks from one village to the other, their telephone in a pocket. */
  const walkTo = async (box: Stage, path = '/'): Promise<void> =>
    void (await phone.goto(box.address + path))
  const download = async (button: string): Promise<string> => {
    const coming = phone.waitForEvent('download')
    await phone.getByRole('button', { name: button }).first().click()
    const file = await coming
    const to = join(folder, file.suggestedFilename())
    await file.saveAs(to)
    return to
  }
  const bring = async (file: string): Promise<string> => {
    await phone.getByLabel('Le fichier que vous apportez').setInputFiles(file)
    await phone.getByRole('button', { name: 'Apporter' }).click()
    return textOf(phone)
  }
  before(async () => {
    mkdirSync(key)
    const env = { COCOTE_KEYS: key }
    sail = await stage({ env })
    boen = await stage({ env, before: library })
    anais = await sail.keeper(WIDE)
    rosa = await boen.visitor(WIDE)
    await enter(rosa, PASSPHRASE)
    phone = await sail.visitor()
  })
  after(async () => {
    await sail?.end()
    await boen?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it(
    'each keeper recognises the other’s box: the five words are the same on both sides, and a ' +
      'printed code is spent',
    async () => {
      for (const [here, there, called, all] of [
        [anais, rosa, 'Boën', sail.codes],
        [rosa, anais, 'Sail', codes],
      ] as const) {
        await there.goto('/tenir')
        await there.getByRole('link', { name: 'Les bornes' }).click()
        const [name, five] = [
          await seen(there.locator('.box-name')),
          await seen(there.locator('.five').first()),
        ]
        await here.goto('/bornes')
        await here
          .getByRole('textbox', { name: 'Son nom ou ses cinq mots' })
          .fill(`COCOTE ${name} ${five}`)
        await here.locator('#reconnaitre').getByRole('button', { name: 'Chercher' }).click()
        assert.equal(
          await seen(here.locator('#reconnaitre .five')),
          five,
          'what is read aloud is the same',
        )
        await here.getByLabel('Comment l’appeler ici').fill(called)
        await here.getByLabel('Un des dix codes').fill('abcd efgh jkmn')
        await here.getByRole('button', { name: 'Je la reconnais' }).click()
        assert.match(await seen(here.locator('.refused')), /Ce code n’est pas bon/)
        assert.equal(await here.getByLabel('Comment l’appeler ici').first().inputValue(), called)
        await here.getByLabel('Un des dix codes').first().fill(all[0]!)
        await here.getByRole('button', { name: 'Je la reconnais' }).click()
        assert.match(
          await textOf(here),
          new RegExp(
            `${called} est reconnue.*Reconnue ici, en vrai.*Elle n’a encore rien dit ici.*on ` +
              'ne sait pas encore',
          ),
        )
      }
    },
  )

  it(
    'a telephone takes the news at Sail and brings them to Boën: everybody reads them there, ' +
      'and what they lead to',
    async () => {
      await walkTo(sail)
      await phone.getByRole('link', { name: 'les nouvelles', exact: true }).click()
      const file = await download('Les porter à Boën')
      assert.match(file, /nouvelles-de-sail-sous-couzan-pour-boen-(?:1er|\d+)-[a-z]+\.cocote$/)
      await walkTo(boen)
      assert.doesNotMatch(await textOf(phone), /Rosa descend à Boën/)
      await phone.getByRole('link', { name: 'Apporter des nouvelles' }).click()
      assert.match(
        await bring(file),
        /Merci ! \d+ nouvelles de Sail sont sur la page\..*Nouvelles de Sail, arrivées aujourd’hui/,
      )
      await phone.getByRole('link', { name: 'Rosa descend à Boën' }).first().click()
      assert.match(await seen(phone.locator('h1')), /Rosa descend à Boën/)
      await walkTo(boen)
      assert.match(await textOf(phone), /^Boën et alentours|Aller au contenu Boën et alentours/)
      assert.match(
        await seen(phone.locator('.today').first()),
        /nouvelles de Sail, arrivées aujourd’hui/,
      )
      await walkTo(boen, '/nouvelles')
      assert.match(await bring(file), /Merci ! Tout ce que porte ce fichier était déjà là/)
    },
  )

  it(
    'the receipt rides back in the same telephone: Sail knows what arrived, and says no more ' +
      'than that',
    async () => {
      const receipt = await download('Emporter le reçu')
      await walkTo(sail, '/nouvelles')
      assert.match(await bring(receipt), /C’est un reçu : on sait ici ce que Boën a bien eu/)
      await anais.goto('/bornes')
      assert.match(
        await textOf(anais),
        pattern()`
          Son dernier fichier, arrivé aujourd’hui, dit ce qu’elle avait aujourd’hui\.
          ${' '}À lui porter : rien\. À prendre chez elle : \d+ écritures?\.
        `,
      )
      assert.doesNotMatch(await textOf(anais), /À jour/)
    },
  )

  it('a key carries back what Boën wrote, and the receipt that makes both up to date', async () => {
    await rosa.goto('/annonces/proposer')
    await rosa.getByLabel('En une phrase').fill('Rosa prête un métier à tisser')
    await reachedBy(rosa, 'à la médiathèque')
    await rosa.locator('main form.form button.button').first().click()
    const act = async (page: Page, name: string): Promise<string> => {
      await page.goto('/bornes/cle')
      assert.ok(await page.getByLabel('CLE BLEUE').isChecked(), 'the only key is chosen')
      await page.getByRole('button', { name }).click()
      return seen(page.locator('.said'))
    }
    assert.match(
      await act(rosa, 'Donner les nouvelles'),
      /nouvelles-de-boen-sur-lignon-.*\.cocote est sur la clé/,
    )
    assert.match(
      await act(anais, 'Prendre les nouvelles'),
      /1 nouvelle de Boën est sur la page\. Un reçu est écrit à côté/,
    )
    await walkTo(sail, '/annonces')
    assert.match(await textOf(phone), /Rosa prête un métier à tisser/)
    assert.match(
      await act(rosa, 'Prendre les nouvelles'),
      /recu-de-sail-.* : C’est un reçu : on sait ici ce que Sail a bien eu/,
    )
    await rosa.goto('/bornes')
    assert.match(await textOf(rosa), /À jour dans les deux sens/)
    assert.ok(readdirSync(key).every(name => /^(nouvelles|recu)-de-.*\.cocote$/.test(name)))
  })

  it(
    'people read nothing of the keepers’ page of boxes; a file that is none is refused in a ' +
      'sentence',
    async () => {
      await walkTo(boen, '/bornes')
      assert.doesNotMatch(plain(await phone.content()), /Reconnue ici|cinq mots/)
      await walkTo(boen, '/nouvelles')
      await phone.getByLabel('Le fichier que vous apportez').setInputFiles({
        name: 'a.cocote',
        mimeType: 'text/plain',
        buffer: Buffer.from('la tarte'),
      })
      await phone.getByRole('button', { name: 'Apporter' }).click()
      assert.match(
        await seen(phone.locator('.refused')),
        /n’est pas un fichier de nouvelles|n’est pas arrivé en entier/,
      )
    },
  )
})
