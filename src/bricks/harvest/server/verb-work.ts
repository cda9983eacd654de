import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { CommandError, type VerbRun, type VerbTools } from '../../../contract/verb.ts'
import { readPage } from '../../../reading/page.ts'
import { MOST_BYTES, Unreadable, unreadableSentence } from '../../../reading/unreadable.ts'
import { readAddress } from '../../../reading/wiki.ts'
import type { Harvest } from '../../../text/harvest/harvest.ts'
import { harvest, rulesOf } from './harvest.ts'
import { harvestWords } from './words.ts'

/** Reads a page of notes, and says what it holds. */
export const harvestWork =
  (tools: VerbTools): VerbRun =>
  async (values, [from = '']) => {
    const page = await pageAt(tools, from, values['allow-local'] === true)
    const found = harvest(page.text, rulesOf(tools.bricks))
    tools.tell(values, asJson(found, page), () => listing(tools, found))
    return 0
  }

/** `drawn`: the text is not the file's own, so that offsets need it told. */
type Page = Readonly<{ text: string; drawn: boolean }>

async function pageAt(tools: VerbTools, from: string, allowLocal: boolean): Promise<Page> {
  try {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(from))
      return { text: (await readAddress(from, { allowLocal })).text, drawn: true }
    const { text, kind } = await readPage(bytesOf(tools, from), basename(from))
    return { text, drawn: kind === 'html' || kind === 'docx' || kind === 'odt' }
  } catch (error) {
    throw error instanceof Unreadable
      ? new CommandError(unreadableSentence(error, tools.lang))
      : error
  }
}

function bytesOf(tools: VerbTools, file: string): Buffer {
  try {
    if (statSync(file).size > MOST_BYTES) throw Unreadable.of('tooBig', { most: MOST_BYTES })
    return readFileSync(file)
  } catch (error) {
    throw error instanceof Unreadable ? error : tools.unreadableFile(file)
  }
}

function asJson(
  { meeting, licence, author, candidates, links }: Harvest,
  { text, drawn }: Page,
): object {
  return {
    meeting,
    ...(licence ? { licence } : {}),
    ...(author ? { author } : {}),
    candidates,
    links,
    ...(drawn ? { text } : {}),
  }
}

/** What was found, by kind, for a person to read. */
function listing({ lang, bricks }: VerbTools, { meeting, candidates, links }: Harvest): string {
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
