import { type Html, html } from '../contract/html.ts'
import { HERE, type Lang } from '../core/lang.ts'
import { inTongue, within } from './tongue.ts'
import { uiWords } from './words.ts'

/**
 * How somebody is reached, for this reader. A record keeps our own words of a way in one language:
 * *laissez un mot à Simone*. They are said in the page’s; what a person wrote stays as it is.
 */
export function waySaid(how: string, lang: Lang, shown: (text: string) => Html): Html {
  for (const from of LANGS.filter(one => one !== lang))
    for (const way of ['byWord', 'byRelay'] as const) {
      const [before, after] = aroundName(from, way)
      const isIt = how.startsWith(before) && how.endsWith(after)
      const who = isIt ? how.slice(before.length, how.length - after.length) : ''
      if (who !== '') return within(uiWords(lang).ways[way](who), who, lang)
    }
  return lang === HERE ? html`${shown(how)}` : inTongue(shown(how), lang)
}
const LANGS: readonly Lang[] = ['fr', 'en']
const aroundName = (lang: Lang, way: 'byWord' | 'byRelay'): readonly [string, string] => {
  const [before = '', after = ''] = uiWords(lang).ways[way]('\n').split('\n')
  return [before, after]
}

/** *par Anaïs*, of *par Anaïs, qui transmet*: Anaïs reads it, and knows that they pass it on. */
export const wayToRelay = (how: string): string =>
  LANGS.reduce((said, lang) => {
    const [, after] = aroundName(lang, 'byRelay')
    return said.endsWith(after) ? said.slice(0, said.length - after.length) : said
  }, how)
