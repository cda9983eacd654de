/** The status of each page, by its file: `demo/visitor.wifi.fr/!annonces.txt`. */
type Statuses = ReadonlyMap<string, string>

/**
 * Pages that came and that went. A page that is answered by 404 is not there.
 *
 * Shape   `unasked`: addresses that one crawl alone asked, and that were not there. They are no
 *         news.
 */
type ComeAndGone = Readonly<Record<'come' | 'gone' | 'unasked', readonly string[]>>
export function comeAndGone(was: Statuses, is: Statuses): ComeAndGone {
  const isIn = (statuses: Statuses, file: string): boolean =>
    (statuses.get(file) ?? '404') !== '404'
  const files = [...new Set([...was.keys(), ...is.keys()])].sort()
  const isUnasked = (file: string): boolean =>
    !isIn(was, file) && !isIn(is, file) && was.has(file) !== is.has(file)
  return {
    come: files.filter(file => isIn(is, file) && !isIn(was, file)),
    gone: files.filter(file => isIn(was, file) && !isIn(is, file)),
    unasked: files.filter(isUnasked),
  }
}

/** One line for each address of these pages, with who reads it. */
export function addressesSaid(word: string, files: readonly string[]): readonly string[] {
  const parts = files.map(file => file.split('/'))
  const readers = Map.groupBy(parts, ([box = '', , page = '']) => `${box} ${addressIn(page)}`)
  return [...readers].map(([address, all]) => {
    const named = all.slice(0, NAMED).map(([, reader]) => reader)
    const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : ''
    return `${word} ${address}: ${named.join(', ')}${more}`
  })
}

function addressIn(page: string): string {
  const name = page.replace(/\.txt$/, '').replaceAll('!', '/')
  try {
    return decodeURIComponent(name)
  } catch {
    // A long name is cut, maybe within a letter.
    return name
  }
}

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
