import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import type { Paper } from '../../contract/paper.ts'
import type { Who } from '../../contract/permission.ts'
import { setPaper } from '../../paper/typeset.ts'
import { codeSheetRoutes, newCodeSheet, sheetWaits } from './code-sheet.ts'

const PRINT = '/tenir/codes/imprimer'

const SHOWN = { words: 'munum kikit dapif', begins: 'BD 50 FE 86' }

test(
  'the keeper’s card has ten codes to tick and the certificate as a browser shows it, on ' +
    'one sheet, for the keeper alone',
  async () => {
    const papers: Paper[] = []
    const set = async (paper: Paper) => {
      papers.push(paper)
      return setPaper(paper)
    }
    const typesetter = { isBusy: () => false, set, close: async () => {} }
    const box = testBox({
      routes: (app, server) =>
        codeSheetRoutes(
          app,
          { ...server, source: { ...server.source, fingerprint: () => SHOWN } },
          { typesetter },
        ),
    })
    box.territory({ keptBy: 'Anaïs et Malo' })
    const code = Array.from({ length: 10 }, (_, n) => `ab${(n % 8) + 2}d efgh jkm${(n % 8) + 2}`)
    assert.equal((await box.visitor().post(PRINT, { code })).status, 403)
    assert.equal((await box.keeper.post(PRINT, { code: code.slice(1) })).status, 404)
    assert.equal(
      (await box.keeper.post(PRINT, { code: [...code.slice(1), '<script>'] })).status,
      404,
    )
    const answer = await box.keeper.post(PRINT, { code })
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const [paper] = papers
    const all = JSON.stringify(paper).replace(/[\u00a0\u202f]/g, ' ')
    assert.match(all, /"lead","words":"Sail( ·|")/, 'which page it opens')
    for (const said of [...code, SHOWN.begins, SHOWN.words, 'Anaïs et Malo, au local'])
      assert.ok(all.includes(said), said)
    assert.equal(setPaper(paper!).pages, 1)
  },
)

test('only the keeper at the box or by https is told that a sheet waits to be printed', () => {
  const { local } = testBox({})
  newCodeSheet(local)
  const told = (by: Who, isPrivate: boolean): number =>
    sheetWaits(local, { by, private: isPrivate, lang: 'fr' }).length
  assert.equal(told('keeper', true), 1)
  assert.equal(told('keeper', false), 0)
  assert.equal(told('neighbour', true), 0)
})
