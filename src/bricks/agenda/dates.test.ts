import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'
import { eventOf } from './model/read.ts'

/** Dates of a series that are cancelled, moved, added and put back, wherever they are listed. */

const options = { skip: lacking('territory') }
/** A Saturday: 5 December 2026. */
let box: TestBox
let workshop: string
beforeEach(() => {
  box = testBox()
  box.territory()
  workshop = box.bring('event', {
    title: 'Atelier du jeudi',
    startsOn: '2026-11-26',
    startsAt: '14:00',
    endsAt: '16:00',
    recurs: 'FREQ=WEEKLY;BYDAY=TH',
    where: 'au local',
    commune: '42195',
  })
})
const act = (what: string, input: Readonly<Record<string, string>>) =>
  box.keeper.post(`/agenda/${workshop}/${what}`, { from: `/agenda/${workshop}`, ...input })

test('a cancelled date is struck with its reason, and undone by one button', options, async () => {
  const done = await act('annuler', { jour: '2026-12-10', why: 'la salle est prise' })
  assert.equal(done.status, 303)
  const page = await box.keeper.get(`/agenda/${workshop}`)
  assert.match(page.text, /annulé le 10 décembre.*Défaire/)
  assert.match(page.text, /jeudi 10 décembre.*annulé cette fois : la salle est prise/)
  assert.match(page.text, /la prochaine fois jeudi 17 décembre/)
  for (const path of ['/', '/agenda']) {
    const seen = await box.visitor().get(path)
    assert.match(seen.body, /<s>Atelier du jeudi<\/s>/, path)
    assert.match(seen.text, /annulé cette fois : la salle est prise/, path)
  }
  const [change] = box.read.all('SELECT id FROM event_date')
  assert.equal((await act('remettre', { date: String(change?.['id']) })).status, 303)
  assert.doesNotMatch((await box.visitor().get('/agenda')).body, /<s>/)
})

test('a moved date stands on its new day, with its hour and its place', options, async () => {
  await act('deplacer', {
    jour: '2026-12-10',
    on: '2026-12-11',
    startsAt: '18:00',
    where: 'à l’école',
  })
  const agenda = await box.visitor().get('/agenda')
  assert.match(agenda.body, /datetime="2026-12-11"/)
  assert.match(agenda.text, /à l’école, de 18 h à 20 h au lieu du jeudi 10 décembre/)
  const again = await act('deplacer', { jour: '2026-12-11', on: '2026-12-12' })
  assert.equal(again.status, 303)
  assert.match((await box.visitor().get('/agenda')).body, /datetime="2026-12-12"/)
  const [last] = box.read.all('SELECT id FROM event_date WHERE removed IS NOT 1')
  const [first] = box.read.all('SELECT id FROM event_date WHERE removed = 1')
  await act('remettre', { date: String(last?.['id']), before: String(first?.['id']) })
  assert.match((await box.visitor().get('/agenda')).body, /datetime="2026-12-11"/)
})

test('who comes on the old day of a moved date reads where it went', options, async () => {
  await act('deplacer', { jour: '2026-12-10', on: '2026-12-12' })
  const told = /<s>Atelier du jeudi<\/s>[\s\S]*?déplacé au samedi 12 décembre/
  for (const path of ['/', '/agenda'])
    assert.match((await box.visitor().get(path)).body, told, path)
  const page = await box.visitor().get(`/agenda/${workshop}`)
  assert.match(page.body, /<s>jeudi 10 décembre<\/s>[\s\S]*?déplacé au samedi 12 décembre/)
  assert.match(page.text, /samedi 12 décembre, au lieu du jeudi 10 décembre/)
  await act('annuler', { jour: '2026-12-12', why: 'gel' })
  const struck = (await box.visitor().get('/agenda')).body
  const days = [...struck.matchAll(/datetime="(2026-12-1[02])"[\s\S]*?<s>/g)].map(found => found[1])
  assert.deepEqual(days, ['2026-12-12'])
  assert.doesNotMatch(struck, /déplacé/)
})

test('a date that moves twice is told on each day where it stood, and once', options, async () => {
  await act('deplacer', { jour: '2026-12-10', on: '2026-12-12' })
  await act('deplacer', { jour: '2026-12-12', on: '2026-12-13' })
  const marks = (markup: string): readonly string[] =>
    [...markup.matchAll(/datetime="(2026-12-1[0-3])"((?:(?!datetime)[\s\S])*)/g)].map(
      ([, day = '', line = '']) =>
        `${day.slice(8)} ${/<s>/.test(line) ? 'struck' : 'held'} ` +
        (/déplacé au dimanche 13/.test(line)
          ? 'to 13'
          : /au lieu du jeudi 10/.test(line)
            ? 'for 10'
            : ''),
    )
  const told = ['10 struck to 13', '12 struck to 13', '13 held for 10']
  assert.deepEqual(marks((await box.visitor().get('/agenda')).body), told)
  // The first page has a line an event.
  assert.deepEqual(marks((await box.visitor().get('/')).body), told.slice(0, 1))
  await act('annuler', { jour: '2026-12-13', why: 'gel' })
  assert.deepEqual(marks((await box.visitor().get('/agenda')).body), ['13 struck '])
  // Undone twice, nothing is left of the last two acts.
  const said = (fate: string, on: string): string =>
    String(
      box.read.all('SELECT id FROM event_date WHERE fate = ? AND "on" = ?', fate, on)[0]?.['id'],
    )
  const [first, second] = [said('moved', '2026-12-12'), said('moved', '2026-12-13')]
  await act('remettre', { date: said('off', '2026-12-13'), before: second })
  await act('remettre', { date: second, before: first })
  assert.doesNotMatch((await box.visitor().get('/agenda')).body, /datetime="2026-12-13"/)
})

test(
  'a date that was moved, then cancelled, is struck once, at its last hour and place',
  options,
  async () => {
    const fete = box.bring('event', {
      ...{ title: 'Four à pain', startsOn: '2026-12-12', startsAt: '14:00', where: 'au four' },
    })
    const does = async (what: string, input: Readonly<Record<string, string>>) => {
      box.later(60_000)
      const { status } = await box.keeper.post(`/agenda/${fete}/${what}`, input)
      assert.equal(status, 303)
    }
    const where = 'à l’école'
    await does('deplacer', { jour: '2026-12-12', on: '2026-12-13', startsAt: '18:00', where })
    await does('deplacer', { jour: '2026-12-13', on: '2026-12-20' })
    await does('annuler', { jour: '2026-12-20', why: 'gel' })
    const { body } = await box.visitor().get('/agenda')
    const lines = body.split('<li').filter(line => line.includes('Four à pain'))
    assert.equal(lines.length, 1)
    for (const said of [/datetime="2026-12-20"/, /<s>/, /à l’école, 18/, /annulé.: gel/])
      assert.match(lines[0]!, said)
    const page = (await box.visitor().get(`/agenda/${fete}`)).text
    assert.match(page, /Dimanche 20 décembre, 18.h, annulé.: gel/)
    assert.doesNotMatch(page.split('Écrit le')[0]!, /12 décembre|14 h|au four/)
    const keeps = (await box.keeper.get(`/agenda/${fete}`)).body
    assert.doesNotMatch(keeps, /<s>(?:samedi 12|dimanche 13)/)
    // On the old day the first page says it: the new one is not in sight there.
    box.later(7 * 86_400_000)
    assert.match((await box.visitor().get('/')).text, /Four à pain, annulé/)
  },
)

test('a date that moves back to its own day has no mark there', options, async () => {
  await act('deplacer', { jour: '2026-12-10', on: '2026-12-12' })
  await act('deplacer', { jour: '2026-12-12', on: '2026-12-10', startsAt: '14:00' })
  const page = (await box.visitor().get(`/agenda/${workshop}`)).text
  assert.match(page, /jeudi 10 décembre samedi 12 décembre , déplacé au jeudi 10 décembre jeudi 17/)
  assert.doesNotMatch(page, /autre heure/)
  // Another date on the day between takes the place of the mark.
  await act('ajouter', { day: '2026-12-12' })
  assert.doesNotMatch((await box.visitor().get(`/agenda/${workshop}`)).text, /déplacé/)
})

test('what comes once is told on a day before it where it stood', options, async () => {
  const bal = box.bring('event', { title: 'Bal', startsOn: '2027-01-20' })
  const move = (jour: string, on: string) =>
    box.keeper.post(`/agenda/${bal}/deplacer`, { jour, on, from: `/agenda/${bal}` })
  await move('2027-01-20', '2026-12-08')
  await move('2026-12-08', '2027-01-21')
  assert.match(
    (await box.visitor().get('/agenda')).body,
    /datetime="2026-12-08"[\s\S]*?<s>Bal<\/s>/,
  )
})

test('on its old day, the top of the first page says where it went', options, async () => {
  await act('deplacer', { jour: '2026-12-10', on: '2026-12-05' })
  const once = box.bring('event', { title: 'Bal', startsOn: '2026-12-05', startsAt: '21:00' })
  const home = async (): Promise<string> => (await box.visitor().get('/')).text
  assert.match(await home(), /Atelier du jeudi, de 14 h à 16 h/)
  await box.keeper.post(`/agenda/${once}/deplacer`, {
    jour: '2026-12-05',
    on: '2026-12-06',
    startsAt: '20:00',
    from: `/agenda/${once}`,
  })
  assert.match(await home(), /Bal, déplacé au dimanche 6 décembre/)
})

test('the page of what comes once says its new day, or that it is cancelled', options, async () => {
  const bal = box.bring('event', { title: 'Bal', startsOn: '2026-12-12', startsAt: '21:00' })
  const moved = { jour: '2026-12-12', on: '2026-12-19', startsAt: '20:00', where: 'à l’école' }
  await box.keeper.post(`/agenda/${bal}/deplacer`, { ...moved, from: `/agenda/${bal}` })
  const page = async (): Promise<string> => (await box.visitor().get(`/agenda/${bal}`)).text
  assert.match(await page(), /Samedi 19 décembre, 20 h, au lieu du samedi 12 décembre.*à l’école/)
  const off = { jour: '2026-12-19', why: 'la salle est prise' }
  await box.keeper.post(`/agenda/${bal}/annuler`, { ...off, from: `/agenda/${bal}` })
  assert.match(await page(), /Samedi 19 décembre, 20 h, annulé : la salle est prise/)
  assert.doesNotMatch(await page(), /c’est passé/)
})

test(
  'a date moves onto no other date, and a second move keeps what the first said',
  options,
  async () => {
    const onto = await act('deplacer', { jour: '2026-12-10', on: '2026-12-17' })
    assert.match(onto.text, /Le 17 décembre 2026 est déjà une de ses dates/)
    await act('deplacer', { jour: '2026-12-10', on: '2026-12-11', startsAt: '18:00' })
    await act('deplacer', { jour: '2026-12-11', where: 'à l’école' })
    const page = (await box.visitor().get('/agenda')).text
    assert.match(page, /à l’école, de 18 h à 20 h au lieu du jeudi 10 décembre/)
    await act('deplacer', { jour: '2026-12-11', startsAt: '19:00' })
    assert.match((await box.visitor().get('/agenda')).text, /à l’école, de 19 h à 21 h/)
  },
)

test('the form of a second move has what the first one said', options, async () => {
  const first = { on: '2026-12-11', startsAt: '18:00', where: 'à l’école' }
  await act('deplacer', { jour: '2026-12-10', ...first })
  const page = await box.keeper.get(`/agenda/${workshop}/date?jour=2026-12-11`)
  const form = formsIn(page).find(({ action }) => action.endsWith('/deplacer'))
  const { on, startsAt, where } = form?.fields ?? {}
  assert.deepEqual({ on, startsAt, where }, first)
  const same = await act('deplacer', { jour: '2026-12-11', ...first })
  assert.equal(same.status, 422, 'sent as it came, it moves nothing')
  const emptied = { jour: '2026-12-11', on: '2026-12-11', startsAt: '', where: 'à l’école' }
  assert.equal((await act('deplacer', emptied)).status, 303)
  const told = (await box.visitor().get('/agenda')).text
  assert.match(told, /à l’école, de 14 h à 16 h au lieu du jeudi 10 décembre/)
})

test('a date is added once; one that is there already is refused', options, async () => {
  assert.equal((await act('ajouter', { day: '2026-12-19' })).status, 303)
  assert.match((await box.visitor().get('/agenda')).body, /datetime="2026-12-19"/)
  assert.match((await act('ajouter', { day: '2026-12-19' })).text, /déjà une de ses dates/)
  assert.match((await act('ajouter', { day: '2026-12-17' })).text, /déjà une de ses dates/)
  assert.match((await act('ajouter', { day: '2020-12-17' })).text, /17 décembre 2020 est passé/)
  const back = await act('deplacer', { jour: '2026-12-17', on: '2026-12-01' })
  assert.match(back.text, /1er décembre 2026 est passé/)
})

test(
  'a date that moves nowhere, or is not there, is refused with a sentence',
  options,
  async () => {
    assert.match((await act('deplacer', { jour: '2026-12-10' })).text, /Dites le nouveau jour/)
    assert.match((await act('annuler', { jour: '2026-12-09' })).text, /Cette date n’est plus là/)
    assert.equal(box.read.all('SELECT 1 FROM event_date').length, 0)
    assert.equal((await box.visitor().post(`/agenda/${workshop}/annuler`, {})).status, 403)
    assert.equal(box.read.all('SELECT 1 FROM event_date').length, 0)
  },
)

test('the form of a date names it, and shows two short forms', options, async () => {
  const page = await box.keeper.get(`/agenda/${workshop}/date?jour=2026-12-10`)
  assert.match(page.text, /jeudi 10 décembre.*Annuler ce jour.*Déplacer/)
  assert.match((await box.keeper.get(`/agenda/${workshop}/date`)).text, /Ajouter une date/)
})

test(
  'a series that rests in the holidays says which, and when they are not known',
  options,
  async () => {
    const id = box.bring('event', {
      title: 'Lecture',
      startsOn: '2026-12-02',
      recurs: 'FREQ=WEEKLY;BYDAY=WE',
      notSchoolHolidays: true,
      notPublicHolidays: true,
      commune: '42195',
    })
    const page = await box.visitor().get(`/agenda/${id}`)
    assert.match(
      page.text,
      pattern()`
      Pas les jours fériés, ni pendant les vacances scolaires \(zone A\)\. Les vacances scolaires
      [ ]d’après le 2 juillet 2027 ne sont pas encore connues
    `,
    )
    const listed = await box.visitor().get('/agenda')
    assert.match(listed.text, /Lecture chaque mercredi, pas les jours fériés, ni pendant les vac/)
    const days = (await box.visitor().get(`/agenda/${id}`)).text
    for (const day of ['16 décembre', '6 janvier']) assert.match(days, new RegExp(day))
    for (const day of ['23 décembre', '30 décembre']) assert.doesNotMatch(days, new RegExp(day))
  },
)

test(
  'a date after the last known holidays says so, on the page and on paper',
  options,
  async () => {
    const id = box.bring('event', {
      title: 'Lecture',
      startsOn: '2026-12-02',
      recurs: 'FREQ=WEEKLY;BYDAY=WE',
      notSchoolHolidays: true,
      commune: '2A004',
    })
    const told = /mercredi 9 décembre, sauf si ce sont les vacances scolaires/
    assert.match((await box.visitor().get(`/agenda/${id}`)).text, told)
    assert.match(
      (await box.visitor().get('/agenda')).text,
      /Lecture chaque mercredi, .* · 2A004 sauf si ce sont les vacances/,
    )
  },
)

test('a series whose first day is a day off begins with its next one', options, async () => {
  const id = box.bring('event', {
    title: 'Lecture',
    startsOn: '2026-12-25',
    recurs: 'FREQ=WEEKLY;BYDAY=FR',
    notPublicHolidays: true,
  })
  const page = (await box.visitor().get(`/agenda/${id}`)).text
  assert.match(page, /la prochaine fois vendredi 8 janvier 2027/)
  assert.match(page, /Pas les jours fériés/)
  const agenda = (await box.visitor().get('/agenda')).body
  const days = [...agenda.matchAll(/datetime="([^"]+)"(?:(?!<time)[\s\S])*?Lecture/g)]
  assert.deepEqual(
    days.map(found => found[1]),
    ['2027-01-08'],
  )
  assert.match((await box.visitor().get('/')).body, /datetime="2027-01-08"[\s\S]*?Lecture/)
})

test(
  'words beside the list are read, holidays and end too, and never dropped',
  options,
  async () => {
    const sent = (more: Readonly<Record<string, string>>) =>
      box.keeper.post('/ecrire', {
        type: 'event',
        from: '/agenda/ajouter?genre=event',
        title: 'Chorale',
        startsOn: '2026-12-10',
        recurs: '',
        ...more,
      })
    const kept = () =>
      box.read
        .all("SELECT recurs, notSchoolHolidays AS s FROM event WHERE title = 'Chorale'")
        .at(-1)
    await sent({ 'recurs.own': 'tous les jeudis sauf pendant les vacances, jusqu’en juin' })
    assert.deepEqual({ ...kept() }, { recurs: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630', s: 1 })
    const refused = await sent({
      title: 'Loto',
      'recurs.own': 'tous les jeudis sauf le 24 décembre',
    })
    assert.match(refused.text, /Puis, sur la page de l’événement, touchez/)
    await sent({ title: 'Loto', recurs: 'FREQ=WEEKLY;BYDAY=TH', 'recurs.until': '24 juin 2027' })
    const [loto] = box.read.all("SELECT id, recurs FROM event WHERE title = 'Loto'")
    assert.equal(loto?.['recurs'], 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270624')
    const form = (await box.keeper.get(`/agenda/${loto?.['id']}/modifier`)).body
    assert.match(form, /name="recurs.until"\s+value="2027-06-24"/)
    assert.match(form, /<option value="FREQ=WEEKLY;BYDAY=TH" selected>/)
  },
)

test('the dates of one event read its own changes and no others', options, () => {
  const bal = box.bring('event', { title: 'Bal', startsOn: '2026-12-12' })
  const twice = box.bring('event', { title: 'Le bal', startsOn: '2026-12-12' })
  const change = (event: string, day: string) =>
    box.bring('event-date', { event, day, fate: 'added' })
  const own = [change(bal, '2026-12-20'), change(twice, '2026-12-21')]
  change(workshop, '2026-12-22')
  box.bring('join', { these: [bal, twice] })
  const seen: unknown[] = []
  const all: typeof box.read.all = (sql, ...values) => {
    const rows = box.read.all(sql, ...values)
    if (sql.includes('event_date')) seen.push(...rows.map(row => row['id']))
    return rows
  }
  const [shown = ''] = box.read.joinedWith(bal)
  const row = eventOf(Object.assign(Object.create(box.read), { all }), shown)
  assert.deepEqual(
    row?.changes?.map(one => one.of),
    ['2026-12-20', '2026-12-21'],
  )
  assert.deepEqual(seen, own)
})
