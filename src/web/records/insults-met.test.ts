import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** One reading finds insults on the wall, in notices, in words to hand over and in threads. */

const DISGUISED = [
  'zilombra c\u200bo\u200bnnard',
  'zilombra c\u0336onnard',
  'zilombra c0nn4rd',
  'zilombra c*nnard',
]
const FOLDED = /<details><summary>Ce mot contient une insulte[^<]*<\/summary><blockquote>/g

for (const said of DISGUISED)
  test(`an insult is met wherever it is written: ${JSON.stringify(said)}`, {
    skip: lacking('wall-message', 'offer', 'word', 'deal'),
  }, async () => {
    using box = testBox()
    box.territory()
    const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
    await box.visitor().post('/mur', { said })
    assert.ok(!(await box.visitor().get('/mur')).text.includes('zilombra'), 'the wall holds it')
    const bad = { title: `je prête ma scie, ${said}`, reachBy: 'word', accord: 'ici' }
    await elodie.post('/annonces/proposer', bad)
    assert.ok(!(await box.visitor().get('/annonces')).text.includes('zilombra'), 'a notice waits')
    const good = { title: 'je prête ma remorque', reachBy: 'word', accord: 'ici' }
    const notice = /[0-9a-z]{26}/.exec(
      (await mathieu.post('/annonces/proposer', good)).location,
    )![0]
    const thread = await elodie.post('/arrangements/interet', { annonce: notice, said })
    assert.equal((await mathieu.get(thread.location)).body.match(FOLDED)?.length, 1)
    await box.visitor().post('/mot', { forWhom: 'Zoé', sender: 'Paul', said })
    assert.equal((await box.keeper.get('/mes-mots')).body.match(FOLDED)?.length, 1)
    await box.visitor().post('/mot', { forWhom: 'Mathieu', sender: 'Paul', said })
    assert.equal((await mathieu.get('/moi')).body.match(FOLDED)?.length, 1)
    assert.deepEqual(box.faults, [])
  })
