import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { proposal } from '../../contract/records/own-records.ts'

const skip = lacking('member', 'offer', 'wall-message')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
let lea: Browser
beforeEach(async () => {
  if (skip) return
  box = testBox()
  lea = await box.member('Léa')
})
const shows = async (): Promise<void> =>
  void (await showSent(
    box.keeper,
    box.read.list(proposal, { where: "state = 'waiting'", order: 'id' }, 'home')[0]?.id ?? '',
  ))
const onlyOffer = (): string => String(box.read.all('SELECT id FROM offer')[0]?.['id'])
const history = async (who: Browser, id: string): Promise<string> =>
  (await who.get(`/annonces/${id}`)).text.split(/Ce qui a changé|Qui l’a écrit/)[1] ?? ''

test(
  'a member’s text that the keeper showed stays theirs: somebody from here, their card ' +
    'for the keeper, *vous* for them',
  async () => {
    await lea.send('/annonces/proposer', {
      title: 'prête une scie, appeler le 06 11 22 33 44',
      reachBy: 'word',
      accord: 'voisins',
    })
    await shows()
    const id = onlyOffer()
    const reads = [
      [
        box.visitor(),
        /un·e habitant·e \(affiché par la personne qui tient la page\) : .*prête une scie/,
      ],
      [
        box.keeper,
        /par la carte de Léa \(affiché par la personne qui tient la page\) : .*prête une scie/,
      ],
      [lea, /vous \(affiché par la personne qui tient la page\) : .*prête une scie/],
    ] as const
    for (const [who, says] of reads) {
      const said = await history(who, id)
      assert.match(said, says)
      assert.doesNotMatch(said, /, la personne qui tient la page :/)
    }
    assert.doesNotMatch(await history(box.visitor(), id), /Léa \(/)
    box.later(60_000)
    await box.keeper.post('/ecrire', {
      type: 'offer',
      id,
      title: 'Léa prête une scie',
      reach: 'au local',
    })
    assert.match(
      await history(box.visitor(), id),
      /, la personne qui tient la page : .*Léa prête une scie/,
    )
  },
)

test('a visitor’s text is shown as of somebody passing by, the keeper’s as the keeper’s', async () => {
  await box.visitor('wifi').post('/annonces/proposer', {
    title: 'je prête une brouette',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
  })
  await shows()
  assert.match(
    await history(box.visitor(), onlyOffer()),
    /quelqu’un de passage \(affiché par la personne qui tient la page\) : .*brouette/,
  )
  const id = box.bring('offer', {
    title: 'La mairie prête des tables',
    reach: 'à la mairie',
    state: 'firm',
  })
  assert.match(await history(box.visitor(), id), /la personne qui tient la page : .*La mairie/)
})

test(
  'a message of the wall by a card in another first name shows the card to the keeper, ' +
    'somebody from here to others',
  async () => {
    await lea.post('/mur/ecrire', { said: 'la soupe est prête', who: 'Rosa' })
    const wall = await box.keeper.get('/mur')
    assert.match(wall.text, /Rosa \(par la carte de Léa\)/)
    assert.doesNotMatch(wall.text, /sans carte/)
    await box.keeper.fill(wall, '/mur/accrocher')
    const read = await box.visitor('wifi').get('/mur')
    assert.match(read.text, /Rosa \(par un·e habitant·e\)/)
    assert.doesNotMatch(read.text, /Léa|sans carte/)
  },
)

test('a point and a link that were taken off a record are told to the keeper alone', async () => {
  const name = 'Pulchérie Montgolfier'
  const actor = box.bring('actor', { name, kind: 'person', point: [45.737123, 3.971234] })
  const project = box.bring('initiative', { title: 'Un four à pain', runBy: [actor] })
  box.later(60_000)
  const emptied = { 'point.lat': '', 'point.lon': '', runBy: '' }
  await box.keeper.post('/ecrire', { type: 'actor', id: actor, name, kind: 'person', ...emptied })
  const title = 'Un four à pain'
  await box.keeper.post('/ecrire', { type: 'initiative', id: project, title, ...emptied })
  for (const [at, past] of [
    [`/annuaire/acteurs/${actor}`, /45,737123|3,971234/],
    [`/annuaire/projets/${project}`, /Montgolfier/],
  ] as const)
    for (const page of [at, `${at}/changements`]) {
      const told = async (who: Browser): Promise<string> =>
        (await who.get(page)).text.replace(/^.*?(?=Ce qui a changé|Qui l’a écrit)/s, '')
      assert.match(await told(box.keeper), past, page)
      assert.doesNotMatch(await told(box.visitor()), past, page)
    }
})
