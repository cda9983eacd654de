import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { NUMBER, twoWithTelephones, waitsOf } from '../../../tests/support/two-neighbours.ts'
import { write } from '../../../tests/wire/boxes.ts'
import { relinkToShown } from '../../engine/shown-links.ts'
import { catchUp } from '../../projection/tables.ts'

/** What a deal holds back: a moment taken twice, a number of somebody else, who was forgotten. */

test(
  'what the keeper showed of a deal goes back by undo, waits again, and is shown again; one ' +
    'shown under another id leads there',
  async () => {
    const { box, elodie, mathieu, proposed, says } = await twoWithTelephones()
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
  'who says yes twice for the same notice and the same time is told so; another time says ' +
    'nothing of it',
  async () => {
    const { box, elodie, mathieu, trailer, says } = await twoWithTelephones()
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
    const first = await asks(elodie, 'samedi soir')
    assert.doesNotMatch(await yes(first), /même moment/)
    const again = await asks(rosa, 'Samedi soir ')
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
    const { box, elodie, trailer, proposed } = await twoWithTelephones()
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
    const { box, elodie, mathieu, trailer, says } = await twoWithTelephones()
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
    assert.match(
      await waitsOf(elodie),
      /Un arrangement pour lundi 7 décembre au matin n’a plus lieu/i,
    )
    const now = /href="(\/arrangements\/[0-9a-z]{26})"/.exec(
      (await elodie.get('/arrangements')).body,
    )![1]!
    assert.notEqual(now, at)
    const page = await elodie.get(now)
    assert.match(
      page.text,
      /Un arrangement pour lundi 7 décembre au matin n’a plus lieu\..*J’ai vu/,
    )
    assert.doesNotMatch(page.body, /Mathieu|remorque/)
    assert.ok(!JSON.stringify(box.read.all('SELECT * FROM deal_home')).includes('Mathieu'))
    await elodie.post(`${now}/vu`, { from: now })
    assert.doesNotMatch(await waitsOf(elodie), /plus lieu/)
  },
)

test('who gives one thing and asks two hears of both; what they propose once they know is theirs to give', async () => {
  const { box, elodie, mathieu, says } = await twoWithTelephones()
  const sent = { title: 'donne un lit', reachBy: 'word', accord: 'ici' }
  const bed = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const rosa = await box.member('Rosa')
  const asks = async (who: Browser): Promise<string> => {
    const { location } = await who.post('/arrangements/interet', { annonce: bed })
    box.later(1_000)
    await mathieu.post(`${location}/proposer`, { when: 'samedi', from: location })
    return location
  }
  const [hers, theirs] = [await asks(elodie), await asks(rosa)]
  await says(elodie, hers, { says: 'yes' })
  await says(rosa, theirs, { says: 'yes' })
  for (const who of [mathieu, rosa]) assert.match((await who.get(theirs)).text, /C’est déjà pris\./)
  assert.match(await waitsOf(mathieu), /avec Rosa\s: c’est déjà pris/)
  box.later(1_000)
  assert.equal((await rosa.post(`${theirs}/proposer`, { when: 'lundi' })).status, 422)
  await mathieu.post(`${theirs}/proposer`, { when: 'lundi', from: theirs })
  await says(rosa, theirs, { says: 'yes' })
  assert.match((await rosa.get(theirs)).text, /Convenu\./)
  assert.deepEqual(box.faults, [])
})
