import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../app/house.ts'
import type { Lang } from '../../core/brick.ts'
import { newBox } from '../../log/box.ts'
import type { Html } from '../../ui/html.ts'
import { askFor } from '../../web/ask.ts'
import type { House } from '../../web/turn.ts'
import { box } from './brick.ts'
import { BOX } from './pages.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')

function shown(house: House, path: string, lang: Lang = 'fr'): string | undefined {
  const { bricks, types, read, log } = house
  const page = box.pages.find(one => one.path === path)
  const site = { bricks, types, read, log, secret: Buffer.alloc(32), now: () => NOW, today: () => TODAY }
  const ask = askFor(site, { path, params: {}, lang, by: 'keeper' })
  return (page?.show(ask, read, box.words[lang])?.body as Html | undefined)?.html
}

test('the page of the box says its five words, in both languages', () => {
  const house = openHouse([box], newBox())
  const { words } = house.read.boxes().me
  for (const lang of ['fr', 'en'] as const) assert.ok(shown(house, BOX, lang)?.includes(words))
})

test('only the keeper is shown it', () => {
  assert.deepEqual(
    box.pages.map(({ who }) => who),
    ['keeper'],
  )
})
