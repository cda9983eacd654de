import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { firstIdOf } from '../core/id.ts'
import { newestFirst, pageOf } from './newest.ts'
import type { ListQuery } from './reader.ts'

test('pages of several lists give every row once, in their order, whatever their sizes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (sizes, limit) => {
        const lists = sizes.map((size, part) =>
          Array.from({ length: size }, (_, n) => `${part}.${n}`),
        )
        const of = ({ where }: ListQuery): readonly string[] => lists[Number(where)] ?? []
        const parts = sizes.map((_, part): ListQuery => ({ where: String(part) }))
        const all = lists.flat()
        const pages = Array.from({ length: Math.ceil(all.length / limit) + 1 }, (_, page) =>
          pageOf(
            parts,
            { offset: page * limit, limit },
            wanted => of(wanted).slice(wanted.offset, (wanted.offset ?? 0) + (wanted.limit ?? 0)),
            wanted => of(wanted).length,
          ),
        )
        assert.deepEqual(pages.flat(), all)
        assert.ok(pages.slice(0, -2).every(page => page.length === limit))
      },
    ),
  )
})

test('a record of tomorrow or before precedes one of a later day: a clock may be some hours ahead', () => {
  const [now, later] = newestFirst('2026-12-05')
  assert.deepEqual([now.with, later.with], [[firstIdOf('2026-12-07')], [firstIdOf('2026-12-07')]])
  assert.deepEqual([now.where, later.where], ['id < ?', 'id >= ?'])
})
