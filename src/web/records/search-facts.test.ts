import assert from 'node:assert/strict'
import { after, before, test as told } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A line of a search says what is looked up. The clock says Saturday 5 December 2026. */

const skip = lacking('actor') || lacking('event') || lacking('offer') || lacking('meeting')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
before(() => {
  if (skip) return
  box = testBox()
  box.territory()
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.bring('place', {
    name: 'Mairie de Sail',
    commune: '42195',
    hours: 'Mo 09:00-12:00',
    phone: '04 77 24 50 01',
  })
  box.bring('actor', {
    name: 'Pharmacie du pont',
    kind: 'company',
    phone: '04 77 24 50 02',
    keptReach: '06 99 88 77 66',
    hours: [
      'Mo 09:00-12:00,14:00-19:00; Tu 09:00-12:30,14:00-18:00; We 08:30-12:15; ',
      'Th 09:00-12:00,14:00-19:30; Fr 10:00-12:00,15:00-18:30',
    ].join(''),
  })
})
after(() => box?.[Symbol.dispose]())

/** What stands under the title of the line that leads to a record. */
async function under(asked: string, title: string, who = box.visitor()): Promise<string> {
  const { body } = await who.get(`/chercher?q=${encodeURIComponent(asked)}`)
  const [line = ''] = body
    .replaceAll(/\s+/g, ' ')
    .split('<li class')
    .slice(1)
    .map(one => one.split('</li>')[0]!)
    .filter(one => one.includes(title))
  const said = /<p class="where">(.*?)<\/p>/s.exec(line)?.[1] ?? ''
  return said
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('a place says its hours and its telephone, after its commune', async () => {
  for (const asked of ['heures mairie', 'mairie'])
    assert.equal(
      await under(asked, 'Mairie de Sail'),
      'Sail-sous-Couzan · le lundi, de 9 h à 12 h · 04 77 24 50 01',
      asked,
    )
})

test('a group whose hours are long says when it opens next, and nothing that stays here', async () => {
  const said = await under('téléphone de la pharmacie', 'Pharmacie du pont')
  assert.equal(said, 'ouvre lundi à 9 h · 04 77 24 50 02')
  const own = await under('pharmacie', 'Pharmacie du pont', box.keeper)
  assert.ok(!own.includes('06 99'), own)
})

test('hours by hearsay are to be confirmed', async () => {
  box.bring('place', { name: 'Four banal', hours: 'Su 08:00-10:00', toConfirm: true })
  assert.equal(await under('four banal', 'Four banal'), 'le dimanche, de 8 h à 10 h · à confirmer')
})

test('computers say the telephone of where they stand', async () => {
  const place = box.bring('place', { name: 'Le bourg', phone: '04 77 24 50 03' })
  box.bring('access-point', { name: 'Ordinateurs du bourg', place, hours: 'We 14:00-17:00' })
  assert.equal(
    await under('ordinateurs', 'Ordinateurs du bourg'),
    'le mercredi, de 14 h à 17 h · 04 77 24 50 03',
  )
})

test('a hidden number and the number of a person do not show', async () => {
  box.bring('actor', { name: 'Atelier Duret', kind: 'company', phone: '04 77 24 50 04' })
  box.bring('actor', { name: 'Odile Berger', kind: 'person', phone: '04 77 24 50 05' })
  assert.equal(await under('atelier duret', 'Atelier Duret'), '04 77 24 50 04')
  const done = await box.visitor().send('/c-est-mon-numero', { number: '04 77 24 50 04' })
  assert.equal(done.status, 303, done.text)
  for (const who of [box.visitor(), await box.member('Nadia'), box.keeper]) {
    assert.equal(await under('atelier duret', 'Atelier Duret', who), '')
    assert.equal(await under('odile berger', 'Odile Berger', who), '')
  }
})

test('computers at the home of a person show no number, and those of a group its own', async () => {
  const [lise, group] = [
    box.bring('actor', { name: 'Lise Morel', kind: 'person', phone: '04 77 24 50 06' }),
    box.bring('actor', { name: 'Club Souris', kind: 'association', phone: '04 77 24 50 07' }),
  ]
  const own = { phone: '04 77 24 50 08' }
  box.bring('access-point', { name: 'Écran chez Lise', place: lise })
  box.bring('access-point', { name: 'Clavier chez Lise', place: lise, ...own })
  box.bring('access-point', { name: 'Tablette du club', place: group })
  for (const who of [box.visitor(), await box.member('Rosa'), box.keeper]) {
    assert.equal(await under('écran', 'Écran chez Lise', who), '')
    assert.equal(await under('clavier', 'Clavier chez Lise', who), '')
    assert.equal(await under('tablette', 'Tablette du club', who), '04 77 24 50 07')
  }
})

test('a date says its day and hour, what comes back its rhythm, and a past one that it is', async () => {
  for (const [fields, said] of [
    [
      { title: 'Loto du sou', startsOn: '2026-12-12', startsAt: '19:30' },
      'samedi 12 décembre, 19 h 30',
    ],
    [
      { title: 'Chorale', startsOn: '2026-11-05', recurs: 'FREQ=WEEKLY;BYDAY=TH' },
      'chaque jeudi, la prochaine fois jeudi 10 décembre',
    ],
    [{ title: 'Bourse', startsOn: '2026-11-14' }, 'samedi 14 novembre, c’est passé'],
  ] as const) {
    box.bring('event', { ...fields, commune: '42195' })
    assert.equal(await under(fields.title, fields.title), `Sail-sous-Couzan · ${said}`)
  }
  box.bring('meeting', { title: 'Conseil des rives', date: '2026-12-14', startsAt: '18:00' })
  assert.equal(await under('conseil des rives', 'Conseil des rives'), 'lundi 14 décembre, 18 h')
  box.bring('meeting', { title: 'Conseil des haies', date: '2026-11-16' })
  const past = await under('conseil des haies', 'Conseil des haies')
  assert.equal(past, 'lundi 16 novembre, c’est passé')
})

test('what surely answers says it too, and a project that it is one', async () => {
  box.bring('event', { title: 'Bourse aux vêtements de bébé', startsOn: '2026-11-21' })
  box.bring('initiative', { title: 'Un four à pain partagé', commune: '42195' })
  for (const [asked, title, said] of [
    ['vêtements bébé', 'Bourse aux', /c’est passé$/],
    ['four à pain', 'Un four à pain', /^projet · Sail-sous-Couzan$/],
  ] as const)
    assert.match(await under(asked, title), said, asked)
  assert.deepEqual(box.faults, [])
})
