import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ACTS, type Act, type Answer, isLetIn, may, permissionsTable, ROLES, type Role } from './permission.ts'

/** Each cell, said again by hand: V visitor, N neighbour, R relay, K keeper, H host. */
const SAID: Readonly<Record<Act, Readonly<Partial<Record<Answer, string>>>>> = {
  read: { yes: 'VNRKH' },
  send: { yes: 'NRK', waits: 'VH' },
  change: { yes: 'K', own: 'NR', no: 'VH' },
  seePrivate: { yes: 'K', own: 'NR', no: 'VH' },
  speakFor: { yes: 'RK', no: 'VNH' },
  passOn: { yes: 'K', own: 'R', no: 'VNH' },
  keep: { yes: 'K', no: 'VNRH' },
  seeHealth: { yes: 'KH', no: 'VNR' },
  unplug: { yes: 'KH', no: 'VNR' },
}
for (const act of ACTS)
  for (const role of ROLES)
    test(`${role}, ${act}: ${may(role, act)}`, () => {
      const letter = role[0]!.toUpperCase()
      const said = (Object.entries(SAID[act]) as [Answer, string][]).filter(([, letters]) => letters.includes(letter))
      assert.deepEqual(
        said.map(([answer]) => answer),
        [may(role, act)],
      )
    })

test('who is let in where: a page for a role is open to it and to those who may more, and to no other', () => {
  const open: Readonly<Record<Role, string>> = { visitor: 'VNRKH', neighbour: 'NRK', relay: 'RK', keeper: 'K', host: 'KH' }
  for (const least of ROLES)
    for (const role of ROLES) assert.equal(isLetIn(role, least), open[least].includes(role[0]!.toUpperCase()), `${role} at ${least}`)
})

test('the documents print this table', () => {
  const printed = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
  assert.ok(printed.includes(permissionsTable()), 'docs/permissions.md: print the table again')
})
