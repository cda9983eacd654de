import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carried } from '../../tests/exchange/met.ts'
import { type TestBox, testBox } from '../../tests/support/test-box.ts'
import { offer } from '../bricks/offers/model/records.ts'
import { noticesOf } from '../bricks/printing/model/read.ts'
import { atom } from '../data/formats.ts'
import { setPeerMark } from '../sync/trust/marks.ts'
import type { Server } from '../web/server-parts.ts'

const YEAR = 365.25 * 24 * 3_600_000
const MINE = ['Des bocaux à donner', 'Une échelle à prêter', 'Un tour en voiture']
const THEIRS = ['Le 2100 un', 'Le 2100 deux', 'Le 2100 trois', 'Le 2100 quatre']

/** A neighbour that woke in 2100 wrote four notices; this box has three of today. */
async function apart(): Promise<Readonly<{ here: TestBox; server: Server }>> {
  let server: Server | undefined
  const [here, there] = [testBox({ routes: (_, of) => void (server = of) }), testBox()]
  there.later(74 * YEAR)
  here.log.db.exec('BEGIN')
  setPeerMark(here.log, there.log.box.name, { called: 'Demain', paired: true })
  here.log.db.exec('COMMIT')
  for (const title of MINE) here.bring('offer', { title })
  for (const title of THEIRS) there.bring('offer', { title })
  for (const name of THEIRS) there.bring('reference', { title: name })
  here.bring('reference', { title: 'Le four de Trelins' })
  await carried(there.engine, here.engine, here.now())
  return { here, server: server! }
}
const inOrder = (text: string): readonly string[] =>
  [...MINE, ...THEIRS]
    .filter(title => text.includes(title))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
const NEWEST = [...MINE.toReversed(), ...THEIRS.toReversed()]

test(
  'law 9: entries of a box that woke in 2100 are all given, and come after those of ' + 'today',
  async () => {
    const { here, server } = await apart()
    const person = here.visitor()
    assert.deepEqual(inOrder((await person.get('/')).text).slice(0, 3), NEWEST.slice(0, 3))
    for (const path of ['/annonces', '/annonces?genre=propose'])
      assert.deepEqual(inOrder((await person.get(path)).text), NEWEST, path)
    const references = (await person.get('/idees/references')).text
    const at = (title: string): number => references.indexOf(title)
    assert.ok(
      0 < at('Le four de Trelins') &&
        at('Le four de Trelins') < at('Le 2100 quatre') &&
        at('Le 2100 quatre') < at('Le 2100 un'),
    )
    const feed = atom(
      { source: server.source, tables: here.tables.sql, lang: 'fr', origin: 'http://borne.local' },
      { ...offer, path: '/annonces' },
    )
    assert.deepEqual(inOrder(feed), NEWEST)
    const sheet = noticesOf(here.read, 'offer', '2026-12-05').map(one => one.title)
    assert.deepEqual(sheet, NEWEST)
  },
)
