import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/**
 * Law 11: what two people say to each other is in no page, search, count, export or feed of anybody
 * else, the keeper's included.
 */

const SAID = 'zyxomelette'
const PLACE = 'quirplotine'
const REACH = 'vantroucelle'
const WHAT = 'brelucotte'
const CANARIES = [SAID, PLACE, REACH, WHAT]
const holds = (text: string): boolean => CANARIES.some(one => text.toLowerCase().includes(one))

/** Two members talk, and a visitor writes to one of them. */
async function talked(): Promise<
  Readonly<{ box: TestBox; elodie: Member; mathieu: Member; ids: readonly string[]; at: string }>
> {
  const box = testBox()
  box.territory()
  const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'voisins' }
  const { location } = await mathieu.post('/annonces/proposer', sent)
  const annonce = /[0-9a-z]{26}/.exec(location)![0]
  const { location: at } = await elodie.post('/arrangements/interet', { annonce, said: SAID })
  assert.equal((await mathieu.post(`${at}/mot`, { said: `Oui, ${SAID}` })).status, 303)
  const proposed = await elodie.post(`${at}/proposer`, { when: PLACE, where: PLACE })
  assert.equal(proposed.status, 303)
  // The keeper notes an answer of who had them write the notice, and reads no word of it.
  const noted = { title: 'prête sa scie', for: mathieu.id, reachBy: 'word', accord: 'voisins' }
  const saw = /[0-9a-z]{26}/.exec((await box.keeper.post('/annonces/proposer', noted)).location)![0]
  const asked = { annonce: saw, what: WHAT, when: PLACE, where: PLACE }
  assert.equal((await elodie.post('/arrangements/nouveau', asked)).status, 303)
  const visited = { annonce, firstName: 'Huguette', reach: `au bourg, ${REACH}`, said: SAID }
  assert.equal((await box.visitor().post('/arrangements/interet', visited)).status, 303)
  const idsIn = (table: string) =>
    box.engine.read.all(`SELECT id FROM ${table}`).map(row => String(row['id']))
  const deals = [...idsIn('deal_home'), ...idsIn('deal_answer_home')]
  return { box, elodie, mathieu, ids: [annonce, saw, ...deals, elodie.id, mathieu.id], at }
}

/** Every page of every brick and of the house, with each of these ids where it takes one. */
const pathsOf = (box: TestBox, ids: readonly string[]): readonly string[] => {
  const pages = box.source.bricks.flatMap(brick => brick.pages.map(({ path }) => path))
  const own = ['/', '/donnees', '/moi/tout.json', '/tenir', '/chercher?q=', '/a-montrer', '/billet']
  const data = ['offer', 'deal', 'deal-answer', 'word'].flatMap(type => [
    `/donnees/${type}.csv`,
    `/donnees/${type}.json`,
  ])
  const sought = CANARIES.map(one => `/chercher?q=${one}`)
  return [
    ...new Set(
      [...pages, ...own, ...data, ...sought].flatMap(path =>
        path.includes(':') ? ids.map(id => path.replace(/:\w+/, id)) : path,
      ),
    ),
  ]
}
async function nowhere(who: Browser, paths: readonly string[], called: string): Promise<void> {
  for (const path of paths) {
    const { status, body } = await who.get(path)
    const isSearch = path.startsWith('/chercher?q=')
    // A search says the words that were searched.
    const own = CANARIES.reduce((text, one) => text.replaceAll(`value="${one}"`, ''), body)
    const said = isSearch ? own.replaceAll(/«[^»]*»/g, '') : body
    const asked = isSearch && !/\/arrangements\/[0-9a-z]{26}/.test(said)
    assert.ok(asked || !holds(said), `${called} reads it at ${path} (${status})`)
  }
}

test('what two people say is in no page of anybody else, nor in any feed that leaves', async () => {
  const { box, ids } = await talked()
  const zoe = await box.member('Zoé')
  const paths = pathsOf(box, ids)
  assert.ok(paths.length > 100)
  for (const [called, who] of [
    ['a visitor', box.visitor()],
    ['another member', zoe],
    ['the keeper', box.keeper],
  ] as const)
    await nowhere(who, paths, called)
  const said = box.engine.log.sql
    .all(
      'SELECT write.space, piece.value FROM write JOIN piece ON piece.entry = write.entry ' +
        'AND piece.change = write.change AND piece.field = write.field',
    )
    .filter(row => holds(String(row['value'])))
  assert.ok(said.length > 5)
  assert.deepEqual([...new Set(said.map(row => row['space']))], ['home'])
  assert.deepEqual(box.faults, [])
})

test('its two people read it, at the box or by https; over http not even they', async () => {
  const { box, elodie, mathieu, at } = await talked()
  for (const who of [elodie, mathieu]) assert.ok(holds((await who.get(at)).body))
  const wifi = await box.memberOf(elodie.id, 'wifi')
  for (const path of [at, '/arrangements', '/', '/moi'])
    assert.ok(!holds((await wifi.get(path)).body))
})

test('one’s own file of a thread has no number before both said yes, nor what the other saw', async () => {
  const { box, elodie, mathieu, at } = await talked()
  const [phone, own] = ['04 77 55 66 77', await box.member('Léonie')]
  const number = { how: 'phone', phone }
  const rosa = await box.member({ name: 'Rosa', ...number })
  const sent = { title: 'prête son étau', reachBy: 'word', accord: 'voisins' }
  const { location } = await own.post('/annonces/proposer', sent)
  const annonce = /[0-9a-z]{26}/.exec(location)![0]
  const asked = { annonce, what: 'Léonie me prête son étau', when: 'samedi', phone }
  const thread = (await rosa.post('/arrangements/nouveau', asked)).location.split('?')[0]!
  const taken = async (who: Browser) => (await who.get('/moi/tout.json')).body
  assert.match(await taken(own), /me prête son étau/)
  assert.doesNotMatch(await taken(own), /04 77 55/)
  await box.doneBy(own, `${thread}/repondre`, { says: 'yes' })
  assert.match(await taken(own), /04 77 55 66 77/)
  await box.doneBy(elodie, `${at}/vu`)
  await box.doneBy(elodie, `${at}/ranger`)
  assert.match(await taken(mathieu), /"visitor": "Huguette"/)
  assert.doesNotMatch(await taken(mathieu), /"(hand|unseen|seenTo|hiddenFor)"/)
})
