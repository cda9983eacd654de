import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, relayIn } from '../../../tests/exchange/web-villages.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { handAll, saidToHand } from '../../../tests/support/slips.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'
import { deal, dealAnswer } from './model/records.ts'

/** What is said to who has no screen is handed over to them. */

test('a word to who has no screen is a slip at once, with their relay or the keeper', async () => {
  const { box, elodie, rows, slips } = await twoNeighbours()
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  await elodie.post('/arrangements/interet', { annonce: own, said: 'J’en prendrais dix.' })
  const [slip] = slips()
  assert.deepEqual(
    [slip!['forWhom'], slip!['said'], slip!['about'], slip!['carrier']],
    ['Rosa', 'J’en prendrais dix.', rows()[0]!.id, null],
  )
  const [act] = box.engine.read.list(dealAnswer, {}, 'home')
  assert.equal(act!.slip, slip!['id'])
  assert.ok(box.engine.read.published.saidInThreads?.([String(slip!['id'])]).length === 1)
  const gone = await box.keeper.post(`/mes-mots/${String(slip!['id'])}/remis`, {})
  assert.equal(gone.status, 303)
  assert.deepEqual(box.engine.read.published.slipsHanded?.([String(slip!['id'])]), [
    { id: slip!['id'], on: box.today(box.now()), by: null, isRead: false },
  ])
})

test('of a thread’s word that nobody carries, who wrote it reads where it is still read', async () => {
  const { box, elodie, slips } = await twoNeighbours()
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  await elodie.post('/arrangements/interet', { annonce: own, said: 'J’en prendrais dix.' })
  await box.keeper.post('/mes-mots/ecarter', { ids: String(slips()[0]!['id']) })
  const told = /pour Rosa n’a pas été porté : il ne se lit que dans votre arrangement/i
  for (const path of ['/', '/moi']) assert.match((await elodie.get(path)).text, told)
  await elodie.fill(await elodie.get('/'), SAW_NEWS)
  assert.doesNotMatch((await elodie.get('/')).text, told, 'it is seen')
})

test('a word that was handed over is told in the thread; who reads it there has it', async () => {
  const { box, elodie, slips } = await twoNeighbours()
  const odile = await box.member('Odile')
  const where = { name: 'Odile', where: 'à l’épicerie', yes: '1' }
  await box.keeper.post(`/habitants/${odile.id}/relais`, where)
  const [relay] = box.read.all('SELECT id FROM relay')
  const own = box.bring('offer', {
    title: 'Rosa donne des plants',
    who: 'Rosa',
    mode: 'give',
    relay: String(relay!['id']),
  })
  const { location: at } = await elodie.post('/arrangements/interet', {
    annonce: own,
    said: 'Dix.',
  })
  const [slip] = slips()
  assert.equal(slip!['carrier'], odile.id)
  await odile.post(`/mes-mots/${String(slip!['id'])}/remis`, {})
  assert.match((await elodie.get(at)).text, /Remis à Rosa par Odile, le 5 décembre/)
})

test('the keeper reads no word that a relay carries, until it lay a week unseen', async () => {
  const { box, elodie, does } = await twoNeighbours()
  const { who: odile, id: relay } = await relayIn(box, 'Odile')
  await odile.post('/habitants/accueillir', { name: 'Rosa', how: 'relay', relay })
  const [rosa] = box.read.all("SELECT id FROM member_home WHERE name = 'Rosa'")
  const sent = { title: 'prête des outils', reachBy: 'word', accord: 'ici' }
  await odile.post('/annonces/proposer', { ...sent, for: String(rosa!['id']) })
  const own = String(box.read.all("SELECT id FROM offer WHERE title LIKE '%outils%'")[0]!['id'])
  const { location: at } = await elodie.post('/arrangements/interet', {
    annonce: own,
    said: 'zyxomel',
  })
  await does(elodie, `${at}/proposer`, { when: 'samedi, zyxomel' })
  const printed = () => JSON.stringify(box.print('mot', undefined, { by: 'keeper' }))
  const read = async (who = box.keeper): Promise<string> =>
    (await who.get('/mes-mots')).text + (await who.get('/mes-mots/papillons')).text
  assert.match((await odile.get('/mes-mots')).text, /zyxomel/)
  assert.match(await read(), /Rosa.*Ce mot est d’une conversation : son relais seul le lit\./)
  assert.doesNotMatch((await read()) + printed(), /zyxomel/)
  box.later(8 * 86_400_000)
  assert.match(await read(await box.keeperAt('here')), /zyxomel/, 'nobody else reads it to Rosa')
  assert.match(printed(), /zyxomel/)
})

test('who reads on a screen what was to be handed over to them has it: nobody carries it', async () => {
  const { box, elodie, slips, does } = await twoNeighbours()
  const [odile, rosa] = [await box.member('Odile'), await box.member('Rosa')]
  await box.keeper.post(`/habitants/${odile.id}/relais`, {
    ...{ name: 'Odile', where: 'à l’épicerie', yes: '1' },
  })
  const [relay] = box.read.all('SELECT id FROM relay')
  const fields = { title: 'Rosa donne des plants', who: 'Rosa', author: rosa.id }
  const own = box.bring('offer', { ...fields, relay: String(relay!['id']) })
  const { location: at } = await elodie.post('/arrangements/interet', { annonce: own })
  assert.equal(slips()[0]!['handedOn'], null)
  assert.doesNotMatch((await rosa.get('/moi')).text, /un mot pour vous/)
  await does(rosa, `${at}/vu`)
  assert.notEqual(slips()[0]!['handedOn'], null)
  assert.match((await elodie.get(at)).text, /Lu, le 5 décembre/)
  assert.deepEqual(box.faults, [])
})

test('the line beside an answer is a slip too for who has no screen; nobody writes to nobody', async () => {
  const { box, elodie, mathieu, slips, does, ticketed } = await twoNeighbours()
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const { location: at } = await elodie.post('/arrangements/interet', { annonce: own })
  await does(elodie, `${at}/proposer`, { when: 'samedi' })
  await does(elodie, `${at}/repondre`, { says: 'no', said: 'Je suis malade.' })
  assert.ok(slips().some(({ said }) => said === 'Je suis malade.'))
  const { visitor, at: ticket, id } = await ticketed()
  await visitor.post(`${ticket}/reprendre`, { from: `${ticket}/reprendre` })
  for (const path of ['mot', 'proposer'])
    assert.equal(
      (await mathieu.post(`/arrangements/${id}/${path}`, { said: 'Oh', when: 'lundi 7 décembre' }))
        .status,
      422,
    )
  assert.doesNotMatch((await mathieu.get(`/arrangements/${id}`)).text, /Écrire à|Proposer une/)
  assert.deepEqual(box.faults, [])
})

test('a thread tells one receipt, of its last word, until its person answers', async () => {
  const { box, elodie, slips, does } = await twoNeighbours()
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const { location: at } = await elodie.post('/arrangements/interet', { annonce: own })
  await does(elodie, `${at}/mot`, { said: 'J’en prendrais dix.' })
  await does(elodie, `${at}/proposer`, { when: 'samedi 12 décembre' })
  const receipts = async (): Promise<number> =>
    (await elodie.get('/')).text.match(/dit à Rosa lui est transmis/gi)?.length ?? 0
  assert.equal(slips().length, 3)
  for (const { id } of slips()) await box.keeper.post(`/mes-mots/${String(id)}/remis`, {})
  assert.equal(await receipts(), 1)
  const rosa = box.engine.read.list(deal, {}, 'home')[0]!.parties!.length
  await does(box.keeper, `${at}/repondre`, { party: String(rosa), says: 'yes' })
  assert.match((await elodie.get('/')).text, /Rosa est d’accord/)
  assert.equal(await receipts(), 0)
  await does(elodie, `${at}/vu`)
  assert.doesNotMatch((await elodie.get('/')).text, /Pour vous/)
})

test('who hands over that a ride has changed told it: nothing of it stands on their page', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const odette = box.welcome({ name: 'Odette' })
  const sent = { title: 'je descends à Montbrison jeudi à 8 h, deux places', accord: 'ici' }
  const act = box.leadsTo
  const annonce = idIn(await act(odile, '/annonces/proposer', { ...sent, reachBy: 'word' }))
  const day = '2026-12-10 08:00'
  const at = await act(box.keeper, '/arrangements/interet', { annonce, for: odette, day })
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await handAll(box)
  const edit = await odile.get(`/annonces/${annonce}/modifier`)
  const { action } = formsIn(edit).find(one => one.fields['rideAt'] !== undefined)!
  const fields = filledIn(edit, action) as Record<string, string>
  const title = sent.title.replace('8 h', '9 h')
  await act(odile, action, { ...fields, title, rideAt: '09:00' })
  const lines = async () => (await linesOn(box.keeper)).map(({ text }) => text).join(' | ')
  assert.match(await lines(), /un mot à remettre à Odette.*à dire à Odette : Odile a changé/)
  assert.deepEqual(saidToHand(box), ['Mon trajet a changé.'])
  await handAll(box)
  assert.doesNotMatch(await lines(), /Odette/)
  await act(odile, '/annonces/fermer', { id: annonce })
  assert.match(await lines(), /à dire à Odette : Odile a fermé/, 'of which there is no slip')
  assert.deepEqual(box.faults, [])
})
