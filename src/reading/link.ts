/**
 * What is written after the words of a link: its address in parentheses, when it says more than the
 * words. `base` is where the page was found; `ownHost` is a wiki's own, whose links lead only to
 * itself.
 */
export function linkSaid(
  words: string | undefined,
  href: string,
  base?: string,
  ownHost?: string,
): string | undefined {
  const shown = shownHref(href.trim(), base, ownHost)
  if (!shown || words === '' || (words !== undefined && bare(words) === bare(shown)))
    return undefined
  return ` (${shown})`
}

function shownHref(
  href: string,
  base: string | undefined,
  ownHost: string | undefined,
): string | undefined {
  if (href === '' || href.startsWith('#')) return undefined
  const url = URL.parse(href, base)
  if (!url || !['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return undefined
  if (ownHost !== undefined && url.host === ownHost) return undefined
  // As it was written, when it was written whole: `http://cuma.fr` stays without the slash that URL
  // adds.
  return (/^[a-z]+:/i.test(href) ? href : url.href).replace(/^(mailto|tel):/i, '')
}

const bare = (address: string): string =>
  address
    .replace(/^(https?:)?\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .replace(/\s/g, '')
    .toLowerCase()
