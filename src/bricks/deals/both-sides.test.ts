import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsIn } from '../../../tests/support/statements.ts'
import { twoNeighbours, twoWithTelephones, waitsOf } from '../../../tests/support/two-neighbours.ts'
import { waitingForKeeper } from './model/awaited.ts'

/** What one side of a deal says is seen by the other, and each knows how to reach the other. */

test(
  'a yes lights the other side until they say that they saw it; so do a no, a proposal taken ' +
    'back, and what was done',
  async () => {
    const { elodie, mathieu, proposed, says } = await twoWithTelephones()
    const at = await proposed()
    assert.match(await waitsOf(mathieu), /Élodie attend votre réponse/)
    await says(mathieu, at, { says: 'yes' })
    assert.match(await waitsOf(elodie), /Mathieu est d’accord : c’est convenu/)
    assert.match((await elodie.get(at)).text, /Mathieu est d’accord : c’est convenu\. J’ai vu/)
    assert.equal((await elodie.post(`${at}/vu`, { from: at })).status, 303)
    assert.doesNotMatch(await waitsOf(elodie), /d’accord/)
    await says(elodie, at, { says: 'done' })
    assert.match(await waitsOf(mathieu), /Élodie a noté que c’est fait/)
    await mathieu.post(`${at}/vu`, { from: at })
    assert.match(await waitsOf(mathieu), /peut-on raconter ce qui s’est fait/)
    await says(mathieu, at, { says: 'keep' })
    assert.doesNotMatch(await waitsOf(mathieu), /raconter/)
    const refusedAt = await proposed()
    await says(mathieu, refusedAt, { says: 'no' })
    assert.match(await waitsOf(elodie), /Mathieu ne peut pas, cette fois/)
    await elodie.post(`${refusedAt}/vu`, { from: refusedAt })
    const takenAt = await proposed()
    await says(elodie, takenAt, { says: 'no' })
    assert.match(await waitsOf(mathieu), /Élodie a retiré sa proposition/)
  },
)

test('one press of interest leaves its place in the line to the notice, typed words do not', async () => {
  const { box, elodie, mathieu, trailer } = await twoNeighbours()
  const at = await box.leadsTo(elodie, '/arrangements/interet', { annonce: trailer })
  await box.leadsTo(elodie, `${at}/proposer`, { when: 'samedi à 22 h' })
  const told = await waitsOf(mathieu)
  assert.match(told, /Élodie attend votre réponse \(« .* »\), au sujet de « .*remorque »/)
  assert.doesNotMatch(told, /avec ce mot/)
  assert.doesNotMatch((await mathieu.get(at)).text, /au sujet de/, 'the title stands above')
  await box.leadsTo(elodie, `${at}/mot`, { said: 'Avec les sangles ?' })
  assert.match(await waitsOf(mathieu), /avec ce mot : « Avec les sangles \? »/)
})

test('the list of arrangements begins a line as a sentence, and says a moment once', async () => {
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const at = await proposed({ when: 'ce soir', where: 'au bar' })
  await says(mathieu, at, { says: 'yes' })
  await says(elodie, at, { says: 'done' })
  await mathieu.post(`${at}/vu`, { from: at })
  const { text } = await mathieu.get('/arrangements')
  assert.match(text, /Peut-on raconter ce qui s’est fait/)
  assert.equal(text.split(' soir').length, 2, text)
})

test('that it may be told, that it is told, and that it is told no more light the other side', async () => {
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const at = await proposed()
  await says(mathieu, at, { says: 'yes' })
  await says(elodie, at, { says: 'done' })
  await says(elodie, at, { says: 'thank', tell: '1', story: 'La remorque a servi' })
  assert.match(await waitsOf(mathieu), /Élodie veut bien qu’on raconte ce qui s’est fait/)
  await says(mathieu, at, { says: 'thank', tell: '1' })
  assert.match(await waitsOf(elodie), /c’est raconté dans « Ça s’est fait »/)
  await says(mathieu, at, { says: 'keep' })
  assert.match(await waitsOf(elodie), /Mathieu préfère qu’on ne raconte pas ce qui s’est fait/)
})

test('over http what waits names nobody', async () => {
  const { box, mathieu, trailer, says } = await twoWithTelephones()
  const near = await box.member('Rosa', 'wifi')
  const sent = await near.post('/arrangements/nouveau', {
    annonce: trailer,
    what: 'emprunter la remorque',
  })
  const at = sent.location.split('?')[0]!
  await says(mathieu, at, { says: 'yes' })
  const home = (await near.get('/')).text
  assert.match(home, /c’est convenu pour un de vos arrangements/)
  const thread = (await near.get(at)).text
  assert.equal(thread.match(/prête sa remorque/g)?.length, 2, 'as its title and its heading alone')
  assert.match(thread, /Voir l’annonce/)
  assert.doesNotMatch(home, /Mathieu est/)
})

test('sentences are said to oneself, elided, and tell a refusal from what failed', async () => {
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const at = await proposed()
  const [hers, his] = [await elodie.get(at), await mathieu.get(at)]
  assert.match(hers.text, /on attend la réponse de Mathieu/)
  assert.match(his.text, /on attend votre réponse\./)
  assert.match(his.text, /Élodie a proposé, /)
  await says(mathieu, at, { says: 'other', when: 'dimanche' })
  assert.match((await mathieu.get(at)).text, /on attend la réponse d’Élodie/)
  await says(elodie, at, { says: 'yes' })
  await says(elodie, at, { says: 'not' })
  assert.match((await mathieu.get(at)).text, /Ça n’a pas pu se faire\./)
  const refusedAt = await proposed()
  await says(mathieu, refusedAt, { says: 'no' })
  assert.match(
    (await elodie.get(refusedAt)).text,
    /Mathieu ne peut pas, cette fois\..*Proposer une autre fois/,
  )
  assert.match((await mathieu.get(refusedAt)).text, /Vous avez dit non, cette fois\./)
})

test(
  'once it is agreed each side reads how to reach the other; before, and to others, nothing; ' +
    'they write to each other there',
  async () => {
    const { box, elodie, mathieu, proposed, says } = await twoWithTelephones()
    const at = await proposed({ phone: '06 71 55 66 77' })
    assert.doesNotMatch((await mathieu.get(at)).text, /71 55/)
    await says(mathieu, at, { says: 'yes' })
    assert.match((await elodie.get(at)).text, /Pour joindre Mathieu : 06 71 22 33 44/)
    assert.match((await mathieu.get(at)).text, /Pour joindre Élodie : 06 71 55 66 77/)
    box.later(1_000)
    await mathieu.post(`${at}/mot`, { said: 'je serai en retard' })
    assert.match((await elodie.get(at)).text, /Mathieu, le 5 décembre je serai en retard/)
    assert.match(
      await waitsOf(elodie),
      /c’est convenu \(« prête sa remorque »\), avec ce mot : « je serai en retard »/,
    )
  },
)

test(
  'an answer that is taken back is news to the other side, and stands in what was said; so ' +
    'for each that can be',
  async () => {
    const { box, elodie, mathieu, proposed, says } = await twoWithTelephones()
    const at = await proposed()
    for (const [input, news, stood] of [
      [
        { says: 'no' },
        /Mathieu annule son « non merci » : l’arrangement est de nouveau proposé/,
        /Mathieu avait dit non merci, et l’a annulé/,
      ],
      [
        { says: 'yes' },
        /Mathieu annule son « d’accord » : ce n’est plus convenu/,
        /Mathieu avait dit d’accord, et l’a annulé/,
      ],
    ] as const) {
      await says(mathieu, at, input)
      await elodie.post(`${at}/vu`, { from: at })
      assert.doesNotMatch(await waitsOf(elodie), /Mathieu/)
      box.later(1_000)
      assert.equal((await mathieu.post(`${at}/revenir`, { from: at })).status, 303)
      assert.match(await waitsOf(elodie), news)
      const page = (await elodie.get(at)).text
      assert.match(page, stood)
      assert.match(page, /J’ai vu.*on attend la réponse de Mathieu/)
      assert.match((await mathieu.get(at)).text, /D’accord/)
    }
    await says(mathieu, at, { says: 'yes' })
    await says(mathieu, at, { says: 'not' })
    assert.match(
      await waitsOf(elodie),
      /Mathieu dit que, finalement, ça ne se fait pas/,
      'with whom',
    )
    await elodie.post(`${at}/vu`, { from: at })
    box.later(1_000)
    await mathieu.post(`${at}/revenir`, { from: at })
    assert.match(
      await waitsOf(elodie),
      /Mathieu annule son « ça ne s’est pas fait » : c’est de nouveau convenu/,
    )
    assert.match(
      (await elodie.get(at)).text,
      /Convenu\..*Mathieu avait dit que ça ne s’est pas fait, et l’a annulé/,
    )
  },
)

test('however many deals wait, their count asks as many statements, and knows each member', async () => {
  const { box } = await twoWithTelephones()
  const reader = box.read.as('deals')
  const wait = (n: number): void => {
    const names = [`Jo ${n}`, `Lou ${n}`]
    const deal = box.bring('deal', { what: 'un four', names, state: 'proposed' }, 'home')
    box.bring('deal-answer', { deal, name: names[0], says: 'yes' }, 'home')
  }
  const asked = (): number => statementsIn(box.tables.sql, () => waitingForKeeper(reader))
  for (let n = 0; n < 2; n++) wait(n)
  const few = asked()
  for (let n = 2; n < 12; n++) wait(n)
  assert.equal(asked(), few)
  assert.equal(waitingForKeeper(reader).answers.length, 12)
  const many = Array.from({ length: 600 }, (_, n) => `Prénom ${n}`)
  box.bringAll(...many.map(name => ({ type: 'member', fields: { name }, space: 'home' as const })))
  const known = new Set(reader.published.membersKnown?.().map(({ name }) => name))
  assert.ok(many.every(name => known.has(name)))
})
