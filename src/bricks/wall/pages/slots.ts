import { html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { notices } from '../../../ui/board.ts'
import { WALL } from '../model/commands.ts'
import { ruleOf, standingIn } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

/** What waits for the keeper: messages to read, and those that somebody finds wrong. */
function waits({ by, lived }: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  if (by !== 'keeper') return []
  const all = standingIn(read, lived())
  const line = (some: typeof all, sentence: (n: number) => string): ToDo => ({
    href: `${WALL}#m-${some[0]?.id}`,
    list: WALL,
    n: some.length,
    label: words.title,
    sentence: sentence(some.length),
  })
  return [
    line(
      all.filter(row => row.state === 'waiting'),
      words.waitsToRead,
    ),
    line(
      all.filter(row => row.bothers),
      words.waitsBothers,
    ),
  ]
}

/** The home page leads there, and says nothing of what is on it. */
export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  home: (_ask, read, words) => [
    {
      order: 70,
      row: 'low',
      side: 'wall',
      title: words.title,
      body: notices([
        html`
          <li>
            <h3><a href="${WALL}">${words.home}</a></h3>
            <p class="where">${words.homeHint(words.keeps[ruleOf(read).keeps])}</p>
          </li>
        `,
      ]),
    },
  ],
  tools: words => [
    { href: WALL, words: words.title, under: 'people', about: words.toolAbout.wall },
  ],
  waits,
}
