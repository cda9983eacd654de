import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { unzipSync } from 'fflate'
import { cocote } from '../../tests/support/command-line.ts'
import { bring, NOON, recordId, rowsIn, tempFolder, within } from '../../tests/support/folders.ts'
import { fillEngine } from '../dev/fill.ts'
import { storeFile } from '../files/files.ts'
import { openBox, placesIn } from '../files/folder.ts'
import { append } from '../log/append.ts'
import { forgetValue, writesToForget } from '../log/forget.ts'
import { showAll } from '../projection/tables.ts'
import { entriesOfPage } from '../sync/bundle/frames.ts'
import { inTransaction } from './transaction.ts'
import type { Engine } from './turn.ts'

const nameOf = (folder: string): string => openBox(folder).name

const OFFER = { title: 'Remorque à prêter', detail: 'le samedi' }
const write = (engine: Engine, ...writes: Parameters<typeof append>[1]): void =>
  inTransaction(engine, () =>
    showAll(
      engine.tables,
      engine.log,
      append(engine.log, writes, { now: NOON, sure: true, by: 'keeper' }),
    ),
  )
const field = (value: unknown) => ({ value, over: [] })
function forgets(engine: Engine, type: string, record: string): void {
  const writes = field(forgetValue(writesToForget(engine.log, type, record)))
  write(engine, { type: 'forget', record: recordId(9), space: 'commons', fields: { writes } })
}

/**
 * Two boxes in two folders: Sail, with notices, a picture and canaries; Boën, empty; each has
 * recognised the other. They are made once, and each test has a copy.
 */
async function twoFolders(t: TestContext) {
  originals ??= madeFolders(t)
  const [sail, boen] = (await originals).map(from => {
    const to = tempFolder()
    cpSync(from, to, { recursive: true })
    return to
  }) as [string, string]
  return { sail, boen, file: join(tempFolder(), 'nouvelles.cocote') }
}
let originals: Promise<readonly string[]> | undefined

async function madeFolders(t: TestContext): Promise<readonly string[]> {
  const [sail, boen] = [tempFolder(), tempFolder()]
  within(sail, engine => {
    fillEngine(engine, 40, '2026-12-05')
    bring(engine, { type: 'offer', id: recordId(1), fields: OFFER })
    const small = storeFile(sail, 'commons', Buffer.from('la même en petit'), {
      name: '',
      type: '',
    }).hash
    const picture = {
      ...storeFile(sail, 'commons', Buffer.from('une image'), { name: 'a.png', type: 'image/png' }),
      small,
    }
    write(
      engine,
      {
        type: 'offer',
        record: recordId(2),
        space: 'home',
        fields: { title: field('CANARI-MAISON') },
      },
      {
        type: 'offer',
        record: recordId(3),
        space: 'network',
        fields: { title: field('CANARI-RESEAU') },
      },
      {
        type: 'loom',
        record: recordId(4),
        space: 'commons',
        fields: { pictures: field([picture]) },
      },
    )
  })
  within(boen, () => undefined)
  for (const [here, there, called] of [
    [boen, sail, 'Sail'],
    [sail, boen, 'Boën'],
  ] as const)
    assert.equal(
      (await cocote(t, 'box', 'pair', nameOf(there), '--called', called, '--data', here)).code,
      0,
    )
  return [sail, boen]
}

/** All that a bundle says to whoever opens it, pages unfolded. */
function openly(file: string): string {
  const parts = Object.entries(unzipSync(readFileSync(file))).flatMap(([name, part]) => {
    const page = name.endsWith('.zst') ? entriesOfPage(part, name) : []
    return [
      Buffer.from(part),
      ...page.flatMap(({ bytes, flesh }) => [
        bytes,
        ...flesh.map(({ value }) => Buffer.from(value)),
      ]),
    ]
  })
  return [readFileSync(file), ...parts]
    .map(bytes => Buffer.from(bytes).toString('latin1'))
    .join('\n')
}

test(
  'a bundle packed here and delivered there shows in the tables; a second delivery changes ' +
    'nothing; after a receipt nothing is left to give',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    const receipt = join(tempFolder(), 'recu.cocote')
    const packed = await cocote(
      t,
      'courier',
      'pack',
      '--out',
      file,
      '--for',
      'Boën',
      '--data',
      sail,
      '--json',
    )
    assert.equal(packed.code, 0, packed.err)
    const { entries, bytes } = JSON.parse(packed.out) as { entries: number; bytes: number }
    assert.equal(statSync(file).size, bytes)
    const first = await cocote(
      t,
      'courier',
      'deliver',
      file,
      '--receipt',
      receipt,
      '--data',
      boen,
      '--json',
    )
    assert.deepEqual(
      [first.code, JSON.parse(first.out).taken, JSON.parse(first.out).files],
      [0, entries, 2],
      first.err,
    )
    for (const table of ['offer', 'offer_network', 'place', 'actor'])
      assert.deepEqual(rowsIn(boen, table), rowsIn(sail, table), table)
    assert.ok(rowsIn(boen, 'offer').some(row => (row as { title: string }).title === OFFER.title))
    assert.equal(rowsIn(boen, 'offer_network').length, 1)
    const again = await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.equal(again.code, 0)
    assert.match(again.out, /^Rien de neuf dans ce qu’a porté Sail/)
    assert.match(
      (await cocote(t, 'courier', 'deliver', receipt, '--data', sail)).out,
      /^C’est un reçu\s: on sait ici ce que Boën a bien eu/,
    )
    const show = JSON.parse((await cocote(t, 'box', 'show', '--json', '--data', sail)).out) as {
      boxes: Record<string, unknown>[]
    }
    assert.deepEqual(
      show.boxes.map(({ called, paired, toGive }) => [called, paired, toGive]),
      [['Boën', true, 0]],
    )
    const more = await cocote(
      t,
      'courier',
      'pack',
      '--out',
      file,
      '--for',
      'Boën',
      '--data',
      sail,
      '--json',
    )
    assert.equal(JSON.parse(more.out).entries, 0)
    assert.equal((await cocote(t, 'check', '--data', boen)).code, 0)
  },
)

test('no bundle holds a canary of home or, unsealed, of the network, nor the name of their feeds', async t => {
  const { sail, file } = await twoFolders(t)
  const epoch = within(sail, ({ log }) => log.epoch)
  for (const args of [[], ['--for', 'Boën']]) {
    assert.equal(
      (await cocote(t, 'courier', 'pack', '--out', file, ...args, '--data', sail)).code,
      0,
    )
    const said = openly(file)
    assert.ok(said.includes('Remorque'))
    for (const canary of ['CANARI', `${epoch}.home`, `${epoch}.network`])
      assert.ok(!said.includes(canary), canary)
  }
})

test(
  'an erasure here is done there after the courier has passed, and an older bundle does not ' +
    'undo it',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    await cocote(t, 'courier', 'deliver', file, '--data', boen)
    within(sail, engine => forgets(engine, 'offer', recordId(1)))
    const later = `${file}.2.cocote`
    await cocote(t, 'courier', 'pack', '--out', later, '--for', 'Boën', '--data', sail)
    await cocote(t, 'courier', 'deliver', later, '--data', boen)
    assert.equal((await cocote(t, 'courier', 'deliver', file, '--data', boen)).code, 0)
    assert.ok(!rowsIn(boen, 'offer').some(row => (row as { title: string }).title === OFFER.title))
    const { log, tables } = placesIn(boen)
    for (const held of [log, tables])
      assert.ok(!readFileSync(held).includes('Remorque à prêter'), held)
    assert.ok(readFileSync(join(boen, 'forgettings'), 'utf8').includes(nameOf(sail)))
  },
)

test(
  'news are counted as people read them: written records, and no erasure, withdrawal or ' +
    'removal request',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    const carried = async (from: string, to: string): Promise<unknown> => {
      assert.equal((await cocote(t, 'courier', 'pack', '--out', file, '--data', from)).code, 0)
      const { out } = await cocote(t, 'courier', 'deliver', file, '--data', to, '--json')
      const { taken, records } = JSON.parse(out) as { taken: number; records: number }
      return [taken > 0, records]
    }
    const title = (id: number, value: string) => ({
      type: 'offer',
      record: recordId(id),
      space: 'commons' as const,
      fields: { title: field(value) },
    })
    const withdraws = (id: number) => ({
      type: 'offer',
      record: recordId(id),
      space: 'commons' as const,
      fields: { removed: field(true) },
    })
    await carried(sail, boen)
    within(sail, engine => {
      write(engine, title(11, 'Des bocaux à donner'), title(12, 'Un tuyau à donner'), withdraws(12))
      forgets(engine, 'offer', recordId(1))
    })
    assert.deepEqual(await carried(sail, boen), [true, 1])
    within(boen, engine => write(engine, withdraws(11)))
    assert.deepEqual(await carried(boen, sail), [true, 0])
    within(sail, engine => write(engine, title(11, 'Des bocaux et leurs joints')))
    assert.deepEqual(await carried(sail, boen), [true, 0], 'they took it off their page')
  },
)

test(
  'a picture that was erased elsewhere is off the disk here, with its small one, however new; ' +
    'an older bundle brings neither back',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    const filesOf = (folder: string): readonly string[] =>
      readdirSync(join(placesIn(folder).files, 'commons'))
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.equal(filesOf(boen).length, 2)
    within(sail, engine => forgets(engine, 'loom', recordId(4)))
    const later = `${file}.2.cocote`
    await cocote(t, 'courier', 'pack', '--out', later, '--for', 'Boën', '--data', sail)
    for (const brought of [later, file]) {
      assert.equal((await cocote(t, 'courier', 'deliver', brought, '--data', boen)).code, 0)
      assert.deepEqual(filesOf(boen), [], brought)
    }
  },
)

test(
  'entries of an unknown box are set aside; once a paired box introduces it, they wait for a ' +
    'yes',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    const third = tempFolder()
    within(third, engine =>
      bring(engine, { type: 'offer', id: recordId(7), fields: { title: 'Un broyeur' } }),
    )
    await cocote(t, 'courier', 'pack', '--out', file, '--data', third)
    const stranger = await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.equal(stranger.code, 0)
    assert.match(stranger.out, /ne connaît pas/)
    assert.equal(rowsIn(boen, 'offer').length, 0)
    within(sail, engine =>
      write(engine, {
        type: 'box',
        record: recordId(8),
        space: 'commons',
        fields: { introduces: field(nameOf(third)), called: field('Chalmazel') },
      }),
    )
    const from = `${file}.2.cocote`
    await cocote(t, 'courier', 'pack', '--out', from, '--data', sail)
    await cocote(t, 'courier', 'deliver', from, '--data', boen)
    assert.match((await cocote(t, 'courier', 'deliver', file, '--data', boen)).out, /dites oui/)
    assert.match(
      (await cocote(t, 'box', 'show', '--data', boen)).out,
      /Chalmazel, présentée, attend votre oui/,
    )
    assert.equal((await cocote(t, 'box', 'accept', 'Chalmazel', '--data', boen)).code, 0)
    assert.equal((await cocote(t, 'courier', 'deliver', file, '--data', boen)).code, 0)
    assert.ok(rowsIn(boen, 'offer').some(row => (row as { title: string }).title === 'Un broyeur'))
  },
)

test('a missing file comes with the next bundle, after a receipt that asks for it', async t => {
  const { sail, boen, file } = await twoFolders(t)
  const [here, aside] = [placesIn(sail).files, join(tempFolder(), 'files')]
  const passed = async (
    from: string,
    to: string,
    called: string,
  ): Promise<{ taken: number; files: number }> => {
    const packed = await cocote(
      t,
      'courier',
      'pack',
      '--out',
      file,
      '--for',
      called,
      '--data',
      from,
    )
    const { code, out, err } = await cocote(t, 'courier', 'deliver', file, '--data', to, '--json')
    assert.deepEqual([packed.code, code], [0, 0], packed.err + err)
    return JSON.parse(out) as { taken: number; files: number }
  }
  renameSync(here, aside)
  assert.equal((await passed(sail, boen, 'Boën')).files, 0)
  renameSync(aside, here)
  await passed(boen, sail, 'Sail')
  assert.deepEqual(
    await passed(sail, boen, 'Boën').then(({ taken, files }) => [taken, files]),
    [0, 2],
  )
  assert.deepEqual(filesIn(boen), filesIn(sail))
  await passed(boen, sail, 'Sail')
  assert.equal((await passed(sail, boen, 'Boën')).files, 0)
})
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(placesIn(folder).files, 'commons')).toSorted()

test(
  'entries of a dismissed box from before stay; later ones are set aside until the dismissal ' +
    'is taken back',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.equal((await cocote(t, 'box', 'dismiss', 'sail', '--data', boen)).code, 0)
    within(sail, engine =>
      bring(engine, { type: 'offer', id: recordId(6), fields: { title: 'Un four à pain' } }),
    )
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    assert.match((await cocote(t, 'courier', 'deliver', file, '--data', boen)).out, /Sail, écartée/)
    const titles = () => rowsIn(boen, 'offer').map(row => (row as { title: string }).title)
    assert.deepEqual(
      [titles().includes(OFFER.title), titles().includes('Un four à pain')],
      [true, false],
    )
    await cocote(t, 'box', 'dismiss', 'sail', '--off', '--data', boen)
    await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.ok(titles().includes('Un four à pain'))
  },
)

test(
  'a file that is cut, altered or no bundle gives a sentence and exit code 1, and nothing ' +
    'changes',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    const whole = readFileSync(file)
    const hurt = join(tempFolder(), 'abime.cocote')
    for (const [bytes, said] of [
      [whole.subarray(0, whole.length / 2), /coupé/],
      [Buffer.from('bonjour'), /pas un fichier \.cocote/],
      [readFileSync(placesIn(sail).log), /pas un fichier \.cocote/],
    ] as const) {
      writeFileSync(hurt, bytes)
      const { code, err } = await cocote(t, 'courier', 'deliver', hurt, '--data', boen)
      assert.equal(code, 1)
      assert.match(err, said)
    }
    assert.equal(rowsIn(boen, 'offer').length, 0)
    for (const args of [
      ['courier'],
      ['courier', 'pack'],
      ['courier', 'meet'],
      ['box'],
      ['box', 'pair'],
    ])
      assert.equal((await cocote(t, ...args, '--data', boen)).code, 2, args.join(' '))
    assert.equal((await cocote(t, 'box', 'pair', 'personne', '--data', boen)).code, 1)
    assert.equal(
      (await cocote(t, 'courier', 'deliver', join(boen, 'rien'), '--data', boen)).code,
      1,
    )
    assert.equal(existsSync(`${file}.new`), false)
  },
)

test(
  'a wrong argument is refused before anything is done: a receipt without a place, a folder ' +
    'without a box, a file without a vector',
  async t => {
    const { sail, boen, file } = await twoFolders(t)
    await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
    const nowhere = join(tempFolder(), 'rien', 'recu.cocote')
    for (const receipt of [nowhere, boen]) {
      const { code, err } = await cocote(
        t,
        'courier',
        'deliver',
        file,
        '--receipt',
        receipt,
        '--data',
        boen,
      )
      assert.deepEqual([code, /Impossible d’écrire/.test(err)], [1, true], err)
    }
    assert.equal(rowsIn(boen, 'offer').length, 0)
    for (const [args, said] of [
      [['pack', '--out', file, '--since', tempFolder()], /Impossible de lire/],
      [['pack', '--out', join(tempFolder(), `${'x'.repeat(300)}.cocote`)], /Impossible d’écrire/],
      [['pack', '--out', tempFolder()], /Impossible d’écrire/],
      [['deliver', file, '--receipt', join(tempFolder(), 'x'.repeat(300))], /Impossible d’écrire/],
      [['deliver', tempFolder()], /Impossible de lire/],
    ] as const) {
      const { code, err } = await cocote(t, 'courier', ...args, '--data', boen)
      assert.deepEqual([code, said.test(err)], [1, true], `${args[0]} ${err}`)
    }
    const empty = join(tempFolder(), 'vide')
    assert.equal((await cocote(t, 'courier', 'deliver', file, '--data', empty)).code, 1)
    assert.equal(existsSync(empty), false)
    const since = join(tempFolder(), 'depuis.json')
    for (const text of ['null', '[]', '{"autre": 1}', '{"commons": 3}', 'bonjour']) {
      writeFileSync(since, text)
      const { code, err } = await cocote(
        t,
        'courier',
        'pack',
        '--out',
        file,
        '--since',
        since,
        '--data',
        sail,
      )
      assert.deepEqual([code, /ne dit pas ce qu’une borne possède/.test(err)], [1, true], text)
    }
  },
)

test('a box’s name is read however it is typed, and is never empty', async t => {
  const { sail, boen } = await twoFolders(t)
  for (const args of [
    [nameOf(boen).toUpperCase(), '--called', ' '],
    ['boën', '--called', ''],
  ])
    assert.match(
      (await cocote(t, 'box', 'pair', ...args, '--data', sail)).out,
      /C’est noté pour Boën/,
    )
  const said = await cocote(
    t,
    'box',
    'pair',
    ` ${nameOf(boen)} `,
    '--called',
    ' Boën\n sur Lignon ',
    '--data',
    sail,
  )
  assert.deepEqual(said.out.split('\n')[0], 'C’est noté pour Boën sur Lignon.')
  await cocote(t, 'box', 'pair', nameOf(boen), '--called', '\u001b[2JBoën\u202e', '--data', sail)
  const third = openBox(tempFolder()).name
  within(sail, engine => {
    const fields = { introduces: field(third), called: field('\u001b[2JPIRATE\r\n- \u202efaux') }
    write(engine, { type: 'box', record: recordId(8), space: 'commons', fields })
  })
  const file = join(tempFolder(), 'nouvelles.cocote')
  await cocote(t, 'courier', 'pack', '--out', file, '--data', sail)
  await cocote(t, 'courier', 'deliver', file, '--data', boen)
  for (const folder of [sail, boen]) {
    const { out } = await cocote(t, 'box', 'show', '--data', folder)
    assert.match(out, folder === sail ? /^- \[2JBoën, /m : /^- \[2JPIRATE - faux, /m)
    assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u)
  }
})

test('with --json, a decision on a box prints its state after the decision', async t => {
  const { sail, boen } = await twoFolders(t)
  const told = async (...args: readonly string[]) => {
    const { code, out } = await cocote(t, 'box', ...args, '--json', '--data', sail)
    const { name, called, paired, paused, dismissed } = JSON.parse(out)
    return [code, name === nameOf(boen), called, paired, paused, dismissed]
  }
  assert.deepEqual(await told('pause', 'Boën'), [0, true, 'Boën', true, true, false])
  assert.deepEqual(await told('dismiss', 'Boën'), [0, true, 'Boën', true, true, true])
  await told('dismiss', 'Boën', '--off')
  assert.deepEqual(await told('pause', 'Boën', '--off'), [0, true, 'Boën', true, false, false])
})
