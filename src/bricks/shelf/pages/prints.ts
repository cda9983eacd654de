import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayPlain } from '../../../text/days.ts'
import { SHELF } from '../model/commands.ts'
import {
  askerIn,
  type Folder,
  filesIn,
  folderOf,
  foldersFor,
  type ShelvedFile,
} from '../model/read.ts'
import { mayRead } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { licenceOf, madeOf } from './say.ts'

type Words = typeof fr

const cells = (file: ShelvedFile, words: Words): readonly string[] => [
  file.title ?? file.ref.name,
  file.author ?? '',
  licenceOf(file, words),
  madeOf(file, words),
]
const heads = (words: Words): readonly string[] => [
  words.types['shelf-file'].fields.title.label,
  words.printed.author,
  words.printed.licence,
  words.printed.made,
]

function tableFor(folder: Folder, read: Reader, words: Words): readonly PrintBlock[] {
  const files = filesIn(read, folder.id)
  const columns = heads(words).map((head, i) => ({ head, wide: [40, 22, 16, 14][i]! }))
  const season = folder.season ? ` · ${folder.season}` : ''
  return [
    { is: 'heading', words: `${folder.name ?? ''}${season}` },
    ...(folder.purpose ? [{ is: 'small' as const, words: folder.purpose }] : []),
    files.length === 0
      ? { is: 'small', words: words.printed.empty }
      : {
          is: 'table',
          columns,
          rows: files.map(file => cells(file, words)),
          tight: files.length > 30,
        },
  ]
}

function sheetOf(folders: readonly Folder[], kit: Kit, read: Reader, words: Words): Paper {
  const name = kit.territory?.name ?? words.title
  const keeper = keeperSaid(kit.territory, words.keeper)
  return {
    title: `${words.printed.kind}, ${name}`,
    lang: kit.request.lang,
    size: 'a4',
    layout: 'flow',
    points: 10.5,
    blocks: [
      { is: 'title', words: words.printed.kind },
      {
        is: 'small',
        words: [
          name,
          ' · ' +
            `${words.printed.take(`${kit.hotspot?.address ?? kit.request.address ?? ''}${SHELF}`)}`,
        ],
      },
      ...folders.flatMap(folder => tableFor(folder, read, words)),
    ],
    foot: [keeper, words.printed.on(dayPlain(kit.request.today, kit.request.lang))],
  }
}

/** The list of a folder on paper, beside the box; and of all that its reader may read. */
const one: Print<Words> = {
  kind: 'etagere',
  ofOne: true,
  make: (kit, read, words) => {
    const folder = folderOf(read, kit.request.params['id'] ?? '')
    return folder && mayRead(folder, kit.request) ? sheetOf([folder], kit, read, words) : undefined
  },
  rows: (kit, read, words) => {
    const folder = folderOf(read, kit.request.params['id'] ?? '')
    return folder && mayRead(folder, kit.request)
      ? [heads(words), ...filesIn(read, folder.id).map(file => cells(file, words))]
      : []
  },
}

const all: Print<Words> = {
  kind: 'etagere',
  make: (kit, read, words) => sheetOf(foldersFor(read, askerIn(kit.request)), kit, read, words),
  rows: (kit, read, words) => [
    [words.printed.folder, ...heads(words)],
    ...foldersFor(read, askerIn(kit.request)).flatMap(folder =>
      filesIn(read, folder.id).map(file => [folder.name ?? '', ...cells(file, words)]),
    ),
  ],
}

export const prints: readonly Print<Words>[] = [one, all]
