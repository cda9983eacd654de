import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import type { Machine } from '../../contract/box/machine.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import type { Lang } from '../../core/lang.ts'
import { newBox } from '../../log/box.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { waitsIn } from '../../web/pages/waits.ts'
import { box } from './brick.ts'
import { LOST } from './pages/lost-page.ts'
import { BOX } from './pages/pages.ts'
import { WELL } from './pages/sample.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
const engine = openEngine([box], newBox())

/** The house, on a machine that feels like this; how often it was looked at. */
function on(machine: Machine | undefined) {
  let looks = 0
  const look = (): Machine | undefined => {
    looks++
    return machine
  }
  const read = { ...engine.read, machine: look }
  const source = sourceOf({ ...engine, read }, { now: () => NOW, today: () => TODAY })
  const kit = (by: Who, lang: Lang, path: string) =>
    kitFor(source, { path, params: {}, lang, by, private: true })
  const htmlOf = (all: unknown): string => (all as Html).html
  return {
    shown: (path = BOX, lang: Lang = 'fr'): string =>
      htmlOf(
        box.pages
          .find(one => one.path === path)
          ?.show(kit('keeper', lang, path), read, box.words[lang])?.body,
      ),
    home: (by: Who): readonly string[] =>
      (box.slots?.today?.(kit(by, 'fr', '/'), read, fr) ?? []).map(htmlOf),
    waits: (): readonly string[] => {
      const { request, ownPhones } = kit('keeper', 'fr', '/tenir')
      const clock = () => request.now
      const whom = { ...request, clock, ownPhones, territory: () => undefined }
      return waitsIn(box, read, whom).map(one => one.sentence)
    },
    looks: () => looks,
  }
}
const HOT: Machine = { ...WELL, heat: 84 }

test('a box that is well says so, each thing as it is, and its five words, in both languages', () => {
  const well = on(WELL)
  const { words } = engine.read.boxes().me
  for (const [lang, w] of [
    ['fr', fr],
    ['en', en],
  ] as const)
    for (const part of [
      words,
      w.fine,
      w.heatIs(52),
      w.diskIs(20e9, 32e9),
      w.powerIs.good,
      w.cardNotKnown,
      w.cardFaults(0),
    ])
      assert.ok(well.shown(BOX, lang).includes(part), part)
  assert.match(
    well.shown(),
    /Depuis le 1er décembre, cette page a écrit 41\u00a0Mo, la machine entière 900\u00a0Mo\./,
  )
  assert.deepEqual([well.waits(), well.home('keeper')], [[], []])
})

test(
  'a log that was found hurt is told with what to do, where a backup is put back, and in what ' +
    'waits; its page does not read it',
  () => {
    const hurt = on({ ...WELL, isLogHurt: true })
    const page = hurt.shown()
    assert.match(
      page,
      /n’en faites pas de nouvelle par-dessus.*cocote check.*href="\/ouvrir\/sauvegarde"/s,
    )
    assert.ok(!page.includes(engine.read.boxes().me.words))
    assert.deepEqual([hurt.waits(), hurt.home('visitor')], [[fr.troublesShort.log], []])
    assert.ok(hurt.shown(BOX, 'en').includes(en.graves.log))
  },
)

test(
  'what is grave is said with what to do, on its page, above the keeper’s tools and on the ' +
    'keeper’s first page',
  () => {
    const hot = on(HOT)
    assert.ok(hot.shown().includes(fr.graves.heat) && !hot.shown().includes(fr.fine))
    assert.deepEqual(hot.waits(), ['la borne a trop chaud'])
    assert.ok(hot.home('keeper')[0]?.includes(fr.troublesShort.heat))
    const warm = on({ ...WELL, heat: 75 })
    assert.ok(warm.shown().includes(fr.troubles.heat))
    assert.deepEqual([warm.waits().length, warm.home('keeper')], [1, []])
  },
)

test('nobody else is told, and the machine is not even looked at for them', () => {
  const hot = on(HOT)
  for (const by of ['visitor', 'neighbour', 'relay'] as const) assert.deepEqual(hot.home(by), [])
  assert.equal(hot.looks(), 0)
  for (const page of box.pages) assert.equal(page.who, 'keeper')
})

test('a clock that nobody set is given by hand; one that can’t be right says why', () => {
  const unsure = on({ ...WELL, clock: { sure: false, by: null, odd: null, last: null } }).shown()
  assert.ok(unsure.includes(fr.clockUnknown) && unsure.includes('action="/borne/heure"'))
  const early = on({
    ...WELL,
    clock: { sure: false, by: 'battery', odd: 'entries', last: Date.UTC(2027, 0, 3) },
  }).shown()
  assert.match(early, /des choses sont écrites ici le 3 janvier 2027/)
  assert.ok(
    on({ ...WELL, clock: { sure: false, by: null, odd: 'release', last: null } })
      .shown()
      .includes(fr.clockOdd.release),
  )
})

test(
  'on a computer that is no box, the page says where the time is set; without any machine, ' +
    'that nothing is known',
  () => {
    const laptop = on({
      ...WELL,
      isBox: false,
      clock: { sure: false, by: null, odd: null, last: null },
    }).shown()
    assert.ok(laptop.includes(fr.clockElsewhere) && !laptop.includes('action="/borne/heure"'))
    assert.ok(on(undefined).shown().includes(fr.noMachine))
  },
)

test('a card that forgot is named with what was seen; one that answers too soon is only suspected', () => {
  const forgot = on({ ...WELL, lapses: [{ at: NOW, what: 'taken', entries: 2 }] })
  assert.ok(
    forgot.shown().includes(fr.graves.lapse) &&
      forgot.shown().includes('une autre borne en a rendu 2 écritures'),
  )
  assert.equal(forgot.home('keeper').length, 1)
  const hasty = on({ ...WELL, isHasty: true })
  assert.ok(hasty.shown().includes(fr.troubles.lapse))
  assert.deepEqual(hasty.home('keeper'), [])
})

test(
  'a Wi-Fi that fails is said: that it seems shut on the page, that its radio is gone on the ' +
    'keeper’s first page too',
  () => {
    assert.ok(on(WELL).shown().includes(fr.wifiIs.open))
    const shut = on({ ...WELL, wifi: 'shut' })
    assert.ok(shut.shown().includes(fr.troubles.wifi) && shut.shown().includes(fr.wifiIs.shut))
    assert.deepEqual(shut.home('keeper'), [])
    const gone = on({ ...WELL, wifi: 'absent' })
    assert.ok(gone.shown().includes(fr.graves.wifi))
    assert.equal(gone.home('keeper').length, 1)
    assert.ok(
      !on({ ...WELL, wifi: null })
        .shown()
        .includes(fr.names.wifi),
    )
  },
)

test(
  'lost or stolen: what is read, what is not, what to do, with the five words that another ' +
    'box asks for',
  () => {
    const { words } = engine.read.boxes().me
    for (const lang of ['fr', 'en'] as const) {
      const w = box.words[lang] as typeof fr
      const shown = on(WELL).shown(LOST, lang)
      for (const part of [...w.lostReadsList, ...w.lostSafeList, words])
        assert.ok(shown.includes(part), part)
    }
    // The copy made before a change of version, and what a restored backup put aside, hold what was
    // forgotten since.
    assert.match(
      on(WELL).shown(LOST),
      /avant un changement de version, une semaine.*sauf dans ces copies/s,
    )
    assert.ok(on(WELL).shown().includes(`href="${LOST}"`))
  },
)
