/**
 * The floors of the house, lowest first, and what each may import. `bin/check-rooms.ts` holds the
 * code against this table.
 *
 * Shape   `rooms`: the floors that it may import besides itself · `packages`: npm packages; `*` is
 *         any · `node`: whether it may import `node:` modules. A brick is five rooms: `brick.ts`
 *         and words at its root, `model`, `pages`, `server`; `bricks/model` names its own model.
 */
export type Room = Readonly<{
  what: string
  rooms: readonly string[]
  packages: readonly string[]
  node: boolean
}>
const words = (text: string): readonly string[] => text.split(' ').filter(Boolean)
const room = (what: string, rooms: string, packages = '', node = false): Room => ({
  what,
  rooms: words(rooms),
  packages: words(packages),
  node,
})

const PURE = 'core text contract'
const KEEPS = 'zip log projection files sync engine'
const SHOWS = 'ui paper reading'
const AROUND = 'machine backup release data places'
const BRICK = 'bricks/words bricks/model bricks/pages'

/** Floors that do one kind of work together, lowest first: how diagrams and people name them. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  pure: words(PURE),
  'keeps and writes': words(KEEPS),
  shows: words(SHOWS),
  HTTP: ['web'],
  around: words(AROUND),
  bricks: words(`${BRICK} bricks/server bricks`),
  program: words('app dev cli'),
}

export const ROOMS: Readonly<Record<string, Room>> = {
  core: room(
    'wire and merge, schema and forms',
    '',
    'yjs opening_hours rrule-temporal snowball-stemmers',
  ),
  text: room('French text: names, numbers, recognition of notes', 'core'),
  contract: room('what a brick may see of the house', 'core text'),
  zip: room('ZIP archives, read and written piece by piece', '', 'fflate', true),
  log: room('entries on disk', 'core', '', true),
  projection: room('the log as tables', 'core text contract log', '', true),
  files: room(
    'the data folder: its lock, its files, what is large',
    'core text contract log',
    'age-encryption',
    true,
  ),
  sync: room(
    'box to box: bundles, meetings, trust',
    `${PURE} zip log projection files`,
    'age-encryption @noble/curves @scure/base multicast-dns',
    true,
  ),
  engine: room(
    'turns, what waits, forgetting, letters, the writer',
    `${PURE} zip log projection files sync`,
    '',
    true,
  ),
  ui: room('data as HTML', PURE, 'd3-geo d3-delaunay uqr'),
  paper: room('data as PDF', `${PURE} ui`, '@myriaddreamin/typst-ts-node-compiler', true),
  reading: room(
    'a file or an address as text or rows',
    `${PURE} zip`,
    'mammoth fflate csv-parse linkedom',
    true,
  ),
  web: room(
    'HTTP',
    `${PURE} ${KEEPS} ${SHOWS}`,
    '@fastify/busboy hono sharp reflect-metadata @peculiar/x509',
    true,
  ),
  places: room(
    'communes: names and outlines',
    'core text',
    '@leeoniya/ufuzzy csv-parse geojson',
    true,
  ),
  release: room(
    'versions of the program, signed',
    'core text contract log files reading',
    '',
    true,
  ),
  machine: room(
    'the computer that holds the page',
    'core text contract log files release',
    '',
    true,
  ),
  backup: room(
    'saved, checked, put back',
    `${PURE} zip log projection files sync engine`,
    '',
    true,
  ),
  data: room('open data in and out', `${PURE} ${KEEPS} ui reading web places`, 'hono fflate', true),
  'bricks/words': room('what people read of a brick', `${PURE} ui bricks/model`),
  'bricks/model': room('records, commands, rules, projection of a brick', `${PURE} bricks/words`),
  'bricks/pages': room(
    'pages, prints and slots of a brick',
    `${PURE} ui bricks/words bricks/model`,
  ),
  'bricks/server': room(
    'routes, threads and verbs of a brick',
    `${PURE} ${KEEPS} ${SHOWS} web ${AROUND} ${BRICK}`,
    'hono',
    true,
  ),
  bricks: room(
    'what a brick declares, and the server part attached to it (web/served.ts)',
    `${PURE} ui web ${BRICK} bricks/server`,
  ),
  app: room(
    'the composition: which bricks, which server',
    `${PURE} ${KEEPS} ${SHOWS} web ${AROUND} bricks bricks/model dev`,
    '*',
    true,
  ),
  dev: room(
    'the demonstration, the storybook',
    `${PURE} ${KEEPS} ${SHOWS} web ${AROUND} ${BRICK} bricks bricks/server app seeds`,
    '*',
    true,
  ),
  cli: room(
    'what people type',
    `${PURE} ${KEEPS} ${SHOWS} web ${AROUND} bricks bricks/server app dev`,
    '*',
    true,
  ),
}

/** The room of a file of `src/`. */
export function roomOf(file: string): string {
  const [top = '', first = '', , inside] = file.split('/')
  if (top !== 'src') return top
  if (first !== 'bricks') return first
  const part = file.split('/')[3] ?? ''
  return inside !== undefined &&
    ['words', 'model', 'pages', 'server'].includes(part) &&
    file.split('/').length > 4
    ? `bricks/${part}`
    : 'bricks'
}
