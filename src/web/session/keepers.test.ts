import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeEach, test } from 'node:test'
import { carry, recognise, valuesIn } from '../../../tests/exchange/mail.ts'
import { type Browser, browserAt } from '../../../tests/support/browser.ts'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { PASSPHRASE, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { bricks } from '../../app/bricks.ts'
import { brick } from '../../contract/brick.ts'
import { codesLeft, spendCode } from '../../files/local.ts'
import { newBox } from '../../log/box.ts'
import { codeSheetRoutes } from './code-sheet.ts'
import { endKeeper, keeperByPassphrase, keepersIn, newCodes } from './keeper.ts'
import { ACTS_OF_WRITE } from './keepers-known.ts'

const MALO = 'trois poules dans le pré'
let box: TestBox
beforeEach(() => {
  box = testBox()
})
const keepers = (path = ''): string => `/tenir/gardiens${path}`
const comes = async (passphrase: string): Promise<Browser> => {
  const browser = browserAt(box.app, 'here')
  const { status } = await browser.post('/entrer', { passphrase })
  assert.equal(status, 303, passphrase)
  return browser
}
const withMalo = async (): Promise<Browser> => {
  await box.keeper.post(keepers('/nommer'), { prenom: 'Anaïs' })
  const asked = { nom: 'Malo', phrase: MALO, code: PASSPHRASE }
  const { status, text } = await box.keeper.post(keepers('/ajouter'), asked)
  assert.equal(status, 303, text)
  return comes(MALO)
}
const idOf = (name: string): string =>
  String(box.read.all('SELECT id FROM keeper_home WHERE name = ?', name)[0]?.['id'])

test('a second keeper enters by their own passphrase, and may do what the first one may', async () => {
  const malo = await withMalo()
  assert.match((await malo.get('/tenir')).text, /Chaque semaine/)
  const { text } = await malo.get(keepers())
  assert.match(text, /Anaïs .*Malo \(vous\)/)
  assert.match((await box.keeper.get(keepers())).text, /Anaïs \(vous\).*Malo/)
  const stranger = browserAt(box.app, 'here')
  assert.equal((await stranger.post('/entrer', { passphrase: 'quatre autres mots' })).status, 403)
})

test('the page says whose passphrase opens the backups', async () => {
  const { text } = await box.keeper.get(keepers())
  assert.match(text, /La phrase de passe de chacun ouvre les sauvegardes/)
})

test('what is refused of a new keeper says what to do, and changes nothing', async () => {
  const add = async (nom: string, phrase: string): Promise<string> =>
    (await box.keeper.post(keepers('/ajouter'), { nom, phrase, code: PASSPHRASE })).text
  assert.match(await add('Malo', MALO), /Dites d’abord votre prénom/)
  await box.keeper.post(keepers('/nommer'), { prenom: 'Anaïs' })
  assert.match(await add('', MALO), /Écrivez un prénom/)
  assert.match(await add('Malo', 'court'), /trop courte/)
  assert.match(await add('Malo', PASSPHRASE), /Choisissez une autre phrase/)
  assert.equal((await box.visitor().post(keepers('/ajouter'), { nom: 'X' })).status, 403)
  assert.equal(box.read.all('SELECT 1 FROM keeper_home').length, 1)
})

test('without a code, nobody learns by the form whether a passphrase is another keeper’s', async () => {
  await withMalo()
  newCodes(box.local)
  const away = await box.keeperAt('https')
  const add = async (phrase: string): Promise<string> =>
    (await away.fill(await away.get(keepers()), keepers('/ajouter'), { nom: 'Zoé', phrase })).text
  for (const phrase of [MALO, 'quatre autres mots'])
    assert.match(await add(phrase), /Ce n’est pas un de vos codes/, phrase)
})

test('the history says which keeper, to keepers alone', {
  skip: lackingBrick('directory'),
}, async () => {
  const malo = await withMalo()
  const form = await malo.get('/annuaire/lieux/ajouter')
  const { location } = await malo.fill(form, '/ecrire', { name: 'Le lavoir' })
  assert.match((await malo.get(location)).text, /, Malo/)
  assert.match((await box.keeper.get(location)).text, /, Malo/)
  const seen = await box.visitor().get(location)
  assert.match(seen.text, /la personne qui tient la page/)
  assert.doesNotMatch(seen.text, /Malo/)
})

test('of a turn that writes more records than one act names, each line has its keeper', {
  skip: lackingBrick('directory'),
}, async () => {
  const malo = await withMalo()
  const id = (n: number): string => `p${String(n).padStart(25, '0')}`
  const records = Array.from({ length: 620 }, (_, n) => ({
    type: 'place',
    id: id(n),
    fields: { name: `Lieu ${n}` },
  }))
  assert.equal((await malo.post('/apporter', { records: JSON.stringify(records) })).status, 303)
  for (const n of [0, 499, 500, 619])
    assert.match((await malo.get(`/annuaire/lieux/${id(n)}`)).text, /, Malo/, String(n))
})

test('the history finds an act by its key, however many there are', () => {
  const plan = box.read.all(`EXPLAIN QUERY PLAN ${ACTS_OF_WRITE}`, '0', '1', '')
  assert.match(String(plan[0]?.['detail']), /SEARCH act USING .*id>\? AND id<\?/)
})

test('law 11: the name of a keeper is on no page of a visitor, and in no entry that leaves', {
  skip: lackingBrick('directory'),
}, async () => {
  await box.keeper.post(keepers('/nommer'), { prenom: 'Anaïs' })
  await box.keeper.post(keepers('/ajouter'), {
    nom: 'Zéphyrine',
    phrase: MALO,
    code: PASSPHRASE,
  })
  const zephyrine = await comes(MALO)
  const form = await zephyrine.get('/annuaire/lieux/ajouter')
  const { location } = await zephyrine.fill(form, '/ecrire', { name: 'Le four' })
  const paths = ['/', '/annuaire', location, `${location}/changements`, '/donnees', keepers()]
  for (const path of paths)
    assert.doesNotMatch((await box.visitor().get(path)).body, /Zéphyrine/, path)
  const leaving = box.log.sql.all("SELECT type FROM write WHERE space <> 'home'")
  assert.ok(leaving.length > 0)
  assert.ok(leaving.every(({ type }) => type !== 'keeper' && type !== 'keeper-act'))
})

/** What a keeper asks of another box, whatever brick it is of. */
const asker = brick({
  name: 'asker',
  records: [],
  commands: [
    {
      name: 'askThere',
      path: '/demander-ailleurs',
      who: 'keeper',
      decide: ({ a = '', de = '' }) => ({
        drafts: [],
        letters: [{ to: String(a), about: String(de), brick: 'asker', command: 'no', input: {} }],
      }),
    },
  ],
  pages: [],
  words: { fr: { types: {} }, en: { types: {} } },
})

test('law 11: no bundle and no letter to another box holds the name of a keeper, nor their id', {
  skip: lackingBrick('directory'),
}, async () => {
  using here = testBox({ bricks: [...bricks, asker] })
  const there = openEngine(bricks, newBox())
  recognise(here.engine, there)
  await here.keeper.post(keepers('/nommer'), { prenom: 'Anaïs' })
  await here.keeper.post(keepers('/ajouter'), {
    nom: 'Zéphyrine',
    phrase: MALO,
    code: PASSPHRASE,
  })
  const zephyrine = browserAt(here.app, 'here')
  await zephyrine.post('/entrer', { passphrase: MALO })
  const form = await zephyrine.get('/annuaire/lieux/ajouter')
  const { location } = await zephyrine.fill(form, '/ecrire', { name: 'Le four' })
  const place = location.split('/').at(-1) ?? ''
  const asked = await zephyrine.post('/demander-ailleurs', { a: there.log.box.name, de: place })
  assert.equal(asked.status, 303, asked.text)
  await carry(here.engine, there, { now: here.now, sure: true, today: () => '2026-12-05' })
  assert.match(valuesIn(there), /Le four/, 'what was written is carried')
  const letters = JSON.stringify(here.read.all('SELECT * FROM letter_home'))
  assert.match(letters, /askThere|"no"/, 'the letter is written')
  const all = here.read.all('SELECT id, name FROM keeper_home')
  assert.equal(all.length, 2)
  assert.match(valuesIn(here.engine), /Zéphyrine/, 'the name stands in this box')
  for (const { id, name } of all)
    for (const secret of [String(id), String(name)])
      for (const gone of [valuesIn(there), letters]) assert.ok(!gone.includes(secret), secret)
})

test('a keeper who is ended is out at once: visits, passphrase and codes', async () => {
  const malo = await withMalo()
  const [code = ''] = newCodes(box.local, idOf('Malo'))
  const { location } = await ends(box.keeper, 'Malo')
  assert.equal(location, keepers())
  assert.equal((await malo.get('/tenir')).status, 403)
  assert.equal((await browserAt(box.app, 'here').post('/entrer', { passphrase: MALO })).status, 403)
  assert.equal(spendCode(box.local, code), false)
  assert.equal((await box.keeper.get('/tenir')).status, 200)
})

/** A code of a keeper, of ten new ones. */
const codeOf = (name = ''): string => newCodes(box.local, name === '' ? '' : idOf(name))[0] ?? ''
/** A keeper ends another, or themselves, at the machine. */
const ends = (by: Browser, name: string, code = codeOf()) =>
  by.post(keepers('/retirer'), { gardien: idOf(name), code })

test('at the machine too, to end another keeper takes a code, and no passphrase does', async () => {
  const malo = await withMalo()
  for (const code of ['', MALO, PASSPHRASE, 'abcd efgh jkmn']) {
    const refused = await malo.post(keepers('/retirer'), { gardien: idOf('Anaïs'), code })
    assert.match(refused.text, /Ce n’est pas un de vos codes/, code)
  }
  assert.equal((await box.keeper.get('/tenir')).status, 200)
  assert.equal((await ends(malo, 'Anaïs', codeOf('Malo'))).status, 303)
})

test('at the machine a visit that was left open adds and ends nobody without its passphrase', async () => {
  const malo = await withMalo()
  const wrong = async (code: string): Promise<void> => {
    const added = await malo.post(keepers('/ajouter'), { nom: 'Zoé', phrase: 'deux noix', code })
    const long = { nom: 'Zoé', phrase: 'deux noix sous la haie', code }
    assert.notEqual(added.status, 303)
    assert.match((await malo.post(keepers('/ajouter'), long)).text, /ni votre phrase de passe/)
    const gone = await malo.post(keepers('/retirer'), { gardien: idOf('Malo'), code })
    assert.match(gone.text, /ni votre phrase de passe/)
  }
  for (const code of ['', PASSPHRASE]) await wrong(code)
  assert.equal(keepersIn(box.local).length, 2)
  const self = await malo.post(keepers('/retirer'), { gardien: idOf('Malo'), code: MALO })
  assert.equal(self.status, 303, 'they may go by themselves')
  assert.equal((await malo.get('/tenir')).status, 403)
})

test('the first name of somebody who kept the page is erased when they ask', {
  skip: lackingBrick('directory'),
}, async () => {
  const malo = await withMalo()
  const form = await malo.get('/annuaire/lieux/ajouter')
  const { location } = await malo.fill(form, '/ecrire', { name: 'Le lavoir' })
  await ends(box.keeper, 'Malo')
  const page = await box.keeper.get(keepers())
  assert.match(page.text, /Ont tenu la page Malo jusqu’au/)
  assert.match((await box.keeper.get(location)).text, /, Malo/)
  const without = await box.keeper.fill(page, '/oublier', { code: '' })
  assert.match(without.text, /Ce code n’est pas bon/)
  const erased = await box.keeper.fill(page, '/oublier', { code: codeOf() })
  assert.equal(erased.status, 303, erased.text)
  assert.doesNotMatch((await box.keeper.get(keepers())).text, /Malo|Ont tenu/)
  const { text } = await box.keeper.get(location)
  assert.doesNotMatch(text, /Malo|null/)
  const held = JSON.stringify(box.log.sql.all('SELECT value FROM piece'))
  assert.ok(!held.includes('Malo'))
})

test('the last keeper cannot be ended; when the first goes, another takes their place', async () => {
  await box.keeper.post(keepers('/nommer'), { prenom: 'Anaïs' })
  const last = await ends(box.keeper, 'Anaïs')
  assert.match(last.text, /dernière personne/)
  const malo = await withMalo()
  assert.equal((await ends(malo, 'Anaïs', codeOf('Malo'))).status, 303)
  assert.equal((await box.keeper.get('/tenir')).status, 403)
  assert.equal((await malo.get('/tenir')).status, 200)
  assert.equal(codesLeft(box.local), 9, 'Malo’s codes')
  const again = await comes(MALO)
  assert.match((await again.get(keepers())).text, /Malo \(vous\)/)
  const alone = await ends(again, 'Malo')
  assert.match(alone.text, /dernière personne/)
})

test('a keeper who enters for the first time is led to their codes, until these are put away', async () => {
  await withMalo()
  const enters = async (vers = ''): Promise<string> =>
    (await browserAt(box.app, 'here').post('/entrer', { passphrase: MALO, vers })).location
  assert.equal(await enters(), '/tenir/feuille')
  assert.equal(await enters('/annonces'), '/annonces', 'not away from where they were going')
  box.local.sql.run("DELETE FROM kept WHERE key LIKE 'sheet%'")
  assert.equal(await enters(), '/')
})

test('each keeper has ten codes of their own, shown to nobody else', async () => {
  const folder = mkdtempSync(`${tmpdir()}/keepers-`)
  using own = testBox({
    routes: (app, server) => codeSheetRoutes(app, server, { typesetter: {} as never }),
  })
  box = own
  const malo = await withMalo()
  const sheet = await malo.get('/tenir/feuille')
  assert.equal([...sheet.body.matchAll(/<li><code>/g)].length, 10)
  assert.doesNotMatch((await box.keeper.get('/tenir/feuille')).body, /<li><code>/)
  const [, code = ''] = /<li><code>([^<]+)/.exec(sheet.body) ?? []
  newCodes(box.local)
  assert.equal(spendCode(box.local, code), true, 'new codes of the first void no others')
  rmSync(folder, { recursive: true })
})

const names = (): readonly string[] =>
  box.read.all('SELECT name FROM keeper_home ORDER BY name').map(({ name }) => String(name))

test('a form that is sent twice names one keeper, and two keepers never have one passphrase', async () => {
  const form = await box.keeper.get(keepers())
  const name = () => box.keeper.fill(form, keepers('/nommer'), { prenom: 'Anaïs' })
  await Promise.all([name(), name()])
  assert.deepEqual(names(), ['Anaïs'])
  const page = await box.keeper.get(keepers())
  const add = (nom: string) =>
    box.keeper.fill(page, keepers('/ajouter'), { nom, phrase: MALO, code: PASSPHRASE })
  const [one, two, other] = await Promise.all([add('Malo'), add('Malo'), add('Zoé')])
  assert.deepEqual([one?.status, two?.status, other?.status], [303, 303, 422])
  assert.match(other?.text ?? '', /Choisissez une autre phrase/)
  assert.deepEqual(names(), ['Anaïs', 'Malo'])
  assert.equal(keepersIn(box.local).length, 2)
})

test('of two keepers who end each other one stays, and the other is out', async () => {
  const malo = await withMalo()
  const [one, two] = await Promise.all([
    ends(box.keeper, 'Malo'),
    ends(malo, 'Anaïs', codeOf('Malo')),
  ])
  assert.deepEqual([one?.status, two?.status].sort(), [303, 403])
  assert.deepEqual(keepersIn(box.local), [''])
  const stays = one?.status === 303 ? box.keeper : malo
  assert.equal((await stays.get('/tenir')).status, 200)
})

test('a keeper who is ended while their passphrase is hashed does not enter', async () => {
  await withMalo()
  const enters = keeperByPassphrase(box.local, MALO)
  endKeeper(box.local, idOf('Malo'))
  assert.equal(await enters, undefined)
})

test('a keeper who takes the place of the first meanwhile enters as the first', async () => {
  await withMalo()
  const enters = keeperByPassphrase(box.local, MALO)
  endKeeper(box.local, '')
  assert.equal(await enters, '')
})

test('nobody named ends nobody, and costs no code', async () => {
  await withMalo()
  newCodes(box.local)
  const away = await box.keeperAt('https')
  const codes = newCodes(box.local)
  const { status } = await away.fill(await away.get(keepers()), keepers('/retirer'), {
    gardien: '',
    code: codes[0]!,
  })
  assert.equal(status, 422)
  assert.equal(codesLeft(box.local), 10)
  assert.equal(keepersIn(box.local).length, 2)
  assert.deepEqual(box.faults, [])
})

test('a keeper who can’t be ended whole keeps their passphrase, their codes and their visits', async () => {
  const malo = await withMalo()
  const id = idOf('Malo')
  newCodes(box.local, id)
  for (const [keeper, table] of [
    [id, 'kept'],
    ['', 'session'],
  ] as const) {
    const on = table === 'kept' ? 'DELETE ON kept' : 'UPDATE ON session'
    box.local.sql.run(
      `CREATE TEMP TRIGGER full BEFORE ${on} BEGIN SELECT raise(ABORT, 'full'); END`,
    )
    assert.throws(() => endKeeper(box.local, keeper), /full/)
    box.local.sql.run('DROP TRIGGER full')
    assert.equal(keepersIn(box.local).length, 2)
    assert.equal(codesLeft(box.local, id), 10)
    assert.equal((await malo.get(keepers())).status, 200)
  }
  assert.equal(await keeperByPassphrase(box.local, MALO), id)
})
