import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { bring, recordId, within } from '../../../../tests/support/folders.ts'
import { noNews, open, village } from '../../../../tests/support/served.ts'
import { newBox } from '../../../log/box.ts'
import { Bundle } from '../../../sync/bundle/bundle.ts'

/** Corrected words, in all that a stranger may take away from a box that is served. */

/** The bytes of an answer, and those of each part when it is a ZIP. */
function unfolded(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map(part => Buffer.from(part).toString('utf8')).join('\n')
}
/** Every value of a bundle, long texts in clear. */
async function valuesIn(bytes: Uint8Array): Promise<string> {
  const opened = await Bundle.open(bytes, newBox())
  const values: string[] = []
  for await (const { entries } of opened.pages())
    for (const { flesh } of entries)
      for (const { value } of flesh) {
        const yjs = /"yjs":"([^"]*)/.exec(value)?.[1]
        values.push(yjs === undefined ? value : Buffer.from(yjs, 'base64').toString('utf8'))
      }
  opened.close()
  return values.join('\n')
}

test('words that were corrected are in no news, export or feed that a stranger may take', {
  skip: noNews,
}, async t => {
  const [old, now] = ['chez Odette', 'au local']
  const said = (where: string) => ({
    title: `Une remorque ${where}`,
    who: where,
    reach: `demander ${where}`,
    detail: `La remorque est ${where}, derrière la grange.`,
  })
  const first = await village(t, [], 1)
  await first.close()
  within(first.folder, engine => {
    for (const where of [old, now])
      bring(engine, { type: 'offer', id: recordId(1), fields: said(where) })
  })
  const sail = await open(t, first.folder, first.keeper)
  const taken = async (path: string): Promise<Uint8Array> => {
    const answer = await fetch(sail.at + path)
    assert.equal(answer.status, 200, path)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const news = await valuesIn(await taken('/nouvelles/emporter'))
  assert.match(news, /Une remorque au local/)
  assert.doesNotMatch(news, /Odette/)
  const page = unfolded(await taken('/donnees'))
  const files = new Set([...page.matchAll(/href="(\/donnees\/[^"?#]+)"/g)].map(([, path]) => path!))
  assert.ok(files.size > 5, [...files].join(' '))
  const all = await Promise.all([...files].map(async path => unfolded(await taken(path))))
  assert.match(all.join('\n'), /Une remorque au local/)
  assert.doesNotMatch(all.join('\n'), /Odette/)
})
