import { basename } from 'node:path'
import type { Saved } from '../../../contract/box/saves.ts'
import { type Html, html } from '../../../contract/html.ts'
import { recordsNaming } from '../../../data/files-out.ts'
import { refused } from '../../../ui/say.ts'
import { saySize } from '../../../ui/sizes.ts'
import { uiWords } from '../../../ui/words.ts'
import type { Server } from '../../../web/server-parts.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { SAVES } from '../pages/acts-part.ts'
import { savesWords } from './words.ts'

/** What became of what was asked for last. */
export function toldPart(server: Server, last: Saved | undefined, visit: Visit): Html | false {
  if (!last) return false
  const w = savesWords(visit.lang)
  const { state } = last
  if (state.is === 'doing') {
    const percent = Math.floor(state.share * 100)
    return html`
      <div class="said" role="status">
        <p>${w.doing(percent)}</p>
        <progress max="100" value="${percent}">${percent}</progress>
      </div>
    `
  }
  if (state.is === 'ready')
    return html`
      <div class="said" role="status">
        <p><b>${w.ready[last.kind]}</b> ${w.kept[last.kind]} ${w.onlyOne}</p>
        ${state.missing > 0 && html`<p>${w.missing(state.missing)}</p>`}
        ${state.hurt.length > 0 && hurtPart(server, state.hurt, visit)}
        <p class="acts">
          <a class="button" href="${SAVES}/fichier" download>
            ${w.download(saySize(state.bytes, visit.lang))}
          </a>
        </p>
      </div>
    `
  if (state.is === 'forgotten')
    return html`<div class="said" role="status"><p>${w.forgotten[last.kind]}</p></div>`
  const sentence =
    state.is === 'hurt'
      ? w.hurt(state.hurts)
      : state.is === 'full'
        ? w.full
        : w.failed(state.reference)
  return refused([{ sentence }], visit.lang)
}

/**
 * Whose photo or file it is, as people know it; without a record that shows it, its name on the
 * disk.
 */
function hurtPart({ source }: Server, hurt: readonly string[], { lang }: Visit): Html {
  const w = savesWords(lang)
  const line = (name: string): Html => {
    const [first] = recordsNaming(source, basename(name), lang)
    if (!first) return html`<li>${name}</li>`
    const title =
      first.path === null ? first.title : html`<a href="${first.path}">${first.title}</a>`
    return html`<li>${first.kind}${uiWords(lang).colon}${title}</li>`
  }
  return html`<p>${w.hurtFiles(hurt.length)}</p><ul>${hurt.map(line)}</ul><p>${w.hurtKeep}</p>`
}
