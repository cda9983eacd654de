import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A word that answers a word goes to whoever signed that one, whoever left it. */

let box: TestBox
let claire: Member
let marius: Member
let bruno: Member
let ninon: string
let relay: string

beforeEach(async () => {
  box = testBox()
  box.territory()
  claire = await box.member('Claire')
  bruno = await box.member('Bruno')
  ;({ who: marius, id: relay } = await relayIn(box, 'Marius', { when: 'le mardi' }))
  ninon = box.welcome({ name: 'Ninon', how: 'relay', relay })
})

/** Who leaves the word, for whom, and to whom its answer goes by whom. */
type Left = Readonly<{
  by: () => Browser
  pour?: string
  for: () => string | null
  called: string
  carrier: () => string | null
}>
const LEFT: Readonly<Record<string, Left>> = {
  'by a relay for somebody who passes by them': {
    by: () => marius,
    pour: 'Ninon',
    for: () => ninon,
    called: 'Ninon',
    carrier: () => marius.id,
  },
  'by a relay for somebody unknown': {
    by: () => marius,
    pour: 'Jeanne',
    for: () => null,
    called: 'Jeanne',
    carrier: () => marius.id,
  },
  'by a relay for themselves': {
    by: () => marius,
    for: () => marius.id,
    called: 'Marius',
    carrier: () => null,
  },
  'by a neighbour for somebody': {
    by: () => bruno,
    pour: 'Ninon',
    for: () => bruno.id,
    called: 'Ninon',
    carrier: () => null,
  },
}
for (const [title, left] of Object.entries(LEFT))
  test(`the answer to a word left ${title} goes to whoever signed it`, async () => {
    const word = { forWhom: 'Claire', said: 'Oui pour la laine.' }
    await box.doneBy(left.by(), '/mot', { ...word, pour: left.pour ?? '' })
    const link = /href="(\/mot\?reponse=[0-9a-z]+)"/.exec((await claire.get('/moi')).body)![1]!
    const page = await claire.get(link)
    assert.match(page.text, new RegExp(`Laisser un mot à ${left.called}`))
    await claire.fill(page, '/mot', { said: 'Je passe samedi alors.' })
    const [row] = box.read.all("SELECT * FROM word_home WHERE said LIKE 'Je passe%'")
    assert.equal(row!['forWhom'], left.called)
    assert.equal(row!['member'], left.for())
    assert.equal(row!['carrier'], left.carrier())
    const by = left.by()
    const list = (await by.get(left.carrier() === null ? '/moi' : '/mes-mots')).text
    assert.match(list, /Je passe samedi alors/)
    if (left.pour) assert.match(list, new RegExp(left.pour))
    if (left.carrier() !== null)
      assert.doesNotMatch((await by.get('/moi')).text, /Je passe samedi alors/)
    for (const other of [marius, bruno].filter(one => one !== by))
      for (const at of ['/moi', '/mes-mots'])
        assert.doesNotMatch((await other.get(at)).text, /Je passe samedi/)
    assert.deepEqual(box.faults, [])
  })
