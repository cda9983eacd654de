import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { COCOTE, kill, start } from './serving.ts'

/** Who may come in, asked of a real box by neighbours of several addresses. */
const PASSPHRASE = 'quatre chaises au soleil'
const HERE = '127.0.0.1'

type Box = Readonly<{ http: string; https: string; said: string; end: () => Promise<void> }>
async function started(...args: readonly string[]): Promise<Box> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-door-'))
  const server = start(
    COCOTE,
    ['serve', '--data', folder, '--port', '0', '--tls-port', '0', ...args],
    { LC_ALL: 'fr_FR.UTF-8' },
  )
  const end = async (): Promise<void> => {
    await kill(server)
    rmSync(folder, { recursive: true, force: true })
  }
  const http = await server.ready
  return {
    http,
    https: /https:\/\/\S+?(?= )/.exec(server.said())?.[0] ?? '',
    said: server.said(),
    end,
  }
}
async function opened(t: TestContext, ...args: readonly string[]): Promise<Box> {
  const box = await started(...args)
  t.after(box.end)
  return box
}

/**
 * The demonstration, which most of these tests ask: each from addresses of its own where tries are
 * counted.
 */
let box: Box
before(async () => {
  box = await started('--demo')
})
after(() => box.end())

type Answer = Readonly<{ status: number; text: string; cookie: string; location: string }>
type Asking = Readonly<{
  form?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
}>
/**
 * Asks from an address of this machine: to the box, any but the loopback's first is another
 * machine.
 */
function ask(from: string, url: string, { form, headers = {} }: Asking = {}): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString()
  const type =
    body === undefined
      ? {}
      : { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin }
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? secureRequest : request
    const opts = {
      method: body === undefined ? 'GET' : 'POST',
      localAddress: from,
      rejectUnauthorized: false,
      agent: false,
    }
    const asked = send(url, {
      ...opts,
      headers: { 'accept-language': 'fr', ...type, ...headers },
    } as Parameters<typeof request>[1] & object)
    asked.on('error', reject)
    asked.on('response', answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', part => void (text += part))
      answer.on('end', () => {
        const cookie =
          answer.headers['set-cookie']?.find(one => one.startsWith('tenue='))?.split(';')[0] ?? ''
        resolve({
          status: answer.statusCode ?? 0,
          text,
          cookie,
          location: answer.headers.location ?? '',
        })
      })
    })
    asked.end(body)
  })
}
const enter = (
  from: string,
  at: string,
  passphrase: string,
  headers?: Readonly<Record<string, string>>,
) => ask(from, `${at}/entrer`, { form: { passphrase }, ...(headers ? { headers } : {}) })

test('whoever tries wrong phrases shuts out nobody but themselves', async () => {
  const wrong = 'quatre chaises à l’ombre'
  const one = await Promise.all([1, 2, 3].map(() => enter('127.0.0.2', box.https, wrong)))
  for (let i = 3; i < 12; i++) one.push(await enter('127.0.0.2', box.https, wrong))
  assert.deepEqual(
    one.map(answer => answer.status),
    [...Array.from({ length: 10 }, () => 403), 429, 429],
  )
  const shut = await enter('127.0.0.2', box.https, PASSPHRASE)
  assert.equal(shut.status, 429)
  assert.match(shut.text, /Trop d’essais d’ici.*à la borne elle-même/)
  assert.equal(
    (await enter('127.0.0.3', box.https, PASSPHRASE)).status,
    303,
    'their neighbour enters',
  )
  // More tries than all of them had together before; and while the crowd still stands in the line.
  const crowd = Array.from({ length: 70 }, (_, i) => enter(`127.0.1.${i + 1}`, box.https, wrong))
  const [keeper, neighbour] = await Promise.all([
    enter(HERE, box.http, PASSPHRASE),
    enter('127.0.0.4', box.https, PASSPHRASE),
  ])
  assert.deepEqual([keeper.status, neighbour.status], [303, 303])
  for (const answer of await Promise.all(crowd))
    assert.ok(answer.status === 403 || answer.status === 503, String(answer.status))
  for (let i = 0; i < 12; i++) assert.equal((await enter(HERE, box.http, wrong)).status, 403)
  assert.equal(
    (await enter(HERE, box.http, PASSPHRASE)).status,
    303,
    'the machine itself is never made to wait',
  )
})

test(
  'an address said aloud is found with a capital or a stroke at its end, and leads nowhere ' +
    'else',
  async () => {
    const { http } = box
    for (const [typed, there] of [
      ['/Annuaire', '/annuaire'],
      ['/agenda/', '/agenda'],
      ['/Chercher/?q=Bois', '/chercher?q=Bois'],
    ] as const) {
      const { status, location } = await ask(HERE, http + typed)
      assert.deepEqual([status, location], [302, there], typed)
    }
    for (const nowhere of ['/Nulle-part', '//evil.example/', '/annonces/../Etc/']) {
      const { status, location } = await ask(HERE, http + nowhere)
      assert.deepEqual([status, location], [404, ''], nowhere)
    }
  },
)

test('another site’s page signs nobody in, and is no try', async () => {
  const answer = await enter(HERE, box.http, PASSPHRASE, { origin: 'https://ailleurs.example' })
  assert.deepEqual([answer.status, answer.cookie], [403, ''])
})

test('a request that another server passed on is a stranger’s, though it comes from this machine', async () => {
  const { cookie } = await enter(HERE, box.http, PASSPHRASE)
  assert.match(
    (await ask(HERE, `${box.http}/annonces`, { headers: { cookie } })).text,
    /class="keeper"/,
  )
  for (const name of [
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'Forwarded',
    'X-Real-IP',
    'Via',
  ]) {
    const passed = { [name]: HERE }
    assert.doesNotMatch(
      (await ask(HERE, `${box.http}/annonces`, { headers: { cookie, ...passed } })).text,
      /class="keeper"/,
      name,
    )
    // The page for the machine itself, kept a moment ago, is not given to them.
    await ask(HERE, `${box.http}/entrer`)
    assert.match(
      (await ask(HERE, `${box.http}/entrer`, { headers: passed })).text,
      /Sur un Wi-Fi ouvert/,
      name,
    )
    for (const at of [box.http, box.https]) {
      const tried = await enter(HERE, at, PASSPHRASE, passed)
      assert.deepEqual([tried.status, tried.cookie], [403, ''], name)
    }
    assert.doesNotMatch(
      (await ask(HERE, `${box.http}/sante`, { headers: passed })).text,
      /turnsWaiting/,
      name,
    )
  }
})

test('with --tls-port 0 the sign-in page of a neighbour names the port that https really has', async t => {
  const box = await opened(t, '--demo', '--name', 'sail.local')
  const page = await ask('127.0.0.9', `${box.http}/entrer`)
  assert.ok(
    page.text.includes(`href="https://sail.local:${new URL(box.https).port}/entrer"`),
    page.text,
  )
})

test('the demonstration prints ten codes beside its passphrase, so that forgetting can be tried', async () => {
  const { said } = box
  const codes = /Dix codes pour oublier.*\s:\s(.+)$/m.exec(said)?.[1]?.split(', ') ?? []
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) assert.match(code, /^\w{4} \w{4} \w{4}$/)
})

test(
  'a forgetting that is refused leaves its code good; posted twice it is one, answered alike, ' +
    'and spends one',
  async () => {
    const code = /Dix codes.*\s:\s(.+?),/.exec(box.said)?.[1] ?? ''
    const { cookie } = await enter(HERE, box.http, PASSPHRASE)
    const headers = { cookie }
    const [notice = ''] =
      (await ask(HERE, `${box.http}/annonces`)).text.match(/\/annonces\/[0-9a-z]{26}/) ?? []
    const page = (await ask(HERE, `${box.http}${notice}/modifier`, { headers })).text
    const [, oublier = ''] = page.split('action="/oublier"')
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(oublier)?.[1] ?? ''
    const form = {
      tour: hidden('tour'),
      jeton: hidden('jeton'),
      type: hidden('type'),
      id: hidden('id'),
      from: `${notice}/modifier`,
      code,
    }
    const forget = (more: Readonly<Record<string, string>> = {}) =>
      ask(HERE, `${box.http}/oublier`, { form: { ...form, ...more }, headers })
    const wrong = await forget({ code: 'abcd efgh jkmn' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Ce code n’est pas bon, ou il a déjà servi/)
    assert.equal((await forget({ id: '' })).status, 422, 'there is nothing to forget')
    const answers = [...(await Promise.all([forget(), forget()])), await forget()]
    assert.deepEqual(
      answers.map(answer => [answer.status, answer.location]),
      answers.map(() => [303, '/annonces']),
    )
    assert.equal((await ask(HERE, `${box.http}${notice}`)).status, 404)
    assert.match(
      (await forget({ tour: '' })).text,
      /il a déjà servi/,
      'another form needs another code',
    )
  },
)

const OPENING = {
  where: 'Sail-sous-Couzan, Trelins',
  name: 'Sail, essai',
  keptBy: 'Odette, au local',
  passphrase: 'quatre mots au hasard',
  compris: '1',
  relue: '1',
}

test(
  'from another machine the first opening asks for the code that the terminal said; from the ' +
    'machine itself it does not',
  async t => {
    const box = await opened(t, '--host', '0.0.0.0')
    const [, address = '', code = ''] =
      /allez à (\S+) et donnez ce code\s:\s(.+)$/m.exec(box.said) ?? []
    const at = address.replace('localhost', HERE).replace('/ouvrir', '')
    const http = box.http.replace('localhost', HERE)
    assert.match(code, /^\p{L}+\s\d\d\s\d\d$/u)
    assert.match(
      (await ask('127.0.0.2', `${http}/ouvrir`)).text,
      /Ouvrez-la à la borne elle-même/,
      'over http nobody opens',
    )
    const asked = await ask('127.0.0.2', `${at}/ouvrir`)
    assert.match(asked.text, /name="code"/)
    const digits = /\d\d\s\d\d/.exec(code)?.[0] ?? ''
    for (const page of [asked, await ask(HERE, `${http}/ouvrir`), await ask(HERE, `${http}/sante`)])
      assert.ok(
        !page.text.includes(digits) && !page.text.includes(digits.replace(/\s/, '')),
        'the code is in no page',
      )
    assert.doesNotMatch((await ask(HERE, `${http}/ouvrir`)).text, /name="code"/)
    const open = (from: string, said: string) =>
      ask(from, `${at}/ouvrir`, { form: { ...OPENING, code: said } })
    for (const wrong of ['', 'papier', 'xylophone 12 34', '0000', code.replace(/\d/g, '')]) {
      const answer = await open('127.0.0.2', wrong)
      assert.equal(answer.status, 422)
      assert.match(answer.text, /Ce n’est pas le code/)
    }
    assert.equal((await open('127.0.0.2', code)).status, 429)
    const opens = await open('127.0.0.3', code.toUpperCase())
    assert.equal(opens.status, 303)
    assert.match(
      (await open('127.0.0.3', code)).text,
      /déjà ouverte.*entrez avec votre phrase de passe/,
    )
  },
)

test(
  'two who open at the same instant: one gets the sheet, the other a page that says so, and ' +
    'nothing of theirs is there',
  async t => {
    const box = await opened(t)
    const open = (more: Readonly<Record<string, string>>) =>
      ask(HERE, `${box.http}/ouvrir`, { form: { ...OPENING, ...more } })
    const names = ['Sail et alentours', 'Trelins et alentours']
    const answers = await Promise.all(
      names.map(name => open({ name, passphrase: `phrase de ${name}` })),
    )
    const statuses = answers.map(answer => answer.status)
    assert.deepEqual([...statuses].sort(), [303, 409])
    const [won, lost] = [statuses.indexOf(303), statuses.indexOf(409)]
    assert.match(answers[lost]?.text ?? '', /Quelqu’un ouvre cette page en ce moment|déjà ouverte/)
    const home = (await ask(HERE, box.http)).text
    assert.ok(home.includes(names[won]!) && !home.includes(names[lost]!))
    const entered = await Promise.all(names.map(name => enter(HERE, box.http, `phrase de ${name}`)))
    assert.deepEqual([entered[won]?.status, entered[lost]?.status], [303, 403])
    const communes = await ask(HERE, `${box.http}/sante`)
    assert.equal(
      (JSON.parse(communes.text) as { records: number }).records,
      1 + 2 + 30,
      'one territory, its two communes, the themes',
    )
  },
)
