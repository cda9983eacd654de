import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawnId } from '../../../tests/support/clock.ts'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { runBatch, type TurnAnswer } from '../../../tests/support/turns.ts'
import type { Clock } from '../../contract/clock.ts'
import { type Hand, OWN_DEVICE } from '../../contract/command.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { fade, startLifeCount } from '../../engine/forgetting/fading.ts'
import { newBox } from '../../log/box.ts'
import { lastOwnEntry } from '../../log/log.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { wall } from './brick.ts'
import { MOST_STANDING } from './model/rules.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
let drawn = 0

/** A box and its two counters: what its clock says, and how long it has run. */
type Box = { engine: OpenEngine; wall: number; up: number; sure: boolean }
function open(): Box {
  const box: Box = { engine: openEngine([wall], newBox()), wall: NOW, up: 1_000, sure: true }
  startLifeCount(box.engine, clockOf(box))
  return box
}
const clockOf = (box: Box): Clock => ({
  now: () => box.wall,
  up: () => box.up,
  sure: box.sure,
  today: () => TODAY,
})
function passes(box: Box, ms: number): void {
  box.wall += ms
  box.up += ms
  fade(box.engine, clockOf(box))
}
function stops(box: Box, ms: number): void {
  box.wall += ms
  box.up = 0
  startLifeCount(box.engine, clockOf(box))
  fade(box.engine, clockOf(box))
}

function turn(
  { engine, ...box }: Box,
  command: string,
  input: Input,
  by: Who = 'visitor',
  hand?: Hand,
): TurnAnswer {
  const id = idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
  )
  return runBatch(
    engine,
    [{ brick: 'wall', command, input, by, id, lang: 'fr', ...(hand ? { hand } : {}) }],
    clockOf({ engine, ...box }),
  )[0]!
}
/** Written on the wall; what leads its author back to it. */
function write(box: Box, said: string, who = ''): string {
  const answer = turn(box, 'write', { said, who })
  assert.ok(answer.done, JSON.stringify(answer))
  return /le-mien=([0-9a-z]{26})/.exec(answer.next ?? '')?.[1] ?? ''
}
function shown(
  { engine, ...box }: Box,
  by: Who = 'visitor',
  query: Input = {},
  lang: Lang = 'fr',
): string {
  const { read } = engine
  const page = wall.pages[0]!
  const { now, up } = clockOf({ engine, ...box })
  const source = { ...sourceOf(engine, { now, today: () => TODAY }), up: up! }
  const kit = kitFor(source, { path: page.path, query, lang, by })
  return (page.show(kit, read, wall.words[lang])!.body as Html).html
}
/** What stands in the tables and in the flesh of the log. */
const rows = ({ engine: { log } }: Box): string =>
  JSON.stringify(
    log.sql.all("SELECT value FROM piece WHERE field <> 'removed' AND field <> 'writes'"),
  )
/** So many messages, written now. */
function fills(box: Box, messages: readonly string[], state: 'shown' | 'waiting' = 'shown'): void {
  const lived = box.engine.tables.sql.get('SELECT max(lived) AS n FROM wall_message_home')?.['n']
  const records = messages.map(said => ({
    type: 'wall-message',
    id: drawnId(),
    fields: { said, state, lived, key: drawnId() },
    space: 'home',
  }))
  const input = { records: JSON.stringify(records) }
  const asked = { brick: 'plain', command: 'bring', input, by: 'keeper', id: drawnId() } as const
  const answer = runBatch(box.engine, [{ ...asked, lang: 'fr' }], clockOf(box))[0]!
  assert.ok(answer.done, JSON.stringify(answer))
}
const numbered = (word: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, n) => `${word} ${from + n}`)
const idOf = (box: Box, said: string): string =>
  String(box.engine.tables.sql.get('SELECT id FROM wall_message_home WHERE said = ?', said)?.['id'])

const allIds = (box: Box): readonly string[] =>
  box.engine.tables.sql.all<{ id: string }>('SELECT id FROM wall_message_home').map(row => row.id)

test(
  'a visitor writes a sentence: it shows at once with when it goes, once it was read with the ' +
    'name they gave',
  () => {
    const box = open()
    assert.match(shown(box), /Le mur est vide/)
    write(box, 'Du pain au four')
    assert.match(shown(box), /Du pain au four.*à l’instant · oublié d’ici 3 jours/s)
    const key = write(box, 'Qui a trouvé un gant bleu ?', 'Lou')
    assert.doesNotMatch(shown(box), /gant bleu/)
    turn(box, 'hang', { id: idOf(box, 'Qui a trouvé un gant bleu ?') }, 'keeper')
    const page = shown(box)
    assert.match(page, /on oublie tout après trois jours/)
    assert.match(page, /Qui a trouvé un gant bleu/)
    assert.match(page, /Lou \(sans carte\), à l’instant · oublié d’ici 3 jours/)
    passes(box, 2 * HOUR)
    assert.match(shown(box), /Lou \(sans carte\), il y a 2 heures/)
    assert.match(shown(box, 'visitor', { 'le-mien': key }), /Votre mot.*Il est au mur/s)
    assert.doesNotMatch(shown(box), /Votre mot<\/h2>/)
    assert.match(shown(box, 'visitor', {}, 'en'), /forgotten after three days/)
  },
)

test('nothing in a message leads anywhere, and markup is what it says', () => {
  const box = open()
  write(box, 'Voir https://exemple.org <b>vite</b>')
  turn(box, 'hang', { id: idOf(box, 'Voir https://exemple.org <b>vite</b>') }, 'keeper')
  const page = shown(box)
  assert.match(page, /https:\/\/exemple\.org &lt;b>vite|https:\/\/exemple\.org &lt;b&gt;vite/)
  assert.doesNotMatch(page, /<a [^>]*exemple/)
})

test(
  'when its time has come it is gone for readers at that minute, and a moment later from the ' +
    'log',
  () => {
    const box = open()
    const key = write(box, 'À samedi')
    passes(box, 3 * DAY - 1)
    assert.match(shown(box), /À samedi/)
    passes(box, 1)
    assert.doesNotMatch(shown(box), /À samedi/)
    assert.match(shown(box, 'visitor', { 'le-mien': key }), /la borne l’a oublié/)
    passes(box, 5 * MINUTE)
    assert.ok(!rows(box).includes('samedi'), rows(box))
  },
)

test('what the house forgets by a clock that nobody set is not written as if one was', () => {
  const box = open()
  write(box, 'À samedi')
  box.sure = false
  box.wall = Date.parse('2099-06-01')
  passes(box, 4 * DAY)
  assert.ok(!rows(box).includes('samedi'))
  assert.equal(lastOwnEntry(box.engine.log)?.sure, false)
})

test('a stop counts, when the clock knows how long it was; what is due then goes at the start', () => {
  const box = open()
  write(box, 'À samedi')
  stops(box, 4 * DAY)
  assert.ok(!rows(box).includes('samedi'))
})

test('it wakes in 1970 or in 2099: nothing is forgotten at once, and nothing is kept for ever', () => {
  for (const wrong of [0, Date.parse('2099-06-01')]) {
    const box = open()
    write(box, 'Avant la coupure')
    box.sure = false
    box.wall = wrong
    stops(box, 0)
    passes(box, MINUTE)
    write(box, 'Après la coupure')
    passes(box, HOUR - MINUTE)
    assert.match(shown(box), /Après la coupure.*Avant la coupure/s)
    // The keeper sets it, an hour after the box came back from a night of ten.
    box.sure = true
    box.wall = NOW + 11 * HOUR
    passes(box, 0)
    assert.match(shown(box), /Après la coupure.*Avant la coupure/s)
    assert.match(shown(box), /il y a 11 heures/)
    passes(box, 3 * DAY)
    assert.match(shown(box), /Le mur est vide/)
    assert.ok(!rows(box).includes('coupure'))
  }
})

test('a clock that is never set still forgets after three days of running', () => {
  const box = open()
  box.sure = false
  box.wall = 0
  stops(box, 0)
  write(box, 'Sans pendule')
  for (let day = 0; day < 8; day++) {
    passes(box, 10 * HOUR)
    box.wall = 0
    stops(box, 0)
  }
  assert.ok(!rows(box).includes('pendule'))
})

test('the time that the keeper chooses counts for what is there', () => {
  const box = open()
  write(box, 'Ce matin')
  passes(box, 2 * HOUR)
  assert.equal(turn(box, 'settle', { keeps: 'hour' }).done, false, 'a visitor does not choose')
  const answer = turn(box, 'settle', { keeps: 'hour' }, 'keeper')
  assert.ok(answer.done && /après une heure/.test(answer.said ?? ''))
  assert.doesNotMatch(shown(box), /Ce matin/)
  passes(box, 0)
  assert.ok(!rows(box).includes('matin'))
  assert.match(shown(box), /on oublie tout après une heure/)
  assert.ok(turn(box, 'settle', { keeps: 'week', waits: 'on' }, 'keeper').done)
  assert.match(shown(box), /on oublie tout après une semaine.*lu d’abord/s)
})

test('where the keeper reads first, a message waits, and its author sees that it does', () => {
  const box = open()
  turn(box, 'settle', { keeps: 'day', waits: 'on' }, 'keeper')
  const key = write(box, 'Bonsoir à tous')
  assert.doesNotMatch(shown(box), /Bonsoir/)
  assert.match(shown(box, 'visitor', { 'le-mien': key }), /Bonsoir.*Il attend d’être lu/s)
  assert.match(shown(box, 'keeper'), /À lire.*Bonsoir/s)
  assert.ok(turn(box, 'hang', { id: idOf(box, 'Bonsoir à tous') }, 'keeper').done)
  assert.match(shown(box), /Bonsoir/)
})

test('a number in a message waits for the keeper even where messages show at once (law 11)', () => {
  const box = open()
  const answer = turn(box, 'write', { said: 'Appelez Lou au 06 98 76 54 32' })
  assert.ok(answer.done && /un numéro ou une adresse/.test(answer.said ?? ''))
  assert.equal(turn(box, 'write', { said: 'Appelez', who: '06 98 76 54 32' }).done, true)
  assert.doesNotMatch(shown(box), /Appelez/)
  assert.match(shown(box, 'keeper'), /À lire.*98 76 54 32/s)
})

test(
  'the keeper takes a message down: gone for readers, told to its author, kept for the keeper ' +
    'until its time',
  () => {
    const box = open()
    const key = write(box, 'Un gros mot')
    const id = idOf(box, 'Un gros mot')
    assert.equal(turn(box, 'lift', { id }).done, false)
    assert.ok(turn(box, 'lift', { id, why: 'On ne parle pas comme ça' }, 'keeper').done)
    assert.doesNotMatch(shown(box), /gros mot|parle pas/)
    assert.match(
      shown(box, 'visitor', { 'le-mien': key }),
      /Il a été enlevé du mur par.*On ne parle pas comme ça/s,
    )
    assert.match(shown(box, 'keeper'), /Enlevés du mur.*gros mot/s)
    assert.ok(turn(box, 'hang', { id }, 'keeper').done)
    assert.match(shown(box), /gros mot/)
    assert.ok(turn(box, 'lift', { id }, 'keeper').done)
    passes(box, 3 * DAY + 5 * MINUTE)
    assert.ok(!rows(box).includes('gros'))
  },
)

test('the keeper erases a message: nothing of it is left, nor of what was said of it', () => {
  const box = open()
  write(box, 'Un gros mot')
  const id = idOf(box, 'Un gros mot')
  assert.ok(turn(box, 'bother', { id }).done)
  assert.ok(turn(box, 'erase', { id }, 'keeper').done)
  assert.ok(!rows(box).includes('gros') && !rows(box).includes(id), rows(box))
  assert.deepEqual(turn(box, 'erase', { id }, 'keeper'), {
    done: false,
    refused: 'Ce mot n’est plus au mur.',
  })
})

test('anybody says that a message is wrong: it stays until the keeper decides, and is told once', () => {
  const box = open()
  write(box, 'Un gros mot')
  const id = idOf(box, 'Un gros mot')
  for (const said of [1, 2, 3]) assert.ok(turn(box, 'bother', { id }).done, String(said))
  assert.equal(box.engine.tables.sql.get('SELECT count(*) AS n FROM wall_remark_home')?.['n'], 1)
  assert.match(shown(box), /gros mot/)
  assert.doesNotMatch(shown(box), /Quelqu’un dit/)
  assert.match(shown(box, 'keeper'), /Quelqu’un dit que ce mot gêne/)
  assert.ok(turn(box, 'hang', { id }, 'keeper').done, 'it stays')
  assert.doesNotMatch(shown(box, 'keeper'), /Quelqu’un dit/)
  assert.equal(turn(box, 'bother', { id: 'autre' }).done, false)
})

const hand = (device: string, card?: string, run = 'a'): Hand => ({
  run,
  device,
  ...(card === undefined ? {} : { card }),
})
const said = (answer: TurnAnswer): string => (answer.done ? (answer.said ?? '') : 'refused')

test('two different people fold a message until the keeper has read it; one person never does', () => {
  const box = open()
  const key = write(box, 'Un gros mot')
  const id = idOf(box, 'Un gros mot')
  const bothers = (by: Hand): string => said(turn(box, 'bother', { id }, 'visitor', by))
  const isFolded = (): boolean => /<summary>Replié par deux voisins<\/summary>/.test(shown(box))
  const alike = [
    hand('téléphone'),
    hand('téléphone'),
    hand('téléphone', 'Ninon'),
    hand('x', 'y', 'b'),
  ]
  for (const one of alike) {
    assert.match(bothers(one), /Le mot reste au mur en attendant/)
    assert.equal(isFolded(), false, JSON.stringify(one))
  }
  assert.match(bothers(hand('tablette')), /Deux personnes l’ont dit/)
  assert.ok(isFolded())
  assert.match(shown(box), /Replié par deux voisins.*Un gros mot/s, 'it is read by opening it')
  assert.match(shown(box, 'visitor', { 'le-mien': key }), /le trouvent gênant.*Vous pouvez lui en/s)
  assert.match(shown(box, 'keeper'), /Deux personnes disent.*Rien à redire/s)
  assert.ok(turn(box, 'hang', { id }, 'keeper').done)
  assert.equal(isFolded(), false)
  for (const one of [hand('téléphone'), hand('tablette'), hand('montre')]) bothers(one)
  assert.equal(isFolded(), false, 'what the keeper read is folded by nobody')
  assert.match(shown(box), /Il a déjà été relu/)
})

test('an insult waits and is not quoted back; an address of a stranger waits', () => {
  const box = open()
  for (const told of [
    'sale p é d é',
    'c0nnard',
    'ce co\u200bnnard de maire',
    'con\nnard',
    'T’es qu’une merde, le maire',
    'Allez sur rencontres-xx.com',
    'https://a.example/x',
  ]) {
    const answer = turn(box, 'write', { said: told }, 'visitor', hand(told))
    assert.ok(answer.done && !/parce qu’il y est écrit/.test(answer.said ?? ''), told)
  }
  assert.match(shown(box), /Le mur est vide/)
})

test('nobody folds what the keeper wrote, nor what the keeper read before it was hung', () => {
  const box = open()
  turn(box, 'write', { said: 'La salle est fermée' }, 'keeper')
  turn(box, 'settle', { keeps: 'day', waits: 'on' }, 'keeper')
  write(box, 'La salle est ouverte')
  turn(box, 'hang', { id: idOf(box, 'La salle est ouverte') }, 'keeper')
  for (const message of ['La salle est fermée', 'La salle est ouverte'])
    for (const device of ['a', 'b', 'c'])
      assert.ok(turn(box, 'bother', { id: idOf(box, message) }, 'visitor', hand(device)).done)
  assert.doesNotMatch(shown(box), /Replié/)
  assert.match(shown(box, 'keeper'), /Quelqu’un dit que ce mot gêne/)
})

test('a device that covers the wall waits for the keeper after five messages; others do not', () => {
  const box = open()
  const hangs = (n: string, by: Hand): boolean => {
    const answer = turn(box, 'write', { said: `Mot ${n}` }, 'visitor', by)
    assert.ok(answer.done)
    return /est au mur/.test(answer.said ?? '')
  }
  const first = numbered('', 0, 8).map(n => hangs(n, hand('téléphone')))
  assert.deepEqual(first, [true, true, true, true, true, false, false, false])
  assert.ok(hangs('autre', hand('tablette')))
  assert.ok(hangs('après', hand('téléphone', undefined, 'b')), 'after a restart')
  const here = numbered('ici', 0, 14).map(n => hangs(n, hand(OWN_DEVICE)))
  assert.equal(here.filter(Boolean).length, 12)
  passes(box, 10 * MINUTE)
  assert.ok(hangs('plus tard', hand('téléphone')))
})

test('no name of a device is of an address, and none outlives the message', async () => {
  using box = testBox()
  await box.visitor('wifi').post('/mur/ecrire', { said: 'Bonjour du Wi-Fi' })
  const stored = box.engine.tables.sql.get('SELECT run, device FROM wall_message_home')
  assert.match(String(stored?.['device']), /^[0-9a-f]{12}$/)
  assert.match(String(stored?.['run']), /^[0-9a-f]{12}$/)
  const all = JSON.stringify(box.engine.log.sql.all('SELECT value FROM piece'))
  assert.ok(!all.includes('192.168.4.'))
})

test('its author takes it back, and nobody else can', () => {
  const box = open()
  const key = write(box, 'Je me suis trompée')
  for (const wrong of ['', idOf(box, 'Je me suis trompée'), '0'.repeat(26)])
    assert.equal(turn(box, 'takeBack', { key: wrong }).done, false)
  assert.ok(turn(box, 'takeBack', { key }).done)
  assert.doesNotMatch(shown(box), /trompée/)
  passes(box, 0)
  assert.ok(!rows(box).includes('tromp'))
  assert.equal(turn(box, 'takeBack', { key }).done, false)
})

test('nothing written, too long, twice the same, a wall that is full: a sentence says what to do', () => {
  const box = open()
  for (const said of ['', '   ', 'x'.repeat(281)]) {
    const answer = turn(box, 'write', { said })
    assert.ok(
      !answer.done && 'refused' in answer && answer.field === 'said',
      JSON.stringify(answer),
    )
  }
  write(box, 'Bonjour')
  for (const same of [' bonjour ', 'Bonjour !'])
    assert.deepEqual(turn(box, 'write', { said: same }), {
      done: false,
      refused: 'Ce mot est déjà au mur.',
      field: 'said',
    })
  fills(box, numbered('Mot', 1, MOST_STANDING))
  const full = turn(box, 'write', { said: 'De trop' })
  assert.ok(!full.done && 'refused' in full && /plein.*trois jours/.test(full.refused))
  passes(box, 3 * DAY + 5 * MINUTE)
  for (let n = 0; n < 10; n++) passes(box, 1_000)
  write(box, 'De nouveau')
})

test('what was taken down takes no room: a wall that looks empty is not full', () => {
  const box = open()
  write(box, 'Mot 0')
  fills(box, numbered('Mot', 1, MOST_STANDING))
  assert.equal(turn(box, 'write', { said: 'De trop' }).done, false)
  assert.ok(turn(box, 'lift', { id: idOf(box, 'Mot 7') }, 'keeper').done)
  write(box, 'Une place')
  assert.equal(turn(box, 'write', { said: 'De trop' }).done, false)
  const answer = turn(box, 'liftSeveral', { ids: allIds(box) }, 'keeper')
  assert.ok(answer.done && answer.said === '200 mots sont enlevés du mur.', JSON.stringify(answer))
  assert.match(shown(box), /Le mur est vide/)
  write(box, 'Bonsoir')
  // What waits to be read takes its room.
  turn(box, 'settle', { keeps: 'day', waits: 'on' }, 'keeper')
  write(box, 'Autre 1')
  fills(box, numbered('Autre', 2, MOST_STANDING), 'waiting')
  assert.equal(turn(box, 'write', { said: 'De trop' }).done, false)
})

test('the keeper takes several down in one gesture: what is ticked, and nothing unread', () => {
  const box = open()
  write(box, 'Le marché est à neuf heures')
  assert.doesNotMatch(shown(box, 'keeper'), /Enlever plusieurs/)
  passes(box, HOUR)
  for (const said of ['Achetez !', 'Achetez tout !', 'Achetez encore !']) write(box, said)
  assert.ok(turn(box, 'bother', { id: idOf(box, 'Achetez !') }).done)
  assert.doesNotMatch(shown(box), /Enlever du mur|type="checkbox"/)
  const page = shown(box, 'keeper')
  assert.equal(page.match(/name="ids" value="[0-9a-z]{26}" form="plusieurs"/g)?.length, 4)
  assert.match(page, /<form id="plusieurs".*Enlever ce qui est coché/s)
  assert.doesNotMatch(page, /dernière heure/)
  assert.equal(
    turn(box, 'liftSeveral', { ids: allIds(box) }).done,
    false,
    'a visitor takes nothing down',
  )
  for (const input of [{}, { ids: 'autre' }, { hour: '1' }])
    assert.equal(turn(box, 'liftSeveral', input, 'keeper').done, false)
  const ids = ['Achetez !', 'Achetez tout !'].map(said => idOf(box, said))
  const ticked = turn(box, 'liftSeveral', { ids }, 'keeper')
  assert.ok(ticked.done && ticked.said === '2 mots sont enlevés du mur.', JSON.stringify(ticked))
  assert.match(shown(box), /Achetez encore !.*Le marché/s)
  assert.doesNotMatch(shown(box, 'keeper'), /Quelqu’un dit/)
  const last = [idOf(box, 'Achetez encore !')]
  assert.ok(turn(box, 'liftSeveral', { ids: last }, 'keeper').done)
  assert.doesNotMatch(shown(box), /Achetez/)
  assert.match(shown(box), /Le marché/)
  assert.ok(turn(box, 'hang', { id: ids[0]! }, 'keeper').done)
  assert.match(shown(box), /Achetez !/)
})

test('nothing of it is anywhere but in this box: no commons, no search, no history', () => {
  const box = open()
  write(box, 'Zwyntrolubak', 'Zwyn')
  turn(box, 'bother', { id: idOf(box, 'Zwyntrolubak') })
  const feeds = box.engine.log.sql
    .all<{ name: string }>('SELECT name FROM feed WHERE last > 0')
    .map(one => one.name.split('.').at(-1))
  assert.deepEqual(feeds, ['home'])
  assert.equal(box.engine.read.search('Zwyntrolubak', ['wall-message']).hits.length, 0)
  assert.equal(
    box.engine.tables.sql.get("SELECT count(*) AS n FROM doc WHERE type LIKE 'wall%'")?.['n'],
    0,
  )
})

test('a message writes at most 20 KB to the log', () => {
  const box = open()
  const size = (): number =>
    Number(box.engine.log.sql.get('SELECT sum(length(bytes)) AS n FROM entry')?.['n'])
  write(box, 'Un premier')
  const before = size()
  write(box, 'x'.repeat(280), 'Lou')
  assert.ok(size() - before < 4_096, String(size() - before))
})

test(
  'what names somebody, tells of them, or is signed as the keepers waits; a card signs with ' +
    'its own name, and a full wall is never its',
  () => {
    const box = open()
    const tells = [
      'Madame Dupont du 3 rue des Lilas a un cancer',
      'Le voisin de la scierie sort de l’hôpital',
    ]
    for (const said of tells) {
      write(box, said)
      assert.ok(!shown(box).includes(said), said)
      assert.ok(shown(box, 'keeper').includes(said), said)
    }
    write(box, 'Qui a trouvé un gant bleu ?', 'Lou')
    assert.doesNotMatch(shown(box), /Lou/)
    fills(box, numbered('Mot', 0, MOST_STANDING))
    assert.equal(turn(box, 'write', { said: 'un mot de plus', who: '' }).done, false)
    assert.ok(turn(box, 'write', { said: 'On ferme à midi', who: 'Malo' }, 'keeper').done)
    assert.match(shown(box), /Malo, à l’instant/)
  },
)

test(
  'without a card, a word without a name shows at once; one that is signed waits with one ' +
    'sentence, whoever is known here',
  async () => {
    const door = testBox()
    door.bring('territory', { name: 'Sail', keptBy: 'Anaïs et Malo, au local' })
    if (door.types.has('member')) door.welcome({ name: 'Odette' })
    const visitor = door.visitor('wifi')
    const wrote = async (said: string, who: string) =>
      visitor.fill(await visitor.get('/mur'), '/mur/ecrire', { said, who })
    assert.equal((await wrote('Du pain au four', '')).status, 303)
    const told = new Set<string>()
    for (const [n, who] of [
      'Malo',
      'Odette',
      'Perle',
      'Zwyntrol',
      'O d e t t e',
      'Оdette',
    ].entries()) {
      assert.equal((await wrote(`Une réunion mardi ${n}`, who)).status, 303)
      told.add(/Merci\. [^.]*\./.exec((await visitor.get('/mur')).text)?.[0] ?? '')
    }
    assert.deepEqual(
      [...told],
      ['Merci. Votre mot est d’abord lu par Anaïs et Malo ; il sera au mur ensuite.'],
    )
    const page = (await door.visitor('wifi').get('/mur')).text
    assert.match(page, /Du pain au four/)
    assert.match(page, /Sans carte, un mot signé est d’abord lu par Anaïs et Malo/)
    assert.doesNotMatch(page, /Une réunion mardi/)
    assert.deepEqual(door.faults, [])
  },
)

test('many messages of one device are one pile: what waits unsigned is ticked, nothing innocent', () => {
  const box = open()
  const hand: Hand = { run: 'aaaa', device: 'bbbb' }
  for (let n = 1; n <= 5; n++)
    assert.ok(turn(box, 'write', { said: `Bonjour ${n}` }, 'visitor', hand).done)
  turn(box, 'settle', { keeps: 'day', waits: 'on' }, 'keeper')
  for (let n = 1; n <= 30; n++) turn(box, 'write', { said: `Achetez ${n} fois` }, 'visitor', hand)
  turn(box, 'write', { said: 'Merci Rosa', who: 'Paul' }, 'visitor', hand)
  for (let n = 1; n <= 12; n++) turn(box, 'write', { said: `Le four chauffe ${n} fois` })
  const page = shown(box, 'keeper')
  const pile = /<details class="note no-print">.*?<\/details>/s.exec(page)![0]
  assert.match(pile, /36 mots viennent d’un même appareil/)
  assert.equal(pile.match(/ checked/g)?.length, 30)
  const isOn = (said: string) => new RegExp(`value="${idOf(box, said)}"[^>]* checked`).test(pile)
  assert.ok(isOn('Achetez 1 fois') && !isOn('Merci Rosa') && !isOn('Bonjour 1'))
  assert.ok(!pile.includes('Le four chauffe'))
  assert.match(page, /Lire ces 31 mots un à un/)
  assert.match(page, /<summary>4 autres mots à lire/)
  assert.match(page, /Le four chauffe 1 fois/)
})
