import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { testBox } from '../../../tests/support/test-box.ts'
import { openMemory } from '../../../tests/wire/boxes.ts'
import { answerKept } from '../../engine/kept-answers.ts'
import type { TurnAnswer, TurnAsked } from '../../engine/turn.ts'
import {
  codesLeft,
  freeHeldCode,
  holdCode,
  openLocal,
  settleHeldCodes,
  spendCode,
} from '../../files/local.ts'
import { codedOf, codedTurns } from './coded.ts'
import { newCodes } from './keeper.ts'

/**
 * What becomes of a turn; `cut` is the plug pulled while it is on its way, before or after its
 * commit.
 */
type Outcome = 'done' | 'refused' | 'failed' | 'cut before' | 'cut after'
type Post = Readonly<{ form: number; code: number; outcome: Outcome }>

const NEVER = new Promise<TurnAnswer>(() => undefined)
const askedOf = ({ form, code }: Post, codes: readonly string[]): TurnAsked => ({
  brick: 'plain',
  command: 'forget',
  input: { code: codes[code] ?? 'abcd efgh jkmn' },
  by: 'keeper',
  id: `${form} ${code}`,
  lang: 'fr',
})

/**
 * A writer over a real log: a turn that is done keeps its answer in the log, as `turn.ts` does;
 * each is decided a moment later.
 */
function writer(outcomeOf: (asked: TurnAsked) => Outcome) {
  const log = openMemory()
  const done: string[] = []
  const turn = async (asked: TurnAsked): Promise<TurnAnswer> => {
    const outcome = outcomeOf(asked)
    await Promise.resolve()
    const kept = answerKept({ log }, asked.id)
    if (kept) return kept
    if (outcome === 'cut before') return NEVER
    if (outcome === 'refused') return { done: false, refused: { code: 'nothingThere' } }
    if (outcome === 'failed') return { done: false, failed: { is: 'fault', reference: 'abcd' } }
    const answer = { done: true, next: `/apres/${done.length}` } as const
    log.sql.run('INSERT INTO answer VALUES (?, ?)', asked.id, JSON.stringify(answer))
    done.push(asked.id)
    return outcome === 'cut after' ? NEVER : answer
  }
  return { log, turn, done }
}

const outcome = fc.constantFrom<Outcome>('done', 'refused', 'failed', 'cut before', 'cut after')
const post = fc.record({ form: fc.nat(4), code: fc.nat(3), outcome })
/** Posts that come together; when one is cut, the box starts again after them. */
const life = fc.array(fc.array(post, { minLength: 1, maxLength: 4 }), { maxLength: 8 })

test(
  'law: a code is spent if and only if its turn is done, whatever is refused, fails, is ' +
    'posted twice, or is cut',
  () =>
    fc.assert(
      fc.asyncProperty(life, async batches => {
        const local = openLocal(':memory:')
        const codes = newCodes(local).slice(0, 3)
        let now: ReadonlyMap<string, Outcome> = new Map()
        const { log, turn, done } = writer(asked => now.get(asked.id) ?? 'failed')
        const start = () => codedTurns(local, log, turn, new Set(['plain.forget']))
        let ask = start()
        for (const posts of batches) {
          // One turn has one outcome, however often it is posted at once.
          now = new Map(posts.map(one => [`${one.form} ${one.code}`, one.outcome]))
          const answers = posts.map(one => ask(askedOf(one, codes)))
          await Promise.all(
            answers.map(one => Promise.race([one, new Promise(resolve => setImmediate(resolve))])),
          )
          if ([...now.values()].some(one => one.startsWith('cut'))) {
            settleHeldCodes(local, id => answerKept({ log }, id) !== undefined)
            ask = start()
          }
          for (const [i, code] of codes.entries()) {
            const spentBy = done.filter(id => id.endsWith(` ${i}`)).length
            assert.ok(spentBy <= 1, 'one code, one turn')
            const free = holdCode(local, code, 'look')
            if (free) freeHeldCode(local, 'look')
            assert.equal(free, spentBy === 0)
          }
          assert.ok(!done.some(id => id.endsWith(' 3')), 'what is no code opens nothing')
        }
        local.db.close()
        log.db.close()
      }),
      { numRuns: 100 },
    ),
)

test('the same form posted twice, at once or later, gets the same answer and spends one code', async () => {
  const local = openLocal(':memory:')
  const codes = newCodes(local)
  const { log, turn } = writer(() => 'done')
  const ask = codedTurns(local, log, turn, new Set(['plain.forget']))
  const one = askedOf({ form: 1, code: 0, outcome: 'done' }, codes)
  const answers = [...(await Promise.all([ask(one), ask(one)])), await ask(one)]
  assert.deepEqual(answers[0], { done: true, next: '/apres/0' })
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.equal(codesLeft(local), 9)
  const other = await ask(askedOf({ form: 2, code: 0, outcome: 'done' }, codes))
  assert.ok('refused' in other && other.field === 'code', 'another form needs another code')
})

test(
  'a code that was held when the plug was pulled is held on the disk, and no other turn takes ' +
    'it before the next start',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-code-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const local = openLocal(join(folder, 'local.db'))
    const [mine = '', other = ''] = newCodes(local)
    assert.ok(holdCode(local, mine, 'first') && holdCode(local, other, 'second'))
    const again = openLocal(join(folder, 'local.db'))
    assert.ok(!holdCode(again, mine, 'third') && !spendCode(again, mine))
    settleHeldCodes(again, turn => turn === 'first')
    assert.deepEqual([spendCode(again, mine), spendCode(again, other)], [false, true])
    for (const one of [local, again]) one.db.close()
  },
)

test(
  'after a failing disk, the next start asks the log: a freed code whose turn was done ' +
    'is spent',
  () => {
    const local = openLocal(':memory:')
    const [code = ''] = newCodes(local)
    assert.ok(holdCode(local, code, 'one'))
    freeHeldCode(local, 'one')
    settleHeldCodes(local, turn => turn === 'one')
    assert.equal(spendCode(local, code), false)
  },
)

test('each command that can’t be undone says so, and by nothing else', () => {
  using box = testBox()
  assert.deepEqual([...codedOf(box.source.bricks)].toSorted(), [
    'asking.erase',
    'harvest.forgetHarvest',
    'members.forgetMember',
    'plain.forget',
    'plain.forgetLeftAside',
    'plain.forgetSent',
    'privacy.eraseNumber',
    'sync.believe',
    'sync.dismiss',
    'sync.grant',
    'sync.recognise',
  ])
})
