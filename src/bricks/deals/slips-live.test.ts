import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { handAll, toHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A slip says of what it is, and where it stands when it is read. */

let box: TestBox
let henri: Member
let hugo: Member
let lucienne: string
let at: string
const then = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const slips = () => box.engine.read.all('SELECT id FROM word_home WHERE removed IS NOT 1')
const waiting = () => toHand(box)
const paper = (kind: string): string =>
  JSON.stringify(box.print(kind, undefined, { by: 'relay', me: hugo.id })).replace(
    /[\u00a0\u202f]/g,
    ' ',
  )
/** Each place where the relay reads what they carry. */
const everywhere = async (): Promise<readonly string[]> => [
  (await hugo.get('/mes-mots')).text,
  (await hugo.get('/mes-mots/papillons')).text,
  paper('mot'),
  paper('ce-qui-attend'),
]

/** Henri drives on Thursdays. */
async function rides(): Promise<string> {
  const ride = { reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' }
  const title = 'je descends à Montbrison tous les jeudis'
  return /[0-9a-z]{26}/.exec(await then(henri, '/annonces/proposer', { ...ride, title }))![0]
}
/** Lucienne wants a seat of it by her relay, at its hour. */
const wantsSeat = (annonce: string): Promise<string> =>
  then(hugo, '/arrangements/interet', { annonce, for: lucienne, day: '2026-12-10 08:30' })
/** The seat is hers. */
async function rideAgreed() {
  const id = await rides()
  const thread = await wantsSeat(id)
  await then(henri, `${thread}/repondre`, { says: 'yes' })
  return { id, thread }
}
async function corrects(id: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const page = await henri.get(`/annonces/${id}/modifier`)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  await then(henri, action, { ...(filledIn(page, action) as Record<string, string>), ...fields })
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  henri = await box.member('Henri')
  const { who, id: relay } = await relayIn(box, 'Hugo', { when: 'le mardi' })
  hugo = who
  await hugo.post('/habitants/accueillir', { name: 'Lucienne', how: 'relay', relay })
  const known = box.read.all("SELECT id FROM member_home WHERE name = 'Lucienne'")
  lucienne = String(known[0]!['id'])
  const sent = { title: 'je donne du papier', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await henri.post('/annonces/proposer', sent)).location)![0]
  const wants = { annonce: notice, for: lucienne, said: 'Lucienne en voudrait.' }
  at = await then(hugo, '/arrangements/interet', wants)
})

test('a slip names its notice, what is proposed, and to whom one answers yes or no', async () => {
  await then(henri, `${at}/mot`, { said: 'Prenez des gants, c’est lourd.' })
  await then(henri, `${at}/proposer`, { when: 'dimanche 6 décembre, 14 h', where: 'au moulin' })
  for (const [i, text] of (await everywhere()).entries()) {
    assert.match(text, /Prenez des gants, c’est lourd\..*[Aa]u sujet de « .*je donne du papier/)
    assert.match(text, /(?:Proposé|Je propose) : dimanche 6 décembre, 14 h, au moulin\./)
    // Hugo is not told to tell it to Hugo.
    const own = 'Demandez la réponse : oui, non, ou un autre moment\\.'
    const answer = 'Pour répondre : dites oui, non, ou un autre moment à Hugo, au bar, le mardi\\.'
    assert.match(text, new RegExp(i === 0 ? own : answer))
    assert.doesNotMatch(text, new RegExp(i === 0 ? answer : own))
  }
  const page = await hugo.get('/mes-mots')
  assert.match(page.body, new RegExp(`href="${at}"[^>]*>Noter la réponse de Lucienne<`))
  assert.deepEqual(box.faults, [])
})

test('a slip that waited says what was agreed since, or that it is off', async () => {
  await then(henri, `${at}/mot`, { said: 'Prenez des gants.' })
  await then(henri, `${at}/proposer`, { when: 'dimanche 6 décembre, 14 h' })
  await then(hugo, `${at}/repondre`, { says: 'yes', party: '0' })
  for (const text of await everywhere()) {
    assert.match(text, /Prenez des gants\..*C’est convenu : dimanche 6 décembre, 14 h\./)
    assert.doesNotMatch(text, /dites oui, non/)
  }
  await then(henri, `${at}/repondre`, { says: 'not' })
  for (const text of await everywhere()) {
    assert.match(text, /Prenez des gants\..*(?:Depuis|Finalement), ça ne se fait p/)
    assert.doesNotMatch(text, /C’est convenu/)
  }
})

test('the paper of who has no screen says what is agreed: with whom, when, where, about what', async () => {
  await then(henri, `${at}/proposer`, { when: 'dimanche 6 décembre, 14 h', where: 'au moulin' })
  assert.match(paper('ce-qui-attend'), /Au sujet de « .*je donne du papier.*dites oui, non/)
  await then(hugo, `${at}/repondre`, { says: 'yes', party: '0' })
  await handAll(box, hugo)
  const said = 'C’est convenu avec Henri : dimanche 6 décembre, 14 h, au moulin, au sujet de'
  const agreed = new RegExp(`Lucienne, ce qui vous attend.*${said} « .*papier`)
  assert.match(paper('ce-qui-attend'), agreed)
  box.later(86_400_000)
  assert.match(paper('ce-qui-attend'), agreed, 'on the day itself')
  box.later(86_400_000)
  assert.match(paper('ce-qui-attend'), /Rien n’attend personne/)
})

test('a word without a stop at its end has one before the moment that follows', async () => {
  const title = 'Lucienne descend à Montbrison tous les jeudis à 8 h 30, deux places'
  const sent = { title, reachBy: 'word', accord: 'ici', for: lucienne }
  assert.equal((await hugo.post('/annonces/proposer', sent)).status, 303)
  const ride = String(
    box.read.all("SELECT id FROM offer WHERE title LIKE '%Montbrison%'")[0]!['id'],
  )
  const asks = (said: string) =>
    then(henri, '/arrangements/interet', { annonce: ride, day: '2026-12-10 08:30', said })
  await asks('C’est pour le dentiste')
  assert.match(paper('mot'), /C’est pour le dentiste\. Je propose : jeudi 10 décembre/)
})

test('the keeper prints what is agreed for who has neither card nor relay', async () => {
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const { location } = await henri.post('/arrangements/interet', { annonce: own })
  await then(henri, `${location}/proposer`, { when: 'samedi 12 décembre' })
  await then(box.keeper, `${location}/repondre`, { says: 'yes', party: '1' })
  await handAll(box)
  const as = { by: 'keeper', private: true } as const
  const told = JSON.stringify(box.print('ce-qui-attend', undefined, as))
  assert.match(told, /Rosa, ce qui vous attend.*C’est convenu avec Henri.*samedi 12 décembre/)
  const heard = JSON.stringify(box.print('ce-qui-attend', undefined, { ...as, private: false }))
  assert.doesNotMatch(heard, /Rosa|samedi/)
  assert.doesNotMatch(paper('ce-qui-attend'), /Rosa/)
})

test('the head of a slip says how its person is reached; who sends it reads who carries it', async () => {
  const fields = { who: 'Rosa', mode: 'give', reach: 'par Anaïs, qui transmet' }
  const own = box.bring('offer', { title: 'Rosa donne des plants', ...fields })
  const { location } = await henri.post('/arrangements/interet', { annonce: own })
  assert.match(
    (await henri.get(location)).text,
    /n’a pas de carte : ce mot lui sera porté par Anaïs \(au local\)\. Si c’est pour avant/,
  )
  const inEnglish = { ...fields, who: 'Ruth', reach: 'through Anaïs, who passes it on' }
  const other = box.bring('offer', { ...inEnglish, title: 'Ruth donne des plants' })
  await henri.post('/arrangements/interet', { annonce: other })
  const as = { by: 'keeper', private: true } as const
  const told = JSON.stringify(box.print('ce-qui-attend', undefined, as))
  assert.match(told, /"Rosa \(par Anaïs\), ce qui vous attend"/)
  assert.match(told, /"Ruth \(through Anaïs\), ce qui vous attend"/)
  assert.doesNotMatch(told, /qui transmet|passes it on/)
})

test('an insult is on no paper, nor in the label of a button', async () => {
  await then(henri, `${at}/mot`, { said: 'Sale connard de vrixolame.' })
  await then(henri, `${at}/proposer`, { when: 'quand ce gros connard sera levé' })
  for (const kind of ['mot', 'ce-qui-attend'])
    assert.doesNotMatch(paper(kind), /connard|vrixolame/, kind)
  assert.match(
    paper('mot'),
    /il ne s’imprime pas\. Pour le lire, demandez à Hugo, au bar, le mardi/,
  )
  for (const path of ['/mes-mots', '/mes-mots/papillons', at]) {
    const { body } = await hugo.get(path)
    const open = body.replace(/<details[^>]*><summary>Ce mot contient.*?<\/details>/gs, '')
    assert.match(body, /Ce mot contient une insulte/, path)
    assert.doesNotMatch(open, /connard|vrixolame/, path)
  }
  for (const path of ['/', '/moi', '/arrangements'])
    assert.doesNotMatch((await hugo.get(path)).body, /connard|vrixolame/, path)
})

test('a ride that leaves at another hour makes a slip for who counts on it and has no screen', async () => {
  const { id } = await rideAgreed()
  await handAll(box, hugo)
  const before = slips().length
  await corrects(id, { rideSeats: '3' })
  assert.equal(slips().length, before, 'a seat more moves nobody')
  await corrects(id, { rideAt: '09:00' })
  for (const text of await everywhere())
    assert.match(text, /Mon trajet a changé\..*Le trajet part maintenant à 9 h\./)
  await corrects(id, { rideAt: '09:15' })
  assert.equal(slips().length, before + 1, 'the slip that waits says the hour of now')
  for (const text of await everywhere()) {
    assert.match(text, /Le trajet part maintenant à 9 h 15\./)
    assert.doesNotMatch(text, /maintenant à 9 h\./)
  }
  assert.deepEqual(box.faults, [])
})

test('of an hour that was agreed apart, the strip says that it holds', async () => {
  const id = await rides()
  const thread = await wantsSeat(id)
  const own = { says: 'other', when: 'jeudi 10 décembre à 7h45' }
  await then(henri, `${thread}/repondre`, own)
  await then(hugo, `${thread}/repondre`, { says: 'yes', party: '0' })
  const before = slips().length
  await corrects(id, { rideAt: '09:00' })
  const strip = paper('ce-qui-attend')
  assert.match(strip, /décembre à 7h45.*L’annonce dit maintenant 9 h, mais l’heure convenue tient/)
  for (const text of await everywhere()) assert.doesNotMatch(text, /Mon trajet|maintenant à 9/)
  assert.equal(slips().length, before, 'nothing moved for her')
  assert.deepEqual(box.faults, [])
})

test('while another moment is asked, the strip says when the agreed ride leaves', async () => {
  const { id, thread } = await rideAgreed()
  await then(henri, `${thread}/repondre`, { says: 'other', when: 'jeudi 10 décembre à 7h30' })
  await corrects(id, { rideAt: '09:00' })
  const stays =
    'le rendez-vous reste « jeudi 10 décembre, 8 h 30 ». Le trajet part maintenant à 9 h.'
  for (const text of await everywhere()) {
    assert.match(text, /Mon trajet a changé[.].*à 7h30[.] Jusqu’à la réponse, le rendez-vous/)
    assert.ok(text.includes(stays), text)
    assert.doesNotMatch(text, /n’a pas changé/)
  }
  assert.deepEqual(box.faults, [])
})

test('a sentence with the hour of now of a ride is carried no more once the ride is off', async () => {
  const { id, thread } = await rideAgreed()
  await corrects(id, { rideAt: '09:00' })
  await then(henri, '/annonces/fermer', { id })
  box.later(1_000)
  const yes = await henri.fill(await henri.get(thread), `${thread}/mot`, {})
  assert.equal(yes.status, 303, yes.text)
  const stands = /Le trajet se fait toujours.*maintenant à 9\sh/
  const carried = async () => (await hugo.get('/mes-mots')).text
  assert.match(await carried(), stands)
  await then(henri, `${thread}/repondre`, { says: 'not' })
  assert.match(await carried(), /Finalement, ça ne se fait pas/)
  assert.doesNotMatch(await carried(), stands)
  assert.deepEqual(box.faults, [])
})

test('the keeper is told to tell somebody without a card that the notice has changed', async () => {
  const ride = { reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' }
  const title = 'je descends à Montbrison tous les jeudis'
  const { location } = await henri.post('/annonces/proposer', { ...ride, title })
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const wants = { annonce: id, forName: 'Marguerite', day: '2026-12-10 08:30', said: 'Pour elle.' }
  const thread = await then(box.keeper, '/arrangements/interet', wants)
  await then(henri, `${thread}/repondre`, { says: 'yes' })
  await then(box.keeper, `${thread}/vu`)
  assert.doesNotMatch((await box.keeper.get('/')).text, /dire à Marguerite/)
  await then(henri, '/moi/corriger', { type: 'offer', id, title: `${title}, deux places` })
  assert.match((await box.keeper.get('/')).text, /à dire à Marguerite : Henri a changé son annonce/)
})

/** A visitor who answers the paper, and says where they are found or how they are written to. */
const answersAs = async (reach: string): Promise<Readonly<{ ticket: string; thread: string }>> => {
  const notice = String(box.read.all("SELECT id FROM offer WHERE who = 'Henri'")[0]!['id'])
  const wants = { annonce: notice, firstName: 'Emma', reach, said: 'Le papier ?' }
  const ticket = (await then(box.visitor(), '/arrangements/interet', wants)).split('?')[0]!
  const ids = box.engine.read.all("SELECT id FROM deal_home WHERE visitor = 'Emma'")
  return { ticket, thread: `/arrangements/${String(ids[0]!['id'])}` }
}

test('who answers on their ticket, or ends the talk there, has what was to be handed to them', async () => {
  for (const act of ['repondre', 'finir']) {
    const before = waiting().length
    const { ticket, thread } = await answersAs('au bourg, la maison bleue')
    await then(henri, `${thread}/proposer`, { when: 'samedi' })
    assert.equal(waiting().length, before + 1)
    await then(box.visitor(), `${ticket}/${act}`, { says: 'yes', from: ticket })
    assert.equal(waiting().length, before, act)
    await then(box.visitor(), `${ticket}/reprendre`, { from: `${ticket}/reprendre` })
  }
  assert.deepEqual(box.faults, [])
})

test('who is written to by mail reads their ticket: nobody carries paper to them', async () => {
  const before = slips().length
  const { thread } = await answersAs('emma@exemple.fr')
  await then(henri, `${thread}/mot`, { said: 'Oui.' })
  assert.equal(slips().length, before)
})

test('what a relay noted the answer of is handed over, and says one thing in both places', async () => {
  await then(henri, `${at}/proposer`, { when: 'dimanche, 14 h' })
  const [slip] = waiting()
  const own = { type: 'word', id: String(slip!['id']), said: 'dimanche à 6 h', reach: '' }
  assert.equal((await henri.post('/moi/corriger', own)).status, 422)
  assert.doesNotMatch((await henri.get('/moi/ecrits')).body, /corriger\/word/)
  await then(hugo, `${at}/repondre`, { says: 'yes', party: '0' })
  assert.ok(waiting().every(({ id }) => id !== slip!['id']))
  assert.match((await henri.get(at)).text, /Remis à Lucienne/)
})

test('a relay finds where to write for somebody, with one fold at most, and says how they are reached', async () => {
  const own = await hugo.get('/mes-mots')
  assert.match(own.text, /Écrire pour quelqu’un Vous écrivez pour Lucienne/)
  for (const href of ['/annonces', '/annonces/proposer', '/annonces/chercher'])
    assert.ok(own.body.includes(`href="${href}"`), href)
  const notice = String(box.read.all("SELECT id FROM offer WHERE who = 'Henri'")[0]!['id'])
  const page = await hugo.get(`/annonces/${notice}`)
  const [form] = /href="(\/arrangements\/interet\?annonce=[^"]*)"/.exec(page.body)!.slice(1)
  const { body } = await hugo.get(form!.replaceAll('&amp;', '&'))
  assert.doesNotMatch(body, /<details[^>]*>(?:(?!<\/details>).)*name="(?:for|forName|reach)"/s)
  for (const path of ['/annonces/proposer', '/annonces/chercher', '/mot']) {
    const before = (await hugo.get(path)).body.split('name="pour"')[0]!
    const depth = before.split('<details').length - before.split('</details>').length
    assert.ok(depth <= 1, path)
  }
  const wants = { annonce: notice, forName: 'Marguerite', reach: '04 77 55 44 33', said: 'Deux.' }
  const thread = await then(hugo, '/arrangements/interet', wants)
  const read = (await henri.get(thread)).text
  assert.match(read, /Avec Marguerite · /)
  assert.match(read, /joindre Marguerite.*04 77 55 44 33/)
  const far = { ...wants, forName: 'Zélie', reach: 'x'.repeat(200) }
  const refused = await hugo.post('/arrangements/interet', far)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dites-le en moins de mots/)
})

test('how to answer is said once for the words of one conversation, on the screen too', async () => {
  await then(henri, `${at}/mot`, { said: 'Prenez des gants.' })
  await then(henri, `${at}/proposer`, { when: 'dimanche, 14 h' })
  const { text, body } = await hugo.get('/mes-mots')
  assert.equal(text.split('Demandez la réponse').length, 2)
  assert.equal(body.split('>Noter la réponse de Lucienne<').length, 2)
  assert.match(body, /aria-label="Noter la réponse de Lucienne à Henri"/)
  assert.match(text, /Noter la réponse de Lucienne Tout remis Pas trouvé·e Un mot à la fois/)
})

test('nobody signs with an insult: a name is read aloud and printed', async () => {
  const notice = String(box.read.all("SELECT id FROM offer WHERE who = 'Henri'")[0]!['id'])
  const wants = { annonce: notice, reach: 'au bar', said: 'Oui.' }
  const named = await box
    .visitor()
    .post('/arrangements/interet', { ...wants, firstName: 'connard' })
  assert.equal(named.status, 422)
  assert.match(named.text, /Dites votre prénom/)
  const left = { forWhom: 'Lucienne', sender: 'gros connard', said: 'Bonjour.' }
  const signed = await box.visitor().post('/mot', left)
  assert.equal(signed.status, 422)
  assert.match(signed.text, /Signez de votre prénom/)
  const ways = [
    { ...left, sender: 'Paul', reach: 'chez ce connard' },
    { ...left, sender: 'Paul', forWhom: 'ce connard' },
  ]
  for (const way of ways) assert.equal((await box.visitor().post('/mot', way)).status, 422)
  const far = { ...wants, firstName: 'Paul', reach: 'chez ce connard' }
  assert.equal((await box.visitor().post('/arrangements/interet', far)).status, 422)
})

test('over http what calls a meeting off is no first button', async () => {
  await then(henri, `${at}/proposer`, { when: 'dimanche, 14 h' })
  await then(hugo, `${at}/repondre`, { says: 'yes', party: '0' })
  const near = await box.memberOf(henri.id, 'wifi')
  const { body } = await near.get(at)
  assert.match(body, /value="not"[^>]*>/)
  assert.doesNotMatch(body, /value="not"[^>]*class="button/)
})

test('who carries a slip reads no moment that was said to others alone', async () => {
  const { ticket, thread } = await answersAs('au bourg, la maison bleue')
  await then(box.visitor(), `${ticket}/proposer`, { when: 'samedi à 11 h 11', from: ticket })
  await then(henri, `${thread}/mot`, { said: 'Je regarde.' })
  const carried = async (): Promise<string> =>
    (await box.keeper.get('/mes-mots')).text +
    JSON.stringify(box.print('mot', undefined, { by: 'keeper' }))
  assert.match(await carried(), /Je regarde\./)
  assert.doesNotMatch(await carried(), /11.h.11/)
  await then(henri, `${thread}/repondre`, { says: 'yes' })
  assert.match(await carried(), /D’accord.*11.h.11/)
})
