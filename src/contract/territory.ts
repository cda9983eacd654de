/**
 * The page’s name, its keeper and its communes, for the frame and the forms.
 *
 * Shape   `village`: the INSEE code of the commune of the box. `keptBy`: the name of the keeper,
 *         which a comma, a place and hours may follow. `reach`: how to reach them. `point`:
 *         latitude and longitude, in degrees.
 */
export type Territory = Readonly<{
  name: string
  heading: string | null
  village: string
  keptBy: string
  reach: string | null
  communes: readonly Readonly<{
    code: string
    name: string
    postalCodes: string | null
    /** The names of the communes that became part of it. */
    formerNames?: readonly string[]
    point: readonly [number, number] | null
  }>[]
}>
