import { mkdirSync, writeFileSync } from 'node:fs'
import { kindsText } from './contract/kinds.ts'
import { namesOn, PAGES, pageText } from './contract/pages.ts'

/**
 * `docs/contract/`: a page for each part of a brick's contract, from the types and their doc
 * comments. `node bin/contract-pages.ts` writes them again.
 */
const FOLDER = 'docs/contract'

function indexText(): string {
  const lines = Object.entries(PAGES).map(
    ([name, page]) =>
      `| [${page.title}](${name}.md) | ${page.says} | ${namesOn(page)
        .map(one => `[${one}](${name}.md#${one.toLowerCase()})`)
        .join(', ')} |`,
  )
  return `# The contract of a brick

A brick is data and pure functions, and these types are all that it sees. The pages are made from
the types and their comments by \`node bin/contract-pages.ts\`.
[First brick](../first-brick.md) shows them at work.

| page | content | types |
|---|---|---|
| [Field kinds](field-kinds.md) | each kind with its control, its value and its CSV | |
${lines.join('\n')}
`
}

/** Each page by its file. */
export const contractPages = (): ReadonlyMap<string, string> =>
  new Map([
    [`${FOLDER}/README.md`, indexText()],
    [`${FOLDER}/field-kinds.md`, kindsText()],
    ...Object.entries(PAGES).map(
      ([name, page]) => [`${FOLDER}/${name}.md`, pageText(page)] as const,
    ),
  ])

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true })
  for (const [file, text] of contractPages()) writeFileSync(file, text)
}
