import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { sent } from '../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer', 'wall-message')
const test = (sentence: string, works: () => Promise<void>): unknown => told(sentence, { skip }, works)
let door: Door
let keeper: Person
let lea: Person
beforeEach(async () => {
  if (skip) return
  door = await openDoor()
  keeper = await asKeeper(door)
  lea = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Léa' })))
})
const shows = async (): Promise<void> => void (await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher'))
const onlyOffer = (): string => String(door.house.read.all('SELECT id FROM offer')[0]?.['id'])
const history = async (who: Person, id: string): Promise<string> =>
  (await who.get(`/annonces/${id}`)).said.split('Ce qui a changé')[1] ?? ''

test('what a member wrote and the keeper showed is told as theirs: somebody from here, their card for the keeper, *vous* for them', async () => {
  await sent(lea, await lea.get('/annonces/proposer'), '/annonces/proposer', {
    title: 'prête une scie, appeler le 06 11 22 33 44',
    reachBy: 'word',
    accord: 'voisins',
  })
  await shows()
  const id = onlyOffer()
  const reads = [
    [door.person(), /un·e habitant·e \(affiché par la personne qui tient la page\) : .*prête une scie/],
    [keeper, /par la carte de Léa \(affiché par la personne qui tient la page\) : .*prête une scie/],
    [lea, /vous \(affiché par la personne qui tient la page\) : .*prête une scie/],
  ] as const
  for (const [who, says] of reads) {
    const said = await history(who, id)
    assert.match(said, says)
    assert.doesNotMatch(said, /, la personne qui tient la page :/)
  }
  assert.doesNotMatch(await history(door.person(), id), /Léa \(/)
  door.later(60_000)
  await keeper.post('/ecrire', { type: 'offer', id, title: 'Léa prête une scie', reach: 'au local' })
  assert.match(await history(door.person(), id), /, la personne qui tient la page : .*Léa prête une scie/)
})

test('what a visitor sent is told as of somebody passing by, what the keeper wrote as the keeper’s', async () => {
  await door.person('wifi').post('/annonces/proposer', { title: 'je prête une brouette', who: 'Rosa', reachBy: 'someone', reach: 'au bar' })
  await shows()
  assert.match(await history(door.person(), onlyOffer()), /quelqu’un de passage \(affiché par la personne qui tient la page\) : .*brouette/)
  const id = door.bring('offer', { title: 'La mairie prête des tables', reach: 'à la mairie', state: 'firm' })
  assert.match(await history(door.person(), id), /la personne qui tient la page : .*La mairie/)
})

test('a word of the wall by a card, in another first name, says so: whose card for the keeper, somebody from here for all', async () => {
  await lea.post('/mur/ecrire', { said: 'la soupe est prête', who: 'Rosa' })
  const wall = await keeper.get('/mur')
  assert.match(wall.said, /Rosa \(par la carte de Léa\)/)
  assert.doesNotMatch(wall.said, /sans carte/)
  await sent(keeper, wall, '/mur/accrocher')
  const read = await door.person('wifi').get('/mur')
  assert.match(read.said, /Rosa \(par un·e habitant·e\)/)
  assert.doesNotMatch(read.said, /Léa|sans carte/)
})
