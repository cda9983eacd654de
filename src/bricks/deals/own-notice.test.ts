import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { idIn, type SentNotice, sentNotice } from '../../../tests/exchange/web-villages.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { deal, dealAnswer } from './model/records.ts'
import { threadsHeld } from './model/ticketed.ts'

/** A notice of somebody without a card: its ticket opens the threads about it. */

let box: TestBox
let rene: Member
let ginette: SentNotice
const rows = () => box.engine.read.list(deal, { order: 'id' }, 'home')
const acts = () => box.engine.read.list(dealAnswer, { order: 'id' }, 'home')
const then = (...of: Parameters<TestBox['doneBy']>) => box.doneBy(...of)

const sent = (who: string, title: string, phone: string): Promise<SentNotice> =>
  sentNotice(box, { title, who, phone })
/** A member answers a notice; the address of the thread. */
const answered = async (who: Member, { notice }: SentNotice, said: string): Promise<string> =>
  (await then(who, '/arrangements/interet', { annonce: notice, said })).location
const told = async ({ code }: SentNotice): Promise<string> =>
  (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text

beforeEach(async () => {
  box = testBox()
  box.territory()
  rene = await box.member('René')
  const title = 'cherche une place pour aller au marché jeudi matin'
  ginette = await sent('Ginette', title, '04 77 24 11 22')
})

test('who wrote a notice without a card reads on their ticket who answers it, and answers', async () => {
  const { by, at } = ginette
  assert.doesNotMatch((await by.get(at)).text, /répond à votre annonce/)
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  await then(rene, `${thread}/proposer`, {
    when: 'jeudi 10 décembre 7 h 20',
    where: 'devant chez vous',
  })
  const page = await by.get(at)
  assert.match(page.text, /René répond à votre annonce/)
  assert.match(page.text, /J’ai une place dans la Kangoo\./)
  assert.match(page.text, /jeudi 10 décembre 7 h 20 · devant chez vous/)
  assert.match(page.text, /Corriger/, 'the notice is still hers to correct')
  const other = { says: 'other', when: 'jeudi 10 décembre 7 h 40', where: 'devant l’église' }
  box.later(1_000)
  assert.equal((await by.fill(page, `${at}/repondre`, other)).status, 303)
  assert.equal(rows()[0]!.when, 'jeudi 10 décembre 7 h 40')
  await then(rene, `${thread}/repondre`, { says: 'yes' })
  assert.equal(rows()[0]!.state, 'agreed')
  const id = idIn(thread)
  await then(by, `${at}/mot`, { id, said: 'Je vous attends là.', from: at })
  assert.match((await rene.get(thread)).text, /Je vous attends là\./)
  await then(rene, `${thread}/repondre`, { says: 'done' })
  box.later(1_000)
  assert.equal((await by.fill(await by.get(at), `${at}/repondre`, { says: 'done' })).status, 303)
  assert.deepEqual(
    acts()
      .filter(({ name }) => name === 'Ginette')
      .map(({ says, saidBy }) => [says, saidBy]),
    [
      ['other', 'ticket'],
      ['word', 'ticket'],
      ['done', 'ticket'],
    ],
  )
  assert.deepEqual(box.faults, [])
})

test('two answers are two threads on the ticket: each act goes to its own', async () => {
  const odile = await box.member('Odile')
  const first = await answered(rene, ginette, 'Une place.')
  const second = await answered(odile, ginette, 'Deux places.')
  await then(rene, `${first}/proposer`, { when: 'jeudi 10 décembre 7 h' })
  await then(odile, `${second}/proposer`, { when: 'jeudi 10 décembre 8 h' })
  const { by, at } = ginette
  // What asks something comes first, however old.
  const { id } = rows()[1]!
  await then(by, `${at}/repondre`, { id, says: 'other', when: 'jeudi 10 décembre 9 h', from: at })
  assert.match((await by.get(at)).text, /René répond à votre annonce.*Odile répond/)
  await then(odile, `${second}/repondre`, { says: 'other', when: 'jeudi 10 décembre 8 h 30' })
  const page = await by.get(at)
  const ids = [...page.body.matchAll(/ id="([^"]+)"/g)].map(one => one[1])
  assert.equal(new Set(ids).size, ids.length, 'no two elements have one id')
  await then(by, `${at}/repondre`, { id: idIn(first), says: 'no', from: at })
  await then(by, `${at}/repondre`, { id: idIn(second), says: 'yes', from: at })
  assert.deepEqual(
    rows().map(({ state }) => state),
    ['fallen', 'agreed'],
  )
  const back = await by.post(`${at}/mot`, { id: idIn(second), party: '1', said: '', from: at })
  assert.equal(back.status, 422)
  assert.deepEqual(box.faults, [])
})

test('over http the ticket of a notice says that somebody answers, and no word of it', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  await then(rene, `${thread}/proposer`, {
    when: 'jeudi 10 décembre 7 h 20',
    where: 'devant chez vous',
  })
  const wifi = await box.visitor('wifi').get(ginette.at)
  assert.match(wifi.text, /Quelqu’un répond à votre annonce/)
  assert.doesNotMatch(wifi.text, /René|Kangoo|7 h 20|chez vous/)
})

test('a code says what is asked, where to answer, and no word of it', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place.')
  assert.match(await told(ginette), /Affiché, et quelqu’un a répondu/)
  await then(rene, `${thread}/proposer`, { when: 'jeudi 10 décembre 7 h 20' })
  const where = /Pour répondre : l’adresse de votre billet/
  assert.match(await told(ginette), /Un moment vous est proposé : on attend votre réponse\./)
  assert.match(await told(ginette), where)
  await then(ginette.by, `${ginette.at}/repondre`, {
    id: idIn(thread),
    says: 'yes',
    from: ginette.at,
  })
  assert.match(await told(ginette), /C’est convenu\./)
  await then(rene, `${thread}/retard`)
  assert.match(await told(ginette), /on vous dit être en retard/)
  await then(rene, `${thread}/repondre`, { says: 'done' })
  assert.match(await told(ginette), /dites si c’est fait pour vous aussi\./)
  assert.match(await told(ginette), where)
  assert.doesNotMatch(await told(ginette), /rien à dire|René|7 h 20|Ginette/)
})

test('no ticket reads or writes a thread that is not its own', async () => {
  const josette = await sent('Josette', 'cherche des bocaux vides', '04 77 24 33 44')
  const odile = await box.member('Odile')
  const hers = await answered(rene, ginette, 'zwyntrolubak')
  const other = await answered(odile, josette, 'plovitrusk')
  await then(rene, `${hers}/proposer`, { when: 'jeudi 10 décembre' })
  // A thread between two members, about a notice of one of them.
  const own = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const annonce = idIn((await rene.post('/annonces/proposer', own)).location)
  const between = (await then(odile, '/arrangements/interet', { annonce, said: 'krosmivelt' }))
    .location
  assert.doesNotMatch((await josette.by.get(josette.at)).body, /zwyntrolubak|krosmivelt|René/)
  assert.doesNotMatch((await ginette.by.get(ginette.at)).body, /plovitrusk|krosmivelt|Odile/)
  const before = JSON.stringify([rows(), acts()])
  const doing = ['mot', 'retard', 'repondre', 'proposer', 'vu', 'finir', 'signaler', 'revenir']
  for (const thread of [hers, between])
    for (const act of doing)
      for (const party of ['', '0', '1'])
        for (const says of ['yes', 'no', 'other', 'done', 'keep']) {
          const input = {
            id: idIn(thread),
            party,
            says,
            said: 'moi',
            when: 'lundi 7 décembre',
            from: '/',
          }
          const { status } = await josette.by.post(`${josette.at}/${act}`, input)
          assert.notEqual(status, 303, `${act} ${party} ${says}`)
        }
  // As the other party of one's own thread neither.
  const asRene = { id: idIn(hers), party: '0', said: 'moi', from: '/' }
  assert.equal((await ginette.by.post(`${ginette.at}/mot`, asRene)).status, 422)
  assert.equal(JSON.stringify([rows(), acts()]), before)
  assert.ok(other)
  assert.deepEqual(box.faults, [])
})

test('who sends again what somebody else sent opens nothing of it; nor does the notice of a member', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  const [first] = box.read.all('SELECT id FROM proposal_home ORDER BY id')
  const [copy] = box.read.all('SELECT of, piece, sentBy FROM proposal_home')
  const fields = { ...copy, state: 'shown', shownAs: ginette.notice, stoodThere: true }
  const again = box.bring('proposal', fields as never, 'home')
  assert.deepEqual(threadsHeld(box.engine.read, again), [])
  const held = threadsHeld(box.engine.read, String(first!['id']))
  assert.deepEqual(
    held.map(({ row }) => row.id),
    [idIn(thread)],
  )
  // A member's notice is opened by their card, and by no ticket.
  const odile = await box.member('Odile')
  const known = { title: 'Odile cherche un râteau', who: 'Odile', author: odile.id }
  const shownAs = box.bring('need', known)
  const theirs = box.bring('proposal', { ...copy, state: 'shown', shownAs } as never, 'home')
  await then(rene, '/arrangements/interet', { annonce: shownAs, said: 'J’en ai un.' })
  assert.equal(rows().length, 2)
  assert.deepEqual(threadsHeld(box.engine.read, theirs), [])
})

test('who takes their notice back leaves nothing of theirs in its threads; the ticket opens nothing', async () => {
  const { by, at } = ginette
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  const id = idIn(thread)
  await then(by, `${at}/mot`, { id, said: 'Chez ma sœur Huguette.', from: at })
  await then(by, `${at}/proposer`, {
    id,
    when: 'vendredi 11 décembre',
    where: 'rue Haute',
    from: at,
  })
  await then(by, `${at}/reprendre`, { from: `${at}/reprendre` })
  const left = (await rene.get(thread)).text
  assert.match(left, /J’ai une place dans la Kangoo\./)
  assert.doesNotMatch(left, /Ginette|Huguette|vendredi 11 décembre|rue Haute|marché/)
  for (const gone of [
    'Ginette',
    'Huguette',
    'vendredi 11 décembre',
    'rue Haute',
    '24 11 22',
    'au marché',
  ])
    assert.deepEqual(
      box.engine.log.sql.all('SELECT value FROM piece WHERE instr(value, ?)', gone),
      [],
      gone,
    )
  assert.equal((await by.get(at)).status, 404)
  assert.equal((await by.post(`${at}/mot`, { id, said: 'Encore' })).status, 404)
  assert.deepEqual(box.faults, [])
})

test('what its holder read by their ticket nobody carries to them any more', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  const slips = () => box.engine.read.all('SELECT handedOn FROM word_home')
  assert.equal(slips()[0]!['handedOn'], null)
  await then(ginette.by, `${ginette.at}/vu`, { id: idIn(thread), from: ginette.at })
  assert.notEqual(slips()[0]!['handedOn'], null)
  assert.doesNotMatch((await box.keeper.get('/mes-mots')).text, /Kangoo/)
  assert.match((await rene.get(thread)).text, /Lu, le 5 décembre/)
  assert.deepEqual(rows()[0]!.unseen, null)
  assert.deepEqual(box.faults, [])
})

test('the keeper who carries the answer reads the telephone of the notice', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  assert.match((await box.keeper.get(thread)).text, /04 77 24 11 22/)
  assert.match((await box.keeper.get('/mes-mots')).text, /Ginette, .*04 77 24 11 22/)
  assert.doesNotMatch((await rene.get(thread)).text, /Pour joindre Ginette/)
})

test('once it is done and told, a code says that it is done, not that somebody answered', async () => {
  const thread = await answered(rene, ginette, 'J’ai une place.')
  await then(rene, `${thread}/proposer`, { when: 'jeudi 7 h 20' })
  const own = { id: idIn(thread), from: ginette.at }
  await then(ginette.by, `${ginette.at}/repondre`, { ...own, says: 'yes' })
  await then(rene, `${thread}/repondre`, { says: 'done' })
  await then(ginette.by, `${ginette.at}/repondre`, { ...own, says: 'done' })
  await then(ginette.by, `${ginette.at}/vu`, own)
  assert.match(await told(ginette), /C’est fait\./)
  assert.doesNotMatch(await told(ginette), /quelqu’un a répondu/)
})

test('the ticket and its code say first what was agreed or fell through last', async () => {
  const odile = await box.member('Odile')
  const first = await answered(rene, ginette, 'Une place.')
  const second = await answered(odile, ginette, 'Deux places.')
  const yes = (thread: string) =>
    then(ginette.by, `${ginette.at}/repondre`, {
      ...{ id: idIn(thread), says: 'yes', from: ginette.at },
    })
  const lead = async (): Promise<string> =>
    /<p><b>([^<]+)</.exec((await ginette.by.get(ginette.at)).body)![1]!
  const [off, agreed] = [/finalement, ça ne se fait pas/, /^C’est convenu\./]
  await then(rene, `${first}/proposer`, { when: 'jeudi 10 décembre 7 h 20' })
  await yes(first)
  await then(rene, `${first}/repondre`, { says: 'not' })
  assert.match(await lead(), off)
  await then(odile, `${second}/proposer`, { when: 'jeudi 10 décembre 8 h' })
  assert.match(await lead(), /on attend votre réponse/)
  await yes(second)
  assert.match(await lead(), agreed)
  assert.match(await told(ginette), /C’est convenu\./)
  assert.doesNotMatch(await told(ginette), off)
  assert.match(
    (await ginette.by.get(ginette.at)).text,
    /René dit que, finalement, ça ne se fait pas/,
  )
  await then(odile, `${second}/repondre`, { says: 'not' })
  assert.match(await lead(), off)
  assert.match(await told(ginette), off)
  assert.deepEqual(box.faults, [])
})

test('a thread that fell through stands folded beside others, in one line on paper', async () => {
  const { by, at } = ginette
  const malo = await box.member('Malo')
  const first = await answered(rene, ginette, 'J’ai une place dans la Kangoo.')
  await then(rene, `${first}/proposer`, { when: 'jeudi 10 décembre 7 h 20' })
  await then(rene, `${first}/repondre`, { says: 'no' })
  const alone = await by.get(at)
  assert.doesNotMatch(alone.body, /<details[^>]*>\s*<summary>[^<]*proposition/, 'alone it is open')
  await answered(malo, ginette, 'Moi aussi.')
  const page = await by.get(at)
  const [, dead = ''] = /René répond à votre annonce(.*?)<\/section>/s.exec(page.body) ?? []
  assert.match(dead, /<div class="no-print">.*<details>.*Kangoo.*<\/details>\s*<\/div>/s)
  assert.match(dead, /<\/div>\s*<p class="only-print">[^<]+<\/p>\s*$/, 'on paper one line')
  const [, live = ''] = /Malo répond à votre annonce(.*?)<\/section>/s.exec(page.body) ?? []
  assert.match(live, /<h3>Ce qui s’est dit<\/h3>/)
  assert.match(live, /aria-label="Envoyer ce mot \(Malo\)"/)
  const id = idIn(first)
  const empty = await by.post(`${at}/proposer`, { id, from: at, party: '0', when: '' })
  assert.equal(empty.status, 422)
  const [, back = ''] = /René répond à votre annonce(.*?)<\/section>/s.exec(empty.body) ?? []
  assert.match(back, /<details open>/, 'a form that comes back is not folded away')
})

test('in English the words of people alone are said to be French', async () => {
  const { by, at } = ginette
  await answered(rene, ginette, 'J’ai une place.')
  const { body } = await by.get(`${at}?langue=en`)
  assert.match(body, /<h2>\s*René answered your notice/)
  assert.match(body, /<blockquote lang="fr"><p class="said-word">J’ai une place\./)
  assert.doesNotMatch(body, /<div lang="fr">\s*<dl/, 'its labels are of the box')
})

test('who erases a notice reads first that its conversations end; the other keeps a page', async () => {
  const { by, at } = ginette
  const ends = /Les conversations à son sujet sont finies : les autres liront/
  assert.doesNotMatch((await by.get(`${at}/reprendre`)).text, ends)
  const thread = await answered(rene, ginette, 'J’ai une place.')
  assert.match((await by.get(`${at}/reprendre`)).text, ends)
  await then(by, `${at}/reprendre`, { from: `${at}/reprendre` })
  assert.match((await rene.get(thread)).body, /<h1[^>]*>Arrangement<\/h1>/)
})

test('the ticket of a notice says once what holds for all its talks, and comes back to the one', async () => {
  const box = testBox()
  using _ = box
  box.territory()
  const { by, at, notice } = await sentNotice(box, {
    ...{ title: 'vends une commode', who: 'Zoé', phone: '06 11 22 33 44' },
  })
  const threads: string[] = []
  for (const name of ['Inès', 'Bruno']) {
    const who = await box.member(name)
    threads.push(idIn(await box.leadsTo(who, '/arrangements/interet', { annonce: notice })))
  }
  const { text, body } = await by.get(at)
  assert.doesNotMatch(text, /Où on en est/, 'what became of it is said above')
  assert.equal(text.match(/Tout ce qui est dit ici s’efface/g)?.length, 1)
  assert.equal(body.split(`href="/annonces/${notice}"`).length, 2)
  for (const id of threads) {
    assert.equal(body.split(`<section class="part" id="${id}">`).length, 2)
    box.later(1_000)
    const said = await by.post(`${at}/mot`, { id, said: 'Passez samedi.' })
    assert.equal(said.location, `${at}#${id}`)
  }
  // An address that a form names is none of ours.
  box.later(1_000)
  const odd = await by.post(`${at}/mot`, { id: 'x"><b>', said: 'Passez dimanche.' })
  assert.doesNotMatch(odd.location, /#/)
  assert.deepEqual(box.faults, [])
})
