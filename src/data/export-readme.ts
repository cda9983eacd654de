import { OWN_FIRST } from '../contract/reader.ts'
import type { Lang } from '../core/lang.ts'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import type { OmittedCount } from './export.ts'
import { columnsOf, type ExportNames, labelOf } from './export-cell.ts'
import { dataWords } from './words.ts'

type Of = Readonly<{
  tables: Statements
  naming: ExportNames
  counts: ReadonlyMap<string, number>
  private: boolean
  left: readonly OmittedCount[]
  lang: Lang
}>

/** What the archive says of itself to whoever opens it. */
export function readmeOf(of: Of, types: readonly RecordType[], day: string): string {
  const w = dataWords(of.lang).exported.readme
  const territory = territoryIn(of, types)
  const said = (type: RecordType): string => of.naming.type(type.name)?.many ?? type.name
  const counts = [...of.counts].map(([name, count]) => {
    const type = types.find(one => one.name === name.replace('prive/', ''))!
    return `- ${name}.json, ${name}.csv${of.lang === 'fr' ? '\u00a0' : ''}: ${said(type)}, ${count}`
  })
  const columns = types.map(type => {
    const lines = columnsOf(type, of.private ? ['commons', 'network', 'home'] : ['commons']).map(
      ([name]) => `  ${labelOf(of.naming, type.name, name)} = ${name}`,
    )
    return [`${said(type)} (${type.name})`, ...lines].join('\n')
  })
  const parts = [
    `${w.title(territory.name)}\n${w.made(day)}` +
      `${territory.keptBy ? `\n${w.keptBy(territory.keptBy)}` : ''}`,
    of.private ? w.private : w.public,
    [w.kinds, `- ${w.json}`, `- ${w.csv}`, w.files].join('\n'),
    [w.counts, ...counts].join('\n'),
    ...of.left.map(({ name, count }) => dataWords(of.lang).exported.leftHere(name, count)),
    `${w.licence}${of.lang === 'fr' ? '\u00a0' : ''}: ` +
      `${territory.licence ? w.hasLicence(territory.licence) : w.noLicence}`,
    [w.columns, ...columns].join('\n\n'),
  ]
  return `${parts.join('\n\n')}\n`.replaceAll('\n', '\r\n')
}

/**
 * The name of the page, who keeps it, and the licence that they chose, in words; what no brick says
 * is absent.
 */
function territoryIn(
  of: Of,
  types: readonly RecordType[],
): Readonly<{ name: string; keptBy: string; licence: string }> {
  const type = types.find(one => one.name === 'territory')
  const row =
    type &&
    of.tables.get(`SELECT * FROM territory WHERE removed IS NOT 1 ORDER BY ${OWN_FIRST} LIMIT 1`)
  const said = (field: string): string => String(row?.[field] ?? '')
  const licence = said('licence')
  const words = of.naming.type('territory')?.fields['licence']?.choices?.[licence] ?? licence
  return {
    name: said('name') || 'CoCoTe',
    keptBy: said('keptBy'),
    licence: licence === 'none' ? '' : words,
  }
}
