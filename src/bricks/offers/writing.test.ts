import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** The one short form: what is known is not asked again, what is filled in is chosen. */

const skip = lacking('member', 'offer', 'theme')
const NUMBER = '04 77 00 11 22'
let box: TestBox
before(() => {
  box = testBox()
  box.territory({ communes: ['42195', '42313'] })
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.bring('commune', { code: '42313', name: 'Trelins' })
  box.bring('theme', { label: 'Transports', synonyms: 'covoiturage' })
  box.bring('theme', { label: 'Outils', synonyms: 'remorque, scie' })
})
after(() => box?.[Symbol.dispose]())

const newest = (table: string): Record<string, unknown> =>
  box.read.all(`SELECT * FROM "${table}" ORDER BY id DESC LIMIT 1`)[0] ?? {}
const FORM = '/annonces/proposer'

test('a number typed is the way, no round chosen; so is any one thing that is filled in', {
  skip,
}, async () => {
  for (const [filled, way, reach] of [
    [{ phone: NUMBER }, 'phone', /^04 77 00 11 22$/],
    [{ through: 'par Marius, au bar' }, 'relay', /^par Marius, au bar$/],
    [{ foundAt: 'aux Granges' }, 'word', /^laissez un mot à /],
  ] as const) {
    box.later(1_000)
    const sent = { title: `je prête une scie ${way}`, who: 'Josette', accord: 'ici', ...filled }
    const answer = await box.visitor().post(FORM, sent)
    assert.equal(answer.status, 303, way)
    assert.equal(newest('offer_home')['reachBy'], way)
    assert.match(String(newest('offer_home')['reach']), reach)
  }
})

test('two things filled in and none chosen are asked; what is no telephone is refused in words', {
  skip,
}, async () => {
  const sent = { title: 'je prête une scie', who: 'Josette', accord: 'ici' }
  const two = await box.visitor().post(FORM, { ...sent, phone: NUMBER, through: 'par Marius' })
  assert.equal(two.status, 422)
  assert.match(two.text, /Dites comment vous joindre/)
  const police = await box.visitor().post(FORM, { ...sent, phone: '17', from: FORM })
  assert.equal(police.status, 422)
  assert.match(police.text, /« 17 » n’est pas le téléphone de quelqu’un/)
  assert.match(police.body, /id="f-phone"[^>]*value="17"[^>]*aria-describedby="[^"]*f-phone-e"/)
})

test('each mistake stands at its field, which names it, and the page’s title says that some do', {
  skip,
}, async () => {
  const answer = await box.visitor().post(FORM, { demande: 'portee', from: FORM })
  assert.match(answer.body, /<title>À corriger/)
  for (const field of ['title', 'who', 'reachBy', 'accord']) {
    assert.ok(answer.body.includes(`href="#f-${field}"`), field)
    assert.match(
      answer.body,
      new RegExp(`id="f-${field}"[^>]*aria-describedby="[^"]*f-${field}-e`),
      field,
    )
  }
})

test('what is known of a member is one line, and nothing of it is asked again', {
  skip,
}, async () => {
  const id = box.welcome({
    name: 'Josette',
    how: 'phone',
    phone: NUMBER,
    commune: '42195',
    uses: ['phone-shown'],
    agreed: '1',
  })
  const josette = await box.memberOf(id)
  box.later(1_000)
  const page = await josette.get(FORM)
  assert.match(page.text, /Josette, Sail-sous-Couzan, comme d’habitude : 04 77 00 11 22 : changer/)
  assert.doesNotMatch(page.body, /<details class="known" open/)
  const sent = await josette.fill(page, FORM, { title: 'je prête ma scie', accord: 'ici' })
  assert.equal(sent.status, 303)
  const row = newest('offer_home')
  assert.deepEqual(
    [row['reachBy'], row['reach'], row['commune']],
    ['phone', NUMBER, '42195'],
    'one field and one round are enough',
  )
  box.later(1_000)
  // What she types inside the line is meant.
  const other = await josette.fill(page, FORM, {
    title: 'je prête ma bêche',
    accord: 'ici',
    through: 'par Marius, au bar',
  })
  assert.equal(other.status, 303)
  assert.equal(newest('offer_home')['reachBy'], 'relay')
  const wifi = await box.memberOf(id, 'wifi')
  const heard = (await wifi.get(FORM)).text
  assert.match(heard, /Josette, comme d’habitude : changer/)
  assert.doesNotMatch(heard, /04 77 00 11 22|Sail-sous-Couzan : changer/)
})

test('the commune that a member gave in a notice is chosen in the form of the next one', {
  skip,
}, async () => {
  const id = box.welcome({ name: 'Élodie' })
  const elodie = await box.memberOf(id, 'https')
  const chosen = async (who: { get: typeof elodie.get }): Promise<string | undefined> =>
    /<option value="(\d+)" selected/.exec((await who.get(FORM)).body)?.[1]
  assert.equal(await chosen(elodie), undefined)
  const said = async (more: Record<string, string>) => {
    box.later(1_000)
    const answer = await elodie.post(FORM, { reachBy: 'word', accord: 'ici', ...more })
    assert.equal(answer.status, 303, answer.text)
  }
  await said({ title: 'je vends une commode à 80 €', commune: '42313' })
  assert.equal(await chosen(elodie), '42313')
  await said({ title: 'je descends de Sail à Boën mardi matin, une place' })
  assert.equal(await chosen(elodie), '42313', 'where a ride begins is no home')
  await said({ title: 'je prête une scie', commune: '42195', accord: 'voisins' })
  assert.equal(await chosen(elodie), '42195')
  assert.equal(await chosen(await box.memberOf(id, 'wifi')), undefined)
  assert.equal(await chosen(await box.member('Huguette', 'https')), undefined)
})

test('the ticket of a weekly ride says what was understood of its sentence', { skip }, async () => {
  box.later(1_000)
  const visitor = box.visitor()
  const sent = await visitor.post(FORM, {
    title: 'je descends de Sail à Montbrison tous les jeudis à 8 h, il me reste deux places',
    who: 'Gisèle',
    phone: NUMBER,
    accord: 'ici',
  })
  const { text } = await visitor.get(sent.location)
  for (const said of [/chaque jeudi/, /Heure du trajet 8\sh/, /Où va le trajet Montbrison/])
    assert.match(text, said)
  box.later(1_000)
  const lent = await visitor.post(FORM, {
    title: 'je prête une bêche',
    who: 'Gisèle',
    phone: NUMBER,
    accord: 'ici',
  })
  assert.doesNotMatch((await visitor.get(lent.location)).text, /trajet/)
})

test('the quick form and the slip are filed under what their sentence says', { skip }, async () => {
  const themes = (row: Record<string, unknown>): readonly string[] =>
    JSON.parse(String(row['themes'] ?? '[]')).map(
      (id: string) => box.read.all('SELECT label FROM theme WHERE id = ?', id)[0]?.['label'],
    )
  const sent = { who: 'Rosa', phone: NUMBER, accord: 'ici' }
  box.later(1_000)
  await box.visitor().post(FORM, { ...sent, title: 'je prête ma remorque, à Trelins' })
  assert.deepEqual(themes(newest('offer_home')), ['Outils'])
  assert.equal(newest('offer_home')['commune'], '42313')
  box.later(1_000)
  const ride = 'je descends de Trelins à Boën mardi matin, une place'
  await box.visitor().post(FORM, { ...sent, title: ride })
  assert.deepEqual(themes(newest('offer_home')), ['Transports'])
  assert.equal(newest('offer_home')['commune'], '42313', 'of a ride, where it begins')
  box.later(1_000)
  await box.keeper.post('/annonces/saisie', {
    papier: 'annonces',
    kind: 'need',
    who: 'Léo',
    title: 'je cherche une scie à Sail',
    reach: 'au bar',
    accord: 'ici',
  })
  assert.deepEqual(themes(newest('need_home')), ['Outils'])
  assert.equal(newest('need_home')['commune'], '42195')
})

test('a price is kept of a sale or a rent alone, shown on its page and its line, and never twice', {
  skip,
}, async () => {
  const sent = { who: 'Rosa', phone: NUMBER, accord: 'voisins', stage: '2' }
  const written = async (more: Record<string, string>): Promise<Record<string, unknown>> => {
    box.later(1_000)
    const answer = await box.keeper.post(FORM, { ...sent, ...more })
    assert.equal(answer.status, 303, answer.text)
    return newest('offer')
  }
  const trunk = await written({ title: 'je vends une malle', mode: 'sell', priceCents: '80 €' })
  assert.equal(trunk['priceCents'], 8_000)
  assert.match((await box.visitor().get(`/annonces/${trunk['id']}`)).text, /Prix demandé 80 €/)
  const list = (await box.visitor().get('/annonces')).text
  assert.match(list, /je vends une malle ».{0,40}80 €/)
  const lent = await written({ title: 'je prête une malle', mode: 'lend', priceCents: '80' })
  assert.equal(lent['priceCents'], null)
  const { stage: _, ...quick } = sent
  box.later(1_000)
  await box.keeper.post(FORM, { ...quick, title: 'je vends un poêle, 1 200,50 €' })
  assert.equal(newest('offer')['priceCents'], 120_050, 'the sentence says it')
  assert.doesNotMatch((await box.visitor().get('/annonces')).text, /1 200,50 € ».{0,30}1 200,50 €/)
  const wrong = await box.keeper.post(FORM, {
    ...sent,
    title: 'je vends un banc',
    mode: 'sell',
    priceCents: 'pas cher',
    from: FORM,
  })
  assert.match(wrong.text, /« Prix demandé » demande une somme en euros/)
  assert.match(wrong.body, /<details open[^>]*>\s*<summary>[^<]*pas cher/)
})

test('who seeks to rent or to buy is not said to let or to sell', async () => {
  using box = testBox()
  box.territory()
  const title = 'je cherche une petite location, pas plus de 380 euros'
  const sent = { title, who: 'Léa', reachBy: 'phone', phone: NUMBER, accord: 'ici' }
  const { location } = await box.keeper.post('/annonces/chercher', sent)
  const { text } = await box.keeper.get(location)
  assert.match(text, /Vous cherchez à louer/)
  assert.match(text, /à prendre en location/)
  assert.doesNotMatch(text, /Vous louez|Prix demandé/)
})

test('a price that is for a time or a measure says so wherever it stands', { skip }, async () => {
  const lea = await box.memberOf(box.welcome({ name: 'Léa' }))
  for (const [title, price] of [
    ['je loue une chambre, 250 € par mois', '250 € par mois'],
    ['je vends des œufs, 2 € la douzaine', '2 € la douzaine'],
    ['je loue une bâche, 5 €', '5 €'],
  ] as const) {
    box.later(1_000)
    const sent = await lea.post(FORM, { title, reachBy: 'word', accord: 'voisins' })
    const { text } = await lea.get(sent.location)
    assert.match(text, new RegExp(`Prix demandé ${price} (?!par|la )`), title)
  }
})

test('what was understood is a sentence in pieces, each folded over what corrects it', {
  skip,
}, async () => {
  const more = await box.visitor().post(FORM, {
    title: 'je prête ma remorque à Trelins',
    who: 'Rosa',
    phone: NUMBER,
    accord: 'ici',
    commune: '',
    plus: '1',
    from: FORM,
  })
  const pieces = [...more.body.matchAll(/<summary>(.*?)<\/summary>/gs)].map(([, said]) => said)
  assert.deepEqual(pieces.slice(-8), [
    'Vous prêtez',
    '«\u00a0je prête ma remorque à Trelins\u00a0»',
    'à Trelins',
    'sous le thème Outils',
    'sans dernier jour',
    'sans dire ce qu’il faut en échange',
    'avec une photo, si vous voulez',
    'et plus de détails, si vous voulez',
  ])
  assert.doesNotMatch(more.body, /<details open/)
  assert.match(more.body, /value="42313" selected/)
  const asked = more.text.match(/Contre quoi|En échange/g) ?? []
  assert.deepEqual(asked, ['Contre quoi'], 'one question of what is wished in return')
})

test('a price that is corrected in the words, or in its field, is the one that shows', {
  skip,
}, async () => {
  const lea = await box.memberOf(box.welcome({ name: 'Léa' }))
  box.later(1_000)
  await lea.post(FORM, { title: 'je vends un vélo, 80 €', reachBy: 'word', accord: 'voisins' })
  const { id } = newest('offer')
  const correct = `/moi/corriger/offer/${id}`
  const form = await lea.get(correct)
  assert.match(form.text, /Prix demandé/)
  await lea.fill(form, '/moi/corriger', { title: 'je vends un vélo, 70 €' })
  assert.equal(newest('offer')['priceCents'], 7_000)
  const alone = await lea.fill(await lea.get(correct), '/moi/corriger', { priceCents: '65' })
  assert.equal(alone.status, 422, 'the words still say 70')
  const both = { title: 'je vends un vélo', priceCents: '65' }
  await lea.fill(await lea.get(correct), '/moi/corriger', both)
  assert.equal(newest('offer')['priceCents'], 6_500)
  box.later(1_000)
  await lea.post(FORM, { title: 'je prête un vélo', reachBy: 'word', accord: 'voisins' })
  const lent = await lea.get(`/moi/corriger/offer/${newest('offer')['id']}`)
  assert.doesNotMatch(lent.text, /Prix demandé/)
})

test('how to reach who writes in English is said to everybody in the page’s language', {
  skip,
}, async () => {
  box.later(1_000)
  const sam = { title: 'I need a bike', who: 'Sam', foundAt: 'at the bar', reachBy: 'word' }
  const english = box.visitor()
  await english.get('/annonces/chercher?langue=en')
  const sent = await english.post('/annonces/chercher', sam)
  assert.match((await english.get(sent.location)).text, /Your ticket/)
  assert.match(String(newest('need_home')['reach']), /^laissez un mot à Anaïs/)
})

test('a character that nobody sees, or half of one where a text is cut, is left out', {
  skip,
}, async () => {
  const long = `${'x'.repeat(99)}💥`
  for (const sent of [
    { title: 'donne du bois', who: 'Zed', reachBy: 'word', foundAt: 'au\u0000 bar' },
    {
      title: 'va à Boën lundi',
      trajet: '1',
      depart: 'a\u0000b',
      vers: long,
      par: `c\u0000, ${long}`,
    },
  ]) {
    box.later(1_000)
    const way = { who: 'Zed', reachBy: 'phone', phone: NUMBER, accord: 'ici', ...sent }
    assert.equal((await box.visitor().post(FORM, way)).status, 303, sent.title)
  }
  const ride = newest('offer_home')
  assert.equal(ride['rideFrom'], 'ab')
  assert.equal(ride['rideTo'], 'x'.repeat(99))
  assert.deepEqual(box.faults, [])
})

test('a notice that says the other side than its page stands there, and its person reads it', {
  skip,
}, async () => {
  const gil = await box.memberOf(box.welcome({ name: 'Gil' }))
  const side = async (path: string, title: string): Promise<string> => {
    box.later(1_000)
    const sent = await gil.post(path, { title, reachBy: 'word', accord: 'voisins' })
    assert.equal(sent.status, 303, sent.text)
    const { text } = await gil.get(sent.location)
    const [first] = box.read.all(
      "SELECT 'need' AS side, id FROM need UNION SELECT 'offer', id FROM offer ORDER BY id DESC",
    )
    return `${first?.['side']}: ${/C’est affiché[^.·]*(?=\.)/.exec(text)?.[0]}`
  }
  const seek = '/annonces/chercher'
  assert.match(await side(FORM, 'je cherche où garer ma caravane'), /^need: .*ce qu’on cherche/)
  assert.match(await side(seek, 'je donne des bocaux'), /^offer: .*ce qu’on propose/)
  assert.equal(await side(seek, 'je cherche une herse'), 'need: C’est affiché')
  assert.equal(await side(FORM, 'je cherche preneur pour un lit'), 'offer: C’est affiché')
  const again = await gil.post(FORM, {
    title: 'je cherche où garer ma caravane',
    reachBy: 'word',
    accord: 'ici',
    from: FORM,
  })
  assert.match(again.text, /C’est déjà envoyé/)
})

test('a member’s notice that waits leads to where it stands with its state', { skip }, async () => {
  const rosa = await box.memberOf(box.welcome({ name: 'Rosa' }))
  box.later(1_000)
  const title = 'je vends un lit, appelez le 06 99 88 77 66'
  const sent = await rosa.post(FORM, { title, reachBy: 'word', accord: 'ici' })
  assert.equal(sent.location, '/moi/ecrits')
  const { text } = await rosa.get(sent.location)
  assert.match(text, /le lit d’abord, parce qu’il y est écrit « 06 99 88 77 66 »/)
  assert.match(text, /je vends un lit.{0,80}[Ee]n attente/)
})

test('a member’s notice with an insult waits, however it is written', { skip }, async () => {
  const lea = await box.memberOf(box.welcome({ name: 'Léa' }))
  for (const title of ['je cherche un connard', 'je donne un seau à ce con\u00adnnaaard'])
    for (const path of ['/annonces/chercher', FORM]) {
      box.later(1_000)
      const sent = await lea.post(path, { title, reachBy: 'word', accord: 'voisins' })
      assert.match((await lea.get(sent.location)).text, /le lit d’abord/, title)
      assert.doesNotMatch((await box.visitor().get('/annonces')).text, /n+a+rd/, title)
    }
})

test('the sentence of a notice is said to be needed, as the other fields that must be filled', async () => {
  const box = testBox()
  box.territory()
  for (const path of ['/annonces/proposer', '/annonces/chercher'])
    assert.match((await box.visitor().get(path)).text, /En une phrase \(à remplir\)/, path)
})

test('the text to copy has one stop behind a sentence, its own or a full one', async () => {
  using box = testBox()
  box.territory()
  const copied = async (title: string): Promise<string> => {
    const id = box.bring('offer', { title, reach: 'au bar', state: 'firm' })
    const { body } = await box.visitor().get(`/annonces/${id}`)
    return /<textarea[^>]*aria-describedby="copy-h"[^>]*>([^<]*)/.exec(body)?.[1] ?? ''
  }
  assert.match(await copied('Du papier. Qui en voudrait\u00a0?'), /voudrait\u00a0\? /)
  assert.match(await copied('Du papier.'), /papier\. /)
})
