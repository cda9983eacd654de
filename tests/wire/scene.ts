import type { Space } from '../../src/core/schema.ts'
import { recordId } from './boxes.ts'
import {
  at,
  boxes,
  type Carried,
  carried,
  epochs,
  type Made,
  need,
  vector,
  type Who,
  type WireVector,
  type Writing,
} from './making.ts'
import { namedOf, sortedTips } from './replay-sets.ts'

/**
 * What sets of entries come to. Every outcome is written here by hand, from docs/wire-format.md,
 * and held against the log by vectors.test.ts: which entry shows, which stand in conflict, which
 * wait.
 */
export type Label = string
/**
 * `shown`: the label of the write that shows, null for none; `text`: of a long text. A label is an
 * entry's, `#1` its second change.
 */
export type Outcome = Readonly<{
  field?: string
  n?: number
  type?: string
  space?: Space
  shown?: Label | null
  text?: string | null
  heads: readonly Label[]
  conflict?: readonly Label[]
  waiting?: readonly Label[]
  hides?: boolean
  askedBy?: Who
}>
export type Asked = readonly [who: Who, space: Space, seq: number, index: number, field: string]
export type Scene = Readonly<{
  shows: string
  made: Readonly<Record<Label, Made | Carried>>
  /** Labels in the order of arrival, each with what the door answers when it is not `taken`. */
  arrive?: readonly (Label | readonly [Label, string])[]
  reader?: number
  come: readonly Outcome[]
  /** The entries whose flesh is forgotten; the others keep all of theirs. */
  gone?: readonly Label[]
  /** Who asks, and of whom, what waits for the reader’s keeper. */
  asks?: readonly Readonly<{ by: Who; names: readonly Asked[] }>[]
}>
const isMade = (one: Made | Carried): one is Made => 'entry' in one
const shown = (one: Made | Carried): Carried => (isMade(one) ? carried(one) : one)

function writeOf(
  scene: Scene,
  label: Label,
): { name: ReturnType<typeof namedOf>; made: Made; index: number } {
  const [named, index = '0'] = label.split('#')
  const made = scene.made[named!] as Made
  return { made, index: Number(index), name: namedOf(at(made, Number(index))) }
}
function valueAt(scene: Scene, label: Label, field: string): unknown {
  const { made, index } = writeOf(scene, label)
  return JSON.parse(
    made.flesh.find(one => one.index === index && one.field.split('.').at(-1) === field)!.value,
  )
}
function outcomeOf(scene: Scene, outcome: Outcome): unknown {
  const {
    field = 'title',
    shown: label = null,
    text,
    heads,
    conflict = [],
    waiting = [],
    hides,
    askedBy,
  } = outcome
  const names = (labels: readonly Label[]) => labels.map(one => writeOf(scene, one).name)
  return {
    ...(text === undefined
      ? {
          shown:
            label === null
              ? null
              : { value: valueAt(scene, label, field), write: writeOf(scene, label).name },
        }
      : { text }),
    heads: names(heads),
    ...(text === undefined ? { conflict: names(conflict), waiting: names(waiting) } : {}),
    ...(hides === undefined ? {} : { hides }),
    ...(askedBy === undefined ? {} : { askedBy: boxes[askedBy].name }),
  }
}
/** By feed, the last entry of each branch that was taken. */
function vectorsOf(
  scene: Scene,
  taken: readonly Label[],
): Readonly<Record<'commons' | 'network', unknown>> {
  const out: Record<string, Record<string, [number, string][]>> = { commons: {}, network: {} }
  const all = taken
    .map(label => scene.made[label])
    .filter((one): one is Made => one !== undefined && isMade(one))
  for (const { entry, name } of new Set(all)) {
    const isLast = !all.some(
      one =>
        one.entry.feed === entry.feed &&
        one.entry.seq === entry.seq + 1 &&
        one.entry.prev.startsWith(name.hash8.slice(0, 10)),
    )
    const feeds = out[entry.feed.split('.')[2]!]
    if (isLast && feeds) (feeds[entry.feed] ??= []).push([entry.seq, name.hash8])
  }
  return { commons: sortedTips(out['commons']!), network: sortedTips(out['network']!) }
}
export function sceneVector(name: string, scene: Scene): WireVector {
  const arrive = (scene.arrive ?? Object.keys(scene.made)).map(one =>
    typeof one === 'string' ? ([one, 'taken'] as const) : one,
  )
  const entries = Object.fromEntries(
    Object.entries(scene.made).map(([label, one]) => [label, shown(one)]),
  )
  const fields = scene.come.map(
    ({ field = 'title', n = 1, type = 'need', space = 'commons', text }) => ({
      type,
      record: recordId(n),
      space,
      field,
      ...(text === undefined ? {} : { prose: true }),
    }),
  )
  const given = {
    reader: scene.reader ?? 9,
    entries,
    arrive: arrive.map(([label]) => label),
    fields,
  }
  const taken = arrive.filter(([, door]) => door !== 'gap').map(([label]) => label.split('-')[0]!)
  return vector('set', name, scene.shows, given, {
    doors: arrive.map(([, door]) => door),
    fields: scene.come.map(outcome => outcomeOf(scene, outcome)),
    vector: vectorsOf(scene, taken),
    flesh: Object.fromEntries(
      arrive.flatMap(([label, door]) =>
        door === 'gap'
          ? []
          : [
              [
                label,
                (scene.gone ?? []).includes(label)
                  ? 0
                  : shown(scene.made[label.split('-')[0]!]!).flesh.length,
              ],
            ],
      ),
    ),
    asks: (scene.asks ?? []).map(({ by, names }) => ({
      by: boxes[by].name,
      names: names.map(askedName),
    })),
  })
}

export const title = (value: string, ...over: readonly Made[]): Writing =>
  need({ title: { value, over: over.map(one => one.name) } })
const askedName = ([who, space, seq, index, field]: Asked) => [
  `${boxes[who].name}.${epochs[who]}.${space}`,
  seq,
  index,
  field,
]
export const forgetting = (...names: readonly Asked[]): Writing => ({
  type: 'forget',
  record: recordId(90),
  fields: {
    writes: { value: names.map(askedName) },
  },
})
