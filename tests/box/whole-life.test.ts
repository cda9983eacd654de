import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { noBrowser, reachedBy, textOf } from '../journeys/server.ts'
import type { Browser } from '../support/browser.ts'
import { formsIn } from '../support/forms.ts'
import { type Air, openAir } from './air.ts'
import { bareDebian } from './bare.ts'
import { type Evening, openEvening } from './evening.ts'
import { noGround } from './ground.ts'
import { type Kit, makeKit } from './kit.ts'
import { changed, listOf } from './left.ts'
import { type Machine, openMachine } from './machine.ts'
import { openPhone, type Phone, personOn } from './phone.ts'
import { run, until } from './run.ts'

const HTTPS = 'https://10.10.10.10'
const PASSPHRASE = 'quatre mots au comptoir'
const WHY = noGround || noBrowser
const air: Air | undefined = WHY ? undefined : openAir()
const key = air && (process.env['COCOTE_TEST_KIT'] ?? join(air.folder, 'cle'))
if (key) mkdirSync(key, { recursive: true })
// Two things that take long, made at once.
const kit: Kit | undefined = air && key ? makeKit(key, air.folder) : undefined
const bare = WHY || (await bareDebian('trixie'))

/**
 * What the machine has of this test, before and after: no radio is here, so that the cable of the
 * air stands for it; and a new version is waited for half as long as on a real box.
 */
const OURS = `cd /etc/systemd/system; mkdir cocote-wifi.service.d cocote-doer.service.d cocote-settle.service.d
printf '[Service]\\nExecStart=\\nExecStart=/usr/bin/sleep infinity\\n' >cocote-wifi.service.d/test.conf
printf '[Service]\\nEnvironment=COCOTE_WAIT=30 COCOTE_STAY=3\\n' | tee cocote-doer.service.d/test.conf >cocote-settle.service.d/test.conf`

/** A photo of a telephone. */
const photo = () =>
  sharp({
    create: { width: 1_600, height: 1_200, channels: 3, background: { r: 160, g: 90, b: 40 } },
  })
    .jpeg()
    .toBuffer()

/**
 * From a kit on a key and a bare Debian to a machine as it was: each test goes on where the one
 * before ended.
 */
after(async () => {
  await kit?.end()
  air?.end()
})
describe('a box’s whole life', { skip: typeof bare === 'string' && bare, timeout: 900_000 }, () => {
  let machine: Machine
  let phone: Phone
  let evening: Evening
  let keeper: Browser
  let had = ''
  const answers = (within = 60_000) =>
    until(
      'the page',
      async () => (await phone.get('/sante').catch(() => undefined))?.status === 200,
      within,
    )
  // Each goes on where the one before ended: after a failure nothing is shown any more.
  let isBroken = false
  const step = (work: () => Promise<void>) => async (): Promise<void> => {
    if (isBroken) throw new Error('the step before failed')
    isBroken = true
    await work()
    isBroken = false
  }
  before(async () => {
    if (!air || !kit || !key || typeof bare === 'string') return
    air.wifi('sail')
    machine = openMachine(air, { name: 'bar', root: bare.root, wifi: 'sail', key })
    phone = openPhone(air, 'phone')
    await kit.ready
  })
  after(async () => {
    await evening?.end()
    phone?.end()
    await machine?.end()
  })

  test(
    'a bare Debian that no road leads out of becomes a box, from a key, by three answers',
    { timeout: 240_000 },
    step(async () => {
      await machine.boot()
      await machine.must(OURS)
      match(
        await machine.must('cat /proc/net/route; cat /proc/net/dev'),
        /^Iface[^\n]*\n[\s\S]*wlan0/,
        'no line of a route under its head',
      )
      ok((await machine.run('getent hosts deb.debian.org')).status !== 0)
      had = await listOf(machine)
      const typed = 'Borne de Sail\nwlan0\nnon\n\n'
      const { status, out } = await machine.run('script -qec "sh /media/cle/install" /dev/null', {
        input: typed,
        ms: 240_000,
      })
      equal(status, 0, out)
      match(out, /Ce qui sera changé sur cette machine/)
      match(out, /La borne est prête/)
      ok(!/Err:|Temporary failure|Could not resolve/.test(out), out)
      const isActive = async (unit: string) =>
        (await machine.run(`systemctl is-active ${unit}`)).out.trim() === 'active'
      ok(await isActive('cocote'), 'the page answers once it is said to be ready')
      for (const unit of [
        'cocote-names',
        'cocote-firewall',
        'cocote-doer.path',
        'cocote-check.timer',
      ])
        await until(unit, () => isActive(unit), 30_000)
      equal(
        (await machine.must('stat -c %U /proc/$(systemctl show -p MainPID --value cocote)')).trim(),
        'cocote',
      )
    }),
  )

  test(
    'hostapd reads its file to the end, and misses only a radio',
    { timeout: 240_000 },
    step(async () => {
      const { out } = await machine.run('timeout 5 hostapd /etc/cocote/hostapd.conf')
      ok(!/Line \d+|errors found/.test(out), out)
      match(out, /nl80211|wlan0/)
    }),
  )

  test(
    'the machine’s own rules are loaded, and loaded again: the box’s stand; its Wi-Fi never ' +
      'does without them',
    { timeout: 240_000 },
    step(async () => {
      const isUp = async () =>
        (await machine.run('systemctl is-active cocote-wifi')).out.trim() === 'active'
      const rules = async () => (await machine.run('nft list table inet cocote')).status === 0
      for (const verb of ['start', 'reload', 'restart']) {
        await machine.must(`systemctl ${verb} nftables`)
        await until(`the box’s rules after ${verb}`, rules)
      }
      await machine.must('systemctl stop nftables')
      await until('the Wi-Fi to go with its rules', async () => !(await isUp()) && !(await rules()))
      await machine.must(
        'cp /etc/cocote/nftables.conf /run/rules; echo none >/etc/cocote/nftables.conf',
      )
      ok((await machine.run('systemctl start cocote-wifi')).status !== 0 && !(await isUp()))
      await machine.must('cp /run/rules /etc/cocote/nftables.conf; rm /run/rules')
      // By itself: it is tried again for ever.
      await until(
        'the Wi-Fi, with its rules',
        async () => (await isUp()) && (await rules()),
        60_000,
      )
      await machine.must('systemctl restart cocote-firewall')
      // What is restarted with it is not waited for: it would go while a phone reads.
      await until(
        'all that was restarted',
        async () =>
          (await isUp()) &&
          (await machine.run('systemctl list-jobs --no-legend')).out.trim() === '',
        60_000,
      )
    }),
  )

  test(
    'a phone joins: an address, names, a probe that leads to the page',
    { timeout: 240_000 },
    step(async () => {
      const lease = await phone.join('sail')
      match(lease.ip, /^10\.10\.10\.\d+$/)
      deepEqual(await phone.resolve('connectivitycheck.gstatic.com'), ['192.0.2.1'])
      await answers()
      const probe = await phone.get('http://connectivitycheck.gstatic.com/generate_204')
      equal(probe.status, 302)
      match(probe.location, /^http:\/\/10\.10\.10\.10\//)
      deepEqual(
        [await phone.knock('10.10.10.10', 443), await phone.knock('10.10.10.10', 22)],
        ['open', 'shut'],
      )
    }),
  )

  test(
    'an evening: the page is opened by its keeper over https, people post notices, a photo, ' +
      'a slip; papers come out',
    {
      timeout: 240_000,
    },
    step(async () => {
      evening = await openEvening(phone)
      await toldWhatWasSeen(anEvening)
    }),
  )

  test(
    'the plug is pulled while the keeper posts: it comes back alone, with all that was answered',
    { timeout: 240_000 },
    step(async () => {
      const answered: string[] = []
      let isPulled = false
      const posting = [1, 2, 3, 4].map(async hand => {
        for (let n = 1; !isPulled && n <= 200; n++) {
          try {
            answered.push(await noticed(keeper, `Odile donne le pot ${hand} ${n}`))
          } catch (error) {
            // Of a box that is unplugged nothing is heard: what was not answered is nobody's
            // promise.
            if (isPulled) return
            throw error
          }
        }
      })
      await until('a few answers', () => answered.length >= 12, 60_000)
      isPulled = true
      await machine.unplug()
      await Promise.all(posting)
      const promised = [...answered]
      phone.leave()
      await machine.boot()
      await phone.join('sail')
      await answers()
      equal((await machine.run('systemctl --failed --no-legend')).out, '')
      for (const at of promised) equal((await phone.get(at)).status, 200, at)
      match((await phone.get('/annonces')).text, /table de ferme/)
      // The keeper's visit outlived it too; nobody is asked to open the page again.
      equal((await keeper.get('/tenir')).status, 200)
      await machine.must('systemctl start cocote-check.service', { ms: 120_000 })
      match(await machine.must('cat /var/lib/cocote/said/check'), /^ok\n/)
    }),
  )

  test(
    'an update that does not answer gives way to the version before, with all that was written',
    { timeout: 240_000 },
    step(async () => {
      const at = await noticed(keeper, 'Odile donne ses bocaux')
      const told = await updated(await kit!.mute)
      match(told, /^no\n\d+\nreturned\n/)
      await answers()
      equal((await machine.must('readlink /opt/cocote/current')).trim(), `versions/${VERSION}`)
      equal((await phone.get(at)).status, 200)
    }),
  )

  test(
    'one that is cut by the plug leaves a box that answers',
    { timeout: 240_000 },
    step(async () => {
      await asked(await kit!.mute)
      await until(
        'the new version in place',
        async () => /0\.9\.1/.test((await machine.run('readlink /opt/cocote/current')).out),
        90_000,
      )
      await machine.unplug()
      phone.leave()
      await machine.boot()
      await phone.join('sail')
      await answers(180_000)
      equal((await machine.must('readlink /opt/cocote/current')).trim(), `versions/${VERSION}`)
      match((await phone.get('/annonces')).text, /bocaux/)
    }),
  )

  test(
    'one that answers stays, and everything is there',
    { timeout: 240_000 },
    step(async () => {
      const told = await updated(await kit!.good)
      match(told, /^ok\n\d+\nchanged\n0\.9\.2\n/)
      await answers()
      equal((await machine.must('readlink /opt/cocote/current')).trim(), 'versions/0.9.2')
      match((await phone.get('/annonces')).text, /bocaux/)
      equal((await keeper.get('/tenir')).status, 200)
    }),
  )

  test(
    'uninstalled, the machine is as it was: the data stay until they are taken away too',
    { timeout: 240_000 },
    step(async () => {
      await machine.must('/etc/cocote/uninstall', { ms: 120_000 })
      deepEqual(
        changed(had, await listOf(machine)).filter(line => !line.startsWith('+ /var/lib/cocote')),
        [],
      )
      equal((await machine.must('stat -c "%U %a" /var/lib/cocote/data')).trim(), 'root 700')
      await machine.must('rm -r /var/lib/cocote')
      deepEqual(changed(had, await listOf(machine)), [])
      // What the phone still believes of the air, for most of a minute, would leave it in silence.
      run('ip', '-n', phone.place, 'neighbour', 'flush', 'dev', 'wlan0')
      equal(await phone.knock('10.10.10.10', 80, 20_000), 'away')
      equal((await machine.must('systemctl list-units --all --no-legend "cocote*"')).trim(), '')
    }),
  )

  async function anEvening(): Promise<void> {
    const keeping = await evening.keeper()
    const code = (await machine.must('cat /run/cocote/opening-code')).trim()
    await keeping.goto('/ouvrir')
    await keeping.getByLabel('Où ?').fill('Sail-sous-Couzan, Trelins, Boën-sur-Lignon')
    await keeping.getByLabel('Comment s’appelle').fill('Sail, au bar')
    await keeping.getByLabel('Qui la tient').fill('Odette, au bar le jeudi')
    await keeping.getByLabel('Le code de la borne').fill(code)
    await keeping.getByRole('button', { name: 'Continuer' }).click()
    await keeping.getByLabel('phrase de passe').fill(PASSPHRASE)
    await keeping.getByLabel('Je l’ai relue').check()
    await keeping.getByRole('button', { name: 'Ouvrir la page' }).click()
    const words = (await machine.must('cat /run/cocote/fingerprint')).trim()
    ok(
      (await textOf(keeping)).includes(words),
      'the sheet to put away says the words that the machine says',
    )

    const visitor = await evening.visitor()
    // As a phone does that was led to the page: any name, then its welcome.
    await visitor.goto('http://meteo.fr/demain')
    equal(new URL(visitor.url()).host, '10.10.10.10')
    await visitor.getByRole('button').first().click()
    await visitor.goto('/annonces/proposer')
    await visitor.getByLabel('En une phrase').fill('Odile donne sa table de ferme')
    await visitor.getByLabel('Prénom').fill('Odile')
    await reachedBy(visitor, 'au bar, le mardi')
    await visitor.getByRole('button', { name: 'Préciser d’abord' }).click()
    await visitor
      .locator('input[type=file]')
      .setInputFiles({ name: 'table.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await visitor.getByRole('button', { name: 'Envoyer' }).click()
    match(await textOf(visitor), /Merci/)
    await keeping.goto('/a-montrer')
    await keeping
      .getByRole('button', { name: /^Afficher/ })
      .first()
      .click()
    await visitor.goto('/annonces')
    match(await textOf(visitor), /table de ferme/)
    equal(await visitor.locator('.notices img.thumb').count(), 1)

    await keeping.goto('/billets')
    await keeping.getByLabel('Je propose, je cherche').check()
    await keeping.getByRole('button', { name: 'Préparer' }).click()
    const href = await keeping.getByRole('link', { name: 'Imprimer' }).getAttribute('href')
    keeper = await keeperOn(phone)
    const paper = await phone.get(`${HTTPS}${href}`)
    deepEqual(
      [paper.headers.get('content-type'), paper.raw.subarray(0, 5).toString('latin1')],
      ['application/pdf', '%PDF-'],
    )
    match(paper.raw.toString('latin1'), /pdfuaid/, 'a paper that says its own structure')
  }
  /** A failure says what everybody read by then, and what the box said. */
  async function toldWhatWasSeen(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const { out } = await machine.run(
        'cat /proc/loadavg; systemctl list-jobs --no-legend; ' +
          'journalctl -u "cocote*" -n 15 --no-pager -o short-monotonic',
      )
      throw new Error(`${(error as Error).message}\n${await evening.seen()}\n${out}`, {
        cause: error,
      })
    }
  }

  async function asked(file: string): Promise<void> {
    await machine.must(`rm -f /run/cocote/said/update /var/lib/cocote/said/update
      setpriv --reuid cocote --regid cocote --clear-groups sh -euc 'cp /media/cle/mises-a-jour/${file} /var/lib/cocote/updates/
        echo /var/lib/cocote/updates/${file} >/run/cocote/asks/.update.tmp; mv /run/cocote/asks/.update.tmp /run/cocote/asks/update'`)
  }
  async function updated(file: string): Promise<string> {
    await asked(file)
    return until(
      'what came of the update',
      async () => {
        const { status, out } = await machine.run('cat /run/cocote/said/update')
        return status === 0 && out.includes('\n') && out
      },
      180_000,
    )
  }
})

const VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
).version

/** Signs in over https, from that phone. */
async function keeperOn(phone: Phone): Promise<Browser> {
  const person = personOn(phone, HTTPS)
  const answer = await person.send('/entrer', { passphrase: PASSPHRASE, own: '1' })
  equal(answer.status, 303, answer.text)
  return person
}

/** Posts a notice; where it stands. */
async function noticed(person: Browser, title: string): Promise<string> {
  const page = await person.get('/annonces/proposer')
  const form = formsIn(page).find(one => one.action.startsWith('/annonces'))
  ok(form, page.text)
  const answer = await person.post(form.action, {
    ...form.fields,
    title,
    who: 'Odile',
    reachBy: 'relay',
    through: 'au bar, le mardi',
    accord: 'voisins',
  })
  ok(answer.status === 303, `${answer.status} ${answer.text}`)
  return new URL(answer.location, HTTPS).pathname
}
