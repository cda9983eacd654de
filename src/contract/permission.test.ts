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
 * Each cell, said again by hand: V visitor, N neighbour, R relay, K keeper, H host, B another box.
 */
const SAID: Readonly<Record<Right, Readonly<Partial<Record<Permission, string>>>>> = {
  read: { yes: 'VNRKHB' },
  send: { yes: 'NRK', waits: 'VHB' },
  change: { yes: 'K', own: 'NR', no: 'VHB' },
  seePrivate: { yes: 'K', own: 'NR', no: 'VHB' },
  seeByCard: { yes: 'NRK', no: 'VHB' },
  speakFor: { yes: 'RK', waits: 'N', no: 'VHB' },
  passOn: { yes: 'K', own: 'R', no: 'VNHB' },
  keep: { yes: 'K', no: 'VNRHB' },
  seeHealth: { yes: 'KH', no: 'VNRB' },
  unplug: { yes: 'KH', no: 'VNRB' },
  ask: { yes: 'NRK', own: 'B', no: 'VH' },
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
    visitor: 'VNRKHB',
    neighbour: 'NRK',
    relay: 'RK',
    keeper: 'K',
    host: 'KH',
    box: 'NRKB',
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
