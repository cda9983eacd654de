import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { ofList, type WatchPanel } from '../../contract/box/watch.ts'
import { type Brick, brick } from '../../contract/brick.ts'
import { type Html, html, plainText } from '../../contract/html.ts'
import type { Territory } from '../../contract/territory.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { newBox } from '../../log/box.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { veilleuse } from './brick.ts'

const DAY = Date.parse('2026-12-05T09:00:00Z')
const NIGHT = Date.parse('2026-12-05T23:30:00Z')
const PHOTO = { hash: 'a'.repeat(64), name: '', type: 'image/webp', size: 1 }
let drawn = 0
const newId = (): string => {
  drawn++
  return idFrom(DAY, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, drawn >> 8, drawn & 255]))
}

/** What other bricks give, so that this one stands alone. */
const words = { types: {} }
const TERRITORY: Territory = {
  name: 'Sail et alentours',
  heading: null,
  village: '42194',
  keptBy: 'Anaïs et Malo, au local',
  reach: null,
  communes: [],
}
const given = (panels: readonly WatchPanel[], today: readonly string[] = []): Brick =>
  brick({
    name: 'given',
    records: [],
    commands: [],
    pages: [],
    slots: {
      territory: () => TERRITORY,
      today: () => today.map(one => html`<a href="/x">${one}</a>`),
      watch: () => [
        {
          kind: 'offers',
          order: 1,
          side: 'offer',
          label: 'On propose',
          most: 3,
          ...ofList(panels.filter(one => !one.photo)),
        },
        {
          kind: 'photo',
          order: 2,
          side: 'photo',
          label: 'En photo',
          most: 1,
          ...ofList(panels.filter(one => one.photo)),
        },
      ],
    },
    words: { fr: words, en: words },
  })

type Asked = Readonly<{
  query?: Input
  now?: number
  sure?: boolean
  path?: string
  /** Empty: no network leads to this box. */
  address?: string
}>
function leafOf(
  engine: OpenEngine,
  { query = {}, now = DAY, sure = true, address = '10.10.10.10', path = '/veilleuse' }: Asked = {},
) {
  const source = {
    ...sourceOf(engine, { now: () => now, today: () => '2026-12-05' }),
    sure: () => sure,
  }
  const kit = kitFor(source, {
    path,
    lang: 'fr',
    by: path === '/veilleuse' ? 'visitor' : 'keeper',
    query,
    ...(address === '' ? {} : { address }),
  })
  return veilleuse.pages.find(one => one.path === path)!.show(kit, engine.read, veilleuse.words.fr)!
}
const shown = (engine: OpenEngine, of: Asked = {}): string => (leafOf(engine, of).body as Html).html
const told = (engine: OpenEngine, of: Asked = {}): string => plainText({ html: shown(engine, of) })
const open = (...given: readonly Brick[]): OpenEngine => openEngine([...given, veilleuse], newBox())
function chosen(engine: OpenEngine, input: Input) {
  const asked = {
    brick: 'veilleuse',
    command: 'choose',
    input,
    by: 'keeper' as const,
    id: newId(),
    lang: 'fr' as const,
  }
  return runBatch(engine, [asked], { now: () => DAY, sure: true, today: () => '2026-12-05' })[0]
}
const KEPT = {
  kind: ['offers', 'photo'],
  turns: ['offers', 'photo'],
  seconds: '20',
  nightFrom: '21:00',
  nightUntil: '06:30',
}

const PAUL: WatchPanel = {
  key: '1',
  title: 'Paul prête sa scie',
  under: 'à Sail',
  reach: { who: 'Paul', how: 'au local' },
}

test('a panel says a sentence, how to reach, whose page it is and where to read more', () => {
  const said = told(open(given([PAUL], ['le local ouvre à 17 h'])))
  for (const piece of [
    'Sail et alentours',
    'samedi 5 décembre',
    'Aujourd’hui, samedi',
    'Le local ouvre à 17 h',
    'Paul prête sa scie',
    'Joindre Paul',
    'au local',
  ])
    assert.ok(said.includes(piece), `${piece}: ${said}`)
  assert.match(said, /La suite\u00a0: 10\.10\.10\.10 «\u00a0dix, dix, dix, dix\u00a0»/)
})

test(
  'what stands under a sentence loses whole pieces, and the words that somebody is quoted ' +
    'with: no dots say that a date goes on',
  () => {
    const quoted =
      'Rosa l’a confirmé le 21 novembre\u00a0: «\u00a0il y en a même deux, et quelqu’un aide ' +
      'le mercredi\u00a0».'
    const said = told(open(given([{ ...PAUL, under: quoted }])))
    assert.match(said, /Rosa l’a confirmé le 21 novembre(?!…|\s?[:«])/)
    assert.match(
      told(open(given([{ ...PAUL, under: 'Rosa l’a confirmé\u00a0: «\u00a0oui\u00a0».' }]))),
      /confirmé\u00a0: «\u00a0oui\u00a0»\./,
    )
  },
)

test('nothing on it can be followed', () => {
  assert.doesNotMatch(shown(open(given([PAUL], ['x']))), /<a |<form|<button|<input/)
})

test('a clock that nobody set: neither the hour, nor today, nor night', () => {
  const engine = open(given([PAUL], ['le local ouvre à 17 h']))
  const of = { sure: false, now: NIGHT }
  assert.doesNotMatch(told(engine, of), /Aujourd’hui|décembre|17 h/)
  assert.doesNotMatch(shown(engine, of), /heure|moment/)
  assert.match(leafOf(engine, of).screen!.look, /^jour /)
})

test('at night it is dim and shows no photo; by day it does, with where it comes from', () => {
  const engine = open(
    given([
      PAUL,
      {
        key: '2',
        title: 'Des pieds de rhubarbe',
        photo: { file: PHOTO, credit: 'photo de l’annonce de Nadia' },
      },
    ]),
  )
  assert.match(leafOf(engine, { now: NIGHT }).screen!.look, /^nuit /)
  assert.doesNotMatch(shown(engine, { now: NIGHT }), /<img|rhubarbe/)
  const day = shown(engine)
  assert.match(day, new RegExp(`<img src="/fichiers/${PHOTO.hash}\\.webp"`))
  assert.match(day, /photo de l’annonce de Nadia/)
})

test('a page where nothing is written says so, and ends in a person', () => {
  const said = told(open(given([])))
  assert.match(said, /Rien n’est encore affiché\./)
  assert.match(said, /Un mot à Anaïs et Malo, au local/)
  assert.match(told(open()), /Cette page n’est pas encore ouverte/)
})

test('the document says which comes next; ten thousand notices make no larger document', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, n): WatchPanel => ({ ...PAUL, key: String(n).padStart(5, '0'), title: `Annonce ${n}` }),
  )
  const engine = open(given(many))
  const seen = new Set<string>()
  let next = leafOf(engine).screen!.next
  for (let cycle = 0; cycle < 40; cycle++) {
    const leaf = leafOf(engine, {
      query: { suite: new URL(next, 'http://x').searchParams.get('suite') ?? '' },
    })
    for (const [said] of (leaf.body as Html).html.matchAll(/Annonce \d+/g)) seen.add(said)
    assert.equal(leaf.screen!.panels, 3)
    next = leaf.screen!.next
  }
  assert.equal(seen.size, 120)
})

test('one panel at a time, for what can’t turn: the address leads through all of them and on', () => {
  const engine = open(
    given(['1', '2', '3', '4'].map(key => ({ ...PAUL, key, title: `Annonce ${key}` }))),
  )
  const seen: string[] = []
  let query: Input = { vue: '0' }
  for (let step = 0; step < 12; step++) {
    const leaf = leafOf(engine, { query, now: DAY + step * 12_000 })
    assert.equal(leaf.screen!.panels, 1)
    seen.push(...[...(leaf.body as Html).html.matchAll(/Annonce \d/g)].map(([said]) => said))
    query = Object.fromEntries(new URL(leaf.screen!.next, 'http://x').searchParams)
  }
  assert.deepEqual(new Set(seen.slice(0, 3)).size, 3)
  assert.equal(new Set(seen).size, 4, seen.join(' '))
})

test(
  'people’s words stay in their box: no mark of theirs turns the line, no word is without an ' +
    'end',
  () => {
    const nasty =
      `<script>x</script> ${'z\u0300'.repeat(3)}\u0301\u0302\u0303\u0304 \u202eenvers ` +
      `${'Donaudampfschifffahrt'.repeat(30)}`
    const body = shown(open(given([{ ...PAUL, title: nasty, reach: { who: nasty, how: nasty } }])))
    assert.doesNotMatch(body, /<script|\u202e|\p{M}{3}/u)
    assert.ok(plainText({ html: body }).length < 900)
  },
)

test('how the screen is opened says the address that leads here, and none where none does', () => {
  const engine = open()
  const how = (address: string): string => told(engine, { path: '/veilleuse/reglages', address })
  assert.match(how('192.168.1.40:4280'), /même réseau.* ouvrez 192\.168\.1\.40:4280\/veilleuse/)
  assert.match(how(''), /Branchez la télévision sur cet ordinateur/)
  assert.doesNotMatch(how(''), /10\.10\.10\.10|Wi-Fi/)
})

test('the keeper chooses what turns, how fast, and when it is night', () => {
  const engine = open(
    given([
      PAUL,
      { ...PAUL, key: '2', title: 'Avec photo', photo: { file: PHOTO, credit: 'Nadia' } },
    ]),
  )
  assert.equal(chosen(engine, { ...KEPT, turns: 'offers', nightFrom: '21h' })?.done, true)
  const leaf = leafOf(engine)
  assert.equal(leaf.screen!.seconds, 20)
  assert.doesNotMatch((leaf.body as Html).html, /Avec photo/)
  assert.match(leafOf(engine, { now: Date.parse('2026-12-05T20:30:00Z') }).screen!.look, /^nuit/)
  const form = shown(engine, { path: '/veilleuse/reglages' })
  assert.match(form, /value="offers" checked/)
  assert.doesNotMatch(form, /value="photo" checked/)
  assert.match(form, /name="nightFrom" value="21:00"/)
})

test('a choice that can’t be is refused in a sentence, and nothing changes', () => {
  const engine = open(given([PAUL]))
  for (const wrong of [
    { seconds: '7' },
    { seconds: '61' },
    { seconds: 'vite' },
    { seconds: '' },
    { nightFrom: '25:00' },
    { nightUntil: 'tard' },
    { turns: [] },
  ]) {
    const answer = chosen(engine, { ...KEPT, ...wrong } as Input)
    assert.ok(answer && !answer.done && 'refused' in answer, JSON.stringify(wrong))
  }
  assert.equal(leafOf(engine).screen!.seconds, 12)
})

test('a kind whose brick is out for now stays as the keeper left it', () => {
  const engine = open(given([PAUL]))
  chosen(engine, { ...KEPT, turns: 'offers' })
  chosen(engine, { ...KEPT, kind: 'offers', turns: 'offers' })
  assert.doesNotMatch(shown(engine, { path: '/veilleuse/reglages' }), /value="photo" checked/)
})
