import assert from 'node:assert/strict'
import { kill, type Serving, serving } from '../faults/serving.ts'
import { pdf, shelving } from '../faults/shelving.ts'
import type { Answer } from '../support/browser.ts'
import { type Filled, formsIn } from '../support/forms.ts'
import { type Browsing, browsing } from './person.ts'

/** What a test may want to know of the two boxes: all of it is invented. */
export type Living = Readonly<{
  sail: Lived
  boen: Lived
  cards: Readonly<Record<string, CardSaid>>
  ids: Readonly<Record<string, string>>
}>
export type Lived = Readonly<{
  name: string
  page: string
  passphrase: string
  codes: readonly string[]
}>
export type CardSaid = Readonly<{ member: string; number: string; words: string }>

type Place = Readonly<{ serving: Serving; address: string; keeper: Browsing; lived: Lived }>
type Scene = { cards: Record<string, CardSaid>; ids: Record<string, string> }

const NOTES = `Compte-rendu de la réunion du 20 novembre au Local, à Sail-sous-Couzan

Présents : Léa, Malo

# Les idées
- Un atelier de réparation de vélos au Local, une fois par mois
- Un four à pain commun

# Projets
## Grainothèque
On cherche des bocaux et une étagère.

# Décisions
- On ouvre le Local un samedi sur deux

# À faire
- Malo demande la clé à la mairie
`

/**
 * Drives the real program, by its pages alone: two boxes are opened apart, live, meet, write apart
 * and meet again.
 */
export async function lived(folders: Readonly<{ sail: string; boen: string }>): Promise<Living> {
  const scene: Scene = { cards: {}, ids: {} }
  const sail = await opened(folders.sail, {
    where: 'Sail-sous-Couzan, Boën-sur-Lignon, Trelins',
    name: 'Le tableau de Sail',
    keptBy: 'Émilie, au local le mercredi',
    passphrase: 'quatre chaises au soleil',
  })
  const boen = await opened(folders.boen, {
    where: 'Boën-sur-Lignon, Sail-sous-Couzan, Trelins',
    name: 'Le tableau de Boën',
    keptBy: 'Rosa, à la médiathèque le samedi',
    passphrase: 'trois pommes dans un panier',
  })
  try {
    await village(sail, scene)
    await notices(sail, scene)
    await answers(sail, scene)
    await agreed(sail, scene)
    await wall(sail, scene)
    await shelf(sail, scene)
    await deal(sail, scene)
    await noticeOfBoen(boen, scene)
    await recognised(sail, boen)
    await met(sail, boen)
    await apart(sail, boen, scene)
    await met(sail, boen)
    await met(boen, sail)
  } finally {
    // Closed cleanly: all that was written is in the files themselves, and nothing in a WAL.
    assert.deepEqual(
      [await kill(sail.serving, 'SIGTERM'), await kill(boen.serving, 'SIGTERM')],
      [0, 0],
    )
  }
  return { sail: sail.lived, boen: boen.lived, ...scene }
}

async function opened(
  folder: string,
  answers: Readonly<Record<'where' | 'name' | 'keptBy' | 'passphrase', string>>,
): Promise<Place> {
  const server = serving(folder)
  const address = await server.ready
  const keeper = browsing(address)
  const understood = await keeper.send('/ouvrir', { ...answers, passphrase: '' })
  await keeper.fill(understood, '/ouvrir', { passphrase: answers.passphrase, relue: '1' })
  const sheet = await keeper.get('/tenir/feuille')
  const codes = [...sheet.body.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!)
  assert.equal(codes.length, 10, sheet.text)
  const name =
    /class="box-name"[^>]*>([^<]+)</
      .exec((await keeper.get('/bornes')).body)?.[1]
      ?.replace(/\s/g, '') ?? ''
  assert.match(name, /^[a-z0-9]{52}$/)
  return {
    serving: server,
    address,
    keeper,
    lived: { name, page: answers.name, passphrase: answers.passphrase, codes },
  }
}

/**
 * Sends the form of this action on that page; anything but a page to go on to is a fault of the
 * script.
 */
async function send(person: Browsing, at: string, action: string, change: Filled): Promise<Answer> {
  const answer = await person.fill(await person.get(at), action, change)
  assert.equal(answer.status, 303, `${at} ${action}: ${answer.text.slice(0, 1_500)}`)
  return answer
}
const lastOf = (answer: Answer): string => answer.location.replace(/\?.*/, '').split('/').at(-1)!

/** Three neighbours who are known; two have a card. Odile passes words on. */
async function village(sail: Place, scene: Scene): Promise<void> {
  for (const [name, how] of [
    ['Nadia', { how: 'phone', phone: '06 39 98 01 01' }],
    ['Paul', { how: 'word' }],
    ['Odile', { how: 'phone', phone: '06 39 98 01 03' }],
  ] as const) {
    const member = lastOf(
      await send(sail.keeper, '/habitants/accueillir', '/habitants/accueillir', { name, ...how }),
    )
    scene.ids[name] = member
    const page = await sail.keeper.fill(
      await sail.keeper.get(`/habitants/${member}`),
      '/carte-habitant',
    )
    const words = /class="words"><b>([^<]+)</.exec(page.body)?.[1] ?? ''
    const number = (/Numéro <b>([^<]+)</.exec(page.body)?.[1] ?? '').replace(/\D/g, '')
    assert.ok(words !== '' && number !== '', page.text)
    scene.cards[name] = { member, number, words }
  }
  const odile = `/habitants/${scene.ids['Odile']}`
  await send(sail.keeper, odile, `${odile}/relais`, {
    name: 'Odile',
    where: 'à la boulangerie',
    when: 'le matin',
  })
}

async function withCard({ address }: Place, card: CardSaid): Promise<Browsing> {
  const person = browsing(address)
  const answer = await person.post('/entrer/carte', { number: card.number, words: card.words })
  assert.equal(answer.status, 303, answer.text)
  return person
}

/** A visitor's notice that was shown, another one that waits, a member's. */
async function notices(sail: Place, scene: Scene): Promise<void> {
  const visitor = browsing(sail.address)
  const here = { reachBy: 'phone', phone: '06 39 98 02 02' }
  await send(visitor, '/annonces/proposer', '/annonces/proposer', {
    who: 'Marcel',
    title: 'je prête ma bétonnière',
    accord: 'voisins',
    ...here,
  })
  const shown = await send(sail.keeper, '/a-montrer', '/a-montrer/afficher', {})
  scene.ids['shown'] =
    /\/annonces\/([0-9a-z]{26})/.exec((await visitor.get('/annonces')).body)?.[1] ?? ''
  assert.match(scene.ids['shown'], /^.{26}$/, shown.text)
  await send(visitor, '/annonces/chercher', '/annonces/chercher', {
    who: 'Odette',
    title: 'je cherche des bocaux',
    reachBy: 'word',
    foundAt: 'aux Granges',
    accord: 'voisins',
  })
  const nadia = await withCard(sail, scene.cards['Nadia']!)
  const mine = { accord: 'voisins', who: 'Nadia', title: 'je prête mon échelle', reachBy: 'word' }
  scene.ids['mine'] = lastOf(await send(nadia, '/annonces/proposer', '/annonces/proposer', mine))
}

/**
 * A meeting is harvested and shown, one person of it agrees; an idea has the same person's *J'en
 * suis* twice, twice over.
 */
async function answers(sail: Place, scene: Scene): Promise<void> {
  const review = (await send(sail.keeper, '/cueillette', '/cueillette', { notes: NOTES })).location
  const marks = (await sail.keeper.get(review)).body.matchAll(
    /"\/cueillette\/retenir"\s+name="morceau"\s+value="([^"]+)"/g,
  )
  const morceau = [...marks].map(([, id]) => id).join(' ')
  await sail.keeper.fill(await sail.keeper.get(review), '/cueillette/retenir', { morceau })
  const meeting = await send(sail.keeper, review, '/cueillette/afficher', {})
  scene.ids['meeting'] = lastOf(meeting)
  const strips = await sail.keeper.get(`${review}/accord`)
  await sail.keeper.fill(strips, '/cueillette/codes')
  const code =
    /<bdi>Léa<\/bdi><\/b>[^<]*<b>([^<]+)/.exec(
      (await sail.keeper.get(`${review}/accord`)).body,
    )?.[1] ?? ''
  assert.notEqual(code, '')
  scene.ids['strip'] = code
  const idea =
    /\/idees\/idee\/([0-9a-z]{26})/.exec((await sail.keeper.get('/idees?genre=idea')).body)?.[1] ??
    ''
  assert.notEqual(idea, '')
  scene.ids['idea'] = idea
  const nadia = await withCard(sail, scene.cards['Nadia']!)
  const visitor = browsing(sail.address)
  const yes = { answer: 'in', firstName: 'Nadia', reach: 'au marché' }
  for (const person of [nadia, nadia, visitor, visitor])
    await send(person, `/repondre/${idea}`, `/repondre/${idea}`, yes)
  await send(sail.keeper, '/a-montrer', '/a-montrer/afficher', {})
}

/** Léa's strip came back: yes. */
async function agreed(sail: Place, scene: Scene): Promise<void> {
  const page = await sail.keeper.get(`/accord?code=${encodeURIComponent(scene.ids['strip'] ?? '')}`)
  const agreement = await sail.keeper.fill(
    page,
    '/accord',
    { answer: 'yes', reach: 'au Local, le samedi' },
    form => 'id' in form.fields,
  )
  assert.equal(agreement.status, 303, `${page.text.slice(0, 800)} ${agreement.text.slice(0, 800)}`)
}

async function wall(sail: Place, scene: Scene): Promise<void> {
  const visitor = browsing(sail.address)
  const answer = await send(visitor, '/mur', '/mur/ecrire', {
    said: 'Le pain est arrivé au local.',
  })
  scene.ids['wallKey'] = /le-mien=([0-9a-z]+)/.exec(answer.location)?.[1] ?? ''
  await send(visitor, '/mur', '/mur/ecrire', { said: 'On danse samedi, venez.' })
}

async function shelf(sail: Place, scene: Scene): Promise<void> {
  const cookie = [...sail.keeper.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keeper = shelving(sail.address, cookie)
  const folder = await keeper.folder({
    name: 'Veillée du samedi',
    purpose: 'Les paroles des chansons.',
    kinds: 'text',
  })
  const answer = await keeper.bring(folder, [{ name: 'Paroles.pdf', bytes: pdf('les paroles') }])
  assert.equal(answer.status, 303, await answer.text())
  scene.ids['folder'] = folder
  scene.ids['file'] = (await keeper.shown(folder))[0] ?? ''
  assert.notEqual(scene.ids['file'], '')
}

/** Paul takes Nadia's ladder: both agreed. */
async function deal(sail: Place, scene: Scene): Promise<void> {
  const paul = await withCard(sail, scene.cards['Paul']!)
  const from = `/arrangements/nouveau?annonce=${scene.ids['mine']}`
  const proposed = await send(paul, from, '/arrangements/nouveau', {
    what: 'Nadia prête son échelle à Paul',
    when: 'samedi matin',
  })
  scene.ids['deal'] = lastOf(proposed)
  const nadia = await withCard(sail, scene.cards['Nadia']!)
  const at = `/arrangements/${scene.ids['deal']}`
  await send(nadia, at, `${at}/repondre`, { says: 'yes' })
}

async function noticeOfBoen(boen: Place, scene: Scene): Promise<void> {
  const notice = {
    who: 'Rosa',
    title: 'Rosa descend à Sail mardi matin, une place',
    reachBy: 'phone',
    phone: '06 39 98 03 03',
  }
  scene.ids['boen'] = lastOf(
    await send(boen.keeper, '/annonces/proposer', '/annonces/proposer', notice),
  )
}

/** Each keeper recognises the other's box, in person: a printed code is spent on each side. */
async function recognised(sail: Place, boen: Place): Promise<void> {
  for (const [here, there, called] of [
    [sail, boen, 'Boën'],
    [boen, sail, 'Sail'],
  ] as const)
    await send(here.keeper, `/bornes?qui=${there.lived.name}`, '/bornes/reconnaitre', {
      called,
      code: here.lived.codes[0]!,
    })
}

async function met(here: Place, there: Place): Promise<void> {
  const answer = await send(here.keeper, '/bornes', '/bornes/rencontrer', {
    adresse: there.address,
    oui: '1',
  })
  const said = (await here.keeper.get(answer.location)).text
  assert.doesNotMatch(said, /n’a pas répondu|pas aboutie/, said.slice(0, 800))
}

/** Both keepers mend one notice before they meet again: two versions stand. */
async function apart(sail: Place, boen: Place, scene: Scene): Promise<void> {
  const path = `/annonces/${scene.ids['boen']}/modifier`
  for (const [{ keeper }, title] of [
    [sail, 'Rosa descend à Sail mardi matin, deux places'],
    [boen, 'Rosa descend à Sail mercredi matin, une place'],
  ] as const) {
    const page = await keeper.get(path)
    const form = formsIn(page).find(one => 'title' in one.fields)
    assert.ok(form, page.text.slice(0, 600))
    const answer = await keeper.post(form.action, { ...form.fields, title })
    assert.equal(answer.status, 303, answer.text.slice(0, 800))
  }
}
