import { keeperSaid } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { CHAPTERS } from './chapters.ts'
import { blocksOnPaper } from './text.ts'

/**
 * The whole help as a booklet to fold; with `?format=a5` its pages one after the other, which
 * software that reads aloud can follow.
 */
const booklet: Print<typeof fr> = {
  kind: 'aide',
  make: (kit, _read, words): Paper => {
    const { lang, today, query } = kit.request
    const all = Object.entries(CHAPTERS).map(([name, { [lang]: it }]) => ({ name, ...it }))
    return {
      title: words.booklet,
      lang,
      size: 'a5',
      layout: query['format'] === 'a5' ? 'flow' : 'booklet',
      points: 10,
      blocks: [
        { is: 'space', mm: 32 },
        { is: 'title', words: words.booklet, size: 'poster' },
        { is: 'lead', words: words.lead },
        { is: 'space', mm: 20 },
        {
          is: 'reach',
          title: kit.territory?.name ?? words.noName,
          lines: [keeperSaid(kit.territory, ''), words.onScreen].filter(Boolean),
        },
        { is: 'page' },
        { is: 'heading', words: words.contents },
        {
          is: 'items',
          bare: true,
          items: all.map(({ name, title, about }) => ({ words: title, under: [about], at: name })),
        },
        // A chapter begins where the one before ends: pages that were half empty took a sheet more.
        ...all.flatMap(({ name, title, about, blocks }) => [
          { is: 'heading' as const, words: title, tall: true, mark: name },
          { is: 'lead' as const, words: about },
          ...blocksOnPaper(blocks, kit.wordAt),
        ]),
      ],
      foot: [words.booklet, words.printed(dayPlain(today, lang))],
    }
  },
}

export const prints: readonly Print<typeof fr>[] = [booklet]
