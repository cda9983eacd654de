import assert from 'node:assert/strict'
import { openEngine } from '../../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../../tests/support/page-source.ts'
import { testOnce as test, testAll } from '../../../../../tests/support/pass.ts'
import { type Hotspot, LONGEST_WIFI } from '../../../../contract/box/hotspot.ts'
import type { Paper } from '../../../../contract/paper.ts'
import type { Who } from '../../../../contract/permission.ts'
import type { Input } from '../../../../core/form/input.ts'
import type { Lang } from '../../../../core/lang.ts'
import { newBox } from '../../../../log/box.ts'
import { setPaper } from '../../../../paper/typeset.ts'
import { kitFor, type PageSource } from '../../../../web/pages/kit.ts'
import { toPrint } from '../../../../web/print/prints.ts'
import { box } from '../../brick.ts'
import { PAPERS } from './page.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
const SAIL: Hotspot = { wifi: 'Borne de Sail', address: '10.10.10.10' }
const PRINT = {
  words: 'lapif sijij ridah fupip folof divop',
  begins: '3F A1 09 55 10 00 7B C2 44 8E 91 D0',
}
const KINDS = ['comptoir', 'tenir-la-borne', 'accueillir-la-borne'] as const
const PAGES = { comptoir: 1, 'tenir-la-borne': 2, 'accueillir-la-borne': 1 }

function siteOf(of: Pick<PageSource, 'hotspot' | 'fingerprint'> = {}): PageSource {
  const engine = openEngine([box], newBox())
  return { ...sourceOf(engine, { now: () => NOW, today: () => '2026-12-05' }), ...of }
}
type Asking = Readonly<{
  source?: PageSource
  by?: Who
  lang?: Lang
  query?: Input
  address?: string
}>
function paper(
  kind: string,
  { source = siteOf(), by = 'keeper', lang = 'fr', query = {}, ...more }: Asking = {},
): Paper {
  const found = toPrint(source, kind, undefined, { lang, by, private: true, query, ...more })
  assert.ok('paper' in found, JSON.stringify(found))
  return found.paper
}
const told = (one: Paper): string =>
  JSON.stringify([one.blocks, one.foot]).replace(/[\u00a0\u202f]/g, ' ')
const drawings = (one: Paper): readonly string[] =>
  [...told(one).matchAll(/"shows":"([^"]*)","mm"/g)].map(([, shows]) => shows ?? '')

test('each paper of the box stands on its pages, in both languages', () => {
  const source = siteOf({ hotspot: SAIL, fingerprint: () => PRINT })
  for (const lang of ['fr', 'en'] as const)
    for (const kind of KINDS)
      assert.equal(setPaper(paper(kind, { source, lang })).pages, PAGES[kind], kind)
})

testAll(
  'the longest name that a Wi-Fi may bear stands on the card, with or without a space, ' +
    'whatever its letters',
  () => {
    for (const wifi of [
      'W'.repeat(LONGEST_WIFI),
      'é'.repeat(LONGEST_WIFI / 2),
      'Le Wi-Fi du comptoir de Sail 42',
      'a;b:c,d"e\\f',
    ]) {
      const card = paper('comptoir', { source: siteOf({ hotspot: { ...SAIL, wifi } }) })
      assert.equal(setPaper(card).pages, 1, wifi)
      assert.ok(told(card).includes('10.10.10.10'))
    }
  },
)

test(
  'a card has two drawings, which lead where it stands; without a name of a Wi-Fi it has one, ' +
    'and room to write',
  () => {
    const known = paper('comptoir', { source: siteOf({ hotspot: SAIL }) })
    assert.deepEqual(drawings(known), [
      'Dessin qui joint le Wi-Fi Borne de Sail',
      'Dessin qui ouvre 10.10.10.10',
    ])
    const typed = paper('comptoir', {
      query: { wifi: ' Soirée ', ouvert: 'oui' },
      address: '192.168.1.20:4280',
    })
    assert.deepEqual(drawings(typed), [
      'Dessin qui joint le Wi-Fi Soirée',
      'Dessin qui ouvre 192.168.1.20:4280',
    ])
    for (const query of [
      {},
      { wifi: '' },
      { wifi: 'x'.repeat(33) },
      { wifi: 'a\u0007b' },
      { wifi: ['a', 'b'] },
    ]) {
      const blank = paper('comptoir', { query })
      assert.deepEqual(drawings(blank), [], JSON.stringify(query))
      assert.match(told(blank), /"label":"Son nom".*"label":"Mot de passe"/)
      assert.doesNotMatch(told(blank), /Pas de mot de passe/)
      // A name that no Wi-Fi may bear is said, where it would have stood.
      assert.equal(
        told(blank).includes('32 lettres au plus'),
        typeof query.wifi === 'string' && query.wifi !== '',
      )
      assert.equal(setPaper(blank).pages, 1)
    }
  },
)

test(
  'a Wi-Fi that this box did not open has no drawing, and a line for its password: nobody is ' +
    'told that there is none',
  () => {
    for (const wifi of ['Chez Rosa', 'W'.repeat(LONGEST_WIFI)]) {
      const shared = siteOf({ hotspot: { wifi, address: '192.168.137.1:8000', byHand: true } })
      const asked: readonly Asking[] = [
        { source: shared },
        { source: shared, query: { ouvert: 'oui' } },
        { query: { wifi } },
      ]
      for (const asking of asked) {
        const card = paper('comptoir', asking)
        assert.deepEqual(drawings(card).length, asking.source ? 1 : 0, wifi)
        assert.match(told(card), /"label":"Mot de passe"/)
        assert.doesNotMatch(told(card), /Pas de mot de passe|Dessin qui joint/)
        assert.equal(setPaper(card).pages, 1, wifi)
      }
    }
  },
)

test('the box says its own address and name, whatever is typed', () => {
  const card = paper('comptoir', {
    source: siteOf({ hotspot: { wifi: 'Boën', address: '10.20.30.1' } }),
    query: { wifi: 'Sail' },
  })
  assert.deepEqual(drawings(card), [
    'Dessin qui joint le Wi-Fi Boën',
    'Dessin qui ouvre 10.20.30.1',
  ])
  assert.doesNotMatch(told(card), /dix, dix/)
})

test(
  'the keeper’s sheet says the words of the box and of its certificate, or leaves room for ' +
    'them',
  () => {
    const source = siteOf({ hotspot: SAIL, fingerprint: () => PRINT })
    const sheet = told(paper('tenir-la-borne', { source }))
    assert.ok(sheet.includes(source.read.boxes().me.words))
    for (const said of Object.values(PRINT)) assert.ok(sheet.includes(said))
    assert.match(told(paper('tenir-la-borne')), /à recopier ici/)
  },
)

test(
  'whoever hosts reads that their Internet is not used, that it may be unplugged, what was ' +
    'not verified, and signs beside the keeper',
  () => {
    const page = told(paper('accueillir-la-borne'))
    for (const said of [
      /n’utilise pas votre Internet/,
      /débrancher n’importe quel jour/,
      /n’est pas vérifié/,
      /Qui accueille/,
      /Qui tient la borne/,
      /n’en réponde pas, nous n’avons pas pu le vérifier/,
    ])
      assert.match(page, said)
    assert.doesNotMatch(page, /rien à répondre/)
  },
)

/**
 * Units   amperes at 5 V, € a kWh.
 * Source  Raspberry Pi documentation, *Power Supply*: typical bare-board active current of a 3 B
 *         (400 mA) and of a 4 B (600 mA).
 */
const [AMPERES, PRICE] = [[0.4, 0.6], 0.2016] as const
test('whoever hosts reads what it costs in euros, and the sum is right', () => {
  const page = told(paper('accueillir-la-borne'))
  const yearly = (watts: number) => (watts * 24 * 365) / 1_000
  const [least, most] = AMPERES.map(amperes => amperes * 5)
  assert.ok(page.includes(`de ${least} à ${most} watts`), page)
  assert.ok(
    page.includes(
      `${Math.round(yearly(5))} kWh par an, soit ${Math.round(yearly(5) * PRICE)} euros`,
    ),
    page,
  )
  assert.ok(yearly(1) * PRICE < 2)
})

test('these papers are the keeper’s', () => {
  for (const kind of KINDS) {
    const found = toPrint(siteOf(), kind, undefined, {
      lang: 'fr',
      by: 'neighbour',
      private: true,
      query: {},
    })
    assert.deepEqual(found, { wrong: 'notGranted' })
  }
})

test('their page asks for the name of the Wi-Fi where the box does not know it', () => {
  const page = box.pages.find(one => one.path === PAPERS)
  const shown = (source: PageSource): string => {
    const kit = kitFor(source, { path: PAPERS, lang: 'fr', by: 'keeper' })
    return JSON.stringify(page?.show(kit, source.read, box.words.fr)?.body)
  }
  assert.match(shown(siteOf()), /name=\\"wifi\\"/)
  const known = shown(siteOf({ hotspot: SAIL }))
  assert.doesNotMatch(known, /name=\\"wifi\\"/)
  assert.match(known, /Borne de Sail/)
})

test('no paper tells an address that leads nowhere: it has room to write it', () => {
  for (const kind of ['comptoir', 'tenir-la-borne'] as const) {
    const alone = paper(kind)
    assert.doesNotMatch(told(alone), /10\.10\.10\.10/)
    assert.match(told(alone), /"label":"Son adresse"|"Pour lire","à recopier ici/)
    assert.equal(setPaper(alone).pages, PAGES[kind])
    const near = told(paper(kind, { address: '192.168.1.20:4280' }))
    assert.match(near, /192\.168\.1\.20:4280/)
    assert.doesNotMatch(near, /10\.10\.10\.10|https:\/\/192/)
  }
})
