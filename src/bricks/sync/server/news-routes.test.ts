import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { besideServer, bring, recordId } from '../../../../tests/support/folders.ts'
import {
  loom,
  noNews,
  page,
  plain,
  recognise,
  type Village,
  village,
} from '../../../../tests/support/served.ts'
import { pattern } from '../../../core/pattern.ts'
import { placesIn } from '../../../files/folder.ts'
import { openLocal } from '../../../files/local.ts'
import { wordsOfBox } from '../../../log/sayable.ts'
import { newCodes } from '../../../web/session/keeper.ts'

type Asked = Readonly<{ cookie?: string; fields?: Readonly<Record<string, string>> }>
async function carry(of: Village, path: string): Promise<Readonly<{ file: Buffer; name: string }>> {
  const answer = await fetch(of.at + path)
  assert.equal(answer.status, 200)
  return {
    file: Buffer.from(await answer.arrayBuffer()),
    name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
  }
}
/** What the page says once the file was given to it. */
async function bringTo(
  of: Village,
  file: Buffer | undefined,
  { cookie = '', fields = {} }: Asked = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append('fichier', new Blob([new Uint8Array(file)]), 'nouvelles.cocote')
  const answer = await fetch(`${of.at}/nouvelles/apporter`, {
    method: 'POST',
    body: form,
    headers: { origin: of.at, cookie, 'accept-language': 'fr' },
    redirect: 'manual',
  })
  const to = answer.headers.get('location') ?? ''
  const said = answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const text = to === '' ? plain(await answer.text()) : await page(of, to, said)
  return { status: answer.status, to, text }
}
const leftIn = ({ folder }: Village): readonly string[] =>
  existsSync(placesIn(folder).courier) ? readdirSync(placesIn(folder).courier) : []

test('a telephone carries: taken here, brought there, read there by everybody, and the receipt ' +
  'says so here', {
  skip: noNews,
}, async t => {
  const [sail, boen] = [
    await village(t, ['Une remorque à prêter', 'Un broyeur à partager'], 1),
    await village(t, ['Des pommes à donner'], 50),
  ]
  recognise(sail.folder, boen.name, 'Boën')
  recognise(boen.folder, sail.name, 'Sail')
  const { file, name } = await carry(sail, `/nouvelles/emporter?pour=${boen.name}`)
  assert.match(name, /^nouvelles-de-.*\.cocote$/)
  const first = await bringTo(boen, file)
  assert.match(first.text, /Merci ! 2 nouvelles de Sail sont sur la page\./)
  assert.match(
    first.text,
    pattern()`
      Nouvelles de Sail, arrivées aujourd’hui Un broyeur à partager écrit le .*
      ${' '}Une remorque à prêter
    `,
  )
  const home = await page(boen, '/')
  assert.match(home, /nouvelles de Sail, arrivées aujourd’hui/)
  assert.match(
    home,
    /^ Boën et alentours/,
    'another village’s page came along, and is not this one',
  )
  assert.match(
    (await bringTo(boen, file)).text,
    /Merci ! Tout ce que porte ce fichier était déjà là\./,
  )
  const back = await carry(boen, `/nouvelles/recu?pour=${sail.name}`)
  const told = await bringTo(sail, back.file)
  assert.deepEqual([told.to, back.name.startsWith('recu-de-')], ['/nouvelles', true])
  assert.match(told.text, /Merci ! C’est un reçu : on sait ici ce que Boën a bien eu\./)
  assert.match(
    await page(sail, '/bornes', sail.keeper),
    /Boën .*À lui porter : rien\. À prendre chez elle : 2 écritures\./,
  )
  assert.deepEqual([leftIn(sail), leftIn(boen)], [[], []])
  assert.match(
    (await bringTo(sail, file)).text,
    /Ce fichier a été fait ici : c’est une autre borne qui l’attend\./,
  )
})

test('what a stranger’s box brings is left where it is, and its keeper is asked to be recognised', {
  skip: noNews,
}, async t => {
  const [sail, boen] = [await village(t, ['Une remorque à prêter'], 1), await village(t, [], 50)]
  const { file } = await carry(sail, '/nouvelles/emporter')
  const told = await bringTo(boen, file)
  assert.match(told.text, /Ce fichier vient d’une borne que personne n’a encore reconnue ici\./)
  assert.match(
    told.text,
    /Il attend .*sans reçu\. Dites-le à .* dès que l’autre borne sera reconnue/,
  )
  assert.doesNotMatch(told.text, /remorque|Merci/)
  assert.match(
    await page(boen, '/tenir', boen.keeper),
    /une borne que personne n’a reconnue ici a apporté des nouvelles/,
  )
  const boxes = await page(boen, '/bornes', boen.keeper)
  assert.match(
    boxes,
    new RegExp(
      `${wordsOfBox(sail.name)} .*2 écritures de ${wordsOfBox(sail.name)} de côté : il ` +
        'manque votre oui',
    ),
  )
  assert.doesNotMatch(
    await page(boen, '/nouvelles'),
    new RegExp(wordsOfBox(sail.name)),
    'nothing of strangers to visitors',
  )
  assert.doesNotMatch(boxes, /À jour/)
})

test('five words recognise a box whose file came, and what it brought before the yes is taken ' +
  'without its being brought again', {
  skip: noNews,
}, async t => {
  const [sail, boen] = [await village(t, ['Une remorque à prêter'], 1), await village(t, [], 50)]
  const { file } = await carry(sail, '/nouvelles/emporter')
  await bringTo(boen, file)
  const asked = async (path: string, init: RequestInit = {}) =>
    fetch(boen.at + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie: boen.keeper, 'accept-language': 'fr', ...init.headers },
    })
  const found = await (
    await asked(`/bornes?qui=${encodeURIComponent(wordsOfBox(sail.name))}`)
  ).text()
  assert.match(plain(found), /Je la reconnais/)
  const local = openLocal(placesIn(boen.folder).local)
  const [code] = newCodes(local)
  local.db.close()
  const hidden = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(found)?.[1] ?? ''
  const body = new URLSearchParams({
    tour: hidden('tour'),
    jeton: hidden('jeton'),
    borne: sail.name,
    called: 'Sail',
    code: code!,
  })
  const said = await asked('/bornes/reconnaitre', {
    method: 'POST',
    body,
    headers: { origin: boen.at },
  })
  assert.equal(said.status, 303)
  const left = said.headers.getSetCookie().map(one => one.split(';')[0])
  const boxes = await asked('/bornes', { headers: { cookie: [boen.keeper, ...left].join('; ') } })
  assert.match(
    plain(await boxes.text()),
    /Sail est reconnue ici\. Ses nouvelles qui attendent encore sont prises\. .*faites-le/,
  )
  assert.match(await page(boen, '/annonces'), /Une remorque à prêter/)
  assert.doesNotMatch(
    await page(boen, '/bornes', boen.keeper),
    /il manque votre oui|avant votre oui : rapportez/,
  )
})

test('a file that is none, cut, hurt or absent is refused in a sentence, and nothing is left of ' +
  'it', {
  skip: noNews,
}, async t => {
  const [sail, boen] = [await village(t, ['Une remorque à prêter'], 1), await village(t, [], 50)]
  recognise(boen.folder, sail.name, 'Sail')
  const { file } = await carry(sail, '/nouvelles/emporter')
  const hurt = Buffer.from(file)
  hurt.writeUInt8(hurt.readUInt8(60) ^ 1, 60)
  const before = createHash('sha256')
    .update(readFileSync(placesIn(boen.folder).log))
    .digest('hex')
  for (const [brought, said] of [
    [
      Buffer.from('Bonjour tout le monde'),
      /n’est pas un fichier de nouvelles|pas arrivé en entier/,
    ],
    [file.subarray(0, file.length - 30), /pas arrivé en entier/],
    [Buffer.alloc(0), /Ce fichier n’est pas arrivé en entier/],
    [undefined, /Choisissez le fichier que vous apportez/],
  ] as const) {
    const { status, text } = await bringTo(boen, brought)
    assert.equal(status, 422)
    assert.match(text, said)
    assert.match(text, /Apporter des nouvelles/, 'the form is there again')
  }
  assert.equal(
    createHash('sha256')
      .update(readFileSync(placesIn(boen.folder).log))
      .digest('hex'),
    before,
  )
  const told = await bringTo(boen, hurt)
  assert.match(told.text, /Ce fichier est abîmé : rien n’a pu en être pris\./)
  assert.doesNotMatch(told.text, /Merci|Le reste/)
  assert.deepEqual(leftIn(boen), [])
})

test('news made for one box and brought to another are no damaged file; a stranger’s receipt is ' +
  'not said to be known', {
  skip: noNews,
}, async t => {
  const [sail, boen, usson] = [
    await village(t, ['Une remorque à prêter'], 1),
    await village(t, [], 50),
    await village(t, [], 70),
  ]
  recognise(sail.folder, boen.name, 'Boën')
  recognise(boen.folder, sail.name, 'Sail')
  recognise(usson.folder, sail.name, 'Sail')
  await bringTo(boen, (await carry(sail, `/nouvelles/emporter?pour=${boen.name}`)).file)
  await bringTo(sail, (await carry(boen, `/nouvelles/recu?pour=${sail.name}`)).file)
  besideServer(sail.folder, engine =>
    bring(engine, { type: 'offer', id: recordId(7), fields: { title: 'Un broyeur à partager' } }),
  )
  const { text } = await bringTo(
    usson,
    (await carry(sail, `/nouvelles/emporter?pour=${boen.name}`)).file,
  )
  assert.match(
    text,
    /Rien n’a pu être pris : ce fichier est fait pour une autre borne, ou il en manque un avant\./,
  )
  assert.doesNotMatch(text, /Merci|abîm|Le reste/)
  const stranger = await bringTo(usson, (await carry(boen, '/nouvelles/recu')).file)
  assert.match(stranger.text, /Ce fichier vient d’une borne que personne n’a encore reconnue ici\./)
  assert.doesNotMatch(stranger.text, /Merci|C’est un reçu/)
})

test('much at once waits for the keeper’s yes, which a visitor cannot give', {
  skip: noNews,
}, async t => {
  const [sail, boen] = [await village(t, [], 1), await village(t, [], 50)]
  recognise(boen.folder, sail.name, 'Sail')
  besideServer(sail.folder, engine => loom(engine, 205, recordId))
  const { file } = await carry(sail, '/nouvelles/emporter')
  const visitor = await bringTo(boen, file, { fields: { tout: '1' } })
  assert.match(
    visitor.text,
    pattern()`
      Merci ! Les nouvelles de Sail sont prises\. C’est beaucoup pour une fois :
      ${' '}la suite attend un oui
    `,
  )
  assert.match(await page(boen, '/bornes', boen.keeper), /la suite attend votre oui/)
  const keeper = await bringTo(boen, file, { fields: { tout: '1' }, cookie: boen.keeper })
  assert.match(keeper.text, /Merci ! Les nouvelles de Sail sont prises\./)
  assert.doesNotMatch(keeper.text, /beaucoup/)
  assert.doesNotMatch(await page(boen, '/bornes', boen.keeper), /la suite attend votre oui/)
})

test('another site’s page brings nothing in a person’s name, and nobody brings without end', {
  skip: noNews,
}, async t => {
  const boen = await village(t, [], 1)
  const post = (origin: string): Promise<Response> => {
    const form = new FormData()
    form.append('fichier', new Blob(['bonjour']), 'a.cocote')
    return fetch(`${boen.at}/nouvelles/apporter`, {
      method: 'POST',
      body: form,
      headers: { origin },
    })
  }
  assert.equal((await post('http://ailleurs.example')).status, 403)
  const statuses = await Promise.all(
    Array.from({ length: 9 }, async () => (await post(boen.at)).status),
  )
  assert.ok(statuses.includes(429), statuses.join(' '))
  assert.deepEqual(leftIn(boen), [])
})

test('of more news than the page lists, it says how many are left', { skip: noNews }, async t => {
  const titles = Array.from({ length: 14 }, (_, i) => `Un outil de plus, le numéro ${i + 1}`)
  const [sail, boen] = [await village(t, titles, 1), await village(t, [], 50)]
  recognise(sail.folder, boen.name, 'Boën')
  recognise(boen.folder, sail.name, 'Sail')
  const { text } = await bringTo(
    boen,
    (await carry(sail, `/nouvelles/emporter?pour=${boen.name}`)).file,
  )
  assert.match(text, /Merci ! 14 nouvelles.*Et 2 autres, chacune à sa place/)
})
