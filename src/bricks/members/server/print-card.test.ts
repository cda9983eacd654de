import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenIn } from '../../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Paper } from '../../../contract/paper.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { cardPrintRoutes } from './print-card.ts'

const PRINT = '/carte-habitant/imprimer'
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

/** A house behind its door, and what it was asked to set. */
async function opened(): Promise<Readonly<{ door: TestBox; elodie: string; papers: Paper[] }>> {
  const papers: Paper[] = []
  const typesetter = {
    isBusy: () => false,
    set: async (paper: Paper) => {
      papers.push(paper)
      return setPaper(paper)
    },
    close: async () => {},
  }
  const box = testBox({ routes: (app, server) => cardPrintRoutes(app, server, { typesetter }) })
  box.territory({ keptBy: 'Anaïs et Malo' })
  return { door: box, elodie: box.welcome({ name: 'Élodie' }), papers }
}
const sent = (body: string) => ({
  number: hiddenIn(body, 'number'),
  secret: hiddenIn(body, 'secret'),
  words: hiddenIn(body, 'words'),
  jeton: hiddenIn(body, 'jeton'),
})

test(
  'a card is printed from the page that shows it: name, number, four words, drawing; no ' +
    'browser keeps it, and the box neither',
  async () => {
    const { door: box, elodie, papers } = await opened()
    const page = await box.keeper.post('/carte-habitant', { member: elodie })
    assert.match(page.body, /<form[^>]*action="\/carte-habitant\/imprimer" target="_blank"/)
    const card = sent(page.body)
    const answer = await box.keeper.post(PRINT, card)
    assert.equal(answer.status, 200, String(box.faults[0]))
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.ok(answer.body.startsWith('%PDF-'))
    const all = plain(JSON.stringify(papers[0]))
    for (const said of [
      'Élodie',
      card.words,
      `${card.number.slice(0, 3)} ${card.number.slice(3)}`,
      '<svg',
      'Anaïs et Malo, au local',
      '"words":"Sail"',
    ])
      assert.ok(all.includes(said), said)
    const kept = JSON.stringify([
      ...box.local.sql.all('SELECT * FROM card'),
      ...box.local.sql.all('SELECT * FROM session'),
    ])
    assert.ok(!kept.includes(card.secret) && !kept.includes(card.words))
    assert.ok(
      !JSON.stringify(box.log.sql.all('SELECT CAST(value AS TEXT) AS v FROM piece')).includes(
        card.secret,
      ),
    )
  },
)

test(
  'only the keeper prints a card, and only one that opens: not a stranger’s, a made-up one, ' +
    'nor one that was replaced',
  async () => {
    const { door: box, elodie, papers } = await opened()
    const old = sent((await box.keeper.post('/carte-habitant', { member: elodie })).body)
    for (const person of [box.visitor(), await box.memberOf(elodie)]) {
      const refused = await person.post(PRINT, old)
      assert.equal(refused.status, 403)
      assert.ok(!refused.body.includes(old.secret), 'nothing is held to go on with')
    }
    assert.equal((await box.keeper.post(PRINT, old)).status, 404, 'another was drawn since')
    const now = sent((await box.keeper.post('/carte-habitant', { member: elodie })).body)
    for (const wrong of [
      { secret: 'x' },
      { number: '00000' },
      { words: 'un deux' },
      { words: 'un deux trois <b>' },
    ])
      assert.equal((await box.keeper.post(PRINT, { ...now, ...wrong })).status, 404)
    assert.equal((await box.keeper.get(PRINT)).status, 404)
    assert.equal(papers.length, 0)
  },
)
