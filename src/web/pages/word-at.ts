import type { Brick } from '../../contract/brick.ts'
import type { Lang } from '../../core/lang.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { uiWords } from '../../ui/words.ts'
import { plainWords } from '../records/words.ts'
import { keepersWords } from '../session/keepers-words.ts'
import { sheetWords } from '../session/sheet-words.ts'
import { webWords } from '../words.ts'

/** Words of the house by the first part of their key; bricks have the others. */
const HOUSE: Readonly<Record<string, (lang: Lang) => object>> = nullPrototype({
  ui: uiWords,
  web: webWords,
  records: plainWords,
  keepers: keepersWords,
  sheet: sheetWords,
})

/** The words of the program under a key (`harvest.read`); undefined where there are none. */
export function wordAt(bricks: readonly Brick[], lang: Lang, key: string): string | undefined {
  const [room = '', ...names] = key.split('.')
  const words = Object.hasOwn(HOUSE, room)
    ? HOUSE[room]?.(lang)
    : bricks.find(({ name }) => name === room)?.words[lang]
  const found = names.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined,
    words,
  )
  return typeof found === 'string' ? found : undefined
}
