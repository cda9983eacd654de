import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after } from 'node:test'
import type { Hono } from 'hono'
import { openEngine } from '../../tests/support/open-engine.ts'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { bricks } from '../app/bricks.ts'
import { extraRoutes } from '../app/extra.ts'
import { drawnCode } from '../app/opening/first-run.ts'
import { refusalWords } from '../contract/refusal.ts'
import { type Field, type FieldKind, recordType } from '../core/schema.ts'
import { machineClock } from '../files/clock.ts'
import { openLocal } from '../files/local.ts'
import { newBox } from '../log/box.ts'
import { typesetterProcess } from '../paper/typesetter-client.ts'
import { fieldsOf } from '../ui/form.ts'
import { printsOf } from '../web/print/prints.ts'
import { lookOf } from '../web/public.ts'
import { wholeBricks } from '../web/records/brick.ts'
import type { Services } from '../web/served.ts'
import { createWebServer } from '../web/server.ts'
import { openingWith } from '../web/session/opening.ts'
import { sample } from './atelier/forms.ts'

/** As the schema declares them; `docs/contract/` is made from the same text. */
const KINDS = [
  ...(
    /type FieldKind =\n([\s\S]*?)\n\n/.exec(readFileSync('src/core/schema.ts', 'utf8'))?.[1] ?? ''
  ).matchAll(/'(\w+)'/g),
].map(([, kind]) => kind as FieldKind)

const kept = process.env['COCOTE_ATELIER']
after(() => {
  if (kept === undefined) delete process.env['COCOTE_ATELIER']
  else process.env['COCOTE_ATELIER'] = kept
})

function served(atelier: boolean): Hono {
  if (atelier) process.env['COCOTE_ATELIER'] = '1'
  else delete process.env['COCOTE_ATELIER']
  const engine = openEngine(bricks, newBox())
  const local = openLocal(':memory:')
  local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'nobody signs in here')
  const clock = machineClock()
  const source = {
    bricks: engine.bricks,
    types: engine.types,
    read: engine.read,
    log: engine.log,
    secret: local.secret,
    now: clock.now,
    today: clock.today,
  }
  const services: Services = {
    hand: undefined,
    folder: '/nowhere',
    bricksAt: new URL('../app/bricks.ts', import.meta.url),
    allowLocal: false,
    deliver: async () => ({ failed: { is: 'fault', reference: 'nobody writes here' } }),
    opening: openingWith(drawnCode()),
    typesetter: typesetterProcess(),
    saves: { last: () => undefined, begin: () => false },
    putBack: () => false,
    putBackSaid: undefined,
    logSql: engine.log.sql,
    tables: engine.tables.sql,
    clock,
    meet: () => Promise.reject(new Error('nobody is met here')),
  }
  return createWebServer({
    source,
    local,
    turn: () => Promise.reject(new Error('nobody writes here')),
    waiting: () => 0,
    hosts: () => new Set(['localhost']),
    tlsPort: () => undefined,
    port: () => undefined,
    version: '0',
    report: error => String(error),
    look: lookOf(),
    extra: (app, server) => extraRoutes(app, server, services),
  })
}
const get = (app: Hono, path: string) =>
  app.request(
    path,
    { headers: { host: 'localhost', 'accept-language': 'fr' } },
    { incoming: { socket: {} } },
  )

test('there is no workshop where it was not asked for', async () => {
  const app = served(false)
  for (const path of [
    '/atelier',
    '/atelier/piece/liste',
    '/atelier/vide/',
    '/atelier/papier/',
    '/atelier/papier.css',
    '/atelier/cadre',
  ])
    assert.equal((await get(app, path)).status, 404, path)
})

testAll(
  'every link of the workshop leads to a page, in a house where nobody has written anything',
  async () => {
    const app = served(true)
    const index = await (await get(app, '/atelier')).text()
    const links = [...index.matchAll(/href="(\/atelier\/[^"]+)"/g)].map(([, href = '']) => href)
    assert.ok(links.filter(href => href.startsWith('/atelier/piece/')).length >= 12)
    assert.ok(links.filter(href => href.startsWith('/atelier/vide/')).length > 20)
    for (const href of links) {
      const answer = await get(app, href)
      // A page of the keeper's stands there as its way in.
      const isWayIn =
        answer.status === 403 &&
        />(?:Entrer|La personne qui tient la page)</.test(await answer.text())
      const wanted = /\/erreur\/(\d+)/.exec(href)?.[1] ?? (isWayIn ? '403' : '200')
      assert.equal(String(answer.status), wanted, href)
    }
  },
)

/** The elements of a control: what of it is not hidden, each once. */
const elementsOf = (drawn: string): string =>
  [
    ...new Set(
      [...drawn.matchAll(/<(input|select|textarea|datalist)\b([^>]*)>/g)]
        .map(([, element, rest = '']) =>
          `${element} ${/\btype="(\w+)"/.exec(rest)?.[1] ?? ''}`.trim(),
        )
        .filter(element => element !== 'input hidden'),
    ),
  ].join(' + ')

/** Every control that a field may have, by its kind: as the form itself draws it. */
function everyControl(): ReadonlySet<string> {
  const found = new Set<string>()
  const words = { one: '', many: '', add: '', fields: {} }
  for (const kind of KINDS)
    for (const many of ['text', 'commune', 'link'].includes(kind) ? [false, true] : [false])
      for (const n of [0, 3, 61])
        for (const given of [{}, { f: 'ni un jour ni une heure', 'f.from': 'hier' }]) {
          const choices = Array.from({ length: n }, (_, at) => ({
            value: `${at}`,
            label: `n${at}`,
          }))
          const field: Field = { kind, many, choices: choices.map(one => one.value) }
          for (const longest of [undefined, 600]) {
            const own = longest && kind === 'text' ? { ...field, longest } : field
            const type = recordType({ name: 'x', title: 'f', fields: { f: own } })
            const drawn = fieldsOf(type, words, given, { lang: 'fr', choices: () => choices }).html
            const elements = elementsOf(drawn)
            if (elements !== '') found.add(`${kind}: ${elements}`)
          }
        }
  return found
}

test('every kind of field is shown, in every control that it may have', async () => {
  const app = served(true)
  const pages = ['formulaire', 'formulaire-rempli', 'formulaire-faux'].map(
    async piece => await (await get(app, `/atelier/piece/${piece}`)).text(),
  )
  const shown = new Set<string>()
  for (const page of await Promise.all(pages))
    for (const part of page.split(/(?=<div class="field|<fieldset )/)) {
      const name = /(?:name|id)="(?:f-)?([a-zA-Z]+)/.exec(part)?.[1] ?? ''
      const field = Object.hasOwn(sample.fields, name) ? sample.fields[name] : undefined
      const own = part.split(/<\/fieldset>|<p class="acts">/)[0] ?? ''
      if (field) shown.add(`${field.kind}: ${elementsOf(own)}`)
    }
  assert.ok(KINDS.length > 20)
  const wanted = everyControl()
  assert.ok(wanted.size > KINDS.length)
  assert.deepEqual(
    [...new Set([...wanted].map(one => one.split(':')[0]))].sort(),
    [...KINDS].sort(),
  )
  assert.deepEqual(
    [...wanted].filter(one => !shown.has(one)),
    [],
  )
})

test('every refusal of a form, every error, every print and every empty page is shown', async () => {
  const app = served(true)
  const index = await (await get(app, '/atelier')).text()
  const refusals = await (await get(app, '/atelier/piece/refus')).text()
  const codes = Object.keys(refusalWords('fr').refusals)
  assert.ok(codes.length > 20)
  for (const code of codes) assert.ok(refusals.includes(`<code>${code}</code>`), code)
  const sources = globSync('src/web/**/*.ts')
    .filter(file => !file.endsWith('.test.ts'))
    .map(file => readFileSync(file, 'utf8'))
  // Those that the floor of HTTP answers by itself; a form that comes back is shown as refused.
  const statuses = new Set(
    sources.flatMap(text =>
      [...text.matchAll(/sayLeaf\([^;]{0,200}?status: ([45]\d\d)/g)].map(([, one = '']) => one),
    ),
  )
  assert.ok(statuses.size > 4, [...statuses].join(' '))
  for (const status of statuses) assert.ok(index.includes(`/atelier/erreur/${status}`), status)
  for (const { print } of printsOf(wholeBricks(bricks)))
    assert.ok(index.includes(`/imprimer/${print.kind}`), print.kind)
  for (const { path } of bricks.flatMap(({ pages }) => pages)) {
    assert.ok(index.includes(`<code>${path}</code>`), path)
    if (!path.includes(':')) assert.ok(index.includes(`"/atelier/vide${path}"`), path)
  }
})

test('what is not in the workshop is not found there', async () => {
  const app = served(true)
  for (const path of [
    '/atelier/piece/__proto__',
    '/atelier/piece/constructor',
    '/atelier/erreur/200',
    '/atelier/vide/nulle-part',
  ])
    assert.equal((await get(app, path)).status, 404, path)
})
