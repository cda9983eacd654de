import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { kill, serving } from '../../../tests/faults/serving.ts'
import { ask, withKeeper } from '../../../tests/faults/turns.ts'
import { cocote } from '../../../tests/support/command-line.ts'
import {
  bring,
  NOON,
  recordId,
  rowsIn,
  tempFolder,
  within,
} from '../../../tests/support/folders.ts'
import { serve } from '../../app/serve.ts'
import { pattern } from '../../core/pattern.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { onDisk, storeFile } from '../../files/files.ts'
import { openBox, placesIn } from '../../files/folder.ts'
import { readLog } from '../../files/open-box.ts'
import { append } from '../../log/append.ts'
import { type Box, newBox } from '../../log/box.ts'
import { checkMissingFiles } from '../../log/missing-files.ts'
import { showAll } from '../../projection/tables.ts'
import { openTransport } from '../../web/peers/transport.ts'
import { pack } from '../bundle/pack-client.ts'
import type { Deliver } from '../intake/delivered.ts'
import { countedDeliver } from '../intake/limit.ts'
import { decideBox } from '../trust/decisions.ts'
import { isTrustedHere } from '../trust/seen.ts'
import { sendBundle as bringTo, greet, syncEndpointAt } from './call.ts'
import type { SessionReport } from './report.ts'

async function met(
  t: TestContext,
  ...args: readonly string[]
): Promise<SessionReport & { code: number }> {
  const { code, out, err } = await cocote(t, 'courier', 'meet', ...args, '--json')
  assert.equal(err, '')
  return { ...(JSON.parse(out) as SessionReport), code }
}

const nameOf = (folder: string): string => openBox(folder).name
const pair = (folder: string, other: string, called: string): void =>
  within(folder, ({ log }) => void decideBox(log, { name: nameOf(other), called, paired: true }))

function folderWith(first: number, titles: number): string {
  const folder = tempFolder()
  within(folder, engine => {
    for (let n = first; n < first + titles; n++)
      bring(engine, {
        type: 'offer',
        id: recordId(n),
        fields: { title: `Annonce ${n}`, detail: `${n} `.repeat(60) },
      })
  })
  return folder
}
/** Sail and Boën, who know each other; Boën's page is open. */
async function twoBoxes(t: TestContext, isOpen = true) {
  const [sail, boen] = [folderWith(1, 12), folderWith(100, 30)]
  pair(sail, boen, 'Boën')
  pair(boen, sail, 'Sail')
  const close = isOpen ? await opened(t, boen) : undefined
  return {
    sail,
    boen,
    address: close?.address ?? '',
    close: close?.close ?? (async () => undefined),
  }
}
async function opened(t: TestContext, data: string) {
  const served = await serve({
    data,
    port: 0,
    tlsPort: 0,
    host: '127.0.0.1',
    names: [],
    onFault: () => undefined,
  })
  t.after(served.close)
  return served
}
const value = (of: unknown) => ({ value: of, over: [] })
const written = (folder: string, ...writes: Parameters<typeof append>[1]): void =>
  within(folder, engine =>
    inTransaction(engine, () =>
      showAll(
        engine.tables,
        engine.log,
        append(engine.log, writes, { now: NOON, sure: true, by: 'keeper' }),
      ),
    ),
  )
/** What is for the paired boxes alone. */
const confided = (folder: string, n: number): void =>
  written(folder, {
    type: 'offer',
    record: recordId(n),
    space: 'network',
    fields: { title: value('Entre nous') },
  })
const titles = (folder: string): readonly string[] =>
  rowsIn(folder, 'offer').map(row => String((row as { title: string }).title))

test(
  'two boxes meet: each takes the entries that it lacked, of the network too; a second meeting ' +
    'brings nothing',
  async t => {
    const { sail, boen, address, close } = await twoBoxes(t)
    confided(sail, 50)
    written(sail, {
      type: 'loom',
      record: recordId(51),
      space: 'commons',
      fields: {
        pictures: value([
          storeFile(sail, 'commons', Buffer.from('une image'), {
            name: 'a.png',
            type: 'image/png',
          }),
        ]),
      },
    })
    const first = await met(t, address, '--data', sail)
    assert.deepEqual(
      [first.code, first.called, first.took.entries, first.took.records, first.gave.entries],
      [0, 'Boën', 30, 30, 14],
    )
    assert.deepEqual(
      [first.known, first.knownThere, first.toGive, first.toTake],
      ['paired', 'paired', 0, 0],
    )
    const again = await met(t, address, '--data', sail)
    assert.deepEqual([again.code, again.took.entries, again.gave.entries], [0, 0, 0])
    const { out } = await cocote(t, 'courier', 'meet', address, '--data', sail)
    assert.equal(
      out,
      'Rien de neuf à prendre chez Boën.\nRien de neuf à donner à Boën.\nChacune a maintenant ' +
        'tout de l’autre.\n',
    )
    await close()
    for (const table of ['offer', 'offer_network'])
      assert.deepEqual(rowsIn(boen, table), rowsIn(sail, table), table)
    assert.equal(rowsIn(boen, 'offer_network').length, 1)
    assert.equal(readdirSync(`${placesIn(boen).files}/commons`).length, 1)
    for (const folder of [sail, boen])
      assert.ok(
        !readdirSync(folder).includes('address') &&
          (readdirSync(folder).includes('courier')
            ? readdirSync(placesIn(folder).courier).length === 0
            : true),
      )
  },
)

test('a file that one box lost comes back in one meeting, whichever box calls', async t => {
  const { sail, boen, address, close } = await twoBoxes(t)
  const pictures = ['une image', 'une autre'].map(text =>
    storeFile(sail, 'commons', Buffer.from(text), { name: 'a.png', type: 'image/png' }),
  )
  written(sail, {
    type: 'loom',
    record: recordId(51),
    space: 'commons',
    fields: { pictures: value(pictures) },
  })
  await met(t, address, '--data', sail)
  await close()
  const [here, there] = [sail, boen].map(folder => `${placesIn(folder).files}/commons`) as [
    string,
    string,
  ]
  rmSync(`${there}/${pictures[0]!.hash}`)
  // A page that opens looks at its disk.
  const again = await opened(t, boen)
  await met(t, again.address, '--data', sail)
  assert.deepEqual(readdirSync(there).toSorted(), readdirSync(here).toSorted())
  rmSync(`${here}/${pictures[1]!.hash}`)
  within(sail, engine => inTransaction(engine, () => checkMissingFiles(engine.log, onDisk(sail))))
  await met(t, again.address, '--data', sail)
  assert.equal(readdirSync(here).length, 2)
  await again.close()
})

test('while the page of the folder is open, the verb asks it; any https certificate will do', async t => {
  const { sail, boen, close } = await twoBoxes(t, false)
  const [there, here] = [await opened(t, boen), serving(sail)]
  await here.ready
  const done = await met(t, `https://127.0.0.1:${there.tlsPort}`, '--data', sail, '--for', 'Boën')
  assert.deepEqual([done.code, done.took.entries, done.gave.entries], [0, 30, 12])
  await Promise.all([close(), there.close(), kill(here, 'SIGTERM')])
  assert.deepEqual(rowsIn(boen, 'offer'), rowsIn(sail, 'offer'))
})

test(
  'a box unknown there gives nothing and takes the commons; a box unknown here is met once, and ' +
    'nothing of it is taken',
  async t => {
    const { sail, boen } = await twoBoxes(t, false)
    const third = folderWith(200, 3)
    pair(third, boen, 'Boën')
    confided(boen, 50)
    const { address, close } = await opened(t, boen)
    const unknownThere = await met(t, address, '--data', third)
    assert.deepEqual(
      [
        unknownThere.code,
        unknownThere.knownThere,
        unknownThere.took.entries,
        unknownThere.gave.entries,
      ],
      [1, 'stranger', 30, 0],
    )
    const said = await cocote(t, 'courier', 'meet', address, '--data', third)
    assert.match(
      said.out,
      /Boën ne reconnaît pas cette borne-ci, .*ses cinq mots sont (\w{5} ){4}\w{5}\.$/m,
    )
    const fourth = folderWith(300, 3)
    const unknownHere = await met(t, address, '--data', fourth)
    assert.deepEqual(
      [unknownHere.code, unknownHere.known, unknownHere.took.entries, titles(fourth).length],
      [1, 'stranger', 0, 3],
    )
    await close()
    assert.equal(titles(boen).length, 30)
    assert.deepEqual(
      [rowsIn(boen, 'offer_network').length, rowsIn(third, 'offer_network').length],
      [1, 0],
    )
    const seen = JSON.parse((await cocote(t, 'box', 'show', '--json', '--data', boen)).out) as {
      boxes: { name: string }[]
    }
    assert.deepEqual(
      new Set(seen.boxes.map(one => one.name)),
      new Set([nameOf(sail), nameOf(third), nameOf(fourth)]),
    )
  },
)

test(
  'without a yes, the limit of a box counts all its requests, a telephone’s too, and two at ' +
    'once; strangers share one count',
  async t => {
    const { sail, boen } = await twoBoxes(t, false)
    const left: (number | undefined)[] = []
    const log = readLog(boen, openBox(boen))
    t.after(() => log.db.close())
    const delivered = {
      from: '',
      faults: [],
      files: 0,
      isSealed: false,
      total: 0,
      held: 0,
      bytes: 10,
      records: 0,
      isFull: false,
      aside: [],
      stopped: [],
      forked: [],
    }
    const deliver: Deliver = async (_, __, brings) => {
      left.push(brings?.quota?.entries)
      return { delivered: { ...delivered, taken: 15_000 } }
    }
    let now = NOON
    const brought = countedDeliver({
      deliver,
      isKnown: name => isTrustedHere(log, name),
      now: () => now,
    })
    const courier = openTransport({
      folder: boen,
      box: openBox(boen),
      log,
      writing: { deliver },
      brought,
      called: () => '',
      report: String,
      now: () => now,
    })
    const server = await listening(createServer(courier.endpoint))
    t.after(() => server.close())
    const url = syncEndpointAt(`127.0.0.1:${(server.address() as AddressInfo).port}`)
    const brings = async (box: Box): Promise<void> => {
      const { file } = await pack({ folder: sail, isReceipt: true })
      const { nonce } = await greet(url)
      await bringTo(url, { box, to: nameOf(boen), nonce, file, into: `${file}.in`, most: 1 })
    }
    const { file } = await pack({ folder: sail })
    await brings(openBox(sail))
    await brought(file, false)
    for (const stranger of [newBox(), newBox()]) await brings(stranger)
    now += 3_600_000
    await Promise.all([brought(file, false), brought(file, false)])
    await brought(file, true)
    assert.deepEqual(left, [20_000, 5_000, 20_000, 5_000, 20_000, 5_000, undefined])
  },
)

test('only the keeper starts a session; the next page gives its result', async t => {
  const { sail, address } = await twoBoxes(t)
  const cookie = await withKeeper(sail)
  const here = await opened(t, sail)
  const asks = (body: Record<string, string>, more: object = {}) =>
    ask(here.address, '/bornes/rencontrer', { body: new URLSearchParams(body).toString(), ...more })
  assert.equal((await asks({ adresse: address }))?.status, 403)
  assert.equal(
    (await asks({ adresse: address }, { cookie, headers: { origin: address } }))?.status,
    403,
  )
  const timers = () => process.getActiveResourcesInfo().filter(one => one === 'Timeout').length
  const said = async (adresse: string): Promise<string> => {
    const before = timers()
    const answer = await asks({ adresse }, { cookie })
    assert.equal(answer?.status, 303)
    assert.ok(timers() <= before, 'nothing is left that a stop would wait for')
    const left = /^dit=[^;]*/m.exec(answer.headers)?.[0] ?? ''
    return (await ask(here.address, answer.location, { cookie: `${cookie}; ${left}` }))?.body ?? ''
  }
  const refused = await asks({ adresse: 'ftp://borne"<b>', oui: '1' }, { cookie })
  assert.equal(refused?.status, 422)
  assert.match(
    refused.body,
    pattern('s')`
      class="refused" role="alert"[^>]*>.*<a href="#f-adresse">«.ftp:\/\/borne&quot;&lt;b&gt;.»
      ${' '}n’est pas une adresse
    `,
  )
  assert.match(
    refused.body,
    pattern('s')`
      class="error" id="f-adresse-e">.*name="adresse" value="ftp:\/\/borne&quot;&lt;b&gt;"
      [^>]* aria-invalid="true"
    `,
  )
  assert.match(refused.body, /name="oui" value="1" checked/)
  assert.doesNotMatch(refused.body, /class="said"/)
  // An address that the page itself gave: nobody is there any more, and no field is wrong.
  const gone = await asks({ adresse: 'http://127.0.0.1:1', borne: nameOf(sail) }, { cookie })
  assert.deepEqual(
    [
      gone?.status,
      /Personne ne répond/.test(gone?.body ?? ''),
      /aria-invalid/.test(gone?.body ?? ''),
    ],
    [422, true, false],
  )
  assert.match(
    await said(address),
    /Nouvelles de Boën.: 30 écritures prises\. Boën a pris 12 écritures d’ici\./,
  )
  await here.close()
  assert.equal(titles(sail).length, 42)
})

test('a server that closes during a session with a silent peer does not wait for it', async t => {
  const { sail } = await twoBoxes(t, false)
  const asked = Promise.withResolvers<void>()
  const silent = await listening(createServer(() => asked.resolve()))
  t.after(() => {
    silent.close()
    silent.closeAllConnections()
  })
  const here = serving(sail)
  await here.ready
  const meeting = cocote(
    t,
    'courier',
    'meet',
    `127.0.0.1:${(silent.address() as AddressInfo).port}`,
    '--data',
    sail,
  )
  await asked.promise
  assert.equal(await kill(here, 'SIGTERM'), 0)
  assert.equal((await meeting).code, 1)
})

test(
  'no answer, no box, another box, itself, a bad address: each has its sentence, and nothing ' +
    'changes',
  async t => {
    const { sail, boen, address } = await twoBoxes(t)
    const elsewhere = await listening(
      createServer((_, answer) => answer.writeHead(302, { location: `${address}/facteur` }).end()),
    )
    t.after(() => elsewhere.close())
    const port = (elsewhere.address() as AddressInfo).port
    const gone = await listening(createServer())
    const goneAt = `127.0.0.1:${(gone.address() as AddressInfo).port}`
    await new Promise(resolve => gone.close(resolve))
    for (const [args, expected] of [
      [[goneAt], /Personne ne répond/],
      [[`127.0.0.1:${port}`], /n’est pas une borne/],
      [[address, '--for', newBox().name], /Une autre borne que celle attendue/],
      [['ftp://borne'], /n’est pas une adresse/],
    ] as const) {
      const { code, err } = await cocote(t, 'courier', 'meet', ...args, '--data', sail)
      assert.equal(code, 1)
      assert.match(err, expected)
    }
    const itself = await cocote(t, 'courier', 'meet', address, '--data', boen)
    assert.deepEqual(
      [itself.code, itself.err],
      [1, 'C’est cette borne-ci qui répond à cette adresse.\n'],
    )
    assert.equal((await cocote(t, 'courier', 'meet', '--data', sail)).code, 2)
    assert.equal(titles(sail).length, 12)
  },
)
const listening = (server: Server): Promise<Server> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
