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

/** Each act of the person of a notice about a part, next to each who takes some. */

let sides: PartSides
beforeEach(async () => {
  sides = await partSides()
})
const counted = (notice: string): Promise<string> => countedOn(sides, notice)

for (const [whose, author] of Object.entries(PART_AUTHORS))
  for (const [who, taker] of Object.entries(PART_TAKERS))
    test(`what a ${whose} author says of a part is told to the ${who} who takes it, and counts so`, async () => {
      const { notice, closes, answers } = await author(sides)
      const { name, take, page: told } = await taker(sides, notice)
      await take('20 kg')
      assert.match(await counted(notice), /Il en reste 380 kg\./)
      const part = partOf(sides.box, name)
      await answers('d-accord', part)
      assert.match(await told(), /D’accord pour 20 kg\./)
      await answers('pas-cette-fois', part)
      assert.match(await told(), /Pas cette fois, pour 20 kg\./)
      assert.doesNotMatch(await told(), /Part : 20 kg/)
      assert.match(await counted(notice), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
      await answers('finalement', part)
      assert.match(await told(), /Part : 20 kg\..*Finalement, c’est d’accord pour 20 kg\./)
      assert.match(await counted(notice), /Il en reste 380 kg\./)
      await closes()
      assert.match(await told(), /c’est complet/)
      assert.match(await told(), /Part : 20 kg\./)
      assert.deepEqual(sides.box.faults, [])
    })

test('the holder of a ticket takes a part back, shown or waiting, and keeps the ticket and the thread', async () => {
  const { notice, reads } = await PART_AUTHORS['member']!(sides)
  const { box } = sides
  for (const isShown of [false, true]) {
    const zoe = box.visitor()
    const who = { combien: '20 kg', firstName: isShown ? 'Léa' : 'Zoé', reach: 'au four' }
    const at = await box.leadsTo(zoe, `/repondre/${notice}`, who)
    if (isShown) await showWaiting(box)
    await box.leadsTo(zoe, `${at}/ne-plus-en-etre`, {})
    const page = (await zoe.get(at)).text
    assert.match(page, /Finalement, je n’en prends pas\./)
    assert.match(page, /Envoyer ce mot/)
    assert.doesNotMatch(page, /Part : 20 kg|Ne plus en être|n’a pas été retenue/)
    // Nobody else took it off.
    assert.match(page, /Vous avez repris votre réponse : rien n’en est affiché\./)
    assert.doesNotMatch(page, /Retiré de la page|Pas affiché|pourquoi/)
    assert.match(await counted(notice), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
    assert.match(await reads(), /Finalement, je n’en prends pas\./)
    assert.deepEqual(
      box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting' AND removed IS NOT 1"),
      [],
    )
    assert.match((await zoe.get(`${at}/corriger`)).text, /Cela ne se fait plus ici/)
    const held = JSON.stringify(box.log.sql.all('SELECT value FROM piece'))
    assert.doesNotMatch(held, /"20.kg"/, 'law 10: what was taken back is erased')
    assert.notEqual((await zoe.post(`${at}/ne-plus-en-etre`, { from: at })).status, 303)
  }
  assert.deepEqual(box.faults, [])
})
