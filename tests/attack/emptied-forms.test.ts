import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { idFrom } from '../../src/core/id.ts'
import { typesOf } from '../../src/engine/shape.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { type FormRead, formsIn } from '../support/forms.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { type Bringing, plant } from './planted.ts'

/**
 * Every form of every page, sent with nothing filled in: where it is refused, each mistake is read
 * above it, leads to its field, and is heard there.
 */

/** Addresses of their own, and the page and the form of a record of each type. */
function addresses(box: TestBox, paul: string): readonly string[] {
  const bring = (records: readonly Bringing[]): void => {
    assert.ok(box.turn('plain.bring', { records: JSON.stringify(records) }).done)
  }
  const newId = (): string => idFrom(box.now(), randomBytes(10))
  const planted = plant({ types: [...typesOf(bricks).values()], bricks, newId, bring }, paul)
  return [
    ...bricks.flatMap(brick => brick.pages.map(({ path }) => path)).filter(p => !p.includes(':')),
    ...planted.flatMap(({ type, id }) =>
      type.path === undefined ? [] : [`${type.path}/${id}`, `${type.path}/${id}/modifier`],
    ),
  ]
}

/** What the browser would send of a form that nobody filled in. */
function emptied(page: Answer, { fields }: FormRead): Readonly<Record<string, string | string[]>> {
  const hidden = new Set(
    [...page.body.matchAll(/<input type="hidden" name="([^"]+)"/g)].map(([, name]) => name),
  )
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, hidden.has(name) ? value : '']),
  )
}

/** What a refused page lacks: each mistake at its field, which names it. */
function lacking({ body }: Answer): readonly string[] {
  const box = /<div class="refused"[\s\S]*?<\/div>/.exec(body)?.[0] ?? ''
  const links = [...box.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
  const errors = [...body.matchAll(/<p class="error" id="([^"]+)"/g)].map(([, id]) => id!)
  return [
    ...(/<title>À corriger/.test(body) ? [] : ['a title that says it']),
    ...(box === '' ? ['the mistakes above the form'] : []),
    ...(errors.length < links.length ? [`an error at ${links.join()}`] : []),
    ...links.filter(id => !body.includes(`id="${id}"`)).map(id => `the field ${id}`),
    ...errors
      .filter(id => !new RegExp(`aria-describedby="[^"]*\\b${id}\\b`).test(body))
      .map(id => `what names ${id}`),
  ]
}

/** They end the visit, or forget who reads. */
const ENDS = /sortir|oublier|erase|effacer/

test('of each form that is refused when nothing is filled in, each mistake is heard at its field', async t => {
  using box = testBox()
  box.territory()
  const paul = box.welcome({ name: 'Paul' })
  const readers: readonly (readonly [string, Browser])[] = [
    ['visitor', box.visitor()],
    ['member', await box.memberOf(paul)],
    ['keeper', box.keeper],
  ]
  const paths = addresses(box, paul)
  const [met, lacks] = [new Set<string>(), [] as string[]]
  let refused = 0
  for (const [who, reader] of readers)
    for (const path of paths) {
      const page = await reader.get(path)
      for (const form of formsIn(page)) {
        const action = form.action.replace(/[0-9a-hjkmnp-tv-z]{26}/g, ':id')
        const shape = `${who} ${action} ${Object.keys(form.fields).join()}`
        if (met.has(shape) || ENDS.test(action) || !('jeton' in form.fields)) continue
        met.add(shape)
        const answer = await reader.post(form.action, emptied(page, form))
        if (answer.status !== 422) continue
        refused++
        lacks.push(...lacking(answer).map(what => `${shape} of ${path} lacks ${what}`))
      }
    }
  assert.deepEqual(lacks, [])
  assert.ok(refused > 40, `${refused} forms were refused`)
  assert.deepEqual(box.faults, [])
  t.diagnostic(`${refused} of ${met.size} forms`)
})
