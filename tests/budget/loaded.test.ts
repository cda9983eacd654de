import { test } from 'node:test'
import { keepsTo } from './keeps.ts'
import { measure } from './measure.ts'

const measured = await measure('verb')
test('no verb of the command line loads more than its budget', t =>
  keepsTo(t, 'verb', measured.verb!))
