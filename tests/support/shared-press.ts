import assert from 'node:assert/strict'
import { PATH } from '../../src/bricks/lending/model/records-thing.ts'
import { partsOf, plansOf } from '../../src/bricks/lending/model/shares/read.ts'
import { settled, yearOf } from '../../src/bricks/lending/model/shares/year.ts'
import type { Member, TestBox } from './test-box.ts'

/** A press that several share for years, through HTTP. */

export type FormFields = Readonly<Record<string, string | readonly string[]>>
export const SURE = { sur: '1' }
export const ofYear = (name: string, more: FormFields = {}): FormFields => ({
  ...{ name, firstOn: `${name}-01-01`, lastOn: `${name}-12-31` },
  ...{ counts: 'money', unit: 'hour', fixedBy: 'equal' },
  ...more,
})

export type SharedPress = Readonly<{
  id: string
  nadia: Member
  /** Posts under the newest year, or the one of that name; whether it was done. */
  at: (path: string, fields?: FormFields, name?: string) => Promise<void>
  refused: (path: string, fields: FormFields, name: string) => Promise<string>
  page: (path?: string, name?: string) => Promise<string>
  open: (name: string, more?: FormFields) => Promise<void>
  part: (who: string, name?: string) => string
  balances: (name?: string) => Readonly<Record<string, number>>
}>
/** A press that Nadia, who has a card, shares with Marc and Luce since 2024. */
export async function shared(box: TestBox, more: FormFields = {}): Promise<SharedPress> {
  box.territory()
  const id = box.bring('thing', { title: 'Pressoir', kind: 'machine', unit: 'hour', meter: 'h' })
  const nadia = await box.member('Nadia')
  const plans = () => plansOf(box.read, id)
  const plan = (name?: string) => plans().find(one => !name || one.name === name)!
  const pathOf = (path: string, name?: string): string =>
    `${PATH}/${id}/frais/${plan(name).id}${path === '' ? '' : `/${path}`}`
  const post = (path: string, fields: FormFields = {}) => {
    box.later(60_000)
    return box.keeper.post(path, fields)
  }
  const done = async (path: string, fields?: FormFields): Promise<void> => {
    const answer = await post(path, fields)
    assert.equal(answer.status, 303, answer.text.slice(0, 600))
  }
  const open: SharedPress['open'] = (name, other = {}) =>
    done(`${PATH}/${id}/frais`, { ...ofYear(name, { ...more, ...other }), reprendre: '1' })
  const at: SharedPress['at'] = (path, fields, name) => done(pathOf(path, name), fields)
  const nameOf = ({ member, who }: { member: string | null; who: string | null }): string =>
    who ?? (member === nadia.id ? 'Nadia' : 'gone')
  await open('2024')
  for (const who of ['Nadia', 'Marc', 'Luce']) await at('engager', { who, parts: '5' })
  return {
    ...{ id, nadia, at, open },
    refused: async (path, fields, name) => {
      const answer = await post(pathOf(path, name), fields)
      assert.notEqual(answer.status, 303)
      return answer.text
    },
    page: async (path = '', name) => (await box.keeper.get(pathOf(path, name))).text,
    part: (who, name) =>
      partsOf(box.read, plan(name).id).find(row => nameOf(row) === who)?.id ?? '',
    balances: name => {
      const year = yearOf(box.read, plan(name))
      const { accounts, departed } = settled(box.read, year)
      const own = accounts.map(({ balance }, n) => [nameOf(year.holders[n]!.row), balance] as const)
      const left = departed.map(({ row, balance }) => [`${nameOf(row)}, left`, balance] as const)
      return Object.fromEntries([...own, ...left])
    },
  }
}
export const cost = (what: string, amount: string, day: string, by = ''): FormFields => ({
  ...{ what, amount, day, part: 'fixed', advancedBy: by },
})
