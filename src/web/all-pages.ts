import type { Brick } from '../contract/brick.ts'
import type { Kit } from '../contract/kit.ts'
import type { Leaf, Page } from '../contract/page.ts'
import type { Who } from '../contract/permission.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { ServerOf } from './make-server.ts'
import { wholeOf } from './put-away.ts'
import { homeOf } from './records/home.ts'
import { plainPages } from './records/pages.ts'
import { searchOf } from './records/search.ts'
import type { Server } from './server-parts.ts'
import { ticketPages } from './session/ticket-pages.ts'

/** All pages. The first that answers at an address wins. */
export const allPages = ({
  source,
  local,
  pages = [],
}: Pick<ServerOf, 'source' | 'local' | 'pages'>): readonly ServedPage[] => [
  homeOf(source.bricks),
  searchOf(source.bricks),
  ...source.bricks.flatMap(brick => brick.pages.map(page => pageOf(brick, page))),
  ...plainPages(source),
  ...ticketsOf(wholeOf(source), local),
  ...pages,
]

/** A ticket works for a record whose brick is put away too. */
const ticketsOf = (source: Server['source'], local: Server['local']): readonly ServedPage[] =>
  ticketPages(source, local).map(page => ({
    ...page,
    show: kit => page.show(kit, source.read),
  }))

export type ServedPage = Readonly<{
  path: string
  who?: Who
  asVisitor?: boolean
  forAll?: boolean
  show: (kit: Kit, read: Server['source']['read']) => Leaf | undefined
}>

/** A brick's page with its words already chosen. */
function pageOf(brick: Brick, page: Page<BrickWords>): ServedPage {
  const show: ServedPage['show'] = (kit, read) =>
    page.show(kit, read, brick.words[kit.request.lang])
  return {
    path: page.path,
    show,
    ...(page.who ? { who: page.who } : {}),
    ...(page.asVisitor ? { asVisitor: true } : {}),
    ...(page.forAll ? { forAll: true } : {}),
  }
}
