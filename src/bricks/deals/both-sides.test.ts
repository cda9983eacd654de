import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { statementsIn } from '../../../tests/support/statements.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { write } from '../../../tests/wire/boxes.ts'
import { relinkToShown } from '../../engine/shown-links.ts'
import { catchUp } from '../../projection/tables.ts'
import { waitingForKeeper } from './model/awaited.ts'

/**
 * What one side of a deal says is seen by the other; once it is agreed, each knows how to reach the
 * other.
 */

const NUMBER = '06 71 22 33 44'
let box: TestBox
let elodie: Browser
let mathieu: Browser
let trailer: string
const waitsOf = async (who: Browser): Promise<string> =>
  /Pour vous (.*?) (?:Bonjour|Je propose|Annonces)/.exec((await who.get('/')).text)?.[1] ?? ''
async function proposed(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { location } = await elodie.post('/arrangements/nouveau', {
    annonce: trailer,
    what: 'emprunter la remorque',
    ...more,
  })
  return location.split('?')[0]!
}
const says = async (
  who: Browser,
  at: string,
  input: Readonly<Record<string, string>>,
): Promise<void> => {
  box.later(1_000)
  const answer = await who.post(`${at}/repondre`, { from: at, ...input })
  assert.equal(answer.status, 303, answer.text)
}

beforeEach(async () => {
  box = testBox()
  box.bring('territory', {
    name: 'Sail',
    village: '42195',
    communes: ['42195'],
    keptBy: 'Anaïs, au local',
    reach: 'au local',
  })
  const [one, other] = [
    box.welcome({ name: 'Élodie', how: 'phone', phone: '06 71 55 66 77' }),
    box.welcome({ name: 'Mathieu', how: 'phone', phone: NUMBER }),
  ]
  elodie = await box.memberOf(one)
  mathieu = await box.memberOf(other)
  const sent = { title: 'prête sa remorque', reachBy: 'phone', phone: NUMBER, accord: 'ici' }
  trailer = (await mathieu.post('/annonces/proposer', sent)).location
    .split('/')
    .at(-1)!
    .split('?')[0]!
})

test(
  'a yes lights the other side until they say that they saw it; so do a no, a proposal taken ' +
    'back, and what was done',
  async () => {
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

test('that it may be told, that it is told, and that it is told no more light the other side', async () => {
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

test('what one alone closed they open again in one act, while nothing followed; the other may not', async () => {
  const at = await proposed()
  for (const [input, before] of [
    [{ says: 'no' }, /on attend votre réponse/],
    [{ says: 'yes' }, /Convenu/],
    [{ says: 'not' }, /Convenu/],
    [{ says: 'done' }, /Convenu/],
  ] as const) {
    box.later(1_000)
    const answer = await mathieu.post(`${at}/repondre`, { from: at, ...input })
    if (input.says === 'yes') continue
    assert.match((await mathieu.get(answer.location)).text, /Annuler/)
    assert.equal((await elodie.post(`${at}/revenir`, { from: at })).status, 422)
    assert.equal((await mathieu.post(`${at}/revenir`, { from: at })).status, 303)
    assert.match((await mathieu.get(at)).text, before)
  }
  await says(mathieu, at, { says: 'done' })
  await says(elodie, at, { says: 'keep' })
  assert.equal(
    (await mathieu.post(`${at}/revenir`, { from: at })).status,
    422,
    'something followed',
  )
})

test('the other side says too that it is done, or that it is not: then it is agreed again', async () => {
  const at = await proposed()
  await says(mathieu, at, { says: 'yes' })
  await says(elodie, at, { says: 'done' })
  assert.match((await elodie.get(at)).text, /Noté comme fait .* Mathieu peut encore dire non\./)
  assert.doesNotMatch((await elodie.get(at)).text, /Est-ce fait, pour vous aussi/)
  assert.match(
    (await mathieu.get(at)).text,
    /Noté comme fait .* vous pouvez encore dire non\..*Est-ce fait, pour vous aussi \? C’est fait/,
  )
  const answer = await mathieu.post(`${at}/repondre`, { from: at, says: 'not' })
  assert.match((await mathieu.get(answer.location)).text, /ce n’est pas encore fait.*Convenu\./)
  assert.match(await waitsOf(elodie), /Mathieu dit que ce n’est pas encore fait/)
  assert.equal((await mathieu.post(`${at}/revenir`, { from: at })).status, 422)
  await says(elodie, at, { says: 'done' })
  await says(mathieu, at, { says: 'done' })
  assert.match((await elodie.get(at)).text, /Fait (?:aujourd’hui|le )/)
  await mathieu.post(`${at}/revenir`, { from: at })
  assert.match((await elodie.get(at)).text, /Noté comme fait/, 'only their own word goes back')
  assert.equal((await mathieu.post(`${at}/repondre`, { from: at, says: 'no' })).status, 422)
})

test('whose notice it is says in one press that it is done and wanted no more, which its thread follows', async () => {
  const at = await proposed()
  const seen = async () => (await box.visitor().get(`/fil/${trailer}`)).text
  await says(mathieu, at, { says: 'yes' })
  assert.doesNotMatch((await elodie.get(at)).text, /fermer aussi l’annonce/)
  await says(elodie, at, { says: 'done' })
  assert.doesNotMatch(await seen(), /refermé/)
  assert.match((await mathieu.get(at)).text, /C’est fait : fermer aussi l’annonce/)
  await says(mathieu, at, { says: 'doneClosed' })
  assert.match(await seen(), /refermé/)
  assert.match((await elodie.get(at)).text, /Fait (?:aujourd’hui|le )/)
  assert.doesNotMatch((await box.visitor().get('/annonces')).text, /remorque/)
})

test('who says done and closed takes both back in one press, as the notice stood before', async () => {
  const own = async (): Promise<string> =>
    (
      await elodie.post('/annonces/chercher', {
        title: 'cherche une remorque',
        reachBy: 'phone',
        phone: '06 71 55 66 77',
        accord: 'ici',
      })
    ).location
      .split('/')
      .at(-1)!
      .split('?')[0]!
  const need = await own()
  const at = await proposed({ avec: need })
  await says(mathieu, at, { says: 'yes' })
  write(box.engine.log, { type: 'offer', record: trailer, fields: { state: 'lead' } })
  catchUp(box.engine.tables, box.engine.log)
  const states = (): readonly unknown[] => [
    box.read.all('SELECT state FROM offer WHERE id = ?', trailer)[0]!['state'],
    box.read.all('SELECT state FROM need WHERE id = ?', need)[0]!['state'],
  ]
  const before = states()
  assert.match((await mathieu.get(at)).text, /fermer aussi l’annonce/)
  const asKeeper = { from: at, party: '0', says: 'doneClosed' }
  assert.equal((await box.keeper.post(`${at}/repondre`, asKeeper)).status, 422)
  await says(mathieu, at, { says: 'doneClosed' })
  assert.deepEqual(states(), ['closed', before[1]], 'another’s notice is left')
  box.later(1_000)
  await mathieu.post(`${at}/revenir`, { from: at })
  assert.deepEqual(states(), before)
  await mathieu.post('/annonces/fermer', { id: trailer, from: `/annonces/${trailer}` })
  await says(mathieu, at, { says: 'done' })
  box.later(1_000)
  await mathieu.post(`${at}/revenir`, { from: at })
  assert.deepEqual(states(), ['closed', before[1]], 'closed by another act')
})

test('whoever has not said yet that it is done is named, however many they are; over http nobody', async () => {
  const rosa = await box.member('Rosa', 'wifi')
  const ids = box.read.all('SELECT id, name FROM member_home')
  const idOf = (name: string): string => String(ids.find(one => one['name'] === name)!['id'])
  const parties = ['Élodie', 'Mathieu', 'Rosa'].map(idOf)
  const deal = box.bring('deal', { what: 'un four', parties, state: 'agreed' }, 'home')
  const at = `/arrangements/${deal}`
  await says(elodie, at, { says: 'done' })
  assert.match((await elodie.get(at)).text, /Noté comme fait .* Mathieu et Rosa peuvent encore/)
  assert.match((await mathieu.get(at)).text, /Noté comme fait .* vous pouvez encore dire non\./)
  assert.match(
    (await mathieu.get(`${at}?langue=en`)).text,
    /Noted as done .* you may still say no\./,
  )
  await says(rosa, at, { says: 'done' })
  assert.match((await rosa.get(at)).text, /Noté comme fait .* on peut encore dire non\./)
  assert.doesNotMatch((await rosa.get(at)).text, /Mathieu/)
})

test('over http what waits names nobody', async () => {
  const near = await box.member('Rosa', 'wifi')
  const sent = await near.post('/arrangements/nouveau', {
    annonce: trailer,
    what: 'emprunter la remorque',
  })
  const at = sent.location.split('?')[0]!
  await says(mathieu, at, { says: 'yes' })
  const home = (await near.get('/')).text
  assert.match(home, /c’est convenu pour un de vos arrangements/)
  assert.doesNotMatch(home, /Mathieu est/)
})

test('once it is done, its notice’s person is told that the page still offers it', async () => {
  const at = await proposed()
  await says(mathieu, at, { says: 'yes' })
  assert.doesNotMatch((await mathieu.get(at)).text, /La page dit encore/)
  await says(elodie, at, { says: 'done' })
  assert.doesNotMatch((await mathieu.get(at)).text, /La page dit encore/)
  await says(mathieu, at, { says: 'done' })
  assert.match((await mathieu.get(at)).text, /Fait .*La page dit encore.*Peut-on le raconter/)
  assert.doesNotMatch((await elodie.get(at)).text, /La page dit encore/)
  await mathieu.post('/annonces/fermer', { id: trailer, from: `/annonces/${trailer}` })
  assert.doesNotMatch((await mathieu.get(at)).text, /La page dit encore/)
})

test('sentences are said to oneself, elided, and tell a refusal from what failed', async () => {
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
  'what the keeper showed of a deal goes back by undo, waits again, and is shown again; one ' +
    'shown under another id leads there',
  async () => {
    const at = await proposed()
    await says(mathieu, at, { says: 'yes' })
    await says(elodie, at, { says: 'done' })
    await says(elodie, at, {
      says: 'thank',
      tell: '1',
      named: '1',
      story: 'Élodie a pu emprunter la remorque',
      thanks: 'Merci Mathieu, bon rétablissement après ton opération',
    })
    await says(mathieu, at, { says: 'thank', tell: '1', named: '1' })
    const held = () =>
      box.read.all("SELECT * FROM proposal_home WHERE of = 'deed' AND removed IS NOT 1")[0]!
    assert.equal(held()['state'], 'waiting')
    const id = String(held()['id'])
    assert.equal((await showSent(box.keeper, id)).status, 303)
    assert.match((await box.visitor().get('/faits')).text, /emprunter la remorque/)
    assert.equal((await box.keeper.post('/a-montrer/cacher', { id })).status, 303)
    assert.equal(held()['state'], 'waiting')
    assert.doesNotMatch((await box.visitor().get('/faits')).text, /emprunter la remorque/)
    assert.equal((await showSent(box.keeper, id)).status, 303)
    assert.match((await box.visitor().get('/faits')).text, /emprunter la remorque/)
    // As it was before: shown under another id than the one that the deal speaks of.
    const other = box.bring('deed', { title: 'Élodie emprunte la remorque', doneOn: '2026-12-05' })
    const { engine } = box
    assert.equal(relinkToShown(engine, { now: box.now(), sure: true }), 0)
    write(engine.log, { type: 'proposal', record: id, space: 'home', fields: { shownAs: other } })
    catchUp(engine.tables, engine.log)
    assert.equal(relinkToShown(engine, { now: box.now(), sure: true }), 1)
    assert.equal(relinkToShown(engine, { now: box.now(), sure: true }), 0)
    assert.ok((await elodie.get(at)).body.includes(`href="/faits/${other}"`))
  },
)

test(
  'an answer that is taken back is news to the other side, and stands in what was said; so ' +
    'for each that can be',
  async () => {
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

test(
  'who says yes twice for the same notice and the same time is told so; another time says ' +
    'nothing of it',
  async () => {
    const rosa = await box.member('Rosa')
    const asks = async (who: Browser, when: string): Promise<string> =>
      (
        await who.post('/arrangements/nouveau', {
          annonce: trailer,
          what: 'emprunter la remorque',
          when,
        })
      ).location.split('?')[0]!
    const yes = async (at: string): Promise<string> => {
      box.later(1_000)
      return (
        await mathieu.get(
          (
            await mathieu.post(`${at}/repondre`, { from: at, says: 'yes' })
          ).location,
        )
      ).text
    }
    const first = await asks(elodie, 'samedi matin')
    assert.doesNotMatch(await yes(first), /même moment/)
    const again = await asks(rosa, 'Samedi matin ')
    assert.match(await yes(again), /est convenu pour le même moment.*Annuler/)
    await mathieu.post(`${again}/revenir`, { from: again })
    await says(rosa, again, { says: 'no' })
    assert.doesNotMatch(await yes(await asks(rosa, 'dimanche')), /même moment/)
  },
)

test(
  'in a deal one gives a number of one’s own file or none: anybody else’s, known here or not, ' +
    'is refused in the same words',
  async () => {
    const answers = []
    for (const phone of [NUMBER, '06 71 99 88 77']) {
      const sent = {
        annonce: trailer,
        what: 'emprunter la remorque',
        phone,
        from: `/arrangements/nouveau?annonce=${trailer}`,
      }
      const answer = await elodie.post('/arrangements/nouveau', sent)
      assert.equal(answer.status, 422)
      assert.match(answer.text, /Ce numéro n’est pas dans ce que la borne sait de vous/)
      answers.push(answer.text.replaceAll(phone, ''))
    }
    assert.equal(answers[0], answers[1])
    assert.equal(box.read.all('SELECT id FROM deal_home').length, 0)
    assert.match(await proposed({ phone: '+33 6 71 55 66 77' }), /^\/arrangements\/\w+/)
  },
)

test(
  'when one side of a deal under way is forgotten, the other is told that it ended, with its ' +
    'day and no name; before, who goes is told',
  async () => {
    const bed = {
      annonce: trailer,
      what: 'Mathieu me prête sa remorque',
      when: 'lundi matin chez Mathieu',
    }
    const at = (await elodie.post('/arrangements/nouveau', bed)).location.split('?')[0]!
    await says(mathieu, at, { says: 'yes' })
    await elodie.post(`${at}/vu`, { from: at })
    assert.match((await mathieu.get('/moi/oublier')).text, /Un arrangement en cours prend fin/)
    assert.doesNotMatch((await (await box.member('Rosa')).get('/moi/oublier')).text, /prend fin/)
    assert.equal((await mathieu.post('/moi/oublier', {})).location, '/oubli')
    assert.match(await waitsOf(elodie), /Un arrangement pour lundi matin n’a plus lieu/i)
    const now = /href="(\/arrangements\/[0-9a-z]{26})"/.exec(
      (await elodie.get('/arrangements')).body,
    )![1]!
    assert.notEqual(now, at)
    const page = await elodie.get(now)
    assert.match(page.text, /Un arrangement pour lundi matin n’a plus lieu\..*J’ai vu/)
    assert.doesNotMatch(page.body, /Mathieu|remorque/)
    assert.ok(!JSON.stringify(box.read.all('SELECT * FROM deal_home')).includes('Mathieu'))
    await elodie.post(`${now}/vu`, { from: now })
    assert.doesNotMatch(await waitsOf(elodie), /plus lieu/)
  },
)

test('however many deals wait, their count asks as many statements, and knows each member', () => {
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
