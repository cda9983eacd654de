import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { idFrom } from '../../core/id.ts'
import { byPerson } from './model/by-person.ts'
import { relaysShown, type WordRow, wordsCarried } from './model/read.ts'

/** Whoever hands words over reads them by person, and says once what they did. */

const DAY = 86_400_000
let box: TestBox
let kwan = ''
let through = ''
let relay: Browser
beforeEach(async () => {
  box = testBox()
  kwan = box.welcome({ name: 'Kwan' })
  await box.keeper.post(`/habitants/${kwan}/relais`, { name: 'Kwan', where: 'au bar', yes: '1' })
  through = relaysShown(box.read)[0]!.id
  relay = await box.memberOf(kwan)
})
const leave = (forWhom: string, said: string, who: Browser = box.visitor()) =>
  who.post('/mot', { forWhom, sender: 'Nadia', said, relay: through })
const words = () => box.read.all('SELECT id, said, handedOn, missedOn FROM word_home ORDER BY id')
const acts = async (path: string) =>
  formsIn(await relay.get('/mes-mots')).filter(({ action }) => action === `/mes-mots/${path}`)

test('three words for one person stand together, however her name was typed, and go by one act', async () => {
  for (const [name, said] of [
    ['Huguette', 'le pain'],
    ['huguette', 'la clé'],
    ['HUGUETTE ', 'jeudi'],
  ] as const) {
    await leave(name, said)
    box.later(60_000)
  }
  await leave('Denise', 'à demain')
  const page = await relay.get('/mes-mots')
  assert.match(
    page.text,
    /Huguette : trois mots De la part de Nadia.*le pain.*la clé.*jeudi.*Tout remis Pas trouvé/,
  )
  assert.match(page.text, /Denise : un mot.*laissé le 5 décembre à \d+ h.*à demain/)
  assert.match(page.body, /aria-label="Tout remis à Huguette"/)
  const [, open = ''] = /Huguette\s: trois mots(.*?)<details/s.exec(page.body) ?? []
  assert.equal(open.split('<button').length - 1, 2, 'one set of acts for the three')
  assert.equal(page.text.split('personne n’a vérifié').length - 1, 1, 'said once')
  const [all] = await acts('tout-remis')
  const done = await relay.post(all!.action, all!.fields)
  assert.equal(done.status, 303)
  assert.deepEqual(
    words().map(row => row['handedOn'] !== null),
    [true, true, true, false],
  )
  const after = await relay.get('/mes-mots')
  assert.match(after.text, /3 mots remis\. Merci.*Annuler.*Denise : un mot/)
  await relay.fill(after, '/mes-mots/pas-remis')
  assert.ok(words().every(row => row['handedOn'] === null))
})

test('the first page says for whom the words to hand over are', async () => {
  for (const name of ['Huguette', 'Denise, 04 77 24 12 34', 'huguette']) {
    await leave(name, 'le pain est là')
    box.later(60_000)
  }
  assert.match((await relay.get('/')).text, /3 mots à remettre à Huguette et à Denise/)
  assert.doesNotMatch((await relay.get('/')).text, /04 77/)
})

test('who left a word in the name of somebody else reads of whose word it is', async () => {
  const marius = await box.member('Marius')
  await box.keeper.post(`/habitants/${marius.id}/relais`, { name: 'Marius', where: 'là', yes: '1' })
  const sent = { forWhom: 'Huguette', for: 'Ninon', sender: 'Ninon', said: 'le pain' }
  await marius.post('/mot', { ...sent, relay: through })
  await marius.post('/mot', { ...sent, for: '', sender: 'Marius', relay: through })
  await relay.post('/mes-mots/tout-remis', { ids: words().map(row => String(row['id'])) })
  const { text } = await marius.get('/')
  assert.match(text, /le mot de Ninon pour Huguette est remis/)
  assert.match(text, /votre mot pour Huguette est remis/)
})

test('whom one did not find is kept, told to who left the word, and offered again in three days', async () => {
  const nadia = await box.member('Nadia')
  await leave('Huguette', 'vrixolame', nadia)
  const visitor = box.visitor()
  const { location } = await leave('Huguette', 'zilombra', visitor)
  assert.match((await relay.get('/')).text, /2 mots à remettre/)
  const [all] = await acts('pas-trouve')
  await relay.post(all!.action, all!.fields)
  assert.doesNotMatch((await relay.get('/')).text, /mots? à remettre/)
  assert.match(
    (await relay.get('/mes-mots')).text,
    /Pas trouvé·e ces jours-ci.*Huguette : deux mots.*pas trouvé·e le 5 décembre.*vrixolame/,
  )
  assert.match((await visitor.get(location)).text, /Pas encore remis.*On réessaiera/)
  assert.match((await nadia.get('/')).text, /Huguette n’a pas été trouvé·e : on réessaiera/)
  assert.match((await nadia.get('/moi')).text, /Mots que j’ai laissés Pour Huguette pas trouvé/)
  await nadia.fill(await nadia.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch((await nadia.get('/')).text, /réessaiera/)
  box.later(4 * DAY)
  relay = await box.memberOf(kwan)
  assert.match((await relay.get('/')).text, /2 mots à remettre/)
  const [again] = await acts('tout-remis')
  await relay.post(again!.action, again!.fields)
  const back = await box.memberOf(nadia.id)
  assert.match((await back.get('/')).text, /votre mot pour Huguette est remis/)
  assert.match((await visitor.get(location)).text, /Remis\./)
})

test('what became of a word says for whom it was, and not how they are reached', async () => {
  const nadia = await box.member('Nadia')
  await leave('Huguette, 04 77 00 11 22', 'vrixolame', nadia)
  await leave('Huguette, 04 77 00 11 22', 'encore', nadia)
  const [all] = await acts('tout-remis')
  await relay.post(all!.action, all!.fields)
  const back = await box.memberOf(nadia.id)
  assert.match((await back.get('/')).text, /votre mot pour Huguette est remis/)
})

test('what became of a word names nobody over http, and is nobody else’s', async () => {
  const nadia = await box.member('Nadia')
  await leave('Huguette', 'vrixolame', nadia)
  const [all] = await acts('pas-trouve')
  await relay.post(all!.action, all!.fields)
  const near = await box.memberOf(nadia.id, 'wifi')
  assert.match((await near.get('/')).text, /quelqu’un à qui vous avez laissé un mot/)
  for (const path of ['/', '/moi', '/agenda'])
    assert.doesNotMatch((await near.get(path)).text, /Huguette/)
  const paul = await box.member('Paul')
  for (const who of [paul, box.visitor(), box.keeper])
    assert.doesNotMatch((await who.get('/')).text, /Huguette|réessaiera/)
})

test(
  'of two people of one name a word is for the one whom its relay speaks for; else the keeper ' +
    'says which, of all at once',
  async () => {
    const mine = box.welcome({ name: 'Josette', how: 'relay', relay: through, commune: '42195' })
    const other = box.welcome({ name: 'josette', commune: '42018' })
    await leave('JOSETTE', 'le pain')
    assert.match((await (await box.memberOf(mine)).get('/moi')).text, /Mots pour moi.*le pain/)
    for (const said of ['la clé', 'la hache'])
      await box.visitor().post('/mot', { forWhom: 'Josette', sender: 'Nadia', said })
    assert.doesNotMatch((await relay.get('/mes-mots')).text, /la clé|s’appellent/)
    const page = await box.keeper.get('/mes-mots')
    assert.match(page.text, /Josette : deux mots.*2 personnes d’ici s’appellent Josette/)
    await box.keeper.fill(page, formAction(page, '/pour'), { member: other })
    const theirs = (await (await box.memberOf(other)).get('/moi')).text
    assert.ok(theirs.includes('la clé') && theirs.includes('la hache'))
    assert.doesNotMatch(theirs, /le pain/)
  },
)
const formAction = (page: Answer, end: string): string =>
  formsIn(page).find(({ action }) => action.endsWith(end))!.action

test('a word for a first name is that of the one person who bears it, and says so to nobody', async () => {
  const odile = await box.member('Odile Roux')
  const told: string[] = []
  for (const name of ['odile', 'Personne']) {
    const visitor = box.visitor()
    const { location } = await visitor.post('/mot', { forWhom: name, sender: 'Nadia', said: 'oui' })
    told.push(
      (await visitor.get(location)).text
        .replaceAll(name, 'QUI')
        .replace(/[a-zé-]+ \d\d \d\d/, 'CODE')
        .replaceAll(/billet\/\w+/g, 'ADRESSE'),
    )
  }
  assert.equal(told[0], told[1])
  assert.match((await odile.get('/')).text, /un mot pour vous, signé Nadia/)
})

test('by person each word stands once, and names that differ by their letters alone together', () => {
  const name = fc.constantFrom('Huguette', 'huguette', 'HUGUETTE', 'Élodie', 'elodie', 'Paul')
  const one = fc.record({ name, missed: fc.boolean() })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), all => {
      const rows = all.map(({ name: forWhom, missed }, i) => ({
        id: idFrom(Date.UTC(2026, 11, 1) + i, new Uint8Array(10)),
        ...{ forWhom, member: null, seenOn: null, handedOn: null, aside: null },
        missedOn: missed ? '2026-12-05' : null,
      })) as unknown as readonly WordRow[]
      const groups = byPerson(box.read, rows, '2026-12-05')
      const ids = groups.flatMap(group => group.words.map(({ id }) => id))
      assert.deepEqual(ids.toSorted(), rows.map(({ id }) => id).toSorted())
      const names = groups.map(({ name: said }) => said.normalize('NFD').replace(/\P{ASCII}/gu, ''))
      assert.equal(new Set(names.map(said => said.toLowerCase())).size, groups.length)
      const missed = groups.map(({ isMissed }) => isMissed)
      assert.deepEqual(missed, missed.toSorted())
    }),
    { numRuns: 60 },
  )
})

test('a word is in one list alone: the other relay’s and another keeper’s act on it is none', async () => {
  await leave('Huguette', 'vrixolame')
  const [word] = wordsCarried(box.read, kwan)
  for (const who of [box.visitor(), await box.member('Zoé')])
    for (const act of ['tout-remis', 'pas-trouve', 'pas-remis'])
      assert.ok((await who.post(`/mes-mots/${act}`, { ids: word!.id })).status >= 400)
  assert.deepEqual(
    words().map(row => [row['handedOn'], row['missedOn']]),
    [[null, null]],
  )
})

test('names to choose from are those that everybody reads; a relay has their own people, the keeper all', async () => {
  box.welcome({ name: 'Zélie', how: 'relay', relay: through })
  box.welcome({ name: 'Vrixolame' })
  box.bring('offer', { title: 'Ondine prête sa scie', who: 'Ondine' })
  box.bring('offer', { title: 'Odet prêtait', who: 'Odet', until: '2026-01-01' })
  const names = async (who: Browser) =>
    [...(await who.get('/mot')).body.matchAll(/<option value="([^"]+)"><\/option>/g)].map(
      ([, name]) => name,
    )
  assert.deepEqual(await names(box.visitor()), ['Kwan', 'Ondine'])
  assert.deepEqual(await names(await box.member('Zoé')), ['Kwan', 'Ondine'])
  assert.deepEqual(await names(relay), ['Kwan', 'Ondine', 'Zélie'])
  assert.deepEqual(await names(await box.memberOf(kwan, 'wifi')), ['Kwan', 'Ondine'])
  assert.ok((await names(box.keeper)).includes('Vrixolame'))
})

test('a word of a card is answered from one’s own page, by whom it was for alone', async () => {
  const [nadia, odile] = [await box.member('Nadia'), await box.member('Odile')]
  await leave('Odile', 'vrixolame', nadia)
  const [row] = words()
  const page = await odile.get('/moi')
  assert.ok(page.body.includes(`href="/mot?reponse=${row!['id']}"`))
  const form = await odile.get(`/mot?reponse=${row!['id']}`)
  assert.match(form.text, /Laisser un mot à Nadia/)
  assert.equal((await odile.fill(form, '/mot', { said: 'zilombra' })).location, '/moi')
  assert.match((await nadia.get('/')).text, /un mot pour vous, signé Odile/)
  assert.match((await nadia.get('/moi')).text, /zilombra/)
  for (const who of [await box.member('Zoé'), box.visitor(), nadia]) {
    const input = { reponse: String(row!['id']), sender: 'Zoé', said: 'non' }
    assert.equal((await who.post('/mot', input)).status, 422)
    assert.doesNotMatch((await who.get(`/mot?reponse=${row!['id']}`)).text, /un mot à Nadia/)
  }
})

test('not found has its way back, says its day, and stays off the slips until it is offered again', async () => {
  const nadia = await box.member('Nadia')
  await leave('Huguette', 'vrixolame', nadia)
  box.later(60_000)
  await leave('Denise', 'zilombra')
  const [missed] = await acts('pas-trouve')
  await relay.post(missed!.action, missed!.fields)
  const slips = () => JSON.stringify(box.print('mot', undefined, { by: 'relay', me: kwan }))
  const after = await relay.get('/mes-mots')
  assert.match(
    after.text,
    /Un mot attend d’être remis\. Un autre est pour une personne pas trouvée/,
  )
  assert.match((await relay.get('/')).text, /un mot à remettre/)
  assert.match((await nadia.get('/moi')).text, /pas trouvé·e le 5 décembre\s; on réessaiera/)
  assert.match(slips(), /zilombra/)
  assert.doesNotMatch(slips(), /vrixolame/)
  await relay.fill(after, '/mes-mots/a-retrouver')
  assert.ok(words().every(row => row['missedOn'] === null))
  assert.match(slips(), /vrixolame/)
  assert.match((await relay.get('/mes-mots')).text, /2 mots attendent d’être remis\./)
  const [again] = await acts('pas-trouve')
  await relay.post(again!.action, again!.fields)
  box.later(4 * DAY)
  assert.match(slips(), /vrixolame/)
})

test('the count of the keeper’s list is that of the home page; those of relays stand apart', async () => {
  await leave('Huguette', 'vrixolame')
  await box.visitor().post('/mot', { forWhom: 'Denise', sender: 'Nadia', said: 'zilombra' })
  const text = (await box.keeper.get('/mes-mots')).text
  assert.match(text, /Un mot attend d’être remis\. Un autre est chez un relais\./)
  assert.match(
    text,
    /À remettre .*Chez les relais .*par Kwan/,
    'each under the line that counts it',
  )
  assert.match((await box.keeper.get('/tenir')).text, /un mot à remettre/)
})

test('the button back gives the name for whom a word is', async () => {
  const field = /<input[^>]*name="forWhom"[^>]*>/.exec((await box.visitor().get('/mot')).body)![0]
  assert.doesNotMatch(field, /autocomplete="off"/)
})

test('a slip filled in by hand is keyed from the list of words', async () => {
  for (const who of [box.keeper, relay])
    assert.match((await who.get('/mes-mots')).body, /<a href="\/mot">Saisir un papillon/)
  const slip = { forWhom: 'Lucienne', sender: 'Nadia', said: 'Le pain est cuit.', reach: 'au four' }
  assert.equal((await box.keeper.send('/mot', slip)).status, 303)
  assert.match((await box.keeper.get('/mes-mots')).text, /Lucienne.*Nadia.*Le pain est cuit\./)
})
