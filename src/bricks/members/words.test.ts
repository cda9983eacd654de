import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { formsIn } from '../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../tests/support/test-box.ts'
import { idFrom } from '../../core/id.ts'
import { relaysOf, relaysShown, wordsCarried } from './model/read.ts'
import { inOrder, isUnseen, type Left, leftOn } from './model/rules.ts'

const DAY = 86_400_000
let door: Door
let keeper: Person
let kwan = ''
let anais = ''
beforeEach(async () => {
  door = await openDoor()
  keeper = await asKeeper(door)
  kwan = door.welcome({ name: 'Kwan' })
  anais = door.welcome({ name: 'Anaïs' })
})
const read = () => door.house.read
const asked = { name: 'Kwan', where: 'au bar', when: 'le mardi matin' }
/** Kwan said yes. */
async function relay(): Promise<string> {
  await keeper.post(`/habitants/${kwan}/relais`, { ...asked, yes: '1' })
  return relaysShown(read())[0]!.id
}
const said = 'Bonjour Anaïs, vrixolame : le papier est arrivé.'

test('somebody asked to be a relay is on no page before their yes, and says it in their own words', async () => {
  assert.equal((await keeper.post(`/habitants/${kwan}/relais`, asked)).status, 303)
  assert.equal(relaysShown(read()).length, 0)
  assert.ok(!(await door.person().get('/relais')).said.includes('Kwan'))
  const person = await asMember(door, await cardOf(keeper, kwan))
  assert.match((await person.get('/moi')).said, /On vous demande d’être relais/)
  await person.post('/moi/relais', { name: 'Kwan', where: 'chez le boulanger', when: 'tous les matins', from: '/moi' })
  assert.match((await door.person().get('/relais')).said, /Kwan chez le boulanger, tous les matins/)
  assert.equal(relaysOf(read(), kwan).length, 1)
  assert.match((await door.person().get('/')).said, /un relais porte les mots qu’on laisse pour quelqu’un/)
  assert.match((await person.get('/moi')).said, /Vous êtes relais.*Ne plus être relais/)
  assert.equal((await person.get('/habitants/accueillir')).status, 200)
  assert.match((await person.get('/habitants/accueillir')).body, /action="\/habitants\/accueillir"/)
})

test('a relay who stops is off the page, and what they showed is forgotten; nobody stops another', async () => {
  const id = await relay()
  const other = await asMember(door, await cardOf(keeper, anais))
  assert.ok((await other.post(`/relais/${id}/finir`, {})).status >= 400)
  assert.equal(relaysShown(read()).length, 1)
  const person = await asMember(door, await cardOf(keeper, kwan))
  assert.equal((await person.post(`/relais/${id}/finir`, {})).location, '/moi')
  assert.equal(relaysShown(read()).length, 0)
  assert.equal((await door.person().get(`/relais/${id}`)).status, 404)
  assert.equal(door.house.log.sql.get("SELECT 1 FROM flesh WHERE value LIKE '%au bar%'"), undefined)
  assert.equal((await person.get('/mes-mots')).body.includes('action="/mes-mots'), false)
})

test('a relay who stops is named in no notice any more; its person is reached by a word, and its sentence stays', async () => {
  const through = await relay()
  const fields = {
    title: 'Anaïs donne du papier',
    who: 'Anaïs',
    reach: 'par Kwan, au bar',
    reachBy: 'relay',
    relay: through,
    author: anais,
  }
  const shown = door.bring('offer', { ...fields, state: 'firm' })
  const waiting = door.bring('need', { ...fields, title: 'Anaïs cherche du papier', state: 'open' }, 'home')
  const person = await asMember(door, await cardOf(keeper, kwan), 'wifi')
  assert.equal((await person.post('/annonces/fermer', { id: shown })).status, 422)
  assert.equal((await person.post(`/relais/${through}/finir`, {})).location, '/moi')
  const page = await door.person().get(`/annonces/${shown}`)
  assert.match(page.said, /Anaïs donne du papier.*par un mot, qu’on lui remettra/)
  assert.ok(!page.said.includes('Kwan') && !page.said.includes('au bar'))
  assert.equal(read().all('SELECT reach FROM need_home WHERE id = ?', waiting)[0]?.['reach'], 'par un mot, qu’on lui remettra')
  assert.equal(door.house.log.sql.get("SELECT 1 FROM flesh WHERE value LIKE '%au bar%'"), undefined)
  assert.equal((await door.person('wifi').post('/mot', { annonce: shown, sender: 'Paul', said })).status, 303)
})

test('what a relay takes down on paper is not their own, and says who wrote it; theirs is theirs', async () => {
  await relay()
  const person = await asMember(door, await cardOf(keeper, kwan))
  const slip = { kind: 'offer', reachBy: 'word' }
  assert.equal((await person.post('/annonces/saisie', { ...slip, who: 'Odette', title: 'donne des pots' })).location, '/annonces/saisie')
  door.later(1_000)
  assert.equal((await person.post('/annonces/saisie', { ...slip, who: 'Kwan et Lucie', title: 'prêtent un étau' })).status, 303)
  const kept = read().all('SELECT author, keyedBy FROM offer_home ORDER BY id')
  assert.deepEqual(
    kept.map(row => [row['author'], row['keyedBy']]),
    [
      [null, kwan],
      [kwan, kwan],
    ],
  )
  assert.deepEqual(
    read()
      .all('SELECT who, toldTo FROM offer ORDER BY id')
      .map(row => [row['who'], row['toldTo']]),
    [
      ['Odette', 'Kwan'],
      ['Kwan et Lucie', null],
    ],
  )
  assert.match((await person.get('/moi')).said, /Kwan et Lucie/)
  const [odette] = read().all("SELECT id FROM offer WHERE who = 'Odette'")
  assert.equal((await person.post('/annonces/fermer', { id: String(odette!['id']) })).status, 303)
})

test('a relay writes for whom they welcomed or who chose to be reached through them, and is told nobody else’s name', async () => {
  const through = await relay()
  const lucie = door.welcome({ name: 'Lucie', how: 'relay', relay: through })
  const person = await asMember(door, await cardOf(keeper, kwan))
  const page = await person.get('/annonces/proposer')
  assert.ok(page.body.includes('>Lucie</option>') && !page.body.includes('Anaïs'))
  const slip = { kind: 'offer', title: 'donne des pots', reachBy: 'word', who: 'Kwan' }
  await person.post('/annonces/saisie', { ...slip, for: anais })
  await person.post('/annonces/saisie', { ...slip, for: lucie })
  assert.equal(read().all('SELECT id FROM offer_home WHERE author = ?', anais).length, 0)
  assert.deepEqual(
    read()
      .all("SELECT who, toldTo FROM offer WHERE who = 'Lucie'")
      .map(row => row['toldTo']),
    ['Kwan'],
  )
})

test('on the strips of an evening the keeper reads whose a notice is; a relay what the notice itself says', async () => {
  await relay()
  door.bring('offer', {
    title: 'Une voisine donne du papier',
    who: 'Une voisine',
    reach: 'par un mot',
    reachBy: 'word',
    foundAt: 'aux Granges',
    author: anais,
    state: 'firm',
  })
  const person = await asMember(door, await cardOf(keeper, kwan))
  const [theirs, keepers] = [await person.get('/annonces/bandelettes'), await keeper.get('/annonces/bandelettes')]
  assert.ok(theirs.said.includes('Une voisine donne') && !theirs.said.includes('Anaïs'))
  assert.ok(keepers.said.includes('Anaïs'))
})

test('a visitor who sends forty notices is stopped; a member at the same address is not', async () => {
  const [visitor, person] = [door.person('wifi'), await asMember(door, await cardOf(keeper, kwan))]
  const send = (who: Person, n: number) =>
    who.post('/annonces/proposer', { title: `donne le bocal ${n}`, who: 'Kwan', reachBy: 'word', foundAt: 'aux Granges' })
  let status = 0
  for (let n = 0; n < 40 && status !== 429; n++) status = (await send(visitor, n)).status
  assert.equal(status, 429)
  assert.equal((await send(person, 41)).status, 303)
})

test('who was asked and does not want to says so, and nothing of it is left to answer', async () => {
  await keeper.post(`/habitants/${kwan}/relais`, asked)
  const person = await asMember(door, await cardOf(keeper, kwan))
  await person.post(`/relais/${relaysOf(read(), kwan)[0]!.id}/finir`, {})
  assert.equal(relaysOf(read(), kwan).length, 0)
  assert.equal(door.house.log.sql.get("SELECT 1 FROM write WHERE type = 'relay' AND space = 'commons'"), undefined)
})

test('a notice of many people takes a word too: the slip says as many of them as it has room for', async () => {
  const who = 'Lucie, Mathieu, Kwan, Anaïs et toute l’équipe de l’atelier du haut de Trelins'
  const notice = door.bring('offer', { title: `${who} prêtent leur four`, who, reach: 'par un mot', reachBy: 'word', state: 'firm' })
  assert.equal((await door.person('wifi').post('/mot', { annonce: notice, sender: 'Paul', said })).status, 303)
  assert.equal(wordsCarried(read(), undefined)[0]?.forWhom, 'Lucie, Mathieu, Kwan, Anaïs et toute l’équipe de l’atelier…')
})

test('a word left by anybody is in the relay’s list at once, in no page and in no feed that leaves', async () => {
  const through = await relay()
  const notice = door.bring('offer', {
    title: 'Anaïs donne du papier',
    who: 'Anaïs',
    reach: 'par Kwan',
    reachBy: 'relay',
    relay: through,
    author: anais,
    state: 'firm',
  })
  const form = await door.person('wifi').get(`/mot?annonce=${notice}`)
  assert.match(form.said, /Laisser un mot à Anaïs.*Anaïs donne du papier.*Par qui passer Kwan, au bar, le mardi matin/)
  const sent = await door.person('wifi').post('/mot', { annonce: notice, sender: 'Paul', reach: 'au local', said })
  assert.match(sent.location, new RegExp(`^/billet/[0-9a-z]{26}\\?suite=%2Fannonces%2F${notice}$`))
  const person = await asMember(door, await cardOf(keeper, kwan))
  assert.match(
    (await person.get('/mes-mots')).said,
    /Pour Anaïs, de la part de Paul \(sans carte : personne n’a vérifié ce nom\) au sujet de « Anaïs donne du papier ».*vrixolame.*Vu Remis/,
  )
  assert.ok(!(await keeper.get('/a-montrer')).said.includes('vrixolame'), 'it waits for nobody’s reading')
  for (const path of ['/', '/annonces', `/annonces/${notice}`, '/relais', `/relais/${through}`, '/chercher?q=papier', '/donnees/word.csv'])
    assert.ok(!(await door.person().get(path)).body.includes('vrixolame'), path)
  assert.equal(door.house.log.sql.get("SELECT 1 FROM write WHERE type = 'word' AND space <> 'home'"), undefined)
  assert.ok(!(await (await asMember(door, await cardOf(keeper, kwan), 'wifi')).get('/mes-mots')).body.includes('vrixolame'))
})

test('the person whom it is for reads it on their page, where nobody listens; nobody else does', async () => {
  const notice = door.bring('offer', { title: 'Anaïs donne du papier', who: 'Anaïs', reach: 'un mot', author: anais, state: 'firm' })
  await door.person().post('/mot', { annonce: notice, sender: 'Paul', said })
  const card = await cardOf(keeper, anais)
  assert.match((await (await asMember(door, card)).get('/moi')).said, /Mots pour moi De la part de Paul.*vrixolame/)
  assert.ok(!(await (await asMember(door, card, 'wifi')).get('/moi')).said.includes('vrixolame'))
  const other = await asMember(door, await cardOf(keeper, kwan))
  for (const path of ['/moi', '/mes-mots']) assert.ok(!(await other.get(path)).said.includes('vrixolame'))
})

test('a relay ticks what they saw and handed over; another relay’s list is not theirs', async () => {
  const through = await relay()
  const malo = door.welcome({ name: 'Malo' })
  await keeper.post(`/habitants/${malo}/relais`, { name: 'Malo', where: 'à l’école', yes: '1' })
  await door.person().post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said, relay: through })
  const [one] = wordsCarried(read(), kwan)
  const other = await asMember(door, await cardOf(keeper, malo))
  assert.ok((await other.post(`/mes-mots/${one!.id}/vu`, {})).status >= 400)
  assert.ok(!(await other.get('/mes-mots')).said.includes('vrixolame'))
  const person = await asMember(door, await cardOf(keeper, kwan))
  await person.post(`/mes-mots/${one!.id}/vu`, {})
  assert.ok(wordsCarried(read(), kwan)[0]?.seenOn)
  await person.post(`/mes-mots/${one!.id}/remis`, {})
  assert.match((await person.get('/mes-mots')).said, /Aucun mot à remettre.*remis/)
  assert.ok(!(await person.get('/mes-mots/papillons')).said.includes('vrixolame'))
})

test('a word without relay goes to the keeper, who is told when one has waited a week unseen', async () => {
  await door.person().post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said })
  assert.match((await keeper.get('/mes-mots')).said, /vrixolame/)
  assert.match((await keeper.get('/mes-mots/papillons')).said, /Pour Anaïs, de la part de Paul/)
  door.later(6 * DAY)
  const again = await asKeeper(door)
  assert.match((await again.get('/mes-mots')).said, /attend depuis six jours/)
  assert.ok(!(await again.get('/tenir')).said.includes('sans avoir été vu'))
  door.later(2 * DAY)
  assert.match((await (await asKeeper(door)).get('/tenir')).said, /un mot attend depuis une semaine sans avoir été vu/)
})

test('a word without its text or its sender comes back filled in; one of a thousand letters is not taken', async () => {
  const without = await door.person().post('/mot', { forWhom: 'Anaïs', sender: '', said, reach: 'au local' })
  assert.equal(without.status, 422)
  for (const wrong of [
    { forWhom: 'Anaïs', sender: 'Paul', said: '' },
    { forWhom: '', sender: 'Paul', said },
    { forWhom: 'Anaïs', sender: 'Paul', said: 'x'.repeat(1_000) },
    { forWhom: 'Anaïs', sender: 'Paul', said, relay: kwan },
  ])
    assert.equal((await door.person().post('/mot', wrong)).status, 422)
  assert.equal(wordsCarried(read(), undefined).length, 0)
})

test('words that wait too long stand first, whatever was left since; each stands once', () => {
  const day = fc.option(fc.constant('2026-12-05'), { nil: null })
  const left = fc.record({ days: fc.integer({ min: 0, max: 30 }), seenOn: day, handedOn: day })
  fc.assert(
    fc.property(fc.uniqueArray(left, { selector: one => one.days, maxLength: 12 }), all => {
      const words: readonly Left[] = all.map(one => ({
        ...one,
        id: idFrom(Date.UTC(2026, 11, 5, 11) - one.days * DAY, new Uint8Array(10)),
      }))
      const sorted = inOrder(words, '2026-12-05')
      assert.deepEqual(new Set(sorted), new Set(words))
      const late = sorted.map(word => isUnseen(word, '2026-12-05', 5))
      assert.equal(late.lastIndexOf(true), late.filter(Boolean).length - 1)
      assert.ok(sorted.every(word => leftOn(word) <= '2026-12-05'))
    }),
  )
})

test('a word typed for somebody’s name alone is theirs when one person here bears it; nobody is told that they are known', async () => {
  door.welcome({ name: 'Josette' })
  door.welcome({ name: 'josette' })
  const told = []
  for (const forWhom of ['anais', 'Josette', 'Personne']) {
    const visitor = door.person()
    const { location } = await visitor.post('/mot', { forWhom, sender: 'Paul', said: 'Le papier est là.' })
    told.push(
      (await visitor.get(location)).said
        .replaceAll(forWhom, 'QUI')
        .replace(/[a-z]+ \d\d \d\d/, 'CODE')
        .replaceAll(/billet\/\w+/g, 'ADRESSE'),
    )
  }
  assert.equal(new Set(told).size, 1, told.join('\n'))
  const owners = read().all('SELECT forWhom, member FROM word_home WHERE member IS NOT NULL')
  assert.deepEqual(
    owners.map(row => [row['forWhom'], row['member']]),
    [['anais', anais]],
  )
  const person = await asMember(door, await cardOf(keeper, anais))
  assert.match((await person.get('/moi')).said, /Mots pour moi De la part de Paul/)
})

test('a word that its person has read is nobody’s to hand over, and whoever left it is told so; nobody else reads it', async () => {
  const visitor = door.person()
  const { location } = await visitor.post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said })
  const [row] = read().all('SELECT id FROM word_home')
  const other = await asMember(door, await cardOf(keeper, kwan))
  assert.ok((await other.post(`/moi/mots/${row!['id']}/lu`, {})).status >= 400)
  assert.match((await keeper.get('/agenda')).said, /Mots à remettre \(1\)/)
  const person = await asMember(door, await cardOf(keeper, anais))
  assert.match((await person.get('/agenda')).said, /Ma page \(1\)/)
  await person.post(`/moi/mots/${row!['id']}/lu`, {})
  assert.doesNotMatch((await keeper.get('/agenda')).said, /Mots à remettre \(/)
  assert.doesNotMatch((await person.get('/agenda')).said, /Ma page \(/)
  assert.match((await visitor.get(location)).said, /Remis\./)
})

test('a member reads on their own page what became of the word that they left', async () => {
  const person = await asMember(door, await cardOf(keeper, kwan))
  await person.post('/mot', { forWhom: 'Anaïs', said })
  assert.match((await person.get('/moi/ecrits')).said, /vrixolame.*En attente d’être remis/)
  const [row] = read().all('SELECT id FROM word_home')
  await keeper.post(`/mes-mots/${row!['id']}/remis`, {})
  assert.match((await person.get('/moi/ecrits')).said, /vrixolame.*Remis\./)
})

test('a flood of words from one device is put aside by one act, comes back by another, and leaves what others wrote', async () => {
  const [flood, anna] = [door.person('wifi'), door.person('wifi')]
  for (let n = 1; n <= 6; n++) await flood.post('/mot', { forWhom: 'Paul', sender: `Zwyn ${n}`, said: `bla ${n}` })
  const left = await anna.post('/mot', { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' })
  assert.equal(left.status, 303)
  const page = await keeper.get('/mes-mots')
  assert.match(page.said, /6 mots viennent d’un même appareil/)
  const ids = [...page.body.matchAll(/name="ids" value="([0-9a-z]{26})"/g)].map(([, id]) => id!)
  assert.equal(ids.length, 6)
  assert.equal((await flood.post('/mes-mots/ecarter', { ids })).status, 403)
  assert.equal((await keeper.post('/mes-mots/ecarter', { ids })).location, '/mes-mots')
  const after = await keeper.get('/mes-mots')
  assert.match(after.said, /6 mots sont mis de côté.*Annuler.*1 mot|6 mots sont mis de côté.*Annuler.*un mot/i)
  assert.match(after.said, /Le papier est là/)
  assert.doesNotMatch(after.said, /bla 1/)
  const secret = (await flood.post('/mot', { forWhom: 'Paul', sender: 'Zwyn 7', said: 'encore' })).location
  assert.match((await flood.get(secret)).said, /En attente d’être remis/)
  const [back] = formsIn(after).filter(({ action }) => action === '/mes-mots/reprendre')
  await keeper.post(back!.action, back!.fields)
  assert.match((await keeper.get('/mes-mots')).said, /7 mots viennent d’un même appareil.*bla 1/)
})

test('a relay puts aside what they carry alone, and whoever a word is for still reads it', async () => {
  const [through, paul] = [await relay(), door.welcome({ name: 'Paul' })]
  const flood = door.person('wifi')
  for (let n = 1; n <= 3; n++) await flood.post('/mot', { forWhom: 'Paul', relay: through, sender: 'Zwyn', said: `par Kwan ${n}` })
  for (let n = 1; n <= 3; n++) await flood.post('/mot', { forWhom: 'Paul', sender: 'Zwyn', said: `par la page ${n}` })
  const ids = door.house.read.all('SELECT id FROM word_home').map(row => String(row['id']))
  const mine = await asMember(door, await cardOf(keeper, kwan))
  assert.match((await mine.get('/mes-mots')).said, /3 mots viennent d’un même appareil/)
  await mine.post('/mes-mots/ecarter', { ids })
  assert.equal(door.house.read.all('SELECT id FROM word_home WHERE aside IS NOT NULL').length, 3)
  assert.match((await (await asMember(door, await cardOf(keeper, paul))).get('/moi')).said, /par Kwan 1/)
})
