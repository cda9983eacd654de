import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Answer } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { ANYWAY } from '../../contract/speaker.ts'

/**
 * A notice that only people who hold a card read, and a relay who writes about it for somebody whom
 * the box does not know: whether its author agrees is asked once, before it is sent.
 */

let box: TestBox
let marius: Member
let odile: Member
let through: string
beforeEach(async () => {
  box = testBox()
  box.territory()
  const relay = await relayIn(box, 'Marius')
  ;[marius, through] = [relay.who, relay.id]
  odile = await box.member('Odile')
})
/** A notice of Odile's. */
async function writes(accord: string, who = odile): Promise<string> {
  const notice = { title: 'donne du foin', amount: '40 kg', mode: 'give', reachBy: 'word', accord }
  const done = await who.post('/annonces/proposer', notice)
  assert.equal(done.status, 303, done.text)
  const table = accord === 'carte' ? 'offer_home' : 'offer'
  return String(box.read.all(`SELECT id FROM ${table} WHERE title LIKE '%foin%'`)[0]!['id'])
}

const QUESTION = /seulement avec une carte : son auteur est-il d’accord .*sans carte y réponde \?/
const WRITTEN = ['deal', 'response', 'word', 'confirmation']
const count = (): number =>
  WRITTEN.flatMap(table => box.read.all(`SELECT id FROM ${table}_home`)).length

type Way = Readonly<{ page: (id: string) => string; path: (id: string) => string }> &
  Readonly<{ said: Readonly<Record<string, string>>; whose: string }>
/** Each form in which a relay writes about a notice for somebody else. */
const WAYS: readonly Way[] = [
  {
    page: id => `/arrangements/interet?annonce=${id}&pour=autre`,
    path: () => '/arrangements/interet',
    said: { said: 'Elle passe jeudi.' },
    whose: 'forName',
  },
  {
    page: id => `/arrangements/nouveau?annonce=${id}`,
    path: () => '/arrangements/nouveau',
    said: { when: 'jeudi', where: 'au pont' },
    whose: 'forName',
  },
  {
    page: id => `/repondre/${id}`,
    path: id => `/repondre/${id}`,
    said: { combien: '10 kg' },
    whose: 'pour',
  },
  {
    page: id => `/mot?annonce=${id}`,
    path: () => '/mot',
    said: { said: 'Elle passe jeudi.', reach: 'au bar' },
    whose: 'pour',
  },
  {
    page: id => `/a-confirmer?annonce=${id}`,
    path: () => '/a-confirmer/dire',
    said: { says: 'gone', said: 'il n’y en a plus' },
    whose: 'pour',
  },
]
const NAMES = ['Lucette', 'Simone', 'Rosa', 'Yvon', 'Ginette']
const sends = async (way: Way, id: string, name: string, who = marius): Promise<Answer> =>
  who.fill(await who.get(way.page(id)), way.path(id), { ...way.said, [way.whose]: name })

test('a relay who writes for somebody without a card is asked once, and sends it all the same', async () => {
  const id = await writes('carte')
  for (const [n, way] of WAYS.entries()) {
    const before = count()
    const name = NAMES[n]!
    const asked = await sends(way, id, name)
    assert.match(asked.text, QUESTION, way.path(id))
    assert.match(asked.text, /Une question avant d’envoyer/)
    assert.match(asked.body, /<title>Une question/)
    assert.equal(asked.body.match(new RegExp(`<button[^>]* name="${ANYWAY}"`, 'g'))?.length, 1)
    assert.match(asked.body, new RegExp(`value="${name}"`))
    assert.equal(count(), before, 'nothing is written yet')
    const done = await marius.fill(asked, way.path(id), { [ANYWAY]: '1' })
    assert.equal(done.status, 303, done.text)
    assert.ok(count() > before, way.path(id))
    box.later(1_000)
  }
  assert.deepEqual(box.faults, [])
})

test('nothing is asked of a notice that others read too', async () => {
  const id = await writes('voisins')
  for (const [n, way] of WAYS.entries())
    assert.equal((await sends(way, id, NAMES[n]!)).status, 303, way.path(id))
})

test('nothing is asked of who writes in their own name, or for a member who is theirs', async () => {
  const id = await writes('carte')
  box.welcome({ name: 'Lucette', how: 'relay', relay: through })
  for (const name of ['', 'lucette '])
    for (const way of WAYS) {
      const page = await marius.get(way.page(id).replace(name === '' ? '&pour=autre' : '', ''))
      const sent = await marius.fill(page, way.path(id), { ...way.said, [way.whose]: name })
      assert.equal(sent.status, 303, `${way.path(id)} for ${name}: ${sent.text}`)
      box.later(1_000)
    }
  assert.deepEqual(box.faults, [])
})

test('nothing is asked of who wrote the notice, and notes what somebody told them', async () => {
  const id = await writes('carte', marius)
  const noted = await sends(WAYS[2]!, id, 'Lucette')
  assert.equal(noted.status, 303, noted.text)
})

test('a member whom this relay does not write for is asked about like anybody', async () => {
  const id = await writes('carte')
  await box.member('Yvette')
  for (const name of ['Yvette', 'Zoé'])
    assert.match((await sends(WAYS[0]!, id, name)).text, QUESTION)
})

test('a notice that a relay keyed for somebody without a card answers in their name: it is asked too', async () => {
  const id = await writes('carte')
  const hers = { title: 'cherche du foin', who: 'Lucette', reachBy: 'word', accord: 'voisins' }
  assert.equal((await marius.post('/annonces/chercher', hers)).status, 303)
  const need = String(box.read.all('SELECT id FROM need')[0]!['id'])
  for (const path of ['interet', 'nouveau']) {
    const at = `/arrangements/${path}`
    const page = await marius.get(`${at}?annonce=${id}&avec=${need}`)
    assert.match((await marius.fill(page, at, { when: 'jeudi' })).text, QUESTION, path)
  }
})

test('in a conversation that stands, nothing is asked again', async () => {
  const id = await writes('carte')
  const [way] = WAYS as readonly [Way]
  const said = { annonce: id, forName: 'Lucette', said: 'Elle passe jeudi.' }
  assert.equal((await marius.post(way.path(id), { ...said, [ANYWAY]: '1' })).status, 303)
  assert.equal((await sends(way, id, 'Lucette')).status, 303)
  assert.equal(box.read.all('SELECT 1 FROM deal_home').length, 1)
})

test('what was sent all the same stays so when something else is to mend', async () => {
  const id = await writes('carte')
  const way = WAYS[2]!
  const asked = await sends(way, id, 'Lucette')
  const much = { [ANYWAY]: '1', combien: '90 kg' }
  const refused = await marius.fill(asked, way.path(id), much)
  assert.equal(refused.status, 422)
  assert.doesNotMatch(refused.text, QUESTION)
  const done = await marius.fill(refused, way.path(id), { combien: '10 kg' })
  assert.equal(done.status, 303, done.text)
})

test('the keeper who writes for somebody without a card is asked as well', async () => {
  const id = await writes('carte')
  const path = `/repondre/${id}`
  const said = { combien: '10 kg', firstName: 'Lucette', reach: 'au bar' }
  const asked = await box.keeper.fill(await box.keeper.get(path), path, said)
  assert.match(asked.text, QUESTION)
  const done = await box.keeper.fill(asked, path, { [ANYWAY]: '1' })
  assert.equal(done.status, 303, done.text)
})
