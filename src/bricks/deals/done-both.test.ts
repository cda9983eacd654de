import assert from 'node:assert/strict'
import { test } from 'node:test'
import { twoWithTelephones, waitsOf } from '../../../tests/support/two-neighbours.ts'
import { write } from '../../../tests/wire/boxes.ts'
import { catchUp } from '../../projection/tables.ts'

/** Both sides say that it is done, and what each of them takes back or closes. */

test('what one alone closed they open again in one act, while nothing followed; the other may not', async () => {
  const { box, elodie, mathieu, proposed, says } = await twoWithTelephones()
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
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const at = await proposed()
  await says(mathieu, at, { says: 'yes' })
  await says(elodie, at, { says: 'done' })
  assert.match((await elodie.get(at)).text, /Noté comme fait .* Mathieu peut le confirmer/)
  assert.doesNotMatch((await elodie.get(at)).text, /Est-ce fait, pour vous aussi/)
  assert.match(
    (await mathieu.get(at)).text,
    /Noté comme fait .* vous pouvez le confirmer.*Est-ce fait, pour vous aussi \? C’est fait/,
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
  const { box, elodie, mathieu, trailer, proposed, says } =
    await twoWithTelephones('donne sa remorque')
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
  const { box, elodie, mathieu, trailer, proposed, says } = await twoWithTelephones()
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
  const { box, elodie, mathieu, says } = await twoWithTelephones()
  const rosa = await box.member('Rosa', 'wifi')
  const ids = box.read.all('SELECT id, name FROM member_home')
  const idOf = (name: string): string => String(ids.find(one => one['name'] === name)!['id'])
  const parties = ['Élodie', 'Mathieu', 'Rosa'].map(idOf)
  const deal = box.bring('deal', { what: 'un four', parties, state: 'agreed' }, 'home')
  const at = `/arrangements/${deal}`
  await says(elodie, at, { says: 'done' })
  assert.match(
    (await elodie.get(at)).text,
    /Noté comme fait .* Mathieu et Rosa peuvent le confirmer/,
  )
  assert.match(
    (await mathieu.get(at)).text,
    /Noté comme fait .* vous pouvez le confirmer, ou dire non\./,
  )
  assert.match(
    (await mathieu.get(`${at}?langue=en`)).text,
    /Noted as done .* you may confirm it, or say no\./,
  )
  await says(rosa, at, { says: 'done' })
  assert.match((await rosa.get(at)).text, /Noté comme fait .* on peut le confirmer/)
  assert.doesNotMatch((await rosa.get(at)).text, /Mathieu/)
})

test('once it is done, its notice’s person is told that the page still offers it', async () => {
  const { elodie, mathieu, trailer, proposed, says } = await twoWithTelephones('donne sa remorque')
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

test('what is lent goes on after one loan: nobody is asked to close its notice', async () => {
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const at = await proposed()
  await says(mathieu, at, { says: 'yes' })
  const asks = /fermer aussi l’annonce|La page dit encore|peut être fermée/
  assert.doesNotMatch((await mathieu.get(at)).text, asks)
  await says(elodie, at, { says: 'done' })
  assert.doesNotMatch((await mathieu.get(at)).text, asks)
  await says(mathieu, at, { says: 'done' })
  assert.doesNotMatch((await mathieu.get(at)).text, asks)
})
