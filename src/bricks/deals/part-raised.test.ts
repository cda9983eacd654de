import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import {
  countedOn,
  PART_AUTHORS,
  PART_TAKERS,
  type PartSides,
  partOf,
  partSides,
} from '../../../tests/support/part-sides.ts'
import { showWaiting } from '../../../tests/support/show-sent.ts'

/** More is asked than the person of a notice said yes to: the yes stands, and the rest is asked. */

let sides: PartSides
beforeEach(async () => {
  sides = await partSides()
})
const counted = (notice: string): Promise<string> => countedOn(sides, notice)

const ASKED = /Pris : 75 kg sur 400 kg\. En attente : 275 kg\. Il en reste 50 kg\./
for (const [whose, author] of Object.entries(PART_AUTHORS))
  for (const [who, taker] of Object.entries(PART_TAKERS))
    test(`what a ${who} asks beyond the yes of a ${whose} author is asked until the next yes`, async () => {
      const { notice, answers } = await author(sides)
      const { name, take, change, page: told } = await taker(sides, notice)
      await take('75 kg')
      await showWaiting(sides.box)
      await answers('d-accord', partOf(sides.box, name))
      assert.match(await counted(notice), /Pris : 75 kg sur 400 kg\. Il en reste 325 kg\./)
      await change('350 kg')
      assert.match(await counted(notice), ASKED)
      await showWaiting(sides.box)
      assert.match(await counted(notice), ASKED)
      assert.match(await told(), /Part : 75 kg ; demandé en tout : 350 kg\./)
      const part = partOf(sides.box, name)
      await answers('pas-cette-fois', part)
      assert.match(
        await told(),
        /Part : 75 kg\..*Pas cette fois pour 350 kg ; toujours d’accord pour 75 kg\./,
      )
      assert.match(await counted(notice), /Pris : 75 kg sur 400 kg\. Il en reste 325 kg\./)
      await answers('finalement', part)
      assert.match(await told(), /Part : 350 kg\..*Finalement, c’est d’accord pour 350 kg\./)
      assert.match(await counted(notice), /Pris : 350 kg sur 400 kg\. Il en reste 50 kg\./)
      await change('20 kg')
      await showWaiting(sides.box)
      assert.match(await counted(notice), /Pris : 20 kg sur 400 kg\. Il en reste 380 kg\./)
      assert.deepEqual(sides.box.faults, [])
    })

test('what nobody said yes to yet is asked as one amount, and a yes to the raise counts all of it', async () => {
  const { notice, answers } = await PART_AUTHORS['member']!(sides)
  const { take, page } = await PART_TAKERS['member']!(sides, notice)
  await take('75 kg')
  await take('100 kg')
  assert.match(await counted(notice), /Pris : 100 kg sur 400 kg\. Il en reste 300 kg\./)
  await answers('d-accord', partOf(sides.box, 'Nadia'))
  await take('120 kg')
  await take('200 kg')
  assert.match(await counted(notice), /Pris : 100 kg sur 400 kg\. En attente : 100 kg\./)
  const own = (await sides.nadia.get(`/annonces/${notice}`)).text
  assert.match(own, /Vous avez dit : 200 kg\. Déjà convenu : 100 kg\. Le reste attend la réponse\./)
  assert.match(
    (await sides.rosa.get(`/annonces/${notice}`)).text,
    /Nadia : 100 kg \(demande 200 kg\)/,
  )
  await answers('d-accord', partOf(sides.box, 'Nadia'))
  assert.match(await page(), /D’accord pour 200 kg\./)
  assert.match(await counted(notice), /Pris : 200 kg sur 400 kg\. Il en reste 200 kg\./)
  await answers('pas-cette-fois', partOf(sides.box, 'Nadia'))
  assert.match(await counted(notice), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
})

test('each answer beside the notice says how much; to go back is folded', async () => {
  const { notice } = await PART_AUTHORS['member']!(sides)
  const { take } = await PART_TAKERS['member']!(sides, notice)
  const { box, nadia, rosa } = sides
  const beside = async () => {
    const { text, body } = await rosa.get(`/annonces/${notice}`)
    return { text, unfolded: body.replace(/<details[\s\S]*?<\/details>/g, '') }
  }
  const press = async (act: string) => {
    box.later(1_000)
    const page = await rosa.get(`/annonces/${notice}`)
    await rosa.fill(page, `/arrangements/part/${act}`, {})
  }
  await take('100 kg')
  const asked = /Nadia : 100 kg · Écrire à Nadia D’accord pour 100 kg Pas cette fois pour 100 kg/
  assert.match((await beside()).text, asked)
  await press('d-accord')
  const agreed = / · convenu · Écrire à Nadia Revenir sur la part Pas cette fois pour 100 kg/
  assert.match((await beside()).text, agreed)
  assert.doesNotMatch((await beside()).unfolded, /Pas cette fois/)
  for (const who of [nadia, box.keeper, box.visitor()])
    assert.doesNotMatch(
      (await who.get(`/annonces/${notice}`)).text,
      /· convenu|Revenir sur la part/,
    )
  await take('200 kg')
  const raised = await beside()
  assert.match(
    raised.text,
    /\(demande 200 kg\) · Écrire à Nadia D’accord pour 200 kg Pas cette fois pour 200 kg/,
  )
  assert.doesNotMatch(raised.text, /convenu/)
  await press('pas-cette-fois')
  const still = await beside()
  assert.match(
    still.text,
    / · convenu · .* Finalement, oui pour 200 kg Revenir sur la part Pas cette fois pour 100 kg/,
  )
  assert.doesNotMatch(still.unfolded, /Pas cette fois/, 'a second press is no first act')
  await press('pas-cette-fois')
  assert.match((await beside()).text, /À qui la réponse est non Nadia : 200 kg Finalement, oui/)
})

test('a raise that is declined lets what was agreed of the hand-over stand', async () => {
  const { notice, answers } = await PART_AUTHORS['member']!(sides)
  const { take } = await PART_TAKERS['member']!(sides, notice)
  const { box, nadia, rosa } = sides
  await take('75 kg')
  await answers('d-accord', partOf(sides.box, 'Nadia'))
  const [row] = box.read.all('SELECT id FROM deal_home')
  const thread = `/arrangements/${String(row!['id'])}`
  await box.leadsTo(rosa, `${thread}/proposer`, { when: 'samedi 22 h' })
  await box.leadsTo(nadia, `${thread}/repondre`, { says: 'yes' })
  await take('350 kg')
  await answers('pas-cette-fois', partOf(sides.box, 'Nadia'))
  assert.match((await nadia.get(thread)).text, /Convenu.*Part : 75 kg\./)
  const held = JSON.stringify(box.read.all('SELECT partsAgreed, partsDeclined FROM offer'))
  assert.doesNotMatch(held, /75|350/, 'law 10: the notice keeps no amount of another person')
})

for (const whose of ['member', 'nobody’s'])
  test(`a yes of a ${whose} author counts what shows, and no correction that waits then`, async () => {
    const { notice, answers, reads } = await PART_AUTHORS[whose]!(sides)
    const { name, take, change, page: told } = await PART_TAKERS['visitor']!(sides, notice)
    await take('75 kg')
    await showWaiting(sides.box)
    await change('350 kg')
    await answers('d-accord', partOf(sides.box, name))
    const asked = /Part : 75 kg ; demandé en tout : 350 kg\./
    assert.match(await told(), asked)
    assert.match(await told(), /D’accord pour 75 kg\./)
    await showWaiting(sides.box)
    assert.match(await counted(notice), ASKED)
    assert.match(await counted(notice), /Zoé : 75 kg \(demande 350 kg\)/)
    assert.match(await told(), asked)
    assert.match(await reads(), whose === 'member' ? /D’accord pour 350 kg Pas cette fois/ : asked)
    await answers('d-accord', partOf(sides.box, name))
    assert.match(await told(), /Part : 350 kg\./)
    assert.match(await counted(notice), /Pris : 350 kg sur 400 kg\. Il en reste 50 kg\./)
    assert.deepEqual(sides.box.faults, [])
  })

test('a correction that waits is corrected again after the yes: what was agreed stands', async () => {
  const { notice, answers } = await PART_AUTHORS['member']!(sides)
  const { name, take, change, page: told } = await PART_TAKERS['visitor']!(sides, notice)
  await take('75 kg')
  await showWaiting(sides.box)
  await change('350 kg')
  await answers('d-accord', partOf(sides.box, name))
  await change('100 kg')
  assert.match(await told(), /Part : 75 kg ; demandé en tout : 100 kg\./)
  await showWaiting(sides.box)
  assert.match(await counted(notice), /Pris : 75 kg sur 400 kg\. En attente : 25 kg\./)
  await change('60 kg')
  await answers('d-accord', partOf(sides.box, name))
  assert.match(await told(), /D’accord pour 100 kg\./)
  await showWaiting(sides.box)
  assert.match(await told(), /Part : 60 kg\./)
  assert.match(await counted(notice), /Pris : 60 kg sur 400 kg\. Il en reste 340 kg\./)
})

test('a correction downwards that waits while the yes is said needs no other, and is told', async () => {
  const { notice, answers, reads } = await PART_AUTHORS['member']!(sides)
  const { name, take, change, page: told } = await PART_TAKERS['visitor']!(sides, notice)
  await take('75 kg')
  await showWaiting(sides.box)
  await change('20 kg')
  assert.match(await reads(), /vous écrit[^.]*« J’en prendrais plutôt 20 kg\. »/)
  await answers('d-accord', partOf(sides.box, name))
  assert.match(await reads(), /vous écrit[^.]*« J’en prendrais plutôt 20 kg\. »/, 'still news')
  await showWaiting(sides.box)
  assert.match(await told(), /C’est d’accord pour la part ; .* Part : 20 kg\./)
  assert.match(await counted(notice), /Pris : 20 kg sur 400 kg\. Il en reste 380 kg\./)
})
