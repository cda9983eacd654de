import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { proposal } from '../../../contract/records/own-records.ts'

const stateOf = (box: TestBox, id: string) => box.read.one(proposal, id, 'home')?.state

test(
  'all that one click showed of notes comes back as it was; what stood there stays, without ' +
    'its new ties',
  async () => {
    using box = testBox()
    const { engine } = box
    const bring = (
      type: string,
      fields: Record<string, string | number | boolean | readonly string[]>,
      space?: 'home',
    ) => box.bring(type, fields, space)
    const there = bring('actor', { name: 'La MJC', kind: 'association' })
    const of = bring('harvest', { title: 'Soirée', state: 'open', date: '2026-11-24' }, 'home')
    const piece = (type: string, fields: Record<string, string>, ties: readonly string[] = []) => {
      const held = bring(type, fields, 'home')
      return {
        held,
        id: bring(
          'proposal',
          {
            of: type,
            piece: held,
            sentBy: 'harvest',
            state: 'waiting',
            harvest: of,
            certainty: 1,
            from: 1,
            ties,
          },
          'home',
        ),
      }
    }
    const oven = piece('initiative', { title: 'Rallumer le four' })
    const mjc = piece('actor', { name: 'La MJC' }, [`runs:${oven.held}`])
    const left = piece('initiative', { title: 'Un tour en montgolfière' })
    assert.ok(box.turn('harvest.leavePiece', { id: of, morceau: left.id }).done)
    assert.ok(box.turn('harvest.keepPiece', { id: of, morceau: `${oven.id} ${mjc.id}` }).done)
    assert.equal(
      box.read.one(proposal, mjc.id, 'home')?.shownAs,
      there,
      'the same name is the same',
    )
    const shown = box.turn('harvest.showHarvest', { id: of })
    assert.ok(shown.done && shown.undo, JSON.stringify(shown))
    const initiatives = () => engine.read.list(engine.types.get('initiative')!)
    const meetings = () => engine.read.list(engine.types.get('meeting')!)
    assert.deepEqual([initiatives().length, meetings().length], [1, 1])
    assert.equal(stateOf(box, left.id), 'refused')

    const back = box.turn('harvest.unshowHarvest', shown.undo.input)
    assert.ok(back.done, JSON.stringify(back))
    assert.deepEqual([initiatives().length, meetings().length], [0, 0])
    assert.equal(engine.read.called(there)?.title, 'La MJC')
    assert.deepEqual(
      [oven, mjc, left].map(one => stateOf(box, one.id)),
      ['kept', 'kept', 'refused'],
    )

    const home = engine.read.one(engine.types.get('initiative')!, oven.held, 'home') as
      | { reach?: unknown }
      | undefined
    assert.equal(
      home?.reach ?? null,
      null,
      'how to reach the keeper was the showing’s word, not the notes’',
    )
    const again = box.turn('harvest.showHarvest', { id: of })
    assert.ok(again.done, 'done again')
    assert.equal('undo' in again && again.undo?.input['id'], of)
    assert.deepEqual([initiatives().length, meetings().length], [1, 1])
  },
)
