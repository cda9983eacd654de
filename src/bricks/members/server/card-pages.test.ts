import assert from 'node:assert/strict'
import { beforeEach, test as toldTest } from 'node:test'
import { type Answer, hiddenIn, textOf, type Where } from '../../../../tests/support/browser.ts'
import { lacking } from '../../../../tests/support/folders.ts'
import { cardOf, PASSPHRASE, type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { faultLine } from '../../../engine/fault-line.ts'
import { newCard, takeBackCard } from './cards.ts'

const PHONE = '06 71 22 33 44'
const EVERYWHERE: readonly Where[] = ['wifi', 'https', 'here']
let box: TestBox
let elodie = ''
/** Cards are of members: a house whose brick of them was taken out has none. */
const skip = lacking('member')
const test = (sentence: string, works: () => Promise<void> | void): unknown =>
  toldTest(sentence, { skip }, works)
beforeEach(async () => {
  if (skip) return
  box = testBox()
  elodie = box.welcome({ name: 'Élodie', how: 'phone', phone: PHONE })
})
/** The bar of who is signed in. */
const isIn = (page: Answer): boolean => page.body.includes('class="keeper"')
const sessions = () => box.local.sql.all('SELECT who FROM session').length

test(
  'a card is made by the keeper alone, and its page is kept by no browser and told to no ' +
    'other page',
  async () => {
    const stranger = await box.visitor().post('/carte-habitant', { member: elodie })
    assert.equal(stranger.status, 403)
    assert.equal(box.local.sql.all('SELECT * FROM card').length, 0)
    const page = await box.keeper.post('/carte-habitant', { member: elodie })
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal(page.headers.get('referrer-policy'), 'same-origin')
    assert.match(page.text, /Élodie Numéro \d{3} \d{2}/)
    assert.match(page.body, /<svg[^>]*class="qr/)
  },
)

test(
  'a page of a card that is asked again shows the same card, then none: the printed one goes ' +
    'on opening',
  async () => {
    const page = await box.keeper.get(`/habitants/${elodie}`)
    const again = (): Promise<Answer> => box.keeper.fill(page, '/carte-habitant')
    const numberOn = ({ text: said }: Answer): string | undefined =>
      /Numéro (\d{3} \d{2})/.exec(said)?.[1]
    const [first, twice] = await Promise.all([again(), again()])
    const number = numberOn(first)
    assert.ok(number)
    assert.equal(numberOn(twice), number, 'pressed twice')
    const words = /class="words"><b>([^<]+)</.exec(first.body)?.[1] ?? ''
    assert.equal(numberOn(await again()), number)
    const opens = async (): Promise<number> =>
      (await box.visitor().post('/entrer/carte', { number: number!, words })).status
    assert.equal(await opens(), 303)
    for (const _half of [1, 2]) {
      box.later(6 * 60_000)
      await box.keeper.get('/habitants')
    }
    const late = await again()
    assert.deepEqual([late.status, numberOn(late)], [409, undefined])
    assert.match(late.text, /déjà été faite.*la dernière carte faite reste la bonne/)
    assert.equal(await opens(), 303)
    // On purpose, by the person’s page.
    const other = await box.keeper.fill(
      await box.keeper.get(`/habitants/${elodie}`),
      '/carte-habitant',
    )
    assert.ok(numberOn(other) && numberOn(other) !== number)
    assert.equal(await opens(), 403)
    assert.equal(
      (await again()).status,
      409,
      'the card of before is not shown in the place of the one that opens',
    )
  },
)

for (const where of EVERYWHERE)
  test(`reading a card changes nothing, the button opens the visit (${where})`, async () => {
    const card = await newCard(box.local, elodie, box.now())
    const person = box.visitor(where)
    const page = await person.get(`/entrer/carte/${card.number}-${card.secret}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /Bonjour Élodie, c’est vous/)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal(page.headers.get('referrer-policy'), 'same-origin')
    assert.equal(sessions(), 0)
    assert.equal(person.cookies.get('tenue'), undefined)
    const entered = await person.post('/entrer/carte', { number: card.number, secret: card.secret })
    assert.equal(entered.status, 303)
    assert.equal(entered.location, '/moi')
    assert.ok(!entered.location.includes(card.secret))
    assert.equal(sessions(), 1)
    assert.match((await person.get('/moi')).text, /Bonjour Élodie.*Ma page/)
  })

test(
  'a shared computer is the answer unless another is given; over http a visit always ends ' +
    'with the browser',
  async () => {
    const card = await newCard(box.local, elodie, box.now())
    const address = `/entrer/carte/${card.number}-${card.secret}`
    assert.match((await box.visitor('https').get(address)).body, /name="own" value="0" checked/)
    assert.ok(!(await box.visitor('wifi').get(address)).body.includes('name="own"'))
    for (const [where, own, keeps] of [
      ['https', '0', false],
      ['https', '1', true],
      ['wifi', '1', false],
    ] as const) {
      const answer = await box
        .visitor(where)
        .post('/entrer/carte', { number: card.number, secret: card.secret, own })
      const cookie = answer.headers.getSetCookie().find(line => line.startsWith('tenue=')) ?? ''
      assert.equal(/max-age/i.test(cookie), keeps, `${where} ${own}`)
      assert.match(cookie, /HttpOnly/i)
      assert.equal(/secure/i.test(cookie), where === 'https')
    }
    box.later(11 * 60_000)
    const person = await box.withCard({ ...card, words: card.words.join(' ') }, 'wifi')
    box.later(11 * 60_000)
    assert.ok(!isIn(await person.get('/')), 'ten idle minutes close it')
  },
)

test('a card that another browser or another site posts opens nothing', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const fields = { number: card.number, secret: card.secret }
  const other = await box
    .visitor()
    .post('/entrer/carte', fields, { origin: 'http://ailleurs.example' })
  assert.equal(other.status, 403)
  assert.equal(sessions(), 0)
})

test('who has lost their card reads of whom they ask for another, where and when', async () => {
  box.territory({ keptBy: 'Anaïs', reach: 'au local, le mercredi à 17 h' })
  const asked = { number: '123 456', words: 'un deux trois quatre' }
  const answer = await box.visitor().post('/entrer/carte', asked)
  assert.match(answer.text, /Demandez-en une autre à Anaïs, au local, le mercredi à 17 h/)
})

test('a replaced card says so to who holds it, and whom to ask; no other words do', async () => {
  box.territory({ keptBy: 'Anaïs', reach: 'au local' })
  const lost = await newCard(box.local, elodie, box.now())
  const words = lost.words.join(' ')
  const replaced = /Cette carte est remplacée : demandez la nouvelle à Anaïs, au local/
  const closed = /Cette carte n’ouvre plus rien : demandez-en une autre à Anaïs, au local/
  const typed = async (number: string, said: string) => {
    box.later(120_000)
    return (await box.visitor().post('/entrer/carte', { number, words: said })).text
  }
  const drawn = async () =>
    (await box.visitor().get(`/entrer/carte/${lost.number}-${lost.secret}`)).text
  takeBackCard(box.local, elodie)
  assert.match(await typed(lost.number, words), closed)
  assert.match(await drawn(), closed)
  await newCard(box.local, elodie, box.now())
  for (const said of [
    await typed(lost.number, words),
    await typed('Élodie', words),
    await drawn(),
  ]) {
    assert.match(said, replaced)
    assert.doesNotMatch(said.replaceAll('Élodie', ''), /élodie/i)
  }
  for (const [number, said] of [
    [lost.number, 'abeille lune'],
    ['Élodie', 'abeille lune'],
    ['Paul', words],
    ['99999', words],
  ] as const)
    assert.match(await typed(number, said), /Ce n’est pas le bon numéro, ou pas les bons mots/)
})

test('a guess at a closed card waits as a guess at any', async () => {
  const lost = await newCard(box.local, elodie, box.now())
  await newCard(box.local, elodie, box.now())
  const by = box.visitor('wifi')
  const tries: number[] = []
  for (let n = 0; n < 5; n++)
    tries.push(
      (await by.post('/entrer/carte', { number: lost.number, words: lost.words.join(' ') })).status,
    )
  assert.deepEqual(tries, [403, 403, 403, 429, 429])
})

test('a visit that a new card closed is told so on its next page, once', async () => {
  box.territory({ keptBy: 'Anaïs', reach: 'au local' })
  const made = /Une nouvelle carte a été faite.*demandez-la à Anaïs, au local/
  for (const path of ['/', '/moi', '/annonces']) {
    const person = await box.withCard(await cardOf(box.keeper, elodie))
    await person.get('/')
    await cardOf(box.keeper, elodie)
    assert.match((await person.get(path)).text, made, path)
    for (const next of ['/', '/moi']) assert.doesNotMatch((await person.get(next)).text, made, next)
  }
  const other = await box.withCard(await cardOf(box.keeper, elodie))
  await other.get('/')
  takeBackCard(box.local, elodie)
  assert.match((await other.get('/')).text, /Votre carte n’ouvre plus rien.*une autre à Anaïs/)
  assert.doesNotMatch((await box.visitor().get('/')).text, /carte n’ouvre plus|nouvelle carte a/)
})

test('the secret of a card is in no line of the machine, whatever fails', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const person = box.visitor()
  box.local.db.exec('ALTER TABLE card RENAME TO lost')
  const page = await person.get(`/entrer/carte/${card.number}-${card.secret}`)
  const answer = await person.post('/entrer/carte', { number: card.number, secret: card.secret })
  box.local.db.exec('ALTER TABLE lost RENAME TO card')
  assert.equal(page.status, 500)
  assert.equal(answer.status, 500)
  const lines = box.faults.map(faultLine).join('\n')
  assert.ok(box.faults.length >= 2)
  for (const text of [lines, answer.body, page.body]) assert.ok(!text.includes(card.secret))
})

test(
  'words that are guessed are made to wait, then stopped; the drawing of the right card still ' +
    'opens',
  async () => {
    const card = await newCard(box.local, elodie, box.now())
    const person = box.visitor('wifi')
    const tries: number[] = []
    for (let n = 0; n < 5; n++)
      tries.push(
        (await person.post('/entrer/carte', { number: card.number, words: `abeille lune ${n}` }))
          .status,
      )
    assert.deepEqual(tries, [403, 403, 403, 429, 429])
    let status = 0
    for (let n = 0; n < 24; n++) {
      box.later(30_000)
      const other = await newCard(box.local, elodie, box.now())
      status = (await person.post('/entrer/carte', { number: other.number, words: 'abeille lune' }))
        .status
      if (status === 429) break
    }
    assert.equal(status, 429, 'a neighbour who tries them all is stopped')
    const right = await newCard(box.local, elodie, box.now())
    assert.equal(
      (await person.post('/entrer/carte', { number: right.number, words: right.words.join(' ') }))
        .status,
      429,
    )
    assert.equal(
      (await person.post('/entrer/carte', { number: right.number, secret: right.secret })).status,
      303,
    )
  },
)

test(
  'the wait after wrong words is one person’s at one card, however its number is written; its ' +
    'owner waits for nobody else’s guesses',
  async () => {
    const card = await newCard(box.local, elodie, box.now())
    const wide = [...card.number]
      .map(figure => String.fromCodePoint(0xff10 + Number(figure)))
      .join('')
    const ways = [card.number, wide, card.number.slice(0, 2) + wide.slice(2), ` n° ${card.number} `]
    const guessing = box.visitor('wifi')
    const tries: number[] = []
    for (const number of ways)
      tries.push((await guessing.post('/entrer/carte', { number, words: 'abeille lune' })).status)
    assert.deepEqual(tries, [403, 403, 403, 429])
    const right = { number: card.number, words: card.words.join(' ') }
    assert.equal((await box.visitor('wifi').post('/entrer/carte', right)).status, 303)
    assert.equal((await guessing.post('/entrer/carte', right)).status, 429)
  },
)

test('wrong words typed all evening at the box’s own computer stop nobody there', async () => {
  const here = box.visitor('here')
  for (let n = 0; n < 24; n++) {
    box.later(1_000)
    const other = await newCard(box.local, elodie, box.now())
    assert.equal(
      (await here.post('/entrer/carte', { number: other.number, words: 'abeille lune' })).status,
      403,
    )
  }
  const card = await newCard(box.local, elodie, box.now())
  assert.equal(
    (await here.post('/entrer/carte', { number: card.number, words: card.words.join(' ') })).status,
    303,
  )
})

test('an evening of right words typed at one machine stops nobody', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const typed = { number: card.number, words: card.words.join(' ') }
  for (let n = 0; n < 22; n++)
    assert.equal((await box.visitor('wifi').post('/entrer/carte', typed)).status, 303)
})

test('nobody becomes the keeper by a card, and a neighbour finds the keeper’s pages closed', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const person = await box.withCard({ ...card, words: card.words.join(' ') })
  const page = await person.get('/habitants')
  assert.ok(page.body.includes('name="passphrase"') && !page.body.includes('name="number"'))
  assert.ok(!page.text.includes(PHONE))
  const forged = await newCard(box.local, 'keeper', box.now())
  assert.equal(
    (await box.visitor().post('/entrer/carte', { number: forged.number, secret: forged.secret }))
      .status,
    403,
  )
})

test('the visit of a member ends when they leave, and when the card is taken back or made again', async () => {
  const first = await box.withCard(await cardOf(box.keeper, elodie))
  assert.ok(isIn(await first.get('/')))
  const second = await box.withCard(await cardOf(box.keeper, elodie))
  assert.ok(!isIn(await first.get('/')), 'a new card closes what the old one opened')
  takeBackCard(box.local, elodie)
  assert.ok(!isIn(await second.get('/')))
  const third = await box.withCard(await cardOf(box.keeper, elodie))
  await box.keeper.post('/apporter', {
    records: JSON.stringify([{ type: 'member', id: elodie, fields: { state: 'left' } }]),
  })
  assert.ok(!isIn(await third.get('/')))
})

test('over http no page shows a private field, even to the one whose it is; at the box it does', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const words = { ...card, words: card.words.join(' ') }
  const over = await box.withCard(words, 'wifi')
  for (const path of [
    '/moi',
    '/',
    '/annonces/proposer',
    '/annonces/chercher',
    '/habitants',
    `/habitants/${elodie}`,
    '/habitants/accueillir',
  ])
    assert.ok(!(await over.get(path)).body.replace(/\D/g, '').includes('0671223344'), path)
  for (const where of ['https', 'here'] as const)
    assert.ok(textOf((await (await box.withCard(words, where)).get('/moi')).body).includes(PHONE))
})

test(
  'both ways in stand on the sign-in page, the card first; over http the keeper is told where ' +
    'to go',
  async () => {
    const page = await box.visitor().get('/entrer')
    assert.ok(
      page.body.indexOf('name="number"') > 0 &&
        page.body.indexOf('name="number"') < page.body.indexOf('name="passphrase"'),
    )
    const over = await box.visitor('wifi').get('/entrer')
    assert.ok(over.body.includes('name="number"') && !over.body.includes('name="passphrase"'))
    assert.match(over.body, /https:\/\/borne\.local:8443\/entrer/)
  },
)

test(
  'what a visitor posts and only a neighbour may waits in the sign-in page, is read after the ' +
    'card, and goes on by another press',
  async () => {
    const card = await newCard(box.local, elodie, box.now())
    const person = box.visitor('wifi')
    const accord = { use: 'told', from: '/moi' }
    const asked = await person.post(`/habitants/${elodie}/accord`, accord)
    assert.equal(asked.status, 403)
    const tenu = hiddenIn(asked.body, 'tenu')
    assert.ok(tenu !== '' && asked.body.includes('name="words"'))
    const wrong = await person.post('/entrer/carte', {
      number: card.number,
      words: 'abeille',
      tenu,
    })
    assert.equal(hiddenIn(wrong.body, 'tenu'), tenu, 'a wrong word loses nothing of what was held')
    const shown = await person.post('/entrer/carte', {
      number: card.number,
      words: card.words.join(' '),
      tenu,
    })
    assert.match(shown.text, /n’est pas parti.*en votre nom, Élodie/)
    const done = await person.fill(shown, `/habitants/${elodie}/accord`)
    assert.equal(done.status, 303)
    assert.equal(done.location, '/moi')
    assert.equal(
      box.read.all("SELECT use FROM consent_home WHERE member = ? AND use = 'told'", elodie).length,
      1,
    )
  },
)

test(
  'a notice sent after the visit ended is not a stranger’s: it waits in the sign-in page, and ' +
    'is its author’s after it',
  async () => {
    const card = await newCard(box.local, elodie, box.now())
    const typed = { number: card.number, words: card.words.join(' ') }
    const person = await box.withCard({ ...card, words: typed.words }, 'wifi')
    const form = await person.get('/annonces/proposer')
    const input = {
      jeton: hiddenIn(form.body, 'jeton'),
      title: 'prête son étau',
      reachBy: 'word',
      from: '/annonces/proposer',
    }
    box.later(11 * 60_000)
    const asked = await person.post('/annonces/proposer', input)
    assert.equal(asked.status, 403)
    const answer = await person.post('/entrer/carte', {
      ...typed,
      tenu: hiddenIn(asked.body, 'tenu'),
    })
    assert.equal(answer.status, 303)
    const [row] = box.read.all('SELECT id, author FROM offer_home')
    assert.equal(row?.['author'], elodie)
    assert.match((await box.visitor().get(answer.location)).text, /Élodie\s: «\sprête son étau\s»/)
    const stranger = box.visitor('wifi')
    const theirs = hiddenIn((await stranger.get('/annonces/proposer')).body, 'jeton')
    assert.equal(
      (
        await stranger.post('/annonces/proposer', {
          ...input,
          who: 'Paul',
          foundAt: 'aux Granges',
          jeton: theirs,
        })
      ).status,
      303,
    )
  },
)

test('the keeper’s post is not done by a card: it goes on waiting for the passphrase', async () => {
  const card = await newCard(box.local, elodie, box.now())
  const person = box.visitor()
  const asked = await person.post('/retirer', { type: 'need', id: elodie })
  assert.ok(asked.body.includes('name="passphrase"') && !asked.body.includes('name="words"'))
  const tenu = hiddenIn(asked.body, 'tenu')
  const by = await person.post('/entrer/carte', { number: card.number, secret: card.secret, tenu })
  assert.equal(by.status, 403)
  const made = await person.post('/carte-habitant', { member: elodie })
  assert.equal(made.status, 403)
  const held = hiddenIn(made.body, 'tenu')
  assert.equal(
    (await person.post('/entrer/carte', { number: card.number, secret: card.secret, tenu: held }))
      .status,
    403,
  )
  const shown = await person.post('/entrer', { passphrase: PASSPHRASE, tenu: held })
  assert.match(shown.text, /c’est la personne qui tient la page qui le dit/)
  assert.match((await person.fill(shown, '/carte-habitant')).text, /Carte d’habitant·e/)
})

test(
  'a lost card is lost: nothing that was opened or chosen with it opens the page, and the ' +
    'keeper sees what does',
  async () => {
    const thief = await box.withCard(await cardOf(box.keeper, elodie))
    assert.equal((await thief.post('/moi/phrase', { phrase: 'deux pies dans le pré' })).status, 303)
    const byPhrase = () =>
      box.visitor().post('/entrer/carte', { number: 'Élodie', words: 'deux pies dans le pré' })
    assert.equal((await byPhrase()).status, 303)
    const page = `/habitants/${elodie}`
    assert.match(
      (await box.keeper.get(page)).text,
      /Une carte, faite.*Une phrase, choisie.*2 visites ouvertes/,
    )
    for (const path of ['/carte-habitant/reprendre', '/carte-habitant']) {
      await box.keeper.post(path, { member: elodie })
      assert.equal((await byPhrase()).status, 403, path)
      assert.ok(!isIn(await thief.get('/')), path)
      const said = (await box.keeper.get(page)).text
      assert.ok(!/Une phrase, choisie|visites? ouvertes?/.test(said), path)
      box.later(120_000)
      const again = await box.withCard(await cardOf(box.keeper, elodie))
      await again.post('/moi/phrase', { phrase: 'deux pies dans le pré' })
    }
    assert.ok(
      !/Une phrase, choisie|visites? ouvertes?/.test((await thief.get(page)).text),
      'it is the keeper’s to see',
    )
  },
)

test('a phrase that is being chosen while the card is taken back opens nothing', async () => {
  const thief = await box.withCard(await cardOf(box.keeper, elodie))
  const chosen = thief.post('/moi/phrase', { phrase: 'deux pies dans le pré' })
  const back = box.keeper.post('/carte-habitant/reprendre', { member: elodie })
  await Promise.all([chosen, back])
  assert.equal(box.local.sql.all('SELECT * FROM phrase').length, 0)
})

test('a first name and the four words of a card open, when one person alone bears it here', async () => {
  const card = await cardOf(box.keeper, elodie)
  const typed = (number: string, words = card.words) =>
    box.visitor().post('/entrer/carte', { number, words })
  for (const name of ['Élodie', ' elodie']) assert.equal((await typed(name)).status, 303, name)
  const wrong = await typed('Élodie', 'abeille lune')
  const nobody = await typed('Zoé', 'abeille lune')
  assert.deepEqual([wrong.status, nobody.status], [403, 403])
  assert.equal(
    wrong.text,
    nobody.text.replaceAll('Zoé', 'Élodie'),
    'no more is said of a name that is somebody’s',
  )
  const other = box.welcome({ name: 'Elodie' })
  assert.equal((await typed('Élodie')).status, 303, 'the other one has no card')
  await cardOf(box.keeper, other)
  assert.equal((await typed('Élodie')).status, 403)
  assert.equal((await typed(card.number)).status, 303)
})

test('a keeper who types a phrase in the box of the card is told where their own is', async () => {
  const typed = { number: 'Anaïs', words: 'quatre chaises au soleil' }
  const refused = await box.visitor().post('/entrer/carte', typed)
  assert.equal(refused.status, 403)
  assert.match(refused.body, /href="\/entrer#f-passphrase"/)
  assert.match((await box.visitor().get('/entrer')).body, /id="f-passphrase"/)
})

test('who lost a card closes it from a visit that is open, and comes back by a new phrase', async () => {
  const card = await cardOf(box.keeper, elodie)
  const [mine, thief] = [await box.withCard(card), await box.withCard(card)]
  const old = { phrase: 'deux pies dans le pré' }
  await thief.post('/moi/phrase', old)
  const page = await mine.get('/moi')
  assert.match(page.text, /J’ai perdu ma carte/)
  assert.equal((await mine.fill(page, '/moi/carte-perdue')).location, '/moi')
  const said = (await mine.get('/moi')).text
  assert.match(said, /Votre carte perdue n’ouvre plus rien/)
  assert.ok(!isIn(await thief.get('/')), 'the finder is out')
  const enters = async (number: string, words: string) =>
    (await box.visitor().post('/entrer/carte', { number, words })).status
  assert.equal(await enters(card.number, card.words), 403)
  assert.equal(await enters('Élodie', old.phrase), 403)
  const phrase = 'quatre merles au soleil'
  await mine.fill(await mine.get('/moi'), '/moi/phrase', { phrase })
  assert.equal(await enters('Élodie', phrase), 303)
  assert.equal((await box.visitor().post('/moi/carte-perdue', {})).status, 403)
})

test('a phrase of few letters is refused, however long it is', async () => {
  const mine = await box.withCard(await cardOf(box.keeper, elodie))
  for (const phrase of ['aaaaaaaaaaaaaaaa', 'lalalalalalalala']) {
    await mine.post('/moi/phrase', { phrase })
    assert.match((await mine.get('/moi')).text, /trop courte ou trop simple/)
  }
})
