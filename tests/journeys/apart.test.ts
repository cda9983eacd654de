import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { bricks } from '../../src/app/bricks.ts'
import { idFrom } from '../../src/core/id.ts'
import { pattern } from '../../src/core/pattern.ts'
import { deliverFrom } from '../../src/engine/delivery.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { openLocal } from '../../src/files/local.ts'
import { packTo } from '../../src/sync/bundle/pack-to.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { newCodes, setPassphrase } from '../../src/web/session/keeper.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'
import { enter, type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

const PASSPHRASE = 'quatre chaises au soleil'
const NOW = Date.now()
const YEAR_AGO = NOW - 365 * 86_400_000
const id = (n: number): string => idFrom(NOW, Buffer.from(`journee${String(n).padStart(3, '0')}`))
const [CAFE, NOTICE, TABLE] = [id(1), id(2), id(3)]
const NUMBER = '06 39 98 17 24'

async function within<T>(folder: string, work: (engine: OpenEngine) => T): Promise<Awaited<T>> {
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  try {
    return await work(engine)
  } finally {
    engine.tables.db.close()
    engine.log.db.close()
  }
}
let turns = 100
function bring(
  engine: OpenEngine,
  now: number,
  ...records: readonly Readonly<{ type: string; id: string; fields: object }>[]
): void {
  const asked = {
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify(records) },
    by: 'keeper',
    id: id(++turns),
    lang: 'fr',
  } as const
  const [answer] = runBatch(engine, [asked], { ...machineClock(() => now), sure: true })
  assert.ok(answer?.done, JSON.stringify(answer))
}
/** A box with a page of its own, whose keeper already recognised the others. */
async function box(folder: string, village: string, name: string): Promise<readonly string[]> {
  openFolder(folder)
  const territory = {
    name: `${name} et alentours`,
    village,
    communes: ['42019', '42195', '42302'],
    keptBy: 'Rosa, au local le mercredi',
  }
  const communes = [
    ['42195', 'Sail-sous-Couzan'] as const,
    ['42019', 'Boën-sur-Lignon'] as const,
    ['42302', 'Trelins'] as const,
  ]
  await within(folder, engine =>
    bring(
      engine,
      NOW,
      { type: 'territory', id: id(++turns), fields: territory },
      ...communes.map(([code, called]) => ({
        type: 'commune',
        id: id(++turns),
        fields: { code, name: called },
      })),
    ),
  )
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, PASSPHRASE)
  const codes = newCodes(local)
  local.db.close()
  return codes
}
const nameOf = (folder: string): string => openBox(folder).name
const recognise = (folder: string, others: Readonly<Record<string, string>>): Promise<void> =>
  within(folder, engine =>
    inTransaction(
      engine,
      () =>
        void Object.entries(others).map(([name, called]) =>
          decideBox(engine.log, { name, called, paired: true }),
        ),
    ),
  )

/**
 * Three villages: Sail and Boën meet by a telephone; Trelins was away for a year; the card of Boën
 * was copied.
 */
describe('boxes that were apart', { skip: skipOf(import.meta.filename) }, () => {
  const at = mkdtempSync(join(tmpdir(), 'cocote-apart-'))
  const folders = {
    sail: join(at, 'sail'),
    boen: join(at, 'boen'),
    trelins: join(at, 'trelins'),
    copy: join(at, 'copy'),
  }
  const stages: Stage[] = []
  let codes: readonly string[] = []
  let sail: Stage
  let boen: Stage
  let trelins: Stage
  let anais: Page
  let rosa: Page
  let phone: Page
  const opened = async (folder: string): Promise<Stage> => {
    const one = await stage({ before: async to => cpSync(folder, to, { recursive: true }) })
    stages.push(one)
    return one
  }
  /** A telephone takes the news of one box and brings them to another. */
  const walk = async (from: Stage, to: Stage): Promise<string> => {
    await phone.goto(`${from.address}/nouvelles`)
    const coming = phone.waitForEvent('download')
    await phone.locator('#emporter button').last().click()
    const file = join(at, `${Date.now()}.cocote`)
    await (await coming).saveAs(file)
    await phone.goto(`${to.address}/nouvelles`)
    await phone.getByLabel('Le fichier que vous apportez').setInputFiles(file)
    await phone.getByRole('button', { name: 'Apporter' }).click()
    return textOf(phone)
  }
  const meet = async (one: Stage, two: Stage): Promise<void> => {
    await walk(one, two)
    await walk(two, one)
  }
  const logOf = (one: Stage): string =>
    readFileSync(placesIn(one.folder).log, 'latin1') +
    readFileSync(`${placesIn(one.folder).log}-wal`, 'latin1')

  /** A reader may stand in the way of the last sweep for a moment: it is tried again. */
  const gone = async (one: Stage): Promise<void> => {
    for (let tries = 0; tries < 40 && logOf(one).includes(NUMBER); tries++) await setTimeout(250)
    assert.equal(logOf(one).includes(NUMBER), false)
  }
  before(async () => {
    codes = await box(folders.sail, '42195', 'Sail')
    await box(folders.boen, '42019', 'Boën')
    await box(folders.trelins, '42302', 'Trelins')
    const names = {
      sail: nameOf(folders.sail),
      boen: nameOf(folders.boen),
      trelins: nameOf(folders.trelins),
    }
    await recognise(folders.sail, { [names.boen]: 'Boën', [names.trelins]: 'Trelins' })
    await recognise(folders.boen, { [names.sail]: 'Sail', [names.trelins]: 'Trelins' })
    await recognise(folders.trelins, { [names.sail]: 'Sail', [names.boen]: 'Boën' })
    await within(folders.sail, async engine => {
      bring(engine, YEAR_AGO, {
        type: 'place',
        id: CAFE,
        fields: {
          name: 'Le café du pont',
          kind: 'other',
          commune: '42195',
          address: 'place du Marché',
        },
      })
      bring(engine, YEAR_AGO, {
        type: 'offer',
        id: NOTICE,
        fields: { title: 'Marcel prête sa remorque', who: 'Marcel', reach: NUMBER },
      })
      bring(engine, YEAR_AGO, {
        type: 'offer',
        id: TABLE,
        fields: { title: 'Odile donne une table', who: 'Odile', reach: 'au bar' },
      })
      await packTo({
        folder: folders.sail,
        log: engine.log,
        file: join(at, 'year.cocote'),
        now: YEAR_AGO,
        to: undefined,
        since: undefined,
      })
    })
    // Trelins heard of Sail a year ago, wrote a line, and was unplugged.
    for (const folder of [folders.trelins, folders.boen])
      await within(folder, engine =>
        deliverFrom(engine, folder, join(at, 'year.cocote'), { now: () => YEAR_AGO, yes: true }),
      )
    await within(folders.trelins, engine =>
      bring(engine, YEAR_AGO, {
        type: 'offer',
        id: TABLE,
        fields: { detail: 'Odile dit qu’elle est en chêne.' },
      }),
    )
    cpSync(folders.boen, folders.copy, { recursive: true })
    sail = await opened(folders.sail)
    boen = await opened(folders.boen)
    trelins = await opened(folders.trelins)
    anais = await sail.visitor(WIDE)
    await enter(anais, PASSPHRASE)
    rosa = await boen.visitor(WIDE)
    await enter(rosa, PASSPHRASE)
    phone = await sail.visitor()
  })
  after(async () => {
    for (const one of stages) await one.end()
    rmSync(at, { recursive: true, force: true })
  })

  it(
    'two keepers wrote one line apart: both versions are told on both boxes, and settled once ' +
      'they are settled everywhere',
    async () => {
      for (const [page, address] of [
        [anais, '2 place du Marché'],
        [rosa, '12 rue de la Gare'],
      ] as const) {
        await page.goto(`/annuaire/lieux/${CAFE}/modifier`)
        await page.getByLabel('Adresse').fill(address)
        await page.getByRole('button', { name: 'Enregistrer' }).click()
      }
      await meet(sail, boen)
      await rosa.goto('/deux-versions')
      assert.match(
        await textOf(rosa),
        pattern()`
          Le café du pont.*(12 rue de la Gare.*2 place du Marché
          |2 place du Marché.*12 rue de la Gare)
        `,
      )
      await anais.goto('/tenir')
      await anais
        .getByRole('link', { name: /deux versions/i })
        .first()
        .click()
      await anais.locator('form[action="/trancher"]').first().getByRole('button').click()
      await anais.goto('/deux-versions')
      assert.match(await textOf(anais), /Rien n’a deux versions/)
      await meet(sail, boen)
      await rosa.goto('/deux-versions')
      assert.match(await textOf(rosa), /Rien n’a deux versions/)
      const [here, there] = await Promise.all(
        [anais, rosa].map(async page => {
          await page.goto(`/annuaire/lieux/${CAFE}`)
          return /(2 place du Marché|12 rue de la Gare)/.exec(await textOf(page))?.[1]
        }),
      )
      assert.ok(here)
      assert.equal(here, there)
    },
  )

  it('a telephone number that is erased at Sail is gone from both boxes, and from their disks', async () => {
    await rosa.goto(`/annonces/${NOTICE}`)
    assert.match(await textOf(rosa), new RegExp(NUMBER))
    await anais.goto(`/annonces/${NOTICE}/modifier`)
    const form = anais.locator('form[action="/oublier"]').first()
    await form.getByLabel(/code/i).fill(codes[0]!)
    await form.getByRole('button').click()
    assert.match(await seen(anais.getByRole('status')), /C’est oublié|C’est effacé/)
    await walk(sail, boen)
    await phone.goto(`${boen.address}/annonces/${NOTICE}`)
    assert.doesNotMatch(await textOf(phone), new RegExp(NUMBER))
    for (const one of [sail, boen]) await gone(one)
  })

  it(
    'a box that was away for a year gives what it wrote then, takes what was forgotten since, ' +
      'and brings nothing back',
    async () => {
      assert.ok(logOf(trelins).includes(NUMBER))
      await meet(trelins, sail)
      for (const one of [trelins, sail]) await gone(one)
      await phone.goto(`${sail.address}/annonces/${TABLE}`)
      assert.match(await textOf(phone), /Odile donne une table.*Odile dit qu’elle est en chêne/)
    },
  )

  it('of a card that was copied both sequels are kept and shown, and the keepers are told', async () => {
    const copy = await opened(folders.copy)
    for (const [one, title] of [
      [boen, 'Métier à tisser à prêter'],
      [copy, 'Pressoir à prêter'],
    ] as const) {
      const page = await one.visitor(WIDE)
      await enter(page, PASSPHRASE)
      await page.goto('/annonces/proposer')
      await page.getByLabel('En une phrase').fill(title)
      await page.getByLabel('passer par quelqu’un').check()
      await page.locator('#f-accord-voisins').check()
      await page.getByLabel('Qui, où, quand').fill('au local')
      await page.locator('main form.form button.button').first().click()
    }
    await walk(boen, sail)
    await walk(copy, sail)
    await phone.goto(`${sail.address}/annonces`)
    assert.match(await textOf(phone), /étier à tisser/)
    assert.match(await textOf(phone), /ressoir à prêter/)
    await anais.goto('/bornes')
    assert.match(await seen(anais.locator('main')), /Une même carte a écrit deux suites/)
    await walk(sail, boen)
    await phone.goto(`${boen.address}/annonces`)
    assert.match(await textOf(phone), /ressoir à prêter/)
    await rosa.goto('/bornes')
    assert.match(await textOf(rosa), /La carte de cette borne a écrit deux suites/)
  })
})
