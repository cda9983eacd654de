import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testAll } from '../support/pass.ts'
import { pagesHere } from './addresses.ts'
import { openBox } from './box.ts'
import { type ReaderName, readersOf } from './roles.ts'
import { wrongTongues } from './tongues.ts'
import { shapeOf, walk } from './walk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READERS: readonly ReaderName[] = ['keeper.https.en', 'visitor.wifi.en', 'member.https.en']
const SOME = { plain: 2, asked: 1, prints: 0 }
const shaped = (path: string): string => shapeOf(path).replace(/\/commune\/\d+/, '/commune/:code')

test('French that nothing announces is found, and English under French; names and fields are not', () => {
  const page = (body: string) => `<html lang="en"><body>${body}</body></html>`
  const found = (body: string) => wrongTongues(page(body)).length
  assert.equal(found('<p>Elle est dans le jardin</p>'), 1)
  assert.equal(found('<p lang="fr">Elle est dans le jardin</p>'), 0)
  assert.equal(found('<p lang="fr">Three of them are in the garden</p>'), 1)
  assert.equal(found('<p>Page kept by <span lang="fr">Anaïs, qui est au local</span></p>'), 0)
  assert.equal(found('<p title="Elle est dans le jardin">x</p>'), 1)
  assert.equal(found('<button aria-label="Remove “Elle est dans le jardin”">x</button>'), 0)
  assert.equal(found('<p>La Valla-sur-Rochefort</p><textarea>Elle est dans le bar</textarea>'), 0)
  assert.equal(found('<option>Elle est dans le jardin</option>'), 1)
})

testAll('no page in English says people’s words as English, nor keeps French of ours', async t => {
  const box = await openBox({ root: ROOT, name: 'demo', seed: 'a' })
  try {
    const faults = new Map<string, string>()
    let pages = 0
    const ids = new Map<string, Set<string>>()
    for (const { person, name } of await readersOf(box, READERS)) {
      await walk(
        { person, name },
        {
          most: SOME,
          also: [],
          patterns: pagesHere(),
          ids,
          hear: async (path, { headers, bytes }) => {
            if (!String(headers['content-type'] ?? '').startsWith('text/html')) return
            pages++
            const [first] = wrongTongues(bytes.toString('utf8'))
            if (first !== undefined) faults.set(shaped(path), `${name} ${path}: ${first}`)
          },
        },
      )
      person.end()
    }
    t.diagnostic(`${pages} pages`)
    assert.ok(pages > 200, String(pages))
    assert.deepEqual([...faults.values()], [])
  } finally {
    await box.end()
  }
})
