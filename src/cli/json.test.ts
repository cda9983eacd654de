import '../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cocote } from '../../tests/support/command-line.ts'
import { withCommunes } from '../../tests/support/communes.ts'
import { lackingBrick, tempFolder, within } from '../../tests/support/folders.ts'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import type { JsonKeys, Verb } from '../contract/verb.ts'
import { fillEngine } from '../dev/fill.ts'
import { placesIn } from '../files/folder.ts'
import { newBox } from '../log/box.ts'
import { hashLightly } from '../web/session/keeper.ts'
import { VERBS } from './verbs.ts'

hashLightly()
const verbAt = (words: readonly string[], among: readonly Verb[] = VERBS): Verb => {
  const verb = among.find(one => one.name === words[0])
  assert.ok(verb, words.join(' '))
  return verb.subcommands ? verbAt(words.slice(1), verb.subcommands) : verb
}
const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'list'
    : typeof value === 'string'
      ? 'text'
      : typeof value === 'object'
        ? 'object'
        : typeof value

/** Every key is documented, of its kind; one that is not said to be missing at times is there. */
function fits(value: object, keys: JsonKeys, what: string): void {
  const found = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  for (const [key, one] of found)
    assert.equal(keys[key]?.replace('?', ''), kindOf(one), `${what}: ${key}`)
  for (const [key, kind] of Object.entries(keys))
    if (!kind.endsWith('?'))
      assert.ok(
        found.some(([name]) => name === key),
        `${what}: ${key}`,
      )
}

testAll('--json writes one document of the shape that is documented, and nothing else', async t => {
  const [folder, away] = [tempFolder(), tempFolder()]
  within(folder, engine => fillEngine(engine, 20, '2026-12-05'))
  const at = (name: string): string => join(away, name)
  const phrase = at('phrase')
  writeFileSync(phrase, 'quatre mots au hasard\n')
  writeFileSync(at('notes.md'), '# Le four\n\nAnaïs répare la porte du four.\n')
  mkdirSync(at('films'))
  const other = newBox().name
  const said = async (...args: readonly string[]) => {
    const { code, out, err } = await cocote(t, ...args, '--json', '--data', folder)
    assert.equal(code, 0, `${args.join(' ')}: ${err}`)
    assert.match(out, /^[{[].*\n$/, args.join(' '))
    const value = JSON.parse(out) as object
    const { json } = verbAt(args)
    assert.ok(json, args.join(' '))
    if (!Array.isArray(json)) fits(value, json as JsonKeys, args.join(' '))
    else for (const one of value as object[]) fits(one, json[0], args.join(' '))
  }
  await said('fill', '--records', '30', '--day', '2026-12-05')
  await said('keeper', '--passphrase-file', phrase)
  await said('rebuild')
  await said('check')
  await said('backup', at('b'), '--passphrase-file', phrase)
  await said('restore', at('b'), '--passphrase-file', phrase)
  await said('export', at('e.zip'))
  withCommunes(folder)
  await said('export', '--site', at('site'))
  await said('import', at('e.zip'))
  await said('courier', 'pack', '--out', at('n.cocote'))
  await said('courier', 'deliver', at('n.cocote'), '--receipt', at('r.cocote'))
  for (const act of ['pair', 'accept', 'pause', 'dismiss']) await said('box', act, other)
  await said('box', 'show')
  await said('box', 'pair', other, '--off')
  await said('box', 'signing-key', at('key'), '--passphrase-file', phrase)
  await said('box', 'versions', away)
  await said('print', '--list')
  if (!lackingBrick('directory')) await said('print', 'annuaire', '--out', at('a.pdf'))
  if (!lackingBrick('harvest')) await said('harvest', at('notes.md'))
  if (!lackingBrick('shelf')) await said('shelf', 'list')
  const look = JSON.parse((await cocote(t, 'evening', '--look', '--json')).out) as { wifi: object }
  assert.deepEqual([Object.keys(look), kindOf(look.wifi)], [['wifi'], 'object'])
})

test('with --json a fault is a sentence on standard error, and damage is told as JSON too', async t => {
  const folder = tempFolder()
  within(folder, engine => fillEngine(engine, 20, '2026-12-05'))
  const absent = await cocote(t, 'check', '--json', '--data', join(folder, 'absent'))
  assert.deepEqual([absent.code, absent.out], [1, ''])
  assert.match(absent.err, /Il n’y a pas de borne/)
  rmSync(placesIn(folder).tables)
  writeFileSync(placesIn(folder).tables, 'abîmé'.repeat(4_000))
  const hurt = await cocote(t, 'check', '--json', '--data', folder)
  assert.equal(hurt.code, 3, hurt.err)
  assert.equal((JSON.parse(hurt.out) as { hurts: object[] }).hurts.length > 0, true)
  assert.match(hurt.err, /abîmé/)
})
