// What the endpoint tells V8 before it starts; `npm start` in package.json and the operators' guide say the same. After half
// a minute without work V8 gives memory back and makes its nursery as small as it can be: the next large push then pays for
// fifteen collections and for growing it again, a fifth of its time (record 0037). 16 MB is what the nursery grows to anyway.
export const ENDPOINT_FLAGS = ['--no-memory-reducer', '--min-semi-space-size=16']
