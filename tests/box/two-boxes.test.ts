import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Air, openAir } from './air.ts'
import { noGround } from './ground.ts'
import { type Hotspot, openHotspot } from './hotspot.ts'
import { openPhone, type Phone, personOn } from './phone.ts'

const PASSPHRASE = 'quatre chaises au soleil'
const HTTPS = 'https://10.10.10.10'

/**
 * Two cafés of one village chose one name for their Wi-Fi: a phone goes from one to the other
 * without being told.
 */
describe('two boxes of one name and one address in range', { skip: noGround }, () => {
  let air: Air
  let boxes: readonly Hotspot[] = []
  let phone: Phone
  let other: Phone
  before(async () => {
    air = openAir()
    air.wifi('bar')
    air.wifi('four')
    boxes = await Promise.all(
      ['bar', 'four'].map(wifi =>
        openHotspot(air, { name: `box-${wifi}`, wifi, ssid: 'CoCoTe', demo: true }),
      ),
    )
    phone = openPhone(air, 'phone')
    other = openPhone(air, 'other')
  })
  after(async () => {
    phone?.end()
    other?.end()
    await Promise.all(boxes.map(box => box.end()))
    air?.end()
  })
  const moved = async (wifi: string) => {
    phone.leave()
    return phone.join(wifi)
  }

  test('each writes its own data, under its own key', async () => {
    await phone.join('bar')
    const [here, there] = [
      (await phone.get(`${HTTPS}/`)).certificate,
      await moved('four').then(async () => (await phone.get(`${HTTPS}/`)).certificate),
    ]
    match(here, /^[0-9A-F:]{95}$/)
    notEqual(here, there)
  })

  test(
    'a phone that comes from the other keeps its address or gets one at once; one that was ' +
      'taken meanwhile goes to nobody else',
    async () => {
      const had = (await moved('bar')).ip
      const kept = await moved('four')
      equal(kept.ip, had, 'the address that it asks for is free here too')
      const neighbour = await other.join('bar')
      notEqual(neighbour.ip, '')
      const again = await moved('bar')
      notEqual(again.ip, neighbour.ip)
      equal((await phone.get('/')).status, 200)
      equal((await other.get('/')).status, 200)
    },
  )

  test(
    'a keeper of one is nobody at the other: their visit opens nothing there, and is still ' +
      'good when they are back',
    async () => {
      await moved('bar')
      const keeper = personOn(phone, HTTPS)
      equal((await keeper.send('/entrer', { passphrase: PASSPHRASE, own: '1' })).status, 303)
      equal((await keeper.get('/tenir')).status, 200)
      const ours = new Map(keeper.cookies)
      await moved('four')
      const there = await keeper.get('/tenir')
      ok(there.status !== 200 || !/Sortir/.test(there.text), there.text.slice(0, 200))
      await moved('bar')
      // What the other box told this browser to forget is forgotten: cookies know an address, not a
      // box.
      deepEqual([...keeper.cookies.keys()].sort(), [...ours.keys()].sort())
      equal((await keeper.get('/tenir')).status, 200)
    },
  )

  test(
    'a form that was begun at one and sent at the other is taken there or comes back as it ' +
      'was filled, and the first gets nothing',
    async () => {
      await moved('bar')
      const visitor = personOn(phone, 'http://10.10.10.10')
      const page = await visitor.get('/annonces/proposer')
      await moved('four')
      const notice = {
        title: 'Odile donne le pot des deux bornes',
        who: 'Odile',
        reachBy: 'relay',
        through: 'au bar',
        accord: 'voisins',
      }
      const answer = await visitor.fill(page, '/annonces/proposer', notice)
      // A sentence is never lost between two doors.
      ok(
        answer.status === 303 || answer.body.includes('le pot des deux bornes'),
        `${answer.status} ${answer.text.slice(0, 300)}`,
      )
      await moved('bar')
      ok(
        !(await phone.get('/annonces')).body.includes('le pot des deux bornes'),
        'the box that was left did not get it',
      )
    },
  )
})
