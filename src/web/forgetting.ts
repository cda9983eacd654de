import type { Forgetting } from '../core/brick.ts'
import { keyOf, type WriteName } from '../core/merge.ts'
import { proseState } from '../core/prose.ts'
import { SPACES } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import { forgetValue, writesToForget } from '../log/forget.ts'
import { row } from '../log/log.ts'
import { proseUpdate } from '../projection/show.ts'
import type { House } from './turn.ts'

/** So many names fit in one value. */
const MOST_FORGOTTEN = 1_000

/** Requests to forget, one a space and a thousand writes: they name the writes, and stand in the same feeds as they do. */
export function forgetDrafts(house: House, what: Forgetting, newId: () => string): readonly Appending[] {
  const all = writesToForget(house.log, what.type, what.record, what.field)
  const shown = what.past ? headsOf(house, what) : new Set<string>()
  const names = all.filter(name => !shown.has(keyIn(name.field.split('.').at(-1) ?? '', name)))
  const requests = SPACES.flatMap(space => {
    const mine = names.filter(name => name.feed.endsWith(`.${space}`))
    return Array.from({ length: Math.ceil(mine.length / MOST_FORGOTTEN) }, (_, i): Appending => {
      const some = forgetValue(mine.slice(i * MOST_FORGOTTEN, (i + 1) * MOST_FORGOTTEN))
      return { type: 'forget', record: newId(), space, fields: { writes: { value: some, over: [] } } }
    })
  })
  return what.past ? [...requests, ...bases(house, what)] : requests
}

/** One change writes several fields: a write is told by its field too. */
const keyIn = (field: string, name: WriteName): string => `${field} ${keyOf(name)}`

/** What still shows of a record: it stays when only the past is forgotten. */
function headsOf({ log }: House, { type, record, field }: Forgetting): ReadonlySet<string> {
  const rows = SPACES.map(space => row(log, type, record, space))
  const merged = rows.flatMap(fields => [...fields]).filter(([name]) => field === undefined || name === field)
  return new Set(merged.flatMap(([name, one]) => one.heads.map(head => keyIn(name, head.name))))
}

/**
 * A long text keeps what it says today and lets go of how it came to say it: a base holds the state without what was deleted,
 * with Yjs's own ids so that late edits still apply, over every update that it replaces; their flesh goes with it.
 */
function bases({ log, types }: House, { type, record, field }: Forgetting): readonly Appending[] {
  const prose = Object.entries(types.get(type)?.fields ?? {}).filter(
    ([name, of]) => of.kind === 'prose' && (field === undefined || name === field),
  )
  return SPACES.flatMap(space => {
    const fields = row(log, type, record, space)
    return prose.flatMap(([name]): Appending[] => {
      const heads = fields.get(name)?.heads ?? []
      const updates = heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)
      if (heads.length < 1 || updates.length < heads.length) return []
      const value = { yjs: Buffer.from(proseState(updates)).toString('base64') }
      return [{ type: 'base', record, space, fields: { [`${type}.${name}`]: { value, over: heads.map(head => head.name) } } }]
    })
  })
}
