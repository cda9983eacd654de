import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'

test('once it is agreed, one gives their own number in one press; nobody else reads it', async () => {
  const box = testBox()
  using _ = box
  box.territory()
  const phone = '04 77 11 22 33'
  const elodie = await box.member({ name: 'Élodie', how: 'phone', phone })
  const mathieu = await box.member('Mathieu')
  const act = box.leadsTo
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'ici' }
  const annonce = /[0-9a-z]{26}/.exec(await act(mathieu, '/annonces/proposer', sent))![0]
  const at = await act(elodie, '/arrangements/interet', { annonce })
  const give = /Donner mon numéro/
  assert.doesNotMatch((await elodie.get(at)).text, give)
  await act(elodie, `${at}/proposer`, { when: 'samedi' })
  assert.equal((await elodie.post(`${at}/numero`, {})).status, 422)
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  assert.match((await elodie.get(at)).text, /Donner mon numéro à Mathieu \(04 77 11 22 33\)/)
  assert.doesNotMatch((await mathieu.get(at)).text, /04 77 11|Donner mon numéro/)
  await act(elodie, `${at}/numero`)
  assert.match((await mathieu.get(at)).text, /Mon numéro\s: 04 77 11 22 33/)
  assert.doesNotMatch((await elodie.get(at)).text, give, 'it is given')
  assert.doesNotMatch((await elodie.get(at)).text, /Un mot ne change rien/, 'nobody typed it')
  for (const who of [box.visitor(), await box.member('Suzanne'), box.keeper])
    assert.doesNotMatch((await who.get(`/annonces/${annonce}`)).text, /04 77 11/)
  assert.doesNotMatch((await box.keeper.get(at)).text, /Mon numéro/)
  assert.deepEqual(box.faults, [])
})
