import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { cliWords } from '../../src/cli/words.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox } from '../../src/files/folder.ts'
import { lostWritesIn } from '../../src/files/lost-writes.ts'
import { append } from '../../src/log/append.ts'
import { showAll } from '../../src/projection/tables.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { lacking, recordId, rowsIn, tempFolder, within } from '../support/folders.ts'
import { COCOTE } from './serving.ts'

/**
 * A card that lies about fsync, played with real files: the box wrote, answered, was carried; then
 * the plug was pulled and the card came back as it was before. What `check` says of it.
 */
const noOffers = lacking('offer')
function cocote(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(COCOTE, args, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'fr_FR.UTF-8' },
  })
  assert.equal(status, 0, `${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}
const offer = (folder: string, n: number, title: string): void =>
  within(folder, engine => {
    const write = {
      type: 'offer',
      record: recordId(n),
      space: 'commons' as const,
      fields: { title: { value: title, over: [] } },
    }
    inTransaction(engine, () =>
      showAll(
        engine.tables,
        engine.log,
        append(engine.log, [write], { now: Date.now(), sure: true, by: 'keeper' }),
      ),
    )
  })
function carry(from: string, to: string): void {
  const file = join(tempFolder(), 'nouvelles.cocote')
  cocote('courier', 'pack', '--out', file, '--data', from)
  cocote('courier', 'deliver', file, '--data', to)
}
const titles = (folder: string): readonly unknown[] =>
  rowsIn(folder, 'offer')
    .map(row => (row as { title: unknown }).title)
    .sort()
const seen = (folder: string) =>
  lostWritesIn(folder).map(({ what, entries }) => `${what} ${entries}`)
const copied = (folder: string): string => {
  const copy = tempFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}
/** The card is again as it was: these files, or all that this box writes. */
function forgets(folder: string, as: string, files = /^(log|tables)\.db/): void {
  for (const name of readdirSync(folder).filter(one => files.test(one))) rmSync(join(folder, name))
  for (const name of readdirSync(as).filter(one => files.test(one)))
    cpSync(join(as, name), join(folder, name))
}

let [sailMade, boenMade] = ['', '']
before(() => {
  if (noOffers) return
  ;[sailMade, boenMade] = [tempFolder(), tempFolder()]
  offer(sailMade, 1, 'Remorque à prêter')
  offer(boenMade, 2, 'Livres à donner')
  within(
    boenMade,
    ({ log }) =>
      void decideBox(log, { name: openBox(sailMade).name, called: 'Sail', paired: true }),
  )
  within(
    sailMade,
    ({ log }) =>
      void decideBox(log, { name: openBox(boenMade).name, called: 'Boën', paired: true }),
  )
})

test('what the card forgot comes back from the neighbour, and check names the card', {
  skip: noOffers,
}, () => {
  const [sail, boen] = [copied(sailMade), copied(boenMade)]
  const before = copied(sail)
  for (const [n, title] of ['Écrit le soir', 'Écrit plus tard'].entries()) offer(sail, 3 + n, title)
  carry(sail, boen)
  assert.deepEqual(seen(sail), [])
  forgets(sail, before)
  assert.deepEqual(titles(sail), ['Remorque à prêter'])
  carry(boen, sail)
  assert.deepEqual(titles(sail), [
    'Livres à donner',
    'Remorque à prêter',
    'Écrit le soir',
    'Écrit plus tard',
  ])
  assert.deepEqual(seen(sail), ['taken 2'])
  const said = cocote('check', '--data', sail)
  assert.match(said, /La carte a oublié .* une autre borne a rendu 2 entrées de celle-ci/)
  assert.ok(said.includes(cliWords('fr').check.lapsesDo))
  assert.doesNotMatch(cocote('check', '--data', boen), /oublié/)
})

test('tables that show what the log no longer has are named, and it is still known once they ' +
  'were made again', { skip: noOffers }, () => {
  const sail = copied(sailMade)
  const before = copied(sail)
  offer(sail, 3, 'Écrit le soir')
  forgets(sail, before, /^log\.db/)
  assert.deepEqual(titles(sail), ['Remorque à prêter'])
  assert.deepEqual(seen(sail), ['ahead 1'])
  assert.match(
    cocote('check', '--data', sail),
    /1 entrée montrée sur la page n’était plus dans le journal/,
  )
})

test('a box that wrote on after its card forgot keeps both sequels, and the card is named', {
  skip: noOffers,
}, () => {
  const [sail, boen] = [copied(sailMade), copied(boenMade)]
  const before = copied(sail)
  offer(sail, 3, 'Écrit le soir')
  carry(sail, boen)
  forgets(sail, before)
  offer(sail, 4, 'Écrit à la place')
  carry(boen, sail)
  assert.deepEqual(titles(sail), [
    'Livres à donner',
    'Remorque à prêter',
    'Écrit le soir',
    'Écrit à la place',
  ])
  assert.deepEqual(seen(sail), ['forked 1'])
  carry(boen, sail)
  assert.equal(seen(sail).length, 1, 'said once')
})

test('a backup that was put back, a plug that was pulled, a neighbour that forgot: nothing is ' +
  'said of this card', {
  skip: noOffers,
}, () => {
  const [sail, boen] = [copied(sailMade), copied(boenMade)]
  const backup = join(tempFolder(), 'sauvegarde.zip')
  cocote('backup', backup, '--plain', '--data', sail)
  const older = copied(boen)
  offer(sail, 3, 'Écrit après la sauvegarde')
  offer(boen, 4, 'Écrit à Boën')
  carry(sail, boen)
  carry(boen, sail)
  cocote('restore', backup, '--data', sail)
  carry(boen, sail)
  assert.ok(titles(sail).includes('Écrit après la sauvegarde'))
  assert.deepEqual(seen(sail), [])
  forgets(boen, older)
  carry(sail, boen)
  assert.deepEqual([seen(sail), seen(boen)], [[], ['taken 1']])
})
