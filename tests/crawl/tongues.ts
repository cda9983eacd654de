import { parseHTML } from 'linkedom'

/**
 * Words of French that no English sentence holds, and the other way round. Two different ones in a
 * piece of text say its language.
 */
const FRENCH = words(`
  le la les des du un une au aux et est sont dans pour par avec sans sur chez qui que dont où ce cet
  cette ces son sa ses leur leurs votre vos notre nos vous nous il elle ils elles ne pas plus déjà
  été être avoir avait fait faire peut très tout tous toute toutes aussi comme quand depuis jusqu
  ici là mais ou y en se à d l s qu n c j m`)
const ENGLISH = words(`
  the a an of and is are was were in for by with without from at on to who that which this these
  those its his her their your our you we it he she they not no more already been be have has had
  does do can very all any also as when since until here there but or if`)
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** What two languages share, as words that stand alone, says nothing. */
const SHARED = new Set(['on', 'a', 'as', 'son', 'par', 'plus', 'sans', 'en', 's', 'd', 'c', 'do'])
const NEEDED = 2

const said = (text: string, of: ReadonlySet<string>): number =>
  new Set(
    (text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).filter(
      word => of.has(word) && !SHARED.has(word),
    ),
  ).size

const isFrench = (text: string): boolean =>
  said(text, FRENCH) >= NEEDED && said(text, FRENCH) > said(text, ENGLISH)
const isEnglish = (text: string): boolean =>
  said(text, ENGLISH) >= NEEDED && said(text, ENGLISH) > said(text, FRENCH)

const SAID_IN = ['aria-label', 'title', 'placeholder', 'alt'] as const
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEXTAREA'])

/** An attribute is of one language: what it quotes of a record is left out. */
const ownOf = (text: string): string =>
  text.replace(/[“«].*[”»]/g, '').replace(/(?<=: ).*|\s*[“«].*$/, '')

/**
 * The pieces of an English page whose language is said wrongly: French that no `lang` announces,
 * and English under `lang="fr"`. What stands in a field is what somebody typed.
 */
export function wrongTongues(page: string): readonly string[] {
  const { document } = parseHTML(page)
  const faults: string[] = []
  const look = (text: string, lang: string | undefined): void => {
    if (lang !== 'fr' && isFrench(text)) faults.push(`French: ${text.trim()}`)
    if (lang === 'fr' && isEnglish(text)) faults.push(`English: ${text.trim()}`)
  }
  const walk = (node: Element, above: string | undefined): void => {
    if (UNREAD.has(node.tagName)) return
    const lang = node.getAttribute('lang') ?? above
    for (const name of SAID_IN) look(ownOf(node.getAttribute(name) ?? ''), lang)
    for (const child of node.childNodes) {
      if (child.nodeType === 3) look(child.textContent ?? '', lang)
      if (child.nodeType === 1) walk(child as Element, lang)
    }
  }
  walk(document.documentElement, undefined)
  return faults
}
