import type { Context, Hono } from 'hono'
import { html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { STANDS } from '../../../contract/tables.ts'
import type { Value } from '../../../core/schema.ts'
import type { BroughtRecord } from '../../../engine/records/bring.ts'
import { GeographyFault, type Located, readGeography } from '../../../places/geography.ts'
import { formField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { takeTurn } from '../../../web/post/post.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { geographyWords } from './words.ts'

const PATH = '/tenir/carte'

/**
 * Where the communes are: contours or centres, from a file that the keeper brings; the page shows
 * only those of its territory.
 */
export function geographyRoutes(app: Hono, server: Server): void {
  app.get(PATH, c => {
    const visit = server.visit(c)
    return server.answer(
      c,
      visit,
      visit.by === 'keeper'
        ? fileLeaf(server, visit)
        : signInLeaf(server, visit, { least: 'keeper' }),
      {
        cache: 'none',
      },
    )
  })
  keeperPost(app, server, PATH, (c, visit, sent) => taken(c, server, visit, sent))
}

async function taken(c: Context, server: Server, visit: Visit, sent: Posted): Promise<Response> {
  const w = geographyWords(visit.lang)
  const file = sent.files[0]
  const wrong = (sentence: string) =>
    server.answer(c, visit, fileLeaf(server, visit, sentence), { status: 422, cache: 'none' })
  if (!file) return wrong(w.noFile)
  try {
    const records = placed(server, readGeography(file.bytes, file.name))
    if (records.length === 0) return wrong(w.noneOfOurs)
    const brick = server.source.bricks.find(one => one.name === 'plain')!
    const command = brick.commands.find(one => one.name === 'bring')!
    return await takeTurn(
      { c, server, visit },
      { brick, command },
      { ...sent, input: { records: JSON.stringify(records), next: '/carte' } },
    )
  } catch (error) {
    if (error instanceof GeographyFault) return wrong(w.faults[error.code])
    throw error
  }
}

/** The file's places, as fields of the communes that this page has. */
function placed(server: Server, all: readonly Located[]): readonly BroughtRecord[] {
  const known = new Map(
    server.source.read
      .all(`SELECT id, code FROM commune WHERE ${STANDS} ORDER BY id DESC`)
      .map(row => [String(row['code']), String(row['id'])]),
  )
  return all.flatMap((one): BroughtRecord[] => {
    const id = known.get(one.code)
    const fields: Record<string, Value> = {
      point: one.point,
      ...(one.contour ? { contour: one.contour } : {}),
    }
    return id ? [{ type: 'commune', id, fields }] : []
  })
}

function fileLeaf(server: Server, visit: Visit, wrong?: string): Leaf {
  const w = geographyWords(visit.lang)
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${wrong && refused([{ sentence: wrong, field: 'fichier' }], visit.lang)}
        ${post(ourToken(server, visit), PATH, {
          files: true,
          fields: formField({
            id: 'f-fichier',
            label: w.file,
            hint: w.fileHint,
            input: { type: 'file', name: 'fichier' },
          }),
          button: mainButton(w.go),
        })}
      </article>
    </div>
  `
  return { title: w.title, body, current: '/tenir' }
}
