import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, it } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { THEMES } from '../../src/core/themes.ts'
import { placesIn } from '../../src/files/folder.ts'
import { COCOTE, kill, type Serving, serving } from '../faults/serving.ts'
import { withCommunes } from '../support/communes.ts'
import { formsIn } from '../support/forms.ts'
import { crawl, isPdf } from '../support/links.ts'
import { BOXES, type BoxName, frozenSaid, frozenVersions, openFrozen } from './open.ts'
import { browsing } from './person.ts'

/**
 * Every row that pages read; what SQLite keeps beside a search is its own, and so is where the
 * search keeps the text of a title.
 */
function rowsOf(folder: string): Readonly<Record<string, readonly string[]>> {
  const db = new DatabaseSync(placesIn(folder).tables, { readOnly: true })
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
    .all()
  const kept = names
    .map(({ name }) => String(name))
    .filter(name => !/^(sqlite_|search_)|_(data|idx|docsize|config|content)$/.test(name))
  const rows = kept.map(
    name =>
      [
        name,
        db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map(row => JSON.stringify(name === 'doc' ? { ...row, n: 0 } : row))
          .toSorted(),
      ] as const,
  )
  db.close()
  return Object.fromEntries(rows)
}

const NAMES: ReadonlySet<string> = new Set([
  ...THEMES.map(({ label }) => label),
  'Sail-sous-Couzan',
  'Trelins',
  'Boën-sur-Lignon',
])
const cocote = (...args: readonly string[]) => spawnSync(COCOTE, args, { encoding: 'utf8' })

for (const version of frozenVersions())
  for (const box of BOXES) describe(`${box}, as ${version} left it`, () => opensClean(version, box))

function opensClean(version: string, box: BoxName): void {
  const folder = openFrozen(version, box)
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('is whole before this version opens it', async () => {
    assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
  })
  answers(folder, version, box)

  it('is whole after, and made again its tables hold the same rows', async () => {
    assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
    const before = rowsOf(folder)
    const { status, stderr } = cocote('rebuild', '--data', folder)
    assert.equal(status, 0, stderr)
    assert.deepEqual(rowsOf(folder), before)
    assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
  })
}

/** One server, asked by all who come. */
function answers(folder: string, version: string, box: BoxName): void {
  describe('on this version', () => {
    const said = frozenSaid(version)
    let address = ''
    let server: Serving
    before(async () => {
      withCommunes(folder)
      server = serving(folder)
      address = await server.ready
    })
    after(async () => assert.equal(await kill(server, 'SIGTERM'), 0))

    it('opens: its pages answer, and its keeper and its members come in', async () => {
      const met = await crawl(address, '/', 80, isPdf)
      assert.ok(met.size > 20)
      assert.deepEqual(
        [...met].filter(([, { status }]) => status >= 400).map(([path]) => path),
        [],
      )
      const keeper = browsing(address)
      assert.equal((await keeper.post('/entrer', { passphrase: said[box].passphrase })).status, 303)
      for (const path of ['/tenir', '/a-montrer', '/bornes', '/borne', '/mur', '/habitants'])
        assert.equal((await keeper.get(path)).status, 200, path)
      if (box === 'sail') {
        const { number, words } = said.cards['Nadia']!
        const nadia = browsing(address)
        assert.equal((await nadia.post('/entrer/carte', { number, words })).status, 303)
        assert.equal((await nadia.get('/moi')).status, 200)
      }
    })

    it('counts once who said twice that they are in, and tells the keeper once how to reach them', async () => {
      const keeper = browsing(address)
      await keeper.post('/entrer', { passphrase: said[box].passphrase })
      const idea = `/idees/idee/${said.ids['idea']}`
      for (const person of [browsing(address), keeper]) {
        const page = (await person.get(idea)).text
        assert.match(page, /Qui en est Nadia en est déjà\./)
        assert.doesNotMatch(page, /Déjà (?:deux|trois|quatre)/)
      }
      // How to reach her stays where she said it.
      const reach = box === 'sail' ? 'au marché' : 'aucun moyen de joindre n’est noté'
      assert.match(
        (await keeper.get(idea)).text,
        new RegExp(`Pour les prévenir Nadia : ${reach} Et vous`),
      )
    })

    if (box === 'sail')
      it(
        'gives a member the answer that she gave by her card: she takes it back, and nobody ' +
          'else may',
        async () => {
          const idea = `/idees/idee/${said.ids['idea']}`
          const [nadia, paul, visitor] = [browsing(address), browsing(address), browsing(address)]
          for (const [person, name] of [
            [nadia, 'Nadia'],
            [paul, 'Paul'],
          ] as const) {
            const { number, words } = said.cards[name]!
            assert.equal((await person.post('/entrer/carte', { number, words })).status, 303)
          }
          const mine = /Vous avez répondu : J’en suis Reprendre ma réponse/
          assert.match((await nadia.get(idea)).text, mine)
          for (const other of [paul, visitor])
            assert.doesNotMatch((await other.get(idea)).text, /Vous avez répondu/)
          const form = formsIn(await nadia.get(idea)).find(one => one.action.endsWith('/reprendre'))
          assert.ok(form)
          await paul.post(form.action, form.fields)
          assert.match((await nadia.get(idea)).text, mine)
          assert.equal((await nadia.post(form.action, form.fields)).status, 303)
          assert.doesNotMatch((await nadia.get(idea)).text, /Vous avez répondu/)
        },
      )

    it('shows each theme and each commune once, in lists and in what forms offer', async () => {
      const keeper = browsing(address)
      await keeper.post('/entrer', { passphrase: said[box].passphrase })
      for (const path of [
        '/annuaire',
        '/annonces',
        '/agenda',
        '/themes',
        '/annuaire/acteurs/ajouter',
        '/agenda/ajouter',
        '/annuaire/lieux/ajouter',
      ]) {
        const { body } = await keeper.get(path)
        const lists = [...body.matchAll(/<(select|fieldset|ul)[^>]*>.*?<\/\1>/gs)].map(([list]) =>
          [
            ...list.matchAll(
              /(?:<option[^>]*>|<input type="checkbox"[^>]*>|<li><a[^>]*>)\s*([^<]+)/g,
            ),
          ].map(([, label = '']) => label.trim()),
        )
        for (const labels of lists) {
          const ours = labels.filter(label => NAMES.has(label))
          assert.deepEqual(ours, [...new Set(ours)], path)
        }
      }
      const themes = await keeper.get('/themes')
      for (const { label } of THEMES)
        assert.equal(themes.body.split(`>${label}</a>`).length - 1, 1, label)
    })
  })
}
