/**
 * The tables of a wikitext as rows of words with ` | ` between cells; what stands around them comes
 * back as it was.
 *
 * Law     every cell is kept, and rows stay rows (wikitext.test.ts).
 */
export function withoutTables(text: string): string {
  if (!/^[ \t:]*\{\|/m.test(text)) return text
  const out: string[] = []
  let deep = 0
  let row: string[] = []
  const endRow = (): void => {
    if (row.some(cell => cell !== '')) out.push(row.join(' | '))
    row = []
  }
  for (const line of text.split('\n')) {
    const bare = line.trimStart()
    if (/^:*\s*\{\|/.test(bare)) {
      endRow()
      deep++
    } else if (deep === 0) out.push(line)
    else if (bare.startsWith('|}')) {
      endRow()
      deep--
      if (bare.slice(2).trim() !== '') out.push(bare.slice(2))
    } else if (bare.startsWith('|-')) endRow()
    else if (bare.startsWith('|+')) out.push(cell(bare.slice(2)))
    else if (/^[|!]/.test(bare))
      row.push(
        ...bare
          .slice(1)
          .split(bare[0] === '!' ? /!!|\|\|/ : '||')
          .map(cell),
      )
    else if (bare.trim() !== '') row.push([row.pop() ?? '', bare.trim()].join(' ').trim())
  }
  endRow()
  return out.join('\n')
}

/** A cell may begin with how it looks: `style="…" | words`. */
function cell(written: string): string {
  const bar = written.indexOf('|')
  return (bar >= 0 && written.slice(0, bar).includes('=') ? written.slice(bar + 1) : written).trim()
}
