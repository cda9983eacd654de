import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LONGEST_CALLED } from '../../src/contract/box/boxes.ts'
import { PASSPHRASE } from '../support/demo-folder.ts'
import { enter, type Stage, skipOf, stage, textOf } from './server.ts'
import { type Divided, fillDivided } from './two-boxes.ts'

/**
 * What a neighbour calls itself is theirs to choose, and nobody's page is wider than its screen for
 * it.
 */
describe('a box whose name is one word of two hundred letters', {
  skip: skipOf(import.meta.filename),
}, () => {
  const called = 'B'.repeat(LONGEST_CALLED)
  let box: Stage
  let divided: Divided
  before(async () => {
    box = await stage({
      before: async folder => void (divided = await fillDivided(folder, called)),
    })
  })
  after(() => box?.end())

  it('makes no page wider than a screen of 320, for anybody nor for the keeper', async () => {
    const page = await box.visitor({ width: 320 })
    const paths = ['/', '/nouvelles', divided.torn, divided.joined]
    const wide = async (path: string): Promise<readonly string[]> => {
      await page.goto(path)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      return over > 0 ? [`${path}: ${over} px`] : []
    }
    const faults: string[] = []
    for (const path of paths) faults.push(...(await wide(path)))
    await page.goto('/nouvelles')
    assert.ok((await textOf(page)).includes(called))
    await enter(page, PASSPHRASE)
    for (const path of [...paths, '/tenir', '/bornes', '/demandes', '/a-regler', '/bornes/cle'])
      faults.push(...(await wide(path)))
    assert.deepEqual(faults, [])
  })
})
