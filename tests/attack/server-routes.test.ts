import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { bricks } from '../../src/app/bricks.ts'
import { extraRoutes } from '../../src/app/extra.ts'
import { type Served, serve } from '../../src/app/serve.ts'
import { isLetIn, may, type Role } from '../../src/contract/permission.ts'
import { idFrom } from '../../src/core/id.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { storeFile } from '../../src/files/files.ts'
import { placesIn } from '../../src/files/folder.ts'
import { printsOf } from '../../src/web/print/prints.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { hashLightly } from '../../src/web/session/keeper.ts'
import { frozenSaid, openFrozen } from '../frozen/open.ts'
import { type Browsing, browsing } from '../frozen/person.ts'
import { withCommunes } from '../support/communes.ts'
import { bring as bringTo, within } from '../support/folders.ts'
import { servicesOf } from '../support/services.ts'
import { testBox } from '../support/test-box.ts'
import { keeperForm, standingOf, uploadOf } from './keeper-forms.ts'
import { type Bringing, type Planted, plant, plantWaiting, wordsIn } from './planted.ts'

/**
 * The routes that the server adds to the pages: files, prints, saves, keys, tables, the machine. A
 * real box serves a real folder, and is asked from its own machine, where the most is allowed. The
 * addresses are read off the app, so that a new one can't be left out.
 */
const said = frozenSaid('0.1.0')
const folder = openFrozen('0.1.0', 'sail')
const key = mkdtempSync(join(tmpdir(), 'cocote-key-'))
const types = [...typesOf(bricks).values()]
const all = wholeBricks(bricks)
const CODE = said.sail.codes[3]!
const faults: string[] = []
let served: Served
let planted: readonly Planted[]
let people: readonly Readonly<{ name: string; role: Role; person: Browsing }>[]
let photo = ''
let putsBack = 0

/** As the app says them: method and address. */
type Address = Readonly<{ method: string; path: string }>
let ownRoutes: readonly Address[]

/** The addresses that the server adds to the pages; nothing of this one is ever asked. */
async function addresses(): Promise<readonly Address[]> {
  const found: Address[] = []
  const { local } = testBox({
    routes: (app, server, engine) => {
      const had = app.routes.length
      extraRoutes(app, server, servicesOf(engine))
      const added = app.routes
        .slice(had)
        .filter(({ path, method }) => method !== 'ALL' && !path.includes('*'))
      found.push(
        ...new Map(
          added.map(({ method, path }) => [`${method} ${path}`, { method, path }]),
        ).values(),
      )
    },
  })
  local.db.close()
  return found
}

before(async () => {
  ownRoutes = await addresses()
  withCommunes(folder)
  // The folder was filled by the program itself.
  hashLightly(false)
  const newId = (): string => idFrom(Date.now(), randomBytes(10))
  const picture = storeFile(folder, 'home', Buffer.from('zwynphoto'), {
    name: 'photo',
    type: 'image/webp',
  })
  photo = picture.hash
  within(folder, engine => {
    const ground = {
      types,
      bricks: all,
      newId,
      bring: (records: readonly Bringing[]) => bringTo(engine, ...records),
    }
    planted = [...plant(ground, said.ids['Paul']!), ...plantWaiting(ground)]
    bringTo(engine, {
      type: 'offer',
      id: newId(),
      fields: { title: 'zwyn photo attend', photos: [picture] },
      space: 'home',
    })
  })
  served = await serve({
    data: folder,
    port: 0,
    tlsPort: undefined,
    host: '127.0.0.1',
    names: [],
    sync: 'NORMAL',
    onFault: (_, stack) => void faults.push(stack),
    onPutBack: () => ++putsBack < 0,
  })
  const by = async (name?: string): Promise<Browsing> => {
    const person = browsing(served.address)
    if (name === undefined) return person
    const { number, words } = said.cards[name]!
    assert.equal((await person.post('/entrer/carte', { number, words })).status, 303)
    return person
  }
  const keeper = browsing(served.address)
  assert.equal((await keeper.post('/entrer', { passphrase: said.sail.passphrase })).status, 303)
  people = [
    { name: 'a visitor', role: 'visitor', person: await by() },
    { name: 'another neighbour', role: 'neighbour', person: await by('Nadia') },
    { name: 'whose it is', role: 'neighbour', person: await by('Paul') },
    { name: 'a relay', role: 'relay', person: await by('Odile') },
    { name: 'the keeper', role: 'keeper', person: keeper },
  ]
})
after(async () => {
  await served.close()
  for (const one of [folder, key]) rmSync(one, { recursive: true, force: true })
})

/**
 * Each address with what may stand in it: prints by their kinds, records of this type or that,
 * files by their names.
 */
function filled({ path }: Address): readonly string[] {
  const ids = planted.map(({ id }) => id)
  const files = [
    `${photo}.webp`,
    ...types.flatMap(({ name }) =>
      ['csv', 'json', 'atom', 'jsonld'].map(format => `${name}.${format}`),
    ),
    ...planted.flatMap(({ id, type }) =>
      type.name === 'event' ? [`${id}.ics`] : type.name === 'meeting' ? [`${id}.wiki`] : [],
    ),
  ]
  const kinds = [...new Set(printsOf(all).map(({ print }) => print.kind))]
  const of: Readonly<Record<string, readonly string[]>> = {
    kind: kinds,
    file: files,
    name: ['', 'x'],
    id: [...ids, said.ids['file']!],
  }
  const paths = [...path.matchAll(/\/:(\w+)(?:\{[^}]*\})?\??/g)].reduce<readonly string[]>(
    (had, [whole, name = '']) =>
      had.flatMap(one =>
        (of[name] ?? ids).map(value => one.replace(whole, value === '' ? '' : `/${value}`)),
      ),
    [path],
  )
  // Of two names in one address, a pair in seven; for each kind of print another seventh. There
  // are as many pairs as the square of the types.
  const turn = (n: number): number => n + Math.floor(n / of['id']!.length)
  const isPaired = path.includes('/:kind') || path.split('/:').length > 2
  return isPaired ? paths.filter((_, n) => turn(n) % 7 === 0) : paths
}

/**
 * The words of an answer, those of an archive too; a PDF's are drawn, and prints.test.ts reads
 * them.
 */
async function read(
  person: Browsing,
  path: string,
): Promise<Readonly<{ status: number; words: string; type: string }>> {
  const cookie = [...person.cookies].map(one => one.join('=')).join('; ')
  const answer = await fetch(served.address + path, {
    redirect: 'manual',
    headers: { cookie, 'accept-language': 'fr' },
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const words = isArchive
    ? Object.values(unzipSync(bytes))
        .map(part => strFromU8(part))
        .join('\n')
    : strFromU8(bytes)
  return { status: answer.status, words, type: answer.headers.get('content-type') ?? '' }
}

const maySee = (
  { role, name }: Readonly<{ role: Role; name: string }>,
  { isPauls }: Planted,
): boolean =>
  may(role, 'seePrivate') === 'yes' ||
  (may(role, 'seePrivate') === 'own' && name === 'whose it is' && isPauls)

/** All that somebody could have changed: what was written, secrets, files, what lies on the key. */
function standing(): unknown {
  const rows = (file: string, sql: string): unknown => {
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      return db.prepare(sql).all()
    } finally {
      db.close()
    }
  }
  const { log, local, files } = placesIn(folder)
  return {
    ...standingOf(
      sql => rows(log, sql),
      sql => rows(local, sql),
      [files, join(folder, 'courier'), key],
    ),
    // Of what was sent to be put back, nothing stays.
    left: readdirSync(folder).filter(name => name.includes('restore')),
    putsBack,
  }
}

test(
  'the server’s own addresses show nothing private to whom it is not, ' + 'and give nothing away',
  async t => {
    const had = standing()
    const pages = ownRoutes.filter(({ method }) => method === 'GET')
    let asked = 0
    let seen = 0
    for (const address of pages)
      for (const path of filled(address))
        for (const who of people) {
          const kind = /^\/imprimer\/([^/]+)/.exec(path)?.[1]
          const print = printsOf(all).find(one => one.print.kind === kind)?.print
          const isOpen =
            print === undefined || print.who === undefined || isLetIn(who.role, print.who)
          // What one may print is set by a thread of its own: the pages that lead to it are read in
          // routes.test.ts.
          const way = print && isOpen ? `${path}?format=csv` : path
          const { status, words, type } = await read(who.person, way)
          asked++
          assert.ok(status < 500, `${way}, ${who.name}: ${status} ${faults.join(' ')}`)
          if (words.includes('action="/entrer"'))
            assert.equal(status, 403, `${way}, ${who.name}: the way in stands for the page`)
          assert.ok(isOpen || !type.includes('pdf'), `${path} is printed for ${who.name}`)
          const shown = wordsIn(words)
          for (const each of planted.filter(({ word }) => shown.has(word))) {
            seen++
            assert.ok(
              maySee(who, each),
              `${way} shows a private word of ${each.type.name} to ${who.name}`,
            )
          }
          if (words.includes('zwynphoto')) {
            seen++
            assert.equal(who.role, 'keeper', `${way} gives a photo that waits to ${who.name}`)
          }
        }
    assert.ok(seen > 0, 'the keeper sees what waits')
    assert.deepEqual(standing(), had)
    t.diagnostic(`${pages.length} addresses, ${asked} times`)
  },
)

const FORM = keeperForm({
  passphrase: said.sail.passphrase,
  code: CODE,
  key,
  ms: String(Date.now()),
})

test(
  'the server’s own forms change nothing for whoever is not the keeper, whatever they know and ' +
    'send',
  async t => {
    writeFileSync(join(key, 'nouvelles.cocote'), 'la tarte aux pommes')
    const posts = ownRoutes.filter(({ method }) => method === 'POST')
    const { address } = served
    let asked = 0
    const had = standing()
    for (const post of posts)
      for (const path of filled(post))
        for (const who of people.filter(({ role }) => role !== 'keeper'))
          for (const isUpload of [false, true]) {
            const { status } = isUpload
              ? await fetch(address + path, uploadOf(FORM, who.person, address))
              : await who.person.post(path, FORM)
            asked++
            assert.ok(
              status >= 300 && status < 500,
              `${path}, ${who.name}: ${status} ${faults.join(' ')}`,
            )
            assert.deepEqual(standing(), had, `${path}, ${who.name}`)
          }
    assert.ok(posts.length > 10)
    // The same form is the keeper's to send: what they know is right.
    const keeper = people.at(-1)!.person
    assert.equal((await keeper.post('/borne/sauvegardes/codes', FORM)).status, 303)
    assert.notDeepEqual(standing(), had)
    t.diagnostic(`${posts.length} addresses, ${asked} times`)
  },
)
