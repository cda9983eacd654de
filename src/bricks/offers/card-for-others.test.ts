import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import type { Filled } from '../../../tests/support/forms.ts'
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
/** The button of the question, in the form that asks it; `by`: who reads that page. */
const pressesAnyway = async (
  asked: Answer,
  path: string,
  more: Filled = {},
  by: Browser = marius,
) => by.fill(asked, path, { ...more, [ANYWAY]: anywayIn(asked) })
const anywayIn = ({ body }: Answer): string =>
  new RegExp(`<button[^>]* name="${ANYWAY}" value="([^"]*)"`).exec(body)![1]!
/** What *Entrée* in a field presses. */
const firstButtonIn = ({ body }: Answer, path: string): string => {
  const inside = body.slice(body.indexOf(`action="${path}"`))
  return /<button[^>]*>[^<]*/.exec(inside)![0]
}
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
    assert.match(firstButtonIn(asked, way.path(id)), /^<button class="apart"[^>]*>Enregistrer/)
    assert.match(asked.body, new RegExp(`value="${name}"`))
    assert.equal(count(), before, 'nothing is written yet')
    const done = await pressesAnyway(asked, way.path(id))
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
  assert.equal((await marius.post(way.path(id), { ...said, [ANYWAY]: 'lucette' })).status, 303)
  assert.equal((await sends(way, id, 'Lucette')).status, 303)
  assert.equal(box.read.all('SELECT 1 FROM deal_home').length, 1)
})

test('what was sent all the same stays so when something else is to mend', async () => {
  const id = await writes('carte')
  const way = WAYS[2]!
  const asked = await sends(way, id, 'Lucette')
  const refused = await pressesAnyway(asked, way.path(id), { combien: '90 kg' })
  assert.equal(refused.status, 422)
  assert.doesNotMatch(refused.text, QUESTION)
  const done = await marius.fill(refused, way.path(id), { combien: '10 kg' })
  assert.equal(done.status, 303, done.text)
})

test('it is sent all the same for that person alone: for another name it is asked again', async () => {
  const id = await writes('carte')
  for (const way of WAYS) {
    const [before, path] = [count(), way.path(id)]
    const asked = await sends(way, id, 'Lucette')
    const other = await pressesAnyway(asked, path, { [way.whose]: 'Simone' })
    assert.match(other.text, QUESTION, path)
    assert.equal(anywayIn(other), 'simone')
    assert.equal(count(), before)
  }
  const way = WAYS[2]!
  const asked = await sends(way, id, 'Lucette')
  const refused = await pressesAnyway(asked, way.path(id), { combien: '90 kg' })
  const mended = { combien: '10 kg', pour: 'Simone' }
  const other = await marius.fill(refused, way.path(id), mended)
  assert.match(other.text, QUESTION)
  assert.equal(count(), 0)
  assert.equal((await pressesAnyway(other, way.path(id))).status, 303)
})

test('a form without a page of its own comes back with one act, which sends it', async () => {
  const id = await writes('carte')
  for (const [n, from] of ['', '/'].entries()) {
    const said = { combien: '10 kg', pour: NAMES[n]!, from }
    const asked = await marius.post(`/repondre/${id}`, said)
    assert.match(asked.text, QUESTION)
    const form = /<form[^>]*action="\/repondre[\s\S]*?<\/form>/.exec(asked.body)![0]
    assert.deepEqual(
      form.match(/<button[^>]*>[^<]*/g)?.map(one => one.replace(/.*>/, '')),
      ['L’envoyer quand même'],
    )
    assert.equal((await pressesAnyway(asked, `/repondre/${id}`)).status, 303)
  }
})

test('the keeper who writes for somebody without a card is asked in every form', async () => {
  const id = await writes('carte')
  const { keeper } = box
  const kept: Readonly<Record<string, string>> = {
    '/mot': 'sender',
    '/a-confirmer/confirmer': 'who',
  }
  for (const [n, way] of WAYS.entries()) {
    const [before, path] = [count(), way.path(id).replace('/dire', '/confirmer')]
    const field = kept[path] ?? (way.whose === 'pour' ? 'firstName' : way.whose)
    const said = { ...way.said, reach: 'au bar', [field]: NAMES[n]! }
    const asked = await keeper.fill(await keeper.get(way.page(id)), path, said)
    assert.match(asked.text, QUESTION, path)
    assert.equal(count(), before)
    const done = await pressesAnyway(asked, path, {}, keeper)
    assert.equal(done.status, 303, `${path}: ${done.text}`)
    box.later(1_000)
  }
  const signed = { said: 'Elle passe.', reach: 'au bar', sender: 'Anaïs' }
  const word = await keeper.fill(await keeper.get(`/mot?annonce=${id}`), '/mot', signed)
  assert.equal(word.status, 303, word.text)
  const form = await keeper.get(`/a-confirmer?annonce=${id}`)
  const told = await keeper.fill(form, '/a-confirmer/confirmer', { said: 'plus rien' })
  assert.equal(told.status, 303, told.text)
  assert.deepEqual(box.faults, [])
})

test('who notes what the author of the notice told them is not asked about that author', async () => {
  const title = 'Simone donne du foin'
  const card = { title, mode: 'give', amount: '40 kg', accord: 'carte' }
  const how = { who: 'Simone', reachBy: 'phone', phone: '04 77 11 22 33' }
  const put = await box.keeper.post('/annonces/proposer', { ...card, ...how })
  assert.equal(put.status, 303, put.text)
  const id = String(box.read.all('SELECT id FROM offer_home')[0]!['id'])
  const told = async (who: string): Promise<Answer> => {
    box.later(100_000)
    const form = await box.keeper.get(`/a-confirmer?annonce=${id}`)
    return box.keeper.fill(form, '/a-confirmer/confirmer', { says: 'yes', who })
  }
  for (const who of ['Simone', 'simone ', 'Anaïs', 'Anaïs, au local']) {
    const done = await told(who)
    assert.equal(done.status, 303, `${who}: ${done.text}`)
  }
  assert.match((await told('Lucette')).text, QUESTION)
  const relayed = { says: 'yes', pour: 'Simone' }
  const page = await marius.get(`/a-confirmer?annonce=${id}`)
  assert.equal((await marius.fill(page, '/a-confirmer/dire', relayed)).status, 303)
  assert.deepEqual(box.faults, [])
})
