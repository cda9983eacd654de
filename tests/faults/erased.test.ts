import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { placesIn } from '../../src/files/folder.ts'
import { withCommunes } from '../support/communes.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { toFirstFormat } from '../support/first-format.ts'
import { filesLeft, filesWhere } from './on-disk.ts'
import { kill, type Serving, serving } from './serving.ts'
import { type Answer, ask, withKeeper } from './turns.ts'

/**
 * What is erased for good is on no byte of the box's folder: logs, tables, their WALs, secrets,
 * files.
 */
const CANARY = 'brimulastrok'

const root = mkdtempSync(join(tmpdir(), 'cocote-erased-'))
const folder = join(root, 'box')
let cookie = ''
let codes: readonly string[] = []
let server: Serving
let address = ''

before(async () => {
  codes = (await copyDemo(folder)).codes
  withCommunes(folder)
  cookie = await withKeeper(folder)
  server = serving(folder)
  address = await server.ready
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})

const holds = (bytes: string): boolean => bytes.includes(CANARY)
/** The files of the box that hold the canary. */
const onDisk = (): readonly string[] =>
  filesWhere(folder, holds).map(file => file.slice(folder.length + 1))
const gone = (): Promise<readonly string[]> => filesLeft(folder, holds)

const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString()
async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  by = cookie,
): Promise<Answer> {
  const answer = await ask(address, path, {
    body: form(fields),
    ...(by === '' ? {} : { cookie: by }),
  })
  assert.ok(answer)
  return answer
}
async function pageAt(path: string): Promise<string> {
  const answer = await ask(address, path, { cookie })
  assert.equal(answer?.status, 200, path)
  return answer.body
}
/** The form of that address whose sheet holds these words: its proposal. */
async function idOf(words: string): Promise<string> {
  const sheet = (await pageAt('/a-montrer')).split('<article').find(one => one.includes(words))
  return /name="id" value="([0-9a-z]{26})"/.exec(sheet ?? '')?.[1] ?? ''
}

test('what version 0.1 wrote is erased in its log too, which stays beside the one that was moved', async () => {
  const sent = { title: `Je prête ${CANARY}`, who: CANARY, reach: `au ${CANARY}`, state: 'firm' }
  assert.equal((await post('/annonces/proposer', sent, '')).status, 303)
  await kill(server, 'SIGTERM')
  toFirstFormat(placesIn(folder).log)
  server = serving(folder)
  address = await server.ready
  assert.ok(onDisk().includes('log.db.1'))
  const id = await idOf(CANARY)
  const erased = await post('/a-montrer/effacer', { id, from: '/a-montrer', code: codes[5] ?? '' })
  assert.equal(erased.status, 303)
  assert.deepEqual(await gone(), [])
})

test('a notice that waits: a wrong code erases nothing, a good one leaves no byte of it', async () => {
  const sent = { title: `Je prête ${CANARY}`, who: CANARY, reach: `au ${CANARY}`, state: 'firm' }
  assert.equal((await post('/annonces/proposer', sent, '')).status, 303)
  assert.ok(onDisk().length > 0, 'the search of the files can find it')
  const id = await idOf(CANARY)
  const wrong = await post('/a-montrer/effacer', { id, from: '/a-montrer', code: 'abcd efgh jkmn' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /<details class="no-print" open>.*il a déjà servi/s)
  assert.match(await pageAt('/a-montrer'), new RegExp(CANARY))
  const visitor = await post('/a-montrer/effacer', { id, code: codes[0] ?? '' }, '')
  assert.match(visitor.body, /name="passphrase"/)
  assert.ok(onDisk().length > 0)
  const erased = await post('/a-montrer/effacer', { id, from: '/a-montrer', code: codes[0] ?? '' })
  assert.deepEqual([erased.status, erased.location], [303, '/a-montrer'])
  assert.doesNotMatch(await pageAt('/a-montrer'), new RegExp(CANARY))
  assert.deepEqual(await gone(), [])
})

test('a notice that was left stays on the page that can erase it, reason and all', async () => {
  assert.equal(
    (
      await post(
        '/annonces/chercher',
        { title: `Je cherche ${CANARY}`, who: CANARY, reach: CANARY },
        '',
      )
    ).status,
    303,
  )
  const id = await idOf(CANARY)
  assert.equal((await post('/a-montrer/laisser', { id, why: `trop de ${CANARY}` })).status, 303)
  const page = await pageAt('/a-montrer')
  assert.match(page, /Pas affiché.*sans limite de durée.*brimulastrok/s)
  assert.equal(
    (
      await post('/a-montrer/effacer', {
        id: await idOf(CANARY),
        from: '/a-montrer',
        code: codes[1] ?? '',
      })
    ).status,
    303,
  )
  assert.deepEqual(await gone(), [])
})

test('a prepared file that waits to be taken goes with any forgetting, and its page says so', async () => {
  const sent = { title: `Je prête ${CANARY}`, who: CANARY, reach: `au ${CANARY}`, state: 'firm' }
  assert.equal((await post('/annonces/proposer', sent, '')).status, 303)
  assert.equal(
    (await post('/borne/sauvegardes/emporter', { prive: '1', code: codes[8] ?? '' })).status,
    303,
  )
  const courier = (): readonly string[] => readdirSync(placesIn(folder).courier)
  while (/se prépare/.test(await pageAt('/borne/sauvegardes'))) await wait(100)
  assert.match(await pageAt('/borne/sauvegardes'), /Le fichier est prêt.*ce fichier-ci disparaît/s)
  assert.equal(courier().length, 1)
  assert.equal(
    (
      await post('/a-montrer/effacer', {
        id: await idOf(CANARY),
        from: '/a-montrer',
        code: codes[9] ?? '',
      })
    ).status,
    303,
  )
  assert.deepEqual(courier(), [])
  assert.match(await pageAt('/borne/sauvegardes'), /Le fichier qui attendait ici est effacé/)
  assert.equal((await ask(address, '/borne/sauvegardes/fichier', { cookie }))?.status, 404)
})

test(
  'a harvest: the file of its notes, its pieces, its names and its codes go together, however ' +
    'young',
  async () => {
    const notes =
      `Réunion du 5 mars 2026 à Trelins\n\nPrésents : ${CANARY}, Anaïs\n\n- ${CANARY} apporte ` +
      `des bancs\n- Idée : un ${CANARY} partagé\n`
    const kept = await post('/cueillette', { notes })
    assert.equal(kept.status, 303)
    await post('/cueillette/codes', { id: kept.location.split('/').at(-1) ?? '' })
    assert.ok(onDisk().some(file => file.startsWith('files')))
    assert.match(await pageAt(kept.location), /sans limite de durée/)
    const id = kept.location.split('/').at(-1) ?? ''
    assert.equal(
      (await post('/cueillette/effacer', { id, from: kept.location, code: codes[1] ?? '' })).status,
      422,
      'a code is good once',
    )
    assert.equal(
      (await post('/cueillette/effacer', { id, from: kept.location, code: codes[2] ?? '' })).status,
      303,
    )
    assert.equal((await ask(address, kept.location, { cookie }))?.status, 404)
    assert.deepEqual(await gone(), [])
  },
)

test(
  'a table goes away once its lines are written, with the lines that were left out; sent ' +
    'again, it writes nothing twice',
  async () => {
    const look = new FormData()
    look.set('genre', 'place')
    look.set(
      'fichier',
      new Blob([
        `Nom;Commune;Adresse\nFour du pont;Sail-sous-Couzan;le pont\nLavoir;${CANARY};la place\n`,
      ]),
      'lieux.csv',
    )
    const headers = { cookie, origin: address }
    const page = await (
      await fetch(`${address}/apporter-un-tableau`, { method: 'POST', body: look, headers })
    ).text()
    const names = [
      ...page.matchAll(/<(?:input|select)[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)")?>/g),
    ]
    const fields = Object.fromEntries(
      names.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
    )
    const chosen = [...page.matchAll(/<select[^>]* name="([^"]+)".*?<\/select>/gs)].map(
      ([all, name = '']) => [name, /value="([^"]*)" selected/.exec(all)?.[1] ?? ''],
    )
    assert.deepEqual(
      onDisk().map(file => file.split('/').slice(0, 2).join('/')),
      ['files/home'],
    )
    const body = form({ ...fields, ...Object.fromEntries(chosen), act: 'write', leave: 'yes' })
    const written = await fetch(`${address}/apporter-un-tableau`, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    assert.equal(written.status, 303, await written.text())
    assert.deepEqual(onDisk(), [])
    const again = await fetch(`${address}/apporter-un-tableau`, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /n’est plus dans la borne/)
    assert.equal((await pageAt('/chercher?q=Four+du+pont')).match(/Four du pont<\/a>/g)?.length, 1)
  },
)

test('after a stop nothing of it is left either', async () => {
  assert.equal(await kill(server, 'SIGTERM'), 0)
  assert.deepEqual(onDisk(), [])
  assert.ok(!server.said().includes(CANARY))
})
