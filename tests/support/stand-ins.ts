import type { Keeper, MemberKnown, NoticeSeen, Publishes } from '../../src/contract/published.ts'
import type { Reader, Row } from '../../src/contract/reader.ts'
import { type RecordType, recordType } from '../../src/core/schema.ts'

const about = { themes: { kind: 'themes' }, commune: { kind: 'commune' } } as const
const said = {
  title: { kind: 'text', required: true },
  who: { kind: 'text' },
  reach: { kind: 'text' },
  detail: { kind: 'prose' },
} as const

/**
 * For tests of the command line's verbs: the record types that they write, for a house whose brick
 * of them was taken out.
 */
export const STAND_INS: readonly RecordType[] = [
  recordType({
    name: 'actor',
    title: 'name',
    fields: {
      name: { kind: 'text', required: true },
      kind: { kind: 'text' },
      summary: { kind: 'prose' },
      ...about,
      reach: { kind: 'text' },
      phone: { kind: 'phone' },
      point: { kind: 'point' },
    },
  }),
  recordType({
    name: 'place',
    title: 'name',
    path: '/lieux',
    fields: {
      name: { kind: 'text', required: true },
      kind: { kind: 'text' },
      description: { kind: 'prose' },
      ...about,
      point: { kind: 'point' },
      hours: { kind: 'hours' },
      present: { kind: 'text' },
      toConfirm: { kind: 'yesNo' },
    },
  }),
  recordType({
    name: 'initiative',
    title: 'title',
    fields: {
      title: { kind: 'text', required: true },
      summary: { kind: 'prose' },
      state: { kind: 'text' },
      ...about,
      place: { kind: 'link', to: ['place'] },
      runBy: { kind: 'link', to: ['actor'], many: true },
      since: { kind: 'day' },
      carriedBy: { kind: 'text', space: 'home' },
    },
  }),
  recordType({
    name: 'theme',
    title: 'label',
    fields: { label: { kind: 'text', required: true }, synonyms: { kind: 'text' } },
  }),
  recordType({
    name: 'commune',
    title: 'name',
    fields: {
      code: { kind: 'commune', required: true },
      name: { kind: 'text', required: true },
      postalCodes: { kind: 'text' },
      population: { kind: 'number' },
      point: { kind: 'point' },
    },
  }),
  recordType({
    name: 'territory',
    title: 'name',
    fields: {
      name: { kind: 'text', required: true },
      keptBy: { kind: 'text' },
      licence: { kind: 'text' },
      village: { kind: 'commune' },
      communes: { kind: 'commune', many: true },
    },
  }),
  recordType({
    name: 'offer',
    title: 'title',
    fields: {
      ...said,
      state: { kind: 'text' },
      mode: { kind: 'text' },
      ...about,
      against: { kind: 'text' },
      until: { kind: 'day' },
      from: { kind: 'link', to: ['actor'] },
      photos: { kind: 'files', most: 4 },
    },
  }),
  recordType({
    name: 'need',
    title: 'title',
    path: '/demandes',
    fields: {
      ...said,
      hand: { kind: 'yesNo' },
      state: { kind: 'text' },
      ...about,
      until: { kind: 'day' },
    },
  }),
  recordType({
    name: 'event',
    title: 'title',
    fields: {
      title: { kind: 'text', required: true },
      startsOn: { kind: 'day', required: true },
      startsAt: { kind: 'time' },
      place: { kind: 'link', to: ['place'] },
      ...about,
      detail: { kind: 'prose' },
    },
  }),
  recordType({
    name: 'idea',
    title: 'title',
    fields: {
      title: { kind: 'text', required: true },
      detail: { kind: 'prose' },
      state: { kind: 'text' },
      ...about,
      threshold: { kind: 'number', unit: 'persons' },
      revivedOn: { kind: 'day' },
    },
  }),
  recordType({
    name: 'meeting',
    title: 'title',
    fields: {
      title: { kind: 'text', required: true },
      date: { kind: 'day', required: true },
      people: { kind: 'text', many: true, space: 'home' },
      notes: { kind: 'files', space: 'home' },
    },
  }),
  recordType({
    name: 'voice',
    title: 'saying',
    fields: { saying: { kind: 'text', required: true }, about: { kind: 'link', to: [] } },
  }),
]

/**
 * For the test of a brick alone: the published read `keeper`, over a table `territory` of its own.
 */
export function keeperIn(read: Reader): Keeper | undefined {
  const [row] = read.all('SELECT keptBy FROM territory WHERE removed IS NOT 1')
  return row && { keptBy: String(row['keptBy'] ?? ''), reach: '' }
}

const text = (row: Row | undefined, name: string): string | null =>
  typeof row?.[name] === 'string' ? row[name] : null
function noticeSeen(read: Reader, id: string): NoticeSeen | undefined {
  for (const type of ['offer', 'need'] as const) {
    const [row] = read.types.has(type)
      ? read.all(`SELECT * FROM ${type} WHERE id = ? AND removed IS NOT 1`, id)
      : []
    const [kept] = row ? read.all(`SELECT author, keyedBy FROM ${type}_home WHERE id = ?`, id) : []
    if (row)
      return {
        ...{ id, type, title: text(row, 'title') ?? '', relay: null },
        ...{ who: text(row, 'who'), commune: text(row, 'commune'), reach: text(row, 'reach') },
        mode: text(row, 'mode') ?? (row['hand'] === 1 ? 'hand' : null),
        amount: text(row, 'amount'),
        isClosed: row['state'] === 'closed',
        comesBack: false,
        ride: null,
        ...{ author: text(kept, 'author'), keyedBy: text(kept, 'keyedBy') },
        partsDeclined: [],
        partsAgreed: [],
        isKeyedByKeeper: false,
      }
  }
  return undefined
}
const membersIn = (read: Reader, where: string, ...of: readonly string[]): readonly MemberKnown[] =>
  read
    .all(`SELECT * FROM member_home WHERE removed IS NOT 1 AND ${where} ORDER BY name`, ...of)
    .map(row => ({
      id: String(row['id']),
      name: text(row, 'name') ?? '',
      keyedBy: text(row, 'keyedBy'),
      hasCome: true,
    }))

/** The same of notices and members, over tables `offer`, `need` and `member` of the test's own. */
export const NOTICES_AND_MEMBERS = {
  noticeSeen,
  noticesSeen: (read, ids) => ids.flatMap(id => noticeSeen(read, id) ?? []),
  membersKnown: read => membersIn(read, 'TRUE'),
  memberKnown: (read, id) => membersIn(read, 'id = ?', id)[0],
} satisfies Publishes
