import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../../../tests/exchange/met.ts'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { ownVectors } from '../../sync/bundle/vector.ts'
import { setPeerMark } from '../../sync/trust/marks.ts'
import { newCodes } from '../../web/session/keeper.ts'

/** The page that follows a post, with its sentence. */
const after = async (person: Browser, answer: Answer): Promise<Answer> => {
  assert.equal(answer.status, 303, answer.text.slice(0, 600))
  return person.get(answer.location)
}
/** Presses the button beside the sentence. */
const undo = async (person: Browser, page: Answer): Promise<Answer> => {
  const action = formsIn(page).find(form => form.text.includes('Annuler'))?.action
  assert.ok(action, page.text.slice(0, 400))
  return after(person, await person.fill(page, action, {}, form => form.text.includes('Annuler')))
}
/** A visitor sends a notice; the keeper's name for it. */
async function noticeSent(box: TestBox, title: string): Promise<string> {
  const visitor = box.visitor('wifi')
  const page = await visitor.get('/annonces/proposer')
  const form = formsIn(page).find(one => one.action === '/annonces/proposer')!
  const input = {
    ...form.fields,
    title,
    who: 'Odile',
    reachBy: 'phone',
    phone: '06 39 98 00 11',
    accord: 'voisins',
    act: 'send',
  }
  await visitor.post('/annonces/proposer', input)
  const waiting = box.read.list(proposal, { where: "state = 'waiting'" }, 'home')
  assert.equal(waiting.length, 1, 'the notice waits')
  return waiting[0]!.id
}
const stateOf = (box: TestBox, id: string) => box.read.one(proposal, id, 'home')?.state
const offers = (box: TestBox): readonly unknown[] =>
  box.read.list(box.types.get('offer')!).map(row => (row as { title?: unknown }).title)

test('a record that the keeper took off comes back from the sentence, from its page, and from the list', async () => {
  using box = testBox()
  const id = box.bring('place', { name: 'Le four banal', kind: 'other' })
  const path = `/annuaire/lieux/${id}`
  const remove = async () =>
    after(box.keeper, await box.keeper.fill(await box.keeper.get(`${path}/modifier`), '/retirer'))
  const shows = async () => (await box.visitor('wifi').get(path)).status === 200

  const first = await remove()
  assert.doesNotMatch(first.text, /\*/)
  assert.equal(await shows(), false)
  await undo(box.keeper, first)
  assert.equal(await shows(), true)

  await remove()
  const own = await box.keeper.get(path)
  assert.match(own.text, /Le four banal.*C’est retiré de la page/)
  await after(box.keeper, await box.keeper.fill(own, '/remettre-sur-la-page'))
  assert.equal(await shows(), true)

  await remove()
  assert.match((await box.keeper.get('/tenir')).text, /Ce qui est retiré/)
  const list = await box.keeper.get('/tenir/retire')
  assert.match(list.text, /Le four banal/)
  await after(box.keeper, await box.keeper.fill(list, '/remettre-sur-la-page'))
  assert.equal(await shows(), true)
  assert.doesNotMatch((await box.keeper.get('/tenir/retire')).text, /Le four banal/)
  assert.notEqual((await box.visitor('wifi').get('/tenir/retire')).status, 303)
})

test('what was brought again is not said to be off the page, nor put back twice', async () => {
  using box = testBox()
  const fields = { name: 'Amicale laïque', kind: 'other', address: 'rue du Four' }
  const off = (more: Readonly<Record<string, string>> = {}): string => {
    const id = box.bring('place', { ...fields, ...more })
    assert.ok(box.turn('plain.remove', { type: 'place', id }).done)
    return id
  }
  const [same, other] = [off(), off({ address: 'place du Marché' })]
  const listed = async () =>
    formsIn(await box.keeper.get('/tenir/retire')).flatMap(({ fields: { id } }) => id ?? [])
  const back = async (id: string) =>
    box.keeper.post('/remettre-sur-la-page', { type: 'place', id, from: '/tenir/retire' })
  assert.deepEqual(new Set(await listed()), new Set([same, other]))
  box.bring('place', fields)
  assert.deepEqual(await listed(), [other], 'what says something else can be put back')
  const refused = await back(same)
  assert.match(refused.text, /Amicale laïque » est déjà sur la page/)
  const places = () => box.read.list(box.types.get('place')!).length
  assert.equal(places(), 1)
  const put = await back(other)
  assert.equal(put.status, 303)
  assert.match((await box.keeper.get(put.location)).text, /maintenant deux fois/)
  assert.equal(places(), 2)
})

test('the records that the keeper took off are listed by day, whoever wrote them, however long ago', async () => {
  using box = testBox()
  const paul = box.welcome({ name: 'Paul' })
  const before = await box.memberOf(paul)
  const form = { title: 'prête une échelle', reachBy: 'word', accord: 'voisins', act: 'send' }
  assert.equal((await before.post('/annonces/proposer', form)).status, 303)
  const type = box.types.get('offer')!
  const { id } = box.read.list(type)[0] as { id: string }
  box.later(60 * 86_400_000)
  const keeper = await box.keeperAt('here')
  await after(keeper, await keeper.fill(await keeper.get(`/annonces/${id}/modifier`), '/retirer'))
  const list = await keeper.get('/tenir/retire')
  assert.match(list.text, /Paul\s: «\sprête une échelle\s»/)
  await after(keeper, await keeper.fill(list, '/remettre-sur-la-page'))
  assert.equal((await box.visitor('wifi').get(`/annonces/${id}`)).status, 200)
  // What its author takes off is theirs to put back.
  const me = await box.memberOf(paul)
  assert.equal((await me.post('/moi/retirer', { type: 'offer', id })).status, 303)
  assert.doesNotMatch((await keeper.get('/tenir/retire')).text, /Paul\s: «\sprête une échelle\s»/)
})

test('a record that was taken off can be erased without being shown again', async () => {
  using box = testBox()
  const id = box.bring('place', { name: 'Chez Zéphirin', kind: 'other' })
  assert.ok(box.turn('plain.remove', { type: 'place', id }).done)
  const page = await box.keeper.get(`/annuaire/lieux/${id}`)
  const wrong = await box.keeper.fill(page, '/oublier', { code: 'zzzz zzzz zzzz' })
  assert.match(wrong.text, /Chez Zéphirin/)
  assert.equal(wrong.status, 422)
  const [code] = newCodes(box.local)
  assert.equal((await box.keeper.fill(page, '/oublier', { code: code! })).status, 303)
  assert.equal((await box.keeper.get(`/annuaire/lieux/${id}`)).status, 404)
  assert.doesNotMatch((await box.keeper.get('/tenir/retire')).text, /Zéphirin/)
})

test('the author reads why a notice was taken off, until they withdraw it themselves', async () => {
  using box = testBox()
  const elodie = await box.member('Élodie')
  const says = async () => (await elodie.get('/moi')).text.includes('une vente zwyn')
  for (const accord of ['voisins', 'ici']) {
    await elodie.post('/annonces/proposer', {
      title: `je prête un canari, ${accord}`,
      who: 'Élodie',
      reachBy: 'word',
      accord,
    })
    const id = String(box.read.all('SELECT id FROM offer WHERE removed IS NOT 1')[0]?.['id'])
    await after(
      box.keeper,
      await box.keeper.post('/annonces/cacher', { id, why: 'une vente zwyn' }),
    )
    assert.ok(await says(), accord)
    await after(box.keeper, await box.keeper.post('/remettre-sur-la-page', { type: 'offer', id }))
    assert.equal((await elodie.post('/moi/retirer', { type: 'offer', id })).status, 303)
    assert.equal(await says(), false, accord)
  }
})

test('an erased record is not put back', async () => {
  using box = testBox()
  const id = box.bring('place', { name: 'Le four banal', kind: 'other' })
  assert.ok(box.turn('plain.remove', { type: 'place', id }).done)
  assert.ok(box.turn('plain.forget', { type: 'place', id }).done)
  assert.equal(box.turn('plain.putBack', { type: 'place', id }).done, false)
  assert.doesNotMatch((await box.keeper.get('/tenir/retire')).text, /four banal/)
})

test('a refused text can be read again, with or without a reason', async () => {
  using box = testBox()
  const id = await noticeSent(box, 'Je prête ma remorque')
  const page = await after(
    box.keeper,
    await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/laisser', {
      why: 'deux fois',
    }),
  )
  assert.equal(stateOf(box, id), 'refused')
  assert.match((await box.keeper.get('/tenir/retire')).text, /Pas affiché.*remorque.*deux fois/)
  await undo(box.keeper, page)
  assert.equal(stateOf(box, id), 'waiting')
})

test('a shown text is hidden again with its corrections; the boxes that have it are named', async () => {
  const [box, other] = [testBox(), testBox()]
  for (const [at, to, called] of [
    [box, other, 'Boën'],
    [other, box, 'Sail'],
  ] as const) {
    at.log.db.exec('BEGIN')
    setPeerMark(at.log, to.log.box.name, { called, paired: true })
    at.log.db.exec('COMMIT')
  }
  const id = await noticeSent(box, 'Je prête ma remorque')
  const show = async () =>
    after(
      box.keeper,
      await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher'),
    )
  const page = await show()
  assert.equal(offers(box).length, 1)
  assert.doesNotMatch((await undo(box.keeper, page)).text, /Boën/, 'it went nowhere yet')
  assert.deepEqual([offers(box).length, stateOf(box, id)], [0, 'waiting'])

  await show()
  const shownAs = box.read.one(proposal, id, 'home')?.shownAs ?? ''
  const edit = await box.keeper.get(`/annonces/${shownAs}/modifier`)
  assert.equal(
    (await box.keeper.fill(edit, '/ecrire', { title: 'Odile prête une grande remorque' })).status,
    303,
  )
  await met(box.engine, other.engine, box.now())
  assert.equal(offers(other).length, 1)
  box.log.db.exec('BEGIN')
  setPeerMark(box.log, other.log.box.name, { heard: ownVectors(other.log) })
  box.log.db.exec('COMMIT')
  const list = await box.keeper.get('/tenir/retire')
  const gone = await after(box.keeper, await box.keeper.fill(list, '/a-montrer/cacher'))
  assert.match(gone.text, /Boën l’a déjà reçu/)
  assert.match((await box.keeper.get('/a-montrer')).text, /grande remorque/)
  await met(box.engine, other.engine, box.now())
  assert.equal(offers(other).length, 0, 'the other box forgot it')
  const left = box.log.sql.all(
    'SELECT 1 FROM write w JOIN piece f ON f.entry = w.entry AND f.change = w.change ' +
      'AND f.field = w.field WHERE w.record = ? AND w.field = ?',
    shownAs,
    'title',
  )
  assert.deepEqual(left, [], 'nothing of the copy is left')
})

test('a member’s shown text waits again whole, and stays theirs', async () => {
  using box = testBox()
  const nadia = box.welcome({ name: 'Nadia' })
  const member = await box.memberOf(nadia)
  const form = formsIn(await member.get('/annonces/proposer')).find(
    one => one.action === '/annonces/proposer',
  )!
  const input = {
    ...form.fields,
    title: 'Je prête ma remorque, 06 39 98 00 99',
    reachBy: 'word',
    accord: 'voisins',
    act: 'send',
  }
  const sentOne = await member.post('/annonces/proposer', input)
  assert.equal(sentOne.status, 303, sentOne.text.slice(0, 900))
  const id = box.read.list(proposal, { where: "state = 'waiting'" }, 'home')[0]?.id ?? ''
  const show = async () => after(box.keeper, await showSent(box.keeper, id))
  const authorOf = (record: string | null | undefined) =>
    (
      box.read.one(box.types.get('offer')!, record ?? '', 'home') as
        | { author?: unknown }
        | undefined
    )?.author
  const page = await show()
  assert.equal(authorOf(box.read.one(proposal, id, 'home')?.shownAs), nadia)
  await undo(box.keeper, page)
  assert.deepEqual([offers(box).length, stateOf(box, id)], [0, 'waiting'])
  assert.equal(authorOf(box.read.one(proposal, id, 'home')?.piece), nadia)
  await show()
  assert.equal(authorOf(box.read.one(proposal, id, 'home')?.shownAs), nadia)
})

test('a text that others wrote about is not hidden: it can be taken off, and nothing is lost', async () => {
  using box = testBox()
  const id = await noticeSent(box, 'Je prête ma remorque')
  await showSent(box.keeper, id)
  const shownAs = box.read.one(proposal, id, 'home')?.shownAs ?? ''
  box.bring('confirmation', { about: shownAs, says: 'yes', who: 'Josette' })
  const answer = box.turn('plain.unshow', { id })
  assert.ok(
    !answer.done && 'refused' in answer && /en parle déjà/.test(answer.refused),
    JSON.stringify(answer),
  )
  assert.equal(offers(box).length, 1)
})

test('what speaks of a text that is to be hidden is named; a deal about it counts too', {
  skip: lacking('deal', 'idea'),
}, async () => {
  using box = testBox()
  const id = await noticeSent(box, 'Je prête ma remorque')
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const piece = box.read.one(proposal, id, 'home')?.piece
  const shownAs = box.read.one(proposal, id, 'home')?.shownAs ?? ''
  assert.notEqual(piece, shownAs)
  box.bring('deal', { what: 'canari', about: [shownAs], names: ['Rosa', 'Hugo'] }, 'home')
  const refused = (): string => {
    const answer = box.turn('plain.unshow', { id })
    return !answer.done && 'refused' in answer ? answer.refused : ''
  }
  assert.match(refused(), /On en parle déjà\s: autre chose ici\. Retirez plutôt de la page/)
  box.bring('idea', { title: 'Partager la remorque', state: 'became', became: shownAs })
  assert.match(refused(), /«\sPartager la remorque\s», autre chose ici/)
  assert.equal(offers(box).length, 1)
})

test('a join is undone from its sentence', async () => {
  using box = testBox()
  const [a, b] = ['Le Local', 'Local'].map(name => box.bring('place', { name, kind: 'other' }))
  const form = await box.keeper.get(`/joindre?these=${a}&these=${b}`)
  const page = await after(box.keeper, await box.keeper.fill(form, '/joindre'))
  const places = () => box.read.list(box.types.get('place')!).length
  assert.equal(places(), 1)
  await undo(box.keeper, page)
  assert.equal(places(), 2)
})

test('a notice that is shown again after an undo has the address that it had', async () => {
  using box = testBox()
  const id = await noticeSent(box, 'Une remorque')
  const show = () => {
    assert.ok(box.turn('plain.show', { id }).done)
    return `/annonces/${box.read.one(proposal, id, 'home')?.shownAs}`
  }
  const path = show()
  assert.equal((await box.visitor().get(path)).status, 200)
  assert.ok(box.turn('plain.unshow', { id }).done)
  const gone = await box.visitor().get(path)
  assert.equal(gone.status, 404)
  assert.match(gone.text, /montré, puis caché de nouveau/)
  assert.equal(show(), path)
  assert.equal((await box.visitor().get(path)).status, 200)
})
