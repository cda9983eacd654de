import type { Context, Hono } from 'hono'
import { html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import { STANDS } from '../../../contract/tables.ts'
import { one } from '../../../core/form/input.ts'
import type { Value } from '../../../core/schema.ts'
import type { BroughtRecord } from '../../../engine/records/bring.ts'
import { openCommunes } from '../../../places/communes.ts'
import { GeographyFault, type Located, readGeography } from '../../../places/geography.ts'
import { formField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { takeTurn } from '../../../web/post/post.ts'
import type { Services } from '../../../web/served.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { geographyWords } from './words.ts'

const PATH = '/tenir/carte'

/**
 * Where the communes are: contours or centres, from a file that the keeper brings; the page shows
 * only those of its territory.
 */
export function geographyRoutes(
  app: Hono,
  server: Server,
  { folder }: Pick<Services, 'folder'>,
): void {
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
  keeperPost(app, server, PATH, (c, visit, sent) =>
    one(sent.input, 'centres') === '1'
      ? written({ c, server, visit }, sent, placed(server, knownCentres(server, folder)))
      : taken(c, server, visit, sent),
  )
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
    return await written({ c, server, visit }, sent, records)
  } catch (error) {
    if (error instanceof GeographyFault) return wrong(w.faults[error.code])
    throw error
  }
}

function written(
  visiting: Visiting,
  sent: Posted,
  records: readonly BroughtRecord[],
): Promise<Response> {
  const brick = visiting.server.source.bricks.find(({ name }) => name === 'plain')!
  const command = brick.commands.find(({ name }) => name === 'bring')!
  const input = { records: JSON.stringify(records), next: '/carte' }
  return takeTurn(visiting, { brick, command }, { ...sent, input })
}

/** The communes of the page that have no centre yet, by their INSEE codes. */
const unplaced = ({ source }: Server): readonly string[] =>
  source.read
    .all(`SELECT code FROM commune WHERE point IS NULL AND ${STANDS}`)
    .map(({ code }) => String(code))

/** Their centres, as the program has them. */
function knownCentres(server: Server, folder: string): readonly Located[] {
  const communes = openCommunes(folder)
  try {
    return unplaced(server).flatMap(code => {
      const point = communes.communeByCode(code)?.point
      return point ? [{ code, point }] : []
    })
  } finally {
    communes.close()
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
        ${
          unplaced(server).length > 0 &&
          post(ourToken(server, visit), PATH, {
            hidden: { centres: '1' },
            fields: html`<p>${w.centresLead}</p>`,
            button: mainButton(w.centres),
          })
        }
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
