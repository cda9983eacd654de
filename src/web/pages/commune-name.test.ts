import assert from 'node:assert/strict'
import { test } from 'node:test'
import { met } from '../../../tests/exchange/met.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { setPeerMark } from '../../sync/trust/marks.ts'

function recognised(at: TestBox, other: TestBox, called: string): void {
  at.log.db.exec('BEGIN')
  setPeerMark(at.log, other.log.box.name, { called, paired: true })
  at.log.db.exec('COMMIT')
}

/** Two villages that met: Sail with all that it has, Usson that only knows its own communes. */
async function villages() {
  const [sail, usson] = [testBox(), testBox()]
  // Ids are drawn from the moment: two boxes that write in the same one would write the same
  // records.
  usson.later(60_000)
  recognised(sail, usson, 'Usson')
  recognised(usson, sail, 'Sail')
  sail.bring('territory', {
    name: 'Sail',
    village: '42195',
    communes: ['42195', '42313', '42007'],
    keptBy: 'Anaïs',
  })
  sail.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  sail.bring('commune', { code: '42313', name: 'Trelins' })
  usson.bring('territory', {
    name: 'Usson',
    village: '42318',
    communes: ['42318', '42007'],
    keptBy: 'Rose',
  })
  usson.bring('commune', { code: '42318', name: 'Usson-en-Forez' })
  return { sail, usson, meet: () => met(sail.engine, usson.engine, sail.now()) }
}

test(
  'a commune beyond the territory has a name on every page, as the box that is at home there ' +
    'brought it',
  async () => {
    const { sail, usson, meet } = await villages()
    const id = sail.bring('offer', { title: 'Des bocaux à donner', commune: '42313' })
    const event = sail.bring('event', {
      title: 'La fête du four',
      startsOn: '2026-12-06',
      commune: '42313',
    })
    const place = sail.bring('place', { name: 'Le four banal', commune: '42313' })
    await meet()
    const person = usson.visitor()
    for (const path of [
      '/',
      '/annonces',
      `/annonces/${id}`,
      '/agenda',
      `/agenda/${event}`,
      '/annuaire/lieux',
      `/annuaire/lieux/${place}`,
    ]) {
      const { text: said } = await person.get(path)
      assert.match(said, /bocaux|four/, path)
      assert.match(said, /Trelins/, path)
      assert.doesNotMatch(said, /42313/, path)
    }
    assert.match((await person.get('/nouveau?commune=42313')).text, /Trelins/)
  },
)

test(
  'a place in another village is not announced as this one’s, and a commune of another ' +
    'village is named with it',
  async () => {
    const { sail, usson, meet } = await villages()
    sail.bring('place', {
      name: 'Le local',
      commune: '42195',
      shared: true,
      present: 'Anaïs',
      hours: 'Mo-Su 10:00-19:00',
    })
    await meet()
    assert.match((await sail.visitor().get('/')).text, /Aujourd’hui, samedi Anaïs est au local/)
    assert.doesNotMatch((await usson.visitor().get('/')).text, /Anaïs|au local/)
    assert.match((await usson.visitor().get('/annuaire')).text, /Le local Sail-sous-Couzan ·/)
    sail.bring('commune', { code: '42007', name: 'Apinac' })
    sail.bring('place', {
      name: 'La salle',
      commune: '42007',
      shared: true,
      present: 'Léon',
      hours: 'Mo-Su 10:00-20:00',
    })
    await meet()
    for (const box of [sail, usson])
      assert.match((await box.visitor().get('/')).text, /Apinac : Léon est au local/)
  },
)
