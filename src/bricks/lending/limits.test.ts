import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** The limits with which a thing begins, and what a refusal says. */

test('a thing begins with limits that its keeper reads, changes or empties', async () => {
  using box = testBox()
  box.territory()
  const paul = await box.member('Paul')
  const form = (await paul.get(`${PATH}/nouveau`)).body
  assert.match(form, /name="longestDays"[^>]*value="14"|value="14"[^>]*name="longestDays"/)
  const added = await paul.post(`${PATH}/nouveau`, { title: 'Malle', kind: 'kit', unit: 'day' })
  const at = added.location.split('?')[0]!
  const nadia = await box.member('Nadia')
  const asks = async (fields: Readonly<Record<string, string>>) => {
    box.later(1_000)
    return nadia.post(`${at}/reserver`, { from: at, ...fields })
  }
  const months = await asks({ startsOn: '2026-12-10', endsOn: '2027-03-10' })
  assert.notEqual(months.status, 303)
  assert.match(months.text, /14 jours au plus : vous en demandez 91\. Pour plus long, voyez avec/)
  assert.match(months.body, /href="#f-endsOn"/)
  const far = await asks({ startsOn: '2036-12-10' })
  assert.match(far.text, /Pas plus d’un an à l’avance/)
  // The one in charge goes past it, and says why.
  box.later(1_000)
  const past = { startsOn: '2027-01-10', endsOn: '2027-02-10', name: 'Zoé', why: 'tournée' }
  assert.equal((await paul.post(`${at}/reserver`, past)).status, 303)
  const dates = await nadia.post(`${at}/plusieurs-fois`, {
    ...{ startsOn: '2026-12-05', recurs: 'le premier samedi du mois', sur: '1' },
  })
  assert.equal(dates.status, 303)
  const [kept] = box.read.all('SELECT count(*) AS n FROM booking WHERE series IS NOT NULL')
  assert.equal(kept?.['n'], 12, 'each first Saturday of a year, but for the one that is taken')
  const none = { title: 'Malle', kind: 'kit', unit: 'day', longestDays: '', aheadDays: '' }
  assert.equal((await paul.post(`${at}/regler`, none)).status, 303)
  assert.equal((await asks({ startsOn: '2028-02-01', endsOn: '2028-04-01' })).status, 303)
})

/** A box with a thing, and two who borrow. */
async function opened(
  fields: object = {},
): Promise<TestBox & Readonly<{ at: string; lucie: Member; marc: Member }>> {
  const box = testBox()
  box.territory()
  const id = box.bring('thing', { title: 'Malle', kind: 'kit', unit: 'day', ...fields })
  const [lucie, marc] = await Promise.all([box.member('Lucie'), box.member('Marc')])
  return { ...box, at: `${PATH}/${id}`, lucie, marc }
}
type Fields = Readonly<Record<string, string>>
const asks = (box: TestBox, at: string, who: Member, fields: Fields) => {
  box.later(1_000)
  return who.post(`${at}/reserver`, { from: at, ...fields })
}

test('what one has already is said as theirs, with a link to it', async () => {
  using box = await opened({ unit: 'hour' })
  const { at, lucie, marc } = box
  const mine = { startsOn: '2026-12-16', startsAt: '10:00', endsAt: '12:00' }
  assert.equal((await asks(box, at, lucie, mine)).status, 303)
  const again = await asks(box, at, lucie, { ...mine, endsAt: '11:00', attendre: '1' })
  assert.match(again.text, /Vous l’avez déjà : mercredi 16 décembre, de 10 h à 12 h\./)
  assert.doesNotMatch(again.text, /C’est pris|La prochaine fois|Me mettre sur la liste/)
  assert.match(again.body, /href="\/preter\/reservations\/\w+">Voir ce que vous avez réservé/)
  const other = await asks(box, at, marc, mine)
  assert.match(other.text, /C’est pris/)
  assert.doesNotMatch(other.text, /Vous l’avez déjà|Voir ce que vous/)
  const day = `${at}?startsOn=2026-12-16&startsAt=10h&endsAt=11h`
  assert.match((await lucie.get(day)).text, /Vous l’avez déjà : mercredi 16 décembre/)
  assert.doesNotMatch((await marc.get(day)).text, /Vous l’avez déjà/)
})

test('a refusal says which day and hours, and an extension until when it can last', async () => {
  using box = await opened()
  const { at, lucie, marc } = box
  const own = { startsOn: '2026-12-06', endsOn: '2026-12-07' }
  assert.equal((await asks(box, at, marc, own)).status, 303)
  assert.equal((await asks(box, at, lucie, { startsOn: '2026-12-10' })).status, 303)
  const wide = await asks(box, at, marc, { startsOn: '2026-12-08', endsOn: '2026-12-14' })
  assert.match(wide.text, /C’est pris\. Moment pris : jeudi 10 décembre\./)
  const [row] = box.read.all("SELECT id FROM booking WHERE startsOn = '2026-12-06'")
  const page = `${PATH}/reservations/${row?.['id']}`
  const move = (fields: Fields) => marc.post(`${page}/deplacer`, { from: page, ...fields })
  const longer = await move({ ...own, endsOn: '2026-12-11' })
  const until =
    'Quelqu’un l’a à partir du jeudi 10 décembre : vous pouvez l’avoir jusqu’au mercredi'
  assert.ok(longer.text.includes(`${until} 9 décembre`), longer.text)
  assert.doesNotMatch(longer.text, /La prochaine fois/)
  assert.match(longer.body, /href="#f-endsOn"/)
  assert.equal((await move({ ...own, endsOn: '2026-12-09' })).status, 303)
})

test('a date of the agenda in the way is said with its day and hours', async () => {
  using box = testBox()
  box.territory()
  const place = box.bring('place', { name: 'Le local', commune: '42195' })
  const id = box.bring('thing', { title: 'Le local', kind: 'place', unit: 'hour', place })
  const opens = { title: 'Le local ouvre', startsOn: '2026-12-16', startsAt: '17:00' }
  box.bring('event', { ...opens, endsAt: '19:00', place })
  const lucie = await box.member('Lucie')
  const wide = await asks(box, `${PATH}/${id}`, lucie, {
    startsOn: '2026-12-10',
    endsOn: '2026-12-20',
  })
  const said = 'C’est pris : mercredi 16 décembre, de 17 h à 19 h, l’agenda y annonce « Le local'
  assert.ok(wide.text.includes(said), wide.text)
})

test('a mistake of days says both, at the field that it is about', async () => {
  using box = await opened()
  const { at, lucie } = box
  const back = await asks(box, at, lucie, { startsOn: '20 décembre', endsOn: '18 décembre' })
  const said =
    'Le dernier jour (vendredi 18 décembre) vient avant le premier (dimanche 20 décembre).'
  assert.ok(back.text.includes(said), back.text)
  assert.match(back.body, /href="#f-endsOn"/)
  const asked = await lucie.get(`${at}?startsOn=2026-12-20&endsOn=2026-12-18`)
  assert.ok(asked.text.includes(said), 'the answer says both days too')
  const none = await asks(box, at, lucie, { startsOn: '' })
  assert.match(none.text, /Dites quel jour\./)
})

test('the same request again is the first one, with its ticket', async () => {
  using box = await opened({ forWhom: 'asked' })
  const { at, lucie } = box
  const count = () => box.read.all('SELECT id FROM booking_request_home').length
  const zoe = box.visitor('https')
  const fields = { startsOn: '2026-12-20', name: 'Paulette', phone: '06 11 22 33 44' }
  const sent = await zoe.post(`${at}/reserver`, { from: at, ...fields, tour: 'a' })
  const ticket = sent.location.split('?')[0]!
  const again = await zoe.post(`${at}/reserver`, { from: at, ...fields, tour: 'b', use: 'bois' })
  assert.match(again.text, /C’est déjà envoyé\. Voir où cela en est/)
  assert.ok(again.body.includes(`href="${ticket}`))
  assert.equal(count(), 1)
  const other = { from: at, ...fields, startsOn: '2026-12-21', tour: 'c' }
  assert.equal((await zoe.post(`${at}/reserver`, other)).status, 303)
  // Who types the same elsewhere learns nothing of it.
  const theirs = { from: at, ...fields, tour: 'd' }
  assert.equal((await box.visitor('https').post(`${at}/reserver`, theirs)).status, 303)
  assert.equal((await asks(box, at, lucie, { startsOn: '2026-12-24' })).status, 303)
  const twice = await asks(box, at, lucie, { startsOn: '2026-12-24' })
  assert.match(twice.text, /Vous l’avez déjà demandé : jeudi 24 décembre\./)
})

test('what one browser asks without a card has a limit, and its words wait', async () => {
  using box = await opened({ forWhom: 'asked' })
  const days = Array.from({ length: 9 }, (_, n) => `2026-12-${10 + n}`)
  const asksFrom = async (who: Pick<Member, 'post'>, name: string) => {
    const statuses: number[] = []
    for (const startsOn of days) {
      const answer = await who.post(`${box.at}/reserver`, { from: box.at, startsOn, name })
      statuses.push(answer.status)
      if (answer.status === 303) continue
      assert.match(answer.text, /envoyez de nouveau dans quelques minutes/)
      assert.ok(answer.body.includes(name))
    }
    return statuses.filter(status => status === 303).length
  }
  // Somebody with a card is not counted so.
  assert.equal(await asksFrom(box.lucie, 'Lucie'), 9)
  const zoe = box.visitor('https')
  // The first one gives the browser its name.
  assert.equal(await asksFrom(zoe, 'Zoé'), 4)
  box.later(9 * 60_000)
  assert.equal(await asksFrom(zoe, 'Zoé'), 0)
  box.later(2 * 60_000)
  assert.equal(await asksFrom(zoe, 'Léa'), 3)
  // At the box's own computer people take turns.
  const here = box.visitor('here')
  assert.equal(await asksFrom(here, 'Ugo'), 9)
  assert.equal(await asksFrom(here, 'Anna'), 3)
})

test('requests stand by the day that is asked', async () => {
  using box = await opened({ forWhom: 'asked' })
  const asker = box.visitor('here')
  for (const day of ['20', '12', '16'])
    await asker.post(`${box.at}/reserver`, { startsOn: `2026-12-${day}`, name: `Zoé ${day}` })
  const { text } = await (await box.keeperAt('here')).get(box.at)
  assert.match(text, /Zoé 12.*Zoé 16.*Zoé 20/s)
})

test('a thing that is not back is free on no day, and no day is said to be taken for it', async () => {
  using box = await opened()
  const { at, lucie, marc } = box
  assert.equal((await asks(box, at, marc, { startsOn: '2026-12-17' })).status, 303)
  const today = box.today(box.now())
  assert.equal((await asks(box, at, lucie, { startsOn: today })).status, 303)
  const [row] = box.read.all('SELECT id FROM booking WHERE startsOn = ?', today)
  const act = `${PATH}/reservations/${row?.['id']}/remettre`
  assert.equal((await box.keeper.post(act, { tout: '1' })).status, 303)
  box.later(24 * 3_600_000)
  const tiles = (await box.visitor().get(at)).text
  assert.match(tiles, /Ce n’est pas rentré.*aujourd’hui pas rentré.*demain à demander/s)
  assert.match(tiles, /17 pris/)
  const may = (await box.visitor().get(`${at}/mois?jour=2027-05-01`)).text
  assert.match(may, /à demander/)
  assert.doesNotMatch(may, /\d pris/)
  const door = JSON.stringify(
    box.paper('preter-porte', at.slice(PATH.length + 1), { query: { de: 'mois' } }).blocks,
  )
  assert.match(door, /pas rentré.*à demander/)
  const later = { from: at, startsOn: '2027-05-03', name: 'Hugo' }
  const refused = await box.visitor().post(`${at}/reserver`, later)
  assert.match(refused.text, /Ce n’est pas rentré/)
})

test('what lives at the same place is offered beside a thing, however many are lent', async () => {
  using box = testBox()
  const at = (title: string, where: string) =>
    box.bring('thing', { title, kind: 'tool', unit: 'day', where })
  for (let n = 0; n < 210; n++) at(`Bêche ${n}`, 'ailleurs')
  const local = at('Scie', 'au local')
  at('Tréteaux', 'au local')
  const page = (await box.visitor().get(`${PATH}/${local}`)).text
  assert.match(page, /Avec autre chose, au même endroit Tréteaux/)
  assert.doesNotMatch(page, /Bêche/)
})

test('an end at the hour of the start is asked again; a night and a whole day are not', async () => {
  using box = await opened({ unit: 'hour', kind: 'place' })
  const { at, lucie } = box
  const same = { startsOn: '2026-12-09', startsAt: '10:00', endsAt: '10 h' }
  for (const more of [{}, { endsOn: '2026-12-09' }]) {
    const back = await asks(box, at, lucie, { ...same, ...more })
    assert.notEqual(back.status, 303)
    assert.match(back.text, /c’est l’heure du début. Jusqu’à quand/)
    assert.match(back.body, /href="#f-endsAt"/)
  }
  const asked = `${at}?startsOn=2026-12-09&startsAt=10h&endsAt=10h`
  assert.match((await lucie.get(asked)).text, /écrivez jusqu’à quelle heure/)
  assert.equal((await asks(box, at, lucie, { ...same, endsOn: '2026-12-10' })).status, 303)
  const night = { startsOn: '2026-12-12', startsAt: '22:00', endsAt: '6:00' }
  assert.equal((await asks(box, at, lucie, night)).status, 303)
  // What is booked is not moved to no time either, nor kept closed for none.
  const [row] = box.read.all("SELECT id FROM booking WHERE startsOn = '2026-12-12'")
  const page = `${PATH}/reservations/${row?.['id']}`
  box.later(1_000)
  const moved = await lucie.post(`${page}/deplacer`, { from: page, ...night, endsAt: '22:00' })
  assert.match(moved.text, /c’est l’heure du début/)
  const keeper = await box.keeperAt('here')
  const closed = await keeper.post(`${at}/fermer`, { from: at, ...same })
  assert.match(closed.text, /c’est l’heure du début/)
})

test('a day that is picked says nothing of how it is typed', async () => {
  using box = await opened()
  const { at, lucie } = box
  const fieldIn = (body: string) => /<label for="f-startsOn">.*?<\/div>/.exec(body)?.[0] ?? ''
  for (const query of ['', '?startsOn=2026-12-16']) {
    const picked = fieldIn((await lucie.get(`${at}${query}`)).body)
    assert.match(picked, /type="date"/)
    assert.doesNotMatch(picked, /samedi|12\/2026/)
  }
  // A day that was typed and does not read stays as it is, with an example.
  const typed = fieldIn((await asks(box, at, lucie, { startsOn: 'un de ces jours' })).body)
  assert.doesNotMatch(typed, /type="date"/)
  assert.match(typed, /Par exemple 5\/12\/2026 ou 5 décembre 2026/)
})

test('a setting that makes no sense is refused at its field, and published to nobody', async () => {
  using box = await opened({ unit: 'hour', kind: 'place' })
  const { at } = box
  const keeper = await box.keeperAt('here')
  const set = { from: `${at}/regler`, title: 'Malle', kind: 'place', unit: 'hour' }
  for (const [field, typed, said] of [
    ['longestDays', '0', 'un nombre entier, de 1 à 3 660.'],
    ['longestHours', '0', 'un nombre de 0,25 à 8 784.'],
    ['daysMonth', '0', 'un nombre entier, de 1 à 31.'],
    ['hoursYear', '-2', 'un nombre de 0,25 à 8 784.'],
    ['mostAhead', '0', 'un nombre entier, de 1 à 1 000.'],
    ['count', '1,5', 'un nombre entier, de 1 à 10 000.'],
    ['capacity', '0', 'un nombre entier, de 1 à 100 000.'],
    ['changeoverMinutes', '99999999', 'un nombre entier, de 0 à 20 160.'],
    ['depositCents', '-5', 'une somme de 0 à 1 000 000 €.'],
    ['feeCents', '-0,50', 'une somme de 0 à 1 000 000 €.'],
    ['valueCents', '-1', 'une somme de 0 à 1 000 000 €.'],
    ['upkeepUnits', '0', 'un nombre de 1 à 1 000 000.'],
    ['upkeepDays', '0', 'un nombre entier, de 1 à 3 660.'],
  ] as const) {
    box.later(1_000)
    const back = await keeper.post(`${at}/regler`, { ...set, [field]: typed })
    assert.notEqual(back.status, 303, field)
    assert.ok(back.text.replace(/[\u00a0\u202f]/g, ' ').includes(`demande ${said}`), back.text)
    assert.match(back.body, new RegExp(`href="#f-${field}"`))
    assert.ok(back.body.includes(`value="${typed}"`), `${field}: what was typed stays`)
  }
  box.later(1_000)
  const none = await keeper.post(`${at}/regler`, { ...set, leadDays: '10', aheadDays: '5' })
  assert.match(none.text, /personne ne pourrait réserver/)
  assert.match(none.body, /href="#f-leadDays"/)
  box.later(1_000)
  const good = { longestDays: '1', changeoverMinutes: '20160', depositCents: '0', upkeepUnits: '1' }
  assert.equal((await keeper.post(`${at}/regler`, { ...set, ...good })).status, 303)
})

test('a move to a time that begins while it is taken tells of no time before that', async () => {
  using box = await opened({ unit: 'hour' })
  const { at, lucie, marc } = box
  const taken = { startsOn: '2027-02-10', startsAt: '17:00', endsAt: '19:00' }
  assert.equal((await asks(box, at, lucie, taken)).status, 303)
  const own = { startsOn: '2027-02-03', startsAt: '18:00', endsAt: '20:00' }
  assert.equal((await asks(box, at, marc, own)).status, 303)
  const [row] = box.read.all("SELECT id FROM booking WHERE startsOn = '2027-02-03'")
  const page = `${PATH}/reservations/${row?.['id']}`
  const move = async (fields: Fields) => {
    box.later(1_000)
    return (await marc.post(`${page}/deplacer`, { from: page, ...own, ...fields })).text
  }
  for (const startsAt of ['17:00', '18:00']) {
    const said = await move({ startsOn: '2027-02-10', startsAt })
    assert.match(said, /C’est pris.*La prochaine fois : mercredi 10 février 2027, de 19 h/)
    assert.doesNotMatch(said, /vous pouvez l’avoir/)
  }
  const partly = await move({ startsOn: '2027-02-10', startsAt: '15:00' })
  assert.match(partly, /l’a à partir du .* à 17 h : vous pouvez l’avoir jusqu’au .* à 17 h/)
})
