import type { Host } from '../../contract/kit.ts'
import { boxOfFeed } from '../../core/change.ts'
import { isGiven } from '../../core/given.ts'
import type { Lang } from '../../core/lang.ts'
import { lazy } from '../../core/lazy.ts'
import { typeFor } from '../../core/schema.ts'
import { type LogToRead, ownBox } from '../../log/log.ts'
import { isHurtFile } from '../../log/sqlite.ts'
import { peerMarksIn } from '../../sync/trust/marks.ts'
import { plainWords } from '../records/words.ts'
import type { PageSource } from './kit.ts'

/**
 * Finds the other box where a record was first written, if any: its keeper knows about it, ours
 * does not. None is told when the log is damaged, so that the pages that ask go on.
 *
 * Law     A page asks once whether another box wrote here at all, and once of each box who keeps
 *         it, however many lines it has.
 */
export function hostsIn(source: PageSource, lang: Lang): (id: string) => Host | undefined {
  const own = lazy(() => ownBox(source.log))
  const isAlone = lazy(() => !hasOthers(source.log, own()))
  const hosts = new Map<string, Host>()
  const hostIn = (id: string): Host | undefined => {
    const called = isAlone() || isGiven(id) ? undefined : source.read.called(id)
    const home = called && source.read.homeOf(called.type, id)
    if (home === undefined || home === own()) return undefined
    const host = hosts.get(home) ?? hostAt(source, home, lang)
    hosts.set(home, host)
    return host
  }
  return id => {
    try {
      return hostIn(id)
    } catch (error) {
      if (!isHurtFile(error)) throw error
      return undefined
    }
  }
}

/** Whether the log holds a feed of another box. */
const hasOthers = (log: LogToRead, own: string): boolean =>
  log.sql.all<{ name: string }>('SELECT name FROM feed').some(({ name }) => boxOfFeed(name) !== own)

function hostAt({ read, types, log }: PageSource, home: string, lang: Lang): Host {
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
