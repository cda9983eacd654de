import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type BrickVerb, Misused, type Shell, Undone } from '../../../contract/verb.ts'
import { MOST_BYTES, Unreadable, unreadableSentence } from '../../../reading/unreadable.ts'
import type { Harvest } from '../../../text/harvest/harvest.ts'
import { harvest, rulesOf } from './harvest.ts'
import { harvestWords } from './words.ts'

export const harvestVerb = (shell: Shell): BrickVerb => ({
  name: 'harvest',
  usage: 'FILE|URL [--json] [--allow-local]',
  options: { json: { type: 'boolean' }, 'allow-local': { type: 'boolean' } },
  run: shell.plainly(async (values, [from, ...rest]) => {
    if (!from || rest.length > 0) throw new Misused(harvestWords(shell.lang).harvest.one)
    const page = await pageAt(shell, from, values['allow-local'] === true)
    const found = harvest(page.text, rulesOf(shell.bricks))
    console.log(
      values['json'] === true
        ? JSON.stringify(asJson(found, page), null, 2)
        : listing(shell, found),
    )
    return 0
  }),
})

/** `drawn`: the text is not the file's own, so that offsets need it told. */
type Page = Readonly<{ text: string; drawn: boolean }>

/** What reads documents weighs as much as all the rest, and no other verb needs it. */
async function pageAt(shell: Shell, from: string, allowLocal: boolean): Promise<Page> {
  const [{ readPage }, { readAddress }] = await Promise.all([
    import('../../../reading/page.ts'),
    import('../../../reading/wiki.ts'),
  ])
  try {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(from))
      return { text: (await readAddress(from, { allowLocal })).text, drawn: true }
    const { text, kind } = await readPage(bytesOf(shell, from), basename(from))
    return { text, drawn: kind === 'html' || kind === 'docx' || kind === 'odt' }
  } catch (error) {
    throw error instanceof Unreadable ? new Undone(unreadableSentence(error, shell.lang)) : error
  }
}

function bytesOf(shell: Shell, file: string): Buffer {
  try {
    if (statSync(file).size > MOST_BYTES) throw Unreadable.of('tooBig', { most: MOST_BYTES })
    return readFileSync(file)
  } catch (error) {
    throw error instanceof Unreadable ? error : shell.unread(file)
  }
}

function asJson({ meeting, candidates, links }: Harvest, { text, drawn }: Page): object {
  return { meeting, candidates, links, ...(drawn ? { text } : {}) }
}

/** What was found, by kind, for a person to read. */
function listing({ lang, bricks }: Shell, { meeting, candidates, links }: Harvest): string {
  const w = harvestWords(lang).harvest
  const head = w.meeting(meeting.title, meeting.date ?? '', meeting.place)
  if (candidates.length === 0) return `${head}\n${w.nothing}`
  const types = Object.assign({}, ...bricks.map(brick => brick.words[lang].types))
  const sections = [...Map.groupBy(candidates, one => one.kind)].map(([kind, all]) => {
    const lines = all.map(one => `  - ${one.title}${one.private ? ` (${w.private})` : ''}`)
    return [`${types[kind]?.many ?? kind} (${all.length})`, ...lines].join('\n')
  })
  const titles = new Map(candidates.map(one => [one.id, one.title]))
  const ties = links.map(
    ({ from, rel, to }) => `  ${w.link(titles.get(from) ?? from, rel, titles.get(to) ?? to)}`,
  )
  const people = meeting.people.length > 0 ? [w.people(meeting.people.length)] : []
  return [
    [head, ...people].join('\n'),
    ...sections,
    ...(ties.length > 0 ? [[w.links, ...ties].join('\n')] : []),
  ].join('\n\n')
}
