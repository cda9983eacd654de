import type { findingFr } from './fr.ts'

export const findingEn: typeof findingFr = {
  addPhoto: 'Add a photo',
  photosOf: 'The photos of this notice',
  keepPhotos: 'Save',
  photosSaid: 'The photos are up to date.',
  choosePhoto: 'Choose a photo, then save.',
  showcase: 'The shop window: a sheet to print, with the photos',
}
