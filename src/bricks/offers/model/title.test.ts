import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mendedTitle } from './title.ts'

test('a corrected name takes the place of the former one in the title, and quotes nobody twice', () => {
  for (const [side, title, mended] of [
    ['offer', 'Zoé : « je prête une scie »', 'Zoé Martin : « je prête une scie »'],
    ['need', 'Zoé cherche : « des bocaux »', 'Zoé Martin cherche : « des bocaux »'],
  ] as const) {
    const plain = title
      .replaceAll(' : ', '\u00a0: ')
      .replace('« ', '«\u00a0')
      .replace(' »', '\u00a0»')
    const row = { title: plain, who: 'Zoé' }
    const got = mendedTitle(side)({ title: plain, who: 'Zoé Martin' }, row).title
    assert.equal(got.replaceAll('\u00a0', ' '), mended)
    assert.equal(mendedTitle(side)({ title: plain, who: 'Zoé' }, row).title, plain)
  }
  const row = { title: 'Zoé\u00a0: «\u00a0je prête une scie\u00a0»', who: 'Zoé' }
  const other = { title: 'je prête deux scies', who: 'Zoé Martin' }
  assert.equal(
    mendedTitle('offer')(other, row).title,
    'Zoé Martin\u00a0: «\u00a0je prête deux scies\u00a0»',
  )
})
