import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readPage } from '../../src/reading/page.ts'
import { Unreadable } from '../../src/reading/unreadable.ts'
import { originOf } from '../../src/web/captive/captive.ts'
import { testBox } from '../support/test-box.ts'

test('a document of entities that stand for each other is damaged, and said so', async () => {
  const entities = Array.from(
    { length: 12 },
    (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
  ).join('')
  const content =
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 ' +
    `"ha">${entities}` +
    ']><office:document-content><office:body><office:text><text:p>&e12;</text:p></office:text></office:body></office:document-content>'
  const odt = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(content),
  })
  await readPage(odt, 'notes.odt').then(
    ({ text }) => assert.ok(text.length < 1_000),
    error => assert.ok(error instanceof Unreadable),
  )
})

test('another site’s page signs nobody out', async () => {
  using box = testBox()
  const away = await box.keeper.post('/sortir', {}, { origin: 'http://ailleurs.example' })
  assert.equal(away.status, 403)
  assert.equal((await box.keeper.get('/tenir')).status, 200)
  assert.match((await box.keeper.get('/')).body, /action="\/sortir"/)
  assert.equal((await box.keeper.post('/sortir', {})).status, 303)
  assert.doesNotMatch((await box.keeper.get('/')).body, /action="\/sortir"/)
})

test('an address that a page gives out is this box’s, whatever port was asked', async () => {
  using box = testBox({
    routes: (app, server) => {
      app.get('/dite', c => c.text(originOf(c, server, false)))
    },
  })
  const asked = async (host: string): Promise<string> => {
    const env = { incoming: { socket: { remoteAddress: '192.168.4.7' }, headers: {} } }
    return (await box.app.request('http://borne.local/dite', { headers: { host } }, env)).text()
  }
  assert.equal(await asked('borne.local:6666'), 'http://borne.local')
  assert.equal(await asked('borne.local:8080'), 'http://borne.local:8080')
  assert.equal(await asked('borne.local'), 'http://borne.local')
})
