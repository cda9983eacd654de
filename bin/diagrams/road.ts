import { type Area, area, arrow, drawing, text, WIDTH } from './svg.ts'
import { ANSWERED, OTHERS, PAGE, POSTED, type Step, type Thread, WRITER } from './threads.ts'

/** Two columns, one a thread; what goes from one to the other is an arrow across. */
const [LEFT, RIGHT, BOX, GAP, LINE] = [12, 250, 198, 22, 19]
const TOP = 62

const heightOf = (step: Step): number => 16 + (2 + step.says.length) * LINE

type Placed = Readonly<{ step: Step; at: Area }>
function column(steps: readonly Step[], x: number, top: number, gap = GAP): readonly Placed[] {
  let y = top
  return steps.map(step => {
    const at = { x, y, width: BOX, height: heightOf(step) }
    y += at.height + gap
    return { step, at }
  })
}
const endOf = ({ at }: Placed): number => at.y + at.height
const middle = ({ at }: Placed): number => at.y + at.height / 2

function boxOf({ step, at }: Placed): readonly string[] {
  const [x, y] = [at.x + 12, at.y + 23]
  const lines = [...step.says, step.where].map((said, n) =>
    text({ x, y: y + (n + 1) * LINE, look: 'soft' }, said),
  )
  return [
    area(step.key ? 'key' : 'box', at, 6),
    text({ x, y, look: 'strong' }, step.title),
    ...lines,
  ]
}

const down = (all: readonly Placed[]): readonly string[] =>
  all.slice(1).map((next, n) => {
    const x = next.at.x + BOX / 2
    return arrow({ from: [x, endOf(all[n] as Placed)], to: [x, next.at.y] })
  })

function threadOf({ does, ends, where }: Thread, y: number): readonly string[] {
  return [
    text({ x: LEFT, y }, does),
    text({ x: LEFT, y: y + LINE, look: 'soft' }, `${ends} · ${where.split('/').at(-1)}`),
  ]
}

export function roadDrawn(): string {
  const writer = column(WRITER, RIGHT, TOP)
  const [queue, last] = [writer[0] as Placed, writer.at(-1) as Placed]
  const posted: Placed = { step: POSTED, at: { ...queue.at, x: LEFT, height: heightOf(POSTED) } }
  const across = middle(posted)
  const answered: Placed = {
    step: ANSWERED,
    at: { ...last.at, x: LEFT, height: heightOf(ANSWERED), y: endOf(last) - heightOf(ANSWERED) },
  }
  const back = middle(answered)
  const page = column(PAGE, LEFT, endOf(posted) + 92)
  const others = endOf(last) + 62
  const height = others + OTHERS.length * 48
  return drawing({
    title: 'The road of a command, the road of a page, and the threads',
    about: [...[POSTED, ...WRITER, ANSWERED], ...PAGE, ...OTHERS]
      .map(one => ('title' in one ? `${one.title} (${one.where}).` : `${one.does}, ${one.ends}.`))
      .join(' '),
    height,
    pieces: [
      area('band', { x: RIGHT - 14, y: 0, width: WIDTH - RIGHT + 14, height: endOf(last) + 14 }),
      text({ x: LEFT, y: 30, look: 'strong' }, 'Main thread'),
      text({ x: LEFT, y: 48, look: 'soft' }, 'HTTP, pages, local.db'),
      text({ x: RIGHT, y: 30, look: 'strong' }, 'Writer’s worker'),
      text({ x: RIGHT, y: 48, look: 'soft' }, 'log.db and tables.db'),
      text({ x: LEFT, y: endOf(posted) + 56, look: 'strong' }, 'Meanwhile, a page'),
      text({ x: LEFT, y: endOf(posted) + 76, look: 'soft' }, 'waits for no writing'),
      ...[posted, answered, ...writer, ...page].flatMap(boxOf),
      ...down(writer),
      ...down(page),
      arrow({ from: [LEFT + BOX, across], to: [RIGHT, across] }),
      arrow({ from: [RIGHT, back], to: [LEFT + BOX, back] }),
      text({ x: LEFT, y: others - 24, look: 'strong' }, 'Threads that come when asked for'),
      ...OTHERS.flatMap((one, n) => threadOf(one, others + n * 48)),
    ],
  })
}
