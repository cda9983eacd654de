import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ANSWERED, OTHERS, PAGE, POSTED, WRITER } from './diagrams/threads.ts'
import { DRAWINGS } from './diagrams.ts'
import { GROUPS, ROOMS } from './rooms.ts'

test('each drawing is what its tables make', () => {
  for (const [file, drawn] of Object.entries(DRAWINGS))
    assert.equal(readFileSync(file, 'utf8'), drawn(), `${file}: run \`node bin/diagrams.ts\``)
})
test('each floor stands in one group, in the order of the table', () => {
  assert.deepEqual(Object.values(GROUPS).flat().toSorted(), Object.keys(ROOMS).toSorted())
})
test('the drawing of the floors has a dot for each import that the table allows', () => {
  const imports = Object.values(ROOMS).flatMap(({ rooms }) => rooms.filter(one => one in ROOMS))
  const drawn = readFileSync('docs/floors.svg', 'utf8')
  assert.equal(drawn.match(/class="dot"/g)?.length, imports.length)
})
test('each file that the drawing of the road names is there', () => {
  for (const { where } of [POSTED, ...WRITER, ANSWERED, ...PAGE, ...OTHERS])
    assert.ok(existsSync(`src/${where}`), where)
})
