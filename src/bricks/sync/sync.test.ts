import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Browser, textOf } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import type { Reader } from '../../contract/reader.ts'
import { pattern } from '../../core/pattern.ts'
import { codesLeft } from '../../files/local.ts'
import { newBox } from '../../log/box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { type Mark, peerMarksIn, setPeerMark } from '../../sync/trust/marks.ts'
import { introductionsIn } from '../../sync/trust/spoken.ts'
import { newCodes } from '../../web/session/keeper.ts'

const BOEN = newBox().name
const USSON = newBox().name
const HOUR = 3_600_000

function mark(box: TestBox, name: string, marked: Mark): void {
  box.log.db.exec('BEGIN')
  setPeerMark(box.log, name, marked)
  box.log.db.exec('COMMIT')
}
const trusted = (box: TestBox, name: string): Mark => peerMarksIn(box.log).get(name) ?? {}
/** What the house, and this brick of it, know of other boxes. */
const sees = (box: TestBox, boxes: Reader['boxes']): void => {
  for (const read of [box.read, box.read.as('sync')]) read.boxes = boxes
}
const boxes = async (keeper: Browser, path = '/bornes'): Promise<string> =>
  (await keeper.get(path)).text
async function village() {
  const box = testBox()
  const keeper = box.keeper
  return { door: box, keeper, codes: newCodes(box.local) }
}

test(
  'a box is recognised by the text of its drawing: its words are shown to be compared, a name ' +
    'and a code are asked',
  async () => {
    const { door: box, keeper, codes } = await village()
    const drawing = `COCOTE ${BOEN} ${wordsOfBox(BOEN)}`
    const found = await keeper.get(`/bornes?qui=${encodeURIComponent(drawing)}`)
    assert.match(
      found.text,
      new RegExp(`à comparer à voix haute, en vrai.*${wordsOfBox(BOEN)}.*Je la reconnais`),
    )
    const sent = { borne: BOEN, acte: 'reconnaitre', called: 'Boën', from: `/bornes?qui=${BOEN}` }
    const wrong = await keeper.post('/bornes/reconnaitre', { ...sent, code: 'abcd efgh jkmn' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Ce code n’est pas bon/)
    assert.match(wrong.body, new RegExp(`href="#f-code-reconnaitre-${BOEN.slice(0, 8)}"`))
    assert.match(
      wrong.body,
      new RegExp(`id="f-code-reconnaitre-${BOEN.slice(0, 8)}"`),
      'the mistake leads to its field',
    )
    const unnamed = await keeper.post('/bornes/reconnaitre', {
      ...sent,
      called: ' ',
      code: codes[0]!,
    })
    assert.match(unnamed.text, /Il manque « Comment l’appeler ici »/)
    assert.equal(codesLeft(box.local), 10, 'a refusal spends no code')
    assert.deepEqual(trusted(box, BOEN), {})
    assert.equal(
      (await keeper.post('/bornes/reconnaitre', { ...sent, code: codes[0]! })).location,
      '/bornes',
    )
    assert.match(
      await boxes(keeper),
      pattern()`
        Boën est reconnue ici.*la personne qui tient l’autre borne doit reconnaître celle-ci.*
        Boën Cinq mots.*Reconnue ici, en vrai\. Elle n’a encore rien dit ici\.
      `,
    )
    assert.deepEqual(
      [trusted(box, BOEN), codesLeft(box.local)],
      [{ called: 'Boën', paired: true }, 9],
    )
  },
)

test(
  'a name with other words, this box itself, and what is no box are told apart; five words ' +
    'are enough for one that came',
  async () => {
    const { door: box, keeper } = await village()
    const find = (typed: string) => boxes(keeper, `/bornes?qui=${encodeURIComponent(typed)}`)
    assert.match(
      await find(`COCOTE ${BOEN} ${wordsOfBox(USSON)}`),
      /Ces cinq mots ne vont pas avec ce nom/,
    )
    assert.match(await find(box.log.box.name), /C’est cette borne-ci/)
    assert.match(await find('Boën'), /Aucune borne ne se reconnaît à cela/)
    assert.match(await find(wordsOfBox(BOEN)), /Aucune borne ne se reconnaît à cela/)
    mark(box, BOEN, { heardAt: box.now() })
    assert.match(
      await find(wordsOfBox(BOEN).toUpperCase().replaceAll(' ', ', ')),
      /à comparer à voix haute/,
    )
  },
)

test(
  'one that a recognised box introduces waits for the keeper’s yes, which gives what is ' +
    'public and nothing more',
  async () => {
    const { door: box, keeper } = await village()
    mark(box, BOEN, { called: 'Boën', paired: true })
    const { boxes: seen } = box.read
    const introduced = {
      ...seen().others[0]!,
      name: USSON,
      called: 'Usson',
      known: 'introduced' as const,
      introducedBy: [BOEN],
      words: wordsOfBox(USSON),
    }
    sees(box, () => ({
      ...seen(),
      others: [...seen().others, ...(trusted(box, USSON).accepted ? [] : [introduced])],
    }))
    assert.match(await boxes(keeper, '/tenir'), /Usson, que Boën présente, attend votre oui/)
    assert.match(await boxes(keeper), /Présentée par Boën\. Elle attend votre oui/)
    await keeper.post('/bornes/accepter', { borne: USSON, acte: 'oui', from: '/bornes' })
    assert.deepEqual(trusted(box, USSON), { called: 'Usson', accepted: true })
    assert.match(
      (await keeper.post('/bornes/accepter', { borne: BOEN, acte: 'oui', from: '/bornes' })).text,
      /Aucune borne reconnue ici ne la présente/,
    )
  },
)

test('a box is paused and resumed; set aside and trusted again, each for a code; named otherwise', async () => {
  const { door: box, keeper, codes } = await village()
  mark(box, BOEN, { called: 'Boën', paired: true })
  const act = (path: string, more: Readonly<Record<string, string>> = {}) =>
    keeper.post(`/bornes/${path}`, { borne: BOEN, acte: path, from: '/bornes', ...more })
  await act('pause', { on: '1' })
  assert.match(await boxes(keeper), /Boën est en pause\..*En pause : rien de plus n’est pris\./)
  await act('pause', { on: '0' })
  assert.equal(trusted(box, BOEN).paused, undefined)
  assert.equal((await act('ecarter')).status, 422, 'no code')
  assert.equal(trusted(box, BOEN).dismissed, undefined)
  await act('ecarter', { code: codes[0]! })
  assert.match(
    await boxes(keeper),
    /Écartée : ce qu’elle écrit depuis est laissé de côté\..*Reprendre confiance en Boën/,
  )
  assert.doesNotMatch(
    (await box.visitor('wifi').get('/nouvelles')).text,
    /Boën/,
    'nothing is carried to it from the people’s page',
  )
  await act('reprendre', { code: codes[1]! })
  assert.equal(trusted(box, BOEN).dismissed, undefined)
  await act('nommer', { called: '  Boën,  la médiathèque ' })
  assert.equal(trusted(box, BOEN).called, 'Boën, la médiathèque')
  assert.equal(
    (await act('ecarter', { since: '12', code: codes[2]! })).status,
    422,
    'hidden since an arrival that never was',
  )
})

test(
  'what came in one day is told apart by its hour and by how much would be hidden; a wrong ' +
    'code loses nothing of what was chosen',
  async () => {
    const { door: box, keeper, codes } = await village()
    const [morning, noon] = [box.now() - 3 * HOUR, box.now() - 5 * 60_000]
    const before = {}
    mark(box, BOEN, {
      called: 'Boën',
      paired: true,
      arrivals: [
        { at: morning, entries: 4, before },
        { at: noon, entries: 1, before },
      ],
    })
    const options = (body: string) =>
      [...body.matchAll(/<option value="(\d*)"( selected)?>([^<]+)/g)].map(
        ([, at, given, said]) => [at, given !== undefined, textOf(said!)],
      )
    const offered = [
      ['', true, 'rien'],
      [String(noon), false, 'ce qui est arrivé depuis aujourd’hui à 11 h 55 (1 écriture)'],
      [String(morning), false, 'ce qui est arrivé depuis aujourd’hui à 9 h (5 écritures)'],
      ['0', false, 'tout ce qu’elle a écrit'],
    ]
    assert.deepEqual(options((await keeper.get('/bornes')).body), offered)
    const sent = { borne: BOEN, acte: 'ecarter', since: '0', tell: '1', from: '/bornes' }
    const wrong = await keeper.post('/bornes/ecarter', { ...sent, code: 'abcd efgh jkmn' })
    assert.match(wrong.text, /Ce code n’est pas bon/)
    assert.deepEqual(
      options(wrong.body),
      offered.map(([at, , said]) => [at, at === '0', said]),
    )
    assert.match(wrong.body, /<input type="checkbox" name="tell" value="1" checked>/)
    assert.equal((await keeper.post('/bornes/ecarter', { ...sent, code: codes[0]! })).status, 303)
  },
)

test(
  'two boxes never have one name here: it is refused when a keeper gives it, and told apart ' +
    'when another box said it',
  async () => {
    const { door: box, keeper, codes } = await village()
    mark(box, BOEN, { called: 'Boën', paired: true })
    const sent = {
      borne: USSON,
      acte: 'reconnaitre',
      code: codes[0]!,
      from: `/bornes?qui=${USSON}`,
    }
    for (const called of ['Boën', ' boen ']) {
      const twice = await keeper.post('/bornes/reconnaitre', { ...sent, called })
      assert.equal(twice.status, 422)
      assert.match(twice.text, /Une autre borne s’appelle déjà Bo[eë]n ici/i)
    }
    assert.deepEqual(trusted(box, USSON), {})
    assert.equal(
      (await keeper.post('/bornes/reconnaitre', { ...sent, called: 'Usson' })).status,
      303,
    )
    const renamed = await keeper.post('/bornes/nommer', {
      borne: USSON,
      acte: 'nommer',
      called: 'Boën',
      from: '/bornes',
    })
    assert.match(renamed.text, /s’appelle déjà Boën ici/)
    assert.equal(
      (
        await keeper.post('/bornes/nommer', {
          borne: BOEN,
          acte: 'nommer',
          called: 'BOËN',
          from: '/bornes',
        })
      ).status,
      303,
    )
    const sail = newBox().name
    mark(box, sail, { heardAt: box.now() })
    const { boxes: seen } = box.read
    const introduced = { known: 'introduced' as const, introducedBy: [BOEN], called: 'Usson' }
    sees(box, () => ({
      ...seen(),
      others: seen().others.map(one => (one.name === sail ? { ...one, ...introduced } : one)),
    }))
    await keeper.post('/bornes/accepter', { borne: sail, acte: 'oui', from: '/bornes' })
    assert.deepEqual(trusted(box, sail).called, `Usson (${wordsOfBox(sail).split(' ')[0]})`)
  },
)

test(
  'a recognised box is introduced to the others by a record of the commons, and no longer ' +
    'when the keeper takes it back',
  async () => {
    const { door: box, keeper } = await village()
    mark(box, BOEN, { called: 'Boën', paired: true })
    mark(box, USSON, { called: 'Usson', accepted: true })
    const act = (borne: string, on: string) =>
      keeper.post('/bornes/presenter', { borne, on, acte: 'presenter', from: '/bornes' })
    assert.equal((await act(USSON, '1')).status, 422, 'of depth one')
    await act(BOEN, '1')
    await act(BOEN, '1')
    const [one, ...more] = introductionsIn(box.log)
    assert.deepEqual([one?.by, one?.box, one?.called, more], [box.log.box.name, BOEN, 'Boën', []])
    assert.match(await boxes(keeper), /Présentée aux autres par cette borne/)
    await act(BOEN, '0')
    assert.deepEqual(introductionsIn(box.log), [])
  },
)

test(
  'nothing is called up to date but what a box signed, and nothing is left to carry; odd ' +
    'clocks and what waits are said',
  async () => {
    const { door: box, keeper } = await village()
    mark(box, BOEN, { called: 'Boën', paired: true, heardAt: box.now() - 24 * HOUR, isSure: false })
    assert.match(
      await boxes(keeper),
      /Vue vers le 4 décembre\. Ce qu’il reste à porter : on ne sait pas encore\./,
    )
    const heard = { commons: {}, network: {} }
    mark(box, BOEN, {
      heard,
      heardAt: box.now() - 24 * HOUR,
      madeAt: 1_000,
      isSure: true,
      clockAheadMs: 1_000 - box.now(),
    })
    assert.match(
      await boxes(keeper),
      pattern()`
        Vue hier : elle a dit alors ce qu’elle avait reçu\. À jour dans les deux sens.*
        Son horloge dit 1970\.
      `,
    )
    box.bring('offer', { title: 'Une remorque à prêter' })
    mark(box, BOEN, {
      madeAt: box.now() - 19 * HOUR,
      clockAheadMs: 5 * HOUR,
      heard: {
        commons: { [`${BOEN}.0123456789abcdef.commons`]: [[2, 'AAAAAAAAAAA']] },
        network: {},
      },
      brought: {
        taken: 3,
        aside: [{ box: '', why: 'unknown', entries: 4 }],
        stopped: 1,
        isFull: true,
      },
    })
    const text = await boxes(keeper)
    assert.match(text, /À lui porter : 1 écriture\. À prendre chez elle : 2 écritures\./)
    assert.match(
      text,
      pattern()`
        4 écritures de plusieurs bornes de côté.*1 suite s’arrête.*la suite attend votre oui.*
        Son horloge avance de 5 heures\.
      `,
    )
    assert.doesNotMatch(text, /À jour/)
    const tools = await boxes(keeper, '/tenir')
    assert.match(tools, /la suite des nouvelles de Boën attend votre oui/i)
    assert.match(
      tools,
      pattern()`
        4 écritures d’autres bornes, venues par les nouvelles de Boën, de côté : il manque votre oui
      `,
    )
    assert.match(tools, /les nouvelles de Boën s’arrêtent avant la fin : redemandez-les/)
    // Each is counted where it is answered.
    assert.match(/^.*?Sortir/.exec(await boxes(keeper, '/agenda'))?.[0] ?? '', /\(3\)/)
    mark(box, BOEN, {
      brought: {
        taken: 3,
        aside: [{ box: BOEN, why: 'unknown', entries: 1 }],
        stopped: 0,
        isFull: false,
      },
    })
    assert.match(
      await boxes(keeper, '/tenir'),
      /1 écriture de Boën était venue avant votre oui : rapportez son fichier/,
    )
    // What the keeper decided, or can't change, does not wait for them.
    const decided = [{ box: 'x', why: 'dismissed' as const, entries: 2 }]
    mark(box, BOEN, { brought: { taken: 3, aside: decided, stopped: 0, isFull: false } })
    assert.doesNotMatch(await boxes(keeper, '/tenir'), /écritures? de côté|\d+ écriture/)
  },
)

test(
  'what came by a file is as old as the file: the page says the day on which it was made, ' +
    'unless that clock is odd',
  async () => {
    const { door: box, keeper } = await village()
    const file = { called: 'Boën', paired: true, isMet: false, heardAt: box.now() }
    mark(box, BOEN, { ...file, madeAt: box.now() - 11 * 24 * HOUR })
    assert.match(await boxes(keeper), /Son dernier fichier est arrivé aujourd’hui\./)
    mark(box, BOEN, { heard: { commons: {}, network: {} } })
    const said = await boxes(keeper)
    assert.match(
      said,
      /Son dernier fichier, arrivé aujourd’hui, dit ce qu’elle avait le 24 novembre\./,
    )
    assert.doesNotMatch(said, /Vue aujourd’hui|Son horloge/)
    mark(box, BOEN, { madeAt: 0, clockAheadMs: -box.now() })
    assert.match(
      await boxes(keeper),
      /arrivé aujourd’hui, dit ce qu’elle avait en le faisant\..*Son horloge dit 1970\./,
    )
  },
)

test('boxes are the keeper’s page; people read of news only what a box is called', async () => {
  const { door: box } = await village()
  mark(box, BOEN, { called: 'Boën', paired: true, heardAt: box.now() })
  mark(box, USSON, { heardAt: box.now() })
  const visitor = box.visitor('wifi')
  assert.doesNotMatch(textOf((await visitor.get('/bornes')).body), /Boën|Reconnue|cinq mots/)
  const news = await visitor.get('/nouvelles')
  assert.match(news.text, /Rien n’est encore arrivé d’une autre borne.*Les porter à Boën/)
  assert.doesNotMatch(news.body, new RegExp(`${USSON}|${wordsOfBox(USSON)}|${wordsOfBox(BOEN)}`))
  mark(box, USSON, { arrivals: [{ at: box.now(), entries: 1, before: {} }] })
  assert.doesNotMatch(
    (await visitor.get('/nouvelles')).text,
    /Rien n’est encore arrivé/,
    'what was thanked for did arrive',
  )
  const post = await visitor.post('/bornes/pause', { borne: BOEN, on: '1' })
  assert.equal(post.status, 403)
  assert.equal(trusted(box, BOEN).paused, undefined)
  for (const path of ['/nouvelles', '/bornes'])
    assert.equal((await box.keeper.get(`${path}?langue=en`)).status, 200)
})
