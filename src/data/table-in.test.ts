import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  fromSchemaLieuDeMediationNumerique,
  type SchemaLieuMediationNumerique,
} from '@gouvfr-anct/lieux-de-mediation-numerique'
import { parse } from 'csv-parse/sync'
import { strToU8, zipSync } from 'fflate'
import { HOST } from '../../tests/support/browser.ts'
import { lacking, recordId } from '../../tests/support/folders.ts'
import { plain } from '../../tests/support/served.ts'
import { counted, given, sent, undone, type Village, village } from '../../tests/support/village.ts'
import { pattern } from '../core/pattern.ts'

const skip = lacking('place', 'event', 'reference', 'commune', 'access-point', 'actor')

/** A calendar says what comes soon: this day is always ahead. */
const later = (days: number): string =>
  new Date(Date.now() + (20 + days) * 86_400_000).toISOString().slice(0, 10)
const SOON = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

/** A box that nobody ticked is written as such by a form: it reads as nothing. */
const ticked = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== false))
const SAIL = {
  type: 'commune',
  id: recordId(50),
  fields: { code: '42195', name: 'Sail-sous-Couzan' },
} as const
const full = (t: TestContext): Village =>
  village(t, [
    SAIL,
    {
      type: 'place',
      id: recordId(51),
      fields: {
        name: 'Le local',
        commune: '42195',
        point: [45.735, 3.969],
        hours: 'We 14:00-18:00',
        kind: 'local',
      },
    },
    {
      type: 'place',
      id: recordId(52),
      fields: {
        name: '=SOMME(salle)',
        address: '12 rue Haute',
        description: 'Une ligne.\nDeux lignes.',
      },
    },
    {
      type: 'event',
      id: recordId(53),
      fields: {
        title: 'Fête, avec ; repas',
        startsOn: SOON,
        startsAt: '18:00',
        endsAt: '23:00',
        where: 'au local',
      },
    },
  ])
const empty = (t: TestContext): Village => village(t, [SAIL])

for (const format of ['csv', 'ods', 'geojson'] as const)
  test(`our own ${format} comes in elsewhere with its values, and twice writes nothing`, {
    skip,
  }, async t => {
    const [from, to] = [full(t), empty(t)]
    const file = await given(from, `/donnees/place.${format}`)
    assert.equal(await sent(to, 'place', `lieux.${format}`, file), 'written')
    const fields = async (of: Village) => {
      const { records } = (await (await of.ask(`/donnees/place.json`)).json()) as {
        records: { fields: Record<string, unknown> }[]
      }
      return records
        .map(one => ticked(one.fields))
        .sort((a, b) => String(a['name']).localeCompare(String(b['name'])))
    }
    assert.deepEqual(await fields(to), await fields(from))
    assert.match(
      await sent(to, 'place', `lieux.${format}`, file),
      /2 lignes sont déjà ici.*Tout est déjà ici/,
    )
    assert.equal(await counted(to, 'place'), 2)
  })

test('a series comes in with its dates that are otherwise, and gives them back', {
  skip,
}, async t => {
  const series = { title: 'Chorale', startsOn: SOON, recurs: 'FREQ=WEEKLY;COUNT=6' }
  const change = (n: number, fields: Readonly<Record<string, string>>) =>
    ({ type: 'event-date', id: recordId(n), fields: { event: recordId(60), ...fields } }) as const
  const [from, to] = [
    village(t, [
      SAIL,
      { type: 'event', id: recordId(60), fields: { ...series, startsAt: '18:00' } },
      change(61, { day: later(7), fate: 'off', why: 'neige' }),
      change(62, { day: later(14), fate: 'moved', on: later(15), startsAt: '20:00' }),
      change(63, { day: later(21), fate: 'out' }),
      change(64, { day: later(23), fate: 'added' }),
    ]),
    empty(t),
  ]
  const file = await given(from, `/agenda/${recordId(60)}.ics`)
  assert.match(
    await sent(to, 'event', 'chorale.ics', file, { act: 'look' }),
    /Les dates annulées, déplacées, ajoutées ou enlevées de chaque série viennent avec/,
  )
  assert.equal(await sent(to, 'event', 'chorale.ics', file), 'written')
  const { records } = (await (await to.ask('/donnees/event.json')).json()) as {
    records: { id: string }[]
  }
  const back = await given(to, `/agenda/${records[0]?.id}.ics`)
  const told = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString()
      .replace(/\r\n /g, '')
      .split('\r\n')
      .filter(line => /^(?:DTSTART|RRULE|EXDATE|RDATE|RECURRENCE|STATUS|DESCRIPTION)/.test(line))
  assert.deepEqual(told(back), told(file))
  assert.ok(told(file).includes('STATUS:CANCELLED'))
  const standing = () => to.read.all('SELECT 1 FROM event_date WHERE removed IS NOT 1').length
  assert.equal(standing(), 4)
  assert.match(await undone(to), /chorale\.ics 1 ligne/)
  assert.deepEqual([standing(), await counted(to, 'event')], [0, 0])
})

test('an event of ours that comes back with another title is asked about, and not written twice', {
  skip,
}, async t => {
  const of = village(t, [
    SAIL,
    { type: 'event', id: recordId(60), fields: { title: 'Chorale', startsOn: SOON } },
  ])
  const file = (uid: string) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nSEQUENCE:9\r\nSUMMARY:Chant\r\n` +
    `DTSTART;VALUE=DATE:${SOON.replaceAll('-', '')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  // The second is the name that older versions gave to one date.
  for (const uid of [recordId(60), `${recordId(60)}-${SOON}`]) {
    const said = await sent(of, 'event', 'agenda.ics', file(uid))
    assert.match(said, /ressemble.*Chorale/)
    assert.equal(await counted(of, 'event'), 1)
    assert.doesNotMatch(said, /UID/)
  }
  assert.equal(await sent(of, 'event', 'agenda.ics', file('elsewhere')), 'written')
  assert.equal(await counted(of, 'event'), 2)
})

test('law 11: what a cancelled date says of somebody is held with its line', { skip }, async t => {
  const to = empty(t)
  const day = SOON.replaceAll('-', '')
  const ics = (why: string) =>
    ['', `RECURRENCE-ID:${day}T180000\r\nSTATUS:CANCELLED\r\nDESCRIPTION:${why}\r\n`]
      .map(
        (more, i) =>
          `BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Chorale\r\nDTSTART:${day}T180000\r\n` +
          `${i === 0 ? 'RRULE:FREQ=WEEKLY\r\n' : more}END:VEVENT\r\n`,
      )
      .join('')
  const file = (why: string) => `BEGIN:VCALENDAR\r\n${ics(why)}END:VCALENDAR\r\n`
  const held = await sent(to, 'event', 'chorale.ics', file('voir Lison'))
  assert.match(held, /dit quelque chose de quelqu’un.*Chorale.*Lison/)
  assert.equal(await counted(to, 'event'), 0)
  assert.equal(await sent(to, 'event', 'chorale.ics', file('gel')), 'written')
  assert.equal(to.read.all('SELECT why FROM event_date')[0]?.['why'], 'gel')
})

test('one event on a day that no calendar has is said, and the others come in', {
  skip,
}, async t => {
  const to = empty(t)
  const event = (title: string, lines: string) =>
    `BEGIN:VEVENT\r\nSUMMARY:${title}\r\n${lines}\r\nEND:VEVENT\r\n`
  const file =
    `BEGIN:VCALENDAR\r\n${event('Chorale', `DTSTART:${SOON.replaceAll('-', '')}T180000`)}` +
    `${event('Bal', 'DTSTART;VALUE=DATE:20260801\r\nDTEND;VALUE=DATE:20261232')}` +
    `${event('Loto', 'DTSTART:20270230T180000\r\nDURATION:PT2H')}END:VCALENDAR\r\n`
  const said = await sent(to, 'event', 'agenda.ics', file)
  assert.match(said, /2026-12-32/)
  assert.match(said, /2027-02-30/)
  assert.equal(await sent(to, 'event', 'agenda.ics', file, { leave: 'yes' }), 'written')
  assert.equal(await counted(to, 'event'), 1)
})

test('an agenda comes in at the hours of the village, and twice writes nothing', {
  skip,
}, async t => {
  const [from, to] = [full(t), empty(t)]
  const file = await given(from, `/agenda/${recordId(53)}.ics`)
  assert.equal(await sent(to, 'event', 'agenda.ics', file), 'written')
  const { records } = (await (await to.ask(`/donnees/event.json`)).json()) as {
    records: { fields: unknown }[]
  }
  assert.deepEqual(
    records.map(one => one.fields),
    [
      {
        title: 'Fête, avec ; repas',
        startsOn: SOON,
        startsAt: '18:00',
        endsAt: '23:00',
        where: 'au local',
      },
    ],
  )
  assert.match(await sent(to, 'event', 'agenda.ics', file), /Tout est déjà ici/)
})

test('a ball that ends after midnight goes out and comes in as one evening', { skip }, async t => {
  const ball = { title: 'Bal', startsOn: SOON, startsAt: '21:00', endsAt: '01:00' }
  const [from, to] = [
    village(t, [SAIL, { type: 'event', id: recordId(60), fields: ball }]),
    empty(t),
  ]
  const file = await given(from, `/agenda/${recordId(60)}.ics`)
  assert.equal(await sent(to, 'event', 'bal.ics', file), 'written')
  const [row] = to.read.all('SELECT startsOn, startsAt, endsOn, endsAt FROM event')
  assert.deepEqual({ ...row }, { startsOn: SOON, startsAt: '21:00', endsOn: null, endsAt: '01:00' })
})

test('an event whose repetition falls on no day is left out of a table, with why', {
  skip,
}, async t => {
  const to = empty(t)
  const csv = (rule: string) => `titre;date;récurrence\nFête;${SOON};"${rule}"\n`
  const columns = { asked: 'event', 'colonne.0': 'title', 'colonne.1': 'startsOn' }
  const send = (rule: string) =>
    sent(to, 'event', 'fetes.csv', csv(rule), { ...columns, 'colonne.2': 'recurs' })
  const never = await send('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')
  assert.match(never, /Ligne 2 : « Se répète » : .* cette répétition ne tombe jamais\./)
  assert.equal(await counted(to, 'event'), 0)
  assert.equal(await send('FREQ=WEEKLY'), 'written')
  assert.equal(await counted(to, 'event'), 1)
})

test('what only looks alike is left and named, with the way to say that it is another', {
  skip,
}, async t => {
  const to = full(t)
  const csv =
    'nom;adresse\nLe local;ailleurs\nUn lieu tout neuf;3 place du Puits\nUN LIEU TOUT ' +
    'NEUF;3 PLACE DU PUITS\n'
  assert.equal(await sent(to, 'place', 'lieux.csv', csv), 'written')
  assert.equal(await counted(to, 'place'), 3, 'the new one once, the one that looks alike not')
  assert.match(
    await sent(to, 'place', 'lieux.csv', csv),
    pattern()`
      Une ligne est peut-être déjà ici.*« Le local » ressemble à Le local.*
      Écrire « Le local » quand même
    `,
  )
  assert.equal(await sent(to, 'place', 'lieux.csv', csv, { 'quand-meme.2': 'yes' }), 'written')
  assert.equal(await counted(to, 'place'), 4)
})

test('a line with the title of an earlier one, and other words, is asked about', {
  skip,
}, async t => {
  const to = empty(t)
  const csv =
    'nom;adresse\nComité des fêtes n°3;place du Puits\nComité des fêtes n°4;\n' +
    'COMITÉ DES FÊTES N°3;rue Haute\n'
  const columns = { asked: 'place', 'colonne.0': 'name', 'colonne.1': 'address' }
  const said = await sent(to, 'place', 'comites.csv', csv, { ...columns, act: 'look' })
  assert.match(
    said,
    pattern()`
    Ligne 4 : « COMITÉ DES FÊTES N°3 » ressemble à
    [ ]la ligne 2 du fichier, « Comité des fêtes n°3 »
  `,
  )
  assert.equal(await sent(to, 'place', 'comites.csv', csv, columns), 'written')
  assert.equal(await counted(to, 'place'), 2)
  const asked = { ...columns, 'quand-meme.4': 'yes' }
  assert.equal(await sent(to, 'place', 'comites.csv', csv, asked), 'written')
  assert.equal(await counted(to, 'place'), 3)
})

test('lottos of several days are as many, whatever their title', { skip }, async t => {
  const to = empty(t)
  const csv = `titre;date\nLoto;${SOON}\nLoto;${later(7)}\nLoto;${later(14)}\n`
  assert.equal(await sent(to, 'event', 'lotos.csv', csv), 'written')
  assert.equal(await counted(to, 'event'), 3)
  const more = `titre;date\nLoto;${later(14)}\nLoto;${later(21)}\n`
  assert.equal(await sent(to, 'event', 'lotos.csv', more), 'written')
  assert.equal(await counted(to, 'event'), 4)
})

test('law 11: a line that says something of somebody is left out, with why, until its own tick', {
  skip,
}, async t => {
  const to = empty(t)
  const csv =
    'nom;description\nLa halle;On y danse\nLe fournil;La clé est chez les Tardivat, voir ' +
    'Lison\nLe lavoir;Voir Lison\nLe puits;Voir Lison\n'
  assert.equal(await sent(to, 'place', 'lieux.csv', csv), 'written')
  assert.equal(await counted(to, 'place'), 1)
  const nothing = /Rien n’est écrit\W+aucune ligne n’est cochée/
  assert.doesNotMatch(await sent(to, 'place', 'lieux.csv', csv, { act: 'look' }), nothing)
  assert.match(await sent(to, 'place', 'lieux.csv', csv), nothing)
  assert.match(
    await sent(to, 'place', 'lieux.csv', csv),
    pattern()`
      3 lignes disent quelque chose de quelqu’un.*Ligne 3 : Le fournil.*chez les Tardivat.*Lison.*
      Lignes 4, 5 : Le lavoir ?, Le puits
    `,
  )
  for (const accord of [
    { accord: 'yes' },
    { 'accord.3': 'yes' },
    { 'accord.3': '["lison"]', act: 'look' },
  ])
    await sent(to, 'place', 'lieux.csv', csv, accord as Readonly<Record<string, string>>)
  assert.equal(
    await counted(to, 'place'),
    1,
    'one tick agrees to the words that it showed, and to no other',
  )
  assert.equal(await sent(to, 'place', 'lieux.csv', csv, { 'accord.4': '["lison"]' }), 'written')
  assert.equal(
    await counted(to, 'place'),
    3,
    'lines that say the same are one tick, the other line waits',
  )
  assert.equal(
    await sent(to, 'place', 'lieux.csv', csv, { 'accord.3': '["chez les tardivat","lison"]' }),
    'written',
  )
  assert.equal(await counted(to, 'place'), 4)
})

test('law 11: in a table, people, the telephone in their pocket and their own address wait; a ' +
  'body and its landline do not', {
  skip,
}, async t => {
  const to = empty(t)
  const people =
    'nom;qui c’est;téléphone;adresse électronique\nLe foyer;association;04 77 00 00 ' +
    '00;foyer@exemple.example\nZorbanou;une personne;;\nLe club;association;06 98 76 54 ' +
    '32;\nLa chorale;association;;lucie.tardivat@exemple.example\n'
  assert.equal(await sent(to, 'actor', 'gens.csv', people), 'written')
  assert.equal(await counted(to, 'actor'), 1)
  assert.match(
    await sent(to, 'actor', 'gens.csv', people),
    pattern()`
      « Zorbanou », un nom.*« 06 98 76 54 32 », un numéro.*
      « lucie\.tardivat@exemple\.example », une adresse
    `,
  )
  const notices = 'titre;qui;comment joindre\nUne remorque;Zorbanou;au local\n'
  assert.match(await sent(to, 'offer', 'annonces.csv', notices), /« Zorbanou », un nom/)
})

test('a notice of a table stands under the theme and in the commune that its words tell, unless a ' +
  'column says another, and twice writes nothing', {
  skip: lacking('offer', 'theme', 'commune'),
}, async t => {
  const tools = { type: 'theme', id: recordId(60), fields: { label: 'Outils', synonyms: 'scie' } }
  const other = { type: 'commune', id: recordId(61), fields: { code: '42313', name: 'Trelins' } }
  const to = village(t, [SAIL, tools, other], { communes: ['42195', '42313'] })
  const table =
    'titre;commune;comment joindre\nje prête une scie à Trelins;;au local\n' +
    'je prête une scie à main à Trelins;Sail-sous-Couzan;au local\nun banc;;au local\n'
  assert.equal(await sent(to, 'offer', 'annonces.csv', table), 'written')
  const of = (title: string) =>
    to.read
      .all('SELECT commune, themes FROM offer WHERE title = ?', title)
      .map(({ commune, themes }) => [commune, themes && JSON.parse(String(themes))])[0]
  assert.deepEqual(of('je prête une scie à Trelins'), ['42313', [recordId(60)]])
  assert.deepEqual(of('je prête une scie à main à Trelins'), ['42195', [recordId(60)]])
  assert.deepEqual(of('un banc'), [null, null])
  await sent(to, 'offer', 'annonces.csv', table)
  assert.equal(await counted(to, 'offer'), 3)
})

test('in a table, the address and the point of a person wait; no data served has them', {
  skip,
}, async t => {
  const to = empty(t)
  const people =
    'nom;qui c’est;adresse;sur la carte\nLe foyer;association;2 rue Basse;45.7, 3.9\n' +
    'Zorbanou;une personne;9 rue Haute;45.737123, 3.971234\n'
  const served = async (): Promise<string> => {
    const all = ['json', 'geojson', 'csv'].map(form => given(to, `/donnees/actor.${form}`))
    return (await Promise.all(all)).map(one => Buffer.from(one).toString()).join('\n')
  }
  assert.equal(await sent(to, 'actor', 'gens.csv', people), 'written')
  const asked = await sent(to, 'actor', 'gens.csv', people)
  assert.match(asked, /« 9 rue Haute », un chez-soi ; « 45\.737123, 3\.971234 », un chez-soi/)
  await sent(to, 'actor', 'gens.csv', people, { 'accord.3': '["zorbanou"]' })
  assert.match(await served(), /Le foyer/)
  assert.doesNotMatch(await served(), /737123|971234|rue Haute/)
  const ticked = '["zorbanou","9 rue haute","45.737123, 3.971234"]'
  assert.equal(await sent(to, 'actor', 'gens.csv', people, { 'accord.3': ticked }), 'written')
  assert.match(await served(), /45\.737123/)
})

test('law 11: the national list gives places their names; who is told of in it, and the ' +
  'telephone in their pocket, wait', {
  skip,
}, async t => {
  const to = empty(t)
  const csv =
    'id,pivot,nom,commune,code_postal,code_insee,adresse,telephone,presentation_detail,' +
    'date_maj\r\n' +
    'a1,21420195400017,Médiathèque Lison Tardivat,Sail-sous-Couzan,42890,42195,12 rue ' +
    'Haute,+33477000000,Ouvert à tous,2026-01-01\r\n' +
    'a2,21420195400025,Le local,Sail-sous-Couzan,42890,42195,13 rue ' +
    'Haute,+33698765432,Ouvert à tous,2026-01-01\r\n' +
    'a3,21420195400033,La halle,Sail-sous-Couzan,42890,42195,14 rue Haute,,Demander ' +
    'Lison,2026-01-01\r\n'
  assert.equal(await sent(to, 'access-point', 'lieux.csv', csv), 'written')
  assert.equal(await counted(to, 'access-point'), 1)
  assert.match(
    await sent(to, 'access-point', 'lieux.csv', csv),
    /2 lignes disent quelque chose.*Ligne 3 : Le local.*un numéro.*Ligne 4 : La halle.*Lison/,
  )
  assert.equal(
    await sent(to, 'access-point', 'lieux.csv', csv, { 'accord.4': '["lison"]' }),
    'written',
  )
  assert.equal(await counted(to, 'access-point'), 2)
})

test('a list of feeds comes in as references', { skip }, async t => {
  const to = empty(t)
  const opml =
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="Voisins"><outline ' +
    'text="La gazette" type="rss" xmlUrl="https://gazette.example/flux" ' +
    'htmlUrl="https://gazette.example/"/></outline></body></opml>'
  assert.equal(await sent(to, 'reference', 'flux.opml', opml), 'written')
  const { records } = (await (await to.ask(`/donnees/reference.json`)).json()) as {
    records: { fields: unknown }[]
  }
  assert.deepEqual(
    records.map(one => one.fields),
    [
      {
        title: 'La gazette',
        url: 'https://gazette.example/',
        note: 'https://gazette.example/flux',
      },
    ],
  )
  assert.match(await sent(to, 'reference', 'flux.opml', opml), /Tout est déjà ici/)
})

test('the national list comes in by its own columns', { skip }, async t => {
  const to = empty(t)
  const csv =
    'id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,' +
    'longitude,typologie,telephone,courriels,site_web,horaires\r\n' +
    'a1,21420195400017,Médiathèque,Sail-sous-Couzan,42890,42195,12 rue ' +
    'Haute,,45.735,3.969,BIB,+33477000000,,https://m.example,We 14:00-18:00\r\n'
  assert.equal(await sent(to, 'place', 'lieux.csv', csv), 'written')
  const { records } = (await (await to.ask(`/donnees/place.json`)).json()) as {
    records: { fields: Record<string, unknown> }[]
  }
  const { name, address, commune, point, hours, url } = records[0]!.fields
  assert.deepEqual(
    [name, address, commune, point, hours, url],
    [
      'Médiathèque',
      '12 rue Haute',
      '42195',
      [45.735, 3.969],
      'We 14:00-18:00',
      'https://m.example',
    ],
  )
})

const WHOLE = {
  type: 'commune',
  id: recordId(60),
  fields: { code: '42195', name: 'Sail-sous-Couzan', postalCodes: '42890' },
} as const
const national = async (of: Village): Promise<readonly Record<string, string>[]> =>
  parse(Buffer.from(await given(of, '/donnees/lieux-de-mediation.csv')), { columns: true })

test('the national list goes out of one box, into an empty one, and out of it the same; twice ' +
  'writes nothing', {
  skip,
}, async t => {
  const from = village(t, [
    WHOLE,
    {
      type: 'place',
      id: recordId(61),
      fields: {
        name: 'La médiathèque',
        commune: '42195',
        address: '3 place du Puits',
        kind: 'library',
        point: [45.735, 3.969],
        url: 'https://m.example',
      },
    },
    {
      type: 'access-point',
      id: recordId(62),
      fields: {
        name: 'Les ordinateurs de la médiathèque',
        place: recordId(61),
        commune: '42195',
        computers: 2,
        help: `Aide aux démarches. ${'On prend le temps. '.repeat(20)}`.trim(),
        hours: 'We 14:00-18:00',
        phone: '04 77 00 00 00',
        email: 'mediatheque@sail.example',
        siret: '21420195400017',
      },
    },
    {
      type: 'actor',
      id: recordId(63),
      fields: {
        name: 'Le foyer',
        kind: 'association',
        commune: '42195',
        address: '1 rue Basse',
        siret: 'W422001234',
      },
    },
    {
      type: 'access-point',
      id: recordId(64),
      fields: { name: 'Le foyer', place: recordId(63), commune: '42195', computers: 1 },
    },
  ])
  const to = village(t, [WHOLE])
  const lines = await national(from)
  assert.equal(lines.length, 2)
  for (const line of lines) {
    const said = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== ''))
    fromSchemaLieuDeMediationNumerique(said as unknown as SchemaLieuMediationNumerique)
  }
  const file = await given(from, '/donnees/lieux-de-mediation.csv')
  // Whatever kind was chosen: the columns say what it is.
  assert.equal(await sent(to, 'offer', 'lieux.csv', file), 'written')
  // The day is that of the box that gives it: when it was last written there.
  const undated = (all: readonly Record<string, string>[]) =>
    all.map(({ date_maj: _day, ...line }) => line)
  assert.deepEqual(undated(await national(to)), undated(lines))
  for (const kind of ['place', 'access-point'])
    assert.match(
      await sent(to, kind, 'lieux.csv', file),
      /2 lignes sont déjà ici.*Tout est déjà ici/,
    )
  assert.match(await sent(from, 'place', 'lieux.csv', file), /Tout est déjà ici/)
  assert.deepEqual(
    [await counted(to, 'place'), await counted(to, 'actor'), await counted(to, 'access-point')],
    [1, 1, 2],
  )
  assert.match(await undone(to), /lieux\.csv 2 lignes/)
  for (const kind of ['place', 'actor', 'access-point']) assert.equal(await counted(to, kind), 0)
  assert.equal(await sent(to, 'place', 'lieux.csv', file), 'written', 'brought again after an undo')
  assert.deepEqual(undated(await national(to)), undated(lines))
})

test('what this house has no field for in a national list is said, what is of another commune is ' +
  'left, and a place known here is completed', {
  skip,
}, async t => {
  const to = village(t, [
    WHOLE,
    { type: 'place', id: recordId(61), fields: { name: 'La médiathèque', commune: '42195' } },
  ])
  const heads =
    'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,' +
    'courriels,frais_a_charge,date_maj,source,services'
  const csv = [
    heads,
    'a1,21420195400017,La médiathèque,Sail-sous-Couzan,42890,42195,12 rue ' +
      'Haute,45.735,3.969,BIB,mediatheque@sail.example,Gratuit,2024-01-02,Hinaura,Utilisation ' +
      'sécurisée du numérique',
    'a2,21420019200017,Ailleurs,Boën-sur-Lignon,42130,42019,1 rue ' +
      'Basse,,,BIB,,,2024-01-02,Hinaura,',
    ',,,Sail-sous-Couzan,42890,42195,2 rue Basse,,,,,,2024-01-02,,',
  ].join('\r\n')
  const said = await sent(to, 'place', 'lieux.csv', csv)
  assert.match(said, /Une ligne à revoir.*Ligne 4/)
  assert.match(said, /Une ligne est d’une commune qui n’est pas de cette page/)
  assert.match(
    said,
    /laissé : id \(une ligne\) date_maj \(une ligne\) frais_a_charge \(une ligne\)/,
  )
  assert.ok(!/(?:adresse|services|source|courriels|typologie|latitude) \(/.test(said), said)
  assert.equal(await sent(to, 'place', 'lieux.csv', csv, { leave: 'yes' }), 'written')
  assert.equal(await counted(to, 'place'), 1, 'the place that was here, and no other')
  const [line] = await national(to)
  assert.deepEqual(
    [
      line!['nom'],
      line!['adresse'],
      line!['courriels'],
      line!['source'],
      line!['services'],
      line!['typologie'],
    ],
    [
      'La médiathèque',
      '12 rue Haute',
      'mediatheque@sail.example',
      'Hinaura',
      'Utilisation sécurisée du numérique',
      'BIB',
    ],
  )
  await undone(to)
  assert.equal(await counted(to, 'access-point'), 0)
  assert.equal(await counted(to, 'place'), 1, 'the place that was here stays')
})

test('a file is proposed as what it holds, and another kind can be chosen on the page of its ' +
  'columns', {
  skip,
}, async t => {
  const to = empty(t)
  const opml =
    '<opml version="2.0"><body><outline text="La gazette" type="rss" ' +
    'xmlUrl="https://gazette.example/flux"/></body></opml>'
  const ics =
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Fête\r\nDTSTART:${SOON.replaceAll('-', '')}` +
    'T180000\r\nLOCATION:au local\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  assert.equal(await sent(to, '', 'flux.opml', opml), 'written')
  assert.equal(await sent(to, '', 'agenda.ics', ics), 'written')
  assert.deepEqual(
    [await counted(to, 'reference'), await counted(to, 'event'), await counted(to, 'offer')],
    [1, 1, 0],
  )
  assert.match(
    await sent(to, 'rien-de-tel', 'flux.opml', opml),
    /Choisissez ce que contient le tableau/,
  )
  // The page of the columns, asked as an event, then told to be a place: what an event’s columns
  // were is not taken for a place’s.
  const csv = 'nom;adresse\nLe lavoir;3 place du Puits\n'
  const page = await sent(to, 'event', 'lieux.csv', csv, { act: 'look' })
  assert.match(page, /Ce que contient le tableau/)
  const changed = { asked: 'event', 'colonne.0': 'title', 'colonne.1': '' }
  assert.match(
    await sent(to, 'place', 'lieux.csv', csv, { ...changed, act: 'write' }),
    /Écrire la ligne/,
  )
  assert.equal(
    await sent(to, 'place', 'lieux.csv', csv, {
      asked: 'place',
      'colonne.0': 'name',
      'colonne.1': 'address',
    }),
    'written',
  )
  assert.equal(await counted(to, 'place'), 1)
})

test('a shape on a map is told by its middle, and it is said; a telephone is read as its ' +
  'spreadsheet shows it', {
  skip,
}, async t => {
  const to = empty(t)
  const square = [
    [3.9, 45.7],
    [4, 45.7],
    [4, 45.8],
    [3.9, 45.8],
    [3.9, 45.7],
  ]
  const features = [
    {
      type: 'Feature',
      properties: { nom: 'Le bois' },
      geometry: { type: 'Polygon', coordinates: [square] },
    },
    {
      type: 'Feature',
      properties: { nom: 'Le sentier' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [3.9, 45.7],
          [3.95, 45.72],
          [4, 45.8],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { nom: 'Le banc' },
      geometry: { type: 'Point', coordinates: [3.96, 45.73] },
    },
    { type: 'Feature', properties: { nom: 'Nulle part' }, geometry: null },
  ]
  const geojson = JSON.stringify({ type: 'FeatureCollection', features })
  assert.match(
    await sent(to, 'place', 'bois.geojson', geojson, { act: 'look' }),
    /2 lignes étaient dessinées par un contour ou un tracé/,
  )
  assert.equal(await sent(to, 'place', 'bois.geojson', geojson), 'written')
  const { records } = (await (await to.ask(`/donnees/place.json`)).json()) as {
    records: { fields: Record<string, unknown> }[]
  }
  const points = Object.fromEntries(records.map(({ fields }) => [fields['name'], fields['point']]))
  assert.deepEqual(points, {
    'Le bois': [45.75, 3.95],
    'Le sentier': [45.72, 3.95],
    'Le banc': [45.73, 3.96],
    'Nulle part': undefined,
  })
  const cell = (text: string, more = ' office:value-type="string"') =>
    `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`
  const rows = [
    [cell('nom'), cell('téléphone')],
    [
      cell('Le gîte'),
      cell('04 77 24 08 07', ' office:value-type="float" office:value="477240807"'),
    ],
  ]
  const content = `<?xml version="1.0"?>\
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>\
<office:spreadsheet><table:table>${rows
    .map(row => `<table:table-row>${row.join('')}</table:table-row>`)
    .join('')}</table:table></office:spreadsheet></office:body></office:document-content>`
  const ods = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
  })
  assert.equal(await sent(to, 'place', 'gites.ods', ods), 'written')
  const after = (await (await to.ask(`/donnees/place.json`)).json()) as {
    records: { fields: Record<string, unknown> }[]
  }
  assert.equal(
    after.records.find(one => one.fields['name'] === 'Le gîte')?.fields['phone'],
    '04 77 24 08 07',
  )
})

test('after writing, the lines that are written and those that are left are told', {
  skip,
}, async t => {
  const to = empty(t)
  const told = async (file: string): Promise<string> => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ genre: 'place', act: 'write', leave: 'yes' }))
      form.append(name, value)
    form.append('fichier', new Blob([file]), 'lieux.csv')
    const headers = { cookie: to.keeper, origin: `http://${HOST}` }
    const answer = await to.ask('/apporter-un-tableau', { method: 'POST', body: form, headers })
    assert.equal(answer.status, 303)
    const cookies = answer.headers.getSetCookie().map(one => one.split(';')[0])
    const cookie = [to.keeper, ...cookies].join('; ')
    return plain(
      await (
        await to.ask(answer.headers.get('location')!, { headers: { ...headers, cookie } })
      ).text(),
    )
  }
  const csv =
    'Nom;Téléphone\nLa halle;04 77 00 00 01\nLe four;pas un numéro\nLe lavoir;04 77 00 00 03'
  assert.match(await told(csv), /2 lignes sont écrites\. La ligne 3 du fichier est laissée de côté/)
  const more = `${csv}\nLe puits;04 77 00 00 04\nLe puits;04 77 00 00 04`
  assert.match(
    await told(more),
    pattern()`
      Une ligne est écrite\. 2 autres étaient déjà ici\. Une était deux fois dans le fichier\.[ ]
      La ligne 3 du fichier
    `,
  )
})

/** As a village keeps it: 7 associations, one line twice, one kind that no form knows. */
const ASSOS = [
  'Nom de l’association;Type;Objet',
  'Comité des fêtes;Association;Activités de comité des fêtes',
  'Amicale laïque;ASSOCIATION;Vie de l’école',
  'Chasse;Associations;Chasse',
  'Chasse;Associations;Chasse',
  'Pétanque;loi 1901;Jeu',
  'Foot;loi 1901;Jeu de ballon',
].join('\n')

test('a list of associations is guessed by its headings and by what its cells hold', {
  skip,
}, async t => {
  const of = empty(t)
  const form = new FormData()
  form.append('fichier', new Blob([ASSOS]), 'assos.csv')
  const headers = { cookie: of.keeper, origin: `http://${HOST}` }
  const answer = await of.ask('/apporter-un-tableau', { method: 'POST', body: form, headers })
  const read = await answer.text()
  assert.match(read, /<option value="actor" selected>/)
  assert.match(read, /name="colonne\.0"[\s\S]*?<option value="name" selected>/)
  assert.match(read, /name="colonne\.1"[\s\S]*?<option value="kind" selected>/)
  const text = plain(read)
  assert.match(text, /2 lignes à revoir 2 lignes \(6, 7\) :.*Trouvé : « loi 1901 » 2 fois\./)
  assert.match(text, /Possible : une personne, une association, .*Pour ces 2 lignes/)
  assert.match(text, /Une ligne est deux fois dans le fichier \(5\)/)
  assert.doesNotMatch(text, /déjà ici/)
  assert.match(text, /Les 3 premières, telles qu’elles seront écrites Comité des fêtes/)
})

const look = async (of: Village, csv: string, more: Readonly<Record<string, string>> = {}) => {
  const form = new FormData()
  form.append('fichier', new Blob([csv]), 'assos.csv')
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  const headers = { cookie: of.keeper, origin: `http://${HOST}` }
  const answer = await of.ask('/apporter-un-tableau', { method: 'POST', body: form, headers })
  return answer.text()
}

test('a heading says what the lines are, and what they are is proposed for all of them', {
  skip,
}, async t => {
  const read = await look(empty(t), 'Nom de l’association;Objet\nChorale;Chanter\nFoot;Jouer')
  assert.match(read, /<option value="actor" selected>/)
  assert.match(plain(read), /2 lignes à revoir.*Pour ces 2 lignes/)
  assert.match(read, /name="pour\.kind"[\s\S]*?<option value="association" selected>/)
})

test('for a commune that is not known, the communes here are offered, the one that it begins first', {
  skip,
}, async t => {
  const near = { code: '42039', name: 'Chalmazel-Jeansagnière', postalCodes: '42920' }
  const records = [WHOLE, { type: 'commune', id: recordId(65), fields: near }]
  const of = village(t, records, { communes: ['42195', '42039'] })
  const csv = 'name;kind;commune\nChorale;Association;Chalmazel\nFoot;Association;Ailleurs'
  const read = await look(of, csv, { genre: 'actor' })
  assert.match(read, /name="pour\.commune\.chalmazel"[\s\S]*?<option value="42039" selected>/)
  const [, other = ''] = /name="pour\.commune\.ailleurs">([\s\S]*?)<\/select>/.exec(read) ?? []
  assert.match(other, /42195/)
  assert.doesNotMatch(other, /selected/)
  const columns = { 'colonne.0': 'name', 'colonne.1': 'kind', 'colonne.2': 'commune' }
  const chosen = { 'pour.commune.chalmazel': '42039', 'pour.commune.ailleurs': '42195' }
  assert.equal(
    await sent(of, 'actor', 'assos.csv', csv, { asked: 'actor', ...columns, ...chosen }),
    'written',
  )
  const { records: written } = (await (await of.ask('/donnees/actor.json')).json()) as {
    records: { fields: Record<string, unknown> }[]
  }
  assert.deepEqual(
    written.map(({ fields }) => [fields['name'], fields['commune']]),
    [
      ['Chorale', '42039'],
      ['Foot', '42195'],
    ],
  )
})

test('a long table says before it is written that it takes some seconds', { skip }, async t => {
  const of = empty(t)
  const looked = async (n: number): Promise<string> => {
    const lines = Array.from({ length: n }, (_, i) => `Le club numéro ${i};association`)
    return plain(await look(of, `Nom;Type\n${lines.join('\n')}\n`))
  }
  assert.match(await looked(60), /Écrire les 60 lignes C’est l’affaire de quelques secondes/)
  assert.doesNotMatch(await looked(5), /quelques secondes/)
})

test('a commune is read by its postal code, and by the name of one that became part of it', {
  skip,
}, async t => {
  const fields = {
    code: '42039',
    name: 'Chalmazel-Jeansagnière',
    postalCodes: '42920',
    formerNames: ['Jeansagnière'],
  }
  const of = village(t, [WHOLE, { type: 'commune', id: recordId(65), fields }], {
    communes: ['42195', '42039'],
  })
  const csv = 'name;kind;commune\nChorale;association;42920\nFoot;association;Jeansagniere'
  const columns = { 'colonne.0': 'name', 'colonne.1': 'kind', 'colonne.2': 'commune' }
  assert.equal(await sent(of, 'actor', 'assos.csv', csv, { asked: 'actor', ...columns }), 'written')
  const { records: written } = (await (await of.ask('/donnees/actor.json')).json()) as {
    records: { fields: Record<string, unknown> }[]
  }
  assert.deepEqual(
    written.map(one => one.fields['commune']),
    ['42039', '42039'],
  )
})

test('one answer serves all lines of a cause, and what a table brought is undone as one', {
  skip,
}, async t => {
  const to = empty(t)
  const more = {
    asked: 'actor',
    'colonne.0': 'name',
    'colonne.1': 'kind',
    'colonne.2': 'summary',
    'pour.kind': 'association',
  }
  assert.equal(await sent(to, 'actor', 'assos.csv', ASSOS, more), 'written')
  assert.equal(await counted(to, 'actor'), 5)
  assert.match(await undone(to), /assos\.csv 5 lignes/)
  assert.equal(await counted(to, 'actor'), 0)
  const after = await (await to.ask('/tenir/retire', { headers: { cookie: to.keeper } })).text()
  assert.doesNotMatch(after, /Défaire cet apport/)
})

test('where no line is right yet, the button that looks again stands below what was chosen', {
  skip,
}, async t => {
  const read = await look(empty(t), 'Nom de l’association;Objet\nChorale;Chanter\nFoot;Jouer')
  assert.match(plain(read), /Aucune ligne n’est bonne encore.*puis regardez de nouveau/)
  assert.equal(read.match(/name="act" value="look"/g)?.length, 2)
})
