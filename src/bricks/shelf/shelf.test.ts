import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Browser, hiddenIn } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'
import type { Value } from '../../core/schema.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { toPrint } from '../../web/print/prints.ts'
import { prints } from './pages/prints.ts'
import { fr } from './words/fr.ts'

const HASH = 'ab'.repeat(32)
let box: TestBox
let anybody: Browser
beforeEach(async () => {
  box = testBox()
  anybody = box.visitor('wifi')
})

const folder = (fields: Readonly<Record<string, Value>>): string =>
  box.bring(
    'shelf-folder',
    { name: 'Musiques', readers: 'anyone', adders: 'nobody', ...fields },
    'home',
  )
function file(into: string, title: string, more: Readonly<Record<string, Value>> = {}): string {
  const ref = [{ hash: HASH, name: `${title}.mp3`, type: 'audio/mpeg', size: 4_200_000 }]
  return box.bring(
    'shelf-file',
    {
      title,
      licence: 'by-sa',
      file: ref as unknown as Value,
      folder: into,
      on: '2026-12-01',
      ...more,
    },
    'home',
  )
}
const neighbour = async (name: string): Promise<Readonly<{ person: Browser; id: string }>> => {
  const id = box.welcome({ name })
  return { id, person: await box.memberOf(id) }
}

test(
  'the keeper makes a folder: its name, what it is for, who sees it; a mistake comes back ' +
    'with what was typed',
  async () => {
    assert.match((await anybody.get('/fichiers')).text, /L’étagère est vide.*Voyez/)
    const wrong = await box.keeper.post('/fichiers/dossier', {
      name: '',
      purpose: 'Pour les veillées',
      readers: 'anyone',
      adders: 'anyone',
      largestMb: '-3',
      from: '/fichiers/dossier',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Il manque « Nom du dossier »/)
    assert.match(wrong.body, /Pour les veillées/)
    const zero = await box.keeper.post('/fichiers/dossier', {
      name: 'Musiques',
      readers: 'anyone',
      adders: 'anyone',
      largestMb: '0',
      from: '/fichiers/dossier',
    })
    assert.match(zero.text, /Écrivez un nombre entier de Mo/)
    const made = await box.keeper.post('/fichiers/dossier', {
      name: 'Musiques',
      purpose: 'Pour les veillées',
      readers: 'anyone',
      adders: 'anyone',
      kinds: ['music', 'films'],
    })
    assert.equal(made.status, 303)
    const page = await anybody.get(made.location)
    assert.match(
      page.text,
      /Musiques.*Apporter un fichier.*Pour les veillées.*Il n’y a encore rien ici/,
    )
    assert.match(
      (await anybody.get(`${made.location}/apporter`)).text,
      pattern()`
        Ce dossier prend : musique et voix, films, 200 Mo au plus par fichier, 20 à la fois\.
        ${' '}La personne qui tient la page regarde avant
      `,
    )
    assert.equal(
      (
        await anybody.post('/fichiers/dossier', {
          name: 'À moi',
          readers: 'anyone',
          adders: 'anyone',
        })
      ).status,
      403,
    )
  },
)

test('a file is said with whose work it is, its licence and what that means, and how to take it', async () => {
  const id = file(folder({}), 'La valse du pont', {
    author: 'Rosa',
    broughtBy: 'Paul',
    about: 'Au bal de juin',
  })
  const page = await anybody.get(`/fichiers/${id}`)
  assert.match(
    page.text,
    pattern()`
      La valse du pont.*Emporter \(MP3, 4,2 Mo\).*Au bal de juin.*Rosa.*CC BY-SA.*
      sous la même licence.*Paul
    `,
  )
  assert.match(
    page.body,
    new RegExp(
      `<audio controls preload="none" src="/fichiers/prendre/${id}/La%20valse%20du%20pont\\.mp3"`,
    ),
  )
  assert.match(page.body, new RegExp(`href="/fichiers/prendre/${id}/`))
  assert.match(
    (await anybody.get('/chercher?q=valses')).text,
    /Sur l’étagère de cette borne La valse du pont/,
  )
  assert.match((await anybody.get('/fichiers?mots=rosa')).text, /La valse du pont/)
  assert.match(
    (await anybody.get('/fichiers?mots=quincaille')).text,
    /Rien sur l’étagère pour « quincaille »/,
  )
  assert.match((await anybody.get('/')).text, /Sur l’étagère.*La valse du pont/)
})

test(
  'what a folder is not open to is in no page, list, count, search, print or table (laws 6 ' +
    'and 11)',
  async () => {
    const [open, cards, own] = [
      folder({ name: 'Pour tous' }),
      folder({ name: 'Zwyntrocartes', readers: 'neighbours' }),
      folder({ name: 'Zwyntroseul', readers: 'keeper' }),
    ]
    file(open, 'Visible')
    const hidden = [
      file(cards, 'Zwyntro des voisins'),
      file(own, 'Zwyntro de la page'),
      file(open, 'Zwyntro qui attend', { waiting: true }),
    ]
    const paths = [
      '/',
      '/fichiers',
      '/fichiers?mots=zwyntro',
      '/chercher?q=zwyntro',
      `/fichiers/dossier/${open}`,
    ]
    for (const path of paths)
      assert.doesNotMatch(
        (await anybody.get(path)).body.replace(/value="zwyntro"|zwyntro »|: zwyntro/g, ''),
        /Zwyntro/,
        path,
      )
    for (const path of [
      ...hidden.map(id => `/fichiers/${id}`),
      `/fichiers/dossier/${cards}`,
      `/fichiers/dossier/${own}`,
      '/fichiers/a-voir',
      '/fichiers/dossier',
    ])
      assert.ok(
        [403, 404].includes((await anybody.get(path)).status) ||
          !(await anybody.get(path)).body.includes('Zwyntro'),
        path,
      )
    assert.match((await anybody.get(`/fichiers/dossier/${open}`)).text, /1 fichier, 4,2 Mo/)
    const source = {
      ...box.engine,
      secret: box.local.secret,
      now: box.now,
      today: () => '2026-12-05',
    }
    for (const id of [undefined, open, cards, own])
      assert.doesNotMatch(
        JSON.stringify(toPrint(source, 'etagere', id, { lang: 'fr', by: 'visitor' })),
        /Zwyntro/,
      )
    const kit = kitFor(source, { path: '/', lang: 'fr', by: 'visitor' })
    for (const { rows } of prints)
      assert.doesNotMatch(JSON.stringify(rows?.(kit, box.read, fr)), /Zwyntro/)
    assert.match(
      JSON.stringify(toPrint(source, 'etagere', open, { lang: 'fr', by: 'visitor' })),
      /Visible/,
    )
    const { person } = await neighbour('Hugo')
    assert.match((await person.get('/fichiers')).text, /Zwyntrocartes/)
    assert.doesNotMatch((await person.get('/fichiers')).text, /Zwyntroseul/)
    assert.equal((await person.get(`/fichiers/${hidden[1]}`)).status, 404)
    assert.match((await box.keeper.get('/fichiers?mots=zwyntro')).text, /Zwyntro de la page/)
    assert.match(
      (await box.keeper.get('/tenir')).text,
      /un fichier apporté attend que vous le voyiez/,
    )
  },
)

test('a neighbour takes down and mends what they brought, and nobody else’s; a visitor neither', async () => {
  const into = folder({ adders: 'neighbours' })
  const [lucie, hugo] = [await neighbour('Lucie'), await neighbour('Hugo')]
  const id = file(into, 'Le chant de Lucie', { member: lucie.id })
  assert.equal((await anybody.get(`/fichiers/dossier/${into}/apporter`)).status, 404)
  assert.match(
    (await anybody.get(`/fichiers/dossier/${into}`)).text,
    /Pour apporter ici, entrez d’abord avec votre carte/,
  )
  assert.equal((await lucie.person.get(`/fichiers/dossier/${into}/apporter`)).status, 200)
  assert.equal((await hugo.person.get(`/fichiers/${id}/corriger`)).status, 404)
  assert.equal((await hugo.person.post('/fichiers/retirer', { id })).status, 422)
  assert.equal((await anybody.post('/fichiers/retirer', { id })).status, 403)
  const form = await lucie.person.get(`/fichiers/${id}/corriger`)
  const mended = await lucie.person.post('/fichiers/corriger', {
    id,
    title: 'Le chant des foins',
    licence: 'mine',
    author: '',
    vu: hiddenIn(form.body, 'vu'),
    from: `/fichiers/${id}/corriger`,
  })
  assert.equal(mended.status, 303)
  assert.match(
    (await anybody.get(`/fichiers/${id}`)).text,
    /Le chant des foins.*c’est moi qui l’ai fait/,
  )
  assert.equal((await lucie.person.post('/fichiers/retirer', { id })).status, 303)
  assert.equal((await anybody.get(`/fichiers/${id}`)).status, 404)
  assert.doesNotMatch(JSON.stringify(box.log.sql.all('SELECT value FROM piece')), /chant des foins/)
})

test(
  'whoever is forgotten takes along what they brought with their card, and nothing of anybody ' +
    'else',
  async () => {
    const into = folder({ adders: 'neighbours' })
    const lucie = await neighbour('Lucie')
    const [hers, other] = [
      file(into, 'Le chant de Lucie', { member: lucie.id, broughtBy: 'Lucie' }),
      file(into, 'La valse du pont'),
    ]
    assert.ok(box.turn('members.forgetMember', { id: lucie.id }).done)
    assert.equal((await box.keeper.get(`/fichiers/${hers}`)).status, 404)
    assert.equal((await box.keeper.get(`/fichiers/${other}`)).status, 200)
    assert.doesNotMatch(
      JSON.stringify(box.log.sql.all('SELECT value FROM piece')),
      /chant de Lucie/,
    )
  },
)

test('a folder closes with all that it holds, once it was said twice', async () => {
  const into = folder({ name: 'Vieux' })
  const id = file(into, 'Vieille valse')
  const once = await box.keeper.post('/fichiers/fermer', {
    id: into,
    from: `/fichiers/dossier/${into}/changer`,
  })
  assert.match(once.text, /Cochez « Oui, tout retirer »/)
  const closed = await box.keeper.post('/fichiers/fermer', { id: into, sure: '1' })
  assert.equal(closed.location, '/fichiers')
  assert.equal((await anybody.get(`/fichiers/${id}`)).status, 404)
  assert.match(
    (await box.keeper.get('/fichiers')).text,
    /« Vieux » est fermé, et 1 fichier avec lui/,
  )
})

test('the share of the disk is the keeper’s, within bounds', async () => {
  for (const percent of ['', '4', '91', '50,5', 'tout']) {
    const wrong = await box.keeper.post('/fichiers/place', { percent, from: '/fichiers' })
    assert.equal(wrong.status, 422, percent)
    assert.match(wrong.text, /de 5 à 90/)
  }
  assert.equal((await box.keeper.post('/fichiers/place', { percent: '30' })).status, 303)
  assert.match((await box.keeper.get('/fichiers')).body, /name="percent"[^>]* value="30"/)
})

test('a form that names no file, or one that nobody sent, writes nothing', async () => {
  const into = folder({ adders: 'anyone' })
  for (const input of [
    { dossier: into, licence: 'by' },
    { dossier: into, licence: 'by', 'file.kept': HASH },
    { dossier: into, licence: 'by', file: HASH },
  ])
    assert.equal(
      (
        await anybody.post('/fichiers/apporter', {
          ...input,
          from: `/fichiers/dossier/${into}/apporter`,
        })
      ).status,
      422,
    )
  assert.equal(
    (
      await box.keeper.post('/fichiers/poser', {
        dossier: into,
        saison: 'Hiver',
        lines: '[{"hash":"x"}]',
      })
    ).status,
    422,
  )
  assert.match((await anybody.get(`/fichiers/dossier/${into}`)).text, /Il n’y a encore rien ici/)
})

test('in English every page stands, its titles told as French', async () => {
  const id = file(folder({}), 'La valse du pont')
  const page = await anybody.get(`/fichiers/${id}?langue=en`)
  assert.match(page.text, /Take it \(MP3, 4\.2 MB\)/)
  assert.match(page.body, /<h1 lang="fr">La valse du pont/)
})
