import assert from 'node:assert/strict'
import { testAll, testOnce } from '../../support/pass.ts'
import { heldOf, outOf, pagesIn } from './shown.ts'

const pages = pagesIn(import.meta.dirname)

for (const page of pages) {
  const testPage = page.name === 'a1' ? testOnce : testAll
  testPage(
    `law 11: nothing that was planted in ${page.name} gets out by somebody who clicks all ` +
      'but what is held',
    async () => {
      const { out, shown, held } = await outOf(page)
      assert.deepEqual(out, [])
      // Of one page written blind, all that says somebody names who was listed there: their own yes
      // is waited for, and the guard has nothing to hold.
      assert.ok(
        shown > 5 && (held > 0 || page.name.startsWith('blind')),
        `${shown} shown, ${held} held`,
      )
    },
  )
  testOnce(`few harmless titles of ${page.name} are held`, () => assert.deepEqual(heldOf(page), []))
}

testOnce('what is held gets out once it is shown all the same: the measure can fail', async () => {
  const { out } = await outOf(pages[0]!, true)
  assert.ok(out.length > 3, out.join(', '))
})
