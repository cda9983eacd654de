import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'

/**
 * A notice that its person shows here alone: everybody reads it on this box's pages, and nothing of
 * it leaves.
 */

const UNSHOW = '/a-montrer/cacher'
const NUMBER = '06 71 22 33 44'
let box: TestBox
beforeEach(async () => {
  box = testBox()
  box.territory()
})
const said = (accord: string, more: Record<string, string> = {}) => ({
  title: 'je prête un canari',
  who: 'Élodie',
  reachBy: 'phone',
  phone: NUMBER,
  demande: 'portee',
  ...(accord === '' ? {} : { accord }),
  ...more,
})
const wide = (): string =>
  JSON.stringify(
    box.log.sql.all(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    ),
  )
const PAGES = ['/', '/annonces', '/annonces?genre=propose', '/chercher?q=canari']
async function readOn(who: Browser): Promise<readonly boolean[]> {
  return Promise.all(
    PAGES.map(async path => (await who.get(path)).text.includes('prête un canari')),
  )
}
const waiting = async (): Promise<string> =>
  /name="id" value="([0-9a-z]{26})"/.exec((await box.keeper.get('/a-montrer')).body)?.[1] ?? ''
const hereId = (): string =>
  String(
    box.read.all('SELECT id FROM offer_home WHERE shownHere = 1 AND removed IS NOT 1')[0]?.['id'],
  )

test('the form asks how far, with the narrowest that everybody here reads, and says what lacks', async () => {
  const person = box.visitor()
  const page = await person.get('/annonces/proposer')
  assert.match(page.text, /Qui peut la lire, téléphone compris/)
  assert.deepEqual(page.body.match(/name="accord"[^>]*checked/g), [
    'name="accord" value="ici" checked',
  ])
  const answer = await person.post('/annonces/proposer', {
    ...said(''),
    from: '/annonces/proposer',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Dites où l’afficher/)
  const keying = await box.keeper.get('/annonces/saisie')
  assert.match(keying.body, /<a href="\/mot">Saisir un papillon «\u00a0Un mot pour/)
  assert.match(keying.text, /affiché ici.*et dans les villages voisins/)
  assert.equal(
    (
      await box.keeper.post('/annonces/saisie', {
        ...said(''),
        kind: 'offer',
        from: '/annonces/saisie',
      })
    ).status,
    422,
  )
})

test(
  'a visitor’s notice for here is read here by everybody once the keeper shows it, and never ' +
    'leaves',
  async () => {
    const stranger = box.visitor()
    assert.equal((await stranger.post('/annonces/proposer', said('ici'))).status, 303)
    assert.deepEqual(
      await readOn(stranger),
      [false, false, false, false],
      'nothing shows before it was read',
    )
    assert.equal(
      (await box.keeper.post('/a-montrer/afficher', { id: await waiting() })).status,
      303,
    )
    assert.deepEqual(await readOn(stranger), [true, true, true, true])
    const page = await stranger.get(`/annonces/${hereId()}`)
    assert.match(page.text, /Affichée ici seulement/)
    assert.ok(page.text.includes(NUMBER))
    assert.ok(
      !wide().includes('canari') && !wide().includes('71 22'),
      'nothing of it is in what leaves',
    )
    assert.equal(
      (await stranger.get('/donnees/offer.csv')).body.includes('canari'),
      false,
      'what leaves as files neither',
    )
  },
)

test('for the villages around, it is shown as before', async () => {
  await box.visitor().post('/annonces/proposer', said('voisins'))
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.ok(wide().includes('canari'))
})

test('a member’s for here shows at once; they take it off; with another’s number it waits', async () => {
  const elodie = box.welcome({ name: 'Élodie', how: 'phone', phone: NUMBER })
  const person = await box.memberOf(elodie)
  await person.post('/annonces/proposer', said('ici'))
  assert.deepEqual(await readOn(box.visitor()), [true, true, true, true])
  assert.match((await person.get('/moi')).text, /affichée ici seulement/)
  assert.doesNotMatch((await box.visitor().get(`/annonces/${hereId()}`)).text, /Enlever de la page/)
  await person.post('/annonces/ici/reprendre', { id: hereId() })
  assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
  await person.post(
    '/annonces/proposer',
    said('ici', { phone: '06 71 99 88 77', title: 'je prête un canari jaune' }),
  )
  assert.deepEqual(
    await readOn(box.visitor()),
    [false, false, false, false],
    'another number waits for the keeper',
  )
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.deepEqual(await readOn(box.visitor()), [true, true, true, true])
  assert.ok(!wide().includes('canari'))
})

test('its number is hidden like any other', async () => {
  await box.visitor().post('/annonces/proposer', said('ici'))
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  const stranger = box.visitor()
  assert.equal((await stranger.post('/c-est-mon-numero', { number: NUMBER })).status, 303)
  const page = await stranger.get(`/annonces/${hereId()}`)
  assert.ok(!page.text.includes('71 22'))
  assert.match(page.text, /Pour joindre Élodie : par Anaïs, au local/)
  const refused = await box.keeper.post('/annonces/ici/afficher', {
    id: hereId(),
    from: `/annonces/${hereId()}`,
  })
  assert.notEqual(refused.status, 303, 'nothing is lost by showing it wider meanwhile')
})

test(
  'the keeper undoes what they showed, shows it again, and shows it around once its person ' +
    'agrees',
  async () => {
    await box.visitor().post('/annonces/proposer', said('ici'))
    const id = await waiting()
    await box.keeper.post('/a-montrer/afficher', { id })
    assert.equal((await box.keeper.post(UNSHOW, { id })).status, 303)
    assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
    assert.equal(await waiting(), id, 'it waits as before')
    await box.keeper.post('/a-montrer/afficher', { id })
    assert.equal((await box.keeper.post('/annonces/ici/afficher', { id: hereId() })).status, 303)
    assert.ok(wide().includes('canari') && wide().includes('71 22'))
    assert.equal(hereId(), 'undefined')
  },
)

test('the ticket of a notice for here tells that it is read, leads to it, and takes it back', async () => {
  const stranger = box.visitor()
  const { location } = await stranger.post('/annonces/proposer', said('ici'))
  const at = location.split('?')[0]!
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  const ticket = await stranger.get(at)
  assert.match(ticket.text, /Affiché sur la page/)
  assert.ok(ticket.body.includes(`href="/annonces/${hereId()}"`))
  await stranger.post(`${at}/reprendre`, { from: `${at}/reprendre` })
  assert.deepEqual(await readOn(stranger), [false, false, false, false])
})

test(
  'its author corrects it at the same scope, once; takes it off and puts it back; what is off ' +
    'stays off when it is mended',
  async () => {
    const elodie = box.welcome({ name: 'Élodie', how: 'phone', phone: NUMBER })
    const person = await box.memberOf(elodie)
    await person.post('/annonces/proposer', said('ici', { mode: 'lend' }))
    const id = hereId()
    const correct = (title: string) =>
      person.post('/moi/corriger', { type: 'offer', id, title, from: `/annonces/${id}/modifier` })
    assert.match((await person.get(`/annonces/${id}/modifier`)).body, /prête un canari/)
    assert.equal((await correct('Élodie prête un canari jaune')).status, 303)
    const page = (await box.visitor().get(`/annonces/${id}`)).text
    assert.match(
      page,
      pattern()`
        prête un canari jaune.*Pour joindre Élodie : 06 71 22 33 44.*Affichée ici seulement.*
        à prêter
      `,
    )
    assert.equal(box.read.all('SELECT id FROM offer').length, 1, 'one copy')
    assert.ok(!wide().includes('canari'))
    const off = await person.post('/annonces/ici/reprendre', { id })
    assert.match((await person.get(off.location)).text, /C’est enlevé de la page\. Annuler/)
    assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
    for (const path of ['/annonces/ici/remettre', '/remettre-sur-la-page'])
      assert.equal(
        (await box.keeper.post(path, { type: 'offer', id })).status,
        422,
        'it is theirs to put back',
      )
    assert.equal((await person.post('/moi/remettre', { type: 'offer', id })).status, 303)
    assert.deepEqual(await readOn(box.visitor()), [true, true, true, true])
    // As it was taken off before: unshown, and not removed.
    box.turn('plain.bring', {
      records: JSON.stringify([{ type: 'offer', id, fields: { shownHere: false }, space: 'home' }]),
    })
    await correct('Élodie prête un canari vert')
    assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
    assert.ok(!wide().includes('canari'))
  },
)

test('the keeper corrects it like any other, takes it down, and finds it among what was taken off', async () => {
  await box.visitor().post('/annonces/proposer', said('ici'))
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  const id = hereId()
  assert.equal((await box.keeper.get(`/annonces/${id}/modifier`)).status, 200)
  const mended = {
    type: 'offer',
    id,
    title: 'Élodie prête un canari jaune',
    who: 'Élodie',
    reach: NUMBER,
    state: 'firm',
    'accord-dit': NUMBER,
  }
  const answer = await box.keeper.post('/ecrire', { ...mended, from: `/annonces/${id}/modifier` })
  assert.equal(answer.status, 303, answer.text)
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /canari jaune/)
  assert.ok(!wide().includes('canari'))
  assert.equal((await box.keeper.post('/annonces/ici/decrocher', { id })).status, 303)
  assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
  assert.match((await box.keeper.get('/tenir/retire')).text, /prête un canari jaune/)
  assert.equal((await box.keeper.post('/remettre-sur-la-page', { type: 'offer', id })).status, 303)
  assert.deepEqual(await readOn(box.visitor()), [true, true, true, true])
})

test('a notice that the keeper refused stays unread when its author mends it', async () => {
  const person = await box.member('Élodie')
  await person.post('/annonces/proposer', said('voisins'))
  await box.keeper.post('/a-montrer/laisser', { id: await waiting() })
  const id = String(box.read.all("SELECT piece FROM proposal_home WHERE of = 'offer'")[0]!['piece'])
  await person.post('/moi/corriger', { type: 'offer', id, title: 'Élodie prête un canari bleu' })
  assert.deepEqual(await readOn(box.visitor()), [false, false, false, false])
  assert.ok(!wide().includes('canari'))
})
