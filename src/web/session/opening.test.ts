import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOON } from '../../../tests/support/folders.ts'
import { openMemory } from '../../../tests/wire/boxes.ts'
import { drawnCode } from '../../app/opening/first-run.ts'
import { codeOf, sayCode } from '../../core/code.ts'
import { openLocal } from '../../files/local.ts'
import { hashedPassphrase, hasKeeper, isPassphrase } from './keeper.ts'
import { isOpen, keepAside, openingWith } from './opening.ts'

const HOUR = 3_600_000

test(
  'the code opens however typed; five wrong ones of a client, or twenty of all, block ' +
    'it for an hour',
  () => {
    const opening = openingWith(codeOf('papier', '743'))
    for (const typed of [opening.said, 'PAPIER 7439', 'papier, 74-39'])
      assert.ok(opening.isCode(typed, 'a', NOON), typed)
    for (const wrong of ['', 'papier 74 38', 'bois 74 39', 'papier', '74 39']) {
      assert.ok(opening.mayTry('a', NOON))
      assert.ok(!opening.isCode(wrong, 'a', NOON), wrong)
    }
    assert.ok(!opening.mayTry('a', NOON) && opening.mayTry('b', NOON))
    for (let i = 0; i < 15; i++) opening.isCode('bois 74 39', `c${i}`, NOON)
    assert.ok(!opening.mayTry('b', NOON + HOUR - 1) && opening.mayTry('b', NOON + HOUR))
  },
)

test('the code is drawn anew at each start', () => {
  assert.ok(new Set(Array.from({ length: 20 }, () => sayCode(drawnCode()))).size > 1)
})

test('one opening runs at a time; after it another may begin', () => {
  const opening = openingWith(drawnCode())
  assert.deepEqual([opening.begin(), opening.begin()], [true, false])
  opening.end()
  assert.ok(opening.begin())
})

test(
  'law: cut after its turn an opening is done at the next start, cut before it nothing of it ' +
    'is left to be seen',
  async () => {
    const [local, log] = [openLocal(':memory:'), openMemory()]
    keepAside(local, 'first', await hashedPassphrase('quatre mots au hasard'))
    assert.deepEqual([isOpen(local, log), hasKeeper(local)], [false, false])
    // Another opening, whose turn is done when the plug is pulled.
    keepAside(local, 'second', await hashedPassphrase('quatre autres mots ici'))
    log.sql.run('INSERT INTO answer VALUES (?, ?)', 'second', '{"done":true}')
    assert.deepEqual([isOpen(local, log), hasKeeper(local)], [true, true])
    assert.deepEqual(
      [
        await isPassphrase(local, 'quatre mots au hasard'),
        await isPassphrase(local, 'quatre autres mots ici'),
      ],
      [false, true],
    )
    local.db.close()
    log.db.close()
  },
)
