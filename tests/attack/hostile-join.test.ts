import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../support/test-box.ts'
import { recordId } from '../wire/boxes.ts'
import { deliverTo, pairedHostile, writes } from './paired-hostile.ts'

test('a neighbour’s join puts no relay and no notice of ours under theirs', async () => {
  using box = testBox()
  const relay = box.bring('relay', { name: 'Marius', where: 'au bar', state: 'accepted' })
  const notice = box.bring('offer', {
    title: 'Nadia donne de la rhubarbe',
    reach: 'au local',
    state: 'firm',
  })
  const hostile = pairedHostile(box)
  const least = (n: number): string => `${'0'.repeat(25)}${n}`
  writes(hostile, 'relay', least(3), { name: 'Marius', where: 'chez moi, sonnez' })
  writes(hostile, 'offer', least(4), { title: 'Nadia donne mon numéro', reach: '06 99 99 99 97' })
  writes(hostile, 'join', recordId(4_500), { these: [least(3), relay], seen: [] })
  writes(hostile, 'join', recordId(4_501), { these: [least(4), notice], seen: [] })
  assert.deepEqual((await deliverTo(box, hostile)).faults, [])
  const person = box.visitor('wifi')
  assert.match((await person.get('/relais')).text, /au bar/)
  assert.match((await person.get(`/annonces/${notice}`)).text, /Nadia donne de la rhubarbe/)
  assert.match((await person.get('/annonces')).text, /Nadia donne de la rhubarbe/)
  // The keeper here may join them all the same.
  assert.ok(box.turn('sync.join', { these: [notice, least(4)] }).done)
  assert.doesNotMatch(
    (await person.get('/annonces')).text,
    /rhubarbe.*mon numéro|mon numéro.*rhubarbe/s,
  )
})
