import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dotted } from '../../../ui/board.ts'
import { actButton, hidden } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { candidates, toldApart } from '../model/read.ts'
import { type DuplicatePair, likelyPairs, sameTitles } from '../model/rules.ts'
import { PATHS } from './line.ts'
import { communeName, type DirectoryWords } from './say.ts'

export const ALIKE = '/annuaire/doublons'
const MOST = 30

const why = (words: DirectoryWords) => ({
  near: words.whyNear,
  national: words.whyNational,
  commune: words.whyCommune,
  title: words.whyTitle,
})
type Found = DuplicatePair<ReturnType<typeof candidates>[number]>

/** Some more than a page shows. */
export function pairsIn(
  read: Reader,
): readonly Readonly<{ type: (typeof TYPES)[number]; pair: Found }>[] {
  const apart = toldApart(read)
  const pairs = {
    place: likelyPairs,
    actor: likelyPairs,
    initiative: likelyPairs,
    'access-point': likelyPairs,
    theme: sameTitles,
  }
  return TYPES.flatMap(type =>
    pairs[type](candidates(read, type), apart, MOST + 1).map(pair => ({ type, pair })),
  )
}
const TYPES = ['place', 'actor', 'initiative', 'access-point', 'theme'] as const

/**
 * What may have been written twice, two by two: the keeper joins them, or tells them apart once and
 * for all.
 */
const alike: Page<DirectoryWords> = {
  path: ALIKE,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const all = pairsIn(read)
    const items = all.slice(0, MOST).map(({ type, pair }) => pairOf(pair, type, kit, words))
    const why = mistakeAlone(kit.request)
    const more = all.length > MOST && html`<p>${words.duplicatesMore(MOST)}</p>`
    const steps = crumbs([{ href: '/annuaire', words: words.whoDoesWhat }], kit.request.lang)
    const body = html`
      ${said(kit.request.said)}
      ${why}
      <div class="head">
        <div>${steps}<h1>${words.duplicatesTitle}</h1></div>
        <p class="lead">${items.length > 0 ? words.duplicatesLead : words.duplicatesNone}</p>
      </div>
      ${items}
      ${more}
    `
    return { title: words.duplicatesTitle, body, current: '/annuaire' }
  },
}

function pairOf(
  { a, b, why: rule }: Found,
  type: keyof typeof PATHS & keyof DirectoryWords['types'],
  kit: Kit,
  words: DirectoryWords,
): Html {
  const one = (it: Found['a']): Html =>
    html`
      <li>
        <a href="${PATHS[type]}/${it.id}"${TONGUE}><b>${it.name}</b></a> <span
          class="where">${dotted([it.street, communeName(kit, it.commune ?? null)])}</span>
      </li>
    `
  const these = html`${kit.form()}${hidden({ from: ALIKE, these: [a.id, b.id] })}`
  return html`
    <article class="piece">
      <p class="where">${words.types[type].one} · ${why(words)[rule]}</p>
      <ul>${one(a)}${one(b)}</ul>
      <div class="acts">
        <a class="button" href="/joindre?these=${a.id}&these=${b.id}">${words.sameThing}</a>
        ${actButton(these, `${ALIKE}/distinguer`, { button: words.notSameThing })}
      </div>
    </article>
  `
}

export const alikePages: readonly Page<DirectoryWords>[] = [alike]
