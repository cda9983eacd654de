import { ofList, type WatchPanel, type WatchSource } from '../../../contract/box/watch.ts'
import { communesDrawn } from '../../../contract/communes.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { territoryMap } from '../../../ui/map/map.ts'
import { visited } from '../model/read.ts'
import { placesOn } from './pages-map.ts'
import type { DirectoryWords } from './say.ts'

const MOST_DOTS = 30

/** The map, with what its colours say: one panel. */
export function watch(kit: Kit, read: Reader, words: DirectoryWords): readonly WatchSource[] {
  const { territory } = kit
  const village = territory?.communes.find(one => one.code === territory.village)?.name
  const drawing =
    territory &&
    territoryMap({
      id: 'veilleuse',
      size: 'wall',
      title: words.smallMapSays(territory.name),
      communes: communesDrawn(kit, read),
      here: territory.village,
      marked: visited(read).filter(code => code !== territory.village),
      marks: placesOn(read, MOST_DOTS).flatMap(one =>
        one.point ? [{ point: one.point, title: one.title }] : [],
      ),
    })
  const panels: readonly WatchPanel[] = drawing
    ? [{ key: '0', title: words.mapTurn(village ?? territory.name), drawing }]
    : []
  return [
    { kind: 'map', order: 70, side: 'map', label: words.aroundHere, most: 1, ...ofList(panels) },
  ]
}
