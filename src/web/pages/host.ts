import type { Host } from '../../contract/kit.ts'
import { isGiven } from '../../core/given.ts'
import type { Lang } from '../../core/lang.ts'
import { typeFor } from '../../core/schema.ts'
import { ownBox } from '../../log/log.ts'
import { isHurtFile } from '../../log/sqlite.ts'
import { peerMarksIn } from '../../sync/trust/marks.ts'
import { plainWords } from '../records/words.ts'
import type { PageSource } from './kit.ts'

/**
 * The other box where a record was first written, if any: its keeper knows about it, ours does not.
 * None is told when the log is damaged, so that the pages that ask go on.
 */
export function hostOf(source: PageSource, id: string, lang: Lang): Host | undefined {
  try {
    return hostIn(source, id, lang)
  } catch (error) {
    if (!isHurtFile(error)) throw error
    return undefined
  }
}

function hostIn({ read, types, log }: PageSource, id: string, lang: Lang): Host | undefined {
  const called = read.called(id)
  const home = called && !isGiven(id) ? read.homeOf(called.type, id) : undefined
  if (home === undefined || home === ownBox(log)) return undefined
  const page = typeFor(types, 'page')
  const pages = page ? read.list(page, { where: '_box = ?', with: [home], order: 'id' }) : []
  const own: Readonly<Record<string, unknown>> | undefined = pages.find(
    row => read.homeOf(page!.name, row.id) === home,
  )
  const text = (name: string): string | null =>
    typeof own?.[name] === 'string' ? String(own[name]) : null
  const named = peerMarksIn(log).get(home)?.called || text('name')
  return {
    called: named || plainWords(lang).someBox(home.slice(0, 6)),
    keptBy: text('keptBy') ?? '',
    reach: text('reach'),
  }
}
