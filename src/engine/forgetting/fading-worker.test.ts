import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenClock } from '../../../tests/support/clock.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { brick } from '../../contract/brick.ts'
import { recordType } from '../../core/schema.ts'
import { newBox } from '../../log/box.ts'
import { startFading } from './fading-worker.ts'

/** Only a brick of which a record was written is asked again what goes. */

test('a brick is asked what goes once, and again after a record of its own was written', async () => {
  const asked: string[] = []
  const stub = (name: string) =>
    brick({
      name,
      records: [recordType({ name, title: 'title', fields: { title: { kind: 'text' } } })],
      commands: [],
      fades: () => {
        asked.push(name)
        return { forget: [] }
      },
      pages: [],
      words: { fr: { types: {} }, en: { types: {} } },
    })
  const engine = openEngine([stub('wall'), stub('deal')], newBox())
  const fading = startFading({
    engine,
    clock: givenClock(),
    runAlone: async piece => piece(),
    finish: () => {},
    report: error => String(error),
  })
  const askedAfter = async (keys: readonly string[] | undefined) => {
    asked.length = 0
    fading.touched(keys)
    fading.look()
    await Promise.resolve()
    return [...asked]
  }
  fading.begin()
  await Promise.resolve()
  assert.deepEqual(asked, ['wall', 'deal'])
  assert.deepEqual(await askedAfter(['tables.offer+', 'id=1', 'any']), [])
  assert.deepEqual(await askedAfter(['tables.wall+', 'id=2']), ['wall'])
  assert.deepEqual(await askedAfter(['tables.deal_home:*', 'tables.deal_home:state']), ['deal'])
  assert.deepEqual(await askedAfter(undefined), ['wall', 'deal'])
  fading.stop()
})
