/** What people read of photos and of looking for a notice. `en.ts` has this type. */
export const findingFr = {
  addPhoto: 'Ajouter une photo',
  photosOf: 'Les photos de cette annonce',
  keepPhotos: 'Enregistrer',
  photosSaid: 'Les photos sont à jour.',
  choosePhoto: 'Choisissez une photo, puis enregistrez.',
  showcase: 'La vitrine : une feuille à imprimer, avec les photos',
}
