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
