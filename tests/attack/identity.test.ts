import assert from 'node:assert/strict'
import { bricks } from '../../src/app/bricks.ts'
import { isLetIn } from '../../src/contract/permission.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { testAll, testOnce } from '../support/pass.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { ACTS, bringer, holdsThem, LEFT, NAME, PHONE, taken, type World } from './acts.ts'

/**
 * Whoever has a card tries every command in somebody else's name, with somebody else's number. The
 * canary is that somebody.
 */

const commands = wholeBricks(bricks).flatMap(brick =>
  brick.commands
    .filter(one => isLetIn('neighbour', one.who))
    .map(one => `${brick.name}.${one.name}`),
)
type Act = (w: World) => Promise<Answer>
const idea = (w: World, input: Readonly<Record<string, string>>): Promise<Answer> =>
  w.me.post(`/repondre/${w.idea}`, { answer: 'in', ...input })
const notice = { title: 'vend un dentier', reachBy: 'word' }
const told = (w: World) => ({ about: w.offer, says: 'gone', said: 'cela a brûlé' })

/**
 * By command, its words signed with the canary's name wherever a form or an old form would take it.
 */
const NAMED: Readonly<Record<string, Act>> = {
  'offers.offer': async w => {
    await w.me.post('/annonces/proposer', { ...notice, who: NAME, author: w.paul })
    return w.me.post('/annonces/proposer', { ...notice, pour: NAME })
  },
  'offers.need': async w => {
    await w.me.post('/annonces/chercher', { ...notice, who: NAME, for: w.paul })
    return w.me.post('/annonces/chercher', { ...notice, pour: NAME, toldTo: NAME })
  },
  'offers.spot': w =>
    w.me.post('/reperages', { title: 'une friche', where: 'au lavoir', who: NAME }),
  'directory.tell': async w => {
    await w.me.post('/a-confirmer/dire', { ...told(w), who: NAME })
    return w.me.post('/a-confirmer/dire', { ...told(w), pour: NAME })
  },
  'meetings.answer': async w => {
    await idea(w, { firstName: NAME })
    return idea(w, { pour: NAME, firstName: 'Nadia' })
  },
  'members.leaveWord': w =>
    w.me.post('/mot', { annonce: w.offer, sender: NAME, said: 'ta demande est acceptée' }),
  'members.beRelay': async w => {
    await w.keeper.post(`/habitants/${w.id}/relais`, { name: 'Nadia', where: 'au four banal' })
    return w.me.post('/moi/relais', { name: NAME, where: 'au four banal', when: 'le lundi' })
  },
  'wall.write': w => w.me.post('/mur/ecrire', { said: 'je pars demain', who: NAME }),
  'shelf.mend': async w => {
    const folder = await w.bring(
      'shelf-folder',
      { name: 'le four', readers: 'anyone', adders: 'neighbours', waits: false },
      'home',
    )
    const file = [{ hash: '0'.repeat(64), name: 'note.txt', type: 'text/plain', size: 1 }]
    const fields = { title: 'une note', licence: 'public-domain', member: w.id, folder, file }
    const id = await w.bring('shelf-file', fields, 'home')
    return w.me.post('/fichiers/corriger', {
      id,
      title: 'une note',
      licence: 'public-domain',
      broughtBy: NAME,
    })
  },
  'lending.add': w =>
    w.me.post('/preter/nouveau', { title: 'Une scie', kind: 'tool', who: NAME, owner: w.paul }),
  'lending.setUp': async w => {
    const { location } = await w.me.post('/preter/nouveau', { title: 'Une scie', kind: 'tool' })
    return w.me.post(`${location}/regler`, { title: 'Une scie', kind: 'tool', who: NAME })
  },
  'plain.correct': w =>
    w.me.post('/moi/corriger', {
      type: 'offer',
      id: w.own,
      title: 'Nadia prête un étau',
      who: NAME,
      toldTo: NAME,
    }),
}
const HERE = 'tests/attack/identity.test.ts'
/** Commands whose words nobody signs, or that say nothing to everybody. */
const UNSIGNED: ReadonlySet<string> = new Set([
  ...Object.keys(LEFT),
  'offers.close',
  'offers.reopen',
  'offers.renew',
  'offers.respread',
  'offers.notIt',
  'offers.answerLoop',
  // Nobody but whoever left it reads it.
  'offers.tellMe',
  'offers.tellNoMore',
  'offers.photos',
  'agenda.proposeDate',
  'meetings.proposeIdea',
  'meetings.takeBackAnswer',
  'members.agree',
  'members.takeBack',
  'members.stopRelay',
  'members.haveRead',
  'members.writeReply',
  'deals.propose',
  'deals.answer',
  'deals.interest',
  'deals.word',
  'deals.late',
  'deals.proposeIn',
  'deals.end',
  'deals.report',
  'deals.keepRide',
  'deals.giveNumber',
  'deals.declinePart',
  'deals.keepPart',
  'deals.acceptPart',
  'wall.takeBack',
  'wall.bother',
  'shelf.takeDown',
  'plain.withdraw',
  'plain.bringMine',
  // Of whoever holds a ticket; what they correct waits in its turn:
  // src/engine/records/sent-commands.ts.
  'plain.correctSent',
  'plain.takeBackSent',
  // What a thing costs stays in this box, for who keeps its accounts and who shares in it.
  ...['openYear', 'correctYear', 'engage', 'spend'].map(name => `lending.${name}`),
  // Who has a thing, and what is noted of it, stays in this box, for who is in charge of it.
  ...[
    ...['prepareSheet', 'keySheet', 'book', 'bookSeries', 'endSeries', 'give', 'refuse'],
    ...['withdraw', 'close', 'move', 'cancel', 'noShow', 'replace', 'settle', 'handOut'],
    ...['giveBack', 'askOther', 'takeFreed', 'lendAgain'],
    ...['lendNow', 'handBack', 'find', 'lookAfter', 'addFromNotice', 'askAgain'],
  ].map(name => `lending.${name}`),
])

testOnce('each command that a neighbour may call has a line in NAMED, or in UNSIGNED', () => {
  const asked = commands
    .filter(name => !UNSIGNED.has(name) && !(name in NAMED))
    .map(name => `${HERE}: add '${name}' to NAMED, or to UNSIGNED when nobody signs its words`)
  const gone = Object.keys(NAMED)
    .filter(name => !commands.includes(name) || UNSIGNED.has(name))
    .map(name => `${HERE}: take '${name}' out of NAMED, it is unsigned or no brick has it`)
  assert.deepEqual([...asked, ...gone], [])
})

type Opened = Readonly<{ door: TestBox; world: World }>
/** Where the canary is a member of this box with that number, or nobody knows either. */
async function opened(isKnown: boolean): Promise<Opened> {
  const box = testBox()
  if (isKnown) box.welcome({ name: NAME, how: 'phone', phone: PHONE, uses: 'phone-shown' })
  const [id, paul] = [
    box.welcome({ name: 'Nadia', how: 'phone', phone: '06 39 98 01 01' }),
    box.welcome({ name: 'Paul' }),
  ]
  const bring = bringer(box.keeper)
  const me = await box.memberOf(id)
  const firm = { reach: 'au local', state: 'firm', mode: 'lend' }
  const world = {
    keeper: box.keeper,
    me,
    stranger: box.visitor('wifi'),
    id,
    paul,
    idea: await bring('idea', { title: 'un four partagé', state: 'open', threshold: 5 }),
    offer: await bring('offer', {
      title: 'Paul prête une remorque',
      who: 'Paul',
      author: paul,
      ...firm,
    }),
    own: await bring('offer', {
      title: 'Nadia prête son étau',
      who: 'Nadia',
      author: id,
      keyedBy: id,
      ...firm,
    }),
    bring,
  }
  return { door: box, world }
}
/**
 * What the commons say, read from the log itself, and what this box shows to whoever reads here.
 */
async function shownBy({ engine }: TestBox, person: Browser): Promise<readonly string[]> {
  const rows = engine.log.sql.all<{ value: string }>(
    'SELECT piece.value FROM piece JOIN write USING (entry, change, field) ' +
      "WHERE write.space <> 'home'",
  )
  const pages = await Promise.all(
    ['/', '/annonces', '/mur', '/relais', '/fichiers', '/idees'].map(path => person.get(path)),
  )
  return [...rows.map(row => row.value), ...pages.map(page => page.text)]
}
/** What a person is answered, whatever was drawn meanwhile. */
const heard = ({ status, location }: Answer, said: string): string =>
  `${status} ${location} ${said}`.replace(/[0-9a-z]{26}/g, 'ID').replaceAll(/\d+ minutes?/g, 'N')

/** What is said in another's name waits, unless whoever says it becomes a relay meanwhile. */
const WAITING = Object.entries(NAMED).filter(([name]) => name !== 'members.beRelay')

type BothBoxes = Promise<readonly [known: Opened, unknown: Opened]>
let opening: BothBoxes | undefined
/** Two boxes that all who try every command share: the canary is known in one. */
const bothBoxes = (): BothBoxes => (opening ??= Promise.all([opened(true), opened(false)]))

testAll(
  'nothing is shown at once in another’s name, and nothing tells whether the name is known ' +
    'here',
  async () => {
    for (const [name, act] of WAITING) {
      const answers: string[] = []
      for (const { door: box, world } of await bothBoxes()) {
        const answer = taken(await act(world))
        const page = await world.me.get(answer.location)
        answers.push(heard(answer, page.text))
        assert.ok(!(await shownBy(box, world.stranger)).some(holdsThem), `${name}: shown at once`)
        box.later(50_000)
      }
      assert.equal(answers[0], answers[1], `${name}: tells who is known`)
    }
  },
)

testOnce(
  'law 11: nobody speaks for whom the page shows already, nor against them; the sentence ' +
    'names the word that makes it wait',
  async () => {
    const { door: box, world } = await opened(false)
    await world.bring('actor', { name: 'Rosa', kind: 'person' })
    const said = [
      'Rosa dit que je peux prêter sa voiture',
      'Rosa descend à Boën mardi',
      'De la part du maire : réunion annulée',
      'Le curé est un voleur',
      'Le code de la salle est 4512B',
    ]
    for (const one of said) {
      const { location } = taken(
        await world.me.post('/annonces/proposer', { ...notice, title: one, detail: one }),
      )
      assert.match(
        (await world.me.get(location)).text,
        /le lit d’abord, parce qu’il y est écrit « /,
        one,
      )
      taken(await world.me.post('/mur/ecrire', { said: one }))
      box.later(100_000)
    }
    for (const through of ['par Rosa, au marché', 'chez ma voisine Josette, tous les soirs'])
      taken(
        await world.me.post('/annonces/proposer', {
          ...notice,
          title: `prête un pétrin ${through.length}`,
          reachBy: 'relay',
          through,
        }),
      )
    const shown = await shownBy(box, world.stranger)
    for (const one of [...said, 'au marché', 'Josette'])
      assert.ok(!shown.some(text => text.includes(one)), one)
  },
)

testOnce(
  'an answer of before that a card wrote under another name is told to the keeper once, and ' +
    'settled by one act',
  async () => {
    const { world } = await opened(false)
    const before = (firstName: string) =>
      world.bring('response', { to: world.idea, answer: 'in', firstName, member: world.id })
    for (const name of ['Nadia', NAME, 'Bruno']) await before(name)
    const page = await world.keeper.get('/idees/qui-compte')
    assert.doesNotMatch(page.text, /au nom de Nadia/)
    const acts = [
      ...page.body.matchAll(
        /name="id" value="([^"]+)"><input type="hidden" name="is" value="told"/g,
      ),
    ].map(one => one[1]!)
    assert.equal(acts.length, 2)
    assert.match((await world.keeper.get('/tenir')).text, /2 réponses à démêler/)
    taken(await world.keeper.post('/idees/qui-compte/nom', { id: acts[0]!, is: 'told' }))
    taken(await world.keeper.post('/idees/qui-compte/nom', { id: acts[1]!, is: 'off' }))
    const shown = (await world.stranger.get(`/idees/idee/${world.idea}`)).text
    assert.match(shown, new RegExp(`${NAME} \\(dit par Nadia\\)`))
    assert.doesNotMatch(shown, /Bruno/)
    assert.match((await world.keeper.get('/idees/qui-compte')).text, /Rien à démêler/)
  },
)

testOnce('one card that says three times that something is not true says it once', async () => {
  const { world } = await opened(false)
  for (const said of ['cela a brûlé', 'il ne reste rien', 'plus rien du tout'])
    taken(await world.me.post('/a-confirmer/dire', { about: world.offer, says: 'gone', said }))
  // Doubles of before, written apart.
  for (const said of ['tout est parti', 'plus là'])
    await world.bring('confirmation', {
      about: world.offer,
      says: 'gone',
      said,
      who: 'Bruno',
      on: '2026-01-02',
    })
  const { text: said } = await world.stranger.get(`/a-confirmer?annonce=${world.offer}`)
  assert.match(said, /plus rien du tout/)
  assert.doesNotMatch(said, /cela a brûlé|il ne reste rien/)
  assert.equal(said.match(/Bruno/g)?.length, 1)
  taken(
    await world.me.post('/a-confirmer/dire', {
      about: world.offer,
      says: 'yes',
      said: 'la revoilà',
    }),
  )
  const again = (await world.stranger.get(`/a-confirmer?annonce=${world.offer}`)).text
  assert.ok(again.includes('la revoilà') && !again.includes('plus rien du tout'))
})

testOnce(
  'the keeper is told that a name sent without a card is also that of somebody known here, ' +
    'and nobody else is',
  async () => {
    const { door: box, world } = await opened(false)
    await world.bring('actor', { name: 'Rosa Vernet', kind: 'person' })
    const send = (who: string, title: string) =>
      world.stranger.post('/annonces/proposer', { ...notice, title, who, foundAt: 'au bar' })
    for (const [who, title] of [
      ['P\u0430ul', 'un rabot'],
      ['Rosa', 'une bêche'],
      ['Wivine', 'un pétrin'],
    ] as const) {
      const answer = taken(await send(who, title))
      const page = await world.stranger.get(answer.location)
      assert.doesNotMatch(page.text, /connu ici/)
      box.later(60_000)
    }
    const page = (await world.keeper.get('/a-montrer')).text
    for (const who of ['P\u0430ul', 'Rosa'])
      assert.ok(page.includes(`Envoyé sans carte, au nom de ${who}`), who)
    assert.ok(!page.includes('au nom de Wivine'))
  },
)

testOnce(
  'a name that mixes scripts is read first, and makes nobody of whoever it looks like',
  async () => {
    const { door: box, world } = await opened(false)
    const like = 'M\u0430thieu'
    for (const [person, said] of [
      [world.stranger, 'le four est chaud'],
      [world.me, 'je pars demain'],
    ] as const)
      taken(await person.post('/mur/ecrire', { said, who: like }))
    taken(await world.me.post('/annonces/proposer', { ...notice, who: 'N\u0430dia' }))
    taken(
      await world.me.post('/annonces/proposer', {
        ...notice,
        title: 'prête un pétrin',
        pour: like,
      }),
    )
    const shown = await shownBy(box, world.stranger)
    assert.ok(!shown.some(one => one.includes(like) || one.includes('N\u0430dia')))
    // Typed by the card of whoever it looks like, it is that person, as their card writes it.
    for (const pour of ['N\u0430dia', 'Nad\u200bia'])
      taken(await world.me.post(`/repondre/${world.idea}`, { answer: 'in', pour }))
    const page = await world.stranger.get(`/idees/idee/${world.idea}`)
    assert.match(page.text, /Nadia en est/)
  },
)

testAll(
  'the keeper reads by whose card each thing came, and why it waits; a word says what its ' +
    'card is called',
  async () => {
    const { door: box, world } = await opened(true)
    for (const [, act] of WAITING) {
      taken(await act(world))
      box.later(50_000)
    }
    const page = (await world.keeper.get('/a-montrer')).text
    assert.ok((page.match(/par la carte de Nadia/g) ?? []).length >= 8, page)
    assert.match(page, /c’est dit au nom de quelqu’un d’autre/)
    assert.match(
      (await world.keeper.get('/mes-mots')).text,
      new RegExp(`Signé « ${NAME} » par la carte de Nadia`),
    )
    const own = taken(
      await world.me.post('/annonces/proposer', { title: 'donne des poires', reachBy: 'word' }),
    )
    assert.match(
      (await world.keeper.get(own.location)).text,
      /le 5 décembre, par la carte de Nadia : /,
    )
    assert.doesNotMatch((await world.stranger.get(own.location)).text, /carte de/)
  },
)

testAll(
  'another’s number shows nowhere, in whatever text it is typed, and nothing tells whether it ' +
    'is known here',
  async () => {
    const theirOwn: ReadonlySet<string> = new Set(['members.takeBack', 'meetings.takeBackAnswer'])
    const isTried = (name: string): boolean =>
      commands.includes(name) && !name.endsWith('Relay') && !theirOwn.has(name)
    for (const [name, act] of Object.entries(ACTS).filter(one => isTried(one[0]))) {
      const answers: string[] = []
      for (const { door: box, world } of await bothBoxes()) {
        const answer = taken(await act(world))
        answers.push(heard(answer, ''))
        const figures = (text: string) =>
          text.replace(/[\s.\u00a0\u202f-]/g, '').includes(PHONE.replaceAll(' ', '').slice(1))
        assert.ok(!(await shownBy(box, world.stranger)).some(figures), `${name}: the number shows`)
        box.later(50_000)
      }
      assert.equal(answers[0], answers[1], `${name}: tells who is known`)
    }
  },
)

testOnce('a relay’s name is the one that the keeper asked them by', async () => {
  const { world } = await opened(true)
  taken(await NAMED['members.beRelay']!(world))
  assert.match((await world.stranger.get('/relais')).text, /Nadia au four banal/)
  assert.ok(!holdsThem((await world.stranger.get('/relais')).text))
})

testOnce(
  'one person counts once towards a threshold, whoever they say that they are, and takes ' +
    'their answer back in one act',
  async () => {
    const { door: box, world } = await opened(true)
    const page = async () => (await world.stranger.get(`/idees/idee/${world.idea}`)).text
    for (const input of [
      {},
      {},
      { firstName: 'Monsieur le maire' },
      { pour: 'Josette' },
      { firstName: 'NADIA' },
    ])
      taken(await idea(world, input))
    taken(
      await world.stranger.post(`/repondre/${world.idea}`, {
        answer: 'in',
        firstName: 'Odile',
        reach: 'au local',
      }),
    )
    assert.match(await page(), /Déjà une : Nadia|Nadia en est/)
    assert.doesNotMatch(await page(), /maire|Josette|Odile/)
    const other = await box.memberOf(world.paul)
    assert.equal((await other.post(`/repondre/${world.idea}/reprendre`, {})).status, 422)
    taken(await idea({ ...world, me: other }, {}))
    assert.match(await page(), /Nadia et Paul|Paul et Nadia/)
    assert.match(
      (await world.me.get(`/idees/idee/${world.idea}`)).text,
      /Vous avez répondu.*Reprendre ma réponse/,
    )
    taken(await world.me.post(`/repondre/${world.idea}/reprendre`, {}))
    assert.doesNotMatch(await page(), /Nadia/)
    assert.match(await page(), /Paul/)
    assert.equal(
      box.log.sql.get("SELECT 1 FROM piece WHERE field = 'firstName' AND value = '\"Nadia\"'"),
      undefined,
    )
  },
)

testOnce('two neighbours of one first name are two people here and elsewhere', async () => {
  const { door: box, world } = await opened(true)
  const twin = await box.member('Nadia')
  for (const me of [world.me, twin, twin]) taken(await idea({ ...world, me }, {}))
  assert.match((await world.stranger.get(`/idees/idee/${world.idea}`)).text, /Il en manque trois/)
  assert.equal(box.read.all('SELECT count(*) AS n FROM response WHERE namesake = 1')[0]?.['n'], 1)
})

testOnce('no door but the keeper’s lets what waits be shown', async () => {
  const { door: box, world } = await opened(true)
  taken(await NAMED['offers.offer']!(world))
  const waiting = String(
    box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]?.['id'],
  )
  for (const person of [world.me, world.stranger]) {
    await person.post('/a-montrer/afficher', { id: waiting })
    assert.equal(
      box.read.all('SELECT state FROM proposal_home WHERE id = ?', waiting)[0]?.['state'],
      'waiting',
    )
  }
  taken(await world.keeper.post('/a-montrer/afficher', { id: waiting }))
  const list = (await world.stranger.get('/annonces')).text
  assert.match(list, new RegExp(`${NAME} vend un dentier|dit par Nadia, pour ${NAME}`))
})
