import { type Html, html } from '../contract/html.ts'
import type { Request } from '../contract/request.ts'
import { note } from './say.ts'
import { uiWords } from './words.ts'

/**
 * Over http: that the rest of this page is read by https, with one link to its own address there,
 * or at the box's own computer; without https, at that computer alone.
 */
export function readElsewhere({
  path,
  secureAddress,
  lang,
}: Pick<Request, 'path' | 'secureAddress' | 'lang'>): Html {
  const w = uiWords(lang).elsewhere
  const address = secureAddress && `${secureAddress}${path}`
  return html`
    ${note(address ? w.said : w.alone)}
    ${
      address &&
      html`
        <div class="no-print">
          <p class="acts"><a class="button" href="${address}">${w.byHttps}</a></p>
          <p class="hint">${w.warns}</p>
        </div>
      `
    }
  `
}
