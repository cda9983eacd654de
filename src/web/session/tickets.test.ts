import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Browser, hiddenIn, textOf } from '../../../tests/support/browser.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { codeOf } from '../../core/code.ts'
import { pattern } from '../../core/pattern.ts'
import { fateOf } from '../../engine/records/sent-fate.ts'
import { ticketSecret } from './tickets.ts'

let box: TestBox
let visitor: Browser
beforeEach(async () => {
  box = testBox()
  visitor = box.visitor('wifi')
})
const notice = { title: 'je donne des bocaux', who: 'Colette', reachBy: 'someone', reach: 'au bar' }
const address = (location: string): string => location.split('?')[0]!
/** Sends a notice, and gives its ticket: the address, and the code as it is said. */
async function sent(
  who = visitor,
  input: Readonly<Record<string, string>> = notice,
  path = '/annonces/proposer',
) {
  const { location } = await who.post(path, input)
  assert.match(location, /^\/billet\/[0-9a-z]{26}/)
  const page = await who.get(location)
  return {
    at: address(location),
    page,
    code: /ticket-code"><b>([^<]+)</.exec(page.body)?.[1]?.replaceAll('\u00a0', ' ') ?? '',
  }
}
const told = async (code: string, who = visitor): Promise<string> => {
  const { location } = await who.get(`/chercher?q=${encodeURIComponent(code)}`)
  const page = await who.get(location)
  return textOf(/<div class="(?:note|refused)[\s\S]*?<\/div>/.exec(page.body)?.[0] ?? '').trim()
}
/** In the field of *Mon billet* itself. */
const typed = async (code: string, who: Browser): Promise<string> =>
  (await who.get(`/billet?code=${encodeURIComponent(code)}`)).text
const waiting = (): string =>
  String(
    box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting' ORDER BY id DESC")[0]?.[
      'id'
    ],
  )

test('what a sender corrects while the keeper reads it is not shown before it was read', async () => {
  const { at } = await sent()
  const page = await box.keeper.get('/a-montrer')
  await visitor.post(`${at}/corriger`, { title: 'Colette donne autre chose' })
  const refused = await box.keeper.fill(page, '/a-montrer/afficher')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /corrigé pendant que vous le lisiez.*Colette donne autre chose/)
  assert.equal(box.read.all('SELECT id FROM offer').length, 0)
  assert.equal((await box.keeper.fill(refused, '/a-montrer/afficher')).status, 303)
  assert.equal(box.read.all('SELECT title FROM offer')[0]?.['title'], 'Colette donne autre chose')
})

test('a code and an address tell what became of a notice, from sending to shown, left and why', async () => {
  const { at, page, code } = await sent()
  assert.match(code, /^[a-z]+ \d\d \d\d$/)
  assert.match(page.text, /Merci.*Votre billet.*En attente.*bocaux/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal(page.headers.get('referrer-policy'), 'same-origin')
  assert.equal(page.headers.get('etag'), null)
  assert.match(await told(code), /En attente d’être lu par/)
  assert.match(
    await told(code.toUpperCase().replaceAll(' ', '-')),
    /En attente/,
    'however it is typed',
  )
  await box.keeper.post('/a-montrer/laisser', { id: waiting(), why: 'Il manque le village.' })
  assert.equal(
    await told(code),
    'Pas affiché. Pour savoir pourquoi, demandez à la personne qui tient la page.',
  )
  const heard = (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text
  assert.match(heard, /Une raison est écrite pour vous\. Elle se lit à l’adresse de votre billet/)
  assert.doesNotMatch(heard, /Il manque/)
  assert.match((await visitor.get(at)).text, /Pas affiché\. La raison donnée : « Il manque le vil/)
  await visitor.post(`${at}/corriger`, {
    title: 'je donne des bocaux à Usson',
    from: `${at}/corriger`,
  })
  assert.match(await told(code), /En attente/)
  await showSent(box.keeper, waiting())
  assert.equal(await told(code), 'Affiché sur la page.')
  assert.match((await visitor.get('/annonces')).text, /bocaux à Usson/)
  assert.match((await visitor.get(at)).text, /Affiché sur la page\. Le voir sur la page/)
})

test(
  'a correction of what shows waits while the page stays as it was, then shows in the same ' +
    'place',
  async () => {
    const { at, code } = await sent()
    await showSent(box.keeper, waiting())
    const [shown] = box.read.all('SELECT id FROM offer')
    await visitor.post(`${at}/corriger`, { title: 'Colette donne vingt bocaux' })
    assert.match(await told(code), /Affiché. Votre correction attend/)
    assert.doesNotMatch((await visitor.get('/annonces')).text, /vingt/)
    await box.keeper.post('/a-montrer/laisser', { id: waiting(), why: 'Vingt ?' })
    assert.match(
      await told(code),
      /Affiché sur la page. Votre correction n’est pas affichée. Pour savoir pourquoi, demandez/,
    )
    assert.match(
      (await visitor.get(at)).text,
      /n’est pas affichée. La raison donnée : « Vingt \? »/,
    )
    await visitor.post(`${at}/corriger`, { title: 'Colette donne douze bocaux' })
    await showSent(box.keeper, waiting())
    assert.match((await visitor.get(`/annonces/${shown!['id']}`)).text, /douze bocaux/)
    assert.equal(box.read.all('SELECT id FROM offer').length, 1)
  },
)

test('the ticket of what shows leads to hiding a number that it shows', async () => {
  const { at, page } = await sent(visitor, { ...notice, reachBy: 'phone', phone: '06 71 22 33 44' })
  assert.doesNotMatch(page.body, /article[\s\S]*c-est-mon-numero\?ou=/, 'nothing shows yet')
  await showSent(box.keeper, waiting())
  const [shown] = box.read.all('SELECT id FROM offer')
  const where = `/c-est-mon-numero?ou=${shown!['id']}`
  assert.ok((await visitor.get(at)).body.includes(`href="${where}"`))
  assert.match((await visitor.get(where)).text, /Il se lit sur/)
  await box.visitor('wifi').post('/c-est-mon-numero', { number: '06 71 22 33 44' })
  const after = await visitor.get(at)
  assert.ok(!after.body.includes(`href="${where}"`), 'it shows no more')
  assert.match(after.text, /est caché sur cette borne : personne d’autre ne le lit/)
  assert.doesNotMatch((await visitor.get(where)).text, /Il se lit sur/)
  assert.doesNotMatch((await visitor.get(`/annonces/${shown!['id']}`)).text, /téléphone affiché/)
})

test('the keeper mends a text before it shows: the mended one shows, and the ticket says so', async () => {
  const { at, code } = await sent(visitor, { ...notice, title: 'venez chez moi au Fay' })
  const id = waiting()
  const page = await box.keeper.get('/a-montrer')
  assert.match(page.body, new RegExp(`href="/a-montrer/${id}/corriger"`))
  const form = await box.keeper.get(`/a-montrer/${id}/corriger`)
  assert.match(form.text, /Corriger avant d’afficher.*sur son billet/)
  assert.equal((await visitor.get(`/a-montrer/${id}/corriger`)).status === 200, false)
  const mend = (title?: string) =>
    box.keeper.fill(form, '/a-montrer/corriger', title === undefined ? {} : { title })
  assert.equal((await mend('')).status, 422, 'a text without words is sent back')
  const same = await mend()
  assert.match((await box.keeper.get(same.location)).text, /Rien n’a changé/)
  assert.doesNotMatch(await told(code), /corrigé/)
  const mended = await mend('une échelle au Fay')
  assert.match(
    (await box.keeper.get(mended.location)).text,
    /C’est corrigé.*Remettre ses mots.*Ce texte a été corrigé ici/,
  )
  assert.match(await told(code), /En attente.*Le texte a été corrigé par/)
  assert.equal(box.read.all('SELECT 1 FROM offer').length, 0, 'mending shows nothing')
  await box.keeper.post('/a-montrer/afficher', { id })
  assert.match((await visitor.get('/annonces')).text, /une échelle au Fay/)
  assert.doesNotMatch((await visitor.get('/annonces')).text, /chez moi/)
  assert.match((await visitor.get(at)).text, /Affiché sur la page\. Le texte a été corrigé par/)
  assert.equal((await box.keeper.get(`/a-montrer/${id}/corriger`)).status, 404)
  // What the sender writes again is theirs.
  await visitor.post(`${at}/corriger`, { title: 'mon échelle', from: `${at}/corriger` })
  assert.doesNotMatch(await told(code), /Le texte a été corrigé/)
})

test('a mended text reads again as it was sent, by one button', async () => {
  const { at, code } = await sent(visitor, { ...notice, title: 'une échelle chez moi' })
  const id = waiting()
  const title = () => box.read.all('SELECT title FROM offer_home')[0]?.['title']
  const before = title()
  const mend = async (words: string) =>
    box.keeper.fill(await box.keeper.get(`/a-montrer/${id}/corriger`), '/a-montrer/corriger', {
      title: words,
    })
  await mend('une échelle au Fay')
  await mend('une grande échelle au Fay')
  assert.match(String(title()), /grande échelle au Fay/)
  const page = await box.keeper.get('/a-montrer')
  assert.match(page.text, /Ce qui a été envoyé.*une échelle chez moi.*Remettre ses mots/)
  const path = '/a-montrer/corriger/remettre'
  assert.equal((await visitor.post(path, { id })).status, 403)
  assert.notEqual(title(), before)
  const back = await box.keeper.fill(page, path)
  assert.equal(back.status, 303, back.text)
  assert.equal(title(), before)
  const after = await box.keeper.get('/a-montrer')
  assert.match(after.text, /de nouveau les mots de qui l’a écrit/)
  assert.doesNotMatch(after.text, /a été corrigé ici/)
  assert.doesNotMatch(await told(code), /Le texte a été corrigé/)
  assert.notEqual((await box.keeper.post(path, { id })).status, 303, 'once')
  // What its author writes meanwhile is theirs: an older page undoes nothing of it.
  await mend('une échelle au Fay')
  const older = await box.keeper.get('/a-montrer')
  await visitor.post(`${at}/corriger`, { title: 'mon échelle à moi', from: `${at}/corriger` })
  const own = title()
  assert.notEqual((await box.keeper.fill(older, path)).status, 303)
  assert.equal(title(), own)
})

test('the last box that was ticked is emptied by a correction', async () => {
  const theme = box.bring('theme', { label: 'Bocaux' })
  const { at } = await sent(visitor, { ...notice, themes: theme })
  const page = await visitor.get(`${at}/corriger`)
  assert.match(page.body, /name="asked" value="themes"/)
  const themes = () => box.read.all('SELECT themes FROM offer_home')[0]?.['themes']
  assert.ok(String(themes()).includes(theme))
  await visitor.post(`${at}/corriger`, { title: 'Colette donne des bocaux', asked: 'themes' })
  assert.ok(!String(themes()).includes(theme), String(themes()))
})

test('the same post sent twice has one ticket, which outlives a start; another one has another', async () => {
  const form = (await visitor.get('/annonces/proposer')).body
  const post = { ...notice, tour: hiddenIn(form, 'tour') }
  const [one, two, three] = [
    await sent(visitor, post),
    await sent(visitor, post),
    await sent(box.visitor('wifi')),
  ]
  assert.deepEqual([one.at, one.code], [two.at, two.code])
  assert.ok(one.at !== three.at && one.code !== three.code)
  assert.equal(box.local.sql.all('SELECT * FROM ticket').length, 2)
})

test('neither the log nor the third file holds an address, and two boxes draw two', async () => {
  const { at } = await sent()
  const secret = at.split('/').at(-1)!
  for (const db of [box.local.db, box.log.db, box.tables.db]) {
    const names = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
      .all()
    for (const { name } of names) {
      const rows = JSON.stringify(
        db.prepare(`SELECT * FROM "${String(name)}"`).all(),
        (_, value) =>
          value instanceof Uint8Array
            ? Buffer.from(value).toString('latin1')
            : typeof value === 'bigint'
              ? String(value)
              : value,
      )
      assert.ok(!rows.includes(secret), String(name))
    }
  }
  const [mine, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map(one =>
    ticketSecret({ secret: one }, 'turn'),
  )
  assert.notEqual(mine, other)
})

test(
  'a text that is taken back leaves no waiting text, no shown copy, no code and no ' + 'address',
  async () => {
    for (const isShown of [false, true]) {
      const { at, code } = await sent()
      if (isShown) await showSent(box.keeper, waiting())
      assert.match((await visitor.get(`${at}/reprendre`)).text, /Effacer ce que vous avez envoyé/)
      assert.equal((await visitor.post(`${at}/reprendre`, {})).location, '/billet')
      const never = await told('cerise 31 87')
      assert.equal((await visitor.get(at)).status, 404)
      assert.equal(await told(code), never)
      assert.match(never, /ne disent rien ici/)
      assert.equal(box.local.sql.all('SELECT * FROM ticket').length, 0)
      assert.equal(box.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%bocaux%'"), undefined)
      assert.doesNotMatch((await visitor.get('/annonces')).text, /bocaux/)
    }
  },
)

test('the word said when fetching a thing is told from the code of a ticket', async () => {
  const form = (await visitor.get('/billet')).text
  assert.match(form, /en gros sur votre billet\. Le mot à dire quand on vient chercher/)
  assert.match(await told('scie 01 27'), /le mot à dire quand on vient chercher.* n’en est pas un/)
})

test('a fate that a brick tells holds no word of its record, the keeper’s reason left out', () => {
  const secret = 'zwyntrolubak'
  let told = 0
  for (const { records, slots } of box.engine.bricks)
    for (const { name, fields } of slots?.fate ? records : []) {
      const said = Object.entries(fields).flatMap(([field, { kind, many }]) =>
        ['text', 'prose'].includes(kind) ? [[field, many ? [secret] : secret]] : [],
      )
      const id = box.bring(name, Object.fromEntries(said), 'home')
      const { why: _, ...fate } = slots?.fate?.(name, id, box.read) ?? {}
      assert.ok(!JSON.stringify(fate).includes(secret), `${name}: ${JSON.stringify(fate)}`)
      if ('state' in fate) told++
    }
  assert.ok(told > 1, 'no fate was told')
})

test('a text that the keeper erases takes its ticket along', async () => {
  const { at, code } = await sent()
  await showSent(box.keeper, waiting())
  const [shown] = box.read.all('SELECT id FROM offer')
  const source = { ...box.engine }
  const [proposal] = box.read.all('SELECT id FROM proposal_home')
  assert.equal(fateOf(source, String(proposal!['id']))?.state, 'shown')
  assert.ok(box.turn('plain.forget', { type: 'offer', id: String(shown!['id']) }).done)
  assert.equal(fateOf(source, String(proposal!['id'])), undefined)
  assert.equal((await visitor.get(at)).status, 404)
  assert.match(await told(code), /ne disent rien ici/)
})

test('a word is followed until it is delivered, and taken back only before its person has it', async () => {
  const input = { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' }
  const { at, code } = await sent(visitor, input, '/mot')
  await visitor.post(`${at}/corriger`, { said: 'Le papier est au local.' })
  const [word] = box.read.all('SELECT id, said FROM word_home')
  assert.equal(word!['said'], 'Le papier est au local.')
  await box.keeper.post('/mes-mots/pas-trouve', { ids: String(word!['id']) })
  assert.match(await told(code), /Pas encore remis.*On réessaiera/)
  await visitor.post(`${at}/corriger`, { said: 'Le papier est au bar, je suis aux Granges.' })
  await box.keeper.post(`/mes-mots/${word!['id']}/remis`, {})
  assert.equal(await told(code), 'Remis.')
  await visitor.post(`${at}/reprendre`, {})
  assert.equal(box.read.all('SELECT 1 FROM word_home WHERE removed IS NOT 1').length, 1)
  const another = await sent(visitor, input, '/mot')
  await visitor.post(`${another.at}/reprendre`, {})
  assert.equal(box.read.all('SELECT 1 FROM word_home WHERE removed IS NOT 1').length, 1)
})

test('a field that a correction empties leaves the page, and the keeper’s addition stays', async () => {
  const { at } = await sent(visitor, {
    ...notice,
    accord: 'voisins',
    where: 'chez ma sœur Josiane',
  })
  await showSent(box.keeper, waiting())
  const shown = () => box.read.all('SELECT id, title, reach, "where", detail FROM offer')[0]!
  await box.keeper.post('/ecrire', {
    type: 'offer',
    id: String(shown()['id']),
    title: 'des bocaux',
    reach: 'au bar',
    detail: 'Une caisse.',
  })
  await visitor.post(`${at}/corriger`, { title: 'Colette donne vingt bocaux', where: '' })
  await showSent(box.keeper, waiting())
  assert.deepEqual(
    [shown()['title'], shown()['where'], shown()['reach'], shown()['detail']],
    ['Colette donne vingt bocaux', null, 'au bar', 'Une caisse.'],
  )
})

test('an answer is taken back by its ticket, and is not counted', async () => {
  const idea = box.bring('idea', { title: 'Un café de réparation', threshold: 5 })
  const { at } = await sent(
    visitor,
    { answer: 'in', firstName: 'Ysaline', reach: 'au bar' },
    `/repondre/${idea}`,
  )
  await showSent(box.keeper, waiting())
  assert.match((await visitor.get(`/idees/idee/${idea}`)).text, /Ysaline/)
  await visitor.post(`${at}/reprendre`, {})
  assert.doesNotMatch((await visitor.get(`/idees/idee/${idea}`)).text, /Ysaline/)
})

test(
  'an address with twelve wrong guesses waits, for existing codes and others; other ' +
    'addresses do not',
  async () => {
    const { code } = await sent()
    for (let i = 0; i < 12; i++) assert.match(await told('cerise 31 87'), /ne disent rien/)
    assert.match(await told(code), /Trop d’essais/)
    assert.match(await told('cerise 31 87'), /Trop d’essais/)
    assert.match(await told(code, box.visitor('wifi')), /En attente/)
    box.later(600_001)
    assert.match(await told(code), /En attente/)
  },
)

test(
  'at the box’s own computer nobody is shut out by who guessed before: the wait grows to half ' +
    'a minute, and guessing goes no faster',
  async () => {
    const { code } = await sent()
    const bar = box.visitor('here')
    let guessed = 0
    const guess = async (): Promise<void> => {
      if (
        /ne disent rien/.test(
          await told(`cerise ${codeOf('cerise', String(guessed + 100)).digits}`, bar),
        )
      )
        guessed++
    }
    for (let i = 0; i < 400; i++) {
      await guess()
      box.later(3_000)
    }
    assert.ok(guessed > 12 && guessed < 55, `${guessed} guesses in twenty minutes`)
    box.later(30_000)
    assert.match(await told(code, bar), /En attente/, 'who comes after')
    await guess()
    assert.match(await told(code, bar), /Trop d’essais d’ici\. Attendez 30 secondes/)
    assert.match(
      await typed('cerise 31 88', bar),
      /ne disent rien/,
      'a slip tells nothing and is not made to wait',
    )
    assert.match(await told(code, box.visitor('wifi')), /En attente/)
  },
)

test('slips are no guesses: a digit misheard or a word misspelt stops nobody', async () => {
  const { code } = await sent()
  const digits = code.slice(-5)
  for (let i = 0; i < 30; i++)
    assert.match(await typed(i % 2 ? `zzz ${digits}` : 'cerise 31 88', visitor), /ne disent rien/)
  assert.match(await told(code), /En attente/)
})

test('a member is counted by themselves, not with who sits behind the same address', async () => {
  const { code } = await sent()
  const paul = await box.member('Paul')
  for (let i = 0; i < 12; i++) await told('cerise 31 87', paul)
  assert.match(await told(code, paul), /Trop d’essais/)
  await paul.post('/sortir', {})
  assert.match(await told(code, paul), /En attente/)
})

test(
  'a person who corrects often is asked to wait, with their text kept; a form that is ' +
    'sent back is not counted',
  async () => {
    const { at } = await sent()
    for (let i = 0; i < 40; i++)
      assert.equal((await visitor.post(`${at}/corriger`, { title: '' })).status, 422)
    for (let i = 0; i < 30; i++)
      assert.equal(
        (await visitor.post(`${at}/corriger`, { title: `Colette donne ${i} bocaux` })).status,
        303,
      )
    const held = await visitor.post(`${at}/corriger`, { title: 'Colette donne trente bocaux' })
    assert.equal(held.status, 429)
    assert.match(held.body, /name="title" value="Colette donne trente bocaux"/)
    box.later(600_001)
    assert.equal(
      (await visitor.post(`${at}/corriger`, { title: hiddenIn(held.body, 'title') })).status,
      303,
    )
  },
)

test(
  'a ticket opens what it was given for, and nothing else: not without it, nor what another ' +
    'one sent',
  async () => {
    const mine = await sent()
    const [proposal] = box.read.all('SELECT id, piece FROM proposal_home')
    for (const act of ['corriger', 'reprendre']) {
      assert.ok(
        (await visitor.post(`/billet/${act}`, { id: String(proposal!['id']), title: 'autre' }))
          .status >= 400,
      )
      assert.equal(
        (await visitor.post(`/billet/${'0'.repeat(26)}/${act}`, { title: 'autre' })).status,
        404,
      )
    }
    assert.equal(
      (
        await visitor.post(
          `${mine.at}/corriger`,
          { title: 'autre' },
          { origin: 'http://ailleurs.example' },
        )
      ).status,
      403,
    )
    await visitor.post(`${mine.at}/corriger`, {
      title: 'à moi',
      author: 'x',
      hangsHere: '1',
      relay: 'y',
    })
    const [row] = box.read.all('SELECT * FROM offer_home')
    assert.deepEqual(
      [row!['title'], row!['author'], row!['hangsHere'], row!['relay']],
      ['Colette\u00a0: «\u00a0à moi\u00a0»', null, null, null],
    )
  },
)

test(
  'a search for words that are no code is a search; one that looks like a code can still be ' +
    'searched',
  async () => {
    assert.equal((await visitor.get('/chercher?q=bois')).status, 200)
    const { location } = await visitor.get('/chercher?q=cerise+31+87')
    assert.match(
      (await visitor.get(location)).body,
      /href="\/chercher\?q=cerise\+31\+87&amp;mots=1"/,
    )
    assert.equal((await visitor.get('/chercher?q=cerise+31+87&mots=1')).status, 200)
  },
)

test(
  'a ticket tells why its notice was taken off, and that a word waits and where it is had; ' +
    'not what it says',
  async () => {
    const { at, code } = await sent()
    await showSent(box.keeper, waiting())
    const id = String(box.read.all('SELECT id FROM offer')[0]?.['id'])
    const kwan = box.welcome({ name: 'Kwan' })
    await box.keeper.post(`/habitants/${kwan}/relais`, {
      name: 'Kwan',
      where: 'au bar',
      when: 'le mardi matin',
      yes: '1',
    })
    const through = String(box.read.all('SELECT id FROM relay')[0]?.['id'])
    await box.visitor('wifi').post('/mot', { annonce: id, sender: 'Paul', said: 'vrixolame' })
    const first = (await visitor.get(at)).text
    assert.match(
      first,
      /quelqu’un a répondu\. Un mot vous attend : demandez-le à la personne qui tient la page\./,
    )
    await box
      .visitor('wifi')
      .post('/mot', { annonce: id, relay: through, sender: 'Odile', said: 'vrixolame' })
    const both = (await visitor.get(at)).text
    assert.match(
      both,
      pattern()`
        demandez-le à la personne qui tient la page, ou à Kwan, au bar, le mardi matin\.
        |à Kwan, au bar, le mardi matin, ou à la personne
      `,
    )
    assert.doesNotMatch(both, /vrixolame|Paul|Odile/)
    for (const row of box.read.all('SELECT id FROM word_home'))
      await box.keeper.post(`/mes-mots/${String(row['id'])}/remis`, {})
    assert.doesNotMatch((await visitor.get(at)).text, /Un mot vous attend/)
    await box.keeper.post('/annonces/cacher', { id, why: 'Les bocaux sont partis' })
    assert.match(
      (await visitor.get(at)).text,
      pattern()`
        Retiré de la page par la personne qui tient la page\. La raison donnée : «
        ${' '}Les bocaux sont partis »
      `,
    )
    assert.equal(
      await told(code),
      'Retiré de la page par la personne qui tient la page, à qui vous pouvez demander pourquoi.',
    )
  },
)

test('the keeper who takes a notice off reads whether its author will learn why from here', async () => {
  await sent()
  await showSent(box.keeper, waiting())
  const id = String(box.read.all('SELECT id FROM offer')[0]?.['id'])
  await box.keeper.post('/annonces/cacher', { id, why: 'parti' })
  assert.match(
    (await box.keeper.get('/annonces')).text,
    /lira pourquoi, sur sa page ou sur son billet/,
  )
  const slip = box.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
  await box.keeper.post('/annonces/cacher', { id: slip, why: 'parti' })
  assert.match((await box.keeper.get('/annonces')).text, /dites pourquoi à qui l’a donnée/)
})

test('who has a code finds where to type it above the first notice of the home page', async () => {
  using box = testBox()
  box.territory()
  const visitor = (await box.visitor().get('/')).body
  assert.match(visitor, /<h1>.*href="\/billet".*class="doors"/s)
  const member = await box.member('Nadia')
  assert.doesNotMatch((await member.get('/')).body, /href="\/billet"/)
})
