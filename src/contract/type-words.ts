import type { Lang } from '../core/lang.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { BrickModel } from './brick.ts'

/**
 * The words for a record type and its fields (*annonce*, *annonces*, labels), in one language, from
 * the brick that declares it. A type of a brick that is not here gets its own name, and no labels.
 */
export function wordsOfType(bricks: readonly BrickModel[], type: string, lang: Lang): TypeWords {
  const brick = bricks.find(one => one.records.some(record => record.name === type))
  return brick?.words[lang].types[type] ?? { one: type, many: type, add: type, fields: {} }
}
