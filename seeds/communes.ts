/**
 * Eighteen communes: Sail-sous-Couzan and the seventeen whose centres are nearest to its own.
 *
 * Source  codes, names, postal codes and populations: @etalab/decoupage-administratif 6.0.0 (INSEE,
 *         La Poste); centres, in WGS 84 degrees: computed from IGN Admin Express COG (Licence
 *         Ouverte 2.0).
 */
export type SeedCommune = readonly [
  code: string,
  name: string,
  postalCodes: string,
  population: number,
  point: readonly [lat: number, lon: number],
]

export const COMMUNES: readonly SeedCommune[] = [
  ['42195', 'Sail-sous-Couzan', '42890', 997, [45.7363, 3.9613]],
  ['42119', 'Leigneux', '42130', 359, [45.7433, 3.9845]],
  ['42084', 'Solore-en-Forez', '42130', 507, [45.7575, 3.9416]],
  ['42164', 'Palogneux', '42990', 69, [45.7429, 3.9261]],
  ['42313', 'Trelins', '42130', 682, [45.725, 4.0012]],
  ['42019', 'Boën-sur-Lignon', '42130', 3_001, [45.7508, 4.0084]],
  ['42227', 'Saint-Georges-en-Couzan', '42990', 430, [45.7068, 3.9302]],
  ['42288', 'Saint-Sixte', '42130', 669, [45.7724, 3.9743]],
  ['42136', 'Marcoux', '42130', 781, [45.704, 3.9976]],
  ['42247', 'Saint-Just-en-Bas', '42990', 281, [45.7309, 3.8801]],
  ['42197', 'Sainte-Agathe-la-Bouteresse', '42130', 1_065, [45.7438, 4.0507]],
  ['42009', 'Arthun', '42130', 532, [45.7688, 4.0386]],
  ['42002', 'Ailleux', '42130', 175, [45.7993, 3.9339]],
  ['42035', 'Cezay', '42130', 211, [45.8023, 3.9649]],
  ['42134', 'Marcilly-le-Châtel', '42130', 1_401, [45.6888, 4.0288]],
  ['42030', 'Bussy-Albieux', '42260', 547, [45.7957, 4.0345]],
  ['42321', 'La Valla-sur-Rochefort', '42111', 105, [45.7573, 3.8445]],
  ['42150', 'Montverdun', '42130', 1_283, [45.7125, 4.0773]],
]
