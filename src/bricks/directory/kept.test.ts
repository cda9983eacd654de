import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { Kept } from '../../core/kept.ts'

/** Notes the addresses that were made. */
class Noting extends Kept {
  readonly made: string[] = []
  override set(name: string, ...rest: [unknown, ReadonlySet<string>, number]): void {
    if (name.startsWith('leaf ')) this.made.push(String(JSON.parse(name.slice(5))[6]))
    super.set(name, ...rest)
  }
}

const NOTICE = { title: 'Nadia propose une échelle', who: 'Nadia', reach: 'au local' }
/** The addresses of these that a member's page is made again for, after a notice. */
async function remadeAfter(box: TestBox, kept: Noting, paths: readonly string[]) {
  const nadia = await box.member('Nadia')
  box.done('offers.offer', NOTICE)
  for (const path of ['/', ...paths]) await nadia.get(path)
  kept.made.length = 0
  box.done('offers.offer', { ...NOTICE, title: 'Nadia propose une scie' })
  for (const path of paths) assert.equal((await nadia.get(path)).status, 200, path)
  return kept.made
}

test('a notice that comes has no list of the directory made again, nor a theme it has not', async () => {
  const kept = new Noting(8 * 1024 * 1024)
  using box = testBox({ kept })
  const themes = ['musique', 'pain'].map(label => box.bring('theme', { label }))
  box.bring('place', { name: 'La halle', themes: [themes[0]!], kind: 'hall' })
  box.bring('actor', { name: 'Le four', themes: [themes[1]!], kind: 'association' })
  const lists = ['lieux', 'acteurs', 'projets', 'ordinateurs'].map(one => `/annuaire/${one}`)
  const paths = ['/annuaire', '/themes', ...themes.map(id => `/themes/${id}`), ...lists]
  assert.deepEqual(await remadeAfter(box, kept, [...paths, '/annonces']), ['/annonces'])
})

test('the directory is made again for the first record under a theme, and not for the next', async () => {
  const kept = new Noting(8 * 1024 * 1024)
  using box = testBox({ kept })
  const bread = box.bring('theme', { label: 'pain' })
  const nadia = await box.member('Nadia')
  await nadia.get('/')
  const isShown = async () => /Par thème pain/.test((await nadia.get('/annuaire')).text)
  const isMade = async () => {
    kept.made.length = 0
    const shown = await isShown()
    return { made: kept.made.length > 0, shown }
  }
  assert.deepEqual(await isMade(), { made: true, shown: false })
  const bake = (what: string) => box.bring('idea', { title: `cuire ${what}`, themes: [bread] })
  const remove = (id: string) => box.bringAll({ type: 'idea', id, fields: { removed: true } })
  const first = bake('du seigle')
  assert.deepEqual(await isMade(), { made: true, shown: true })
  const next = bake('du blé')
  assert.deepEqual(await isMade(), { made: false, shown: true })
  remove(first)
  assert.equal((await isMade()).shown, true)
  remove(next)
  assert.deepEqual(await isMade(), { made: true, shown: false })
})

const AROUND = [
  [3.9, 45.7],
  [4.1, 45.7],
  [4.1, 45.8],
  [3.9, 45.8],
  [3.9, 45.7],
]
for (const kept of [undefined, new Kept(8 * 1024 * 1024)])
  test(`the map says what a commune elsewhere is called now${kept ? ', kept' : ''}`, async () => {
    using box = testBox(kept ? { kept } : {})
    box.territory()
    const contour = JSON.stringify({ type: 'Polygon', coordinates: [AROUND] })
    box.bring('commune', { code: '42195', name: 'Sail', contour })
    const beyond = box.bring('commune', { code: '42019', name: 'Boën' })
    box.bring('place', { name: 'La halle', kind: 'hall', commune: '42019', point: [45.74, 4.0] })
    // The map of the second reader is the one that was drawn for the first.
    const readers = [await box.member('Nadia'), box.keeper]
    for (const reader of readers)
      assert.match((await reader.get('/carte')).text, /Boën(?! sur Lignon)/)
    box.bringAll({ type: 'commune', id: beyond, fields: { name: 'Boën sur Lignon' } })
    for (const reader of readers) assert.match((await reader.get('/carte')).text, /Boën sur Lignon/)
  })
