import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { tellsErrand } from '../../../tests/support/errands.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/** The day that an idea became is cancelled or taken off: its people are still there. */

const news = async (who: Browser): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join('\n')
const FORM = /\/agenda\/proposer\?idee=/
const OFF = /Annulé : « Un four », samedi 12 décembre \(voûte fendue\)/

/** An idea; Karim said yes with his card, Zoé by a ticket; it has its day. */
async function dated() {
  const box = testBox()
  box.territory()
  const shows = async () =>
    box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const id = box.bring('idea', { title: 'Un four', state: 'open' })
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${id}`, { answer: 'in' })
  const zoe = box.visitor()
  const said = { answer: 'in', firstName: 'Zoé', reach: 'au bar' }
  const { location } = await zoe.post(`/repondre/${id}`, said)
  await shows()
  const proposes = async (who: Browser, startsOn: string) => {
    box.later(60_000)
    const page = await who.get(`/agenda/proposer?idee=${id}`)
    const sent = await who.fill(page, '/agenda/proposer', { title: 'Un four à pain', startsOn })
    assert.equal(sent.status, 303, sent.text)
  }
  await proposes(box.keeper, '2026-12-12')
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  const does = async (act: string, fields: Readonly<Record<string, string>>) => {
    box.later(60_000)
    const { status, text } = await box.keeper.post(`/agenda/${event}/${act}`, fields)
    assert.equal(status, 303, text)
    box.later(60_000)
  }
  return {
    ...{ box, id, event, karim, zoe, shows, proposes, ticket: location.replace(/[?].*/, '') },
    cancels: () => does('annuler', { jour: '2026-12-12', why: 'voûte fendue' }),
    restores: () =>
      does('remettre', { date: String(box.read.all('SELECT id FROM event_date')[0]!['id']) }),
    onTicket: async () => (await zoe.get(location.replace(/[?].*/, ''))).text,
    onIdea: () => box.visitor().get(`/idees/idee/${id}`),
  }
}

test('an idea whose day is cancelled says so, takes answers, and gets another day', async () => {
  const { box, id, event, karim, zoe, shows, proposes, cancels, onTicket, onIdea } = await dated()
  using _box = box
  assert.match((await onIdea()).text, /Elle est devenue : Un four à pain\s*, samedi 12 décembre/)
  assert.doesNotMatch((await onIdea()).body, FORM)
  await karim.fill(await karim.get('/'), SAW_NEWS)
  await cancels()
  const page = await onIdea()
  assert.match(page.text, OFF)
  assert.ok(page.body.includes(`href="/agenda/${event}"`), 'it leads to what was cancelled')
  const off = (await box.visitor().get(`/agenda/${event}`)).text
  assert.match(off, /Un autre jour se propose sur la page de l’idée\s: Un four/)
  assert.doesNotMatch(off, /Née de l’idée/, 'the idea is named once')
  assert.match(page.text, /Déjà deux : .*Karim/)
  assert.match(page.text, /Proposer un autre jour/)
  assert.match((await box.visitor().get('/idees/idee')).text, /12 décembre, annulé/)
  assert.doesNotMatch((await box.visitor().get('/')).text, /a fait son chemin/)
  const lea = { answer: 'in', firstName: 'Léa', reach: 'au bar' }
  assert.equal((await box.visitor().post(`/repondre/${id}`, lea)).status, 303)
  await shows()
  assert.match((await onIdea()).text, /Léa/)
  assert.match(await news(karim), /annulé : « Un four »/i)
  const told = await box.keeper.get(`/idees/idee/${id}`)
  assert.match(told.text, /Zoé : au bar\s*C’est dit/)
  assert.doesNotMatch(told.text, /Léa : au bar\s*C’est dit/, 'she read it where she answered')
  await box.keeper.fill(told, `/repondre/${id}/prevenus`)
  await karim.fill(await karim.get('/'), SAW_NEWS)
  await proposes(zoe, '2026-12-19')
  assert.match((await onIdea()).text, OFF, 'nothing is said before the keeper')
  await shows()
  assert.match((await onIdea()).text, /devenue : Un four à pain\s*, samedi 19 décembre/)
  assert.doesNotMatch((await onIdea()).text, /annulé/i)
  assert.match(await news(karim), /« Un four » : on se voit samedi 19 décembre, en serez-vous/)
  assert.match(await onTicket(), /« Un four » : on se voit samedi 19 décembre/)
  const again = await box.keeper.get(`/idees/idee/${id}`)
  for (const name of ['Zoé', 'Léa'])
    assert.match(again.text, RegExp(`${name} : au bar\\s*C’est dit`))
  assert.deepEqual(box.faults, [])
})

test('the ticket of a yes to a cancelled day tells the new day, and is named by its subject', async () => {
  const { box, event, proposes, cancels } = await dated()
  using _box = box
  const lea = box.visitor()
  const said = { answer: 'in', firstName: 'Léa', reach: 'au four' }
  const { location } = await lea.post(`/repondre/${event}`, said)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const at = location.replace(/[?].*/, '')
  const ticket = async () => (await lea.get(at)).text
  assert.match((await lea.get(at)).body, /<title>Merci · Votre billet\s: Un four à pain/)
  await cancels()
  assert.match(await ticket(), /Annulé : « Un four à pain »/)
  for (const path of [`/agenda/${event}`, `/repondre/${event}`])
    assert.match(
      (await box.visitor().get(path)).body,
      /jour se propose[^<]*<[^>]*idees\/idee/,
      path,
    )
  await proposes(box.keeper, '2026-12-19')
  assert.match(await ticket(), /« Un four » : on se voit samedi 19 décembre, en serez-vous/)
  const sent = await lea.fill(await lea.get(at), `${at}/en-etre`)
  assert.equal(sent.status, 303)
  assert.doesNotMatch(await ticket(), /en serez-vous/)
})

const NEW_DAY = /« Un four » : on se voit samedi 19 décembre, en serez-vous/

test('each ticket of one person tells the new day once, and no cancelled one', async () => {
  const { box, zoe, ticket, shows, proposes, cancels } = await dated()
  using _box = box
  const { location } = await zoe.fill(await zoe.get(ticket), `${ticket}/en-etre`)
  await shows()
  await cancels()
  await proposes(box.keeper, '2026-12-19')
  for (const at of [ticket, location.replace(/[?].*/, '')]) {
    const { text, body } = await zoe.get(at)
    assert.match(text, NEW_DAY)
    assert.doesNotMatch(text, /annulé/i)
    const code = /ticket-code"><b>([^<]+)</.exec(body)![1]!
    const known = await box.visitor('wifi').get(`/billet?${new URLSearchParams({ code })}`)
    assert.doesNotMatch(known.text, /annulé|Un four/i)
  }
  const sheet = (await zoe.get('/billets')).text
  assert.doesNotMatch(sheet, /annulé/i)
})

test('whoever said yes to a cancelled day hears of the new day, and no more that it is cancelled', async () => {
  const { box, event, karim, proposes, cancels } = await dated()
  using _box = box
  const [lea, marius] = [await box.member('Léa'), await box.member('Marius')]
  for (const who of [lea, karim]) await who.post(`/repondre/${event}`, { answer: 'in' })
  await marius.post(`/repondre/${event}`, { answer: 'in', pour: 'Ninon' })
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const huguette = box.welcome({ name: 'Huguette' })
  await (await box.memberOf(huguette)).post(`/repondre/${event}`, { answer: 'in' })
  const paper = (): string =>
    JSON.stringify(box.print('ce-qui-attend', undefined, { by: 'keeper' })).replaceAll(
      /[\u00a0\u202f]/g,
      ' ',
    )
  await cancels()
  for (const who of [lea, karim, marius]) assert.match(await news(who), /annulé/i)
  assert.match(paper(), /Annulé : « Un four à pain », samedi 12 décembre/)
  // One has seen it; the others have not.
  await lea.fill(await lea.get('/'), SAW_NEWS)
  await proposes(box.keeper, '2026-12-19')
  for (const who of [lea, karim]) {
    assert.match(await news(who), NEW_DAY)
    assert.equal((await linesOn(who)).filter(({ text }) => /Un four/.test(text)).length, 1)
  }
  assert.match(await news(marius), /à dire à Ninon : « Un four » : on se voit samedi 19 décembre/)
  for (const who of [lea, karim, marius]) assert.doesNotMatch(await news(who), /annulé/i)
  await tellsErrand(marius)
  for (const who of [lea, karim]) await who.fill(await who.get('/'), SAW_NEWS)
  for (const who of [lea, karim, marius]) assert.doesNotMatch(await news(who), /Un four/)
  assert.match(paper(), /« Un four » : on se voit samedi 19 décembre, en serez-vous/)
  assert.doesNotMatch(paper(), /annulé|Une date où vous êtes/i)
  assert.deepEqual(box.faults, [])
})

test('the keeper tells the new day to whom they noted for the cancelled one', async () => {
  const { box, id, event, proposes, cancels } = await dated()
  using _box = box
  const paul = { answer: 'in', firstName: 'Paul', reach: '04 77 00 11 22' }
  assert.equal((await box.keeper.post(`/repondre/${event}`, paul)).status, 303)
  await cancels()
  assert.match(await news(box.keeper), /annulé : « Un four à pain », .*prévenez-les/i)
  await proposes(box.keeper, '2026-12-19')
  assert.doesNotMatch(await news(box.keeper), /annulé/i)
  assert.match(await news(box.keeper), /« Un four » : on se voit samedi 19 décembre, prévenez-les/)
  const page = await box.keeper.get(`/idees/idee/${id}`)
  assert.match(page.text, /Paul : 04 77 00 11 22\s*C’est dit/)
  const tells = async () =>
    box.keeper.fill(await box.keeper.get(`/idees/idee/${id}`), `/repondre/${id}/prevenus`)
  for (const name of ['Zoé', 'Paul']) {
    assert.match(await news(box.keeper), /Un four/, `${name} is to be told`)
    await tells()
  }
  assert.doesNotMatch(await news(box.keeper), /Un four/)
})

test('a day that is added to a cancelled date is the day of its idea', async () => {
  const { box, karim, event, cancels, onIdea, onTicket } = await dated()
  using _box = box
  await cancels()
  await karim.fill(await karim.get('/'), SAW_NEWS)
  const added = await box.keeper.post(`/agenda/${event}/ajouter`, { day: '2026-12-20' })
  assert.equal(added.status, 303, added.text)
  const DAY = /« Un four », dimanche 20 décembre, au lieu du samedi 12 décembre/
  assert.match((await onIdea()).text, DAY)
  assert.doesNotMatch((await onIdea()).body, FORM)
  assert.match(await news(karim), DAY)
  assert.match(await onTicket(), DAY)
})

test('whose day is taken off is led to the idea; who proposed it reads who is in', async () => {
  const box = testBox()
  box.territory()
  const paul = box.visitor()
  const form = { title: 'Un four', threshold: '3' }
  const { location } = await paul.post('/idees/proposer', form)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const idea = String(box.read.all('SELECT id FROM idea')[0]!['id'])
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${idea}`, { answer: 'in' })
  const ticket = (await paul.get(location.replace(/[?].*/, ''))).text
  assert.match(ticket, /il manque deux personnes\. Karim en est déjà/)
  const event = box.bring('event', { title: 'Un four', startsOn: '2026-12-12', idea })
  await karim.post(`/repondre/${event}`, { answer: 'in' })
  box.later(60_000)
  await box.keeper.post('/retirer', { type: 'event', id: event })
  const [line] = (await linesOn(karim)).filter(({ text }) => /n’a plus lieu/i.test(text))
  assert.equal(line?.href, `/idees/idee/${idea}`)
})

test('the ticket of an idea has the way to be counted, and comes to its day', async () => {
  const box = testBox()
  box.territory()
  const nora = box.visitor()
  const sent = await nora.post('/idees/proposer', { title: 'Un four', threshold: '2' })
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const idea = String(box.read.all('SELECT id FROM idea')[0]!['id'])
  const way = async () => {
    const { body } = await nora.get(sent.location.replace(/[?].*/, ''))
    return /ne vous compte pas d’office[\s\S]*?class="button" href="([^"]+)">\s*J’en suis/.exec(
      body,
    )?.[1]
  }
  assert.equal(await way(), `/idees/idee/${idea}`)
  const yes = { answer: 'in', firstName: 'Nora', reach: 'au bar' }
  assert.equal(
    (await nora.fill(await nora.get((await way())!), `/repondre/${idea}`, yes)).status,
    303,
  )
  const page = await box.keeper.get(`/agenda/proposer?idee=${idea}`)
  await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  assert.equal(await way(), `/repondre/${event}`)
})

test('the keeper sets another day on the page of the idea, or puts the idea aside', async () => {
  const { box, id, proposes, cancels, onIdea } = await dated()
  using _box = box
  await cancels()
  const page = await box.keeper.get(`/idees/idee/${id}`)
  assert.match(page.text, /Fixer un autre jour/)
  assert.match(page.text, /La laisser de côté/)
  await proposes(box.keeper, '2026-12-19')
  assert.match((await onIdea()).text, /samedi 19 décembre/)
})

test('a cancelled day that is put back is the day of its idea again', async () => {
  const { box, id, cancels, restores, onIdea } = await dated()
  using _box = box
  await cancels()
  await restores()
  assert.doesNotMatch((await onIdea()).body, FORM)
  const late = await box.visitor().post(`/repondre/${id}`, { answer: 'in', firstName: 'Léa' })
  assert.match(late.text, /c’est là qu’il faut répondre/)
})

test('long after its cancelled day, an idea still says so and can have another', async () => {
  const { box, cancels, onIdea } = await dated()
  using _box = box
  await cancels()
  box.later(40 * 86_400_000)
  assert.match((await onIdea()).text, /Annulé : « Un four », samedi 12 décembre/)
  assert.match((await onIdea()).body, FORM)
})
