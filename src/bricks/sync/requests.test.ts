import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../../../tests/exchange/met.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'
import { codesLeft } from '../../files/local.ts'
import { setPeerMark } from '../../sync/trust/marks.ts'
import { newCodes } from '../../web/session/keeper.ts'

const nameOf = (box: TestBox): string => box.log.box.name
function recognised(at: TestBox, other: TestBox, called: string): void {
  at.log.db.exec('BEGIN')
  setPeerMark(at.log, nameOf(other), { called, paired: true })
  at.log.db.exec('COMMIT')
}
/** Sail wrote a notice that Boën has too, and each keeper recognised the other's box. */
async function village() {
  const [sail, boen] = [testBox(), testBox()]
  recognised(sail, boen, 'Boën')
  recognised(boen, sail, 'Sail')
  const id = sail.bring('need', {
    title: 'Marcel cherche un établi',
    who: 'Marcel',
    reach: 'au bar',
  })
  const meet = () => met(sail.engine, boen.engine, sail.now())
  await meet()
  return {
    sail,
    boen,
    id,
    meet,
    keeper: sail.keeper,
    there: boen.keeper,
    codes: newCodes(sail.local),
  }
}
const held = (box: TestBox): number =>
  Number(box.log.sql.get("SELECT count(*) AS n FROM piece WHERE value LIKE '%établi%'")!['n'])

test(
  'what a neighbour erased of ours waits on the keeper’s page; a yes takes a code and erases, ' +
    'a no leaves it',
  async () => {
    const { sail, boen, id, meet, keeper, there, codes } = await village()
    const codesThere = newCodes(boen.local)
    const gone = await there.post('/oublier', { type: 'need', id, code: codesThere[0]! })
    assert.equal(gone.status, 303, gone.text)
    await meet()
    assert.match(
      (await keeper.get('/tenir')).text,
      /2 demandes d’autres bornes attendent votre réponse/,
    )
    const page = await keeper.get('/demandes')
    assert.match(page.text, /Boën demande de retirer de la page Marcel cherche un établi/)
    assert.match(
      page.text,
      /Boën demande d’effacer pour de bon Marcel cherche un établi \(\d+ lignes? partirai/,
    )
    assert.match(
      page.text,
      pattern()`
        \(3 lignes partiraient\) En une phrase, Marcel cherche un établi Prénom, Marcel
        ${' '}Comment joindre, au bar Non
      `,
    )
    assert.match((await sail.visitor().get(`/annonces/${id}`)).text, /Marcel cherche un établi/)
    const [demande = ''] = /(?<=name="demande" value=")[^"]+/.exec(page.body) ?? []
    assert.equal((await keeper.post('/demandes/non', { demande, from: '/demandes' })).status, 303)
    assert.match((await keeper.get('/demandes')).text, /Vous avez dit non Boën demande d’effacer/)
    assert.equal(held(sail), 1)
    const bad = await keeper.post('/demandes/oui', {
      demande,
      from: '/demandes',
      code: 'abcd efgh jkmn',
    })
    assert.match(bad.text, /Ce code n’est pas bon/)
    assert.equal(held(sail), 1)
    assert.equal(
      (await keeper.post('/demandes/oui', { demande, from: '/demandes', code: codes[0]! })).status,
      303,
    )
    assert.deepEqual([held(sail), codesLeft(sail.local)], [0, 9])
    assert.match((await keeper.get('/demandes')).text, /Personne ne demande rien/)
  },
)

test('what a neighbour only withdrew is left on the page, for both, by one click', async () => {
  const { sail, boen, id, meet, keeper, there } = await village()
  await there.post('/retirer', { type: 'need', id })
  await meet()
  assert.equal((await boen.visitor().get(`/annonces/${id}`)).status, 404)
  const kept = await keeper.post('/demandes/retrait', {
    type: 'need',
    id,
    accept: '0',
    from: '/demandes',
  })
  assert.equal(kept.status, 303, kept.text)
  await meet()
  for (const box of [sail, boen])
    assert.equal((await box.visitor().get(`/annonces/${id}`)).status, 200)
})

test(
  'what another box asks is no news of it, and dates nothing again; the page of news and the ' +
    'first page say the same',
  async () => {
    const { sail, boen, id, meet } = await village()
    const DAY = 24 * 3_600_000
    for (const box of [sail, boen]) box.later(20 * DAY)
    const [keeper, there] = [sail.keeper, boen.keeper]
    await there.post('/retirer', { type: 'need', id })
    await meet()
    const person = sail.visitor()
    const news = await person.get('/nouvelles')
    assert.match(
      news.text,
      /Nouvelles de Boën, arrivées aujourd’hui Rien de nouveau à lire\. Boën demande quelque chose/,
    )
    assert.doesNotMatch(news.text, /Marcel cherche/)
    assert.match((await person.get('/')).text, /nouvelles de Boën, arrivées aujourd’hui/)
    assert.match((await person.get(`/annonces/${id}`)).text, /Écrit le 5 décembre/)
    await keeper.post('/demandes/retrait', { type: 'need', id, accept: '0', from: '/demandes' })
    await meet()
    for (const box of [sail, boen])
      assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Écrit le 5 décembre/)
    const after = (await person.get('/nouvelles')).text
    assert.match(after, /Nouvelles de Boën, arrivées aujourd’hui Rien de nouveau à lire\./)
    assert.doesNotMatch(after, /demande quelque chose|Rien n’est encore arrivé/)
    boen.turn('plain.write', {
      type: 'need',
      id,
      title: 'Marcel cherche un étau',
      who: 'Marcel',
      reach: 'au bar',
    })
    await meet()
    assert.match(
      (await person.get('/nouvelles')).text,
      /Nouvelles de Boën, arrivées aujourd’hui Marcel cherche un étau écrit le 25 décembre/,
    )
  },
)

test('law 10: what one keeper erased and the other kept stays erased where it was, and is said so', async () => {
  const { sail, boen, id, meet, keeper, there } = await village()
  await there.post('/oublier', { type: 'need', id, code: newCodes(boen.local)[0]! })
  await meet()
  await keeper.post('/demandes/retrait', { type: 'need', id, accept: '0', from: '/demandes' })
  const [demande = ''] =
    /(?<=name="demande" value=")[^"]+/.exec((await keeper.get('/demandes')).body) ?? []
  assert.equal((await keeper.post('/demandes/non', { demande, from: '/demandes' })).status, 303)
  await meet()
  const [here, erased] = [sail.visitor(), boen.visitor()]
  assert.match((await here.get('/annonces')).text, /Marcel cherche un établi/)
  for (const path of ['/', '/annonces', '/nouvelles', '/chercher?q=etabli']) {
    const { body } = await erased.get(path)
    assert.doesNotMatch(body, new RegExp(`${id}|<h3>(<a[^>]*>)?\\s*(</a>)?</h3>`), path)
  }
  const page = await erased.get(`/annonces/${id}`)
  assert.equal(page.status, 404)
  assert.match(page.text, /a été effacé/)
  assert.doesNotMatch(page.text, /affiche|établi/)
  assert.doesNotMatch(
    (await erased.get('/annonces/00000000000000000000000000')).text,
    /a été effacé/,
  )
  // Whoever has it on their page may still write in it: what is written anew shows.
  sail.turn('plain.write', {
    type: 'need',
    id,
    title: 'Marcel cherche un étau',
    who: 'Marcel',
    reach: 'au bar',
  })
  await meet()
  assert.match((await erased.get('/annonces')).text, /Marcel cherche un étau/)
})

test('a box that is dismissed may be told to the others, whose keepers decide by themselves', async () => {
  const { sail, boen, meet, keeper, there, codes } = await village()
  const bad = testBox()
  for (const box of [sail, boen]) recognised(box, bad, 'Chalmazel')
  const [code] = newCodes(boen.local)
  const sent = {
    borne: nameOf(bad),
    acte: 'ecarter',
    since: '',
    tell: '1',
    code: code!,
    from: '/bornes',
  }
  assert.equal((await there.post('/bornes/ecarter', sent)).status, 303)
  await meet()
  const page = await keeper.get('/demandes')
  assert.match(page.text, /Boën a écarté Chalmazel/)
  const [demande = ''] = /(?<=name="demande" value=")[^"]+/.exec(page.body) ?? []
  assert.equal(
    (await keeper.post('/demandes/oui', { demande, from: '/demandes', code: codes[0]! })).status,
    303,
  )
  assert.match((await keeper.get('/bornes')).text, /Écartée/)
})

test('nobody but the keeper sees what is asked', async () => {
  const { sail } = await village()
  assert.doesNotMatch((await sail.visitor('wifi').get('/demandes')).text, /demande d’effacer/)
})
