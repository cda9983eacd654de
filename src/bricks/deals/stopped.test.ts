import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { fade } from '../../engine/forgetting/fading.ts'
import { FADES_AFTER_MS } from './model/fading.ts'
import { deal, dealAnswer } from './model/records.ts'

/** Who hurt somebody writes to them no more, until the keeper looked, or for good. */

let box: TestBox
let rosa: Member
let trailer: string
let bike: string
const post = (who: Browser, path: string, fields: Record<string, string> = {}): Promise<Answer> => {
  box.later(1_000)
  return who.post(path, { from: path, ...fields })
}
const NO_MORE = /On ne peut pas écrire à cette personne pour l’instant\. Voyez avec qui tient/
const refused = ({ status, text }: Answer): void => {
  assert.equal(status, 422)
  assert.match(text, NO_MORE)
  assert.doesNotMatch(text, /signalé|blesse/)
}
/** Rosa tells the keeper of the last word; its report. */
const tells = async (at: string): Promise<string> => {
  const last = () => box.engine.read.list(dealAnswer, { order: 'id DESC', limit: 1 }, 'home')[0]!.id
  assert.equal((await post(rosa, `${at}/signaler`, { word: last() })).status, 303)
  return last()
}
const judges = (report: string, judged: string) =>
  post(box.keeper, `/arrangements/signalements/${report}`, { judged })
const threadOf = async (): Promise<string> =>
  [...(await rosa.get('/arrangements')).body.matchAll(/\/arrangements\/[0-9a-z]{26}/g)].at(-1)![0]

beforeEach(async () => {
  box = testBox()
  box.territory()
  rosa = await box.member('Rosa')
  const offers = async (title: string): Promise<string> => {
    const sent = { title, reachBy: 'word', accord: 'ici' }
    return /[0-9a-z]{26}/.exec((await post(rosa, '/annonces/proposer', sent)).location)![0]
  }
  ;[trailer, bike] = [await offers('prête sa remorque'), await offers('prête son vélo')]
})

test('a member whose word waits for the keeper writes there no more, nor about another notice', async () => {
  const kevin = await box.member('Kevin')
  const { location: at } = await post(kevin, '/arrangements/interet', { annonce: trailer })
  await post(kevin, `${at}/mot`, { said: 'Je sais où tu habites.' })
  const report = await tells(at)
  refused(await post(kevin, `${at}/mot`, { said: 'Alors ?' }))
  refused(await post(kevin, `${at}/proposer`, { when: 'ce soir' }))
  refused(await post(kevin, '/arrangements/interet', { annonce: bike }))
  const ninon = await box.member('Ninon')
  assert.equal((await post(ninon, '/arrangements/interet', { annonce: bike })).status, 303)
  assert.equal((await post(rosa, `${at}/mot`, { said: 'Laissez-moi.' })).status, 303)
  await judges(report, 'stands')
  assert.equal((await post(kevin, `${at}/mot`, { said: 'Pardon.' })).status, 303)
  assert.equal((await post(kevin, '/arrangements/interet', { annonce: bike })).status, 303)
})

test('whose word waits for the keeper writes by no other act: moment, line, part or proposal', async () => {
  const kevin = await box.member('Kevin')
  const { location: other } = await post(kevin, '/arrangements/interet', { annonce: bike })
  await post(rosa, `${other}/proposer`, { when: 'samedi' })
  const given = { title: 'donne du foin, 400 kg en tout', reachBy: 'word', accord: 'ici' }
  const sent = await post(rosa, '/annonces/proposer', given)
  const hay = /[0-9a-z]{26}/.exec(sent.location)![0]
  const { location: at } = await post(kevin, '/arrangements/interet', { annonce: trailer })
  await post(kevin, `${at}/mot`, { said: 'Je sais où tu habites.' })
  await tells(at)
  refused(await post(kevin, `${other}/repondre`, { says: 'other', when: 'ce soir, chez toi' }))
  refused(await post(kevin, `${other}/repondre`, { says: 'yes', said: 'Tu verras.' }))
  refused(await post(kevin, '/arrangements/nouveau', { annonce: hay, what: 'tu verras' }))
  const threads = () => box.engine.read.count(deal, {}, 'home')
  assert.equal(threads(), 2)
  assert.equal((await post(kevin, `/repondre/${hay}`, { combien: '20 kg' })).status, 303)
  assert.equal(threads(), 2, 'a part is said in no thread')
  assert.match((await rosa.get(`/annonces/${hay}`)).text, /Kevin : 20 kg/)
  assert.equal((await post(kevin, `${other}/repondre`, { says: 'yes' })).status, 303)
  refused(await post(kevin, `${other}/repondre`, { says: 'other', when: 'demain' }))
})

test('what the box says for a driver whose word waits goes to who told it too', async () => {
  const [kevin, ninon] = [await box.member('Kevin'), await box.member('Ninon')]
  const sent = {
    title: 'je descends à Montbrison tous les jeudis à 8 h, deux places',
    reachBy: 'word',
  }
  const { location } = await post(rosa, '/annonces/proposer', { ...sent, accord: 'ici' })
  const ride = /[0-9a-z]{26}/.exec(location)![0]
  const asks = async (who: Browser) =>
    (await post(who, '/arrangements/interet', { annonce: ride, day: '2026-12-10 08:00' })).location
  const [his, hers] = [await asks(kevin), await asks(ninon)]
  await post(rosa, `${his}/repondre`, { says: 'yes' })
  await post(rosa, `${hers}/mot`, { said: 'Je sais où tu habites.' })
  const word = box.engine.read.list(dealAnswer, { order: 'id DESC', limit: 1 }, 'home')[0]!.id
  assert.equal((await post(ninon, `${hers}/signaler`, { word })).status, 303)
  const full = await post(rosa, '/arrangements/trajet-complet', { annonce: ride })
  assert.equal(full.status, 303, full.text)
  assert.match((await ninon.get(hers)).text, /complet/)
})

test('of those who take some, an author writes to all but the one whom their word hurt', async () => {
  const [kevin, ninon] = [await box.member('Kevin'), await box.member('Ninon')]
  const given = { title: 'donne du foin, 400 kg en tout', reachBy: 'word', accord: 'ici' }
  const hay = /[0-9a-z]{26}/.exec((await post(rosa, '/annonces/proposer', given)).location)![0]
  for (const who of [kevin, ninon]) await post(who, `/repondre/${hay}`, { combien: '20 kg' })
  const [first] = box.engine.read.list(deal, { order: 'id' }, 'home')
  const at = `/arrangements/${first!.id}`
  await post(rosa, `${at}/mot`, { said: 'Je sais où tu habites.' })
  const word = box.engine.read.list(dealAnswer, { order: 'id DESC', limit: 1 }, 'home')[0]!.id
  assert.equal((await post(kevin, `${at}/signaler`, { word })).status, 303)
  const all = await post(rosa, '/arrangements/mot-a-tous', { annonce: hay, said: 'Avec des sacs.' })
  assert.equal(all.status, 303)
  assert.match((await ninon.get('/')).text, /Avec des sacs/)
  assert.doesNotMatch((await kevin.get(at)).text, /Avec des sacs/)
})

test('the keeper stops who threatened somebody: the talk is over, and they begin no other', async () => {
  const kevin = await box.member('Kevin')
  const { location: at } = await post(kevin, '/arrangements/interet', { annonce: trailer })
  await post(kevin, `${at}/mot`, { said: 'Je sais où tu habites.' })
  const report = await tells(at)
  const page = await box.keeper.get('/arrangements/signalements')
  assert.match(page.text, /gendarmerie, au 17.*qu’on n’écrive plus à cette personne/)
  await judges(report, 'stopped')
  assert.match((await rosa.get(at)).text, /Cette conversation est finie\..*Ce mot est caché/)
  assert.doesNotMatch((await kevin.get(at)).body, /name="said"/)
  refused(await post(kevin, '/arrangements/interet', { annonce: bike }))
  assert.deepEqual(box.faults, [])
})

test('a talk that the keeper stopped goes by itself, and who was stopped begins no other', async () => {
  let kevin = await box.member('Kevin')
  const { location: at } = await post(kevin, '/arrangements/interet', { annonce: trailer })
  await post(kevin, `${at}/mot`, { said: 'Je sais où tu habites.' })
  await judges(await tells(at), 'stopped')
  box.later(FADES_AFTER_MS + 1_000)
  assert.ok(fade(box.engine, box))
  ;[kevin, rosa] = [await box.memberOf(kevin.id), await box.memberOf(rosa.id)]
  refused(await post(kevin, '/arrangements/interet', { annonce: bike }))
  assert.equal((await post(rosa, '/annonces/fermer', { id: bike })).status, 303)
  const { sql } = box.engine.log
  const left = sql.all<{ value: string }>('SELECT value FROM piece').map(({ value }) => value)
  assert.doesNotMatch(left.join('\n'), /où tu habites/)
  for (const who of [kevin, rosa])
    assert.doesNotMatch((await who.get('/arrangements')).body, /arrangements\/[0-9a-z]{26}/)
  const before = sql.all('SELECT count(*) AS n FROM write')
  fade(box.engine, box)
  assert.deepEqual(sql.all('SELECT count(*) AS n FROM write'), before, 'nothing more goes')
  await post(rosa, '/moi/oublier')
  assert.equal(box.engine.read.count(deal, {}, 'home'), 0)
})

test('a visitor is known by their first name, and by their device under another one', async () => {
  const wifi = box.visitor('wifi')
  const asks = (firstName: string, who: Browser, annonce = bike) =>
    post(who, '/arrangements/interet', { annonce, firstName, reach: 'au bar', said: 'Dis donc.' })
  await asks('Kev', wifi, trailer)
  const at = await threadOf()
  await tells(at)
  for (const name of ['Kev', 'Léo']) refused(await asks(name, wifi))
  refused(await asks('kev', box.visitor('here')))
  assert.equal((await asks('Léa', box.visitor('here'))).status, 303)
})
