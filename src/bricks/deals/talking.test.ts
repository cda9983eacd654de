import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import type { FormRead } from '../../../tests/support/forms.ts'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'

/** What two people say to each other about a notice is one thread. */

test('one press on a notice begins the thread of the two; the next words join it', async () => {
  const { elodie, mathieu, trailer, rows, acts, slips, interested, does } = await twoNeighbours()
  const { location } = await interested(elodie)
  const [row] = rows()
  assert.equal(location, `/arrangements/${row!.id}`)
  assert.deepEqual(
    [row!.state, row!.about, row!.parties],
    ['talking', [trailer], [elodie.id, mathieu.id]],
  )
  assert.deepEqual(row!.unseen, ['1'])
  const list = (await mathieu.get('/arrangements')).text
  assert.match(list, /remorque.*Élodie vous écrit\s: « Ça m’intéresse\. »/)
  assert.doesNotMatch(list, /au sujet de/, 'the title of the line says it')
  await does(mathieu, `${location}/mot`, { said: 'Oui, samedi je suis là.' })
  assert.deepEqual(rows()[0]!.unseen, ['0'], 'who answers has seen, and the other has not')
  await does(elodie, '/arrangements/interet', { annonce: trailer, said: 'Merci !' })
  assert.equal(rows().length, 1)
  assert.deepEqual(acts(), [
    ['word', 'Ça m’intéresse.'],
    ['word', 'Oui, samedi je suis là.'],
    ['word', 'Merci !'],
  ])
  assert.equal(slips().length, 0, 'both have a screen')
})

test('who answers a need says that they can help, on its page and in the first word', async () => {
  const { box, elodie, mathieu, acts, does } = await twoNeighbours()
  const asked = { title: 'cherche un bras pour porter un poêle', reachBy: 'word', accord: 'ici' }
  const { location } = await mathieu.post('/annonces/chercher', asked)
  const need = /[0-9a-z]{26}/.exec(location)![0]
  const form = `/arrangements/interet?annonce=${need}`
  for (const at of [`/annonces/${need}`, form]) {
    const { text } = await box.visitor().get(at)
    assert.match(text, /Je peux aider/)
    assert.doesNotMatch(text, /Ça m’intéresse/)
  }
  await does(elodie, '/arrangements/interet', { annonce: need })
  assert.deepEqual(acts(), [['word', 'Je peux aider.']])
})

test('a time is proposed in the thread, refused, and proposed again in the same one', async () => {
  const { elodie, mathieu, rows, interested, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  assert.equal((await elodie.post(`${at}/retard`, {})).status, 422, 'nothing is agreed yet')
  await does(elodie, `${at}/proposer`, { when: 'samedi', where: 'devant l’église' })
  assert.equal((await mathieu.post(`${at}/proposer`, { when: 'lundi 7 décembre' })).status, 422)
  await does(mathieu, `${at}/repondre`, { says: 'no' })
  assert.equal(rows()[0]!.state, 'fallen')
  await does(mathieu, `${at}/proposer`, { when: 'dimanche 6 décembre' })
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['proposed', 'dimanche 6 décembre'])
  await does(elodie, `${at}/repondre`, { says: 'yes' })
  assert.equal(rows()[0]!.state, 'agreed')
  await does(elodie, `${at}/retard`)
  assert.deepEqual(rows()[0]!.unseen, ['1'])
  await does(elodie, `${at}/repondre`, { says: 'done' })
  await interested(elodie)
  assert.equal(rows().length, 2, 'after it is done, a new arrangement is a new thread')
})

test('nobody but the two writes in it; nobody is interested in their own notice', async () => {
  const { box, elodie, mathieu, acts, interested } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  const zoe = await box.member('Zoé')
  for (const who of [zoe, box.keeper])
    assert.equal((await who.post(`${at}/mot`, { said: 'Bonjour', party: '1' })).status, 422)
  assert.equal((await elodie.post(`${at}/mot`, { said: 'Bonjour', party: '1' })).status, 422)
  assert.equal((await interested(mathieu)).status, 422)
  assert.equal((await elodie.post(`${at}/mot`, { said: '  ' })).status, 422)
  assert.equal(acts().length, 1)
})

test('a visitor says who they are and how to reach them; what is missing is asked at once', async () => {
  const { box, mathieu, rows, slips, interested, does } = await twoNeighbours()
  const missing = await interested(box.visitor(), { said: 'Je la prendrais bien.' })
  assert.equal(missing.status, 422)
  assert.equal(rows().length, 0)
  await interested(box.visitor(), { firstName: 'mathieu', reach: '04 77 00 11 22' })
  box.later(1_000)
  await interested(box.visitor(), { firstName: 'Huguette', reach: 'chez ma sœur, au bourg' })
  const [first, second] = rows()
  assert.deepEqual([first!.visitor, first!.reach], ['mathieu', '04 77 00 11 22'])
  assert.deepEqual(first!.parties, [mathieu.id])
  const at = (id: string) => `/arrangements/${id}`
  await does(mathieu, `${at(first!.id)}/mot`, { said: 'Je vous appelle ce soir.' })
  assert.equal(slips().length, 0, 'who gave a telephone is called')
  await does(mathieu, `${at(second!.id)}/mot`, { said: 'Elle est à vous samedi.' })
  const [slip] = slips()
  assert.equal(slip!['forWhom'], 'Huguette, chez ma sœur, au bourg')
  assert.equal(slip!['said'], 'Elle est à vous samedi.')
  assert.equal(slip!['sender'], 'Mathieu')
})

test('while a word waits, the same person sends no second one; another person does', async () => {
  const { box, mathieu, rows, interested, does } = await twoNeighbours()
  const phone = box.visitor('wifi')
  const kev = { firstName: 'Kev', reach: '06 11 22 33 44' }
  await interested(phone, kev)
  box.later(60_000)
  const form = `/arrangements/interet?annonce=${rows()[0]!.about![0]}`
  const again = await phone.fill(await phone.get(form), '/arrangements/interet', {
    ...kev,
    said: 'Alors ?',
    reach: '06 11 22 33 55',
  })
  assert.equal(again.status, 422)
  assert.match(again.text, /Un mot de Kev attend déjà sa réponse ici/)
  assert.match(again.body, /<p><a href="\/billet">Mon billet/)
  assert.match(again.body, /Alors \?/, 'nothing typed is lost')
  // At the bar’s screen many type: who has another telephone is somebody else.
  const bar = box.visitor('here')
  assert.equal((await interested(bar, kev)).status, 422)
  await interested(bar, { ...kev, reach: '06 99 88 77 66' })
  await interested(bar, { ...kev, firstName: 'Kev B.' })
  await interested(phone, { ...kev, firstName: 'Lina' })
  assert.equal(rows().length, 4)
  await does(mathieu, `/arrangements/${rows()[0]!.id}/mot`, { said: 'Oui, demain.' })
  await interested(phone, kev)
  assert.equal(rows().length, 5, 'what was answered is over')
})

test('an insult that a thread folds is quoted neither at its head nor on the first page', async () => {
  const { elodie, mathieu, interested } = await twoNeighbours()
  const { location } = await interested(elodie, { said: 'Ta remorque pue, sale c0nn@rd.' })
  const page = await mathieu.get(location)
  assert.match(page.text, /Ce mot contient une insulte/)
  assert.equal(page.text.match(/c0nn@rd/g)?.length, 1)
  assert.doesNotMatch(page.text, /vous écrit[^.]*c0nn@rd/)
  const home = (await mathieu.get('/')).text
  assert.match(home, /Élodie vous écrit/)
  assert.doesNotMatch(home, /c0nn@rd/)
})

test('what moved and what was written are both told; what was agreed and ended is said to fall', async () => {
  const { elodie, mathieu, interested, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  const news = async (who: Browser): Promise<string> => (await who.get('/')).text
  await does(elodie, `${at}/proposer`, { when: 'samedi 21 h' })
  await does(mathieu, `${at}/repondre`, { says: 'yes' })
  await does(mathieu, `${at}/mot`, { said: 'À samedi !' })
  assert.match(
    await news(elodie),
    /c’est convenu \(« samedi 21 h »\), avec ce mot : « À samedi ! »/,
  )
  await does(elodie, `${at}/vu`)
  await does(mathieu, `${at}/repondre`, { says: 'not', said: 'Le pneu est crevé.' })
  assert.match(
    await news(elodie),
    /Mathieu dit que, finalement, ça ne se fait pas \(« samedi 21 h »\), avec ce mot : « Le pneu/,
  )
  await does(elodie, `${at}/proposer`, { when: 'dimanche 6 décembre' })
  await does(mathieu, `${at}/repondre`, { says: 'yes' })
  await does(elodie, `${at}/repondre`, { says: 'done' })
  await does(mathieu, `${at}/repondre`, { says: 'not' })
  assert.match((await elodie.get(at)).text, /Mathieu a dit que ce n’est pas encore fait/)
  await does(elodie, `${at}/finir`)
  const ended =
    /Élodie a mis fin à la conversation sur « prête .* » : « dimanche 6 décembre » n’a plus/
  assert.match(await news(mathieu), ended)
  assert.match((await mathieu.get(at)).text, /« dimanche 6 décembre » n’a plus lieu\./)
})

test('a name too long, or with what nobody sees, is kept as far as a name goes', async () => {
  const { box, rows, interested } = await twoNeighbours()
  const long = `Marie\0${'x'.repeat(80)}`
  const reach = 'au\0 bourg'
  assert.equal((await interested(box.visitor(), { firstName: long, reach })).status, 303)
  assert.equal(rows()[0]!.visitor, `Marie${'x'.repeat(55)}`)
  assert.equal(rows()[0]!.reach, 'au bourg')
  const gone = await interested(box.visitor(), { firstName: '\0\u200b', reach: '\0' })
  assert.equal(gone.status, 422)
  assert.equal((await interested(box.keeper, { forName: 'y'.repeat(90) })).status, 303)
  assert.deepEqual(box.faults, [])
})

test('the keeper writes no word for who reads themselves, nor in the thread of a namesake', async () => {
  const { box, mathieu, trailer, rows, acts, interested, does, ticketed } = await twoNeighbours()
  const { id } = await ticketed()
  const asked = {
    annonce: trailer,
    forName: 'huguette',
    what: 'La remorque',
    when: 'lundi 7 décembre',
  }
  assert.equal((await box.keeper.post('/arrangements/nouveau', asked)).status, 303)
  await interested(box.keeper, { forName: 'Huguette', said: 'Pour une autre Huguette' })
  assert.equal(rows().length, 2, 'two people of one name have two threads')
  assert.equal(rows().find(row => row.id === id)!.state, 'talking')
  const at = `/arrangements/${id}`
  await does(mathieu, `${at}/proposer`, { when: 'samedi' })
  const asHer = { party: '1', says: 'no', said: 'Jamais' }
  assert.equal((await box.keeper.post(`${at}/repondre`, asHer)).status, 422)
  assert.equal(rows().find(row => row.id === id)!.state, 'proposed')
  assert.ok(!acts().some(([, said]) => said === 'Jamais'))
  assert.deepEqual(box.faults, [])
})

test('who hands a word over, and so reads it, is named before it is sent', async () => {
  const { box, elodie, trailer } = await twoNeighbours()
  const own = box.bring('offer', { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' })
  const read = async (who: Browser, id: string): Promise<string> =>
    (await who.get(`/arrangements/interet?annonce=${id}`)).text
  assert.match(await read(box.visitor(), own), /Ce mot sera lu par Anaïs, pour être remis à Rosa/)
  assert.doesNotMatch(await read(box.visitor(), own), /Rosa lira ce mot, et personne d’autre/)
  assert.match(await read(box.visitor(), trailer), /Mathieu lira ce mot, et personne d’autre/)
  assert.match((await elodie.get(`/annonces/${own}`)).text, /Lu aussi par Anaïs, pour le remettre/)
  assert.doesNotMatch((await elodie.get(`/annonces/${trailer}`)).text, /Lu aussi par/)
})

test('who changes or closes a notice tells who answers it; it is gone once seen', async () => {
  const { elodie, mathieu, trailer, interested, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  const news = async (who: Browser): Promise<string> => (await who.get('/')).text
  assert.doesNotMatch(await news(elodie), /annonce/)
  const corrected = { type: 'offer', id: trailer, title: 'prête son vélo', who: 'Mathieu' }
  assert.equal((await mathieu.post('/moi/corriger', corrected)).status, 303)
  assert.match(await news(elodie), /Mathieu a changé son annonce : « [^»]*prête son vélo »/)
  assert.doesNotMatch(await news(mathieu), /changé son annonce/)
  await elodie.fill(await elodie.get(at), `${at}/vu`)
  assert.doesNotMatch(await news(elodie), /changé son annonce/)
  await does(mathieu, '/annonces/fermer', { id: trailer })
  assert.match(await news(elodie), /Mathieu a fermé son annonce/)
  await elodie.fill(await elodie.get(at), `${at}/vu`)
  assert.doesNotMatch(await news(elodie), /fermé son annonce/)
})

test('over http the place of a meeting stands in no form; a yes or a no is to what the page showed', async () => {
  const { box, elodie, mathieu, rows, interested, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  await does(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre 8 h', where: 'zqplace' })
  const stale = await elodie.get(at)
  const wifi = await box.memberOf(elodie.id, 'wifi')
  assert.doesNotMatch((await wifi.get(at)).body, /zqplace|jeudi 10 décembre/)
  assert.match(stale.body, /value="zqplace"/)
  assert.match(stale.text, /D’accord.*Non merci/)
  const hidden = await wifi.get(at)
  assert.match(hidden.text, /Sur ce Wi-Fi/)
  assert.doesNotMatch(hidden.text, /D’accord|Non merci|un autre moment/)
  await does(elodie, `${at}/repondre`, { says: 'yes' })
  assert.doesNotMatch((await wifi.get(at)).body, /zqplace/)
  await does(mathieu, `${at}/repondre`, { says: 'other', when: 'dimanche 6 décembre 5 h' })
  const isYes = ({ fields }: FormRead): boolean => !('when' in fields)
  box.later(1_000)
  for (const says of ['yes', 'no']) {
    const late = await elodie.fill(stale, `${at}/repondre`, { says }, isYes)
    assert.equal(late.status, 422, says)
    assert.match(late.text, /a avancé entre-temps/)
    assert.equal(rows()[0]!.state, 'proposed')
  }
  const now = await elodie.get(at)
  assert.equal((await elodie.fill(now, `${at}/repondre`, { says: 'yes' }, isYes)).status, 303)
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['agreed', 'dimanche 6 décembre 5 h'])
})

test('each page over http says once where it is read, with its own link; the form promises no more', async () => {
  const { box, elodie, mathieu, trailer, interested } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  await mathieu.post('/annonces/qui-la-voit', { id: trailer, accord: 'carte', from: '/' })
  const near = await box.memberOf(elodie.id, 'wifi')
  const said = /Sur ce Wi-Fi, n’importe qui pourrait lire la suite .* l’ordinateur de la borne/
  for (const path of [at, '/arrangements', '/moi', `/annonces/${trailer}`]) {
    const page = await near.get(path)
    assert.match(page.text, said, path)
    const links = [...page.body.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(links, [`https://borne.local:8443${path}`], path)
  }
  const none = `/annonces/${'0'.repeat(26)}`
  const told = (text: string): string => text.replaceAll(none, '').replaceAll(trailer, '')
  const [own, other] = [await near.get(`/annonces/${trailer}`), await near.get(none)]
  assert.deepEqual([own.status, told(own.text)], [404, told(other.text)], 'as one that never was')
  const [visitor, next] = [box.visitor('wifi'), await box.member('Rosa')]
  assert.match((await visitor.get(`/annonces/${trailer}`)).text, /Cette page n’existe pas/)
  const sent = { title: 'prête son vélo', reachBy: 'word', accord: 'ici' }
  const bike = /[0-9a-z]{26}/.exec((await next.post('/annonces/proposer', sent)).location)![0]
  const form = (await visitor.get(`/arrangements/interet?annonce=${bike}`)).text
  assert.match(form, /Voir l’annonce Ça m’intéresse/, 'its title stands under the heading alone')
  assert.match(form, /pourrait être lu par quelqu’un d’autre .*réponse se lit en https, ou à l’ord/)
  assert.doesNotMatch(form, /personne d’autre\.|vous attendra/)
})

test('who is asked says *pas cette fois* in one press, and the conversation goes on', async () => {
  const { box, elodie, mathieu, rows, interested } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  const button = /<button>Pas cette fois<\/button>/
  assert.doesNotMatch((await elodie.get(at)).body, button, 'it is she who asks')
  box.later(1_000)
  const isNo = ({ fields }: FormRead): boolean => /cette fois/.test(String(fields['said']))
  await mathieu.fill(await mathieu.get(at), `${at}/mot`, {}, isNo)
  assert.match((await elodie.get('/')).text, /Mathieu vous écrit.*pas possible cette fois/)
  assert.equal(rows()[0]!.state, 'talking')
  assert.doesNotMatch((await mathieu.get(at)).body, button, 'said once')
  await elodie.post(`${at}/proposer`, { when: 'samedi 12 décembre' })
  assert.doesNotMatch((await mathieu.get(at)).body, button, 'a moment has its own no')
})

test('many words at once are kept, and sent later: from a ticket, as on a wall', async () => {
  const { box, ticketed } = await twoNeighbours()
  const { visitor, at } = await ticketed()
  const sent: number[] = []
  for (let n = 0; n < 21; n++) {
    box.later(2_000)
    sent.push((await visitor.post(`${at}/mot`, { said: `mot ${n}`, from: at })).status)
  }
  assert.deepEqual(sent.slice(0, 20), Array(20).fill(303), 'at the box’s own computer')
  assert.notEqual(sent[20], 303)
  box.later(11 * 60_000)
  assert.equal((await visitor.post(`${at}/mot`, { said: 'plus tard', from: at })).status, 303)
})
