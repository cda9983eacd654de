import type { Lang } from '../core/lang.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { BrickModel } from './brick.ts'

/**
 * The words for a record type and its fields (*annonce*, *annonces*, *Ajouter une annonce*,
 * labels), in one language, from the brick that declares it. If none of these bricks has words for
 * the type, its name stands for each of them, and no field has a label.
 */
export function wordsOfType(bricks: readonly BrickModel[], type: string, lang: Lang): TypeWords {
  const brick = bricks.find(one => one.records.some(record => record.name === type))
  return brick?.words[lang].types[type] ?? { one: type, many: type, add: type, fields: {} }
}
