import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { placesIn } from '../../src/files/folder.ts'
import { boxPem, newBox } from '../../src/log/box.ts'
import { COCOTE, kill, type Serving, serving } from '../faults/serving.ts'
import { frozenSaid } from '../frozen/open.ts'
import { browsing } from '../frozen/person.ts'
import { withCommunes } from '../support/communes.ts'
import { at, cases, testAll, testLater } from '../support/pass.ts'
import { box, cocote, type Told, temp, told, VERSION } from './hurt-box.ts'

/** Other bytes in the place of a page's own, as a card gives back what it was never told. */
function flip(file: string, page: number, size: number): void {
  const bytes = readFileSync(file)
    .subarray(page * size, (page + 1) * size)
    .map(byte => byte ^ 0x5a)
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, page * size)
  closeSync(handle)
}
const pagesOf = (file: string, size: number): number => Math.floor(statSync(file).size / size)
const LOG_PAGE = 1_024
const TABLES_PAGE = 4_096
/** The pages of a file. Never the first: what is no database any more is another case. */
const pagesBehind = (count: number): readonly number[] =>
  Array.from({ length: count - 1 }, (_, i) => i + 1)
/** The pages of a log that this pass hurts: none, some ten, all the others. */
const logPages = (folder: string): readonly number[] =>
  cases(pagesBehind(pagesOf(placesIn(folder).log, LOG_PAGE)), Infinity, 18)

async function served<T>(
  folder: string,
  work: (address: string, server: Serving) => Promise<T>,
): Promise<T> {
  withCommunes(folder)
  const server = serving(folder)
  try {
    return await work(await server.ready, server)
  } finally {
    await kill(server, 'SIGTERM')
  }
}

describe('a backup of a hurt log', () => {
  testLater(
    'is not made, whatever page is hurt: it says so, and the one that stood under that name ' +
      'stays',
    async t => {
      const whole = box()
      const file = join(temp(), 'sail.cocote-sauvegarde')
      assert.equal((await cocote(t, 'backup', file, '--plain', '--data', whole)).status, 0)
      const before = readFileSync(file)
      for (const page of logPages(whole)) {
        const folder = temp()
        cpSync(whole, folder, { recursive: true })
        flip(placesIn(folder).log, page, LOG_PAGE)
        const { status, text } = await cocote(t, 'backup', file, '--plain', '--data', folder)
        assert.equal(status, 1, `page ${page}: ${text}`)
        assert.match(text, /abîmé/, `page ${page}`)
        assert.ok(readFileSync(file).equals(before), `page ${page}`)
        assert.deepEqual(
          readdirSync(folder).filter(name => /work/.test(name)),
          [],
          'nothing private is left',
        )
      }
    },
  )
})

describe('a hurt log that is put back', () => {
  /** Every record that pages show, by its id. */
  const shown = (folder: string): ReadonlySet<string> => {
    const db = new DatabaseSync(placesIn(folder).tables, { readOnly: true })
    const rows = db.prepare('SELECT type, id FROM doc').all()
    db.close()
    return new Set(rows.map(row => `${row['type']} ${row['id']}`))
  }

  testLater(
    'gives all that still reads, whatever page is hurt, and says what is missing',
    async t => {
      const whole = box()
      assert.equal((await cocote(t, 'rebuild', '--data', whole)).status, 0)
      const all = shown(whole)
      for (const page of logPages(whole)) {
        const folder = temp()
        cpSync(whole, folder, { recursive: true })
        flip(placesIn(folder).log, page, LOG_PAGE)
        const [file, to] = [join(temp(), 'hurt.cocote-sauvegarde'), join(temp(), 'new')]
        assert.equal(
          (await cocote(t, 'backup', file, '--plain', '--hurt', '--data', folder)).status,
          0,
          `page ${page}`,
        )
        const { status, text } = await cocote(t, 'restore', file, '--data', to)
        assert.equal(status, 0, `page ${page}: ${text}`)
        assert.match(text, /journal était abîmé/, `page ${page}`)
        const checked = await cocote(t, 'check', '--data', to)
        assert.equal(checked.status, 0, `page ${page}: ${checked.text}`)
        const now = shown(to)
        const gone = [...all].filter(one => !now.has(one))
        if (gone.length > 0)
          assert.match(
            text,
            /Il manque|à la prochaine rencontre/,
            `page ${page}: ${gone.length} gone`,
          )
      }
    },
  )

  testAll('in the folder gives what came after the whole backup that is put back', async t => {
    const folder = box()
    const file = join(temp(), 'sail.cocote-sauvegarde')
    assert.equal((await cocote(t, 'backup', file, '--plain', '--data', folder)).status, 0)
    await served(folder, async address => {
      const keeper = browsing(address)
      await keeper.post('/entrer', { passphrase: frozenSaid(VERSION).sail.passphrase })
      const notice = {
        who: 'Marius',
        title: 'je donne des pommes',
        reachBy: 'word',
        foundAt: 'aux Granges',
        accord: 'voisins',
      }
      assert.equal((await keeper.send('/annonces/proposer', notice)).status, 303)
    })
    flip(placesIn(folder).log, 2, LOG_PAGE)
    const { status, text } = await cocote(t, 'restore', file, '--data', folder)
    assert.equal(status, 0, text)
    await served(folder, async address => {
      assert.match(
        (await browsing(address).get('/annonces')).text,
        /Marius : « je donne des pommes »/,
      )
    })
    assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
  })
})

describe('local.db', () => {
  const hurts: readonly (readonly [string, (file: string) => void])[] = [
    ['a page of it is hurt', file => flip(file, 1, 4_096)],
    ['it is of something else', file => writeFileSync(file, 'x'.repeat(8_192))],
    ['it is gone', file => rmSync(file)],
  ]
  for (const [how, hurt] of cases(hurts, Infinity, 1))
    it(`${how}: the page goes on for who reads it, and the machine says what to do`, async t => {
      const folder = box()
      const { local } = placesIn(folder)
      hurt(local)
      if (existsSync(local)) {
        const { status, text } = await cocote(t, 'check', '--data', folder)
        assert.equal(status, 3, text)
        assert.match(text, /local\.db/)
      }
      await served(folder, async (address, server) => {
        const visitor = browsing(address)
        for (const path of ['/', '/annonces', '/idees', '/mur'])
          assert.equal((await visitor.get(path)).status, 200, path)
        assert.match(server.said(), /personne n’en a la phrase de passe/)
        assert.match((await visitor.get('/entrer')).text, /pas de phrase de passe pour l’instant/)
        const asks = await visitor.get('/ouvrir')
        assert.match(asks.text, /Le tableau de Sail/)
        assert.doesNotMatch(
          asks.body,
          /name="(where|name|keptBy)"/,
          'nothing that is known is asked',
        )
        const sheet = await visitor.send('/ouvrir', {
          passphrase: 'un autre matin de brume',
          relue: '1',
        })
        assert.equal(sheet.location, '/tenir/feuille')
        assert.equal((await visitor.get('/tenir')).status, 200)
        assert.equal((await visitor.get('/ouvrir')).location, '/')
      })
      const aside = readdirSync(folder).filter(name => name.startsWith('local.db.abime-'))
      assert.equal(aside.length > 0, how !== 'it is gone', 'it is put aside, not deleted')
      assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
    })
})

describe('tables.db', () => {
  const answers = async (address: string): Promise<readonly number[]> => {
    const visitor = browsing(address)
    const all: number[] = []
    for (const path of [
      '/',
      '/annonces',
      '/idees',
      '/annuaire',
      '/mur',
      '/chercher?q=bocaux',
      '/agenda',
      '/themes',
    ])
      all.push((await visitor.get(path)).status)
    return all
  }
  /**
   * Asks until the page is there again and answers all: it closes for a moment when it makes its
   * tables.
   */
  const mended = async (address: string): Promise<boolean> => {
    for (let tries = 0; tries < 80; tries++) {
      const all = await answers(address).catch(() => [0])
      if (all.every(status => status === 200)) return true
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    return false
  }

  it('is made again by itself when a page finds it hurt', async t => {
    const folder = box()
    assert.equal((await cocote(t, 'rebuild', '--data', folder)).status, 0)
    const { tables } = placesIn(folder)
    const all = pagesBehind(pagesOf(tables, TABLES_PAGE))
    const step = at(Math.ceil(all.length / 3), 1, 2)
    for (const page of all.filter((_, n) => n % step === 0)) flip(tables, page, TABLES_PAGE)
    await served(folder, async (address, server) => {
      assert.ok(await mended(address), server.said())
    })
    assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
  })

  for (const ends of at([], [['', '-wal', '-shm'], ['']], []))
    it(
      `deleted under a page that is open (${ends.length} files): the page goes on, and ` +
        'nothing is lost at the next start',
      async () => {
        const folder = box()
        await served(folder, async address => {
          await answers(address)
          for (const end of ends) rmSync(placesIn(folder).tables + end, { force: true })
          const visitor = browsing(address)
          const written = await visitor.send(
            '/mur',
            { said: 'La neige tient au col.' },
            '/mur/ecrire',
          )
          assert.equal(written.status, 303)
          assert.ok(await mended(address))
          assert.match((await browsing(address).get('/mur')).text, /La neige tient au col/)
        })
        await served(folder, async address => {
          assert.match((await browsing(address).get('/mur')).text, /La neige tient au col/)
        })
        assert.ok(existsSync(placesIn(folder).tables))
      },
    )
})

describe('box.key', () => {
  const hurts: readonly (readonly [string, (file: string) => void])[] = [
    ['gone', file => rmSync(file)],
    ['another', file => writeFileSync(file, boxPem(newBox()))],
  ]
  for (const [how, hurt] of cases(hurts, Infinity, 1))
    it(`${how}: nothing is written under another name, and what to do is said`, async t => {
      const folder = box()
      const file = join(temp(), 'sail.cocote-sauvegarde')
      assert.equal((await cocote(t, 'backup', file, '--plain', '--data', folder)).status, 0)
      hurt(placesIn(folder).key)
      const before = readFileSync(placesIn(folder).log)
      const { status, text } = await cocote(
        t,
        'serve',
        '--data',
        folder,
        '--port',
        '0',
        '--tls-port',
        '0',
      )
      assert.equal(status, 1)
      assert.match(text, /box\.key.*cocote restore/)
      assert.ok(readFileSync(placesIn(folder).log).equals(before))
      assert.equal(existsSync(placesIn(folder).key), how === 'another', 'no key is made')
      const back = await cocote(t, 'restore', file, '--data', folder)
      assert.equal(back.status, 0, back.text)
      assert.match(readFileSync(placesIn(folder).key, 'utf8'), /PRIVATE KEY/)
      assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
    })
})

describe('a card that lets nothing be written any more', () => {
  /** In a mount of its own, which ends with it. */
  const onReadOnly = (folder: string, ...args: readonly string[]): Told => {
    const shut = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', shut, 'sh', folder, ...args],
      { encoding: 'utf8' },
    )
    return told(status, stdout + stderr)
  }
  const skip =
    onReadOnly(temp(), 'true').status === 0 ? false : 'no mount of its own can be made here'

  testAll('still gives its backup, its look and its export', { skip }, async t => {
    const folder = box()
    const [file, zip, to] = [
      join(temp(), 'sail.cocote-sauvegarde'),
      join(temp(), 'tout.zip'),
      join(temp(), 'new'),
    ]
    const before = readdirSync(folder)
    for (const args of [['backup', file, '--plain'], ['check'], ['export', zip]]) {
      const { status, text } = onReadOnly(folder, COCOTE, ...args, '--data', folder)
      assert.equal(status, 0, `${args[0]}: ${text}`)
    }
    assert.deepEqual(readdirSync(folder), before)
    assert.ok(existsSync(zip))
    assert.equal((await cocote(t, 'restore', file, '--data', to)).status, 0)
  })
})

describe('a folder of which something else is gone or another’s', () => {
  testAll(
    'without its log and its tables it is what is left of a box, and no empty village',
    async () => {
      const folder = box()
      for (const name of readdirSync(folder))
        if (/^(log|tables)\.db/.test(name)) rmSync(join(folder, name))
      const server = serving(folder)
      assert.notEqual(await server.gone, 0)
      assert.match(server.said(), /log\.db/)
      assert.equal(existsSync(placesIn(folder).log), false, 'nothing was made in its place')
    },
  )

  testAll('a backup with another box’s key is refused, and so is its putting back', async t => {
    const folder = box()
    writeFileSync(placesIn(folder).key, boxPem(newBox()))
    const away = temp()
    const file = join(away, 'x.cocote-sauvegarde')
    const backup = await cocote(t, 'backup', file, '--data', folder, '--plain')
    assert.notEqual(backup.status, 0)
    assert.match(backup.text, /n’est pas celle avec laquelle ce journal a été écrit/)
    assert.equal(existsSync(file), false)
  })
})

describe('a log that is hurt while the page is open', () => {
  testAll('is told to the keeper with what to do, pages go on, and a stop ends', async () => {
    const folder = box()
    withCommunes(folder)
    const server = serving(folder)
    const keeper = browsing(await server.ready)
    assert.equal(
      (await keeper.post('/entrer', { passphrase: frozenSaid(VERSION).sail.passphrase })).status,
      303,
    )
    const { log } = placesIn(folder)
    for (let page = 1; page < pagesOf(log, 4_096); page++) flip(log, page, 4_096)
    // The first page that reads what is hurt is the one that tells it.
    const told = await keeper.get('/borne')
    assert.match(told.text, /où tout est écrit est abîmé/, server.said())
    await keeper.post('/mur/ecrire', { said: 'bonsoir' })
    assert.equal((await keeper.get('/annonces')).status, 200)
    assert.match((await keeper.get('/borne')).text, /où tout est écrit est abîmé/)
    assert.notEqual(await kill(server, 'SIGTERM'), 'SIGKILL')
  })
})
