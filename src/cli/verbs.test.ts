import '../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { cocote } from '../../tests/support/command-line.ts'
import {
  lacking,
  lackingBrick,
  NOON,
  rowsIn,
  tempFolder,
  within,
} from '../../tests/support/folders.ts'
import { fillEngine } from '../dev/fill.ts'
import { placesIn, takeLock } from '../files/folder.ts'
import { codesLeft, openLocal, sessionOf, spendCode, startSession } from '../files/local.ts'
import { hashLightly, isPassphrase, newCodes } from '../web/session/keeper.ts'
import { typedInto } from './passphrase.ts'
import { startProgress } from './progress.ts'

hashLightly()
const newlyFilled = (count: number): string => {
  const folder = tempFolder()
  within(folder, engine => fillEngine(engine, count, '2026-12-05'))
  return folder
}
let original: string | undefined
/** A copy of one folder. */
const filled = (): string => {
  const folder = tempFolder()
  cpSync((original ??= newlyFilled(20)), folder, { recursive: true })
  return folder
}
const phraseFile = (phrase: string): string => {
  const file = join(tempFolder(), 'phrase')
  writeFileSync(file, `${phrase}\n`)
  return file
}

test(
  'an option that is not known or lacks its value is said by its name, in the language of the ' +
    'command line',
  async t => {
    for (const [args, option] of [
      [['check', '--nope'], '--nope'],
      [['check', '-x'], '-x'],
      [['serve', '--port'], '--port'],
      [['serve', '--port', '--demo'], '--port'],
      [['check', '--help=yes'], '--help'],
    ] as const) {
      const { code, err } = await cocote(t, ...args)
      assert.equal(code, 2, args.join(' '))
      assert.match(err, new RegExp(`[«“].?${option}.?[»”]`), args.join(' '))
      assert.doesNotMatch(err, /argument|positional|Unknown/, args.join(' '))
    }
  },
)

test('every verb has its help, and names a missing argument with exit code 2', async t => {
  const help = (await cocote(t, '--help')).out
  for (const verb of [
    'serve',
    ...(lackingBrick('harvest') ? [] : ['harvest']),
    'rebuild',
    'check',
    'backup',
    'restore',
    'export',
    'import',
    'keeper',
    'fill',
    'box',
    'courier',
    'evening',
  ]) {
    assert.match(help, new RegExp(`^  ${verb} `, 'm'), verb)
    const { code, out } = await cocote(t, verb, '--help')
    assert.equal(code, 0)
    assert.match(out, new RegExp(`^Usage.: cocote ${verb}`))
    const named = [...new Set(out.split('\n')[0]!.match(/--[a-z-]+/g)), '--help']
    for (const option of named)
      assert.match(out, new RegExp(`^  (-h, )?${option} .*\\p{Lu}`, 'mu'), `${verb} ${option}`)
  }
  assert.match((await cocote(t, 'restore', '--help')).out, /rangé|set aside/)
  for (const args of [
    ['backup'],
    ['restore'],
    ['export'],
    ['import'],
    ...(lackingBrick('harvest') ? [] : [['harvest']]),
    ['print'],
    ['box', 'show', 'Boën'],
    ['fill'],
    ['fill', '--records', '0'],
    ['fill', '--records', 'dix'],
    ['check', '--nope'],
  ]) {
    const { code, err } = await cocote(t, ...args)
    assert.equal(code, 2, args.join(' '))
    assert.ok(err.trim().length > 10)
  }
})

test('a folder without a box is said, and none is made', async t => {
  const folder = join(tempFolder(), 'rien')
  for (const args of [
    ['rebuild'],
    ['check'],
    ['backup', join(tempFolder(), 'b')],
    ['export', join(tempFolder(), 'e')],
    ['keeper'],
  ]) {
    const { code, err } = await cocote(t, ...args, '--data', folder)
    assert.equal(code, 1)
    assert.ok(err.includes(folder))
  }
  assert.equal(existsSync(folder), false)
})

test('a verb that writes refuses while a lock stands', async t => {
  const folder = filled()
  // The process above this one lives: as good a running server as any.
  writeFileSync(placesIn(folder).lock, String(process.ppid))
  const zip = join(tempFolder(), 'x.zip')
  writeFileSync(zip, 'PK')
  for (const args of [
    ['rebuild'],
    ['keeper', '--passphrase-file', phraseFile('quatre mots au hasard')],
    ['fill', '--records', '5'],
    ['import', zip],
    ['restore', zip],
  ]) {
    const { code, err } = await cocote(t, ...args, '--data', folder)
    assert.equal(code, 1, args.join(' '))
    assert.ok(err.includes(folder), args.join(' '))
  }
  assert.throws(() => takeLock(folder), { code: 'locked' })
})

test('keeper: a new passphrase and ten codes; the old ones, and every session, are worth nothing', async t => {
  const folder = filled()
  const first = await cocote(
    t,
    'keeper',
    '--data',
    folder,
    '--passphrase-file',
    phraseFile('quatre mots au hasard'),
  )
  const codes = [...first.out.matchAll(/^ {2}(\S{4} \S{4} \S{4})$/gm)].map(match => match[1]!)
  assert.equal(new Set(codes).size, 10)
  const local = openLocal(placesIn(folder).local)
  const session = startSession(local, true, NOON)
  const second = await cocote(
    t,
    'keeper',
    '--data',
    folder,
    '--passphrase-file',
    phraseFile('quatre autres mots ici'),
  )
  assert.equal(second.code, 0)
  assert.equal(spendCode(local, codes[0]!), false)
  assert.equal(sessionOf(local, session, NOON), undefined)
  assert.deepEqual(
    [
      await isPassphrase(local, 'quatre mots au hasard'),
      await isPassphrase(local, 'quatre autres mots ici'),
    ],
    [false, true],
  )
  const short = await cocote(
    t,
    'keeper',
    '--data',
    folder,
    '--passphrase-file',
    phraseFile('court'),
  )
  assert.equal(short.code, 1)
  assert.equal(await isPassphrase(local, 'quatre autres mots ici'), true)
  local.db.close()
})

test(
  'export --private: a code is spent once the file is written, and still good when ' +
    'nothing could be written',
  async t => {
    const folder = filled()
    const local = openLocal(placesIn(folder).local)
    const [code = ''] = newCodes(local)
    const leave = (file: string) =>
      cocote(t, 'export', file, '--private', '--code', code, '--data', folder)
    assert.equal((await leave(join(tempFolder(), 'absent', 'e.zip'))).code, 1)
    assert.equal(codesLeft(local), 10)
    const left = await leave(join(tempFolder(), 'e.zip'))
    assert.deepEqual([left.code, codesLeft(local)], [0, 9], left.err)
    assert.equal((await leave(join(tempFolder(), 'e.zip'))).code, 1)
    local.db.close()
  },
)

test('fill: the same count and day give the same records, and a second time writes nothing', () => {
  const [one, two] = [newlyFilled(40), newlyFilled(40)]
  const shown = ['offer', 'event', 'place', 'actor', 'idea', 'initiative', 'need', 'theme']
  assert.deepEqual(rowsIn(one, ...shown), rowsIn(two, ...shown))
  const entries = () =>
    within(one, ({ log }) => log.sql.get('SELECT count(*) AS n FROM entry')!['n'])
  const before = entries()
  within(one, engine => fillEngine(engine, 40, '2026-12-05'))
  assert.equal(entries(), before)
  const misfits = within(one, ({ tables }) => tables.sql.all('SELECT * FROM misfit'))
  assert.deepEqual(misfits, [])
})

test('rebuild makes the tables again from the log', async t => {
  const folder = filled()
  const before = readFileSync(placesIn(folder).log)
  writeFileSync(placesIn(folder).tables, 'abîmé')
  const { code, out } = await cocote(t, 'rebuild', '--data', folder)
  assert.equal(code, 0)
  assert.match(out, /\d/)
  assert.deepEqual(readFileSync(placesIn(folder).log), before)
})

const NOTES =
  '# Réunion du four\n\nLe 5 décembre 2026, à Sail-sous-Couzan\n\nPrésents : Anaïs, ' +
  'Malo\n\nAnaïs s’occupe de réparer la porte du four avant le 12 décembre.\n'

test('harvest: a file of text, of HTML, in sentences or as JSON; offsets hold in the text', {
  skip: lackingBrick('harvest') || lacking('task'),
}, async t => {
  const folder = tempFolder()
  const file = join(folder, 'notes.md')
  writeFileSync(file, NOTES)
  const { code, out } = await cocote(t, 'harvest', file, '--json')
  assert.equal(code, 0)
  const json = JSON.parse(out) as {
    meeting: object
    candidates: { kind: string; source: { from: number; to: number } }[]
    links: unknown[]
    text?: string
  }
  assert.deepEqual(Object.keys(json), ['meeting', 'candidates', 'links'])
  assert.deepEqual(Object.keys(json.meeting).sort(), ['date', 'people', 'place', 'title'])
  const task = json.candidates.find(one => one.kind === 'task')
  assert.ok(task && NOTES.slice(task.source.from, task.source.to).includes('porte du four'))
  const page = join(folder, 'notes.html')
  writeFileSync(
    page,
    `<html><body>${NOTES.split('\n')
      .map(line => `<p>${line}</p>`)
      .join('')}</body></html>`,
  )
  const drawn = JSON.parse((await cocote(t, 'harvest', page, '--json')).out) as typeof json
  const from = drawn.candidates.find(one => one.kind === 'task')!.source
  assert.ok(drawn.text!.slice(from.from, from.to).includes('porte du four'))
  assert.match((await cocote(t, 'harvest', file)).out, /porte du four/i)
})

test('harvest: a file that can’t be read gives a sentence and exit code 1', {
  skip: lackingBrick('harvest'),
}, async t => {
  const folder = tempFolder()
  const at = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const cases = [
    join(folder, 'absent.txt'),
    folder,
    at('vide.txt', ''),
    at('gros.txt', 'a'.repeat(2_000_001)),
    at('image.png', Buffer.from('\x89PNG\r\n', 'latin1')),
    at('autre.docx', zipSync({ 'a.txt': strToU8('a') })),
    'http://127.0.0.1/notes',
    'http://[::1]/notes',
    'ftp://exemple.fr/notes',
    'file:///etc/passwd',
  ]
  for (const from of cases) {
    const { code, err, out } = await cocote(t, 'harvest', from)
    assert.equal(code, 1, from)
    assert.equal(out, '')
    assert.ok(err.trim().length > 15 && !err.includes('Error'), from)
  }
})

test('a path where nothing can be written is a sentence', async t => {
  const folder = filled()
  const busy = join(tempFolder(), 'dossier')
  mkdirSync(busy)
  const phrase = phraseFile('quatre mots au hasard')
  for (const args of [
    ['export', join(busy, 'absent', 'e.zip')],
    ['backup', join(busy, 'absent', 'b'), '--passphrase-file', phrase],
    ['export', busy],
  ]) {
    const { code, err } = await cocote(t, ...args, '--data', folder)
    assert.equal(code, 1, args.join(' '))
    assert.ok(err.includes('dossier'))
  }
})

test(
  'no typed path writes into the folder of a box, by whatever way, or over a file that ' +
    'is read',
  async t => {
    const [folder, other, key] = [filled(), newlyFilled(1), tempFolder()]
    const phrase = phraseFile('quatre mots au hasard')
    const link = join(key, 'ailleurs')
    symlinkSync(folder, link)
    const log = readFileSync(placesIn(folder).log)
    const inside = [
      placesIn(folder).log,
      join(folder, 'a'),
      join(folder, 'files', 'a'),
      join(link, 'log.db'),
      placesIn(other).key,
    ]
    const write = (out: string): readonly (readonly string[])[] => [
      ['courier', 'pack', '--out', out],
      ['backup', out, '--passphrase-file', phrase],
      ['export', out],
      ['export', '--site', out],
      ['print', 'annuaire', '--out', `${out}.pdf`],
      ['box', 'release', '--out', out],
      ['box', 'kit', '--out', out],
      ['box', 'fetch', 'http://127.0.0.1:1/', '--out', out],
      ['box', 'signing-key', `${out}.cle`, '--passphrase-file', phrase],
      ['evening', '--look', '--key', out],
    ]
    for (const args of inside.flatMap(write)) {
      const { code, err } = await cocote(t, ...args, '--data', folder)
      assert.deepEqual(
        [code, /dans le dossier d’une borne|Impossible d’écrire/.test(err)],
        [1, true],
        `${args.join(' ')} : ${err}`,
      )
    }
    const out = join(key, 'nouvelles.cocote')
    assert.equal((await cocote(t, 'courier', 'pack', '--out', out, '--data', folder)).code, 0)
    const news = readFileSync(out)
    copyFileSync(out, `${out}.2.new`)
    for (const args of [
      ['courier', 'deliver', out, '--receipt', out],
      ['courier', 'deliver', out, '--receipt', placesIn(other).log],
      ['courier', 'deliver', `${out}.2.new`, '--receipt', `${out}.2`],
      ['courier', 'pack', '--out', out, '--since', out],
      ['backup', phrase, '--passphrase-file', phrase],
    ]) {
      const { code, err } = await cocote(t, ...args, '--data', other)
      assert.deepEqual(
        [code, /dans le dossier d’une borne|justement le fichier à lire/.test(err)],
        [1, true],
        `${args.join(' ')} : ${err}`,
      )
    }
    assert.deepEqual(
      [readFileSync(out), readFileSync(`${out}.2.new`), readFileSync(placesIn(folder).log)],
      [news, news, log],
    )
    for (const one of [folder, other])
      assert.equal((await cocote(t, 'check', '--data', one)).code, 0)
  },
)

test(
  'a passphrase is typed as a terminal types: backspace, return, Ctrl-C, arrows, a paste of ' +
    'two lines',
  () => {
    assert.deepEqual(typedInto('', 'été\u007fé\r'), { text: 'été', rest: '', ended: 'done' })
    assert.deepEqual(typedInto('a', '\u007f\u007f\u007fb'), {
      text: 'b',
      rest: '',
      ended: undefined,
    })
    assert.deepEqual(typedInto('abc', '\u0003'), { text: '', rest: '', ended: 'given-up' })
    assert.deepEqual(typedInto('a', '\u001b[Db\u001b[3~'), {
      text: 'ab',
      rest: '',
      ended: undefined,
    })
    assert.deepEqual(typedInto('', 'un\r\ndeux\r\n'), {
      text: 'un',
      rest: 'deux\r\n',
      ended: 'done',
    })
  },
)

test('progress is told after a second, on a terminal only', () => {
  const written: string[] = []
  const clock = { now: 0 }
  const bar = (isTTY: boolean) =>
    startProgress(
      'Tables',
      10,
      { isTTY, columns: 60, write: text => written.push(text) },
      () => clock.now,
    )
  const silent = bar(false)
  const shown = bar(true)
  for (clock.now = 0; clock.now < 900; clock.now += 100)
    for (const one of [silent, shown]) one.at(clock.now / 100)
  assert.deepEqual(written, [])
  clock.now = 1_100
  silent.at(5)
  assert.deepEqual(written, [])
  shown.at(5)
  assert.match(written[0]!, /Tables .*50/)
  shown.end()
  silent.end()
  assert.equal(written.length, 2)
})

test('a print of one record asks for its id; an unknown print, or one without records, is ' +
  'refused', { skip: lackingBrick('members') || lackingBrick('offers') }, async t => {
  const folder = newlyFilled(1)
  const out = join(tempFolder(), 'x.pdf')
  const said = async (...args: readonly string[]) => {
    const { code, err } = await cocote(t, 'print', ...args, '--data', folder, '--out', out)
    assert.equal(code, 1)
    return err
  }
  assert.match(await said('affichette'), /une chose à la fois.*cocote print affichette 01abc/)
  assert.match(await said('mot', '01abc'), /une seule feuille/)
  assert.match(await said('affiche'), /ne s’imprime pas/)
})
