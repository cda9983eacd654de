import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { wholeOf } from './model/read.ts'
import { mayBeSaid } from './model/saying.ts'

/** Élodie and Mathieu agreed to *jeudi 10 décembre à 8 h*. */
async function agreed() {
  const box = testBox()
  box.territory()
  const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
  const act = box.leadsTo
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const at = await act(elodie, '/arrangements/interet', { annonce: notice })
  await act(elodie, `${at}/proposer`, { when: 'jeudi 10 décembre à 8 h', where: 'à l’église' })
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  const whole = () => wholeOf(box.read, at.split('/').at(-1)!)!
  return { box, elodie, mathieu, act, at, whole }
}

test('a moment that both agreed to is moved without cancelling: the other agrees again', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  assert.match((await mathieu.get(at)).text, /Plutôt un autre moment/)
  const moved = { says: 'other', when: 'jeudi 10 décembre à 8 h 15', where: 'au bar' }
  await act(mathieu, `${at}/repondre`, moved)
  assert.equal(whole().state, 'proposed')
  assert.equal(whole().row.when, 'jeudi 10 décembre à 8 h 15')
  assert.match((await elodie.get('/')).text, /Mathieu.*jeudi 10 décembre à 8\sh\s15/)
  const hers = await elodie.get(at)
  assert.ok(hers.body.includes('value="yes"'))
  const forms = hers.body.replace(/<input[^>]*>/g, '')
  assert.doesNotMatch(forms, /\d h(?![\p{L}])/u, 'no hour is cut at the end of a line')
  assert.ok(!(await mathieu.get(at)).body.includes('value="yes"'), 'who moved it waits')
  await act(elodie, `${at}/repondre`, { says: 'yes' })
  assert.deepEqual([whole().state, whole().row.where], ['agreed', 'au bar'])
  assert.deepEqual(box.faults, [])
})

test('the list says first what waits for an answer, and says its moment and its person once', async () => {
  const { box, elodie, mathieu, act, at } = await agreed()
  using _ = box
  const more = { title: 'donne du foin', reachBy: 'word', accord: 'ici' }
  const hay = /[0-9a-z]{26}/.exec(await act(mathieu, '/annonces/proposer', more))![0]
  await act(elodie, '/arrangements/interet', { annonce: hay })
  await act(mathieu, `${at}/repondre`, { says: 'other', when: 'samedi 12 décembre' })
  const { text } = await elodie.get('/arrangements')
  assert.match(text, /On attend une réponse.*On se parle/)
  assert.equal(text.match(/samedi 12 décembre/g)?.length, 1)
  assert.doesNotMatch(/On attend une réponse.*On se parle/.exec(text)![0], /avec Mathieu/)
})

test('a moment stands in the list, though a word in the news holds the same letters', async () => {
  const { box, elodie, mathieu, act, at } = await agreed()
  using _ = box
  await act(elodie, `${at}/repondre`, { says: 'not' })
  await act(elodie, `${at}/proposer`, { when: '8 h' })
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  await act(elodie, `${at}/vu`, {})
  await act(mathieu, `${at}/mot`, { said: 'Ou bien à 18 h ?' })
  assert.match((await elodie.get('/arrangements')).text, /à 18 h \?.*· 8 h/)
})

test('two threads of one title with one person are told apart by when they began', async () => {
  const { box, elodie, mathieu, act, at } = await agreed()
  using _ = box
  assert.doesNotMatch((await mathieu.get('/arrangements')).text, /commencé/)
  await act(elodie, `${at}/finir`, {})
  box.later(300_000)
  const about = String(box.read.all('SELECT id FROM offer')[0]!['id'])
  assert.notEqual(await act(elodie, '/arrangements/interet', { annonce: about }), at)
  const begun = /commencé le 5 décembre à (\d+ h(?: \d+)?)/g
  const { text } = await mathieu.get('/arrangements')
  const times = [...text.matchAll(begun)].map(([, time]) => time)
  assert.equal(new Set(times).size, 2, text)
  const near = await box.memberOf(mathieu.id, 'wifi')
  assert.doesNotMatch((await near.get('/arrangements')).text, /commencé|Élodie/)
})

test('the no to another moment keeps the agreed one, and the button says so', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  await act(elodie, `${at}/repondre`, {
    says: 'other',
    when: 'vendredi 11 décembre',
    where: 'au bar',
  })
  const line =
    /attend votre réponse\s: « vendredi 11 déc.*» au lieu de « jeudi 10 .*au sujet de « prête/
  assert.match((await mathieu.get('/')).text, line)
  const { text } = await mathieu.get(at)
  assert.match(text, /Jusqu’à la réponse, le rendez-vous reste « jeudi 10 décembre à 8\sh »/)
  assert.match(text, /D’accord.*Garder « jeudi 10 décembre à 8\sh ».*Finalement, ça ne se fait pas/)
  const asks = (await elodie.get(at)).text
  assert.match(asks, /Garder « jeudi 10 décembre à 8\sh ».*Finalement, ça ne se fait pas/)
  assert.doesNotMatch(asks, /Retirer ma proposition/, 'beside the act that calls the whole off')
  await act(mathieu, `${at}/repondre`, { says: 'no' })
  const { state, row } = whole()
  assert.deepEqual(
    [state, row.when, row.where],
    ['agreed', 'jeudi 10 décembre à 8 h', 'à l’église'],
  )
  assert.match(
    (await elodie.get('/')).text,
    /Mathieu garde ce qui était convenu \(« jeudi 10 décembre à 8\sh/,
  )
  assert.match((await elodie.get(at)).text, /Convenu\..*Mathieu garde ce qui était convenu/)
  assert.match((await mathieu.get(at)).text, /Vous gardez ce qui était convenu/)
  await act(elodie, `${at}/finir`, {})
  assert.match((await mathieu.get('/')).text, /« jeudi 10 décembre à 8\sh » n’a plus lieu/)
  assert.deepEqual(box.faults, [])
})

test('who takes their proposal back is not read as who refuses', async () => {
  const { box, elodie, mathieu, act, at: first } = await agreed()
  using _ = box
  await act(elodie, `${first}/repondre`, { says: 'not' })
  await act(elodie, `${first}/proposer`, { when: 'lundi' })
  await act(elodie, `${first}/repondre`, { says: 'no' })
  assert.match((await elodie.get(first)).text, /Vous avez retiré votre proposition, le/)
  const { text } = await mathieu.get(first)
  assert.match(text, /Élodie a retiré sa proposition, le/)
  assert.doesNotMatch(text, /non merci/i)
  await act(elodie, `${first}/proposer`, { when: 'mardi' })
  await act(mathieu, `${first}/repondre`, { says: 'no' })
  assert.match((await elodie.get(first)).text, /Mathieu a dit non merci/)
})

test('while another moment is asked, all of it may be called off, and taken back', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  await act(elodie, `${at}/repondre`, { says: 'other', when: 'vendredi 11 décembre' })
  for (const who of [mathieu, elodie]) {
    await act(who, `${at}/repondre`, { says: 'not' })
    assert.equal(whole().state, 'fallen')
    await act(who, `${at}/revenir`, {})
    assert.deepEqual([whole().state, whole().row.when], ['proposed', 'vendredi 11 décembre'])
    assert.equal(whole().stands?.when, 'jeudi 10 décembre à 8 h')
  }
})

test('what is agreed counts while another moment is asked: its thing is nobody else’s', async () => {
  const { box, elodie, mathieu, act } = await agreed()
  using _ = box
  const karim = await box.member('Karim')
  const sent = { title: 'donne des bocaux', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const asks = async (who: Browser): Promise<string> => {
    const at = await act(who, '/arrangements/interet', { annonce: notice })
    await act(who, `${at}/proposer`, { when: 'lundi 7 décembre' })
    return at
  }
  const hers = await asks(elodie)
  const his = await asks(karim)
  await act(mathieu, `${hers}/repondre`, { says: 'yes' })
  await act(elodie, `${hers}/repondre`, { says: 'other', when: 'mardi 8 décembre' })
  const again = { when: 'mercredi 9 décembre' }
  const refused = await karim.post(`${his}/proposer`, again)
  assert.match(refused.text, /C’est déjà pris/)
  assert.deepEqual(box.read.published.momentsAgreed?.([notice])[0]?.when, 'lundi 7 décembre')
})

test('with another box an agreed moment is moved where that one reads words, and not else', async () => {
  const { box, elodie, whole } = await agreed()
  using _ = box
  const here = whole()
  const there = { ...here, row: { ...here.row, box: 'another' } }
  assert.ok(mayBeSaid(here, elodie.id).includes('other'))
  assert.ok(!mayBeSaid(there, elodie.id).includes('other'))
  assert.ok(mayBeSaid({ ...there, movesThere: true }, elodie.id).includes('other'))
})

test('who takes their other moment back leaves the agreed one as it was, place and all', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  for (const when of ['jeudi 10 décembre à 8 h 15', 'vendredi 11 décembre']) {
    await act(mathieu, `${at}/repondre`, { says: 'other', when, where: 'au bar' })
    await act(mathieu, `${at}/repondre`, { says: 'no' })
    const { state, row } = whole()
    assert.deepEqual(
      [state, row.when, row.where],
      ['agreed', 'jeudi 10 décembre à 8 h', 'à l’église'],
      when,
    )
  }
  const { text } = await elodie.get('/')
  assert.match(text, /Mathieu ne demande plus d’autre moment : c’est toujours convenu/)
  assert.match(text, /« jeudi 10 décembre à 8 h, à l’église »/)
  assert.match((await elodie.get(at)).text, /Convenu\..*Mathieu a retiré l’autre moment/)
  assert.deepEqual(box.faults, [])
})

test('the first proposal stands again too, where only its place or its time was moved', async () => {
  const { box, elodie, mathieu, act, at: first } = await agreed()
  using _ = box
  await act(elodie, `${first}/finir`, {})
  const sent = { title: 'donne des bocaux', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const asked = {
    annonce: notice,
    what: 'les bocaux',
    when: 'lundi 7 décembre',
    where: 'au lavoir',
  }
  const at = (await act(elodie, '/arrangements/nouveau', asked)).split('?')[0]!
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  for (const when of ['mardi 8 décembre', 'lundi 7 décembre']) {
    await act(mathieu, `${at}/repondre`, { says: 'other', when, where: 'au pont' })
    await act(mathieu, `${at}/repondre`, { says: 'no' })
    const { state, row } = wholeOf(box.read, at.split('/').at(-1)!)!
    assert.deepEqual(
      [state, row.when, row.where],
      ['agreed', 'lundi 7 décembre', 'au lavoir'],
      when,
    )
  }
  assert.match((await mathieu.get(at)).text, /Élodie a proposé « lundi 7 décembre, au lavoir »/)
})

test('a moment that is proposed is corrected by another one, which the other hears of', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  await act(elodie, `${at}/repondre`, { says: 'other', when: 'vendredi 11 décembre' })
  const correction = { type: 'deal', id: whole().row.id, what: 'la remorque', when: 'samedi' }
  await elodie.post('/moi/corriger', correction)
  assert.equal(whole().row.when, 'vendredi 11 décembre')
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  assert.deepEqual([whole().state, whole().row.when], ['agreed', 'vendredi 11 décembre'])
})

test('who writes in an agreed thread is shown the act that calls it off, until the other writes', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  const MOVES_NOTHING = /Un mot ne change rien à ce qui est convenu/
  assert.doesNotMatch((await mathieu.get(at)).text, MOVES_NOTHING)
  await act(mathieu, `${at}/mot`, { said: 'je ne peux plus' })
  assert.match((await mathieu.get(at)).text, MOVES_NOTHING)
  assert.doesNotMatch((await elodie.get(at)).text, MOVES_NOTHING)
  const onWifi = await box.memberOf(mathieu.id, 'wifi')
  assert.doesNotMatch((await onWifi.get(at)).text, MOVES_NOTHING)
  await act(elodie, `${at}/mot`, { said: 'à jeudi' })
  assert.doesNotMatch((await mathieu.get(at)).text, MOVES_NOTHING)
  await act(mathieu, `${at}/mot`, { said: 'c’est annulé' })
  await act(mathieu, `${at}/retard`, {})
  assert.doesNotMatch((await mathieu.get(at)).text, MOVES_NOTHING, 'the next act takes it away')
  await act(mathieu, `${at}/mot`, { said: 'c’est annulé' })
  box.later(1_000)
  const page = await mathieu.get(at)
  const block = /Si cela ne se fait plus.*?<\/form>/s.exec(page.body)?.[0] ?? ''
  assert.match(block, /<summary>.*<input [^>]*name="said".*value="not"/s, 'it asks for a word')
  assert.equal(page.body.split('value="not"').length, 2, 'the act stands once')
  assert.doesNotMatch(page.body, /<p class="acts">\s*<\/p>/, 'no form without a button')
  await mathieu.fill(page, `${at}/repondre`, { says: 'not', said: 'un essieu cassé' })
  assert.equal(whole().state, 'fallen')
  assert.match((await elodie.get(at)).text, /un essieu cassé/)
  assert.match((await elodie.get('/')).text, /Mathieu dit que, finalement, ça ne se fait pas/)
  assert.doesNotMatch((await mathieu.get(at)).text, MOVES_NOTHING)
})

test('the holder of a ticket who writes in an agreed thread is shown the act that calls it off', async () => {
  const box = testBox()
  using _ = box
  box.territory()
  const mathieu = await box.member('Mathieu')
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const zoe = box.visitor()
  const reach = { firstName: 'Zoé', reach: 'au four' }
  const { location } = await zoe.post('/arrangements/interet', { annonce: notice, ...reach })
  const ticket = location.split('?')[0]!
  const id = String(box.read.all('SELECT id FROM deal_home')[0]!['id'])
  await box.doneBy(mathieu, `/arrangements/${id}/proposer`, { when: 'jeudi 10 décembre à 8 h' })
  await box.doneBy(zoe, `${ticket}/repondre`, { says: 'yes' })
  await box.doneBy(zoe, `${ticket}/mot`, { said: 'je ne viens plus' })
  const page = await zoe.get(ticket)
  assert.match(page.text, /Si cela ne se fait plus, dites-le ici/)
  box.later(1_000)
  await zoe.fill(page, `${ticket}/repondre`, { says: 'not' })
  assert.equal(wholeOf(box.read, id)?.state, 'fallen')
})
