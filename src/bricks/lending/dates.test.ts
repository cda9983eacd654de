import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

const NOW = Date.parse('2026-11-28T17:00:00Z')
const as = (me: string) => ({ by: 'neighbour', me, private: true }) as const

test('the dates of a series stand on paper, kept or skipped and why, for its person alone', () => {
  using box = testEngine({ bricks: [members, lending], at: NOW })
  const member = (name: string) => box.bring('member', { name, state: 'here' }, 'home')
  const [paul, nadia] = [member('Paul'), member('Nadia')]
  const local = box.bring('thing', {
    ...{ title: 'Le local', kind: 'place', commune: '42195', unit: 'hour' },
  })
  const hours = { startsAt: '14:00', endsAt: '18:00' }
  box.done('lending.book', { id: local, startsOn: '2027-04-03', ...hours }, as(nadia))
  const rule = { recurs: 'le premier samedi du mois', notMonths: 'août', notPublicHolidays: '1' }
  const asked = { ...rule, ...hours, startsOn: '2027-03-06', also: '2027-05-01', sur: '1' }
  box.done('lending.bookSeries', { id: local, ...asked }, as(paul))
  const words = box.read.all(
    'SELECT DISTINCT word FROM booking_home AS home JOIN booking USING (id) ' +
      'WHERE booking.series IS NOT NULL AND word IS NOT NULL',
  )
  const dates = box.read.all('SELECT id FROM booking WHERE series IS NOT NULL')
  assert.equal(words.length, dates.length, 'each date has its word')
  const own = textOf(box.page(`${PATH}/${local}`, as(paul)))
  assert.match(own, /samedi 6 mars 2027.*samedi 1er mai 2027.*samedi 5 juin 2027.*4 septembre 2027/)
  assert.match(own, /Mes dates, à imprimer Annuler toutes les dates à venir .*Oui, rendre ces/)
  const [series] = box.read.all('SELECT series FROM booking WHERE series IS NOT NULL')
  const id = String(series?.['series'])
  const [june] = box.read.all("SELECT id FROM booking WHERE startsOn = '2027-06-05'")
  box.done('lending.cancel', { id: String(june?.['id']) }, as(paul))
  const said = (who: object): string => JSON.stringify(box.paper('preter-dates', id, who).blocks)
  for (const who of [as(paul), { by: 'keeper' }]) {
    assert.match(said(who), /samedi 6 mars 2027[^"]*","réservé"/)
    assert.match(said(who), /samedi 3 avril 2027[^"]*","laissé[^"]*pris/)
    assert.match(said(who), /samedi 1er mai 2027[^"]*","réservé, vous l’avez demandé"/)
    assert.match(said(who), /samedi 5 juin 2027[^"]*","annulé"/)
    assert.match(said(who), /samedi 7 août 2027[^"]*","laissé[^"]*pas ce mois-là"/)
  }
  for (const who of [as(nadia), { ...as(paul), private: false }, { by: 'visitor' } as const])
    assert.ok('wrong' in box.print('preter-dates', id, who))
})
