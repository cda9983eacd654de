import assert from 'node:assert/strict'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  besideServer,
  bring,
  recordId,
  tempFolder,
  within,
} from '../../../../tests/support/folders.ts'
import {
  loom,
  noNews,
  open,
  page,
  plain,
  recognise,
  type Village,
  village,
} from '../../../../tests/support/served.ts'
import { pattern } from '../../../core/pattern.ts'

/** What the page of the key says to its keeper of what they ask. */
async function ask(of: Village, fields: Readonly<Record<string, string>>, cookie = of.keeper) {
  const answer = await fetch(`${of.at}/bornes/cle`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      origin: of.at,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'fr',
    },
  })
  const html = await answer.text()
  return { status: answer.status, text: plain(html), html }
}
const onKey = (key: string): readonly string[] => readdirSync(key).sort()

test('a key carries: given here, taken there, the receipt back; the files of a box are not its ' +
  'own news', {
  skip: noNews,
}, async t => {
  const [sail, boen, key] = [
    await village(t, ['Une remorque à prêter'], 1),
    await village(t, ['Des pommes à donner'], 50),
    tempFolder(),
  ]
  recognise(sail.folder, boen.name, 'Boën')
  recognise(boen.folder, sail.name, 'Sail')
  writeFileSync(join(key, 'recette.txt'), 'la tarte aux pommes')
  const given = await ask(sail, { autre: key, act: 'give', pour: boen.name })
  assert.match(
    given.text,
    /nouvelles-de-sail-et-alentours-pour-boen-.*\.cocote est sur la clé \(\d+ ko\)/,
  )
  assert.match(
    (await ask(sail, { autre: key, act: 'take' })).text,
    /Il n’y a pas de nouvelles d’une autre borne sur cette clé/,
  )
  const taken = await ask(boen, { autre: key, act: 'take' })
  assert.match(
    taken.text,
    /\.cocote : 1 nouvelle de Sail est sur la page\. Un reçu est écrit à côté/,
  )
  assert.match(
    await page(boen, '/nouvelles'),
    /Nouvelles de Sail, arrivées aujourd’hui Une remorque à prêter/,
  )
  await ask(boen, { autre: key, act: 'give', pour: sail.name })
  const back = await ask(sail, { autre: key, act: 'take' })
  assert.match(
    back.text,
    pattern()`
      nouvelles-de-.*-pour-sail-.* : 1 nouvelle de Boën est sur la page\..*recu-de-.*
      ${' '}: C’est un reçu
    `,
  )
  assert.match(await page(sail, '/bornes', sail.keeper), /À jour dans les deux sens/)
  assert.equal(onKey(key).filter(name => name.endsWith('.new')).length, 0)
  assert.equal(readFileSync(join(key, 'recette.txt'), 'utf8'), 'la tarte aux pommes')
})

test('keys that are plugged in are offered, the only one chosen; what is no key, or no longer ' +
  'there, is a sentence', {
  skip: noNews,
}, async t => {
  const [boen, key] = [await village(t, [], 1), join(tempFolder(), 'CLE BLEUE')]
  mkdirSync(key)
  process.env['COCOTE_KEYS'] = key
  t.after(() => delete process.env['COCOTE_KEYS'])
  const offered = await (
    await fetch(`${boen.at}/bornes/cle`, { headers: { cookie: boen.keeper } })
  ).text()
  assert.match(plain(offered), /Quelle clé \? CLE BLEUE/)
  assert.ok(offered.includes(`value="${key}" checked`))
  assert.match((await ask(boen, { dossier: key, act: 'take' })).text, /Il n’y a pas de nouvelles/)
  rmSync(key, { recursive: true })
  const loop = join(tempFolder(), 'boucle')
  symlinkSync(loop, loop)
  for (const [fields, said] of [
    [{ dossier: key }, /La clé n’est plus là/],
    [{}, /Dites quelle clé/],
    [{ autre: 'media/cle' }, /s’écrit en entier/],
    [{ autre: `/media/${'cle/'.repeat(1_250)}` }, /ce dossier n’existe pas/],
    [{ autre: `/media/${'c'.repeat(300)}` }, /ce dossier n’existe pas/],
    [{ autre: '/media/cle\0' }, /ce dossier n’existe pas/],
    [{ autre: join(loop, 'cle') }, /ce dossier n’existe pas/],
    [{ autre: boen.folder }, /le dossier de cette borne elle-même/],
    [{ autre: join(boen.folder, 'files') }, /le dossier de cette borne elle-même/],
  ] as const)
    for (const act of ['take', 'give']) {
      const { status, text } = await ask(boen, { ...fields, act })
      assert.deepEqual([status, said.test(text)], [422, true], text)
    }
})

test('a key is the keeper’s: nobody else learns what folders there are, nor reads or writes one', {
  skip: noNews,
}, async t => {
  const [boen, key] = [await village(t, [], 1), tempFolder()]
  writeFileSync(join(key, 'nouvelles.cocote'), 'bonjour')
  for (const act of ['take', 'give'])
    assert.equal((await ask(boen, { autre: key, act }, '')).status, 403)
  assert.doesNotMatch(await page(boen, '/bornes/cle'), /clé USB|dossier/)
  assert.deepEqual(onKey(key), ['nouvelles.cocote'])
  assert.match(
    (await ask(boen, { autre: key, act: 'take' })).text,
    /nouvelles\.cocote : (Ce n’est pas un fichier de nouvelles|Ce fichier n’est pas arrivé)/,
  )
})

test('what is much for one time waits for the button that takes everything', {
  skip: noNews,
}, async t => {
  const [sail, boen, key] = [await village(t, [], 1), await village(t, [], 50), tempFolder()]
  recognise(boen.folder, sail.name, 'Sail')
  besideServer(sail.folder, engine => loom(engine, 205, recordId))
  await ask(sail, { autre: key, act: 'give' })
  const much = await ask(boen, { autre: key, act: 'take' })
  assert.match(much.text, /C’est beaucoup pour une fois : la suite attend votre oui.*Tout prendre/)
  assert.match(much.html, /name="tout" value="1"/)
  const all = await ask(boen, { autre: key, act: 'take', tout: '1' })
  assert.match(all.text, /Les nouvelles de Sail sont prises/)
  assert.doesNotMatch(all.html, /name="tout"|beaucoup pour une fois/)
})

test('a box whose card was put back takes its own news off the key again; what is all here says ' +
  'nothing', {
  skip: noNews,
}, async t => {
  const [first, key, old] = [
    await village(t, ['Une remorque à prêter'], 1),
    tempFolder(),
    join(tempFolder(), 'ancien'),
  ]
  await first.close()
  cpSync(first.folder, old, { recursive: true })
  within(first.folder, engine =>
    bring(engine, { type: 'offer', id: recordId(7), fields: { title: 'Un broyeur à partager' } }),
  )
  const wrote = await open(t, first.folder, first.keeper)
  await ask(wrote, { autre: key, act: 'give' })
  assert.match(
    (await ask(wrote, { autre: key, act: 'take' })).text,
    /Il n’y a pas de nouvelles d’une autre borne sur cette clé/,
  )
  await wrote.close()
  const forgot = await open(t, old, first.keeper)
  assert.doesNotMatch(await page(forgot, '/annonces'), /broyeur/)
  const took = await ask(forgot, { autre: key, act: 'take' })
  assert.match(
    took.text,
    pattern()`
      \.cocote : Ce fichier a été fait ici, mais cette borne n’avait plus tout
      ${' '}ce qu’il porte : elle l’a repris\.
    `,
  )
  assert.doesNotMatch(took.text, /pas de nouvelles|Un reçu/)
  assert.match(await page(forgot, '/annonces'), /Un broyeur à partager/)
  assert.match(
    (await ask(forgot, { autre: key, act: 'take' })).text,
    /Il n’y a pas de nouvelles d’une autre borne sur cette clé/,
  )
})

test('two cards of one box learn of each other from a key: both sequels are kept, and the keeper ' +
  'is told', {
  skip: noNews,
}, async t => {
  const [first, key, copy] = [
    await village(t, ['Une remorque à prêter'], 1),
    tempFolder(),
    join(tempFolder(), 'copie'),
  ]
  await first.close()
  cpSync(first.folder, copy, { recursive: true })
  for (const [folder, id, title] of [
    [first.folder, 7, 'Un broyeur à partager'],
    [copy, 8, 'Des pommes à donner'],
  ] as const)
    within(folder, engine => bring(engine, { type: 'offer', id: recordId(id), fields: { title } }))
  await ask(await open(t, first.folder, first.keeper), { autre: key, act: 'give' })
  const other = await open(t, copy, first.keeper)
  assert.match(
    (await ask(other, { autre: key, act: 'take' })).text,
    /elle l’a repris\. Une même borne a écrit deux suites/,
  )
  assert.match(
    await page(other, '/annonces'),
    /Des pommes à donner.*Un broyeur à partager|Un broyeur à partager.*Des pommes à donner/,
  )
  assert.match(
    await page(other, '/bornes', other.keeper),
    /La carte de cette borne a écrit deux suites/,
  )
})

test('a full key: the one file of a box whose clock woke in 1980 is read before fifty others, ' +
  'and what is left unread is told', {
  skip: noNews,
}, async t => {
  const [sail, boen, key] = [
    await village(t, ['Une remorque à prêter'], 1),
    await village(t, [], 50),
    tempFolder(),
  ]
  recognise(boen.folder, sail.name, 'Sail')
  await ask(sail, { autre: key, act: 'give' })
  const [name] = onKey(key) as [string]
  utimesSync(join(key, name), 315_532_800, 315_532_800)
  for (let n = 0; n < 55; n++) writeFileSync(join(key, `autre-${n}.cocote`), 'la tarte aux pommes')
  const { text } = await ask(boen, { autre: key, act: 'take' })
  assert.match(text, /1 nouvelle de Sail est sur la page\./)
  assert.match(text, /6 autres fichiers n’ont pas été lus : c’était trop pour une fois\./)
  assert.match(await page(boen, '/nouvelles'), /Une remorque à prêter/)
})

test('old files of one box are told in one line, and its last word is still heard', {
  skip: noNews,
}, async t => {
  const [sail, boen, key] = [
    await village(t, ['Une remorque à prêter'], 1),
    await village(t, [], 50),
    tempFolder(),
  ]
  recognise(boen.folder, sail.name, 'Sail')
  await ask(sail, { autre: key, act: 'give' })
  const [name] = onKey(key) as [string]
  for (const day of [1, 2, 3]) cpSync(join(key, name), join(key, `nouvelles-de-sail-${day}.cocote`))
  assert.match(
    (await ask(boen, { autre: key, act: 'take' })).text,
    /1 nouvelle de Sail est sur la page\./,
  )
  const again = (await ask(boen, { autre: key, act: 'take' })).text
  assert.match(
    again,
    /4 fichiers n’apportent rien de plus : tout était déjà là\. Un reçu est écrit à côté/,
  )
  assert.doesNotMatch(again, /\.cocote : /)
  assert.match(
    await page(boen, '/bornes', boen.keeper),
    /dit ce qu’elle avait aujourd’hui\..*À prendre chez elle : rien/,
  )
})

test('what a box gives replaces what it gave another day for the same receiver, and no file of ' +
  'anybody else', {
  skip: noNews,
}, async t => {
  const [sail, boen, key] = [
    await village(t, ['Une remorque à prêter'], 1),
    await village(t, ['Des pommes à donner'], 50),
    tempFolder(),
  ]
  recognise(sail.folder, boen.name, 'Boën')
  const put = async (of: Village, pour: string): Promise<string> => {
    const before = new Set(onKey(key))
    await ask(of, { autre: key, act: 'give', pour })
    return onKey(key).find(name => !before.has(name))!
  }
  const yesterday = (name: string, like = name): void =>
    renameSync(
      join(key, name),
      join(key, like.replace(/\d+(?:er)?-[a-z]+(?=\.cocote$)/, '2-janvier')),
    )
  const [forBoen, forAll] = [await put(sail, boen.name), await put(sail, '')]
  yesterday(forBoen)
  yesterday(forAll)
  const given = await ask(sail, { autre: key, act: 'give', pour: boen.name })
  assert.match(
    given.text,
    pattern()`
      est sur la clé \(\d+ ko\),
      ${' '}à la place de ce que cette borne y avait mis un autre jour\. Retirez-la
    `,
  )
  const old = forAll.replace(/\d+(?:er)?-[a-z]+(?=\.cocote$)/, '2-janvier')
  assert.deepEqual(
    onKey(key),
    [old, forBoen].toSorted(),
    'what was for Boën is replaced, what is for all stays',
  )
  // Another box of the same village, and something that somebody called so.
  const theirs = await put(boen, '')
  renameSync(join(key, theirs), join(key, old))
  writeFileSync(join(key, old.replace('janvier', 'mars')), 'la tarte aux pommes')
  assert.equal(await put(sail, ''), forAll)
  assert.deepEqual(onKey(key), [old, old.replace('janvier', 'mars'), forAll, forBoen].toSorted())
  recognise(sail.folder, boen.name, 'Boën '.repeat(40))
  const long = await ask(sail, { autre: key, act: 'give', pour: boen.name })
  assert.match(
    long.text,
    /-pour-boen-boen-.*\.cocote est sur la clé/,
    'a name that is too long for a disk is cut',
  )
  assert.doesNotMatch(long.text, /un autre jour/)
})
