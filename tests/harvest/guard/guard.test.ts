import assert from 'node:assert/strict'
import { cases, testLater, testOnce } from '../../support/pass.ts'
import { guardedBox, heldOf, pagesIn } from './shown.ts'

const pages = pagesIn(import.meta.dirname)
for (const page of pages)
  testOnce(`few harmless titles of ${page.name} are held`, () => assert.deepEqual(heldOf(page), []))

// A box of its own for each page, and hundreds of its addresses asked: test:all takes one in three.
for (const page of cases(pages, Infinity, 3))
  testLater(
    `law 11: nothing that was planted in ${page.name} gets out by somebody who clicks all ` +
      'but what is held',
    async t => {
      const box = await guardedBox()
      t.after(box.end)
      const { out, shown } = await box.show(page)
      assert.deepEqual(out, [])
      assert.ok(shown > 5, `${shown} shown`)
      if (page.name !== 'a1') return
      await t.test('what is held gets out once it is shown all the same', async () => {
        const even = await box.showHeld(page)
        assert.ok(even.length > 3, `the measure can fail: ${even.join(', ')}`)
      })
    },
  )
