import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { tellsErrand } from '../../../tests/support/errands.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/**
 * Law: whoever said yes to an idea, proposed it, or proposed its date, is told that the date is
 * moved or cancelled, though they never answered the date.
 */

const DAY = '2026-12-12'
const news = async (who: Parameters<typeof linesOn>[0]): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join('\n')
type Member = Awaited<ReturnType<TestBox['member']>>
type Visitor = ReturnType<TestBox['visitor']>
const sees = async (who: Member) => who.fill(await who.get('/'), SAW_NEWS)

const MOVED = /changement de jour : « Un four », dimanche 13 décembre à 10 h, au lieu du samedi 12/i
const AGAIN = /changement de jour : « Un four », dimanche 20 décembre à 10 h, au lieu du samedi 12/i
const OFF_FATE = /Mais (?:c’est annulé|le jour fixé est annulé : l’idée, elle, tient)/
const OFF = /annulé : « Un four », dimanche 20 décembre \(voûte fendue\)/i

/** An idea by Ida’s ticket, for which four said yes, and its day by Tom’s ticket. */
async function met(tom?: (box: TestBox) => Promise<Member>) {
  const box = testBox()
  box.territory()
  const shows = async () =>
    box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const ticketOf = (who: Visitor, location: string) => async () => {
    const { body } = await who.get(location.replace(/[?].*/, ''))
    return textOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')))
  }
  const ida = box.visitor()
  const form = await ida.get('/idees/proposer')
  const whose = { proposerName: 'Ida', proposerReach: 'au bar' }
  const idea = await ida.fill(form, '/idees/proposer', {
    ...{ title: 'Un four', threshold: '3', ...whose },
  })
  assert.equal(idea.status, 303, idea.text)
  await shows()
  const id = String(box.read.all('SELECT id FROM idea')[0]!['id'])
  const [denis, marius] = [await box.member('Denis'), await box.member('Marius')]
  await denis.post(`/repondre/${id}`, { answer: 'in' })
  await marius.post(`/repondre/${id}`, { answer: 'in', pour: 'Ninon' })
  await shows()
  const vera = box.visitor()
  const said = { answer: 'in', firstName: 'Véra', reach: '04 77 00 11 22' }
  const yes = await vera.post(`/repondre/${id}`, said)
  await shows()
  const who = tom ? await tom(box) : box.visitor()
  const page = await who.get(`/agenda/proposer?idee=${id}`)
  const given = { startsOn: DAY, startsAt: '10:00', where: 'au four' }
  const date = await who.fill(page, '/agenda/proposer', given)
  assert.equal(date.status, 303, date.text)
  await shows()
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  const does = async (act: string, fields: Readonly<Record<string, string>>) => {
    box.later(60_000)
    const { status, text } = await box.keeper.post(`/agenda/${event}/${act}`, fields)
    assert.equal(status, 303, text)
  }
  return {
    ...{ box, id, event, denis, marius, vera, who },
    tickets: [
      ticketOf(ida, idea.location),
      ticketOf(vera, yes.location),
      ...(tom ? [] : [ticketOf(who, date.location)]),
    ],
    onIdea: async () => (await box.visitor().get(`/idees/idee/${id}`)).text,
    moves: () => does('deplacer', { jour: DAY, on: '2026-12-13' }),
    elsewhere: () =>
      does('deplacer', { jour: DAY, on: '2026-12-13', startsAt: '17:00', where: 'local' }),
    again: () => does('deplacer', { jour: '2026-12-13', on: '2026-12-20' }),
    cancels: () => does('annuler', { jour: '2026-12-20', why: 'voûte fendue' }),
  }
}

test('who said yes to an idea, proposed it or its date hears that the date moves and falls', async () => {
  const { box, id, denis, marius, tickets, onIdea, ...acts } = await met()
  using _box = box
  assert.match(await news(denis), /on se voit samedi 12 décembre à 10 h, au four, en serez-vous/)
  assert.match(await onIdea(), /Elle est devenue : Un four\s*, samedi 12 décembre/)
  await sees(denis)
  await tellsErrand(marius)
  const steps = [
    [acts.moves, MOVED, /a changé depuis/],
    [acts.again, AGAIN, /a changé depuis/],
    [acts.cancels, OFF, OFF_FATE],
  ] as const
  for (const [act, reads, fate] of steps) {
    for (const who of [denis, marius]) assert.equal(await news(who), '', 'all is seen')
    await act()
    assert.match(await news(denis), reads)
    assert.match(await news(marius), reads)
    assert.match(await news(marius), /à dire à Ninon : /)
    assert.match(await onIdea(), reads)
    assert.doesNotMatch(await onIdea(), /fait son chemin/)
    for (const ticket of tickets) {
      assert.match(await ticket(), reads)
      assert.match(await ticket(), fate)
      assert.doesNotMatch(await ticket(), /fait son chemin/)
    }
    assert.match(await news(box.keeper), reads)
    const page = await box.keeper.get(`/idees/idee/${id}`)
    assert.match(page.text, /Véra : 04 77 00 11 22\s*C’est dit/)
    await box.keeper.fill(page, `/repondre/${id}/prevenus`)
    assert.doesNotMatch(await news(box.keeper), reads, 'Véra was told')
    await sees(denis)
    await tellsErrand(marius)
  }
  for (const ticket of tickets) assert.match(await ticket(), OFF, 'it stays true')
  for (const ticket of tickets.slice(0, 2))
    assert.doesNotMatch(await ticket(), /cela n’a plus lieu/, 'the idea is not off')
  assert.deepEqual(box.faults, [])
})

test('the new place of a day that moves is told to all who hear of the day', async () => {
  const { box, id, denis, marius, tickets, onIdea, elsewhere } = await met()
  using _box = box
  await tellsErrand(marius)
  await elsewhere()
  const reads = /dimanche 13 décembre à 17 h, au lieu du samedi 12 .*; au local, au lieu du four/
  assert.match(await news(denis), reads)
  assert.match(await news(marius), reads)
  assert.match(await onIdea(), reads)
  for (const ticket of tickets) assert.match(await ticket(), reads)
  for (const ticket of tickets) assert.match(await ticket(), /Changement de jour et de lieu/)
  assert.match(await news(box.keeper), reads)
  const page = await box.keeper.get(`/idees/idee/${id}`)
  assert.match(page.text, reads)
})

test('the keeper reads a change in one line, and tells it once to who answered twice', async () => {
  const { box, id, event, vera, elsewhere } = await met()
  using _box = box
  const lines = async () =>
    (await linesOn(box.keeper)).filter(({ text }) => /changement de jour/i.test(text))
  const paul = { answer: 'in', firstName: 'Paul', reach: '04 77 00 99 88' }
  assert.equal((await box.keeper.post(`/repondre/${event}`, paul)).status, 303)
  await elsewhere()
  assert.equal((await lines()).length, 1)
  await box.keeper.fill(await box.keeper.get(`/repondre/${event}`), `/repondre/${event}/date-dite`)
  assert.equal((await lines()).length, 1, 'Véra of the idea is still to be told')
  const said = { answer: 'in', firstName: 'Véra', reach: '04 77 00 11 22' }
  await vera.post(`/repondre/${event}`, said)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  assert.equal((await lines()).length, 0, 'she answered the day as it is now')
  const page = await box.keeper.get(`/idees/idee/${id}`)
  assert.doesNotMatch(page.text, /Véra : 04 77 00 11 22\s*C’est dit/)
})

test('who proposed the day of an idea, by card or ticket, hears who comes, each once', async () => {
  const COME = /Denis en est déjà/
  const card = async (box: TestBox) => box.member('Tom')
  const inToo = async (box: TestBox) => {
    const one = await box.member('Tom')
    const id = String(box.read.all('SELECT id FROM idea')[0]!['id'])
    await one.post(`/repondre/${id}`, { answer: 'in' })
    return one
  }
  for (const tomOf of [card, inToo, undefined]) {
    const found = await met(tomOf)
    const { box, event, denis, who, tickets, elsewhere } = found
    using _box = box
    const tom = who as Member
    const reads = (): Promise<string> => (tomOf ? news(tom) : tickets[2]!())
    assert.doesNotMatch(await reads(), COME)
    if (tomOf) await sees(tom)
    await denis.post(`/repondre/${event}`, { answer: 'in' })
    assert.match(await reads(), COME)
    if (tomOf) {
      await sees(tom)
      assert.equal(await news(tom), '')
    }
    await elsewhere()
    assert.match(await reads(), /Denis \(d’avant le changement\) en est déjà/)
    assert.match(await reads(), /au local, au lieu du four/)
    assert.doesNotMatch(await news(denis), /votre date/)
    assert.deepEqual(box.faults, [])
  }
})

test('a member who proposed the date of an idea hears that it is cancelled', async () => {
  const { box, who, cancels, moves, again } = await met(found => found.member('Tom'))
  using _box = box
  const tom = who as Member
  await moves()
  assert.match(await news(tom), MOVED)
  await sees(tom)
  await again()
  await sees(tom)
  assert.equal(await news(tom), '')
  await cancels()
  assert.match(await news(tom), OFF)
  await sees(tom)
  assert.equal(await news(tom), '')
})

test('who answered the date of an idea is asked no more, and hears of a change once', async () => {
  const { box, event, denis, marius, moves } = await met()
  using _box = box
  await denis.post(`/repondre/${event}`, { answer: 'in' })
  await marius.post(`/repondre/${event}`, { answer: 'in', pour: 'Ninon' })
  for (const who of [denis, marius]) assert.doesNotMatch(await news(who), /en serez-vous/)
  await moves()
  assert.equal((await news(denis)).split('« Un four »').length, 2)
  assert.match(await news(denis), /En êtes-vous toujours/)
  const page = await denis.get(`/repondre/${event}`)
  assert.match(page.text, /Oui, j’en suis toujours/)
  await denis.fill(page, SAW_NEWS)
  assert.equal(await news(denis), '')
  const after = (await denis.get(`/repondre/${event}`)).text
  assert.doesNotMatch(after, /toujours/)
  assert.match(after, /Vous avez répondu : J’en suis/)
})

test('who can help with an idea is told as who said yes is, and its proposer of the help', async () => {
  const box = testBox()
  using _box = box
  box.territory()
  const [lea, gerard, ines] = [
    await box.member('Léa'),
    await box.member('Gérard'),
    await box.member('Inès'),
  ]
  const form = await lea.get('/idees/proposer')
  await lea.fill(form, '/idees/proposer', { title: 'Tricoter', threshold: '2' })
  const id = String(box.read.all('SELECT id FROM idea')[0]!['id'])
  const help = { answer: 'help', saying: 'apporter la laine' }
  await gerard.post(`/repondre/${id}`, help)
  const zoe = box.visitor()
  const sent = await zoe.post(`/repondre/${id}`, {
    ...{ answer: 'help', saying: 'porter les chaises', firstName: 'Zoé', reach: '04 77 00 11 22' },
  })
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const ticket = async () => (await zoe.get(sent.location.replace(/[?].*/, ''))).text
  assert.match(await news(lea), /de l’aide pour « Tricoter » : Gérard : apporter la laine/)
  assert.doesNotMatch(await news(gerard), /de l’aide/)
  await sees(lea)
  assert.doesNotMatch(await news(lea), /de l’aide/)
  for (const one of [lea, ines]) await one.post(`/repondre/${id}`, { answer: 'in' })
  assert.match(await news(gerard), /le compte y est/)
  assert.match(await ticket(), /le compte y est/)
  box.later(60_000)
  const page = await box.keeper.get(`/agenda/proposer?idee=${id}`)
  await box.keeper.fill(page, '/agenda/proposer', { startsOn: DAY })
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  const reads = async (said: RegExp) => {
    assert.match(await news(gerard), said)
    assert.match(await ticket(), said)
    assert.match(
      (await box.keeper.get(`/idees/idee/${id}`)).text,
      /Zoé : 04 77 00 11 22\s*C’est dit/,
    )
  }
  await reads(/on se voit samedi 12 décembre/)
  box.later(60_000)
  await box.keeper.post(`/agenda/${event}/deplacer`, { jour: DAY, on: '2026-12-13' })
  await reads(/changement de jour/i)
  box.later(60_000)
  await box.keeper.post(`/agenda/${event}/annuler`, { jour: '2026-12-13', why: 'neige' })
  await reads(/annulé : « Tricoter »/i)
  assert.deepEqual(box.faults, [])
})

test('the ticket of an idea leads to where one answers its day that moved', async () => {
  const { box, event, vera, tickets, moves } = await met()
  using _box = box
  const said = { answer: 'in', firstName: 'Véra', reach: '04 77 00 11 22' }
  await vera.post(`/repondre/${event}`, said)
  const waits = await box.keeper.get('/a-montrer')
  assert.doesNotMatch(waits.text, /Sait quand et où|2026-12-12/)
  assert.match(waits.text, /Répondu le/)
  await box.keeper.fill(waits, '/a-montrer/afficher')
  await moves()
  assert.match(await tickets[1]!(), /Répondre/)
})

test('a ticket says that its date is cancelled, after the keeper told its person too', async () => {
  const { box, event, vera, moves, again, cancels } = await met()
  using _box = box
  const said = { answer: 'in', firstName: 'Véra', reach: '04 77 00 11 22' }
  const { location } = await vera.post(`/repondre/${event}`, said)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  for (const act of [moves, again, cancels]) await act()
  const ticket = async () => (await vera.get(location.replace(/[?].*/, ''))).text
  assert.match(await ticket(), /Mais c’est annulé/)
  const page = await box.keeper.get(`/repondre/${event}`)
  await box.keeper.fill(page, `/repondre/${event}/date-dite`)
  assert.match(await ticket(), /Mais c’est annulé/)
  assert.match(await ticket(), /Annulé : « Un four »/)
})
