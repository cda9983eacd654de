import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  ACTS,
  isLetIn,
  may,
  type Permission,
  permissionsTable,
  type Right,
  ROLES,
  type Role,
} from './permission.ts'

/**
 * Each cell, said again by hand: V visitor, N neighbour, R relay, C in charge, K keeper, H host, B
 * another box. What the column of C does is in tests/attack/charge.test.ts.
 */
const SAID: Readonly<Record<Right, Readonly<Partial<Record<Permission, string>>>>> = {
  read: { yes: 'VNRCKHB' },
  send: { yes: 'NRCK', waits: 'VHB' },
  change: { yes: 'K', own: 'NR', over: 'C', no: 'VHB' },
  seePrivate: { yes: 'K', own: 'NR', over: 'C', no: 'VHB' },
  seeByCard: { yes: 'NRCK', no: 'VHB' },
  speakFor: { yes: 'RK', over: 'C', waits: 'N', no: 'VHB' },
  passOn: { yes: 'K', own: 'R', over: 'C', no: 'VNHB' },
  keep: { yes: 'K', no: 'VNRCHB' },
  seeHealth: { yes: 'KH', no: 'VNRCB' },
  unplug: { yes: 'KH', no: 'VNRCB' },
  ask: { yes: 'NRCK', own: 'B', no: 'VH' },
}
for (const act of ACTS)
  for (const role of ROLES)
    test(`${role}, ${act}: ${may(role, act)}`, () => {
      const letter = role[0]!.toUpperCase()
      const said = (Object.entries(SAID[act]) as [Permission, string][]).filter(([, letters]) =>
        letters.includes(letter),
      )
      assert.deepEqual(
        said.map(([answer]) => answer),
        [may(role, act)],
      )
    })

test('a page for a role is open to this role and to roles with more rights, and to no other', () => {
  const open: Readonly<Record<Role, string>> = {
    visitor: 'VNRCKHB',
    neighbour: 'NRCK',
    relay: 'RCK',
    charge: 'NRCK',
    keeper: 'K',
    host: 'KH',
    box: 'NRCKB',
  }
  for (const least of ROLES)
    for (const role of ROLES)
      assert.equal(
        isLetIn(role, least),
        open[least].includes(role[0]!.toUpperCase()),
        `${role} at ${least}`,
      )
})

test('the documents print this table', () => {
  const printed = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
  assert.ok(printed.includes(permissionsTable()), 'docs/permissions.md: print the table again')
})
