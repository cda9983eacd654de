import { readFileSync } from 'node:fs'
import { type Declared, declaredIn, type MemberSaid } from './declared.ts'

/** One page: its title, the file that it is made from, and who needs it. */
export type ContractPage = Readonly<{ title: string; file: string; says: string }>

const contract = (title: string, name: string, says: string): ContractPage => ({
  title,
  file: `src/contract/${name}.ts`,
  says,
})

/** The pages by their names, in the order in which somebody who writes a brick needs them. */
export const PAGES: Readonly<Record<string, ContractPage>> = {
  brick: contract('Brick', 'brick', 'the whole declaration of a brick'),
  'record-type': {
    title: 'Record types',
    file: 'src/core/schema.ts',
    says: 'records and their fields',
  },
  'type-words': {
    title: 'Words',
    file: 'src/core/type-words.ts',
    says: 'the words of a record type, in each language',
  },
  command: contract('Command', 'command', 'an act of a person, and the moment when it is decided'),
  decision: contract('Decision', 'decision', 'the answer of a command: drafts, refusals, undo'),
  message: contract('Message', 'message', 'a sentence as data'),
  page: contract('Page and print', 'page', 'pages and prints'),
  request: contract('Request', 'request', 'the data of one request'),
  kit: contract('Kit', 'kit', 'the tools of a page: forms, values, lists, records'),
  html: contract('Html', 'html', 'pieces of a page'),
  reader: contract('Reader', 'reader', 'the tables, to read'),
  published: contract('Published reads', 'published', 'reads that bricks give to each other'),
  'published-deals': contract(
    'Reads of deals',
    'published-deals',
    'reads that the deals of two people give to other bricks',
  ),
  search: contract('Search', 'search', 'what a search finds, and what is asked of the page'),
  tool: contract('Tool', 'tool', 'links and first steps on the keeper’s own page'),
  slots: contract('Slots', 'slots', 'pieces of pages that are not the brick’s own'),
  territory: contract('Territory', 'territory', 'the page’s name, its keeper, its communes'),
  'to-do': contract('To do', 'to-do', 'lines of what waits for a reader'),
  figures: contract('Figures', 'figures', 'figures for those who decide'),
  fate: contract('Fate', 'fate', 'what became of a record that somebody sent'),
  watch: contract('Watch', 'box/watch', 'panels of the screen on a wall'),
  paper: contract('Paper', 'paper', 'a print, as data'),
  permission: contract('Roles and acts', 'permission', 'who may do what'),
  owner: contract('Owner', 'owner', 'the member whose a record is, and what they may correct'),
  letter: contract('Letter', 'letter', 'a question from one box to another'),
  projection: contract('Projection', 'projection', 'own tables, and records that fade'),
  heavy: contract('Heavy files', 'heavy', 'files too large to be held in memory'),
  verb: contract('Verb', 'verb', 'a verb of the command line'),
}

const LABEL = /^(Shape|Units?|Law|Errors|Source)\s+/

/** A doc comment as Markdown: its first paragraph, then a line of a list for each label. */
function docText(doc: string): string {
  const parts: string[] = []
  for (const line of doc.split('\n')) {
    const label = LABEL.exec(line)
    if (label) parts.push(`- *${label[1]}:* ${line.slice(label[0].length).trim()}`)
    else if (line.trim() === '') parts.push('')
    else if (parts.length === 0 || parts.at(-1) === '') parts.push(line.trim())
    else parts.push(`${parts.pop()} ${line.trim()}`)
  }
  return parts.join('\n')
}

function memberText({ name, optional, type, doc }: MemberSaid): string {
  const said = docText(doc)
    .split('\n')
    .filter(line => line !== '')
    .map(line => `  ${line}`)
  return [`- **\`${name}\`**${optional ? ', optional' : ''}: \`${type}\``, ...said].join('  \n')
}

function typeText({ name, doc, text, head, members }: Declared): string {
  const code = members.length === 0 ? text : / = Readonly<\{…\}>$/.test(head) ? '' : head
  return [
    `## ${name}`,
    docText(doc),
    code && `\`\`\`ts\n${code.replace(/^export /, '')}\n\`\`\``,
    members.map(memberText).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** The text of one page, from the file that declares its types. */
export function pageText({ title, file }: ContractPage): string {
  const types = declaredIn(readFileSync(file, 'utf8'))
  const from = `From [\`${file}\`](../../${file}), by \`node bin/contract-pages.ts\`.`
  return `${[`# ${title}`, from, ...types.map(typeText)].join('\n\n')}\n`
}

/** The names of the types of one page. */
export const namesOn = ({ file }: ContractPage): readonly string[] =>
  declaredIn(readFileSync(file, 'utf8')).map(({ name }) => name)
