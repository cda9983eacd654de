import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../../tests/support/test-box.ts'

/** A meeting of one's notice with another is told until it was seen. */

let box: TestBox
let jeanne: Member
let karim: Member
const says = async (who: Member, kind: 'proposer' | 'chercher', title: string): Promise<void> => {
  box.later(1_000)
  const way = { title, reachBy: 'word', accord: 'voisins' }
  assert.equal((await who.post(`/annonces/${kind}`, way)).status, 303, title)
}
const toldTo = async (who: Member): Promise<string> =>
  /class="waits[\s\S]*?<\/div>/.exec((await who.get('/')).body)?.[0].replace(/<[^>]*>/g, ' ') ?? ''
const saw = async (who: Member): Promise<void> => {
  const { body } = await who.get('/')
  const news = [...body.matchAll(/name="news" value="([^"]+)"/g)].map(found => found[1]!)
  assert.equal((await who.post('/moi/nouvelles/vues', { news, from: '/' })).status, 303)
}
beforeEach(async () => {
  box = testBox()
  box.territory()
  jeanne = await box.member('Jeanne')
  karim = await box.member('Karim')
})

test('what meets an older notice is told, whatever its author wrote since', async () => {
  await says(jeanne, 'chercher', 'Je cherche du miel')
  for (const thing of [
    'une scie',
    'un landau',
    'une échelle',
    'un barnum',
    'une enclume',
    'un étau',
  ])
    await says(jeanne, 'proposer', `Je prête ${thing}`)
  await says(karim, 'proposer', 'Je donne un pot de miel d’acacia')
  assert.match(
    await toldTo(jeanne),
    /Karim\s: «\s[^»]*miel d’acacia\s», cela peut répondre à votre/,
  )
  assert.match(
    await toldTo(karim),
    /Jeanne\s: «\s[^»]*du miel\s», votre annonce «[^»]*» peut servir/,
  )
})

test('what was seen leaves its place to the next meeting', async () => {
  const things = ['une scie', 'un landau', 'une échelle', 'un barnum', 'une brouette']
  for (const thing of things) await says(jeanne, 'chercher', `Je cherche ${thing}`)
  for (const thing of things) await says(karim, 'proposer', `Je prête ${thing}`)
  const told = new Set<string>()
  for (let time = 0; time < 3; time++) {
    for (const thing of things)
      if ((await toldTo(jeanne)).includes(`prête ${thing}`)) told.add(thing)
    if (time < 2) await saw(jeanne)
  }
  assert.deepEqual([...told].sort(), things.toSorted())
  assert.doesNotMatch(await toldTo(jeanne), /peut répondre/)
})

test('one’s own notice leads under its title to what answers it', async () => {
  await says(karim, 'proposer', 'Je donne un pot de miel d’acacia')
  box.later(1_000)
  const way = { title: 'Je cherche du miel', reachBy: 'word', accord: 'voisins' }
  const { location } = await jeanne.post('/annonces/chercher', way)
  const mine = await jeanne.get(location)
  const [, link = ''] = /<a href="#([^"]+)">Ce qui y répond \(1\)<\/a>/.exec(mine.body) ?? []
  assert.match(mine.body, new RegExp(`id="${link}"`))
  assert.ok(mine.body.indexOf(`#${link}`) < mine.body.indexOf('Corriger'), 'above the acts')
  assert.doesNotMatch((await karim.get(location)).body, /Ce qui y répond \(1\)/)
})

test('what its author wrote over is told no more, however many words stand for it', async () => {
  await says(jeanne, 'chercher', 'Je cherche du miel')
  await says(karim, 'proposer', 'Je donne un pot de miel de tilleul')
  assert.match(await toldTo(jeanne), /miel de tilleul/)
  const id = String(box.read.all("SELECT id FROM offer WHERE title LIKE '%miel%'")[0]?.['id'])
  const title = 'Je donne un pot de miel de bruyère'
  const again = { type: 'offer', id, title, from: '/moi/ecrits' }
  assert.equal((await karim.post('/moi/corriger', again)).status, 303)
  assert.match(await toldTo(jeanne), /miel de bruyère/)
})

test('however many notices answer one’s own, a page asks as many statements', async t => {
  const { mock } = t.mock.method(box.tables.sql, 'all')
  const things = [
    'scie',
    'remorque',
    'bétonnière',
    'tondeuse',
    'brouette',
    'tronçonneuse',
    'échelle',
  ]
  const asked = async (n: number): Promise<number> => {
    for (const thing of things.splice(0, n)) {
      await says(jeanne, 'chercher', `Je cherche une ${thing}`)
      await says(karim, 'proposer', `Je prête une ${thing}`)
    }
    mock.resetCalls()
    assert.match((await jeanne.get('/moi')).text, /cela peut répondre/)
    return mock.calls.filter(({ arguments: [sql] }) => /deal_home/.test(String(sql))).length
  }
  const four = await asked(4)
  assert.ok(four > 0)
  assert.equal(await asked(3), four)
})

test('what meets one’s own is argued once, as long as no notice comes or goes', async t => {
  await says(jeanne, 'chercher', 'Je cherche une remorque')
  await says(karim, 'proposer', 'Je prête une remorque')
  const { mock } = t.mock.method(box.tables.sql, 'all')
  const argues = async (): Promise<boolean> => {
    box.welcome({ name: 'Rosa' })
    mock.resetCalls()
    assert.match((await jeanne.get('/moi')).text, /cela peut répondre/)
    return mock.calls.some(({ arguments: [sql] }) => /FROM notice_term WHERE term =/.test(sql))
  }
  assert.equal(await argues(), true)
  assert.equal(await argues(), false)
})

test('what meets a notice that is read by card is told at once, whichever came first', async () => {
  await says(karim, 'chercher', 'Je cherche une remorque')
  await toldTo(jeanne)
  box.later(1_000)
  const byCard = { title: 'Je prête ma remorque', reachBy: 'word', accord: 'carte' }
  assert.equal((await jeanne.post('/annonces/proposer', byCard)).status, 303)
  assert.match(await toldTo(jeanne), /Karim\s: «\s[^»]*remorque\s», votre annonce «[^»]*» peut/)
})

test('a name that the words say already is said once', async () => {
  await says(jeanne, 'chercher', 'Je cherche du miel')
  await says(karim, 'proposer', 'Karim donne un pot de miel d’acacia')
  const told = (await toldTo(jeanne)).replaceAll(/[\u00a0\u202f]/g, ' ')
  assert.match(told, /« Karim donne un pot de miel d’acacia », cela peut répondre/)
  assert.doesNotMatch(told, /Karim : «/)
})
