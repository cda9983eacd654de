import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A decision record: its file, what its head says, and the titles of its sections in their order.
 */
export type DecisionRecord = Readonly<{
  file: string
  number: string
  title: string
  status: string
  sections: readonly string[]
}>

/** Every record has these, in this order. Others (*Measured*, *Raised*) may stand between them. */
const SECTIONS: readonly string[] = ['Context', 'Decision', 'Weighed', 'Consequences', 'Sources']
const HEAD = /^# (\d{4}) · (.+)\n\n(\d{1,2} [A-Z][a-z]+ \d{4}) · (.+)\n/
const STATUS = /^(?:proposed|accepted|superseded by \d{4})(?:, (?:changed|completed) by \d{4})*$/

export function decisionRecords(root = '.'): readonly DecisionRecord[] {
  return globSync('docs/decisions/0*.md', { cwd: root })
    .sort()
    .map(file => {
      const text = readFileSync(join(root, file), 'utf8')
      const [, number = '', title = '', , status = ''] = HEAD.exec(text) ?? []
      const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name)
      return { file, number, title, status, sections }
    })
}

const inOrder = (found: readonly string[]): boolean => {
  const known = found.filter(name => SECTIONS.includes(name))
  return known.join() === SECTIONS.join()
}

/** What in a record is not as `docs/decisions/template.md` has it, a sentence each. */
export const shapeFaults = (records: readonly DecisionRecord[]): readonly string[] =>
  records.flatMap(({ file, number, status, sections }) => [
    ...(file.includes(`/${number || 'none'}-`) ? [] : [`${file}: its head is not the template's`]),
    ...(STATUS.test(status) ? [] : [`${file}: its status is “${status}”`]),
    ...(inOrder(sections) ? [] : [`${file}: its sections are ${sections.join(', ')}`]),
  ])

/**
 * Records that `docs/decisions/README.md` does not list with their title and status, a line each.
 */
export function listFaults(records: readonly DecisionRecord[], list: string): readonly string[] {
  const rows = list.split('\n').filter(line => line.startsWith('| [0'))
  const missing = records.flatMap(({ file, number, title, status }) => {
    const begins = `| [${number}](${file.slice('docs/decisions/'.length)}) | ${title} | `
    const isListed = rows.some(row => row.startsWith(begins) && row.endsWith(` | ${status} |`))
    return isListed ? [] : [`docs/decisions/README.md lacks: ${begins}a sentence | ${status} |`]
  })
  return [
    ...missing,
    ...(rows.length === records.length ? [] : [`${rows.length} lines, ${records.length} records`]),
  ]
}
