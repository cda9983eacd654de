import type { Brick } from '../../contract/brick.ts'
import type {
  BrickTypes,
  KeptType,
  LocalReaders,
  RetentionTable,
} from '../../contract/retention.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { Lang } from '../../core/lang.ts'
import { type FieldKind, type RecordType, type Space, spaceOf } from '../../core/schema.ts'
import { staysHere } from '../../engine/waiting.ts'
import { COOKIES } from '../session/cookies.ts'

/** Whether a form asks no field of this type. */
const isTap = (type: RecordType): boolean =>
  Object.values(type.fields).every(field => field.unasked)
function staysOf({ hereOnly }: Brick, type: RecordType): LocalReaders {
  if (type.shownHere === true) return 'here'
  if (type.between === true) return 'between'
  return hereOnly === true && !isTap(type) ? 'counter' : 'hidden'
}

/**
 * The kinds of fields that can name, show or reach a person. A link leads to a record that is
 * listed too.
 */
const NAMES_SOMEONE: ReadonlySet<FieldKind> = new Set([
  'text',
  'prose',
  'phone',
  'email',
  'url',
  'point',
  'files',
])

/** The table of what this box stores, made from the schemas of its bricks. */
export const keptOf = (bricks: readonly Brick[], lang: Lang): RetentionTable => ({
  groups: groupsOf(bricks, lang),
  sent: {
    shown: sentOf(bricks, lang, 'shown'),
    hidden: sentOf(bricks, lang, 'hidden'),
    here: sentOf(bricks, lang, 'here'),
    between: sentOf(bricks, lang, 'between'),
    counter: sentOf(bricks, lang, 'counter'),
  },
  cookies: COOKIES,
})

const groupsOf = (bricks: readonly Brick[], lang: Lang): readonly BrickTypes[] =>
  bricks
    .filter(brick => brick.records.length > 0)
    .map(brick => ({
      brick: brick.name,
      heading: brick.slots?.menu?.(brick.words[lang])[0]?.words,
      types: brick.records.map(type => keptType(bricks, brick, type, lang)),
    }))

function keptType(bricks: readonly Brick[], brick: Brick, type: RecordType, lang: Lang): KeptType {
  const words = wordsOfType(bricks, type.name, lang)
  const labels = (space: Space): readonly string[] =>
    Object.entries(type.fields)
      .filter(([, field]) => spaceOf(type, field) === space)
      .filter(([, field]) => space === 'home' || (!field.unasked && NAMES_SOMEONE.has(field.kind)))
      .map(([name]) => words.fields[name]?.label ?? name)
  return {
    name: type.name,
    label: words.many,
    shown: labels('commons'),
    network: labels('network'),
    home: labels('home'),
    stays: staysOf(brick, type),
    sent: bricks.some(brick => brick.grants?.includes(type.name)),
  }
}

/** *Mots laissés*, in the middle of a sentence. */
const inSentence = (label: string): string => label.charAt(0).toLocaleLowerCase() + label.slice(1)

/** A type of which no form asks anything is not told. */
const sentOf = (
  bricks: readonly Brick[],
  lang: Lang,
  which: 'shown' | LocalReaders,
): readonly string[] =>
  bricks.flatMap(brick =>
    (brick.grants ?? []).flatMap(name => {
      const type = brick.records.find(one => one.name === name)
      if (!type || isTap(type)) return []
      return (staysHere(brick, type) ? staysOf(brick, type) : 'shown') === which
        ? [inSentence(wordsOfType(bricks, name, lang).many)]
        : []
    }),
  )
