import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pair } from '../../../../tests/exchange/mail.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { fixedBox, recordId } from '../../../../tests/wire/boxes.ts'
import type { Html } from '../../../contract/html.ts'
import { arrival, letter } from '../../../contract/records/own-records.ts'
import { inOwnTransaction } from '../../../engine/transaction.ts'
import { append } from '../../../log/append.ts'
import { showAll } from '../../../projection/tables.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { fr } from '../words/fr.ts'
import { hasLetters, lettersPage } from './pages-letters.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
const write = (
  engine: OpenEngine,
  type: string,
  record: string,
  fields: Readonly<Record<string, string>>,
): void =>
  inOwnTransaction(engine, () => {
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, over: [] }]),
    )
    const touched = append(engine.log, [{ type, record, space: 'home', fields: values }], {
      now: NOW,
      sure: true,
      by: 'keeper',
    })
    showAll(engine.tables, engine.log, touched)
  })

test(
  'the keeper reads what was asked of other boxes and what of theirs came to nothing, never ' +
    'what a letter says',
  () => {
    const [sail, boen] = [openEngine([], fixedBox(1)), openEngine([], fixedBox(2))]
    pair(sail, boen, { paired: true, called: 'Boën' })
    const { read } = sail
    const source = sourceOf(sail, { now: () => NOW, today: () => '2026-12-05' })
    const shown = () =>
      (
        lettersPage.show(kitFor(source, { path: '/lettres', lang: 'fr', by: 'keeper' }), read, fr)
          ?.body as Html | undefined
      )?.html ?? ''
    assert.ok(!hasLetters(read) && shown().includes(fr.letters.none))
    const box = boen.log.box.name
    const sent = {
      box,
      input: '{"what":"zwyntrolubak"}',
      state: 'asked',
      sentAt: '2026-12-05T09:00:00.000Z',
    }
    write(sail, letter.name, recordId(1), sent)
    write(sail, letter.name, recordId(2), { ...sent, state: 'refused', why: 'unknown' })
    write(sail, letter.name, recordId(5), { box, input: '{}', state: 'asked' })
    write(sail, letter.name, recordId(6), { box, input: '{}', state: 'asked', sentAt: 'hier' })
    for (const n of [3, 4])
      write(sail, arrival.name, recordId(n), {
        from: box,
        letter: recordId(n),
        state: 'undone',
        why: 'notTheirs',
      })
    assert.ok(hasLetters(read))
    const page = shown()
    assert.ok(
      page.includes('À Boën') &&
        page.includes('De Boën, 2 lettres') &&
        !page.includes('zwyntrolubak'),
    )
    assert.equal(
      page.match(/À Boën/g)?.length,
      4,
      'a letter whose day is not known is read as well',
    )
    for (const why of ['unknown', 'notTheirs'] as const)
      assert.ok(page.includes(fr.letters.whys[why]))
  },
)
