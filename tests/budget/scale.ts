import { bricks } from '../../src/app/bricks.ts'
import { openPages, type Pages } from './box.ts'
import type { Counter } from './count.ts'

/** What a page asks of SQLite, at each of two sizes of one village. */
export type Scaled = Readonly<{ name: string; small: Asked; large: Asked }>
export type Asked = Readonly<Record<Counted, number> & { seen: readonly string[] }>
type Counted = Exclude<Counter, 'bytes'>

/** So much more at four times the records. Units: instructions of SQLite's virtual machine. */
const mayGrowTo = (steps: number): number => Math.round(1.3 * steps + 500)
const MOST_SCANNED = 100
/** One statement a line is a fault. */
const statementsOf = (name: string): number =>
  name === '/' ? 60 : name.startsWith('a ') ? 30 : (MOST_STATEMENTS[name.split('?')[0]!] ?? 25)
const MOST_STATEMENTS: Readonly<Record<string, number>> = {
  '/annonces': 20,
  '/agenda': 20,
  '/carte': 15,
}

/** What a page may ask beyond, of the larger box. */
type Beyond = Readonly<
  Partial<Record<'statements' | 'steps' | 'scanned', number>> & { why: string }
>
const EXCEPTIONS: Readonly<Record<string, Beyond>> = {
  '/': {
    statements: 184,
    steps: 31_200,
    scanned: 390,
    why: 'sections of every brick; six notices are argued; themes and communes are read whole',
  },
  '/annonces': {
    statements: 27,
    steps: 19_000,
    why: 'counts the notices of each place of the map',
  },
  '/annuaire/lieux': {
    steps: 5_800,
    scanned: 180,
    why: 'letters stand over the list: each name is counted under its own',
  },
  '/annuaire/acteurs': {
    steps: 9_100,
    scanned: 330,
    why: 'letters stand over the list: each name is counted under its own',
  },
  '/a-confirmer': {
    statements: 67,
    steps: 2_400,
    why: 'one line for each thing to confirm, a hundred at most, each with its answers',
  },
  '/carte': {
    statements: 26,
    steps: 38_000,
    scanned: 400,
    why: 'shows what lies on the map, up to a bound for each kind',
  },
  '/agenda': {
    statements: 60,
    steps: 11_000,
    why: 'two hundred lines at most, of the days that are to come',
  },
  '/idees': { statements: 140, scanned: 160, why: 'counts the stories that go on' },
  '/idees/idee': { steps: 3_500, scanned: 130, why: 'counts the ideas' },
  '/mot': { scanned: 150, why: 'lists the people to whom a word may be left' },
  '/diagnostic': {
    statements: 180,
    steps: 280_000,
    scanned: 900,
    why: 'figures over the whole territory',
  },
  '/veilleuse': {
    statements: 76,
    steps: 68_000,
    scanned: 3_500,
    why: 'a screen that goes round every notice and photo',
  },
  '/annonces?genre=propose': {
    statements: 26,
    steps: 17_000,
    why: 'counts the offers of each place of the map',
  },
  '/annonces?genre=cherche': {
    statements: 26,
    why: 'counts the needs of each place of the map',
  },
  '/chercher?q=broyeur+%C3%A0+v%C3%A9g%C3%A9taux': {
    statements: 80,
    steps: 11_000,
    why: 'ranks what holds the words, up to a bound, and asks each brick for a line of its hits',
  },
  '/chercher?q=atelier+v%C3%A9lo+samedi': {
    statements: 180,
    steps: 16_500,
    why: 'ranks what holds the words, up to a bound, and asks each brick for a line of its hits',
  },
  '/chercher?q=palettes': {
    statements: 75,
    steps: 10_500,
    why: 'ranks what holds the words, up to a bound, and asks each brick for a line of its hits',
  },
  'a offer': {
    statements: 103,
    steps: 9_700,
    why: 'what meets a notice is argued, up to a hundred others',
  },
  'a need': {
    statements: 120,
    steps: 26_000,
    why: 'what meets a notice is argued, up to a hundred others',
  },
  'a theme': { statements: 251, steps: 15_000, why: 'lists what stands under it, of each type' },
  'a actor': { statements: 67, why: 'asks each brick what it holds of a body' },
  'a place': { statements: 81, why: 'asks each brick what it holds of a place' },
  'a initiative': { statements: 68, why: 'asks each brick what it holds of a project' },
  'a event': { statements: 61, why: 'asks each brick what it holds of an event' },
  '/annuaire': { statements: 31, why: 'one line for each record of a page' },
  '/annuaire/projets': { statements: 55, why: 'names who carries each project of a page' },
  '/nouvelles': { statements: 46, why: 'one line for each piece of news' },
  'a idea': { statements: 53, why: 'asks each brick what it holds of an idea' },
}

/** Pages that ask more than they may, and exceptions that are too wide. */
export function faultsOf(
  all: readonly Scaled[],
  exceptions: Readonly<Record<string, Beyond>> = EXCEPTIONS,
): Readonly<{ faults: readonly string[]; mayGoDown: readonly string[] }> {
  const [faults, mayGoDown] = [[] as string[], [] as string[]]
  const said = (n: number): string => n.toLocaleString('en')
  for (const { name, small, large } of all) {
    const most = {
      statements: statementsOf(name),
      steps: mayGrowTo(small.steps),
      scanned: MOST_SCANNED,
    }
    for (const what of ['statements', 'steps', 'scanned'] as const) {
      const [is, beyond] = [large[what], exceptions[name]?.[what]]
      if (beyond !== undefined && is <= most[what])
        faults.push(`${name} needs no exception for ${what}: ${said(is)} of ${said(most[what])}`)
      else if (beyond !== undefined && is < 0.8 * beyond)
        mayGoDown.push(`${name}: ${what} is ${said(is)}; its exception of ${said(beyond)} is wide`)
      if (is > (beyond ?? most[what]))
        faults.push(
          `${name}: ${what} is ${said(is)}, above ${said(beyond ?? most[what])}. It is made of:`,
          ...large.seen.map(line => `    ${line}`),
        )
    }
  }
  const known = new Set(all.map(({ name }) => name))
  for (const name of Object.keys(exceptions))
    if (!known.has(name)) faults.push(`no page is called ${name}: its exception is for nothing`)
  return { faults, mayGoDown }
}

/** Of each type so many records are read, from the oldest to the newest; the dearest counts. */
const OF_EACH = 5
const SEARCHES = ['broyeur à végétaux', 'atelier vélo samedi', 'palettes']
const found = (q: string): string => `/chercher?${new URLSearchParams({ q })}`

/** The addresses that a visitor finds: pages without a name in them, lists, searches, records. */
export function addresses(pages: Pages): ReadonlyMap<string, readonly string[]> {
  const plain = bricks
    .flatMap(brick => brick.pages.map(({ path }) => path))
    .filter(path => !path.includes(':'))
  const lists = ['/annonces?genre=propose', '/annonces?genre=cherche', ...SEARCHES.map(found)]
  const alone = ['/', ...new Set(plain), ...lists].map(path => [path, [path]] as const)
  const records = bricks.flatMap(brick => brick.records)
  const each = records.flatMap(({ name, path }) =>
    path === undefined
      ? []
      : [[`a ${name}`, spread(pages.ids(name)).map(id => `${path}/${id}`)] as const],
  )
  return new Map<string, readonly string[]>([...alone, ...each])
}
const spread = (ids: readonly string[]): readonly string[] =>
  ids.length <= OF_EACH
    ? ids
    : Array.from(
        { length: OF_EACH },
        (_, n) => ids[Math.floor(((n + 0.5) / OF_EACH) * ids.length)]!,
      )

/** What a page asks of a server that was just started; undefined where it is not shown. */
async function askedBy(folder: string, path: string): Promise<Asked | undefined> {
  const pages = openPages(folder)
  try {
    pages.count.clear()
    await pages.ask(path)
    const { statements, rows, steps, scanned } = pages.count
    return { statements, rows, steps, scanned, seen: pages.count.most('steps') }
  } catch (error) {
    if (/^Error: \S+: (?:30|40)\d /.test(String(error))) return undefined
    throw error
  } finally {
    pages.close()
  }
}

/** Each address that both boxes show. */
export async function measureScale(
  boxes: Readonly<Record<'small' | 'large', string>>,
): Promise<readonly Scaled[]> {
  const all = { small: await askedIn(boxes.small), large: await askedIn(boxes.large) }
  return [...all.large].flatMap(([name, large]) => {
    const small = all.small.get(name)
    return small ? [{ name, small, large }] : []
  })
}
async function askedIn(folder: string): Promise<ReadonlyMap<string, Asked>> {
  const pages = openPages(folder)
  const paths = addresses(pages)
  pages.close()
  const all = new Map<string, Asked>()
  for (const [name, each] of paths)
    for (const path of each) {
      const asked = await askedBy(folder, path)
      if (asked && asked.steps > (all.get(name)?.steps ?? -1)) all.set(name, asked)
    }
  return all
}
