import type { Reader } from '../../../contract/reader.ts'
import { fold, wordsOf } from '../../../core/letters/words.ts'
import { itemsOf } from '../../../core/narrow.ts'
import { pattern } from '../../../core/pattern.ts'
import type { FieldsOf, FileRef } from '../../../core/schema.ts'
import { capital } from '../../../text/capital.ts'
import type { thing } from './records-thing.ts'

/**
 * A thing as a notice tells it: *Paul prête sa scie à ruban* is the thing *Scie à ruban*, and the
 * sentence stands first in what is said of it.
 */
export function noticeToLend(read: Reader, notice: string): FieldsOf<typeof thing> | undefined {
  const type = read.types.get('offer')
  const row: Readonly<Record<string, unknown>> | undefined = type && read.one(type, notice)
  if (!row) return undefined
  const said = text(row['title'])
  const title = thingIn(said)
  const detail = [title === said ? '' : said, text(row['detail'])].filter(Boolean).join('\n\n')
  const photos = itemsOf<FileRef>(row['photos'])
  const kept = ['commune', 'where', 'who', 'reach'] as const
  return {
    title: title.slice(0, 120),
    kind: kindOf(title),
    ...Object.fromEntries(
      kept.flatMap(name => (text(row[name]) === '' ? [] : [[name, text(row[name]).slice(0, 120)]])),
    ),
    ...(detail === '' ? {} : { detail }),
    ...(photos.length > 0 ? { photos } : {}),
    unit: 'day',
    // Its sentence may ask more than any rule says: who lends it answers until they say otherwise.
    forWhom: 'asked',
  }
}
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const LENDS = pattern('iu')`
  ^(?:\S+\u0020){1,3}
  (?:(?:prête|partage|loue)(?:nt)?|met(?:tent)?\u0020à\u0020disposition|lends?|shares?)\u0020
  (?:(?:un|une|son|sa|ses|le|la|les|des|leurs?|mon|ma|mes|notre|nos
  |an?|the|his|her|their|my|our)\u0020|l['’])?
  (.+)$
`

/** What is lent, in a sentence that says who lends it; else the whole sentence. */
function thingIn(said: string): string {
  const found = LENDS.exec(said)?.[1]?.replace(/[\s.!]+$/, '') ?? ''
  return found.length >= 3 ? capital(found) : said
}

type Kind = NonNullable<FieldsOf<typeof thing>['kind']>
const KINDS: readonly Readonly<{ kind: Kind; words: readonly string[] }>[] = [
  { kind: 'place', words: ['local', 'salle', 'terrain', 'jardin', 'atelier', 'grange', 'room'] },
  {
    kind: 'vehicle',
    words: ['remorque', 'velo', 'voiture', 'camion', 'fourgon', 'trailer', 'bike', 'van'],
  },
  {
    kind: 'machine',
    words: ['motoculteur', 'tondeuse', 'fendeuse', 'betonniere', 'broyeur', 'tracteur', 'pressoir'],
  },
  { kind: 'kit', words: ['malle', 'lot', 'kit', 'valise'] },
  { kind: 'animal', words: ['ane', 'bouc', 'belier', 'cheval', 'donkey'] },
]
/** Of which sort it is, by its noun; who lends it says otherwise in its settings. */
function kindOf(title: string): Kind {
  const said = new Set(wordsOf(title).slice(0, 3).map(fold))
  return KINDS.find(({ words }) => words.some(word => said.has(word)))?.kind ?? 'tool'
}
