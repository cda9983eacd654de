/** One change of some lines, and the pages that have it. */
type Change = Readonly<{ lines: string; pages: readonly string[] }>
const NAMED = 3

/**
 * A difference of git, page by page, as changes: the same one on many pages is said once.
 *
 * Shape   what `git diff --unified=0 --no-prefix was is` prints.
 */
export function changesIn(diff: string): readonly Change[] {
  const changes = new Map<string, string[]>()
  let [page, lines, isInHunk] = ['', '', false]
  const end = (): void => {
    if (lines === '') return
    const pages = changes.get(lines) ?? []
    changes.set(lines, pages)
    if (!pages.includes(page)) pages.push(page)
    lines = ''
  }
  for (const line of diff.split('\n')) {
    const named = /^diff --git (?:was|is)\/(.*) (?:was|is)\//.exec(line)
    if (named || line.startsWith('@@')) end()
    if (named) page = named[1] ?? ''
    if (named) isInHunk = false
    else if (line.startsWith('@@')) isInHunk = true
    else if (isInHunk && /^[-+]/.test(line)) lines += `${line}\n`
  }
  end()
  return [...changes].map(([text, pages]) => ({ lines: text, pages }))
}

/** Each change with where it stands; those of most pages last, so that a terminal ends on them. */
export function groupedDiff(diff: string): string {
  const changes = changesIn(diff).toSorted((a, b) => a.pages.length - b.pages.length)
  return changes.map(said).join('\n')
}

function said({ lines, pages }: Change): string {
  const more = pages.length - NAMED
  const named = pages.slice(0, NAMED).map(page => `  ${page}\n`)
  const rest = more > 0 ? `  and ${more.toLocaleString('en')} more\n` : ''
  const many = pages.length === 1 ? '1 page' : `${pages.length.toLocaleString('en')} pages`
  return `on ${many}:\n${named.join('')}${rest}${lines}`
}
