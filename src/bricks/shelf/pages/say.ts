import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dotted, POINT } from '../../../ui/board.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { bytesOf, type Folder, type ShelvedFile } from '../model/read.ts'
import { shelfFolder as FOLDER_TYPE } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** *PDF, 1,2 Mo*: the end of its name and its size, as its taker knows what fits. */
export const madeOf = ({ ref }: ShelvedFile, words: Words): string =>
  words.madeOf(ref.name.split('.').at(-1)!.toUpperCase(), words.size(ref.size))

export const licenceOf = (file: ShelvedFile, words: Words): string =>
  file.licence === null
    ? ''
    : (wordAt(words.types['shelf-file'].fields.licence.choices, file.licence) ?? '')

/** Under a title: what it is, whose work, under which licence. */
export function underOf(file: ShelvedFile, request: Request, words: Words): Html {
  const parts = [
    html`${madeOf(file, words)}`,
    file.author && inTongue(file.author, request.lang),
    html`${licenceOf(file, words)}`,
  ]
  return dotted(parts)
}

/** Under a folder: how much it holds, and of which season. */
export function heldIn(
  folder: Folder,
  files: readonly ShelvedFile[],
  kit: Kit,
  words: Words,
): Html {
  const season =
    folder.season &&
    html`
      ${POINT}
      ${words.setOf(
        folder.season,
        folder.setOn ? kit.told(FOLDER_TYPE, 'setOn', folder.setOn) : '',
      )}
    `
  return html`${words.holds(files.length, words.size(bytesOf(files)))}${season}`
}

/** Every page ends in a person: who keeps the page here. */
export function whoKeeps(kit: Kit, words: Words): Html {
  const { territory } = kit
  return html`
    <div class="part">
      <p class="where">
        ${words.askKeeper} ${
          territory ? inTongue(keeperSaid(territory, words.keeper), kit.request.lang) : words.keeper
        }.
      </p>
    </div>
  `
}
