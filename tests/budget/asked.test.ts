import { test } from 'node:test'
import { keepsTo } from './keeps.ts'
import { measure } from './measure.ts'

const measured = await measure('page', 'turn')
test('no page asks more of SQLite, and none weighs more, than its budget', t =>
  keepsTo(t, 'page', measured.page!))
test('no turn asks or writes more than its budget', t => keepsTo(t, 'turn', measured.turn!))
