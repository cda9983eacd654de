import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { bricks } from '../../src/app/bricks.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { laterBy } from './later.ts'
import { filesLeft, filesWhere } from './on-disk.ts'
import { COCOTE, kill, type Serving, serving } from './serving.ts'
import { type Answer, ask, withKeeper } from './turns.ts'

/**
 * A sentence of no language: while it hangs on the wall it leaves this box by no way, and once it
 * is forgotten it is on no byte of the folder.
 */
const CANARY = 'plovitrusk'
const HOUR = 3_600_000
const root = mkdtempSync(join(tmpdir(), 'cocote-wall-'))
const folder = join(root, 'box')
/** A house without the wall has nothing to forget. */
const skip = bricks.some(brick => brick.name === 'wall') ? false : 'no wall in this house'
let cookie = ''
let code = ''
let server: Serving
let address = ''

const begin = async (): Promise<void> => {
  server = serving(folder)
  address = await server.ready
}
before(async () => {
  const demo = await copyDemo(folder)
  code = demo.codes[0] ?? ''
  cookie = await withKeeper(folder)
  await begin()
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})

const holds = (bytes: string): boolean => bytes.includes(CANARY)
const holding = (where: string): readonly string[] => filesWhere(where, holds)
const gone = (): Promise<readonly string[]> => filesLeft(folder, holds)
async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  by = '',
): Promise<Answer> {
  const body = new URLSearchParams({ from: '/mur', ...fields }).toString()
  const answer = await ask(address, path, { body, ...(by === '' ? {} : { cookie: by }) })
  assert.equal(answer?.status, 303, `${path}: ${answer?.body}`)
  return answer!
}
const pageAt = async (path: string, by = ''): Promise<string> =>
  (await ask(address, path, by === '' ? {} : { cookie: by }))?.body ?? ''
const onWall = async (): Promise<boolean> => (await pageAt('/mur')).includes(CANARY)

async function comesBackAfter(ms: number): Promise<void> {
  await kill(server)
  laterBy(folder, ms)
  await begin()
}

test('on the wall it is read here, by whoever reads here, and never kept by a browser', {
  skip,
}, async () => {
  const { location } = await post('/mur/ecrire', { said: `À qui ce ${CANARY} ?` })
  assert.ok(await onWall())
  assert.match((await ask(address, '/mur'))?.headers ?? '', /cache-control\nno-store/i)
  assert.match(await pageAt(location), /Il est au mur/)
  assert.ok(holding(folder).length > 0, 'the search of the files can find it')
})

test('it leaves this box by no way: no other page, no export, no copy, no bundle, no print that ' +
  'anybody takes', {
  skip,
}, async () => {
  for (const path of [
    '/',
    `/chercher?q=${CANARY}`,
    '/donnees',
    '/nouvelles',
    '/plan',
    '/carte',
    '/tenir',
    '/imprimer/feuille',
  ])
    assert.ok(
      !(await pageAt(path, path === '/tenir' ? cookie : ''))
        .replaceAll(`value="${CANARY}"`, '')
        .includes(`ce ${CANARY}`),
      path,
    )
  assert.equal(await kill(server, 'SIGTERM'), 0)
  assert.ok(!server.said().includes(CANARY))
  const [zip, kept, source, bundle] = ['public.zip', 'prive.zip', 'site', 'nouvelles.cocote'].map(
    name => join(root, name),
  ) as [string, string, string, string]
  for (const args of [
    ['export', zip],
    ['export', kept, '--private', '--code', code],
    ['export', '--site', source],
    ['courier', 'pack', '--out', bundle],
    ['check'],
  ]) {
    const ran = spawnSync(COCOTE, [...args, '--data', folder], { encoding: 'utf8' })
    assert.equal(ran.status, 0, `${args.join(' ')}: ${ran.stderr}`)
    assert.ok(!(ran.stdout + ran.stderr).includes(CANARY))
  }
  for (const file of [zip, kept, bundle])
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file))))
      assert.ok(!Buffer.from(bytes).toString('latin1').includes(CANARY), name)
  assert.deepEqual(holding(source), [])
  await begin()
})

test('a box that comes back after its time has forgotten it at its start, on every byte of its ' +
  'folder', {
  skip,
}, async () => {
  await comesBackAfter(70 * HOUR)
  assert.ok(await onWall(), 'not yet')
  await comesBackAfter(3 * HOUR)
  assert.deepEqual(await gone(), [])
  assert.ok(!(await onWall()))
})

test('a clock that says 2099 forgets nothing', { skip }, async () => {
  await post('/mur/ecrire', { said: `Encore un ${CANARY}` })
  await comesBackAfter(70 * 365 * 24 * HOUR)
  await setTimeout(500)
  assert.ok(await onWall())
})

test('a shorter time that the keeper chooses forgets what is there, while the box runs', {
  skip,
}, async () => {
  await comesBackAfter(2 * HOUR)
  assert.ok(await onWall())
  await post('/mur/regler', { keeps: 'hour' }, cookie)
  assert.ok(!(await onWall()))
  assert.deepEqual(await gone(), [])
})

test('what its author takes back, and what the keeper erases, is gone as well', {
  skip,
}, async () => {
  const { location } = await post('/mur/ecrire', { said: `Je reprends ce ${CANARY}` })
  await post('/mur/reprendre', { key: location.split('=')[1] ?? '' })
  assert.ok(!(await onWall()))
  assert.deepEqual(await gone(), [])
  await post('/mur/ecrire', { said: `Un vilain ${CANARY}` })
  const wall = await pageAt('/mur', cookie)
  const id = /name="id" value="([0-9a-z]{26})"/.exec(wall.slice(wall.indexOf(CANARY)))?.[1] ?? ''
  await post('/mur/gene', { id })
  assert.match(await pageAt('/tenir', cookie), /quelqu’un dit qu’un mot du mur gêne/i)
  await post('/mur/effacer', { id }, cookie)
  assert.deepEqual(await gone(), [])
})

test('after a stop nothing of it is left either', { skip }, async () => {
  assert.equal(await kill(server, 'SIGTERM'), 0)
  assert.deepEqual(holding(folder), [])
  assert.ok(!server.said().includes(CANARY))
})
