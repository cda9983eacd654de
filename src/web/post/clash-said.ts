import { wordsOfType } from '../../contract/type-words.ts'
import type { Field } from '../../core/schema.ts'
import { territoryOf } from '../../engine/territory.ts'
import type { Clash, ShownHeads } from '../../engine/weigh.ts'
import { uiWords } from '../../ui/words.ts'
import { communeNamer } from '../pages/commune-name.ts'
import { plainWords } from '../records/words.ts'
import type { Server } from '../server-parts.ts'
import type { Visit } from '../session/visit.ts'

/** A value in words: a link by its title, a choice or a commune by its name. */
function said(
  server: Server,
  visit: Visit,
  {
    field,
    choices,
    value,
  }: Readonly<{
    field: Field | undefined
    choices: Readonly<Record<string, string>> | undefined
    value: string
  }>,
): string {
  const { bricks, read } = server.source
  if (field?.kind === 'themes' || field?.kind === 'link') return read.called(value)?.title ?? value
  if (field?.kind === 'commune')
    return communeNamer(server.source, territoryOf(bricks, read))(value) ?? value
  if (field?.kind === 'yesNo')
    return value === 'true' || value === '1' ? uiWords(visit.lang).yes : uiWords(visit.lang).no
  return choices?.[value] ?? value
}

/** The sentence with both values of each clashing field. Nothing was written. */
export function clashSentence(
  server: Server,
  visit: Visit,
  shown: ShownHeads | undefined,
  clashes: readonly Clash[],
): string {
  const w = plainWords(visit.lang)
  const type = shown && server.source.types.get(shown.type)
  const words = type && wordsOfType(server.source.bricks, type.name, visit.lang)
  const lines = clashes.map(clash => {
    const all = Array.isArray(clash.theirs) ? clash.theirs : [clash.theirs ?? '']
    const theirs = all.map(value =>
      said(server, visit, {
        field: type?.fields[clash.field],
        choices: words?.fields[clash.field]?.choices,
        value: String(value),
      }),
    )
    return w.clash(words?.fields[clash.field]?.label ?? clash.field, theirs.join(', '))
  })
  return [w.clashTitle, ...lines].join(' ')
}
