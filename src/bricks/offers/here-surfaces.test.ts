import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import type { Value } from '../../core/schema.ts'
import { filesRoutes } from '../../data/files-out.ts'
import { dataRoutes } from '../../data/table-out.ts'
import { picturesIn } from '../../paper/pictures.ts'
import type { Typesetter } from '../../paper/typesetter-client.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { printRoutes } from '../../web/print/print-routes.ts'
import { minutesRoutes } from '../meetings/server/minutes.ts'

/**
 * Every surface that tells of a notice of the commons tells of one that its person shows here
 * alone: found by enumeration of the pages and prints of every brick, so that a new one can't leave
 * it out. Nothing that leaves says a word of it.
 */

const WIDE = 'zwynpartout'
const HERE = 'zwynici'
const FOLDER = mkdtempSync(join(tmpdir(), 'cocote-here-'))
const SMALL = { [WIDE]: 'a'.repeat(64), [HERE]: 'b'.repeat(64) } as const
/** In place of a PDF, the bytes of the pictures that stand on it. */
const picturesAlone: Typesetter = {
  set: async (paper, picture) => ({
    pdf: Buffer.concat(picturesIn(paper).map(hash => picture(hash) ?? Buffer.from('?'))),
    pages: 1,
  }),
  isBusy: () => false,
  close: async () => {},
}
let box: TestBox
let stranger: Browser
const ids = new Map<string, string>()

const photo = (hash: string) => [
  { hash, name: 'photo.webp', type: 'image/webp', size: 3, small: hash },
]
const fieldsOf = (
  word: 'zwynpartout' | 'zwynici',
  themes: readonly string[],
  meeting: string,
): Readonly<Record<string, Value>> => ({
  title: `Élodie prête un ${word} à palettes`,
  who: 'Élodie',
  reach: 'au local',
  detail: '',
  state: 'firm',
  mode: 'lend',
  themes,
  commune: '42195',
  photos: photo(SMALL[word]),
  notedAt: meeting,
})

before(async () => {
  box = testBox({
    routes: (app, server, engine) => {
      dataRoutes(app, server, engine.tables.sql)
      minutesRoutes(app, server)
      filesRoutes(app, server, { folder: FOLDER })
      printRoutes(app, server, { folder: FOLDER, typesetter: picturesAlone })
    },
  })
  stranger = box.visitor()
  box.territory()
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan', point: [45.73, 3.97] })
  const theme = box.bring('theme', { label: 'Palettes' })
  const meeting = box.bring('meeting', { title: 'Réunion des palettes', date: '2026-11-30' })
  ids.set('theme', theme).set('meeting', meeting)
  const { detail: _, ...wide } = fieldsOf(WIDE, [theme], meeting)
  const { detail: __, ...here } = fieldsOf(HERE, [theme], meeting)
  ids.set(WIDE, box.bring('offer', wide))
  ids.set(HERE, box.bring('offer', { ...here, spread: 'here', shownHere: true }, 'home'))
  ids.set(
    'need',
    box.bring('need', {
      title: 'Malo cherche un zwynpartout à palettes',
      who: 'Malo',
      reach: 'au bar',
      state: 'open',
    }),
  )
  ids.set(
    'need here',
    box.bring('need', {
      title: 'Malo cherche un zwynici à palettes',
      who: 'Malo',
      reach: 'au bar',
      state: 'open',
    }),
  )
  for (const [space, word] of [['commons', WIDE] as const, ['home', HERE] as const]) {
    mkdirSync(join(FOLDER, 'files', space), { recursive: true })
    writeFileSync(join(FOLDER, 'files', space, SMALL[word]), word)
  }
})

/**
 * Pages at an address of their own, and those that a filter, a search or another record leads to.
 */
const addresses = (): readonly string[] => [
  ...box.engine.bricks
    .flatMap(brick => brick.pages.map(page => page.path))
    .filter(path => !path.includes(':')),
  ...[
    '/',
    '/annonces?genre=propose',
    '/annonces?commune=42195',
    '/annonces?mode=lend',
    '/annonces?genre=propose&maintenant=1',
  ],
  ...[
    `/annonces?themes=${ids.get('theme')}`,
    `/themes/${ids.get('theme')}`,
    '/carte?montrer=annonces',
    '/annonces/nouveautes',
  ],
  `/reunions/${ids.get('meeting')}`,
]
const LENT = `prête un ${HERE}`
const says = (text: string, word: string): boolean => text.includes(word)

test('every page that says a notice of the commons says the one that is read here alone', async () => {
  const told: string[] = []
  for (const who of [stranger, box.keeper])
    for (const path of addresses()) {
      const { body, status } = await who.get(path)
      if (status !== 200 || !says(body, `prête un ${WIDE}`)) continue
      told.push(path)
      assert.ok(says(body, LENT), path)
    }
  for (const path of ['/', '/annonces', '/annonces?commune=42195', '/carte?montrer=annonces'])
    assert.ok(told.includes(path), path)
  assert.ok(told.length > 12, `the enumeration finds pages: ${told.join(' ')}`)
})

test('it is found by the search, met by a need, opened like any other, and its photo shows', async () => {
  for (const word of [WIDE, HERE] as const) {
    assert.ok(says((await stranger.get(`/chercher?q=${word}`)).text, `prête un ${word}`), 'search')
    const need = ids.get(word === WIDE ? 'need' : 'need here')
    assert.ok(says((await stranger.get(`/annonces/${need}`)).text, `prête un ${word}`), 'matching')
    const page = await stranger.get(`/annonces/${ids.get(word)}`)
    assert.ok(says(page.body, SMALL[word]), 'photo on its page')
    assert.ok(says((await stranger.get('/annonces')).body, SMALL[word]), 'photo in lists')
    assert.equal(
      (await stranger.get(`/fichiers/${SMALL[word]}.webp`)).body,
      word,
      'the photo itself',
    )
  }
  assert.match((await stranger.get(`/annonces/${ids.get(HERE)}`)).text, /Affichée ici seulement/)
})

test('its photo stands on its poster, whoever prints it', async () => {
  for (const who of [stranger, box.keeper])
    for (const word of [WIDE, HERE] as const) {
      const poster = await who.get(`/imprimer/affichette/${ids.get(word)}`)
      assert.equal(poster.body, word)
    }
})

test('every print and the screen say it', () => {
  const { engine } = box
  const source = { ...engine, secret: box.local.secret, now: box.now, today: () => '2026-12-05' }
  const told: string[] = []
  for (const { prints = [], words } of engine.bricks)
    for (const print of prints) {
      const made = (id: string): string => {
        const kit = kitFor(source, {
          path: `/imprimer/${print.kind}`,
          params: { id },
          lang: 'fr',
          by: 'keeper',
          private: true,
        })
        return JSON.stringify(print.make(kit, engine.read, words.fr) ?? '')
      }
      const [wide, here] = print.ofOne
        ? [made(ids.get(WIDE)!), made(ids.get(HERE)!)]
        : [made(''), made('')]
      if (!says(wide, `prête un ${WIDE}`)) continue
      told.push(print.kind)
      assert.ok(says(here, LENT), print.kind)
    }
  const known = lackingBrick('printing') ? ['affichette'] : ['affichette', 'feuille']
  for (const kind of known) assert.ok(told.includes(kind), told.join(' '))
  const kit = kitFor(source, { path: '/veilleuse', lang: 'fr', by: 'visitor' })
  const screen = JSON.stringify(kit.watch().map(source => source.take(undefined, 10)))
  assert.ok(says(screen, WIDE) && says(screen, LENT))
})

test('what is done to it, and what is said of it, stays here too', async () => {
  const id = ids.get(HERE)!
  const wide = () =>
    JSON.stringify(
      box.log.sql.all(
        "SELECT record, type FROM write WHERE space <> 'home' AND (record = ? " +
          "OR type = 'confirmation')",
        id,
      ),
    )
  assert.equal(
    (await box.keeper.post('/annonces/fermer', { id, from: `/annonces/${id}` })).status,
    303,
  )
  assert.ok(!says((await stranger.get('/annonces')).text, LENT))
  const over = (await stranger.get(`/annonces/${id}`)).text
  assert.doesNotMatch(over, /Affichée ici/, 'what is over is in no list')
  assert.equal(
    (await box.keeper.post('/annonces/rouvrir', { id, from: `/annonces/${id}` })).status,
    303,
  )
  assert.ok(says((await stranger.get('/annonces')).text, LENT))
  assert.match((await stranger.get(`/annonces/${id}`)).text, /Où on en est/, 'what changed is told')
  const doubt = {
    about: id,
    says: 'changed',
    said: 'il manque une roue zwynroue',
    from: `/a-confirmer?annonce=${id}`,
  }
  assert.equal((await box.keeper.post('/a-confirmer/confirmer', doubt)).status, 303)
  assert.ok(says((await stranger.get(`/annonces/${id}`)).text, 'zwynroue'))
  assert.equal(wide(), '[]', 'nothing of it is written in the commons')
  assert.equal(
    (await box.keeper.post('/annonces/cacher', { id, why: 'deux fois', from: `/annonces/${id}` }))
      .status,
    303,
  )
  assert.equal((await stranger.get(`/annonces/${id}`)).status, 404)
  assert.equal((await box.keeper.post('/remettre-sur-la-page', { type: 'offer', id })).status, 303)
  assert.equal((await stranger.get(`/annonces/${id}`)).status, 200)
  assert.equal(wide(), '[]')
})

test('nothing that leaves says a word of it', async () => {
  const files = ['offer', 'need', 'confirmation'].flatMap(type =>
    ['csv', 'json', 'jsonld', 'geojson', 'atom'].map(end => `/donnees/${type}.${end}`),
  )
  const leaving = [
    '/donnees',
    '/donnees/catalogue.jsonld',
    `/reunions/${ids.get('meeting')}.wiki`,
    ...files,
  ]
  let told = 0
  for (const path of leaving) {
    const { body } = await stranger.get(path)
    if (says(body, `prête un ${WIDE}`)) told++
    for (const word of [LENT, ids.get(HERE)!, SMALL[HERE], 'zwynroue'])
      assert.ok(!says(body, word), `${path}: ${word}`)
  }
  assert.ok(told >= 4, 'it says the other one')
  const flesh = box.log.sql.all(
    "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
  )
  assert.ok(!says(JSON.stringify(flesh), LENT))
})

test('what comes without saying how far is read here alone', async () => {
  const sent = {
    title: 'je donne des zwynmuets',
    who: 'Paul',
    reachBy: 'phone',
    phone: '06 71 22 33 55',
  }
  assert.equal((await box.keeper.post('/annonces/proposer', sent)).status, 303)
  assert.equal(
    (
      await box.keeper.post('/annonces/saisie', {
        ...sent,
        kind: 'offer',
        title: 'je donne des zwynsaisis',
      })
    ).status,
    303,
  )
  const page = (await stranger.get('/annonces')).text
  assert.ok(says(page, 'zwynmuets') && says(page, 'zwynsaisis'))
  const wide = JSON.stringify(
    box.log.sql.all(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    ),
  )
  assert.ok(!says(wide, 'zwynmuets') && !says(wide, 'zwynsaisis'))
})
