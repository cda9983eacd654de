import { lending } from '../../src/bricks/lending/brick.ts'
import { cellName } from '../../src/bricks/lending/model/shares/commands-notebook.ts'
import { engagementsOf, plansOf } from '../../src/bricks/lending/model/shares/read.ts'
import { members } from '../../src/bricks/members/brick.ts'
import type { Input } from '../../src/core/form/input.ts'
import { type TestEngine, testEngine } from './test-engine.ts'

/** A press that several households share, and its first year. */

const PRESS = { title: 'Pressoir', kind: 'machine', commune: '42195', unit: 'hour' }
/** What its first year costs, as the form says it. */
export const YEAR = {
  ...{ name: '2026', firstOn: '2026-01-01', lastOn: '2026-12-31' },
  ...{ counts: 'money', unit: 'hour', fixedBy: 'engaged' },
  ...{ price: '2 400 €', years: '8', insurance: '60', upkeep: '2', calls: '2' },
}
type Pressing = TestEngine &
  Readonly<{
    id: string
    plan: string
    paul: string
    nadia: string
    at: (command: string, input?: Input, as?: object) => ReturnType<TestEngine['turn']>
    in: (path: string, as?: object) => string
    part: (name: string) => string
  }>

/** A press; Paul is in charge of it; its first year, with these households and Nadia. */
export function pressing(
  households: readonly string[] = ['Chez Marc'],
  year: Input = YEAR,
): Pressing {
  const box = testEngine({ bricks: [members, lending] })
  const [paul = '', nadia = ''] = ['Paul', 'Nadia'].map(name =>
    box.bring('member', { name, state: 'here' }, 'home'),
  )
  const id = box.bring('thing', PRESS)
  box.bring('charge', { person: paul, over: id, since: '2026-01-01' }, 'home')
  box.done('lending.openYear', { id, ...year })
  const plan = plansOf(box.read, id)[0]?.id ?? ''
  const at: Pressing['at'] = (command, input = {}, as = {}) =>
    box.turn(`lending.${command}`, { id, plan, ...input }, as)
  const engage = (who: string): unknown => at('engage', { who, parts: '5' })
  for (const who of ['Nadia', ...households]) engage(who)
  const part = (name: string): string => {
    const row = engagementsOf(box.read, plan).find(({ who, member }) =>
      name === 'Nadia' ? member === nadia : who === name,
    )
    return row?.id ?? ''
  }
  const page: Pressing['in'] = (path, as = { by: 'keeper' }) =>
    (box.page(`/preter/${id}/frais${path.replace('PLAN', plan)}`, as) ?? '').replace(
      /[\u00a0\u202f]/g,
      ' ',
    )
  return { ...box, id, plan, paul, nadia, at, in: page, part }
}
/** A line of a form of the notebook. */
export const lineOf = (line: number, cells: Input): Input =>
  Object.fromEntries(Object.entries(cells).map(([cell, said]) => [cellName(cell, line), said]))
