import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deliver,
  everything,
  fixedBox,
  inside,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import type { Log } from './log.ts'
import { missingValuesIn, noteMissingOf } from './missing-values.ts'

/** How many statements a piece of work asks of the log, and how many rows they give. */
function cost({ sql }: Log, work: () => void): number {
  const { get, all, run } = sql
  let asked = 0
  Object.assign(sql, {
    get: (...said: Parameters<typeof get>) => {
      asked++
      return get.apply(sql, said)
    },
    all: (...said: Parameters<typeof all>) => {
      const rows = all.apply(sql, said)
      asked += 1 + rows.length
      return rows
    },
    run: (...said: Parameters<typeof run>) => {
      asked++
      return run.apply(sql, said)
    },
  })
  work()
  Object.assign(sql, { get, all, run })
  return asked
}

/** The entries of a box that corrected one field so many times, without the former values. */
function correctedTimes(times: number) {
  const author = openMemory(fixedBox(1))
  for (let n = 0; n < times; n++)
    write(author, { record: recordId(1), fields: { title: `Les mots ${n}` } })
  const entries = everything(author).flat()
  return entries.map((signed, n) => (n < times - 1 ? { ...signed, flesh: [] } : signed))
}

function costTaken(times: number): Readonly<{ taken: number; looked: number }> {
  const log = openMemory(fixedBox(2))
  const entries = correctedTimes(times)
  const taken = cost(log, () => {
    for (const signed of entries) deliver(log, signed)
  })
  assert.deepEqual(
    missingValuesIn(log, () => true),
    {},
  )
  const touched = [{ type: 'need', record: recordId(1), space: 'commons' }] as const
  const looked = cost(log, () => inside(log, () => noteMissingOf(log, touched)))
  return { taken, looked }
}

test('a field that was corrected many times costs one reading of its record an entry', () => {
  const [few, many] = [costTaken(50), costTaken(200)]
  // Each entry reads what came before: sixteen times as much for four times as many. A look at all
  // of them reads the record once.
  assert.ok(many.taken < 17 * few.taken, `${few.taken}, then ${many.taken}`)
  assert.ok(many.taken < 4 * 200 * 200, `${many.taken}`)
  assert.ok(many.looked < 4.5 * few.looked, `${few.looked}, then ${many.looked}`)
})
