import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { addressesWith } from '../../../tests/support/addresses.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { filesRoutes } from '../../data/files-out.ts'
import { dataRoutes } from '../../data/table-out.ts'
import type { PageSource } from '../../web/pages/kit.ts'
import { printsOf, toPrint } from '../../web/print/prints.ts'
import { minutesRoutes } from '../meetings/server/minutes.ts'

/**
 * A notice that its person shows by card alone: people who hold a card find it everywhere that
 * notices are read. Nobody else learns that it is there: every page, print and route is found by
 * enumeration, so that a new one is asked too.
 */

const CANARY = 'zwyncarte'
const OPEN = 'zwynouvert'
const FOLDER = mkdtempSync(join(tmpdir(), 'cocote-cards-'))
const SMALL = 'c'.repeat(64)
let box: TestBox
let source: PageSource
let member: Member
let overHttp: Browser
let stranger: Browser
const ids: string[] = []
let lent = ''
let theme = ''
let meeting = ''

before(async () => {
  box = testBox({
    routes: (app, server, engine) => {
      source = server.source
      dataRoutes(app, server, engine.tables.sql)
      minutesRoutes(app, server)
      filesRoutes(app, server, { folder: FOLDER })
    },
  })
  box.territory()
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan', point: [45.73, 3.97] })
  theme = box.bring('theme', { label: 'Remorques' })
  meeting = box.bring('meeting', { title: 'Réunion des remorques', date: '2026-11-30' })
  const of = (word: string, themed: string) => ({
    title: `Mathieu prête sa remorque ${word}`,
    who: 'Mathieu',
    reach: `à la ferme ${word}`,
    where: `au ${word}`,
    state: 'firm',
    mode: 'lend',
    themes: [themed],
    commune: '42195',
    amount: '400 kg',
    notedAt: meeting,
  })
  ids.push(box.bring('offer', of(OPEN, theme)))
  const photos = [{ hash: SMALL, name: 'photo.webp', type: 'image/webp', size: 3, small: SMALL }]
  lent = box.bring(
    'offer',
    { ...of(CANARY, theme), photos, spread: 'card', shownByCard: true },
    'home',
  )
  const need = box.bring(
    'need',
    {
      title: `Malo cherche une remorque ${CANARY}`,
      who: 'Malo',
      reach: 'au bar',
      state: 'open',
      spread: 'card',
      shownByCard: true,
    },
    'home',
  )
  ids.push(lent, need, theme, meeting)
  mkdirSync(join(FOLDER, 'files', 'home'), { recursive: true })
  writeFileSync(join(FOLDER, 'files', 'home', SMALL), CANARY)
  ;[member, stranger] = [await box.member('Nadia'), box.visitor()]
  overHttp = await box.memberOf(member.id, 'wifi')
})

const holds = (text: string): boolean =>
  [CANARY, SMALL, lent, ids[2]!].some(word => text.includes(word))

/** Every address of the house, with each record for its parameters. */
const addresses = (): readonly string[] => [
  ...addressesWith({ ...box, source }, ids),
  ...['genre=propose', 'commune=42195', 'mode=lend', 'maintenant=1', `themes=${theme}`].map(
    query => `/annonces?${query}`,
  ),
  ...['', 'remorque', 'reunion'].map(word => `/chercher?q=${word}`),
  '/carte?montrer=annonces',
  ...['offer', 'need', 'confirmation', 'response'].flatMap(type =>
    ['csv', 'json', 'jsonld', 'geojson', 'atom'].map(end => `/donnees/${type}.${end}`),
  ),
  `/fichiers/${SMALL}.webp`,
  `/mot?annonce=${lent}`,
  `/a-confirmer?annonce=${lent}`,
  `/arrangements/nouveau?annonce=${lent}`,
  `/annonces/saisie?comme=${lent}`,
]

/** What a page says beside the address that was asked, which some say again. */
const said = (body: string, path: string): string => body.replaceAll(path, '').replaceAll(lent, '')

test(
  'law 6: no page, route or file tells a visitor, or a member whom others hear, of a notice ' +
    'that is read by card',
  async () => {
    let told = 0
    const all = addresses()
    assert.ok(all.length > 150, `the enumeration finds ${all.length}`)
    for (const who of [stranger, overHttp])
      for (const path of all) {
        const { body, status } = await who.get(path)
        assert.ok(status < 500, `${path}: ${status}`)
        if (body.includes(OPEN)) told++
        assert.ok(!said(body, path).includes(CANARY), path)
        assert.ok(!said(body, path).includes(SMALL) || path.includes(SMALL), path)
      }
    for (const id of [lent, ids[2]!])
      for (const who of [stranger, overHttp])
        assert.equal((await who.get(`/annonces/${id}`)).status, 404)
    assert.ok(told > 20, `the other notice is told ${told} times`)
  },
)

test('law 6: no print tells of it, whoever asks', () => {
  let told = 0
  for (const by of ['visitor', 'neighbour', 'relay', 'keeper'] as const)
    for (const { print } of printsOf(source.bricks))
      for (const id of print.ofOne ? ids : [undefined]) {
        const me = by === 'neighbour' || by === 'relay' ? { me: member.id } : {}
        const paper = toPrint(source, print.kind, id, { lang: 'fr', by, private: true, ...me })
        const text = JSON.stringify(paper)
        if (text.includes(OPEN)) told++
        assert.ok(!holds(text), `${print.kind} for ${by}`)
      }
  assert.ok(told > 2, `the other notice is printed ${told} times`)
})

test('law 6: no count and no figure changes by it, and nothing of it leaves', async () => {
  const figures = async () =>
    Promise.all(
      ['/diagnostic', '/carte?montrer=annonces', '/annonces', '/donnees'].map(
        async path => (await stranger.get(path)).text,
      ),
    )
  const before = await figures()
  box.bring(
    'offer',
    {
      title: `Paul donne un ${CANARY}`,
      who: 'Paul',
      reach: 'au bar',
      state: 'firm',
      mode: 'give',
      spread: 'card',
      shownByCard: true,
    },
    'home',
  )
  assert.deepEqual(await figures(), before)
  const flesh = box.log.sql.all(
    "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
  )
  assert.ok(!holds(JSON.stringify(flesh)))
  for (const table of ['offer', 'need', 'doc', 'search', 'link'])
    assert.ok(!holds(JSON.stringify(box.tables.sql.all(`SELECT * FROM ${table}`))), table)
})

test('who holds a card finds it on home, in lists, in search, by its theme, by a need', async () => {
  for (const who of [member, box.keeper]) {
    for (const path of [
      '/',
      '/annonces',
      '/annonces?commune=42195',
      `/annonces?themes=${theme}`,
      `/themes/${theme}`,
      `/chercher?q=remorque+${CANARY}`,
      `/annonces/${ids[2]}`,
    ])
      assert.ok((await who.get(path)).text.includes(`remorque ${CANARY}`), path)
    const page = await who.get(`/annonces/${lent}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /Visible avec une carte seulement/)
    assert.ok(page.body.includes(SMALL), 'its photo')
    assert.equal((await who.get(`/fichiers/${SMALL}.webp`)).body, CANARY)
    assert.ok(!page.body.includes('/imprimer/affichette'), 'no paper is offered')
  }
  assert.match((await member.get('/annonces')).text, /visible avec une carte/)
  assert.match((await overHttp.get('/annonces')).text, /Des annonces se lisent seulement avec/)
  assert.doesNotMatch((await stranger.get('/annonces')).text, /avec une carte/)
})

test('a map, a figure and a screen tell a member what they tell everybody', async () => {
  for (const path of [
    '/carte?montrer=annonces',
    '/diagnostic',
    '/veilleuse',
    '/annonces/bandelettes',
  ])
    for (const who of [member, box.keeper])
      assert.ok(!said((await who.get(path)).body, path).includes(CANARY), path)
})

/** What a browser prints of a page: without what stands on the screen alone. */
function printed(body: string): string {
  const tags = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g
  let [out, from, hidden] = ['', body.indexOf('<main'), 0]
  for (const { 0: tag, 1: end, 2: name = '', 3: more = '', index } of body.matchAll(tags)) {
    if (index < from || EMPTY.has(name)) continue
    if (hidden > 0) {
      hidden += end ? -1 : 1
      if (hidden === 0) from = index + tag.length
    } else if (/class="[^"]*\bno-print\b/.test(more)) {
      out += body.slice(from, index)
      hidden = 1
    }
  }
  return out + body.slice(from)
}
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source'])

test('no sheet that a member prints of home, of a list or of its page has it', async () => {
  const sheets = [
    ...['/', '/annonces', `/themes/${theme}`, '/chercher?q=remorque'],
    ...[ids[0], ids[2], lent].map(id => `/annonces/${id}`),
  ]
  for (const path of sheets) {
    const { body } = await member.get(path)
    assert.ok(said(body, path).includes(CANARY), `${path} has it on the screen`)
    assert.ok(!printed(body).includes(CANARY), path)
  }
  const fresh = (await member.get('/nouveau')).body
  assert.ok(fresh.includes(OPEN) && !fresh.includes(CANARY))
  assert.match((await member.get(`/annonces/${lent}`)).body, /only-print">[^<]*ne s’imprime pas/)
})

test('what a member does to it and says of it stays by card', async () => {
  const doubt = {
    about: lent,
    says: 'changed',
    said: `il manque une roue ${CANARY}`,
    from: `/a-confirmer?annonce=${lent}`,
  }
  const done = await member.post('/a-confirmer/dire', doubt)
  assert.equal(done.status, 303, done.text)
  assert.match((await box.keeper.get(`/annonces/${lent}`)).text, /il manque une roue/)
  const wide = box.log.sql.all(
    "SELECT type FROM write WHERE space <> 'home' AND type = 'confirmation'",
  )
  assert.deepEqual(wide, [])
  const refused = await stranger.post('/a-confirmer/dire', { ...doubt, who: 'Kwan' })
  assert.ok(!refused.text.includes(`remorque ${CANARY}`))
})
