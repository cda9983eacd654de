import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { idFrom } from '../../src/core/id.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { formsIn } from '../support/forms.ts'
import { testBox } from '../support/test-box.ts'
import { type Bringing, plant } from './planted.ts'

/**
 * On a page of several forms, one that is refused leaves the others as they were: whoever saves
 * them next loses nothing.
 */

const PROOFS = new Set(['tour', 'jeton', 'vu'])
const shownIn = (body: string): ReadonlyMap<string, unknown> =>
  new Map(
    formsIn({ body }).map(({ action, fields }) => [
      `${action} ${String(fields['id'] ?? '')}`,
      Object.fromEntries(
        Object.entries(fields).filter(([name]) => !PROOFS.has(name) && name !== 'code'),
      ),
    ]),
  )

test('a code mistyped under a record’s form changes nothing of what the page’s forms hold', async t => {
  using box = testBox()
  const paul = box.welcome({ name: 'Paul' })
  const bring = (records: readonly Bringing[]): void => {
    assert.ok(box.turn('plain.bring', { records: JSON.stringify(records) }).done)
  }
  const newId = (): string => idFrom(box.now(), randomBytes(10))
  const planted = plant({ types: [...typesOf(bricks).values()], bricks, newId, bring }, paul)
  let refused = 0
  for (const { type, id } of planted) {
    if (type.path === undefined) continue
    for (const path of [`${type.path}/${id}`, `${type.path}/${id}/modifier`]) {
      const page = await box.keeper.get(path)
      for (const form of formsIn(page).filter(({ fields }) => 'code' in fields)) {
        const before = shownIn(page.body)
        const again = await box.keeper.post(form.action, {
          ...form.fields,
          past: '1',
          code: 'zzzz zzzz zzzz',
        })
        assert.equal(again.status, 422, `${path} ${form.action}: ${again.text.slice(0, 300)}`)
        refused++
        for (const [name, fields] of shownIn(again.body)) {
          const was = before.get(name)
          if (was === undefined) continue
          const sent = name.startsWith(`${form.action} `) ? { past: '1' } : {}
          assert.deepEqual(fields, { ...was, ...sent }, `${path}: ${name}, after ${form.action}`)
        }
      }
    }
  }
  assert.ok(refused > 10, `${refused} forms were refused`)
  t.diagnostic(`${refused} forms`)
})
