import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../../../tests/exchange/met.ts'
import { formsIn, sent } from '../../../tests/support/forms.ts'
import { type Answer, asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../tests/support/test-box.ts'
import { proposal } from '../../contract/own-records.ts'
import { heldIn } from '../../sync/bundle/vector.ts'
import { markBox } from '../../sync/trust/marks.ts'
import { newCodes } from '../../web/session/keeper.ts'

/** The page that follows a post, with its sentence. */
const after = async (person: Person, answer: Answer): Promise<Answer> => {
  assert.equal(answer.status, 303, answer.said.slice(0, 600))
  return person.get(answer.location)
}
/** Presses the button beside the sentence. */
const undo = async (person: Person, page: Answer): Promise<Answer> => {
  const action = formsIn(page).find(form => form.text.includes('Annuler'))?.action
  assert.ok(action, page.said.slice(0, 400))
  return after(person, await sent(person, page, action, {}, form => form.text.includes('Annuler')))
}
/** A visitor sends a notice; the keeper's name for it. */
async function noticeSent(door: Door, title: string): Promise<string> {
  const visitor = door.person('wifi')
  const page = await visitor.get('/annonces/proposer')
  const form = formsIn(page).find(one => one.action === '/annonces/proposer')!
  const input = { ...form.fields, title, who: 'Odile', reachBy: 'phone', phone: '06 39 98 00 11', accord: 'voisins', act: 'send' }
  await visitor.post('/annonces/proposer', input)
  const waiting = door.house.read.list(proposal, { where: "state = 'waiting'" }, 'home')
  assert.equal(waiting.length, 1, 'the notice waits')
  return waiting[0]!.id
}
const stateOf = (door: Door, id: string) => door.house.read.one(proposal, id, 'home')?.state
const offers = (door: Door): readonly unknown[] =>
  door.house.read.list(door.house.types.get('offer')!).map(row => (row as { title?: unknown }).title)

test('what the keeper took off comes back from the sentence, from its own page, and from the list', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const id = door.bring('place', { name: 'Le four banal', kind: 'other' })
  const path = `/annuaire/lieux/${id}`
  const remove = async () => after(keeper, await sent(keeper, await keeper.get(`${path}/modifier`), '/retirer'))
  const shows = async () => (await door.person('wifi').get(path)).status === 200

  const first = await remove()
  assert.doesNotMatch(first.said, /\*/)
  assert.equal(await shows(), false)
  await undo(keeper, first)
  assert.equal(await shows(), true)

  await remove()
  const own = await keeper.get(path)
  assert.match(own.said, /Le four banal.*C’est retiré de la page/)
  await after(keeper, await sent(keeper, own, '/remettre-sur-la-page'))
  assert.equal(await shows(), true)

  await remove()
  assert.match((await keeper.get('/tenir')).said, /Ce qui est retiré/)
  const list = await keeper.get('/tenir/retire')
  assert.match(list.said, /Le four banal/)
  await after(keeper, await sent(keeper, list, '/remettre-sur-la-page'))
  assert.equal(await shows(), true)
  assert.doesNotMatch((await keeper.get('/tenir/retire')).said, /Le four banal/)
  assert.notEqual((await door.person('wifi').get('/tenir/retire')).status, 303)
})

test('what the keeper took off is found again by the day on which they did, whoever wrote it and however long ago', async () => {
  const door = await openDoor()
  const paul = door.welcome({ name: 'Paul' })
  const before = await asMember(door, await cardOf(await asKeeper(door), paul))
  const form = { title: 'prête une échelle', reachBy: 'word', accord: 'voisins', act: 'send' }
  assert.equal((await before.post('/annonces/proposer', form)).status, 303)
  const type = door.house.types.get('offer')!
  const { id } = door.house.read.list(type)[0] as { id: string }
  door.later(60 * 86_400_000)
  const keeper = await asKeeper(door)
  await after(keeper, await sent(keeper, await keeper.get(`/annonces/${id}/modifier`), '/retirer'))
  const list = await keeper.get('/tenir/retire')
  assert.match(list.said, /Paul prête une échelle/)
  await after(keeper, await sent(keeper, list, '/remettre-sur-la-page'))
  assert.equal((await door.person('wifi').get(`/annonces/${id}`)).status, 200)
  // What its author takes off is theirs to put back.
  const me = await asMember(door, await cardOf(keeper, paul))
  assert.equal((await me.post('/moi/retirer', { type: 'offer', id })).status, 303)
  assert.doesNotMatch((await keeper.get('/tenir/retire')).said, /Paul prête une échelle/)
})

test('what was taken off can be forgotten without being shown again', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const id = door.bring('place', { name: 'Chez Zéphirin', kind: 'other' })
  assert.ok(door.turn('plain', 'remove', { type: 'place', id }).done)
  const page = await keeper.get(`/annuaire/lieux/${id}`)
  const wrong = await sent(keeper, page, '/oublier', { code: 'zzzz zzzz zzzz' })
  assert.match(wrong.said, /Chez Zéphirin/)
  assert.equal(wrong.status, 422)
  const [code] = newCodes(door.local)
  assert.equal((await sent(keeper, page, '/oublier', { code: code! })).status, 303)
  assert.equal((await keeper.get(`/annuaire/lieux/${id}`)).status, 404)
  assert.doesNotMatch((await keeper.get('/tenir/retire')).said, /Zéphirin/)
})

test('why a notice was taken off is told its author while it is, and not once they take it off themselves', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const elodie = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Élodie' })))
  const says = async () => (await elodie.get('/moi')).said.includes('une vente zwyn')
  for (const accord of ['voisins', 'ici']) {
    await elodie.post('/annonces/proposer', { title: `je prête un canari, ${accord}`, who: 'Élodie', reachBy: 'word', accord })
    const id = String(door.house.read.all('SELECT id FROM offer WHERE removed IS NOT 1')[0]?.['id'])
    await after(keeper, await keeper.post('/annonces/cacher', { id, why: 'une vente zwyn' }))
    assert.ok(await says(), accord)
    await after(keeper, await keeper.post('/remettre-sur-la-page', { type: 'offer', id }))
    assert.equal((await elodie.post('/moi/retirer', { type: 'offer', id })).status, 303)
    assert.equal(await says(), false, accord)
  }
})

test('what was erased is not put back', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const id = door.bring('place', { name: 'Le four banal', kind: 'other' })
  assert.ok(door.turn('plain', 'remove', { type: 'place', id }).done)
  assert.ok(door.turn('plain', 'forget', { type: 'place', id }).done)
  assert.equal(door.turn('plain', 'putBack', { type: 'place', id }).done, false)
  assert.doesNotMatch((await keeper.get('/tenir/retire')).said, /four banal/)
})

test('what was not shown can be read again, whatever was said of it', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const id = await noticeSent(door, 'Je prête ma remorque')
  const page = await after(keeper, await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/laisser', { why: 'deux fois' }))
  assert.equal(stateOf(door, id), 'refused')
  assert.match((await keeper.get('/tenir/retire')).said, /Pas affiché.*remorque.*deux fois/)
  await undo(keeper, page)
  assert.equal(stateOf(door, id), 'waiting')
})

test('what was shown is hidden again with what was mended meanwhile; the boxes that have it are named', async () => {
  const [door, other] = [await openDoor(), await openDoor()]
  const keeper = await asKeeper(door)
  for (const [at, to, called] of [
    [door, other, 'Boën'],
    [other, door, 'Sail'],
  ] as const) {
    at.house.log.db.exec('BEGIN')
    markBox(at.house.log, to.house.log.box.name, { called, paired: true })
    at.house.log.db.exec('COMMIT')
  }
  const id = await noticeSent(door, 'Je prête ma remorque')
  const show = async () => after(keeper, await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher'))
  const page = await show()
  assert.equal(offers(door).length, 1)
  assert.doesNotMatch((await undo(keeper, page)).said, /Boën/, 'it went nowhere yet')
  assert.deepEqual([offers(door).length, stateOf(door, id)], [0, 'waiting'])

  await show()
  const shownAs = door.house.read.one(proposal, id, 'home')?.shownAs ?? ''
  const edit = await keeper.get(`/annonces/${shownAs}/modifier`)
  assert.equal((await sent(keeper, edit, '/ecrire', { title: 'Odile prête une grande remorque' })).status, 303)
  await met(door.house, other.house, door.now())
  assert.equal(offers(other).length, 1)
  door.house.log.db.exec('BEGIN')
  markBox(door.house.log, other.house.log.box.name, { heard: heldIn(other.house.log) })
  door.house.log.db.exec('COMMIT')
  const list = await keeper.get('/tenir/retire')
  const gone = await after(keeper, await sent(keeper, list, '/a-montrer/cacher'))
  assert.match(gone.said, /Boën l’a déjà reçu/)
  assert.match((await keeper.get('/a-montrer')).said, /grande remorque/)
  await met(door.house, other.house, door.now())
  assert.equal(offers(other).length, 0, 'the other box forgot it')
  const left = door.house.log.sql.all(
    'SELECT 1 FROM write w JOIN flesh f ON f.entry = w.entry AND f.change = w.change AND f.field = w.field WHERE w.record = ? AND w.field = ?',
    shownAs,
    'title',
  )
  assert.deepEqual(left, [], 'nothing of the copy is left')
})

test('what a member wrote and that was shown goes back whole: it is theirs still', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const nadia = door.welcome({ name: 'Nadia' })
  const card = await cardOf(keeper, nadia)
  const member = await asMember(door, card)
  const form = formsIn(await member.get('/annonces/proposer')).find(one => one.action === '/annonces/proposer')!
  const input = { ...form.fields, title: 'Je prête ma remorque, 06 39 98 00 99', reachBy: 'word', accord: 'voisins', act: 'send' }
  const sentOne = await member.post('/annonces/proposer', input)
  assert.equal(sentOne.status, 303, sentOne.said.slice(0, 900))
  const id = door.house.read.list(proposal, { where: "state = 'waiting'" }, 'home')[0]?.id ?? ''
  const show = async () => after(keeper, await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher'))
  const authorOf = (record: string | null | undefined) =>
    (door.house.read.one(door.house.types.get('offer')!, record ?? '', 'home') as { author?: unknown } | undefined)?.author
  const page = await show()
  assert.equal(authorOf(door.house.read.one(proposal, id, 'home')?.shownAs), nadia)
  await undo(keeper, page)
  assert.deepEqual([offers(door).length, stateOf(door, id)], [0, 'waiting'])
  assert.equal(authorOf(door.house.read.one(proposal, id, 'home')?.piece), nadia)
  await show()
  assert.equal(authorOf(door.house.read.one(proposal, id, 'home')?.shownAs), nadia)
})

test('what somebody speaks of is not hidden: it can be taken off, and nothing is lost', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const id = await noticeSent(door, 'Je prête ma remorque')
  await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher')
  const shownAs = door.house.read.one(proposal, id, 'home')?.shownAs ?? ''
  door.bring('confirmation', { about: shownAs, says: 'yes', who: 'Josette' })
  const answer = door.turn('plain', 'unshow', { id })
  assert.ok(!answer.done && 'refused' in answer && /en parle déjà/.test(answer.refused), JSON.stringify(answer))
  assert.equal(offers(door).length, 1)
})

test('all that one click showed of notes comes back as it was; what stood there stays, without its new ties', async () => {
  const door = await openDoor()
  const { house } = door
  const bring = (type: string, fields: Record<string, string | number | boolean | readonly string[]>, space?: 'home') =>
    door.bring(type, fields, space)
  const there = bring('actor', { name: 'La MJC', kind: 'association' })
  const of = bring('harvest', { title: 'Soirée', state: 'open', date: '2026-11-24' }, 'home')
  const piece = (type: string, fields: Record<string, string>, ties: readonly string[] = []) => {
    const held = bring(type, fields, 'home')
    return {
      held,
      id: bring(
        'proposal',
        { of: type, piece: held, sentBy: 'harvest', state: 'waiting', harvest: of, certainty: 1, from: 1, ties },
        'home',
      ),
    }
  }
  const oven = piece('initiative', { title: 'Rallumer le four' })
  const mjc = piece('actor', { name: 'La MJC' }, [`runs:${oven.held}`])
  const left = piece('initiative', { title: 'Un tour en montgolfière' })
  const leaving = { [`groupe.${left.id}`]: 'g', 'tout.g': 'non' }
  const kept = { [`garder.${oven.id}`]: '1', [`garder.${mjc.id}`]: '1', [`meme.${mjc.id}`]: there, ...leaving }
  const shown = door.turn('plain', 'showHarvest', { id: of, act: 'show', ...kept })
  assert.ok(shown.done && shown.undo, JSON.stringify(shown))
  const initiatives = () => house.read.list(house.types.get('initiative')!)
  const meetings = () => house.read.list(house.types.get('meeting')!)
  assert.deepEqual([initiatives().length, meetings().length], [1, 1])
  assert.equal(stateOf(door, left.id), 'refused')

  const back = door.turn('plain', 'unshowHarvest', shown.undo.input)
  assert.ok(back.done, JSON.stringify(back))
  assert.deepEqual([initiatives().length, meetings().length], [0, 0])
  assert.equal(house.read.called(there)?.title, 'La MJC')
  assert.deepEqual(
    [oven, mjc, left].map(one => stateOf(door, one.id)),
    ['kept', 'kept', 'waiting'],
  )

  const home = house.read.one(house.types.get('initiative')!, oven.held, 'home') as { reach?: unknown } | undefined
  assert.equal(home?.reach ?? null, null, 'how to reach the keeper was the showing’s word, not the notes’')
  const again = door.turn('plain', 'showHarvest', { id: of, act: 'show', ...kept })
  assert.ok(again.done, 'done again')
  assert.equal('undo' in again && again.undo?.input['id'], of)
  assert.deepEqual([initiatives().length, meetings().length], [1, 1])
})

test('a join is taken away from the sentence that says it', async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const [a, b] = ['Le Local', 'Local'].map(name => door.bring('place', { name, kind: 'other' }))
  const form = await keeper.get(`/joindre?these=${a}&these=${b}`)
  const page = await after(keeper, await sent(keeper, form, '/joindre'))
  const places = () => door.house.read.list(door.house.types.get('place')!).length
  assert.equal(places(), 1)
  await undo(keeper, page)
  assert.equal(places(), 2)
})
