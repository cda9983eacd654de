import assert from 'node:assert/strict'
import { test } from 'node:test'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'

/** Who answers a notice without a card reads and writes by a ticket. */

test('what a visitor forgot is asked for at once, each mistake at its field', async () => {
  const { box, trailer } = await twoNeighbours()
  const visitor = box.visitor()
  const form = await visitor.get(`/arrangements/interet?annonce=${trailer}`)
  const back = await visitor.fill(form, '/arrangements/interet', { said: 'Pour samedi ?' })
  assert.equal(back.status, 422)
  assert.match(back.body, /id="f-firstName-e"/)
  assert.match(back.body, /id="f-reach-e"/)
  assert.doesNotMatch(back.body, /<p><a href="\/billet">/, 'a ticket is theirs who wrote already')
  assert.match(back.body, /Pour samedi \?<\/textarea>/)
})

test('the holder of a ticket reads the answers, says yes, and writes; nobody else by it', async () => {
  const { box, mathieu, rows, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  assert.match((await visitor.get(at)).text, /Pour samedi \?/)
  const read = (await mathieu.get(thread)).text
  assert.match(read, /Huguette \(sans carte\) vous écrit : « Pour samedi \? » J’ai vu/)
  assert.match(read, /Pour joindre Huguette : 04 77 00 11 22/)
  await does(mathieu, `${thread}/mot`, { said: 'Samedi, oui.' })
  await does(mathieu, `${thread}/proposer`, { when: 'samedi 22 h', where: 'à la ferme' })
  const ticket = await visitor.get(at)
  assert.match(ticket.text, /on attend votre réponse.*Samedi, oui\./)
  assert.match(
    ticket.text,
    /Mathieu propose un moment \(« samedi 22 h, à la ferme »\), avec ce mot : « Samedi, oui\. »/,
    'and nothing was taken back',
  )
  assert.equal(ticket.body.split('<h1').length, 2, 'the thread is what the page is about')
  assert.equal((await visitor.fill(ticket, `${at}/repondre`, { says: 'yes' })).status, 303)
  assert.equal(rows().at(-1)!.state, 'agreed')
  await does(visitor, `${at}/mot`, { said: 'J’y serai.', from: at })
  await does(visitor, `${at}/retard`, { from: at })
  assert.match((await mathieu.get(thread)).text, /Huguette est en retard/)
  // By their ticket they speak for themselves alone, and in that thread alone.
  const other = await ticketed()
  const asOther = { party: '0', said: 'Je suis Mathieu' }
  assert.equal((await visitor.post(`${at}/mot`, asOther)).status, 422)
  assert.equal((await visitor.post(`${at}/mot`, { id: other.id, said: 'Ici' })).status, 422)
  assert.deepEqual(box.faults, [])
})

test('by their code anybody hears how far it is, and no word of it', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const code = /ticket-code"><b>([^<]+)</.exec((await visitor.get(at)).body)![1]!
  const told = async () =>
    (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text
  assert.match(await told(), /pas encore de réponse/)
  await does(mathieu, `/arrangements/${id}/mot`, { said: 'Samedi, oui.' })
  assert.match(await told(), /On vous a répondu/)
  assert.doesNotMatch(await told(), /Samedi|Huguette|remorque/)
})

test('a code says each thing that is asked or changed, and where to answer; never that nothing is', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const code = /ticket-code"><b>([^<]+)</.exec((await visitor.get(at)).body)![1]!
  const says = async (sentence: RegExp, isAsked: boolean, isNoted = isAsked) => {
    const { text } = await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)
    assert.match(text, sentence)
    assert.equal(/Pour répondre : l’adresse de votre billet/.test(text), isAsked, text)
    const noted = /dites ce code et votre réponse à la personne qui tient.*\(Anaïs, au local/
    assert.equal(noted.test(text), isNoted, text)
    assert.doesNotMatch(text, /rien à dire|Mathieu|Huguette|remorque|samedi|pneu/)
  }
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/proposer`, { when: 'samedi' })
  await says(/Un moment vous est proposé : on attend votre réponse\./, true)
  await does(visitor, `${at}/repondre`, { says: 'yes', from: at })
  await says(/C’est convenu\./, false)
  await does(mathieu, `${thread}/retard`)
  await does(mathieu, `${thread}/mot`, { said: 'Un pneu.' })
  await says(/C’est convenu, et on vous dit être en retard\./, false)
  await does(mathieu, `${thread}/repondre`, { says: 'not', said: 'Le pneu est crevé.' })
  await says(/On vous dit que, finalement, ça ne se fait pas\./, false)
  await does(mathieu, `${thread}/proposer`, { when: 'samedi' })
  await does(visitor, `${at}/repondre`, { says: 'yes', from: at })
  await does(mathieu, `${thread}/repondre`, { says: 'done' })
  await says(
    /C’est fait, dit l’autre personne : dites si c’est fait pour vous aussi\./,
    true,
    false,
  )
  await does(visitor, `${at}/repondre`, { says: 'done', from: at })
  await says(/C’est fait\./, false)
  const story = 'Le bois a été rentré'
  await does(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1', story })
  await says(/on vous demande si cela peut se raconter\./, true, false)
  await does(visitor, `${at}/repondre`, { says: 'keep', from: at })
  await says(/C’est fait\./, false)
})

test('a printed ticket of a conversation says its address, and what is done by it', async () => {
  const { ticketed } = await twoNeighbours()
  const { visitor, at } = await ticketed()
  const { body } = await visitor.get(at)
  assert.match(body, new RegExp(`<p class="only-print">[^<]*${at}</p>`))
  assert.match(body, /<p>Gardez l’adresse de cette page/)
})

test('over http a ticket shows no word; who takes it back leaves the words of the other', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  await does(visitor, `${at}/proposer`, {
    when: 'dimanche 6 décembre à 8 h 15',
    where: '12 rue Haute',
    from: at,
  })
  await does(mathieu, `/arrangements/${id}/repondre`, { says: 'yes' })
  await does(mathieu, `/arrangements/${id}/mot`, { said: 'Samedi, oui.' })
  const wifi = await box.visitor('wifi').get(at)
  assert.equal(wifi.status, 200)
  assert.doesNotMatch(wifi.text, /Samedi|Huguette|04 77/)
  assert.equal((await visitor.post(`${at}/corriger`, { what: 'Autre chose' })).status, 422)
  assert.equal((await visitor.post(`${at}/reprendre`, { from: `${at}/reprendre` })).status, 303)
  const left = (await mathieu.get(`/arrangements/${id}`)).text
  assert.match(left, /Samedi, oui\./)
  assert.doesNotMatch(left, /Huguette|Pour samedi|04 77|8 h 15|rue Haute/)
  assert.match(
    left,
    /La personne a effacé ce qu’elle avait écrit : ce qui était convenu n’aura pas/,
  )
  assert.match(
    (await mathieu.get('/')).text,
    /n’aura pas lieu \(« prête sa remorque · dimanche 6 décembre »\)/,
  )
  assert.match(left, /Cette personne a effacé ce qu’elle avait écrit\./)
  for (const gone of ['Huguette', 'Pour samedi', '04 77', '8 h 15', '12 rue Haute'])
    assert.deepEqual(box.engine.log.sql.all('SELECT 1 FROM piece WHERE instr(value, ?)', gone), [])
  assert.equal((await visitor.get(at)).status, 404)
  assert.deepEqual(box.faults, [])
})

const ZWYNTRUDE = { firstName: 'Zwyntrude', reach: '04 77 24 11 22' }
test('who takes their ticket back leaves neither name nor number in the words of the other', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed(ZWYNTRUDE)
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/mot`, { said: 'Bonjour Zwyntrude, je vous appelle au 0477241122' })
  await does(mathieu, `${thread}/mot`, { said: 'Mon numéro : 06 11 22 33 44' })
  await does(mathieu, `${thread}/proposer`, { when: 'samedi 22 h', where: 'chez Zwyntrude' })
  await does(visitor, `${at}/reprendre`)
  const values = box.engine.log.sql.all<{ value: string }>('SELECT value FROM piece')
  const left = values.map(({ value }) => value).join('\n')
  assert.doesNotMatch(left, /Zwyntrude|77 ?24 ?11/)
  const { text } = await mathieu.get(thread)
  assert.match(text, /Bonjour …, je vous appelle.*06 11 22 33 44.*chez …/)
  assert.deepEqual(box.faults, [])
})

for (const isOff of [false, true])
  test(`neither a moment that ${isOff ? 'fell' : 'stands'} nor the one asked instead keeps the name`, async () => {
    const { box, mathieu, does, ticketed } = await twoNeighbours()
    const { visitor, at, id } = await ticketed(ZWYNTRUDE)
    const thread = `/arrangements/${id}`
    await does(mathieu, `${thread}/proposer`, { when: 'samedi 22 h', where: 'chez Zwyntrude' })
    await does(visitor, `${at}/repondre`, { says: 'yes', from: at })
    const other = { says: 'other', when: 'dimanche, chez Zwyntrude', where: 'au moulin' }
    await does(mathieu, `${thread}/repondre`, other)
    if (isOff) await does(mathieu, `${thread}/repondre`, { says: 'not' })
    await does(visitor, `${at}/reprendre`)
    const values = box.engine.log.sql.all<{ value: string }>('SELECT value FROM piece')
    assert.doesNotMatch(values.map(({ value }) => value).join('\n'), /Zwyntrude/)
    const { text } = await mathieu.get(thread)
    assert.match(text, /samedi 22\sh.{0,4}chez …/i)
    assert.deepEqual(box.faults, [])
  })

test('who takes back all of what was agreed: the other reads which moment is off', async () => {
  const { box, mathieu, rows, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  await does(mathieu, `/arrangements/${id}/proposer`, { when: 'samedi 22 h', where: 'au moulin' })
  await does(visitor, `${at}/repondre`, { says: 'yes', from: at })
  const asked = `${at}/reprendre`
  const will = /Samedi 22 h, au moulin, avec Mathieu, sera annoncé comme annulé\./
  assert.match((await visitor.get(asked)).text, will)
  const near = (await box.visitor('wifi').get(asked)).text
  assert.match(near, /Ce qui est convenu sera annoncé comme annulé\./)
  assert.doesNotMatch(near, /[Ss]amedi|Mathieu|moulin/)
  await does(visitor, asked, { from: asked })
  const off = /ce qui était convenu n’aura pas lieu \(« samedi 22 h, au moulin »\)/
  const first = /n’aura pas lieu \(« prête sa remorque · samedi 22 h, au moulin »\)/
  assert.match((await mathieu.get('/')).text, first)
  const thread = await mathieu.get(`/arrangements/${id}`)
  assert.match(thread.text, off)
  assert.match(thread.text, /Cette conversation est finie\. Ce qui était convenu n’aura pas lieu\./)
  assert.doesNotMatch(thread.text, /Huguette/)
  const wifi = await (await box.memberOf(mathieu.id, 'wifi')).get('/')
  assert.match(wifi.text, /ce qui était convenu n’aura pas lieu/)
  assert.doesNotMatch(wifi.text, /samedi|moulin/)
  const [other, talked] = [await ticketed(), rows().length]
  await does(other.visitor, `${other.at}/reprendre`, { from: `${other.at}/reprendre` })
  assert.equal(rows().length, talked)
  const was = await mathieu.get(`/arrangements/${other.id}`)
  assert.match(was.text, /La personne a effacé ce qu’elle avait écrit\./)
})

test('over http nothing says that it was seen; one link leads to the same page by https', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/mot`, { said: 'Oui, samedi.' })
  const heard = await box.visitor('wifi').get(at)
  assert.doesNotMatch(heard.text, /J’ai vu|c’est là que vous lirez/)
  const links = [...heard.body.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)
  assert.equal(links.length, 1)
  assert.ok(links[0]!.endsWith(`:8443${at}`))
  assert.match((await visitor.get(at)).text, /J’ai vu.*c’est là que vous lirez la réponse/)
  await does(visitor, `${at}/mot`, { said: 'Merci.', from: at })
  const near = await (await box.memberOf(mathieu.id, 'wifi')).get(thread)
  assert.match(near.text, /un mot vous attend/i)
  assert.doesNotMatch(near.text, /J’ai vu/)
  assert.match(near.body, new RegExp(`href="https://[^"]+:8443${thread}"`))
})

test('what is told with somebody without a card waits for one more yes of who is known', async () => {
  const { box, mathieu, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/proposer`, { when: 'samedi' })
  for (const says of ['yes', 'done']) await does(visitor, `${at}/repondre`, { says, from: at })
  const story = 'Le bois a été rentré avant la pluie'
  await does(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1', story })
  await does(visitor, `${at}/repondre`, { says: 'thank', tell: '1', from: at })
  assert.equal(box.read.all('SELECT 1 FROM deed').length, 0)
  await does(mathieu, `${thread}/repondre`, { says: 'thank', tell: '1' })
  const [told] = box.read.all('SELECT title, who FROM deed')
  assert.deepEqual([told!['title'], told!['who']], [story, null])
  await does(visitor, `${at}/repondre`, { says: 'keep', from: at })
  assert.equal(box.read.all('SELECT 1 FROM deed WHERE removed IS NOT 1').length, 0)
  assert.deepEqual(box.faults, [])
})

test('who took a done arrangement back never said yes to its story: the other tells nothing', async () => {
  const { box, mathieu, rows, does, ticketed } = await twoNeighbours()
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await does(visitor, `${at}/proposer`, { when: 'samedi', from: at })
  for (const says of ['yes', 'done']) await does(mathieu, `${thread}/repondre`, { says })
  assert.match((await mathieu.get(thread)).body, /name="tell"/)
  await visitor.post(`${at}/reprendre`, { from: `${at}/reprendre` })
  const alone = { says: 'thank', tell: '1', story: 'La remorque a servi samedi' }
  assert.equal((await mathieu.post(`${thread}/repondre`, alone)).status, 422)
  assert.doesNotMatch((await mathieu.get(thread)).body, /name="tell"/)
  // Nothing is left to do in it but to put it away: it goes by itself, as what was done.
  assert.doesNotMatch((await mathieu.get(thread)).text, /Finir la conversation|Revenir|Annuler/)
  assert.equal((await mathieu.post(`${thread}/revenir`, {})).status, 422)
  assert.equal(rows().find(row => row.id === id)!.state, 'done')
  assert.equal(box.engine.read.all('SELECT 1 FROM deed').length, 0)
  assert.deepEqual(box.faults, [])
})

test('on a ticket a telephone stays on one line, an act alone leaves no trace on paper', async () => {
  const { box, mathieu, ticketed, does } = await twoNeighbours()
  using _ = box
  const { visitor, at, id } = await ticketed()
  await does(mathieu, `/arrangements/${id}/mot`, { said: 'Le 06 50 50 50 50.' })
  const { body, text } = await visitor.get(at)
  assert.equal(body.match(/06\u00a050\u00a050\u00a050\u00a050/g)?.length, 2, 'as news, and as said')
  assert.match(body, /<span class="no-print">[^<]*<a[^>]*>Voir l’annonce</)
  assert.match(text, /ou un signet si l’appareil est à vous/)
})
