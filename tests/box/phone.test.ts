import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { WELCOME } from '../../src/web/captive/captive.ts'
import { probes } from '../../src/web/captive/probes.ts'
import { formsIn } from '../support/forms.ts'
import { type Air, openAir } from './air.ts'
import { noGround } from './ground.ts'
import { type Hotspot, openHotspot } from './hotspot.ts'
import { openPhone, type Phone } from './phone.ts'

describe('a phone joins the box’s Wi-Fi', { skip: noGround }, () => {
  let air: Air
  let box: Hotspot
  let phone: Phone
  before(async () => {
    air = openAir()
    air.wifi('sail')
    box = await openHotspot(air, { name: 'box', wifi: 'sail', demo: true })
    phone = openPhone(air, 'phone')
  })
  after(async () => {
    phone?.end()
    await box?.end()
    air?.end()
  })

  test('it gets an address of the box’s network, the box as its road and its names', async () => {
    const lease = await phone.join('sail')
    match(lease.ip, /^10\.10\.10\.(?:[5-9]\d|1\d\d|200)$/)
    deepEqual(
      [lease.router, lease.dns, lease.server],
      ['10.10.10.10', '10.10.10.10', '10.10.10.10'],
    )
    ok(lease.seconds >= 3600, `${lease.seconds} s`)
  })

  test(
    'every name leads to the box, at once; none has an IPv6 address; two are answered as ' +
      'their systems want',
    async () => {
      const began = Date.now()
      for (const name of [
        'meteo.fr',
        'connectivitycheck.gstatic.com',
        'www.sail-sous-couzan.fr',
        'cocote.lan',
        'borne',
      ])
        deepEqual(await phone.resolve(name), ['192.0.2.1'], name)
      equal(await phone.resolve('meteo.fr', 'AAAA'), 'ENODATA')
      deepEqual(await phone.resolve('dns.msftncsi.com'), ['131.107.255.255'])
      equal(await phone.resolve('use-application-dns.net'), 'ENOTFOUND')
      ok(Date.now() - began < 5000, 'a phone that waits for a name says that the network is bad')
    },
  )

  test(
    'each system’s probe, by the names that the lease gave, is led to the page; once it was ' +
      'read, all is well',
    async () => {
      const asked = (probe: (typeof probes)[number]) =>
        phone.ask(`http://${probe.host}${probe.path}`, {
          headers: probe.agent ? { 'user-agent': probe.agent } : {},
        })
      for (const probe of probes) {
        const first = await asked(probe)
        deepEqual(
          [first.status, first.location],
          [302, `http://10.10.10.10${WELCOME}`],
          `${probe.system}, ${probe.host}`,
        )
      }
      const page = await phone.get(WELCOME)
      equal(page.status, 200)
      const form = formsIn(page).find(one => one.action === WELCOME)
      ok(form, page.text)
      equal((await phone.post(WELCOME, form.fields)).status, 303)
      for (const probe of probes) {
        const { status, body } = await asked(probe)
        deepEqual(
          [status, body],
          [probe.well.status, probe.well.body ?? ''],
          `${probe.system}, ${probe.host}`,
        )
      }
    },
  )

  test(
    'the page opens over http, and over https with the box’s own certificate, for no other ' +
      'name',
    async () => {
      for (const path of ['/', '/carte', '/chercher?q=pain'])
        equal((await phone.get(path)).status, 200, path)
      const secure = await phone.get('https://10.10.10.10/')
      equal(secure.status, 200)
      match(secure.certificate, /^[0-9A-F:]{95}$/)
      await phone.get('https://ma-banque.example/').then(
        answer => ok(false, `answered ${answer.status} in another’s name`),
        () => undefined,
      )
    },
  )
})
