import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { decideBox } from '../exchange/known.ts'
import { wordsOfBox } from '../exchange/sayable.ts'
import { append } from '../log/append.ts'
import { setPassphrase } from '../web/keeper.ts'
import { openLocal, startSession } from '../web/local.ts'
import { durably } from '../web/turn.ts'
import { bricks } from './bricks.ts'
import { openBox, placesIn } from './folder.ts'
import { bring, lacking, recordId, tempFolder, within } from './sample.ts'
import { type Served, serve } from './serve.ts'

const skip = lacking('offer') || (bricks.some(one => one.name === 'sync') ? false : 'no brick of this house has the page of news')
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

const TERRITORY = { name: 'Sail et alentours', village: '42195', communes: ['42195'], keptBy: 'Anaïs et Malo, au local le mercredi' }

/** A box in a folder of its own, served, and somebody before it: a person with a telephone, or its keeper. */
type Village = Readonly<{ folder: string; name: string; at: string; keeper: string }>
async function village(t: TestContext, titles: readonly string[], first: number): Promise<Village> {
  const folder = tempFolder()
  within(folder, house => {
    bring(house, { type: 'territory', id: recordId(900 + first), fields: TERRITORY })
    for (const [n, title] of titles.entries()) bring(house, { type: 'offer', id: recordId(first + n), fields: { title } })
  })
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, 'quatre chaises au soleil')
  const keeper = `tenue=${startSession(local, true, Date.now())}`
  local.db.close()
  const served: Served = await serve({ data: folder, port: 0, tlsPort: undefined, host: '127.0.0.1', names: [] })
  t.after(served.close)
  return { folder, name: openBox(folder).name, at: served.address, keeper }
}
const recognise = (here: string, name: string, called: string): void =>
  within(here, ({ log }) => {
    log.db.exec('BEGIN')
    decideBox(log, { name, paired: true, called })
    log.db.exec('COMMIT')
  })

type Asked = Readonly<{ cookie?: string; fields?: Readonly<Record<string, string>> }>
async function page(of: Village, path: string, cookie = ''): Promise<string> {
  return plain(await (await fetch(of.at + path, { headers: { cookie, 'accept-language': 'fr' } })).text())
}
async function carry(of: Village, path: string): Promise<Readonly<{ file: Buffer; name: string }>> {
  const answer = await fetch(of.at + path)
  assert.equal(answer.status, 200)
  return {
    file: Buffer.from(await answer.arrayBuffer()),
    name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
  }
}
/** What the page says once the file was given to it. */
async function bringTo(of: Village, file: Buffer | undefined, { cookie = '', fields = {} }: Asked = {}) {
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

test('a telephone carries: taken here, brought there, read there by everybody, and the receipt says so here', { skip }, async t => {
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
  assert.match(first.text, /Nouvelles de Sail, arrivées aujourd’hui Un broyeur à partager écrit le .* Une remorque à prêter/)
  assert.match(await page(boen, '/'), /nouvelles de Sail, arrivées aujourd’hui/)
  assert.match((await bringTo(boen, file)).text, /Merci ! Tout ce que porte ce fichier était déjà là\./)
  const back = await carry(boen, `/nouvelles/recu?pour=${sail.name}`)
  const told = await bringTo(sail, back.file)
  assert.deepEqual([told.to, back.name.startsWith('recu-de-')], ['/nouvelles', true])
  assert.match(told.text, /Merci ! C’est un reçu : on sait ici ce que Boën a bien eu\./)
  assert.match(await page(sail, '/bornes', sail.keeper), /Boën .*À lui porter : rien\. À prendre chez elle : 2 écritures\./)
  assert.deepEqual([leftIn(sail), leftIn(boen)], [[], []])
  assert.match((await bringTo(sail, file)).text, /Ce fichier a été fait ici : c’est une autre borne qui l’attend\./)
})

test('what a stranger’s box brings is left where it is, and its keeper is asked to be recognised', { skip }, async t => {
  const [sail, boen] = [await village(t, ['Une remorque à prêter'], 1), await village(t, [], 50)]
  const { file } = await carry(sail, '/nouvelles/emporter')
  const told = await bringTo(boen, file)
  assert.match(told.text, /Ce fichier vient d’une borne que personne n’a encore reconnue ici\./)
  assert.doesNotMatch(told.text, /remorque|Merci/)
  assert.match(await page(boen, '/tenir', boen.keeper), /Une borne que personne n’a reconnue ici a apporté des nouvelles/)
  const boxes = await page(boen, '/bornes', boen.keeper)
  assert.match(
    boxes,
    new RegExp(`${wordsOfBox(sail.name)} .*2 écritures de ${wordsOfBox(sail.name)} de côté : personne ne l’a reconnue ici`),
  )
  assert.doesNotMatch(await page(boen, '/nouvelles'), new RegExp(wordsOfBox(sail.name)), 'nothing of strangers to visitors')
  assert.doesNotMatch(boxes, /À jour/)
})

test('a file that is none, cut, hurt or absent is refused in a sentence, and nothing is left of it', { skip }, async t => {
  const [sail, boen] = [await village(t, ['Une remorque à prêter'], 1), await village(t, [], 50)]
  recognise(boen.folder, sail.name, 'Sail')
  const { file } = await carry(sail, '/nouvelles/emporter')
  const hurt = Buffer.from(file)
  hurt.writeUInt8(hurt.readUInt8(60) ^ 1, 60)
  const before = createHash('sha256')
    .update(readFileSync(placesIn(boen.folder).log))
    .digest('hex')
  for (const [brought, said] of [
    [Buffer.from('Bonjour tout le monde'), /n’est pas un fichier de nouvelles|pas arrivé en entier/],
    [file.subarray(0, file.length - 30), /pas arrivé en entier/],
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
  assert.match((await bringTo(boen, hurt)).text, /Une partie du fichier est abîmée/)
  assert.deepEqual(leftIn(boen), [])
})

test('much at once waits for the keeper’s yes, which a visitor cannot give', { skip }, async t => {
  const [sail, boen] = [await village(t, [], 1), await village(t, [], 50)]
  recognise(boen.folder, sail.name, 'Sail')
  // Of a type that no brick here knows: kept and passed on, and no table to fill.
  within(sail.folder, house =>
    durably(house, () => {
      for (let n = 0; n < 205; n++) {
        const fields = { said: { value: `${n} ${'z'.repeat(256_000)}`, over: [] } }
        const write = { type: 'loom', record: recordId(100 + n), space: 'commons', fields } as const
        append(house.log, [write], { now: Date.now(), sure: true, by: 'keeper' })
      }
    }),
  )
  const { file } = await carry(sail, '/nouvelles/emporter')
  const visitor = await bringTo(boen, file, { fields: { tout: '1' } })
  assert.match(visitor.text, /Merci ! Les nouvelles de Sail sont prises\. C’est beaucoup pour une fois : la suite attend un oui/)
  assert.match(await page(boen, '/bornes', boen.keeper), /la suite attend votre oui/)
  const keeper = await bringTo(boen, file, { fields: { tout: '1' }, cookie: boen.keeper })
  assert.match(keeper.text, /Merci ! Les nouvelles de Sail sont prises\./)
  assert.doesNotMatch(keeper.text, /beaucoup/)
  assert.doesNotMatch(await page(boen, '/bornes', boen.keeper), /la suite attend votre oui/)
})

test('another site’s page brings nothing in a person’s name, and nobody brings without end', { skip }, async t => {
  const boen = await village(t, [], 1)
  const post = (origin: string): Promise<Response> => {
    const form = new FormData()
    form.append('fichier', new Blob(['bonjour']), 'a.cocote')
    return fetch(`${boen.at}/nouvelles/apporter`, { method: 'POST', body: form, headers: { origin } })
  }
  assert.equal((await post('http://ailleurs.example')).status, 403)
  const statuses = await Promise.all(Array.from({ length: 9 }, async () => (await post(boen.at)).status))
  assert.ok(statuses.includes(429), statuses.join(' '))
  assert.deepEqual(leftIn(boen), [])
})
