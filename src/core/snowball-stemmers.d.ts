/** The package brings no types; this is all that `words.ts` asks of it. */
declare module 'snowball-stemmers' {
  type Stemmer = Readonly<{ stem: (word: string) => string }>
  const snowball: Readonly<{ newStemmer: (language: 'french' | 'english') => Stemmer }>
  export default snowball
}
