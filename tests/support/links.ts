/**
 * How many addresses a crawl asks at once: the server makes a page while the test reads the one
 * before.
 */
const LANES = 4

/**
 * Follows the links of the page, from each address to the next, without a browser: every page that
 * is met, once. `leaves` says which are not asked.
 */
export async function crawl(
  address: string,
  from: string,
  most: number,
  leaves: (path: string) => boolean = () => false,
): Promise<ReadonlyMap<string, Met>> {
  const met = new Map<string, Met>()
  const known = new Set([from])
  const queue: (readonly [path: string, on: string])[] = [[from, '']]
  const look = async ([path, on]: (typeof queue)[number]): Promise<void> => {
    const answer = await fetch(address + path, {
      headers: { 'accept-language': 'fr', connection: 'close' },
      redirect: 'manual',
    })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    met.set(path, { status: answer.status, on, type, text })
    if (!type.startsWith('text/html')) return
    for (const to of hrefsIn(text, address + path)) {
      if (known.size >= most || known.has(to) || leaves(to)) continue
      known.add(to)
      queue.push([to, path])
    }
  }
  while (queue.length > 0) await Promise.all(queue.splice(0, LANES).map(look))
  return met
}
export type Met = Readonly<{ status: number; on: string; type: string; text: string }>

function hrefsIn(text: string, at: string): readonly string[] {
  return [...text.matchAll(/<a [^>]*?href="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), at)
    return url.origin === new URL(at).origin && !url.searchParams.has('langue')
      ? [url.pathname + url.search]
      : []
  })
}

/** A PDF holds its letters compressed, so a search for words would find none there. */
export const isPdf = (path: string): boolean =>
  path.startsWith('/imprimer/') && !/[?&]format=(?:html|csv)\b/.test(path)
