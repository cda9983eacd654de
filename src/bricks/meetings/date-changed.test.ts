import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { tellsErrand } from '../../../tests/support/errands.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { newest } from '../../../tests/support/waiting-people.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/**
 * Law: whoever said yes to a date is told that it is moved, cancelled or taken off, what and when,
 * whichever way they are reached; and it is gone once they saw it, or were told.
 */

const DAY = '2026-12-13'
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** What a kind of person reads; what says that they know; what says it by their code. */
type Told = Readonly<{
  reads: () => Promise<string>
  sees?: () => Promise<unknown>
  code?: () => Promise<string>
}>
type Kind = (box: TestBox, event: string) => Promise<Told>
const news = async (who: Parameters<typeof linesOn>[0]): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join('\n')

test('a change of which the fate is missing, or is of a later version, is told to nobody', async () => {
  for (const fate of [null, 'postponed', 'moved']) {
    const box = testBox()
    box.territory()
    const event = box.bring('event', { title: 'Café', startsOn: DAY })
    const karim = await box.member('Karim')
    await karim.post(`/repondre/${event}`, { answer: 'in' })
    box.later(60_000)
    box.bring('event-date', { event, day: DAY, fate, on: '2026-12-14' })
    assert.equal(/Café/.test(await news(karim)), fate === 'moved', String(fate))
  }
})

const KINDS: Readonly<Record<string, Kind>> = {
  'a member, on their first page': async (box, event) => {
    const karim = await box.member('Karim')
    await karim.post(`/repondre/${event}`, { answer: 'in' })
    return {
      reads: () => news(karim),
      sees: async () => karim.fill(await karim.get('/'), SAW_NEWS),
    }
  },
  'a visitor, by their ticket and its code': async (box, event) => {
    const zoe = box.visitor()
    const said = { answer: 'in', firstName: 'Zoé', reach: 'au bar' }
    const { location } = await zoe.post(`/repondre/${event}`, said)
    await showSent(box.keeper, newest(box, 'proposal'))
    const ticket = location.replace(/[?].*/, '')
    const page = async () => (await zoe.get(ticket)).body
    const code = /ticket-code"><b>([^<]+)</.exec(await page())![1]!
    return {
      reads: async () => {
        const list = /<ul class="notices[^"]* no-print">([\s\S]*?)<\/ul>/.exec(await page())
        return list ? textOf(list[1]!) : ''
      },
      code: async () =>
        (await box.visitor('wifi').get(`/billet?${new URLSearchParams({ code })}`)).text,
    }
  },
  'somebody without a screen, on paper': async (box, event) => {
    const huguette = box.welcome({ name: 'Huguette' })
    await (await box.memberOf(huguette)).post(`/repondre/${event}`, { answer: 'in' })
    return {
      reads: async () =>
        plain(JSON.stringify(box.print('ce-qui-attend', undefined, { by: 'keeper' }) ?? '')),
    }
  },
  'somebody for whom a relay said yes, by the relay': async (box, event) => {
    const marius = await box.member('Marius')
    box.bring('relay', { name: 'Marius', where: 'au bar', member: marius.id, state: 'accepted' })
    const said = { answer: 'in', pour: 'Ninon' }
    assert.equal((await marius.post(`/repondre/${event}`, said)).status, 303)
    return {
      reads: async () => {
        const line = await news(marius)
        if (line !== '') assert.match(line, /à dire à Ninon : /)
        return line
      },
      sees: () => tellsErrand(marius),
    }
  },
  'somebody whom the keeper noted, by the keeper': async (box, event) => {
    const said = { answer: 'in', firstName: 'Paul', reach: '04 77 00 11 22' }
    assert.equal((await box.keeper.post(`/repondre/${event}`, said)).status, 303)
    return {
      reads: async () => {
        const line = (await news(box.keeper)).split('\n').find(one => /prévenez-les/.test(one))
        return line ?? ''
      },
      sees: async () => {
        const [line] = (await linesOn(box.keeper)).filter(({ text }) => /prévenez/.test(text))
        const page = await box.keeper.get(line!.href)
        assert.match(page.text, /À leur dire : .*C’est dit à Paul/)
        assert.doesNotMatch(
          page.text,
          /annulé.*Qui en est(?!, dimanche 20)/,
          'nobody is in for what is off',
        )
        const { status } = await box.keeper.fill(page, `/repondre/${event}/date-dite`)
        assert.equal(status, 303)
      },
    }
  },
}

type Act = (box: TestBox, event: string) => Promise<unknown>
const does =
  (act: string, fields: Readonly<Record<string, string>>): Act =>
  async (box, event) => {
    const { status, text } = await box.keeper.post(`/agenda/${event}/${act}`, fields)
    assert.equal(status, 303, text)
  }
const moves = does('deplacer', { jour: DAY, on: '2026-12-14' })
const again = does('deplacer', { jour: '2026-12-14', on: '2026-12-19', startsAt: '15:00' })
const cancels = does('annuler', { jour: DAY, why: 'neige' })
const corrects = (fields: Readonly<Record<string, string>>): Act => {
  const whole = { title: 'Tour des projets', startsOn: DAY, startsAt: '14:00', where: 'au local' }
  return async (box, event) => {
    const sent = { type: 'event', id: event, ...whole, ...fields }
    const { status, text } = await box.keeper.post('/ecrire', sent)
    assert.equal(status, 303, text)
  }
}

const elsewhere = does('deplacer', {
  ...{ jour: DAY, on: '2026-12-14', startsAt: '17:00', where: 'la salle des fêtes' },
})
const said = (...parts: readonly string[]): RegExp => new RegExp(parts.join(', '), 'i')
const ELSEWHERE = said(
  'changement de jour et de lieu : « Tour des projets »',
  'lundi 14 décembre à 17 h',
  'au lieu du dimanche 13 décembre ; à la salle des fêtes',
  'au lieu du local',
)
const AT_CHURCH = said(
  'changement d’heure et de lieu : « Tour des projets »',
  'dimanche 13 décembre à 15 h au lieu de 14 h ; devant l’église',
  'au lieu du local',
)
const PLACE = said(
  'changement de lieu : « Tour des projets »',
  'dimanche 13 décembre à 14 h',
  'à la salle des fêtes',
  'au lieu du local',
)

/** `acts`: one after the other. `reads`: after all of them. */
const ACTS: Readonly<
  Record<string, Readonly<{ acts: readonly Act[]; reads: RegExp; code: RegExp }>>
> = {
  'moved to another day': {
    acts: [moves],
    reads: /« Tour des projets », lundi 14 décembre à 14 h, au lieu du dimanche 13 décembre/i,
    code: /Mais le jour, l’heure ou le lieu a changé depuis/,
  },
  'moved to another day, hour and place': {
    acts: [elsewhere],
    reads: ELSEWHERE,
    code: /a changé depuis/,
  },
  'moved to another hour and place': {
    acts: [does('deplacer', { jour: DAY, startsAt: '15:00', where: 'devant l’église' })],
    reads: AT_CHURCH,
    code: /a changé depuis/,
  },
  'moved twice': {
    acts: [moves, again],
    reads: /« Tour des projets », samedi 19 décembre à 15 h, au lieu du dimanche 13 décembre/i,
    code: /a changé depuis/,
  },
  'moved to another hour': {
    acts: [does('deplacer', { jour: DAY, startsAt: '15:00' })],
    reads:
      /changement d’heure : « Tour des projets », dimanche 13 décembre à 15 h au lieu de 14 h/i,
    code: /a changé depuis/,
  },
  'moved to another place': {
    acts: [does('deplacer', { jour: DAY, where: 'Salle des fêtes' })],
    reads: PLACE,
    code: /a changé depuis/,
  },
  cancelled: {
    acts: [cancels],
    reads: /annulé : « Tour des projets », dimanche 13 décembre \(neige\)/i,
    code: /Mais c’est annulé : cela n’a plus lieu/,
  },
  'moved, then cancelled': {
    acts: [moves, does('annuler', { jour: '2026-12-14', why: 'neige' })],
    reads: /annulé : « Tour des projets », lundi 14 décembre \(neige\)/i,
    code: /c’est annulé/,
  },
  'moved, then one is added, then cancelled': {
    acts: [
      moves,
      does('ajouter', { day: '2026-12-20' }),
      does('annuler', { jour: '2026-12-14', why: 'neige' }),
    ],
    reads: /annulé : « Tour des projets », lundi 14 décembre \(neige\)/i,
    code: /c’est annulé/,
  },
  'corrected to another day': {
    acts: [corrects({ startsOn: '2026-12-14' })],
    reads: /« Tour des projets », lundi 14 décembre à 14 h, au lieu du dimanche 13 décembre/i,
    code: /a changé depuis/,
  },
  'moved, then taken off': {
    acts: [moves, (box, id) => box.keeper.post('/retirer', { type: 'event', id })],
    reads: /annulé : « Tour des projets » n’a plus lieu lundi 14 décembre/i,
    code: /c’est annulé/,
  },
  'taken off': {
    acts: [(box, id) => box.keeper.post('/retirer', { type: 'event', id })],
    reads: /annulé : « Tour des projets » n’a plus lieu dimanche 13 décembre/i,
    code: /c’est annulé/,
  },
}

for (const [kind, comes] of Object.entries(KINDS))
  for (const [what, { acts, reads, code }] of Object.entries(ACTS))
    test(`${kind}: the date is ${what}`, async () => {
      using box = testBox()
      box.territory()
      const fields = { startsOn: DAY, startsAt: '14:00', where: 'au local' }
      const event = box.bring('event', { title: 'Tour des projets', ...fields })
      box.later(1_000)
      const told = await comes(box, event)
      assert.doesNotMatch(await told.reads(), /Tour des projets/, 'nothing changed yet')
      for (const act of acts) {
        box.later(60_000)
        await act(box, event)
      }
      box.later(60_000)
      assert.match(await told.reads(), reads)
      if (told.code) {
        assert.match(await told.code(), code)
        assert.doesNotMatch(await told.code(), /Tour des projets/)
      }
      await told.sees?.()
      if (told.sees) assert.doesNotMatch(await told.reads(), /Tour des projets/, 'it is seen')
      assert.deepEqual(box.faults, [])
    })

test('a change that is taken back is told to who had read it, and to nobody else', async () => {
  using box = testBox()
  box.territory()
  const event = box.bring('event', { title: 'Café', startsOn: DAY, startsAt: '14:00' })
  const [karim, jeanne] = [await box.member('Karim'), await box.member('Jeanne')]
  for (const who of [karim, jeanne]) await who.post(`/repondre/${event}`, { answer: 'in' })
  await cancels(box, event)
  await karim.fill(await karim.get('/'), SAW_NEWS)
  const [row] = box.read.all('SELECT id FROM event_date')
  await does('remettre', { date: String(row!['id']) })(box, event)
  assert.match(await news(karim), /cela a bien lieu : « Café », dimanche 13 décembre à 14 h/)
  assert.equal(await news(jeanne), '')
  await karim.fill(await karim.get('/'), SAW_NEWS)
  assert.equal(await news(karim), '')
})

test('who answers again once a date moved knows of it; a date that is over is told no more', async () => {
  using box = testBox()
  box.territory()
  const event = box.bring('event', { title: 'Café', startsOn: DAY })
  const [karim, jeanne] = [await box.member('Karim'), await box.member('Jeanne')]
  for (const who of [karim, jeanne]) await who.post(`/repondre/${event}`, { answer: 'in' })
  await moves(box, event)
  await karim.post(`/repondre/${event}`, { answer: 'in' })
  assert.equal(await news(karim), '')
  assert.match(await news(jeanne), /« Café », lundi 14 décembre/)
  box.later(12 * 86_400_000)
  assert.equal(await news(await box.memberOf(jeanne.id)), '')
})

test('each date of a series, and a post of an event, is told to who said yes to it', async () => {
  using box = testBox()
  box.territory()
  const weekly = { title: 'Atelier', startsOn: '2026-12-10', recurs: 'FREQ=WEEKLY' }
  const event = box.bring('event', weekly)
  const part = { title: 'Buvette', kind: 'post', day: '2026-12-17', event }
  const post = box.bring('event-part', part)
  const [karim, jeanne, malo] = [
    await box.member('Karim'),
    await box.member('Jeanne'),
    await box.member('Malo'),
  ]
  await karim.post(`/repondre/${event}`, { answer: 'in', jour: '2026-12-10' })
  await jeanne.post(`/repondre/${event}`, { answer: 'in', jour: '2026-12-17' })
  await malo.post(`/repondre/${post}`, { answer: 'in' })
  await does('annuler', { jour: '2026-12-17', sans: '1' })(box, event)
  assert.equal(await news(karim), '')
  assert.match(await news(jeanne), /annulé : « Atelier », jeudi 17 décembre/)
  assert.match(await news(malo), /annulé : « Buvette, Atelier », jeudi 17 décembre/)
})

test('over http a date that changed is told without its title', async () => {
  using box = testBox()
  box.territory()
  const event = box.bring('event', { title: 'Café', startsOn: DAY })
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${event}`, { answer: 'in' })
  await cancels(box, event)
  const wifi = await news(await box.memberOf(karim.id, 'wifi'))
  assert.equal(wifi, 'une date où vous êtes n’a plus lieu')
})
