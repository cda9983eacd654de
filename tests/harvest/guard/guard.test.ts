import assert from 'node:assert/strict'
import { testAll, testOnce } from '../../support/pass.ts'
import { guardedBox, heldOf, pagesIn } from './shown.ts'

for (const page of pagesIn(import.meta.dirname)) {
  testAll(
    `law 11: nothing that was planted in ${page.name} gets out by somebody who clicks all ` +
      'but what is held',
    async t => {
      const box = await guardedBox()
      t.after(box.end)
      const { out, shown, held } = await box.show(page)
      assert.deepEqual(out, [])
      // Of one page written blind, all that says somebody names who was listed there: their own yes
      // is waited for, and the guard has nothing to hold.
      assert.ok(
        shown > 5 && (held > 0 || page.name.startsWith('blind')),
        `${shown} shown, ${held} held`,
      )
      if (page.name !== 'a1') return
      await t.test('what is held gets out once it is shown all the same', async () => {
        const even = await box.showHeld(page)
        assert.ok(even.length > 3, `the measure can fail: ${even.join(', ')}`)
      })
    },
  )
  testOnce(`few harmless titles of ${page.name} are held`, () => assert.deepEqual(heldOf(page), []))
}
