import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, openMemory, recordId, write } from '../../../tests/wire/boxes.ts'
import { Damaged, type Signed } from '../../core/change.ts'
import { newBox, signBytes } from '../../log/box.ts'
import { validated } from '../../log/ingest.ts'
import type { PageRead } from '../bundle/bundle.ts'
import { verifiedAhead } from './ahead.ts'

const [sail, boen] = [newBox(), newBox()]
function written(records: number): readonly Signed[] {
  const log = openMemory(sail)
  for (let n = 1; n <= records; n++)
    write(log, { record: recordId(n), fields: { title: `Annonce ${n}` } })
  return [...everything(log)].flat()
}
async function* pagesOf(all: readonly (readonly Signed[])[]): AsyncGenerator<PageRead> {
  for (const [n, entries] of all.entries())
    yield { space: 'commons', name: `commons/${n}`, entries }
}

test('pages come in their order, alone or grouped, and each entry with the box that signed it', async () => {
  const entries = written(7)
  const pages = [entries.slice(0, 3), [], entries.slice(3, 4), entries.slice(4)]
  for (const [bytes, groups] of [
    [0, 4],
    [1, 3],
    [1e9, 1],
  ] as const) {
    const landings = await Array.fromAsync(verifiedAhead(pagesOf(pages), bytes))
    assert.equal(landings.length, groups)
    assert.deepEqual(
      landings.flatMap(({ pages: come }) => come.flatMap(page => page.entries)),
      entries,
    )
    for (const { pages: come, signers } of landings)
      for (const signed of come.flatMap(page => page.entries))
        assert.equal(signers.get(signed), sail.name)
  }
})

test(
  'a signature verified ahead counts for its own box only: an entry that names two boxes is ' +
    'damaged',
  async () => {
    const [own] = written(1)
    const text = Buffer.from(own!.bytes).toString('utf8')
    const feed = /"feed":"([^"]+)"/.exec(text)![1]!
    const other = feed.replace(sail.name, boen.name)
    const bytes = Buffer.from(
      text
        .replace('{', `{"x":{"feed":"${feed}"},`)
        .replaceAll(`,"feed":"${feed}"`, `,"feed":"${other}"`),
      'utf8',
    )
    const forged: Signed = { bytes, signature: signBytes(sail, bytes), flesh: own!.flesh }
    const altered: Signed = {
      ...own!,
      bytes: Buffer.from(text.replace('"keeper"', '"visitor"'), 'utf8'),
    }
    const [{ signers } = { signers: new Map<Signed, string>() }] = await Array.fromAsync(
      verifiedAhead(pagesOf([[forged, altered, own!]]), 0),
    )
    assert.deepEqual(
      [signers.get(forged), signers.get(altered), signers.get(own!)],
      [sail.name, undefined, sail.name],
    )
    assert.equal(JSON.parse(bytes.toString('utf8')).feed, other)
    for (const signed of [forged, altered])
      assert.throws(() => validated(signed, signers.get(signed)), Damaged)
    assert.ok(validated(own!, signers.get(own!)))
  },
)
