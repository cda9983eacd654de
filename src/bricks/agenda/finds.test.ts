import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { daysAsked } from './pages/finds.ts'

/** A Monday. */
const TODAY = '2026-11-30'

test('a search names a day, or is about anything else', () => {
  const one = (day: string) => ({ from: day, to: day })
  for (const [asked, days] of [
    ['samedi', one('2026-12-05')],
    ['samedi soir', one('2026-12-05')],
    ['lundi', one(TODAY)],
    ['lundi prochain', one('2026-12-07')],
    ['mardi prochain', one('2026-12-01')],
    ['aujourd’hui', one(TODAY)],
    ['demain', one('2026-12-01')],
    ['ce week-end', { from: '2026-12-05', to: '2026-12-06' }],
    ['on Saturday', one('2026-12-05')],
    ['tomorrow', one('2026-12-01')],
    ['qu’est-ce qu’il y a à faire samedi soir', one('2026-12-05')],
    ['le 12', one('2026-12-12')],
    ['marché samedi', undefined],
    ['week', undefined],
    ['soir', undefined],
    ['', undefined],
  ] as const)
    assert.deepEqual(daysAsked(asked, TODAY), days, asked)
  assert.deepEqual(daysAsked('ce week-end', '2026-12-06'), one('2026-12-06'))
  const next = { from: '2026-12-12', to: '2026-12-13' }
  for (const day of ['2026-12-05', '2026-12-06'])
    assert.deepEqual(daysAsked('week-end prochain', day), next, day)
})

test('a search for a day tells what takes place on it, or that nothing does', async () => {
  using box = testBox()
  box.territory()
  const day = box.today(box.now())
  box.bring('event', { title: 'Veillée au local', startsOn: day, startsAt: '20:00' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  assert.match(await ask('aujourd’hui'), /Veillée au local/)
  const tomorrow = await ask('demain')
  assert.match(tomorrow, /Rien n’est annoncé ce jour-là/)
  assert.doesNotMatch(tomorrow, /Veillée|s’en approche/)
  assert.match(await ask('week-end'), /samedi 5 décembre, dimanche 6 décembre/)
})

test('several days are said as such, in their order, and the next date where they are empty', async () => {
  using box = testBox()
  box.territory()
  const ask = async (asked: string, lang = 'fr') => {
    const at = `/chercher?q=${encodeURIComponent(asked)}&langue=${lang}`
    const { body, text } = await box.visitor().get(at)
    return { text, links: [...body.matchAll(/href="(\/agenda\/[^"]*)"/g)].map(([, href]) => href) }
  }
  const event = (title: string, startsOn: string): string =>
    `/agenda/${box.bring('event', { title, startsOn, startsAt: '20:00' })}`
  assert.match((await ask('week-end')).text, /Rien n’est annoncé ces jours-là\.(?! Ensuite)/)
  const far = event('Repas du club', '2026-12-28')
  event('Loto', '2026-12-19')
  const nothing = await ask('semaine prochaine')
  assert.match(nothing.text, /du lundi 7 au dimanche 13 décembre/)
  assert.match(nothing.text, /ces jours-là\. Ensuite : samedi 19 décembre, Loto/)
  const day = await ask('le 25')
  assert.match(day.text, /ce jour-là\. Ensuite : lundi 28 décembre, Repas du club/)
  assert.ok(day.links.includes(far))
  assert.match((await ask('next week', 'en')).text, /from Monday 7 to Sunday 13 December/)
  // The search itself finds them in another order.
  const days = ['2026-12-13', '2026-12-09', '2026-12-07', '2026-12-10']
  const made = days.map(one => [one, event(`Semaine du ${one}`, one)] as const)
  const inOrder = made.toSorted(([a], [b]) => a.localeCompare(b)).map(([, href]) => href)
  const week = await ask('semaine prochaine')
  assert.deepEqual(
    week.links.filter(href => inOrder.includes(href!)),
    inOrder,
  )
  assert.doesNotMatch(week.text, /annoncé/)
})

test('a thing that an event still looks for leads to the event, under a heading of its own', async () => {
  using box = testBox()
  box.territory()
  const event = box.bring('event', { title: 'Café de réparation', startsOn: '2026-12-12' })
  box.bring('event-part', { event, kind: 'thing', title: 'Des tournevis', wanted: 6 })
  const page = await box.visitor().get('/chercher?q=tournevis')
  assert.match(page.text, /On en cherche pour un rendez-vous.*Café de réparation/s)
  assert.doesNotMatch(page.text, /Rien pour|Ce qui y répond/)
  assert.doesNotMatch((await box.visitor().get('/chercher?q=marteau')).text, /Café/)
})

test('the next date is the first of its day, of ours or of another brick', {
  skip: lacking('meeting'),
}, async () => {
  using box = testBox()
  box.territory()
  const next = async (): Promise<string> => (await box.visitor().get('/chercher?q=le+25')).text
  box.bring('event', { title: 'Repas du club', startsOn: '2026-12-28', startsAt: '20:00' })
  assert.match(await next(), /Ensuite : lundi 28 décembre, Repas du club/)
  box.bring('meeting', { title: 'Conseil des rives', date: '2026-12-28', startsAt: '18:00' })
  assert.match(await next(), /Ensuite : lundi 28 décembre, Conseil des rives/)
})
