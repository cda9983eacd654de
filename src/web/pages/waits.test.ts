import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Answer } from '../../../tests/support/browser.ts'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import type { ToDoReader } from '../../contract/to-do.ts'
import { waitsFor } from './waits.ts'

let box: TestBox
let mathieu = ''
let trailer = ''
beforeEach(async () => {
  box = testBox()
  mathieu = box.welcome({ name: 'Mathieu' })
  trailer = box.bring('offer', {
    title: 'Mathieu prête sa remorque',
    who: 'Mathieu',
    mode: 'lend',
    author: mathieu,
  })
})
const notice = { title: 'je donne des bocaux', who: 'Colette', reachBy: 'someone', reach: 'au bar' }
const bar = ({ text }: Answer): string => /^.*?Sortir/.exec(text)?.[0] ?? ''
const whom = (by: ToDoReader['by'], me?: string): ToDoReader => ({
  by,
  ...(me === undefined ? {} : { me }),
  lang: 'fr',
  private: true,
  today: '2026-12-05',
  clock: () => Date.parse('2026-12-05T10:00:00Z'),
  ownPhones: () => [],
  territory: () => undefined,
  lived: () => 0,
})

test(
  'the keeper’s waiting matters are counted on each of their pages, listed on the ' +
    'first, and numbered on their own',
  async () => {
    assert.doesNotMatch(bar(await box.keeper.get('/agenda')), /\(\d/)
    assert.match((await box.keeper.get('/tenir')).text, /Ce qui vous attend Rien n’attend/)
    for (const who of ['Colette', 'Anna'])
      await box.visitor().post('/annonces/proposer', { ...notice, who })
    await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' })
    for (const path of ['/', '/tenir', '/agenda', '/annonces'])
      assert.match(bar(await box.keeper.get(path)), /À montrer \(2\) .*Mots à remettre \(1\)/, path)
    assert.match((await box.keeper.get('/')).text, /Pour vous à lire : 2 offres un mot à remettre/)
    assert.match(
      (await box.keeper.get('/tenir')).text,
      /Ce qui vous attend À montrer \(2\) à lire : 2 offres Mots à remettre \(1\)/,
    )
  },
)

test('a page of notes waits as long as something of it was neither shown nor left, its people ' +
  'until their strip is printed', {
  skip: lackingBrick('harvest'),
}, () => {
  const of = box.bring('harvest', { title: 'Réunion du 3', state: 'open' }, 'home')
  const piece = (state: string, more: Readonly<Record<string, unknown>> = {}): string =>
    box.bring(
      'proposal',
      {
        of: 'idea',
        piece: box.bring('idea', { title: 'Un four' }, 'home'),
        sentBy: 'harvest',
        harvest: of,
        state,
        ...more,
      },
      'home',
    )
  const told = (): readonly string[] =>
    waitsFor(box.engine, whom('keeper')).map(({ n, sentence }) => `${n} ${sentence}`)
  piece('refused')
  piece('shown')
  assert.deepEqual(told(), [])
  piece('waiting')
  piece('kept')
  const someone = piece('waiting', { person: true })
  assert.deepEqual(told(), [
    '1 dans une page de notes, 2 passages à choisir et une personne à qui demander son accord',
  ])
  box.bring('code', { word: 'cerise', digits: '3187', opens: someone }, 'home')
  assert.deepEqual(told().toSorted(), [
    '1 dans une page de notes, 2 passages à choisir',
    '1 on attend l’accord d’une personne',
  ])
})

/** Lines only to be read: ten notices, a page of notes, a strip, a number, likely duplicates. */
async function muchToRead(): Promise<void> {
  for (let i = 0; i < 10; i++)
    await box.visitor().post('/annonces/proposer', { ...notice, title: `je donne ${i} bocaux` })
  const harvest = box.bring('harvest', { title: 'Réunion du 3', state: 'open' }, 'home')
  for (const person of [false, true]) {
    const piece = box.bring('idea', { title: 'Un four' }, 'home')
    const of = { of: 'idea', piece, sentBy: 'harvest', harvest, state: 'waiting', person }
    const opens = box.bring('proposal', of, 'home')
    if (person) box.bring('code', { word: 'cerise', digits: '3187', opens }, 'home')
  }
  box.bring('hidden-number', { number: '06 00 00 00 09', state: 'hidden' }, 'home')
  for (const name of ['Bibliothèque du bourg', 'Bibliothèque du Bourg'])
    box.bring('place', { name, commune: '42195' })
}

test('what somebody counts on today is told before ten things to read, and is never folded', {
  skip: ['deals', 'offers', 'harvest', 'meetings', 'agenda', 'privacy']
    .map(lackingBrick)
    .find(Boolean),
}, async () => {
  box.territory()
  const elodie = await box.member('Élodie')
  await muchToRead()
  const threads: string[] = []
  // The one of another day is the older one.
  for (const who of ['Rosa', 'Paul', 'Ida', 'Luc', 'Zoé', 'Jean']) {
    const when = who === 'Rosa' ? 'samedi 12 décembre, 9 h' : 'samedi 5 décembre, 18 h'
    const annonce = box.bring('need', { title: `${who} cherche un trajet`, who })
    const at = await box.leadsTo(elodie, '/arrangements/interet', { annonce })
    await box.doneBy(elodie, `${at}/proposer`, { when })
    await box.doneBy(box.keeper, `${at}/repondre`, { says: 'yes', party: '1' })
    await box.doneBy(elodie, `${at}/repondre`, { says: 'not' })
    threads.push(at)
  }
  const event = box.bring('event', { title: 'Bal', startsOn: '2026-12-05', startsAt: '18:00' })
  const said = { answer: 'in', firstName: 'Léa', reach: '04 77 00 11 22' }
  await box.doneBy(box.keeper, `/repondre/${event}`, said)
  const moves = { jour: '2026-12-05', on: '2026-12-05', startsAt: '20:00' }
  await box.doneBy(box.keeper, `/agenda/${event}/deplacer`, moves)

  const lines = (await linesOn(box.keeper)).map(({ href }) => href)
  const [rosa, ...others] = threads
  const today = [...others, `/repondre/${event}`, '/mes-mots']
  assert.deepEqual(lines.slice(0, 7).toSorted(), today.toSorted(), 'each has a line of its own')
  assert.deepEqual(lines.slice(7, 9), [rosa, '/a-montrer'], 'then what is off another day')
  const { body } = await box.keeper.get('/')
  const fold = body.indexOf('<details><summary>et ')
  for (const href of lines.slice(0, 8)) {
    const at = body.indexOf(`<li><a href="${href}">`)
    assert.ok(at > 0 && at < fold, `${href} is folded`)
    assert.equal((await box.keeper.get(href)).status, 200, href)
  }
  assert.deepEqual(box.faults, [])
})

test('likely duplicates wait until the keeper joins them or tells them apart', async () => {
  const [one, two] = ['Bibliothèque du bourg', 'Bibliothèque du Bourg'].map(name =>
    box.bring('place', { name, commune: '42195' }),
  )
  const told = (): readonly string[] =>
    waitsFor(box.engine, whom('keeper')).map(({ href, n }) => `${href} ${n}`)
  assert.deepEqual(told(), ['/annuaire/doublons 1'])
  await box.keeper.post('/annuaire/doublons/distinguer', { these: [one!, two!] })
  assert.deepEqual(told(), [])
})

test('two kinds that are called the same are counted together', async () => {
  const send = (path: string, input: Readonly<Record<string, string>>) =>
    box.visitor().post(path, input)
  await send('/annonces/proposer', notice)
  await send('/annonces/proposer', { ...notice, title: 'Je donne une table' })
  const all = box.engine.bricks
    .flatMap(brick => Object.values(brick.words.fr.types))
    .map(({ one }) => one)
  const [twice = ''] = all.filter((one, i) => all.indexOf(one) !== i)
  assert.notEqual(twice, '', 'two types have one word')
  const types = box.engine.bricks
    .flatMap(brick => Object.entries(brick.words.fr.types))
    .filter(([, { one }]) => one === twice)
  for (const [of] of types)
    box.bring(
      'proposal',
      {
        of,
        piece: box.bring(of, { [box.engine.types.get(of)!.title]: 'Un four' }, 'home'),
        sentBy: 'visitor',
        state: 'waiting',
      },
      'home',
    )
  const [told] = waitsFor(box.engine, whom('keeper'))
  assert.match(told!.sentence, new RegExp(`(^|\\D)${types.length}\u00a0`))
  assert.equal(told!.sentence.toLowerCase().split(twice.toLowerCase()).length, 2, told!.sentence)
})

test('a damaged file that can’t be counted breaks no page and no other count', async () => {
  await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' })
  const fault = (errcode: number) => ({
    ...box.engine.bricks[0]!,
    slots: {
      waits: () => {
        throw Object.assign(new Error('a fault of the disk'), { errcode })
      },
    },
  })
  const counted = (errcode: number) =>
    waitsFor({ ...box.engine, bricks: [fault(errcode), ...box.engine.bricks] }, whom('keeper'))
  assert.throws(() => counted(13))
  assert.deepEqual(
    counted(11).map(({ href }) => href),
    ['/mes-mots'],
  )
})

test(
  'the bar names one waiting matter; the others are one number on the page that lists ' + 'them',
  async () => {
    await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' })
    box.bring(
      'kit-bag',
      { day: '2026-11-20', where: 'Usson', emptiedOn: '2026-11-21', left: ['un stylo'] },
      'home',
    )
    const two = waitsFor(box.engine, whom('keeper'))
    assert.deepEqual(
      two.map(({ href, n }) => [href, n]),
      [
        ['/mes-mots', 1],
        ['/mallette', 1],
      ],
    )
    assert.match(bar(await box.keeper.get('/')), /Mots à remettre \(1\) Tout le reste \(1\) Sortir/)
  },
)

test(
  'an answer that is awaited and a word are told to the member whose they are, by name where ' +
    'nobody listens',
  async () => {
    const elodie = await box.member('Élodie')
    const [his, near] = [await box.memberOf(mathieu), await box.memberOf(mathieu, 'wifi')]
    assert.doesNotMatch(bar(await his.get('/')), /\(\d/)
    await elodie.post('/arrangements/nouveau', { annonce: trailer, what: 'emprunter la remorque' })
    await box.visitor().post('/mot', { annonce: trailer, sender: 'Anna', said: 'Samedi ?' })
    for (const path of ['/', '/agenda', '/moi']) {
      assert.match(bar(await his.get(path)), /Ma page \(1\) Mes arrangements \(1\)/, path)
      assert.match(bar(await near.get(path)), /Ma page \(1\) Mes arrangements \(1\)/, path)
    }
    assert.match(
      (await his.get('/')).text,
      /Pour vous un mot pour vous, signé Anna Élodie attend votre réponse/,
    )
    const heard = (await near.get('/')).text
    assert.match(heard, /Pour vous un mot pour vous quelqu’un attend votre réponse/)
    assert.doesNotMatch(heard, /Élodie/)
    assert.doesNotMatch((await elodie.get('/')).text, /attend votre réponse|un mot pour vous/)
  },
)

test(
  'counting costs some statements after a write, two otherwise, and none for a visitor, ' +
    'whose page is shared',
  async () => {
    let asked: string[] = []
    for (const { sql } of [box.tables, box.log]) {
      const of = sql.of.bind(sql)
      sql.of = text => {
        asked.push(text)
        return of(text)
      }
    }
    const cost = (who: ToDoReader): number => {
      asked = []
      waitsFor(box.engine, who)
      return asked.length
    }
    const isArgued = () => asked.some(text => text.includes('FROM notice_term WHERE term'))
    const send = () => box.visitor().post('/annonces/proposer', notice)
    // What looks alike is compared again only when a record of the directory comes or goes.
    const first = cost(whom('keeper'))
    await send()
    // How many is held by the budget of the keeper’s first page (tests/budget).
    const keepers = cost(whom('keeper'))
    assert.ok(keepers < first, `${keepers} of ${first}`)
    assert.equal(cost(whom('keeper')), 2)
    for (let i = 0; i < 9; i++) await send()
    assert.ok(cost(whom('keeper')) <= keepers, 'whatever was sent')
    const members = cost(whom('neighbour', mathieu))
    // What meets their notices is argued once, until a notice comes or goes.
    assert.ok(members < keepers && isArgued(), `${members} of ${keepers}`)
    box.welcome({ name: 'Rosa' })
    const again = cost(whom('neighbour', mathieu))
    assert.ok(again < members && !isArgued(), `${again} of ${members}: a card changes no notice`)
    box.bring('need', { title: 'Rosa cherche une remorque', who: 'Rosa' })
    cost(whom('neighbour', mathieu))
    assert.ok(isArgued(), 'a notice came')
    assert.equal(cost(whom('visitor')), 0)
    const page = await box.visitor().get('/')
    assert.ok(
      page.headers.get('etag') &&
        !page.body.includes('class="keeper"') &&
        !page.text.includes('Pour vous'),
    )
  },
)
