import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection } from '../../../contract/projection.ts'
import { byLetter, inAlphabet, tableOf } from '../../../contract/tables.ts'
import { type RecordType, recordType } from '../../../core/schema.ts'

/**
 * The page's own name and reach. One record a box: its own is believed, then the one with the least
 * id.
 */
export const territory = recordType({
  name: 'territory',
  title: 'name',
  stands: 'page',
  fields: {
    /** What the page is called: *Sail et alentours*. */
    name: { kind: 'text', required: true, ours: true },
    /** The large sentence of the home page; empty: the house's own. */
    heading: { kind: 'text', ours: true },
    /** The commune where the box stands. */
    village: { kind: 'commune', required: true, ours: true },
    communes: { kind: 'commune', many: true, required: true, ours: true },
    /** Who answers for the page, in a sentence: *Anaïs et Malo, au local le mercredi*. */
    keptBy: { kind: 'text', required: true, ours: true },
    /** How to reach them, as they want it printed. */
    reach: { kind: 'text', ours: true },
    /** Under which licence the directory is published; none until the keeper chooses. */
    licence: { kind: 'choice', choices: ['none', 'licence-ouverte'], ours: true },
  },
})

/**
 * A commune of the territory: facts of INSEE and IGN, carried so that a box needs no other source.
 */
export const commune = recordType({
  name: 'commune',
  title: 'name',
  stands: 'ground',
  fields: {
    code: { kind: 'commune', required: true, unsearched: true, ours: true },
    name: { kind: 'text', required: true, ours: true },
    postalCodes: { kind: 'text', ours: true },
    /** Communes that became part of it: people still write their names. */
    formerNames: { kind: 'text', many: true, unasked: true, ours: true },
    population: { kind: 'number', unit: 'persons', ours: true },
    point: { kind: 'point', ours: true },
    /** GeoJSON geometry (Polygon or MultiPolygon) as text, WGS 84. */
    contour: { kind: 'text', longest: 250_000, unsearched: true, unasked: true, ours: true },
  },
})

export const theme = recordType({
  name: 'theme',
  afterOthers: true,
  title: 'label',
  path: '/themes',
  fields: {
    label: { kind: 'text', required: true, ours: true },
    /** Other words for the same thing, separated by commas: *palettes, chutes, carton*. */
    synonyms: { kind: 'text', ours: true },
    wider: { kind: 'link', to: ['theme'], ours: true },
  },
})

export const actor = recordType({
  name: 'actor',
  counted: true,
  title: 'name',
  path: '/annuaire/acteurs',
  proper: true,
  person: { kind: 'person' },
  first: ['name', 'kind', 'commune', 'reach'],
  fields: {
    name: { kind: 'text', required: true },
    kind: {
      kind: 'choice',
      choices: ['person', 'association', 'company', 'public-body', 'informal-group'],
      required: true,
      filter: true,
    },
    summary: { kind: 'prose' },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    address: { kind: 'text' },
    /** How to reach them, in a sentence: a place and a time, someone who passes it on. */
    reach: { kind: 'text', means: 'reach' },
    /** How the keeper alone reaches them: said on a strip of agreement, shown to nobody else. */
    keptReach: { kind: 'text', space: 'home', means: 'keptReach' },
    phone: { kind: 'phone' },
    email: { kind: 'email' },
    url: { kind: 'url' },
    hours: { kind: 'hours' },
    point: { kind: 'point' },
    /** The point that a person agreed to: another one shows nowhere (agreed-point.ts). */
    pointAgreed: { kind: 'point', unasked: true, unsearched: true, ours: true },
    toConfirm: { kind: 'yesNo', filter: true },
    /** The actor that this one belongs to or works for. */
    partOf: { kind: 'link', to: ['actor'], ties: ['works-for'] },
    /**
     * A person who agreed to stand in the printed booklet: a sheet of paper can't be taken back. A
     * group always stands there.
     */
    inBooklet: { kind: 'yesNo', means: 'printed' },
    /** SIRET or RNA: by which national lists know a body; a person has none. */
    siret: { kind: 'text', longest: 20, unsearched: true },
    photos: { kind: 'files', most: 4 },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
  },
})

export const place = recordType({
  name: 'place',
  counted: true,
  title: 'name',
  path: '/annuaire/lieux',
  proper: true,
  first: ['name', 'kind', 'commune', 'address', 'hours'],
  fields: {
    name: { kind: 'text', required: true },
    kind: {
      kind: 'choice',
      choices: [
        'local',
        'library',
        'school',
        'market',
        'hall',
        'shop',
        'workshop',
        'land',
        'other',
      ],
      filter: true,
    },
    description: { kind: 'prose' },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    address: { kind: 'text' },
    point: { kind: 'point' },
    hours: { kind: 'hours' },
    /** Who is there at these hours: *Anaïs*. */
    present: { kind: 'text' },
    keyHolder: { kind: 'text' },
    missing: { kind: 'text', lacks: true },
    ask: { kind: 'text' },
    phone: { kind: 'phone' },
    url: { kind: 'url' },
    /**
     * The common local stands first. A yes or no is no choice above a list: `filter` only gives it
     * an index.
     */
    shared: { kind: 'yesNo', filter: true },
    toConfirm: { kind: 'yesNo', filter: true },
    /**
     * Whether who makes things may show or sell them there, at what price a place, whom to ask, on
     * what terms.
     */
    exhibitors: { kind: 'yesNo' },
    stallPriceCents: { kind: 'money' },
    stallReach: { kind: 'text' },
    stallConditions: { kind: 'text', longest: 600 },
    photos: { kind: 'files', most: 4 },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
  },
})

export const initiative = recordType({
  name: 'initiative',
  counted: true,
  title: 'title',
  seeks: true,
  path: '/annuaire/projets',
  proper: true,
  spans: [{ from: 'since', to: 'doneOn' }],
  first: ['title', 'summary', 'runBy', 'reach'],
  fields: {
    title: { kind: 'text', required: true },
    summary: { kind: 'prose' },
    state: {
      kind: 'choice',
      choices: ['idea', 'starting', 'running', 'paused', 'done'],
      filter: true,
    },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    place: { kind: 'link', to: ['place'], ties: ['at'] },
    runBy: { kind: 'link', to: ['actor'], many: true, ties: ['runs'] },
    reach: { kind: 'text', means: 'reach' },
    inspiredBy: { kind: 'link', to: ['reference', 'initiative'], many: true, ties: ['inspired'] },
    since: { kind: 'day' },
    doneOn: { kind: 'day' },
    photos: { kind: 'files', most: 4 },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
    /** Who carries it, as the notes say: never wider than this box until they agree. */
    carriedBy: { kind: 'text', space: 'home', means: 'carriers' },
  },
})

export const accessPoint = recordType({
  name: 'access-point',
  title: 'name',
  path: '/annuaire/ordinateurs',
  proper: true,
  first: ['name', 'place', 'commune', 'hours', 'help', 'phone'],
  fields: {
    name: { kind: 'text', required: true },
    place: { kind: 'link', to: ['place', 'actor'], ties: ['at'] },
    commune: { kind: 'commune', filter: true },
    computers: { kind: 'number', unit: 'posts' },
    /** What help is given there, in words. */
    help: { kind: 'text', longest: 1_000 },
    hours: { kind: 'hours' },
    ask: { kind: 'text' },
    phone: { kind: 'phone' },
    email: { kind: 'email' },
    /** SIRET or RNA of who runs it, where its place does not say. */
    siret: { kind: 'text', longest: 20, unsearched: true },
    /**
     * What is done there, as a line of the national list said it: given back to that list, beside
     * what the fields above say.
     */
    services: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** Which list it was taken from, when it is not this page's own. */
    source: { kind: 'text', unsearched: true, unasked: true },
    toConfirm: { kind: 'yesNo', filter: true },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
  },
})

export const partnership = recordType({
  name: 'partnership',
  title: 'about',
  path: '/annuaire/partenariats',
  fields: {
    about: { kind: 'text', required: true },
    between: { kind: 'link', to: ['actor'], many: true, required: true },
    since: { kind: 'day' },
    note: { kind: 'prose' },
  },
})

/** An act: someone said, on a day, that a thing is so, has changed or is gone. */
export const confirmation = recordType({
  name: 'confirmation',
  title: 'said',
  shownHere: 'shownHere',
  shownByCard: 'shownByCard',
  fields: {
    about: { kind: 'link', to: [], required: true },
    says: { kind: 'choice', choices: ['yes', 'changed', 'gone', 'asked'], required: true },
    said: { kind: 'text', longest: 600 },
    /** First name of who says it, as they want it shown. */
    who: { kind: 'text' },
    /** Who says it for that person: *dit par Nadia, pour Paul*. */
    toldTo: { kind: 'text', unasked: true },
    /** With whom it was talked about. */
    withWhom: { kind: 'text' },
    on: { kind: 'day' },
    /** How to reach who said it: for the keeper only. */
    reach: { kind: 'text', space: 'home' },
    member: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    keyedBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    /** Of something that is read here alone. */
    shownHere: { kind: 'yesNo', space: 'home', unasked: true },
    /** Of something that only people who hold a card read. */
    shownByCard: { kind: 'yesNo', space: 'home', unasked: true },
  },
})

/** A person said that two records that look alike are two things: they are not proposed again. */
export const notSame = recordType({
  name: 'not-same',
  title: 'note',
  space: 'home',
  fields: {
    these: { kind: 'link', to: [], many: true, required: true },
    note: { kind: 'text' },
  },
})

/** Lists by name are read in the order of an index, as far as a page shows them. */
const byName = ({ name, title }: RecordType, first = ''): string =>
  `CREATE INDEX "${name} by name${first && ' and state'}" ON "${name}"(${first}` +
  `${inAlphabet(title)}, id) WHERE removed IS NOT 1`
const underLetters = ({ name, title }: RecordType): string =>
  `CREATE INDEX "${name} by letter" ON "${tableOf(name, 'commons')}"(${byLetter(title)}, id)
    WHERE removed IS NOT 1`
const orders: Projection = {
  types: [],
  tables: [
    byName(place),
    byName(actor),
    byName(initiative),
    byName(initiative, "state IS 'done', "),
    ...[place, actor, accessPoint, partnership].map(underLetters),
    'CREATE INDEX "initiative done" ON initiative(state, coalesce(doneOn, \'\'), id) ' +
      'WHERE removed IS NOT 1',
  ],
  apply: () => undefined,
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = {
  projections: [orders],
  records: [
    territory,
    commune,
    theme,
    actor,
    place,
    initiative,
    accessPoint,
    partnership,
    confirmation,
    notSame,
  ],
}
