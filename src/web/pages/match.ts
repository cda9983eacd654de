export type Matched<P> = Readonly<{ page: P; params: Readonly<Record<string, string>> }>
/** Finds the pages that an address may mean. */
export type PageMatcher<P> = (path: string) => readonly Matched<P>[]

/**
 * The pages that an address may mean, the most exact first: `/annonces/proposer` before
 * `/annonces/:id`.
 */
export function matcher<P extends Readonly<{ path: string }>>(pages: readonly P[]): PageMatcher<P> {
  const exact = new Map<string, P[]>()
  const shaped: { page: P; parts: readonly string[] }[] = []
  for (const page of pages) {
    if (page.path.includes(':')) shaped.push({ page, parts: page.path.split('/') })
    else exact.set(page.path, [...(exact.get(page.path) ?? []), page])
  }
  const holes = (parts: readonly string[]) => parts.filter(part => part.startsWith(':')).length
  shaped.sort((a, b) => holes(a.parts) - holes(b.parts))
  return path => {
    const parts = path.split('/')
    const found = shaped.flatMap(({ page, parts: shape }): Matched<P>[] => {
      const params = paramsOf(shape, parts)
      return params ? [{ page, params }] : []
    })
    return [...(exact.get(path) ?? []).map(page => ({ page, params: {} })), ...found]
  }
}

function paramsOf(
  shape: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (shape.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of shape.entries()) {
    const given = parts[i] ?? ''
    if (part.startsWith(':')) {
      if (given === '') return undefined
      params[part.slice(1)] = safe(given)
    } else if (part !== given) return undefined
  }
  return params
}

/** A part of an address, unescaped. A badly escaped one matches no page and is no error. */
function safe(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
