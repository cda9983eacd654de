import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { idFrom } from '../../src/core/id.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { filesLeft, filesWhere } from './on-disk.ts'
import { COCOTE, kill, type Serving, serving } from './serving.ts'
import { type Answer, ask, withKeeper } from './turns.ts'

/** A number that stands in nothing else, as people write it. */
const FIGURES = '698765432'
const FORMS = [
  '06 98 76 54 32',
  '0698765432',
  '06.98.76.54.32',
  '+33 6 98 76 54 32',
  '06\u00a098\u00a076\u00a054\u00a032',
]
const root = mkdtempSync(join(tmpdir(), 'cocote-number-'))
const folder = join(root, 'box')
const temporary = join(root, 'tmp')
let cookie = ''
let server: Serving
let address = ''

before(async () => {
  mkdirSync(temporary)
  await copyDemo(folder)
  cookie = await withKeeper(folder)
  server = serving(folder, { TMPDIR: temporary })
  address = await server.ready
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})

const newId = (): string => idFrom(Date.now(), randomBytes(10))
const form = (fields: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(fields.map(one => [...one])).toString()
async function post(
  path: string,
  fields: readonly (readonly [string, string])[],
  by = cookie,
): Promise<Answer> {
  const answer = await ask(address, path, {
    body: form(fields),
    ...(by === '' ? {} : { cookie: by }),
  })
  assert.equal(answer?.status, 303, `${path}: ${answer?.status} ${answer?.body.slice(0, 2_000)}`)
  return answer!
}
const holds = (text: string): boolean =>
  text.replace(/[\s.\u00a0\u202f]|\u00c2\u00a0/g, '').includes(FIGURES)
/** As text, or as the text of a long field. */
const isIn = (bytes: string): boolean => {
  const long = [...bytes.matchAll(/"yjs":"([A-Za-z0-9+/=]+)/g)].map(([, text]) =>
    Buffer.from(text!, 'base64').toString('latin1'),
  )
  return [bytes, ...long].some(holds)
}
const filesHolding = (where: string): readonly string[] => filesWhere(where, isIn)
const pages = async (): Promise<readonly string[]> => {
  const found: string[] = []
  const seen = new Set([
    '/',
    '/annonces',
    '/donnees/offer.csv',
    '/donnees/offer.json',
    '/donnees/need.csv',
    '/chercher?q=Zoran',
    '/agenda.ics',
  ])
  for (const path of seen) {
    const answer = await ask(address, path)
    if (answer && holds(answer.body)) found.push(path)
    for (const [, next] of (answer?.body ?? '').matchAll(
      /href="(\/(?:annonces|relais|chercher)[^"#]*)/g,
    ))
      if (seen.size < 400) seen.add(next!)
  }
  return found
}

test(
  'a telephone taken back is in no page, export, database, journal of a database, temporary ' +
    'file or kept answer',
  async () => {
    const kept = [
      ['name', 'Zoran'],
      ['how', 'phone'],
      ['phone', FORMS[0]!],
      ['uses', 'phone-shown'],
    ] as const
    const place = (await post('/habitants/accueillir', kept)).location
    const notices = FORMS.map((number, n) => ({
      type: n % 2 ? 'need' : 'offer',
      id: newId(),
      fields: {
        author: place.split('/').at(-1)!,
        title: `Zoran, annonce ${n}`,
        reach: number,
        detail: `Le soir, Zoran répond au ${number}.`,
        state: n % 2 ? 'open' : 'firm',
      },
    }))
    await post('/apporter', [['records', JSON.stringify(notices)]])
    await post('/ecrire', [
      ['type', 'offer'],
      ['id', notices[0]!.id],
      ['title', 'Zoran, annonce 0, redite'],
      ['reach', `chez lui, ${FORMS[2]}`],
      ['detail', 'Le soir.'],
    ])
    assert.ok((await pages()).length > 5, 'the number shows before')
    assert.ok(filesHolding(folder).length > 0)
    const page = await ask(address, place, { cookie })
    const consent = /reprendre\?consent=([0-9a-z]{26})/.exec(page?.body ?? '')?.[1] ?? ''
    await post(`${place}/reprendre`, [
      ['consent', consent],
      ['sure', '1'],
      ['file', '1'],
    ])
    assert.deepEqual(await pages(), [])
    assert.match((await ask(address, `/annonces/${notices[0]!.id}`))?.body ?? '', /chez lui/)
    for (const by of [place, '/a-montrer', '/mes-mots', `/annonces/${notices[0]!.id}/changements`])
      assert.ok(!holds((await ask(address, by, { cookie }))?.body ?? ''), by)
    assert.deepEqual(await filesLeft(folder, isIn), [])
    assert.deepEqual(filesHolding(temporary), [])
    assert.equal(await kill(server, 'SIGTERM'), 0)
    assert.ok(!holds(server.said()))
    const [zip, source] = [join(root, 'public.zip'), join(root, 'site')]
    for (const args of [
      ['export', zip],
      ['export', '--site', source],
    ])
      assert.equal(spawnSync(COCOTE, [...args, '--data', folder], { encoding: 'utf8' }).status, 0)
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))))
      assert.ok(!holds(Buffer.from(bytes).toString('latin1')), name)
    assert.deepEqual(filesHolding(source), [])
    assert.deepEqual(filesHolding(folder), [])
  },
)
